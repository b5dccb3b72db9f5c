"""Names that several bodies share, told apart by the place that the question names beside them."""

from dataclasses import replace

from bot.understand.chains import short_name
from bot.understand.frames import Frame, Party
from bot.understand.gazetteer import PLACES, Gazetteer
from bot.understand.mentions import Mentions


def told_apart(frame: Frame, m: Mentions, names: Gazetteer) -> Frame:
    """云溪县住建局、公安局、教育局: the last is that of the county that is named before it."""
    if not any(len(party.ids) > 1 for party in frame.parties):
        return frame
    regions = _regions(frame, m, names)
    if len(regions) != 1:
        return frame
    region = regions.pop()
    return replace(frame, parties=tuple(_within(p, region, names) for p in frame.parties))


def _regions(frame: Frame, m: Mentions, names: Gazetteer) -> set[str]:
    """The places that are named, alone or with a body of theirs."""
    found = {p.scope.region for p in frame.parties if p.scope is not None and p.scope.region}
    for place in m.places:
        if len(place.ids) != 1:
            continue
        steps = names.steps[place.ids[0]]
        is_place = names.issuers[place.ids[0]].kind in PLACES
        if is_place or (steps and place.typed.startswith((steps[-1], short_name(steps[-1])))):
            found.add("/".join(steps))
    return found


def _within(party: Party, region: str, names: Gazetteer) -> Party:
    inside = tuple(i for i in party.ids if i in names.inside(region))
    return Party(inside) if len(party.ids) > 1 and len(inside) == 1 else party
