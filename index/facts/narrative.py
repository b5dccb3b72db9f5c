"""Sentences to facts: a number that is surely an indicator is kept with its sentence, no other."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from index.facts.indicators import BY_UNIT, Indicator
from index.facts.nothing import nothing_in
from index.facts.said import check_said
from index.facts.sentences import Sentence, Slot, sentences_of, slots_of
from index.facts.statements import Statement, choose
from index.facts.subjects import Subject, names_another_body, subject_of, without_passing
from index.facts.times import When
from index.types import Fact, Finding, Report

ZERO = Decimal(0)
_PROBLEMS = 5  # the section on problems and plans counts nothing of the year
# A clause before the number that makes it one of a part only.
_NARROWS = re.compile(
    r"^(?:其中|围绕|聚焦|针对|关于|涉及)|(?:领域|栏目|专栏|网站|平台|公众号|微信|微博|公开栏|新媒体)(?:上|中|里)?$"
)
_SUMMED_UP = re.compile(r"共|总|合计|累计|全年")
_OVER_YEARS = re.compile(r"累计|累积|总计|历年")


def facts_from_narrative(
    report: Report, table_facts: Sequence[Fact]
) -> tuple[tuple[Fact, ...], tuple[Finding, ...]]:
    """The numbers that only sentences say, and where sentences and tables differ."""
    statements = list(_statements(report))
    held = {fact.metric: fact for fact in table_facts if fact.member == "total"}
    facts, odd = choose([s for s in statements if s.metric not in held and not s.is_compared_only])
    return facts, (*odd, *check_said(statements, table_facts, report))


def _statements(report: Report) -> Iterator[Statement]:
    subject = subject_of(report.issuer)
    for section in report.sections:
        if section.number != _PROBLEMS:
            for sentence in sentences_of(section, report.year):
                yield from _said_in(sentence, subject)
                yield from _denied_in(sentence, subject, report)


def _said_in(sentence: Sentence, subject: Subject) -> Iterator[Statement]:
    for slot in slots_of(sentence) if sentence.amounts else ():
        amount, indicator = slot.amount, _indicator(slot, subject)
        value = amount.value
        if indicator is not None and value is not None:
            yield Statement(
                indicator.metric,
                value,
                sentence,
                amount.start,
                amount.end,
                is_approximate=amount.is_approximate,
                is_summed_up=bool(_SUMMED_UP.search(slot.left)),
                is_compared_only=indicator.is_compared_only,
                part=indicator.part,
            )


def _denied_in(sentence: Sentence, subject: Subject, report: Report) -> Iterator[Statement]:
    for nothing in nothing_in(sentence, subject, report.era):
        yield Statement(nothing.metric, ZERO, sentence, nothing.start, nothing.end)


def _indicator(slot: Slot, subject: Subject) -> Indicator | None:
    """What the number surely counts; None where that is not sure."""
    if slot.amount.value is None or slot.when not in (When.THIS_YEAR, When.UNTIL_NOW):
        return None
    candidates = BY_UNIT.get(slot.amount.unit, ())
    rest, is_other = without_passing(slot.left, subject)
    if not candidates or is_other:
        return None
    if names_another_body(slot.lead, subject):
        return None
    fitting = [i for i in candidates if _fits(i, slot, rest, subject)]
    stored = [i for i in fitting if not i.is_compared_only]
    metrics = {i.metric for i in stored or fitting}
    return (stored or fitting)[0] if len(metrics) == 1 else None


def _fits(indicator: Indicator, slot: Slot, rest: str, subject: Subject) -> bool:
    match = indicator.left.fullmatch(rest)
    if match is None and not indicator.is_whole and slot.lead:
        match = indicator.left.fullmatch(without_passing(slot.lead, subject)[0] + rest)
    if match is None or not indicator.right.fullmatch(slot.right):
        return False
    place = match.groupdict().get("place")
    if place and not subject.is_own_place(place):
        return False
    if slot.when is When.UNTIL_NOW and not _is_of_the_year(indicator, slot):
        return False
    if indicator.is_whole and _NARROWS.search(slot.lead):
        return False
    return _is_in_context(indicator, slot)


def _is_of_the_year(indicator: Indicator, slot: Slot) -> bool:
    """Whether a number that is said to stand at a date is the year's, or is asked for as it is."""
    return indicator.is_stock or (indicator.is_whole and not _OVER_YEARS.search(slot.left))


def _is_in_context(indicator: Indicator, slot: Slot) -> bool:
    sentence = slot.sentence
    before = f"{sentence.topic}|{sentence.compact[: slot.amount.end]}{slot.right}"
    if indicator.needs is not None and not indicator.needs.search(before):
        return False
    if indicator.lacks is None:
        return True
    return not indicator.lacks.search(f"{sentence.topic}|{sentence.compact}")
