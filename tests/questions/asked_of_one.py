"""Questions about one body: a value, over years, its parts, yes or no."""

from decimal import Decimal
from random import Random

from tests.generator.figures import (
    COLUMNS,
    DENIED,
    OUTCOMES,
    REFUSED,
    UNABLE,
    below,
    one_of,
    shuffled,
)
from tests.questions.asked import (
    COUNTS,
    Invented,
    Row,
    World,
    any_metric,
    any_place,
    any_year,
    in_english,
    named,
    noun_for,
    row_of,
    year_said,
)
from tests.questions.wordings import (
    ENGLISH_FRAMES,
    MEMBER_FRAMES,
    MEMBER_WORDS,
    METRIC_WORDS,
    NOUN_FRAMES,
    PREDICATE_FRAMES,
)
from tests.questions.world import RATES, Place, is_certain, share, value_in

_GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "不予公开的原因": ("denied", DENIED),
    "无法提供的原因": ("unable", UNABLE),
    "不予处理的原因": ("refused", REFUSED),
    "行政复议结果": ("review", tuple(f"review_{x}" for x in OUTCOMES)),
    "申请人": ("new_received", COLUMNS),
}


def value_question(rng: Random, world: World) -> Invented | None:
    place, metric = any_place(rng, world), any_metric(rng)
    year = any_year(rng, place)
    nouns, predicates, _ = METRIC_WORDS[metric]
    is_noun = not predicates or rng.random() < 0.6
    frame = one_of(rng, NOUN_FRAMES if is_noun else PREDICATE_FRAMES)
    words = one_of(rng, nouns if is_noun else predicates)
    q = frame.format(p=named(rng, world, place), y=year_said(rng, year), m=words)
    return _single("value", q, place, year, metric)


def _single(
    kind: str, q: str, place: Place, year: int, metric: str, member: str = "total"
) -> Invented:
    if year not in place.reports:
        return Invented(f"{kind}: year not held", q)
    row = row_of(place, year, metric, member)
    return Invented(kind, q, (row,), is_certain(place.reports[year], metric, member))


def english_question(rng: Random, world: World) -> Invented | None:
    metric = one_of(rng, [m for m, words in METRIC_WORDS.items() if words[2]])
    place = any_place(rng, world)
    name = in_english(place)
    if name is None:
        return None
    year = any_year(rng, place)
    frames = ENGLISH_FRAMES[1:4] if metric in RATES else ENGLISH_FRAMES
    words = one_of(rng, METRIC_WORDS[metric][2])
    return _single(
        "english", one_of(rng, frames).format(p=name, y=year, m=words), place, year, metric
    )


def member_question(rng: Random, world: World) -> Invented | None:
    place, metric = any_place(rng, world), one_of(rng, tuple(MEMBER_FRAMES))
    member = one_of(rng, tuple(MEMBER_WORDS))
    year = any_year(rng, place)
    words = one_of(rng, MEMBER_FRAMES[metric]).format(m=one_of(rng, MEMBER_WORDS[member]))
    frame = one_of(rng, PREDICATE_FRAMES)
    q = frame.format(p=named(rng, world, place), y=year_said(rng, year), m=words)
    return _single("member", q, place, year, metric, member)


def several_metrics_question(rng: Random, world: World) -> Invented | None:
    place = any_place(rng, world)
    year = one_of(rng, tuple(place.reports))
    metrics = shuffled(rng, METRIC_WORDS)[: 2 + (rng.random() < 0.3)]
    if any(m in RATES for m in metrics):
        return None
    words = "、".join(noun_for(rng, m) for m in metrics[:-1]) + "和" + noun_for(rng, metrics[-1])
    q = f"{named(rng, world, place)}{year}年{words}各是多少"
    rows = tuple(row_of(place, year, m) for m in metrics)
    if any(row.value is None for row in rows):
        return None
    certain = all(is_certain(place.reports[year], m) for m in metrics)
    return Invented("several metrics", q, rows, certain)


def trend_question(rng: Random, world: World) -> Invented | None:
    place, metric = any_place(rng, world), any_metric(rng)
    frame = one_of(
        rng, ("{p}历年{m}", "{p}的{m}逐年是多少", "{p}这几年{m}的走势", "{p}每年的{m}各是多少")
    )
    q = frame.format(p=named(rng, world, place), m=noun_for(rng, metric))
    rows = tuple(row_of(place, year, metric) for year in sorted(place.reports))
    rows = tuple(row for row in rows if row.value is not None)
    certain = bool(rows) and all(is_certain(place.reports[r.year or 0], metric) for r in rows)
    return Invented("trend", q, rows, certain)


def _two_years(rng: Random, place: Place, metric: str) -> tuple[int, int] | None:
    years = sorted(y for y, t in place.reports.items() if value_in(t, metric) is not None)
    if len(years) < 2:
        return None
    first, last = sorted(shuffled(rng, years)[:2])
    return first, last


def change_question(rng: Random, world: World) -> Invented | None:
    place, metric = any_place(rng, world), any_metric(rng)
    pair = None if metric in RATES else _two_years(rng, place, metric)
    if pair is None:
        return None
    first, last = pair
    old, new = (value_in(place.reports[y], metric) or Decimal(0) for y in pair)
    name, noun = named(rng, world, place), noun_for(rng, metric)
    certain = all(is_certain(place.reports[y], metric) for y in pair)
    if rng.random() < 0.5:
        frame = one_of(
            rng,
            (
                "{p}{b}年{m}比{a}年多了多少",
                "{p}{m}{b}年比{a}年少了多少",
                "{p}{a}年到{b}年{m}增加了多少",
            ),
        )
        value: Decimal | None = new - old
    else:
        frame = one_of(rng, ("{p}{b}年{m}比{a}年增长百分之几", "{p}{b}年的{m}较{a}年的增长率"))
        value = 100 * (new - old) / old if old else None
    q = frame.format(p=name, m=noun, a=first, b=last)
    return Invented("change", q, (Row(value, place.name, place.region, last),), certain)


def best_year_question(rng: Random, world: World) -> Invented | None:
    place, metric = any_place(rng, world), one_of(rng, COUNTS)
    values = {y: value_in(t, metric) for y, t in sorted(place.reports.items())}
    known = {y: v for y, v in values.items() if v is not None}
    if not known:
        return None
    is_best = rng.random() < 0.5
    wanted = max(known.values()) if is_best else min(known.values())
    rows = tuple(
        Row(v, place.name, place.region, y, metric) for y, v in known.items() if v == wanted
    )
    word = "最多" if is_best else "最少"
    q = f"{named(rng, world, place)}哪一年{noun_for(rng, metric)}{word}"
    certain = all(is_certain(place.reports[y], metric) for y in known)
    return Invented("best year", q, rows, certain)


def sum_of_years_question(rng: Random, world: World) -> Invented | None:
    place, metric = any_place(rng, world), one_of(rng, COUNTS)
    years = sorted(place.reports)
    values = [value_in(place.reports[y], metric) for y in years]
    known = [v for v in values if v is not None]
    if len(known) != len(values) or len(known) < 2:
        return None
    name, noun = named(rng, world, place), noun_for(rng, metric)
    certain = all(is_certain(place.reports[y], metric) for y in years)
    if rng.random() < 0.5:
        q = f"{name}{years[0]}到{years[-1]}年{noun}一共多少"
        return Invented("sum of years", q, (Row(sum(known, Decimal(0)), place.name),), certain)
    q = f"{name}{years[0]}年至{years[-1]}年平均每年{noun}多少"
    value = sum(known, Decimal(0)) / len(known)
    return Invented("mean of years", q, (Row(value, place.name),), certain)


def several_years_question(rng: Random, world: World) -> Invented | None:
    place, metric = any_place(rng, world), any_metric(rng)
    years = sorted(place.reports)
    if len(years) < 3:
        return None
    first, last = years[0], years[1 + below(rng, len(years) - 1)]
    frames = {
        "{p}{a}年和{b}年的{m}": (first, last),
        "{p}{a}、{b}年{m}各多少": (first, last),
        "{p}{a}年到{b}年每年的{m}": tuple(y for y in years if first <= y <= last),
        "{p}{a}-{b}年{m}分别是多少": tuple(y for y in years if first <= y <= last),
    }
    frame, asked = one_of(rng, tuple(frames.items()))
    rows = tuple(row_of(place, year, metric) for year in asked)
    if any(row.value is None for row in rows):
        return None
    q = frame.format(p=named(rng, world, place), a=first, b=last, m=noun_for(rng, metric))
    certain = all(is_certain(place.reports[year], metric) for year in asked)
    return Invented("several years", q, rows, certain)


def share_question(rng: Random, world: World) -> Invented | None:
    place = any_place(rng, world)
    year = one_of(rng, tuple(place.reports))
    truth = place.reports[year]
    name = f"{named(rng, world, place)}{year}年"
    if rng.random() < 0.5:
        member = one_of(rng, tuple(MEMBER_WORDS))
        words = one_of(rng, MEMBER_WORDS[member])
        part = value_in(truth, "new_received", member)
        q, value = f"{name}{words}申请占比", share(part, truth, "new_received")
        certain = is_certain(truth, "new_received", member)
    else:
        metric = one_of(rng, ("granted", "partial", "denied", "unable", "refused", "other"))
        words = noun_for(rng, metric)
        value = share(value_in(truth, metric), truth, "handled_total")
        q = f"{name}{words}占办理结果总数的百分之几"
        certain = is_certain(truth, metric)
    return Invented("share", q, (Row(value, place.name, place.region, year),), certain)


def parts_question(rng: Random, world: World) -> Invented | None:
    place = any_place(rng, world)
    year = one_of(rng, tuple(place.reports))
    noun, (whole, parts) = one_of(rng, tuple(_GROUPS.items()))
    is_split = whole == "new_received"
    rows = tuple(
        row_of(place, year, whole, part) if is_split else row_of(place, year, part)
        for part in parts
    )
    if any(row.value is None for row in rows):
        return None
    frame = one_of(rng, ("{p}{y}年{m}分布", "{p}{y}年{m}构成", "{y}年{p}{m}的明细"))
    q = frame.format(p=named(rng, world, place), y=year, m=noun)
    return Invented("break-down", q, rows)


def yes_no_question(rng: Random, world: World) -> Invented | None:
    place, metric = any_place(rng, world), one_of(rng, COUNTS)
    year = one_of(rng, tuple(place.reports))
    value = value_in(place.reports[year], metric)
    if value is None:
        return None
    bound = one_of(rng, (int(value), int(value) + 1, max(0, int(value) - 1), 100))
    said, verdict = one_of(
        rng,
        (
            (f"超过{bound}", value > bound),
            (f"达到{bound}", value >= bound),
            (f"不到{bound}", value < bound),
        ),
    )
    q = f"{named(rng, world, place)}{year}年{noun_for(rng, metric)}{said}了吗"
    certain = is_certain(place.reports[year], metric)
    return Invented("yes or no", q, (row_of(place, year, metric),), certain, verdict)


def out_of_scope_question(rng: Random, world: World) -> Invented | None:
    place, metric = any_place(rng, world), any_metric(rng)
    year = one_of(rng, tuple(place.reports))
    word = one_of(
        rng,
        (
            "人口",
            "火灾",
            "GDP",
            "女性",
            "交通",
            "小学",
            "上半年",
            "三月份",
            "征地",
            "环保",
            "合同",
            "低保",
            "外国",
            "食品",
            "老人",
            "道路",
            "平均时长",
            "满意",
        ),
    )
    q = f"{named(rng, world, place)}{year}年{word}{noun_for(rng, metric)}多少"
    return Invented("unexplained word", q)


def nowhere_question(rng: Random, world: World) -> Invented | None:
    metric = any_metric(rng)
    name = one_of(
        rng,
        (
            "白石镇",
            "临江县",
            "宁波市",
            "大别山乡",
            "东湖街道",
            "青龙镇教育局",
            "云溪县",
            "沙河县公安局",
        ),
    )
    if any(name in p.region + p.name for p in world.places):
        return None
    return Invented("place not held", f"{name}2023年{noun_for(rng, metric)}多少")
