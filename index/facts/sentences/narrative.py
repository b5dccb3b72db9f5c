"""Sentences to facts: a number that is surely an indicator is kept with its sentence, no other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from index.facts.sentences.fees import FEE_METRIC, fee_slots, is_sum_of_others, whole_fee
from index.facts.sentences.indicators import BY_UNIT, HINTS, Indicator
from index.facts.sentences.indicators.requests import FEES
from index.facts.sentences.nothing import nothing_in, nothing_in_section
from index.facts.sentences.piled_up import is_dated, is_of_many_years, is_piled_up, own_part_after
from index.facts.sentences.recast import recast
from index.facts.sentences.said import check_said
from index.facts.sentences.split import RESTRICTS, Sentence, Slot, sentences_of, slots_of
from index.facts.sentences.statements import Statement, choose
from index.facts.sentences.subjects import (
    Head,
    Subject,
    head_of,
    is_about_another,
    names_another_body,
    names_own_body,
    subject_of,
)
from index.facts.sentences.times import When
from index.types import Era, Fact, Finding, Report, Section
from index.vocabulary.metrics import METRIC

ZERO = Decimal(0)
_PROBLEMS = 5  # the section on problems and plans counts nothing of the year
# A clause before the number that makes it one of a part only.
_NEW = re.compile("新增|新建|新设|新开")
_NARROWS = re.compile(
    r"^(?:其中.|围绕|聚焦|针对|关于|涉及)|(?:领域"
    r"|栏目|专栏|网站|平台|公众号|微信|微博|公开栏"
    r"|新媒体)(?:上|中|里)?$"
)
# Fields of publication: behind 推进财政信息公开 even 全年主动公开 may count only that field.
_FIELD = re.compile(
    r"(?:财政|预算|决算|三公|民生|教育|医疗|卫生|环境|环保|项目|许可|处罚|执法|双随机|乡村振兴|疫情|人事|招考|招聘|救助|低保|规划"
    r"|统计|安全生产|扶贫|食品|药品|土地|征地|拆迁|住房|就业|养老|资金|补贴|惠农|惠企|涉企|营商环境|政策)"
    r".*(?:公开|发布|领域|信息|方面)|重点领域|解读|专栏|专题"
)
_NARROW_TOPIC = re.compile(
    r"重点领域|财政|预决算|决策|解读|回应|微信|微博|公开栏|新媒体|依申请|申请|网站|民生|营商"
)
# 县政府网站发布3000条，其中我乡52条: what we have a part of is not ours.
_OWN_PART = re.compile(
    r"[^，;。\d]{0,8}，?(?:(?:其中|含)[，:]?(?:我|本(?!年|级))[\u4e00-\u9fff]{1,4}?(?:的|共|占|发布|公开|有)?\d"
    r"|(?:我|本(?!年|级))[\u4e00-\u9fff]{1,3}?(?:占|的)\d)"
)
_OUR_PLACES = re.compile("服务大厅|办事大厅|辖区内?(?:共|现|总|面积|常住|户籍|有)")
_EACH = re.compile("各(?:部门|单位|地)")
_CLAUSE_END = re.compile("[，;。]")
_SUMMED_UP = re.compile(r"共|总|合计|累计")
_PARTS = ("其中", "包括", "含", "全部", "均")  # of what the sentence before told
_TIMES = (When.THIS_YEAR, When.UNTIL_NOW, When.OTHER_YEAR)
_OVER_YEARS = re.compile(r"累计|累积|总计|历年")


def facts_from_narrative(
    report: Report, table_facts: Sequence[Fact]
) -> tuple[tuple[Fact, ...], tuple[Finding, ...]]:
    """The numbers that only sentences say, and where sentences and tables differ."""
    statements = list(_statements(report))
    held = {fact.metric: fact for fact in table_facts if fact.member == "total"}
    of_year = [s for s in statements if not s.is_of_another_year and _is_of(s, report.era)]
    facts, odd = choose(
        [s for s in of_year if not s.is_compared_only and not _is_held(s.metric, held)]
    )
    dated = _of_another_year(statements, report.year)
    return facts, (*odd, *dated, *check_said(of_year, table_facts, report))


def _of_another_year(statements: Sequence[Statement], year: int) -> Iterator[Finding]:
    """What was published, said only of another year: perhaps copied from last year's report."""
    said = [s for s in statements if s.metric == "n_proactive"]
    if said and all(s.is_of_another_year for s in said):
        message = (
            f"正文中“{METRIC['n_proactive'].label}”写的不是本年度（{year}年）的数，未采用。"
            f"原文：{said[0].sentence.text}"
        )
        yield Finding("other_year", message, cells=(said[0].place,))


def _is_of(said: Statement, era: Era) -> bool:
    """Whether reports of an era count it: what only the old annex asks for, those before 2019."""
    return METRIC[said.metric].eras != (Era.E1,) or era in (Era.E0, Era.E1)


def _is_held(metric: str, held: Mapping[str, Fact]) -> bool:
    """Whether a table holds a metric, or the parts of which it is the sum."""
    return metric in held or any(_is_held(part, held) for part in METRIC[metric].parts)


def _statements(report: Report) -> Iterator[Statement]:
    subject = subject_of(report.issuer)
    for section in report.sections:
        if section.number != _PROBLEMS:
            for sentence in sentences_of(section, report.year):
                yield from _said_in(sentence, subject)
                yield from _denied_in(sentence, section, subject, report)


def _said_in(sentence: Sentence, subject: Subject) -> Iterator[Statement]:
    own: tuple[int, Indicator] | None = None  # where the year's own number stands, of what it is
    slots = tuple(slots_of(sentence)) if sentence.amounts else ()
    cast = tuple(recast(slots, subject))
    fees = fee_slots(sentence, [slot for slot, _ in cast])
    # The whole was the year's, and so are its parts, in the next sentence too.
    is_of_year = sentence.begins is When.UNTIL_NOW and not _OVER_YEARS.search(sentence.before)
    for told, printed in cast:
        is_part = is_of_year and told.when is When.UNTIL_NOW
        slot = replace(told, when=When.THIS_YEAR) if is_part else told
        amount = slot.amount
        indicator = _indicator(slot, subject) or _indicator(printed, subject)
        if slot in fees:
            indicator = _of_fees(indicator, slot, fees, subject)
        value = amount.value
        if own is not None and amount.start == own[0] and amount.unit in own[1].units:
            indicator = indicator or own[1]
        part = own_part_after(slot, indicator) if indicator is not None else None
        own = None
        if part is not None and indicator is not None:
            own = None if is_dated(slot) else (part, indicator)
            continue  # 累计2216条，其中今年新增386条
        is_of_year = is_of_year or (indicator is not None and indicator.is_total)
        if indicator is not None and value is not None and _is_counted(indicator, slot):
            yield Statement(
                indicator.metric,
                value,
                sentence,
                amount.start,
                amount.end,
                is_approximate=amount.is_approximate,
                is_summed_up=bool(_SUMMED_UP.search(slot.left)),
                is_new=bool(_NEW.search(slot.left)),
                is_piled_up=is_piled_up(slot),
                is_dated=is_dated(slot),
                is_compared_only=indicator.is_compared_only,
                is_of_another_year=slot.when is When.OTHER_YEAR,
                is_open=indicator.is_open,
                part=indicator.part,
            )


def _of_fees(
    indicator: Indicator | None, slot: Slot, fees: Sequence[Slot], subject: Subject
) -> Indicator | None:
    """What a sum of money is, where the sentence names several: only one can be all of it."""
    if slot is not whole_fee(fees):
        return None if indicator is not None and indicator.metric == FEE_METRIC else indicator
    is_sum = subject.has_levels and is_sum_of_others(slot, fees)
    return indicator or (next(i for i in FEES if i.metric == FEE_METRIC) if is_sum else None)


def _is_counted(indicator: Indicator, slot: Slot) -> bool:
    """Not 新增粉丝320人, which is not how many there are, and not 累计8900条，年均640条."""
    if indicator.is_stock:
        return not _NEW.search(slot.left)
    return not is_of_many_years(slot)


def _denied_in(
    sentence: Sentence, section: Section, subject: Subject, report: Report
) -> Iterator[Statement]:
    whole = nothing_in_section(section, sentence)
    for nothing in (*nothing_in(sentence, subject, report.era), *whole):
        yield Statement(nothing.metric, ZERO, sentence, nothing.start, nothing.end)


def _indicator(slot: Slot, subject: Subject) -> Indicator | None:
    """What the number surely counts; None where that is not sure."""
    if slot.amount.value is None or slot.when not in _TIMES or _is_restricted(slot):
        return None
    unit = slot.amount.unit
    head = head_of(slot.left, subject) if unit in BY_UNIT else Head(slot.left)
    if unit not in BY_UNIT or head.is_other:
        return None
    worded = _worded(unit, head.rest)
    if slot.lead:
        longer = _worded(unit, head_of(slot.lead, subject).rest + head.rest)
        may_lead = (i for i in longer if BY_UNIT[unit][i].is_open or not BY_UNIT[unit][i].is_whole)
        worded = {i: longer[i] for i in may_lead} | worded
    candidates = [(BY_UNIT[unit][i], worded[i]) for i in sorted(worded)]
    fitting = [i for i, match in candidates if _fits(i, match, slot, head, subject)]
    if not fitting or (not head.is_own and _is_of_another(slot, subject)):
        return None
    known = [i for i in fitting if not i.is_open] or fitting
    is_unsure = known[0].is_open and not known[0].is_of_others
    if is_unsure and names_another_body(slot.left, subject):
        return None
    stored = [i for i in known if not i.is_compared_only]
    metrics = {i.metric for i in stored or known}
    return (stored or known)[0] if len(metrics) == 1 else None


@lru_cache(maxsize=4_096)  # reports say a number in the same words again and again
def _worded(unit: str, left: str) -> dict[int, re.Match[str]]:
    """Which of the indicators with a unit are said with these words before the number."""
    of_unit, hints = BY_UNIT[unit], HINTS[unit]
    may_be = {i for hint, indices in hints.items() if hint in left for i in indices}
    matches = ((i, of_unit[i].left.fullmatch(left)) for i in may_be)
    return {i: match for i, match in matches if match is not None}


def _is_restricted(slot: Slot) -> bool:
    """Whether a number is not of all, or of more: 8600条（不含乡镇）, 县政府8件，各部门9件."""
    text, at = slot.sentence.compact, slot.amount.end
    is_one_of_many = _EACH.match(slot.left) and slot.sentence.amounts[0] is not slot.amount
    return bool(is_one_of_many) or (
        text[at : at + 1] == "(" and RESTRICTS.match(text, at + 1) is not None
    )


def _is_of_another(slot: Slot, subject: Subject) -> bool:
    """Whether a clause before the number, or the sentence before, is about another body."""
    if _OWN_PART.match(slot.sentence.compact, slot.amount.end):
        return True
    clauses = _CLAUSE_END.split(slot.sentence.compact[: slot.amount.start])
    clauses[-1] = clauses[-1].removesuffix(slot.left)
    is_own = any(head_of(clause, subject).is_own for clause in clauses)
    if not is_own and _goes_on_about_another(slot.sentence.before, subject):
        return True
    return is_about_another(clauses, subject)


def _goes_on_about_another(before: str, subject: Subject) -> bool:
    """Whether a sentence without a body follows one about another; a hall is none."""
    if _OUR_PLACES.search(before):
        return False
    told = before.partition("，")[0]
    return names_another_body(told, subject) and not names_own_body(before, subject)


def _fits(
    indicator: Indicator, match: re.Match[str], slot: Slot, head: Head, subject: Subject
) -> bool:
    if not indicator.right.fullmatch(slot.right):
        return False
    if slot.is_after_amount and not indicator.may_follow:
        return False
    if not _is_own_channel(indicator, match, subject):
        return False
    if slot.when is When.UNTIL_NOW and not _is_of_the_year(indicator, slot):
        return False
    if indicator.is_whole and _is_narrowed(indicator, slot, head):
        return False
    return _is_in_context(indicator, slot)


def _is_own_channel(indicator: Indicator, match: re.Match[str], subject: Subject) -> bool:
    """Whether the site or account is the body's own, or that of a place above it."""
    groups = match.groupdict()
    if groups.get("column"):
        return subject.is_own_name(groups["column"])
    place, owner = groups.get("place"), groups.get("owner")
    if owner and indicator.is_whole and subject.is_level_above(owner):
        return False  # 县政府网站访问量: a town may publish there, but it is the county's
    if not place or owner is None:
        return True
    if match.string.startswith(owner) and subject.is_below(owner):
        return False  # 云溪县政府网站发布信息5600条: all that the county published
    return subject.is_own_place(place) or subject.is_short_for_own(owner)


def _is_narrowed(indicator: Indicator, slot: Slot, head: Head) -> bool:
    """Whether what stands before makes the number one of a channel or a field only."""
    if not indicator.is_everything:
        return False
    if _NARROWS.search(slot.lead):
        return True
    topic = _NARROW_TOPIC.search(slot.sentence.topic)
    return bool(topic or _FIELD.search(slot.lead)) or (indicator.is_weak and not head.is_placed)


def _is_of_the_year(indicator: Indicator, slot: Slot) -> bool:
    """Whether a number that is said to stand at a date is the year's, or is asked for as it is."""
    return indicator.is_stock or (indicator.is_whole and not _OVER_YEARS.search(slot.left))


def _is_in_context(indicator: Indicator, slot: Slot) -> bool:
    sentence = slot.sentence
    if indicator.needs is not None:
        told = sentence.before if sentence.compact.startswith(_PARTS) else ""
        before = f"{sentence.topic}|{told}{sentence.compact[: slot.amount.end]}{slot.right}"
        if not indicator.needs.search(before):
            return False
    if indicator.lacks is None:
        return True
    return not indicator.lacks.search(f"{sentence.topic}|{sentence.compact}")
