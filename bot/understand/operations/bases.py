"""Which of two things that are compared is the measure: the one behind 比, or before 相比."""

import re
from collections.abc import Sequence
from typing import Protocol

from bot.understand.mentions import Mentions

_MEASURE = (
    "比|比起|较|较之|相比|相比于|相较|相较于|相对于|对比|超过|超过了|多于|少于|高于|低于|不如|不及"
    "|compared (?:with|to)|relative to|against|than|(?:in|by) comparison (?:with|to)"
)
# 相比2022年: the measure stands first, and nothing that is measured stands before it.
_BEFORE_MEASURE = re.compile(rf"(?:{_MEASURE})\s*(?:(?:in|the year|for)\s*)?$")
_WITH = re.compile(r"(?:与|和|跟|同|拿|以)\s*$")
_AFTER_MEASURE = re.compile(
    r"^[^,，。]{0,4}?(?:相比较?|比起来|比较|对比|相较|比|为基数|作比较)(?:之下|而言|来说|来看)?\s*(?:[,，]|$)"
)


class Stretch(Protocol):
    """Anything that stands somewhere in the text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


def is_measure_first(m: Mentions, named: Sequence[Stretch]) -> bool:
    """和2022年相比，2023年…: of two things, whether the one named first is the measure."""
    if len(named) != _TWO:
        return False
    one, other = named
    before = m.text[: one.start]
    if _BEFORE_MEASURE.search(before):
        return True
    between = m.text[one.end : other.start]
    return bool(_WITH.search(before) and _AFTER_MEASURE.search(between))


_TWO = 2


def is_of_earlier(m: Mentions) -> bool:
    """Whether of two years the earlier is spoken of, and the later is what it is held against."""
    years = [y for y in m.years if len(y.years) == 1]
    if len(years) != _TWO or len(m.years) != _TWO:
        return False
    measured, measure = years
    if is_measure_first(m, years):
        measured, measure = measure, measured
    return measured.years < measure.years


def has_plain_measure(m: Mentions) -> bool:
    """2022年比2023年…: whether of two years it is plain which one is the measure."""
    second = m.text[: m.years[1].start] if len(m.years) == _TWO else ""
    return is_measure_first(m, m.years) or bool(_BEFORE_MEASURE.search(second))
