"""Which of several sums of money in a sentence is all that was taken for processing information.

县局收取200元，县院收取190元，合计390元: the sum; the others are parts of it, and without a sum
none of them is the whole.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from index.facts.sentences.split import Sentence, Slot
from index.facts.sentences.times import When

FEE_METRIC = "n_info_fee"
_FEE = "信息处理费"
_SUMMED = re.compile(r"(?:合计|共计|总计|共收取|共|总额|总金额|总)\D{0,16}$")
_NOT_TAKEN = re.compile(
    r"累计|累积|历年|总数|总量|全[省市县区]|较|同比|增加|减少|下降|每|标准|上年|去年|退|应收|免|欠"
)
_TAKEN = re.compile("收取|实收|合计|共计|总计")
_OF_WHICH = re.compile(r"，?\(?(?:其中(?![，:]?[我本])|包括|分别)")
ZERO = Decimal(0)


def fee_slots(sentence: Sentence, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The sums of money that a sentence says were taken in the year, if they are several."""
    if _FEE not in sentence.compact:
        return ()
    taken = [
        s
        for s in slots
        if s.amount.unit == "元" and s.when is When.THIS_YEAR and not _NOT_TAKEN.search(s.left)
    ]
    is_listed = sum(bool(_TAKEN.search(s.left)) for s in taken) > 1
    is_whole = any(_OF_WHICH.match(sentence.compact[s.amount.end :]) for s in taken)
    return tuple(taken) if len(taken) > 1 and (is_listed or is_whole) else ()


def whole_fee(taken: Sequence[Slot]) -> Slot | None:
    """The sum that the others are parts of, if that is sure."""
    values = [s.amount.value for s in taken]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    largest = max(known)
    whole = [s for s in taken if s.amount.value == largest]
    if len(whole) > 1:
        return None
    if is_sum_of_others(whole[0], taken):
        return whole[0]
    if sum((value for value in known if value != largest), ZERO) > largest:
        return None
    rest = whole[0].sentence.compact[whole[0].amount.end :]
    is_summed = _SUMMED.search(whole[0].left) or _OF_WHICH.match(rest)
    return whole[0] if is_summed else None


def is_sum_of_others(slot: Slot, taken: Sequence[Slot]) -> bool:
    """Whether the others, two or more, come to a sum of money."""
    parts = [s.amount.value or ZERO for s in taken if s is not slot]
    return len(parts) > 1 and sum(parts, ZERO) == slot.amount.value
