"""The rank of one body among its like: 清水乡在全县排第几, 是不是最多的."""

import re
from dataclasses import replace

from bot.queries import Operation, PlaceScope
from bot.understand.frames import Frame, Party
from bot.understand.mentions import Mentions
from bot.understand.operations.conditions import kinds_asked
from bot.understand.operations.ranks import ranked_among
from bot.understand.places.gazetteer import PLACES, Gazetteer
from bot.understand.places.lookup import bodies_of, issuers_of
from bot.understand.reading.membership import kinds_ranked
from bot.understand.regions import region_of
from index.types import Kind

_OWN_RANK = re.compile(r"第几|排几|名次|\bwhat rank\b|\bwhere does\b|\bhow does\b.*\brank")


def ranked_itself(frame: Frame, m: Mentions, names: Gazetteer) -> Frame:
    """The frame with all bodies of the kind of the one that is asked about."""
    held = names.issuers[frame.parties[0].ids[0]]
    region: str | None = "/".join(names.steps[held.id])
    if held.kind in PLACES:
        region = _around(frame, m, region or "", names)
    if region is None:
        return replace(frame, whose=(held.id,))
    said = _kinds_said(m)
    kinds = (held.kind,) if said is None else said
    scope = PlaceScope(region or None, kinds, region.rpartition("/")[2])
    if not bodies_of(scope, frame.operation, names):
        return frame
    return replace(frame, parties=(Party((), scope),), whose=(held.id,))


_WHOLE_COUNTY = ("全县", "全区", "整个县", "整个区", "全县范围")


def _kinds_said(m: Mentions) -> tuple[Kind, ...] | None:
    """The kinds among which a body is ranked: 全县 without one are all that are in the county."""
    said = kinds_ranked(m.text)
    if said is not None or kinds_asked(m)[0] or _OF_ITS_KIND.search(m.text):
        return said
    return () if any(whole in m.text for whole in _WHOLE_COUNTY) else None


_OF_ITS_KIND = re.compile(r"(?:乡镇|镇街|街道|部门|委办局|[各个]局|[各个]镇|[各个]乡)(?!办|府)")


def asks_own_rank(frame: Frame, m: Mentions) -> bool:
    """Whether the rank of the body itself is asked, and not those of the bodies in it."""
    is_of_whole = any(p.whole == "county" for p in m.places) and len(m.places) == 1
    return frame.is_yes_no or (bool(_OWN_RANK.search(m.text)) and not is_of_whole)


def is_of_itself(frame: Frame, m: Mentions, names: Gazetteer) -> bool:
    """青石县在全县排第几: a place that is to be ranked within itself."""
    kind = names.issuers[frame.parties[0].ids[0]].kind
    level = {Kind.COUNTY: "county", Kind.CITY: "city", Kind.PROVINCE: "province"}.get(kind)
    is_said = any(p.typed.endswith(("全县", "全区", "全市", "全省")) for p in m.places if p.ids)
    return is_said or any(p.whole == level for p in m.places if p.whole)


def _around(frame: Frame, m: Mentions, region: str, names: Gazetteer) -> str | None:
    """Within what a county is ranked: 全省 if it is known, else what it lies in."""
    level = next((p.whole for p in m.places if p.whole), "")
    if level in ("city", "province"):
        return region_of(frame.parties, names, level) or None
    return region.rpartition("/")[0]


def among(frame: Frame, m: Mentions, names: Gazetteer) -> Frame:
    """清水乡是不是云溪县最多的: of a body and the place around it, the body is asked about."""
    if frame.operation is not Operation.RANK or len(frame.parties) < 2:
        return frame
    around, bodies = _around_others(frame.parties, names)
    parties, whose = ranked_among(bodies)
    if whose:
        here = tuple(_in_county_of(party, frame.parties, names) for party in parties)
        return replace(frame, parties=here, whose=whose)
    if around and all(len(p.ids) == 1 for p in bodies):
        return _among_all(replace(frame, parties=bodies), around, m)
    return frame


def _around_others(parties: tuple[Party, ...], names: Gazetteer) -> tuple[str, tuple[Party, ...]]:
    """The region of the one that all others lie in, and those others; none, and all of them."""
    for at, party in enumerate(parties):
        region = own_region(party, names)
        others = parties[:at] + parties[at + 1 :]
        inside = names.inside(region) if region else ()
        named = [p for p in others if p.scope is None]
        if named and all(len(p.ids) == 1 and p.ids[0] in inside for p in named):
            return region, others
    return "", parties


def _among_all(frame: Frame, region: str, m: Mentions) -> Frame:
    """前三的单位里有没有公安局: where it is said among what, it is not only its like."""
    kinds = _kinds_said(m)
    if kinds is None:
        return frame
    scope = PlaceScope(region, kinds, region.rpartition("/")[2])
    whose = tuple(i for party in frame.parties for i in party.ids)
    return replace(frame, parties=(Party((), scope),), whose=whose)


def _in_county_of(party: Party, parties: tuple[Party, ...], names: Gazetteer) -> Party:
    """A kind of body without a place, as those of the county that is spoken of."""
    if party.scope is None or party.scope.region or set(party.scope.kinds) & set(PLACES):
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
