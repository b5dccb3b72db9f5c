"""Who and when at the head of a clause: words that may stand before what is counted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from index.facts.sentences.phrases import BOARD, PRESS, VIDEO
from index.types import Issuer, Kind

_YEAR = r"(?:20\d\d|二[〇零○]?[〇零○一二三四五六七八九]{2,3}|\d\d)年"
# Words that say neither what is counted nor how much of it.
_PASSING = re.compile(
    r"(?:1月?(?:至|到|-|—|–|~)+12月份?|其中，?(?=(?:20\d\d年|本年|今年|当年|全年|[我本](?:[省市县区局委办厅处镇乡院]|街道|单位|机关|部门))(?!底|末))|(?:\d{1,2}[.、]?(?=[^\d.、])|[一二三四五六七八九十]{1,2}(?:是|、))"
    rf"|截[至止](?:到|至)?(?:(?:{_YEAR})?(?:12月(?:31日|底|末)?|底|末)|年底|年末|目前)?(?:为止)?"
    rf"|自?{_YEAR}1月(?:1日)?起?(?:至|到|-|—|–|~)+(?:{_YEAR})?12月(?:31日|底)?(?:止|期间|间)?"
    rf"|(?:在|于)?(?:{_YEAR}(?:度|全年)?|本年度?|今年"
    r"|全年度?|年内|当年度?|该年度?|一年来|年初|报告期"
    r"|本报告期)(?:以来|来|内|中|间|期间|里|全年)?"
    r"|经统计|据统计|统计显示|总体上?|总的来看|其间"
    r"|期间|同时|此外|另外|并且?|且|共(?!同|享|计)|一共|总共"
    r"|共计|合计|总计|累计|累积|总(?!体|量|数|访|阅|浏|结)"
    r"|已经?|均已?|也|还|又|我们|依法|依规|及时|准确"
    r"|全面|积极|充分|认真|严格|进一步|主要|按时"
    r"|按期|(?:按照?|依照?|依据|根据)(?:有关|相关)?规定|按要求|规范(?!性)|有序|主动(?=向|对外"
    r"|、|及时)"
    r"|面?向社会(?:公众|各界)?|向(?:公众|群众|社会公众)"
    r"|对外|社会(?=公开|主动)|新增|新(?!闻|媒|型|收|浪|华)|实际|先后|集中"
    r"|统一|分别|有(?!效|关|序)|了|的|、(?=及时|准确|规范))"
)
# 在抖音、快手等平台, 在报纸、电视等媒体: a channel that is counted by itself, and not all of them.
_ONE_CHANNEL = (
    rf"(?!(?:{VIDEO}|{PRESS})\D{{2}}"
    rf"|{BOARD}(?:各类|多种|各种)*(?:载体|阵地|平台|形式|渠道|方式)?(?![、和及与]))"
)
_MANY_WAYS = re.compile(
    rf"(?:通过|利用|依托|借助|运用|采取|采用|以|在){_ONE_CHANNEL}[^，;:]{{0,40}}?(?:等"
    r"(?:多种|各种|各类|不同|多个|多)?(?:公开|信息"
    r"|发布|媒体)?(?:平台|渠道|方式|形式|途径|载体"
    r"|媒介|手段)?"
    r"|(?:多种|各种|各类|不同|多个|多|各)(?:公开"
    r"|信息|发布|媒体)?(?:平台|渠道|方式|形式|途径"
    r"|载体|媒介|手段))(?:上|中)?"
)
_PURPOSE = re.compile(
    r"(?:按照|根据|依据|坚持|严格按|本着|遵循|为)[^，;:]{2,40}?(?:原则"
    r"|要求|规定|条例》?|精神|部署)"
)
_GROUP = (
    r"省|自治区|市|县|区|自治州|州|盟|旗|乡|镇|街道"
    r"|街|苏木|局|厅|委|办公室|办|处|所|院|校|场|中心|单位"
    r"|行政机关|机关|部门|系统|园区|开发区|管委会|支队|大队"
    r"|分局|辖区"
)
_OWN = re.compile(
    rf"(?:(?P<whose>我|全|本)(?P<group>{_GROUP})|(?P<office>镇政府"
    r"|乡政府|街道办事处|街道办|办事处|镇|乡|街道"
    r"|局机关|局)(?![属直情域区长]))"
    r"(?:人民政府|政府系统|政府|系统|机关|办事处|党工委|党委|党政(?:综合)?办(?:公室)?)?(?:(?:上下|范围内|内|上))?"
    r"(?:(?:各级|各)(?:部门|行政机关|机关|单位|政府部门"
    r"|政府|地|级|(?:乡镇|镇街|街道|县区|区县|县市区)(?=[、和及]))(?:[、和及]?(?:各级|各)(?:部门"
    r"|行政机关|机关|单位|地|(?:乡镇|镇街|街道)(?=[、和及]))|[和及]其?(?:所属)?部门)*)?"
)
_ORGANS = frozenset(
    (
        "局",
        "厅",
        "委",
        "办公室",
        "办",
        "处",
        "所",
        "院",
        "校",
        "场",
        "中心",
        "单位",
        "行政机关",
        "机关",
        "部门",
        "系统",
        "园区",
        "开发区",
        "管委会",
        "支队",
        "大队",
        "分局",
        "辖区",
    )
)
_SYSTEM = re.compile(
    r"(?:在|通过|依托)[^，;:、]{0,8}?(?:政府信息公开"
    r"|信息公开|政务公开)(?:目录)?(?:系统|平台)(?:上"
    r"|中)?"
)
_SHORT_NAME = re.compile(r"[\u4e00-\u9fff]{2,12}?(?:局|委|办|厅|中心|院)(?!网|门户|微|公众|官)")
# All bodies of a place together are the place; so are all levels from its own down.
_ALL_LEVELS = re.compile(
    r"(?:各级(?:人民)?(?:政府|行政机关|机关|部门|单位)|各地|各部门|各单位"
    r"|(?P<levels>(?P<top>[省市县区州旗盟])、?(?:[市县区旗]、?)?(?:[乡镇街]、?)*村?(?:[两三四]级))(?:政府)?)"
    r"(?:(?:及其?|和|、)?(?:其|所属|各)?(?:政府部门|部门|机关|单位))*"
)
# A clause that begins with a name is about that body; one that begins with a verb is not.
# 全局 and 本县 end no name: 案件在全局会上讲评.
_BODY = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:派出所|司法所|财政所|站所|卫生院|医院|小学|中学|法院|检察院|公司|企业)"
    r"|[\u4e00-\u9fff]{1,8}?(?<![全本我])(?:省|市|县|区|州|旗|镇"
    r"|乡|街道|局|委|厅|支队|大队|中心|办事处|村"
    r"|社区|管委会"
    r"|办公室|单位|部门|政府|学校|机关)(?!政府网"
    r"|门户|网站|政务|微信|公众|官方|领导|委员|长"
    r"|域|民|内|外|级|信息|公报|公开(?:栏|网|办|平台|渠道|专栏|领导|目录|指南|工作))"
)
_NO_BODY = re.compile(
    r"(?:就(?!业)|走访|帮扶|慰问|培育|引进|招引|出台|收录|建成|建设|开通|开设|新增|新建|编写|发放|完成|实施|推出|修订|启用|上线|举行|邀请|安排|协助|承办"
    r"|审核|审查|清理|公布|公示|印制|制作|配备|聘请|坚持|加强|加大|加快|强化|推进|推动|落实"
    r"|认真|积极|充分|规范|切实|不断|深入|深化|严格"
    r"|严把|严守|完善|建立|健全|围绕|按照|按|进一步"
    r"|全面|扎实|持续|及时|主动|大力|组织|制定|印发"
    r"|开展|明确|提高|提升|做好|抓好|抓实|优化|拓展"
    r"|拓宽|创新|结合|根据|依据|针对|聚焦|发挥"
    r"|要求|督促|指导|协调|配合|参加|接受|确保|保障"
    r"|实现|畅通|丰富|成立|召开|举办|发布|公开|紧紧"
    r"|紧扣|始终|高度|着力|突出|探索|整合|打造"
    r"|设立|设置|编制|梳理|更新|调整|增强|扩大|形成"
    r"|方便|便于|面向|广泛|统筹|立足|依托|利用|借助"
    r"|通过|对照|遵循|贯彻|执行|依法|准确|有效"
    r"|每|将|把|请|给|邀|聘|使|让|由|经|向|从|自|并|且|为|以"
    r"|在|对|如|同|此|目前|当前|截|一|二|三|四|五"
    r"|其中|既|又|也|应|该|收到|受理|接到|产生|编|办理|承办|主办|协办|回应|回复|接待|制作|约谈"
    r"|因|未|没有|无|新|答复|办结|予以|不予|有|发生|涉及|针对|各部门|各科室|各股室|各站所|各办)"
)


@dataclass(frozen=True, slots=True, eq=False)  # hashed with every clause: by identity
class Subject:
    """Whose report it is, as its sentences may call the body."""

    names: tuple[str, ...]
    last: str  # how the name ends: 局, 县, 街道
    kind: Kind
    places: str
    full: str  # with the place that it serves

    def is_own_group(self, whose: str, group: str) -> bool:
        """Whether 我局, 全县 and the like are this body."""
        if group in _ORGANS:
            return self.kind not in _PLACES or group in (
                "单位",
                "行政机关",
                "机关",
                "部门",
                "系统",
                "辖区",
            )
        if self.kind not in _PLACES:
            return False  # 全县 in the report of a bureau or an office is the county's
        name = self.last
        if name.endswith(group) or (group == "街" and name.endswith("街道")):
            return True
        return self.kind is Kind.TOWN and group in ("乡", "镇", "街道") and name[-1:] in "处街"

    @property
    def has_levels(self) -> bool:
        """Whether bodies below it are parts of it: a county's bureaus."""
        return self.kind in _WITH_LEVELS

    def is_short_for_own(self, name: str) -> bool:
        """Whether a name is the body's own, shortened: 区工信局 of 某区工业和信息化局."""
        rest = iter(self.full)
        return name[-1] in self.last and all(ch in rest for ch in name)

    def is_own_name(self, name: str) -> bool:
        """Whether a name is the body's, in full or short."""
        return name in self.names or (len(name) > 1 and self.is_short_for_own(name))

    def is_level_above(self, owner: str) -> bool:
        """Whether 省, 市 or 县 alone is a place around this body, and not its own."""
        return owner in _LEVELS and self.kind in _SMALL and not self.last.endswith(owner)

    def is_below(self, owner: str) -> bool:
        """Whether a body that is named serves a place around this one."""
        if self.kind is Kind.OFFICE or self.last.endswith(owner):
            return False
        return not self.is_short_for_own(owner) and owner in self.places

    def is_own_place(self, place: str) -> bool:
        """Whether a place that is named is this body's, or above it."""
        return not self.places or place in self.places


@dataclass(frozen=True, slots=True)
class Head:
    """A clause without who and when at its head, and what was said of them."""

    rest: str
    is_other: bool = False  # another body stands there
    is_own: bool = False  # the report's own does
    is_placed: bool = False  # who, when or that it is all was said


_PLACED = re.compile(r"年|共|累计|总|合计|渠道|方式|平台|形式")
_WITH_LEVELS = (Kind.PROVINCE, Kind.CITY, Kind.COUNTY)
_SMALL = (Kind.TOWN, Kind.DEPARTMENT)
_LEVELS = ("省", "市", "县", "区", "州")
_PLACES = (Kind.PROVINCE, Kind.CITY, Kind.COUNTY, Kind.TOWN, Kind.OTHER)


def subject_of(issuer: Issuer) -> Subject:
    """How the sentences of an issuer's report may call it."""
    name = issuer.name
    bare = name.removesuffix("办事处").removesuffix("人民政府").removesuffix("政府") or name
    steps = [s for s in re.split(r"[/\s]+", issuer.region or "") if s]
    names = {name, bare}
    for step in [*steps, *(s[:-1] for s in steps if len(s) > 2)]:
        if bare.startswith(step) and len(bare) > len(step) + 1:
            names |= {bare.removeprefix(step)}
    names |= {step + n for step in steps for n in tuple(names)}
    if issuer.kind is Kind.DEPARTMENT:
        names |= {bare[i:] for i in range(1, max(1, len(bare) - 2)) if bare[i] in "省市县区州旗"}
    if issuer.kind is Kind.OFFICE:
        group = steps[-1][-1] if steps else ""
        names |= {
            f"{group}{office}"
            for office in ("人民政府办公室", "政府办公室", "政府办", "办公室")
            if group or office != "办公室"
        }
    if issuer.kind in _WITH_LEVELS:
        names |= {f"{bare[-1]}政府系统"}
    full = bare if not steps or steps[-1] in bare else steps[-1] + bare
    ordered = sorted((n for n in names if len(n) > 1), key=len, reverse=True)
    return Subject(tuple(ordered), bare, issuer.kind, "".join(steps) + bare, full)


@lru_cache(maxsize=1_024)  # each of many indicators may ask for the same clause
def head_of(text: str, subject: Subject) -> Head:
    """Take who and when from the head of a clause."""
    rest, is_own = text, False
    while rest:
        cut, names_own = _passed(rest, subject)
        if cut < 0:
            return Head(rest, is_other=True)
        if cut == 0:
            break
        rest, is_own = rest[cut:], is_own or names_own
    passed = text[: len(text) - len(rest)]
    return Head(rest, is_own=is_own, is_placed=is_own or bool(_PLACED.search(passed)))


def _passed(text: str, subject: Subject) -> tuple[int, bool]:
    """How many characters may be passed over, -1 for another body, and whether they name ours."""
    named = _own_name(text, subject)
    if named:
        return named, True
    own = _OWN.match(text)
    if own is not None and not _ON_THE_NET.match(text[own.end() :]):
        return (own.end() if _is_own(own, subject) else -1), True
    together = _ALL_LEVELS.match(text) if subject.kind in _WITH_LEVELS else None
    if together is not None:
        is_ours = together["top"] is None or subject.last.endswith(together["top"])
        return (together.end() if is_ours else -1), True
    for pattern in (_PASSING, _MANY_WAYS, _SYSTEM, _PURPOSE):
        match = pattern.match(text)
        if match is not None and match.end():
            return match.end(), False
    return 0, False


def _own_name(text: str, subject: Subject) -> int:
    """How many characters at the head are the body's name, in full or short; else 0."""
    for name in subject.names if text.startswith(subject.names) else ():
        if text.startswith(name) and not _ON_THE_NET.match(text[len(name) :]):
            rest = text[len(name) :]
            return len(name) + next((len(w) for w in _AFTER_NAME if rest.startswith(w)), 0)
    if subject.kind in _PLACES:
        return 0
    short = _SHORT_NAME.match(text)
    return short.end() if short and subject.is_short_for_own(short.group()) else 0


def _is_own(own: re.Match[str], subject: Subject) -> bool:
    office = own["office"]
    if subject.kind is Kind.DEPARTMENT and _BRANCHES.search(own.group()):
        return False  # 局系统各单位: those below it publish reports of their own
    if office is None:
        return subject.is_own_group(own["whose"], own["group"])
    if office.startswith("局"):
        return subject.kind is Kind.DEPARTMENT
    return subject.kind is Kind.TOWN


_BRANCHES = re.compile("系统.*各")
_ON_THE_NET = re.compile(r"(?:人民)?政府(?:门户)?网|网|门户|微信|公众|官|信息网")
# 县教育局网站, 白石镇政府网站; 县政府网站 may be where a town publishes.
_NAME_ON_THE_NET = re.compile(
    r"(?:(?P<bureau>[\u4e00-\u9fff]{2,12}?(?:局|委|办|厅|中心|院))(?=网|门户|微|公众|官)"
    r"|[\u4e00-\u9fff]{1,6}(?:乡|镇|街道|村|社区)(?=(?:人民)?政府(?:门户)?网|网|门户|微|公众|官))"
)
_AFTER_NAME = ("人民政府办事处", "人民政府", "办事处", "各级各部门", "各部门", "政府")


_OURS = re.compile(r"[本我](?:局|委|办|厅|中心|院|单位|机关|部门)")


def names_another_body(clause: str, subject: Subject) -> bool:
    """Whether a clause begins with a body that is not the report's own."""
    head = head_of(clause, subject)
    if head.is_other or head.is_own:
        return head.is_other
    if _NO_BODY.match(head.rest) or head.rest.startswith(subject.names):
        return False
    if subject.kind not in _PLACES and _OURS.match(head.rest):
        return False  # 其中本局网页905条
    on_the_net = _NAME_ON_THE_NET.match(head.rest)
    if on_the_net is not None:
        bureau = on_the_net["bureau"]
        is_ours = bureau and subject.kind not in _PLACES and subject.is_short_for_own(bureau)
        return not is_ours
    return _BODY.match(head.rest) is not None


def names_own_body(text: str, subject: Subject) -> bool:
    """Whether a text speaks of the report's own body anywhere: 其做法值得我局借鉴."""
    return any(own["whose"] and _is_own(own, subject) for own in _OWN.finditer(text))


def is_about_another(clauses: Iterable[str], subject: Subject) -> bool:
    """Whether the last body that clauses name is not the report's own."""
    is_other = False
    for clause in clauses:
        if names_another_body(clause, subject):
            is_other = True
        elif is_other and head_of(clause, subject).is_own:
            is_other = False
    return is_other
