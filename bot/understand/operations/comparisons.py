"""One number against another: more or less, by how much, or how many times."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bot.queries import Condition, Operation
from bot.understand.frames import SPREAD, Frame
from bot.understand.mentions import Mentions
from bot.understand.operations.bases import is_measure_first, is_of_earlier
from bot.understand.operations.changes import paired
from bot.understand.operations.conditions import condition_of
from bot.understand.reading.metrics import completed_by, named_in
from bot.understand.reading.tokens import Token

# 少收了多少: the verb stands between less and how much.
_LESS_DONE = re.compile(
    r"[多少](?:收|罚|办|公开|发|处理|处罚|开|答复|受理|许可|收到|发布)[了到]*(?:多少|几)"
)
# What stands between two numbers that are held against each other.
_BETWEEN = frozenset(
    ("比", "比起", "较", "相比", "是", "相当于", "than", "as", "有没有", "没有", "有")
)
_NOT_LESS = re.compile(
    r"(?<!有)(?:没有?|未)(?:超过|多过|高过|超出)|不比|并不比"
    r"|not (?:more|higher|fewer|less|lower) than|no (?:more|fewer) than"
)
_FALLS_SHORT = re.compile(r"不如|不及|赶不上|比不上|比不过")
_SMALL = re.compile(r"(?:不如|不及|赶不上|比不上|比不过).{1,12}[少低小]")
# What stands between the two that are compared.
_AGAINST = frozenset(
    (
        "比", "比起", "较", "than", "多于", "少于", "高于", "低于", "超过", "超过了", "超出",
        "多过", "高过", "低过", "少过", "不如", "不及", "exceed", "exceeds", "exceeded",
    )
)  # fmt: skip
_EQUALS = frozenset(("是", "相当于", "为", "as"))
_CLAIMS = frozenset(("more", "less", "same", "unequal"))
_FLIPPED = {"more": "less", "less": "more", "at_least": "at_most", "at_most": "at_least"}
_GROWN = frozenset(("growth", "difference", "change", "yoy", "more", "less"))
_TWO = 2


_IN_TIME = re.compile(r"增|减|涨|[升降跌]|increas|decreas|grow|grew|r[io]se|fall|fell|drop")


def leading(frame: Frame, m: Mentions) -> Frame | None:
    """谁办得多，多多少: bodies that are named, against each other and not against last year."""
    are_named = len(frame.parties) >= _TWO and all(p.scope is None for p in frame.parties)
    is_asked = "list_places" in m.ops and bool({"more", "less"} & m.ops)
    is_of_distance = "difference" in m.ops or bool(_DISTANCE.search(m.text))
    is_in_time = bool(_GROWN_BY_TIME & m.ops) or bool(_IN_TIME.search(m.text))
    if not (are_named and is_asked and is_of_distance) or is_in_time or m.is_yes_no:
        return None
    if len(frame.span.years) > 1 or any(y.is_previous for y in m.years) or condition_of(m):
        return None
    return replace(frame, operation=Operation.COMPARE)


_DISTANCE = re.compile(r"[多少高低差][出了上]?(?:多少|几)")
_GROWN_BY_TIME = frozenset(("growth", "change", "yoy"))


def comparing(frame: Frame, m: Mentions) -> Frame | None:
    """The frame as a comparison; None where nothing is compared."""
    frame = _with_sides(frame, m)
    is_equal = m.is_yes_no and bool({"same", "unequal"} & m.ops)
    is_compared = (is_equal or bool({"compare", "more", "less"} & m.ops)) and not condition_of(m)
    is_against = "compare" in m.ops and bool({"more", "less"} & m.ops) and m.has("quantity")
    is_last_year = any(y.is_previous for y in m.years) and not {"more", "less"} & m.ops
    is_dated = "compare" in m.ops or len(frame.span.years) == _TWO
    is_against = is_against or (is_dated and bool(_LESS_DONE.search(m.text)))
    is_compared = is_compared or (is_against and not condition_of(m))
    if _are_two(frame) and is_against and len(frame.span.years) < 2 and not m.is_yes_no:
        return replace(_in_order(frame, m), operation=Operation.DIFFERENCE)
    if is_compared and (is_last_year or is_against) and not m.is_yes_no:
        span = frame.span if len(frame.parties) > 1 else paired(frame.span)
        return replace(frame, operation=Operation.DIFFERENCE, span=span)
    is_lone = not frame.is_of_many and len(frame.span.years) < 2 and not _is_of_two(frame)
    if {"more", "less"} & m.ops and not condition_of(m) and is_lone and m.places and not is_equal:
        return _against_last_year(frame, m)
    is_joined = len(m.places) == 1 and m.places[0].is_joined
    if is_compared and is_joined and not frame.is_of_many:
        return replace(frame, operation=Operation.COMPARE)
    if is_compared and _is_of_two(frame) and len(frame.span.years) < 2:
        return _of_two(frame, m)
    if not is_compared or not (
        frame.is_of_many or len(frame.span.years) == 2 or "compare" in m.ops
    ):
        return None
    return _of_parties_or_years(frame, m)


def _of_parties_or_years(frame: Frame, m: Mentions) -> Frame:
    expects = _expected(m)
    span = frame.span
    if not frame.is_of_many and len(span.years) < 2 and span.mode not in SPREAD:
        span = paired(span)
    is_of_other = len(span.years) == _TWO and is_of_earlier(m)  # what is compared is the later
    if is_of_other or is_measure_first(m, m.places) or is_measure_first(m, _applicants(m)):
        expects = _FLIPPED.get(expects, expects)
    return replace(
        frame, operation=Operation.COMPARE, span=span, is_yes_no=m.is_yes_no, expects=expects
    )


def _of_two(frame: Frame, m: Mentions) -> Frame:
    """Two metrics, or two kinds of applicant, of one report: in the order asked."""
    frame = _in_order(frame, m)
    is_claim = m.is_yes_no and _are_two(frame) and bool(_CLAIMS & m.ops)
    if not is_claim or frame.is_of_many:
        is_told = _are_two(frame) and not frame.is_of_many  # 哪个多: and by how much
        operation = Operation.COMPARE if is_told else Operation.VALUE
        operation = Operation.DIFFERENCE if is_told and _BY_HOW_MUCH.search(m.text) else operation
        return replace(frame, operation=operation, is_yes_no=False)
    expects = _expected(m)
    if is_measure_first(m, _applicants(m)):
        expects = _FLIPPED.get(expects, expects)
    return replace(frame, operation=Operation.COMPARE, is_yes_no=True, expects=expects)


def from_measure(frame: Frame, m: Mentions) -> Frame:
    """和青石县相比，云溪县多多少: of two bodies the one that is spoken of, less the measure."""
    is_of_two = frame.operation in (Operation.DIFFERENCE, Operation.TIMES)
    is_of_two = is_of_two and len(frame.parties) == len(m.places)
    turned = is_of_two and is_measure_first(m, m.places)
    return replace(frame, parties=frame.parties[::-1]) if turned else frame


_BY_HOW_MUCH = re.compile(r"\bby how (?:much|many)\b")


def _applicants(m: Mentions) -> list[Token]:
    return [t for t in m.tokens if t.has("member")]


def _expected(m: Mentions) -> str:
    """What a yes or no says of the first of two numbers."""
    if "unequal" in m.ops or ("same" in m.ops and _is_denied(m, "same")):
        return "unequal"
    if "same" in m.ops:
        return "same"
    if not {"more", "less"} & m.ops:
        return "any"
    is_more = "more" in m.ops
    if _FALLS_SHORT.search(m.text):  # 不如青石县多
        return "less" if is_more or not _SMALL.search(m.text) else "more"
    if _NOT_LESS.search(m.text):
        return "at_most" if is_more else "at_least"
    if "compare" not in m.ops and is_more and _stands_before_another(m, ("有没有", "有", "有无")):
        return "at_least"
    if "compare" not in m.ops and _stands_before_another(m, ("没有", "没")):
        return "less" if is_more else "more"
    return "more" if is_more else "less"


def _is_denied(m: Mentions, op: str) -> bool:
    """Whether a word for an operation is denied right before it: 不一样, not the same."""
    return any(op in t.keys("op") and s.has("negation") for s, t in pairwise(m.tokens))


def _stands_before_another(m: Mentions, words: tuple[str, ...]) -> bool:
    """Whether one of these words stands right before a second place, year or applicant."""
    starts = {p.start for p in m.places[1:]} | {y.start for y in m.years[1:]}
    starts |= {t.start for t in m.tokens if t.has("member")}
    return any(t.text in words and t.end in starts for t in m.tokens)


def differing(frame: Frame, m: Mentions) -> Frame | None:
    """结转比上年结转少多少: the difference of two metrics of one report."""
    is_asked = {"difference", "compare"} <= m.ops and not m.is_yes_no
    if not is_asked or len(m.places) > 1 or len(frame.span.years) > 1:
        return None
    metrics = sides_of(m)
    if not metrics:
        return None
    return replace(frame, operation=Operation.DIFFERENCE, metrics=metrics)


def calculating(frame: Frame, m: Mentions) -> Frame | None:
    """2024年申请减去2023年申请, 处罚除以许可: the first number less the second, or over it."""
    at = next((i for i, t in enumerate(m.tokens) if t.text in _SIGNS), None)
    if at is None or m.is_yes_no:
        return None
    sides = [named_in(list(m.tokens[:at])), named_in(list(m.tokens[at + 1 :]))]
    metrics = tuple(dict.fromkeys(key for side in sides for key in side.metrics))
    counts = (len(frame.parties), len(metrics), len(frame.members), len(frame.span.years))
    are_two = _TWO in counts and sum(count > 1 for count in counts) == 1
    if not (metrics and are_two) or frame.span.mode in SPREAD:
        return None
    return replace(
        frame,
        operation=_SIGNS[m.tokens[at].text],
        metrics=metrics,
        is_reversed=len(frame.span.years) == _TWO and is_of_earlier(m),
    )


_SIGNS = {
    "减去": Operation.DIFFERENCE, "减掉": Operation.DIFFERENCE, "minus": Operation.DIFFERENCE,
    "除以": Operation.TIMES, "divided by": Operation.TIMES,
}  # fmt: skip


def multiplying(frame: Frame, m: Mentions) -> Frame | None:
    """How many times one number is of another; what grew by multiples is not clear enough."""
    if m.has("multiple"):
        return _multiple_claimed(frame, m)
    if not {"times", "double", "halve"} & m.ops or _GROWN & m.ops:
        return None
    frame = _in_order(_with_sides(frame, m), m)
    if {"double", "halve"} & m.ops:
        return _doubled(frame, m)
    span = frame.span
    if len(frame.parties) < _TWO and not _are_two(frame):
        span = paired(span)
        if len(span.years) > _TWO:
            return None
    is_reversed = len(span.years) == _TWO and is_of_earlier(m)
    return replace(
        frame, operation=Operation.TIMES, span=span, is_reversed=is_reversed, is_yes_no=False
    )


_SIGN_OF_MULTIPLE = (
    (">", re.compile(r"超过|多于|高于|大于|不止|倍(?:还|要|都)?多|more than|over|exceed")),
    (
        "<",
        re.compile(
            r"不到|不足|不够|少于|低于|小于|没(?:有)?达到|倍(?:还|要|都)?少|less than|under"
        ),
    ),
    (">=", re.compile(r"达到|至少|以上|不少于|不低于|有没有|够不够|at least")),
)


def _multiple_claimed(frame: Frame, m: Mentions) -> Frame | None:
    """是青石县的三倍吗, 超过2022年的两倍吗: whether one number is so many times another."""
    at = next(t for t in m.tokens if t.has("multiple"))
    near = m.text[max(0, at.start - _NEAR) : at.end + _TWO]
    sign = next((sign for sign, pattern in _SIGN_OF_MULTIPLE if pattern.search(near)), "=")
    is_bare = sign == "=" and any(t.text in _AGAINST for t in m.tokens)
    if not m.is_yes_no or is_bare:
        return None
    frame = _in_order(_with_sides(frame, m), m)
    span = frame.span if len(frame.parties) == _TWO or _are_two(frame) else paired(frame.span)
    condition = Condition(sign, Decimal(at.keys("multiple")[0]))
    is_reversed = len(span.years) == _TWO and is_of_earlier(m)
    return replace(
        frame, operation=Operation.TIMES, span=span, condition=condition, is_yes_no=True,
        is_reversed=is_reversed,
    )  # fmt: skip


_NEAR = 24


def _doubled(frame: Frame, m: Mentions) -> Frame | None:
    """翻番了吗, 腰斩了吗: whether the later of two years has twice as many, or half."""
    if not m.is_yes_no or frame.is_of_many or _are_two(frame):
        return None
    half = Condition("<=", Decimal("0.5"))
    span, twice = paired(frame.span), half if "halve" in m.ops else Condition(">=", Decimal(2))
    return replace(frame, operation=Operation.TIMES, span=span, condition=twice, is_yes_no=True)


def sides_of(m: Mentions) -> tuple[str, ...]:
    """收到的比办结的多吗: the metrics before 比 and behind it, one on either side."""
    for at, token in enumerate(m.tokens):
        is_equated = "times" in m.ops and token.text in _EQUALS
        if token.text not in (*_AGAINST, *_SIGNS) and not is_equated:
            continue
        one = named_in(list(m.tokens[:at]))
        other = named_in(list(m.tokens[at + 1 :]))
        if one.unexplained:
            continue
        is_clear = bool(other.metrics) and not other.unexplained
        metrics = other.metrics if is_clear else completed_by(other.concepts, one.concepts)
        if len(one.metrics) == len(metrics) == 1 and one.metrics != metrics:
            return (*one.metrics, *metrics)
    return ()


def _with_sides(frame: Frame, m: Mentions) -> Frame:
    """The frame with the two metrics that are held against each other."""
    if len(m.places) > 1 or len(frame.span.years) > 1:
        return frame
    metrics = sides_of(m)
    return replace(frame, metrics=metrics) if metrics else frame


def _in_order(frame: Frame, m: Mentions) -> Frame:
    """Two metrics in the order in which they stand on either side of 比, 是 or than."""
    if len(frame.metrics) != _TWO:
        return frame
    for at, token in enumerate(m.tokens):
        if token.text not in _BETWEEN:
            continue
        one = named_in(list(m.tokens[:at])).metrics
        other = named_in(list(m.tokens[at + 1 :])).metrics
        if len(one) == len(other) == 1 and {*one, *other} == set(frame.metrics):
            return replace(frame, metrics=(*one, *other))
    return frame


def _are_two(frame: Frame) -> bool:
    return len(frame.metrics) == _TWO or len(frame.members) == _TWO


def _is_of_two(frame: Frame) -> bool:
    return len(frame.metrics) > 1 or len(frame.members) > 1


def _against_last_year(frame: Frame, m: Mentions) -> Frame | None:
    """多公开了多少条, compared with nothing that is named: with the year before."""
    is_of_other = any(t.text in _AGAINST - {"比", "比起", "较", "than"} for t in m.tokens)
    if frame.span.mode in SPREAD or is_of_other or any(p.is_joined for p in m.places):
        return None
    span = paired(frame.span)
    expects = "more" if "more" in m.ops else "less"
    if m.is_yes_no:
        return replace(frame, operation=Operation.CHANGE, span=span, expects=expects)
    is_counted = any(t.has("quantity") for t in m.tokens)
    return replace(frame, operation=Operation.DIFFERENCE, span=span) if is_counted else None
