"""Table four by the labels around each number, however its blocks are arranged.

The form has one row of fifteen; offices also print three tables of five, or a row a number.
"""

from collections.abc import Container, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from index.facts.tables.cells import EMPTY, TEXT, ZERO, read_cell
from index.facts.tables.rows import Line
from index.vocabulary.labels import plain_label
from index.vocabulary.metrics.disputes import BLOCK_ALIASES, BLOCKS, OUTCOMES

_BLOCK = {plain_label(label): key for key, label, _ in BLOCKS} | BLOCK_ALIASES
_OUTCOME = {plain_label(label): key for key, label, _ in OUTCOMES}
_SUITS = "行政诉讼"

Place = tuple[str, str]  # a block and an outcome


def by_heads(lines: Sequence[Line]) -> tuple[str, ...] | None:
    """The fifteen cells by the heads above each; None unless all are there and agree."""
    found: dict[Place, str] = {}
    is_uneven = False
    for _, table in groupby(lines, key=attrgetter("table")):
        blocks: dict[int, str] = {}
        outcomes: dict[int, str] = {}
        headed: set[int] = set()
        for line in table:
            if not line.is_grid:
                return None
            if not line.has_values:
                _take_heads(line, blocks, outcomes)
                headed.update(_own_heads(line))
                continue
            line = _without_heads(line, outcomes)
            places = _places(line, blocks, outcomes)
            if places is None or not _take(found, places, line):
                return None
            last = max(places, default=0)
            if _has_stray(line, places, headed) or max(outcomes, default=0) > last:
                return None
            is_uneven |= len(line.cells) > last + 1
    cells = _in_order(found)
    # A cell too many may stand before others and move them.
    return None if cells is not None and is_uneven and not adds_up(cells) else cells


def _own_heads(line: Line) -> list[int]:
    """The places of a head row that have a text of their own, not one that spans from before."""
    cells = line.cells
    return [i for i, cell in enumerate(cells) if cell and (i == 0 or cells[i - 1] != cell)]


def _has_stray(line: Line, places: Mapping[int, Place], headed: Container[int]) -> bool:
    """Whether a number without a head stands behind the last, and does not repeat it."""
    last = max(places, default=0)
    return any(
        kind not in (EMPTY, TEXT) and i not in headed and line.cells[i] != line.cells[last]
        for i, kind in enumerate(line.kinds)
        if i > last
    )


def adds_up(cells: Sequence[str]) -> bool:
    """Whether each block adds up, blanks being nothing."""
    values = [read_cell(cell).value or ZERO for cell in cells]
    width = len(OUTCOMES)
    blocks = [values[i : i + width] for i in range(0, len(values), width)]
    return all(sum(parts) == total for *parts, total in blocks)


def _without_heads(line: Line, outcomes: Mapping[int, str]) -> Line:
    """A row of numbers without the heads that reach down into its empty cells."""
    cells = [
        "" if outcomes.get(i) and _OUTCOME.get(plain_label(cell)) == outcomes[i] else cell
        for i, cell in enumerate(line.cells)
    ]
    if tuple(cells) == line.cells or len(cells) < len(BLOCKS) * len(OUTCOMES):
        return line
    kinds = tuple(EMPTY if not cell else k for cell, k in zip(cells, line.kinds, strict=True))
    return line._replace(cells=tuple(cells), kinds=kinds)


def _places(
    line: Line, blocks: Mapping[int, str], outcomes: Mapping[int, str]
) -> dict[int, Place] | None:
    """What each cell of a line is; where the table is turned, its label says the outcome."""
    words = [i for i, kind in enumerate(line.kinds) if kind is TEXT]
    if not words:
        return {i: (blocks[i], outcomes[i]) for i in blocks.keys() & outcomes.keys()}
    named = {_OUTCOME.get(plain_label(line.cells[i])) for i in words}
    outcome = named.pop() if len(named) == 1 else None
    if outcome is None:
        return None
    return {i: (block, outcome) for i, block in blocks.items() if i > words[-1]}


def _take_heads(line: Line, blocks: dict[int, str], outcomes: dict[int, str]) -> None:
    for place, cell in enumerate(line.cells):
        label = plain_label(cell)
        if label in _BLOCK:
            blocks[place] = _BLOCK[label]
        elif label == _SUITS:
            blocks.pop(place, None)
        elif label in _OUTCOME:
            outcomes[place] = _OUTCOME[label]


def _take(found: dict[Place, str], places: Mapping[int, Place], line: Line) -> bool:
    """Take the cells of a line; False where one contradicts what was found."""
    for place, key in places.items():
        if (
            place >= len(line.cells)
            or found.setdefault(key, line.cells[place]) != line.cells[place]
        ):
            return False
    return True


def by_rows(lines: Sequence[Line]) -> tuple[str, ...] | None:
    """The fifteen cells where each stands in a row of its own, behind its labels."""
    found: dict[Place, str] = {}
    block = None
    for line in lines:
        labels = [plain_label(cell) for cell in line.cells]
        named = [_BLOCK[label] for label in labels if label in _BLOCK]
        if named or _SUITS in labels:
            block = named[-1] if named else None
        outcomes = {_OUTCOME[label] for label in labels if label in _OUTCOME}
        values = [
            cell
            for cell, kind in zip(line.cells, line.kinds, strict=True)
            if kind not in (EMPTY, TEXT)
        ]
        if not values and line.is_grid and outcomes and block and line.kinds[-1] is EMPTY:
            values = [""]
        if not values:
            continue
        if block is None or len(outcomes) != 1 or len(values) != 1:
            return None
        key = (block, outcomes.pop())
        if found.setdefault(key, values[0]) != values[0]:
            return None
    return _in_order(found)


def _in_order(found: Mapping[Place, str]) -> tuple[str, ...] | None:
    """The fifteen cells; totals that no block has are empty, to be added up."""
    keys = [(block, outcome) for block, _, _ in BLOCKS for outcome, _, _ in OUTCOMES]
    lost = {key for key in keys if key not in found}
    if lost and lost != {key for key in keys if key[1] == "total"}:
        return None
    return tuple(found.get(key, "") for key in keys)
