"""Two numbers against each other: how much more, and by how many per cent."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bot.answer.amounts import POINTS, Amount, gap_of, percent
from bot.answer.draft import Draft, behind, computed, values_of
from bot.answer.nothing import nothing
from bot.answer.pooled import Column, column, pooled
from bot.answer.remarks import remarks
from bot.answer.speech import shown
from bot.answer.task import Task
from bot.answer.verdicts import verdict_on
from bot.queries import Operation
from bot.types import END, STRONG, Value


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two numbers: the later of two years, or the first named of two parties, comes second."""

    base: Amount
    other: Amount

    @property
    def is_over_years(self) -> bool:
        return self.base.key.year != self.other.key.year

    @property
    def both(self) -> tuple[Amount, Amount]:
        return self.base, self.other


def answer_change(task: Task) -> Draft | None:
    """Later minus earlier, in numbers or in per cent or both; None where it is not two numbers."""
    pairs, column_ = _pairs(task)
    if not pairs:
        return None
    if all(gap_of(pair.both) is not None for pair in pairs):
        return nothing(task, [a for pair in pairs for a in pair.both if a.gap is not None])
    task = task.with_cells([amount for pair in pairs for amount in pair.both])
    told = [_change(task, pair) for pair in pairs if gap_of(pair.both) is None]
    amounts = [amount for pair in pairs for amount in pair.both if gap_of(pair.both) is None]
    found = [column_] if column_ else []
    return Draft(
        task.evidence,
        (
            *(line for change in told for line in change.lines),
            *(line for one in found for line in remarks(task, one)),
        ),
        tuple(value for change in told for value in change.values),
        cited=tuple(amounts),
        used=(*values_of(amounts, task.evidence), *behind(amounts, task.evidence)),
        formula=task.words.semicolon.join(change.formula for change in told),
        coverage=column_.coverage(task) if column_ else None,
        caveats=tuple(c for change in told for c in change.caveats),
        verdict=verdict_on(task.query, amounts) if len(pairs) == 1 else None,
    )


def changed(task: Task, later: Amount, earlier: Amount) -> tuple[str, tuple[Value, ...]]:
    """A sentence on how a later number compares with an earlier one, and what it computes."""
    difference, growth = _numbers(_Pair(earlier, later))
    words = task.words
    where = {"later": later.key.year, "earlier": earlier.key.year}
    if difference == 0:
        return words.trend_same.format(**where), ()
    unit = _unit(later)
    said = words.trend_more if difference > 0 else words.trend_less
    both, speech = (later, earlier), task.speech
    line = said.format(**where, number=speech.rough(speech.figure(abs(difference), unit), both))
    used = [computed(later.key, difference, (later, earlier), task.evidence, unit)]
    if growth is not None and later.unit != "%":
        line += words.trend_growth.format(number=speech.rough(_signed(growth), both))
        used.append(computed(later.key, growth, (later, earlier), task.evidence, "%"))
    return line + words.stop, tuple(used)


@dataclass(frozen=True, slots=True)
class _Change:
    lines: tuple[str, ...]
    values: tuple[Value, ...]
    formula: str
    caveats: tuple[str, ...] = ()


def _change(task: Task, pair: _Pair) -> _Change:
    """What was asked of two numbers: their difference, the growth, or both."""
    operation, evidence = task.query.operation, task.evidence
    difference, growth = _numbers(pair)
    values, formulas, caveats = [], [], []
    key = pair.other.key
    unit = _unit(pair.other)
    if operation is not Operation.GROWTH:
        values.append(computed(key, difference, pair.both, evidence, unit))
        formulas.append(_difference_formula(task, pair, difference, unit))
    if operation is not Operation.DIFFERENCE:
        values.append(computed(key, growth, pair.both, evidence, "%"))
        if growth is None:
            caveats.append(_undefined(task, pair))
        else:
            formulas.append(_growth_formula(pair, growth))
    formula = task.words.semicolon.join(formulas)
    lines = [_sentence(task, pair, difference, growth), _both_numbers(task, pair)]
    if formula:
        lines.append(task.words.computed_from.format(formula=formula))
    return _Change(tuple(lines), tuple(values), formula, tuple(caveats))


def _sentence(task: Task, pair: _Pair, difference: Decimal, growth: Decimal | None) -> str:
    words, speech = task.words, task.speech
    unit = _unit(pair.other)
    where = {"issuer": task.whose(pair.other), "what": task.what(pair.other)}
    where |= {"later": _named(task, pair, pair.other), "earlier": _named(task, pair, pair.base)}
    if not pair.is_over_years:
        where["issuer"] = _common(task, pair)
    if task.query.operation is Operation.GROWTH:
        if growth is None:
            return _undefined(task, pair)
        said = words.growth_up if growth >= 0 else words.growth_down
        number = speech.rough(speech.strong(abs(growth), "%"), pair.both)
        return said.format(**where, number=number) + words.stop
    if difference == 0:
        return words.difference_same.format(**where) + words.stop
    said = words.difference_more if difference > 0 else words.difference_less
    number = speech.rough(speech.strong(abs(difference), unit), pair.both)
    line = said.format(**where, number=number)
    if task.query.operation is Operation.CHANGE and growth is not None:
        number = speech.rough(f"{STRONG}{_signed(growth)}{END}", pair.both)
        line += words.trend_growth.format(number=number)
    return line + words.stop


def _both_numbers(task: Task, pair: _Pair) -> str:
    """The two numbers themselves, each with its year."""
    lines = [
        task.words.line.format(head=_named(task, pair, amount), number=task.number(amount))
        for amount in pair.both
    ]
    return "\n".join(lines)


def _named(task: Task, pair: _Pair, amount: Amount) -> str:
    """What tells the two numbers apart: their years, places, or what they count."""
    one, other = pair.base.key, pair.other.key
    parts = []
    if one.year != other.year:
        parts.append(task.words.year.format(year=amount.key.year))
    if one.issuer != other.issuer:
        parts.append(task.whose(amount))
    if (one.metric, one.member) != (other.metric, other.member):
        parts.append(task.what(amount))
    return " ".join(parts)


def _common(task: Task, pair: _Pair) -> str:
    """What two numbers of one year share: the issuer, the year."""
    year = task.words.year.format(year=pair.other.key.year)
    if pair.base.key.issuer != pair.other.key.issuer:
        return year
    return f"{task.whose(pair.other)}{task.words.of_year.format(year=year)}"


def _numbers(pair: _Pair) -> tuple[Decimal, Decimal | None]:
    base, other = pair.base.value, pair.other.value
    assert base is not None
    assert other is not None
    # A rate grows in points; what per cent a rate grew is not what anybody asks.
    return other - base, percent(other - base, base) if base > 0 else None


def _signed(growth: Decimal) -> str:
    return ("+" if growth > 0 else "") + shown(growth, "%") + "%"


def _unit(amount: Amount) -> str:
    return POINTS if amount.unit == "%" else amount.unit


def _difference_formula(task: Task, pair: _Pair, difference: Decimal, unit: str) -> str:
    one, other = _number(pair.other), _number(pair.base)
    return f"{one} − {other} = {task.speech.figure(difference, unit)}"


def _growth_formula(pair: _Pair, growth: Decimal) -> str:
    one, other = _number(pair.other), _number(pair.base)
    return f"({one} − {other}) ÷ {other} = {shown(growth, '%')}%"


def _number(amount: Amount) -> str:
    assert amount.value is not None
    return shown(amount.value, amount.unit)


def _undefined(task: Task, pair: _Pair) -> str:
    return task.words.growth_undefined.format(
        issuer=task.whose(pair.other),
        what=task.what(pair.other),
        later=_named(task, pair, pair.other),
        earlier=_named(task, pair, pair.base),
        number=task.speech.figure(pair.base.value or Decimal(0), pair.base.unit),
    )


def _pairs(task: Task) -> tuple[list[_Pair], Column | None]:
    """The two numbers to compare: years before parties, parties before what is counted."""
    years = task.evidence.all_years
    if task.is_pooled:
        return (
            ([_pooled_pair(task)], column(task, *_first(task), years[-1:]))
            if len(years) > 1
            else ([], None)
        )
    amounts = task.amounts()
    if len(years) > 1:
        return list(_over_years(task, amounts)), None
    if len(amounts) == 2:
        return [_Pair(amounts[1], amounts[0])], None
    return [], None


def _over_years(task: Task, amounts: Iterable[Amount]) -> Iterable[_Pair]:
    """The first and the last year of each series."""
    series: dict[tuple[int, str, str], list[Amount]] = {}
    for amount in amounts:
        key = amount.key
        series.setdefault((key.issuer, key.metric, key.member), []).append(amount)
    return [_Pair(found[0], found[-1]) for found in series.values() if len(found) > 1]


def _pooled_pair(task: Task) -> _Pair:
    """Two years of several places: only of those places that have both."""
    metric, member = _first(task)
    years = task.evidence.all_years
    earlier, later = (
        {a.key.issuer: a for a in column(task, metric, member, (year,)).known}
        for year in (years[0], years[-1])
    )
    both = [issuer for issuer in later if issuer in earlier]
    return _Pair(
        pooled(task, metric, member, years[0], [earlier[i] for i in both]),
        pooled(task, metric, member, years[-1], [later[i] for i in both]),
    )


def _first(task: Task) -> tuple[str, str]:
    return task.query.metrics[0], task.query.members[0]
