"""Table three whose heads name other columns than the form's, or in another order.

Offices put the total first, add a column 小计 for the organisations or a second total, and number
their rows. What such heads say is taken where the rows then add up.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from index.facts.tables.cells import EMPTY, TEXT, kind_of, read_cell
from index.facts.tables.form_three import COLUMNS
from index.facts.tables.rows import Head, LabelledRow

_SUM, _TOTAL = "organisations", "total"
# As the heads of the form follow each other where they have rows of their own.
_OF_FORM = (
    COLUMNS,
    ("natural", _SUM, *COLUMNS[1:]),
    ("natural", _SUM, _TOTAL, *COLUMNS[1:-1]),
    ("natural", _TOTAL, *COLUMNS[1:-1]),
)
_WIDE = len(COLUMNS) + 1
# Where a sum of the five stands that no head names, and where the five.
_SUMS = ((6, slice(1, 6)), (1, slice(2, 7)))
_MOST = 0.75
_DOUBT = "的数字比表头的列少或多，分不清列"
_FEWEST_NUMBERED = 3

Cells = dict[str, str]  # by column


def put_in_order(rows: Sequence[LabelledRow]) -> None:
    """Give rows the seven cells of the form, in its order, where their heads tell another one."""
    _drop_numbers(rows)
    for _, group in groupby(rows, key=lambda row: id(row.head)):
        below = list(group)
        head = below[0].head
        if head is not None and _told(head) and not _is_of_form(below, head):
            _order(below, head)
    _drop_sums(rows)


def _order(rows: Sequence[LabelledRow], head: Head) -> None:
    ways = [[_by_place(row, head) for row in rows]]
    ways += [[_by_count(row, names) for row in rows] for names in _orders(_told(head))]
    form = [_by_count(row, COLUMNS) for row in rows]
    as_in_form = _closing(form)
    for way in ways:
        told = [cells for cells in way if cells is not None]
        closing = _closing(way)
        if not told or closing < max(as_in_form, _MOST * sum(map(_has_figure, told))):
            continue
        if closing == as_in_form and any(form) and not _is_order_sure(head, rows):
            # Heads at several heights lose their order more easily than numbers do.
            for row, cells, usual in zip(rows, way, form, strict=True):
                if closing and row.line.is_lonely and cells != usual:
                    row.doubt = _DOUBT
            return
        for row, cells in zip(rows, way, strict=True):
            if cells is not None:
                row.cells = [cells[column] for column in COLUMNS]
                row.cells_line = row.head = None
            elif row.filled:
                row.doubt = _DOUBT
        return


def _is_order_sure(head: Head, rows: Sequence[LabelledRow]) -> bool:
    """Whether the heads stand as they do above the columns: in one line, or in the form's order.

    The total may stand anywhere.
    """
    order = [name for name in _told(head) if name not in (_SUM, _TOTAL)]
    is_grid = all(row.line.is_grid for row in rows)
    return is_grid or head.lines == 1 or order == list(COLUMNS[:-1])


def _told(head: Head) -> tuple[str, ...]:
    """The columns that a head names, in order; nothing where it lacks some of the form's."""
    names = tuple(name for name in head.names if name in COLUMNS or name == _SUM)
    return names if set(names) >= set(COLUMNS) else ()


def _is_of_form(rows: Sequence[LabelledRow], head: Head) -> bool:
    """Whether the heads are the form's, and no column of numbers stands beside them."""
    if 2 * sum(len(row.filled) > len(COLUMNS) for row in rows) > len(rows):
        return False
    others = {place for name in COLUMNS for place in head.places[name]}
    first = [min(head.places[name]) for name in COLUMNS]
    if len(set(first)) < len(first):
        return _told(head) in _OF_FORM
    is_alone = len(head.places[_TOTAL]) == 1 or len(others) != _WIDE
    return is_alone and first == sorted(first) and head.places.get(_SUM, others) <= others


def _orders(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The orders that cells may have: 法人或其他组织 may only stand above the five."""
    yield names
    if _SUM in names:
        yield tuple(name for name in names if name != _SUM)


def _by_place(row: LabelledRow, head: Head) -> Cells | None:
    """The cells of a row below the heads where each stands."""
    line = row.cells_line
    if line is None or not head.fits(line):
        return None
    cells: Cells = {}
    taken: set[int] = set()
    others = {p for name in COLUMNS for p in head.places[name]}
    for name in (*COLUMNS, _SUM):
        places = head.places.get(name, set()) - (others if name == _SUM else set())
        texts = {line.cells[p] for p in places if p > row.label_at}
        if name in COLUMNS and (len(texts) != 1 or places & taken):
            return None
        if texts:
            cells[name] = max(texts)
            taken |= places
    rest = (k for i, k in enumerate(line.kinds) if i > row.label_at and i not in taken)
    return None if any(kind not in (EMPTY, TEXT) for kind in rest) else cells


def _by_count(row: LabelledRow, names: Sequence[str]) -> Cells | None:
    """The cells of a row in which none is empty, in the order of the heads."""
    if len(row.filled) != len(names):
        return None
    cells: Cells = {}
    for name, text in zip(names, row.filled, strict=True):
        if cells.setdefault(name, text) != text:
            return None
    return cells


def _closing(way: Sequence[Cells | None]) -> int:
    """How many rows add up that hold more than zeros."""
    return sum(_has_figure(cells) and _closes(cells) for cells in way if cells is not None)


def _has_figure(cells: Cells) -> bool:
    return any(read_cell(text).value for text in cells.values())


def _closes(cells: Cells) -> bool:
    values = {name: read_cell(text).value for name, text in cells.items()}
    five = _sum([values[name] for name in COLUMNS[1:-1]])
    if five is None or values["natural"] is None:
        return False
    is_sum = _SUM not in values or _is_empty(cells[_SUM]) or values[_SUM] == five
    # An empty total confirms nothing: it may be an empty cell of another column.
    return is_sum and (values[_TOTAL] or Decimal(0)) == values["natural"] + five


def _is_empty(text: str) -> bool:
    return kind_of(text) is EMPTY


def _sum(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(values) else None


def _drop_numbers(rows: Sequence[LabelledRow]) -> None:
    """Take the first number of every row away where it only counts the rows."""
    filled = [list(row.filled) for row in rows]
    is_counted = len(rows) >= _FEWEST_NUMBERED and all(
        cells and cells[0].isdecimal() and int(cells[0]) == i
        for i, cells in enumerate(filled, start=1)
    )
    if is_counted:
        for row, cells in zip(rows, filled, strict=True):
            at = next(i for i, cell in enumerate(row.cells) if cell == cells[0])
            row.cells = row.cells[at + 1 :]
            row.cells_line = None


def _drop_sums(rows: Sequence[LabelledRow]) -> None:
    """Take the sum of the five away, where it can be but one column."""
    wide = [row for row in rows if len(row.filled) == _WIDE]
    found = [at for at, parts in _SUMS if all(_is_sum(row.filled, at, parts) for row in wide)]
    if not wide or not found or not (len(wide) >= _MOST * len(rows) or _are_short(rows, wide)):
        return
    ways = [[_without(row.filled, at) for row in wide] for at in found]
    if len(found) > 1 and ways[0] != ways[1]:
        found = [at for at in found if at == _sum_at(wide[0].head)]
    for row in rows:
        # A row that keeps its empty cells has as many cells.
        is_whole = len(row.filled) == _WIDE or (row.cells_line and len(row.cells) == _WIDE)
        cells = _without(row.cells, found[0]) if found and is_whole else []
        values = [read_cell(cell).value for cell in cells]
        five = _sum(values[:-1])
        if cells and five is not None and (values[-1] == five or _is_empty(cells[-1])):
            row.cells, row.cells_line = cells, None
        elif row.filled:
            row.doubt = _DOUBT


def _without(cells: Sequence[str], at: int) -> list[str]:
    return [cell for i, cell in enumerate(cells) if i != at]


def _are_short(rows: Sequence[LabelledRow], wide: Sequence[LabelledRow]) -> bool:
    """Whether rows of as many cells as the form has lack one: they do not add up."""
    full = [row.filled for row in rows if len(row.filled) == len(COLUMNS)]
    return len(wide) > 1 and any(
        not _closes(dict(zip(COLUMNS, cells, strict=True))) for cells in full
    )


def _sum_at(head: Head | None) -> int | None:
    """Where the heads put the sum: behind the five, or before them; None where that is open."""
    pairs = () if head is None else tuple(pairwise(head.names))
    if (COLUMNS[-2], _SUM) in pairs:
        return _SUMS[0][0]
    return _SUMS[1][0] if (_SUM, COLUMNS[1]) in pairs else None


def _is_sum(cells: Sequence[str], at: int, parts: slice) -> bool:
    values = [value for cell in cells if (value := read_cell(cell).value) is not None]
    if len(values) < len(cells):
        return False
    return sum(values[parts], Decimal(0)) == values[at] and values[0] + values[at] == values[-1]
