"""Table three as some extractors give it: all labels first, then the numbers, row by row."""

from collections.abc import Sequence
from itertools import pairwise

from index.facts.tables.cells import ZERO, read_cell
from index.facts.tables.rows import LabelledRow

_FEWEST = 10  # labels without a number
_DOUBT = "后面还有没有名称的数字，分不清是哪一行的"
_BALANCE = ("new_received", "carried_in", "handled_total", "carried_out")


def join_apart(keys: Sequence[str | None], rows: Sequence[LabelledRow]) -> None:
    """Give numbers below the last label to the labels in order, where the totals then add up.

    Else the label that stands right above them has no claim to the first of them.
    """
    for at, (row, below) in enumerate(pairwise(rows)):
        if keys[at] is not None and row.is_from_below and not below.label and below.filled:
            if not _joined(keys, rows, at):
                row.doubt = _DOUBT
            return


def _joined(keys: Sequence[str | None], rows: Sequence[LabelledRow], last: int) -> bool:
    labelled = [i for i in range(last + 1) if keys[i] is not None]
    below = [row for row in rows[last + 1 :] if not row.label and row.filled]
    is_list = len(labelled) > _FEWEST and not any(rows[i].filled for i in labelled[:-1])
    if not is_list or len(below) != len(labelled) - 1:
        return False
    found = [
        [piece for cell in row.filled for piece in cell.split()] for row in (rows[last], *below)
    ]
    totals = {
        key: read_cell(cells[-1]).value or ZERO
        for i, cells in zip(labelled, found, strict=True)
        if (key := keys[i]) is not None
    }
    new, carried, handled, out = (totals.get(key) for key in _BALANCE)
    if new is None or carried is None or handled is None or out is None:
        return False
    outcomes = sum(value for key, value in totals.items() if key not in _BALANCE)
    if not handled or new + carried != handled + out or outcomes != handled:
        return False
    for i, cells in zip(labelled, found, strict=True):
        rows[i].cells, rows[i].cells_line = cells, None
    for row in below:
        row.cells = []
    return True
