"""Whether something is so of all of several bodies: 每个部门都有处罚吗, did all towns …"""

import re
from dataclasses import replace
from decimal import Decimal

from bot.queries import Condition, Operation
from bot.understand.frames import Frame
from bot.understand.mentions import Mentions
from bot.understand.operations.conditions import NONE_OF, condition_of

_ALL = re.compile(r"都|全都|(?<!平)均(?!值)|(?<!at )\ball\b|\bboth\b|\bevery\b|\beach\b")
_NOT_ALL = re.compile(
    r"(?:(?<!是)不是|并非|没有|未)(?:所有|每|全|各|都)|不都|没都|未都|\bnot (?:all|every|each)\b"
)
_COMPARED = frozenset(("compare", "more", "less", "most", "least", "change", "growth", "same"))


def of_all(frame: Frame, m: Mentions) -> Frame | None:
    """The frame as a claim about each of its bodies; None where no word says all of them."""
    is_other = bool({"most", "least", "rank", "list_places", "count_places"} & m.ops)
    if is_other or not (m.is_yes_no and frame.is_of_many and _is_said_of_all(m)):
        return None
    if _is_one_against_all(frame, m):
        return None
    if _NOT_ALL.search(m.text) or _COMPARED & m.ops or len(frame.span.years) > 1:
        return replace(frame, operation=Operation.COMPARE, is_yes_no=False)
    condition = condition_of(m)
    if condition is None:
        condition = Condition("=" if m.has("negation") else ">", Decimal(0))
    return replace(
        frame, operation=Operation.COMPARE, condition=condition, is_yes_no=True, expects="any"
    )


_THAN = re.compile(r"(?:比|\bthan)\s*(?:the )?$")


def _is_one_against_all(frame: Frame, m: Mentions) -> bool:
    """甲镇比乙镇和丙镇都多吗: one body is held against each of the others."""
    is_plain = len({"more", "less"} & m.ops) == 1 and not m.has("negation")
    is_plain = is_plain and len(frame.parties) == len(m.places) and len(frame.span.years) < _TWO
    is_of_two = len(m.places) > _TWO and all(p.is_joined for p in m.places[2:])
    return is_plain and is_of_two and bool(_THAN.search(m.text[: m.places[1].start]))


_TWO = 2


def _is_said_of_all(m: Mentions) -> bool:
    return bool(_ALL.search(NONE_OF.sub("", m.text)))
