"""Words that take their sense from the number before: 发了多少, 公开了几件, 废止的呢, 差距."""

import re
from dataclasses import replace

from bot.understand.frames import Frame
from bot.understand.mentions import Mentions
from bot.understand.reading.metrics import Named, completed_by
from index.vocabulary.metrics import METRIC

_PUBLISHED = (
    "n_proactive", "n_website", "n_wechat", "n_weibo", "n_video", "n_newmedia", "n_board",
    "n_press", "n_platform_other", "n_gazette", "n_cat_", "n_interpretation",
)  # fmt: skip
_MADE = ("normdocs_issued", "rules_issued", "n_gazette")
# A verb alone, and the numbers that it may be said of: with one of these before, it names none.
_FITS: dict[str, tuple[str, ...]] = {
    "publish": (*_PUBLISHED, *_MADE),
    "issued": (*_PUBLISHED, *_MADE),
    "open": (*_PUBLISHED, "granted", "partial"),
    "receive": (
        "new_received", "n_info_fee", "fees_wan", "app_fees_wan", "n_solicit", "n_mail",
        "n_consult", "n_complaint", "n_app_",
    ),
    "handle": ("licences", "penalties", "coercions", "services", "n_proposals", "n_mail"),
    "finish": ("n_proposals", "n_mail", "n_answered"),
}  # fmt: skip
# What a metric is of, for words that only say what became of it.
_HEADS: dict[str, tuple[str, ...]] = {
    "normdocs_": ("normdoc",), "rules_": ("rule",), "review_": ("review",),
    "n_training": ("training",), "n_trained": ("training",), "suits_direct_": ("direct",),
    "suits_after_": ("after",), "suits_": ("suit",),
}  # fmt: skip
_ITEMS = re.compile(r"[条篇]|信息|items?\b|pieces|proactive|publish")
_GAP = re.compile(
    r"(?:那|它们|他们|两者|二者)?(?:之?间)?的?差距(?:呢|是?(?:有?多[大少]|几[件条]?))?[?？。]*"
)


def leaning(m: Mentions, old: Frame) -> Mentions:
    """The question with what its words mean of the number before."""
    if old.kind not in ("facts", "both", "check") or not old.metrics:
        return m
    if old.members == ("natural",) and _UNITS.fullmatch(_without_years(m)):
        return replace(m, named=Named((), ("organisations",)))
    if m.places:  # 教育局多少人, after training
        return _of_that(m, old) or m
    if old.metrics == ("n_info_fee",) and _CASES.fullmatch(_without_years(m)):
        return replace(m, named=Named(("n_info_fee_cases",)))
    if _GAP.fullmatch(_without_years(m)):
        return replace(m, asks=frozenset())
    for step in (_of_the_same, _of_applications, _of_that):
        read = step(m, old)
        if read is not None:
            return _said_of_applications(read, old)
    return _said_of_applications(m, old)


def _said_of_applications(m: Mentions, old: Frame) -> Mentions:
    """全部公开了吗 after 收到多少申请 is said of these applications."""
    is_of_them = all(METRIC[key].section == _TABLE_THREE for key in old.metrics)
    if not (m.is_yes_no and m.named.metrics and is_of_them):
        return m
    return replace(m, named=replace(m.named, concepts=m.named.concepts | {"app"}))


# 单位的呢, after 其中个人: the other applicants.
_UNITS = re.compile(r"(?:那|其中|还有)?(?:单位|机构|组织)(?:的|申请)*(?:呢|多少|几件)*[?？。]*")
_CASES = re.compile(r"(?:涉及|一共|共)?(?:多少|几)[件笔](?:呢|啊)?[?？。]*")


def _without_years(m: Mentions) -> str:
    text = m.text
    for year in reversed(m.years):
        text = text[: year.start] + text[year.end :]
    return text


def _of_the_same(m: Mentions, old: Frame) -> Mentions | None:
    """这几年一共发了多少 after 公众号: how many of those."""
    verbs = m.named.concepts
    if not verbs or m.named.members or not verbs <= set(_FITS):
        return None
    is_fit = all(key.startswith(_FITS[verb]) for key in old.metrics for verb in verbs)
    is_other = bool(_ITEMS.search(m.text)) and old.metrics[0] in ("granted", "partial")
    is_other = is_other or "总" in m.text  # 公开总数 is of all channels
    return replace(m, named=Named()) if is_fit and not is_other else None


def _of_applications(m: Mentions, old: Frame) -> Mentions | None:
    """公开了几件 after 收到多少申请: of these, and nothing that is published by itself."""
    is_of_them = all(METRIC[key].section == _TABLE_THREE for key in old.metrics)
    if m.named.concepts != {"open"} or not is_of_them or _ITEMS.search(m.text):
        return None
    return replace(m, named=replace(m.named, metrics=("granted",), unexplained=()))


_TABLE_THREE = 3


def _of_that(m: Mentions, old: Frame) -> Mentions | None:
    """废止的呢 after 规范性文件, 纠错率 after 复议: what only says what became of it."""
    concepts = m.named.concepts
    heads = {_heads_of(key) for key in old.metrics}
    if len(heads) != 1 or m.unknown or not concepts:
        return None
    of_what = heads.pop()
    if set(of_what) & {"normdoc", "rule"} and concepts <= {"issued", "publish"}:
        concepts = frozenset(("issued",))  # 发了几件 of documents is how many were made
    elif not m.named.unexplained or m.named.metrics:
        return None
    metrics = completed_by(concepts, frozenset(of_what))
    is_one = len(metrics) == 1
    return replace(m, named=replace(m.named, metrics=metrics, unexplained=())) if is_one else None


def _heads_of(key: str) -> tuple[str, ...]:
    return next((heads for start, heads in _HEADS.items() if key.startswith(start)), ())
