"""A place beside bodies: the one there that is called alike, or where all of them are."""

import re
from dataclasses import replace

from bot.understand.places.chains import is_step
from bot.understand.places.gazetteer import PLACES
from bot.understand.places.kinds import LISTED
from bot.understand.places.mention import PlaceMention, Walk
from bot.understand.reading.tokens import Token


def bodies_like(walk: Walk, ids: tuple[int, ...], place: list[Token]) -> tuple[int, ...]:
    """The bodies of a place that are called as others are."""
    names = walk.chains.names
    cores = {names.own_cores[i] for i in ids if i in names.own_cores}
    like = dict.fromkeys(i for core in sorted(cores) for i in names.cores[core])
    towns = (names.issuers[i].name for i in ids if i not in names.own_cores)
    for name in towns:  # 城关镇, of which there is one in each county
        like |= dict.fromkeys(names.bodies.get(name.removesuffix("人民政府"), ()))
    return tuple(i for i in like if walk.chains.belongs(i, place))


def bodied(found: PlaceMention, ids: tuple[int, ...], called: str) -> PlaceMention:
    """A place as the bodies in it that are called so; nothing that is held if there are none."""
    near = () if ids else found.ids
    return replace(found, ids=ids, scope=None, typed=found.typed + called, near=near)


# 比云溪的多吗, or the Yunxi one: nothing but 的 follows where a body was named before.
_ONE_THERE = re.compile(
    r"的(?=$|[\s,，。;；?？!！、比较多少高低大小更还都]|20\d\d|[去今前上]年|谁|哪|相比|差|一样|怎么|如何"
    r"|[呢吗么吧]|[收办罚拒答公发批][㐀-鿿]{0,3}[多少高低])| one\b(?! by one| year)"
)


def as_the_last_body(walk: Walk) -> None:
    """比云溪的多吗: the body there that is called like the one named before."""
    names, at = walk.chains.names, len(walk.found) - 1
    found = walk.found[at]
    if not _ONE_THERE.match(walk.text, found.end):
        return
    like = next((i for i in range(at - 1, -1, -1) if i not in walk.alone), -1)
    ids = walk.found[like].ids if like >= 0 else ()
    if len(ids) != 1 or names.issuers[ids[0]].kind in PLACES:
        return
    if ids[0] not in names.own_cores and not bodies_like(walk, ids, walk.alone[at]):
        return  # no town there is called so, and the county itself is meant
    while at > like and not any(
        is_step(k, names.steps[ids[0]][-1:]) for k in _keys(walk.alone[at])
    ):
        called = names.own_cores.get(ids[0], "")
        there = bodies_like(walk, ids, walk.alone[at])
        walk.found[at] = replace(bodied(walk.found[at], there, called), is_known=bool(there))
        before = walk.text[walk.found[at - 1].end : walk.found[at].start].strip()
        at -= 1
        if not LISTED.fullmatch(before):
            return


def _keys(place: list[Token]) -> tuple[str, ...]:
    return (*place[-1].keys("region"), *place[-1].keys("division"))


# 教育局和公安局2024年在云溪县谁的申请多: no further party, but where both of them are.
_IN = re.compile(r"在\s*$")
_JOINED = re.compile(r"(?:[和与跟同及、比较占,，]|还是|以及|\b(?:or|and|than|with|vs\.?))\s*$")


def tell_where(walk: Walk) -> None:
    """Take a place that stands behind bodies without one for the place where they are."""
    names, at = walk.chains.names, len(walk.found) - 1
    place, bodies = walk.found[at], walk.found[:at]
    are_bare = bool(bodies) and all(
        p.ids and walk.text[p.start : p.end] in names.cores for p in bodies
    )
    before = walk.text[: place.start]
    is_in = bool(_IN.search(before))
    is_told = is_in or (len(bodies) > 1 and not _JOINED.search(before))
    if not (are_bare and is_told):
        return
    there = [tuple(i for i in p.ids if walk.chains.belongs(i, walk.alone[at])) for p in bodies]
    if not all(len(ids) == 1 for ids in there):
        return
    walk.found[:] = [replace(p, ids=ids) for p, ids in zip(bodies, there, strict=True)]
    walk.found[-1] = replace(walk.found[-1], last=(place.start, place.end))
    del walk.alone[at]
