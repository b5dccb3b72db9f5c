"""How a report leaves cells empty: what an empty cell means there."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from index.facts.tables.cells import EMPTY, MARK, NUMBER, read_cell
from index.facts.tables.rows import LabelledRow, Line

# So many printed zeros for each gap show that gaps are slips, not the style of the report.
_ZEROS_A_GAP = 10
# Fewer printed zeros are no style.
_FEWEST_ZEROS = 10
_EVEN = 0.75


@dataclass(frozen=True)
class Blanks:
    """How the tables that lines are of leave cells empty; looked into when it matters."""

    lines: Sequence[Line]

    @cached_property
    def are_zeros(self) -> bool:
        """False where zeros are printed, so that a row without any number has lost them."""
        return not _prints_zeros(self.lines)

    @cached_property
    def _widths(self) -> dict[int, int]:
        """Those of the tables whose lines are equally long: a shorter line has lost cells."""
        widths: dict[int, list[int]] = {}
        for line in self.lines:
            widths.setdefault(line.table, []).append(len(line.cells))
        return {
            table: max(found)
            for table, found in widths.items()
            if found.count(max(found)) >= _EVEN * len(found)
        }

    def are_lost(self, row: LabelledRow) -> bool:
        """Whether the line of a row ends before its cells do."""
        line = row.cells_line
        return line is not None and len(line.cells) < self._widths.get(line.table, 0)


def _prints_zeros(lines: Sequence[Line]) -> bool:
    zeros = gaps = 0
    for line in lines:
        filled = [i for i, kind in enumerate(line.kinds) if kind is NUMBER or kind is MARK]
        if filled:
            zeros += sum(map(_is_zero, [line.cells[i] for i in filled]))
            gaps += line.kinds[filled[0] : filled[-1]].count(EMPTY)
    return zeros > max(_ZEROS_A_GAP * gaps, _FEWEST_ZEROS)


@lru_cache(maxsize=4_096)
def _is_zero(cell: str) -> bool:
    return read_cell(cell).value == 0
