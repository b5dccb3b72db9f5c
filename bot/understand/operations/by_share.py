"""Shares that are ranked, sieved or averaged: 公开占比最高的部门, 哪年企业占比最高."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.queries import Operation
from bot.understand.frames import Frame
from bot.understand.mentions import Mentions
from bot.understand.operations.shares import sharing

_DONE = (
    Operation.RANK,
    Operation.BEST_YEAR,
    Operation.WORST_YEAR,
    Operation.LIST,
    Operation.COUNT,
    Operation.MEAN,
    Operation.MEDIAN,
)


def by_share(
    frame: Frame, m: Mentions, steps: Sequence[Callable[[Frame, Mentions], Frame | None]]
) -> Frame | None:
    """The frame with what the steps make of a share of one number; None where none is wanted."""
    if "share" not in m.ops:
        return None
    share = sharing(frame, m)
    is_share = share is not None and share.operation is Operation.SHARE and share.by is None
    if share is None or not is_share or share.over_party is not None:
        return None
    if len(share.metrics) != 1 or len(share.members) > 1:
        return None
    rest = replace(m, ops=m.ops - {"share"})
    numbers = replace(frame, metrics=share.metrics, members=share.members)
    for step in steps:
        done = step(numbers, rest)
        if done is not None:
            is_done = done.operation in _DONE and done.by is None
            found = replace(
                done, by=Operation.SHARE, over=share.over, over_member=share.over_member
            )
            return found if is_done else None
    return None
