"""By how much one number is said to be above or below another: 比2023年少2件吗, 多了一成吗."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from bot.queries import Condition, Operation
from bot.understand.frames import SPREAD, Frame
from bot.understand.mentions import Mentions
from bot.understand.operations.bases import has_plain_measure, is_measure_first, is_of_earlier
from bot.understand.operations.changes import paired
from bot.understand.reading.amounts import amounts_in, is_percent
from bot.understand.reading.tokens import Token
from index.vocabulary.metrics import METRIC

_UP = (
    "增长率|增速|增幅|涨幅|多|增加|增长|上升|上涨|提高|提升|增|升|涨|高|超出|高出|多出|领先"
    "|increased?|rose|rise|grew|grow|up|higher|more"
)
_DOWN = (
    "降幅|跌幅|下降率|减幅|少|减少|下降|下跌|降低|减|降|跌|低|落后"
    "|decreased?|fell|fall|dropped|drop|declined?|down|lower|fewer|less"
)
_VERBS = "收|收到|罚|处罚|办|办结|公开|发|发布|答复|受理|许可|开|处理"
_BEFORE = re.compile(
    rf"(?:(?P<apart>相差|差距|差额|差|变化|变动)|(?P<up>{_UP})|(?P<down>{_DOWN}))"
    rf"\s*(?:{_VERBS})?(?:了|出了?|过)?(?:有没有|有|达到|达|为|是|在|by)?\s*$"
)
_BEHIND = re.compile(r"^\s*(?:(?P<up>more|higher)|(?P<down>fewer|less|lower))\b")
_SIGNS = frozenset((">", ">=", "<", "<=", "="))
_FLIPPED = {">": "<", ">=": "<=", "<": ">", "<=": ">=", "=": "="}
_AGAINST = (Operation.DIFFERENCE, Operation.GROWTH, Operation.CHANGE, Operation.COMPARE)
_TWO = 2
_Step = Callable[[Frame, Mentions], Frame | None]


def claiming_distance(frame: Frame, m: Mentions, step: _Step) -> Frame | None:
    """The frame as a claim by how much two numbers differ; None where none is made.

    `step` says what is to be done where nothing is said of how much.
    """
    said = _distance(m) if m.is_yes_no and not m.wants_number else None
    if said is None:
        return None
    way, tokens = said
    rest = tuple(t for t in m.tokens if t not in tokens)
    done = step(frame, replace(m, tokens=rest))
    if done is None or done.operation not in _AGAINST or not _is_of_two(done):
        return None
    is_share = is_percent(tokens[0].text)
    condition = _of_distance(_condition(tokens), way)
    if condition is None or (is_share and any(METRIC[key].is_rate for key in done.metrics)):
        return None
    if _is_of_other(done, m):
        condition = _negated(condition)
    elif len(done.span.years) == _TWO and is_of_earlier(m):
        return None  # which of the two years is the measure is not plain
    return replace(
        done,
        operation=Operation.GROWTH if is_share else Operation.DIFFERENCE,
        span=done.span if _are_two(done) else paired(done.span),
        condition=condition,
        is_yes_no=True,
        expects="apart" if way == "apart" else "by",
    )


def _distance(m: Mentions) -> tuple[str, tuple[Token, ...]] | None:
    """Which way, and the one amount that is said to lie between two numbers."""
    tokens = tuple(t for t in m.tokens if t.has("number") or _SIGNS & _signs(t))
    if len(tokens) != 1:
        return None
    behind = _BEHIND.search(m.text[tokens[0].end :])
    found = behind or _BEFORE.search(m.text[: tokens[0].start])
    way = found.lastgroup if found else None
    return (way, tokens) if way else None


def _signs(token: Token) -> frozenset[str]:
    return frozenset(key.partition(":")[0] for key in token.keys("amount"))


def _is_of_two(frame: Frame) -> bool:
    """Whether just two numbers are held against each other, and both are named."""
    are_open = frame.span.mode in SPREAD or any(p.scope is not None for p in frame.parties)
    counts = (
        len(frame.parties),
        len(frame.metrics) * max(1, len(frame.members)),
        _TWO if frame.span.mode == "pair" else len(frame.span.years),
    )
    others = sum(count > 1 for count in counts)
    if others == 0 and frame.operation is not Operation.COMPARE:
        return not are_open  # a single year, against the one before it
    return not are_open and others == 1 and _TWO in counts


def _are_two(frame: Frame) -> bool:
    """Whether two bodies, metrics or kinds of applicant are named."""
    return max(len(frame.parties), len(frame.metrics), len(frame.members)) > 1


def _condition(tokens: tuple[Token, ...]) -> Condition | None:
    found = [Condition(sign, number) for sign, number in amounts_in(list(tokens))]
    found += [Condition("=", Decimal(key)) for t in tokens for key in t.keys("number")]
    if len(found) == _TWO:
        return replace(found[0], also=found[1])
    return found[0] if len(found) == 1 else None


def _of_distance(condition: Condition | None, way: str) -> Condition | None:
    """少了超过5件 is a difference below −5, and 多了不到5件 one between 0 and 5."""
    if condition is None or condition.bound < 0:
        return None
    if condition.sign in ("<", "<=") and condition.also is None and way != "apart":
        condition = Condition(">", Decimal(0), condition)
    return _negated(condition) if way == "down" else condition


def _negated(condition: Condition) -> Condition:
    also = _negated(condition.also) if condition.also is not None else None
    return Condition(_FLIPPED[condition.sign], -condition.bound, also)


def _is_of_other(frame: Frame, m: Mentions) -> bool:
    """Whether what is spoken of is the one that is taken off: the earlier year, a second body."""
    if len(frame.parties) == _TWO:
        return is_measure_first(m, m.places)
    return len(frame.span.years) == _TWO and is_of_earlier(m) and has_plain_measure(m)
