"""What numbers are made up of: the parts that a break-down lists, and what a share is of."""

from bot.answer.numbers.amounts import ORGANISATIONS, TOTAL
from bot.queries import FactQuery, Operation
from index.vocabulary.metrics import MEMBERS, METRIC
from index.vocabulary.metrics.derived import DENIED, OTHER, REFUSED, UNABLE

HANDLED = ("granted", "partial", "denied", "unable", "refused", "other")
_OUTCOMES = ("upheld", "corrected", "other", "pending")
CHANNELS = (
    "n_website",
    "n_wechat",
    "n_weibo",
    "n_video",
    "n_newmedia",
    "n_board",
    "n_press",
    "n_platform_other",
    "n_cat_news",
    "n_cat_notice",
    "n_cat_policy",
    "n_cat_budget",
    "n_cat_personnel",
    "n_cat_profile",
    "n_cat_plan",
    "n_cat_key",
)
# The parts in the order of the form. Those of `n_proactive` are only the ones that a report
# happens to name: they overlap, and need not add up.
PARTS: dict[str, tuple[str, ...]] = {
    "requests_total": ("new_received", "carried_in"),
    "handled_total": HANDLED,
    "denied": DENIED,
    "unable": UNABLE,
    "refused": REFUSED,
    "other": OTHER,
    **{
        f"{block}_total": tuple(f"{block}_{outcome}" for outcome in _OUTCOMES)
        for block in ("review", "suits", "suits_direct", "suits_after")
    },
    "n_proactive": CHANNELS,
}
SELECTIONS = ("n_proactive",)
# What a share is a share of where the question does not say.
WHOLE_OF: dict[str, str] = {
    "suits_direct_total": "suits_total",
    "suits_after_total": "suits_total",
    **dict.fromkeys((*DENIED, *UNABLE, *REFUSED, *OTHER, *HANDLED), "handled_total"),
    **{
        f"{block}_{outcome}": f"{block}_total"
        for block in ("review", "suits", "suits_direct", "suits_after")
        for outcome in _OUTCOMES
    },
    **dict.fromkeys(CHANNELS, "n_proactive"),
}
_APPLICANTS = tuple(m.key for m in MEMBERS if m.key not in (TOTAL, ORGANISATIONS))


def default_whole(query: FactQuery) -> tuple[str, ...]:
    """What a share of this number is of, where the question does not say."""
    if not query.metrics:
        return ()
    metric = query.metrics[0]
    if query.members != (TOTAL,):
        return (metric,)
    whole = WHOLE_OF.get(metric)
    return (whole,) if whole else ()


def is_of_share(query: FactQuery) -> bool:
    """Whether numbers are told, or ranked, as a share of others."""
    return Operation.SHARE in (query.operation, query.by)


def is_by_applicant(query: FactQuery) -> bool:
    """Whether a break-down is one by kinds of applicant."""
    metric = query.metrics[0]
    if query.over:  # reasons for what one kind of applicant applied for are none by kinds of them
        return len(query.members) > 1
    is_split = query.members != (TOTAL,)
    return METRIC[metric].has_members and (is_split or metric not in PARTS)


def whole_of(query: FactQuery) -> tuple[str, str]:
    """The metric and member whose parts a break-down lists."""
    metric = query.over[0] if query.over else query.metrics[0]
    member = TOTAL if is_by_applicant(query) else query.members[0]
    return metric, query.over_member or member


def parts_of(query: FactQuery) -> tuple[tuple[str, str], ...]:
    """The metrics and members of a break-down: those named, or those of the form."""
    if query.over:
        return tuple((metric, member) for metric in query.metrics for member in query.members)
    first, *others = query.metrics
    if others:
        return tuple((metric, query.members[0]) for metric in others)
    if is_by_applicant(query):
        named = tuple(m for m in query.members if m != TOTAL)
        return tuple((first, member) for member in (named if len(named) > 1 else _APPLICANTS))
    return tuple((metric, query.members[0]) for metric in PARTS.get(first, ()))


# What 收到的14件申请 may be: those newly received, all with the ones carried in, or the handled.
APPLICATIONS = ("new_received", "requests_total", "handled_total")


def needed_metrics(query: FactQuery) -> tuple[str, ...]:
    """All metrics that answering may take."""
    found = [*query.metrics, *query.over]
    if query.operation is Operation.VALUE:
        found += (metric for reading in query.readings for metric in reading.metrics)
    if is_of_share(query):
        found += default_whole(query)
    if query.operation is Operation.BREAKDOWN:
        found += (metric for metric, _ in parts_of(query))
    if query.asked.premise is not None:
        found += APPLICATIONS
    return tuple(dict.fromkeys(found))


def needed_members(query: FactQuery) -> tuple[str, ...]:
    """All members that answering may take."""
    found = [*query.members, *([query.over_member] if query.over_member else [])]
    if query.operation is Operation.VALUE:
        found += (member for reading in query.readings for member in reading.members)
    is_of_whole = is_of_share(query) or query.operation is Operation.BREAKDOWN
    if is_of_whole or query.asked.premise is not None:
        found.append(TOTAL)
    if query.operation is Operation.BREAKDOWN:
        found += (member for _, member in parts_of(query))
    return tuple(dict.fromkeys(found))
