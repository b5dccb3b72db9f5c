"""Names that several bodies share, told apart by the place that the question names beside them."""

from dataclasses import replace

from bot.understand.frames import Frame, Party
from bot.understand.mentions import Mentions
from bot.understand.places.chains import short_name
from bot.understand.places.gazetteer import PLACES, Gazetteer


def told_apart(frame: Frame, m: Mentions, names: Gazetteer) -> Frame:
    """云溪县住建局、公安局、教育局: the last is that of the county that is named before it.

    A place that is named by itself tells what stands before it too; a body of a place does not,
    nor is any name taken for a body that is named already (城关镇和青石城关镇).
    """
    parties: list[Party] = []
    named = {p.ids[0] for p in frame.parties if len(p.ids) == 1}
    for party in frame.parties:
        here = _here(party, m, names) if len(party.ids) > 1 else ()
        is_told = len(here) == 1 and here[0] not in named
        parties.append(Party(here) if is_told else party)
    return replace(frame, parties=tuple(parties))


def _here(party: Party, m: Mentions, names: Gazetteer) -> tuple[int, ...]:
    """Which of the bodies of a name lie in the one place that is spoken of."""
    at = next((place.start for place in m.places if place.ids == party.ids), None)
    regions = _regions(m, names, at) if at is not None else set()
    if len(regions) != 1:
        return ()
    inside = names.inside(regions.pop())
    return tuple(i for i in party.ids if i in inside)


def _regions(m: Mentions, names: Gazetteer, at: int) -> set[str]:
    """The places that are named, and those that stand before a body that is named earlier."""
    found: set[str] = set()
    for place in m.places:
        if place.scope is not None and place.scope.region:
            found.add(place.scope.region)
        if len(place.ids) != 1:
            continue
        steps = names.steps[place.ids[0]]
        is_place = names.issuers[place.ids[0]].kind in PLACES
        is_told = bool(steps) and place.typed.startswith((steps[-1], short_name(steps[-1])))
        if is_place or (is_told and place.start < at):
            found.add("/".join(steps))
    return found
