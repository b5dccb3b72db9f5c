"""Bounds that are looked up: the number of other bodies, or the mean or median of all."""

from dataclasses import replace

from bot.answer.numbers.draft import Draft
from bot.queries import Condition, FactQuery, Operation


def measure_of(query: FactQuery) -> FactQuery | None:
    """The question for the number that stands for the bound; None where the bound is named."""
    plain = replace(query, condition=None, measure=(), average=None, is_yes_no=False, readings=())
    if query.average and query.over_scope is not None:  # of its like
        around = replace(plain, issuers=query.over_issuers, scope=query.over_scope)
        return replace(around, operation=query.average, over_issuers=(), over_scope=None)
    if query.measure:
        return replace(plain, operation=Operation.VALUE, issuers=query.measure, scope=None)
    return replace(plain, operation=query.average) if query.average else None


def bounded_by(query: FactQuery, measure: Draft) -> FactQuery | None:
    """The query with the number that was found as its bound; None where that is not certain."""
    certain = [value for value in measure.values if value.status != "approximate"]
    bounds = [value.value for value in certain if value.value is not None]
    if query.condition is None or len(bounds) != max(1, len(query.measure)):
        return None
    sign = query.condition.sign
    condition = Condition(sign, (max if sign == ">" else min)(bounds))
    return replace(query, condition=condition, over_issuers=(), over_scope=None)


def with_measure(draft: Draft, measure: Draft) -> Draft:
    """The draft with the number that stands for its bound before it, and its sources."""
    one, other = measure.evidence, draft.evidence
    evidence = replace(
        other,
        facts={**one.facts, **other.facts},
        heads={**one.heads, **other.heads},
        by_id={**one.by_id, **other.by_id},
    )
    formula = draft.formula or measure.formula
    return replace(
        draft,
        evidence=evidence,
        lines=(*measure.lines[: len(measure.values) + (len(measure.values) > 1)], *draft.lines),
        cited=(*draft.cited, *(a for a in measure.cited if a not in draft.cited)),
        used=tuple(dict.fromkeys((*measure.values, *draft.used))),
        formula=formula,
    )
