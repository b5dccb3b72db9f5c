"""Tables whose cells each hold a whole column, a line a row."""

from collections.abc import Sequence

from index.report.labels import is_label
from index.report.lines import is_value

FEWEST_STACKED = 3  # lines in each cell


def rows_of_columns(columns: Sequence[Sequence[str]]) -> list[tuple[str, ...]] | None:
    """The rows of a table that has a whole column in each cell; None where it is no such table."""
    heights = {len(lines) for lines in columns}
    height = max(heights, default=0)
    if height < FEWEST_STACKED or len(columns) < 2 or heights != {height}:
        return None
    if sum(map(is_label, columns[0])) < height // 2 or not any(map(is_value, columns[-1])):
        return None
    return list(zip(*columns, strict=True))
