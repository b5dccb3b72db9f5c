"""What is passed from hand to hand between a question and its answer."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from decimal import Decimal
from enum import StrEnum

# Emphasis inside `Answer.marked`: between these two control characters, which no question or
# report can contribute (both are stripped on the way in). A front end turns them into bold.
STRONG, END = "\x02", "\x03"

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


class Route(StrEnum):
    """Which backend answered, or why none did."""

    NUMBERS = "numbers"
    PASSAGES = "passages"
    BOTH = "both"
    CATALOG = "catalog"
    TERM = "term"
    CHECK = "check"
    DIFF = "diff"
    HELP = "help"
    CLARIFY = "clarify"
    NONE = "none"


class Lang(StrEnum):
    """The languages in which the bot speaks."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Value:
    """A number that answers, with what it counts and how it came about."""

    issuer: str | None
    region: str | None
    year: int | None
    metric: str
    member: str
    value: Decimal | None
    unit: str
    raw: str
    status: str

    def as_json(self) -> dict[str, Json]:
        """The keys of interface.md; whole numbers as integers, others as decimals."""
        return {**_fields(self), "value": _number(self.value)}


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a value was read: the report, and in it the cell or the sentence."""

    issuer: str
    region: str | None
    year: int
    title: str
    section: int | None
    table: int | None
    row: str
    column: str
    file: str
    url: str | None
    sentence: str | None = None
    metric: str | None = None
    raw: str | None = None

    def as_json(self) -> dict[str, Json]:
        """The keys of interface.md, with the sentence and the raw cell beside them."""
        return _fields(self)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report: `quote` stands in the stored section text at `start:end`."""

    issuer: str
    region: str | None
    year: int
    section: int
    quote: str
    start: int
    end: int
    context: str
    also_in: int = 0

    def as_json(self) -> dict[str, Json]:
        """The keys of interface.md."""
        return _fields(self)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to ask instead: a label for a button, and the question it stands for."""

    label: str
    q: str

    def as_json(self) -> dict[str, Json]:
        """The keys of interface.md."""
        return _fields(self)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the places or years that were asked for are held; `of` None if unknown."""

    held: int
    of: int | None
    missing: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Json]:
        """The keys of interface.md."""
        return {"held": self.held, "of": self.of, "missing": list(self.missing)}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said, and all that it rests on. `marked` is the text with emphasis marks."""

    q: str
    route: Route
    lang: Lang
    marked: str
    values: tuple[Value, ...] = ()
    used: tuple[Value, ...] = ()
    formula: str | None = None
    coverage: Coverage | None = None
    caveats: tuple[str, ...] = ()
    passages: tuple[Quote, ...] = ()
    choices: tuple[Choice, ...] = ()
    reason: str | None = None
    sources: tuple[Citation, ...] = ()
    verdict: bool | None = None

    @property
    def text(self) -> str:
        """The text without emphasis."""
        return self.marked.replace(STRONG, "").replace(END, "")

    def as_json(self) -> dict[str, Json]:
        """The object of interface.md; `verdict` only where the question was yes or no."""
        out: dict[str, Json] = {
            "q": self.q,
            "route": self.route.value,
            "lang": self.lang.value,
            "text": self.text,
            "values": [v.as_json() for v in self.values],
            "used": [v.as_json() for v in self.used],
            "formula": self.formula,
            "coverage": self.coverage.as_json() if self.coverage else None,
            "caveats": list(self.caveats),
            "passages": [p.as_json() for p in self.passages],
            "choices": [c.as_json() for c in self.choices],
            "reason": self.reason,
            "sources": [s.as_json() for s in self.sources],
        }
        if self.verdict is not None:
            out["verdict"] = self.verdict
        return out


@dataclass(frozen=True, slots=True)
class Context:
    """What a conversation remembers of its last turn; strings and numbers only.

    `slots` is what was understood, as the plain fields that understanding wrote and alone
    reads; it is kept as JSON so that a restart loses nothing.
    """

    question: str
    slots: str = "{}"

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Context":
        """The context that `to_json` wrote."""
        return cls(**json.loads(text))


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange: what to remember of it, and what was said."""

    context: Context
    answer: Answer


Ask = Callable[[str, Context | None], Turn]


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _fields(value: Value | Citation | Quote | Choice) -> dict[str, Json]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}
