"""Merged cells to a rectangle.

The rule for every reader of grids, and for whoever reads their tables: a cell that spans
columns or rows is REPEATED over its span. So each row of table three carries its group label
(三、本年度办理结果, （三）不予公开), and all rows are equally long. A number that spans columns
(行政许可 | 0 over three columns) is repeated as well: equal neighbours may be one cell.
A row that lacks cells at its end stays short: a cell that is not there is not an empty one.

Spans are taken as people mean them, not as browsers draw them: a rowspan that is too long ends
where a row is complete without it, and columns in which no cell begins do not count.
"""

from collections.abc import Sequence
from typing import NamedTuple

from index.types import Table

# No form has more; a larger span is an error or an attack.
_WIDEST_SPAN = 120
_MOST_CELLS = 200_000
# Wider than any form: empty columns are then only layout.
_LAYOUT_WIDTH = 20


class SpanCell(NamedTuple):
    """A cell as marked up; `rows` 0 reaches to the end of the table."""

    text: str
    cols: int = 1
    rows: int = 1


def grid_from(rows: Sequence[Sequence[SpanCell]]) -> Table | None:
    """The table that marked-up rows make, merged cells repeated; None without any text."""
    if not any(cell.text for row in rows for cell in row):
        return None
    placed, begun = _place(rows)
    width = max((len(row) for row in placed), default=0)
    kept = [x for x in range(width) if x in begun]
    if width > _LAYOUT_WIDTH:
        kept = [x for x in kept if any(x < len(row) and row[x] for row in placed)]
    return Table(
        tuple(tuple(row[x] for x in kept if x < len(row)) for row in placed),
        is_grid=True,
    )


def _place(rows: Sequence[Sequence[SpanCell]]) -> tuple[list[list[str]], set[int]]:
    """The cells at their places, and the columns in which any cell begins."""
    placed: list[list[str]] = []
    begun: set[int] = set()
    hanging: dict[int, tuple[int, str]] = {}  # column: rows still to cover, text
    width = count = 0
    for y, row in enumerate(rows):
        # Complete by itself: the spans were too long.
        if hanging and width and sum(map(_cols, row)) >= width:
            hanging = {}
        line: list[str] = []
        below: dict[int, tuple[int, str]] = {}
        for cell in row:
            if hanging:
                _hang(line, hanging, below)
            begun.add(len(line))
            if cell.cols == cell.rows == 1:  # as nearly all are
                line.append(cell.text)
                continue
            left = _rows_below(cell, len(rows) - y)
            end = len(line) + _cols(cell)
            if left:
                below.update(dict.fromkeys(range(len(line), end), (left, cell.text)))
            line += [cell.text] * (end - len(line))
        _hang(line, hanging, below, is_end=True)
        hanging = below
        width = max(width, len(line))
        count += width
        if count > _MOST_CELLS:
            break
        placed.append(line)
    return placed, begun


def _hang(
    line: list[str],
    hanging: dict[int, tuple[int, str]],
    below: dict[int, tuple[int, str]],
    *,
    is_end: bool = False,
) -> None:
    """Put the cells that hang down from above at their places, up to a free one."""
    while len(line) in hanging:
        x = len(line)
        left, text = hanging[x]
        line.append(text)
        if left > 1:
            below[x] = (left - 1, text)
    if is_end:
        for x in sorted(hanging):
            if x >= len(line):  # a row that ends early still lies beside what hangs
                line.extend([""] * (x - len(line)))
                _hang(line, hanging, below)


def _cols(cell: SpanCell) -> int:
    return min(max(cell.cols, 1), _WIDEST_SPAN)


def _rows_below(cell: SpanCell, rows_left: int) -> int:
    rows = rows_left if cell.rows == 0 else cell.rows
    return min(max(rows, 1), rows_left) - 1
