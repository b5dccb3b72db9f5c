"""哪年增长最快, 哪几年下降了: years by what became of a number since the year before."""

import re
from dataclasses import replace
from decimal import Decimal

from bot.queries import Condition, Operation
from bot.understand.frames import Frame, Span
from bot.understand.mentions import Mentions
from bot.understand.operations.changes import changed_in_what, direction_of, says_change
from bot.understand.operations.ranks import wants_year

_AGAINST_LAST = re.compile(r"(?:比|较)(?:上|前)一?年|同比|previous year|year before|year-on")


def of_changed_years(frame: Frame, m: Mentions) -> Frame | None:
    """The year of the greatest rise or fall, or all that rose or fell; None for other questions.

    A bound on the change (哪年增长超过两成) and the smallest change are not looked for.
    """
    is_one = len(frame.parties) < _TWO and len(frame.metrics) == 1 and len(frame.members) < _TWO
    direction = direction_of(m)
    is_changed = says_change(m) or is_against_last(m)
    if not (is_one and wants_year(m) and is_changed and direction):
        return None
    if m.is_yes_no or m.has("amount", "number") or {"share", "least", "list_places"} & m.ops:
        return None
    named = tuple(sorted({y for x in m.years if x.mode == "asked" for y in x.years}))
    span = Span("asked", named) if len(named) > 1 else Span("all")
    if "most" in m.ops:
        first = Operation.BEST_YEAR if direction == ">" else Operation.WORST_YEAR
        return replace(frame, operation=first, by=changed_in_what(m), span=span)
    return replace(
        frame, operation=Operation.TREND, by=Operation.DIFFERENCE, span=span,
        condition=Condition(direction, Decimal(0)),
    )  # fmt: skip


def is_against_last(m: Mentions) -> bool:
    """Whether a year is held against the one before it: 哪年比上一年多."""
    return bool(_AGAINST_LAST.search(m.text)) or any(y.is_previous for y in m.years)


_TWO = 2
