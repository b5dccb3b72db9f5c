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
    r"原因|(?<!\ball )\b(?:reasons?|grounds?|basis)\b"
    r"|(?:哪几|哪些|几|多少)(?:种|类)(?:情形|情况|原因|理由)|哪些(?:情形|情况|理由)"
)


OUTCOMES = re.compile(
    r"(?:申请|件|都|分别)(?:都|分别|最后|最终)*是?(?:怎么|如何|怎样|咋)(?:被)?(?:处理|办理|办|答复|处置)"
    r"(?:掉|完)?(?:的|了)?[?？。]*$|"
    r"结果(?:分别|各)?(?:如何|怎么样|怎样|咋样|都?(?:是|有)(?:什么|哪些)|(?![一-鿿]))"
)
_MOST_PART = re.compile(
    r"(?:理由|原因|情形|哪[类种](?:申请)?人)[^，。？]{0,4}最(?:多|常见|主要)"
    r"|最(?:多|常见|主要)的?(?:[^，。？部局镇乡]{0,8})(?:理由|原因|情形|哪[类种](?:申请)?人)"
)

_OF_REPORTS = re.compile(
    r"哪(?:[一些几]|个)*(?:地方|单位|部门|乡|镇|街道|局|区|县|市|机构|年)|哪家|谁家|哪里|哪儿"
)


def largest_part(frame: Frame, m: Mentions) -> Frame | None:
    """The frame as a question for the largest part, which is no ranking of bodies or years."""
    is_of_part = bool(_MOST_PART.search(m.text)) or _is_by_whom(frame, m) or _is_ranked(m)
    is_of_part = is_of_part and not _OF_REPORTS.search(m.text)
    return breaking_down(frame, m) if is_of_part else None


def _is_ranked(m: Mentions) -> bool:
    """不公开理由前三, 第二多的结果: so many of the parts, or the one at a rank."""
    signs = {sign for sign, _ in amounts_in(list(m.tokens))}
    is_of_parts = bool({"refusal_reason", "results", "applicant"} & m.named.concepts)
    return is_of_parts and len(signs & {"top", "nth"}) == 1 and "least" not in m.ops


_WHO_MOST = re.compile(r"最[多少]的?是?谁|谁.{0,6}最[多少]")


def _is_by_whom(frame: Frame, m: Mentions) -> bool:
    """白塔镇申请最多的是谁: the kind of applicant, of a body that holds no others."""
    is_one = len(m.places) == len(frame.parties) == 1 and frame.parties[0].scope is None
    inside = [t for t in m.tokens if m.places and m.places[0].covers(t.start)]
    is_body = is_one and any(t.has("body", "department", "core") for t in inside)
    return is_body and frame.metrics == ("new_received",) and bool(_WHO_MOST.search(m.text))


_WHY = re.compile(r"为什么|为啥|为何|\bwhy\b")
_SO_MANY = re.compile(r"[这那]么|\bso (?:many|few|much)\b|还是|仍")
_CHANGED = frozenset(("more", "less", "change", "growth", "difference", "yoy", "compare"))


def asks_reasons(m: Mentions) -> bool:
    """Whether the reasons of refusals are wanted, which the form counts, and not those of a
    change, which nobody states."""
    is_plain = bool(_WHY.search(m.text)) and not (_CHANGED & m.ops or _SO_MANY.search(m.text))
    return is_plain or bool(_REASONS.search(m.text))


def breaking_down(frame: Frame, m: Mentions) -> Frame | None:
    """The frame as a question for the parts of its metric; None where nothing asks for them."""
    # 申请人 stands in the labels of these two, and asks for nothing there.
    is_of_label = set(frame.metrics) <= {"other_no_correction", "other_fee_unpaid"}
    has_applicants = "applicant" in m.named.concepts and not is_of_label
    has_applicants = has_applicants and (frame.metrics == ("new_received",) or _by_whom(m))
    has_applicants = has_applicants or "by applicant" in m.text or _is_by_whom(frame, m)
    is_spread = frame.span.mode in SPREAD or len(frame.span.years) > 1
    is_group = frame.metrics and frame.metrics[0] not in ("new_received", "n_proactive")
    is_refusal = frame.metrics and frame.metrics[0] in ("denied", "unable", "refused")
    is_by_part = bool(
        OUTCOMES.search(m.text)
        or (is_refusal and asks_reasons(m))
        or {"refusal_reason", "results"} & m.named.concepts
        or "by reason" in m.text
        or has_applicants
    )
    # Of several reports 分别 and 最多 are about these, unless parts are named as well.
    is_of_one = not frame.is_of_many and not is_spread
    wants_parts = is_of_one and ("breakdown" in m.ops or bool(m.has("every") and is_group))
    wants_best = "most" in m.ops and bool(_PART.search(m.text)) and (is_of_one or is_by_part)
    wants_best = wants_best or (is_by_part and _is_ranked(m))
    if not (is_by_part or wants_parts or wants_best):
        return None
    if len(frame.metrics) != 1 or m.has("yes_no"):
        return None
    whole = frame.metrics[0]
    signs = dict(amounts_in(list(m.tokens)))
    nth = int(signs["nth"]) if wants_best and "nth" in signs else None
    top = int(signs.get("top", 1)) if wants_best and nth is None else None
    if frame.members and frame.members != APPLICANTS:
        return None
    if METRIC[whole].has_members and (has_applicants or (wants_parts and whole == "new_received")):
        return replace(
            frame,
            operation=Operation.BREAKDOWN,
            members=APPLICANTS,
            over=(whole,),
            top=top,
            nth=nth,
        )
    parts = PARTS.get(whole, ())
    if whole == "n_proactive" and re.search(r"渠道|平台|channel|途径", m.text):
        parts = CHANNELS
    if not parts or (frame.members and frame.members != ("total",) and wants_best):
        return None
    return replace(
        frame, operation=Operation.BREAKDOWN, metrics=parts, over=(whole,), top=top, nth=nth
    )
