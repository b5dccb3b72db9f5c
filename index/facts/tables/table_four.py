"""Table four: three blocks of five outcomes, usually one row of fifteen numbers."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from index.facts.tables.cells import (
    DIGITS,
    EMPTY,
    TEXT,
    ZERO,
    Reading,
    joined_digits,
    kind_of,
    read_cell,
)
from index.facts.tables.dispute_heads import adds_up, by_heads, by_rows
from index.facts.tables.reading import Draft, TableReading, missing_table
from index.facts.tables.rows import Line
from index.types import Finding, Status
from index.vocabulary.labels import plain_label
from index.vocabulary.metrics.disputes import BLOCK_ALIASES, BLOCKS, DISPUTES, OUTCOMES

KEYS = tuple(m.key for m in DISPUTES)
_WIDTH = len(KEYS)
_BLOCK_WIDTH = len(OUTCOMES)
_MOST_PIECES = 24
_OUTCOME_LABELS = frozenset(plain_label(label) for _, label, _ in OUTCOMES)
_BLOCK_OF_LABEL = {plain_label(label): key for key, label, _ in BLOCKS} | BLOCK_ALIASES


def read_table_four(lines: Sequence[Line]) -> TableReading:
    """The fifteen cells of table four."""
    if not lines:
        return missing_table(4)
    draft = Draft(4, lines[0].section or 4)
    cells = _overlapped(lines) or by_heads(lines) or _one_row(lines)
    cells = cells or _three_rows(lines) or by_rows(lines)
    if cells is not None:
        _add(draft, cells)
    elif any(line.has_values or _has_digits(line) for line in lines):
        _add_joined(draft, lines)
    else:
        _add(draft, ("",) * _WIDTH)
    _fill_totals(draft)
    return draft.result()


def is_row_of_fifteen(line: Line) -> bool:
    """Whether a line is the number row of table four: fifteen cells and nothing else."""
    return _fifteen(line) is not None and line.has_values


def is_column_of_fifteen(lines: Sequence[Line]) -> bool:
    """Whether lines are nothing but the fifteen cells of table four, and add up."""
    if not all(line.is_lonely and TEXT not in line.kinds for line in lines):
        return False
    cells = _lonely_run(lines)
    return cells is not None and all_close(cells)


def _has_digits(line: Line) -> bool:
    return any(ch.isdigit() for cell in line.cells for ch in cell)


def _overlapped(lines: Sequence[Line]) -> tuple[str, ...] | None:
    """The fifteen cells of a row into which a head reaches whose span is too long."""
    for line in lines:
        if not (line.is_grid and line.has_values and TEXT in line.kinds):
            continue
        rest = [c for c in line.cells if plain_label(c) not in _OUTCOME_LABELS]
        if len(rest) == _WIDTH < len(line.cells) and TEXT not in map(kind_of, rest):
            return tuple(rest)
    return None


def _one_row(lines: Sequence[Line]) -> tuple[str, ...] | None:
    found = {cells for line in lines if line.has_values and (cells := _fifteen(line))}
    if not found:
        found = {cells for cells in (_lonely_run(lines),) if cells}
    return found.pop() if len(found) == 1 else None


def _fifteen(line: Line) -> tuple[str, ...] | None:
    if TEXT in line.kinds and not _is_word_among_numbers(line):
        return None
    cells = list(line.cells)
    filled = [c for c, k in zip(cells, line.kinds, strict=True) if k is not EMPTY]
    if len(filled) == _WIDTH:
        return tuple(filled)
    window = _window(cells) if len(cells) >= _WIDTH else None
    if window is not None:
        return window
    pieces = [piece for cell in filled for piece in cell.split()]
    if len(filled) in (1, 2, 3) and len(pieces) == _WIDTH:  # 0 0 0 0 0 | 0 0 … (V65)
        return tuple(pieces)
    return None


def _window(cells: Sequence[str]) -> tuple[str, ...] | None:
    """Fifteen cells side by side, the others empty: tabs that lead or end the line.

    Of several, the one whose blocks add up; a single tab too many is one at the end.
    """
    filled = [i for i, cell in enumerate(cells) if kind_of(cell) is not EMPTY]
    if not filled:
        return tuple(cells[:_WIDTH])
    first, last = max(0, filled[-1] - _WIDTH + 1), min(filled[0], len(cells) - _WIDTH)
    windows = [tuple(cells[at : at + _WIDTH]) for at in range(first, last + 1)]
    closing = [window for window in windows if all_close(window)]
    if len(closing) == 1:
        return closing[0]
    is_sure = len(windows) == 1 or len(cells) == _WIDTH + 1
    return windows[0] if windows and is_sure and adds_up(windows[0]) else None


def _is_word_among_numbers(line: Line) -> bool:
    words = line.kinds.count(TEXT)
    return words <= 3 and len(line.kinds) - line.kinds.count(EMPTY) == _WIDTH


def _lonely_run(lines: Sequence[Line]) -> tuple[str, ...] | None:
    """The cells that stand one a line after the last head, without the gaps between."""
    runs: list[list[str]] = [[]]
    for line in lines:
        if not line.is_lonely or TEXT in line.kinds:
            runs.append([])
        else:
            runs[-1].extend(line.cells[:1])
    for run in runs:
        filled = [c for c in run if kind_of(c) is not EMPTY]
        if len(filled) == _WIDTH:
            return tuple(filled)
    with_blanks = [r for r in runs if len(r) == _WIDTH and any(kind_of(c) is not EMPTY for c in r)]
    return tuple(with_blanks[0]) if len(with_blanks) == 1 else None


def _three_rows(lines: Sequence[Line]) -> tuple[str, ...] | None:
    """A table turned round: a row for each block, with five cells."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        blocks = [b for cell in line.cells if (b := _BLOCK_OF_LABEL.get(plain_label(cell)))]
        if not blocks or not line.has_values:
            continue
        last = max(i for i, k in enumerate(line.kinds) if k is TEXT)
        cells = [c for c in line.cells[last + 1 :] if kind_of(c) is not EMPTY]
        if len(cells) != _BLOCK_WIDTH or blocks[-1] in found:
            return None
        found[blocks[-1]] = tuple(cells)
    if len(found) != len(BLOCKS):
        return None
    return tuple(cell for block, _, _ in BLOCKS for cell in found[block])


def _add(draft: Draft, cells: Sequence[str], status: Status | None = None) -> None:
    for key, text in zip(KEYS, cells, strict=True):
        reading = read_cell(text)
        if reading.value is None or reading.value < 0:
            reading = _torn_apart(text)
        if status is not None and reading.value is not None:
            reading = Reading(reading.value, text, status)
        draft.cells[(key, "total")] = reading
    _confirm_joined(draft)
    unread = [k for k, cell in draft.cells.items() if cell.value is None]
    texts = "、".join(f"“{draft.cells[k].raw}”" for k in unread if draft.cells[k].raw)
    draft.add_unreadable(unread, f"不是数字：{texts}")


def _torn_apart(text: str) -> Reading:
    joined = joined_digits(text) if kind_of(text) is DIGITS else None
    status = Status.UNREADABLE if joined is None else Status.REPAIRED
    return Reading(joined, text, status)


def _confirm_joined(draft: Draft) -> None:
    """Joined digits stay only where their block adds up."""
    for block in _blocks():
        joined = [k for k in block if draft.cells[k].status is Status.REPAIRED]
        values = [draft.cells[k].value for k in block]
        known = [v for v in values if v is not None]
        is_told = any(known) or not any(" " in draft.cells[k].raw for k in joined)
        closes = len(known) == _BLOCK_WIDTH and sum(known[:-1]) == known[-1] and is_told
        if joined and closes:
            places = tuple(draft.place(*key) for key in joined)
            read_as = "、".join(
                f"{p.column}{draft.cells[k].value}" for k, p in zip(joined, places, strict=True)
            )
            message = (
                f"表四“{places[0].row}”的数字在提取时断开或认错，"
                f"只有读作{read_as}时勾稽关系成立，按此采用。"
            )
            draft.findings.append(Finding("digits_joined", message, cells=places))
        else:
            for key in joined:
                draft.cells[key] = Reading(None, draft.cells[key].raw, Status.UNREADABLE)


def _blocks() -> list[list[tuple[str, str]]]:
    keys = [(key, "total") for key in KEYS]
    return [keys[i : i + _BLOCK_WIDTH] for i in range(0, _WIDTH, _BLOCK_WIDTH)]


def _add_joined(draft: Draft, lines: Sequence[Line]) -> None:
    """Not fifteen cells: torn digits, joined where exactly one reading closes all blocks."""
    pieces = [
        piece
        for line in lines
        if line.has_values
        for cell, kind in zip(line.cells, line.kinds, strict=True)
        if kind not in (EMPTY, TEXT)
        for piece in cell.split()
    ]
    has_labels = any(line.has_values and TEXT in line.kinds for line in lines)
    if len(pieces) == _WIDTH and not has_labels and all_close(pieces):
        # The row went over to the next line.
        _add(draft, pieces)
        return
    readings = joinings(pieces)
    if len(readings) == 1:
        _add(draft, readings[0], Status.REPAIRED)
        return
    for key in KEYS:
        draft.cells[(key, "total")] = Reading(None, " ".join(pieces), Status.UNREADABLE)
    draft.add_unreadable(
        [(key, "total") for key in KEYS], f"应有{_WIDTH}个数字，只能辨认出{len(pieces)}个"
    )


def all_close(cells: Sequence[str]) -> bool:
    """Whether each of the three blocks adds up."""
    values = [read_cell(cell).value for cell in cells]
    known = [value for value in values if value is not None]
    starts = range(0, _WIDTH, _BLOCK_WIDTH)
    return len(known) == _WIDTH and all(
        sum(known[i : i + _BLOCK_WIDTH - 1]) == known[i + _BLOCK_WIDTH - 1] for i in starts
    )


def joinings(pieces: Sequence[str]) -> list[tuple[str, ...]]:
    """The ways to join torn digits to fifteen cells that close all blocks."""
    if not _WIDTH < len(pieces) <= _MOST_PIECES or not all(p.isdigit() for p in pieces):
        return []
    readings: list[list[str]] = [[]]
    ends = {0: readings}
    for _ in BLOCKS:
        after: dict[int, list[list[str]]] = {}
        for start, done in ends.items():
            for end, cells in _block_joinings(pieces, start):
                after.setdefault(end, []).extend([*d, *cells] for d in done)
        ends = after
    return [tuple(r) for r in ends.get(len(pieces), [])]


def _block_joinings(pieces: Sequence[str], start: int) -> list[tuple[int, list[str]]]:
    found = []
    for end in range(start + _BLOCK_WIDTH, min(len(pieces), start + 16) + 1):
        for cuts in combinations(range(start + 1, end), _BLOCK_WIDTH - 1):
            bounds = (start, *cuts, end)
            cells = ["".join(pieces[a:b]) for a, b in pairwise(bounds)]
            numbers = [int(c) for c in cells]
            if sum(numbers[:-1]) == numbers[-1] and all(c == str(int(c)) for c in cells):
                found.append((end, cells))
    return found


def _fill_totals(draft: Draft) -> None:
    computed = []
    for *parts, total in _blocks():
        values = [draft.cells[k].value for k in parts]
        if draft.cells[total].status is not Status.BLANK or not any(values):
            continue
        raw = draft.cells[total].raw
        if any(v is None for v in values):
            draft.cells[total] = Reading(None, raw, Status.UNREADABLE)
            draft.add_unreadable([total], "未填，而分项不全")
            continue
        draft.cells[total] = Reading(
            sum((v for v in values if v is not None), ZERO), raw, Status.COMPUTED
        )
        computed.append(total)
    if computed:
        places = tuple(draft.place(*key) for key in computed)
        message = f"表四有{len(computed)}个总计未填，按各分项之和计算。"
        draft.findings.append(Finding("total_computed", message, cells=places))
