"""Which of a row's cells is which column, where labels and blanks leave that open."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from index.facts.tables.cells import DIGITS, EMPTY, TEXT, kind_of
from index.facts.tables.rows import LabelledRow, Line

# More ways to group loose digits than this are not tried.
_MOST_PIECES = 20
# A grid that is wider has empty columns between the others: which is which, its heads must say.
_MOST_STRAY = 1


@dataclass(frozen=True, slots=True)
class Aligned:
    """The cells of a row by column, or the reason why they could not be told apart.

    A single cell is None where only it is unknown. `is_by_count` says that empty cells had
    vanished and the number of those left decided, `is_open` that it could not, `is_dealt` that
    all sums of the table did;
    `readings` are several ways to join loose digits that all close the row.
    """

    cells: tuple[str | None, ...] | None
    reason: str = ""
    is_by_count: bool = False
    is_open: bool = False
    is_dealt: bool = False
    is_joined: bool = False
    readings: tuple[tuple[str, ...], ...] = ()
    raw: str = ""  # what stands there, where it could not be told apart


Closes = Callable[[Sequence[str]], bool]


@dataclass(slots=True)
class Layout:
    """What full rows tell about the others: where cells begin, whether blanks were kept."""

    width: int
    starts: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    lengths: dict[int, Counter[int]] = field(default_factory=dict)  # of lines that end in a number
    positional: set[int] = field(default_factory=set)  # tables that keep their empty cells
    has_numbers: bool = False
    has_heap: bool = False  # the numbers of many rows behind one label: not in rows at all
    has_empty_lines: bool = False  # a cell a line, empty ones kept
    has_repeats: bool = False  # two equal cells side by side somewhere: no line was dropped


def layout_of(rows: Sequence[LabelledRow], width: int) -> Layout:
    """What the rows that are full say about the layout of their tables."""
    layout = Layout(width)
    for row in rows:
        line = row.cells_line
        filled = row.filled
        layout.has_numbers = layout.has_numbers or bool(filled)
        layout.has_heap = layout.has_heap or len(filled) > 2 * width
        # Numbers beside their label are no lines that somebody drops where they repeat.
        if any(a == b for a, b in pairwise(filled)) or (filled and line is row.line):
            layout.has_repeats = True
        if line is None:
            is_whole = len(row.cells) == width and len(filled) < width
            layout.has_empty_lines = layout.has_empty_lines or is_whole
            continue
        if line.is_grid or _has_gap(line):
            layout.positional.add(line.table)
        if filled and not _is_empty(line.cells[-1]):
            layout.lengths.setdefault(row.label_at, Counter())[len(line.cells)] += 1
        if len(filled) == width:
            start = row.start + next(i for i, c in enumerate(row.cells) if not _is_empty(c))
            key = (row.label_at, len(line.cells))
            layout.starts.setdefault(key, set()).add(start)
    return layout


def _is_empty(cell: str) -> bool:
    return kind_of(cell) is EMPTY


def _has_gap(line: Line) -> bool:
    last = max((i for i, k in enumerate(line.kinds) if k is not EMPTY), default=0)
    return any(k is EMPTY for k in line.kinds[:last])


def align(
    row: LabelledRow,
    layout: Layout,
    columns: Sequence[Sequence[int]] | None,
    closes: Closes,
) -> Aligned:
    """The cells of a row by column.

    `columns` are the places that the head gives, None where it does not; `closes` says whether
    cells add up as a row must.
    """
    if row.doubt:
        return Aligned(None, row.doubt)
    if columns is not None:
        cells = _by_columns(row, columns)
        if cells is not None:
            return Aligned(cells)
    filled = row.filled
    if len(filled) == layout.width:
        if _is_gapped(row) and not closes(filled):
            return Aligned(None, "的空格过多，分不清列")
        return Aligned(tuple(filled))
    if len(filled) > layout.width:
        return _of_too_many(row, layout.width, closes)
    if any(kind_of(c) is TEXT for c in filled):
        return Aligned(None, "的数字之间夹着文字，分不清列")
    if any(kind_of(c) is DIGITS for c in filled):
        return _by_pieces(filled, layout.width, closes)
    if row.cells_line is None or row.cells_line.table not in layout.positional:
        return _by_count(row, layout)
    return _by_place(row, layout, closes)


def _is_gapped(row: LabelledRow) -> bool:
    """Whether blanks stand among as many numbers as there are columns: one of them is too many."""
    line = row.cells_line
    if line is None:
        return False
    at = [i for i in range(row.start, len(line.cells)) if not _is_empty(line.cells[i])]
    return bool(at) and at[-1] - at[0] >= len(at)


def _by_pieces(filled: Sequence[str], width: int, closes: Closes) -> Aligned:
    """Numbers that stick together in cells, or one that is torn apart."""
    pieces = [piece for cell in filled for piece in cell.split()]
    if len(pieces) == width and closes(pieces):
        return Aligned(tuple(pieces))
    if len(pieces) > width and len(filled) == 1:
        return _by_joining(filled, width, closes)
    return Aligned(None, "的数字粘连或断开")


def _of_too_many(row: LabelledRow, width: int, closes: Closes) -> Aligned:
    """More cells than columns: the last is merged, or digits were torn apart."""
    filled = row.filled
    if _is_merged_at_end(row, width) and closes(filled[:width]):
        return Aligned(tuple(filled[:width]))
    return _by_joining(filled, width, closes)


def _is_merged_at_end(row: LabelledRow, width: int) -> bool:
    """Whether the last cell of a grid's row is wider than others, and so repeated."""
    line = row.cells_line
    return line is not None and line.is_grid and len(set(row.filled[width - 1 :])) == 1


def _by_columns(row: LabelledRow, columns: Sequence[Sequence[int]]) -> tuple[str, ...] | None:
    line = row.cells_line
    places = {place for column in columns for place in column}
    if line is None or not places or max(places) >= len(line.cells):
        return None
    if line is row.line and row.label_at >= min(places):
        return None
    others = [(i, k) for i, k in enumerate(line.kinds) if i not in places]
    if any(kind not in (EMPTY, TEXT) for _, kind in others):
        return None
    if any(kind is TEXT and min(places) < i < max(places) for i, kind in others):
        return None  # a label among the numbers: cells or rows were lost
    cells = []
    for column in columns:  # merged cells are repeated: one text in all places of a column
        texts = {line.cells[i] for i in column}
        if len(texts) != 1:
            return None
        cells.append(texts.pop())
    return tuple(cells)


def _by_place(row: LabelledRow, layout: Layout, closes: Closes) -> Aligned:
    """Blanks were kept: the window of the row's cells that holds all that are filled."""
    width, line = layout.width, row.cells_line
    if line is None:
        return Aligned(None)
    cells = list(line.cells)
    at = [i for i in range(row.start, len(cells)) if not _is_empty(cells[i])]
    if not at:
        return Aligned(("",) * width)
    if line.is_grid and not row.start + width <= len(cells) <= row.start + width + _MOST_STRAY:
        is_short = len(cells) < row.start + width
        return Aligned(None, "缺少单元格" if is_short else "的空格过多，分不清列")
    cells += [""] * width  # empty cells at the end of a line are easily lost
    alike = layout.starts.get((row.label_at, len(line.cells)), set())
    if len(alike) == 1:
        start = next(iter(alike))
        if row.start <= start <= at[0] and at[-1] < start + width:
            return Aligned(tuple(cells[start : start + width]))
        return Aligned(None, "的数字不在应在的列")
    first = max(row.start, at[-1] - width + 1)
    last = min(at[0], max(first, len(line.cells) - width))
    windows = {s: tuple(cells[s : s + width]) for s in range(first, last + 1)}
    # A line shorter than others may have lost a cell: it counts only from where they do.
    usual = _usual_lines(row, layout)
    is_odd = bool(usual) and len(line.cells) not in usual
    if len(windows) == 1 and len(line.cells) >= row.start + width and not is_odd:
        return Aligned(windows[first])
    if windows and not any(ch.isdecimal() and int(ch) for i in at for ch in cells[i]):
        is_total_filled = at[-1] == first + width - 1  # a stray tab may end the line (V40)
        return Aligned(windows[first if is_total_filled else last])
    short_of = usual if is_odd and len(line.cells) < min(usual) else {}
    return _that_closes(windows, layout, short_of, closes)


def _that_closes(
    windows: Mapping[int, tuple[str, ...]],
    layout: Layout,
    short_of: Mapping[int, set[int]],
    closes: Closes,
) -> Aligned:
    """The one window that adds up; of several, or in a line that is short, as others begin."""
    closing = [s for s, window in windows.items() if closes(window)]
    if short_of:
        closing = [s for s in closing if any(s in starts for starts in short_of.values())]
    elif len(closing) > 1:
        full = {s for starts in layout.starts.values() for s in starts}
        closing = [s for s in closing if s in full]
    if len(closing) == 1:
        return Aligned(windows[closing[0]])
    return Aligned(None, "的空格过多，分不清列")


def _usual_lines(row: LabelledRow, layout: Layout) -> dict[int, set[int]]:
    """Where the cells of lines with their label in the same place begin, by their length.

    Told by those that are full; where blanks stand in all of them, by the length of most.
    """
    full = {n: starts for (at, n), starts in layout.starts.items() if at == row.label_at}
    if full:
        return full
    for length, count in layout.lengths.get(row.label_at, Counter()).most_common(1):
        if count > 1 and length >= layout.width:
            return {length: {length - layout.width}}
    return {}


def _by_count(row: LabelledRow, layout: Layout) -> Aligned:
    """Empty cells vanished: so many are left, so they are these (V45)."""
    filled, width = row.filled, layout.width
    if len(row.cells) == width:
        return Aligned(tuple(row.cells))
    if layout.has_empty_lines and row.cells:
        return Aligned(None, f"只剩{len(row.cells)}个单元格，分不清列")
    if layout.has_heap:
        return Aligned(None, "的数字不在这一行，表格可能是按列提取的")
    if layout.has_numbers and not layout.has_repeats:
        # Lines that repeat were dropped (V46): what is left, or gone, may be anything.
        return Aligned(None, "的数字不全")
    if not filled:
        return Aligned(("",) * width, is_by_count=True)
    if len(filled) == 1 and not filled[0].strip("0"):
        return Aligned((*("",) * (width - 1), filled[0]), is_by_count=True)
    if len(filled) == 2 and filled[0] == filled[1]:
        return Aligned((filled[0], *("",) * (width - 2), filled[1]), is_by_count=True)
    if len(filled) == 1:
        # Only the total is sure; which applicant it was is not.
        return Aligned((*(None,) * (width - 1), filled[0]), is_by_count=True)
    return Aligned(None, f"只剩{len(filled)}个数字，分不清列", is_open=True)


def _by_joining(filled: Sequence[str], width: int, closes: Closes) -> Aligned:
    """More cells than columns: digits were torn apart; the ways to join them that add up."""
    pieces = [piece for cell in filled for piece in cell.split()]
    reason = "的数字断开或多出"
    if not width < len(pieces) <= _MOST_PIECES or not all(p.isdigit() for p in pieces):
        return Aligned(None, reason)
    readings = []
    for cuts in combinations(range(1, len(pieces)), width - 1):
        bounds = (0, *cuts, len(pieces))
        cells = tuple("".join(pieces[a:b]) for a, b in pairwise(bounds))
        if all(c == "0" or c[0] != "0" for c in cells) and closes(cells):
            readings.append(cells)
    if len(readings) == 1:
        return Aligned(readings[0], is_joined=True)
    return Aligned(None, reason, readings=tuple(readings))
