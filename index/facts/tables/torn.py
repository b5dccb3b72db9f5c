"""Digits that stand apart in one cell: when they are one number though no sum can confirm it."""

import re
from collections.abc import Iterable

from index.facts.tables.cells import DIGITS, kind_of
from index.types import Fact, Status

# 6 427 or 6, 427: blanks as thousands marks, nothing else groups by three from the end.
_THOUSANDS = re.compile(r"\d{1,3}(?:[,，]?\s\d{3})+(?:\.\d+)?")
_FEWEST_CONFIRMED = 2


def tears_digits(facts: Iterable[Fact]) -> bool:
    """Whether these tables tore numbers apart inside cells, and all of them added up joined."""
    confirmed = 0
    for fact in facts:
        if kind_of(fact.raw) is not DIGITS:
            continue
        if fact.status is not Status.REPAIRED:
            return False
        confirmed += 1
    return confirmed >= _FEWEST_CONFIRMED


def is_grouped(text: str) -> bool:
    """Whether digits are parted as thousands are."""
    return _THOUSANDS.fullmatch(text.strip()) is not None
