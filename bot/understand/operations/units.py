"""Thresholds in the unit of what they bound: 1700万 of fees that are counted in 万元."""

import re
from dataclasses import replace
from decimal import Decimal

from bot.queries import Condition, Operation
from bot.understand.frames import Frame
from bot.understand.mentions import Mentions
from bot.understand.reading.amounts import is_percent, is_points
from index.vocabulary.metrics import METRIC

_WAN = Decimal(10_000)


def in_units(frame: Frame, m: Mentions) -> Frame:
    """The frame with its threshold as the form counts it; yuan are written 元 or 万."""
    units = {METRIC[key].unit for key in frame.metrics}
    is_in_yuan = any(re.search("[万元块]", text) for text in _amounts(m))
    if frame.condition is None or units != {"万元"} or not is_in_yuan or not frame.condition.bound:
        return frame
    return replace(frame, condition=_scaled(frame.condition))


def misfits(frame: Frame, m: Mentions) -> tuple[str, ...]:
    """The thresholds in yuan or per cent of what is counted in neither."""
    if frame.condition is None:
        return ()
    metrics = [METRIC[key] for key in frame.metrics]
    is_money = all(metric.unit in ("元", "万元") for metric in metrics)
    is_share = bool({Operation.SHARE, Operation.GROWTH} & {frame.by, frame.operation})
    is_rate = all(metric.is_rate for metric in metrics)
    return tuple(
        text
        for text in _amounts(m)
        if (re.search("[元块]", text) and not is_money)
        or (is_percent(text) and not (is_share or is_rate))
        or (is_points(text) and not (is_rate and frame.operation is Operation.DIFFERENCE))
        or (_IN_PIECES.search(text) and (is_money or is_rate))
    )


_IN_PIECES = re.compile(r"[件条次份起宗项篇期场](?:以[上下内]|及以[上下])?$")


def _amounts(m: Mentions) -> list[str]:
    return [t.text for t in m.tokens if t.has("amount", "number")]


def _scaled(condition: Condition) -> Condition:
    also = _scaled(condition.also) if condition.also is not None else None
    return Condition(condition.sign, condition.bound / _WAN, also)
