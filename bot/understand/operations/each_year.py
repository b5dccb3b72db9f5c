"""Whether something is so in each of several years, or in any of them: 每年都有复议吗."""

import re
from dataclasses import replace
from decimal import Decimal

from bot.queries import Condition, Operation
from bot.understand.frames import SPREAD, Frame, Span
from bot.understand.mentions import Mentions
from bot.understand.operations.conditions import NONE_OF, condition_of
from bot.understand.reading.claims import without_aside

_EACH = re.compile(
    r"年年|每一?年|各年|历年都?|逐年|连续|一直|始终|从来|从未|从没|从无|总是|向来|历来|都|(?<!平)均(?!值)|哪年都|哪一年都"
    r"|\b(?:every|each) year\b|\balways\b|\bnever\b|\bin (?:all|both)\b|\bboth years\b"
)
_NEVER = re.compile(r"从来?没|从未|从无|一直没|始终没|\bnever\b")
_NOT_EACH = re.compile(r"(?:(?<!是)不是|并非|没有|没|未)(?:每|年年|各|都|所有)|不都|\bnot every\b")
# 有过复议吗: in any year that is held.
_PAST = re.compile(
    r"(?:有|被复议|被起诉|被纠正|被处罚|收到|接到|受理|处罚|罚|输|赢|打|败诉|胜诉|结转|公开|办|发|收|告|纠正|发生|开|拒绝|收费)过"
    r"(?![半百千万去来于程高0-9])|曾经|\bever\b"
)
_EVER = re.compile(r"过|有没有|是否有|有|\bever\b|\bany\b")
# 历年有没有超过30件的: in some year, unless it is said to be so in each of them.
_SOME = re.compile(
    r"有没有|有无|是否有|有过|曾经|曾|有[^，。]*的(?:年份|一年)?吗|\bever\b|\bany\b|\ba year\b"
)
# 有没有哪一年没被起诉: some year with none.
_SOME_WITHOUT = re.compile(
    r"(?:有没有|是否有|有无|有)(?:哪一?|某一?|一)个?年"
    r"[^,，。]{0,8}?(?:没(?!有$)|未|零)"
    r"|\b(?:any|a|some) year (?:without|with no|(?:in which|when) .*\b(?:no|not|never|zero)\b)"
    r"|\bever (?:have|had|receive|received|impose|imposed) no\b"
)
_ALL_YEARS = re.compile(_EACH.pattern.replace("|历年都?|", "|历年都|"))
_ASKS_AT_END = re.compile(r"(?:没有?|否|不)\s*[?？。!！]*$")
_COMPARED = frozenset(
    (
        "compare", "more", "less", "most", "least", "change", "growth", "difference", "same",
        "unequal", "yoy", "times", "double", "halve", "share", "sum", "mean", "median",
        "list_places",
        "count_places", "rank", "rank_up",
    )
)  # fmt: skip
_ASKS = re.compile(
    r"(?<!有没有)哪(?!年都|一年都)|(?<![这近])几(?!年来)|多少|什么|\b(?:which|how|what)\b"
)


def of_each_year(frame: Frame, m: Mentions) -> Frame | None:
    """The frame as a claim about years of one body; None where none is made."""
    if not m.is_yes_no or _ASKS.search(m.text) or frame.is_of_many or _is_of_other(frame, m):
        return None
    text = NONE_OF.sub("", m.text)
    is_each = bool(_EACH.search(text))
    is_spread = frame.span.mode in SPREAD or len(frame.span.years) > 1
    is_ever = not frame.span.mode and bool(_PAST.search(text))
    if not (is_spread or is_ever) and not (is_each and _is_of_years(frame, text)):
        return None
    if _NOT_EACH.search(text) or not (is_each or _EVER.search(text)):
        return None
    condition = condition_of(m)
    is_none = condition == Condition("=", Decimal(0))
    needed = None
    is_of_some = _is_of_some(text)
    is_each = is_each and not is_of_some
    if _SOME_WITHOUT.search(text):
        condition, needed, expects = Condition("=", Decimal(0)), 1, "any"
    elif condition is not None and not is_none and is_of_some:
        needed, expects = 1, "any"
    elif (condition is None or is_none) and not is_each:
        asks_at_end = bool(_ASKS_AT_END.search(without_aside(m.text)))  # 输过官司没有
        is_denied = is_none or (m.has("negation") and not asks_at_end)
        condition, expects = None, "none" if is_denied else "any"
    elif is_each:
        sign = "=" if m.has("negation") or _NEVER.search(text) else ">"
        condition, expects = condition or Condition(sign, Decimal(0)), "any"
    else:
        return None  # 近三年超过10件吗: each year, any of them, or all together
    span = frame.span if frame.span.mode else Span("all")
    return replace(
        frame,
        operation=Operation.TREND,
        span=span,
        condition=condition,
        expects=expects,
        years_needed=needed,
        is_yes_no=True,
    )


def _is_of_some(text: str) -> bool:
    return bool(_SOME.search(text)) and not _ALL_YEARS.search(text)


def of_each_number(frame: Frame, m: Mentions) -> Frame | None:
    """许可和处罚都有吗: whether something is so of each of several numbers of one report."""
    is_one = len(frame.parties) == 1 and not frame.is_of_many and len(frame.span.years) < _TWO
    are_several = len(frame.metrics) > 1 and len(frame.members) < _TWO
    is_asked = m.is_yes_no and bool(_BOTH.search(NONE_OF.sub("", m.text)))
    if not (is_one and are_several and is_asked) or frame.span.mode in SPREAD:
        return None
    if _COMPARED & m.ops or _NOT_EACH.search(m.text) or _ASKS.search(m.text):
        return None
    sign = "=" if m.has("negation") else ">"
    condition = condition_of(m) or Condition(sign, Decimal(0))
    return replace(
        frame, operation=Operation.VALUE, condition=condition, expects="any", is_yes_no=True
    )


_TWO = 2
_BOTH = re.compile(r"都|(?<!平)均(?!值)|\bboth\b")


def _is_of_other(frame: Frame, m: Mentions) -> bool:
    """Whether several numbers are asked about, or what became of one."""
    several = max(len(frame.metrics), len(frame.members)) > 1
    return several or not frame.metrics or bool(_COMPARED & m.ops)


_OVER_YEARS = re.compile(
    r"从没|从无|一直|始终|年年|每一?年|历年|从来|从未|历来|向来|\bevery year\b|\bever\b|\bnever\b"
)


def _is_of_years(frame: Frame, text: str) -> bool:
    """Whether words say that all years are meant, where none is named."""
    return not frame.span.mode and bool(_OVER_YEARS.search(text))
