"""Shares in a question that goes on: of what was broken down, and held against each other."""

from dataclasses import replace

from bot.queries import Operation
from bot.understand.frames import Frame
from bot.understand.mentions import Mentions
from bot.understand.operations.conditions import finished
from bot.understand.operations.parts import PARTS
from bot.understand.operations.shares import claimed, of_both
from index.vocabulary.metrics import METRIC

_GROUPS = ("denied", "unable", "refused", "other")


def shares_compared(frame: Frame, m: Mentions) -> Frame:
    """比2023年高吗, 超过20%吗, 青石县呢 after a share: the same share, and what is said of it."""
    asked = replace(frame, is_yes_no=m.is_yes_no and not m.wants_number, expects="any")
    return finished(claimed(asked, m), m)


def _of_sum(frame: Frame, old: Frame) -> Frame:
    """As a share of handled, after what was granted in full and in part together: their rate."""
    if len(old.metrics) < _TWO or frame.metrics != old.metrics:
        return frame
    added = of_both(frame, frame.metrics, frame.over)
    return added or replace(frame, operation=Operation.SUM)  # which does not do it: refused


_TWO = 2


def _is_of_theirs(frame: Frame, m: Mentions) -> bool:
    """占个人申请的比例, after what became of those of individuals: of theirs that were handled."""
    at = next((t.end for t in m.tokens if t.text.startswith("占")), None)
    if at is None or len(frame.members) != 1 or len(frame.metrics) != 1:
        return False
    behind = {key for t in m.tokens if t.start >= at for key in t.keys("member")}
    is_outcome = METRIC[frame.metrics[0]].section == _TABLE_THREE
    return behind == set(frame.members) and is_outcome and frame.metrics != ("new_received",)


_TABLE_THREE = 3


def of_the_whole(frame: Frame, old: Frame, m: Mentions) -> Frame:
    """过程性信息占多少 after 不予公开, or after its reasons: its share of those."""
    if frame.operation is Operation.SHARE and old.operation is Operation.SUM:
        return _of_sum(frame, old)
    if frame.operation is Operation.SHARE and _is_of_theirs(frame, m):
        return replace(frame, over=("handled_total",), over_member=frame.members[0])
    if frame.operation is not Operation.SHARE or frame.over or frame.over_party is not None:
        return frame
    if old.operation is Operation.SHARE and frame.metrics == old.metrics:
        return replace(  # 上一年这个比例: of what it was of
            frame, over=old.over, over_member=old.over_member, over_party=old.over_party
        )
    wholes = old.asked_for
    if len(wholes) != 1 or wholes[0] not in _GROUPS:
        return frame
    is_part = set(frame.metrics) <= set(PARTS[wholes[0]])
    return replace(frame, over=wholes) if is_part else frame
