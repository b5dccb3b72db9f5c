"""Two conditions on two numbers of a body: 有复议没有诉讼, 申请超过20件而且被复议过."""

from dataclasses import replace
from decimal import Decimal

from bot.queries import Condition
from bot.understand.frames import Frame
from bot.understand.mentions import Mentions
from bot.understand.reading.amounts import amounts_in
from bot.understand.reading.metrics import named_in
from bot.understand.reading.tokens import Token

_SIGNS = frozenset((">", ">=", "<", "<=", "="))
_JOINING = frozenset(
    (
        "但", "但是", "却", "而", "而且", "并且", "同时", "又", "也", "且", "、", "，", ",", "和",
        "还", "and", "but", "also",
    )
)  # fmt: skip


_PLAIN = frozenset(("和", "与", "及", "跟", "、", "and"))
_HAS = frozenset(("有", "被", "受到", "有过", "被人", "had", "have", "has", "were", "was"))


def with_two_conditions(frame: Frame, m: Mentions) -> Frame:
    """The frame of a list or count with a condition for each of its numbers, where it has two."""
    if len(frame.span.years) > 1 or frame.years_needed is not None or frame.by is not None:
        return frame
    tokens = list(m.tokens)
    for at, token in enumerate(tokens):
        is_joining = token.text in _JOINING or token.has("conjunction")
        is_denial = _denies(token) and any(_has(t) for t in tokens[:at])  # 有复议没有诉讼
        if not at or not (is_joining or is_denial):
            continue
        is_part = is_joining and not _denies(token)  # nor joins and denies
        one, other = tokens[:at], tokens[at + is_part :]
        if not (_says(one) or token.text in _PLAIN):
            continue
        metrics = tuple(metric for part in (one, other) for metric in _metric(part))
        conditions = [_condition(part) for part in (one, other)]
        is_shared = token.text in _PLAIN and not (_says(one) and _says(other))
        if is_shared and len(metrics) == _TWO:
            return frame  # 没有复议和诉讼: what is said of one is said of both
        if len(metrics) == _TWO and metrics[0] != metrics[1] and None not in conditions:
            if conditions[0] == conditions[1] and set(metrics) == set(frame.metrics):
                return frame  # one condition for both
            return replace(frame, metrics=metrics, condition=conditions[0], second=conditions[1])
    return frame


_TWO = 2


def _metric(tokens: list[Token]) -> tuple[str, ...]:
    named = named_in(tokens)
    is_plain = not (named.unexplained or named.members or named.is_vague)
    return named.metrics if is_plain and len(named.metrics) == 1 else ()


def _says(tokens: list[Token]) -> bool:
    """Whether something of its own is said of a clause: a bound, none, or that there is one."""
    return any(_denies(t) or t.has("amount") or _has(t) for t in tokens)


def _has(token: Token) -> bool:
    return token.text in _HAS or "receive" in token.keys("concept")


def _denies(token: Token) -> bool:
    return token.has("negation") or "zero" in token.keys("op")


def _condition(tokens: list[Token]) -> Condition | None:
    """What is said of the one number of a clause; None where it is more than one thing."""
    found = [Condition(sign, n) for sign, n in amounts_in(tokens) if sign in _SIGNS]
    is_denied = any(map(_denies, tokens))
    if len(found) > 1 or (found and is_denied) or any(t.has("number") for t in tokens):
        return None
    return found[0] if found else Condition("=" if is_denied else ">", Decimal(0))
