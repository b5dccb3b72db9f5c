"""Which years are meant by a question that goes on, and whether they are those of before."""

import re
from dataclasses import replace

from bot.understand.frames import Frame, Span
from bot.understand.intents import span_of
from bot.understand.mentions import Mentions
from bot.understand.operations.ranks import wants_year
from bot.understand.places.gazetteer import Gazetteer
from bot.understand.talk.together import is_of_year, years_in_a_row

_TREND = re.compile(r"趋势|走势|历年|\btrends?\b|over time")
_AGAINST = frozenset(("compare", "difference", "growth", "change", "yoy", "more", "less"))


def spanned(frame: Frame, old: Frame, m: Mentions, names: Gazetteer) -> tuple[Frame, bool]:
    """The years that are meant now, and whether they are those of the turn before."""
    said, before = span_of(m), _year_before(old, names)
    against = bool(_AGAINST & m.ops) and not (frame.is_of_many and is_of_year(m))
    if m.years and all(y.is_previous for y in m.years) and len(old.span.years) > 1:
        before = old.span.years[0] if not against else before  # 再往前一年, after 2022 to 2024
    if before is not None and m.years and all(y.is_previous for y in m.years):
        span = (
            Span("pair", (before,), said.said)
            if against
            else Span("asked", (before - 1,), said.said)
        )
        is_same = frame.metrics == old.metrics and frame.parties == old.parties
        other = before if is_same and not against else None
        return replace(frame, span=span, other_year=other), False
    if said.mode == "asked" and len(said.years) == 1 and old.span.mode != "all":
        if against and before is not None and before != said.years[0]:
            return replace(frame, span=Span("asked", tuple(sorted((before, said.years[0]))))), True
        is_same = frame.metrics == old.metrics and frame.parties == old.parties
        other = before if is_same and before != said.years[0] else None
        return replace(frame, span=said, other_year=other), False
    if said.mode == "all" and wants_year(m) and len(old.span.years) > 1:
        return replace(frame, span=old.span), True  # 哪年多, of the years that were spoken of
    if said.mode:
        in_a_row = years_in_a_row(old, m) if said.mode == "all" else ()
        span = Span("asked", in_a_row) if in_a_row and frame.metrics == old.metrics else said
        return replace(frame, span=span), span is not said
    if _TREND.search(m.text):  # show the trend for Xiling, after a single year
        return replace(frame, span=Span("all")), False
    is_same_place = frame.parties == old.parties and not frame.is_of_many
    is_other = old.other_year is not None and before is not None and old.other_year != before
    if against and is_same_place and is_other and len(old.span.years) < 2:
        years = tuple(sorted(y for y in (old.other_year, before) if y is not None))
        return replace(frame, span=Span("asked", years), other_year=None), True
    return replace(frame, span=old.span), bool(old.span.years)


def _year_before(old: Frame, names: Gazetteer) -> int | None:
    """The year that the turn before was about, if it was one."""
    if old.span.mode in ("asked", "pair") and old.span.years:
        return old.span.years[-1]
    if old.span.mode in ("", "newest") and len(old.parties) == 1 and len(old.parties[0].ids) == 1:
        held = names.issuers.get(old.parties[0].ids[0])
        return held.years[-1] if held and held.years else None
    return None
