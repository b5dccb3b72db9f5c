"""What a share is of, and of what it is a part: told by 占, 中, "of", and places."""

import re
from dataclasses import replace

from bot.queries import Operation, PlaceScope
from bot.types import Lang
from bot.understand.frames import SPREAD, Frame, Party
from bot.understand.mentions import Mentions
from bot.understand.operations.bases import is_measure_first, is_of_earlier
from bot.understand.operations.conditions import condition_of
from bot.understand.operations.parts import APPLICANTS, PARTS
from bot.understand.reading.amounts import is_percent
from bot.understand.reading.metrics import Named, named_in
from bot.understand.reading.tokens import Token
from index.vocabulary.metrics import METRIC

_WITHIN = frozenset(("中", "里", "之中", "当中", "里面", "里头", "中的", "里的", "内"))
_TOGETHER = re.compile(
    r"之和|加起来|加一起|加在一起|合计|合起来|相加|共计|一共|总共"
    r"|together|combined|added up|in total"
)
_TOTAL = re.compile("总量|总数|总件数")  # 占申请总量: of those received
_PLUS = frozenset(("加", "加上", "plus"))
_ENDING = frozenset(
    (
        "were",
        "was",
        "are",
        "is",
        "did",
        "that",
        "which",
        "got",
        "came",
        "ended",
        "who",
        "went",
        "come",
        "go",
    )
)
_POINTS_BACK = frozenset(("that", "this", "it", "they", "those", "these"))
_AMONG = frozenset(("in", "among", "out", "within", "of"))


def sharing(frame: Frame, m: Mentions) -> Frame | None:
    """The frame as a question for a share, or how far two lie apart; None where none is wanted."""
    found = _shared(frame, m)
    is_share = found is not None and found.operation is Operation.SHARE
    return _apart(found, m) if found is not None and is_share else found


_POINTS = re.compile(r"百分点|percentage points?|\bpoints\b")
_APART = re.compile(
    r"相差|差(?:多少|几|额|距|值)|[高低多少][出了]?(?:多少|几)"
    r"|(?:提高|降低|上升|下降|提升|增加|减少|变化|涨|跌|升|降)了?(?:多少|几)"
    r"|\b(?:difference|gap|how (?:much|many)) (?:between|higher|lower|more|less|above|below)"
)
_IN_TIME = re.compile(r"提高|降低|上升|下降|提升|增加|减少|变化|[涨跌升降]")


def _apart(frame: Frame, m: Mentions) -> Frame:
    """企业占比比个人占比少几个百分点: of two shares, by how many points they differ."""
    is_asked = bool(_POINTS.search(m.text) or _APART.search(m.text))
    if not is_asked or frame.is_yes_no:
        return frame
    counts = (len(frame.parties), len(frame.metrics), len(frame.members))
    if max(counts) == 1 and len(frame.span.years) < _TWO and _IN_TIME.search(m.text):
        frame = replace(frame, span=replace(frame.span, mode="pair"))
    years = _TWO if frame.span.mode == "pair" else len(frame.span.years)
    are_open = frame.span.mode in SPREAD or any(p.scope is not None for p in frame.parties)
    if are_open or sorted((*counts, years))[-2:] != [1, _TWO]:
        return frame
    if is_measure_first(m, m.places):
        frame = replace(frame, parties=frame.parties[::-1])
    if is_measure_first(m, [t for t in m.tokens if t.has("member")]):
        frame = replace(frame, members=frame.members[::-1])
    return replace(frame, by=Operation.DIFFERENCE)


def _two_shares(m: Mentions) -> tuple[str, ...]:
    """予以公开占比比不予公开占比高几个百分点: the numbers on either side of what compares them."""
    tokens = list(m.tokens)
    for at, token in enumerate(tokens):
        if token.text in _AGAINST and _POINTS.search(m.text):
            sides = [named_in(side) for side in (tokens[:at], tokens[at + 1 :])]
            found = dict.fromkeys(key for side in sides for key in side.metrics)
            if len(found) == _TWO and all(len(side.metrics) == 1 for side in sides):
                return tuple(found)
    return ()


_AGAINST = frozenset(("比", "较", "than", "exceed", "exceeds", "exceeded"))


def _shared(frame: Frame, m: Mentions) -> Frame | None:
    rate = _as_rate(frame, m) or _of_each_part(frame, m)
    if rate is not None:
        return rate
    if not _is_asked(frame, m):
        return None
    frame = claimed(frame, m)
    if any(METRIC[metric].is_rate for metric in frame.metrics):
        return None
    two = _two_shares(m)
    return replace(frame, operation=Operation.SHARE, metrics=two) if two else _of_sides(frame, m)


def _of_sides(frame: Frame, m: Mentions) -> Frame | None:
    """The share by what stands on either side of it: the whole, and the part."""
    over, part = _sides(m)
    frame = _over_place(frame, m, over)
    named, whole = named_in(part), named_in(over)
    members = named.members or frame.members
    metrics = named.metrics or frame.metrics or whole.metrics
    metrics = metrics or (("new_received",) if members else ())  # 企业占比: of those that applied
    # 占申请的比例: of applications in general is of those that were handled.
    is_plain = frozenset() < whole.concepts <= {"app", "on_app"} and not any(
        _TOTAL.search(t.text) for t in over
    )
    wholes = () if is_plain else tuple(x for x in whole.metrics if x not in metrics)
    if frame.over_party is not None and whole.metrics and not named.metrics:
        metrics, wholes = whole.metrics, whole.metrics
    if named.members and not named.metrics and whole.metrics:
        metrics, wholes = whole.metrics, whole.metrics
    is_of_answers = metrics == ("n_proactive",) and whole.metrics == ("handled_total",)
    if is_of_answers and "proactive" not in named.concepts:
        # 答复里公开的比例: of these, and of no news that is published
        return replace(frame, operation=Operation.VALUE, metrics=("disclosure_rate",))
    is_added = bool(_TOGETHER.search(m.text)) or any(t.text in _PLUS for t in part)
    # 予以公开和部分公开占办结总数的百分比: the rate of both, unless each is asked for.
    is_added = is_added or (set(metrics) == {"granted", "partial"} and not _of_each(m))
    if is_added and len(metrics) > 1:
        return of_both(replace(frame, members=members), metrics, wholes)
    over_member = None
    if whole.members and named.members and named.members != whole.members:
        wholes, over_member = metrics, whole.members[0]
    if wholes and members and names_only_the_whole(m):
        over_member = over_member or "total"  # 占办结的: of all of them
    wholes = wholes or _own_whole(m, named, whole, has_over=bool(over))
    if _is_of_sum(m, whole.metrics, metrics):
        metrics, wholes = named.metrics, whole.metrics
    return replace(
        frame,
        operation=Operation.SHARE,
        metrics=metrics,
        members=members,
        over=wholes,
        over_member=over_member,
        by=Operation.SUM if is_added and len(members) > 1 else None,
    )


def _is_of_one(frame: Frame) -> bool:
    """Whether one body is asked about, and one year."""
    is_of_year = len(frame.span.years) < _TWO and frame.span.mode not in (*SPREAD, "pair")
    return is_of_year and not frame.is_of_many


def _of_each(m: Mentions) -> bool:
    """部分公开占比和予以公开占比, or the two held against each other: shares of their own."""
    shares = [t.text for t in m.tokens if "share" in t.keys("op")]
    is_twice = len(set(shares)) < len(shares)
    is_apart = bool({"difference", "compare", "more", "less", "most", "least"} & m.ops)
    return is_twice or is_apart or _EACH.search(m.text) is not None


_EACH = re.compile(r"各|分别|\beach\b|respectively")


def of_both(frame: Frame, metrics: tuple[str, ...], wholes: tuple[str, ...]) -> Frame | None:
    """予以公开和部分公开合计占比, which is a rate; of other parts of one whole, their sum."""
    if set(metrics) == {"granted", "partial"} and wholes in ((), ("handled_total",)):
        return replace(frame, operation=Operation.VALUE, metrics=("disclosure_rate",), over=())
    groups = {_GROUP_OF.get(metric) for metric in metrics}
    is_known = wholes in ((), ("handled_total",)) or set(wholes) == groups
    if len(groups) > 1 or None in groups or not is_known or len(frame.members) > 1:
        return None
    if not _is_of_one(frame):
        return None
    return replace(
        frame, operation=Operation.SHARE, metrics=metrics, over=wholes, by=Operation.SUM
    )


# The group of a part: parts of one group contain none of each other, and may be added up.
_GROUP_OF = {part: whole for whole, parts in PARTS.items() for part in parts}


def _as_rate(frame: Frame, m: Mentions) -> Frame | None:
    """按时办结率, 大部分申请公开了吗 (in part as well, as in 公开率)."""
    is_rate = bool({"completion_rate", "on_time_rate"} & m.named.concepts)
    if frame.metrics == ("handled_on_time",) and is_rate:
        return replace(frame, operation=Operation.SHARE, over=("handled_total",))
    is_plain = frame.metrics == ("granted",) and "open" in m.named.concepts
    if is_plain and "share" not in m.ops and _is_claim(m):
        frame = claimed(frame, m)
        return replace(frame, operation=Operation.VALUE, metrics=("disclosure_rate",))
    return None


_BY_PART = re.compile(r"构成|分布|组成|各自|各类|各项|分别|类型|结构")
_WANTED = re.compile(r"占比|比例|百分比|比重|百分之")


def _of_each_part(frame: Frame, m: Mentions) -> Frame | None:
    """不予公开理由构成百分比, 申请人类型占比: the share of each part in the whole."""
    is_plain = len(frame.metrics) == 1 and not (frame.members or frame.is_of_many or m.is_yes_no)
    is_one = is_plain and len(frame.span.years) < _TWO and frame.span.mode not in SPREAD
    is_asked = bool(_BY_PART.search(m.text) and _WANTED.search(m.text))
    if not (is_one and is_asked) or {"most", "least", "growth", "change"} & m.ops:
        return None
    whole = frame.metrics[0]
    if whole == "new_received" and "applicant" in m.named.concepts:
        return replace(
            frame,
            operation=Operation.SHARE,
            members=APPLICANTS,
            over=(whole,),
            over_member="total",
        )
    said = {"refusal_reason", "results"} & m.named.concepts or "breakdown" in m.ops
    parts = PARTS.get(whole, ()) if said else ()
    return (
        replace(frame, operation=Operation.SHARE, metrics=parts, over=(whole,)) if parts else None
    )


_TWO = 2
_OUTCOMES = frozenset(("granted", "partial", "denied", "unable", "refused", "open"))


def _own_whole(m: Mentions, named: Named, whole: Named, *, has_over: bool) -> tuple[str, ...]:
    """What a kind of applicant applied for, where the share is of that: 企业申请里被部分公开的.

    Also what both words are read as: 无法提供里信息不存在占比 is a share of itself, which is none.
    """
    if whole.metrics and whole.metrics == named.metrics and not (whole.members or named.members):
        return whole.metrics
    is_within = bool(whole.members) and not named.members and named.metrics != whole.metrics
    is_own = not has_over and _is_of_their_own(m)
    return ("handled_total",) if is_within or is_own else ()


def _is_of_their_own(m: Mentions) -> bool:
    """个人申请得到公开的比例: of what individuals applied for, and not of all that was granted."""
    said = [t for t in m.tokens if t.has("member", "concept")]
    applied = next(
        (
            i
            for i, t in enumerate(said)
            if t.has("member") and ("申请" in t.text or "app" in _next_concepts(said, i))
        ),
        None,
    )
    if applied is None or sum(t.has("member") for t in said) != 1:
        return False
    before, after = said[:applied], said[applied + 1 :]
    is_outcome = [bool(_OUTCOMES & set(t.keys("concept"))) for t in after]
    return any(is_outcome) and not any(_OUTCOMES & set(t.keys("concept")) for t in before)


def _next_concepts(tokens: list[Token], at: int) -> tuple[str, ...]:
    return tokens[at + 1].keys("concept") if at + 1 < len(tokens) else ()


def _is_of_sum(m: Mentions, wholes: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """许可占处罚许可总数的多少: of the sum of both, of which it is a part."""
    return "sum" in m.ops and len(wholes) > 1 and bool(set(wholes) & set(parts))


def _is_asked(frame: Frame, m: Mentions) -> bool:
    """Whether a share is wanted, and no growth, and not which of the parts is the largest."""
    is_of_whole = frame.is_of_many and any(p.whole for p in m.places)
    is_of_each = max(len(frame.metrics), len(frame.members)) > 1 or is_of_whole
    is_of_each = is_of_each and bool(_EACH_SHARE.search(m.text))
    is_of_parts = bool({"refusal_reason", "results"} & m.named.concepts)
    is_best = is_of_parts and bool({"most", "least"} & m.ops)  # 占比最大的理由
    is_asked = "share" in m.ops or _is_claim(m) or is_of_each
    return is_asked and not (is_best or "growth" in m.ops or is_by_parts(m.text))


_EACH_SHARE = re.compile(r"各占|分别占|各自占|占比各|占比分别")
_GROWN = frozenset(("growth", "change", "difference", "yoy", "times", "double", "halve"))


def _is_claim(m: Mentions) -> bool:
    """一半以上是企业提的吗, 大部分公开了吗: a share is claimed, and no word asks for one."""
    amounts = [t.text for t in m.tokens if t.has("amount", "number")]
    is_one = len(amounts) == 1 and is_percent(amounts[0])
    return m.is_yes_no and is_one and not _GROWN & m.ops


def claimed(frame: Frame, m: Mentions) -> Frame:
    """A share that is said to be more than so much, or than another year's."""
    if not frame.is_yes_no or condition_of(m) is not None:
        return frame
    expects = "more" if "more" in m.ops else "less" if "less" in m.ops else ""
    counts = (len(frame.parties), len(frame.members), len(frame.span.years))
    is_of_two = _TWO in counts and sum(count > 1 for count in counts) == 1
    if not (expects and is_of_two) or m.has("negation") or frame.span.mode in SPREAD:
        return replace(frame, is_yes_no=False)
    members = [t for t in m.tokens if t.has("member")]
    if is_of_earlier(m) or is_measure_first(m, m.places) or is_measure_first(m, members):
        expects = {"more": "less", "less": "more"}[expects]
    return replace(frame, expects=expects)


_BY_PARTS = re.compile(
    r"(?:多|少|增|减|增加|减少|下降|上升|增长|降|升|涨|跌|高|低|降低|提高)了?(?:几成|百分之|多少个?百分)"
    r"|\b(?:gr[eo]w|r[io]se|f[ae]ll|increase|decrease|drop|change|decline)\w*\b.*"
    r"\bin (?:per ?cent|%)(?! of)"
)


def is_by_parts(text: str) -> bool:
    """比上年少了几成: growth, though its words are those of a share."""
    return bool(_BY_PARTS.search(text)) and "占" not in text


def names_only_the_whole(m: Mentions) -> bool:
    """占办结的百分之几, after another number: what that is a share of, and not of what it is."""
    if "share" not in m.ops:
        return False
    over, part = _sides(m)
    named = named_in(part)
    return bool(named_in(over).metrics) and not (named.metrics or named.members)


def named_base(m: Mentions) -> tuple[str, ...]:
    """The numbers that a share is of, where the words name nothing else: 占不予公开的多少."""
    return named_in(_sides(m)[0]).metrics if names_only_the_whole(m) else ()


def unexplained_sides(m: Mentions) -> tuple[str, ...]:
    """The words on either side of a share that no metric accounts for."""
    if _two_shares(m):
        return ()
    return tuple(word for side in _sides(m) for word in named_in(side).unexplained)


def _over_place(frame: Frame, m: Mentions, over: list[Token]) -> Frame:
    """清水乡占全县的比例: the place that the share is of."""
    if not over:
        return frame
    start, end = over[0].start, over[-1].end
    wholes = [p for p in m.places if start <= p.start < end]
    parts = [p for p in m.places if p not in wholes]
    if len(wholes) == _TWO and wholes[0].whole and wholes[1].scope is not None:
        within = replace(wholes[1].scope, label=wholes[0].whole)
        wholes = [replace(wholes[1], scope=within)]  # 全县乡镇: those of the county
    if len(wholes) != 1 or not (parts or not frame.metrics):
        return frame
    parties = tuple(Party(p.ids, p.scope) for p in parts)
    whole = Party(wholes[0].ids, wholes[0].scope)
    if wholes[0].whole and wholes[0].scope is None:
        whole = Party((), PlaceScope(None, (), wholes[0].whole))
    is_of_kind = any(p.scope is not None for p in parties)
    is_each = any(t.has("every") or t.text.startswith(("各", "每")) for t in m.tokens)
    is_each = is_each and (is_of_kind or len(parties) > 1) and not _TOGETHER.search(m.text)
    return replace(frame, parties=parties, over_party=whole, is_each=is_each)


_OF_ALL = re.compile(
    r"(?:and |so )?(?:(?:in |as (?:an? )?)?(?:per ?cent|percentage|share|proportion)"
    r" of (?:all|the total|total)|(?:in|as an?) (?:per ?cent|percentage|share|proportion) of)\b"
)


def _sides(m: Mentions) -> tuple[list[Token], list[Token]]:
    """What the share is of (after 占 or "of", before 中), and what is a part of it."""
    tokens = list(m.tokens)
    if len(m.named.members) == _TWO and _POINTS.search(m.text):
        return [], tokens  # the share of businesses above that of individuals
    if _OF_ALL.match(m.text) and len(named_in(tokens).metrics) == 1:
        return tokens, []  # in percent of all handled: the number was said before
    if m.lang is Lang.EN:
        return _english_sides(tokens)
    at = next((i for i, t in enumerate(tokens) if _is_share(t) and _OF.match(t.text)), None)
    if at is not None and _says_something(tokens[at + 1 :]):
        return tokens[at + 1 :], tokens[:at]
    claimed = _claimed_sides(tokens) or _equated_sides(tokens)
    if claimed is not None:
        return claimed
    within = next((i for i, t in enumerate(tokens) if t.text in _WITHIN), None)
    inside = _inside(tokens, within) if within is not None else None
    if inside is not None:
        return inside
    if within is not None and named_in(tokens[within + 1 :]).metrics:
        return tokens[:within], tokens[within + 1 :]
    if within is not None and _are_applicants(tokens[:within], tokens[within + 1 :]):
        return tokens[:within], tokens[within + 1 :]  # 单位申请里企业占多少
    group = named_in(tokens[:within]).metrics if within is not None else ()
    if len(group) == 1 and all(key.startswith(f"{group[0]}_") for key in m.named.metrics):
        return tokens[:within], tokens[(within or 0) + 1 :]  # 不予处理里信访类占比
    return [], tokens


def _are_applicants(whole: list[Token], part: list[Token]) -> bool:
    """Whether kinds of organisations are named as parts of all of these."""
    one, other = named_in(whole).members, named_in(part).members
    return one == ("organisations",) and bool(other) and not {*one, "natural"} & set(other)


def _claimed_sides(tokens: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """不予公开的大部分是因为第三方: the whole on this side of what is claimed, the part beyond."""
    at = next(
        (i for i, t in enumerate(tokens) if t.has("amount", "number") and is_percent(t.text)), None
    )
    if at is None:
        return None
    before, after = tokens[:at], tokens[at + 1 :]
    cut = next((i for i, t in enumerate(after) if t.text in _ARE), None)
    if cut and not named_in(before).metrics:  # 大部分不予公开是因为第三方
        before, after = after[:cut], after[cut:]
    one, other = named_in(before).metrics, named_in(after).metrics
    return (before, after) if one and other and one != other else None


def _equated_sides(tokens: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """处罚是许可的几分之几: the whole between 是 and the share."""
    at = next((i for i, t in enumerate(tokens) if _is_share(t)), None)
    cut = next((i for i, t in enumerate(tokens) if t.text in _EQUALS), None)
    if at is None or cut is None or cut > at:
        return None
    before, between = tokens[:cut], tokens[cut + 1 : at]
    one, other = named_in(before), named_in(between)
    are_two = bool(one.metrics and other.metrics) and one.metrics != other.metrics
    are_two = are_two or (bool(one.members and other.members) and one.members != other.members)
    return (between, before) if are_two else None


_EQUALS = frozenset(("是", "相当于", "为"))
_ARE = frozenset(("是", "因为", "属于", "为", "是因为"))


def _inside(tokens: list[Token], within: int) -> tuple[list[Token], list[Token]] | None:
    """重复申请在不予处理里占几成: the whole between 在 and 里, the part around them."""
    start = next((i for i in reversed(range(within)) if tokens[i].text in _AT), None)
    if start is None:
        return None
    whole, part = tokens[start + 1 : within], [*tokens[:start], *tokens[within + 1 :]]
    named, other = named_in(whole), named_in(part)
    is_whole = bool(named.metrics or named.members)
    is_part = bool(other.metrics or other.members or other.concepts - {"app", "on_app"})
    return (whole, part) if is_whole and is_part else None


_AT = frozenset(("在", "于"))


def _english_sides(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    at = next((i for i, t in enumerate(tokens) if "share" in t.keys("op")), 0)
    before, after = tokens[:at], tokens[at + 1 :]
    to = next((i for i, t in enumerate(after) if t.text == "to"), None)
    if to and at < len(tokens) and tokens[at].text == "ratio":
        return after[to + 1 :], after[:to]  # the ratio of licences to penalties
    if named_in(before).metrics:
        return after, before
    cut = next((i for i, t in enumerate(after) if t.text in _ENDING), None)
    if cut is not None and _says_something(after[cut:]):
        return after[:cut], after[cut + 1 :]
    cuts = [i for i, t in enumerate(after) if t.text in _AMONG]
    for cut in cuts:
        if named_in(after[cut:]).metrics and named_in(after[:cut]).concepts:
            return after[cut + 1 :], after[:cut]
    if cuts and not (named_in(after).metrics or named_in(after).members):
        return after, before
    if cuts and {t.text for t in after[-2:]} & _POINTS_BACK:
        return after[cuts[0] + 1 :], after[: cuts[0]]
    return [], after


def _says_something(tokens: list[Token]) -> bool:
    named = named_in(tokens)
    return bool(named.concepts or named.members) or any(
        t.has("body", "region", "short", "core", "whole", "kind", "metric") for t in tokens
    )


# 占 the whole, and not 占比 or 占多少, behind which none stands.
_OF = re.compile(r"(?:各自?|分别)?占(?!.*(?:比|比例|多少|几成|率)$)")


def _is_share(token: Token) -> bool:
    return "share" in token.keys("op") or bool(_EACH_SHARE.match(token.text))
