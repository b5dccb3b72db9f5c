"""Table three whose empty cells vanished: where numbers stand is taken where the sums tell.

The numbers of a row kept their order and the last is the total. Of all ways to deal them out
over the columns those are left that close every column; what is the same in all of them is sure.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, product

from index.facts.tables.align import Aligned
from index.facts.tables.cells import NUMBER, ZERO, kind_of, read_cell
from index.facts.tables.form_three import COLUMNS

_WIDTH = len(COLUMNS) - 1
_BALANCE = ("new_received", "carried_in", "handled_total", "carried_out")
_MOST_STATES = 3_000

Ways = dict[tuple[Decimal, ...], tuple[str, ...]]  # values by column, with the cells
Open = tuple[Decimal, ...]  # what is still to be dealt out in each column


class _TooManyError(Exception):
    """More ways than are looked through."""


def deal_out(
    aligned: dict[str, Aligned], filled: Mapping[str, Sequence[str]], rows: Sequence[str]
) -> None:
    """Fill the rows that were counted, or could not be, with the cells that are sure."""
    if all(row.cells is not None and not row.is_by_count for row in aligned.values()):
        return
    ways = {key: _ways(aligned[key], filled[key]) for key in rows if key in aligned}
    if len(ways) < len(rows) or not all(ways.values()):
        return
    try:
        left = _closing(ways, rows)
    except _TooManyError:
        left = ways  # then only what each row tells by itself: its total
    for key, found in left.items():
        if found and (aligned[key].cells is None or aligned[key].is_by_count):
            columns = list(zip(*found.values(), strict=True))
            values = list(zip(*found, strict=True))
            cells = tuple(
                texts[0] if len(set(column)) == 1 else None
                for texts, column in zip(columns, values, strict=True)
            )
            if None not in cells or aligned[key].cells is None:
                aligned[key] = Aligned(cells, is_by_count=True, is_dealt=True)


def _ways(row: Aligned, filled: Sequence[str]) -> Ways:
    """The ways to read a row: the one that is known, or all that keep the order and add up."""
    if row.cells is not None and not row.is_by_count:
        known = tuple(cell for cell in row.cells if cell is not None)
        return _way({}, known) if len(known) == len(COLUMNS) else {}
    if row.cells is not None and not filled:
        return _way({}, ("",) * len(COLUMNS))
    if row.cells is None and not row.is_open:  # for another reason
        return {}
    if not 0 < len(filled) <= len(COLUMNS) or any(kind_of(c) is not NUMBER for c in filled):
        return {}
    *parts, total = filled
    ways: Ways = {}
    if not parts:  # the total alone: somebody's, but whose
        parts = [total]
    for places in combinations(range(_WIDTH), len(parts)):
        cells = [""] * _WIDTH
        for place, part in zip(places, parts, strict=True):
            cells[place] = part
        _way(ways, (*cells, total))
    return ways


def _way(ways: Ways, cells: tuple[str, ...]) -> Ways:
    values = tuple(read_cell(cell).value for cell in cells)
    known = tuple(value for value in values if value is not None)
    if len(known) == len(values) and sum(known[:-1]) == known[-1]:
        ways.setdefault(known, cells)
    return ways


def _closing(ways: Mapping[str, Ways], rows: Sequence[str]) -> dict[str, Ways]:
    """Of each row the ways that are part of one that closes all columns."""
    outcomes = sorted((key for key in rows if key not in _BALANCE), key=lambda key: len(ways[key]))
    left: dict[str, Ways] = {key: {} for key in rows}
    deal = _Dealer([tuple(ways[key]) for key in outcomes])
    news, carries, handled_ways, outs = (ways[key] for key in _BALANCE)
    is_none = not any(any(way) for found in ways.values() for way in found)
    for new, carried, handled in product(news, carries, handled_ways):
        out = tuple(a + b - c for a, b, c in zip(new, carried, handled, strict=True))
        is_told = is_none or any(new) or any(carried)
        if out not in outs or not is_told or not deal(handled):
            continue
        for key, way in zip(_BALANCE, (new, carried, handled, out), strict=True):
            left[key][way] = ways[key][way]
        states = {handled}
        for at, key in enumerate(outcomes):
            steps = [step for state in states for step in deal.steps(state, at)]
            left[key] |= {way: ways[key][way] for way, _ in steps}
            states = {rest for _, rest in steps}
    return left


class _Dealer:
    """Tells whether the outcomes from one on can add up to what is open; remembers it."""

    def __init__(self, outcomes: Sequence[Sequence[Open]]) -> None:
        self._outcomes = outcomes
        self._known: dict[tuple[int, Open], bool] = {}

    def __call__(self, left: Open, at: int = 0) -> bool:
        if at == len(self._outcomes):
            return not any(left)
        state = (at, left)
        if state not in self._known:
            if len(self._known) > _MOST_STATES:
                raise _TooManyError
            self._known[state] = any(True for _ in self._each_step(left, at))
        return self._known[state]

    def steps(self, left: Open, at: int) -> list[tuple[Open, Open]]:
        """The ways of one outcome after which the rest can still add up, with what is open."""
        return list(self._each_step(left, at))

    def _each_step(self, left: Open, at: int) -> Iterator[tuple[Open, Open]]:
        for way in self._outcomes[at]:
            rest = tuple(a - b for a, b in zip(left, way, strict=True))
            if min(rest) >= ZERO and self(rest, at + 1):
                yield way, rest
