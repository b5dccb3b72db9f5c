"""What a question that is understood still lacks: a place that may stand for what was asked."""

import re

from bot.queries import Asked, Clarification, Operation, PlaceScope, Refusal
from bot.types import Choice
from bot.understand.frames import Frame, Party
from bot.understand.mentions import Mentions
from bot.understand.phrase import MOST_CHOICES, one_year, party_name, plain_choices, plain_question
from bot.understand.places.gazetteer import PLACES, Gazetteer
from bot.understand.places.leaving_out import excluding_words, is_left_in
from bot.understand.places.lookup import issuers_of
from bot.understand.regions import is_county


def unheld(
    frame: Frame, scope: PlaceScope | None, m: Mentions, asked: Asked, names: Gazetteer
) -> Refusal | None:
    """A place that nothing held may stand for, alone, among others, or as the whole of a share."""
    if _is_of_unheld(frame.over_party):
        return Refusal(asked, "no_issuer", _wholes(frame, m), is_known_place=True)
    if scope is not None and len(frame.parties) > 1:
        return _not_one_by_one(frame, m, asked, names)
    if scope is not None and scope.is_whole and not is_county(scope.region or ""):
        return nobody(frame, asked, m, names)  # what is held of a city is no sum for it
    return None


def _is_of_unheld(over: Party | None) -> bool:
    """Whether what a share is of is a place that nothing held may stand for: 全市, without any."""
    scope = over.scope if over is not None else None
    if scope is None or scope.kinds:
        return False
    return not scope.region or (scope.is_whole and not is_county(scope.region))


def _wholes(frame: Frame, m: Mentions) -> tuple[str, ...]:
    """What that place is called."""
    scope = frame.over_party.scope if frame.over_party is not None else None
    said = tuple(p.typed for p in m.places if p.whole)
    return said or ((scope.label,) if scope is not None else ())


def unclear(
    frame: Frame, m: Mentions, asked: Asked, issuers: tuple[int, ...], names: Gazetteer
) -> Refusal | Clarification | None:
    """Bodies that are left out of nothing, first of none, or not as many as was said.

    Also shares of several bodies that do not say of what.
    """
    of_what = _of_what(frame, m, asked, names)
    if of_what is not None:
        return of_what
    if is_left_in(frame, m.left_out, names):
        return Refusal(asked, "unclear", excluding_words(m.tokens), tone="excluding")
    is_of_own = frame.operation is Operation.RANK and (frame.is_yes_no or bool(frame.whose))
    if is_of_own and not _is_among(frame, issuers):
        return Refusal(asked, "unclear", metrics=frame.metrics)
    if frame.span.mode == "all" and not _are_so_many(frame.span.said, issuers, names):
        return Refusal(asked, "unclear", (frame.span.said,), metrics=frame.metrics)
    if _is_miscounted(frame, m, issuers, names):
        return Refusal(asked, "unclear", m.words("counted"), metrics=frame.metrics)
    if not _are_as_many(frame, m, issuers):
        return Refusal(asked, "unclear", m.words("these"), metrics=frame.metrics)
    return None


_EACH_SHARE = re.compile(r"(?:各自?|分别)占(?:了|比)?(?:的?(?:多少|几成|百分之[几多]少?|比例))?")
_OF_COUNTY = ("各占全县的百分之几", "各是多少")


def _of_what(frame: Frame, m: Mentions, asked: Asked, names: Gazetteer) -> Clarification | None:
    """清水乡和桑桥镇各占多少: of the county, or of both together, or no share at all."""
    said = _EACH_SHARE.search(m.text)
    are_several = len(frame.parties) > 1 and all(len(p.ids) == 1 for p in frame.parties)
    if said is None or not are_several or frame.over or frame.over_party or frame.members:
        return None
    held = [names.issuers[p.ids[0]] for p in frame.parties]
    is_of_one = len({names.steps[h.id] for h in held}) == 1 and not {h.kind for h in held} & {
        *PLACES
    }
    asks = _OF_COUNTY if is_of_one else _OF_COUNTY[1:]
    choices = tuple(
        Choice(ask, m.text[: said.start()] + ask + m.text[said.end() :]) for ask in asks
    )
    return Clarification(asked, "other", choices, said.group())


def _are_as_many(frame: Frame, m: Mentions, issuers: tuple[int, ...]) -> bool:
    """Whether 三个, 四类 are as many as the bodies, the numbers, the applicants or the years."""
    said = {int(key) for t in m.tokens for key in t.keys("these")}
    sizes = {len(issuers), len(frame.metrics), len(frame.members), len(frame.span.years)}
    return said <= sizes


_SO_MANY = re.compile(
    r"^(?P<n>[两二三四五六])(?:个年|年)|\b(?P<m>two|three|four|five|six|[2-6]) years$"
)


def _are_so_many(said: str, issuers: tuple[int, ...], names: Gazetteer) -> bool:
    """Whether 三年, without saying which, are all years that are held."""
    match = _SO_MANY.search(said)
    years = {year for i in issuers for year in names.issuers[i].years}
    return match is None or _NUMBERS[match["n"] or match["m"]] == len(years)


_NUMBERS = {
    "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6,
}  # fmt: skip


def _is_miscounted(frame: Frame, m: Mentions, issuers: tuple[int, ...], names: Gazetteer) -> bool:
    """Whether 五个部门 are not as many as are held: which of them are meant is not said."""
    if frame.operation in _SELECTING and frame.operation is not Operation.RANK:
        return False
    counts = {int(key) for t in m.tokens for key in t.keys("counted")}
    places = {len(p.scope.among) for p in frame.parties if p.scope is not None and p.scope.among}
    over = (frame.over_party,) if frame.over_party is not None else ()
    whole = {len(issuers_of(over, Operation.SHARE, names))} if over else set()
    return not counts <= {len(issuers), len(frame.parties), *places, *whole}


def _is_among(frame: Frame, issuers: tuple[int, ...]) -> bool:
    """Whether a body that is said to be the first, or some among the first, have others beside."""
    is_clear = len(frame.whose) == 1 or frame.top is not None
    return is_clear and set(frame.whose) < set(issuers) and bool(frame.whose)


_SELECTING = (Operation.RANK, Operation.LIST, Operation.COUNT)


def nobody(frame: Frame, asked: Asked, m: Mentions, names: Gazetteer) -> Refusal:
    """A place of which nothing is held that may stand for it: its office, at most."""
    labels = tuple(party_name(p, names) for p in frame.parties)
    inside = tuple(i for p in frame.parties if p.scope for i in names.inside(p.scope.region or ""))
    choices = plain_choices(frame, inside, one_year(frame), names, m.lang)
    is_of_kinds = any(p.scope is not None and p.scope.kinds for p in frame.parties)
    return Refusal(
        asked,
        "no_issuer",
        labels,
        choices=choices,
        issuers=inside[:MOST_CHOICES],
        is_known_place=not is_of_kinds,
        tone="none_of_kind" if is_of_kinds else "",
    )


def _not_one_by_one(frame: Frame, m: Mentions, asked: Asked, names: Gazetteer) -> Refusal:
    """One of several places has no report of its own, so it cannot stand beside the others."""
    if any(p.scope is not None and not p.scope.is_whole for p in frame.parties):
        return Refusal(asked, "unclear", tone="groups")
    missing = tuple(p.scope.label for p in frame.parties if p.scope is not None)
    year = one_year(frame)
    labels = (party_name(p, names) for p in frame.parties)
    choices = tuple(
        Choice(name, plain_question(frame, name, year, m.lang)) for name in labels if name
    )
    return Refusal(asked, "no_issuer", missing, choices=choices, is_known_place=True)
