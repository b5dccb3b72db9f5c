"""Bodies that a question leaves out: 除了清水乡以外, 不含公安局, excluding Qingshui."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understand.frames import Frame, Party
from bot.understand.places.gazetteer import PLACES, Gazetteer
from bot.understand.places.lookup import bodies_of, is_called
from bot.understand.places.mention import PlaceMention
from bot.understand.reading.tokens import Token
from bot.understand.vocabulary.words import EXCEPT, EXCEPTED

EXCLUDING = frozenset((*EXCEPT, *EXCEPTED))
_WORDS = re.compile("|".join(sorted(map(re.escape, EXCLUDING), key=len, reverse=True)))
_THE_REST = re.compile(
    r"(?:其他|其它|其余|剩下|剩余|别|另外)的?(?=各?(?:乡镇|部门|单位|镇|街道|局|县|机构|委办局))"
)
# 除清水乡外的单位: all of the others.
_THE_BODIES = re.compile(r"(?<=外)的?(?:单位|机构|机关)(?!有?(?:几|多少|哪))")
# 如果不算公安局 supposes nothing.
_IF = re.compile(rf"(?:如果|假如|要是|倘若|若)(?={'|'.join(EXCEPT)})")
_THE_OTHERS = re.compile(r"\b(?:all )?(?:the )?(?:other|remaining) (?=town|dep|bur|count|bod)")


def without_others(text: str) -> str:
    """The text with 其他乡镇 as 各乡镇 where it is said which are left out."""
    if not _WORDS.search(text):
        return text
    text = _IF.sub("", text)
    return _THE_OTHERS.sub("all ", _THE_BODIES.sub("各单位", _THE_REST.sub("各", text)))


def left_out(tokens: Sequence[Token], places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places that stand beside a word for leaving out, and those joined to them by 和."""
    found: list[PlaceMention] = []
    named = [t for t in tokens if any(p.covers(t.start) for p in places)]
    said = [t for t in tokens if t in named or t.text in EXCLUDING or not t.has("filler", "mark")]
    for i, place in enumerate(places):
        before = [t for t in said if t.end <= place.start]
        behind = [t for t in said if t.start >= place.end]
        is_out = bool(before) and before[-1].text in EXCEPT
        is_out = is_out or (bool(behind) and behind[0].text in EXCEPTED)
        is_joined = place.is_joined and i > 0 and places[i - 1] in found
        if is_out or is_joined:
            found.append(place)
    return tuple(p for p in places if p in (*found, *_before(found, places)))


def _before(found: Sequence[PlaceMention], places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """公安局和教育局以外: those to which the first one that is left out is joined."""
    more: list[PlaceMention] = []
    for one, other in zip(places[-2::-1], places[:0:-1], strict=True):
        if other.is_joined and (other in found or other in more) and one not in found:
            more.append(one)
    return more


def excluding_words(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words of a question that leave something out."""
    return tuple(t.text for t in tokens if t.text in EXCLUDING)


def leaving_out(
    frame: Frame, places: Sequence[PlaceMention], names: Gazetteer, text: str
) -> Frame:
    """The frame with its scope narrowed; as it is where that cannot be told.

    云溪县城关镇以外的乡镇 are those of 云溪县: where no other place is named, the one before what
    is left out tells where the others lie.

    Each body that was named must stand for one in the scope; of a kind (不含街道) all are left
    out, but never all that there is.
    """
    scopes = [p.scope for p in frame.parties if p.scope is not None]
    if places and not scopes:
        return _without_named(frame, places, names)
    if not (frame.without or places) or len(scopes) != 1 or len(frame.parties) != 1:
        return frame
    scope = scopes[0]
    region = _told_before(places, names, text) if scope.region is None else ""
    if region:
        scope = replace(scope, region=region, label=region.rpartition("/")[2])
    inside = bodies_of(scope, frame.operation, names)
    gone = tuple(i for i in frame.without if i in inside)
    if len(gone) != sum(p.scope is None for p in places):
        return frame
    gone = tuple(dict.fromkeys((*gone, *_of_kinds(places, inside, names))))
    if set(gone) == set(inside):
        return frame
    scope = replace(scope, without=tuple(dict.fromkeys((*scope.without, *gone))))
    return replace(frame, parties=(Party((), scope),), without=())


def _without_named(frame: Frame, places: Sequence[PlaceMention], names: Gazetteer) -> Frame:
    """Of bodies named one by one those that are left out, or all that lie in a place."""
    kept = frame.parties
    for place in places:
        gone = _named_as(place, kept, names)
        kept = tuple(p for p in kept if not set(p.ids) <= gone)
        if not gone or not kept:
            return frame
    return replace(frame, parties=kept, without=())


def _named_as(place: PlaceMention, parties: Sequence[Party], names: Gazetteer) -> frozenset[int]:
    """The bodies among the parties that a place stands for."""
    ids = {i for party in parties for i in party.ids}
    if ids & set(place.ids):
        return frozenset(ids & set(place.ids))
    regions = ["/".join(names.steps[i]) for i in place.ids if names.issuers[i].kind in PLACES]
    return frozenset(i for region in regions for i in names.inside(region) if i in ids)


def _told_before(places: Sequence[PlaceMention], names: Gazetteer, text: str) -> str:
    """The county in which all that is left out lies, where the question names it."""
    bodies = [i for place in places if place.scope is None for i in place.ids[:1]]
    counties = {names.steps.get(i, ()) for i in bodies}
    steps = counties.pop() if len(counties) == 1 else ()
    is_named = bool(steps) and (
        steps[-1] in text or (steps[-1][:-1] in text and len(steps[-1]) > 2)
    )
    return "/".join(steps) if is_named else ""


def is_left_in(frame: Frame, places: Sequence[PlaceMention], names: Gazetteer) -> bool:
    """Whether a body or a kind that is to be left out still stands in what is asked about."""
    scopes = [p.scope for p in frame.parties if p.scope is not None]
    if frame.without or (places and len(scopes) > 1):
        return True
    if places and not scopes:
        return any(_named_as(place, frame.parties, names) for place in places)
    inside = bodies_of(scopes[0], frame.operation, names) if places else ()
    return bool(_of_kinds(places, inside, names))


def _of_kinds(
    places: Sequence[PlaceMention], inside: Sequence[int], names: Gazetteer
) -> tuple[int, ...]:
    """The bodies of the kinds that are left out."""
    return tuple(
        i
        for place in places
        if place.scope is not None
        for i in inside
        if names.issuers[i].kind in place.scope.kinds
        and is_called(i, place.scope.ending, names)
        and (not place.scope.region or i in names.inside(place.scope.region))
    )
