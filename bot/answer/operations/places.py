"""What share of other places' number the number of a place is."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answer.numbers.amounts import POOLED, Amount, Key, share
from bot.answer.numbers.draft import Draft, behind, values_of
from bot.answer.numbers.evidence import find_evidence
from bot.answer.operations.points import with_distance
from bot.answer.operations.verdicts import verdict_on
from bot.answer.speech.labels import shared_names
from bot.answer.speech.nothing import nothing
from bot.answer.speech.pooled import column
from bot.answer.speech.remarks import remarks
from bot.answer.speech.sentences import Speech
from bot.answer.speech.task import Task
from bot.queries import FactQuery, Operation
from index.types import HeldIssuer

_WHOLE = 100  # per cent
_NAMED = 4


def answer_share_of_places(task: Task) -> Draft:
    """A place's number over the sum of that of the places it is compared with."""
    query = _without_whole(task)
    evidence = find_evidence(
        task.corpus, replace(query, issuers=(*query.issuers, *query.over_issuers))
    )
    speech = Speech(task.speech.lang, shared_names(evidence.issuers, evidence.issuers))
    task = replace(task, query=query, evidence=evidence, speech=speech)
    tasks = [task]
    if query.by is Operation.DIFFERENCE:  # of each body by itself
        tasks = [replace(task, query=replace(query, issuers=(i,))) for i in query.issuers]
    drafts = [_of_year(one, year) for one in tasks for year in evidence.all_years]
    known = [draft for draft in drafts if draft.values]
    found = _together(known) if known and len(drafts) > 1 else drafts[-1]
    return with_distance(task, found, [draft.cited[0] for draft in known])


def _of_year(task: Task, year: int) -> Draft:
    query, evidence = task.query, task.evidence
    parts = _amounts(task, query.issuers, year)
    if any(part.value is None for part in parts):
        return nothing(task, [part for part in parts if part.value is None])
    others = tuple(i for i in evidence.issuers if i.id in query.over_issuers)
    rest = replace(
        task,
        query=replace(query, scope=query.over_scope),
        evidence=replace(evidence, issuers=others),
    )
    found = column(rest, query.metrics[0], query.members[0], (year,))
    if not found.known:
        return nothing(task, found.lacking)
    issuer = query.issuers[0] if len(query.issuers) == 1 else POOLED
    key = Key(issuer, year, query.metrics[0], query.members[0])
    amount = share(key, tuple(parts), found.known)
    task = task.with_cells([amount])
    if amount.value is not None and amount.value > _WHOLE:
        return _no_part(task, amount)
    return Draft(
        task.evidence,
        (*_lines(task, amount, others), *(remarks(rest, found) if query.over_scope else ())),
        values_of([amount], task.evidence),
        cited=(amount,),
        used=behind([amount], task.evidence),
        formula=task.speech.formula(amount),
        coverage=found.coverage(rest),
        verdict=verdict_on(query, [amount]),
    )


def _together(drafts: Sequence[Draft]) -> Draft:
    """The shares of several years, one after another."""
    last = drafts[-1]
    facts = {key: fact for draft in drafts for key, fact in draft.evidence.facts.items()}
    heads = {key: head for draft in drafts for key, head in draft.evidence.heads.items()}
    return replace(
        last,
        evidence=replace(last.evidence, facts=facts, heads=heads),
        lines=tuple(dict.fromkeys(line for draft in drafts for line in draft.lines)),
        values=tuple(value for draft in drafts for value in draft.values),
        cited=tuple(amount for draft in drafts for amount in draft.cited),
        used=tuple(value for draft in drafts for value in draft.used),
        formula="; ".join(draft.formula for draft in drafts if draft.formula),
        verdict=None,
    )


def _no_part(task: Task, amount: Amount) -> Draft:
    """That what was named is more than what it should be a part of."""
    operands = [task.sentence(part) for part in amount.operands[:_NAMED]]
    line = task.words.no_whole.format(what=task.what(amount))
    return Draft(
        task.evidence,
        (line, *operands),
        cited=amount.operands,
        used=values_of(amount.operands, task.evidence),
        reason="unclear",
    )


def _without_whole(task: Task) -> FactQuery:
    """The question without the place that is the whole among its parts: 全县 holds its bodies."""
    query = task.query
    parts = tuple(i for i in query.issuers if i not in query.over_issuers)
    return replace(query, issuers=parts) if parts else query


def _amounts(task: Task, issuers: tuple[int, ...], year: int) -> list[Amount]:
    metric, member = task.query.metrics[0], task.query.members[0]
    return [task.evidence.numbers.amount(Key(i, year, metric, member)) for i in issuers]


def _lines(task: Task, amount: Amount, others: tuple[HeldIssuer, ...]) -> list[str]:
    words, scope = task.words, task.query.over_scope
    names = task.speech.listed([task.speech.name(issuer) for issuer in others])
    where = words.of_these.format(names=names)
    if scope is not None:
        where = scope.label or (scope.region or "").rpartition("/")[2] or words.all_held
    if amount.value is None:
        return [task.speech.undefined(amount, task.whose(amount))]
    line = words.share_places.format(
        issuer=task.whose(amount),
        year=amount.key.year,
        what=task.what(amount.parts[0]),
        scope=where,
        number=task.speech.number(amount),
    )
    return [line, words.computed_from.format(formula=task.speech.formula(amount))]
