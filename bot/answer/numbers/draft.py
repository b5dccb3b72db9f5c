"""What an operation found, before it is worded as an answer: lines, values, and their cells."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from bot.answer.numbers.amounts import Amount, Key, status_of
from bot.answer.numbers.evidence import Evidence
from bot.types import Choice, Coverage, Value
from index.types import Status
from index.vocabulary.metrics import METRIC

USED = 500  # facts handed on as those that a number was made of
_LISTED = 30  # lines of a list; the rest is only counted

_Thing = TypeVar("_Thing")


@dataclass(frozen=True)  # without slots, for the cells that all that is said of it looks through
class Draft:
    """Lines of marked text, the values, and the numbers whose cells are cited and checked."""

    evidence: Evidence
    lines: tuple[str, ...]
    values: tuple[Value, ...] = ()
    cited: tuple[Amount, ...] = ()
    lacking: tuple[Amount, ...] = ()  # numbers asked for by name that reports do not have
    used: tuple[Value, ...] = ()
    formula: str | None = None
    coverage: Coverage | None = None
    caveats: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    reason: str | None = None
    verdict: bool | None = None

    @cached_property
    def cells(self) -> tuple[Amount, ...]:
        """The printed numbers that the cited ones rest on, those of each in turn."""
        return tuple([cell for amount in self.cited for cell in amount.cells])


def values_of(amounts: Sequence[Amount], evidence: Evidence) -> tuple[Value, ...]:
    """Numbers as an answer hands them on, in their order."""
    return tuple(_value(amount, evidence) for amount in amounts)


def computed(
    key: Key,
    value: Decimal | None,
    parts: Sequence[Amount],
    evidence: Evidence,
    unit: str = "",
) -> Value:
    """A value that was computed from several numbers; of no issuer where it is pooled."""
    issuer = evidence.by_id.get(key.issuer)
    status = Status.COMPUTED if value is None else status_of(parts)
    return Value(
        issuer.name if issuer else None,
        issuer.region if issuer else None,
        key.year,
        key.metric,
        key.member,
        value,
        unit or METRIC[key.metric].unit,
        "",
        status.value,
    )


def behind(amounts: Sequence[Amount], evidence: Evidence) -> tuple[Value, ...]:
    """The numbers that the computed ones among these were made of, each once."""
    operands = {part.key: part for amount in amounts for part in amount.operands}
    return used(list(operands.values()), evidence)


def used(amounts: Sequence[Amount], evidence: Evidence) -> tuple[Value, ...]:
    """Numbers that went into another; the first of very many."""
    return values_of([a for a in amounts if a.value is not None][:USED], evidence)


def bounded(things: Sequence[_Thing], line: Callable[[_Thing], str], more: str) -> tuple[str, ...]:
    """The lines of the first of many things, then how many more there are (`{count}`)."""
    lines = tuple(map(line, things[:_LISTED]))
    rest = len(things) - _LISTED
    return lines if rest <= 0 else (*lines, more.format(count=rest))


def _value(amount: Amount, evidence: Evidence) -> Value:
    key = amount.key
    issuer = evidence.by_id.get(key.issuer)
    fact = None if amount.is_computed else evidence.facts.get(key)
    return Value(
        issuer.name if issuer else None,
        issuer.region if issuer else None,
        key.year,
        key.metric,
        key.member,
        amount.value,
        amount.unit,
        fact.raw if fact else "",
        amount.status.value,
    )
