"""The name of a body, taken apart: the places before it, its own name, its kind.

Real places are known from the list of divisions; invented ones, and those that the list lacks,
by how names of places end. 云溪县清水乡 is a town in 云溪县, 云溪县教育局 a department of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from index.text import compact
from index.types import Kind
from index.vocabulary.bodies import DEPARTMENTS
from index.vocabulary.regions import Regions, short_name
from index.vocabulary.traditional import simplify

_LONGEST_PLACE = 15
# An unknown place in prose: longer ones have words before the name in them.
_LONGEST_IN_PROSE = 4
_MOST_PLACES = 5
# How names of places end that contain others. 州 and 盟 alone only in names that are listed.
_ENDINGS = "自治州|自治县|自治旗|自治区|林区|特区|新区|地区|开发区|省|市|县|旗|区"
_ENDING = re.compile(_ENDINGS)
_ZONE_PLACE = re.compile(r"(?:新区|开发区|高新区|经开区|示范区|试验区|园区|产业园|管理区|合作区)$")
# Words in which these endings mean something else, and what no place is called.
_NO_PLACE = re.compile(
    r"城市|社区|小区|校区|厂区|库区|景区|灾区|片区|辖区|保护区|风景|市政|综合|管理|建设|工作|信息|政府|政务|"
    r"办公|委员|公安|分局|公司|学校|医院|大队|年度|报告|公开|公布|发布|位于|地处|编制|报送|山区|牧区|老区|镇区|"
    r"(?<=..)(?:乡|镇|街道|村)|[我本全各该此贵的了是在对将由与及并于据们]"
)
_GOVERNMENT = ("", "人民政府", "政府", "行政公署", "人民政府本级", "政府本级", "本级")
_OFFICE = re.compile(
    r"(?P<town>[\u3400-\u9fff\U00020000-\U0003ffff]{1,16}?(?:街道|苏木|乡|镇|街))?"
    r"(?:(?:人民政府|政府|行政公署)(?:综合)?(?P<kind>办公室|办公厅|办)|府办(?:公室)?|"
    r"(?:党政|党政综合|综合|党委)(?:办公室|办))"
)
_TOWN = re.compile(
    r"(?P<town>[\u3400-\u9fff\U00020000-\U0003ffff·]{1,16}?(?:街道|苏木|乡|镇|街))"
    r"(?:人民政府|政府|办事处|人民政府办事处|街道办事处|党工委|党委|党委、?(?:人民)?政府|办|镇政府|乡政府)?"
)
_NO_TOWN = re.compile(
    r"政府|管理|建设|^城乡|[和筹进]城乡|^乡村|^村镇|[和镇]村镇|小城镇|[局委厅省]|公开|信息|工作|年度|办公|乡镇|社区|"
    r"公布|发布|位于|地处|[我全各的了是在对将由与及并据们该]|本[乡镇街]|..[县市区旗].."
)
_ZONE = re.compile(
    r"[\u3400-\u9fff\U00020000-\U0003ffffA-Za-z0-9·()、]{1,24}(?:管理委员会|管委会|"
    r"开发区|园区|高新区|经开区|新区|示范区|保税区|度假区|风景区|名胜区|试验区|实验区|功能区|产业园|工业园|科技园|"
    r"集聚区|管理区|合作区|自贸区|保护区)"
)
_DEPARTMENT = re.compile(
    r"[\u3400-\u9fff\U00020000-\U0003ffffA-Za-z0-9·()、]{1,24}(?:局|委员会|办公室|厅|中心|支队|大队|总队|院|所|总站|站|部|处|"
    r"学校|党校|大学|学院|集团|公司|馆|会|社|署|银行|支行|队|台|公署|[^管]委|办)"
)
_NO_DEPARTMENT = re.compile(
    r"^[本我各全该由在]|报告|根据|按照|依照|编制(?!委|办)|公布|发布|要求|现将|[我本][省市县区局]"
)
# Of a navigation bar or a folder only what cannot be anything else counts as a department.
SURE_DEPARTMENT = re.compile(r"(?:局|委员会|厅|[发国卫住农]\w?委|管委会|办事处)$")
# 市教育局 on the site of a city: which city, only the site says.
_LEVEL = re.compile(r"(?P<level>[省市县区州旗])(?!场|政[^府]|容|域|民|直|委)")
_STRANGE = re.compile(r"[^\u3400-\u9fff\U00020000-\U0003ffffA-Za-z0-9·()、]")
_BRACKETS = re.compile(r"\([^()]*\)")
_NO_OTHER = re.compile(
    r"做好|推进|推动|开展|加强|深化|落实|关于|部门|乡镇|街道$|[省市县区镇]级|基层|主动|依申请|重点|领域|通知|门户|网站|"
    r"首页|栏|目录|指南|统计|示例|虚构|法治"
)
# 清水镇便民服务中心 is told apart by its town, not by the county.
_PART_OF_TOWN = re.compile(
    r"(?!.{0,5}城[乡镇])[\u3400-\u9fff\U00020000-\U0003ffff]{1,8}?(?:镇|街道|苏木|乡(?![村镇]))"
)
# Bodies of the centre that name the place where they work: 国家税务总局太康县税务局.
_CENTRAL = re.compile(r"(?:中共|共青团|国家税务总局|国家统计局|中国人民银行|国家外汇管理局)(?=.)")
_HIGHEST = re.compile(r"国务院|中共中央|全国")  # named everywhere, never in a report of its own
_KEEPS_PLACE = (Kind.DEPARTMENT, Kind.OFFICE, Kind.ZONE, Kind.OTHER)


@dataclass(frozen=True, slots=True)
class Body:
    """A body as a text names it.

    `places` stand before it, outermost first; a government's own place is the last of them.
    `own` is its name without them; `level` the kind of place that 市教育局 leaves open.
    """

    places: tuple[str, ...]
    own: str
    kind: Kind
    level: str = ""

    @property
    def name(self) -> str:
        """The full name: a department with its place, a town without."""
        if self.kind not in _KEEPS_PLACE or not self.places or _PART_OF_TOWN.match(self.own):
            return self.own
        return self.own if self.places[-1] in self.own else self.places[-1] + self.own

    @property
    def place(self) -> str:
        """The place that it is the government of; empty for a department."""
        if self.kind in (Kind.PROVINCE, Kind.CITY, Kind.COUNTY):
            return self.places[-1]
        return town_of(self.own) if self.kind is Kind.TOWN else ""

    @property
    def needs_place(self) -> bool:
        """Whether its full name begins with the place that it serves."""
        return self.kind in (Kind.DEPARTMENT, Kind.OFFICE) and not _PART_OF_TOWN.match(self.own)

    @property
    def is_government(self) -> bool:
        """Whether it governs a county or more, so that others lie in its place."""
        return self.kind in (Kind.PROVINCE, Kind.CITY, Kind.COUNTY)


@lru_cache(maxsize=8192)
def read_body(text: str, regions: Regions, *, is_loose: bool = False) -> Body | None:
    """The body that a text names and nothing else; loosely, also one of no known kind."""
    text = spelled(text)
    if not 2 <= len(text) <= 40 or _STRANGE.search(text) or _HIGHEST.match(text):
        return None
    plain = _BRACKETS.sub("", text)
    central = _CENTRAL.match(plain)
    if central is not None:
        body = _first_body(plain[central.end() :], regions)
        return replace(body, own=plain) if body and body.kind is Kind.DEPARTMENT else None
    return _first_body(plain, regions) or (_other(plain, regions) if is_loose else None)


def read_places(text: str, regions: Regions) -> tuple[str, ...]:
    """The places that a text names and nothing else, outermost first."""
    for places, rest in _splits(spelled(text), regions):
        if not rest:
            return places
    return ()


@lru_cache(maxsize=1024)
def spelled(text: str) -> str:
    """A text as names are compared: one width, no blanks, simplified characters."""
    return simplify(compact(text))


def town_of(name: str) -> str:
    """The place of a town's government: 清水乡 of 清水乡人民政府."""
    return re.sub(r"(?:人民政府|办事处)$", "", name)


def is_plausible(places: tuple[str, ...], regions: Regions) -> bool:
    """Whether places that prose seems to name are listed, or no longer than names are."""
    return all(is_known(p, regions) or len(p) <= _LONGEST_IN_PROSE or is_zone(p) for p in places)


def is_zone(place: str) -> bool:
    """Whether a place is a zone, which lies in no fixed level: 高新区."""
    return bool(_ZONE_PLACE.search(place))


def is_known(place: str, regions: Regions) -> bool:
    """Whether the list has a place of this name that is more than a town."""
    return any(path not in regions.town_paths for path in regions.paths_by_name.get(place, ()))


def _first_body(text: str, regions: Regions) -> Body | None:
    for places, rest in _splits(text, regions):
        body = _body_of(places, rest, regions)
        if body is not None:
            return body
    return None


def _splits(
    text: str, regions: Regions, above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], str]]:
    """The ways to part a text into places and what follows them, the likeliest first."""
    town = _TOWN.fullmatch(text)
    if town and town["town"] in regions.paths_by_name:  # 上土市镇 is no 镇 in 上土市
        yield (), text
    if len(above) < _MOST_PLACES:
        for places, rest in _leading_places(text, regions):
            if _may_follow(above, places[0], regions):
                for more, tail in _splits(rest, regions, (*above, *places)):
                    yield (*places, *more), tail
    yield (), text


def _leading_places(text: str, regions: Regions) -> Iterator[tuple[tuple[str, ...], str]]:
    for end in range(min(_LONGEST_PLACE, len(text)), 1, -1):
        if is_known(text[:end], regions):
            yield (text[:end],), text[end:]
        elif whole := regions.whole_name(text[:end]):
            yield (whole,), text[end:]
    for match in _ENDING.finditer(text[:_LONGEST_PLACE]):
        name, rest = text[: match.end()], text[match.end() :]
        if _is_like_a_place(name) and not is_known(name, regions):
            yield _with_short_parent(name, regions), rest


def _is_like_a_place(name: str) -> bool:
    return not _NO_PLACE.search(name) and (len(name) >= 3 or name.startswith("某"))


def _with_short_parent(name: str, regions: Regions) -> tuple[str, ...]:
    """河南太康县 as 河南省 and 太康县; what is not in the list stays as it is."""
    for start in range(2, min(len(name) - 1, 5)):
        for path in regions.paths_by_name.get(name[start:], ()):
            steps = path.split("/")[:-1]
            above = [step for step in steps if step.startswith(name[:start])]
            if above and short_name(above[0]) == name[:start]:
                return above[0], name[start:]
    return (name,)


def _may_follow(above: tuple[str, ...], name: str, regions: Regions) -> bool:
    """Whether a place may lie in those before it."""
    if not above:
        return True
    last = above[-1]
    if is_known(last, regions) and is_known(name, regions):
        return any(f"{last}/" in path for path in regions.paths_by_name[name])
    if last.endswith(("县", "旗", "自治县")) or (last[-1] == "区" and not _is_wide(last)):
        return bool(_ZONE_PLACE.search(name))
    return True


def _is_wide(place: str) -> bool:
    return place.endswith(("自治区", "地区")) or bool(_ZONE_PLACE.search(place))


def _body_of(places: tuple[str, ...], rest: str, regions: Regions) -> Body | None:
    if rest in _GOVERNMENT:
        return _government(places, rest, regions) if places else None
    town = _town(places, rest, regions)
    if town is not None:
        return town
    level = _LEVEL.match(rest) if not places else None
    rest = rest[1:] if level else rest
    if len(rest) < 2 or rest in _GOVERNMENT:
        return None
    body = _office(places, rest) or _serving(places, rest, regions)
    return replace(body, level=level["level"]) if body is not None and level else body


def _government(places: tuple[str, ...], rest: str, regions: Regions) -> Body:
    place = places[-1]
    if _ZONE_PLACE.search(place) and not rest and not _is_district(place, regions):
        return Body(places[:-1], place, Kind.ZONE)
    ending = "行政公署" if rest == "行政公署" else "人民政府"
    return Body(places, place + ending, _level_of(places, regions))


def _is_district(place: str, regions: Regions) -> bool:
    return is_known(place, regions) and (place.endswith("新区") or len(place) <= 4)  # 绿园区


def _level_of(places: tuple[str, ...], regions: Regions) -> Kind:
    """How high a government stands, by the list and by how its place is called."""
    place = places[-1]
    if place.endswith(("省", "自治区")) or place in ("北京市", "天津市", "上海市", "重庆市"):
        return Kind.PROVINCE
    if place.endswith(("州", "盟", "地区")):
        return Kind.CITY
    if not place.endswith("市"):
        return Kind.COUNTY
    paths = [p for p in regions.paths_by_name.get(place, ()) if p not in regions.town_paths]
    if paths:
        return Kind.CITY if any(path.count("/") == 1 for path in paths) else Kind.COUNTY
    above = places[-2] if len(places) > 1 else ""
    return Kind.COUNTY if above.endswith(("市", "州", "盟", "地区")) else Kind.CITY


def _office(places: tuple[str, ...], rest: str) -> Body | None:
    match = _OFFICE.fullmatch(rest)
    if match is None and not (rest == "办公室" and places):
        return None
    town = match["town"] or "" if match else ""
    if match and not town and not places and not match["kind"]:
        return None  # 党政办公室 of whom?
    ending = "办公厅" if match and match["kind"] == "办公厅" else "办公室"
    return Body(places, f"{town}人民政府{ending}", Kind.OFFICE)


def _town(places: tuple[str, ...], rest: str, regions: Regions) -> Body | None:
    if places:  # 徐汇区人民政府湖南路街道办事处
        rest = rest.removeprefix("人民政府")
    match = _TOWN.fullmatch(rest)
    if match is None:
        return None
    town = match["town"]
    if town not in regions.paths_by_name and _NO_TOWN.search(town):
        return None
    if town.endswith("街"):  # 佳荣里街 is how a body writes 佳荣里街道
        town += "道"
    ending = "办事处" if town.endswith("街道") else "人民政府"
    return Body(places, town + ending, Kind.TOWN)


def _serving(places: tuple[str, ...], rest: str, regions: Regions) -> Body | None:
    """A department or a zone; a part of a town is one as well."""
    is_of_government = rest.startswith(("人民政府", "政府"))  # 人民政府信访局
    if (is_of_government and not places) or _NO_DEPARTMENT.search(rest):
        return None
    if places and rest in ("管委会", "管理委员会"):
        return Body(places[:-1], places[-1] + rest, Kind.ZONE)
    if _ZONE.fullmatch(rest):
        return Body(places, rest, Kind.ZONE)
    if not _DEPARTMENT.fullmatch(rest):
        return None
    return _with_short_place(places, rest, regions)


def _with_short_place(places: tuple[str, ...], rest: str, regions: Regions) -> Body:
    """A department; 太康教育局 is that of 太康县 where the list knows only one 太康."""
    for start in range(2, min(5, len(rest) - 2)) if not places else ():
        if rest[start:] in DEPARTMENTS:
            found = [p for p in regions.short_paths(rest[:start]) if p not in regions.town_paths]
            if len(found) == 1:
                return Body((found[0].rpartition("/")[2],), rest[start:], Kind.DEPARTMENT)
    return Body(places, rest, Kind.DEPARTMENT)


def _other(text: str, regions: Regions) -> Body | None:
    """A body of no known kind, or a place without its suffix where the list knows only one."""
    if _NO_PLACE.search(text) or _NO_OTHER.search(text):
        return None
    if not re.fullmatch(r"[\u3400-\u9fff\U00020000-\U0003ffff·]{2,25}", text):
        return None
    found = regions.short_paths(text)
    if len(found) == 1:
        return read_body(found[0].rpartition("/")[2], regions)
    places, rest = next(_splits(text, regions))
    return Body(places, rest or text, Kind.OTHER)
