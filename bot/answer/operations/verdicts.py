"""Yes or no, from the numbers behind it."""

import operator
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from bot.answer.numbers.amounts import Amount, Key
from bot.queries import Condition, FactQuery
from index.types import Fact, Status

_Compare = Callable[[Decimal, Decimal], bool]
_SIGNS: dict[str, _Compare] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
}
_COMPARED: dict[str, _Compare] = {
    "more": operator.gt,
    "less": operator.lt,
    "at_least": operator.ge,
    "at_most": operator.le,
    "same": operator.eq,
    "unequal": operator.ne,
}
_STEADY: dict[str, _Compare] = {"rising": operator.gt, "falling": operator.lt}
# An approximate figure says nothing about a bound that is nearer to it than this share of it.
_ROUGH = Decimal("0.1")
_OR_MORE = ("余", "多", "以上", "超", "over", "more")
_OR_LESS = ("近", "不到", "不足", "nearly", "almost")
_NO_FACTS: Mapping[Key, Fact] = {}


def verdict_on(
    query: FactQuery, amounts: Sequence[Amount], facts: Mapping[Key, Fact] = _NO_FACTS
) -> bool | None:
    """The answer to a yes/no question; None where none was asked or the numbers cannot tell.

    `facts` tell how approximate figures are worded, where they are at hand.
    """
    if not query.is_yes_no or not amounts or any(a.value is None for a in amounts):
        return None
    if query.condition is not None:
        found = [satisfies(amount, query.condition, facts) for amount in amounts]
        return False if False in found else None if None in found else True
    compare = _COMPARED.get(query.expects)
    if compare is not None:
        return _compared(query, amounts, compare)
    if query.expects in _STEADY:
        return _steadily(amounts, _STEADY[query.expects], query.top)
    values = [a.value for a in amounts if a.value is not None]
    if query.expects in ("none", "all_done"):
        return not any(values)
    return any(value > 0 for value in values)


def satisfies(
    amount: Amount, condition: Condition, facts: Mapping[Key, Fact] = _NO_FACTS
) -> bool | None:
    """Whether a number meets a condition; None where an approximate one cannot tell."""
    if amount.value is None:
        return None
    if condition.sign in _VAGUE:
        return _VAGUE[condition.sign](_exact(amount), condition.bound)
    if amount.status is not Status.APPROXIMATE:
        return meets(_exact(amount), condition)
    fact = facts.get(amount.key)
    low, high = _ends(amount.value, fact.raw if fact else "")
    found = {_is_met(condition, low), _is_met(condition, high)}
    is_inside = low <= condition.bound <= high or _is_inside(condition.also, low, high)
    if len(found) > 1 or (is_inside and not _is_beyond(condition, low, high)):
        return None
    return found.pop()


# What a claim expects that says by how much two numbers differ.
BY_HOW_MUCH = ("by", "apart")


def verdict_on_distance(
    query: FactQuery, base: Decimal, other: Decimal, *, is_growth: bool, is_rough: bool
) -> bool | None:
    """Whether two numbers differ by as much as is claimed; None where rough ones cannot tell.

    Nor can growth that only rounds to the claimed per cent.
    """
    condition = query.condition
    if not query.is_yes_no or condition is None or (is_growth and base <= 0):
        return None
    distance = (other - base) * 100 / base if is_growth else other - base
    if query.expects == "apart":
        distance = abs(distance)
    if is_rough:
        margin = _ROUGH * max(abs(base), abs(other))
        found = {
            _is_met(condition, end) for end in (distance - margin, distance, distance + margin)
        }
        return found.pop() if len(found) == 1 and condition.sign != "=" else None
    is_near = is_growth and condition.sign == "=" and abs(distance - condition.bound) <= 1
    if is_near and distance != condition.bound:
        return None
    return _is_met(condition, distance)


def _exact(amount: Amount) -> Decimal:
    """A number before it is rounded: a share of a third is a third."""
    assert amount.value is not None
    return amount.dividend * 100 / amount.divisor if amount.over else amount.value


def _is_about(value: Decimal, bound: Decimal) -> bool | None:
    """Whether a number is about so much; None where one may call it so or not."""
    distance = abs(value - bound)
    return True if distance <= bound * _ROUGH else False if distance > bound / 3 else None


def _is_so_much(value: Decimal, bound: Decimal) -> bool | None:
    """有5件吗: none the less where there are more, but nobody would say so."""
    return None if value > bound else value == bound


_VAGUE = {"~": _is_about, "~>=": _is_so_much}


def meets(value: Decimal, condition: Condition, *, is_rough: bool = False) -> bool | None:
    """Whether a value meets a condition; None where it is rough and the bound is near."""
    if is_rough and abs(value - condition.bound) <= abs(value) * _ROUGH:
        return None
    return _is_met(condition, value)


def _is_met(condition: Condition, value: Decimal) -> bool:
    is_met = _SIGNS[condition.sign](value, condition.bound)
    return is_met and (condition.also is None or _is_met(condition.also, value))


def _is_inside(condition: Condition | None, low: Decimal, high: Decimal) -> bool:
    return condition is not None and low <= condition.bound <= high


def _is_beyond(condition: Condition, low: Decimal, high: Decimal) -> bool:
    """Whether both ends of what a figure may be meet a condition that has one bound."""
    is_single = condition.also is None and condition.sign != "="
    return is_single and _is_met(condition, low) == _is_met(condition, high)


def _ends(value: Decimal, raw: str) -> tuple[Decimal, Decimal]:
    """The least and the most that an approximate figure may be: 300余 is no less than 300."""
    margin = abs(value) * _ROUGH
    is_more = any(word in raw for word in _OR_MORE)
    is_less = any(word in raw for word in _OR_LESS)
    low = value if is_more and not is_less else value - margin
    high = value if is_less and not is_more else value + margin
    return low, high


def _compared(query: FactQuery, amounts: Sequence[Amount], compare: _Compare) -> bool | None:
    """Of two years the later against the earlier, else the first against all others.

    Numbers that differ in more than one of these, or in their units, are not compared.
    """
    values = [a.value for a in amounts if a.value is not None]
    if len(values) < 2 or len({a.unit for a in amounts}) > 1:
        return None
    years = {a.key.year for a in amounts}
    whose = {a.key.issuer for a in amounts}
    counted = {(a.key.metric, a.key.member) for a in amounts}
    if sum(len(found) > 1 for found in (years, whose, counted)) > 1:
        return None
    one, others = (values[-1], values[:1]) if len(years) > 1 else (values[0], values[1:])
    is_rough = any(a.is_rough for a in amounts)
    if is_rough and any(abs(one - x) <= max(abs(one), abs(x)) * _ROUGH for x in others):
        return None
    return all(compare(one, other) for other in others)


def _steadily(amounts: Sequence[Amount], compare: _Compare, last: int | None) -> bool | None:
    """Whether each year, or of the last so many each, is above or below the one before it.

    None over gaps.
    """
    if last is not None:
        # 连续三年上升 of three years that are held: what rose from each to the next.
        amounts = amounts[-last - 1 :] if len(amounts) >= last else ()
    if len(amounts) < 2 or any(a.is_rough for a in amounts):
        return None
    steps = list(pairwise(amounts))
    if any(other.key.year != one.key.year + 1 for one, other in steps):
        return None
    return all(compare(other.value or Decimal(0), one.value or Decimal(0)) for one, other in steps)
