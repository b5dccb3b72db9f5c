"""Figures in prose: `{granted}` prints a figure of the tables, `{n_wechat=148}` states one.

`{n_wechat=148}` prints 148 and says that this is the number of items on WeChat: what a reader
of the report must find. What stands after a colon is printed instead (`{n_info_fee=0:未收取}`).
`~` for `=` makes the number approximate. A `?` before the sign means that the sentence may be
read so, but need not.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tests.generator.figures import DENIED, OTHER, REFUSED, UNABLE

ORGANISATIONS = ("enterprise", "research", "ngo", "legal", "other_org")
_GROUPS = {"denied": DENIED, "unable": UNABLE, "refused": REFUSED, "other": OTHER}
_MARK = re.compile(
    r"\{(?P<key>\w+)(?:(?P<may>\?)?(?P<sign>[=~])(?P<value>[\d.]+)(?::(?P<words>[^}]*))?)?\}"
)


@dataclass(slots=True)
class Said:
    """The numbers that prose states, by metric."""

    values: dict[str, Decimal] = field(default_factory=dict)
    possible: dict[str, Decimal] = field(default_factory=dict)
    approximate: set[str] = field(default_factory=set)


def fill_marks(text: str, values: Mapping[tuple[str, str], Decimal], said: Said) -> str:
    """The text with its figures printed; what it states is added to `said`."""
    return _MARK.sub(_printer(values, said), text)


def _printer(
    values: Mapping[tuple[str, str], Decimal], said: Said
) -> Callable[[re.Match[str]], str]:
    def print_mark(match: re.Match[str]) -> str:
        key = match["key"]
        if match["sign"] is None:
            figure = table_figure(values, key)
            if key in _GROUPS and (key, "total") not in values:
                said.possible[key] = figure
            return str(figure)
        stated = said.possible if match["may"] else said.values
        stated[key] = Decimal(match["value"])
        if key == "n_info_fee" and not stated[key]:  # no fee, hence no case
            said.possible["n_info_fee_cases"] = Decimal(0)
        if match["sign"] == "~":
            said.approximate.add(key)
        return match["words"] or match["value"]

    return print_mark


def table_figure(values: Mapping[tuple[str, str], Decimal], key: str) -> Decimal:
    """A figure that prose takes from the tables: a total, a group's sum, a kind of applicant."""
    if key in _GROUPS and (key, "total") not in values:
        return sum((values[(row, "total")] for row in _GROUPS[key]), Decimal(0))
    if key == "organisations":
        return sum((values[("new_received", m)] for m in ORGANISATIONS), Decimal(0))
    if key == "natural":
        return values[("new_received", "natural")]
    if key == "requests_total":
        return values[("new_received", "total")] + values[("carried_in", "total")]
    return values[(key, "total")]
