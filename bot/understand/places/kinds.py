"""Kinds of body in a question: 各乡镇, 云溪县的局, 哪些街道, and the place that they belong to."""

import re
from dataclasses import replace

from bot.queries import PlaceScope
from bot.understand.places.gazetteer import PLACES, Gazetteer
from bot.understand.places.mention import PlaceMention, Walk
from bot.understand.reading.tokens import Token
from bot.understand.vocabulary.words import KINDS
from index.types import Kind

_COUNTED = re.compile(r"[两二三四五六七八九十0-9]\s*个$")


def take_kind(walk: Walk, token: Token, is_joined: bool) -> None:
    """A kind of body: those of the open places, or beside the kind right before it."""
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
    add_scope(walk, scope, walk.start(token), token.end, joined)


def _sums_up(walk: Walk, token: Token) -> bool:
    """Whether a kind after its number only says again what was named one by one."""
    named = sum(bool(p.ids) for p in walk.found)
    return named > 1 and bool(_COUNTED.search(walk.text[: token.start]))


def _points_back(walk: Walk, token: Token) -> bool:
    """Whether 镇里 only says again where a town that was named is."""
    is_named = bool(walk.found) and bool(walk.found[-1].ids)
    return is_named and token.text.endswith(("里", "上"))


def add_scope(walk: Walk, scope: PlaceScope, start: int, end: int, is_joined: bool) -> None:
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
    share_kind(walk, len(walk.found) - 1, -1)


def with_kinds(
    found: tuple[PlaceMention, ...], text: str, names: Gazetteer
) -> tuple[PlaceMention, ...]:
    """The places with kinds of body put to the place that they belong to, in order."""
    wholes = tuple(p for p in found if p.whole)
    named = _with_kinds(tuple(p for p in found if not p.whole), text, names)
    return tuple(sorted((*named, *wholes), key=_start))


def _start(place: PlaceMention) -> int:
    return place.start


def _with_kinds(
    found: tuple[PlaceMention, ...], text: str, names: Gazetteer
) -> tuple[PlaceMention, ...]:
    """云溪县2024年申请最少的乡镇: a kind that is named after its place, with words between."""
    scopes = [p.scope for p in found if p.scope and not p.scope.region]
    found = _without_sum(found, text, names)
    if len(scopes) > 1 and len(set(scopes)) == 1:  # 最多的部门和最少的部门
        found = tuple(dict.fromkeys((*(p for p in found if p.scope not in scopes), found[-1])))
    shared = _of_each_place(found, names)
    if shared is not None:
        return shared
    if len(found) != 2 or (found[1].is_joined and len(scopes) < 2):
        return found
    for place, kind in (found, found[::-1]):
        region = _whole_region(place, names)
        kinds = set(kind.scope.kinds) if kind.scope else set()
        if kinds and kinds <= set(PLACES) and region.endswith(_LOWEST):
            continue  # 云溪县在各县里排第几: no county lies in it
        if region and kind.scope and kind.scope.region is None and not kind.whole:
            label = region.rpartition("/")[2]
            scope = replace(kind.scope, region=region, label=label)
            if kind is found[0] and "占" in text[kind.end : place.start]:
                return (replace(kind, scope=scope), place)  # 乡镇占云溪县的比例
            return (PlaceMention(place.start, place.end, place.typed, (), scope, True),)
    return found


def _without_sum(
    found: tuple[PlaceMention, ...], text: str, names: Gazetteer
) -> tuple[PlaceMention, ...]:
    """Both towns, Qingshui and Sangqiao: a kind before the names of some of it says no more."""
    if len(found) <= _TWO or found[0].scope is None or found[0].scope.region:
        return found
    kinds, rest = found[0].scope.kinds, found[1:]
    are_named = all(len(p.ids) == 1 and names.issuers[p.ids[0]].kind in kinds for p in rest)
    between = text[found[0].end : found[1].start].strip()
    return rest if are_named and between in _TELLING else found


_TELLING = (",", "，", ":", "：", "(", "（", "、", "-", "—")


def _of_each_place(
    found: tuple[PlaceMention, ...], names: Gazetteer
) -> tuple[PlaceMention, ...] | None:
    """青石和云溪两个县的乡镇: the kind that is named last, in each of the places before it."""
    places, kind = found[:-1], found[-1].scope if found else None
    regions = [_whole_region(place, names) for place in places]
    is_within = kind is not None and not (kind.region or set(kind.kinds) & set(PLACES))
    if kind is None or not is_within or len(places) < _TWO or not all(regions):
        return None
    return tuple(map(_in_region, places, regions, [kind] * len(places)))


_TWO = 2


def _in_region(place: PlaceMention, region: str, kind: PlaceScope) -> PlaceMention:
    scope = replace(kind, region=region, label=region.rpartition("/")[2])
    return replace(place, ids=(), scope=scope, is_known=True, near=())


# 云溪县和澜棠县各乡镇: what stands between the places of one kind.
LISTED = re.compile(r"(?:和|与|跟|同|及|以及|、|vs\.?|versus|and|,|or)")


def share_kind(walk: Walk, at: int, step: int) -> None:
    """Give the places that are listed before a kind of body, or behind it, their own of it."""
    kind = walk.found[at].scope
    if kind is None or not kind.kinds or not kind.region or set(kind.kinds) & set(PLACES):
        return
    while 0 <= at + step < len(walk.found) and at + step in walk.alone:
        one, other = sorted((at, at + step))
        between = walk.text[walk.found[one].end : walk.found[other].start].strip()
        region = _whole_region(walk.found[at + step], walk.chains.names)
        if not LISTED.fullmatch(between) or not region:
            return
        at += step
        walk.found[at] = _in_region(walk.found[at], region, kind)


_LOWEST = ("县", "旗")


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
