"""A frame becomes a query: bodies and years are settled, or it is said why they cannot be."""

import re
from dataclasses import replace
from datetime import date

from bot.queries import (
    Asked,
    BothQuery,
    CatalogQuery,
    CheckQuery,
    Clarification,
    DiffQuery,
    FactQuery,
    Operation,
    PassageQuery,
    PlaceScope,
    Query,
    Refusal,
    SeveralQuery,
    SurveyQuery,
    YearChoice,
)
from bot.types import Choice, Lang
from bot.understand.frames import Frame, Party
from bot.understand.limits.unfit import nobody, unclear, unheld
from bot.understand.mentions import Mentions
from bot.understand.operations.conditions import everywhere, kinds_asked
from bot.understand.operations.groups import groups_of
from bot.understand.operations.parts import CHANNELS
from bot.understand.operations.scopes import NOWHERE, labelled
from bot.understand.phrase import (
    MOST_CHOICES,
    name_choices,
    one_year,
    party_name,
    plain_choices,
    year_choices,
)
from bot.understand.places.gazetteer import PLACES, Gazetteer
from bot.understand.places.lookup import NotHeld, bodies_of, issuers_of, years_of
from bot.understand.reading.texts import has_han
from bot.understand.vocabulary.readings import PUBLISHED, in_old_form, readings_for
from index.types import Era, Kind
from index.vocabulary.eras import era_of_year
from index.vocabulary.metrics import METRIC


def query_of(
    frame: Frame,
    m: Mentions,
    asked: Asked,
    carried: tuple[str, ...],
    names: Gazetteer,
    today: date,
) -> Query:
    """The query that a frame stands for, or the question back that it needs."""
    if frame.over_party == NOWHERE:
        return Refusal(asked, "unclear", m.words("whole"))
    if frame.kind == "diff" and not frame.parties:
        both = _with_years(frame, names)
        if len(both) != 1:
            return Clarification(asked, "place", _of_each(m, both, names))
        frame = replace(frame, parties=(Party(both),))
    ask_back = _unsettled(frame, m, asked, carried, names)
    if ask_back is not None:
        return ask_back
    if frame.kind == "catalog":
        return _catalog(frame, m, asked, names)
    if frame.kind in ("check", "diff"):
        return _of_one(frame, m, asked, carried, names, today)
    if frame.kind == "passages":
        return _passages(frame, m, asked, carried, names, today)
    facts = _facts(frame, m, asked, carried, names, today)
    if frame.kind == "both" and isinstance(facts, FactQuery):
        passages = PassageQuery(
            asked, frame.topic, frame.mode or "quote", facts.issuers, facts.scope, facts.years,
            frame.section,
        )  # fmt: skip
        return BothQuery(facts, passages)
    return facts


def _with_years(frame: Frame, names: Gazetteer) -> tuple[int, ...]:
    """The bodies of which two reports are held that can be compared."""
    wanted = set(frame.span.years) if frame.span.mode == "asked" else set()
    return tuple(i for i, held in names.issuers.items() if wanted <= set(held.years)
                 and len(held.years) > 1)  # fmt: skip


def _of_each(m: Mentions, ids: tuple[int, ...], names: Gazetteer) -> tuple[Choice, ...]:
    """The same question, asked of each of some bodies."""
    gap = " " if m.lang is Lang.EN else ""
    return tuple(
        Choice(names.short_of(i), f"{names.full_name(i)}{gap}{m.text}") for i in ids[:MOST_CHOICES]
    )


def _unsettled(
    frame: Frame, m: Mentions, asked: Asked, carried: tuple[str, ...], names: Gazetteer
) -> Query | None:
    for party in (*frame.parties, Party(frame.measure)):
        if party.scope is None and len(party.ids) > 1:
            return _which(frame, party, m, asked, carried, names)
    if frame.parties or frame.kind == "catalog":
        return None
    if frame.kind == "passages" and frame.mode in _OF_ALL_HELD:
        return None
    if frame.kind == "passages" and has_han(frame.topic):
        return None
    if len(names.issuers) == 1:
        return None
    if frame.kind in ("facts", "both") and not frame.metrics:
        return Refusal(asked, "unclear")
    ids = tuple(names.issuers)[:MOST_CHOICES]
    if frame.kind == "check":
        is_of_all = bool(m.ops & _OF_ALL or _ANY.search(m.text))
        which = Clarification(asked, "place", name_choices(m, 0, 0, ids, names))
        return None if is_of_all else which
    is_worded = frame.kind == "passages" and bool(frame.topic or frame.section)
    if frame.kind == "passages" and m.unknown and not m.has("topic"):
        return Refusal(asked, "out_of_scope", m.unknown)
    has_matter = bool(frame.metrics) or is_worded
    choices = plain_choices(frame, ids, one_year(frame), names, m.lang) if has_matter else ()
    return Clarification(asked, "place", choices)


_OF_ALL_HELD = frozenset(("mention", "unsaid", "others", "source", "words"))
_OF_ALL = frozenset(("list_places", "count_places"))
_ANY = re.compile(r"哪|有没有|有无|所有|全部|任何|每[份个]|各|\b(?:any|all|every|which)\b")


def _which(
    frame: Frame,
    party: Party,
    m: Mentions,
    asked: Asked,
    carried: tuple[str, ...],
    names: Gazetteer,
) -> Clarification:
    place = next((p for p in m.places if p.ids == party.ids), None)
    said = place.typed if place else ""
    if place is None or carried:
        choices = plain_choices(frame, party.ids, one_year(frame), names, m.lang)
    else:
        choices = name_choices(m, place.start, place.end, party.ids, names)
    return Clarification(asked, "place", choices, said)


def _facts(
    frame: Frame,
    m: Mentions,
    asked: Asked,
    carried: tuple[str, ...],
    names: Gazetteer,
    today: date,
) -> Query:
    if not frame.metrics:
        from bot.understand.limits.blocks import nothing_named

        return nothing_named(m, frame, asked, names)
    if frame.members and not all(METRIC[k].has_members for k in frame.asked_for):
        return Refusal(asked, "no_metric", m.words("member"), metrics=frame.metrics)
    groups = [_facts(one, m, asked, carried, names, today) for one in groups_of(frame)]
    if groups:
        facts = tuple(query for query in groups if isinstance(query, FactQuery))
        return SeveralQuery(asked, facts) if len(facts) == len(groups) else groups[0]
    return _of_bodies(frame, m, asked, carried, names, today)


def _of_bodies(
    frame: Frame,
    m: Mentions,
    asked: Asked,
    carried: tuple[str, ...],
    names: Gazetteer,
    today: date,
) -> Query:
    scope = next((p.scope for p in frame.parties if p.scope is not None), None)
    missing = unheld(frame, scope, m, asked, names)
    if missing is not None:
        return missing
    if scope is not None and scope.is_whole and frame.operation in (Operation.VALUE, None):
        frame = replace(frame, operation=Operation.SUM)
    issuers = issuers_of(frame.parties, frame.operation, names) or _only(frame, names)
    if not issuers:
        return nobody(frame, asked, m, names)
    years = years_of(frame, issuers, names, today)
    if isinstance(years, NotHeld):
        return _no_report(frame, m, asked, carried, names, issuers, years)
    doubt = unclear(frame, m, asked, issuers, names)
    if doubt is not None:
        return doubt
    if _is_of_old_form(years, m):
        said = frozenset(frame.concepts)
        frame = replace(frame, metrics=tuple(in_old_form(k, said) for k in frame.metrics))
    if _is_of_published(years, m):
        frame = replace(frame, metrics=tuple(PUBLISHED.get(k, k) for k in frame.metrics))
    query = _fact_query(frame, asked, issuers, scope, years, names)
    is_share = Operation.SHARE in (query.operation, query.by)
    if is_share and not (query.over or query.over_issuers):
        return Refusal(asked, "unclear", metrics=frame.metrics, tone="share_of_what")
    return query


def _is_of_old_form(years: YearChoice, m: Mentions) -> bool:
    """Whether plain words are those of the annex of 2014 to 2018; 行政事业性收费 stays itself."""
    is_plain = not re.search(r"事业|行政|administrative", m.text)
    eras = {era_of_year(year) for year in years.years}
    return is_plain and eras == {Era.E1}


def _is_of_published(years: YearChoice, m: Mentions) -> bool:
    """Whether what was published is asked for, of years whose form tells it from what was made."""
    eras = {era_of_year(year) for year in years.years}
    return eras == {Era.E2} and bool(re.search(r"\bpublish|公布", m.text))


def _only(frame: Frame, names: Gazetteer) -> tuple[int, ...]:
    return tuple(names.issuers) if not frame.parties and len(names.issuers) == 1 else ()


def _fact_query(
    frame: Frame,
    asked: Asked,
    issuers: tuple[int, ...],
    scope: PlaceScope | None,
    years: YearChoice,
    names: Gazetteer,
) -> FactQuery:
    members = frame.members or ("total",)
    over, over_member = frame.over, frame.over_member
    if Operation.SHARE in (frame.operation, frame.by) and not over:
        over, over_member = _default_whole(frame)
    if frame.operation is Operation.SHARE and over == frame.metrics and frame.members:
        over_member = over_member or "total"
    other = frame.over_party
    return FactQuery(
        asked,
        frame.operation or Operation.VALUE,
        frame.metrics,
        members,
        issuers,
        labelled(scope, asked.lang, names),
        years,
        over,
        over_member,
        top=frame.top,
        nth=frame.nth,
        whose=frame.whose,
        year_asked=frame.year_asked,
        by=frame.by,
        is_ascending=frame.is_ascending,
        is_reversed=frame.is_reversed,
        condition=frame.condition,
        measure=(*frame.measure[:1], *frame.measure_more),
        average=frame.average,
        is_of_ends=frame.is_of_ends,
        second=frame.second,
        is_each=frame.is_each,
        years_needed=frame.years_needed if len(years.years) > 1 else None,
        is_yes_no=frame.is_yes_no,
        expects=frame.expects,
        readings=readings_for(frame.asked_for, frozenset(frame.concepts), frame.members),
        is_table=frame.is_table,
        notes=frame.notes,
        over_issuers=issuers_of((other,), Operation.SHARE, names) if other else (),
        over_scope=labelled(other.scope, asked.lang, names) if other else None,
    )


def _default_whole(frame: Frame) -> tuple[tuple[str, ...], str | None]:
    """What a share is of, where nothing says so; of several numbers, if it is one for all."""
    if frame.over_party is not None:
        return frame.metrics, None
    if frame.members and frame.members != ("total",):
        return frame.metrics, "total"
    wholes = {_whole_of(metric) for metric in frame.metrics}
    return wholes.pop() if len(wholes) == 1 else (), None


def _whole_of(metric: str) -> tuple[str, ...]:
    for prefix in ("review", "suits_direct", "suits_after", "suits"):
        if metric.startswith(prefix + "_"):
            whole = "suits_total" if metric in _SUITS else f"{prefix}_total"
            return () if whole == metric else (whole,)
    if metric == "handled_on_time":
        return ("handled_total",)
    if metric in ("carried_out", "carried_in", "handled_total"):
        return ("requests_total",)
    if METRIC[metric].section == 3 and metric != "new_received":
        return ("handled_total",)
    return ("n_proactive",) if metric in CHANNELS else ()


_SUITS = ("suits_direct_total", "suits_after_total")


def _no_report(
    frame: Frame,
    m: Mentions,
    asked: Asked,
    carried: tuple[str, ...],
    names: Gazetteer,
    issuers: tuple[int, ...],
    years: NotHeld,
) -> Refusal:
    name = party_name(frame.parties[0], names) if frame.parties else names.full_name(issuers[0])
    is_carried = bool(carried) or len(years.missing) > 1 or frame.span.mode != "asked"
    choices = year_choices(frame, m, years.held, name, is_carried)
    missing = tuple(map(str, years.missing))
    if frame.span.mode == "open":
        missing = (frame.span.said,)
    return Refusal(asked, "no_report", missing, years.held, choices, issuers, frame.metrics)


_OF_SEVERAL = re.compile(
    r"几份|多少份|几个|多少个|哪些|多少家|几家|谁|who|which|how many|what reports|list"
)


def _catalog(frame: Frame, m: Mentions, asked: Asked, names: Gazetteer) -> CatalogQuery:
    ids = tuple(i for party in frame.parties for i in party.ids)
    scope = next((p.scope for p in frame.parties if p.scope is not None), None)
    is_counted = not frame.span.mode or bool(_OF_SEVERAL.search(asked.q.lower()))
    if len(ids) == 1 and names.issuers[ids[0]].kind in PLACES and is_counted:
        region = "/".join(names.steps[ids[0]])
        kinds, ending = kinds_asked(m)
        scope = PlaceScope(region, kinds, region.rpartition("/")[2], ending=ending)
        if bodies_of(scope, None, names):
            ids = (*(() if kinds else ids), *bodies_of(scope, None, names))
        else:
            scope = None
    if scope is not None and not ids:
        ids = bodies_of(replace(scope, is_whole=False), None, names)
    years = YearChoice(frame.span.years, frame.span.mode or "all", frame.span.said)
    return CatalogQuery(asked, ids, labelled(scope, asked.lang, names), years, frame.wants_missing)


def _of_one(
    frame: Frame,
    m: Mentions,
    asked: Asked,
    carried: tuple[str, ...],
    names: Gazetteer,
    today: date,
) -> Query:
    is_of_kind = any(p.scope is not None and not p.scope.is_whole for p in frame.parties)
    issuers = issuers_of(frame.parties, None, names) or _only(frame, names)
    if frame.kind == "check" and (is_of_kind or len(issuers) != 1):
        return _survey(frame, m, asked, names, issuers)
    if is_of_kind or len(issuers) > 1:
        return Refusal(asked, "unclear", tone="one_body")
    years = years_of(frame, issuers[:1], names, today)
    if isinstance(years, NotHeld):
        return _no_report(frame, m, asked, carried, names, issuers[:1], years)
    if frame.kind == "check":
        return CheckQuery(asked, issuers[0], years, frame.focus)
    held = names.issuers[issuers[0]].years
    pair = years.years if len(years.years) == 2 else held[-2:]
    missing = tuple(y for y in pair if y not in held)
    if missing or len(pair) < 2:
        stop = _no_report(frame, m, asked, carried, names, issuers[:1], NotHeld(missing, held))
        return replace(stop, choices=(*_held_pair(m, issuers[0], held, names), *stop.choices))
    return DiffQuery(asked, issuers[0], (pair[0], pair[1]), frame.section, frame.topic)


def _held_pair(
    m: Mentions, issuer: int, held: tuple[int, ...], names: Gazetteer
) -> tuple[Choice, ...]:
    """The newest two reports of a body, to be compared instead."""
    if len(held) < 2:
        return ()
    earlier, later = held[-2:]
    name = names.full_name(issuer)
    if m.lang is Lang.EN:
        q = f"how did the {later} report of {name} change from {earlier}"
        return (Choice(f"{earlier}, {later}", q),)
    return (Choice(f"{earlier}、{later}年", f"{name}{later}年报告和{earlier}年有什么变化"),)


def _survey(
    frame: Frame, m: Mentions, asked: Asked, names: Gazetteer, issuers: tuple[int, ...]
) -> Query:
    """The check of many reports; of all that are held where no body is named."""
    if {"sum", "mean"} & m.ops:  # 各单位之和与县报告一致吗: no report is held against others
        return Refusal(asked, "unclear", tone="one_body")
    if not frame.parties:
        frame = replace(frame, parties=everywhere(m))  # 哪些乡镇
        issuers = issuers_of(frame.parties, None, names)
    if frame.parties and not issuers:
        return nobody(frame, asked, m, names)
    scope = next((p.scope for p in frame.parties if p.scope is not None), None)
    span = frame.span
    years = YearChoice(span.years, span.mode, span.said) if span.years else YearChoice()
    scope = labelled(scope, asked.lang, names)
    return SurveyQuery(asked, issuers or tuple(names.issuers), scope, years, frame.focus)


def _passages(
    frame: Frame,
    m: Mentions,
    asked: Asked,
    carried: tuple[str, ...],
    names: Gazetteer,
    today: date,
) -> Query:
    scope = next((p.scope for p in frame.parties if p.scope is not None), None)
    issuers = issuers_of(frame.parties, None, names) or _only(frame, names)
    if not issuers and not frame.parties:
        issuers = tuple(names.issuers)
    if frame.mode == "others":
        issuers = _others(frame, m, issuers, names)
    elif frame.mode in _SAYING:
        issuers = _of_place(frame, m, issuers, names)
    years = years_of(frame, issuers, names, today)
    if isinstance(years, NotHeld):
        return _no_report(frame, m, asked, carried, names, issuers, years)
    if not (frame.topic or frame.section or frame.mode == "summary"):
        return Refusal(asked, "unclear")
    mode, otherwise = frame.mode or "quote", None
    if not frame.parties and mode == "quote" and len(issuers) > 1:
        mode, otherwise = "others", Refusal(asked, "no_metric", m.unknown)
    return PassageQuery(
        asked,
        frame.topic,
        mode,
        issuers,
        labelled(scope, asked.lang, names),
        years,
        frame.section,
        frame.is_yes_no,
        otherwise=otherwise,
        near_section=frame.near_section,
    )


_SAYING = frozenset(("mention", "unsaid", "words"))
_OF_GOVERNMENT = re.compile(r"政府|机关|本级|\bgovernment\b", re.IGNORECASE)


def _of_place(
    frame: Frame, m: Mentions, issuers: tuple[int, ...], names: Gazetteer
) -> tuple[int, ...]:
    """白鹭县有没有提到学校: all bodies of a place, its government and those in it.

    What is said in a place is said by any of them; a number is that of its government alone.
    """
    if len(frame.parties) != 1:
        return issuers
    party = frame.parties[0]
    if party.scope is not None:
        is_all = bool(party.scope.region) and not (party.scope.kinds or party.scope.is_whole)
        own = names.governments_of(party.scope.region or "") if is_all else ()
        return tuple(dict.fromkeys((*own, *issuers)))
    held = names.issuers[issuers[0]]
    if held.kind not in PLACES or _OF_GOVERNMENT.search(m.text):
        return issuers
    region = "/".join(names.steps[held.id])
    return tuple(dict.fromkeys((*issuers, *bodies_of(PlaceScope(region), None, names))))


_TOWNS = re.compile(r"(?:其他|别的|各|兄弟)(?:乡镇|镇街|乡|镇|街道)|other town")
_DEPARTMENTS = re.compile(r"(?:其他|别的|各|兄弟)(?:局|部门|委办局)|other (?:department|bureau)")


def _inside(parties: tuple[Party, ...], names: Gazetteer) -> tuple[int, ...]:
    """All bodies of the one place that is named, its own report among them."""
    if len(parties) != 1:
        return ()
    scope, ids = parties[0].scope, parties[0].ids
    if scope is None:
        is_place = len(ids) == 1 and names.issuers[ids[0]].kind in PLACES
        return names.inside("/".join(names.steps[ids[0]])) if is_place else ()
    found = names.inside(scope.region) if scope.region else ()
    return tuple(i for i in found if not scope.kinds or names.issuers[i].kind in scope.kinds)


def _others(
    frame: Frame, m: Mentions, issuers: tuple[int, ...], names: Gazetteer
) -> tuple[int, ...]:
    """All but the body that is asked about, of the kind that the question names.

    只看云溪县, after what others write: those of that county, its own report among them.
    """
    is_kept_to = bool(m.places) or any(p.scope is not None for p in frame.parties)
    inside = _inside(frame.parties, names) if is_kept_to and "others" not in m.asks else ()
    if inside:
        return inside
    found = tuple(i for i in names.issuers if i not in issuers) if frame.parties else issuers
    for pattern, kind in ((_TOWNS, Kind.TOWN), (_DEPARTMENTS, Kind.DEPARTMENT)):
        if pattern.search(m.text):
            return tuple(i for i in found if names.issuers[i].kind is kind)
    return found
