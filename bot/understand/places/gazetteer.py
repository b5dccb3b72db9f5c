"""The names of what is held, ready to be found in a question: bodies, places, departments."""

import gc
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.understand.vocabulary.departments import english_names, variants
from index import bare_name, steps_of
from index.types import HeldIssuer, Holdings, Kind
from index.vocabulary.regions import short_name
from index.vocabulary.traditional import simplify

# These are named by what they do, after the place that they serve.
SERVING = (Kind.DEPARTMENT, Kind.OFFICE, Kind.ZONE, Kind.OTHER)
PLACES = (Kind.PROVINCE, Kind.CITY, Kind.COUNTY)
_ZONE = re.compile(r"(?:经济技术开发区|经济开发区|高新技术产业开发区|经开区|高新区|开发区)$")
_COMMITTEE = re.compile(r"(?:管理委员会|管委会|管理办公室)$")
_PLACE_BEFORE = re.compile(r"^.{2,}?(?:省|市|县|旗|州|盟|区)(?=.{2,})")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What is held, by the names that people may give it."""

    holdings: Holdings
    issuers: dict[int, HeldIssuer]
    bodies: dict[str, tuple[int, ...]]  # full names: 清水乡, 太康县教育局
    shorts: dict[str, tuple[int, ...]]  # 清水
    cores: dict[str, tuple[int, ...]]  # what departments are called after their place
    own_cores: dict[int, str]  # the core that a body itself bears
    regions: dict[str, tuple[str, ...]]  # places that contain held bodies, full and short names
    steps: dict[int, tuple[str, ...]]  # of the region of each body
    by_place: dict[str, tuple[int, ...]]  # every body, under each place that contains it
    governments: dict[str, tuple[int, ...]]  # of provinces, cities, counties
    years: tuple[int, ...]

    def has(self, name: str) -> bool:
        """Whether any held body or place has this name."""
        return name in self.bodies or name in self.regions or name in self.shorts

    def path_of(self, issuer_id: int) -> str:
        """The places before a body's name, run together: 河南省周口市太康县."""
        held = self.issuers[issuer_id]
        steps = self.steps[issuer_id]
        bare = _bare(held.name)
        if held.kind in PLACES:
            steps = steps[:-1]
        if steps and held.kind in SERVING and bare.startswith((steps[-1], short_name(steps[-1]))):
            steps = steps[:-1]
        return "".join(steps)

    def full_name(self, issuer_id: int) -> str:
        """The name that tells a body from all others: its places, then its own name."""
        held = self.issuers[issuer_id]
        bare = _bare(held.name)
        own = bare if held.kind in SERVING else _without_places(bare, self.steps[issuer_id])
        return self.path_of(issuer_id) + own

    def short_of(self, issuer_id: int) -> str:
        """The name with only the nearest place before it, for labels."""
        held = self.issuers[issuer_id]
        path, bare = self.path_of(issuer_id), _bare(held.name)
        bare = bare if held.kind in SERVING else _without_places(bare, self.steps[issuer_id])
        steps = [step for step in self.steps[issuer_id] if step != bare]
        near = steps[-1] if steps and path.endswith(steps[-1]) else ""
        return near + bare

    def inside(self, path: str) -> tuple[int, ...]:
        """The bodies whose region is a place or lies in it, in the order of the holdings."""
        wanted = steps_of(path)
        near = self.by_place.get(wanted[-1], ()) if wanted else ()
        return tuple(i for i in near if contains(wanted, self.steps[i]))

    def governments_of(self, path: str) -> tuple[int, ...]:
        """The held governments of a place: one, if the path tells it from others."""
        wanted = steps_of(path)
        near = self.governments.get(wanted[-1], ()) if wanted else ()
        return tuple(i for i in near if contains(wanted, self.steps[i]))


def contains(wanted: tuple[str, ...], steps: tuple[str, ...]) -> bool:
    """Whether a region lies in a place, as far as both paths say."""
    if not wanted or wanted[-1] not in steps:
        return False
    at = steps.index(wanted[-1])
    before = iter(steps[:at])
    known = [step for step in wanted[:-1] if step in steps[:at]]
    missing = len(wanted) - 1 - len(known)
    # A path with places left out is no difference: 太康县 is 河南省/周口市/太康县.
    return all(step in before for step in known) and (missing == 0 or len(known) == at)


_made: list[Gazetteer] = []
_MADE_BY_AN_ANSWER = 50_000  # objects of a ranking over thousands, none of them in a circle


def gazetteer_of(holdings: Holdings) -> Gazetteer:
    """The names of these holdings, made once for each generation of them."""
    for made in _made:
        if made.holdings is holdings or made.holdings == holdings:
            return made
    made = _make(holdings)
    _made.insert(0, made)
    del _made[4:]
    gc.freeze()  # or the collector walks through all names again while it is asked
    gc.set_threshold(_MADE_BY_AN_ANSWER)  # nor begins in the middle of a ranking, many times over
    return made


def _make(holdings: Holdings) -> Gazetteer:
    bodies: dict[str, dict[int, None]] = defaultdict(dict)
    shorts: dict[str, dict[int, None]] = defaultdict(dict)
    cores: dict[str, dict[int, None]] = defaultdict(dict)
    own: dict[int, str] = {}
    regions: dict[str, dict[str, None]] = defaultdict(dict)
    steps: dict[int, tuple[str, ...]] = {}
    by_place: dict[str, dict[int, None]] = defaultdict(dict)
    governments: dict[str, dict[int, None]] = defaultdict(dict)
    for held in holdings.issuers:
        bare = _bare(held.name)
        where = steps[held.id] = _steps(held, bare)
        for step in where:
            by_place[step][held.id] = None
        for path in _paths(where):
            name = path.rpartition("/")[2]
            regions[name][path] = None
            for alias in _aliases(name):
                regions[alias][path] = None
        if held.kind in SERVING:
            core = own[held.id] = _core(bare, where)
            bodies[bare][held.id] = None
            bodies[_COMMITTEE.sub("", bare)][held.id] = None
            for name in (*_called(core), *_zone_names(core)):
                cores[name][held.id] = None
        elif held.kind not in PLACES:
            name = _without_places(bare, where)
            bodies[name][held.id] = None
            shorts[_short(name)][held.id] = None
            if name.endswith("街道"):  # 望汀办事处, 望汀街道办 for 望汀街道
                bodies[f"{_short(name)}办事处"][held.id] = None
                bodies[f"{name}办"][held.id] = None
            if "族" in name:  # 木座乡 for 木座藏族乡
                bodies[_short(name) + name[-1]][held.id] = None
        else:
            governments[where[-1]][held.id] = None
    return Gazetteer(
        holdings,
        {held.id: held for held in holdings.issuers},
        _frozen(bodies),
        _frozen(shorts),
        _frozen(cores),
        own,
        {name: tuple(paths) for name, paths in regions.items()},
        steps,
        _frozen(by_place),
        _frozen(governments),
        tuple(sorted({year for held in holdings.issuers for year in held.years})),
    )


@lru_cache(maxsize=16_384)
def _bare(name: str) -> str:
    return bare_name(simplify(name))


@lru_cache(maxsize=16_384)
def _short(name: str) -> str:
    return short_name(name)


@lru_cache(maxsize=512)
def _called(core: str) -> tuple[str, ...]:
    return (*variants(core), *english_names(core))


def _steps(held: HeldIssuer, bare: str) -> tuple[str, ...]:
    """The places of a body; of one without a region, those that its own name begins with."""
    if held.region:
        steps = steps_of(simplify(held.region))
        is_own = not steps or held.kind not in PLACES or bare.endswith(steps[-1])
        return steps if is_own else (*steps, _without_places(bare, steps))
    if held.kind in PLACES:
        return (bare,)
    match = _PLACE_BEFORE.match(bare) if held.kind in SERVING else None
    return (match.group(),) if match else ()


def _paths(steps: tuple[str, ...]) -> Iterator[str]:
    return ("/".join(steps[: i + 1]) for i in range(len(steps)))


def _without_places(bare: str, steps: Iterable[str]) -> str:
    for step in steps:
        rest = bare.removeprefix(step)
        bare = rest if len(rest) >= 2 else bare
    return bare


def _core(bare: str, steps: tuple[str, ...]) -> str:
    rest = _without_places(bare, steps)
    if rest == bare and steps:
        # 国家税务总局太康县税务局 is the 税务局 of 太康县.
        shorter = bare.rpartition(steps[-1])[2] if steps[-1] in bare else ""
        shorter = shorter or bare.removeprefix(_short(steps[-1]))
        rest = shorter if len(shorter) >= 2 else bare
    return rest


def _aliases(name: str) -> tuple[str, ...]:
    """What else a place is called: 太康, 民和县 for 民和回族土族自治县."""
    short = _short(name)
    kind = next((end for end in ("县", "州", "旗") if name.endswith("自治" + end)), "")
    found = (short, short + kind if kind else "", _ZONE.sub("", name))
    return tuple(alias for alias in dict.fromkeys(found) if len(alias) >= 2 and alias != name)


def _zone_names(core: str) -> tuple[str, ...]:
    """What a zone is called without its committee: 工业园区."""
    name = _COMMITTEE.sub("", core)
    return () if name == core or len(name) < 3 else (name, *variants(name))


def _frozen(found: dict[str, dict[int, None]]) -> dict[str, tuple[int, ...]]:
    return {name: tuple(ids) for name, ids in found.items() if name}
