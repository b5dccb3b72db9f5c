"""Two numbers that are held against each other, and what tells them apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from bot.answer.numbers.amounts import TOTAL, Amount
from bot.answer.speech.labels import member_label, metric_label
from bot.answer.speech.pooled import Column, column, pooled
from bot.answer.speech.task import Task
from bot.queries import Operation
from bot.types import Lang


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers: the later of two years, or the first named of two parties, comes second."""

    base: Amount
    other: Amount

    @property
    def is_over_years(self) -> bool:
        """Whether they are of different years."""
        return self.base.key.year != self.other.key.year

    @property
    def both(self) -> tuple[Amount, Amount]:
        """The two numbers, the one that is compared with first."""
        return self.base, self.other


def pairs_of(task: Task) -> tuple[list[Pair], Column | None]:
    """The two numbers to compare: years before parties, parties before what is counted."""
    if task.query.is_of_ends:
        return _ends(task)
    years = task.evidence.all_years
    if task.is_pooled:
        if len(years) < 2:
            return [], None
        ends = pairwise(years) if task.query.is_each else [(years[0], years[-1])]
        found = [_pooled_pair(task, *two) for two in ends]
        return found, column(task, *_first(task), years[-1:])
    amounts = task.amounts()
    if len(years) > 1:
        pairs = list(_over_years(task, amounts))
        is_turned = task.query.is_reversed and task.query.operation is Operation.DIFFERENCE
        return [Pair(p.other, p.base) for p in pairs] if is_turned else pairs, None
    if len(amounts) == 2:
        return [Pair(amounts[1], amounts[0])], None
    return [], None


def _ends(task: Task) -> tuple[list[Pair], Column | None]:
    """The highest number and the lowest, of places or of the years of one place."""
    found = column(task, *_first(task)) if not task.is_of_one else None
    known = found.known if found else [a for a in task.amounts() if a.value is not None]
    if len(known) < _TWO:
        return [], found
    is_turned = task.query.is_reversed and task.query.operation is Operation.DIFFERENCE
    ordered = sorted(known, key=_value, reverse=is_turned)
    return [Pair(ordered[0], ordered[-1])], found


_TWO = 2


def _value(amount: Amount) -> Decimal:
    assert amount.value is not None
    return amount.value


def _over_years(task: Task, amounts: Iterable[Amount]) -> Iterable[Pair]:
    """The first and the last year of each series; each year and the next, where that is asked."""
    series: dict[tuple[int, str, str], list[Amount]] = {}
    for amount in amounts:
        key = amount.key
        series.setdefault((key.issuer, key.metric, key.member), []).append(amount)
    pairs = [Pair(found[0], found[-1]) for found in series.values()]
    if task.query.is_each:
        pairs = [Pair(*two) for found in series.values() for two in pairwise(found)]
    return [pair for pair in pairs if pair.is_over_years]


def _pooled_pair(task: Task, first: int, last: int) -> Pair:
    """Two years of several places: only of those places that have both."""
    metric, member = _first(task)
    earlier, later = (
        {a.key.issuer: a for a in column(task, metric, member, (year,)).known}
        for year in (first, last)
    )
    both = [issuer for issuer in later if issuer in earlier]
    return Pair(
        pooled(task, metric, member, first, [earlier[i] for i in both]),
        pooled(task, metric, member, last, [later[i] for i in both]),
    )


def _first(task: Task) -> tuple[str, str]:
    return task.query.metrics[0], task.query.members[0]


def both_numbers(task: Task, pair: Pair) -> str:
    """The two numbers themselves, each with its year."""
    lines = [
        task.words.line.format(head=named(task, pair, amount), number=task.number(amount))
        for amount in pair.both
    ]
    return "\n".join(lines)


def named(task: Task, pair: Pair, amount: Amount) -> str:
    """What tells the two numbers apart: their years, places, or what they count."""
    one, other = pair.base.key, pair.other.key
    parts = []
    if one.year != other.year:
        parts.append(task.words.year.format(year=amount.key.year))
    if one.issuer != other.issuer:
        parts.append(task.whose(amount))
    if one.metric != other.metric:
        parts.append(task.what(amount))
    elif one.member != other.member:
        parts.append(member_label(amount.key.member, task.speech.lang))
    return " ".join(parts)


def counted(task: Task, pair: Pair) -> str:
    """What two numbers both count; nothing where each counts something else."""
    one, other = pair.base.key, pair.other.key
    if one.metric != other.metric:
        return ""
    is_of_both = one.member == other.member
    return metric_label(one.metric, one.member if is_of_both else TOTAL, task.speech.lang)


def shared_of(task: Task, pair: Pair) -> str:
    """All that two numbers share: the issuer, the year, and what they count."""
    what = counted(task, pair)
    if not pair.is_over_years:
        said = common(task, pair)
    else:
        said = task.whose(pair.other) if pair.base.key.issuer == pair.other.key.issuer else ""
    gap = ", " if said and what and task.speech.lang is Lang.EN else ""
    return f"{said}{gap}{what}"


def common(task: Task, pair: Pair) -> str:
    """What two numbers of one year share: the issuer, the year."""
    year = task.words.year.format(year=pair.other.key.year)
    if pair.base.key.issuer != pair.other.key.issuer:
        return year
    return f"{task.whose(pair.other)}{task.words.of_year.format(year=year)}"
