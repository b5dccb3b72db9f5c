"""How a figure is printed in its cell: zeros left empty or marked, widths, units, signs."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from random import Random

from tests.generator.figures import Key, Values, below, one_of


class Zero(StrEnum):
    """What stands in a cell for zero."""

    DIGIT = "0"
    EMPTY = ""
    SLASH = "/"
    HYPHEN = "-"
    DASH = "—"
    NONE = "无"
    NBSP = "\u00a0"


def print_cells(values: Mapping[Key, Decimal], zeros: Mapping[Key, Zero]) -> dict[Key, str]:
    """The text of every cell; a zero is printed as `zeros` says, by default as 0."""
    return {
        key: zeros.get(key, Zero.DIGIT).value if value == 0 else format(value, "f")
        for key, value in values.items()
    }


def empty_cells(rng: Random, values: Mapping[Key, Decimal], share: float) -> dict[Key, Zero]:
    """Zeros of one report that are printed otherwise, at most `share` of them; never totals.

    Totals keep their digit, so that no table is left without any.
    """
    style = one_of(rng, [z for z in Zero if z is not Zero.DIGIT])
    return {
        key: style
        for key, value in values.items()
        if value == 0 and key[1] != "total" and rng.random() < share
    }


def full_width(text: str) -> str:
    """Digits in their full-width forms."""
    return text.translate({ord("0") + i: 0xFF10 + i for i in range(10)})


def with_thousands(text: str) -> str:
    """A whole number with thousands marks."""
    return f"{int(text):,}" if text.isdigit() else text


def signed(value: Decimal) -> str:
    """A change with its sign, as the form of 2019 has it."""
    return f"+{value}" if value > 0 else str(value)


def blanks_of(printed: Mapping[Key, str]) -> frozenset[Key]:
    """The cells that hold no digit."""
    return frozenset(key for key, text in printed.items() if not any(c.isdigit() for c in text))


def spoil(rng: Random, values: Values, key: Key) -> Values:
    """The values with one of them wrong."""
    wrong = dict(values)
    wrong[key] += 1 + below(rng, 9)
    return wrong
