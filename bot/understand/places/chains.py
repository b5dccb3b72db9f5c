"""Whether a body lies in the places that were named before it, as far as anything tells.

The paths of bodies may leave places out, and the list of divisions fills them in; but only where
it knows a single place of that name.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.understand.places.gazetteer import SERVING, Gazetteer
from bot.understand.reading.tokens import Token
from index.vocabulary.regions import Regions
from index.vocabulary.regions import short_name as _short_name

short_name = lru_cache(maxsize=65_536)(_short_name)


@dataclass(frozen=True, slots=True)
class Chains:
    """What is held and the list of divisions, asked what contains what."""

    names: Gazetteer
    regions: Regions

    def candidates(self, token: Token, places: list[Token]) -> tuple[int, ...]:
        """The bodies that a name may mean; a department by its own name ahead of a like one."""
        found = [i for name in token.keys("body") for i in self.names.bodies.get(name, ())]
        if not found:
            found = [i for name in token.keys("short") for i in self.names.shorts.get(name, ())]
        for core in token.keys("core"):
            held = self.names.cores[core]
            exact = [i for i in held if self.names.own_cores[i] == core]
            here = [i for i in exact if places and self.belongs(i, places)]
            found += here or held
        return tuple(dict.fromkeys(found))

    def belongs(self, issuer_id: int, places: list[Token], said: str = "") -> bool:
        """Whether a body is of these places; a department only of the last of them itself.

        A name that was `said` with its place in it (云溪县教育局) has said so already.
        """
        if not places:
            return True
        steps = self.names.steps[issuer_id]
        held = self.names.issuers[issuer_id]
        own = steps[-1:]
        is_said = bool(own) and said.startswith((own[0], short_name(own[0])))
        if held.kind in SERVING and not is_said:
            if not any(is_step(key, own) for key in _keys(places[-1])):
                return False
            places = places[:-1]
        return all(self._has(place, steps, held.name) for place in places)

    def lies_in(self, token: Token, places: list[Token]) -> bool:
        """Whether a place that was named lies in those named before it."""
        paths = [path for key in token.keys("region") for path in self.names.regions.get(key, ())]
        paths += [path for key in token.keys("division") for path in self._listed(key)]
        above = [tuple(path.split("/"))[:-1] for path in paths]
        listed = {path.rpartition("/")[2] for path in paths}
        above += [tuple(p.split("/"))[:-1] for name in listed for p in self._listed(name)]
        if above and not any(above) and not any(self._listed(key) for key in _keys(token)):
            return _is_below(_keys(token), places[-1])  # 珲川市岚山县: nothing says where it is
        return any(
            all(any(is_step(key, steps) for key in _keys(place)) for place in places)
            for steps in above
        )

    def paths(self, places: list[Token]) -> tuple[str, ...]:
        """The held paths of the last of these places, within those before it."""
        last = places[-1].keys("region")
        found = dict.fromkeys(p for key in last for p in self.names.regions.get(key, ()))
        kept = [
            path
            for path in found
            if all(self._has(place, tuple(path.split("/")), "") for place in places[:-1])
        ]
        return tuple(p for p in kept if not any(_says_more(q, p) for q in kept))

    def governments(self, paths: tuple[str, ...]) -> tuple[int, ...]:
        """The held governments of these places."""
        found = (held for path in paths for held in self.names.governments_of(path))
        return tuple(dict.fromkeys(found))

    def inside(self, places: list[Token]) -> tuple[int, ...]:
        """A few held bodies of the last of these places."""
        if not places:
            return ()
        paths = [p for key in places[-1].keys("region") for p in self.names.regions.get(key, ())]
        found = (i for path in paths for i in self.names.inside(path))
        return tuple(dict.fromkeys(found))[:6]

    def near(self, token: Token, ids: tuple[int, ...], places: list[Token]) -> tuple[int, ...]:
        """What is held instead: its like elsewhere, nearly its name, its place, what is above."""
        shorts = (short_name(key) for key in token.keys("division"))
        short = [i for name in shorts for i in self.names.shorts.get(name, ())]
        here = () if ids else (*self.inside(places), *self._above(places or [token]))
        return tuple(dict.fromkeys((*ids[:6], *short, *here)))

    def _above(self, places: list[Token]) -> tuple[int, ...]:
        """The held governments of what contains a place, where the list knows only one such."""
        for key in _keys(places[-1]):
            paths = self._listed(key)
            if len(paths) == 1:
                steps = paths[0].split("/")[:-1]
                return tuple(
                    i for step in reversed(steps) for i in self.names.governments.get(step, ())
                )
        return ()

    def is_known(self, token: Token) -> bool:
        """Whether the list of divisions has a place that was named."""
        return any(self._listed(key) for key in _keys(token))

    def _has(self, place: Token, steps: tuple[str, ...], name: str) -> bool:
        keys = _keys(place)
        if any(is_step(key, steps) for key in keys):
            return True
        # 周口 contains 太康县 by the list, though the path of the body may not say so.
        if steps and not self._listed(steps[0]) and _is_below(steps[:1], place):
            return True
        above = self.regions.paths(steps[0] if steps else name.removesuffix("人民政府"))
        return len(above) == 1 and any(is_step(key, tuple(above[0].split("/"))) for key in keys)

    def _listed(self, name: str) -> tuple[str, ...]:
        return self.regions.paths(name) or self.regions.short_paths(name)


def _is_below(names: tuple[str, ...], place: Token) -> bool:
    """Whether places are counties and the other one a city or more, by their names."""
    is_above = all(key.endswith(("省", "市", "州", "盟", "地区")) for key in _keys(place))
    return is_above and all(name.endswith(("县", "区", "旗")) for name in names)


def _keys(token: Token) -> tuple[str, ...]:
    return (*token.keys("region"), *token.keys("division"))


_ZONE = re.compile(r"(?:经济技术开发区|经济开发区|高新技术产业开发区|经开区|高新区|开发区)$")


def is_step(name: str, steps: tuple[str, ...]) -> bool:
    """Whether a name is one of these places, however it is called."""
    return any(
        name in (step, short_name(step), _ZONE.sub("", step), alias(step))
        or step == short_name(name)
        for step in steps
    )


def alias(step: str) -> str:
    """民和县 for 民和回族土族自治县; the name itself for any other."""
    kind = next((end for end in ("县", "州", "旗") if step.endswith("自治" + end)), "")
    return short_name(step) + kind if kind else step


def _says_more(one: str, other: str) -> bool:
    """Whether a path is another with more places in it."""
    left, right = one.split("/"), other.split("/")
    return left[-1] == right[-1] and set(right) < set(left)
