"""The samples' prose: one file an issuer, its sentences with what differs from year to year.

A file is cut by lines `#N` into preamble (0), sections (1 to 6) and signature (7). A line that
begins with `@22,24` stands in those years only; `[a|b|c]` gives each year its own words;
`{granted}` prints a figure of the tables. `{n_wechat=148}` prints 148 and states that this is
the number of items on WeChat: what a reader of the report must find. `{n_proactive~1200:1200余}`
prints what stands after the colon, and the number is approximate. A `?` before the sign means
that the sentence may be read so, but need not.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from tests.generator.figures import DENIED, OTHER, REFUSED, UNABLE, Values

PROSE = Path(__file__).parent / "sample_prose"
ORGANISATIONS = ("enterprise", "research", "ngo", "legal", "other_org")
_GROUPS = {"denied": DENIED, "unable": UNABLE, "refused": REFUSED, "other": OTHER}

_MARK = re.compile(
    r"\{(?P<key>\w+)(?:(?P<may>\?)?(?P<sign>[=~])(?P<value>\d+)(?::(?P<words>[^}]*))?)?\}"
)


@dataclass(slots=True)
class Said:
    """The numbers that prose states, by metric."""

    values: dict[str, Decimal] = field(default_factory=dict)
    possible: dict[str, Decimal] = field(default_factory=dict)
    approximate: set[str] = field(default_factory=set)


def sample_text(name: str, year: int, values: Values) -> tuple[dict[int, tuple[str, ...]], Said]:
    """The paragraphs of a report by section, and what they state."""
    said = Said()
    lines = (PROSE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    parts: dict[int, tuple[str, ...]] = {}
    part = 0
    for line in lines:
        if re.fullmatch(r"#\d", line):
            part = int(line[1])
            parts[part] = ()
            continue
        text = _of_year(line, year)
        if text:
            parts[part] += (_filled(text, year, values, said),)
    return parts, said


def _of_year(line: str, year: int) -> str:
    marked = re.match(r"@([\d,]+) ", line)
    if marked is None:
        return line
    return line[marked.end() :] if str(year % 100) in marked[1].split(",") else ""


def _filled(text: str, year: int, values: Values, said: Said) -> str:
    def choose(match: re.Match[str]) -> str:
        choices = match[1].split("|")
        return choices[year - 2022] if len(choices) == 3 else match[0]

    chosen = re.sub(r"\[([^\[\]]*)\]", choose, text).replace("{year}", str(year))
    return _MARK.sub(_printer(values, said), chosen)


def _printer(values: Values, said: Said) -> Callable[[re.Match[str]], str]:
    def print_mark(match: re.Match[str]) -> str:
        key = match["key"]
        if match["sign"] is None:
            return str(table_figure(values, key))
        stated = said.possible if match["may"] else said.values
        stated[key] = Decimal(match["value"])
        if match["sign"] == "~":
            said.approximate.add(key)
        return match["words"] or match["value"]

    return print_mark


def table_figure(values: Mapping[tuple[str, str], Decimal], key: str) -> Decimal:
    """A figure that prose takes from the tables: a total, a group's sum, a kind of applicant."""
    if key in _GROUPS:
        return sum((values[(row, "total")] for row in _GROUPS[key]), Decimal(0))
    if key == "organisations":
        return sum((values[("new_received", m)] for m in ORGANISATIONS), Decimal(0))
    if key == "natural":
        return values[("new_received", "natural")]
    if key == "requests_total":
        return values[("new_received", "total")] + values[("carried_in", "total")]
    return values[(key, "total")]
