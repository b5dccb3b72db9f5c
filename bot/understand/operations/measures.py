"""Bounds that no number names: what another body has, the mean of all, the other end of a list.

Also 只有一个乡镇…吗, which says how many bodies meet a condition.
"""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from bot.queries import Condition, Operation, PlaceScope
from bot.understand.frames import SPREAD, Frame, Party, Span
from bot.understand.mentions import Mentions
from bot.understand.operations.conditions import condition_of
from bot.understand.operations.ranks import ends_in_kind
from bot.understand.places.mention import PlaceMention
from bot.understand.reading.tokens import Token
from index.text import number_in_words

_ABOVE = "比|超过了?|多于|高于|大于|超出|多过|高过|than|exceed(?:s|ed)?|more than|higher than|over"
_BELOW = "少于|低于|小于|不如|不及|少过|低过|fewer than|less than|lower than|below|under"
_AGAINST = re.compile(rf"(?:{_ABOVE}|(?P<below>{_BELOW}))\s*(?:the |that of (?:the )?)?$")
_AVERAGE = "平均|均值|中位数|中位值|中值|average|mean|median"
_MEAN = re.compile(
    rf"(?:{_ABOVE}|above|(?P<below>{_BELOW}|不到|没到|未达到?|达不到))\s*(?:the |了)?"
    rf"(?:[^,，。比的]{{0,8}}(?:的)?)?(?:{_AVERAGE})"
    rf"|(?:{_AVERAGE})(?:数|值|水平|线)?(?:以上|之上|(?P<low>以下|之下))"
)
_LISTED = re.compile(r"(?:有|是)(?:哪些|哪几[个家]|谁|哪[个家])[?？。]*$|^(?:which|list)\b")
_OF_THOSE = re.compile(r"的呢?[?？。]*$")
_COUNTED = re.compile(r"有(?:几|多少)[个家][?？。]*$")
_LOW = re.compile(r"[少低]")
_DENIED = re.compile(r"(?<![有是])[没不未](?!到)|\b(?:not|no|never|neither)\b|n't\b")


def measured(frame: Frame, m: Mentions) -> Frame | None:
    """The frame as a list of those above or below another body, or the mean; None for others."""
    is_of_kind = any(p.scope is not None and p.scope.kinds for p in frame.parties)
    average = next((found for key, found in _AVERAGES.items() if key in m.ops), None)
    mean = _MEAN.search(m.text) if average and not set(_AVERAGES) <= m.ops else None
    is_listed = bool({"list_places", "count_places"} & m.ops or _LISTED.search(m.text))
    is_counted = "count_places" in m.ops or bool(_COUNTED.search(m.text))
    is_asked = m.is_yes_no or mean is not None or bool(_OF_THOSE.search(m.text))
    is_listed = is_listed or is_counted or ends_in_kind(m) or (is_of_kind and is_asked)
    is_one = len(frame.metrics) == 1 and len(frame.members) < _TWO and len(frame.span.years) < _TWO
    is_plain = is_one and frame.span.mode not in (*SPREAD, "pair")
    own = _beyond_average(frame, m, average, mean) if is_plain else None
    if own is not None:
        return own
    if not (is_plain and is_listed) or _IN_TIME & m.ops or _DENIED.search(_said(m)):
        return None
    if {"most", "least", "rank", "times", "share"} & m.ops or condition_of(m) is not None:
        return None
    if mean is not None and len(_MEAN.findall(m.text)) > 1:
        return None
    operation = Operation.COUNT if is_counted else Operation.LIST
    frame = replace(frame, operation=operation, is_yes_no=m.is_yes_no and operation is not _COUNT)
    if mean is not None:
        is_below = bool(mean["below"] or mean["low"]) or _is_low(m.text[mean.end() :])
        return replace(frame, condition=_bound(is_below=is_below), average=average)
    at = next((p for p in m.places[::-1] if p.ids and _AGAINST.search(m.text[: p.start])), None)
    return _against(frame, m, at) if at is not None else None


def _beyond_average(
    frame: Frame, m: Mentions, average: Operation | None, said: re.Match[str] | None
) -> Frame | None:
    """清水乡比全县平均多吗: one body is held against the average of its like."""
    bodies = [p for p in frame.parties if p.scope is None]
    others = [p for p in frame.parties if p.scope is not None]
    is_claim = m.is_yes_no and not (m.wants_number or _DENIED.search(_said(m)))
    is_of_one = len(bodies) == 1 and len(others) < _TWO and frame.parties[0] in bodies
    is_claim = is_claim and not _EITHER.search(m.text)
    if said is None or not (is_claim and is_of_one) or (_IN_TIME | _NOT_BESIDE) & m.ops:
        return None
    if condition_of(m) is not None:
        return None
    is_below = bool(said["below"] or said["low"]) or _is_low(m.text[said.end() :])
    around = others[0] if others else Party((), PlaceScope(None, ()))
    return replace(
        frame, operation=Operation.VALUE, parties=(bodies[0],), over_party=around,
        condition=_bound(is_below=is_below), average=average, is_yes_no=True,
    )  # fmt: skip


_EITHER = re.compile(r"还是|\bor\b")
_NOT_BESIDE = frozenset(("most", "least", "rank", "times", "share", "list_places", "difference"))
_AVERAGES = {"mean": Operation.MEAN, "median": Operation.MEDIAN}
_IN_TIME = frozenset(("change", "growth", "yoy"))
_TWO = 2
_COUNT = Operation.COUNT


def _said(m: Mentions) -> str:
    """The text without the words that ask for yes or no."""
    text = m.text
    for token in sorted((t for t in m.tokens if t.has("yes_no")), key=_start, reverse=True):
        text = text[: token.start] + text[token.end :]
    return text


def _start(token: Token) -> int:
    return token.start


def _is_low(behind: str) -> bool:
    """比平均少的: what is said behind the measure."""
    return bool(_LOW.match(behind.lstrip()[:4].lstrip("数值水平线")))


def _bound(*, is_below: bool) -> Condition:
    """A bound whose number is looked up."""
    return Condition("<" if is_below else ">", Decimal(0))


def _against(frame: Frame, m: Mentions, place: PlaceMention) -> Frame | None:
    """比教育局申请多的部门有哪些: those that have more than a body that is named."""
    match = _AGAINST.search(m.text[: place.start])
    said = {"more", "less"} & m.ops
    if match is None or len(said) != 1:
        return None
    is_below = bool(match["below"]) or "less" in said
    more = _measured_too(m, place)
    gone = {place.ids, *(p.ids for p in more)}
    others = tuple(p for p in frame.parties if p.ids not in gone or not p.ids)
    bare = [p for p in others if p.scope is not None and p.scope.kinds and not p.scope.region]
    if len(others) > 1 + len(bare) or len(bare) > 1:
        return None
    return replace(
        frame,
        parties=others or frame.parties,
        measure=place.ids,
        measure_more=tuple(i for p in more for i in p.ids),
        condition=_bound(is_below=is_below),
    )


_ALL_OF_THEM = re.compile(r"都|(?<!平)均(?!值)|\bboth\b|\ball\b")


def _measured_too(m: Mentions, place: PlaceMention) -> tuple[PlaceMention, ...]:
    """比教育局和水利局都多: the other bodies that are to be passed as well."""
    at = m.places.index(place) + 1
    joined = takewhile(lambda p: p.is_joined and len(p.ids) == 1, m.places[at:])
    more = tuple(joined)
    is_said = bool(more) and _ALL_OF_THEM.search(m.text[more[-1].end :])
    return more if is_said else ()


_ENDS_OF_YEARS = re.compile(r"最.{1,2}的?(?:那|是哪)?一?个?(?:年份|年度|年)|\byears?\b")
_OF_BODIES = re.compile(r"最.{1,2}的(?:单位|机构|地方)")
_APART = re.compile(r"差|多(?:多少|几)|少(?:多少|几)|高(?:多少|几)|difference|gap|how many more")


def of_ends(frame: Frame, m: Mentions) -> Frame | None:
    """最多的乡镇是最少的几倍, 差多少: the two ends of a list; None where not both are named."""
    is_asked = bool({"times", "difference"} & m.ops or _APART.search(m.text))
    is_one = len(frame.metrics) == 1 and len(frame.members) < _TWO and not m.is_yes_no
    if not ({"most", "least"} <= m.ops and is_asked and is_one) or "share" in m.ops:
        return None
    is_of_years = bool(_ENDS_OF_YEARS.search(m.text)) and len(frame.parties) == 1
    is_of_many = any(p.scope is not None for p in frame.parties) or m.has("kind")
    is_spread = frame.span.mode in SPREAD or len(frame.span.years) > 1
    is_of_years = is_of_years or (is_spread and len(frame.parties) == 1 and not is_of_many)
    is_of_many = is_of_many or len(frame.parties) > 1 or bool(_OF_BODIES.search(m.text))
    is_of_many = is_of_many or "list_places" in m.ops
    if not (is_of_years or is_of_many) or condition_of(m) is not None:
        return None
    if is_of_years:
        frame = replace(frame, span=frame.span if frame.span.mode else Span("all"))
    elif frame.span.mode in (*SPREAD, "pair") or len(frame.span.years) > 1:
        return None
    kinds = {p.scope.kinds for p in frame.parties if p.scope is not None}
    if len(kinds) == 1 and len(frame.parties) == _TWO:  # the top town, the bottom town in Yunxi
        parties = sorted(frame.parties, key=_has_region)
        frame = replace(frame, parties=(parties[-1],)) if parties[0].scope else frame
    ops = [op for t in m.tokens for op in t.keys("op") if op in ("most", "least")]
    operation = Operation.TIMES if "times" in m.ops else Operation.DIFFERENCE
    return replace(
        frame, operation=operation, is_of_ends=True, is_reversed=ops[0] == "least",
        is_yes_no=False,
    )  # fmt: skip


def _has_region(party: Party) -> bool:
    return party.scope is not None and bool(party.scope.region)


_ONLY = re.compile(
    r"(?:只有|仅有|唯一有?)(?:(?P<n>[一1两二三四五六七八九十0-9]+))?[个家]"
    r"|\bonly (?P<en>one|two|three|four|five)\b"
)
_IN_ENGLISH = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def only_so_many(frame: Frame, m: Mentions) -> Frame | None:
    """只有一个乡镇超过10件吗: how many meet a condition is claimed; None where it is not."""
    found = _ONLY.search(m.text)
    is_of_kind = any(p.scope is not None for p in frame.parties) or m.has("kind")
    is_one = len(frame.metrics) == 1 and len(frame.span.years) < _TWO
    if found is None or not (m.is_yes_no and is_of_kind and is_one and not m.wants_number):
        return None
    if {"most", "least", "more", "less", "compare", "change", "growth", "mean"} & m.ops:
        return None
    rest = replace(
        m, tokens=tuple(t for t in m.tokens if not found.start() <= t.start < found.end())
    )
    said = found["n"] or found["en"] or "一"
    count = _IN_ENGLISH.get(said) or (int(said) if said.isdigit() else number_in_words(said))
    condition = condition_of(rest) or Condition("=" if rest.has("negation") else ">", Decimal(0))
    return replace(
        frame, operation=Operation.COUNT, condition=condition, top=count, expects="only",
        is_yes_no=True,
    )  # fmt: skip
