"""Words that mean more than one metric: the default stands in the signatures, here is the rest.

The defaults are those that users of such reports expect; every other sense is offered beside.
"""

from bot.queries import Reading

# metric → what is offered beside it. Where a row names concepts, one of them must be said.
READINGS: tuple[tuple[str, frozenset[str], tuple[Reading, ...]], ...] = (
    (
        "new_received",
        frozenset(("accept",)),
        (Reading(("handled_total",), "handled"), Reading(("requests_total",), "with_carried_in")),
    ),
    ("new_received", frozenset(), (Reading(("requests_total",), "with_carried_in"),)),
    ("handled_total", frozenset(("finish",)), (Reading(("carried_out",), "carried_out"),)),
    ("handled_total", frozenset(), (Reading(("requests_total",), "with_carried_in"),)),
    ("carried_out", frozenset(), (Reading(("carried_in",), "carried_in"),)),
    ("carried_in", frozenset(), (Reading(("carried_out",), "carried_out"),)),
    ("n_proactive", frozenset(("open", "publish")), (Reading(("granted",), "granted"),)),
    (
        "granted",
        frozenset(("on_app",)),
        (Reading(("partial",), "partial"), Reading(("new_received",), "received")),
    ),
    (
        "granted",
        frozenset(("open",)),
        (Reading(("partial",), "partial"), Reading(("n_proactive",), "proactive")),
    ),
    ("granted", frozenset(), (Reading(("partial",), "partial"),)),
    ("disclosure_rate", frozenset(), (Reading(("granted",), "granted_only"),)),
    ("denied", frozenset(), (Reading(("denied", "unable", "refused"), "all_not_given"),)),
    (
        "unable",
        frozenset(("not_exist",)),
        (
            Reading(("unable_not_held", "unable_need_make", "unable_unclear"), "rows"),
            Reading(("answered_not_existing",), "old_form"),
        ),
    ),
    (
        "unable",
        frozenset(),
        (Reading(("unable_not_held", "unable_need_make", "unable_unclear"), "rows"),),
    ),
    ("fees_wan", frozenset(), (Reading(("n_info_fee",), "info_fee"),)),
    ("n_info_fee", frozenset(), (Reading(("fees_wan",), "administrative_fees"),)),
    (
        "normdocs_issued",
        frozenset(("document",)),
        (Reading(("normdocs_valid",), "in_force"), Reading(("n_cat_policy",), "policy_items")),
    ),
    ("normdocs_issued", frozenset(), (Reading(("normdocs_valid",), "in_force"),)),
    ("normdocs_valid", frozenset(("valid",)), (Reading(("rules_valid",), "rules"),)),
    (
        "review_total",
        frozenset(),
        (
            Reading(
                ("review_upheld", "review_corrected", "review_other", "review_pending"), "outcomes"
            ),
        ),
    ),
    ("suits_total", frozenset(), (Reading(("suits_direct_total", "suits_after_total"), "parts"),)),
    ("suits_corrected", frozenset(), (Reading(("review_corrected",), "reviews"),)),
    ("n_wechat", frozenset(), (Reading(("n_newmedia",), "new_media"),)),
    ("n_website", frozenset(), (Reading(("n_visit",), "visits"),)),
    ("n_training", frozenset(), (Reading(("n_trained",), "persons"),)),
    ("n_proposals", frozenset(), ()),
)


# What the annex of 2014 to 2018 has for words that later forms count otherwise.
_OLD_FORM: dict[str, tuple[frozenset[str], str]] = {
    "unable": (frozenset(("not_exist",)), "answered_not_existing"),
    "n_info_fee": (frozenset(("fee", "money")), "app_fees_wan"),
    "fees_wan": (frozenset(("fee",)), "app_fees_wan"),
}


def in_old_form(metric: str, concepts: frozenset[str]) -> str:
    """The metric that the words mean in a report of 2014 to 2018."""
    said, old = _OLD_FORM.get(metric, (frozenset(), metric))
    return old if said & concepts else metric


# In the form of 2019 and 2020 what was published has a cell of its own beside what was made.
PUBLISHED = {"normdocs_issued": "normdocs_published", "rules_issued": "rules_published"}


def readings_for(
    metrics: tuple[str, ...], concepts: frozenset[str], members: tuple[str, ...]
) -> tuple[Reading, ...]:
    """The other senses of what was asked; none where several metrics are."""
    if len(metrics) != 1:
        return ()
    if members == ("enterprise",):
        return (Reading(metrics, "all_organisations", ("organisations",)),)
    for metric, said, readings in READINGS:
        if metric == metrics[0] and (not said or said & concepts):
            return readings
    return ()
