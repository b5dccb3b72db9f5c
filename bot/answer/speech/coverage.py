"""How much of what was asked about is held, and what is missing of it."""

from collections.abc import Iterable, Sequence

from bot.answer.numbers.amounts import Amount, Gap
from bot.answer.speech.labels import short_issuer
from bot.answer.speech.task import Task
from bot.queries import PlaceScope
from bot.types import Coverage
from index.types import HeldIssuer, Kind
from index.vocabulary.regions import load_regions, official_name

_SEVERAL = 2
_NAMED = 50  # missing places named; the rest is in the numbers


def coverage_of_years(task: Task, amounts: Sequence[Amount]) -> Coverage:
    """Of how many of the years asked for there is a number; gaps between held years count."""
    years = sorted({amount.key.year for amount in amounts})
    known = {amount.key.year for amount in amounts if amount.gap is None}
    if task.query.years.mode == "all" and years:
        years = list(range(years[0], years[-1] + 1))
    missing = tuple(str(year) for year in years if year not in known)
    return Coverage(len(years) - len(missing), len(years), missing)


def places_missing(task: Task, amounts: Sequence[Amount]) -> Coverage:
    """Of how many of the parties asked for by name there is a number."""
    known = {a.key.issuer for a in amounts if a.gap is None}
    missing = [i for i in task.evidence.issuers if i.id not in known]
    asked = len(task.evidence.issuers)
    return Coverage(asked - len(missing), asked, _names(task, missing))


def coverage_of_places(task: Task, known: Sequence[int], lacking: Sequence[int]) -> Coverage:
    """Of how many places of a scope there is a number; the whole is known of towns only."""
    scope, by_id = task.query.scope, task.evidence.by_id
    years = tuple(map(str, years_not_held(task)))
    named = (*years, *_names(task, [by_id[i] for i in lacking[:_NAMED]]))
    if scope is None:
        return Coverage(len(known), len(known) + len(lacking), named)
    unheld = _towns_of(task, scope, [by_id[i] for i in (*known, *lacking)] if scope.kinds else ())
    if unheld is None:
        return Coverage(len(known), None, named)
    missing = len(lacking) + len(unheld)
    return Coverage(len(known), len(known) + missing, (*named, *unheld)[:_NAMED])


def years_not_held(task: Task) -> tuple[int, ...]:
    """The years asked for, of several, in which none of the places has a report."""
    asked = task.query.years
    if asked.mode not in ("asked", "recent", "open") or len(asked.years) < _SEVERAL:
        return ()
    held = {year for issuer in task.evidence.issuers for year in issuer.years}
    return tuple(year for year in asked.years if year not in held)


def _towns_of(task: Task, scope: PlaceScope, held: Sequence[HeldIssuer]) -> tuple[str, ...] | None:
    without = frozenset(scope.without)
    issuers = task.corpus.holdings().issuers if without else ()
    return towns_not_held(scope, held, tuple(i for i in issuers if i.id in without))


def towns_not_held(
    scope: PlaceScope, held: Sequence[HeldIssuer], gone: Sequence[HeldIssuer] = ()
) -> tuple[str, ...] | None:
    """The towns of a region of which nothing is held; None where the whole is not known.

    `gone` are towns that were left out, which are not missing.
    """
    if scope.region is None or scope.kinds != (Kind.TOWN,):
        return None
    regions = load_regions()
    towns = regions.towns(scope.region)
    if not towns:
        return None
    county = scope.region.rpartition("/")[2]
    names, out = (
        {official_name(short_issuer(issuer)).removeprefix(county) for issuer in some}
        for some in (held, gone)
    )
    unheld = tuple(town for town in map(_last, towns) if town not in names)
    # Reports of places that the list does not know make the whole unknown.
    matched = len(towns) - len(unheld)
    return tuple(t for t in unheld if t not in out) if matched == len(names) else None


def lacks(amount: Amount) -> bool:
    """Whether a report of the year is held, without this number."""
    return amount.gap is not None and amount.gap is not Gap.NO_REPORT


def _names(task: Task, issuers: Iterable[HeldIssuer]) -> tuple[str, ...]:
    return tuple(task.speech.name(issuer) for issuer in issuers)


def _last(path: str) -> str:
    return path.rpartition("/")[2]
