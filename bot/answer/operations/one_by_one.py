"""A sum or mean for each of several places, over the years that were asked about."""

from collections.abc import Callable
from dataclasses import replace

from bot.answer.numbers.draft import Draft, bounded
from bot.answer.operations.values import by_place
from bot.answer.speech.task import Task
from index.types import HeldIssuer


def for_each(task: Task, answer: Callable[[Task], Draft]) -> Draft:
    """What an operation over years gives for each place by itself, in the order asked."""
    drafts = [answer(_alone(task, issuer)) for issuer in task.evidence.issuers]
    known = [draft for draft in drafts if draft.values]
    if not known:
        return drafts[0]
    facts = {key: fact for draft in known for key, fact in draft.evidence.facts.items()}
    heads = {key: head for draft in known for key, head in draft.evidence.heads.items()}
    evidence = replace(task.evidence, facts=facts, heads=heads)
    lines = [line for draft in drafts for line in draft.lines]
    cited = tuple(amount for draft in known for amount in draft.cited)
    return Draft(
        evidence,
        bounded(lines, task.words.and_more),
        tuple(value for draft in known for value in draft.values),
        cited=cited,
        used=tuple(value for draft in known for value in draft.used),
        formula=task.words.semicolon.join(d.formula for d in known if d.formula),
        coverage=by_place((*cited, *(a for d in drafts for a in d.lacking))).coverage(task),
    )


def _alone(task: Task, issuer: HeldIssuer) -> Task:
    query = replace(task.query, issuers=(issuer.id,), scope=None, is_each=False)
    return replace(task, query=query, evidence=replace(task.evidence, issuers=(issuer,)))
