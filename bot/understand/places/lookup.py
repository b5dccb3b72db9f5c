"""A frame made ready to be looked up: who and which years, as far as the holdings tell."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from bot.queries import Operation, PlaceScope, YearChoice
from bot.understand.frames import Frame, Party, Span
from bot.understand.places.gazetteer import PLACES, Gazetteer
from bot.understand.reading.years import names_first
from index.types import Kind

_POOLED = (
    Operation.SUM,
    Operation.MEAN,
    Operation.MEDIAN,
    Operation.RANK,
    Operation.SHARE,
    Operation.COMPARE,
)
_OF_A_COUNTY = (Kind.TOWN, Kind.DEPARTMENT, Kind.ZONE, Kind.OTHER)
_SO_MANY = re.compile(r"这?\s*[2-9两二三四五六]年(?:以?来|间|里)?$")
_CHANGES = (Operation.DIFFERENCE, Operation.GROWTH, Operation.CHANGE)


@dataclass(frozen=True, slots=True)
class NotHeld:
    """Years that are asked for and not held, with those that are."""

    missing: tuple[int, ...]
    held: tuple[int, ...]


def bodies_of(scope: PlaceScope, operation: Operation | None, names: Gazetteer) -> tuple[int, ...]:
    """The ids of all bodies of a scope.

    A place's own report is no body within it, and a report that contains others is not pooled
    with them.
    """
    regions = scope.among or ((scope.region,) if scope.region else ())
    found = tuple(i for region in regions for i in names.inside(region))
    found = found if regions else tuple(names.issuers)
    own = {i for region in regions for i in names.governments_of(region)}
    gone = own.union(scope.without)
    found = tuple(i for i in found if i not in gone) if gone else found
    if scope.is_whole:
        return _standing_in(found, names)
    if scope.kinds:
        found = tuple(i for i in found if names.issuers[i].kind in scope.kinds)
        return tuple(i for i in found if is_called(i, scope.ending, names))
    return _without_containers(found, names) if operation in _POOLED else found


def is_called(issuer_id: int, ending: str, names: Gazetteer) -> bool:
    """Whether a body is one of 各街道, 各教育局: of the kind that its name ends with."""
    own = names.own_cores.get(issuer_id)
    is_like = own is not None and issuer_id in names.cores.get(ending, ())
    return not ending or is_like or (own is None and ending in names.issuers[issuer_id].name)


def _standing_in(found: tuple[int, ...], names: Gazetteer) -> tuple[int, ...]:
    """For a county its towns and departments; for what is above, the counties if any is held."""
    counties = tuple(i for i in found if names.issuers[i].kind in (Kind.COUNTY, Kind.CITY))
    return counties or tuple(i for i in found if names.issuers[i].kind in _OF_A_COUNTY)


def _without_containers(found: tuple[int, ...], names: Gazetteer) -> tuple[int, ...]:
    containers = [i for i in found if names.issuers[i].kind in PLACES]
    if not containers:
        return found
    if len(found) == len(names.issuers):  # those under each place are known already
        out = {i for i in containers if len(names.by_place[names.steps[i][-1]]) > 1}
    else:
        inside = Counter(step for i in found for step in set(names.steps[i]))
        out = {i for i in containers if inside[names.steps[i][-1]] > 1}
    return tuple(i for i in found if i not in out)


def issuers_of(
    parties: tuple[Party, ...], operation: Operation | None, names: Gazetteer
) -> tuple[int, ...]:
    """The ids of all bodies that are asked about, in the order asked."""
    found: dict[int, None] = {}
    for party in parties:
        ids = party.ids if party.scope is None else bodies_of(party.scope, operation, names)
        found |= dict.fromkeys(i for i in ids if i in names.issuers)
    return tuple(found)


def years_of(
    frame: Frame, issuers: tuple[int, ...], names: Gazetteer, today: date
) -> YearChoice | NotHeld:
    """The years to look up; or those missing where nothing can be said without them."""
    span = frame.span
    held = [names.issuers[i].years for i in issuers]
    union = tuple(sorted({year for years in set(held) for year in years}))
    if span.mode == "pair":
        return _pair(span, held, union)
    if span.mode == "asked":
        return _asked(frame, span, union, len(issuers))
    if span.mode == "recent" and _SO_MANY.match(span.said) and len(union) == len(span.years):
        return YearChoice(union, "all", span.said)  # 三年来, of three that are held
    if span.mode == "recent":
        return YearChoice(span.years, "recent", span.said)
    if span.mode == "open":
        kept = tuple(y for y in span.years if y in union)
        if not kept:
            return NotHeld(span.years[:1], union)
        first = span.years[0] if names_first(span.said) else kept[0]
        return YearChoice(tuple(range(first, span.years[-1] + 1)), "open", span.said)
    if span.mode == "all":
        return YearChoice(union, "all", span.said)
    return YearChoice(_newest(held), "newest", span.said)


def _asked(frame: Frame, span: Span, union: tuple[int, ...], bodies: int) -> YearChoice | NotHeld:
    missing = tuple(y for y in span.years if y not in union)
    needs_all = len(span.years) == 1 or frame.operation in (*_CHANGES, Operation.COMPARE)
    if missing and (needs_all or len(missing) == len(span.years)):
        return NotHeld(missing, union)
    return YearChoice(span.years, "asked", span.said)


def _pair(span: Span, held: list[tuple[int, ...]], union: tuple[int, ...]) -> YearChoice | NotHeld:
    later = span.years[-1] if span.years else max(_newest(held), default=0)
    years = (later - 1, later)
    missing = tuple(y for y in years if y not in union)
    return NotHeld(missing, union) if missing else YearChoice(years, "asked", span.said)


def _newest(held: list[tuple[int, ...]]) -> tuple[int, ...]:
    """The newest year that all hold; else of few bodies each its own, of many the usual one."""
    held = [years for years in held if years]
    if not held:
        return ()
    common = set(held[0]).intersection(*held[1:])
    if common:
        return (max(common),)
    newest = Counter(years[-1] for years in held)
    if len(held) <= 5:
        return tuple(sorted(newest))
    counts = Counter(year for years in held for year in years)
    return (max(counts, key=lambda year: (counts[year], year)),)
