"""What a question leaves out, taken from the turn before; a complete one takes nothing."""

from dataclasses import replace

from bot.queries import Operation, PlaceScope
from bot.types import Lang
from bot.understand.frames import Frame, Party, Span
from bot.understand.gazetteer import PLACES, Gazetteer
from bot.understand.mentions import Mentions
from index.vocabulary.metrics import METRIC

_CARRIED = ("place", "year", "metric")


def is_complete(frame: Frame) -> bool:
    """Whether a question says by itself what it is about."""
    if frame.kind in ("facts", "both"):
        return bool(frame.metrics and frame.parties)
    if frame.kind == "passages":
        return bool(frame.parties and (frame.topic or frame.section or frame.mode == "summary"))
    return frame.kind in ("catalog", "diff", "check") and bool(frame.parties)


def filled(new: Frame, old: Frame, m: Mentions, names: Gazetteer) -> tuple[Frame, tuple[str, ...]]:
    """The question with its gaps filled, and which slots were carried over."""
    frame, carried = _same_kind(new, old)
    parties = _parties(frame, old, m, names)
    if parties is not None:
        if parties == old.parties:
            carried = (*carried, "place")
        frame = replace(frame, parties=parties)
    if not frame.span.mode or (frame.span.mode == "pair" and not frame.span.years):
        frame, is_taken = _spanned(frame, old)
        carried = (*carried, "year") if is_taken else carried
    return frame, tuple(slot for slot in _CARRIED if slot in carried)


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
        english = lang is Lang.EN
        found += [METRIC[k].english if english else METRIC[k].label for k in frame.metrics[:3]]
        if frame.topic:
            found.append(frame.topic)
    return tuple(word for word in found if word)


def _party_words(party: Party, names: Gazetteer) -> str:
    if party.scope is not None:
        return party.scope.label
    return names.issuers[party.ids[0]].name if party.ids[:1] and party.ids[0] in names.issuers else ""


def _same_kind(new: Frame, old: Frame) -> tuple[Frame, tuple[str, ...]]:
    """The old question with what the new one says put in, or the new one as it is."""
    if new.kind == "facts" and new.metrics:
        return new, ()
    if new.kind in ("passages", "both", "catalog", "check", "diff"):
        if new.kind == "passages" and not new.topic and new.section is None and new.mode != "summary":
            return replace(new, topic=old.topic, section=old.section), ("metric",)
        return new, ()
    frame = replace(old, parties=new.parties, span=new.span, is_table=new.is_table or old.is_table)
    if old.kind == "facts":
        frame = _altered(frame, new, old)
    return frame, ("metric",)


def _altered(frame: Frame, new: Frame, old: Frame) -> Frame:
    """Another operation, applicant or scope for the metrics of the turn before."""
    if new.members:
        frame = replace(frame, members=new.members)
        if old.operation is Operation.BREAKDOWN:
            frame = replace(frame, metrics=old.over or old.metrics, over=(), operation=Operation.VALUE)
    operation = new.operation
    if operation is None or (operation in (Operation.VALUE, Operation.SUM) and not new.notes):
        return frame
    if operation is Operation.SHARE:
        frame = replace(frame, over=new.over, over_member=new.over_member, over_party=new.over_party)
    metrics = frame.metrics
    if old.operation is Operation.BREAKDOWN and old.over and operation is not Operation.BREAKDOWN:
        metrics = old.over
    return replace(
        frame,
        metrics=metrics,
        operation=operation,
        top=new.top,
        is_ascending=new.is_ascending,
        condition=new.condition,
        is_yes_no=new.is_yes_no,
        expects=new.expects,
    )


def _parties(
    frame: Frame, old: Frame, m: Mentions, names: Gazetteer
) -> tuple[Party, ...] | None:
    """Who is meant now; None where the question itself says it and nothing tells otherwise."""
    whole = next((p.whole for p in m.places if p.whole), "")
    if whole and not any(p.ids for p in frame.parties):
        region = _region_of(old.parties, names)
        return whole_place(region, names) if region else None
    if not frame.parties:
        return old.parties
    chosen = _chosen(frame.parties[0], old, m, names)
    if chosen:
        return chosen
    if any(p.is_joined for p in m.places[:1]) and len(frame.parties) == 1 and old.parties:
        return (*old.parties, *frame.parties)
    return None


def _chosen(
    party: Party, old: Frame, m: Mentions, names: Gazetteer
) -> tuple[Party, ...]:
    """云溪县的, 我说的是白石县那个: of the bodies of one name, the one in this place."""
    if len(old.parties) != 1 or not old.parties[0].ids:
        return ()
    region = _own_place(party, names)
    if not region:
        return ()
    before = old.parties[0].ids
    if len(before) == 1:
        if not ("那个" in m.text or "的是" in m.text or "mean" in m.text or "one in" in m.text):
            return ()
        before = _namesakes(before[0], names)
    inside = set(names.inside(region))
    kept = tuple(i for i in before if i in inside and names.issuers[i].kind not in PLACES)
    return (Party(kept),) if kept else ()


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


def _region_of(parties: tuple[Party, ...], names: Gazetteer) -> str:
    for party in parties:
        if party.scope is not None and party.scope.region:
            return party.scope.region
        if party.ids and party.ids[0] in names.steps:
            return "/".join(names.steps[party.ids[0]])
    return ""


def whole_place(region: str, names: Gazetteer) -> tuple[Party, ...]:
    """A place as a whole: its own report if one is held, else all of its bodies."""
    held = names.governments_of(region)
    if held:
        return (Party(held),)
    label = region.rpartition("/")[2]
    return (Party((), PlaceScope(region, (), label, is_whole=True)),)


def _spanned(frame: Frame, old: Frame) -> tuple[Frame, bool]:
    pair = frame.span.mode == "pair"
    if not pair and frame.operation in (Operation.TREND, Operation.BEST_YEAR, Operation.WORST_YEAR):
        return replace(frame, span=Span("all")), False
    if pair:
        years = old.span.years[-1:] if old.span.mode in ("asked", "pair") else ()
        return replace(frame, span=Span("pair", years, frame.span.said)), bool(years)
    return replace(frame, span=old.span), bool(old.span.years)
