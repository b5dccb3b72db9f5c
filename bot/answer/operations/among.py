"""One number of each of many places, in the order of numbers and of names."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from bot.answer.numbers.amounts import Amount, Key
from bot.answer.numbers.parts import is_of_share
from bot.answer.speech.coverage import years_not_held
from bot.answer.speech.pooled import Column, column, together
from bot.answer.speech.task import Task
from bot.queries import Condition
from index.types import HeldIssuer
from index.vocabulary.metrics import METRIC


def one_a_place(task: Task, *, is_each: bool = False) -> Column:
    """A number of each place; of several years asked about their sum, or the rate over them."""
    metric, member = task.query.metrics[0], task.query.members[0]
    found = column(task, metric, member, is_each=is_each)
    if len(found.known) + len(found.lacking) == len(task.evidence.issuers) - len(found.left_out):
        return found
    last = task.evidence.all_years[-1]
    every = [
        together(Key(issuer, last, metric, member), amounts)
        for issuer, amounts in _by_issuer(found.known)
    ]
    sums = [a for a in every if a.value is not None]
    have = {a.key.issuer for a in sums}
    return Column(
        tuple(sums), tuple(a for a in found.lacking if a.key.issuer not in have), found.left_out
    )


def _by_issuer(amounts: Sequence[Amount]) -> list[tuple[int, list[Amount]]]:
    found: dict[int, list[Amount]] = {}
    for amount in amounts:
        found.setdefault(amount.key.issuer, []).append(amount)
    return list(found.items())


def by_name(task: Task, amounts: Iterable[Amount]) -> list[Amount]:
    """Numbers in the order of the names of their places."""
    amounts = list(amounts)
    if len(amounts) == 1:  # most of thousands that are ranked tie with no other
        return amounts
    names = [(task.evidence.by_id[a.key.issuer], a) for a in amounts]
    return [a for _, a in sorted(names, key=_name)]


def in_order(task: Task, amounts: Iterable[Amount], *, is_ascending: bool) -> list[Amount]:
    """The largest first, or the smallest; those that tie by name."""
    ordered = sorted(amounts, key=number_of, reverse=not is_ascending)
    return [a for _, tied in groupby(ordered, key=number_of) for a in by_name(task, tied)]


def _name(named: tuple[HeldIssuer, Amount]) -> tuple[str, str, int]:
    issuer, amount = named
    return issuer.name, issuer.region or "", amount.key.year


def condition_words(task: Task, condition: Condition, unit: str = "") -> str:
    """A threshold in words, both of two."""
    unit = unit or ("%" if is_of_share(task.query) else METRIC[task.query.metrics[0]].unit)
    number = task.speech.figure(condition.bound, unit)
    said = task.words.signs[condition.sign].format(number=number)
    if condition.also is None:
        return said
    return task.words.both_signs.format(
        one=said, other=condition_words(task, condition.also, unit)
    )


def years_label(task: Task) -> str:
    """The years that were asked about, without those of which nothing is held."""
    unheld = years_not_held(task)
    years = [year for year in task.evidence.all_years if year not in unheld]
    return task.speech.years(years or task.evidence.all_years)


def number_of(amount: Amount) -> Decimal:
    """The value of a number that has one."""
    assert amount.value is not None
    return amount.value
