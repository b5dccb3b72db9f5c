"""Which concepts, said together, mean which metric.

A signature names the concepts that must be said and those that may stand beside them. The
most particular signatures win (see `find_metrics`); where one set of words has several
senses, `readings.py` says which is the default and what is offered beside it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """Concepts that make a metric: all of `needs`, any of `allows`."""

    metric: str
    needs: frozenset[str]
    allows: frozenset[str] = frozenset()


_APP = {"app", "on_app", "receive", "handle", "accept", "finish", "decision"}
_DENIED = _APP | {"denied", "open", "refusal_reason"}
_UNABLE = _APP | {"unable", "open", "denied"}
_REFUSED = _APP | {"refused", "denied", "open", "refusal_reason", "reason"}
_OTHER = _APP | {"other_handling", "no_more"}
_SUIT = {"suit", "app", "cases", "fight", "results"}
_REVIEW = {"review", "app", "cases", "results"}


def _sig(metric: str, needs: str, allows: set[str] | None = None) -> Signature:
    return Signature(metric, frozenset(needs.split()), frozenset(allows or ()))


def _dispute(block: str, needs: str, allows: set[str]) -> tuple[Signature, ...]:
    outcomes = {
        "upheld": "upheld",
        "corrected": "corrected",
        "other_result": "other",
        "pending": "pending",
    }
    outcomes |= {"lost": "corrected", "won": "upheld", "other_bare": "other"}
    found = [_sig(f"{block}_{o}", f"{needs} {c}", allows) for c, o in outcomes.items()]
    return (*found, _sig(f"{block}_total", needs, allows | {"receive"}))


def _table_two(thing: str, allows: set[str], **columns: str) -> tuple[Signature, ...]:
    return tuple(_sig(metric, f"{thing} {word}", allows) for word, metric in columns.items())


SIGNATURES: tuple[Signature, ...] = (
    # table three
    _sig("new_received", "app", {"person_count", "applicant"}),
    _sig("new_received", "app receive", {"accept", "open", "on_app", "person_count", "applicant"}),
    _sig("new_received", "app accept", {"receive", "on_app"}),
    _sig("new_received", "on_app receive", {"app", "accept"}),
    _sig("new_received", "on_app app", {"receive"}),
    _sig("new_received", "on_app accept", {"app"}),
    _sig("new_received", "receive", {"accept"}),
    _sig("new_received", "accept"),
    _sig("new_received", "applicant", {"receive"}),
    _sig("requests_total", "to_handle", {"app", "on_app"}),
    _sig("carried_in", "carried_in", _APP | {"carry", "receive", "unfinished", "pending"}),
    _sig("carried_out", "carried_out", _APP | {"carry", "pending", "unfinished", "left"}),
    _sig("carried_out", "unfinished", _APP | {"carry", "pending", "left"}),
    _sig("carried_out", "left", _APP | {"carry", "pending"}),
    _sig("carried_out", "carry", _APP),
    _sig("carried_out", "app pending", _APP),
    _sig("granted", "granted", _APP | {"open"}),
    _sig("granted", "app open", {"receive", "decision", "handle", "finish"}),
    _sig("granted", "on_app open", {"decision", "finish", "handle"}),
    _sig("granted", "on_app"),
    _sig("granted", "finish open", {"app", "on_app", "handle"}),
    _sig("partial", "partial", _APP | {"open", "granted"}),
    _sig("denied", "denied", _APP | {"open"}),
    _sig("denied", "refusal_reason", _APP | {"open", "denied"}),
    _sig("denied", "denied reason", _APP | {"open"}),
    _sig("unable", "unable reason", _APP),
    _sig("refused", "refused reason", _APP),
    _sig("denied_state_secret", "state_secret", _DENIED),
    _sig("denied_law", "by_law", _DENIED),
    _sig("denied_safety", "three_safety", _DENIED),
    _sig("denied_third_party", "third_party", _DENIED),
    _sig("denied_internal", "internal", _DENIED),
    _sig("denied_process", "process", _DENIED),
    _sig("denied_case_file", "case_file", _DENIED),
    _sig("denied_query", "query", _DENIED),
    _sig("denied_trade_secret", "trade_secret", _DENIED),
    _sig("denied_privacy", "privacy", _DENIED),
    _sig("denied_not_information", "not_information", _DENIED),
    _sig("unable", "unable", _APP),
    _sig("unable", "not_exist", _UNABLE),
    _sig("unable_not_held", "not_held", _UNABLE),
    _sig("unable_need_make", "need_make", _UNABLE),
    _sig("unable_unclear", "unclear", _UNABLE),
    _sig("refused", "refused", _APP),
    _sig("refused_petition", "petition_apps", _REFUSED),
    _sig("refused_petition", "petition app", _REFUSED),
    _sig("refused_petition", "petition refused", _REFUSED),
    _sig("refused_repeat", "repeat", _REFUSED),
    _sig("refused_publication", "publication", _REFUSED),
    _sig("refused_mass", "mass", _REFUSED | {"repeat"}),
    _sig("refused_reconfirm", "reconfirm", _REFUSED),
    _sig("other", "other_handling", _APP),
    _sig("other_other", "other_handling other_bare", _APP),
    _sig("other_no_correction", "no_correction", _OTHER),
    _sig("other_fee_unpaid", "fee_unpaid", _OTHER),
    _sig("other_other", "other_other", _OTHER),
    _sig("handled_total", "handle", {"app", "on_app", "results", "receive"}),
    _sig("handled_total", "finish", {"app", "on_app", "handle", "decision", "receive", "accept"}),
    _sig("handled_total", "results", {"app", "on_app"}),
    _sig("disclosure_rate", "disclosure_rate", _APP | {"open", "granted"}),
    _sig("completion_rate", "completion_rate", _APP),
    # table four
    *_dispute("review", "review", _REVIEW),
    *_dispute("suits", "suit", _SUIT),
    *_dispute("suits_direct", "direct", _SUIT),
    *_dispute("suits_after", "after", _SUIT | {"review"}),
    _sig("suits_direct_total", "direct suit"),
    _sig("suits_after_total", "after suit", {"review"}),
    _sig("suits_direct_total", "direct suit app"),
    _sig("review_correction_rate", "correction_rate review"),
    _sig("suits_correction_rate", "loss_rate", {"suit"}),
    _sig("suits_correction_rate", "correction_rate suit"),
    _sig("suits_corrected", "lost"),
    _sig("suits_upheld", "won"),
    # table two
    _sig("rules_issued", "rule"),
    *_table_two(
        "rule",
        set(),
        issued="rules_issued",
        repealed="rules_repealed",
        valid="rules_valid",
        newly_public="rules_published",
        public_total="rules_public_total",
    ),
    _sig("rules_issued", "rule publish"),
    _sig("normdocs_issued", "normdoc", {"document"}),
    *_table_two(
        "normdoc",
        {"document"},
        issued="normdocs_issued",
        repealed="normdocs_repealed",
        valid="normdocs_valid",
        newly_public="normdocs_published",
        public_total="normdocs_public_total",
    ),
    _sig("rules_valid", "rule left", {"valid"}),
    _sig("normdocs_valid", "normdoc left", {"document", "valid"}),
    _sig("normdocs_issued", "normdoc publish", {"document"}),
    _sig("normdocs_issued", "document", set()),
    _sig("normdocs_issued", "document issued"),
    _sig("normdocs_issued", "document publish"),
    _sig("normdocs_repealed", "document repealed"),
    _sig("normdocs_valid", "document valid"),
    _sig("normdocs_valid", "valid", {"left"}),
    _sig("licences", "licence", {"approve", "handle", "decision", "granted", "issued", "finish"}),
    _sig(
        "penalties",
        "penalty",
        {"handle", "decision", "fine", "issued", "cases", "finish", "impose"},
    ),
    _sig("penalties", "fine", {"handle", "decision", "issued"}),
    _sig("coercions", "coercion", {"handle", "decision", "issued", "take", "cases", "finish"}),
    _sig("services", "service", {"handle", "decision"}),
    *_table_two("licence", set(), item_types="licence_items", item_change="licence_items_change"),
    *_table_two("penalty", set(), item_types="penalty_items", item_change="penalty_items_change"),
    *_table_two(
        "coercion", set(), item_types="coercion_items", item_change="coercion_items_change"
    ),
    *_table_two("service", set(), item_types="service_items", item_change="service_items_change"),
    *_table_two("fee", set(), item_types="fee_items", item_change="fee_items_change"),
    _sig("fees_wan", "fee", {"money", "receive"}),
    _sig("n_info_fee", "info_fee", {"money", "receive", "fee"}),
    _sig("n_info_fee", "on_app fee", {"money", "receive", "app"}),
    _sig("n_info_fee", "app fee", {"money", "receive", "handle"}),
    _sig("n_info_fee", "app money", {"receive", "fee"}),
    _sig("n_info_fee_cases", "info_fee app", {"receive", "fee"}),
    _sig("app_fees_wan", "app_fee", {"money", "receive", "app"}),
    _sig("procurement_projects", "procurement item_types"),
    _sig("procurement_amount_yuan", "procurement", {"money", "spend"}),
    # sentences
    _sig("n_proactive", "proactive", {"open", "publish"}),
    _sig("n_proactive", "open", {"publish", "proactive"}),
    _sig("n_proactive", "publish", {"open", "proactive"}),
    _sig("n_website", "website", {"via", "open", "publish", "proactive"}),
    _sig("n_visit", "visit", {"website", "receive", "person_count"}),
    _sig("n_wechat", "wechat", {"via", "open", "publish", "proactive", "issued"}),
    _sig("n_weibo", "weibo", {"via", "open", "publish", "proactive", "issued"}),
    _sig("n_video", "video", {"via", "open", "publish", "proactive", "issued"}),
    _sig("n_newmedia", "newmedia", {"via", "open", "publish", "proactive", "issued"}),
    _sig("n_board", "board", {"via", "open", "publish", "proactive", "put_up"}),
    _sig("n_press", "press", {"via", "open", "publish", "proactive"}),
    _sig("n_platform_other", "platform_other", {"via", "open", "publish", "proactive", "issued"}),
    _sig("n_gazette", "gazette", {"publish", "issued", "edit"}),
    _sig("n_gazette_copies", "gazette copies", {"publish", "issued"}),
    _sig("n_cat_news", "cat_news", {"open", "publish", "proactive"}),
    _sig("n_cat_notice", "cat_notice", {"open", "publish", "proactive"}),
    _sig("n_cat_policy", "cat_policy", {"open", "publish", "proactive", "document"}),
    _sig("n_cat_budget", "cat_budget", {"open", "publish", "proactive"}),
    _sig("n_cat_personnel", "cat_personnel", {"open", "publish", "proactive"}),
    _sig("n_cat_profile", "cat_profile", {"open", "publish", "proactive"}),
    _sig("n_cat_plan", "cat_plan", {"open", "publish", "proactive"}),
    _sig("n_cat_key", "cat_key", {"open", "publish", "proactive"}),
    _sig("n_catalogue", "catalogue", {"open", "publish", "proactive"}),
    _sig("n_interpretation", "interpretation", {"open", "publish", "issued"}),
    _sig("n_pressconf", "pressconf", {"meeting", "handle"}),
    _sig("n_interview", "interview"),
    _sig("n_response", "response", {"handle"}),
    _sig("n_solicit", "solicit", {"opinions"}),
    _sig("n_solicit_count", "opinions", {"receive"}),
    _sig("n_solicit_count", "solicit opinions receive"),
    _sig("n_mail", "mail", {"handle", "finish", "receive"}),
    _sig("n_consult", "consult", {"receive", "person_count", "host"}),
    _sig("n_app_online", "online app", {"via", "receive", "app"}),
    _sig("n_app_online", "online", {"via", "app", "receive"}),
    _sig("n_app_letter", "letter", {"via", "app", "receive"}),
    _sig("n_app_person", "in_person", {"via", "app", "receive"}),
    _sig("n_app_fax", "fax", {"via", "app", "receive"}),
    _sig("n_proposals", "proposals", {"handle", "finish", "receive"}),
    _sig("n_decision", "key_decision", {"open", "publish"}),
    _sig("n_training", "training", {"handle"}),
    _sig("n_trained", "trained", {"training", "person_count"}),
    _sig("n_trained", "training person_count"),
    _sig("n_meeting", "meeting", {"handle"}),
    _sig("n_inspection", "inspection"),
    _sig("n_staff", "staff", {"person_count"}),
    _sig("n_staff_full", "full_time", {"staff", "person_count"}),
    _sig("n_staff_part", "part_time", {"staff", "person_count"}),
    _sig("n_point", "point", {"set_up"}),
    _sig("n_account", "account", {"run", "newmedia"}),
    _sig("n_follower", "follower", {"newmedia", "wechat", "person_count", "account"}),
    _sig("n_read", "read", {"newmedia", "wechat"}),
    _sig("n_service", "online_service", {"handle"}),
    _sig("n_accountability", "accountability"),
    _sig("answered_other_way", "other_way via", _APP),
    _sig("n_complaint", "complaint", {"receive", "handle"}),
    _sig("n_office", "office"),
    _sig("funds_wan", "funds", {"money", "spend"}),
    _sig("handled_on_time", "on_time", {"finish", "handle", "app"}),
    _sig("handled_on_time", "on_time_rate", {"finish", "handle", "app"}),
    _sig("handled_on_time", "on_time completion_rate", {"finish", "handle", "app"}),
    _sig("handled_extended", "extended", {"finish", "handle", "app"}),
    _sig("answered_already_public", "already_public", _APP),
    _sig("answered_not_ours", "not_ours", _APP),
    _sig("answered_to_correct", "to_correct", _APP),
    _sig("answered_other_way", "other_way", _APP),
)


@dataclass(frozen=True, slots=True)
class Match:
    """A metric that the words mean, with the concepts that named it."""

    metric: str
    needs: frozenset[str]
    allows: frozenset[str]


def find_metrics(concepts: frozenset[str]) -> tuple[tuple[Match, ...], frozenset[str]]:
    """The most particular metrics that the concepts name, and the concepts left unexplained."""
    named = [s for s in SIGNATURES if s.needs <= concepts]
    best = [s for s in named if not any(_is_weaker(s, t) for t in named)]
    found: dict[str, Match] = {}
    for s in best:
        held = found.get(s.metric)
        needs = s.needs | held.needs if held else s.needs
        allows = s.allows | held.allows if held else s.allows
        found[s.metric] = Match(s.metric, needs, allows)
    explained: set[str] = set()
    for match in found.values():
        explained |= match.needs | (match.allows & concepts)
    return tuple(found.values()), frozenset(concepts - explained)


def beside_of(metric: str) -> frozenset[str]:
    """The concepts that may stand beside the label of a metric."""
    return frozenset().union(*(s.needs | s.allows for s in SIGNATURES if s.metric == metric))


def _is_weaker(one: Signature, other: Signature) -> bool:
    """Whether `other` says everything that `one` says, and something more particular."""
    if one is other or one.needs == other.needs:
        return False
    covers = one.needs <= other.needs | other.allows
    return covers and not other.needs <= one.needs | one.allows
