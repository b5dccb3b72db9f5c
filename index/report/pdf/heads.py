"""Table two without ruling lines: numbers placed below the heads of their sub-table.

Where empty cells leave no trace, only the place of a number tells its column.
"""

from collections.abc import Sequence
from dataclasses import replace

from index.report.labels import is_label, is_whole_label
from index.report.pdf.cells import Cell
from index.vocabulary.labels import plain_label

_FIRST_HEAD, _SUB_TABLE = "信息内容", "第二十条"
_REACH = 0.5  # ems that a number may reach beyond its head

Row = Sequence[Cell]


def placed_by_heads(rows: Sequence[Row]) -> dict[int, list[str]]:
    """The rows that have a cell for each head above them; none where any of them is not clear."""
    placed: dict[int, list[str]] = {}
    heads: Row = ()
    for at, row in enumerate(rows):
        first = plain_label(row[0].text)
        if first == _FIRST_HEAD and len(row) > 1:
            heads = _whole(row)
            if not all(is_label(head.text) for head in heads):
                return {}
        elif first.startswith(_SUB_TABLE):
            heads = ()
        elif heads and is_label(row[0].text):
            texts = _below(row, heads) if len(row) <= len(heads) else None
            if texts is None:
                return {}
            placed[at] = texts
        else:
            heads = ()
    return placed


def _whole(row: Row) -> Row:
    """The heads, those that were cut at a blank put together."""
    whole: list[Cell] = []
    for cell in row:
        last = whole[-1] if whole else None
        if last is not None and not is_whole_label(cell.text) and is_label(last.text + cell.text):
            whole[-1] = replace(last, text=last.text + cell.text, x1=cell.x1)
        else:
            whole.append(cell)
    return whole


def _below(row: Row, heads: Row) -> list[str] | None:
    """A label and the numbers behind it, each below its head; None where that is not clear."""
    label, *values = row
    if label.is_value or not all(value.is_value for value in values):
        return None
    texts = [""] * (len(heads) - 1)
    for value in values:
        above = [i for i, head in enumerate(heads[1:]) if _is_above(head, value)]
        if len(above) != 1 or texts[above[0]]:
            return None
        texts[above[0]] = value.text
    return [label.text, *texts]


def _is_above(head: Cell, value: Cell) -> bool:
    """Whether a number stands below a head, with most of it or of the head."""
    reach = _REACH * value.size
    shared = min(head.x1 + reach, value.x1) - max(head.x0 - reach, value.x0)
    return shared > 0.6 * min(head.x1 - head.x0, value.x1 - value.x0)
