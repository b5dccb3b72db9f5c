"""Questions that were put together, with their true answers, and what names their parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from pypinyin import lazy_pinyin

from bot.types import Answer, Value
from tests.generator.figures import one_of
from tests.questions.wordings import DEPARTMENT_SHORTS, DEPARTMENTS_IN_ENGLISH, METRIC_WORDS
from tests.questions.world import Place, value_in

_ROUNDING = Decimal("0.006")
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
# Of these, sums over places and years are asked.
COUNTS = ("new_received", "handled_total", "granted", "partial", "carried_out", "penalties",
           "licences", "coercions", "review_total", "suits_total", "denied", "unable",
           "normdocs_valid", "normdocs_issued", "n_proactive")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A value that must be given; what is None does not matter, but for the value itself."""

    value: Decimal | None
    name: str | None = None
    region: str | None = None
    year: int | None = None
    metric: str | None = None
    member: str | None = None


@dataclass(frozen=True, slots=True)
class Invented:
    """A question with its true answer: rows in order, best first where they are ranked.

    Without `is_certain` it may be left unanswered; no rows: no number may be given at all.
    """

    kind: str
    q: str
    rows: tuple[Row, ...] = ()
    is_certain: bool = True
    verdict: bool | None = None


class World:
    """The places of a store, and who shares a name with whom."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.places = tuple(places)
        self.regions = tuple(dict.fromkeys(p.region for p in places))

    def is_unique(self, name: str) -> bool:
        """Whether just one body has this short name."""
        return sum(p.short == name or p.short.endswith(name) for p in self.places) == 1

    def peers(self, region: str, kind: str, year: int) -> tuple[Place, ...]:
        """The bodies of a kind in a county that have a report for a year."""
        return tuple(
            p for p in self.places if (p.region, p.kind) == (region, kind) and year in p.reports
        )


def verdict_on(answer: Answer, question: Invented) -> str:
    """Whether an answer is right, wrong, or abstained (which may be right)."""
    stated = tuple(v for v in answer.values if v.value is not None)
    if not stated and all(row.value is None for row in question.rows):
        return "right"
    if not stated:
        return "abstained" if question.is_certain else "right"
    # Years of which a trend has nothing may be named, without a number.
    values = stated if question.kind.endswith("trend") else answer.values
    if len(values) != len(question.rows):
        return f"wrong: {len(values)} values for {len(question.rows)}"
    faults = [f for f in map(_fault, values, question.rows) if f]
    if question.verdict is not None and answer.verdict is not question.verdict:
        faults.append(f"verdict {answer.verdict} for {question.verdict}")
    return f"wrong: {'; '.join(faults)}" if faults else "right"


def _fault(value: Value, row: Row) -> str | None:
    if value.value is None or row.value is None:
        if value.value is not None:
            return f"{value.value} where nothing is stated"
        return None if row.value is None else f"null for {row.value}"
    given = (value.issuer, value.region, value.year, value.metric, value.member)
    asked = (row.name, row.region, row.year, row.metric, row.member)
    for one, other in zip(given, asked, strict=True):
        if other is not None and one != other:
            return f"{one} for {other}"
    if abs(value.value - row.value) > _ROUNDING:
        return f"{value.value} for {row.value}"
    return None


def named(rng: Random, world: World, place: Place) -> str:
    """One of the ways to name a place, none of which names another."""
    county, short = place.region, place.short
    if place.kind == "county":
        return one_of(rng, (county, f"{county}人民政府", county, f"{county}政府", county[:-1]))
    if place.kind == "office":
        return one_of(rng, (place.name, f"{county}政府办公室", f"{county}府办", f"{county}政府办"))
    if place.kind == "department":
        bureau = place.name.removeprefix(county)
        shorts = (bureau, *DEPARTMENT_SHORTS.get(bureau, ()))
        return one_of(rng, (county, county, county[:-1])) + one_of(rng, shorts)
    ways = [county + place.name, county + short, f"{county[:-1]}{short}", f"{county}的{short}"]
    if world.is_unique(short):
        ways += [short, place.name, short]
    return one_of(rng, ways)


def in_english(place: Place) -> str | None:
    """A place's name in English, where its kind has a plain one."""
    county = "".join(lazy_pinyin(place.region[:-1])).capitalize() + " County"
    if place.kind == "county":
        return county
    if place.kind == "department":
        bureau = DEPARTMENTS_IN_ENGLISH.get(place.name.removeprefix(place.region))
        return f"{county} {bureau}" if bureau else None
    if place.kind == "office":
        return None
    kinds = {"街道": "Subdistrict", "镇": "Town", "乡": "Township"}
    suffix = next((s for s in kinds if place.short.endswith(s)), None)
    if suffix is None:  # a zone
        return None
    stem = "".join(lazy_pinyin(place.short.removesuffix(suffix))).capitalize()
    return f"{stem} {kinds[suffix]} in {county}"


def year_said(rng: Random, year: int) -> str:
    """A year in one of its spellings."""
    digits = str(year)
    ways = (
        f"{digits}年", f"{digits}年", f"{digits}年", f"{digits}年度", digits, f"{digits[2:]}年",
        f"{digits.translate(_DIGITS)}年", f"{digits.translate(_FULL_WIDTH)}年", f" {digits} 年",
        f"{digits.replace('0', 'O')}年",
    )  # fmt: skip
    return one_of(rng, ways)


def any_place(rng: Random, world: World) -> Place:
    return one_of(rng, world.places)


def any_year(rng: Random, place: Place) -> int:
    years = tuple(place.reports)
    return one_of(rng, years) if rng.random() < 0.9 else max(years) + 1


def row_of(place: Place, year: int, metric: str, member: str = "total") -> Row:
    value = value_in(place.reports[year], metric, member)
    return Row(value, place.name, place.region, year, metric, member)


def any_metric(rng: Random) -> str:
    return one_of(rng, tuple(METRIC_WORDS))


def noun_for(rng: Random, metric: str) -> str:
    return one_of(rng, METRIC_WORDS[metric][0])
