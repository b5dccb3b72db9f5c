"""Which bodies and places a question names: the chain of places before a name belongs to it."""

import re
from dataclasses import replace

from bot.queries import PlaceScope
from bot.understand.places.afterthoughts import is_afterthought, narrow
from bot.understand.places.bare_names import is_name
from bot.understand.places.chains import Chains, is_step
from bot.understand.places.gazetteer import PLACES, Gazetteer
from bot.understand.places.kinds import LISTED, add_scope, share_kind, take_kind
from bot.understand.places.likes import as_the_last_body, bodied, bodies_like, tell_where
from bot.understand.places.mention import PlaceMention, Walk
from bot.understand.reading.texts import is_latin
from bot.understand.reading.tokens import Token
from bot.understand.vocabulary.words import EXCEPT
from index.types import Kind
from index.vocabulary.regions import Regions

_NAMES = ("body", "region", "short", "division", "core", "department", "whole", "kind", "any_body")
# What may stand between a place and the name that it belongs to: 太康那个马厂镇, 太康县的教育局.
_JOINING = ("filler", "weak", "cue", "every")
_REVERSED = frozenset(("in", "of", ",", "，", "(", "（", "at", "under", "the", ")", "）", "from"))
_SEVERAL_OF_A_NAME = re.compile(
    r"(?:(?P<n>[两二三四五六2-6])[个家所](?:县区?|区县)?|所有|全部|每[个家]|(?:几|多少)[个家所]|哪(?:[个家所些]|几[个家所])"
    r"|各(?:个|地|县区?|区县?|市县?|市区)?|\b(?:which|what|all|each|every)(?: of)?(?: the)? ?)的?$"
)
# 教育局里谁最多, education bureaus: of all that have the name.
_WHICH_OF_THEM = re.compile(r"(?:里面?|里头|之?中|当中)?[,，]?(?:谁|哪[个家所些])")
_PLURAL = ("bureaus", "commissions", "offices")  # Rank the education bureaus
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_SEVERAL = _TWO = 2
# 不算城关镇和望汀街道，云溪县…: what follows is no part of what is left out.
_LEFT_OUT = re.compile(rf"(?:{'|'.join(EXCEPT)})[^,，。;；]*$")


def find_places(
    text: str, tokens: list[Token], names: Gazetteer, regions: Regions
) -> tuple[PlaceMention, ...]:
    """The places of a question in order, each resolved as far as the holdings allow.

    Kinds of body that stand apart from their place are not yet put to it (`with_kinds`).
    """
    walk = Walk(text, Chains(names, regions))
    last = -1
    for i, token in enumerate(tokens):
        if token.has(*_NAMES) and is_name(text, tokens, i):
            walk.is_leading = _leads_on(tokens[i + 1 :])
            gap = tokens[last + 1 : i] if last >= 0 else tokens[max(0, i - 1) : i]
            _take(walk, token, gap, has_before=last >= 0)
            last = i
    _close(walk)
    if not walk.found:
        _take_counted(walk, tokens)
    return tuple(
        replace(p, is_every=_is_every(p, text), asked=walk.asked if p.scope else "")
        for p in walk.found
    )


def _leads_on(after: list[Token]) -> bool:
    """Whether a body is named right behind, to which a place belongs: 清水乡云溪县城关镇."""
    following = next((t for t in after if t.text not in ("的", "那个")), None)
    return following is not None and following.has("body", "short", "core", "department")


# 三个县, where none is named.
_COUNTIES = re.compile(r"(?:县|区|区县|县区)$")


def _take_counted(walk: Walk, tokens: list[Token]) -> None:
    """所有 of so many counties: which they are is known if no more are held."""
    said = next((t for t in tokens if t.has("counted") and _COUNTIES.search(t.text)), None)
    if said is not None:
        add_scope(walk, PlaceScope(None, (Kind.COUNTY,), ""), said.start, said.end, False)


def _is_every(place: PlaceMention, text: str) -> bool:
    """两个城关镇: all bodies of one name, as many as are held."""
    match = _SEVERAL_OF_A_NAME.search(text[: place.start])
    if match is None or len(place.ids) < _TWO:
        return len(place.ids) >= _TWO and place.typed.endswith(_PLURAL)
    return not match["n"] or _NUMBERS.get(match["n"], match["n"]) in (
        len(place.ids),
        str(len(place.ids)),
    )


def _take(walk: Walk, token: Token, gap: list[Token], *, has_before: bool) -> None:
    gap = _without_years(gap) if walk.open else gap
    is_joined = _is_joined(gap)
    if not (has_before and all(_joins(t) for t in gap)):
        _close(walk)
    if token.has("body", "short", "core", "department"):
        is_against = any({"compare", "more", "less"} & set(t.keys("op")) for t in gap)
        _take_body(walk, token, is_joined, is_against=is_against)
    elif token.has("region", "division"):
        _take_region(walk, token, gap, is_joined)
    elif token.has("whole"):
        _take_whole(walk, token, is_joined)
    elif _is_end_of_name(walk, token):
        walk.open[-1] = replace(walk.open[-1], end=token.end)
    else:
        take_kind(walk, token, is_joined)


def _is_end_of_name(walk: Walk, token: Token) -> bool:
    """lantang县: a place in letters, and its kind in characters."""
    place = walk.open[-1] if walk.open else None
    if place is None or place.end != token.start or not is_latin(place.text):
        return False
    return any(key.endswith(token.text) for key in place.keys("region"))


def _without_years(gap: list[Token]) -> list[Token]:
    """The words between two names, without years and what lists these: 甲县2023和2024年公安局."""
    years = [i for i, t in enumerate(gap) if t.has("year")]
    listed = range(years[0], years[-1] + 1) if years else range(0)
    are_listed = all(gap[i].has("year", "conjunction", "mark") for i in listed)
    return [t for i, t in enumerate(gap) if not (t.has("year") or (are_listed and i in listed))]


def _is_joined(gap: list[Token]) -> bool:
    """Whether 和 joins a name to the one before: 复议和诉讼各几起，云溪县 joins other things."""
    at = max((i for i, t in enumerate(gap) if t.has("conjunction")), default=-1)
    return at >= 0 and not any(t.has("concept", "metric") for t in gap[at:])


def _take_region(walk: Walk, token: Token, gap: list[Token], is_joined: bool) -> None:
    if walk.open and walk.chains.lies_in(token, walk.open):
        walk.open.append(token)
        return
    _close(walk)
    is_reversed = any(t.text in _REVERSED - {"the"} for t in gap) and all(
        t.text in _REVERSED or t.has("filler") for t in gap
    )
    is_added = is_afterthought(walk, token) and not is_joined
    is_out = bool(walk.found) and _LEFT_OUT.search(walk.text[: walk.found[-1].start])
    is_behind = _is_behind(walk, token)
    is_told = is_reversed or is_added or is_behind
    if (
        walk.found
        and not is_out
        and is_told
        and narrow(walk, token, is_apart=not (is_reversed or is_behind))
    ):
        walk.told = len(walk.found) - 1 if is_reversed or is_behind else -1
        return
    walk.open, walk.is_joined = [token], is_joined


_OF_IT = re.compile(r"(?:县|区|市)?(?:的|那个|那边|这边|那家)")
_OF_TWO = re.compile(r"[各谁比]|分别|哪个|哪家|哪边")


def _is_behind(walk: Walk, token: Token) -> bool:
    """城关镇云溪的, 水利局澜棠县2024年: the place right behind the name of a body in it."""
    last = walk.found[-1] if walk.found else None
    if (
        walk.is_leading
        or last is None
        or not last.ids
        or walk.text[last.end : token.start].strip()
    ):
        return False
    tells_apart = _tells_apart(walk, token, last.ids)
    if token.text.isascii() and tells_apart:
        return True  # jiaoyuju yunxi
    cores = walk.chains.names.own_cores
    is_told = all(i in cores for i in last.ids) or tells_apart
    after = walk.text[token.end :]
    is_of_two = bool(_OF_TWO.search(after)) and not _OF_IT.match(after)
    return is_told and not is_of_two


def _tells_apart(walk: Walk, token: Token, ids: tuple[int, ...]) -> bool:
    """Whether one of the bodies of a name, and only one, lies in a place."""
    return sum(walk.chains.belongs(i, [token]) for i in ids) == 1


def _take_body(walk: Walk, token: Token, is_joined: bool, *, is_against: bool) -> None:
    if _is_of_town(walk, token):
        town = walk.found.pop()
        typed = walk.text[town.start : token.end]
        walk.found.append(PlaceMention(town.start, token.end, typed, near=town.ids))
        return
    chains, start = walk.chains, walk.start(token)
    if _is_of_many(walk, token):
        return
    ids = chains.candidates(token, walk.open)
    kept = tuple(i for i in ids if chains.belongs(i, walk.open, token.text))
    is_beside = is_joined or is_against
    if is_joined and not walk.open and walk.shared and _in_each_shared(walk, token, ids):
        return
    kept = _beside_last(walk, kept) if is_beside and not walk.open else kept
    is_of_each = bool(walk.open) and "的" in walk.text[walk.open[-1].end : token.start]
    walk.shared = ()
    if is_of_each or any(i in chains.names.own_cores for i in kept):
        _share(walk, token, kept, start)
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


def _in_each_shared(walk: Walk, token: Token, ids: tuple[int, ...]) -> bool:
    """岚山县和湫水县的教育局和公安局: of the next name, too, the body in each of the places."""
    names = walk.chains.names
    there = [tuple(i for i in ids if names.steps[i] == steps) for steps in walk.shared]
    if not any(there) or any(i not in names.own_cores for i in ids):
        return False
    for own in there:
        walk.found.append(
            PlaceMention(token.start, token.end, token.text, own, is_known=True, is_joined=True)
        )
    return True


# 岚山县和湫水县的教育局, Lanshan vs Qiushui education bureau: one in either place.


def _share(walk: Walk, token: Token, ids: tuple[int, ...], start: int) -> None:
    """Give the places that are listed before a body of another place their own such body."""
    names, at = walk.chains.names, len(walk.found) - 1
    own = tuple({name for i in ids for name in names.steps[i][-1:]})
    own_steps = tuple(names.steps[i] for i in ids[:1])
    while own and at in walk.alone:
        place, found = walk.alone[at], walk.found[at]
        is_listed = LISTED.fullmatch(walk.text[found.end : start].strip().removeprefix("的"))
        if not is_listed or any(is_step(key, own) for key in place[-1].keys("region")):
            return
        kept = bodies_like(walk, ids, place) or tuple(
            i for i in walk.chains.candidates(token, place) if walk.chains.belongs(i, place)
        )
        if not (kept or any(i in names.own_cores for i in ids)):
            return  # a town, of which the other place has none of that name
        called = next((names.own_cores[i] for i in ids if i in names.own_cores), token.text)
        walk.found[at] = bodied(found, kept, called)
        walk.shared = (*(names.steps[i] for i in kept[:1]), *(walk.shared or own_steps))
        at, start = at - 1, found.start


def _share_back(walk: Walk, place: list[Token]) -> None:
    """The education bureaus of Yunxi and Qingshi: that of the second place as well."""
    names, found = walk.chains.names, walk.found[-1]
    ids = walk.found[walk.told].ids
    is_told = walk.told == len(walk.found) - _TWO
    if is_told and walk.told >= 0 and walk.found[walk.told].scope is not None:
        share_kind(walk, walk.told, 1)
        walk.told += 1
        return
    is_listed = is_told and LISTED.fullmatch(
        walk.text[walk.found[walk.told].end : found.start].strip()
    )
    if is_listed and ids and all(i in names.own_cores for i in ids):
        walk.found[-1] = bodied(found, bodies_like(walk, ids, place), names.own_cores[ids[0]])
        walk.told += 1


def _is_of_many(walk: Walk, token: Token) -> bool:
    """Whether all departments of a name are meant: 哪个公安局, 各县区教育局, 教育局里谁."""
    names, last = walk.chains.names, walk.found[-1] if walk.found else None
    before = walk.text[: token.start]
    counties = last.scope if last and last.end == len(before.removesuffix("的")) else None
    counties = counties if counties and set(counties.kinds) <= set(PLACES) else None
    some = _SEVERAL_OF_A_NAME.search(before)
    which = None if walk.found else _WHICH_OF_THEM.match(walk.text, token.end)
    ids = walk.chains.candidates(token, walk.open) if token.has("core") else ()
    is_some = bool(some and not some["n"]) or (which is not None and len(ids) > 1)
    if not ids or not (counties or is_some):
        return False
    walk.asked = _asked(some, which, walk.text[token.end :])
    kinds = tuple(dict.fromkeys(names.issuers[i].kind for i in ids))
    scope = PlaceScope(None, kinds, "", ending=names.own_cores[ids[0]])
    if counties is None:
        add_scope(walk, scope, walk.start(token), token.end, walk.is_joined)
        return True
    above = {names.steps[i][:-1] for i in ids}
    walk.found[-1] = replace(
        walk.found[-1],
        end=token.end,
        scope=replace(
            scope,
            region=counties.region,
            label=counties.label,
            without=tuple(i for i in ids if names.steps[i] in above),
        ),
    )
    return True


_HOW_MANY = re.compile(r"^(?:几|多少)")
_ADDED_UP = re.compile(r"多少|几[件条次]|一共|合计|总|各|加起来")


def _asked(some: re.Match[str] | None, which: re.Match[str] | None, after: str) -> str:
    """What is asked about these departments: which of them, or how many."""
    said = some[0] if some else ""
    if which or said.startswith(("哪", "which", "what")):
        return "list_places"
    return "count_places" if _HOW_MANY.match(said) and not _ADDED_UP.search(after) else ""


def _beside_last(walk: Walk, ids: tuple[int, ...]) -> tuple[int, ...]:
    """云溪县公安局和自然资源局: of several departments of one name, that of the same place."""
    names = walk.chains.names
    last = walk.found[-1] if walk.found else None
    if last is None or len(last.ids) != 1 or any(i not in names.own_cores for i in ids):
        return ids
    if len(ids) < _SEVERAL or last.ids[0] not in names.own_cores:
        return ids
    here = tuple(i for i in ids if names.steps[i] == names.steps[last.ids[0]])
    return here if len(here) == 1 else ids


def _is_of_town(walk: Walk, token: Token) -> bool:
    """Whether a department is named right after a town, which has none that report."""
    last = walk.found[-1] if walk.found else None
    if walk.open or last is None or walk.text[last.end : token.start].strip():
        return False
    is_town = bool(last.ids) and walk.chains.names.issuers[last.ids[0]].kind not in PLACES
    return is_town and token.has("core", "department") and not token.has("body")


def _take_whole(walk: Walk, token: Token, is_joined: bool) -> None:
    if walk.open:
        last = walk.open[-1]
        walk.open[-1] = replace(last, end=token.end)
        return
    level = token.keys("whole")[0]
    walk.found.append(
        PlaceMention(token.start, token.end, token.text, is_joined=is_joined, whole=level)
    )


def _close(walk: Walk) -> None:
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
    walk.alone[len(walk.found)] = places
    walk.found.append(mention)
    _share_back(walk, places)
    as_the_last_body(walk)
    tell_where(walk)


def _joins(token: Token) -> bool:
    if token.has("conjunction"):
        return False
    return token.has(*_JOINING) or (token.has("mark") and token.text in ",，·/-的( （")
