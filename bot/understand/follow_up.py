"""What a question leaves out, taken from the turn before; a complete one takes nothing."""

import re
from dataclasses import replace

from bot.queries import Operation, PlaceScope
from bot.types import Lang
from bot.understand.changes import paired
from bot.understand.choosing import chosen_by_number
from bot.understand.conditions import finished
from bot.understand.frames import Frame, Party, Span
from bot.understand.gazetteer import PLACES, SERVING, Gazetteer
from bot.understand.intents import span_of
from bot.understand.mentions import Mentions
from bot.understand.operations import with_operation
from bot.understand.ranks import ENDS_IN_KIND
from bot.understand.regions import region_of
from bot.understand.shares import names_only_the_whole
from bot.understand.together import joined, remembered
from index.vocabulary.metrics import METRIC

_AND = re.compile(r"and\b")  # And Qingshi County? goes on with the talk and adds nothing
_CARRIED = ("place", "year", "metric")
_AVERAGES = (Operation.MEAN, Operation.MEDIAN)
_OVER_PLACES = (Operation.RANK, Operation.LIST, Operation.COUNT)
_OVER_YEARS = (Operation.TREND, Operation.BEST_YEAR, Operation.WORST_YEAR)
_AGAINST = frozenset(("compare", "difference", "growth", "change", "yoy", "more", "less"))
_BETWEEN = (
    Operation.COMPARE, Operation.DIFFERENCE, Operation.SUM, Operation.TIMES, *_AVERAGES
)  # fmt: skip


def is_complete(frame: Frame, m: Mentions) -> bool:
    """Whether a question says by itself what it is about."""
    if frame.kind in ("facts", "both"):
        is_everywhere = frame.operation in _OVER_PLACES and (
            {"list_places", "count_places"} & m.ops
            or frame.condition is not None
            or ENDS_IN_KIND.search(m.text)
        )
        return bool(frame.metrics and (frame.parties or is_everywhere)) and "其中" not in m.text
    if frame.kind == "passages":
        is_said = bool(frame.topic or frame.section or frame.mode == "summary")
        is_of_all = frame.mode in ("others", "source") or frame.operation is Operation.LIST
        return is_said and bool(frame.parties or "list_places" in m.ops or is_of_all)
    return frame.kind in ("catalog", "diff", "check") and bool(
        frame.parties or frame.kind == "catalog"
    )


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
        or m.ops
        or m.asks - {"hello", "thanks", "help"}
        or m.has("amount", "whole")
        or (old.is_yes_no and m.has("quantity"))
    )


def filled(new: Frame, old: Frame, m: Mentions, names: Gazetteer) -> tuple[Frame, tuple[str, ...]]:
    """The question with its gaps filled, and which slots were carried over."""
    old = joined(new, old, m)
    frame, carried = _same_kind(new, old, m)
    parties = _parties(new, old, m, names)
    if parties == old.parties:
        carried = (*carried, "place")
    frame = replace(frame, parties=parties, without=new.without)
    frame, is_taken = _spanned(frame, old, m, names)
    carried = (*carried, "year") if is_taken else carried
    if frame.kind in ("facts", "both"):
        frame = remembered(_of_one_year(_done(frame, new, old, m), m), old)
    return frame, tuple(slot for slot in _CARRIED if slot in carried)


def in_context(frame: Frame, old: Frame, names: Gazetteer) -> tuple[Frame, bool]:
    """教育局 after a question about a town of 云溪县 is the one of that county."""
    if len(frame.parties) != 1 or len(frame.parties[0].ids) < 2:
        return frame, False
    ids = frame.parties[0].ids
    if any(names.issuers[i].kind not in SERVING for i in ids) or not old.parties:
        return frame, False
    region = region_of(old.parties, names, "county")
    inside = set(names.inside(region)) if region else set()
    kept = tuple(i for i in ids if i in inside)
    return (replace(frame, parties=(Party(kept),)), True) if len(kept) == 1 else (frame, False)


def carried_words(
    frame: Frame, carried: tuple[str, ...], names: Gazetteer, lang: Lang
) -> tuple[str, ...]:
    """What was carried over, in words."""
    found: list[str] = []
    if "place" in carried:
        found += [_party_words(party, names) for party in frame.parties[:3]]
    if "year" in carried and frame.span.years:
        first, last = frame.span.years[0], frame.span.years[-1]
        years = str(first) if first == last else f"{first}—{last}"
        found.append(years if lang is Lang.EN else f"{years}年")
    if "metric" in carried:
        keys = frame.over if frame.operation is Operation.BREAKDOWN else frame.metrics
        is_english = lang is Lang.EN
        found += [METRIC[k].english if is_english else METRIC[k].label for k in keys[:3]]
        found += [frame.topic] if frame.topic and not keys else []
    return tuple(word for word in found if word)


def _party_words(party: Party, names: Gazetteer) -> str:
    if party.scope is not None:
        return party.scope.label
    return (
        names.issuers[party.ids[0]].name if party.ids[:1] and party.ids[0] in names.issuers else ""
    )


def _same_kind(new: Frame, old: Frame, m: Mentions) -> tuple[Frame, tuple[str, ...]]:
    """The old question with what the new one says put in, or the new one as it is."""
    if new.kind == "passages":
        if new.topic or new.section is not None or new.mode == "summary":
            return new, ()
        topic = old.topic or "、".join(METRIC[k].label for k in old.metrics[:1])
        return replace(new, topic=topic, section=old.section), ("metric",)
    if new.kind in ("both", "catalog", "check", "diff"):
        return new, ()
    if new.metrics and not (old.kind == "facts" and names_only_the_whole(m)):
        whole = new.over if new.operation is Operation.BREAKDOWN and new.over else new.metrics
        return replace(new, metrics=whole), ()
    if old.kind == "passages" and new.kind == "facts" and not new.operation:
        return replace(old, is_table=new.is_table), ("metric",)
    metrics = old.metrics
    if old.operation is Operation.BREAKDOWN and old.over:
        metrics = old.over
    members = new.members or (() if old.operation is Operation.BREAKDOWN else old.members)
    frame = replace(
        old, metrics=metrics, members=members, over=(), over_party=None, condition=None,
        is_table=new.is_table or old.is_table, is_yes_no=new.is_yes_no, notes=new.notes,
    )  # fmt: skip
    return frame, ("metric",)


def _done(frame: Frame, new: Frame, old: Frame, m: Mentions) -> Frame:
    """What is to be done now: what the words say of the filled question, else what was done."""
    blank = replace(
        frame, operation=None, top=None, nth=None, whose=(), year_asked=None, by=None,
        is_ascending=False, is_reversed=False, expects="any", over=(), over_party=new.over_party,
    )  # fmt: skip
    if _is_only_of_others(new, old, m):
        return _as_before(blank, old, m)
    if old.operation in (Operation.SUM, *_AVERAGES) and {"breakdown", "table"} & m.ops:
        return _one_by_one(blank, new)
    flipped = _flipped(blank, old, m)
    if flipped is not None:
        return flipped
    said = with_operation(replace(blank, kind="facts"), m)
    if said is not None:
        return finished(replace(said, kind=frame.kind), m)
    if new.metrics and (m.has("quantity") or m.is_yes_no or old.kind not in ("facts", "both")):
        return frame
    return _as_before(blank, old, m)


def _of_one_year(frame: Frame, m: Mentions) -> Frame:
    """全县排第几 after 比上年呢: the year that was compared, and not both added up."""
    is_pair = frame.span.mode == "pair" and bool(frame.span.years) and not m.years
    if not is_pair or frame.by is not None or frame.operation not in _OF_ONE_YEAR:
        return frame
    return replace(frame, span=Span("asked", frame.span.years[-1:]))


_OF_ONE_YEAR = (*_OVER_PLACES, Operation.BREAKDOWN, Operation.SHARE)


def _one_by_one(frame: Frame, new: Frame) -> Frame:
    """分别是多少, 列个表 after a sum: the numbers that it is made of."""
    operation = Operation.COMPARE if frame.is_of_many else Operation.VALUE
    return replace(frame, operation=operation, is_yes_no=False, is_table=new.is_table)


def _is_only_of_others(new: Frame, old: Frame, m: Mentions) -> bool:
    """各部门呢 after a sum over towns: the same of others, and 各 asks for nothing."""
    is_pooled = old.operation in (Operation.SUM, *_AVERAGES, *_OVER_PLACES)
    is_plain = not (new.metrics or m.ops or m.has("quantity", "yes_no", "amount"))
    is_of_many = bool(new.without) or any(p.scope is not None for p in new.parties)
    return is_pooled and is_plain and is_of_many


def _flipped(frame: Frame, old: Frame, m: Mentions) -> Frame | None:
    """最少的呢, after the most."""
    if not {"most", "least"} & m.ops or old.operation not in (Operation.RANK, *_OVER_YEARS[1:]):
        return None
    is_least = "least" in m.ops
    if old.operation is Operation.RANK:
        return replace(frame, operation=Operation.RANK, top=old.top or 1, is_ascending=is_least)
    return replace(frame, operation=Operation.WORST_YEAR if is_least else Operation.BEST_YEAR)


def _as_before(frame: Frame, old: Frame, m: Mentions) -> Frame:
    operation = old.operation or Operation.VALUE
    is_one_year = frame.span.mode in ("asked", "newest") and len(frame.span.years) < 2
    is_one_place = len(frame.parties) == 1 and frame.parties[0].scope is None
    if operation is Operation.BREAKDOWN and frame.metrics == old.over:
        return replace(
            frame,
            operation=operation,
            metrics=old.metrics,
            members=old.members,
            over=old.over,
            top=old.top,
        )
    is_moot = (
        operation is Operation.BREAKDOWN
        or (operation is Operation.SHARE and _has_no_such_part(frame, old))
        or (operation in _OVER_YEARS and is_one_year)
        or (operation in _BETWEEN and is_one_place and is_one_year)
    )
    if is_moot:
        return replace(frame, operation=Operation.VALUE)
    over = old.over if frame.metrics == old.metrics else ()
    if old.by is not None or (operation is Operation.TIMES and is_one_place):
        frame = replace(frame, span=paired(frame.span))
    return replace(
        frame, operation=operation, top=old.top, nth=old.nth, by=old.by, over=over,
        is_ascending=old.is_ascending, is_reversed=old.is_reversed,
        over_party=old.over_party, condition=old.condition,
        is_yes_no=old.is_yes_no and not (m.ops or m.has("quantity")),
        expects=old.expects,
    )  # fmt: skip


def _has_no_such_part(frame: Frame, old: Frame) -> bool:
    """Whether what the share was of has nothing to do with the number that is meant now."""
    is_split = bool(old.members) and old.members != ("total",)
    return is_split and not all(METRIC[key].has_members for key in frame.metrics)


def _parties(new: Frame, old: Frame, m: Mentions, names: Gazetteer) -> tuple[Party, ...]:
    """Who is meant now: who was named, told apart by what was said before, or those before."""
    if not new.parties:
        return chosen_by_number(m, old) or old.parties
    party = new.parties[0]
    is_against = bool({"compare", "more", "less", "difference"} & m.ops) and not new.metrics
    chosen = _chosen(party, old, m, names)
    if chosen:
        return (*old.parties, *chosen) if is_against and chosen != old.parties else chosen
    scope = party.scope
    if scope is not None and scope.region is None and len(new.parties) == 1:
        region = region_of(old.parties, names, "county")
        label = region.rpartition("/")[2]
        return (Party((), replace(scope, region=region or None, label=label)),)
    is_one = len(new.parties) == 1 and party.scope is None
    if (
        is_one
        and (is_against or (any(p.is_joined for p in m.places[:1]) and not _AND.match(m.text)))
        and party not in old.parties
    ):
        return (*old.parties, *new.parties)
    if _was_ranked(party, old, names):
        scope = old.parties[0].scope
        region = _own_place(party, names)
        kinds = scope.kinds if scope else ()
        return (Party((), PlaceScope(region, kinds, region.rpartition("/")[2])),)
    return new.parties


def _was_ranked(party: Party, old: Frame, names: Gazetteer) -> bool:
    is_place = bool(_own_place(party, names))
    scope = old.parties[0].scope if old.parties else None
    is_of_kind = scope is not None and bool(scope.kinds)
    return is_place and scope is not None and (old.operation in _OVER_PLACES or is_of_kind)


def _chosen(party: Party, old: Frame, m: Mentions, names: Gazetteer) -> tuple[Party, ...]:
    """云溪县的, 我说的是白石县那个: of the bodies of one name, the one in this place."""
    if len(old.parties) != 1 or not old.parties[0].ids:
        return ()
    region = _own_place(party, names)
    if not region:
        return ()
    before = old.parties[0].ids
    like = _like_in(before, region, names)
    if like and not m.named.metrics:
        return (Party(like),)
    if len(before) == 1:
        if not any(word in m.text for word in ("那个", "的是", "mean", "one in", "我问")):
            return ()
        before = _namesakes(before[0], names)
    inside = set(names.inside(region))
    kept = tuple(i for i in before if i in inside and names.issuers[i].kind not in PLACES)
    return (Party(kept),) if kept else ()


def _like_in(before: tuple[int, ...], region: str, names: Gazetteer) -> tuple[int, ...]:
    """青石县的呢 after 云溪县教育局: the same kind of department there."""
    if len(before) != 1 or before[0] not in names.own_cores:
        return ()
    inside = set(names.inside(region)) - set(before)
    kept = tuple(i for i in _namesakes(before[0], names) if i in inside)
    return kept if len(kept) == 1 else ()


def _namesakes(issuer_id: int, names: Gazetteer) -> tuple[int, ...]:
    if issuer_id not in names.issuers:
        return ()
    if issuer_id in names.own_cores:
        return names.cores.get(names.own_cores[issuer_id], ())
    name = names.issuers[issuer_id].name
    return tuple(i for i, held in names.issuers.items() if held.name == name)


def _own_place(party: Party, names: Gazetteer) -> str:
    """The region that a party is the whole of; empty for a town or a department."""
    if party.scope is not None:
        return party.scope.region or "" if party.scope.is_whole else ""
    if len(party.ids) == 1 and names.issuers[party.ids[0]].kind in PLACES:
        return "/".join(names.steps[party.ids[0]])
    return ""


def _spanned(frame: Frame, old: Frame, m: Mentions, names: Gazetteer) -> tuple[Frame, bool]:
    """The years that are meant now, and whether they are those of the turn before."""
    said, before = span_of(m), _year_before(old, names)
    against = bool(_AGAINST & m.ops)
    if before is not None and m.years and all(y.is_previous for y in m.years):
        span = (
            Span("pair", (before,), said.said)
            if against
            else Span("asked", (before - 1,), said.said)
        )
        is_same = frame.metrics == old.metrics and frame.parties == old.parties
        other = before if is_same and not against else None
        return replace(frame, span=span, other_year=other), False
    if said.mode == "asked" and len(said.years) == 1 and old.span.mode != "all":
        if against and before is not None and before != said.years[0]:
            return replace(frame, span=Span("asked", tuple(sorted((before, said.years[0]))))), True
        is_same = frame.metrics == old.metrics and frame.parties == old.parties
        other = before if is_same and before != said.years[0] else None
        return replace(frame, span=said, other_year=other), False
    if said.mode:
        return replace(frame, span=said), False
    is_same_place = frame.parties == old.parties
    is_other = old.other_year is not None and before is not None and old.other_year != before
    if against and is_same_place and is_other and len(old.span.years) < 2:
        years = tuple(sorted(y for y in (old.other_year, before) if y is not None))
        return replace(frame, span=Span("asked", years), other_year=None), True
    return replace(frame, span=old.span), bool(old.span.years)


def _year_before(old: Frame, names: Gazetteer) -> int | None:
    """The year that the turn before was about, if it was one."""
    if old.span.mode in ("asked", "pair") and old.span.years:
        return old.span.years[-1]
    if old.span.mode in ("", "newest") and len(old.parties) == 1 and len(old.parties[0].ids) == 1:
        held = names.issuers.get(old.parties[0].ids[0])
        return held.years[-1] if held and held.years else None
    return None
