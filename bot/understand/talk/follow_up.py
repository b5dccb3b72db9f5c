"""What a question leaves out, taken from the turn before; a complete one takes nothing."""

import re
from dataclasses import replace

from bot.queries import Operation
from bot.types import Lang
from bot.understand.frames import Frame, Party
from bot.understand.mentions import Mentions
from bot.understand.operations.ranks import ends_in_kind
from bot.understand.operations.shares import names_only_the_whole
from bot.understand.places.gazetteer import Gazetteer
from bot.understand.reading.metrics import Named
from bot.understand.sayings import is_against_year
from bot.understand.talk.choosing import asks_for_other, is_choice
from bot.understand.talk.doing import done, of_one_year
from bot.understand.talk.leaning import leaning
from bot.understand.talk.outcomes import of_parts
from bot.understand.talk.places import is_of_all_held, near_talk, parties_of
from bot.understand.talk.pointing import (
    at_rank,
    pointed,
    points_at_several,
    points_at_year,
    without_same_year,
)
from bot.understand.talk.replies import replying
from bot.understand.talk.together import joined, remembered
from bot.understand.talk.years import spanned
from index.vocabulary.metrics import MEMBER, METRIC

_CARRIED = ("place", "year", "member", "metric")
_OVER_PLACES = (Operation.RANK, Operation.LIST, Operation.COUNT)


def is_complete(frame: Frame, old: Frame, m: Mentions) -> bool:
    """Whether a question says by itself what it is about."""
    if frame.kind in ("facts", "both"):
        is_everywhere = frame.operation in _OVER_PLACES and (
            {"list_places", "count_places"} & m.ops
            or frame.condition is not None
            or ends_in_kind(m)
        )
        # 哪个部门申请最多, without a year, is about those of the county and the year of the talk.
        is_alone = bool(frame.span.mode) or not old.parties or is_of_all_held(m)
        is_everywhere = is_everywhere and is_alone
        leans = _leans(m) or points_at_year(m.text)
        if (_is_of_kind(frame) and not is_alone) or (leans and not frame.span.mode):
            return False
        if _is_of_kind(frame) and points_at_several(m.text):
            return False
        is_full = bool(frame.metrics and (frame.parties or is_everywhere))
        return is_full and "其中" not in m.text and not m.is_pointed
    if frame.kind == "passages":
        is_said = bool(frame.topic or frame.section or frame.mode == "summary")
        is_of_all = frame.mode in ("others", "source") or frame.operation is Operation.LIST
        return is_said and bool(frame.parties or "list_places" in m.ops or is_of_all)
    if frame.kind == "check" and _OF_ALL_REPORTS.search(m.text):
        return True
    return frame.kind in ("catalog", "diff", "check") and bool(
        frame.parties or frame.kind == "catalog"
    )


# 哪些报告有矛盾: of all that are held, whichever was spoken of.
_OF_ALL_REPORTS = re.compile(
    r"(?:哪些|哪几?[份个]|有没有|有无|所有|全部|任何|每[份个])[^,，。]*(?:报告|年报)"
    r"|\b(?:any|all|every|which) (?:\w+ ){0,3}reports?\b"
)


_LEANS = re.compile(
    r"呢[?？。!！]*$|^(?:那么?|还有|再看|再查|and |so |what about |how about |then )"
)


def _leans(m: Mentions) -> bool:
    """公安局的许可呢: a question that goes on is about the year of the talk."""
    return bool(_LEANS.search(m.text))


def _is_of_kind(frame: Frame) -> bool:
    """Whether all bodies of a kind are meant, and it is not said where: 各乡镇."""
    scope = frame.parties[0].scope if len(frame.parties) == 1 else None
    return scope is not None and not scope.region and bool(scope.kinds) and not scope.is_whole


_REPEATED = (Operation.SHARE, *_OVER_PLACES, Operation.BEST_YEAR, Operation.WORST_YEAR)


def says_something(frame: Frame, old: Frame, m: Mentions) -> bool:
    """Whether a question fills any slot at all; a sigh does not repeat a number."""
    return bool(
        frame.parties
        or frame.without
        or frame.span.mode
        or frame.metrics
        or frame.members
        or frame.topic
        or frame.section
        or frame.mode == "unsaid"
        or m.ops
        or m.asks - {"hello", "thanks", "help"}
        or m.has("amount", "whole")
        or (m.is_yes_no and m.has("number"))
        or asks_for_other(m.text)
        or (m.has("quantity") and points_at_year(m.text))  # 那年多少件
        or (m.has("concept") and m.has("quantity"))  # a verb that fits the number before
        or ((old.is_yes_no or old.operation in _REPEATED) and m.has("quantity"))
    )


def read_on(m: Mentions, old: Frame, names: Gazetteer) -> Mentions:
    """The question with what its words mean after the turn before."""
    m = near_talk(m, old, names)
    if asks_for_other(m.text):
        return replace(m, unknown=(), named=Named(), places=(), ops=frozenset())
    if is_choice(m, old):
        return replace(m, unknown=(), named=Named())
    if _ADDED_TO.search(m.text) and m.named.concepts == {"receive"}:
        m = replace(m, named=Named())  # 排进来 is not 收进来
    m = at_rank(replying(m, old), old)
    return leaning(of_parts(without_same_year(m, old), old), old)


_ADDED_TO = re.compile(r"[排算加放](?:进来|进去)")


def filled(
    new: Frame, old: Frame, m: Mentions, names: Gazetteer
) -> tuple[Frame, tuple[str, ...], tuple[str, ...]]:
    """The question with its gaps filled, the slots carried over, and what points nowhere."""
    if old.mode == "beside":  # what stood beside a refusal; what goes on asks for wording
        old = replace(old, mode="mention")
    if _is_of_kind(new) and len(old.said_ids) > 1 and points_at_several(m.text):
        new = replace(new, parties=())  # 这些乡镇: those that the answer named
    old, dangling = pointed(m, new, old)
    old, lacking = joined(_without_counted(new, m), old, m)
    dangling = (*dangling, *lacking)
    frame, carried = _same_kind(new, old, m)
    parties = parties_of(new, old, m, names)
    is_within = any(p.scope and p.scope.region for p in parties)
    if parties == old.parties or (is_within and (not new.parties or _is_of_kind(new))):
        carried = (*carried, "place")
    frame = replace(frame, parties=parties, without=new.without, said_year=None)
    frame = replace(frame, said_ids=old.said_ids if m.is_pointed else (), said_part=())
    frame, is_taken = spanned(frame, old, m, names)
    carried = (*carried, "year") if is_taken else carried
    if frame.kind in ("facts", "both"):
        frame = remembered(of_one_year(done(frame, new, old, m), m), old)
    is_of_same = bool(frame.members) and frame.members == old.members and not new.members
    if is_of_same and frame.members != ("total",) and frame.operation is not Operation.BREAKDOWN:
        carried = (*carried, "member")
    return frame, tuple(slot for slot in _CARRIED if slot in carried), dangling


def carried_words(
    frame: Frame, carried: tuple[str, ...], names: Gazetteer, lang: Lang
) -> tuple[str, ...]:
    """What was carried over, in words."""
    found: list[str] = []
    if "place" in carried:
        found += [_party_words(party, names, lang) for party in frame.parties[:3]]
    if "year" in carried and frame.span.years:
        first, last = frame.span.years[0] - (frame.span.mode == "pair"), frame.span.years[-1]
        years = str(first) if first == last else f"{first}—{last}"
        found.append(years if lang is Lang.EN else f"{years}年")
    if "member" in carried:
        found += [_member_words(key, lang) for key in frame.members]
    if "metric" in carried:
        keys = frame.asked_for
        is_english = lang is Lang.EN
        found += [METRIC[k].english if is_english else METRIC[k].label for k in keys[:3]]
        found += [frame.topic] if frame.topic and not keys else []
    return tuple(word for word in found if word)


def _member_words(key: str, lang: Lang) -> str:
    if key == "total":
        return ""
    return MEMBER[key].english if lang is Lang.EN else MEMBER[key].label


def _party_words(party: Party, names: Gazetteer, lang: Lang) -> str:
    if party.scope is not None:
        return party.scope.label
    held = names.issuers.get(party.ids[0]) if party.ids else None
    if held is None:
        return ""
    is_alone = sum(other.name == held.name for other in names.issuers.values()) == 1
    if is_alone or not names.steps[held.id]:
        return held.name
    where = names.steps[held.id][-1]
    return f"{held.name} ({where})" if lang is Lang.EN else f"{held.name}（{where}）"


def _without_counted(new: Frame, m: Mentions) -> Frame:
    """两个局加起来 names no bodies but those that were spoken of."""
    is_counted = m.has("counted") and len(new.parties) == 1 and _is_of_kind(new)
    return replace(new, parties=()) if is_counted else new


_OF_ALL = re.compile(r"总|一共|全部|所有|\b(?:all|total|altogether)\b")
_OF_SOME = (Operation.VALUE, Operation.TREND, None)


def _members(new: Frame, old: Frame, m: Mentions) -> tuple[str, ...]:
    """公开了几件 after 企业申请: what became of those of the same applicants."""
    if old.is_of_many and not new.parties and not m.named.members:
        new = replace(new, members=())  # 申请分别多少 after 哪些乡镇 is of each of these
    is_of_them = bool(old.members) and old.members != ("total",) and old.metrics != new.metrics
    is_plain = old.operation in _OF_SOME and new.operation in _OF_SOME
    is_told = new.members or _OF_ALL.search(m.text) or new.parties
    is_outcome = all(METRIC[key].has_members and not METRIC[key].is_rate for key in new.metrics)
    return old.members if is_of_them and is_plain and is_outcome and not is_told else new.members


def _same_kind(new: Frame, old: Frame, m: Mentions) -> tuple[Frame, tuple[str, ...]]:
    """The old question with what the new one says put in, or the new one as it is."""
    if old.kind in ("passages", "diff") and is_against_year(m):
        return replace(new, kind="diff", operation=None, section=old.section), ("metric",)
    if new.kind == "passages":
        if new.topic or new.section is not None or new.mode == "summary":
            return new, ()
        topic = old.topic or "、".join(METRIC[k].label for k in old.metrics[:1])
        return replace(new, topic=topic, section=old.section), ("metric",)
    if new.kind in ("both", "catalog", "diff"):
        return new, ()
    if new.kind == "check":
        return replace(new, metrics=old.metrics), ()
    if new.metrics and not (old.kind == "facts" and names_only_the_whole(m)):
        return replace(new, metrics=new.asked_for, members=_members(new, old, m)), ()
    if old.kind == "passages" and new.kind == "facts" and not new.operation:
        return replace(old, is_table=new.is_table), ("metric",)
    members = new.members or (() if old.operation is Operation.BREAKDOWN else old.members)
    frame = replace(
        old, metrics=old.asked_for, members=members, over=(), over_party=None, condition=None,
        is_table=new.is_table or old.is_table, is_yes_no=new.is_yes_no, notes=new.notes,
    )  # fmt: skip
    return frame, ("metric",)
