"""Names that nobody holds, or that may be one of several."""

import re
from itertools import pairwise

from bot.queries import Asked, Clarification, Operation, Query, Refusal
from bot.understand.frames import Frame
from bot.understand.matter import leads
from bot.understand.mentions import Mentions
from bot.understand.phrase import name_choices
from bot.understand.places.gazetteer import Gazetteer
from bot.understand.places.mention import PlaceMention
from bot.understand.places.names import by_initials, is_great_place, kind_after, near_in_letters
from bot.understand.reading.lexicon import everyday
from index.vocabulary.regions import load_regions, short_name

_BODY_ENDS = re.compile(
    r"(?:省|市|县|区|旗|乡|镇|街道|街|村|社区|局|委|厅|院|校|所|站|中心|公司|集团|大学|学校|医院|中学|小学|支队|大队)$"
)
_GOVERNMENT = re.compile(r"(?:人民)?政府(?!网站|门户|信息|工作|公报|公开|服务|采购|办|文件|部门)")
# Names of bodies, and not 矿区, 城市, 布局, 城镇.
_NAMED = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:(?<![村城乡集])镇|(?<![家城下返])乡|县|(?<![超股城都])市|街道|旗"
    r"|(?<![矿城景小社山库灾园地牧林郊片老新])区|(?<![邮结格布大])局|委员会|管委会)$"
)
_PLACE_ENDS = ("乡", "镇", "县", "市", "区")
_SHORTEST_IN_LETTERS = 5


def unheld_place(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    """The refusal or the question back about a name."""
    if m.doubtful is not None:
        typed, meant = m.doubtful
        start = m.text.find(typed)
        ids = _called(meant, names)
        choices = name_choices(m, start, start + len(typed), ids, names)
        if len(meant) == 1:  # 青山县, where only 青石县 is held
            return Refusal(asked, "no_issuer", (typed,), choices=choices, issuers=ids)
        return Clarification(asked, "place", choices, typed)
    for place in m.places:
        if frame.kind == "passages" and not leads(m, place.start):
            continue  # what is said of a place, not whose report it is
        if place.is_missing and not any(place.start == m.text.find(w) + len(w) for w in m.unknown):
            return _no_issuer(m, place, asked, names)
    if not frame.kind or frame.kind in ("facts", "both"):
        for word in m.unknown:
            query = _strange_name(m, word, asked, names)
            if query is not None:
                return query
    is_of_one = frame.operation not in _OVER_BODIES and not m.has("kind")
    own = _own_government(m, asked) if is_of_one else None
    if frame.kind in ("passages", "diff"):
        return own or _leading_name(m, asked, names)
    return own


_OVER_BODIES = (Operation.RANK, Operation.LIST, Operation.COUNT)


def _own_government(m: Mentions, asked: Asked) -> Refusal | None:
    """太康县人民政府, of which towns are held: what they write or count is not its own."""
    for place in m.places:
        is_whole = place.scope is not None and place.scope.is_whole and not place.ids
        tail = _GOVERNMENT.match(m.text, place.end)
        if is_whole and tail and leads(m, place.start):
            return Refusal(asked, "no_issuer", (place.typed + tail[0],))
    return None


def _leading_name(m: Mentions, asked: Asked, names: Gazetteer) -> Refusal | None:
    """An unknown name of a body before all that is asked: 云溪县桑桥乡怎么写低保公示的."""
    for word in m.unknown:
        start = m.text.find(word)
        if _NAMED.search(word) and leads(m, start):
            return _unheld_name(m, word, asked, start + len(word), names)
    return None


def _no_issuer(m: Mentions, place: PlaceMention, asked: Asked, names: Gazetteer) -> Refusal:
    choices = name_choices(m, place.start, place.end, place.near, names)
    years = tuple(sorted({year for y in m.years for year in y.years}))
    return Refusal(
        asked,
        "no_issuer",
        (_AHEAD.sub("", place.typed) or place.typed,),
        years=years,
        choices=choices,
        issuers=place.near,
        is_known_place=place.is_known,
    )


# 宿迁市2023年沭阳县: the year that stands within is no part of the name.
_AHEAD = re.compile(r"^.*(?:[0-9]{2,4}年度?的?|报告[中里]?的?|年报[中里]?的?)")


def _strange_name(m: Mentions, word: str, asked: Asked, names: Gazetteer) -> Query | None:
    """A word that looks like a name: beside a place, by initials, or nearly right in letters."""
    start = m.text.find(word)
    end = start + len(word)
    beside = next((p for p in m.places if p.start == end and not word.isascii()), None)
    if beside is not None and len(word) == 1:
        choices = name_choices(m, start, beside.end, beside.ids, names)
        about = (word + beside.typed,)
        return Refusal(asked, "no_issuer", about, choices=choices, issuers=beside.ids)
    ids = by_initials(word, names)
    if ids:
        end += m.text[end : end + 1] in _PLACE_ENDS
        return Clarification(asked, "place", name_choices(m, start, end, ids, names), word)
    near = near_in_letters(word, m.text[end:].lstrip(), names)
    if near:
        end += kind_after(m.text[end:])
        choices = name_choices(m, start, end, _called(near, names), names)
        return Clarification(asked, "place", choices, word)
    return _unheld_name(m, word, asked, end, names)


def _called(found: tuple[str, ...], names: Gazetteer) -> tuple[int, ...]:
    """The bodies, or governments, of these names."""
    return tuple(i for n in found for i in names.bodies.get(n) or names.governments.get(n, ()))


def _unheld_name(
    m: Mentions, word: str, asked: Asked, end: int, names: Gazetteer
) -> Refusal | None:
    """A word that ends like a body or a place, is written like one, or is in the list."""
    if word.isascii():
        is_proper = set(word.split()) <= m.proper or (
            len(word) >= _SHORTEST_IN_LETTERS and is_great_place(word, load_regions())
        )
        return Refusal(asked, "no_issuer", (word.title(),)) if is_proper else None
    following = "街道" if m.text[end : end + 2] == "街道" else m.text[end : end + 1]
    is_place = bool(_BODY_ENDS.search(word)) or following in (*_PLACE_ENDS, "街道")
    is_known = bool(load_regions().short_paths(word)) and _may_be_place(m, word, end)
    if not (is_place or is_known):
        return None
    before = next((p.typed for p in m.places if p.end == end - len(word)), "")
    tail = following if following in _PLACE_ENDS and not _BODY_ENDS.search(word) else ""
    near = names.shorts.get(short_name(word), ())
    choices = name_choices(m, end - len(word), end, near, names)
    about = (before + word + tail,)
    return Refusal(
        asked, "no_issuer", about, choices=choices, issuers=near, is_known_place=is_known
    )


def _may_be_place(m: Mentions, word: str, end: int) -> bool:
    """Whether a word stands where a place would; 计划 of 清水乡2024年计划公开多少条 does not."""
    if word in everyday():
        return False
    start = end - len(word)
    is_first = not any(p.start < start for p in m.places)
    before = m.text[:start].rstrip()
    is_joined = before.endswith(("和", "与", "跟", "比", "、", "及", "，", ","))
    touches = any(p.end == start or p.start == end for p in m.places)
    return (is_first and not m.places) or is_joined or touches


_SEVERAL = frozenset(
    ("compare", "difference", "more", "less", "share", "sum", "rank", "mean", "times", "median")
)


def stray_place(m: Mentions, frame: Frame) -> str:
    """A second place that nothing joins to the first: 公开了多少条公安局信息."""
    if m.ops & _SEVERAL or frame.measure or m.has("every") or frame.operation is Operation.RANK:
        return ""
    for one, other in pairwise(m.places):
        between = m.text[one.end : other.start]
        is_parted = not between or re.search(r"[,，、;；:：。?？(（/]", between)
        if not (other.is_joined or other.whole or one.whole or is_parted):
            return other.typed
    return ""
