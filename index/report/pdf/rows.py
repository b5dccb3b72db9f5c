"""Tables without ruling lines: which lines are rows, and which only go on with a cell above."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, takewhile

from index.report.headings import TOPICAL, heading_of
from index.report.labels import goes_on, is_begun_by, is_label, is_telling, is_unit
from index.report.lines import Role, is_value, read_line
from index.report.listed import names_numbers
from index.report.pdf.cells import Cell
from index.report.pdf.heads import placed_by_heads
from index.report.pdf.lines import Line, cells_of, text_of
from index.report.pdf.shapes import Glyph
from index.vocabulary.labels import ordinal_of, plain_label
from index.vocabulary.metrics.applications import MEMBERS
from index.vocabulary.metrics.disputes import OUTCOMES

_MOST_WRAPS = 20  # lines of labels between two rows with numbers
_FARTHEST = 2.2  # ems from one line of a label to the next
_NEXT_LINE = 1.7  # the same where no label is known
_LEVEL = 0.45  # ems by which cells of a row may stand higher or lower
_ORDINAL_GAP = 0.6
_NUMBER_HEADS = frozenset(plain_label(label) for _, label, _ in OUTCOMES)
_NUMBER_HEADS |= {plain_label(column) for m in MEMBERS for column in m.columns}
_FEWEST_ENDS, _MOST_ENDS = 5, 8  # columns in which rows end
_FEWEST_COLUMNS = 5  # of values; with fewer, a value may cover several


def rows_of(lines: Sequence[Line]) -> list[list[str]]:
    """The rows of a table that has no ruling lines."""
    lowest = _Lowest()
    cells = [cell for line in lines for cell in lowest.read(line)]
    return with_blanks(_level_rows(cells))


@dataclass(slots=True)
class _Lowest:
    """The lowest cells of each column: those that a line may go on with."""

    cells: list[Cell] = field(default_factory=list)

    def read(self, line: Line) -> list[Cell]:
        """Read a line: what continues a cell is put there, the rest are new cells."""
        row = _cells(line)
        above = [self.above(cell, row) for cell in row]
        new = []
        for old, cell in zip(above, row, strict=True):
            if old is None:
                new.append(cell)
            else:
                old.take(cell)
        self.cells = [old for old in self.cells if not any(_meet(old, cell) for cell in new)]
        self.cells += new
        return new

    def above(self, cell: Cell, row: Sequence[Cell]) -> Cell | None:
        """The cell that a cell of this row continues."""
        sure = self.surely_above(cell, row)
        if sure is not None or any(other.is_value for other in row):
            return sure
        return next((old for old in self.cells if _is_rest(cell, old)), None)

    def surely_above(self, cell: Cell, row: Sequence[Cell]) -> Cell | None:
        """The same, where the cell is the rest of a known label or of a number beside it."""
        begun = self.begun(cell)
        if begun is None and cell.is_value and not any(map(self._is_new, row)):
            return next((old for old in self.cells if self._is_broken(cell, old)), None)
        return begun

    def _is_new(self, cell: Cell) -> bool:
        return not cell.is_value and self.begun(cell) is None

    def _is_broken(self, cell: Cell, old: Cell) -> bool:
        """Whether a number without a label stands below another like its last digits."""
        if not old.is_value or old.is_alone or old.page != cell.page or not _is_below(cell, old):
            return False
        labels = (label for label in self.cells if not label.is_value)
        return not any(label.page == old.page and label.top > old.y for label in labels)

    def begun(self, cell: Cell) -> Cell | None:
        """The cell above that holds the beginning of a label which this one continues."""
        for old in self.cells:
            is_far = old.page == cell.page and cell.y - old.y > _FARTHEST * cell.size
            if _meet(old, cell) and not is_far and goes_on(old.text, cell.text):
                return old
        return None


def _level_rows(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Cells that stand at one height; a label of several lines where a number is beside it."""
    values = [cell for cell in cells if cell.is_value]
    placed = sorted(
        (cell.page - cell.is_cut, _height(cell, values), order) for order, cell in enumerate(cells)
    )
    rows: list[list[Cell]] = []
    last = (-1, 0.0)
    for page, height, order in placed:
        if page != last[0] or height - last[1] > _LEVEL * cells[order].size:
            rows.append([])
            last = (page, height)
        rows[-1].append(cells[order])
    return [sorted(row, key=_left) for row in rows]


def _height(cell: Cell, values: Iterable[Cell]) -> float:
    """The height of its row: of its first line, its middle or its last, as numbers stand."""
    rows = {value.y for value in values if value.page == cell.page}
    if cell.is_cut or cell.y == cell.top or not rows:
        return cell.top
    places = (cell.top, (cell.top + cell.y) / 2, cell.y)
    far, place = min((abs(row - place), place) for place in places for row in rows)
    return place if far < 0.3 * cell.size else cell.top


def _left(cell: Cell) -> float:
    return cell.x0


def with_blanks(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """The texts of the rows, with an empty cell where a column of values has nothing."""
    columns = _columns(rows)
    texts = []
    placed = placed_by_heads(rows)
    if not _line_up(rows, columns):
        columns = []
    for at, row in enumerate(rows):
        if at in placed:
            texts.append(placed[at])
            continue
        values = [cell for cell in row if cell.is_value]
        labels = [cell.text for cell in row if not cell.is_value]
        places = {_index(columns, cell): cell.text for cell in values}
        is_clear = len(places) == len(values) and -1 not in places
        if is_clear and 0 < len(values) < len(columns) >= _FEWEST_COLUMNS:
            texts.append([*labels, *(places.get(i, "") for i in range(len(columns)))])
        else:
            texts.append([cell.text for cell in row])
    return texts


def _line_up(rows: Sequence[Sequence[Cell]], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether values stand in columns at all: rows end in few of them, and text anywhere."""
    ends = Counter(
        _index(columns, row[-1]) for row in rows if row[-1].is_value and not row[0].is_value
    )
    if len(ends) < _FEWEST_ENDS:
        return True
    return len(ends) <= _MOST_ENDS and 4 * max(ends.values()) >= ends.total()


def _columns(rows: Sequence[Sequence[Cell]]) -> list[tuple[float, float]]:
    """Where columns of values are: what values and the lowest heads above them cover."""
    columns: list[tuple[float, float]] = []
    for row in rows:
        for cell in row:
            if cell.is_value:
                columns = _covered(columns, cell)
    heads = [row for row in rows if not any(cell.is_value for cell in row)]
    for row in reversed(heads):
        for cell in row:
            touched = sum(x0 < cell.x1 and cell.x0 < x1 for x0, x1 in columns)
            is_right = bool(columns) and (cell.x0 > columns[0][0] or _is_of_numbers(cell.text))
            if touched == 0 and is_right and is_label(cell.text):
                columns = _covered(columns, cell)
    return columns


def _is_of_numbers(text: str) -> bool:
    """Whether a text is a head of table three or four, whose columns hold nothing but numbers."""
    return not ordinal_of(text) and plain_label(text) in _NUMBER_HEADS


def _covered(columns: list[tuple[float, float]], cell: Cell) -> list[tuple[float, float]]:
    """The columns, with the one in which a cell stands as wide as it needs."""
    x0, x1 = cell.x0, cell.x1
    apart = []
    for left, right in columns:
        if left < x1 and x0 < right:
            x0, x1 = min(x0, left), max(x1, right)
        else:
            apart.append((left, right))
    return sorted([*apart, (x0, x1)])


def _index(columns: Sequence[tuple[float, float]], cell: Cell) -> int:
    """The column of a cell, -1 where it has none."""
    middle = (cell.x0 + cell.x1) / 2
    return next((i for i, (x0, x1) in enumerate(columns) if x0 <= middle <= x1), -1)


def _is_rest(cell: Cell, old: Cell) -> bool:
    """Whether a text that is no label stands below another like its next line."""
    if (
        ordinal_of(cell.text)
        or is_value(old.text)
        or is_begun_by(cell.text)
        or is_label(cell.text)
    ):
        return False
    return _is_below(cell, old)


def _is_below(cell: Cell, old: Cell) -> bool:
    """Whether a text stands where the next line of the other would."""
    size = cell.size
    is_aligned = (
        abs(cell.x0 - old.x0) < 0.3 * size
        or abs(cell.x1 - old.x1) < 0.3 * size
        or abs((cell.x0 + cell.x1) - (old.x0 + old.x1)) < 0.6 * size
    )
    return is_aligned and (old.page != cell.page or cell.y - old.y < _NEXT_LINE * size)


def _meet(one: Cell, other: Cell) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1


def _cells(line: Line) -> list[Cell]:
    """The cells of a line: divided as finely as can be where that gives labels and values."""
    groups = _groups(line)
    if not _are_of_a_row([text_of(group) for group in groups]):
        groups = cells_of(line.glyphs, is_fine=False)
    y, page, size = line.y, line.page, line.size
    is_alone = len(groups) == 1
    return [Cell(text_of(g), g[0].x0, g[-1].x1, y, y, page, size, is_alone) for g in groups]


def _groups(line: Line) -> list[list[Glyph]]:
    """The characters that stand apart, an ordinal with what it counts."""
    groups: list[list[Glyph]] = []
    for group in cells_of(line.glyphs):
        if groups and _counts(groups[-1], group, line.size):
            groups[-1].extend(group)
        else:
            groups.append(group)
    return groups


def _counts(before: Sequence[Glyph], group: Sequence[Glyph], size: float) -> bool:
    """Whether a text is the ordinal of the next, a blank away."""
    is_near = group[0].x0 - before[-1].x1 < _ORDINAL_GAP * size
    return is_near and _is_ordinal(text_of(before)) and not ordinal_of(text_of(group))


def _is_ordinal(text: str) -> bool:
    return bool(ordinal_of(text)) and not plain_label(text)


def stretches(lines: Sequence[Line], right: float) -> Iterator[tuple[bool, list[Line]]]:
    """The lines in order, those of tables apart from those of prose."""
    kinds = _table_lines(lines, right)
    for is_table, group in groupby(zip(kinds, lines, strict=True), key=_kind):
        yield is_table, [line for _, line in group]


def _kind(marked: tuple[bool, Line]) -> bool:
    return marked[0]


def _table_lines(lines: Sequence[Line], right: float) -> list[bool]:
    """For each line, whether it stands in a table: rows, and short lines between rows."""
    sure = [i for i, line in enumerate(lines) if is_row(line)]
    marked = [False] * len(lines)
    for i, last in zip(sure, [-1, *sure], strict=False):
        marked[i] = True
        between = range(last + 1, i)
        is_near = len(between) < _MOST_WRAPS and (last >= 0 or not between)
        if is_near and not any(_is_prose(lines[k], right) for k in between):
            for k in between:
                marked[k] = True
        else:
            _extend_up(lines, marked, i, right)
    for i in sure:
        _extend_down(lines, marked, i)
    return marked


def _extend_up(lines: Sequence[Line], marked: list[bool], sure: int, right: float) -> None:
    """Also the lines above the first row: all below a heading, or those that begin its label."""
    k = sure - 1
    while k >= 0 and sure - k < _MOST_WRAPS and not _is_prose(lines[k], right):
        k -= 1
    first = k + 1
    if k < 0 or not _is_heading(lines[k]):
        first = sure
        while first > 0 and is_begun_by(lines[first - 1].text):
            first -= 1
    for k in range(first, sure):
        marked[k] = not _is_heading(lines[k])


def _extend_down(lines: Sequence[Line], marked: list[bool], sure: int) -> None:
    """Also the lines below a row with which its label or its number ends."""
    lowest = _Lowest()
    start = sure
    while start > 0 and sure - start < _MOST_WRAPS and marked[start - 1]:
        start -= 1
    for line in lines[start : sure + 1]:
        lowest.read(line)
    for k in range(sure + 1, len(lines)):
        cells = _cells(lines[k])
        above = [lowest.surely_above(cell, cells) for cell in cells]
        if marked[k] or None in above:
            return
        lowest.read(lines[k])
        marked[k] = True


def is_row(line: Line) -> bool:
    """Whether a line is labels and values and nothing else."""
    if names_numbers(line.text):
        return False
    cells = [text_of(group) for group in _groups(line)]
    if len(cells) == 1:
        return (is_telling(cells[0]) or is_value(cells[0])) and not _is_heading(line)
    return _are_of_a_row(cells)


def _are_of_a_row(cells: Sequence[str]) -> bool:
    """Whether texts are labels and then values; before several, any other label will do."""
    names = list(takewhile(_is_name, cells))
    rest = cells[len(names) :]
    if any(map(_is_name, rest)):
        return False
    return all(map(_may_be_label, names)) or (len(names) == 1 and len(rest) > 1)


def _is_name(text: str) -> bool:
    return not is_value(text) and not is_unit(text)


def _may_be_label(text: str) -> bool:
    return is_label(text) or is_begun_by(text) or bool(ordinal_of(text))


def _is_prose(line: Line, right: float) -> bool:
    """Whether a line cannot stand between two rows of one table."""
    if _is_heading(line) or names_numbers(line.text):
        return True
    role = read_line(line.text).role
    is_full = line.x1 > right - 2 * line.size and len(cells_of(line.glyphs)) == 1
    return role is Role.PROSE and (is_full or line.text[-1] in "。；！？")


def _is_heading(line: Line) -> bool:
    heading = heading_of(line.text)
    return heading is not None and heading.sureness >= TOPICAL and not is_label(line.text)
