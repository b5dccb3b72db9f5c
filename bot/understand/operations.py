"""What to do with the numbers: rank, share, trend …, told by words, places and years."""

import re
from dataclasses import replace
from decimal import Decimal

from bot.queries import Condition, Operation, PlaceScope
from bot.types import Lang
from bot.understand.amounts import amounts_in
from bot.understand.frames import Frame, Party, Span
from bot.understand.mentions import Mentions
from bot.understand.metrics import named_in
from bot.understand.places import ending_in, kinds_in
from bot.understand.tokens import Token
from index.types import Kind
from index.vocabulary.metrics import METRIC
from index.vocabulary.metrics.derived import DENIED, OTHER, REFUSED, UNABLE

_SIGNS = frozenset((">", ">=", "<", "<=", "="))
_SPREAD = frozenset(("all", "recent", "open"))
_APPLICANTS = ("natural", "enterprise", "research", "ngo", "legal", "other_org")
_RESULTS = ("granted", "partial", "denied", "unable", "refused", "other")
_CHANNELS = (
    "n_website",
    "n_wechat",
    "n_weibo",
    "n_video",
    "n_newmedia",
    "n_board",
    "n_press",
    "n_platform_other",
    "n_gazette",
)
_CATEGORIES = (
    "n_cat_news",
    "n_cat_notice",
    "n_cat_policy",
    "n_cat_budget",
    "n_cat_personnel",
    "n_cat_profile",
    "n_cat_plan",
    "n_cat_key",
)
# The parts of a whole: those of the newest form, then those that only the older ones have.
PARTS: dict[str, tuple[str, ...]] = {
    "denied": (*DENIED, "denied_trade_secret", "denied_privacy", "denied_not_information"),
    "unable": UNABLE,
    "refused": REFUSED,
    "other": OTHER,
    "handled_total": _RESULTS,
    "n_proactive": _CATEGORIES,
    "requests_total": ("new_received", "carried_in"),
    **{
        f"{block}_total": tuple(
            f"{block}_{o}" for o in ("upheld", "corrected", "other", "pending")
        )
        for block in ("review", "suits", "suits_direct", "suits_after")
    },
}
_COUNTED = re.compile(r"(?:多少|几)[件条次份起宗项篇期场个]")
_ALTOGETHER = re.compile(r"总量|总数|总件数|一共|共计|合计|总共|in total|altogether")
_FEWER = re.compile(
    r"下降|减少|降低|降了|少了|变少|跌|fell|fall|drop|decreas|declin|fewer|less|lower|down"
)
_MORE = re.compile(r"增|上升|升|涨|多了|变多|rise|rose|grew|grow|increas|more|higher|up\b")
_ENDS_IN_KIND = re.compile(r"的(?:乡镇|镇|乡|街道|部门|局|单位|县|机构)(?:呢)?[?？。]*$")
_MUCH = re.compile(r"多少|几|how (?:much|many)")
_ASKS_AT_END = re.compile(r"(?:没有?|未|否|不)\s*(?:啊|呀|呢)?[?？。!！]*$")
_CHANGES = re.compile(
    r"多了还是少了|是多了|是增是减|更多还是更少|more or less|more or fewer|up or down|增加还是减少|上升还是下降|变多还是变少"
)


def with_operation(frame: Frame, m: Mentions) -> Frame | None:
    """The frame with what the words say is to be done with it; None if they say nothing."""
    for step in (_listing, _ranking, _sharing, _changing, _breaking_down, _pooling, _comparing):
        done = step(frame, m)
        if done is not None:
            return done
    return _spreading(frame, m)


def plainly(frame: Frame, m: Mentions) -> Frame:
    """The frame where no word says what is to be done: the values as they stand."""
    if any(p.scope is not None and not p.scope.is_whole for p in frame.parties):
        return replace(frame, operation=Operation.SUM)
    is_yes_no = m.is_yes_no and not m.has("quantity")
    return replace(frame, operation=Operation.VALUE, is_yes_no=is_yes_no)


def is_many(frame: Frame) -> bool:
    """Whether the question is about several bodies."""
    return len(frame.parties) > 1 or any(p.scope is not None for p in frame.parties)


def _listing(frame: Frame, m: Mentions) -> Frame | None:
    """Which places, or how many of them, satisfy a condition."""
    wants_count = "count_places" in m.ops
    is_listed = bool(_ENDS_IN_KIND.search(m.text)) and not _is_ranked(m) and not m.has("quantity")
    is_wide = not frame.parties or any(p.scope and p.scope.kinds for p in frame.parties)
    is_sieve = is_wide and not m.is_yes_no and condition_of(m) is not None
    is_asked = bool({"list_places", "count_places"} & m.ops) or is_sieve or is_listed
    if not is_asked or _is_ranked(m):
        return None
    if {"compare"} & m.ops and len(frame.parties) > 1:
        return None
    if m.has("yes_no") and len(frame.parties) == 1 and not is_many(frame):
        return None
    condition = condition_of(m)
    if condition is None:
        condition = Condition("=" if m.has("negation") else ">", Decimal(0))
    operation = Operation.COUNT if wants_count else Operation.LIST
    return replace(frame, operation=operation, condition=condition, is_yes_no=False)


def _ranking(frame: Frame, m: Mentions) -> Frame | None:
    signs = dict(amounts_in(list(m.tokens)))
    best, worst = "most" in m.ops, "least" in m.ops or "rank_up" in m.ops
    is_spread = frame.span.mode in _SPREAD or len(frame.span.years) > 1
    wants_places = bool({"list_places", "count_places"} & m.ops) or is_many(frame)
    wants_year = any(re.search(r"哪.{0,2}年|which year|what year|年份", y.said) for y in m.years)
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


def _sharing(frame: Frame, m: Mentions) -> Frame | None:
    if "share" not in m.ops or "growth" in m.ops:
        return None
    frame = replace(frame, is_yes_no=frame.is_yes_no and condition_of(m) is not None)
    if any(METRIC[metric].is_rate for metric in frame.metrics):
        return None
    over, part = _sides(m)
    frame = _over_place(frame, m, over)
    named, whole = named_in(part), named_in(over)
    metrics = named.metrics or frame.metrics
    members = named.members or frame.members
    # 占申请的比例: of applications in general is of those that were handled.
    is_plain = whole.concepts <= {"app", "on_app"}
    wholes = () if is_plain else tuple(x for x in whole.metrics if x not in metrics)
    if frame.over_party is not None and whole.metrics and not named.metrics:
        metrics, wholes = whole.metrics, whole.metrics
    if named.members and not named.metrics and whole.metrics:
        metrics, wholes = whole.metrics, whole.metrics
    return replace(frame, operation=Operation.SHARE, metrics=metrics, members=members, over=wholes)


def _over_place(frame: Frame, m: Mentions, over: list[Token]) -> Frame:
    """清水乡占全县的比例: the place that the share is of."""
    if not over:
        return frame
    start, end = over[0].start, over[-1].end
    wholes = [p for p in m.places if start <= p.start < end]
    parts = [p for p in m.places if p not in wholes]
    if len(wholes) != 1 or not (parts or not frame.metrics):
        return frame
    parties = tuple(Party(p.ids, p.scope) for p in parts)
    if wholes[0].whole:
        return replace(
            frame, parties=parties, over_party=Party((), PlaceScope(None, (), wholes[0].whole))
        )
    return replace(frame, parties=parties, over_party=Party(wholes[0].ids, wholes[0].scope))


def _sides(m: Mentions) -> tuple[list[Token], list[Token]]:
    """What the share is of (after 占 or "of", before 中), and what is a part of it."""
    tokens = list(m.tokens)
    if m.lang is Lang.EN:
        return _english_sides(tokens)
    at = next((i for i, t in enumerate(tokens) if _is_share(t) and t.text.startswith("占")), None)
    if at is not None and _says_something(tokens[at + 1 :]):
        return tokens[at + 1 :], tokens[:at]
    within = next((i for i, t in enumerate(tokens) if t.text in _WITHIN), None)
    if within is not None and named_in(tokens[within + 1 :]).metrics:
        return tokens[:within], tokens[within + 1 :]
    return [], tokens


def _is_share(token: Token) -> bool:
    return "share" in token.keys("op")


_WITHIN = frozenset(("中", "里", "之中", "当中", "里面", "里头", "中的", "里的", "内"))
_ENDING = frozenset(
    ("were", "was", "are", "is", "did", "that", "which", "got", "came", "ended", "who", "went", "come", "go")
)  # fmt: skip
_AMONG = frozenset(("in", "among", "out", "within", "of"))


def _english_sides(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    at = next((i for i, t in enumerate(tokens) if "share" in t.keys("op")), 0)
    before, after = tokens[:at], tokens[at + 1 :]
    if named_in(before).metrics:
        return after, before
    cut = next((i for i, t in enumerate(after) if t.text in _ENDING), None)
    if cut is not None and _says_something(after[cut:]):
        return after[:cut], after[cut + 1 :]
    cuts = [i for i, t in enumerate(after) if t.text in _AMONG]
    for cut in cuts:
        if named_in(after[cut:]).metrics and named_in(after[:cut]).concepts:
            return after[cut + 1 :], after[:cut]
    if cuts and not named_in(after).metrics:
        return after, before
    return [], after


def _says_something(tokens: list[Token]) -> bool:
    named = named_in(tokens)
    return bool(named.concepts or named.members) or any(
        t.has("body", "region", "short", "core", "whole", "kind", "metric") for t in tokens
    )


def _changing(frame: Frame, m: Mentions) -> Frame | None:
    kinds = {"growth", "difference", "change", "yoy"} & m.ops
    if not kinds or "list_places" in m.ops:
        return None
    frame = replace(frame, span=_ends_of(frame.span, m))
    is_spread = frame.span.mode in _SPREAD or len(frame.span.years) > 2
    if (is_spread and _CHANGES.search(m.text)) or (is_spread and "growth" not in kinds):
        return replace(frame, operation=Operation.TREND, is_yes_no=False)
    if len(frame.parties) > 1:
        return replace(frame, operation=Operation.DIFFERENCE)
    if len(frame.metrics) == 2 and kinds == {"difference"} and len(frame.span.years) < 2:
        return replace(frame, operation=Operation.DIFFERENCE)
    operation = Operation.CHANGE
    if "growth" in kinds and "difference" not in kinds:
        operation = Operation.GROWTH
    elif "growth" not in kinds and ("difference" in kinds or _COUNTED.search(m.text)):
        operation = Operation.DIFFERENCE
    expects = "less" if _FEWER.search(m.text) else "more" if _MORE.search(m.text) else "any"
    return replace(frame, operation=operation, span=_paired(frame.span), expects=expects)


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
    return span if span.years or span.mode in _SPREAD else Span("pair", (), span.said)


def _breaking_down(frame: Frame, m: Mentions) -> Frame | None:
    has_applicants = bool({"applicant"} & m.named.concepts) or "by applicant" in m.text
    is_spread = frame.span.mode in _SPREAD or len(frame.span.years) > 1
    is_group = frame.metrics and frame.metrics[0] not in ("new_received", "n_proactive")
    wants_parts = "breakdown" in m.ops or (m.has("every") and is_group)
    if is_spread:
        return None
    wants_best = bool({"most", "least"} & m.ops) and not is_many(frame)
    is_refusal = frame.metrics and frame.metrics[0] in ("denied", "unable", "refused")
    reasons = (
        (is_refusal and "原因" in m.text)
        or "refusal_reason" in m.named.concepts
        or "by reason" in m.text
    )
    if not (
        wants_parts or wants_best or reasons or "results" in m.named.concepts or has_applicants
    ):
        return None
    if len(frame.metrics) != 1 or is_many(frame) or m.has("yes_no"):
        return None
    whole = frame.metrics[0]
    top = 1 if wants_best else None
    if frame.members and not has_applicants:
        return None
    if METRIC[whole].has_members and (has_applicants or (wants_parts and whole == "new_received")):
        return replace(
            frame, operation=Operation.BREAKDOWN, members=_APPLICANTS, over=(whole,), top=top
        )
    parts = PARTS.get(whole, ())
    if whole == "n_proactive" and re.search(r"渠道|平台|channel|途径", m.text):
        parts = _CHANNELS
    if not parts or (frame.members and frame.members != ("total",) and wants_best):
        return None
    return replace(frame, operation=Operation.BREAKDOWN, metrics=parts, over=(whole,), top=top)


def _pooling(frame: Frame, m: Mentions) -> Frame | None:
    if "mean" in m.ops:
        is_years = bool(
            re.search(r"平均每年|年均|per year|a year|annual average|每年平均", m.text)
        )
        span = Span("all") if is_years and not frame.span.mode else frame.span
        return replace(frame, operation=Operation.MEAN, span=span)
    is_spread = frame.span.mode in _SPREAD or len(frame.span.years) > 1
    is_summed = "sum" in m.ops or bool(_ALTOGETHER.search(m.text))
    if not is_summed or not (is_many(frame) or is_spread):
        return None
    if "difference" in m.ops or {"list_places"} & m.ops:
        return None
    if m.has("every") and "加" not in m.text and "sum" not in m.text:
        return None
    return replace(frame, operation=Operation.SUM)


def _comparing(frame: Frame, m: Mentions) -> Frame | None:
    is_compared = bool({"compare", "more", "less"} & m.ops) and not condition_of(m)
    is_against = "compare" in m.ops and bool({"more", "less"} & m.ops) and m.has("quantity")
    is_last_year = any(y.is_previous for y in m.years) and not {"more", "less"} & m.ops
    if is_compared and (is_last_year or is_against) and not m.is_yes_no:
        span = frame.span if len(frame.parties) > 1 else _paired(frame.span)
        return replace(frame, operation=Operation.DIFFERENCE, span=span)
    is_joined = len(m.places) == 1 and m.places[0].is_joined
    if is_compared and is_joined and not is_many(frame):
        return replace(frame, operation=Operation.COMPARE)
    if not is_compared or not (is_many(frame) or len(frame.span.years) == 2 or "compare" in m.ops):
        return None
    expects = "more" if "more" in m.ops else "less" if "less" in m.ops else "any"
    span = frame.span
    if not is_many(frame) and len(span.years) < 2 and span.mode not in _SPREAD:
        span = _paired(span)
    if len(m.years) == 2 and len(frame.span.years) == 2 and m.years[0].years > m.years[1].years:
        pass  # 2025 against 2023: the later is spoken of
    elif len(m.years) == 2 and len(frame.span.years) == 2 and m.is_yes_no:
        expects = {"more": "less", "less": "more"}.get(expects, expects)
    return replace(
        frame, operation=Operation.COMPARE, span=span, is_yes_no=m.is_yes_no, expects=expects
    )


def _spreading(frame: Frame, m: Mentions) -> Frame | None:
    """All years, or each of several places, one by one."""
    is_spread = frame.span.mode in _SPREAD or len(frame.span.years) > 2
    if "trend" in m.ops or is_spread:
        span = frame.span if frame.span.mode else Span("all")
        return replace(frame, operation=Operation.TREND, span=span, is_yes_no=False)
    is_each = any(t.has("every") or t.text.startswith(("各", "每")) for t in m.tokens)
    if is_each and any(p.scope is not None and not p.scope.is_whole for p in frame.parties):
        return replace(frame, operation=Operation.COMPARE)
    return None


def finished(frame: Frame, m: Mentions) -> Frame:
    """What a yes or no depends on, once it is known that one is wanted."""
    if not frame.is_yes_no or frame.expects in ("more", "less"):
        return frame
    condition = condition_of(m)
    if condition is not None and condition.sign != "=":
        return replace(frame, condition=condition)
    if "finish" in m.named.concepts and re.search(r"都|全部|全|\ball\b|every", m.text):
        return replace(frame, metrics=("carried_out",), expects="all_done")
    if condition is not None and condition.bound:
        return replace(frame, condition=condition)
    is_none = condition is not None or (m.has("negation") and not _ASKS_AT_END.search(m.text))
    return replace(frame, expects="none" if is_none else "any")


def condition_of(m: Mentions) -> Condition | None:
    """The threshold that a question sets; none of something is a threshold too."""
    for sign, bound in amounts_in(list(m.tokens)):
        if sign in _SIGNS:
            return Condition(sign, bound)
    if "zero" in m.ops:
        return condition_zero()
    for token in m.tokens:
        for key in token.keys("number"):
            return Condition("=", Decimal(key))
    return None


def condition_zero() -> Condition:
    """None at all."""
    return Condition("=", Decimal(0))


def _is_ranked(m: Mentions) -> bool:
    signs = {sign for sign, _ in amounts_in(list(m.tokens))}
    return (
        bool({"most", "least", "rank", "rank_up", "more"} & m.ops) and not condition_of(m)
    ) or bool({"top", "bottom"} & signs)


def everywhere(m: Mentions) -> tuple[Party, ...]:
    """All that is held, of the kind that the question asks for."""
    kinds, ending = kinds_asked(m)
    return (Party((), PlaceScope(None, kinds, "", False, ending)),)


def kinds_asked(m: Mentions) -> tuple[tuple[Kind, ...], str]:
    """The kind of body that a question asks for (哪些乡镇), and how its names end (哪些街道)."""
    for token in m.tokens:
        kinds = kinds_in(token.text)
        if kinds and {"list_places", "count_places"} & set(token.keys("op")):
            return kinds, ending_in(token.text) if kinds == (Kind.TOWN,) else ""
    return (), ""
