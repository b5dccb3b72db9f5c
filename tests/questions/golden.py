"""Golden questions as they are written down, and whether an answer is what they expect.

A file has lines `question = expectation` under `## intent` headings; a line that begins with
`> ` goes on with the talk of the line before. An expectation is one of

    12, 3.5, null, ~300     values in order; ~ for an approximate one
    yes 12 / no             a verdict, with or without the number behind it
    plain 12                values without a verdict
    none no_report          a route, with or without its reason
    passages / check / …    a route
    both 12                 a number and wording
    none / clarify          either of them
    *                       anything that interface.md allows
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from bot.types import Answer, Route, Value

HERE = Path(__file__).parent
_ROUTES = frozenset(route.value for route in Route)
# A rate is printed with two decimals.
_ROUNDING = Decimal("0.006")


@dataclass(frozen=True, slots=True)
class Golden:
    """A question with what is expected, and the questions of the talk before it."""

    intent: str
    q: str
    expected: str
    before: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What names the case in the output of the tests."""
        return f"{self.intent}: {' > '.join((*self.before, self.q))}"


def read_goldens(path: Path) -> tuple[date, tuple[Golden, ...]]:
    """The date on which the questions of a file are asked, and the questions."""
    lines = path.read_text("utf-8").splitlines()
    today = next(line.partition(":")[2].strip() for line in lines if line.startswith("# today:"))
    return date.fromisoformat(today), tuple(_goldens(lines))


def _goldens(lines: list[str]) -> Iterator[Golden]:
    intent = ""
    before: tuple[str, ...] = ()
    for line in lines:
        if line.startswith("## "):
            intent = line[3:].strip()
        elif line.strip() and not line.startswith("#"):
            q, _, expected = line.removeprefix("> ").rpartition(" = ")
            before = before if line.startswith("> ") else ()
            yield Golden(intent, q.strip(), expected.strip(), before)
            before = (*before, q.strip())


def fault(answer: Answer, expected: str) -> str | None:
    """What is wrong with an answer, or None."""
    if " / " in expected:
        faults = [fault(answer, one) for one in expected.split(" / ")]
        return faults[0] if all(faults) else None
    word, _, rest = expected.partition(" ")
    if expected == "*":
        return None
    if word in ("yes", "no"):
        if answer.verdict is not (word == "yes"):
            return f"verdict {answer.verdict}, expected {word}"
        return _values_fault(answer.values, rest) if rest else None
    if word == "plain":
        return "a verdict" if answer.verdict is not None else fault(answer, rest)
    if word in _ROUTES:
        return _route_fault(answer, word, rest)
    if answer.route is not Route.NUMBERS:
        return f"route {answer.route.value} ({answer.reason}), expected {expected}"
    return _values_fault(answer.values, expected)


def is_wrong_number(answer: Answer, expected: str) -> bool:
    """Whether an answer states a number that is not the expected one: the worst defect."""
    stated = [v for v in answer.values if v.value is not None]
    return bool(stated) and expected != "*" and fault(answer, expected) is not None


def _route_fault(answer: Answer, route: str, rest: str) -> str | None:
    if answer.route.value != route:
        return f"route {answer.route.value}, expected {route}"
    if route == "both":
        return _values_fault(answer.values, rest)
    if answer.values and route in ("none", "clarify"):
        return "a number in an answer that has none"
    if rest and answer.reason != rest:
        return f"reason {answer.reason}, expected {rest}"
    return None


def _values_fault(values: tuple[Value, ...], expected: str) -> str | None:
    wanted = [part.strip() for part in expected.split(",")]
    if len(values) != len(wanted) or not all(map(_is_as, values, wanted)):
        said = ", ".join("null" if v.value is None else str(v.value) for v in values)
        return f"values {said or 'none'}, expected {expected}"
    return None


def _is_as(value: Value, wanted: str) -> bool:
    if wanted == "null" or value.value is None:
        return wanted == "null" and value.value is None
    is_approximate = value.status == "approximate"
    number = Decimal(wanted.removeprefix("~"))
    return abs(value.value - number) < _ROUNDING and is_approximate == wanted.startswith("~")
