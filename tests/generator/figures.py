"""Figures of invented reports: random, but every identity of the form holds."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import accumulate
from random import Random
from typing import TypeVar

from index.types import Era

Key = tuple[str, str]  # metric, member
Values = dict[Key, Decimal]

T = TypeVar("T")

COLUMNS = ("natural", "enterprise", "research", "ngo", "legal", "other_org")
MEMBERS = (*COLUMNS, "total")
DENIED = (
    "denied_state_secret",
    "denied_law",
    "denied_safety",
    "denied_third_party",
    "denied_internal",
    "denied_process",
    "denied_case_file",
    "denied_query",
)
UNABLE = ("unable_not_held", "unable_need_make", "unable_unclear")
REFUSED = (
    "refused_petition",
    "refused_repeat",
    "refused_publication",
    "refused_mass",
    "refused_reconfirm",
)
OTHER = ("other_no_correction", "other_fee_unpaid", "other_other")
BLOCKS = ("review", "suits_direct", "suits_after")
OUTCOMES = ("upheld", "corrected", "other", "pending")


def outcomes_of(era: Era) -> tuple[str, ...]:
    """The rows of table three under 本年度办理结果, in the order of that era's form."""
    last = OTHER if era is Era.E3 else ("other",)
    return ("granted", "partial", *DENIED, *UNABLE, *REFUSED, *last)


def rows_of(era: Era) -> tuple[str, ...]:
    """All rows of table three, in order."""
    return ("new_received", "carried_in", *outcomes_of(era), "handled_total", "carried_out")


@dataclass(frozen=True, slots=True)
class Figures:
    """The cells of a report's tables: `values` by metric and member, all that are printed."""

    era: Era
    values: Mapping[Key, Decimal] = field(default_factory=dict)

    def total(self, metric: str) -> Decimal:
        """The value of a metric's total."""
        return self.values[(metric, "total")]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a year takes over from the one before: open applications, rules in force."""

    open_by_column: Mapping[str, int] = field(default_factory=dict)
    rules_valid: int = 0
    normdocs_valid: int = 0


def below(rng: Random, limit: int) -> int:
    """A whole number under a limit; uses only random(), which no Python version changes."""
    return int(rng.random() * limit)


def one_of(rng: Random, choices: Sequence[T]) -> T:
    """One of the choices."""
    return choices[below(rng, len(choices))]


def shuffled(rng: Random, items: Iterable[T]) -> list[T]:
    """The items in random order."""
    return [item for _, item in sorted(((rng.random(), i), item) for i, item in enumerate(items))]


def spread(rng: Random, count: int, weights: Sequence[float]) -> list[int]:
    """A count dealt out over as many places as there are weights."""
    if not sum(weights):
        raise ValueError("weights must not all be 0")
    if count <= 30:
        bounds = list(accumulate(weights))
        dealt = [0] * len(weights)
        for _ in range(count):
            dealt[bisect_right(bounds, rng.random() * bounds[-1])] += 1
        return dealt
    rough = [w * (0.6 + 0.8 * rng.random()) for w in weights]
    dealt = [int(count * r / sum(rough)) for r in rough]
    dealt[rough.index(max(rough))] += count - sum(dealt)
    return dealt


def with_totals(values: Mapping[Key, int], rows: Sequence[str]) -> Values:
    """Table three with its column 总计: what the six columns of each row sum to."""
    full: Values = {}
    for row in rows:
        cells = [values.get((row, c), 0) for c in COLUMNS]
        full |= {(row, c): Decimal(v) for c, v in zip(COLUMNS, cells, strict=True)}
        full[(row, "total")] = Decimal(sum(cells))
    return full


def applications(
    rng: Random,
    new: Mapping[str, int],
    carried_in: Mapping[str, int],
    carried_out: int,
    outcome_weights: Mapping[str, float],
    era: Era,
) -> Values:
    """Table three: new applications by column, dealt out over the outcomes."""
    rows = outcomes_of(era)
    weights = [outcome_weights.get(row, 0.0) for row in rows]
    open_after = _open_after(new, carried_in, carried_out)
    cells: dict[Key, int] = {}
    for column in COLUMNS:
        came, waited = new.get(column, 0), carried_in.get(column, 0)
        handled = came + waited - open_after[column]
        cells[("new_received", column)] = came
        cells[("carried_in", column)] = waited
        for row, dealt in zip(rows, spread(rng, handled, weights), strict=True):
            cells[(row, column)] = dealt
        cells[("handled_total", column)] = handled
        cells[("carried_out", column)] = open_after[column]
    return with_totals(cells, rows_of(era))


def _open_after(
    new: Mapping[str, int], carried_in: Mapping[str, int], carried_out: int
) -> dict[str, int]:
    # Late applications stay open, so the columns are filled in the order of the form.
    still_open = {}
    for column in COLUMNS:
        there = new.get(column, 0) + carried_in.get(column, 0)
        still_open[column] = min(there, carried_out)
        carried_out -= still_open[column]
    return still_open


def disputes(counts: Mapping[str, Sequence[int]]) -> Values:
    """Table four from four outcomes a block; a block that is not named is all zero."""
    values: Values = {}
    for block in BLOCKS:
        cells = list(counts.get(block, (0, 0, 0, 0)))
        for outcome, cell in zip(OUTCOMES, cells, strict=True):
            values[(f"{block}_{outcome}", "total")] = Decimal(cell)
        values[(f"{block}_total", "total")] = Decimal(sum(cells))
    return values


def open_by_column(values: Mapping[Key, Decimal]) -> dict[str, int]:
    """What table three carries over to the next year, by column."""
    return {c: int(values[("carried_out", c)]) for c in COLUMNS}


def add(one: Mapping[Key, Decimal], other: Mapping[Key, Decimal]) -> Values:
    """Two bodies' cells added, as a consolidated report does."""
    return {key: one.get(key, Decimal(0)) + other.get(key, Decimal(0)) for key in {**one, **other}}
