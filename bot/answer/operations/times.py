"""How many times one number is of another."""

from decimal import ROUND_HALF_UP, Decimal

from bot.answer.numbers.amounts import PERCENT, gap_of
from bot.answer.numbers.draft import Draft, behind, computed, values_of
from bot.answer.operations.pairs import Pair, both_numbers, common, named, pairs_of
from bot.answer.operations.verdicts import meets
from bot.answer.speech.nothing import nothing
from bot.answer.speech.remarks import remarks
from bot.answer.speech.sentences import shown
from bot.answer.speech.task import Task

TIMES = "倍"


def answer_times(task: Task) -> Draft:
    """The quotient of two numbers with its formula; undefined where it would divide by zero."""
    pairs, column = pairs_of(task)
    if len(pairs) != 1:
        return _not_two(task)
    pair = Pair(pairs[0].other, pairs[0].base) if task.query.is_reversed else pairs[0]
    if gap_of(pair.both) is not None:
        return nothing(task, [a for a in pair.both if a.gap is not None])
    if pair.base.unit != pair.other.unit:
        return _not_two(task)
    task = task.with_cells(pair.both)
    quotient = _quotient(pair)
    key = pair.other.key
    line = _sentence(task, pair, quotient)
    formula = _formula(task, pair, quotient)
    how = (task.words.computed_from.format(formula=formula),) if formula else ()
    return Draft(
        task.evidence,
        (line, both_numbers(task, pair), *how, *(remarks(task, column) if column else ())),
        (computed(key, quotient, pair.both, task.evidence, TIMES),),
        cited=pair.both,
        used=(*values_of(pair.both, task.evidence), *behind(pair.both, task.evidence)),
        formula=formula,
        coverage=column.coverage(task) if column else None,
        caveats=() if quotient is not None else (line,),
        verdict=_verdict(task, pair, quotient),
    )


def _not_two(task: Task) -> Draft:
    """That these are no two numbers of one kind."""
    return Draft(task.evidence, (task.words.times_unclear,), reason="unclear")


def _quotient(pair: Pair) -> Decimal | None:
    base, other = pair.base.value, pair.other.value
    if not base or other is None:
        return None
    return (other / base).quantize(PERCENT, ROUND_HALF_UP)


def _sentence(task: Task, pair: Pair, quotient: Decimal | None) -> str:
    words = task.words
    where = {
        "issuer": task.whose(pair.other) if pair.is_over_years else common(task, pair),
        "what": task.what(pair.other),
        "one": named(task, pair, pair.other),
        "other": named(task, pair, pair.base),
    }
    if quotient is None:
        return words.times_undefined.format(**where)
    number = task.speech.rough(task.speech.strong(quotient, TIMES), pair.both)
    return words.times.format(**where, number=number)


def _formula(task: Task, pair: Pair, quotient: Decimal | None) -> str | None:
    one, other = pair.other, pair.base
    if quotient is None or one.value is None or other.value is None:
        return None
    terms = f"{shown(one.value, one.unit)} ÷ {shown(other.value, other.unit)}"
    return f"{terms} = {task.speech.figure(quotient, TIMES)}"


def _verdict(task: Task, pair: Pair, quotient: Decimal | None) -> bool | None:
    """Whether the quotient itself meets the condition, and not what it is rounded to."""
    condition = task.query.condition
    if not task.query.is_yes_no or condition is None or quotient is None:
        return None
    base, other = pair.base.value, pair.other.value
    assert base
    assert other is not None
    return meets(other / base, condition, is_rough=any(a.is_rough for a in pair.both))
