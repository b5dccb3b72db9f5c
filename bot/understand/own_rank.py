"""The rank of one body among its like: 清水乡在全县排第几, 是不是最多的."""

import re
from dataclasses import replace

from bot.queries import Operation, PlaceScope
from bot.understand.frames import Frame, Party
from bot.understand.gazetteer import PLACES, Gazetteer
from bot.understand.lookup import bodies_of, issuers_of
from bot.understand.mentions import Mentions
from bot.understand.ranks import ranked_among
from bot.understand.regions import region_of

_OWN_RANK = re.compile(r"第几|排几|名次|\bwhat rank\b|\bwhere does\b|\bhow does\b.*\brank")


def ranked_itself(frame: Frame, m: Mentions, names: Gazetteer) -> Frame:
    """The frame with all bodies of the kind of the one that is asked about."""
    held = names.issuers[frame.parties[0].ids[0]]
    region: str | None = "/".join(names.steps[held.id])
    if held.kind in PLACES:
        region = _around(frame, m, region or "", names)
    if region is None:
        return replace(frame, whose=(held.id,))
    scope = PlaceScope(region or None, (held.kind,), region.rpartition("/")[2])
    if not bodies_of(scope, frame.operation, names):
        return frame
    return replace(frame, parties=(Party((), scope),), whose=(held.id,))


def asks_own_rank(frame: Frame, m: Mentions) -> bool:
    """Whether the rank of the body itself is asked, and not those of the bodies in it."""
    is_of_whole = any(p.whole == "county" for p in m.places) and len(m.places) == 1
    return frame.is_yes_no or (bool(_OWN_RANK.search(m.text)) and not is_of_whole)


def _around(frame: Frame, m: Mentions, region: str, names: Gazetteer) -> str | None:
    """Within what a county is ranked: 全省 if it is known, else what it lies in."""
    level = next((p.whole for p in m.places if p.whole), "")
    if level in ("city", "province"):
        return region_of(frame.parties, names, level) or None
    return region.rpartition("/")[0]


def among(frame: Frame, names: Gazetteer) -> Frame:
    """清水乡是不是云溪县最多的: of a body and the place around it, the body is asked about."""
    if frame.operation is not Operation.RANK or len(frame.parties) < 2:
        return frame
    parties, whose = ranked_among(frame.parties)
    if whose:
        here = tuple(_in_county_of(party, frame.parties, names) for party in parties)
        return replace(frame, parties=here, whose=whose)
    first, *others = frame.parties
    regions = {own_region(p, names) for p in others}
    region = regions.pop() if len(regions) == 1 else ""
    inside = names.inside(region) if region else ()
    is_in = len(first.ids) == 1 and first.ids[0] in inside
    return replace(frame, parties=(first,)) if is_in else frame


def _in_county_of(party: Party, parties: tuple[Party, ...], names: Gazetteer) -> Party:
    """A kind of body without a place, as those of the county that is spoken of."""
    if party.scope is None or party.scope.region:
        return party
    region = region_of(parties, names, "county")
    label = region.rpartition("/")[2]
    return Party((), replace(party.scope, region=region or None, label=label))


def own_region(party: Party, names: Gazetteer) -> str:
    """The region that a body is the government of; empty for any other."""
    if len(party.ids) != 1 or names.issuers[party.ids[0]].kind not in PLACES:
        return ""
    return "/".join(names.steps[party.ids[0]])


def still_of_them(frame: Frame, names: Gazetteer) -> Frame:
    """The frame without bodies whose rank was asked and that are not among those ranked."""
    if not frame.whose or not frame.parties:
        return frame
    ranked = issuers_of(frame.parties, frame.operation, names)
    return replace(frame, whose=tuple(i for i in frame.whose if i in ranked))
