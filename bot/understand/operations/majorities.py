"""Whether something is so of most bodies: 大部分乡镇有申请吗, 一半以上的部门超过20件吗."""

from dataclasses import replace
from decimal import Decimal

from bot.queries import Condition, Operation
from bot.understand.frames import Frame
from bot.understand.mentions import Mentions
from bot.understand.operations.conditions import condition_of

_COMPARED = frozenset(("compare", "more", "less", "most", "least", "change", "growth", "same"))


def of_most(frame: Frame, m: Mentions) -> Frame | None:
    """The frame as a count that is held against half of its bodies; None where none is."""
    said = [key for token in m.tokens for key in token.keys("majority")]
    if not said or not m.is_yes_no or not frame.is_of_many:
        return None
    if _COMPARED & m.ops or len(frame.span.years) > 1:
        return None
    condition = condition_of(m)
    if condition is None:
        condition = Condition("=" if m.has("negation") else ">", Decimal(0))
    return replace(
        frame, operation=Operation.COUNT, condition=condition, is_yes_no=True, expects=said[0]
    )
