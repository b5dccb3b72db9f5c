"""The last two answers taken together: 差多少, 加起来, 谁多 after 云溪县 and then 青石县呢."""

import re
from dataclasses import replace

from bot.queries import Operation
from bot.understand.frames import Frame
from bot.understand.mentions import Mentions

_BOTH = frozenset(
    ("sum", "mean", "difference", "compare", "more", "less", "times", "same", "unequal")
)


def remembered(frame: Frame, old: Frame) -> Frame:
    """The frame with what the turn before asked in the one slot in which the two differ."""
    frame = replace(frame, other_party=None, other_metrics=(), other_members=())
    if not (_is_one(frame) and _is_one(old)) or frame.kind != "facts":
        return frame
    is_same_place, is_same_span = frame.parties == old.parties, _years(frame) == _years(old)
    is_same_number = (frame.metrics, frame.members) == (old.metrics, old.members)
    if is_same_number and is_same_span and not is_same_place:
        return replace(frame, other_party=old.parties[0])
    if is_same_place and is_same_span and not is_same_number:
        return replace(frame, other_metrics=old.metrics, other_members=old.members)
    return frame


def joined(new: Frame, old: Frame, m: Mentions) -> Frame:
    """The turn before with the one before that put beside it, where both are meant."""
    is_bare = not (new.parties or new.metrics or new.members)
    is_bare = is_bare and (not m.years or (old.other_party is not None and is_of_year(m)))
    if not is_bare or not _BOTH & m.ops or m.has("number", "amount"):
        return old
    if old.other_party is not None:
        return replace(old, parties=(old.other_party, *old.parties), other_party=None)
    if old.other_metrics and old.other_metrics != old.metrics:
        metrics = (*old.other_metrics, *old.metrics)
        is_split = old.members != old.other_members
        return old if is_split else replace(old, metrics=metrics, other_metrics=())
    if old.other_metrics:
        return replace(old, members=(*old.other_members, *old.members), other_metrics=())
    if old.other_year is not None and "sum" in m.ops and old.span.years and _is_one(old):
        years = tuple(sorted({old.other_year, *old.span.years}))
        return replace(old, span=replace(old.span, years=years), other_year=None)
    return old


_HELD_AGAINST = re.compile(r"[比和跟与同较]|than|from|against|since|and")


def is_of_year(m: Mentions) -> bool:
    """2023年差多少: in that year, and not between it and the one that was spoken of."""
    is_one = len(m.years) == 1 and m.years[0].mode == "asked" and len(m.years[0].years) == 1
    return is_one and not m.years[0].is_previous and not _HELD_AGAINST.search(m.text)


def _is_one(frame: Frame) -> bool:
    """Whether a single number was asked for, or a single share."""
    is_one_place = len(frame.parties) == 1 and frame.parties[0].scope is None
    operations = (Operation.VALUE, Operation.SHARE, None)
    is_value = frame.operation in operations and len(frame.metrics) == 1
    return is_one_place and is_value and len(frame.members) < 2


def _years(frame: Frame) -> tuple[str, tuple[int, ...]]:
    return frame.span.mode, frame.span.years
