"""Tables whose cells each hold a whole column, a line a row."""

from collections.abc import Sequence

from index.report.labels import is_label
from index.report.lines import is_value
from index.vocabulary.labels import plain_label

FEWEST_STACKED = 3  # lines in each cell
_GROUPS = frozenset(("不予公开", "无法提供", "不予处理", "其他处理"))


def rows_of_columns(columns: Sequence[Sequence[str]]) -> list[tuple[str, ...]] | None:
    """The rows of a table that has a whole column in each cell; None where it is no such table.

    Labels of groups may stand before them, one for all rows.
    """
    height = max(map(len, columns), default=0)
    groups = next((i for i, lines in enumerate(columns) if len(lines) > 1), 0)
    if any(len(lines) != 1 or is_value(lines[0]) for lines in columns[:groups]):
        return None
    stacked = _with_group_apart(columns[groups:])
    is_even = {len(lines) for lines in stacked} == {height}
    if height < FEWEST_STACKED or len(stacked) < 2 or not is_even:
        return None
    if sum(map(is_label, stacked[0])) < height // 2 or not any(map(is_value, stacked[-1])):
        return None
    return [(*(c[0] for c in columns[:groups]), *row) for row in zip(*stacked, strict=True)]


def _with_group_apart(columns: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The columns; the name of a group above the labels of its rows has no number beside it."""
    heights = {len(lines) for lines in columns[1:]}
    if len(heights) != 1 or len(columns[0]) != heights.pop() + 1:
        return columns
    is_group = plain_label(columns[0][0]) in _GROUPS
    return [columns[0][1:], *columns[1:]] if is_group else columns
