"""The parts into which a number is broken down: reasons, outcomes, applicants, categories."""

import re
from dataclasses import replace

from bot.queries import Operation
from bot.understand.frames import SPREAD, Frame
from bot.understand.mentions import Mentions
from bot.understand.reading.amounts import amounts_in
from index.vocabulary.metrics import METRIC
from index.vocabulary.metrics.derived import DENIED, OTHER, REFUSED, UNABLE

APPLICANTS = ("natural", "enterprise", "research", "ngo", "legal", "other_org")
_RESULTS = ("granted", "partial", "denied", "unable", "refused", "other")
CHANNELS = (
    "n_website",
    "n_wechat",
    "n_weibo",
    "n_video",
    "n_newmedia",
    "n_board",
    "n_press",
    "n_platform_other",
    "n_gazette",
)
_CATEGORIES = (
    "n_cat_news",
    "n_cat_notice",
    "n_cat_policy",
    "n_cat_budget",
    "n_cat_personnel",
    "n_cat_profile",
    "n_cat_plan",
    "n_cat_key",
)
# The parts of a whole: those of the newest form, then those that only the older ones have.
PARTS: dict[str, tuple[str, ...]] = {
    "denied": (*DENIED, "denied_trade_secret", "denied_privacy", "denied_not_information"),
    "unable": UNABLE,
    "refused": REFUSED,
    "other": OTHER,
    "handled_total": _RESULTS,
    "n_proactive": _CATEGORIES,
    "requests_total": ("new_received", "carried_in"),
    **{
        f"{block}_total": tuple(
            f"{block}_{o}" for o in ("upheld", "corrected", "other", "pending")
        )
        for block in ("review", "suits", "suits_direct", "suits_after")
    },
}


# 最大复议几件 asks for no part of the reviews.
_PART = re.compile(
    r"理由|原因|结果|情形|情况|类|种|项|渠道|方式|主要|哪|什么|啥|谁|\b(?:which|what|reason|outcome|result|kind|type"
    r"|main|channel)"
)
_BY_WHOM = re.compile(
    r"按申请人|(?:申请人|申请者|申请主体)(?:的)?(?:类型|构成|分布|类别|结构|情况|组成|分类)|哪些人|什么人|谁"
    r"|\b(?:by|types? of|kinds? of) (?:type of )?applicants?|\bwho\b"
)


def _by_whom(m: Mentions) -> bool:
    """Whether the kinds of applicant are asked for; the form counts no applicants."""
    return bool(_BY_WHOM.search(m.text)) or "breakdown" in m.ops


_REASONS = re.compile(
    r"原因|(?:哪几|哪些|几|多少)(?:种|类)(?:情形|情况|原因|理由)|哪些(?:情形|情况|理由)"
)


def breaking_down(frame: Frame, m: Mentions) -> Frame | None:
    """The frame as a question for the parts of its metric; None where nothing asks for them."""
    # 申请人 stands in the labels of these two, and asks for nothing there.
    is_of_label = set(frame.metrics) <= {"other_no_correction", "other_fee_unpaid"}
    has_applicants = "applicant" in m.named.concepts and not is_of_label
    has_applicants = has_applicants and (frame.metrics == ("new_received",) or _by_whom(m))
    has_applicants = has_applicants or "by applicant" in m.text
    is_spread = frame.span.mode in SPREAD or len(frame.span.years) > 1
    is_group = frame.metrics and frame.metrics[0] not in ("new_received", "n_proactive")
    wants_parts = "breakdown" in m.ops or (m.has("every") and is_group)
    if is_spread:
        return None
    wants_best = "most" in m.ops and not frame.is_of_many and bool(_PART.search(m.text))
    is_refusal = frame.metrics and frame.metrics[0] in ("denied", "unable", "refused")
    reasons = (
        (is_refusal and _REASONS.search(m.text))
        or "refusal_reason" in m.named.concepts
        or "by reason" in m.text
    )
    has_outcomes = bool(re.search(r"结果(?:如何|怎么样|怎样|咋样|都是什么|是什么)", m.text))
    if not (
        has_outcomes
        or wants_parts
        or wants_best
        or reasons
        or "results" in m.named.concepts
        or has_applicants
    ):
        return None
    if len(frame.metrics) != 1 or frame.is_of_many or m.has("yes_no"):
        return None
    whole = frame.metrics[0]
    top = int(dict(amounts_in(list(m.tokens))).get("top", 1)) if wants_best else None
    if frame.members and frame.members != APPLICANTS:
        return None
    if METRIC[whole].has_members and (has_applicants or (wants_parts and whole == "new_received")):
        return replace(
            frame, operation=Operation.BREAKDOWN, members=APPLICANTS, over=(whole,), top=top
        )
    parts = PARTS.get(whole, ())
    if whole == "n_proactive" and re.search(r"渠道|平台|channel|途径", m.text):
        parts = CHANNELS
    if not parts or (frame.members and frame.members != ("total",) and wants_best):
        return None
    return replace(frame, operation=Operation.BREAKDOWN, metrics=parts, over=(whole,), top=top)
