"""Random figures of a body's reports, year after year: identities within and between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from random import Random

from index.types import Era, Kind
from tests.generator.bodies import Body
from tests.generator.figures import (
    BLOCKS,
    COLUMNS,
    Values,
    applications,
    below,
    disputes,
    open_by_column,
    outcomes_of,
    spread,
)

_USUAL = {Kind.COUNTY: 180, Kind.OFFICE: 30, Kind.DEPARTMENT: 24, Kind.TOWN: 4}
_KINDS_OF_APPLICANT = (30.0, 4.0, 0.2, 0.3, 1.5, 0.6)
_ITEMS = ("licence", "service", "penalty", "coercion", "fee")


@dataclass(frozen=True, slots=True)
class State:
    """What a year takes over from the one before."""

    open_by_column: Mapping[str, int] = field(default_factory=dict)
    rules_valid: int = 0
    normdocs_valid: int = 0
    items: Mapping[str, int] = field(default_factory=dict)
    new_received: int | None = None


def era_of(year: int) -> Era:
    """The form that a report about a year has."""
    limits = ((2014, Era.E0), (2019, Era.E1), (2021, Era.E2))
    return next((era for limit, era in limits if year < limit), Era.E3)


def first_state(rng: Random, body: Body) -> State:
    """What a body brings along into the first year of which it reports."""
    is_large = body.kind is Kind.COUNTY
    return State(
        {"natural": below(rng, 6) if is_large else 0},
        below(rng, 4) if is_large else 0,
        some(rng, 90 if is_large else 6, body.scale),
        {item: below(rng, 120) for item in _ITEMS},
    )


def figures_of(rng: Random, body: Body, era: Era, state: State) -> tuple[Values, State]:
    """The table cells of one report, and what is left for the next year."""
    if era in (Era.E0, Era.E1):
        values = _counts_in_words(rng, body) if era is Era.E0 else _annex(rng, body)
    else:
        values, state = (_two_2021 if era is Era.E3 else _two_2019)(rng, body, state)
        values |= _three(rng, body, era, state) | _four(rng, body)
        state = replace(state, open_by_column=open_by_column(values))
    return values, replace(state, new_received=int(values["new_received", "total"]))


def some(rng: Random, usual: float, scale: float = 1.0) -> int:
    """A count that is mostly below the usual one, and now and then far above it."""
    return int(usual * scale * 2 * rng.random() ** 2)


def _three(rng: Random, body: Body, era: Era, state: State) -> Values:
    new = _received(rng, body)
    waiting = new + sum(state.open_by_column.values())
    left = below(rng, min(waiting, 2 + waiting // 12) + 1) if rng.random() < 0.5 else 0
    weights = {row: rng.random() ** 5 for row in outcomes_of(era)}
    weights |= {"granted": 1 + 2 * rng.random(), "partial": rng.random()}
    return applications(
        rng,
        dict(zip(COLUMNS, spread(rng, new, _KINDS_OF_APPLICANT), strict=True)),
        state.open_by_column,
        left,
        weights,
        era,
    )


def _received(rng: Random, body: Body) -> int:
    if body.kind is Kind.TOWN and rng.random() < 0.45:
        return 0
    return some(rng, _USUAL[body.kind], body.scale)


def _four(rng: Random, body: Body) -> Values:
    usual = _USUAL[body.kind] / 30
    counts: dict[str, Sequence[int]] = {
        block: [some(rng, usual * weight) for weight in (1.2, 0.5, 0.6, 0.7)] for block in BLOCKS
    }
    return disputes(counts)


def _two_2021(rng: Random, body: Body, state: State) -> tuple[Values, State]:
    has_rules = state.rules_valid > 0
    rules = (below(rng, 3), below(rng, state.rules_valid + 1)) if has_rules else (0, 0)
    usual = 12 if body.kind is Kind.COUNTY else 1.5
    issued = some(rng, usual)
    repealed = below(rng, state.normdocs_valid + issued + 1) if rng.random() < 0.3 else 0
    state = replace(
        state,
        rules_valid=state.rules_valid + rules[0] - rules[1],
        normdocs_valid=state.normdocs_valid + issued - repealed,
    )
    many = _USUAL[body.kind] * 20
    counts = {
        "rules_issued": rules[0],
        "rules_repealed": rules[1],
        "rules_valid": state.rules_valid,
        "normdocs_issued": issued,
        "normdocs_repealed": repealed,
        "normdocs_valid": state.normdocs_valid,
        "licences": some(rng, many, body.scale),
        "penalties": some(rng, many / 3, body.scale),
        "coercions": some(rng, many / 60, body.scale),
    }
    fees = money(rng, 900 if body.kind is Kind.COUNTY else 40)
    return totals(counts) | {("fees_wan", "total"): fees}, state


def _two_2019(rng: Random, body: Body, state: State) -> tuple[Values, State]:
    counts: dict[str, int] = {}
    for kind, usual in (("rules", 0), ("normdocs", 8)):
        made = some(rng, usual)
        counts |= {f"{kind}_issued": made, f"{kind}_published": made}
        counts[f"{kind}_public_total"] = made + some(rng, usual * 6)
    items = dict(state.items)
    for item in _ITEMS:
        change = below(rng, 9) - min(4, items[item]) if rng.random() < 0.5 else 0
        counts |= {f"{item}_items": items[item], f"{item}_items_change": change}
        items[item] += change
    many = _USUAL[body.kind] * 20
    for decisions in ("licences", "services", "penalties", "coercions"):
        counts[decisions] = some(rng, many, body.scale)
    counts["procurement_projects"] = some(rng, 20)
    amount = money(rng, 900) * 10_000 if counts["procurement_projects"] else Decimal(0)
    values = totals(counts) | {("procurement_amount_yuan", "total"): Decimal(int(amount))}
    return values, replace(state, items=items)


def _counts_in_words(rng: Random, body: Body) -> Values:
    new = _received(rng, body)
    granted = below(rng, new + 1)
    return totals({"new_received": new, "granted": granted, "partial": new - granted})


def _annex(rng: Random, body: Body) -> Values:
    new = _received(rng, body)
    counts = {"new_received": new, "handled_total": new, "answered_total": new}
    counts |= _dealt(rng, new, ("n_app_person", "n_app_fax", "n_app_online", "n_app_letter"))
    counts |= _dealt(rng, new, ("handled_on_time", "handled_extended"))
    counts |= _dealt(rng, new, _ANSWERS)
    counts |= _dealt(rng, counts["denied"], _REASONS)
    for block in ("review", "suits"):
        total = counts[f"{block}_total"] = some(rng, _USUAL[body.kind] / 20)
        counts |= _dealt(rng, total, [f"{block}_{o}" for o in ("upheld", "corrected", "other")])
    staff = counts["n_staff"] = 1 + below(rng, 9)
    counts |= _dealt(rng, staff, ("n_staff_full", "n_staff_part"))
    counts |= {key: some(rng, usual, body.scale) for key, usual in _ANNEX_COUNTS.items()}
    values = totals(counts)
    values[("app_fees_wan", "total")] = Decimal(below(rng, 30)) / 100
    values[("funds_wan", "total")] = Decimal(below(rng, 200)) / 10
    return values


_ANSWERS = (
    "answered_already_public",
    "granted",
    "partial",
    "denied",
    "answered_not_ours",
    "answered_not_existing",
    "answered_to_correct",
    "answered_other_way",
)
_REASONS = (
    "denied_state_secret",
    "denied_trade_secret",
    "denied_privacy",
    "denied_safety",
    "denied_not_information",
    "denied_law",
)
_ANNEX_COUNTS = {
    "n_proactive": 900,
    "n_website": 600,
    "n_weibo": 90,
    "n_wechat": 260,
    "n_response": 12,
    "n_pressconf": 3,
    "n_interview": 4,
    "n_interpretation": 20,
    "n_complaint": 2,
    "n_office": 2,
    "n_point": 4,
    "n_meeting": 4,
    "n_training": 3,
    "n_trained": 120,
    # Rows of the annex that are no metric of ours: their cells go by their labels.
    "其中：主动公开规范性文件数": 9,
    "制发规范性文件总数": 9,
    "1.政府公报公开政府信息数": 6,
    "5.其他方式公开政府信息数": 80,
    "其中：主要负责同志参加新闻发布会次数": 1,
    "其中：主要负责同志参加政府网站在线访谈次数": 1,
    "4.微博微信回应事件数": 6,
    "5.其他方式回应事件数": 4,
}


def _dealt(rng: Random, count: int, keys: Sequence[str]) -> dict[str, int]:
    weights = [0.05 + rng.random() for _ in keys]
    return dict(zip(keys, spread(rng, count, weights), strict=True))


def totals(counts: Mapping[str, int]) -> Values:
    """Counts as cells."""
    return {(key, "total"): Decimal(count) for key, count in counts.items()}


def money(rng: Random, usual: float) -> Decimal:
    """An amount in 万元 with up to four decimals; often none at all."""
    if rng.random() < 0.5:
        return Decimal(0)
    places = (1, 10, 100, 10_000)[below(rng, 4)]
    return Decimal(some(rng, usual * places)) / places
