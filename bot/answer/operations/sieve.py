"""Which places, or years of one place, have a number that meets a condition, and how many."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answer.numbers.amounts import POOLED, Amount
from bot.answer.numbers.draft import Draft, behind, bounded, computed, used, values_of
from bot.answer.operations.among import condition_words, in_order, one_a_place, years_label
from bot.answer.operations.verdicts import satisfies
from bot.answer.speech.coverage import coverage_of_years
from bot.answer.speech.nothing import nothing
from bot.answer.speech.pooled import Column
from bot.answer.speech.remarks import gap_sentences, remarks
from bot.answer.speech.task import Task
from bot.queries import Condition
from bot.types import Lang

MAJORITIES = ("most", "half")
_ANY = Condition(">", Decimal(0))
_NAMED = 8


@dataclass(frozen=True, slots=True)
class _Sifted:
    """Numbers by whether they meet a condition; approximate ones near its bound may or may not."""

    meeting: tuple[Amount, ...]
    failing: tuple[Amount, ...]
    maybe: tuple[Amount, ...]


def answer_list(task: Task) -> Draft:
    """The places, or of one place the years, whose number meets a condition."""
    if task.is_of_one:
        return _years_that(task)
    found = one_a_place(task, is_each=True)
    if not found.known:
        return nothing(task, found.lacking)
    condition = task.query.condition or _ANY
    sifted = _sifted(task, found.known, condition)
    ordered = in_order(task, sifted.meeting, is_ascending=condition.sign.startswith("<"))
    task, matching = task.with_parts(ordered)
    words = task.words
    where = {
        "scope": task.scope_label,
        "year": years_label(task),
        "what": task.what(found.known[0]),
    }
    where["condition"] = condition_words(task, condition)
    if not matching:
        is_sure = not sifted.maybe
        lines: tuple[str, ...] = (words.list_none.format(**where),) if is_sure else ()
    else:
        head = words.list_places.format(**where, count=len(matching)) + words.colon
        lines = (head, *bounded(matching, _row_of(task), words.and_more))
    coverage = found.coverage(task)
    said = remarks(task, found, coverage, is_each=True)
    return Draft(
        task.evidence,
        (*lines, *_unsure(task, sifted), *said),
        values_of(matching, task.evidence),
        cited=tuple(matching) or found.known,
        used=behind(matching, task.evidence) or used(found.known, task.evidence),
        coverage=coverage,
        verdict=_verdict(task, sifted),
    )


def answer_count(task: Task) -> Draft:
    """How many places, or of one place how many years, have a number that meets a condition."""
    is_of_years = task.is_of_one
    found = _each_year(task) if is_of_years else one_a_place(task, is_each=True)
    if not found.known:
        return nothing(task, found.lacking)
    condition = task.query.condition or _ANY
    sifted = _sifted(task, found.known, condition)
    ordered = in_order(task, sifted.meeting, is_ascending=condition.sign.startswith("<"))
    task, matching = task.with_parts(ordered)
    unit = "年" if is_of_years else "个"
    words, evidence, first = task.words, task.evidence, found.known[0]
    issuer = first.key.issuer if is_of_years else POOLED
    key = first.key._replace(issuer=issuer, year=evidence.all_years[-1])
    value = computed(key, Decimal(len(matching)), (), evidence, unit)
    sentence = words.count_years if is_of_years else words.count_places
    line = sentence.format(
        issuer=task.whose(first),
        scope=task.scope_label,
        year=years_label(task),
        what=task.what(first),
        condition=condition_words(task, condition),
        number=task.speech.strong(
            Decimal(len(matching)), "" if task.speech.lang is Lang.EN else unit
        ),
    )
    rows = bounded(matching, (_row_of_year if is_of_years else _row_of)(task), words.and_more)
    every = (*found.known, *found.lacking)
    coverage = coverage_of_years(task, every) if is_of_years else found.coverage(task)
    task = task.with_cells(matching or found.known)
    evidence = task.evidence
    return Draft(
        evidence,
        (
            line,
            *rows,
            *_unsure(task, sifted),
            *(
                gap_sentences(task, found.lacking)
                if is_of_years
                else remarks(task, found, coverage, is_each=True)
            ),
        ),
        (value,),
        # Where none meets the condition, all that were compared stand for that.
        cited=tuple(matching) or found.known,
        used=used(matching or found.known, evidence),
        formula=words.counted.format(
            count=len(found.known),
            condition=condition_words(task, condition),
            found=len(matching),
        ),
        coverage=coverage,
        verdict=_verdict_of_most(task, found, sifted),
    )


def _each_year(task: Task) -> Column:
    """The number of one place in each year."""
    amounts = task.amounts()
    known = tuple(a for a in amounts if a.value is not None)
    return Column(known, tuple(a for a in amounts if a.value is None), ())


def _sifted(task: Task, amounts: Sequence[Amount], condition: Condition) -> _Sifted:
    found: dict[bool | None, list[Amount]] = {True: [], False: [], None: []}
    for amount in amounts:
        found[satisfies(amount, condition, task.evidence.facts)].append(amount)
    return _Sifted(tuple(found[True]), tuple(found[False]), tuple(found[None]))


def _row_of(task: Task) -> Callable[[Amount], str]:
    """The line of a place."""
    line = task.words.line
    return lambda a: line.format(head=task.whose(a), number=task.number(a))


def _row_of_year(task: Task) -> Callable[[Amount], str]:
    """The line of a year."""
    line, year = task.words.line, task.words.year
    return lambda a: line.format(head=year.format(year=a.key.year), number=task.number(a))


def _verdict_of_most(task: Task, found: Column, sifted: _Sifted) -> bool | None:
    """Whether more than half of the places meet a condition; None where lacking ones matter."""
    if task.query.expects not in (*MAJORITIES, "only"):
        return _verdict(task, sifted)
    unknown = len(sifted.maybe) + len({a.key.issuer for a in found.lacking})
    count, sure = len(found.known) + len(found.lacking), len(sifted.meeting)
    if task.query.expects == "only":
        top = task.query.top or 1
        return False if sure > top or sure + unknown < top else None if unknown else True

    def is_most(number: int) -> bool:
        is_half = task.query.expects == "half" and 2 * number == count
        return 2 * number > count or is_half

    if is_most(sure) == is_most(sure + unknown):
        return is_most(sure)
    return None


def _years_that(task: Task) -> Draft:
    """The years of one place whose number meets a condition."""
    found = _each_year(task)
    known = found.known
    if not known:
        return nothing(task, found.lacking)
    condition = task.query.condition or _ANY
    sifted = _sifted(task, known, condition)
    matching = sifted.meeting
    task = task.with_cells(matching or known)
    words = task.words
    where = {
        "issuer": task.whose(known[0]),
        "what": task.what(known[0]),
        "condition": condition_words(task, condition),
    }
    others = [a.key.year for a in sifted.failing]
    head = (
        words.list_years.format(**where) + words.colon
        if matching
        else words.list_no_year.format(**where, years=task.speech.years(others)) + words.stop
    )
    return Draft(
        task.evidence,
        (
            *([head] if matching or others else []),
            *map(_row_of_year(task), matching),
            *_unsure(task, sifted),
            *gap_sentences(task, found.lacking),
        ),
        values_of(matching, task.evidence),
        cited=matching or known,
        used=() if matching else values_of(known, task.evidence),
        coverage=coverage_of_years(task, (*known, *found.lacking)),
        verdict=_verdict(task, sifted),
    )


def _unsure(task: Task, sifted: _Sifted) -> tuple[str, ...]:
    """Whose approximate number is too near to the bound to tell."""
    maybe = sifted.maybe
    if not maybe:
        return ()
    names = [
        task.words.year.format(year=a.key.year) if task.is_of_one else task.whose(a)
        for a in maybe[:_NAMED]
    ]
    listed = task.speech.listed(names)
    if len(maybe) > _NAMED:
        listed += task.words.and_so_on.format(count=len(maybe))
    return (task.words.maybe.format(count=len(maybe), names=listed),)


def _verdict(task: Task, sifted: _Sifted) -> bool | None:
    """Whether any number meets a condition; None where only approximate ones might."""
    if not task.query.is_yes_no:
        return None
    return True if sifted.meeting else (None if sifted.maybe else False)
