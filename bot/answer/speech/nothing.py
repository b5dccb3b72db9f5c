"""No number: why not, and what near it is held, as questions to ask instead."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answer.numbers.amounts import Amount, Gap, Key, gap_of
from bot.answer.numbers.draft import Draft, values_of
from bot.answer.numbers.evidence import Evidence, find_evidence
from bot.answer.speech.coverage import coverage_of_years, lacks, places_missing
from bot.answer.speech.reask import question_for
from bot.answer.speech.task import Task
from bot.answer.speech.unread import mentions_of
from bot.queries import YearChoice
from bot.types import Choice, Coverage
from index.vocabulary.metrics import METRIC

_OFFERED = 5
# What another form has where this one has no such cell; not the same, so it is only offered.
_COUNTERPARTS: dict[str, tuple[str, ...]] = {
    "rules_valid": ("rules_public_total",),
    "normdocs_valid": ("normdocs_public_total",),
    "rules_public_total": ("rules_valid",),
    "normdocs_public_total": ("normdocs_valid",),
    "rules_published": ("rules_issued",),
    "normdocs_published": ("normdocs_issued",),
    "fees_wan": ("fee_items", "app_fees_wan"),
    "fee_items": ("fees_wan",),
    "app_fees_wan": ("n_info_fee",),
    "n_info_fee": ("app_fees_wan",),
    "licence_items": ("licences",),
    "penalty_items": ("penalties",),
    "coercion_items": ("coercions",),
    "other_no_correction": ("other",),
    "other_fee_unpaid": ("other",),
    "other_other": ("other",),
    "unable": ("answered_not_existing", "answered_not_ours"),
    "unable_not_held": ("answered_not_existing", "answered_not_ours"),
    "answered_not_existing": ("unable_not_held", "unable_need_make"),
    "answered_not_ours": ("unable_not_held",),
    "answered_total": ("handled_total",),
    "denied_third_party": ("denied_trade_secret", "denied_privacy"),
    "denied_trade_secret": ("denied_third_party",),
    "denied_privacy": ("denied_third_party",),
    "suits_direct_total": ("suits_total",),
    "suits_after_total": ("suits_total",),
}


def nothing(task: Task, amounts: Sequence[Amount]) -> Draft:
    """The one reason that fits best, in a sentence for each number that was asked for."""
    task = task.with_cells(amounts)
    evidence = task.evidence
    gap = _reason(amounts)
    cells = [c for a in amounts for c in a.cells if c.key in evidence.facts]
    return Draft(
        evidence,
        (*_sentences(task, amounts), *mentions_of(task, amounts)),
        cited=tuple(cells),
        lacking=tuple(a for a in amounts if lacks(a)) if not task.is_pooled else (),
        used=values_of([c for c in cells if c.value is None], evidence),
        coverage=_coverage(task, amounts),
        choices=_choices(task, amounts),
        reason=gap.value,
    )


def _reason(amounts: Sequence[Amount]) -> Gap:
    held = [a for a in amounts if a.gap is not Gap.NO_REPORT]
    gap = gap_of(held) or Gap.NO_REPORT
    return Gap.NOT_REPORTED if gap is Gap.UNDEFINED else gap


def _sentences(task: Task, amounts: Sequence[Amount]) -> Iterable[str]:
    """Each issuer's missing years in one sentence, everything else one by one."""
    if task.is_pooled:
        yield task.words.no_place_reports.format(
            scope=task.scope_label,
            years=task.speech.years(task.evidence.all_years),
            what=task.speech.listed(list(dict.fromkeys(task.what(a) for a in amounts))),
        )
        return
    said: dict[str, None] = {}
    for amount in amounts:
        if amount.gap is Gap.NO_REPORT:
            issuer = task.evidence.by_id[amount.key.issuer]
            years = {
                a.key.year for a in amounts if a.key.issuer == issuer.id and a.gap is amount.gap
            }
            said[task.speech.no_report(issuer, sorted(years))] = None
        else:
            said[task.sentence(amount)] = None
    yield from list(said)[:_OFFERED]


def _coverage(task: Task, amounts: Sequence[Amount]) -> Coverage | None:
    if task.is_pooled or len(amounts) < 2:
        return None
    if len(task.evidence.issuers) > 1:
        return places_missing(task, amounts)
    return coverage_of_years(task, amounts)


def _choices(task: Task, amounts: Sequence[Amount]) -> tuple[Choice, ...]:
    """The same in years that have it, then what the form has instead."""
    if not amounts or task.is_pooled:
        return ()
    key = amounts[0].key
    issuer = task.evidence.by_id[key.issuer]
    near = [Key(issuer.id, year, key.metric, key.member) for year in reversed(issuer.years)]
    near += [key._replace(metric=m) for m in _COUNTERPARTS.get(key.metric, ()) if m in METRIC]
    asked = {amount.key for amount in amounts}
    wanted = [other for other in near if other not in asked]
    numbers = _numbers_of(task, wanted)
    held = [other for other in wanted if numbers.numbers.amount(other).value is not None]
    held.sort(key=lambda k: (k.metric != key.metric, abs(k.year - key.year), -k.year))
    return tuple(question_for(issuer, k, task.speech.lang) for k in held[:_OFFERED])


def _numbers_of(task: Task, keys: Sequence[Key]) -> Evidence:
    query = replace(
        task.query,
        metrics=tuple(dict.fromkeys(key.metric for key in keys)),
        members=tuple(dict.fromkeys(key.member for key in keys)),
        issuers=(keys[0].issuer,) if keys else (),
        years=YearChoice(tuple(sorted({key.year for key in keys})), "asked"),
        scope=None,
        over=(),
        readings=(),
    )
    return find_evidence(task.corpus, query)
