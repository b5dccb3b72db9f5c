"""Several places taken as one: who is counted, who is left out, and what comes to what."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer.numbers.amounts import POOLED, Amount, Gap, Key, gap_of, share, total
from bot.answer.speech.coverage import coverage_of_places
from bot.answer.speech.task import Task
from bot.types import Coverage
from index.types import HeldIssuer, Kind, Status

CONSOLIDATED = (Kind.PROVINCE, Kind.CITY, Kind.COUNTY)


@dataclass(frozen=True, slots=True)
class Column:
    """A number of each of many places: those that have one, and those that lack it.

    `left_out` are governments whose own reports already hold what their places report.
    """

    known: tuple[Amount, ...]
    lacking: tuple[Amount, ...]
    left_out: tuple[HeldIssuer, ...]

    def coverage(self, task: Task) -> Coverage:
        """How many of the places have a number."""
        known = dict.fromkeys([a.key.issuer for a in self.known])
        lacking = dict.fromkeys([a.key.issuer for a in self.lacking])
        return coverage_of_places(task, list(known), [i for i in lacking if i not in known])


def column(
    task: Task,
    metric: str,
    member: str,
    years: Sequence[int] | None = None,
    *,
    is_each: bool = False,
) -> Column:
    """The number of each place, in each of the years where there are several.

    `is_each` is for what is said of each place by itself, and counts nothing twice.
    """
    issuers, left_out = (task.evidence.issuers, ()) if is_each else without_consolidated(task)
    asked = task.evidence.years
    known, lacking = task.evidence.numbers.split(
        ((i, asked[i.id] if years is None else years) for i in issuers), metric, member
    )
    return Column(tuple(known), tuple(lacking), left_out)


def without_consolidated(task: Task) -> tuple[tuple[HeldIssuer, ...], tuple[HeldIssuer, ...]]:
    """The places without the governments in whose reports others of them are counted already."""
    issuers = task.evidence.issuers
    if task.query.scope is None or not any(i.kind in CONSOLIDATED for i in issuers):
        return issuers, ()
    inside = regions_with_others(issuers)
    left_out = tuple(i for i in issuers if i.kind in CONSOLIDATED and i.region in inside)
    out = {issuer.id for issuer in left_out}
    return tuple(i for i in issuers if i.id not in out), left_out


def pooled(task: Task, metric: str, member: str, year: int, found: Sequence[Amount]) -> Amount:
    """Numbers of several places or years as one: their sum, or the rate over all of them."""
    issuer = task.evidence.issuers[0].id if task.is_of_one else POOLED
    key = Key(issuer, year, metric, member)
    if not found:
        return Amount(key, None, Status.NOT_REPORTED, Gap.NO_REPORT)
    return together(key, found)


def together(key: Key, found: Sequence[Amount]) -> Amount:
    """The sum of numbers, or the rate over all that they are rates of."""
    if found[0].is_share:
        parts, over, less = (
            tuple(part for amount in found for part in getattr(amount, side))
            for side in ("parts", "over", "less")
        )
        return share(key, parts, over, less)
    gap = gap_of(found)
    return total(key, tuple(found)) if gap is None else Amount(key, None, Status.UNREADABLE, gap)


def regions_with_others(issuers: Sequence[HeldIssuer]) -> set[str]:
    """The regions in which another of these places lies."""
    found: set[str] = set()
    for issuer in issuers:
        region = issuer.region
        if region and issuer.kind in CONSOLIDATED:
            region = region.rpartition("/")[0]
        while region and region not in found:
            found.add(region)
            region = region.rpartition("/")[0]
    return found
