"""The county, city or province that bodies lie in, and what stands for it as a whole."""

import re
from dataclasses import replace

from bot.queries import Asked, Clarification, Operation, PlaceScope
from bot.types import Choice
from bot.understand.frames import Frame, Party
from bot.understand.mentions import Mentions
from bot.understand.phrase import MOST_CHOICES, with_name
from bot.understand.places.gazetteer import Gazetteer
from bot.understand.places.mention import PlaceMention
from index.vocabulary.regions import load_regions

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


def of_whole(
    frame: Frame, m: Mentions, old: Frame | None, names: Gazetteer
) -> tuple[Frame, tuple[str, ...]]:
    """全县 and 全县各乡镇: of the county that was spoken of, else of the only one that is held.

    With the frame stand all counties that it may be, where it is not known which.
    """
    level = next((p.whole for p in m.places if p.whole), "")
    if not level or frame.over_party is not None:
        return frame, ()
    named = tuple(p for p in frame.parties if p.scope is None or p.scope.region)
    region = region_of(named, names, level) or region_of(old.parties if old else (), names, level)
    wholes = (region,) if region else _regions(names, level)
    if len(wholes) != 1:
        return frame, wholes
    region = wholes[0]
    kinds = tuple(
        k for p in frame.parties if p.scope and not p.scope.region for k in p.scope.kinds
    )
    label = region.rpartition("/")[2]
    if kinds:
        bodies = named if frame.operation is Operation.RANK else ()  # is it the first of them?
        scope = PlaceScope(region, kinds, label)
        return replace(frame, parties=(*bodies, Party((), scope))), ()
    if not named:
        return replace(frame, parties=whole_place(region, names)), ()
    if stands_beside(m) and frame.operation in _OF_SEVERAL:
        parties = _in_order(frame.parties, whole_place(region, names), m)
        return replace(frame, parties=parties), ()
    return frame, ()


def _in_order(
    parties: tuple[Party, ...], whole: tuple[Party, ...], m: Mentions
) -> tuple[Party, ...]:
    """Those that are named one by one, with the whole where it stands among them."""
    at = next((i for i, place in enumerate(m.places) if place.whole), 0)
    return (*parties[:at], *whole, *parties[at:])


_OF_SEVERAL = (
    Operation.VALUE, Operation.COMPARE, Operation.DIFFERENCE, Operation.CHANGE, Operation.TIMES,
    Operation.BREAKDOWN,
)  # fmt: skip
_JOINED = re.compile(
    r"(?:[和与跟同及、比较]|高于|低于|多于|少于|高过|低过|超过|不如|不及|than|is|是)$"
    r"|\b(?:than|exceed(?:s|ed)?|above|below|under|with|and|or|versus|vs\.?) $"
)
_JOINS = re.compile(r"(?:的|范围)?(?:[和与跟同及、]|比(?!较|例|重))")
_OF_THEM = re.compile(
    r"[各的]?(?:乡|镇|街|部门|局|单位|其他|所有|平均|均值|中位|一半|半数)"
    r"|(?:'s)? (?:average|mean)\b"
)
_TO_OTHER = re.compile(
    r"[和与跟同及、比]$|多少.*[,，?？]|几.*[,，?？]"
    r"|\b(?:than|exceed(?:s|ed)?|with|and|or|versus|vs\.?) (?:that of )?(?:the )?$"
)


def stands_beside(m: Mentions) -> bool:
    """公安局和全县各多少: the county is one of those asked about, and not where they lie."""
    wholes = [p for p in m.places if p.whole]
    return any(_is_beside(m, whole) for whole in wholes)


def _is_beside(m: Mentions, whole: PlaceMention) -> bool:
    before, behind = m.text[: whole.start], m.text[whole.end :]
    if _OF_THEM.match(behind):
        return False
    following = next((p for p in m.places if p.start > whole.start and not p.whole), None)
    between = m.text[whole.end : following.start] if following is not None else ""
    is_joined = bool(_JOINED.search(before) or _JOINS.match(behind))
    return is_joined or bool(_TO_OTHER.search(between))


def which_whole(
    m: Mentions, asked: Asked, wholes: tuple[str, ...], names: Gazetteer
) -> Clarification:
    """The question which county is meant by 全县."""
    place = next(p for p in m.places if p.whole)
    choices = tuple(
        Choice(
            region.rpartition("/")[2],
            with_name(m, place.start, place.end, region.replace("/", "")),
        )
        for region in wholes[:MOST_CHOICES]
        if is_county(region) or names.governments_of(region)
    )
    return Clarification(asked, "place", choices, place.typed)


def _regions(names: Gazetteer, level: str) -> tuple[str, ...]:
    found = (region_of((Party((i,)),), names, level) for i in names.issuers)
    return tuple(dict.fromkeys(region for region in found if region))


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


def is_county(path: str) -> bool:
    """Whether a place is a county or district, or a city at that level."""
    last = path.rpartition("/")[2]
    if last.endswith(("县", "区", "旗")):
        return not last.endswith("自治区")
    return any(p.count("/") == 2 for p in (path, *load_regions().paths(last)))
