"""What a question that goes on wants done: what it says, else what was done before."""

import re
from dataclasses import replace

from bot.queries import Operation
from bot.understand.frames import Frame, Span
from bot.understand.mentions import Mentions
from bot.understand.operations.changes import is_in_time as is_in_time_of
from bot.understand.operations.changes import paired
from bot.understand.operations.choose import with_operation
from bot.understand.operations.conditions import condition_of, finished
from bot.understand.operations.parts import CHANNELS
from bot.understand.operations.ranks import of_years, wants_year
from bot.understand.operations.shares import is_by_parts
from bot.understand.reading.amounts import amounts_in
from bot.understand.talk.places import is_before_than
from bot.understand.talk.shares import of_the_whole, shares_compared
from index.vocabulary.metrics import METRIC

_AVERAGES = (Operation.MEAN, Operation.MEDIAN)
_OVER_PLACES = (Operation.RANK, Operation.LIST, Operation.COUNT)
_OVER_YEARS = (Operation.TREND, Operation.BEST_YEAR, Operation.WORST_YEAR)
_BETWEEN = (
    Operation.COMPARE, Operation.DIFFERENCE, Operation.SUM, Operation.TIMES, *_AVERAGES
)  # fmt: skip


def done(frame: Frame, new: Frame, old: Frame, m: Mentions) -> Frame:
    """What is to be done now: what the words say of the filled question, else what was done."""
    blank = replace(
        frame, operation=None, top=None, nth=None, whose=(), year_asked=None, by=None,
        is_ascending=False, is_reversed=False, expects="any", over=(), over_party=new.over_party,
        measure=(), measure_more=(), average=None, is_of_ends=False, is_each=False,
    )  # fmt: skip
    told = _told(blank, old, m) or _after_breakdown(blank, new, old, m)
    told = told or _who_again(blank, old, m) or _share_of_part(blank, new, old, m)
    if told is not None:
        return told
    if _is_only_of_others(new, old, m):
        return _as_before(blank, old, m)
    if old.operation in (Operation.SUM, *_AVERAGES) and {"breakdown", "table"} & m.ops:
        return _one_by_one(blank, new)
    if old.operation is Operation.SHARE and frame.metrics == old.metrics and not new.metrics:
        after = _after_share(blank, new, old, m)
        if after is not None:
            return after
    for step in (
        _flipped, _parts_again, _first_of_those, _between_these, _in_per_cent, _bounded,
        _against_year,
    ):  # fmt: skip
        found = step(blank, old, m)
        if found is not None:
            return found
    said = with_operation(replace(blank, kind="facts"), m)
    if said is not None and not (_is_only_carried(said, m) and old.operation):
        said = of_earlier_year(replace(said, kind=frame.kind), m)
        return finished(of_the_whole(said, old, m), m)
    return _of_what_is_named(frame, blank, new, old, m)


def _of_what_is_named(frame: Frame, blank: Frame, new: Frame, old: Frame, m: Mentions) -> Frame:
    """The number that is named, plainly; else what was done before."""
    is_asked = m.has("quantity") or m.is_yes_no or bool(new.parties)
    if new.members and not new.metrics and _is_counted(m) and old.operation in _OF_TWO_YEARS:
        return _of_later_year(replace(blank, operation=Operation.VALUE), old, m)
    if new.metrics and (is_asked or old.kind not in ("facts", "both")):
        return _of_later_year(frame, old, m)
    return _as_before(blank, old, m)


def _is_counted(m: Mentions) -> bool:
    """其中个人的几件: how many, and not by how many more."""
    return not m.ops and any(t.has("quantity") and _COUNTED.search(t.text) for t in m.tokens)


def _of_later_year(frame: Frame, old: Frame, m: Mentions) -> Frame:
    """纠正几件 after 比2023年: in the year that was held against the one before.

    许可分别多少 after the bodies of a kind is of each of them.
    """
    if frame.is_of_many and "breakdown" in m.ops:
        return replace(frame, operation=Operation.COMPARE, over=())
    are_two = len(frame.span.years) == _TWO and not m.years
    if not (are_two or frame.span.mode == "pair") or old.operation not in _OF_TWO_YEARS:
        return frame
    return replace(frame, span=Span("asked", frame.span.years[-1:]))


_OF_TWO_YEARS = (Operation.DIFFERENCE, Operation.GROWTH, Operation.CHANGE, Operation.COMPARE)


def _against_year(frame: Frame, old: Frame, m: Mentions) -> Frame | None:
    """比2023年呢: by how much, as 比上年呢."""
    is_bare = not (m.places or m.named.metrics or m.is_yes_no)
    is_of_year = len(m.years) == 1 and m.years[0].mode == "asked" and m.ops == {"compare"}
    if is_bare and is_of_year and m.years[0].years == old.span.years:
        frame = replace(frame, span=paired(frame.span))  # 比去年, of an answer about last year
    are_two = len(frame.span.years) == _TWO or frame.span.mode == "pair"
    if not (is_bare and is_of_year and are_two) or frame.is_of_many:
        return None
    if old.operation not in (Operation.VALUE, *_OF_TWO_YEARS, None) or len(frame.metrics) > 1:
        return None
    return replace(frame, operation=Operation.DIFFERENCE, is_yes_no=False)


def _told(frame: Frame, old: Frame, m: Mentions) -> Frame | None:
    """The whole ranking, or how many are on a list, where nothing else is said."""
    if "whole_rank" in m.asks:
        return replace(_as_before(frame, old, m), top=None, nth=None, condition=None)
    if "how_many" in m.asks:
        return replace(_as_before(frame, old, m), operation=Operation.COUNT)
    return None


def of_earlier_year(frame: Frame, m: Mentions) -> Frame:
    """2023年比它多吗, after 2024: the year before 比 is held against the one spoken of."""
    is_one = len(m.years) == 1 and len(frame.span.years) == _TWO and not frame.is_of_many
    is_claim = frame.operation is Operation.COMPARE and frame.expects in _FLIPPED
    if not (is_one and is_claim and is_before_than(m, m.years[0].start)):
        return frame
    is_earlier = m.years[0].years == frame.span.years[:1]
    return replace(frame, expects=_FLIPPED[frame.expects]) if is_earlier else frame


_FLIPPED = {"more": "less", "less": "more", "at_least": "at_most", "at_most": "at_least"}


def _after_breakdown(frame: Frame, new: Frame, old: Frame, m: Mentions) -> Frame | None:
    """占比最高的是哪个, 2023年最多的呢 after reasons: of those, and not of bodies."""
    is_of_parts = old.operation is Operation.BREAKDOWN and not (new.parties or new.metrics)
    is_ranked = bool({"most", "least", "rank", "rank_up"} & m.ops) or m.has("amount")
    if not is_of_parts or not is_ranked or m.has("kind") or frame.metrics != old.over:
        return None
    top = dict(amounts_in(list(m.tokens))).get("top", 1) if "most" in m.ops else None
    return replace(_as_before(frame, old, m), top=int(top) if top is not None else None)


def _share_of_part(frame: Frame, new: Frame, old: Frame, m: Mentions) -> Frame | None:
    """占比多少 after the largest of the reasons: its share of them all."""
    is_asked = "share" in m.ops and not (new.metrics or new.members or new.over_party)
    if not is_asked or len(old.said_part) != _TWO or {"most", "least"} & m.ops:
        return None
    metric, member = old.said_part
    is_split = member != "total"
    return replace(
        frame, operation=Operation.SHARE, metrics=(metric,), over=old.over,
        members=(member,) if is_split else (), over_member="total" if is_split else None,
    )  # fmt: skip


def _who_again(frame: Frame, old: Frame, m: Mentions) -> Frame | None:
    """2022年是谁 after a ranking, 2022年有几家 after a list: by what was asked before."""
    is_bare = bool(m.ops) and m.ops <= {"list_places", "count_places"} and not m.named.metrics
    is_said = m.has("negation", "amount", "number") or m.is_yes_no
    if not is_bare or is_said or old.operation not in _OVER_PLACES:
        return None
    before = _as_before(frame, old, m)
    if old.operation is Operation.RANK:
        return before
    is_count = "count_places" in m.ops
    return replace(before, operation=Operation.COUNT if is_count else Operation.LIST)


def _is_only_carried(said: Frame, m: Mentions) -> bool:
    """Whether only years that were said before make a trend of it: 处罚呢, after a sum."""
    is_said = m.ops or m.years or m.has("every") or said.is_yes_no
    return said.operation is Operation.TREND and not is_said


def _after_share(frame: Frame, new: Frame, old: Frame, m: Mentions) -> Frame | None:
    """比2023年高吗 after a share is about shares, and 多少件 about the number again."""
    if "share" in m.ops or new.over_party is not None:
        return None
    best = of_years(frame, m) if {"most", "least"} & m.ops and old.over_party is None else None
    if best is not None and len(frame.metrics) == 1:  # 哪年最高: of the shares
        return replace(best, by=Operation.SHARE, over=old.over, over_member=old.over_member)
    if any(t.has("quantity") and _COUNTED.search(t.text) for t in m.tokens):
        return None if m.ops else replace(frame, operation=Operation.VALUE)
    return shares_compared(_as_before(frame, old, m), m)


_COUNTED = re.compile(r"[件条次份起宗项篇期场数]|how many|number")


def _between_these(frame: Frame, old: Frame, m: Mentions) -> Frame | None:
    """多百分之多少, after two bodies were compared: one against the other, in that year."""
    is_of_two = len(frame.parties) == _TWO and all(p.scope is None for p in frame.parties)
    is_of_two = is_of_two and len(frame.span.years) < _TWO and frame.span.mode != "pair"
    was_of_two = frame.parties == old.parties and old.operation in _OF_TWO_YEARS
    is_by = "百分" in m.text or is_by_parts(m.text)
    is_in_time = m.years or is_in_time_of(m.text)
    if not (is_of_two and was_of_two and is_by) or is_in_time or "占" in m.text:
        return None
    return replace(frame, operation=Operation.GROWTH, is_yes_no=False)


def _in_per_cent(frame: Frame, old: Frame, m: Mentions) -> Frame | None:
    """百分之多少 after 涨了多少 asks for growth, and for no share."""
    is_of_change = old.operation in (Operation.DIFFERENCE, Operation.CHANGE, Operation.GROWTH)
    is_plain = m.ops <= {"share", "growth"} and "share" in m.ops and not m.named.concepts
    is_in_time = len(frame.span.years) == _TWO or frame.span.mode == "pair"
    if not (is_of_change and is_plain and is_in_time) or "占" in m.text:
        return None
    return replace(frame, operation=Operation.GROWTH, is_yes_no=False)


_TWO = 2
_BOUNDABLE = (None, Operation.VALUE, Operation.COMPARE)


def _bounded(frame: Frame, old: Frame, m: Mentions) -> Frame | None:
    """超过300件吗, of one number: whether it does, whatever was asked of it before."""
    is_one = len(frame.parties) == 1 and frame.parties[0].scope is None
    is_of_year = len(frame.span.years) < _TWO and frame.span.mode in ("", "asked", "newest")
    is_plain = not m.ops - {"more", "less", "zero", "nonzero"} and old.operation in _BOUNDABLE
    is_bound = m.is_yes_no and m.has("amount", "number")
    if not (is_one and is_of_year and is_plain and is_bound):
        return None
    bounded = replace(frame, operation=Operation.VALUE, is_yes_no=True, condition=None)
    return finished(bounded, m)


def of_one_year(frame: Frame, m: Mentions) -> Frame:
    """全县排第几 after 比上年呢: the year that was compared, and not both added up."""
    is_pair = frame.span.mode == "pair" and bool(frame.span.years) and not m.years
    if frame.operation in _POOLED and len(frame.parties) > 1 and _is_of_two(frame) and not m.years:
        return replace(frame, span=Span("asked", frame.span.years[-1:]))  # 两个局加起来
    if not is_pair or frame.by is not None or frame.operation not in _OF_ONE_YEAR:
        return frame
    return replace(frame, span=Span("asked", frame.span.years[-1:]))


def _is_of_two(frame: Frame) -> bool:
    is_pair = frame.span.mode == "pair" and bool(frame.span.years)
    return is_pair or len(frame.span.years) == _TWO


_POOLED = (Operation.SUM, *_AVERAGES)
_OF_ONE_YEAR = (*_OVER_PLACES, Operation.BREAKDOWN, Operation.SHARE)


def _one_by_one(frame: Frame, new: Frame) -> Frame:
    """分别是多少, 列个表 after a sum: the numbers that it is made of."""
    operation = Operation.COMPARE if frame.is_of_many else Operation.VALUE
    return replace(frame, operation=operation, is_yes_no=False, is_table=new.is_table)


def _is_only_of_others(new: Frame, old: Frame, m: Mentions) -> bool:
    """各部门呢 after a sum over towns: the same of others, and 各 asks for nothing."""
    is_pooled = old.operation in (Operation.SUM, *_AVERAGES, *_OVER_PLACES, Operation.BREAKDOWN)
    is_plain = not (new.metrics or m.ops or m.has("quantity", "yes_no", "amount"))
    is_of_many = bool(new.without) or any(p.scope is not None for p in new.parties)
    return is_pooled and is_plain and is_of_many


def _flipped(frame: Frame, old: Frame, m: Mentions) -> Frame | None:
    """最少的呢, after the most."""
    is_other = wants_year(m) and old.by is not Operation.SHARE
    are_told = old.operation in (Operation.RANK, *_OVER_YEARS[1:]) and not is_other
    if not {"most", "least"} & m.ops or not are_told:
        return None
    is_least = "least" in m.ops
    frame = replace(
        frame, by=old.by, condition=old.condition, over=old.over, over_member=old.over_member
    )  # fmt: skip
    if old.operation is Operation.RANK:
        top = 1 if "第一" in m.text else old.top or 1
        return replace(frame, operation=Operation.RANK, top=top, is_ascending=is_least)
    return replace(frame, operation=Operation.WORST_YEAR if is_least else Operation.BEST_YEAR)


def _parts_again(frame: Frame, old: Frame, m: Mentions) -> Frame | None:
    """历年呢 after reasons or applicants: those of each year."""
    is_of_parts = old.operation is Operation.BREAKDOWN and frame.metrics == old.over
    is_bare = not (m.ops or m.named.metrics or m.has("quantity", "amount") or m.is_yes_no)
    return _as_before(frame, old, m) if is_of_parts and is_bare else None


def _first_of_those(frame: Frame, old: Frame, m: Mentions) -> Frame | None:
    """最少的呢 after several bodies side by side: which of them."""
    are_named = len(frame.parties) > 1 and all(p.scope is None for p in frame.parties)
    is_bare = m.ops in ({"most"}, {"least"}) and not (m.named.metrics or m.places or m.years)
    if not (are_named and is_bare) or old.operation not in (Operation.COMPARE, Operation.VALUE):
        return None
    is_least = "least" in m.ops
    return replace(frame, operation=Operation.RANK, top=1, is_ascending=is_least)


def _as_before(frame: Frame, old: Frame, m: Mentions) -> Frame:
    operation = old.operation or Operation.VALUE
    is_one_year = frame.span.mode in ("asked", "newest") and len(frame.span.years) < 2
    is_one_place = len(frame.parties) == 1 and frame.parties[0].scope is None
    if operation is Operation.BREAKDOWN and frame.metrics == old.over:
        if frame.members and len(old.members) > 1:  # 企业的呢, after all kinds of applicant
            is_pooled = any(p.scope is not None for p in frame.parties)
            return replace(frame, operation=Operation.SUM if is_pooled else Operation.VALUE)
        return replace(
            frame, operation=operation, metrics=old.metrics,
            members=frame.members or old.members, over=old.over, top=old.top,
        )  # fmt: skip
    is_told = len(old.span.years) == _TWO and old.span.mode == "asked"  # and no year before it
    if _is_of_one_of_them(frame, old):
        if old.by in (Operation.DIFFERENCE, Operation.GROWTH):
            return replace(frame, operation=old.by, span=paired(frame.span))
        return replace(frame, operation=Operation.VALUE)
    is_moot = (
        (operation in _OF_TWO_YEARS and is_told and is_one_place and is_one_year)
        or operation is Operation.BREAKDOWN
        or (operation is Operation.SHARE and _has_no_such_part(frame, old))
        or (operation is Operation.SHARE and _is_of_other_kind(frame, old))
        or (operation in _OVER_YEARS and is_one_year)
        or (operation in _BETWEEN and is_one_place and is_one_year and not _are_two(frame))
    )
    if is_moot:
        return replace(frame, operation=Operation.VALUE)
    over = old.over if frame.metrics == old.metrics else ()
    is_of_time = old.by not in (None, Operation.SUM) and operation not in _OVER_YEARS
    if is_of_time or (operation is Operation.TIMES and is_one_place):
        frame = replace(frame, span=paired(frame.span))
    return replace(
        frame, operation=operation, top=old.top, nth=old.nth, by=old.by, over=over,
        is_ascending=old.is_ascending, is_reversed=old.is_reversed,
        measure=old.measure, measure_more=old.measure_more, average=old.average,
        is_of_ends=old.is_of_ends,
        is_each=old.is_each, over_party=old.over_party, over_member=_whose_whole(frame, old),
        condition=condition_of(m) if m.has("amount", "number") else old.condition,
        is_yes_no=old.is_yes_no and not (m.ops or m.has("quantity") or _is_of_other(frame, old)),
        expects=old.expects,
    )  # fmt: skip


def _are_two(frame: Frame) -> bool:
    """Whether two numbers of one body are held against each other or added up."""
    return len(frame.metrics) > 1 or len(frame.members) > 1


def _is_of_one_of_them(frame: Frame, old: Frame) -> bool:
    """马影镇呢, after a ranking of all towns: the number of that town."""
    is_one = len(frame.parties) == 1 and frame.parties[0].scope is None
    was_of_many = any(party.scope is not None for party in old.parties)
    return is_one and was_of_many and old.operation in _OVER_PLACES and not old.whose


def _is_of_other(frame: Frame, old: Frame) -> bool:
    """培训呢, after whether there were any penalties: the number of another thing, plainly."""
    return frame.metrics != old.metrics and old.expects == "any" and old.condition is None


def _is_of_other_kind(frame: Frame, old: Frame) -> bool:
    """培训呢, after a share or after whether all of it is so: there is nothing it is a part of."""
    is_other = frame.metrics != old.metrics and old.over_party is None
    has_whole = all(METRIC[key].table is not None or key in CHANNELS for key in frame.metrics)
    return is_other and (old.condition is not None or not has_whole)


def _whose_whole(frame: Frame, old: Frame) -> str | None:
    """企业的呢, after the share among those of individuals: among those of enterprises."""
    is_own = old.over_member is not None and (old.over_member,) == old.members
    return frame.members[0] if is_own and len(frame.members) == 1 else old.over_member


def _has_no_such_part(frame: Frame, old: Frame) -> bool:
    """Whether what the share was of has nothing to do with the number that is meant now."""
    is_split = bool(old.members) and old.members != ("total",)
    return is_split and not all(METRIC[key].has_members for key in frame.metrics)
