"""Words beside a metric that make something of it which no report counts."""

import re

from bot.understand.reading.tokens import Token

_CHANNELS = frozenset(
    ("n_website", "n_wechat", "n_weibo", "n_video", "n_newmedia", "n_board", "n_press")
)
# What is published about these is counted, never they themselves: a budget is no number here.
_SUBJECTS = frozenset(
    ("n_cat_budget", "n_cat_personnel", "n_cat_profile", "n_cat_plan", "n_cat_key")
)
_ITEMS = frozenset(
    (
        "信息",
        "类",
        "类信息",
        "条",
        "多少条",
        "几条",
        "条数",
        "有几条",
        "信息的",
        "items",
        "item",
        "pieces",
        "information",
        "info",
    )
)
_OF_DISCLOSURE = re.compile(r"(?:信息|政务)公开|公开工作|^信息$|^disclosure$")
_THINGS = frozenset(("多少个", "几个", "有多少个", "多少家", "几家", "多少块", "几块"))


def miscounted(
    metrics: tuple[str, ...], concepts: frozenset[str], tokens: list[Token]
) -> tuple[str, ...]:
    """网站有多少个 counts websites, and the form counts what they publish."""
    is_of_other = bool(_NOT_NEW & set(metrics)) and not {"app", "on_app"} & concepts
    if is_of_other and "new_received" not in metrics and any(t.text in _NEW for t in tokens):
        return tuple(t.text for t in tokens if t.text in _NEW)  # only applications are new or not
    if "fine" in concepts and any(_MONEY.search(t.text) for t in tokens):
        return tuple(t.text for t in tokens if "fine" in t.keys("concept"))
    is_decided = bool(metrics) and set(metrics) <= _DECIDED
    if is_decided and any(_OF_ITEMS.search(t.text) for t in tokens):
        return tuple(f"{t.text}信息" for t in tokens if t.has("concept"))
    if {"open", "publish", "proactive"} & concepts:
        return ()
    if _CHANNELS & set(metrics) and _are_counted(tokens):
        return tuple(t.text for t in tokens if t.has("concept"))
    if _CHANNELS & set(metrics):
        things = _THINGS - {"多少个", "几个", "有多少个"} if "n_video" in metrics else _THINGS
        return tuple(t.text for t in tokens if t.text in things)
    if _SUBJECTS & set(metrics) and not any(_ITEMS & {t.text} for t in tokens):
        return tuple(t.text for t in tokens if t.has("concept"))
    if "n_staff" in metrics and not any(_OF_DISCLOSURE.search(t.text) for t in tokens):
        return tuple(t.text for t in tokens if "staff" in t.keys("concept"))
    return ()


def _are_counted(tokens: list[Token]) -> bool:
    """有多少网站, 公众号有几个: the channels themselves, and not what they carry."""
    said = [t for t in tokens if t.has("concept", "quantity") or t.text not in _NOTHING]
    at = next((i for i, t in enumerate(said) if t.has("concept")), 0)
    before = said[at - 1] if at else None
    is_last = not any(t.has("quantity") or t.text in _ITEMS for t in said[at + 1 :])
    return (
        is_last and before is not None and before.has("quantity") and before.end == said[at].start
    )


# What is decided is counted by cases; 条 counts what is published about it.
_DECIDED = frozenset(("licences", "penalties", "coercions"))
_OF_ITEMS = re.compile(r"^有?(?:多少|几)[条篇]$|^条数$")
_NOTHING = frozenset("的了呢?？")
_NEW = frozenset(("新增", "新接", "新收", "新收到", "newly", "newly received"))
_NOT_NEW = frozenset(
    (
        "review_total", "suits_total", "suits_direct_total", "suits_after_total", "handled_total",
        "licences", "penalties", "coercions",
    )
)  # fmt: skip
# How much in fines asks for yuan, which no report states.
_MONEY = re.compile(r"^(?:how much|amount of|collect|collects|collected|raise|raised|worth)$")
