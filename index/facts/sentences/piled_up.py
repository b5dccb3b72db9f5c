"""Numbers that have piled up over years, and the year's own beside them.

累计公开2216条，其中2016年新增386条: the report is about the second.
"""

import re

from index.facts.sentences.indicators import Indicator
from index.facts.sentences.split import Slot
from index.facts.sentences.times import When

_PILED_UP = re.compile("累计|累积|历年")
_OF_YEAR = re.compile(
    r"全年|今年|本年|当年|年内|报告期|一年来|1月?(?:-|—|至|到)12月"
    r"|(?<!截至)(?<!截止)(?<!截止到)20\d\d年(?!底|末|1[0-2]月)"
)
_OWN_PART = re.compile(
    r"[，、]?(?P<part>其中|含|包括)?[，:]?(?:本年度?|今年|当年|全年|20\d\d年度?)"
    r"(?:全[省市县区乡镇]|[我本][省市县区乡镇局委办])?(?:共|新增|新|主动|增加|了)*"
    r"(?:公开|发布|推送|更新|刊发|收到|受理|新收|办理|接收)?(?:各类)?(?:政府|政务)?(?:信息)?(?:公开)?"
    r"(?:申请)?(?:了|共|为|有)*(?=\d)"
)
# What there is of these counts, not what was added in the year.
_KEPT = frozenset(("n_point", "n_account", "n_staff", "n_service", "n_follower", "n_board"))


def is_dated(slot: Slot) -> bool:
    """Whether the sentence says before a number that it is the year's.

    What has piled up must say so itself: 2016年收到13件，累计收到130件.
    """
    at = slot.amount.start
    ends = (a.end for a in slot.sentence.amounts if a.end <= at and _PILED_UP.search(slot.left))
    return _OF_YEAR.search(slot.sentence.compact[max(ends, default=0) : at]) is not None


def is_piled_up(slot: Slot) -> bool:
    """Whether a number may be of many years: 累计, and no word of this one."""
    return bool(_PILED_UP.search(slot.left)) and not is_dated(slot)


def is_of_many_years(slot: Slot) -> bool:
    """Whether what follows says that a number that has piled up is of several years."""
    after = slot.sentence.compact[slot.amount.end :]
    return is_piled_up(slot) and _YEARS_FOLLOW.match(after) is not None


_YEARS_FOLLOW = re.compile(
    r"，?(?:其中|含|包括)[，:]?(?:本年|今年|当年|20\d\d年)|，?(?:年均|平均每年|每年)"
)


def own_part_after(slot: Slot, indicator: Indicator) -> int | None:
    """Where the year's own number begins, if a number of many years stands before it."""
    is_flow = not indicator.is_stock and indicator.metric not in _KEPT
    if not is_flow or slot.when not in (When.THIS_YEAR, When.UNTIL_NOW):
        return None
    match = _OWN_PART.match(slot.sentence.compact, slot.amount.end)
    is_part = match is not None and (match["part"] is not None or is_piled_up(slot))
    return match.end() if match is not None and is_part else None
