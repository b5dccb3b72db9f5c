"""Which bodies and places a question names: the chain of places before a name belongs to it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.queries import PlaceScope
from bot.understand.departments import DEPARTMENTS
from bot.understand.gazetteer import PLACES, SERVING, Gazetteer
from bot.understand.tokens import Token
from bot.understand.words import KINDS
from index.types import Kind
from index.vocabulary.regions import Regions
from index.vocabulary.regions import short_name as _slow_short_name

short_name = lru_cache(maxsize=65_536)(_slow_short_name)

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

    @property
    def is_missing(self) -> bool:
        """Whether nothing that is held has this name."""
        return not self.ids and self.scope is None and not self.whole


@dataclass(slots=True)
class _Open:
    """Places that wait for the name which they belong to."""

    tokens: list[Token]
    is_joined: bool = False


def find_places(
    text: str, tokens: list[Token], names: Gazetteer, regions: Regions
) -> tuple[PlaceMention, ...]:
    """The places of a question in order, each resolved as far as the holdings allow."""
    return _Reading(text, tokens, names, regions).mentions()


class _Reading:
    """One walk over the tokens of a question."""

    def __init__(self, text: str, tokens: list[Token], names: Gazetteer, regions: Regions) -> None:
        self.text, self.tokens, self.names, self.regions = text, tokens, names, regions
        self.found: list[PlaceMention] = []
        self.open: list[Token] = []
        self.open_joined = False

    def mentions(self) -> tuple[PlaceMention, ...]:
        last = -1
        for i, token in enumerate(self.tokens):
            if not token.has(*_NAMES) or not self._is_name(i):
                continue
            gap = self.tokens[last + 1 : i] if last >= 0 else self.tokens[max(0, i - 1) : i]
            self._take(token, gap, last >= 0)
            last = i
        self._close()
        wholes = tuple(p for p in self.found if p.whole)
        named = _with_kinds(tuple(p for p in self.found if not p.whole), self.names)
        return tuple(sorted((*named, *wholes), key=lambda p: p.start))

    def _is_name(self, i: int) -> bool:
        """Whether a name of every day is one here: 公安 only after a place, 镇 only where marked."""
        token = self.tokens[i]
        before = self.tokens[i - 1] if i else None
        touches = before is not None and not self.text[before.end : token.start].strip()
        after_place = touches and before is not None and before.has("region", "division", "body")
        if token.has("body", "region", "division", "whole", "any_body"):
            return True
        if token.has("core", "department") and not token.text.endswith(_KIND_ENDS):
            return after_place
        if token.has("core", "department"):
            return True
        if token.text == "部门":
            return before is not None and (before.text == "的" or before.has("every"))
        if token.has("kind") and len(token.text) == 1:
            return touches and before is not None and before.has("every", "list", "region")
        return True

    def _take(self, token: Token, gap: list[Token], has_before: bool) -> None:
        is_linked = has_before and all(_joins(t) for t in gap)
        is_joined = any(t.has("conjunction") for t in gap)
        if not is_linked and self.open:
            self._close()
        if token.has("body", "short", "core", "department"):
            self._take_body(token, is_joined)
        elif token.has("region", "division"):
            self._take_region(token, gap, is_joined)
        elif token.has("whole"):
            self._take_whole(token, is_joined)
        else:
            self._take_kind(token, is_joined)

    def _take_region(self, token: Token, gap: list[Token], is_joined: bool) -> None:
        if self.open and self._lies_in(token, self.open):
            self.open.append(token)
            return
        self._close()
        if self.found and gap and all(t.text in _REVERSED or t.has("filler") for t in gap):
            if any(t.text in _REVERSED for t in gap) and self._narrow(token):
                return
        self.open, self.open_joined = [token], is_joined

    def _narrow(self, token: Token) -> bool:
        """Dalong Township in Hukou County: the place after a name belongs to it too."""
        last = self.found[-1]
        if last.scope is not None and last.scope.region is None and last.scope.kinds:
            self.found.pop()
            self.open = [token]
            self._add_scope(last.scope, last.start, token.end, last.is_joined)
            return True
        if not last.ids or last.scope is not None:
            return False
        places = [i for i in last.ids if self.names.issuers[i].kind in PLACES]
        if places:
            return False
        kept = tuple(i for i in last.ids if self._belongs(i, [token]))
        typed = f"{last.typed}{self.text[last.end : token.end]}"
        self.found[-1] = replace(
            last, ids=kept, end=token.end, typed=typed, near=() if kept else last.ids
        )
        return True

    def _take_body(self, token: Token, is_joined: bool) -> None:
        if self._is_of_town(token):
            town = self.found.pop()
            typed = self.text[town.start : token.end]
            self.found.append(PlaceMention(town.start, token.end, typed, near=town.ids))
            return
        ids = self._candidates(token)
        start = self.open[0].start if self.open else token.start
        kept = tuple(i for i in ids if self._belongs(i, self.open, token.text))
        joined = self.open_joined if self.open else is_joined
        typed = self.text[start : token.end]
        near = () if kept else self._near(ids, self.open)
        is_known = bool(kept) or self._is_known(token)
        self.found.append(
            PlaceMention(start, token.end, typed, kept, None, is_known, near, joined)
        )
        self.open = []

    def _is_of_town(self, token: Token) -> bool:
        """Whether a department is named right after a town, which has none that report."""
        last = self.found[-1] if self.found else None
        if self.open or last is None or self.text[last.end : token.start].strip():
            return False
        is_town = bool(last.ids) and self.names.issuers[last.ids[0]].kind not in PLACES
        return is_town and token.has("core", "department") and not token.has("body")

    def _candidates(self, token: Token) -> tuple[int, ...]:
        found: list[int] = []
        for name in token.keys("body"):
            found += self.names.bodies.get(name, ())
        if not found:
            for name in token.keys("short"):
                found += self.names.shorts.get(name, ())
        for core in token.keys("core"):
            exact = [i for i in self.names.cores[core] if self.names.own_cores[i] == core]
            found += (
                self.names.cores[core]
                if not exact or not self.open
                else ([i for i in exact if self._belongs(i, self.open)] or self.names.cores[core])
            )
        return tuple(dict.fromkeys(found))

    def _belongs(self, issuer_id: int, places: list[Token], said: str = "") -> bool:
        """Whether a body is of these places; a department only of the last of them itself.

        A name that was `said` with its place in it (云溪县教育局) has said so already.
        """
        if not places:
            return True
        steps = self.names.steps[issuer_id]
        held = self.names.issuers[issuer_id]
        own = steps[-1:]
        if held.kind in SERVING and not (own and said.startswith((own[0], short_name(own[0])))):
            if not any(_is_step(key, own) for key in _place_keys(places[-1])):
                return False
            places = places[:-1]
        return all(self._has_place(place, steps, held.name) for place in places)

    def _has_place(self, place: Token, steps: tuple[str, ...], name: str) -> bool:
        keys = _place_keys(place)
        if any(_is_step(key, steps) for key in keys):
            return True
        # A path may leave places out: 周口 contains 太康县 by the list of divisions.
        first = steps[0] if steps else name.removesuffix("人民政府")
        above = self.regions.paths(first)
        return any(_is_step(key, tuple(path.split("/"))) for key in keys for path in above)

    def _lies_in(self, token: Token, places: list[Token]) -> bool:
        paths = [
            *(p for key in token.keys("region") for p in self.names.regions.get(key, ())),
            *(p for key in token.keys("division") for p in self._division_paths(key)),
        ]
        return any(
            all(self._has_place(place, tuple(path.split("/"))[:-1], "") for place in places)
            for path in paths
            if "/" in path or self.regions.paths(path)
        ) or self._in_by_list(paths, places)

    def _in_by_list(self, paths: list[str], places: list[Token]) -> bool:
        names = {path.rpartition("/")[2] for path in paths}
        above = [tuple(p.split("/"))[:-1] for name in names for p in self._division_paths(name)]
        return any(
            all(any(_is_step(key, steps) for key in _place_keys(place)) for place in places)
            for steps in above
        )

    def _division_paths(self, name: str) -> tuple[str, ...]:
        return self.regions.paths(name) or self.regions.short_paths(name)

    def _is_known(self, token: Token) -> bool:
        return any(self._division_paths(key) for key in _place_keys(token))

    def _near(self, ids: tuple[int, ...], places: list[Token]) -> tuple[int, ...]:
        """What is held of the same name elsewhere, else of the same place."""
        if ids or not places:
            return ids
        paths = [p for key in places[-1].keys("region") for p in self.names.regions.get(key, ())]
        inside = (i for path in paths for i in self.names.inside(path))
        return tuple(dict.fromkeys(inside))[:6]

    def _take_whole(self, token: Token, is_joined: bool) -> None:
        if self.open:
            last = self.open[-1]
            self.open[-1] = Token(last.start, token.end, last.text, last.senses)
            return
        level = token.keys("whole")[0]
        self.found.append(
            PlaceMention(token.start, token.end, token.text, is_joined=is_joined, whole=level)
        )

    def _take_kind(self, token: Token, is_joined: bool) -> None:
        kinds = tuple(k for key in token.keys("kind") for k in KINDS[key][0])
        last = self.found[-1] if self.found else None
        if last and not self.open and last.scope is not None and last.end == token.start:
            both = replace(last.scope, kinds=(*last.scope.kinds, *kinds), ending="")
            self.found[-1] = replace(last, scope=both, end=token.end)
            return
        start = self.open[0].start if self.open else token.start
        joined = self.open_joined if self.open else is_joined
        ending = ending_in(token.text) if kinds == (Kind.TOWN,) else ""
        self._add_scope(PlaceScope(None, kinds, "", False, ending), start, token.end, joined)

    def _add_scope(self, scope: PlaceScope, start: int, end: int, is_joined: bool) -> None:
        """The bodies of a kind, within the open places if any are."""
        typed = self.text[start:end]
        if self.open:
            paths = self._region_paths(self.open)
            self.open = []
            if not paths:
                self.found.append(
                    PlaceMention(start, end, typed, is_joined=is_joined, is_known=True)
                )
                return
            scope = replace(scope, region=paths[0], label=paths[0].rpartition("/")[2])
        self.found.append(PlaceMention(start, end, typed, (), scope, True, (), is_joined))

    def _close(self) -> None:
        """Places that no name followed stand for themselves."""
        if not self.open:
            return
        places, self.open = self.open, []
        start, end = places[0].start, places[-1].end
        typed = self.text[start:end]
        joined = self.open_joined
        paths = self._region_paths(places)
        held = self._governments(paths)
        if held:
            self.found.append(PlaceMention(start, end, typed, held, None, True, (), joined))
        elif paths and len({p.rpartition("/")[2] for p in paths}) == 1 and len(paths) == 1:
            scope = PlaceScope(paths[0], (), paths[0].rpartition("/")[2], is_whole=True)
            self.found.append(PlaceMention(start, end, typed, (), scope, True, (), joined))
        elif paths:
            inside = tuple(i for p in paths for i in self.names.inside(p))
            self.found.append(PlaceMention(start, end, typed, inside, None, True, (), joined))
        else:
            near = self._near((), places)
            self.found.append(PlaceMention(start, end, typed, (), None, True, near, joined))

    def _region_paths(self, places: list[Token]) -> tuple[str, ...]:
        paths = [p for key in places[-1].keys("region") for p in self.names.regions.get(key, ())]
        kept = [
            path
            for path in paths
            if all(self._has_place(place, tuple(path.split("/")), "") for place in places[:-1])
        ]
        return _most_complete(kept)

    def _governments(self, paths: Iterable[str]) -> tuple[int, ...]:
        found = (held for path in paths for held in self.names.governments_of(path))
        return tuple(dict.fromkeys(found))


def _with_kinds(found: tuple[PlaceMention, ...], names: Gazetteer) -> tuple[PlaceMention, ...]:
    """云溪县2024年申请最少的乡镇: a kind that is named after its place, with words between."""
    if len(found) != 2 or found[1].is_joined:
        return found
    for place, kind in (found, found[::-1]):
        region = _whole_region(place, names)
        if region and kind.scope and kind.scope.region is None and not kind.whole:
            label = region.rpartition("/")[2]
            scope = replace(kind.scope, region=region, label=label)
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


def department_name(token: Token) -> str:
    """The official name of the kind of department that a token names."""
    rows = token.keys("department")
    return DEPARTMENTS[int(rows[0])][0][0] if rows else token.text


def _joins(token: Token) -> bool:
    if token.has("conjunction"):
        return False
    return token.has(*_JOINING) or (token.has("mark") and token.text in ",，·/-的( （")


def _place_keys(token: Token) -> tuple[str, ...]:
    return (*token.keys("region"), *token.keys("division"))


def _is_step(name: str, steps: tuple[str, ...]) -> bool:
    return any(
        step == name or short_name(step) == name or step == short_name(name) for step in steps
    )


def _most_complete(paths: list[str]) -> tuple[str, ...]:
    """The paths without those that another, longer one says more fully."""
    paths = list(dict.fromkeys(paths))
    return tuple(
        p
        for p in paths
        if not any(
            q != p
            and q.rpartition("/")[2] == p.rpartition("/")[2]
            and set(p.split("/")) < set(q.split("/"))
            for q in paths
        )
    )
