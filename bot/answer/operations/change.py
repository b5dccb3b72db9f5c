"""Two numbers against each other: how much more, and by how many per cent."""

from dataclasses import dataclass
from decimal import Decimal

from bot.answer.numbers.amounts import POINTS, Amount, gap_of, percent
from bot.answer.numbers.draft import Draft, behind, computed, values_of
from bot.answer.operations.pairs import Pair, both_numbers, common, counted, named, pairs_of
from bot.answer.operations.verdicts import BY_HOW_MUCH, verdict_on, verdict_on_distance
from bot.answer.speech.coverage import coverage_of_years
from bot.answer.speech.nothing import nothing
from bot.answer.speech.remarks import gap_sentences, remarks
from bot.answer.speech.sentences import shown
from bot.answer.speech.task import Task
from bot.queries import Operation
from bot.types import END, STRONG, Value


def answer_change(task: Task) -> Draft | None:
    """Later minus earlier, in numbers or in per cent or both; None where it is not two numbers."""
    pairs, column_ = pairs_of(task)
    if not pairs or any(pair.base.unit != pair.other.unit for pair in pairs):
        return None
    if all(gap_of(pair.both) is not None for pair in pairs):
        return nothing(task, [a for pair in pairs for a in pair.both if a.gap is not None])
    task = task.with_cells([amount for pair in pairs for amount in pair.both])
    told = [_change(task, pair) for pair in pairs if gap_of(pair.both) is None]
    amounts = [amount for pair in pairs for amount in pair.both if gap_of(pair.both) is None]
    found = [column_] if column_ else []
    every = task.amounts() if task.query.is_each and not task.is_pooled else ()
    coverage = column_.coverage(task) if column_ else None
    return Draft(
        task.evidence,
        (
            *(line for change in told for line in change.lines),
            *(line for one in found for line in remarks(task, one)),
            *gap_sentences(task, [a for a in every if a.gap is not None]),
        ),
        tuple(value for change in told for value in change.values),
        cited=tuple(amounts),
        used=(*values_of(amounts, task.evidence), *behind(amounts, task.evidence)),
        formula=task.words.semicolon.join(change.formula for change in told),
        coverage=coverage_of_years(task, every) if every else coverage,
        caveats=tuple(c for change in told for c in change.caveats),
        verdict=_verdict(task, pairs[0]) if len(pairs) == 1 else None,
    )


def changed(task: Task, later: Amount, earlier: Amount) -> tuple[str, tuple[Value, ...]]:
    """A sentence on how a later number compares with an earlier one, and what it computes."""
    difference, growth = _numbers(Pair(earlier, later))
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


def _verdict(task: Task, pair: Pair) -> bool | None:
    """Whether it is so, and by as much, where yes or no is asked."""
    if task.query.expects not in BY_HOW_MUCH:
        is_of_each = task.query.condition is not None  # which is not what is compared
        return None if is_of_each else verdict_on(task.query, pair.both, task.evidence.facts)
    base, other = pair.base.value, pair.other.value
    if gap_of(pair.both) is not None or base is None or other is None:
        return None
    is_rough = any(amount.is_rough for amount in pair.both)
    is_growth = task.query.operation is Operation.GROWTH
    return verdict_on_distance(task.query, base, other, is_growth=is_growth, is_rough=is_rough)


@dataclass(frozen=True, slots=True)
class _Change:
    lines: tuple[str, ...]
    values: tuple[Value, ...]
    formula: str
    caveats: tuple[str, ...] = ()


def _change(task: Task, pair: Pair) -> _Change:
    """What was asked of two numbers: their difference, the growth, or both."""
    operation, evidence = task.query.operation, task.evidence
    difference, growth = _numbers(pair)
    values, formulas, caveats = [], [], []
    key = pair.other.key
    unit = _unit(pair.other)
    if operation is not Operation.GROWTH:
        values.append(computed(key, difference, pair.both, evidence, unit))
        formulas.append(_difference_formula(task, pair, difference, unit))
    if operation is Operation.CHANGE and pair.other.unit == "%":
        growth = None  # a rate changes by points
    elif operation is not Operation.DIFFERENCE:
        values.append(computed(key, growth, pair.both, evidence, "%"))
        if growth is None:
            caveats.append(_undefined(task, pair))
        else:
            formulas.append(_growth_formula(pair, growth))
    formula = task.words.semicolon.join(formulas)
    lines = [_sentence(task, pair, difference, growth), both_numbers(task, pair)]
    if formula:
        lines.append(task.words.computed_from.format(formula=formula))
    return _Change(tuple(lines), tuple(values), formula, tuple(caveats))


def _sentence(task: Task, pair: Pair, difference: Decimal, growth: Decimal | None) -> str:
    words, speech = task.words, task.speech
    unit = _unit(pair.other)
    where = {"issuer": task.whose(pair.other), "what": counted(task, pair)}
    where |= {"later": named(task, pair, pair.other), "earlier": named(task, pair, pair.base)}
    if not pair.is_over_years:
        where["issuer"] = common(task, pair)
    if task.query.operation is Operation.GROWTH:
        if growth is None:
            return _undefined(task, pair)
        up, down = words.growth_up, words.growth_down
        if not pair.is_over_years:
            up, down = words.difference_more, words.difference_less
        said = up if growth >= 0 else down
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
    return line.replace(": : ", ": ") + words.stop


def _numbers(pair: Pair) -> tuple[Decimal, Decimal | None]:
    base, other = pair.base.value, pair.other.value
    assert base is not None
    assert other is not None
    # A rate grows in points; what per cent a rate grew is not what anybody asks.
    return other - base, percent(other - base, base) if base > 0 else None


def _signed(growth: Decimal) -> str:
    return ("+" if growth > 0 else "") + shown(growth, "%") + "%"


def _unit(amount: Amount) -> str:
    return POINTS if amount.unit == "%" else amount.unit


def _difference_formula(task: Task, pair: Pair, difference: Decimal, unit: str) -> str:
    one, other = _number(pair.other), _number(pair.base)
    return f"{one} − {other} = {task.speech.figure(difference, unit)}"


def _growth_formula(pair: Pair, growth: Decimal) -> str:
    one, other = _number(pair.other), _number(pair.base)
    return f"({one} − {other}) ÷ {other} = {shown(growth, '%')}%"


def _number(amount: Amount) -> str:
    assert amount.value is not None
    return shown(amount.value, amount.unit)


def _undefined(task: Task, pair: Pair) -> str:
    return task.words.growth_undefined.format(
        issuer=task.whose(pair.other),
        what=task.what(pair.other),
        later=named(task, pair, pair.other),
        earlier=named(task, pair, pair.base),
        number=task.speech.figure(pair.base.value or Decimal(0), pair.base.unit),
    )
