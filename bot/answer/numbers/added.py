"""Sums in very many reports at once: added up by SQLite where that is certain.

A report whose rows are not all plain numbers, or not all there, is left to be added up part by
part, with every reason why that may be impossible.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from bot.answer.numbers.amounts import ORGANISATIONS, Amount, Key
from index import Corpus
from index.types import Era, Status, Tally
from index.vocabulary.metrics import MEMBER, METRIC

_TABLES = (Era.E2, Era.E3)


@dataclass(frozen=True, slots=True)
class Added:
    """The sums of reports, and the reports (with their form) that must be looked into."""

    amounts: dict[Key, Amount] = field(default_factory=dict)
    odd: dict[tuple[int, int], Era] = field(default_factory=dict)


def added(
    corpus: Corpus,
    wanted: Iterable[tuple[str, str]],
    issuer_ids: Sequence[int] | None,
    years: Sequence[int],
) -> Added:
    """The sums (metric and applicants) of all reports of these issuers and years."""
    found = Added()
    for metric, member in wanted:
        parts = METRIC[metric].parts
        members = MEMBER[member].parts or (member,)
        rows = (len(parts) * len(members), len(members))
        for tally in corpus.tallies(
            metric, parts, members=members, issuer_ids=issuer_ids, years=years
        ):
            key = Key(tally.issuer_id, tally.year, metric, member)
            amount = _amount(key, tally, rows)
            if amount is None:
                found.odd[tally.issuer_id, tally.year] = tally.era
            else:
                found.amounts[key] = amount
    return found


def sums_and_others(
    metrics: Iterable[str], members: Sequence[str]
) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """What is to be added up, then the metrics and members that are printed.

    A rate stands for the numbers that it is made of.
    """
    found: dict[str, None] = {}
    for key in metrics:
        metric = METRIC[key]
        found |= dict.fromkeys(
            (*metric.parts, *metric.over, *metric.less) if metric.is_rate else [key]
        )
    sums = [
        (metric, member)
        for metric in found
        for member in members
        if METRIC[metric].parts or member == ORGANISATIONS
    ]
    printed = [metric for metric in found if not METRIC[metric].parts]
    return sums, printed, [member for member in members if member != ORGANISATIONS]


def opened(amount: Amount, parts: Mapping[Key, Amount]) -> Amount:
    """A number with the parts of the sums within it, as far as they are given."""
    if amount.is_added:
        return parts.get(amount.key, amount)
    if not any(sum_ for part in amount.operands for sum_ in added_within(part)):
        return amount
    one, over, less = (
        tuple(opened(part, parts) for part in side)
        for side in (amount.parts, amount.over, amount.less)
    )
    return amount._replace(parts=one, over=over, less=less)


def added_within(amount: Amount) -> Iterable[Amount]:
    """The sums within a number whose parts are not given."""
    if amount.is_added:
        yield amount
    for part in amount.operands:
        yield from added_within(part)


def _amount(key: Key, tally: Tally, rows: tuple[int, int]) -> Amount | None:
    """The sum that a tally certainly is; None where its rows must be looked at."""
    part_rows, own_rows = rows
    is_whole = bool(part_rows) and tally.part_count == part_rows
    is_own = tally.own_count == own_rows
    has_tables = tally.era in _TABLES
    if not tally.is_plain:
        return None
    if is_whole and (not tally.own_count or (is_own and has_tables)):
        return _sum(key, tally.parts, tally)
    if is_own and not tally.part_count:
        return _printed(key, tally) if own_rows == 1 else _sum(key, tally.own, tally)
    if is_own and not has_tables and own_rows == 1 and not tally.has_blank:
        return _printed(key, tally)
    return None


def _sum(key: Key, value: Decimal, tally: Tally) -> Amount:
    return Amount(key, value, Status.COMPUTED, is_added=True, has_blank=tally.has_blank)


def _printed(key: Key, tally: Tally) -> Amount:
    return Amount(key, tally.own, Status.BLANK if tally.has_blank else Status.REPORTED)
