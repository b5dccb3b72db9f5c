"""Yes or no, from the numbers behind it."""

import operator
from collections.abc import Callable, Sequence
from decimal import Decimal

from bot.answer.amounts import Amount
from bot.queries import Condition, FactQuery
from index.types import Status

_SIGNS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
}
# An approximate figure says nothing about a bound that is nearer to it than this share of it.
_ROUGH = Decimal("0.1")


def verdict_on(query: FactQuery, amounts: Sequence[Amount]) -> bool | None:
    """The answer to a yes/no question; None where none was asked or the numbers cannot tell."""
    if not query.is_yes_no or not amounts or any(a.value is None for a in amounts):
        return None
    if query.condition is not None:
        found = [satisfies(amount, query.condition) for amount in amounts]
        return None if None in found else all(found)
    values = [a.value for a in amounts if a.value is not None]
    match query.expects:
        case "none" | "all_done":
            return not any(values)
        case "more":
            return _difference(query, values, amounts, operator.gt)
        case "less":
            return _difference(query, values, amounts, operator.lt)
        case _:
            return any(value > 0 for value in values)


def satisfies(amount: Amount, condition: Condition) -> bool | None:
    """Whether a number meets a condition; None where an approximate one cannot tell."""
    if amount.value is None:
        return None
    if amount.status is Status.APPROXIMATE:
        margin = abs(amount.value) * _ROUGH
        if abs(amount.value - condition.bound) <= margin:
            return None
    return _SIGNS[condition.sign](amount.value, condition.bound)


def _difference(
    query: FactQuery,
    values: Sequence[Decimal],
    amounts: Sequence[Amount],
    compare: Callable[[Decimal, Decimal], bool],
) -> bool | None:
    """Of two years the later against the earlier, of two parties the first against the other."""
    if len(values) < 2:
        return None
    is_over_years = amounts[0].key.year != amounts[-1].key.year
    one, other = (values[-1], values[0]) if is_over_years else (values[0], values[1])
    is_rough = any(a.status is Status.APPROXIMATE for a in amounts)
    if is_rough and abs(one - other) <= max(abs(one), abs(other)) * _ROUGH:
        return None
    return compare(one, other)
