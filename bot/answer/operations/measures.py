"""Bounds that are looked up: the number of another body, or the mean of all."""

from dataclasses import replace

from bot.answer.numbers.draft import Draft
from bot.queries import Condition, FactQuery, Operation


def measure_of(query: FactQuery) -> FactQuery | None:
    """The question for the number that stands for the bound; None where the bound is named."""
    plain = replace(
        query, condition=None, measure=None, is_above_mean=False, is_yes_no=False, readings=()
    )
    if query.measure is not None:
        return replace(plain, operation=Operation.VALUE, issuers=(query.measure,), scope=None)
    return replace(plain, operation=Operation.MEAN) if query.is_above_mean else None


def bounded_by(query: FactQuery, measure: Draft) -> FactQuery | None:
    """The query with the number that was found as its bound; None where that is not certain."""
    values = [value for value in measure.values if value.status != "approximate"]
    if len(values) != 1 or values[0].value is None or query.condition is None:
        return None
    return replace(query, condition=Condition(query.condition.sign, values[0].value))


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
        lines=(*measure.lines[:1], *draft.lines),
        cited=(*draft.cited, *(a for a in measure.cited if a not in draft.cited)),
        used=tuple(dict.fromkeys((*measure.values, *draft.used))),
        formula=formula,
    )
