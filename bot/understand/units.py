"""Thresholds in the unit of what they bound: 1700万 of fees that are counted in 万元."""

from dataclasses import replace
from decimal import Decimal

from bot.queries import Condition, Operation
from bot.understand.frames import Frame
from bot.understand.mentions import Mentions
from index.vocabulary.metrics import METRIC

_WAN = Decimal(10_000)


def in_units(frame: Frame, m: Mentions) -> Frame:
    """The frame with its threshold as the form counts it; yuan are written 元 or 万."""
    units = {METRIC[key].unit for key in frame.metrics}
    is_in_yuan = any("万" in text or "元" in text for text in _amounts(m))
    if frame.condition is None or units != {"万元"} or not is_in_yuan or not frame.condition.bound:
        return frame
    return replace(frame, condition=_scaled(frame.condition))


def misfits(frame: Frame, m: Mentions) -> tuple[str, ...]:
    """The thresholds in yuan or per cent of what is counted in neither."""
    if frame.condition is None:
        return ()
    metrics = [METRIC[key] for key in frame.metrics]
    is_money = all(metric.unit in ("元", "万元") for metric in metrics)
    is_share = frame.operation is Operation.SHARE or frame.by is Operation.GROWTH
    is_share = is_share or all(metric.is_rate for metric in metrics)
    return tuple(
        text
        for text in _amounts(m)
        if ("元" in text and not is_money) or (_is_percent(text) and not is_share)
    )


def _amounts(m: Mentions) -> list[str]:
    return [t.text for t in m.tokens if t.has("amount", "number")]


def _is_percent(text: str) -> bool:
    return "%" in text or "百分之" in text


def _scaled(condition: Condition) -> Condition:
    also = _scaled(condition.also) if condition.also is not None else None
    return Condition(condition.sign, condition.bound / _WAN, also)
