"""Thresholds, what a yes or no depends on, and the kind of body that is asked for."""

import re
from dataclasses import replace
from decimal import Decimal

from bot.queries import Condition, Operation, PlaceScope
from bot.understand.frames import Frame, Party
from bot.understand.mentions import Mentions
from bot.understand.places.kinds import ending_in, kinds_in
from bot.understand.reading.amounts import amounts_in
from bot.understand.reading.claims import without_aside
from bot.understand.reading.membership import kinds_ranked
from index.types import Kind

# What a yes or no of these depends on is said with them.
_SETTLED = (
    Operation.RANK,
    Operation.LIST,
    Operation.BEST_YEAR,
    Operation.WORST_YEAR,
    Operation.TIMES,
)
_SIGNS = frozenset((">", ">=", "<", "<=", "="))
_IS_IT_SO = re.compile(r"是不是|是否|对吗|对不对|对吧|是吧|真的")
_ASKS_AT_END = re.compile(r"(?:没有?|未|否|不)\s*(?:啊|呀|呢)?[?？。!！]*$")


def condition_of(m: Mentions) -> Condition | None:
    """The threshold that a question sets; none of something is a threshold too."""
    found = [Condition(sign, n) for sign, n in amounts_in(list(m.tokens)) if sign in _SIGNS]
    if len(found) == _TWO and _is_range(*found):
        return replace(found[0], also=found[1])
    if len(found) == 1:
        return found[0]
    if "nonzero" in m.ops:
        return Condition(">", Decimal(0))
    if "zero" in m.ops or NONE_OF.search(m.text):
        return Condition("=", Decimal(0))
    numbers = [Decimal(key) for token in m.tokens for key in token.keys("number")]
    bounds = [key for token in m.tokens for key in token.keys("bound")]
    if bounds and len(bounds) == len(numbers) == 1:
        return Condition(bounds[0], numbers[0])  # 至少收到5件
    return Condition("=", numbers[0]) if numbers and not bounds else None


def _as_meant(condition: Condition, m: Mentions) -> Condition:
    """A number that is about so much, or of which 有5件吗 does not say whether there is more."""
    if condition.sign != "=" or condition.also is not None:
        return condition
    may_be_more = m.has("have") and not _IS_IT_SO.search(m.text)
    sign = "~" if m.has("rough") else "~>=" if may_be_more else "="
    return replace(condition, sign=sign)


# 一件处罚都没有: the thing stands between one and none.
NONE_OF = re.compile(r"[一1][件个条次份起项宗][㐀-鿿]{1,6}[都也](?:没|未|无)")
_TWO = 2


def _is_range(one: Condition, other: Condition) -> bool:
    """Whether two bounds leave something between them."""
    low, high = sorted((one, other), key=_bound)
    return low.sign.startswith(">") and high.sign.startswith("<") and low.bound < high.bound


def _bound(condition: Condition) -> Decimal:
    return condition.bound


def finished(frame: Frame, m: Mentions) -> Frame:
    """What a yes or no depends on, once it is known that one is wanted."""
    is_settled = frame.expects != "any" or frame.operation in _SETTLED
    if not frame.is_yes_no or is_settled:
        return frame
    if _DENIED_CLAIM.search(m.text) and "nonzero" not in m.ops:
        return replace(frame, is_yes_no=False)  # 不是10件吧: what a yes would say is not plain
    condition = condition_of(m)
    if condition is not None and condition.sign != "=":
        return replace(frame, condition=condition)
    is_of_all = bool({"finish", "handle"} & m.named.concepts) and "all " in m.text
    if is_of_all or ("finish" in m.named.concepts and _WHOLLY.search(m.text)):
        return replace(frame, metrics=("carried_out",), expects="all_done")
    if condition is not None and condition.bound:
        return replace(frame, condition=_as_meant(condition, m))
    asks = bool(_ASKS_AT_END.search(without_aside(m.text))) and not _IS_IT_SO.search(m.text)
    is_none = condition is not None or (m.has("negation") and not asks)
    if frame.metrics == ("normdocs_issued",) and not {"issued", "publish"} & m.named.concepts:
        frame = replace(frame, metrics=("normdocs_valid",))  # 有规范性文件吗: in force
    return replace(frame, expects="none" if is_none else "any")


_DENIED_CLAIM = re.compile(r"(?<!是)不是(?!很|太)|不会|不可能|并非|难道|未必|不见得")
# 办完了吗 asks whether anything is left; 办了吗 whether anything was done.
_WHOLLY = re.compile(r"都|全部|全|完(?!成)|\ball\b|every")


def everywhere(m: Mentions) -> tuple[Party, ...]:
    """All that is held, of the kind that the question asks for."""
    kinds, ending = kinds_asked(m)
    kinds = kinds or kinds_ranked(m.text) or ()  # 最多的三个部门
    return (Party((), PlaceScope(None, kinds, "", False, ending)),)


def kinds_asked(m: Mentions) -> tuple[tuple[Kind, ...], str]:
    """The kind of body that a question asks for (哪些乡镇), and how its names end (哪些街道)."""
    for token in m.tokens:
        kinds = kinds_in(token.text)
        if kinds and {"list_places", "count_places"} & set(token.keys("op")):
            return kinds, ending_in(token.text) if kinds == (Kind.TOWN,) else ""
    return (), ""
