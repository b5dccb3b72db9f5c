"""What was understood of a question, before it is looked up: kept from turn to turn as JSON."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.queries import Condition, Operation, PlaceScope
from bot.types import Json, Lang
from index.types import Kind


@dataclass(frozen=True, slots=True)
class Party:
    """One body (or several of one name, not yet told apart), or all of a scope."""

    ids: tuple[int, ...] = ()
    scope: PlaceScope | None = None


# Years that are taken as they come, not named one by one.
SPREAD = frozenset(("all", "recent", "open"))


@dataclass(frozen=True, slots=True)
class Span:
    """Years as they were asked for: as in YearChoice, or `pair`, a year and the one before."""

    mode: str = ""
    years: tuple[int, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A question by its slots; those left empty may be taken from the turn before."""

    kind: str = ""  # facts, passages, both, catalog, check, diff
    parties: tuple[Party, ...] = ()
    span: Span = Span()
    metrics: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    over_member: str | None = None
    over_party: Party | None = None
    operation: Operation | None = None
    top: int | None = None
    nth: int | None = None
    whose: tuple[int, ...] = ()
    without: tuple[int, ...] = ()  # bodies that are left out, before the scope is known
    year_asked: int | None = None
    by: Operation | None = None
    is_ascending: bool = False
    is_reversed: bool = False
    condition: Condition | None = None
    measure: tuple[int, ...] = ()  # the body whose number the condition is about
    measure_more: tuple[int, ...] = ()  # others that it is about as well: 比甲局和乙局都多
    average: Operation | None = None  # the mean or median that the condition is about
    is_of_ends: bool = False  # of the highest and the lowest
    second: Condition | None = None
    years_needed: int | None = None
    is_each: bool = False
    is_yes_no: bool = False
    expects: str = "any"
    is_table: bool = False
    notes: tuple[str, ...] = ()
    topic: str = ""
    mode: str = ""
    section: int | None = None
    near_section: int | None = None  # where it is looked for by meaning
    focus: str = "all"
    wants_missing: bool = False
    # What was asked for just before, of the same.
    other_year: int | None = None
    other_years: tuple[int, ...] = ()
    other_parties: tuple[Party, ...] = ()
    other_metrics: tuple[str, ...] = ()
    other_members: tuple[str, ...] = ()
    # What the answer named: the bodies of a ranking, list or comparison, the best or worst year.
    said_ids: tuple[int, ...] = ()
    said_year: int | None = None
    said_part: tuple[str, ...] = ()  # the metric and member of the largest part
    lang: Lang | None = None

    @property
    def is_of_many(self) -> bool:
        """Whether it is about several bodies."""
        return len(self.parties) > 1 or any(p.scope is not None for p in self.parties)

    @property
    def asked_for(self) -> tuple[str, ...]:
        """The numbers that are asked for: of a break-down the whole, and not its parts."""
        is_of_parts = self.operation is Operation.BREAKDOWN and bool(self.over)
        return self.over if is_of_parts else self.metrics

    @property
    def is_by_change(self) -> bool:
        """Whether bodies go by how their number changed."""
        is_change = self.by in (Operation.DIFFERENCE, Operation.GROWTH)
        return is_change and self.operation is not Operation.SHARE

    def to_json(self) -> str:
        """One line of JSON with the slots that are filled."""
        out: dict[str, Json] = {
            "kind": self.kind,
            "parties": [_party_json(p) for p in self.parties],
            "span": [self.span.mode, list(self.span.years), self.span.said],
            "over_party": _party_json(self.over_party) if self.over_party else None,
            "other_parties": [_party_json(p) for p in self.other_parties],
            "operation": self.operation.value if self.operation else None,
            "lang": self.lang.value if self.lang else None,
            "by": self.by.value if self.by else None,
            "average": self.average.value if self.average else None,
            "condition": list(_condition_json(self.condition)) if self.condition else None,
            "second": list(_condition_json(self.second)) if self.second else None,
        }
        out["other_years"] = list(self.other_years)
        for name in _LISTS:
            out[name] = list(getattr(self, name))
        for name in _PLAIN:
            out[name] = getattr(self, name)
        kept = {key: value for key, value in out.items() if value not in (None, [], "", False)}
        return json.dumps(kept, ensure_ascii=False, sort_keys=True)


_LISTS = (
    "metrics", "members", "concepts", "over", "notes", "measure", "measure_more",
    "whose", "without", "other_metrics",
    "other_members", "said_ids", "said_part",
)  # fmt: skip
_PLAIN = (
    "is_of_ends", "over_member",
    "top", "nth", "year_asked", "years_needed", "is_ascending", "is_reversed",
    "is_each", "is_yes_no", "expects", "is_table", "topic", "mode", "section", "near_section",
    "focus",
    "wants_missing", "other_year", "said_year",
)  # fmt: skip


def frame_from(slots: str) -> Frame | None:
    """The frame that `to_json` wrote; None for anything else."""
    try:
        read = json.loads(slots)
        return _frame(read) if isinstance(read, dict) and read.get("kind") else None
    except (ValueError, TypeError, KeyError, ArithmeticError, AttributeError):
        return None


def _frame(read: dict[str, Json]) -> Frame:
    text, items = _Reader(read).text, _Reader(read).items
    span = items("span")
    condition = items("condition")
    frame = Frame(
        kind=text("kind"),
        parties=tuple(_party(p) for p in items("parties")),
        over_party=_party(read["over_party"]) if read.get("over_party") else None,
        other_parties=tuple(_party(p) for p in items("other_parties")),
        other_metrics=tuple(map(str, items("other_metrics"))),
        other_members=tuple(map(str, items("other_members"))),
        operation=Operation(text("operation")) if read.get("operation") else None,
        lang=Lang(text("lang")) if read.get("lang") else None,
        by=Operation(text("by")) if read.get("by") else None,
        condition=_condition(condition) if condition else None,
        second=_condition(items("second")) if items("second") else None,
        measure=tuple(i for i in items("measure") if isinstance(i, int)),
        measure_more=tuple(i for i in items("measure_more") if isinstance(i, int)),
        average=Operation(text("average")) if read.get("average") else None,
        is_of_ends=bool(read.get("is_of_ends")),
        whose=tuple(i for i in items("whose") if isinstance(i, int)),
        without=tuple(i for i in items("without") if isinstance(i, int)),
        other_years=tuple(y for y in items("other_years") if isinstance(y, int)),
        said_ids=tuple(i for i in items("said_ids") if isinstance(i, int)),
        said_part=tuple(map(str, items("said_part"))),
        said_year=_whole(read.get("said_year")),
        metrics=tuple(map(str, items("metrics"))),
        members=tuple(map(str, items("members"))),
        concepts=tuple(map(str, items("concepts"))),
        over=tuple(map(str, items("over"))),
        notes=tuple(map(str, items("notes"))),
        over_member=text("over_member") or None,
        top=_whole(read.get("top")),
        nth=_whole(read.get("nth")),
        year_asked=_whole(read.get("year_asked")),
        years_needed=_whole(read.get("years_needed")),
        is_reversed=bool(read.get("is_reversed")),
        is_each=bool(read.get("is_each")),
        section=_whole(read.get("section")),
        near_section=_whole(read.get("near_section")),
        other_year=_whole(read.get("other_year")),
        is_ascending=bool(read.get("is_ascending")),
        is_yes_no=bool(read.get("is_yes_no")),
        is_table=bool(read.get("is_table")),
        wants_missing=bool(read.get("wants_missing")),
        expects=text("expects") or "any",
        topic=text("topic"),
        mode=text("mode"),
        focus=text("focus") or "all",
    )
    if not span:
        return frame
    years = span[1] if isinstance(span[1], list) else []
    found = tuple(y for y in years if isinstance(y, int))
    return replace(frame, span=Span(str(span[0]), found, str(span[2])))


@dataclass(frozen=True, slots=True)
class _Reader:
    read: dict[str, Json]

    def text(self, name: str) -> str:
        value = self.read.get(name)
        return value if isinstance(value, str) else ""

    def items(self, name: str) -> list[Json]:
        value = self.read.get(name)
        return value if isinstance(value, list) else []


def _condition_json(condition: Condition) -> Iterator[Json]:
    """Signs and bounds in turn."""
    yield from (condition.sign, str(condition.bound))
    if condition.also is not None:
        yield from _condition_json(condition.also)


def _condition(read: list[Json]) -> Condition:
    also = _condition(read[2:]) if len(read) > 2 else None
    return Condition(str(read[0]), Decimal(str(read[1])), also)


def _whole(value: Json) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _party_json(party: Party) -> Json:
    scope = party.scope
    if scope is None:
        return {"ids": list(party.ids)}
    kinds: list[Json] = [kind.value for kind in scope.kinds]
    return {
        "region": scope.region, "kinds": kinds, "label": scope.label,
        "is_whole": scope.is_whole, "ending": scope.ending, "without": list(scope.without),
        "among": list(scope.among),
    }  # fmt: skip


def _party(read: Json) -> Party:
    if not isinstance(read, dict):
        return Party()
    ids = read.get("ids")
    if isinstance(ids, list):
        return Party(tuple(i for i in ids if isinstance(i, int)))
    region, kinds, without = read.get("region"), read.get("kinds"), read.get("without")
    among = read.get("among")
    return Party(
        (),
        PlaceScope(
            region if isinstance(region, str) else None,
            tuple(Kind(str(k)) for k in kinds) if isinstance(kinds, list) else (),
            str(read.get("label") or ""),
            bool(read.get("is_whole")),
            str(read.get("ending") or ""),
            tuple(i for i in without if isinstance(i, int)) if isinstance(without, list) else (),
            tuple(map(str, among)) if isinstance(among, list) else (),
        ),
    )
