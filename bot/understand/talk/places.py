"""Who is meant by a question that goes on: who it names, told apart by the turn before."""

import re
from dataclasses import replace

from bot.queries import Operation, PlaceScope
from bot.understand.frames import Frame, Party
from bot.understand.mentions import Mentions
from bot.understand.operations.conditions import everywhere, kinds_asked
from bot.understand.places.gazetteer import PLACES, Gazetteer
from bot.understand.places.leaving_out import left_out
from bot.understand.places.mention import PlaceMention
from bot.understand.reading.tokens import Token
from bot.understand.regions import region_of
from bot.understand.talk.choosing import asks_for_other, chosen_by_number, the_other
from bot.understand.talk.namesakes import namesakes
from index.types import Kind

_AND = re.compile(r"and\b")  # And Qingshi County? goes on with the talk and adds nothing
_OVER_PLACES = (Operation.RANK, Operation.LIST, Operation.COUNT)


def in_context(frame: Frame, old: Frame, names: Gazetteer) -> tuple[Frame, bool]:
    """教育局, 城关镇 after a question about 云溪县, or a body in it: the one of that county."""
    region = county_of(old, names)
    parties = tuple(_of_county(party, region, names) for party in frame.parties)
    return replace(frame, parties=parties), parties != frame.parties


def _of_county(party: Party, region: str, names: Gazetteer) -> Party:
    """The one body of several of a name that lies in the county; all of them where none does."""
    inside = set(names.inside(region)) if region and len(party.ids) > 1 else set()
    kept = tuple(i for i in party.ids if i in inside)
    if len(kept) > 1:  # of the city itself, and not of the counties in it
        own = region.rpartition("/")[2]
        kept = tuple(i for i in kept if names.steps[i][-1:] == (own,))
    return Party(kept) if len(kept) == 1 else party


_TWO = 2


def near_talk(m: Mentions, old: Frame, names: Gazetteer) -> Mentions:
    """公安, 市教育局 in a talk about 云溪县: the department there, and no word that is unknown."""
    region = county_of(old, names) if m.unknown else ""
    if not region:
        return m
    found = tuple(p for t in m.tokens if (p := _department(t, m, region, names)) is not None)
    places = tuple(sorted((*m.places, *m.left_out, *found), key=_start))
    gone = left_out(m.tokens, places)
    said = {p.typed for p in found} | {t.text for t in m.tokens if _is_own(t, places)}
    return replace(
        m, places=tuple(p for p in places if p not in gone), left_out=gone,
        unknown=tuple(word for word in m.unknown if word not in said),
    )  # fmt: skip


def _start(place: PlaceMention) -> int:
    return place.start


def _department(token: Token, m: Mentions, region: str, names: Gazetteer) -> PlaceMention | None:
    """A department by a short name that is also a word or another place."""
    if token.text not in m.unknown:
        return None
    ids = names.cores.get(token.text, ()) or names.cores.get(token.text + "局", ())
    inside = set(names.inside(region))
    kept = tuple(i for i in ids if i in inside)
    if len(kept) != 1:
        return None
    return PlaceMention(token.start, token.end, token.text, kept, is_known=True)


def _is_own(token: Token, places: tuple[PlaceMention, ...]) -> bool:
    """Whether it is the 市 of 市教育局."""
    return token.text in ("省", "市", "县", "区", "州") and any(
        p.start == token.end and p.ids for p in places
    )


def county_of(old: Frame, names: Gazetteer) -> str:
    """The one county that was spoken of; empty where there were two, or it was not yet known."""
    if any(len(party.ids) > 1 for party in old.parties):
        return ""
    regions = {region_of((party,), names, "county") for party in old.parties}
    return regions.pop() if len(regions) == 1 else ""


def parties_of(new: Frame, old: Frame, m: Mentions, names: Gazetteer) -> tuple[Party, ...]:
    """Who is meant now: who was named, told apart by what was said before, or those before."""
    if not new.parties:
        if asks_for_other(m.text):
            return the_other(old, names)
        return chosen_by_number(m, old) or _asked_within(m, old, names) or old.parties
    party = new.parties[0]
    if _counts_those(new, old, m):
        return old.parties
    is_against = bool({"compare", "more", "less", "difference"} & m.ops) and not new.metrics
    # 那桑桥镇比上年呢 holds a year against another, and not one body against another.
    is_against = is_against and not any(y.is_previous or y.mode == "asked" for y in m.years)
    if is_against and old.measure and party.scope is None:
        return old.parties  # 比卫健局多的呢: of the same bodies
    chosen = _chosen(party, old, m, names)
    if chosen:
        return (*old.parties, *chosen) if is_against and chosen != old.parties else chosen
    scope = party.scope
    if scope is not None and len(new.parties) == 1 and (scope.kinds or scope.region is None):
        if scope.region is None:
            region = county_of(old, names)
            label = region.rpartition("/")[2]
            party = Party((), replace(scope, region=region or None, label=label))
        return (*_own(old, m), party)
    is_one = len(new.parties) == 1 and party.scope is None
    if (
        is_one
        and (is_against or (any(p.is_joined for p in m.places[:1]) and not _AND.match(m.text)))
        and party not in old.parties
    ):
        is_first = is_against and is_before_than(m, m.places[0].start)
        return (*new.parties, *old.parties) if is_first else (*old.parties, *new.parties)
    # 全县呢 after bodies of a kind is the county that they lie in, and not these again.
    if _was_ranked(party, old, names) and not all(p.whole for p in m.places):
        scope = old.parties[0].scope
        region = _own_place(party, names)
        kinds = scope.kinds if scope else ()
        return (Party((), PlaceScope(region, kinds, region.rpartition("/")[2])),)
    return new.parties


def _asked_within(m: Mentions, old: Frame, names: Gazetteer) -> tuple[Party, ...]:
    """哪个部门最多 after a question about 云溪县, or a town in it: those of that county."""
    kinds, ending = kinds_asked(m)
    is_any = not kinds and any(_ANY_KIND.search(word) for word in _asked_for(m))
    if not (kinds or is_any) or not old.parties or is_of_all_held(m) or "compare" in m.ops:
        return ()  # 比它多的乡镇 is told from a body, and not from a number
    region = county_of(old, names)
    if not region:
        return everywhere(m)
    label = region.rpartition("/")[2]
    return (Party((), PlaceScope(region, kinds, label, False, ending)),)


_ALL_HELD = re.compile(
    r"全部|所有|收录|各县|每个县|全市|全省|哪[个些]县|\ball\b|\bheld\b|any (?:county|place)"
)


_OWN_RANK = re.compile(r"排(?:在|名)?第?几|第几名?|名次|\brank\b")


def _own(old: Frame, m: Mentions) -> tuple[Party, ...]:
    """在各乡镇里排第几, after 清水乡: it is the rank of that body."""
    is_one = len(old.parties) == 1 and len(old.parties[0].ids) == 1
    is_asked = bool(_OWN_RANK.search(m.text)) and "list_places" not in m.ops
    return old.parties if is_one and is_asked else ()


def _counts_those(new: Frame, old: Frame, m: Mentions) -> bool:
    """两个乡镇一共多少, after two of them: those, and not all there are."""
    counted = {int(key) for t in m.tokens for key in t.keys("counted")}
    are_named = len(old.parties) > 1 and all(p.scope is None for p in old.parties)
    is_kind = len(new.parties) == 1 and new.parties[0].scope is not None
    return is_kind and are_named and counted == {len(old.parties)}


_THAN = frozenset(("比", "比起", "较", "than", "超过", "多于", "少于", "高于", "低于"))


def is_before_than(m: Mentions, at: int) -> bool:
    """清水乡比它多吗: what stands before 比 is held against what was spoken of."""
    is_with = m.text[:at].rstrip().endswith(("和", "跟", "与", "同", "with", "to"))
    return not is_with and any(t.text in _THAN and t.start > at for t in m.tokens)


_ANY_KIND = re.compile(r"单位|机构|机关|bodies|units|agenc|authorit|offices|issuers|places")


def _asked_for(m: Mentions) -> tuple[str, ...]:
    """The words for which bodies, or how many of them."""
    return tuple(t.text for t in m.tokens if {"list_places", "count_places"} & set(t.keys("op")))


def is_of_all_held(m: Mentions) -> bool:
    """Whether bodies are asked for wherever they are, and not where was spoken of."""
    return bool(_ALL_HELD.search(m.text))


def _was_ranked(party: Party, old: Frame, names: Gazetteer) -> bool:
    is_place = bool(_own_place(party, names))
    scope = old.parties[0].scope if old.parties else None
    is_of_kind = scope is not None and bool(scope.kinds)
    return is_place and scope is not None and (old.operation in _OVER_PLACES or is_of_kind)


def _chosen(party: Party, old: Frame, m: Mentions, names: Gazetteer) -> tuple[Party, ...]:
    """云溪县的, 我说的是白石县那个: of the bodies of one name, the one in this place."""
    if any(p.whole for p in m.places) or not all(p.ids for p in old.parties):
        return ()
    region = _own_place(party, names)
    if not region or not old.parties:
        return ()
    before = old.parties[0].ids
    if len(old.parties) > 1:
        return _one_more(before, old, m, region, names)
    like = _like_in(before, region, names)
    is_of_two = bool(like) and (Party(like) in old.other_parties or _is_short(m))
    if like and (not m.named.metrics or (is_of_two and _is_town(before[0], names))):
        return (Party(like),)
    if len(before) == 1:
        if not any(word in m.text for word in ("那个", "的是", "mean", "one in", "我问")):
            return ()
        before = namesakes(before[0], names)
    inside = set(names.inside(region))
    kept = tuple(i for i in before if i in inside and names.issuers[i].kind not in PLACES)
    return (Party(kept),) if kept and kept != old.parties[0].ids else ()


def _one_more(
    before: tuple[int, ...], old: Frame, m: Mentions, region: str, names: Gazetteer
) -> tuple[Party, ...]:
    """再加上桐乡的, after two bureaus of one name: that of another place, beside them."""
    like = _like_in(before, region, names) if not m.named.metrics else ()
    alike = {*before, *(namesakes(before[0], names) if len(before) == 1 else ())}
    if not like or any(set(party.ids) - alike for party in old.parties):
        return ()
    is_added = any(p.is_joined for p in m.places[:1]) and not _AND.match(m.text)
    return (*old.parties, Party(like)) if is_added else (Party(like),)


def names_namesake(frame: Frame, old: Frame, m: Mentions, names: Gazetteer) -> bool:
    """白岭的办结 after the town 太平镇 of another county: of the town so called there."""
    if len(frame.parties) != 1 or not m.named.metrics or len(m.places) != 1:
        return False
    is_of_town = len(old.parties) == 1 and len(old.parties[0].ids) == 1
    if not is_of_town or old.parties[0].ids[0] not in names.issuers:
        return False
    is_short = _is_short(m)
    is_town = _is_town(old.parties[0].ids[0], names)
    return is_town and is_short and bool(_chosen(frame.parties[0], old, m, names))


def _is_short(m: Mentions) -> bool:
    """Whether a place is named by its short name, and not by what it is: 白岭, not 白岭县."""
    if not m.places:
        return False
    named = m.text[m.places[0].start : m.places[0].end]
    return not (named.endswith(_WITH_KIND) or m.text.startswith(_GOVERNMENTS, m.places[0].end))


_WITH_KIND = ("县", "区", "市", "政府", "county", "city", "district")
_GOVERNMENTS = (
    "政府",
    "人民政府",
    "县",
    "区",
    "市",
    " county",
    " city",
    " district",
    " government",
)


def _is_town(issuer_id: int, names: Gazetteer) -> bool:
    """Whether a body is one whose name several places share: 城关镇, and no department."""
    return names.issuers[issuer_id].kind is Kind.TOWN


def _like_in(before: tuple[int, ...], region: str, names: Gazetteer) -> tuple[int, ...]:
    """青石县的呢 after 云溪县教育局: the same kind of department there, or the town so called."""
    if len(before) != 1 or before[0] not in names.issuers:
        return ()
    inside = set(names.inside(region)) - set(before)
    kept = tuple(i for i in namesakes(before[0], names) if i in inside)
    return kept if len(kept) == 1 else ()


def _own_place(party: Party, names: Gazetteer) -> str:
    """The region that a party is the whole of; empty for a town or a department."""
    if party.scope is not None:
        return party.scope.region or "" if party.scope.is_whole else ""
    if len(party.ids) == 1 and names.issuers[party.ids[0]].kind in PLACES:
        return "/".join(names.steps[party.ids[0]])
    return ""
