"""What to do with the numbers: rank, share, trend …, told by words, places and years."""

import re
from dataclasses import replace
from decimal import Decimal

from bot.queries import Condition, Operation
from bot.understand.amounts import amounts_in
from bot.understand.conditions import condition_of
from bot.understand.frames import SPREAD, Frame, Span
from bot.understand.mentions import Mentions
from bot.understand.parts import breaking_down
from bot.understand.shares import is_by_parts, sharing

_COUNTED = re.compile(r"(?:多少|几)[件条次份起宗项篇期场个]")
_ALTOGETHER = re.compile(r"总量|总数|总件数|一共|共计|合计|总共|in total|altogether")
_EACH = re.compile(
    r"分别|各自|各多少|各有|各是|各几|各为|逐年|每年|每一年|历年|比较|对比|respectively|\beach\b"
)
_FEWER = re.compile(
    r"下降|减少|降低|降了|少了|变少|跌|fell|fall|drop|decreas|declin|fewer|less|lower|down"
)
_MORE = re.compile(r"增|上升|升|涨|多了|变多|rise|rose|grew|grow|increas|more|higher|up\b")
ENDS_IN_KIND = re.compile(r"的(?:乡镇|镇|乡|街道|部门|局|单位|县|机构)(?:呢)?[?？。]*$")
_HOW_MANY_OF = re.compile(r"的有(?:几|多少)[个家][?？。]*$")
_MUCH = re.compile(r"多少|几|how (?:much|many)")
# 少收了多少: the verb stands between less and how much.
_LESS_DONE = re.compile(
    r"[多少](?:收|罚|办|公开|发|处理|处罚|开|答复|受理|许可|收到|发布)[了到]*(?:多少|几)"
)
_CHANGES = re.compile(
    r"多了还是少了|是多了|是增是减|更多还是更少|more or less|more or fewer|up or down"
    r"|增加还是减少|上升还是下降|变多还是变少"
)


def with_operation(frame: Frame, m: Mentions) -> Frame | None:
    """The frame with what the words say is to be done with it; None if they say nothing."""
    for step in (_listing, _ranking, sharing, _changing, breaking_down, _pooling, _comparing):
        done = step(frame, m)
        if done is not None:
            return done
    return _spreading(frame, m)


def plainly(frame: Frame, m: Mentions) -> Frame:
    """The frame where no word says what is to be done: the values as they stand."""
    if any(p.scope is not None and not p.scope.is_whole for p in frame.parties):
        return replace(frame, operation=Operation.SUM)
    is_yes_no = m.is_yes_no and not m.wants_number
    return replace(frame, operation=Operation.VALUE, is_yes_no=is_yes_no)


def _listing(frame: Frame, m: Mentions) -> Frame | None:
    """Which places, or how many of them, satisfy a condition."""
    is_of_kind = any(p.scope and p.scope.kinds for p in frame.parties)
    wants_count = "count_places" in m.ops or (is_of_kind and bool(_HOW_MANY_OF.search(m.text)))
    is_listed = bool(ENDS_IN_KIND.search(m.text)) and not _is_ranked(m) and not m.has("quantity")
    is_wide = not frame.parties or any(p.scope and p.scope.kinds for p in frame.parties)
    is_sieve = is_wide and not m.is_yes_no and condition_of(m) is not None
    wants_years = _wants_year(m) and (condition_of(m) is not None or m.has("negation"))
    is_asked = wants_count or "list_places" in m.ops or is_sieve or is_listed
    is_asked = is_asked or (wants_years and not m.is_yes_no)
    if not is_asked or _is_ranked(m):
        return None
    if {"compare"} & m.ops and len(frame.parties) > 1:
        return None
    if m.has("yes_no") and len(frame.parties) == 1 and not frame.is_of_many:
        return None
    condition = condition_of(m)
    if condition is None:
        condition = Condition("=" if m.has("negation") else ">", Decimal(0))
    operation = Operation.COUNT if wants_count else Operation.LIST
    return replace(frame, operation=operation, condition=condition, is_yes_no=False)


def _wants_year(m: Mentions) -> bool:
    return any(re.search(r"哪.{0,2}年|which years?|what years?|年份", y.said) for y in m.years)


def _ranking(frame: Frame, m: Mentions) -> Frame | None:
    signs = dict(amounts_in(list(m.tokens)))
    best, worst = "most" in m.ops, "least" in m.ops or "rank_up" in m.ops
    is_spread = frame.span.mode in SPREAD or len(frame.span.years) > 1
    wants_places = bool({"list_places", "count_places"} & m.ops) or frame.is_of_many
    wants_places = wants_places or bool(ENDS_IN_KIND.search(m.text))
    wants_year = _wants_year(m)
    is_best = best or (wants_year and "more" in m.ops)
    is_worst = worst or (wants_year and "less" in m.ops)
    is_of_years = wants_year or (is_spread and not wants_places)
    if (is_best or is_worst) and is_of_years and "share" not in m.ops:
        operation = Operation.WORST_YEAR if is_worst else Operation.BEST_YEAR
        named = tuple(sorted({y for x in m.years if x.mode == "asked" for y in x.years}))
        span = Span("asked", named) if len(named) > 1 else frame.span
        span = span if span.mode else Span("all")
        return replace(frame, operation=operation, span=span)
    is_asked = "top" in signs or "bottom" in signs or {"rank", "rank_up"} & m.ops
    if not is_asked and not ((best or worst) and wants_places):
        return None
    if len(frame.parties) > 1 and not any(p.scope for p in frame.parties) and not is_asked:
        return None
    is_ascending = (worst and not best) or "bottom" in signs
    top = signs.get("top", signs.get("bottom"))
    is_whole = bool({"rank", "rank_up"} & m.ops) or (best and worst)
    number = int(top) if top is not None else None if is_whole else 1
    return replace(
        frame, operation=Operation.RANK, top=number, is_ascending=is_ascending, is_yes_no=False
    )


def _changing(frame: Frame, m: Mentions) -> Frame | None:
    kinds = {"growth", "difference", "change", "yoy"} & m.ops
    kinds = {"growth"} if is_by_parts(m.text) else kinds
    if _STEADILY.search(m.text) and (kinds or {"more", "less"} & m.ops):
        return replace(frame, operation=Operation.TREND, span=_all_years(frame), is_yes_no=False)
    if not kinds or "list_places" in m.ops:
        return None
    frame = replace(frame, span=_ends_of(frame.span, m))
    is_spread = frame.span.mode in SPREAD or len(frame.span.years) > 2
    if (is_spread and _CHANGES.search(m.text)) or (is_spread and "growth" not in kinds):
        return replace(frame, operation=Operation.TREND, is_yes_no=False)
    if len(frame.parties) > 1:
        return replace(frame, operation=Operation.DIFFERENCE)
    are_two = len(frame.metrics) == 2 or len(frame.members) == 2
    if are_two and kinds == {"difference"} and len(frame.span.years) < 2:
        return replace(frame, operation=Operation.DIFFERENCE)
    operation = Operation.CHANGE
    if "growth" in kinds and "difference" not in kinds:
        operation = Operation.GROWTH
    elif "增减情况" in m.text:
        operation = Operation.CHANGE
    elif "growth" not in kinds and ("difference" in kinds or _COUNTED.search(m.text)):
        operation = Operation.DIFFERENCE
    expects = "less" if _FEWER.search(m.text) else "more" if _MORE.search(m.text) else "any"
    return replace(frame, operation=operation, span=_paired(frame.span), expects=expects)


_STEADILY = re.compile(r"一年比一年|一直|逐年|年年|连年|每年都|steadily|every year")


def _all_years(frame: Frame) -> Span:
    return frame.span if frame.span.mode else Span("all")


def _ends_of(span: Span, m: Mentions) -> Span:
    """从2022年到2024年增长了多少: a stretch of years by its two ends."""
    is_stretch = len(m.years) == 1 and span.mode == "asked" and len(span.years) > 2
    if is_stretch and (_MUCH.search(m.text) or {"growth", "difference"} & m.ops):
        return Span("asked", (span.years[0], span.years[-1]), span.said)
    return span


def _paired(span: Span) -> Span:
    """A single year is compared with the one before it; no year, the newest with its own."""
    if len(span.years) == 1:
        return Span("pair", span.years, span.said)
    return span if span.years or span.mode in SPREAD else Span("pair", (), span.said)


def _pooling(frame: Frame, m: Mentions) -> Frame | None:
    if "mean" in m.ops:
        is_years = bool(
            re.search(r"平均每年|年均|per year|a year|annual average|每年平均", m.text)
        )
        if is_years and len(frame.span.years) == 1 and frame.span.mode == "asked":
            return None  # 2024年年均 is no mean of anything
        span = Span("all") if is_years and not frame.span.mode else frame.span
        return replace(frame, operation=Operation.MEAN, span=span)
    is_spread = frame.span.mode in SPREAD or len(frame.span.years) > 1
    is_summed = "sum" in m.ops or _is_altogether(frame, m)
    asked = sum(t.has("quantity") for t in m.tokens)
    is_of_two = len(frame.metrics) > 1 and asked < 2 and not frame.is_yes_no
    if not is_summed or not (frame.is_of_many or is_spread or is_of_two):
        return None
    if "difference" in m.ops or {"list_places"} & m.ops:
        return None
    if _EACH.search(m.text):
        return None
    if set(frame.metrics) == {"new_received", "carried_in"} and not is_spread:
        frame = replace(frame, metrics=("requests_total",))
        return frame if frame.is_of_many else replace(frame, operation=Operation.VALUE)
    return replace(frame, operation=Operation.SUM)


def _is_altogether(frame: Frame, m: Mentions) -> bool:
    """Whether all is wanted in one; 总计 in the label of a cell says nothing of the kind.

    But 不予公开、无法提供、不予处理合计 is one sum of three.
    """
    labels = [t.text for t in m.tokens if t.has("metric")]
    is_of_list = len(frame.metrics) > 1 and sum(map(_is_total, labels)) == 1
    others = (t.text for t in m.tokens if not t.has("metric"))
    return is_of_list or any(_ALTOGETHER.search(text) for text in others)


def _is_total(label: str) -> bool:
    return label.endswith("合计")


def _comparing(frame: Frame, m: Mentions) -> Frame | None:
    is_compared = bool({"compare", "more", "less"} & m.ops) and not condition_of(m)
    is_against = "compare" in m.ops and bool({"more", "less"} & m.ops) and m.has("quantity")
    is_last_year = any(y.is_previous for y in m.years) and not {"more", "less"} & m.ops
    is_against = is_against or ("compare" in m.ops and bool(_LESS_DONE.search(m.text)))
    is_compared = is_compared or (is_against and not condition_of(m))
    are_two = len(frame.metrics) == 2 or len(frame.members) == 2
    if are_two and is_against and len(frame.span.years) < 2 and not m.is_yes_no:
        return replace(frame, operation=Operation.DIFFERENCE)
    if is_compared and (is_last_year or is_against) and not m.is_yes_no:
        span = frame.span if len(frame.parties) > 1 else _paired(frame.span)
        return replace(frame, operation=Operation.DIFFERENCE, span=span)
    is_lone = not frame.is_of_many and len(frame.span.years) < 2 and not _is_of_two(frame)
    if {"more", "less"} & m.ops and not condition_of(m) and is_lone and m.places:
        return _against_last_year(frame, m)
    is_joined = len(m.places) == 1 and m.places[0].is_joined
    if is_compared and is_joined and not frame.is_of_many:
        return replace(frame, operation=Operation.COMPARE)
    if is_compared and _is_of_two(frame) and len(frame.span.years) < 2:
        return replace(frame, operation=Operation.VALUE, is_yes_no=False)
    if not is_compared or not (
        frame.is_of_many or len(frame.span.years) == 2 or "compare" in m.ops
    ):
        return None
    expects = "more" if "more" in m.ops else "less" if "less" in m.ops else "any"
    span = frame.span
    if not frame.is_of_many and len(span.years) < 2 and span.mode not in SPREAD:
        span = _paired(span)
    if len(m.years) == 2 and len(frame.span.years) == 2 and m.years[0].years > m.years[1].years:
        pass  # 2025 against 2023: the later is spoken of
    elif len(m.years) == 2 and len(frame.span.years) == 2 and m.is_yes_no:
        expects = {"more": "less", "less": "more"}.get(expects, expects)
    return replace(
        frame, operation=Operation.COMPARE, span=span, is_yes_no=m.is_yes_no, expects=expects
    )


def _is_of_two(frame: Frame) -> bool:
    return len(frame.metrics) > 1 or len(frame.members) > 1


def _against_last_year(frame: Frame, m: Mentions) -> Frame | None:
    """多公开了多少条, compared with nothing that is named: with the year before."""
    if frame.span.mode in SPREAD or any(p.is_joined for p in m.places):
        return None
    span = _paired(frame.span)
    expects = "more" if "more" in m.ops else "less"
    if m.is_yes_no:
        return replace(frame, operation=Operation.CHANGE, span=span, expects=expects)
    is_counted = any(t.has("quantity") for t in m.tokens)
    return replace(frame, operation=Operation.DIFFERENCE, span=span) if is_counted else None


def _spreading(frame: Frame, m: Mentions) -> Frame | None:
    """All years, or each of several places, one by one."""
    is_spread = frame.span.mode in SPREAD or len(frame.span.years) > 2
    if "trend" in m.ops or is_spread:
        span = frame.span if frame.span.mode else Span("all")
        return replace(frame, operation=Operation.TREND, span=span, is_yes_no=False)
    is_each = any(t.has("every") or t.text.startswith(("各", "每")) for t in m.tokens)
    if is_each and any(p.scope is not None and not p.scope.is_whole for p in frame.parties):
        return replace(frame, operation=Operation.COMPARE)
    return None


def _is_ranked(m: Mentions) -> bool:
    signs = {sign for sign, _ in amounts_in(list(m.tokens))}
    return (
        bool({"most", "least", "rank", "rank_up", "more"} & m.ops) and not condition_of(m)
    ) or bool({"top", "bottom"} & signs)
