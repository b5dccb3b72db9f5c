"""Tables whose cells each hold a whole column, a line a row."""

from collections.abc import Sequence

from index.report.labels import is_label
from index.report.lines import is_value

FEWEST_STACKED = 3  # lines in each cell


def rows_of_columns(columns: Sequence[Sequence[str]]) -> list[tuple[str, ...]] | None:
    """The rows of a table that has a whole column in each cell; None where it is no such table.

    Labels of groups may stand before them, one for all rows.
    """
    height = max(map(len, columns), default=0)
    groups = next((i for i, lines in enumerate(columns) if len(lines) > 1), 0)
    if any(len(lines) != 1 or is_value(lines[0]) for lines in columns[:groups]):
        return None
    stacked = columns[groups:]
    is_even = {len(lines) for lines in stacked} == {height}
    if height < FEWEST_STACKED or len(stacked) < 2 or not is_even:
        return None
    if sum(map(is_label, stacked[0])) < height // 2 or not any(map(is_value, stacked[-1])):
        return None
    return [(*(c[0] for c in columns[:groups]), *row) for row in zip(*stacked, strict=True)]
