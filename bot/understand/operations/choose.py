"""What to do with the numbers: rank, share, trend …, told by words, places and years."""

import re
from dataclasses import replace

from bot.queries import Operation
from bot.understand.frames import SPREAD, Frame, Span
from bot.understand.mentions import Mentions
from bot.understand.operations.by_share import by_share
from bot.understand.operations.changed_years import of_changed_years
from bot.understand.operations.changes import changing
from bot.understand.operations.comparisons import (
    calculating,
    comparing,
    differing,
    leading,
    multiplying,
)
from bot.understand.operations.distances import claiming_distance
from bot.understand.operations.each_year import of_each_number, of_each_year
from bot.understand.operations.majorities import of_most
from bot.understand.operations.measures import measured, of_ends, only_so_many
from bot.understand.operations.parts import breaking_down, largest_part
from bot.understand.operations.quantified import of_all
from bot.understand.operations.ranks import listing, ranking
from bot.understand.operations.shares import sharing
from bot.understand.operations.wholly import of_all_of_it

_ALTOGETHER = re.compile(
    r"总量|总数|总[件条次份篇期]数|一共|共计|合计|总共|共(?=[收受办处公发])|in total|altogether"
)
_EACH = re.compile(
    r"分别|各自|各多少|各有|各是|各几|各为|逐年|每年|每一年|历年|比较|对比|respectively|\beach\b"
)
_OVER_YEARS = re.compile(
    r"(?:历年|这些年|这几年).{0,6}(?:总共|一共|合计|累计|共计|总和|加起来|共)"
)
_SO_FAR = re.compile(r"累计|累积|历年总|至今|迄今")
_A_YEAR = re.compile(r"平均每年|年均|per year|a year|annual average|每年平均")


def with_operation(frame: Frame, m: Mentions) -> Frame | None:
    """The frame with what the words say is to be done with it; None if they say nothing."""
    claimed = claiming_distance(frame, m, with_operation)
    if claimed is not None:
        return claimed
    shared = by_share(frame, m, (listing, ranking, _pooling))
    if shared is not None:
        return shared
    first = (
        of_most,
        of_all,
        of_each_year,
        of_each_number,
        of_all_of_it,
        largest_part,
        calculating,
        of_ends,
        only_so_many,
        measured,
        leading,
        of_changed_years,
        listing,
        ranking,
        sharing,
        multiplying,
        differing,
        changing,
        breaking_down,
        _pooling,
        comparing,
    )
    for step in (*first, _spreading):
        done = step(frame, m)
        if done is not None:
            return done
    return None


def plainly(frame: Frame, m: Mentions) -> Frame:
    """The frame where no word says what is to be done: the values as they stand."""
    if any(p.scope is not None and not p.scope.is_whole for p in frame.parties):
        return replace(frame, operation=Operation.SUM)
    is_yes_no = m.is_yes_no and not m.wants_number
    return replace(frame, operation=Operation.VALUE, is_yes_no=is_yes_no)


def _pooling(frame: Frame, m: Mentions) -> Frame | None:
    if _is_of_each_body(frame, m):
        operation = Operation.MEAN if "mean" in m.ops else Operation.SUM
        return replace(frame, operation=operation, is_each=True)
    if {"mean", "median"} & m.ops:
        return _averaged(frame, m)
    if not frame.span.mode and _SO_FAR.search(m.text) and not frame.is_of_many:
        frame = replace(frame, span=Span("all"))  # 累计收到多少: until now
    is_spread = frame.span.mode in SPREAD or len(frame.span.years) > 1
    is_summed = "sum" in m.ops or _is_altogether(frame, m)
    asked = sum(t.has("quantity") for t in m.tokens)
    are_several = len(frame.metrics) > 1 or len(frame.members) > 1
    is_of_two = are_several and asked < 2 and (not frame.is_yes_no or "sum" in m.ops)
    if not is_summed or not (frame.is_of_many or is_spread or is_of_two):
        return None
    if m.is_yes_no and {"same", "unequal"} & m.ops:
        return None  # 复议总数是同一个数吗
    is_between_years = "compare" in m.ops and len(frame.span.years) == 2
    if "difference" in m.ops or {"list_places"} & m.ops or is_between_years:
        return None
    is_each = _EACH.search(m.text) and not _OVER_YEARS.search(m.text)
    if is_each and not _is_of_each_metric(frame, m):
        return None
    if set(frame.metrics) == {"new_received", "carried_in"} and not is_spread:
        frame = replace(frame, metrics=("requests_total",))
        return frame if frame.is_of_many else replace(frame, operation=Operation.VALUE)
    return replace(frame, operation=Operation.SUM)


_EACH_BODY = re.compile(
    r"各(?![年类项种])(?=[^乡镇部局单区县街机地]|自)|分别|\beach\b|\brespectively\b"
)


def _is_of_each_body(frame: Frame, m: Mentions) -> bool:
    """两个乡三年总共各收了多少: a sum for each body, and not one over all of them."""
    is_over_years = frame.span.mode in SPREAD or len(frame.span.years) > 1
    is_pooled = bool({"sum", "mean"} & m.ops) or _is_altogether(frame, m)
    others = {"difference", "compare", "list_places", "median", "share", "times"}
    is_plain = is_over_years and is_pooled and not (others & m.ops or m.is_yes_no)
    is_each = bool(_EACH_BODY.search(m.text)) and not _BY_YEAR.search(m.text)
    return is_plain and is_each and frame.is_of_many


def _is_of_each_metric(frame: Frame, m: Mentions) -> bool:
    """三年申请和许可总数分别是多少: one sum over the years for each of the numbers."""
    is_long = frame.span.mode in SPREAD or len(frame.span.years) > 2
    is_by_year = bool(_BY_YEAR.search(m.text))
    return is_long and len(frame.metrics) > 1 and not (frame.is_of_many or is_by_year)


_BY_YEAR = re.compile(r"逐年|[每各][一个]?年|历年|by year|each year|every year")


def _averaged(frame: Frame, m: Mentions) -> Frame | None:
    is_years = bool(_A_YEAR.search(m.text))
    if is_years and len(frame.span.years) == 1 and frame.span.mode == "asked":
        return None  # 2024年年均 is no mean of anything
    span = Span("all") if is_years and not frame.span.mode else frame.span
    operation = Operation.MEAN if "mean" in m.ops else Operation.MEDIAN
    return replace(frame, operation=operation, span=span)


def _is_altogether(frame: Frame, m: Mentions) -> bool:
    """Whether all is wanted in one; 总计 in the label of a cell says nothing of the kind.

    But 不予公开、无法提供、不予处理合计 is one sum of three.
    """
    labels = [t.text for t in m.tokens if t.has("metric")]
    is_of_list = len(frame.metrics) > 1 and sum(map(_is_total, labels)) == 1
    others = (
        t.text for t in m.tokens if not (t.has("metric") or "public_total" in t.keys("concept"))
    )
    return is_of_list or any(_ALTOGETHER.search(text) for text in others)


def _is_total(label: str) -> bool:
    return label.endswith("合计")


def _spreading(frame: Frame, m: Mentions) -> Frame | None:
    """All years, or each of several places, one by one."""
    is_spread = frame.span.mode in SPREAD or len(frame.span.years) > 2
    is_each = any(t.has("every") or t.text.startswith(_EVERY) for t in m.tokens)
    is_of_one = max(len(frame.metrics), len(frame.members)) < 2
    is_each = is_each or (is_of_one and bool(_EACH_BODY.search(m.text)))
    is_each = (is_each or bool(_LISTED.search(m.text))) and _is_of_kind(frame)
    if "trend" in m.ops or is_spread:
        span = frame.span if frame.span.mode else Span("all")
        is_each = is_each and len(frame.metrics) == 1
        return replace(
            frame, operation=Operation.TREND, span=span, is_yes_no=False, is_each=is_each
        )
    return replace(frame, operation=Operation.COMPARE) if is_each else None


_EVERY = ("各", "每", "each ", "every ", "per ")

# List the applications of all towns: the number of each, and not the sum of all.
_LISTED = re.compile(
    r"情况(?:如何|怎么样|怎样)?[?？。]*$|列出|列一下|列举|罗列|列个|列张|一一|逐个|逐一|清单|[按分](?:乡镇|部门|镇街|街道|单位|镇|局)"
    r"|\bby (?:each )?(?:town|township|subdistrict|department|bureau|body)\b|\btable of\b"
    r"|^(?:please |kindly |can you |could you )*(?:list|itemi[sz]e|enumerate|show|tabulate)\b"
)


def _is_of_kind(frame: Frame) -> bool:
    """Whether bodies of a kind are asked about, and not the place that they lie in."""
    return any(p.scope is not None and not p.scope.is_whole for p in frame.parties)
