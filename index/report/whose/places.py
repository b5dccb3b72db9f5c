"""Where a body lies: from its name, the text, the site, folders, the address, the list."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.report.whose.bodies import Body, is_known, is_plausible, is_zone, read_places, spelled
from index.report.whose.clues import Clues
from index.report.whose.signs import Sign
from index.types import Finding, Issuer, Kind
from index.vocabulary.pinyin import pinyin_key, syllables
from index.vocabulary.regions import Regions, short_name

_LONGEST_CHAIN = 26
_CHINESE_END = re.compile(r"[\u3400-\u9fff]+$")
# What stands before a place in a sentence, and is no part of its name.
_LEAD = re.compile(
    r"^.*(?:现将|公布|发布|由|根据|按照|依照|地址|关于|为了|对|向|到|位于|属于|隶属|本单位|本机关|本部门|单位|今年|年度|年|在)"
)
_SITE = re.compile(
    r"(?P<place>[\u3400-\u9fff]{2,20}?)(?:人民)?政府(?:公众信息|信息公开|门户|官方)?网"
)
# 地址：雄县人民路12号; 主办：昌乐县人民政府办公室; 走进昌乐县
_ADDRESS = re.compile(r"地址(?:是|为)?:?(?P<place>[\u3400-\u9fff]{1,12}?[县区旗])")
_HOME = re.compile(
    r"(?:^|(?:主办|承办|主管)(?:单位)?:?)(?P<place>[\u3400-\u9fff]{1,12}[县区旗])人民政府(?:办公室)?(?=$|[^\u3400-\u9fff])"
    r"|^走进(?P<visited>[\u3400-\u9fff]{1,8}[县区旗])$"
)
_ZONE_NAME = re.compile(
    r"(?P<place>[\u3400-\u9fff]{2,4}?)(?=经济|高新|工业|产业|开发|现代|综合|临空|临港|循环|化工|农业|旅游|国家)"
)
_BRANCH = re.compile(r"局(?P<place>[\u3400-\u9fff]{2,6})(?:分局|分中心|支局)$")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+gov\.cn")
_GENERIC_HOST = frozenset(("www", "gov", "cn", "zwgk", "xxgk", "zfxxgk", "zfxx", "public", "info"))
_COUNTY = ("县", "区", "旗", "市")


def find_region(
    body: Body, clues: Clues, signs: Sequence[Sign], regions: Regions
) -> tuple[str | None, bool]:
    """The path of places that contain a body, and whether the list filled in any of it."""
    named = body.places
    if clues.region:
        named = _told(clues.region, body, regions)
    elif not named:
        named = next((c for c in _evidence(body, clues, signs, regions)), ())
    if not named:
        return _from_list(body, regions) or _from_address(body, clues, regions) or (None, False)
    region, is_inferred = _completed(regions, "/".join(named), body.place)
    if not clues.region and region is not None and not _is_whole(region, regions):
        return _with_parents(named, body, clues, signs, regions) or (region, is_inferred)
    served = _served_by_branch(body, region, regions) if region and not clues.region else ""
    return (served, True) if served else (region, is_inferred)


def _served_by_branch(body: Body, region: str, regions: Regions) -> str:
    """The county of a branch in the place of the whole office: 盐城市公安局盐都分局."""
    match = _BRANCH.search(body.own)
    if match is None:
        return ""
    places = (*regions.paths(match["place"]), *regions.short_paths(match["place"]))
    inside = {p for p in places if p.startswith(f"{region}/") and p not in regions.town_paths}
    return inside.pop() if len(inside) == 1 else ""


def disagreeing_places(
    issuer: Issuer, body: Body, clues: Clues, signs: Sequence[Sign]
) -> Iterator[Finding]:
    """A finding where the title, a folder or the site names another county or city."""
    steps = issuer.region.split("/") if issuer.region else []
    named = [("标题", body)] if clues.region else []
    named += [(sign.where, sign.body) for sign in signs if sign.body.places]
    others = [f"{where}“{''.join(b.places)}”" for where, b in named if _is_elsewhere(b, steps)]
    if others:
        shown = "、".join(dict.fromkeys(others))
        message = f"地区按“{issuer.region}”，但写明的地区不一致：{shown}"
        yield Finding("signals_disagree", message)


def _is_elsewhere(body: Body, steps: Sequence[str]) -> bool:
    """Whether a body lies in a place of the same level as one of these steps, and another."""
    for place in body.places:
        level = _level(place)
        same = [step for step in steps if _level(step) == level]
        if same and not is_zone(place) and not any(is_like(place, step) for step in steps):
            return True
    return False


def is_like(one: str, other: str) -> bool:
    """Whether two names of places differ at most in their kind."""
    return one == other or short_name(one) == short_name(other)


def places_before(name: str, text: str, regions: Regions) -> tuple[str, ...]:
    """The places that stand directly before a name somewhere in a text: 太康县芝麻洼乡."""
    start = text.find(name)
    while start > 0:
        match = _CHINESE_END.search(text, max(0, start - _LONGEST_CHAIN), start)
        if match is not None:
            places = _chain_at_end(match[0], regions)
            if places:
                return places
        start = text.find(name, start + 1)
    return ()


def _told(region: str, body: Body, regions: Regions) -> tuple[str, ...]:
    """The places that were told, with those of the name that lie in them."""
    steps = tuple(re.split(r"[/\s]+", region.strip()))
    told = regions.split(region) or read_places("".join(steps), regions) or steps
    if len(told) > 1 and told[-1] == body.place and not body.is_government:
        told = told[:-1]  # the place of the town itself
    inner = [p for p in body.places if p not in told and short_name(p) not in told]
    if inner and (body.is_government or _level(inner[-1]) > _level(told[-1])):
        return (*told, *inner)
    return told


def _level(place: str) -> int:
    if place.endswith(("省", "自治区")) or place in ("北京市", "天津市", "上海市", "重庆市"):
        return 0
    if place.endswith(("市", "州", "盟", "地区")):
        return 1
    return 2


def _evidence(
    body: Body, clues: Clues, signs: Sequence[Sign], regions: Regions
) -> Iterator[tuple[str, ...]]:
    """The places in which a body lies by what is named around it, the surest first."""
    chains = (
        *(sign.body.places for sign in signs if sign.body.own == body.own),
        *_in_text(body, clues, regions),
        *_of_sites(clues, regions),
        *(s.body.places for s in signs if s.body.own != body.own and not s.body.is_government),
        *(s.body.places for s in signs if s.body.is_government),
        *_of_page(clues, regions),
    )
    for chain in chains:
        if chain and _suits(chain, body, regions):
            yield chain


def _suits(chain: tuple[str, ...], body: Body, regions: Regions) -> bool:
    """Whether a body may lie directly in the last place of a chain."""
    if body.level:
        return chain[-1].endswith(body.level)
    if body.kind is not Kind.TOWN:
        return True
    if chain[-1].endswith(_COUNTY) and _level(chain[-1]) == 2:
        return True
    # A city has towns only where the list says so, or where it names one town of that name.
    return _completed(regions, "/".join(chain), body.place)[0] != "/".join(chain)


def _in_text(body: Body, clues: Clues, regions: Regions) -> Iterator[tuple[str, ...]]:
    name = body.place or body.own
    for paragraph in (*clues.opening, *clues.closing):
        text = "".join(paragraph.split())
        if name in text:
            yield places_before(name, text, regions)


def _of_sites(clues: Clues, regions: Regions) -> Iterator[tuple[str, ...]]:
    """The places of the sites on which a report says that it can be read."""
    for paragraph in clues.before:
        match = _SITE.search(spelled(paragraph))
        if match is not None:
            yield _chain_at_end(match["place"], regions)


def _of_page(clues: Clues, regions: Regions) -> Iterator[tuple[str, ...]]:
    """The one county whose address a report gives, or on whose site it stands."""
    texts = [spelled(p) for p in (*clues.opening, *clues.closing)]
    for found in (
        {m["place"] for text in texts for m in _ADDRESS.finditer(text)},
        {
            m["place"] or m["visited"]
            for line in clues.around
            for m in _HOME.finditer(spelled(line))
        },
    ):
        counties = {chain for place in found if (chain := _county_of(place, regions))}
        if len(counties) == 1:
            yield counties.pop()


def _county_of(place: str, regions: Regions) -> tuple[str, ...]:
    """The places in a name that ends with a county that the list knows."""
    chain = read_places(place, regions)
    is_county = bool(chain) and chain[-1].endswith(_COUNTY) and _level(chain[-1]) == 2
    return chain if is_county and is_known(chain[-1], regions) else ()


def _chain_at_end(text: str, regions: Regions) -> tuple[str, ...]:
    """The places with which a stretch of prose ends; where they begin, the list must know."""
    bare = _LEAD.sub("", text)
    if bare:
        places = read_places(bare, regions)
        if places and is_plausible(places, regions):
            return places
    for start in range(1, len(text) - 2):
        if any(is_known(text[start:end], regions) for end in range(start + 3, len(text) + 1)):
            places = read_places(text[start:], regions)
            if places and len(places[0]) > 2 and is_known(places[0], regions):
                return places
    return ()


def _is_whole(region: str, regions: Regions) -> bool:
    """Whether a path begins with a province."""
    return _level(region.partition("/")[0]) == 0


def _with_parents(
    named: tuple[str, ...],
    body: Body,
    clues: Clues,
    signs: Sequence[Sign],
    regions: Regions,
) -> tuple[str, bool] | None:
    """The path of a place that several share, told apart by what is named around it."""
    if not regions.paths(named[-1]):
        return None
    for chain in _parents(named, clues, signs, regions):
        region, _ = _completed(regions, "/".join((*chain, *named)), body.place)
        if region is not None and _is_whole(region, regions):
            return region, True
    return None


def _parents(
    named: tuple[str, ...], clues: Clues, signs: Sequence[Sign], regions: Regions
) -> Iterator[tuple[str, ...]]:
    for sign in signs:
        if sign.body.places and sign.body.places[0] not in named:
            yield tuple(place for place in sign.body.places if place not in named)
    for paragraph in (*clues.opening, *clues.closing):
        places = places_before(named[0], "".join(paragraph.split()), regions)
        if places:
            yield places
    for place in _places_of_host(clues, regions):
        yield (place,)


def _from_list(body: Body, regions: Regions) -> tuple[str, bool] | None:
    if body.kind is Kind.ZONE:
        return _of_zone(re.sub(r"(?:管委会|管理委员会)$", "", body.own), regions)
    region, is_inferred = _completed(regions, None, body.place) if body.place else (None, False)
    return (region, is_inferred) if region is not None else None


def _of_zone(name: str, regions: Regions) -> tuple[str, bool] | None:
    """Where a zone lies: as the list has it, or as its name says: 宜良工业园区 in 宜良县."""
    paths = regions.paths(name)
    if paths:
        return (paths[0].rpartition("/")[0], True) if len(paths) == 1 else None
    named = _ZONE_NAME.match(name)
    if named is None:
        return None
    found = [p for p in regions.short_paths(named["place"]) if p not in regions.town_paths]
    return (found[0], True) if len(found) == 1 else None


def _from_address(body: Body, clues: Clues, regions: Regions) -> tuple[str, bool] | None:
    """The place whose letters the address of the site is, for a body that several places have."""
    places = _places_of_host(clues, regions)
    if body.place:
        found = {_completed(regions, place, body.place)[0] for place in places}
        towns = regions.paths(body.place)
        found &= {path.rpartition("/")[0] for path in towns}
    else:
        found = {path for place in places for path in regions.paths(place)}
        found = {path for path in found if path and path.endswith(body.level or path[-1])}
    only = found.pop() if len(found) == 1 else None
    return (only, True) if only else None


def _places_of_host(clues: Clues, regions: Regions) -> tuple[str, ...]:
    """The places whose names in letters the host has as a part: taikang.gov.cn."""
    texts = [clues.host, *(host for text in clues.before for host in _HOST.findall(text.lower()))]
    labels = [p for text in texts if text.endswith("gov.cn") for p in text.split(".")]
    found: list[str] = []
    for label in labels:
        if label not in _GENERIC_HOST and len(label) >= 4:
            found += _by_letters(regions).get(label, ())
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1)
def _by_letters(regions: Regions) -> dict[str, tuple[str, ...]]:
    """The places that are more than towns by their names in letters, with and without kind."""
    found: dict[str, list[str]] = {}
    for name in regions.paths_by_name:
        if is_known(name, regions):
            spelt = "".join(syllables(name))
            for letters in {pinyin_key(name), spelt}:
                found.setdefault(letters, []).append(name)
    return {letters: tuple(names) for letters, names in found.items()}


@lru_cache(maxsize=16_384)
def _completed(regions: Regions, region: str | None, name: str) -> tuple[str | None, bool]:
    return regions.complete(region, name)
