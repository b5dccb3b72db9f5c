"""The last answers taken together: 差多少, 加起来, 三项总和 after numbers asked in a row."""

import re
from dataclasses import replace
from typing import TypeVar

from bot.queries import Operation
from bot.understand.frames import Frame, Span
from bot.understand.mentions import Mentions
from bot.understand.operations.parts import CHANNELS, PARTS
from index.text import number_in_words

_ALL = frozenset(("sum", "mean"))
_TWO_OF_THEM = frozenset(("difference", "compare", "more", "less", "times", "same", "unequal"))
_MOST_KEPT = 8
_COUNTED = re.compile(
    r"(?<![第前后近0-9一二三四五六七八九十])(?P<n>[两二三四五六七八2-8])\s*(?:个|家|项|类|种|者|地"
    r"|县|镇|局|样)(?:乡镇|县|局|镇|单位|部门|街道|地方|数字|数)?|[这那](?:几个|些)数[字据]?|\b(?P<en>two|three|four)\b|\b(?P<both>both)\b"
)
_HELD_AGAINST = re.compile(r"[比和跟与同较]|than|from|against|since|and")
_TWO = 2
T = TypeVar("T")


def remembered(frame: Frame, old: Frame) -> Frame:
    """The frame with what the turns before asked in the one slot in which they all differ."""
    frame = replace(frame, other_parties=(), other_metrics=(), other_members=(), other_years=())
    if not (_is_one(frame) and _is_one(old)) or frame.kind != "facts":
        return frame
    is_same_place, is_same_span = frame.parties == old.parties, _years(frame) == _years(old)
    is_same_metric, is_same_member = frame.metrics == old.metrics, frame.members == old.members
    is_same_share = _kind_of(frame) is _kind_of(old)
    is_same_number = is_same_metric and is_same_member and is_same_share
    if is_same_number and is_same_place and frame.other_year is not None:
        years = (*old.other_years, frame.other_year)
        return replace(frame, other_years=_others(years, frame.span.years))
    if not is_same_span or not is_same_share:
        return frame
    if is_same_metric and is_same_member and not is_same_place:
        before = (*old.other_parties, *old.parties)
        return replace(frame, other_parties=_others(before, frame.parties))
    if is_same_place and is_same_member and not is_same_metric:
        before_this = (*old.other_metrics, *old.metrics)
        kept = _others(before_this, frame.metrics)
        return replace(frame, other_metrics=kept, other_members=old.members)
    if is_same_place and is_same_metric and not is_same_member:
        others = (*(() if old.other_metrics else old.other_members), *old.members)
        return replace(frame, other_members=_others(others, frame.members))
    if is_same_place:
        return replace(frame, other_metrics=old.metrics, other_members=old.members)
    return frame


def _others(before: tuple[T, ...], now: tuple[T, ...]) -> tuple[T, ...]:
    """Those before, each once and the last one last, without what is asked now."""
    kept = dict.fromkeys(x for x in reversed(before) if x not in now)
    return tuple(reversed(kept))[-_MOST_KEPT:]


def joined(new: Frame, old: Frame, m: Mentions) -> tuple[Frame, tuple[str, ...]]:
    """The turn before with those before it put beside it, where they are meant.

    Beside it the words for how many are meant, where so many were not asked for in a row.
    """
    counted = _COUNTED.search(m.text) if m.text else None
    is_of_places = counted is not None and bool(old.other_parties)  # 这两个乡镇哪个许可多
    is_bare = not (new.parties or (new.metrics and not is_of_places) or new.members)
    is_dated = bool(old.other_parties) or counted is not None
    is_bare = is_bare and (not m.years or (is_dated and is_of_year(m)))
    is_asked = bool((_ALL | _TWO_OF_THEM) & m.ops) or counted is not None
    # 平均 after the years of one body is over its years; of two numbers there is no mean.
    is_own = old.operation is Operation.TREND or ("mean" in m.ops and bool(old.other_metrics))
    is_own = is_own and counted is None and bool(_ALL & m.ops)
    if not is_bare or not is_asked or is_own or m.has("amount"):
        return old, ()
    size = _size(counted, m)
    for found in (_of_places(old, size), _of_metrics(old, size), _of_members(old, size)):
        if found is not None:
            return found, ()
    if old.other_years and _ALL & m.ops and old.span.years and _is_one(old):
        years = _last((*old.other_years, *old.span.years), size)
        if years:
            asked = Span("asked", tuple(sorted(set(years))))
            return replace(old, span=asked, other_year=None, other_years=()), ()
    is_lacking = counted is not None and _is_one(old) and "sum" in m.ops
    return old, (counted.group(),) if counted is not None and is_lacking else ()


def years_in_a_row(old: Frame, m: Mentions) -> tuple[int, ...]:
    """两年一共, after the numbers of as many years: these."""
    counted = [_COUNTED_YEARS.fullmatch(y.said) for y in m.years]
    years = tuple(sorted({*old.other_years, *old.span.years}))
    is_summed = bool(_ALL & m.ops) and _is_one(old) and len(old.span.years) == 1
    if not (is_summed and len(years) > 1 and len(counted) == 1 and counted[0]):
        return ()
    return years if _NUMBERS[counted[0]["n"]] == len(years) else ()


_COUNTED_YEARS = re.compile(r"(?:这|那)?(?P<n>[两二三四])年")
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4}


def _size(counted: re.Match[str] | None, m: Mentions) -> int | None:
    """How many are meant: all that were asked for in a row where nothing says so (None)."""
    if counted is None:
        return None if _ALL & m.ops else _TWO
    if counted["n"] is None and not (counted["en"] or counted["both"]):
        return None  # 这几个数: all of them
    if counted["n"] is None:
        return {"three": 3, "four": 4}.get(counted["en"] or "", _TWO)
    said = counted["n"]
    return int(said) if said.isdigit() else number_in_words(said) or _TWO


def _of_places(old: Frame, size: int | None) -> Frame | None:
    parties = _last((*old.other_parties, *old.parties), size) if old.other_parties else ()
    return replace(old, parties=parties, other_parties=()) if parties else None


def _of_metrics(old: Frame, size: int | None) -> Frame | None:
    others = tuple(key for key in old.other_metrics if key not in old.metrics)
    metrics = _last((*others, *old.metrics), size) if others else ()
    if not metrics or old.members != old.other_members:
        return None
    return replace(old, metrics=metrics, other_metrics=())


def _of_members(old: Frame, size: int | None) -> Frame | None:
    if old.other_metrics or not old.other_members:
        return None
    members = _last((*old.other_members, *old.members), size)
    return replace(old, members=members, other_members=()) if members else None


def _last(found: tuple[T, ...], size: int | None) -> tuple[T, ...]:
    """The last so many; none where there are not as many."""
    if size is None:
        return found
    return found[-size:] if len(found) >= size else ()


def adds_part_to_whole(frame: Frame) -> bool:
    """Whether one of the numbers that are added up is a part of another."""
    if frame.operation is not Operation.SUM:
        return False
    are_parts = any(
        _contains(a, b) or _is_of_other_way(a, b)
        for a in frame.metrics
        for b in frame.metrics
        if a != b
    )
    is_split = len(frame.members) > 1
    return are_parts or (is_split and bool({"total", "organisations"} & set(frame.members)))


_WHOLES = {
    **PARTS,
    "n_proactive": (*PARTS["n_proactive"], *CHANNELS),
    "new_received": ("n_app_person", "n_app_fax", "n_app_online", "n_app_letter"),
    "suits_total": (*PARTS["suits_total"], "suits_direct_total", "suits_after_total"),
}


def _contains(whole: str, part: str) -> bool:
    """Whether a number has another among its parts, or among theirs."""
    parts = _WHOLES.get(whole, ())
    return part in parts or any(_contains(key, part) for key in parts)


_WAYS = ("review_", "suits_")


def _is_of_other_way(whole: str, part: str) -> bool:
    """Whether one is the total of reviews or suits, and the other an outcome of the other kind."""
    is_total = whole in ("review_total", "suits_total")
    is_outcome = part.startswith(_WAYS) and not part.endswith("_total")
    return is_total and is_outcome and part.partition("_")[0] != whole.partition("_")[0]


def is_of_year(m: Mentions) -> bool:
    """2023年差多少: in that year, and not between it and the one that was spoken of."""
    is_one = len(m.years) == 1 and m.years[0].mode == "asked" and len(m.years[0].years) == 1
    return is_one and not m.years[0].is_previous and not _HELD_AGAINST.search(m.text)


def _is_one(frame: Frame) -> bool:
    """Whether a single number was asked for, a single share or change."""
    is_one_place = len(frame.parties) == 1 and frame.parties[0].scope is None
    operations = (Operation.VALUE, Operation.SHARE, Operation.TREND, *_CHANGES, None)
    is_value = frame.operation in operations and len(frame.metrics) == 1
    return is_one_place and is_value and len(frame.members) < _TWO


_CHANGES = (Operation.DIFFERENCE, Operation.GROWTH, Operation.CHANGE)


def _kind_of(frame: Frame) -> Operation:
    """Whether a number, a share or a change was asked for."""
    if frame.operation in _CHANGES:
        return Operation.CHANGE
    is_own = frame.operation in (Operation.SHARE, Operation.TREND)
    return frame.operation if is_own and frame.operation else Operation.VALUE


def _years(frame: Frame) -> tuple[str, tuple[int, ...]]:
    return frame.span.mode, frame.span.years
