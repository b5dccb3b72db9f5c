"""Who and when at the head of a clause: words that may stand before what is counted."""

import re
from dataclasses import dataclass

from index.types import Issuer, Kind

_YEAR = r"(?:20\d\d|二[〇零○]?[〇零○一二三四五六七八九]{2,3}|\d\d)年"
# Words that say neither what is counted nor how much of it.
_PASSING = re.compile(
    r"(?:(?:\d{1,2}[.、]?(?=[^\d.、])|[一二三四五六七八九十]{1,2}(?:是|、))"
    rf"|截[至止](?:到|至)?(?:{_YEAR}?(?:12月(?:31日|底|末)?|底|末)|年底|年末|目前)?(?:为止)?"
    rf"|自?{_YEAR}1月(?:1日)?起?(?:至|到|-|—|–|~)+(?:{_YEAR})?12月(?:31日|底)?(?:止|期间|间)?"
    rf"|(?:在|于)?(?:{_YEAR}(?:度|全年)?|本年度?|今年|全年度?|年内|当年度?|该年度?|一年来|年初|报告期|本报告期)(?:以来|来|内|中|间|期间|里|全年)?"
    r"|经统计|据统计|统计显示|总体上?|总的来看|其间|期间|同时|此外|另外|并且?|且|共|一共|总共|共计|合计|总计|累计|累积|总"
    r"|已经?|均已?|也|还|又|我们|依法|依规|及时|准确|全面|积极|充分|认真|严格|进一步|主要|按时|按期|按规定|按要求|规范|有序|主动(?=向|对外|、|及时)"
    r"|面?向社会(?:公众|各界)?|向(?:公众|群众|社会公众)|对外|社会(?=公开|主动)|新增|新|实际|先后|集中|统一|分别|有|了|的|、(?=及时|准确|规范))"
)
_MANY_WAYS = re.compile(
    r"(?:通过|利用|依托|借助|运用|采取|采用|以|在)[^，;:]{0,40}?(?:等(?:多种|各种|各类|不同|多个|多)?(?:公开|信息|发布|媒体)?(?:平台|渠道|方式|形式|途径|载体|媒介|手段)?"
    r"|(?:多种|各种|各类|不同|多个|多|各)(?:公开|信息|发布|媒体)?(?:平台|渠道|方式|形式|途径|载体|媒介|手段))(?:上|中)?"
)
_PURPOSE = re.compile(
    r"(?:按照|根据|依据|坚持|严格按|本着|遵循|为)[^，;:]{2,40}?(?:原则|要求|规定|条例》?|精神|部署)"
)
_GROUP = r"省|自治区|市|县|区|自治州|州|盟|旗|乡|镇|街道|街|苏木|局|厅|委|办|处|所|院|校|场|中心|单位|机关|部门|系统|园区|开发区|管委会|支队|大队|分局|辖区"
_OWN = re.compile(
    rf"(?:(?P<whose>我|全|本)(?P<group>{_GROUP})|(?P<office>镇政府|乡政府|街道办事处|街道办|办事处|镇|乡|街道|局机关|局))"
    r"(?:人民政府|政府系统|政府|系统|机关|办事处|党工委|党委)?(?:(?:上下|范围内|内|上))?"
    r"(?:(?:各级|各)(?:部门|行政机关|机关|单位|政府部门|政府|地|级)(?:[、和及]?(?:各级|各)(?:部门|行政机关|机关|单位|地))*)?"
)
_ORGANS = frozenset(
    "局 厅 委 办 处 所 院 校 场 中心 单位 机关 部门 系统 园区 开发区 管委会 支队 大队 分局 辖区".split()
)
_TOWN_OFFICES = frozenset("镇政府 乡政府 街道办事处 街道办 办事处 镇 乡 街道".split())
_BODY = re.compile(
    r"^(?:其中)?[^，,;:、的]{0,10}?(?:省|市|县|区|州|旗|镇|乡|街道|局|委|厅|支队|大队|中心|办事处|村|社区|管委会|办公室|单位|部门)"
    r"(?!政府网|门户|网站|政务|微信|公众|官方|领导|委员|长|域|民)"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose report it is, as its sentences may call the body."""

    names: tuple[str, ...]
    last: str  # how the name ends: 局, 县, 街道
    kind: Kind
    places: str

    def is_own_group(self, whose: str, group: str) -> bool:
        """Whether 我局, 全县 and the like are this body."""
        if group in _ORGANS:
            return self.kind not in _PLACES or group in ("单位", "机关", "部门", "系统", "辖区")
        if self.kind not in _PLACES:
            return False  # 全县 in the report of a bureau or an office is the county's
        name = self.last
        if name.endswith(group) or (group == "街" and name.endswith("街道")):
            return True
        return self.kind is Kind.TOWN and group in ("乡", "镇", "街道") and name[-1:] in "处街"

    def is_own_place(self, place: str) -> bool:
        """Whether a place that is named is this body's, or above it."""
        return not self.places or place in self.places


_PLACES = (Kind.PROVINCE, Kind.CITY, Kind.COUNTY, Kind.TOWN, Kind.OTHER)


def subject_of(issuer: Issuer) -> Subject:
    """How the sentences of an issuer's report may call it."""
    name = issuer.name
    bare = name.removesuffix("办事处").removesuffix("人民政府") or name
    steps = [s for s in re.split(r"[/\s]+", issuer.region or "") if s]
    names = {name, bare}
    for step in [*steps, *(s[:-1] for s in steps if len(s) > 2)]:
        if bare.startswith(step) and len(bare) > len(step) + 1:
            names |= {bare.removeprefix(step)}
    names |= {step + n for step in steps for n in tuple(names)}
    if issuer.kind is Kind.DEPARTMENT:
        names |= {bare[i:] for i in range(1, max(1, len(bare) - 2)) if bare[i] in "省市县区州旗"}
    ordered = sorted((n for n in names if len(n) > 1), key=len, reverse=True)
    return Subject(tuple(ordered), bare, issuer.kind, "".join(steps) + bare)


def without_passing(text: str, subject: Subject) -> tuple[str, bool]:
    """The text without who and when at its head, and whether another body stands there."""
    rest = text
    while rest:
        cut = _passed(rest, subject)
        if cut < 0:
            return rest, True
        if cut == 0:
            return rest, False
        rest = rest[cut:]
    return rest, False


def _passed(text: str, subject: Subject) -> int:
    """How many characters at the head of a text may be passed over; -1 for another body."""
    for name in subject.names:
        if text.startswith(name) and not text[len(name) :].startswith(("政府网", "网", "门户")):
            rest = text[len(name) :]
            return len(name) + next((len(w) for w in _AFTER_NAME if rest.startswith(w)), 0)
    own = _OWN.match(text)
    if own is not None and not re.match(r"网|门户|微信|公众|官|信息网", text[own.end() :]):
        if own["office"] is not None:
            is_town = subject.kind is Kind.TOWN and own["office"] in _TOWN_OFFICES
            is_bureau = subject.kind is Kind.DEPARTMENT and own["office"].startswith("局")
            return own.end() if is_town or is_bureau else -1
        return own.end() if subject.is_own_group(own["whose"], own["group"]) else -1
    for pattern in (_PASSING, _MANY_WAYS, _PURPOSE):
        match = pattern.match(text)
        if match is not None and match.end():
            return match.end()
    return 0


_AFTER_NAME = ("人民政府办事处", "人民政府", "办事处", "各级各部门", "各部门", "政府")


def names_another_body(lead: str, subject: Subject) -> bool:
    """Whether a clause begins with a body that is not the report's own."""
    rest, is_other = without_passing(lead, subject)
    if is_other:
        return True
    if rest != lead and len(rest) < len(lead):
        # Its own name or 全市 stood first.
        if _OWN.search(lead[: len(lead) - len(rest)]) or any(n in lead for n in subject.names):
            return False
    match = _BODY.match(rest)
    return match is not None and len(match.group()) > 2
