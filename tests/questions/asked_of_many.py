"""Questions about several bodies: compared, ranked, added up, counted."""

from collections.abc import Callable
from decimal import Decimal
from random import Random

from pypinyin import lazy_pinyin

from tests.generator.figures import below, one_of, shuffled
from tests.questions.asked import (
    COUNTS,
    Invented,
    Row,
    World,
    any_metric,
    any_place,
    in_english,
    named,
    noun_for,
    row_of,
)
from tests.questions.wordings import METRIC_WORDS
from tests.questions.world import Place, is_certain, value_in


def compare_question(rng: Random, world: World) -> Invented | None:
    region, metric = one_of(rng, world.regions), any_metric(rng)
    inside = [p for p in world.places if p.region == region and p.kind != "office"]
    first, second = shuffled(rng, inside)[:2]
    years = sorted(set(first.reports) & set(second.reports))
    if not years:
        return None
    year = one_of(rng, years)
    rows = (row_of(first, year, metric), row_of(second, year, metric))
    if any(row.value is None for row in rows):
        return None
    frame = one_of(
        rng, ("{a}和{b}{y}年{m}比较", "{y}年{a}与{b}的{m}分别是多少", "{a}、{b}{y}年{m}对比")
    )
    names = {"a": named(rng, world, first), "b": named(rng, world, second)}
    q = frame.format(**names, y=year, m=noun_for(rng, metric))
    certain = all(is_certain(p.reports[year], metric) for p in (first, second))
    return Invented("compare", q, rows, certain)


_PEERS = {"town": "乡镇街道", "department": "部门"}


def _group(
    rng: Random, world: World, metric: str
) -> tuple[str, str, int, tuple[Place, ...], bool] | None:
    region, kind = one_of(rng, world.regions), one_of(rng, tuple(_PEERS))
    years = sorted({y for p in world.places if p.region == region for y in p.reports})
    year = one_of(rng, years)
    peers = world.peers(region, kind, year)
    known = tuple(p for p in peers if value_in(p.reports[year], metric) is not None)
    if len(known) < 2:
        return None
    return region, kind, year, known, all(is_certain(p.reports[year], metric) for p in known)


def rank_question(rng: Random, world: World) -> Invented | None:
    metric = one_of(rng, COUNTS)
    group = _group(rng, world, metric)
    if group is None:
        return None
    region, kind, year, peers, certain = group
    is_down = rng.random() < 0.6
    ranked = sorted((row_of(p, year, metric) for p in peers), key=lambda r: r.value or 0)
    ranked = ranked[::-1] if is_down else ranked
    n = one_of(rng, (1, 3, 5, 99))
    edge = ranked[min(n, len(ranked)) - 1].value
    kept = [r for i, r in enumerate(ranked) if i < n or r.value == edge]
    noun, who = noun_for(rng, metric), f"{region}{_PEERS[kind]}"
    word = "最多" if is_down else "最少"
    order = "从高到低" if is_down else "从低到高"
    q = {
        1: f"{year}年{region}哪个{'乡镇街道' if kind == 'town' else '部门'}{noun}{word}",
        99: f"{who}{year}年{noun}{order}排名",
    }.get(n, f"{who}{year}年{noun}{word}的{n}个")
    # Ties stand in name order, whichever it is: who they are is compared elsewhere.
    rows = tuple(Row(r.value, year=year, metric=metric) for r in kept)
    return Invented("rank", q, rows, certain)


def pool_question(rng: Random, world: World) -> Invented | None:
    metric = one_of(rng, COUNTS)
    group = _group(rng, world, metric)
    if group is None:
        return None
    region, kind, year, peers, certain = group
    values = [value_in(p.reports[year], metric) or Decimal(0) for p in peers]
    noun, who = noun_for(rng, metric), f"{region}各{_PEERS[kind]}"
    total = sum(values, Decimal(0))
    if rng.random() < 0.5:
        q = f"{who}{year}年{noun}{one_of(rng, ('合计', '总和', '加起来一共多少'))}"
        return Invented("sum of places", q, (Row(total, year=year, metric=metric),), certain)
    q = f"{who}{year}年{noun}平均多少"
    mean = total / len(values)
    return Invented("mean of places", q, (Row(mean, year=year, metric=metric),), certain)


def count_question(rng: Random, world: World) -> Invented | None:
    metric = one_of(rng, COUNTS)
    group = _group(rng, world, metric)
    if group is None:
        return None
    region, kind, year, peers, certain = group
    values = sorted(value_in(p.reports[year], metric) or Decimal(0) for p in peers)
    bound = int(values[len(values) // 2])
    tests: dict[str, Callable[[Decimal], bool]] = {
        f"超过{bound}": lambda v: v > bound,
        f"不到{bound}": lambda v: v < bound,
        f"达到{bound}": lambda v: v >= bound,
        f"不超过{bound}": lambda v: v <= bound,
    }
    said, test = one_of(rng, tuple(tests.items()))
    q = f"{region}有几个{_PEERS[kind]}{year}年{noun_for(rng, metric)}{said}"
    value = Decimal(sum(map(test, values)))
    return Invented("count", q, (Row(value, year=year),), certain)


def list_question(rng: Random, world: World) -> Invented | None:
    """Which places meet a condition: best first, so only the values are known."""
    metric = one_of(rng, COUNTS)
    group = _group(rng, world, metric)
    if group is None:
        return None
    region, kind, year, peers, certain = group
    values = [value_in(p.reports[year], metric) or Decimal(0) for p in peers]
    bound = int(sorted(values)[len(values) // 2])
    who, noun = _PEERS[kind], noun_for(rng, metric)
    if rng.random() < 0.7:
        kept = sorted((v for v in values if v > bound), reverse=True)
        q = f"{region}哪些{who}{year}年{noun}超过{bound}"
    else:
        kept = [v for v in values if v == 0]
        q = f"{region}哪些{who}{year}年{noun}是0"
    rows = tuple(Row(value, year=year, metric=metric) for value in kept)
    return Invented("list", q, rows, certain)


def difference_question(rng: Random, world: World) -> Invented | None:
    """How much more one place has than another."""
    region, metric = one_of(rng, world.regions), one_of(rng, COUNTS)
    inside = [p for p in world.places if p.region == region]
    first, second = shuffled(rng, inside)[:2]
    years = sorted(set(first.reports) & set(second.reports))
    if not years:
        return None
    year = one_of(rng, years)
    one, other = (value_in(p.reports[year], metric) for p in (first, second))
    if one is None or other is None:
        return None
    names = named(rng, world, first), named(rng, world, second)
    q = f"{names[0]}{year}年{noun_for(rng, metric)}比{names[1]}多多少"
    certain = all(is_certain(p.reports[year], metric) for p in (first, second))
    return Invented("difference of places", q, (Row(one - other, year=year),), certain)


def share_of_county_question(rng: Random, world: World) -> Invented | None:
    place, metric = any_place(rng, world), one_of(rng, COUNTS)
    year = one_of(rng, tuple(place.reports))
    counties = (p for p in world.places if (p.region, p.kind) == (place.region, "county"))
    county = next(counties, None)
    if county is None or place.kind == "county" or year not in county.reports:
        return None
    part, whole = (value_in(p.reports[year], metric) for p in (place, county))
    value = 100 * part / whole if part is not None and whole else None
    if part is None or whole is None:
        return None
    q = f"{named(rng, world, place)}{year}年{noun_for(rng, metric)}占{place.region}的百分之几"
    certain = all(is_certain(p.reports[year], metric) for p in (place, county))
    return Invented("share of county", q, (Row(value, year=year),), certain)


def several_places_question(rng: Random, world: World) -> Invented | None:
    region, metric = one_of(rng, world.regions), any_metric(rng)
    inside = [p for p in world.places if p.region == region and p.kind == "town"]
    if len(inside) < 3:
        return None
    chosen = shuffled(rng, inside)[:3]
    years = sorted(set.intersection(*(set(p.reports) for p in chosen)))
    if not years:
        return None
    year = one_of(rng, years)
    rows = tuple(row_of(place, year, metric) for place in chosen)
    if any(row.value is None for row in rows):
        return None
    names = "、".join(region + place.short for place in chosen)
    q = f"{names}{year}年{noun_for(rng, metric)}各是多少"
    certain = all(is_certain(p.reports[year], metric) for p in chosen)
    return Invented("several places", q, rows, certain)


def english_many_question(rng: Random, world: World) -> Invented | None:
    """Over years or places, in English."""
    metric = one_of(rng, [m for m in COUNTS if METRIC_WORDS[m][2]])
    noun = one_of(rng, METRIC_WORDS[metric][2])
    place = any_place(rng, world)
    name = in_english(place)
    years = sorted(y for y, t in place.reports.items() if value_in(t, metric) is not None)
    if name is None or len(years) < 2:
        return None
    certain = all(is_certain(place.reports[y], metric) for y in years)
    kind = below(rng, 4)
    if kind == 0:
        rows = tuple(row_of(place, year, metric) for year in years)
        return Invented("english trend", f"{noun} of {name} over the years", rows, certain)
    first, last = years[0], years[-1]
    old, new = (value_in(place.reports[y], metric) or Decimal(0) for y in (first, last))
    if kind == 1:
        q = f"How much did {noun} of {name} change from {first} to {last}?"
        growth = 100 * (new - old) / old if old else None
        return Invented("english change", q, (Row(new - old, year=last), Row(growth)), certain)
    if kind == 2:
        q = f"In which year did {name} have the most {noun}?"
        best = max(value_in(place.reports[y], metric) or Decimal(0) for y in years)
        rows = tuple(r for r in (row_of(place, y, metric) for y in years) if r.value == best)
        return Invented("english best year", q, rows, certain)
    county = "".join(lazy_pinyin(place.region[:-1])).capitalize()
    peers = world.peers(place.region, "town", last)
    values = [value_in(p.reports[last], metric) for p in peers]
    known = [v for v in values if v is not None]
    if len(known) < 2:
        return None
    certain = all(is_certain(p.reports[last], metric) for p in peers)
    q = f"Total {noun} of all towns in {county} County in {last}"
    return Invented("english sum", q, (Row(sum(known, Decimal(0)), year=last),), certain)
