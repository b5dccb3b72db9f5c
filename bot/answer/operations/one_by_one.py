"""What is told of each of several places by itself, or of each of several years."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answer.numbers.draft import Draft, bounded
from bot.answer.numbers.parts import whole_of
from bot.answer.operations.shares import answer_parts, whole_number
from bot.answer.operations.values import by_place
from bot.answer.speech.coverage import coverage_of_years, places_missing
from bot.answer.speech.pooled import column
from bot.answer.speech.remarks import remarks
from bot.answer.speech.task import Task
from index.types import HeldIssuer


def for_each(task: Task, answer: Callable[[Task], Draft]) -> Draft:
    """What an operation over years gives for each place by itself, in the order asked."""
    draft = _together(task, [answer(_of_place(task, issuer)) for issuer in task.evidence.issuers])
    coverage = by_place((*draft.cited, *draft.lacking)).coverage(task)
    return draft if draft.reason else replace(draft, coverage=coverage)


def parts_of_each(task: Task) -> Draft:
    """The parts of a number in each of several reports; of places taken as one, in each year."""
    places = [task]
    if not task.is_pooled:
        places = [_of_place(task, issuer) for issuer in task.evidence.issuers]
    each = [_of_year(place, year) for place in places for year in place.evidence.all_years]
    if len(each) == 1:
        return answer_parts(task)
    draft = _together(task, [answer_parts(one, is_brief=True) for one in each])
    if draft.reason:
        return draft
    if task.is_pooled:
        found = column(task, *whole_of(task.query))
        lines = (*draft.lines, *remarks(task, found))
        return replace(draft, lines=lines, coverage=found.coverage(task))
    coverage = coverage_of_years if task.is_of_one else places_missing
    return replace(draft, coverage=coverage(task, [whole_number(one) for one in each]))


def _together(task: Task, drafts: Sequence[Draft]) -> Draft:
    known = [draft for draft in drafts if draft.values]
    if not known:
        return drafts[0]
    facts = {key: fact for draft in known for key, fact in draft.evidence.facts.items()}
    heads = {key: head for draft in known for key, head in draft.evidence.heads.items()}
    others = {key: issuer for draft in known for key, issuer in draft.evidence.by_id.items()}
    by_id = {**task.evidence.by_id, **others}
    lines = [line for draft in drafts for line in draft.lines]
    return Draft(
        replace(task.evidence, facts=facts, heads=heads, by_id=by_id),
        bounded(lines, str, task.words.and_more),
        tuple(value for draft in known for value in draft.values),
        cited=tuple(amount for draft in known for amount in draft.cited),
        lacking=tuple(amount for draft in drafts for amount in draft.lacking),
        used=tuple(value for draft in known for value in draft.used),
        formula=task.words.semicolon.join(d.formula for d in known if d.formula),
        caveats=tuple(dict.fromkeys(caveat for draft in known for caveat in draft.caveats)),
    )


def _of_place(task: Task, issuer: HeldIssuer) -> Task:
    query = replace(task.query, issuers=(issuer.id,), scope=None, is_each=False)
    years = {issuer.id: task.evidence.years[issuer.id]}
    return replace(
        task, query=query, evidence=replace(task.evidence, issuers=(issuer,), years=years)
    )


def _of_year(task: Task, year: int) -> Task:
    years = {issuer.id: (year,) for issuer in task.evidence.issuers}
    return replace(task, evidence=replace(task.evidence, years=years))
