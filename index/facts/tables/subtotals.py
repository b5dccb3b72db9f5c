"""A column 小计 that offices add to table three: the sum of the organisations beside it."""

from collections.abc import Sequence
from decimal import Decimal

from index.facts.tables.cells import read_cell
from index.facts.tables.rows import LabelledRow

_WIDTH = 8  # the seven columns of the form and one more
_MOST = 0.75
# Where the sum stands, and where the five that it adds up.
_PLACES = ((6, slice(1, 6)), (1, slice(2, 7)))


def drop_subtotals(rows: Sequence[LabelledRow]) -> None:
    """Take the column away where it is the sum of the five in every row, and the total agrees."""
    wide = [row for row in rows if len(row.filled) == _WIDTH]
    if not wide or len(wide) < _MOST * len(rows):
        return
    for at, parts in _PLACES:
        if all(_is_sum(row.filled, at, parts) for row in wide) and any(
            read_cell(row.filled[at]).value for row in wide
        ):
            for row in wide:
                row.cells = [cell for i, cell in enumerate(row.filled) if i != at]
                row.cells_line = None  # its columns no longer are the form's
            return


def _is_sum(cells: Sequence[str], at: int, parts: slice) -> bool:
    values = [value for cell in cells if (value := read_cell(cell).value) is not None]
    if len(values) < len(cells):
        return False
    return sum(values[parts], Decimal(0)) == values[at] and values[0] + values[at] == values[-1]
