"""Whether two reports are of one issuer: by name, and by the place as far as it is known.

An issuer is (name, region), and a region that is not known is no difference. What is known ranks:
a place that the report or its reader names, then one that only the list of places suggests,
then nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from index.text import compact
from index.types import Issuer, Kind
from index.vocabulary.bodies import is_old_name, later_name
from index.vocabulary.regions import short_name

_GOVERNMENT = "人民政府"
# These have a name of their own only together with the place that they serve.
_SERVES_A_PLACE = (Kind.DEPARTMENT, Kind.OFFICE, Kind.ZONE)
_BEGINS_WITH_PLACE = re.compile(r".{2,}?(?:省|市|县|旗|州|盟|镇|街道|(?<!城)乡|(?<!开发)区)")


@dataclass(frozen=True, slots=True)
class HeldName:
    """An issuer as the catalog has it, with what its identity rests on."""

    id: int
    issuer: Issuer


class Bond(StrEnum):
    """What says that a report is of a held issuer."""

    NONE = "none"  # it is of a new one
    PLACE = "place"  # the name, and a place that both have
    NAME = "name"  # the name alone: one of them has no place
    DOUBT = "doubt"  # the name, against a place that was only guessed


@dataclass(frozen=True, slots=True)
class Match:
    """Which held issuer a report belongs to, and what is then known of that issuer."""

    id: int | None
    issuer: Issuer
    bond: Bond = Bond.NONE


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several held issuers have the name, and nothing says which one is meant."""

    candidates: tuple[HeldName, ...]


def key_of(issuer: Issuer) -> str:
    """What a body is called without its place and 人民政府; its office is another body.

    A department keeps its county: 教育局 in 太康县 and 太康县教育局 are the same. So are a body
    before and after it was renamed, and its abbreviation.
    """
    bare = later_name(bare_name(issuer.name))
    if issuer.region is None:
        return bare
    places = steps_of(issuer.region)
    if issuer.kind not in _SERVES_A_PLACE:
        # Nothing is left of the government of the place itself.
        return _without(bare, places) or places[-1]
    rest = _without(_without(bare, places), [short_name(place) for place in places])
    rest = later_name(rest)
    return rest if rest == bare and _BEGINS_WITH_PLACE.match(bare) else places[-1] + rest


def bare_name(name: str) -> str:
    """A name in one spelling, without 人民政府 at its end and 办事处 after 街道.

    佳荣里街 is how a body writes 佳荣里街道.
    """
    name = re.sub(r"(?<=..街)(?:办|办事处|道办)?$", "道", compact(name))
    name = re.sub(r"(?<!人民)政府办公室$", f"{_GOVERNMENT}办公室", name)
    name = re.sub(r"(?<=街道)办事处$", "", name)
    return name.removesuffix(_GOVERNMENT) or name


def steps_of(region: str) -> tuple[str, ...]:
    """The places of a region path, outermost first."""
    return tuple(step for step in re.split(r"[/\s]+", compact(region)) if step)


def match_issuer(held: Sequence[HeldName], issuer: Issuer) -> Match | Ambiguous:
    """The held issuer of the same key that an issuer is; the caller gives those of its key."""
    if not held:
        return Match(None, issuer)
    if issuer.region is None:
        return _one_of(held, issuer, Bond.NAME)
    near = [h for h in held if is_compatible(h.issuer.region, issuer.region)]
    exact = [h for h in near if h.issuer.region == issuer.region]
    if near:
        return _one_of(exact or near, issuer, Bond.PLACE)
    if issuer.is_region_guessed:
        # Our own index comes before the list of places.
        return _one_of(held, issuer, Bond.NAME)
    loose = [h for h in held if h.issuer.region is None or h.issuer.is_region_guessed]
    if len(loose) != 1:
        return Match(None, issuer)
    return _one_of(loose, issuer, Bond.DOUBT if loose[0].issuer.region else Bond.NAME)


def _one_of(held: Sequence[HeldName], issuer: Issuer, bond: Bond) -> Match | Ambiguous:
    if len(held) > 1:
        return Ambiguous(tuple(held))
    return Match(held[0].id, _joined(held[0].issuer, issuer), bond)


def _joined(held: Issuer, new: Issuer) -> Issuer:
    """What is known of an issuer from both: the later and fuller name, the surer place."""
    kind = new.kind if held.kind is Kind.OTHER else held.kind
    name = max(held.name, new.name, key=_lateness)
    return replace(_surer(held, new), name=name, kind=kind)


def _lateness(name: str) -> tuple[bool, int]:
    """What orders the names of one body: the name of today last, then the fuller."""
    return not is_old_name(name), len(name)


def _surer(held: Issuer, new: Issuer) -> Issuer:
    if held.region is None or new.region is None:
        return new if held.region is None else held
    if not is_compatible(held.region, new.region):
        return held if new.is_region_guessed else new
    if held.region == new.region:
        return replace(
            held,
            is_region_inferred=held.is_region_inferred and new.is_region_inferred,
            is_region_guessed=held.is_region_guessed and new.is_region_guessed,
        )
    longer = max(held, new, key=lambda issuer: len(steps_of(issuer.region or "")))
    # A guess that a report confirms in part is no guess any more.
    is_guessed = held.is_region_guessed and new.is_region_guessed
    return replace(longer, is_region_guessed=is_guessed)


def is_compatible(one: str | None, other: str | None) -> bool:
    """Whether one path is the other with places left out: 太康县 of 河南省/周口市/太康县."""
    if one is None or other is None:
        return False
    shorter, longer = sorted((steps_of(one), steps_of(other)), key=len)
    rest = iter(longer)
    return all(any(is_same_place(step, place) for place in rest) for step in shorter)


def is_same_place(one: str, other: str) -> bool:
    """Whether two names of places differ at most in what says their kind: 太康, 太康县."""
    return one == other or one == short_name(other) or short_name(one) == other


def _without(bare: str, places: Sequence[str]) -> str:
    """The name without the places that stand before it, in their order."""
    for place in places:
        bare = bare.removeprefix(place)
    return bare
