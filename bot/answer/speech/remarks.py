"""What must be said with a number of many places: how many are counted, and who is not."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answer.numbers.amounts import Amount, Gap
from bot.answer.speech.coverage import years_not_held
from bot.answer.speech.pooled import CONSOLIDATED, Column, regions_with_others
from bot.answer.speech.task import Task, task_for
from bot.queries import Operation, YearChoice
from bot.types import Coverage
from index.types import HeldIssuer, Kind

_NAMED = 8


def remarks(
    task: Task, found: Column, coverage: Coverage | None = None, *, is_each: bool = False
) -> tuple[str, ...]:
    """Coverage, reports without the number, and governments that are left out.

    `is_each` is for what is said of each place by itself.
    """
    words = task.words
    coverage = coverage or found.coverage(task)
    said = list(_of_whole(task))
    if coverage.of is not None and task.query.scope is not None:
        streets = _streets(task)
        said.append(words.held_of.format(held=coverage.held, of=coverage.of, streets=streets))
    elif task.query.scope is not None:
        said.append(words.held_only.format(held=coverage.held, streets=_streets(task)))
    unheld = years_not_held(task)
    missing = coverage.missing[len(unheld) :]
    if unheld:
        said.append(words.years_missing.format(years=task.speech.span(unheld)))
    if missing:
        count = len(missing) if coverage.of is None else coverage.of - coverage.held
        said.append(words.missing.format(names=_named(task, missing, count)))
    years = set(task.evidence.all_years)
    left_out = [
        issuer for issuer in found.left_out or _left_out_before(task) if years & set(issuer.years)
    ]
    if left_out and not is_each:
        names = [task.speech.name(issuer) for issuer in left_out]
        said.append(words.left_out.format(names=_named(task, names, len(names))))
    return tuple(said)


def _of_whole(task: Task) -> tuple[str, ...]:
    """That the bodies of a place stand for it, and what its own office has for itself."""
    scope = task.query.scope
    if scope is None or not scope.is_whole:
        return ()
    line = task.words.whole_summed.format(scope=scope.label)
    offices = [
        issuer.id
        for issuer in task.corpus.holdings().issuers
        if issuer.kind is Kind.OFFICE and issuer.region == scope.region
    ]
    if len(offices) != 1 or len(task.evidence.all_years) != 1:
        return (line,)
    years = YearChoice(task.evidence.all_years, "asked")
    alone = replace(
        task.query, operation=Operation.VALUE, issuers=(offices[0],), scope=None, years=years
    )
    own = task_for(alone, task.corpus)
    return (line, *(own.sentence(a) for a in own.amounts() if a.gap is None))


def _streets(task: Task) -> str:
    """That 街道, which stand at the level of 乡镇, are counted with them."""
    scope = task.query.scope
    if scope is None or scope.kinds != (Kind.TOWN,) or scope.ending:
        return ""
    names = [issuer.name for issuer in task.evidence.issuers]
    has_both = any("街道" in name for name in names) and any("街道" not in name for name in names)
    return task.words.with_streets if has_both else ""


def _left_out_before(task: Task) -> tuple[HeldIssuer, ...]:
    """Governments in the scope that were not asked about, since others of it lie in them."""
    scope = task.query.scope
    if scope is None or scope.kinds:
        return ()
    asked = task.evidence.by_id
    inside = regions_with_others(task.evidence.issuers)
    return tuple(
        issuer
        for issuer in task.corpus.holdings().issuers
        if issuer.kind in CONSOLIDATED
        and issuer.id not in asked
        and issuer.region in inside
        and _is_within(issuer.region or "", scope.region)
    )


def _is_within(region: str, scope: str | None) -> bool:
    """Whether a place lies in another, or is it."""
    return scope is None or region == scope or region.startswith(f"{scope}/")


def _named(task: Task, names: Iterable[str], count: int) -> str:
    names = list(names)
    listed = task.speech.listed(names[:_NAMED])
    return listed + (task.words.and_so_on.format(count=count) if count > _NAMED else "")


def gap_sentences(task: Task, amounts: Sequence[Amount]) -> tuple[str, ...]:
    """Why numbers that were asked for are left out, each reason once for each issuer."""
    said: dict[str, None] = {}
    for amount in amounts:
        if amount.gap is Gap.NO_REPORT:
            issuer = task.evidence.by_id[amount.key.issuer]
            years = [
                a.key.year for a in amounts if a.key.issuer == issuer.id and a.gap is amount.gap
            ]
            said[task.speech.no_report(issuer, sorted(set(years)))] = None
        elif amount.gap is not None:
            said[task.sentence(amount)] = None
    return tuple(said)[:5]
