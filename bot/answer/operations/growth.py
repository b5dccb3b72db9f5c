"""Places by how a number changed between two years: ranked, listed, counted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answer.numbers.amounts import POOLED, Amount, Key
from bot.answer.numbers.draft import Draft, bounded, computed, used
from bot.answer.operations.among import condition_words, in_order
from bot.answer.operations.grown import (
    Grown,
    change_of,
    formula_of,
    said_of,
    unit_of,
    value_of,
    valued,
)
from bot.answer.operations.rank import chosen_ranks, no_such_rank, ranked_places, ranks_of
from bot.answer.operations.verdicts import satisfies
from bot.answer.speech.nothing import nothing
from bot.answer.speech.pooled import Column, column
from bot.answer.speech.remarks import remarks
from bot.answer.speech.task import Task
from bot.queries import Condition, Operation
from bot.types import Lang

_NAMED = 8


@dataclass(frozen=True, slots=True)
class _Found:
    """All places that have both years, and those for which no growth can be computed."""

    grown: dict[int, Grown]
    column: Column
    undefined: tuple[Amount, ...]


def answer_by_change(task: Task) -> Draft:
    """The places ranked by their difference or growth, or those whose change meets a condition."""
    years = task.evidence.all_years
    if len(years) != 2:
        return Draft(task.evidence, (task.words.times_unclear,), reason="unclear")
    found = _found(task, years)
    if not found.grown:
        return nothing(task, found.undefined or found.column.lacking)
    if task.query.operation is Operation.RANK:
        return _ranked(task, found)
    return _sieved(task, found)


def _found(task: Task, years: tuple[int, ...]) -> _Found:
    metric, member = task.query.metrics[0], task.query.members[0]
    earlier, later = (column(task, metric, member, (year,)) for year in years)
    before = {a.key.issuer: a for a in earlier.known}
    grown, undefined = {}, []
    for amount in later.known:
        base = before.get(amount.key.issuer)
        if base is None:
            continue
        change = change_of(task, base, amount)
        if change is None:
            undefined.append(base)
        else:
            grown[amount.key.issuer] = Grown(change, base, amount)
    lacking = {a.key.issuer: a for a in (*earlier.lacking, *later.lacking)}
    known = tuple(g.later for g in grown.values())
    return _Found(grown, Column(known, tuple(lacking.values()), later.left_out), tuple(undefined))


def _ranked(task: Task, found: _Found) -> Draft:
    condition = task.query.condition
    fitting = [g.amount for g in found.grown.values()]
    if condition is not None:
        fitting = [a for a in fitting if satisfies(a, condition)]
    if not fitting:
        return _nobody(task, found)
    ordered = sorted(fitting, key=value_of, reverse=not task.query.is_ascending)
    ranked = ranked_places(ordered)
    chosen = chosen_ranks(task, ranked)
    if not chosen:
        return no_such_rank(task, found.column, len(ranked))
    words = task.words
    shown_ = [found.grown[a.key.issuer] for _, a in chosen]
    task = task.with_cells([a for g in shown_ for a in g.both])
    places = [(rank, g) for (rank, _), g in zip(chosen, shown_, strict=True)]

    def line(place: tuple[int, Grown]) -> str:
        rank, grown = place
        said = said_of(task, grown)
        return words.rank_line.format(rank=rank, issuer=task.whose(grown.later), number=said)

    head = words.rank_change.format(**_where(task, found), order=_order(task)) + words.colon
    own = (
        ranks_of(task, ranked, lambda a: said_of(task, found.grown[a.key.issuer]))
        if task.query.whose
        else []
    )
    return _draft(task, found, shown_, (*own, head, *bounded(places, line, words.and_more)))


def _order(task: Task) -> str:
    return task.words.from_low if task.query.is_ascending else task.words.from_high


def _sieved(task: Task, found: _Found) -> Draft:
    condition = task.query.condition or Condition(">", Decimal(0))
    is_small = condition.sign.startswith("<")
    fitting = [g.amount for g in found.grown.values() if satisfies(g.amount, condition)]
    ordered = in_order(task, fitting, is_ascending=is_small)
    shown_ = [found.grown[a.key.issuer] for a in ordered]
    if task.query.operation is Operation.COUNT:
        return _counted(task, found, shown_, condition)
    if not shown_:
        return _nobody(task, found)
    words = task.words
    task = task.with_cells([a for g in shown_ for a in g.both])
    head = words.list_change.format(
        **_where(task, found), condition=_condition(task, found, condition), count=len(shown_)
    )
    rows = bounded(shown_, _row_of(task), words.and_more)
    return _draft(task, found, shown_, (head + words.colon, *rows))


def _counted(task: Task, found: _Found, shown_: Sequence[Grown], condition: Condition) -> Draft:
    words = task.words
    every = [a for g in (shown_ or found.grown.values()) for a in g.both]
    task = task.with_cells(every)
    said = _condition(task, found, condition)
    number = Decimal(len(shown_))
    line = words.count_change.format(
        **_where(task, found),
        condition=said,
        number=task.speech.strong(number, "" if task.speech.lang is Lang.EN else "个"),
    )
    rows = bounded(shown_, _row_of(task), words.and_more)
    first = next(iter(found.grown.values())).later
    key = Key(POOLED, first.key.year, first.key.metric, first.key.member)
    return Draft(
        task.evidence,
        (line, *rows, *_left_out(task, found)),
        (computed(key, number, (), task.evidence, "个"),),
        cited=tuple(every),
        used=used(every, task.evidence),
        formula=words.counted.format(count=len(found.grown), condition=said, found=len(shown_)),
        coverage=found.column.coverage(task),
        verdict=bool(shown_) if task.query.is_yes_no else None,
    )


def _draft(task: Task, found: _Found, shown_: Sequence[Grown], lines: tuple[str, ...]) -> Draft:
    both = [a for g in shown_ for a in g.both]
    formulas = [formula_of(task, g) for g in shown_[:3]]
    return Draft(
        task.evidence,
        (*lines, *_left_out(task, found)),
        tuple(valued(task, g) for g in shown_),
        cited=tuple(both),
        used=used(both, task.evidence),
        formula=task.words.semicolon.join(formulas),
        coverage=found.column.coverage(task),
        verdict=True if task.query.is_yes_no else None,
    )


def _nobody(task: Task, found: _Found) -> Draft:
    """That no place changed so."""
    every = [a for g in found.grown.values() for a in g.both]
    task = task.with_cells(every)
    condition = task.query.condition or Condition(">", Decimal(0))
    line = task.words.none_changed.format(
        **_where(task, found), condition=_condition(task, found, condition)
    )
    return Draft(
        task.evidence,
        (line, *_left_out(task, found)),
        cited=tuple(every),
        used=used(every, task.evidence),
        coverage=found.column.coverage(task),
        verdict=False if task.query.is_yes_no else None,
    )


def _row_of(task: Task) -> Callable[[Grown], str]:
    """The line of a place."""
    line = task.words.line
    return lambda grown: line.format(head=task.whose(grown.later), number=said_of(task, grown))


def _condition(task: Task, found: _Found, condition: Condition) -> str:
    """增加, 减少, or by more than so much."""
    if condition.bound == 0 and condition.sign in ("<", ">"):
        return task.words.changes[condition.sign]
    first = next(iter(found.grown.values())).later
    flipped = condition
    if condition.bound < 0:
        sign = {"<": ">", "<=": ">="}.get(condition.sign, condition.sign)
        flipped = Condition(sign, -condition.bound)
    way = task.words.changes["<" if condition.bound < 0 else ">"]
    return way + condition_words(task, flipped, unit_of(task, first))


def _where(task: Task, found: _Found) -> dict[str, str | int]:
    first = next(iter(found.grown.values()))
    return {
        "scope": task.scope_label,
        "what": task.what(first.later),
        "earlier": first.earlier.key.year,
        "later": first.later.key.year,
    }


def _left_out(task: Task, found: _Found) -> tuple[str, ...]:
    """Places that began with zero, whose growth is undefined, and what must be said besides."""
    said = remarks(task, found.column)
    if not found.undefined:
        return said
    names = [task.whose(a) for a in found.undefined[:_NAMED]]
    listed = task.speech.listed(names)
    if len(found.undefined) > _NAMED:
        listed += task.words.and_so_on.format(count=len(found.undefined))
    return (*said, task.words.from_zero.format(names=listed))
