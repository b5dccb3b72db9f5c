"""Which places have numbers that all meet a condition: in each of several years, or several."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answer.numbers.amounts import POOLED, Amount
from bot.answer.numbers.draft import Draft, behind, bounded, computed, values_of
from bot.answer.operations.among import condition_words, years_label
from bot.answer.operations.verdicts import satisfies
from bot.answer.speech.nothing import nothing
from bot.answer.speech.pooled import Column, column
from bot.answer.speech.remarks import remarks
from bot.answer.speech.task import Task
from bot.queries import EVERY_YEAR, Condition, Operation
from bot.types import Lang
from index.types import HeldIssuer

_NAMED = 8


@dataclass(frozen=True, slots=True)
class _Sieved:
    """Places that meet the condition so often, and those of which too little is known."""

    meeting: tuple[tuple[HeldIssuer, tuple[Amount, ...]], ...]
    unsure: tuple[HeldIssuer, ...]
    count: int  # of places that were looked at


def answer_in_years(task: Task) -> Draft:
    """The places, or how many, whose numbers meet a condition, in as many years as was asked."""
    found = _of_all_metrics(task)
    if not found.known:
        return nothing(task, found.lacking)
    condition = task.query.condition or Condition(">", Decimal(0))
    sieved = _sieved(task, found.known, condition)
    amounts = [a for _, some in sieved.meeting for a in some]
    task = task.with_cells(amounts or found.known)
    lines = [_head(task, sieved, condition, found.known), *_rows(task, sieved)]
    if sieved.unsure:
        names = [task.speech.name(issuer) for issuer in sieved.unsure[:_NAMED]]
        listed = task.speech.listed(names)
        if len(sieved.unsure) > _NAMED:
            listed += task.words.and_so_on.format(count=len(sieved.unsure))
        lines.append(task.words.years_unsure.format(names=listed))
    is_count = task.query.operation is Operation.COUNT
    key = found.known[0].key._replace(issuer=POOLED, year=task.evidence.all_years[-1])
    count = computed(key, Decimal(len(sieved.meeting)), (), task.evidence, "个")
    counted = task.words.counted.format(
        count=sieved.count,
        condition=_often(task) + condition_words(task, condition),
        found=len(sieved.meeting),
    )
    return Draft(
        task.evidence,
        (*lines, *remarks(task, found, is_each=True)),
        (count,) if is_count else values_of(amounts, task.evidence),
        cited=tuple(amounts) or found.known,
        used=values_of(amounts, task.evidence) if is_count else behind(amounts, task.evidence),
        formula=counted if is_count else None,
        coverage=found.coverage(task),
        verdict=_verdict(task, sieved),
    )


def _of_all_metrics(task: Task) -> Column:
    columns = [
        column(task, metric, member, is_each=True)
        for metric in task.query.metrics
        for member in task.query.members
    ]
    return Column(
        tuple(a for one in columns for a in one.known),
        tuple(a for one in columns for a in one.lacking),
        columns[0].left_out,
    )


def _numbers(task: Task) -> int:
    return len(task.query.metrics) * len(task.query.members)


def _sieved(task: Task, known: Sequence[Amount], condition: Condition) -> _Sieved:
    of: dict[int, list[Amount]] = {}
    for amount in known:
        of.setdefault(amount.key.issuer, []).append(amount)
    meeting, unsure = [], []
    for issuer_id, amounts in of.items():
        issuer = task.evidence.by_id[issuer_id]
        years = len(task.evidence.years[issuer_id]) * _numbers(task)
        verdicts = [satisfies(a, _of(task, a, condition), task.evidence.facts) for a in amounts]
        sure = verdicts.count(True)
        may_be = sure + verdicts.count(None) + years - len(amounts)
        needed = min(task.query.years_needed or years, years)
        if sure >= needed:
            meeting.append((issuer, tuple(amounts)))
        elif may_be >= needed:
            unsure.append(issuer)
    meeting.sort(key=_by_name)
    return _Sieved(tuple(meeting), tuple(unsure), len(of))


def _of(task: Task, amount: Amount, condition: Condition) -> Condition:
    """The condition on a number: of two numbers each may have its own."""
    second = task.query.second
    is_second = second is not None and amount.key.metric == task.query.metrics[-1]
    return second if second is not None and is_second else condition


def _by_name(found: tuple[HeldIssuer, tuple[Amount, ...]]) -> tuple[str, str]:
    return found[0].name, found[0].region or ""


def _head(task: Task, sieved: _Sieved, condition: Condition, known: Sequence[Amount]) -> str:
    words = task.words
    where = {
        "scope": task.scope_label,
        "years": years_label(task),
        "often": _often(task),
        "what": _what(task, known),
        "condition": condition_words(task, condition),
    }
    if task.query.second is not None:
        where |= {"what": _each_said(task, known, condition), "often": "", "condition": ""}
    if not sieved.meeting:
        return words.list_no_years.format(**where)
    count = Decimal(len(sieved.meeting))
    number = task.speech.strong(count, "" if task.speech.lang is Lang.EN else "个")
    return words.list_in_years.format(**where, number=number) + words.colon


def _what(task: Task, known: Sequence[Amount]) -> str:
    return task.speech.listed(list(dict.fromkeys(map(task.what, known))))


def _each_said(task: Task, known: Sequence[Amount], condition: Condition) -> str:
    """复议总计超过0件、诉讼总计为0件."""
    said = {task.what(a): condition_words(task, _of(task, a, condition), a.unit) for a in known}
    gap = " " if task.speech.lang is Lang.EN else ""
    return task.speech.listed([f"{what}{gap}{how}" for what, how in said.items()])


def _often(task: Task) -> str:
    needed = task.query.years_needed
    if needed is None:
        return task.words.in_each_number
    if needed >= EVERY_YEAR:
        return task.words.in_each_year
    return task.words.in_some_years.format(count=needed)


def _rows(task: Task, sieved: _Sieved) -> tuple[str, ...]:
    """Each place with its numbers in the order of years."""

    def row(meeting: tuple[HeldIssuer, Sequence[Amount]]) -> str:
        issuer, amounts = meeting
        numbers = task.speech.listed([_number(task, a) for a in amounts])
        return task.words.line.format(head=task.speech.name(issuer), number=numbers)

    return bounded(sieved.meeting, row, task.words.and_more)


def _number(task: Task, amount: Amount) -> str:
    """A number with its year or with what it counts, whichever there are several of."""
    number = task.number(amount)
    if _numbers(task) > 1:
        number = task.words.reading.format(what=task.what(amount), number=number)
    if len(task.evidence.all_years) > 1:
        return task.words.number_in_year.format(year=amount.key.year, number=number)
    return number


def _verdict(task: Task, sieved: _Sieved) -> bool | None:
    if not task.query.is_yes_no:
        return None
    return True if sieved.meeting else None if sieved.unsure else False
