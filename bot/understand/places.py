"""Which bodies and places a question names: the chain of places before a name belongs to it."""

import re
from dataclasses import dataclass, field, replace

from bot.queries import PlaceScope
from bot.understand.chains import Chains
from bot.understand.gazetteer import PLACES, Gazetteer
from bot.understand.tokens import Token
from bot.understand.words import EXCEPT, KINDS
from index.types import Kind
from index.vocabulary.regions import Regions

_NAMES = ("body", "region", "short", "division", "core", "department", "whole", "kind", "any_body")
# What may stand between a place and the name that it belongs to: 太康那个马厂镇, 太康县的教育局.
_JOINING = ("filler", "weak", "cue", "every")
_REVERSED = frozenset(("in", "of", ",", "，", "(", "（", "at", "under", "the", ")", "）", "from"))
# These names of departments are words of every day unless a place stands right before them.
_KIND_ENDS = (
    "局",
    "委",
    "厅",
    "办",
    "室",
    "会",
    "bureau",
    "office",
    "commission",
    "委员会",
    "zone",
    "开发区",
    "经开区",
    "高新区",
    "园区",
)


_COUNTED = re.compile(r"[两二三四五六七八九十0-9]\s*个$")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as it was named: candidates, or a scope; neither where nothing of it is held."""

    start: int
    end: int
    typed: str
    ids: tuple[int, ...] = ()
    scope: PlaceScope | None = None
    is_known: bool = False
    near: tuple[int, ...] = ()
    is_joined: bool = False  # 和 stands before it
    whole: str = ""  # 全县 without a name: county, city or province
    is_every: bool = False  # 两个城关镇: each of the bodies of one name
    last: tuple[int, int] = (0, 0)  # where its own place is told, words after the name

    @property
    def is_missing(self) -> bool:
        """Whether nothing that is held has this name."""
        return not self.ids and self.scope is None and not self.whole

    def covers(self, at: int) -> bool:
        """Whether a word that begins there is part of its name, or tells where it is."""
        return self.start <= at < self.end or self.last[0] <= at < self.last[1]


def find_places(
    text: str, tokens: list[Token], names: Gazetteer, regions: Regions
) -> tuple[PlaceMention, ...]:
    """The places of a question in order, each resolved as far as the holdings allow.

    Kinds of body that stand apart from their place are not yet put to it (`with_kinds`).
    """
    walk = _Walk(text, Chains(names, regions))
    last = -1
    for i, token in enumerate(tokens):
        if token.has(*_NAMES) and _is_name(text, tokens, i):
            gap = tokens[last + 1 : i] if last >= 0 else tokens[max(0, i - 1) : i]
            _take(walk, token, gap, has_before=last >= 0)
            last = i
    _close(walk)
    return tuple(replace(p, is_every=_is_every(p, text)) for p in walk.found)


_SEVERAL_OF_A_NAME = re.compile(
    r"(?:(?P<n>[两二三四五六2-6])[个家所](?:县区?|区县)?|所有|全部|每[个家])的?$"
)
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}


def _is_every(place: PlaceMention, text: str) -> bool:
    """两个城关镇: all bodies of one name, as many as are held."""
    match = _SEVERAL_OF_A_NAME.search(text[: place.start])
    if match is None or len(place.ids) < 2:
        return False
    return not match["n"] or _NUMBERS.get(match["n"], match["n"]) in (
        len(place.ids),
        str(len(place.ids)),
    )


def with_kinds(
    found: tuple[PlaceMention, ...], text: str, names: Gazetteer
) -> tuple[PlaceMention, ...]:
    """The places with kinds of body put to the place that they belong to, in order."""
    wholes = tuple(p for p in found if p.whole)
    named = _with_kinds(tuple(p for p in found if not p.whole), text, names)
    return tuple(sorted((*named, *wholes), key=_start))


def _start(place: PlaceMention) -> int:
    return place.start


@dataclass(slots=True)
class _Walk:
    """How far the tokens were read: what was found, and places that wait for a name."""

    text: str
    chains: Chains
    found: list[PlaceMention] = field(default_factory=list)
    open: list[Token] = field(default_factory=list)
    is_joined: bool = False  # the open places

    def start(self, token: Token) -> int:
        """Where a name begins, with the places before it."""
        return self.open[0].start if self.open else token.start


def _is_name(text: str, tokens: list[Token], i: int) -> bool:
    """Whether a name of every day is one here: 公安 only after a place, 镇 only where marked."""
    token, before = tokens[i], tokens[i - 1] if i else None
    touches = before is not None and not text[before.end : token.start].strip()
    if token.has("body", "region", "division", "whole", "any_body"):
        return True
    if token.has("core", "department"):
        is_after_place = before is not None and before.has("region", "division", "body")
        return token.text.endswith(_KIND_ENDS) or (touches and is_after_place)
    if token.has("kind") and _stands_alone(tokens, i):
        return True
    if token.text == "部门":
        is_of_place = (
            before is not None
            and touches
            and before.has("region", "division", "whole", "counted", "kind")
        )
        is_marked = before is not None and (before.text.endswith("的") or before.has("every"))
        return is_of_place or is_marked
    if token.has("kind") and _is_sought(tokens, i):
        return True
    if token.has("kind") and len(token.text) == 1:
        return touches and before is not None and before.has("every", "region")
    return True


def _is_sought(tokens: list[Token], i: int) -> bool:
    """许可办得最多的县: the kind of body that is asked for stands last."""
    rest = [t for t in tokens[i + 1 :] if not t.has("mark", "filler", "cue")]
    before = tokens[i - 1] if i else None
    return not rest and before is not None and before.text.endswith("的")


_BODIES = ("body", "short", "core", "department")


def _stands_alone(tokens: list[Token], i: int) -> bool:
    """申请最少的局: a bare kind of body is one where a place is named and no body is."""
    others = [t for j, t in enumerate(tokens) if j != i]
    is_of_place = any(t.has("region", "whole") for t in others)
    beside = [t for t in others if t.end == tokens[i].start or t.start == tokens[i].end]
    is_torn = any(t.is_unknown for t in beside)
    return is_of_place and not is_torn and not any(t.has(*_BODIES) for t in others)


def _take(walk: _Walk, token: Token, gap: list[Token], *, has_before: bool) -> None:
    is_joined = any(t.has("conjunction") for t in gap)
    if not (has_before and all(_joins(t) or t.has("year") for t in gap)):
        _close(walk)
    if token.has("body", "short", "core", "department"):
        is_against = any({"compare", "more", "less"} & set(t.keys("op")) for t in gap)
        _take_body(walk, token, is_joined, is_against=is_against)
    elif token.has("region", "division"):
        _take_region(walk, token, gap, is_joined)
    elif token.has("whole"):
        _take_whole(walk, token, is_joined)
    else:
        _take_kind(walk, token, is_joined)


def _take_region(walk: _Walk, token: Token, gap: list[Token], is_joined: bool) -> None:
    if walk.open and walk.chains.lies_in(token, walk.open):
        walk.open.append(token)
        return
    _close(walk)
    is_reversed = any(t.text in _REVERSED for t in gap) and all(
        t.text in _REVERSED or t.has("filler") for t in gap
    )
    is_added = _is_afterthought(walk, token) and not is_joined
    is_out = bool(walk.found) and _LEFT_OUT.search(walk.text[: walk.found[-1].start])
    is_told = is_reversed or is_added
    if walk.found and not is_out and is_told and _narrow(walk, token, is_apart=not is_reversed):
        return
    walk.open, walk.is_joined = [token], is_joined


_LAST = re.compile(
    r"(?:的|的?那(?:个|家|边)|这边|境内|里的?)?\s*[)）]?"
    r"[呀啊呢吗吧哦嘛]*[?？。!！,，~]*\s*(?:谢谢|多谢|谢了|感谢|thanks)?.{0,2}[。!！~]*"
)
# (在云溪县), 我说的是云溪县: what leads over to the place of a name that was said before.
_LED_OVER = re.compile(
    r"(?:[,，。;； ]|[(（])\s*(?:(?:就|指的?)?是|(?:就是)?我(?:说|指|问|讲|查)的?就?是"
    r"|我是(?:说|问|指)|在|位于|属于?|i (?:mean|meant)|in|that is|namely|the one in)?\s*$"
)


def _is_afterthought(walk: _Walk, token: Token) -> bool:
    """卫健委办结了几件申请,云溪县的: the place of a name said last."""
    is_last = _LAST.fullmatch(walk.text[token.end :])
    return bool(is_last) and bool(_LED_OVER.search(walk.text[: token.start]))


def _narrow(walk: _Walk, token: Token, *, is_apart: bool) -> bool:
    """Dalong Township in Hukou County: the place after a name belongs to it too.

    The words between stay words of the question where other words stand there.
    """
    last, names = walk.found[-1], walk.chains.names
    if last.scope is not None and last.scope.region is None and last.scope.kinds:
        walk.found.pop()
        walk.open = [token]
        _add_scope(walk, last.scope, last.start, token.end, last.is_joined)
        return True
    if not last.ids or any(names.issuers[i].kind in PLACES for i in last.ids):
        return False
    kept = tuple(i for i in last.ids if walk.chains.belongs(i, [token]))
    typed = walk.text[last.start : token.end]
    near = () if kept else last.ids
    if is_apart:
        told = (token.start, token.end)
        typed = token.text + last.typed
        walk.found[-1] = replace(last, ids=kept, last=told, typed=typed, near=near)
    else:
        walk.found[-1] = replace(last, ids=kept, end=token.end, typed=typed, near=near)
    return True


def _take_body(walk: _Walk, token: Token, is_joined: bool, *, is_against: bool) -> None:
    if _is_of_town(walk, token):
        town = walk.found.pop()
        typed = walk.text[town.start : token.end]
        walk.found.append(PlaceMention(town.start, token.end, typed, near=town.ids))
        return
    chains, start = walk.chains, walk.start(token)
    ids = chains.candidates(token, walk.open)
    kept = tuple(i for i in ids if chains.belongs(i, walk.open, token.text))
    is_beside = is_joined or is_against
    kept = _beside_last(walk, kept) if is_beside and not walk.open else kept
    mention = PlaceMention(
        start,
        token.end,
        walk.text[start : token.end],
        kept,
        is_known=bool(kept) or chains.is_known(token),
        near=() if kept else chains.near(token, ids, walk.open),
        is_joined=walk.is_joined if walk.open else is_joined,
    )
    walk.found.append(mention)
    walk.open = []


def _beside_last(walk: _Walk, ids: tuple[int, ...]) -> tuple[int, ...]:
    """云溪县公安局和自然资源局: of several departments of one name, that of the same place."""
    names = walk.chains.names
    last = walk.found[-1] if walk.found else None
    if last is None or len(last.ids) != 1 or any(i not in names.own_cores for i in ids):
        return ids
    if len(ids) < _SEVERAL or last.ids[0] not in names.own_cores:
        return ids
    here = tuple(i for i in ids if names.steps[i] == names.steps[last.ids[0]])
    return here if len(here) == 1 else ids


_SEVERAL = 2
# 不算城关镇和望汀街道，云溪县…: what follows is no part of what is left out.
_LEFT_OUT = re.compile(rf"(?:{'|'.join(EXCEPT)})[^,，。;；]*$")


def _is_of_town(walk: _Walk, token: Token) -> bool:
    """Whether a department is named right after a town, which has none that report."""
    last = walk.found[-1] if walk.found else None
    if walk.open or last is None or walk.text[last.end : token.start].strip():
        return False
    is_town = bool(last.ids) and walk.chains.names.issuers[last.ids[0]].kind not in PLACES
    return is_town and token.has("core", "department") and not token.has("body")


def _take_whole(walk: _Walk, token: Token, is_joined: bool) -> None:
    if walk.open:
        last = walk.open[-1]
        walk.open[-1] = replace(last, end=token.end)
        return
    level = token.keys("whole")[0]
    walk.found.append(
        PlaceMention(token.start, token.end, token.text, is_joined=is_joined, whole=level)
    )


def _take_kind(walk: _Walk, token: Token, is_joined: bool) -> None:
    kinds = tuple(k for key in token.keys("kind") for k in KINDS[key][0])
    last = walk.found[-1] if walk.found else None
    if not walk.open and (_sums_up(walk, token) or _points_back(walk, token)):
        return  # 清水乡和石桥镇这两个乡镇
    if last and not walk.open and last.scope is not None and last.end == token.start:
        both = replace(last.scope, kinds=(*last.scope.kinds, *kinds), ending="")
        walk.found[-1] = replace(last, scope=both, end=token.end)
        return
    ending = ending_in(token.text) if kinds == (Kind.TOWN,) else ""
    scope = PlaceScope(None, kinds, "", False, ending)
    joined = walk.is_joined if walk.open else is_joined
    _add_scope(walk, scope, walk.start(token), token.end, joined)


def _sums_up(walk: _Walk, token: Token) -> bool:
    """Whether a kind after its number only says again what was named one by one."""
    named = sum(bool(p.ids) for p in walk.found)
    return named > 1 and bool(_COUNTED.search(walk.text[: token.start]))


def _points_back(walk: _Walk, token: Token) -> bool:
    """Whether 镇里 only says again where a town that was named is."""
    is_named = bool(walk.found) and bool(walk.found[-1].ids)
    return is_named and token.text.endswith(("里", "上"))


def _add_scope(walk: _Walk, scope: PlaceScope, start: int, end: int, is_joined: bool) -> None:
    """The bodies of a kind, within the open places if any are."""
    mention = PlaceMention(start, end, walk.text[start:end], is_known=True, is_joined=is_joined)
    if walk.open:
        paths = walk.chains.paths(walk.open)
        walk.open = []
        if not paths:
            walk.found.append(mention)
            return
        scope = replace(scope, region=paths[0], label=paths[0].rpartition("/")[2])
    walk.found.append(replace(mention, scope=scope))


def _close(walk: _Walk) -> None:
    """Places that no name followed stand for themselves."""
    if not walk.open:
        return
    places, walk.open = walk.open, []
    start, end = places[0].start, places[-1].end
    paths = walk.chains.paths(places)
    held = walk.chains.governments(paths)
    if len({path.rpartition("/")[2] for path in paths}) > 1:
        # Letters spell several places: Suzhou.
        some = (i for path in paths for i in walk.chains.names.inside(path)[:3])
        held = tuple(dict.fromkeys((*held, *some)))
    mention = PlaceMention(
        start, end, walk.text[start:end], held, is_known=True, is_joined=walk.is_joined
    )
    if not held and len(paths) == 1:
        label = paths[0].rpartition("/")[2]
        mention = replace(mention, scope=PlaceScope(paths[0], (), label, is_whole=True))
    elif not held:
        inside = tuple(i for path in paths for i in walk.chains.names.inside(path))
        near = walk.chains.near(places[-1], (), places)
        mention = replace(mention, ids=inside, near=near)
    walk.found.append(mention)


def _with_kinds(
    found: tuple[PlaceMention, ...], text: str, names: Gazetteer
) -> tuple[PlaceMention, ...]:
    """云溪县2024年申请最少的乡镇: a kind that is named after its place, with words between."""
    scopes = [p.scope for p in found if p.scope and not p.scope.region]
    if len(scopes) > 1 and len(set(scopes)) == 1:  # 最多的部门和最少的部门
        found = tuple(dict.fromkeys((*(p for p in found if p.scope not in scopes), found[-1])))
    if len(found) != 2 or (found[1].is_joined and len(scopes) < 2):
        return found
    for place, kind in (found, found[::-1]):
        region = _whole_region(place, names)
        if region and kind.scope and kind.scope.region is None and not kind.whole:
            label = region.rpartition("/")[2]
            scope = replace(kind.scope, region=region, label=label)
            if kind is found[0] and "占" in text[kind.end : place.start]:
                return (replace(kind, scope=scope), place)  # 乡镇占云溪县的比例
            return (PlaceMention(place.start, place.end, place.typed, (), scope, True),)
    return found


def _whole_region(place: PlaceMention, names: Gazetteer) -> str:
    if place.scope is not None:
        return place.scope.region or "" if place.scope.is_whole else ""
    if len(place.ids) == 1 and names.issuers[place.ids[0]].kind in PLACES:
        return "/".join(names.steps[place.ids[0]])
    return ""


def ending_in(text: str) -> str:
    """The one kind of town that a word names: 街道 in 各街道, nothing in 各乡镇."""
    tells = [end for end in ("街道", "镇", "乡") if end in text]
    if text in ("镇街", "街镇", "镇街道"):
        return ""
    if "subdistrict" in text:
        return "街道"
    return tells[0] if len(tells) == 1 else ""


def kinds_in(text: str) -> tuple[Kind, ...]:
    """The kind of body that a word for places names: 哪些乡镇, which bureaus."""
    tells = (
        (Kind.TOWN, ("乡", "镇", "街道", "town", "subdistrict")),
        (Kind.DEPARTMENT, ("部门", "局", "department", "bureau")),
        (Kind.COUNTY, ("县", "count")),
    )
    return next(((kind,) for kind, signs in tells if any(s in text for s in signs)), ())


def _joins(token: Token) -> bool:
    if token.has("conjunction"):
        return False
    return token.has(*_JOINING) or (token.has("mark") and token.text in ",，·/-的( （")
