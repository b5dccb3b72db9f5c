"""Numbers as they stand: one of them, or several side by side."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answer.numbers.amounts import POINTS, POOLED, Amount, Gap
from bot.answer.numbers.draft import Draft, behind, computed, values_of
from bot.answer.operations.change import changed
from bot.answer.operations.verdicts import verdict_on
from bot.answer.speech.coverage import coverage_of_years, lacks, places_missing
from bot.answer.speech.labels import member_label
from bot.answer.speech.listing import listing
from bot.answer.speech.nothing import nothing
from bot.answer.speech.pooled import Column
from bot.answer.speech.remarks import gap_sentences, remarks
from bot.answer.speech.task import Task, is_shown
from bot.types import Coverage


def answer_values(task: Task) -> Draft:
    """The numbers asked for, in the order asked: a sentence for one, a list for several."""
    amounts = task.amounts()
    if not any(_says_something(amount) for amount in amounts):
        return nothing(task, amounts)
    task = task.with_cells(amounts)
    if len(amounts) == 1 and not task.is_pooled:
        return _one(task, amounts[0])
    return _several(task, amounts)


def compare(task: Task) -> Draft:
    """A number of each party, in the order asked, and by how much two of them differ."""
    draft = answer_values(task)
    return draft if draft.reason else _with_distance(task, draft)


def _one(task: Task, amount: Amount) -> Draft:
    evidence = task.evidence
    lines = [task.sentence(amount)]
    formula = task.speech.formula(amount)
    if formula and amount.gap is None:
        lines.append(task.words.computed_from.format(formula=formula))
    return Draft(
        evidence,
        tuple(lines),
        values_of([amount], evidence),
        cited=(amount,),
        used=behind([amount], evidence),
        formula=formula,
        caveats=_undefined(task, [amount]),
        verdict=verdict_on(task.query, [amount], task.evidence.facts),
    )


def _several(task: Task, amounts: Sequence[Amount]) -> Draft:
    evidence = task.evidence
    shown = [amount for amount in amounts if is_shown(amount)]
    left_out = [amount for amount in amounts if not is_shown(amount)]
    lines = listing(task, shown)
    formulas = [f for f in (task.speech.formula(a) for a in shown[:3] if a.gap is None) if f]
    return Draft(
        evidence,
        (*lines, *_left_out(task, amounts, left_out)),
        values_of(shown, evidence),
        cited=tuple(shown),
        lacking=() if task.is_pooled else tuple(a for a in amounts if lacks(a)),
        used=behind(shown, evidence),
        formula=task.words.semicolon.join(formulas) or None,
        caveats=_undefined(task, shown),
        coverage=_coverage(task, amounts),
        verdict=verdict_on(task.query, shown, task.evidence.facts),
    )


def _left_out(
    task: Task, amounts: Sequence[Amount], left_out: Sequence[Amount]
) -> tuple[str, ...]:
    """What is missing: for many places their names, else why for each."""
    if task.is_pooled:
        return remarks(task, by_place(amounts), is_each=True)
    return gap_sentences(task, left_out)


def by_place(amounts: Sequence[Amount]) -> Column:
    """Places with and without a number."""
    known = tuple(a for a in amounts if a.value is not None)
    return Column(known, tuple(a for a in amounts if a.value is None), ())


def _undefined(task: Task, amounts: Sequence[Amount]) -> tuple[str, ...]:
    """That rates of nothing have no value."""
    return tuple(task.sentence(a) for a in amounts if a.gap is Gap.UNDEFINED)


def _says_something(amount: Amount) -> bool:
    return amount.gap is None or amount.gap is Gap.UNDEFINED


def _coverage(task: Task, amounts: Sequence[Amount]) -> Coverage | None:
    if task.is_pooled:
        return by_place(amounts).coverage(task)
    if len(task.evidence.issuers) > 1:
        return places_missing(task, amounts)
    if len(task.evidence.all_years) > 1:
        return coverage_of_years(task, amounts)
    return None


def _with_distance(task: Task, draft: Draft) -> Draft:
    """By how much one of two parties is ahead of the other."""
    shown = [amount for amount in draft.cited if amount.value is not None]
    if len(shown) != 2 or len(draft.values) != 2:
        return draft
    if shown[0].key._replace(year=shown[1].key.year) == shown[1].key:
        line, used = changed(task, shown[1], shown[0])
        return replace(draft, lines=(*draft.lines, line), used=(*draft.used, *used))
    more, less = sorted(shown, key=_number, reverse=True)
    one, other = _told_apart(task, more, less)
    if not one or more.unit != less.unit:
        return draft
    distance = _number(more) - _number(less)
    if distance == 0:
        line = task.words.parties_same.format(one=one, other=other)
        return replace(draft, lines=(*draft.lines, line))
    unit = more.unit if more.unit != "%" else POINTS
    said = task.words.parties_more.format(
        one=one,
        other=other,
        number=task.speech.rough(task.speech.figure(distance, unit), shown),
    )
    value = computed(more.key._replace(issuer=POOLED), distance, shown, task.evidence, unit)
    return replace(draft, lines=(*draft.lines, said), used=(*draft.used, value))


def _told_apart(task: Task, more: Amount, less: Amount) -> tuple[str, str]:
    """What two numbers are called that differ in one thing; nothing where in several."""
    one, other = more.key, less.key
    is_of_bodies = one.issuer != other.issuer
    if one.year != other.year or (is_of_bodies and one[2:] != other[2:]):
        return "", ""
    if is_of_bodies:
        return task.whose(more), task.whose(less)
    if one.metric == other.metric:
        lang = task.speech.lang
        return member_label(one.member, lang), member_label(other.member, lang)
    return task.what(more), task.what(less)


def _number(amount: Amount) -> Decimal:
    assert amount.value is not None
    return amount.value
