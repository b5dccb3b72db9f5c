"""The places that a question is about once it is known what is to be done with them."""

from dataclasses import replace

from bot.queries import Operation, PlaceScope
from bot.types import Lang
from bot.understand.frames import Frame, Party, Span
from bot.understand.mentions import Mentions
from bot.understand.operations.conditions import everywhere, kinds_asked
from bot.understand.operations.groups import with_place
from bot.understand.operations.neighbourhood import told_apart
from bot.understand.operations.own_rank import (
    among,
    asks_own_rank,
    is_of_itself,
    own_region,
    ranked_itself,
    still_of_them,
)
from bot.understand.operations.ranks import (
    asks_which_of_its_years,
    ends_in_kind,
    wants_year,
)
from bot.understand.places.gazetteer import PLACES, Gazetteer
from bot.understand.places.leaving_out import leaving_out
from bot.understand.places.lookup import bodies_of, issuers_of
from bot.understand.reading.membership import kinds_ranked
from bot.understand.regions import region_of, whole_place
from index.types import Kind

# What a share is of where the bodies lie in no such place, or are that place.
NOWHERE = Party()
_AVERAGES = (Operation.MEAN, Operation.MEDIAN)
_OVER_PLACES = (Operation.RANK, Operation.LIST, Operation.COUNT, *_AVERAGES)
_NAMED = 5  # of those that are left out
_EVERYWHERE = (Operation.RANK, Operation.LIST, Operation.COUNT)


_KINDS = {
    Kind.TOWN: ("各乡镇", "towns"),
    Kind.DEPARTMENT: ("各部门", "departments"),
    Kind.COUNTY: ("各县区", "counties"),
    Kind.ZONE: ("各开发区", "zones"),
    Kind.OFFICE: ("各政府办公室", "government offices"),
    Kind.OTHER: ("其他单位", "other bodies"),
    Kind.CITY: ("各市", "cities"),
    Kind.PROVINCE: ("各省", "provinces"),
}


def settled(frame: Frame, m: Mentions, names: Gazetteer) -> Frame:
    """The frame with the places that its operation looks at, as it is kept for the next turn."""
    frame = with_place(frame)
    frame = told_apart(_over_whole(_still_held(frame, names), names), m, names)
    wants_places = (
        frame.kind == "passages" and frame.mode in ("mention", "unsaid", "others")
    ) or (frame.kind == "catalog" and bool(kinds_asked(m)[0]))
    is_ranked = frame.operation in _EVERYWHERE and bool(frame.metrics)
    is_of_places = wants_places and bool({"list_places", "count_places"} & m.ops)
    if not frame.parties and (is_ranked or is_of_places):
        frame = replace(frame, parties=everywhere(m))
    frame = _measured_here(_in_several(frame, m, names), names)
    frame = leaving_out(_widened(among(frame, m, names), m, names), m.left_out, names, m.text)
    return still_of_them(frame, names)


def _measured_here(frame: Frame, names: Gazetteer) -> Frame:
    """比教育局多的部门, in 云溪县: of several of that name the one that lies there."""
    if (frame.measure or frame.is_of_ends) and len(frame.parties) == _TWO:
        place, kind = sorted(frame.parties, key=_is_of_kind)  # 云溪县2024年有没有比公安局多的部门
        path = own_region(place, names)
        scope = kind.scope and replace(kind.scope, region=path, label=path.rpartition("/")[2])
        frame = replace(frame, parties=(Party((), scope),)) if path and scope else frame
    if not frame.measure:
        return frame
    party = frame.parties[0] if len(frame.parties) == 1 else Party()
    region = party.scope.region if party.scope else own_region(party, names)
    if party.scope and not region and len(frame.measure) == 1:  # the towns of its own county
        steps = names.steps[frame.measure[0]]
        near = replace(
            party.scope, region="/".join(steps) or None, label=steps[-1] if steps else ""
        )
        return replace(frame, parties=(Party((), near),))
    if len(frame.measure) < _TWO or not region:
        return frame
    here = tuple(i for i in frame.measure if i in names.inside(region))
    return replace(frame, measure=here or frame.measure)


_TWO = 2


def _is_of_kind(party: Party) -> bool:
    return party.scope is not None


def labelled(scope: PlaceScope | None, lang: Lang, names: Gazetteer) -> PlaceScope | None:
    """The scope with a label that says which bodies it takes in: 云溪县各乡镇, towns in 云溪县."""
    found = _labelled(scope, lang)
    if found is None or not found.without:
        return found
    gone = [names.short_of(i) for i in found.without[:_NAMED]]
    count = len(found.without)
    whole = found.label or ("all held bodies" if lang is Lang.EN else "已收录的全部单位")
    if lang is Lang.EN:
        more = f" and {count - _NAMED} more" if count > _NAMED else ""
        return replace(found, label=f"{whole} (without {', '.join(gone)}{more})")
    more = f"等{count}个单位" if count > _NAMED else ""
    return replace(found, label=f"{whole}（不含{'、'.join(gone)}{more}）")


def _labelled(scope: PlaceScope | None, lang: Lang) -> PlaceScope | None:
    if scope is None or scope.is_whole or not scope.kinds:
        return scope
    regions = scope.among or ((scope.region,) if scope.region else ())
    places = [region.rpartition("/")[2] for region in regions]
    place = (" and " if lang is Lang.EN else "、").join(places)
    chinese, english = zip(*(_KINDS[kind] for kind in scope.kinds), strict=True)
    if lang is Lang.EN:
        said = "subdistricts" if scope.ending == "街道" else " and ".join(english)
        return replace(scope, label=f"{said} in {place}" if place else f"all {said} held")
    said = f"各{scope.ending}" if scope.ending else "和".join(chinese)
    return replace(scope, label=f"{place}{said}" if place else f"已收录的{said}")


def _still_held(frame: Frame, names: Gazetteer) -> Frame:
    """The frame without bodies that are no longer held."""
    kept = tuple(
        party if party.scope else Party(tuple(i for i in party.ids if i in names.issuers))
        for party in frame.parties
    )
    return replace(frame, parties=tuple(p for p in kept if p.scope or p.ids))


def _lying_in(party: Party, region: str, names: Gazetteer) -> Party:
    """教育局占云溪县几成: of several bodies of a name, the one in the place that it is part of."""
    if len(party.ids) < _TWO:
        return party
    inside = names.inside(region)
    here = tuple(i for i in party.ids if i in inside)
    return replace(party, ids=here) if here else party


def _over_whole(frame: Frame, names: Gazetteer) -> Frame:
    """全县 as what a share is of: the county of the bodies whose share it is."""
    over = frame.over_party
    if frame.average is not None:
        return _averaged_here(frame, names)
    region = own_region(over, names) if over is not None else ""
    if region:
        frame = replace(frame, parties=tuple(_lying_in(p, region, names) for p in frame.parties))
    if region:  # 青石县占云溪县 is no share
        parts = set(issuers_of(frame.parties, Operation.SHARE, names))
        is_part = parts <= set(names.inside(region))
        return frame if is_part else replace(frame, over_party=NOWHERE)
    if over is None or over.scope is None or over.scope.region:
        return frame
    if over.scope.kinds:  # 占各乡镇的比例: of those in the county of the body itself
        near = region_of(frame.parties, names, over.scope.label or "county")
        scope = replace(over.scope, region=near or None, label=near.rpartition("/")[2])
        return replace(frame, over_party=Party((), scope))
    region = region_of(frame.parties, names, over.scope.label)
    wholes = whole_place(region, names) if region else ()
    is_within = all(own_region(p, names) != region for p in frame.parties) and set(
        issuers_of(frame.parties, Operation.SHARE, names)
    ) <= set(names.inside(region))
    return replace(frame, over_party=wholes[0] if wholes and is_within else NOWHERE)


def _averaged_here(frame: Frame, names: Gazetteer) -> Frame:
    """全县平均, 各乡镇平均: over the bodies of the kind of the one that is held against it."""
    scope = frame.over_party.scope if frame.over_party is not None else None
    if scope is None or len(frame.parties[0].ids) != 1:
        return frame
    held = names.issuers[frame.parties[0].ids[0]]
    region = scope.region or region_of(frame.parties, names, "county")
    label = region.rpartition("/")[2]
    around = replace(scope, region=region, kinds=scope.kinds or (held.kind,), label=label)
    return replace(frame, over_party=Party((), replace(around, is_whole=False)))


def _averaged_over_years(frame: Frame, party: Party, names: Gazetteer) -> Frame | None:
    """The mean of one body is one over its years."""
    if frame.operation not in _AVERAGES or party.scope is not None:
        return None
    if frame.span.mode in ("all", "recent", "open") or len(frame.span.years) > 1:
        return frame
    is_body = names.issuers[party.ids[0]].kind not in PLACES
    return replace(frame, span=Span("all")) if is_body else None


def _is_of_its_years(frame: Frame, m: Mentions, names: Gazetteer) -> bool:
    ids = frame.parties[0].ids
    is_of_places = len(ids) == 1 and names.issuers[ids[0]].kind in PLACES
    return asks_which_of_its_years(frame, m) and not is_of_places


def _in_several(frame: Frame, m: Mentions, names: Gazetteer) -> Frame:
    """云溪县和青石县哪个乡镇最多: the bodies of the kind that is asked for, in each of them."""
    kinds, ending = kinds_asked(m)
    regions = tuple(
        own_region(p, names) or (p.scope.region or "" if p.scope and p.scope.is_whole else "")
        for p in frame.parties
    )
    if frame.operation not in _OVER_PLACES or len(regions) < _TWO or not kinds:
        return frame
    if set(kinds) & set(PLACES) or not all(regions):
        return frame
    return replace(
        frame, parties=(Party((), PlaceScope(None, kinds, "", ending=ending, among=regions)),)
    )


def _widened(frame: Frame, m: Mentions, names: Gazetteer) -> Frame:
    """太康县哪个乡镇最多: a place that is ranked within stands for the bodies in it."""
    is_of_bodies = frame.span.mode != "all" and len(frame.span.years) < _TWO
    is_over = frame.operation in _OVER_PLACES or (frame.is_of_ends and is_of_bodies)
    if not is_over or len(frame.parties) != 1:
        return frame
    is_of_years = frame.span.mode == "all" or wants_year(m) or _is_of_its_years(frame, m, names)
    is_of_bodies = bool({"list_places", "count_places"} & m.ops) or ends_in_kind(m)
    if is_of_years and not is_of_bodies:
        return frame  # 哪几年一件都没收到: the years of one body are listed
    party, (kinds, ending) = frame.parties[0], kinds_asked(m)
    averaged = _averaged_over_years(frame, party, names)
    if averaged is not None:
        return averaged
    if party.scope is not None:
        scope = party.scope
        if scope.is_whole or (kinds and not scope.kinds):
            scope = replace(
                scope, kinds=scope.kinds or kinds, is_whole=False, ending=scope.ending or ending
            )
        return replace(frame, parties=(Party((), scope),))
    if len(party.ids) != 1:
        return frame
    held = names.issuers[party.ids[0]]
    if held.kind in PLACES and kinds_ranked(m.text) is not None:
        frame = replace(frame, is_yes_no=False)  # 云溪县前三的部门: those in it
    if frame.operation is Operation.RANK and asks_own_rank(frame, m):
        is_lost = is_of_itself(frame, m, names)
        return replace(frame, over_party=NOWHERE) if is_lost else ranked_itself(frame, m, names)
    region = "/".join(names.steps[held.id])
    # 清水乡 is ranked among the towns of its county.
    kinds = kinds if held.kind in PLACES else (held.kind,)
    scope = PlaceScope(region or None, kinds, region.rpartition("/")[2], False, ending)
    if not bodies_of(scope, frame.operation, names):
        return frame
    return replace(frame, parties=(Party((), scope),))
