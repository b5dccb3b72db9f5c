"""The same number over the years: a trend, and its best and worst year."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answer.numbers.amounts import Amount
from bot.answer.numbers.draft import Draft, behind, values_of
from bot.answer.operations.among import number_of
from bot.answer.operations.change import changed
from bot.answer.operations.verdicts import satisfies, verdict_on
from bot.answer.speech.coverage import coverage_of_years, lacks
from bot.answer.speech.listing import listing
from bot.answer.speech.nothing import nothing
from bot.answer.speech.pooled import column, pooled
from bot.answer.speech.remarks import gap_sentences
from bot.answer.speech.task import Task, is_shown
from bot.queries import Operation
from bot.types import Coverage


def answer_trend(task: Task) -> Draft:
    """A number for each year in order, and how the last compares with the first."""
    amounts = series_of(task)
    if not any(a.gap is None for a in amounts):
        return nothing(task, amounts)
    task = task.with_cells(amounts)
    evidence = task.evidence
    visible = [a for a in amounts if is_shown(a)]
    left_out = [] if task.is_pooled else [a for a in amounts if not is_shown(a)]
    draft = Draft(
        evidence,
        listing(task, visible),
        values_of(visible, evidence),
        cited=tuple(visible),
        lacking=() if task.is_pooled else tuple(a for a in amounts if lacks(a)),
        used=behind(visible, evidence),
        coverage=coverage_of_years(task, amounts),
        verdict=_verdict(task, amounts),
    )
    draft = _with_change(task, draft, visible)
    gaps = (*gap_sentences(task, left_out), *_years_between(task, amounts, draft.coverage))
    return replace(draft, lines=(*draft.lines, *gaps))


def _years_between(
    task: Task, amounts: Sequence[Amount], coverage: Coverage | None
) -> tuple[str, ...]:
    """That no report is held of years between those that are told."""
    told = {amount.key.year for amount in amounts}
    years = [int(y) for y in (coverage.missing if coverage else ()) if int(y) not in told]
    if not years or task.is_pooled or len(task.evidence.issuers) != 1:
        return ()
    return (task.speech.no_report(task.evidence.issuers[0], years),)


def _verdict(task: Task, amounts: Sequence[Amount]) -> bool | None:
    """Whether it is so of the years; what is not known of one may decide about all."""
    known = [amount for amount in amounts if amount.value is not None]
    found = verdict_on(task.query, known, task.evidence.facts)
    has_all = len(known) == len(amounts)
    condition = task.query.condition
    if condition is not None and task.query.years_needed == 1:
        verdicts = [satisfies(amount, condition, task.evidence.facts) for amount in known]
        is_settled = has_all and None not in verdicts
        return True if True in verdicts else False if is_settled else None
    if condition is not None:
        return found if has_all or found is False else None
    if task.query.expects in ("any", "none"):
        is_settled = found is (task.query.expects == "any")
        return found if has_all or is_settled else None
    return found


def answer_best_year(task: Task) -> Draft:
    """The years in which a number was highest, or lowest: the first, or as many as were asked.

    Years that tie are not cut off.
    """
    amounts = series_of(task)
    known = [a for a in amounts if a.value is not None]
    if not known:
        return nothing(task, amounts)
    task = task.with_cells(known)
    is_best = task.query.operation is Operation.BEST_YEAR
    best = _first_of(known, task.query.top or 1, is_best=is_best)
    words = task.words
    sentence = words.best_year if is_best else words.worst_year
    if best[0].is_share:
        sentence = words.highest_year if is_best else words.lowest_year
    line = sentence.format(
        issuer=task.whose(best[0]),
        what=task.what(best[0]),
        years=task.speech.years([a.key.year for a in best]),
        number=task.speech.listed(list(dict.fromkeys(map(task.number, best)))),
    )
    if task.query.is_yes_no and task.query.year_asked is not None:
        return _is_of_year(task, amounts, best, line)
    return Draft(
        task.evidence,
        (line, *(listing(task, known)[1:] if len(known) > 1 else ()), *_lacking(task, amounts)),
        values_of(best, task.evidence),
        cited=tuple(known),
        used=values_of([a for a in known if a not in best], task.evidence),
        coverage=coverage_of_years(task, amounts),
    )


def _first_of(known: Sequence[Amount], count: int, *, is_best: bool) -> list[Amount]:
    numbers = sorted((number_of(a) for a in known), reverse=is_best)
    edge = numbers[min(count, len(numbers)) - 1]
    chosen = [a for a in known if (number_of(a) >= edge if is_best else number_of(a) <= edge)]
    return sorted(chosen, key=number_of, reverse=is_best)


def _is_of_year(task: Task, amounts: Sequence[Amount], best: Sequence[Amount], line: str) -> Draft:
    """Whether a year is the best or worst one, its number, and which year is."""
    own = [a for a in amounts if a.key.year == task.query.year_asked]
    if not own or own[0].value is None:
        return nothing(task, own or amounts)
    rough = [a for a in (*own, *best) if a.is_rough]
    others = [a for a in amounts if a.value is not None and a not in own]
    return Draft(
        task.evidence,
        (task.sentence(own[0]), line, *_lacking(task, amounts)),
        values_of(own, task.evidence),
        cited=(*own, *others),
        used=values_of(others, task.evidence),
        coverage=coverage_of_years(task, amounts),
        verdict=None if rough and others else own[0] in best,
    )


def series_of(task: Task) -> tuple[Amount, ...]:
    """The numbers of each year; several places that were asked about as one are added up."""
    if not task.is_pooled:
        return task.amounts()
    metric, member = task.query.metrics[0], task.query.members[0]
    return tuple(
        pooled(task, metric, member, year, column(task, metric, member, (year,)).known)
        for year in task.evidence.all_years
    )


def _lacking(task: Task, amounts: Sequence[Amount]) -> tuple[str, ...]:
    """Why years are left out, of a body that was asked about by its name."""
    return () if task.is_pooled else gap_sentences(task, [a for a in amounts if a.gap is not None])


def _with_change(task: Task, draft: Draft, visible: Sequence[Amount]) -> Draft:
    known = [a for a in visible if a.value is not None]
    is_one_series = len({(a.key.issuer, a.key.metric, a.key.member) for a in known}) == 1
    if not is_one_series or len(known) < 2:
        return draft
    line, used = changed(task, known[-1], known[0])
    return replace(draft, lines=(*draft.lines, line), used=(*draft.used, *used))
