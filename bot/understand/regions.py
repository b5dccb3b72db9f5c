"""The county, city or province that bodies lie in, and what stands for it as a whole."""

from bot.queries import PlaceScope
from bot.understand.frames import Party
from bot.understand.gazetteer import Gazetteer

_LEVELS = {"county": "县区旗", "city": "市州盟", "province": "省"}


def region_of(parties: tuple[Party, ...], names: Gazetteer, level: str) -> str:
    """The county, city or province in which the parties lie; empty where that is not known."""
    for party in parties:
        steps = _steps_of(party, names)
        ends = _LEVELS[level]
        at = max((i for i, step in enumerate(steps) if step[-1] in ends), default=-1)
        if level == "county" and at < 0:  # a city without counties, or one that is a county
            at = len(steps) - 1
        if at >= 0:
            return "/".join(steps[: at + 1])
    return ""


def whole_place(region: str, names: Gazetteer) -> tuple[Party, ...]:
    """A place as a whole: its own report if one is held, else all of its bodies."""
    held = names.governments_of(region)
    if held:
        return (Party(held),)
    label = region.rpartition("/")[2]
    return (Party((), PlaceScope(region, (), label, is_whole=True)),)


def _steps_of(party: Party, names: Gazetteer) -> tuple[str, ...]:
    if party.scope is not None:
        return tuple(party.scope.region.split("/")) if party.scope.region else ()
    return names.steps.get(party.ids[0], ()) if party.ids else ()
