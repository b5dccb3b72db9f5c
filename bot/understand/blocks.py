"""What stands in the way of an answer: words that nothing explains, names that nobody holds."""

import re
from dataclasses import replace
from itertools import pairwise

from bot.queries import (
    Asked,
    CatalogQuery,
    Clarification,
    Operation,
    Query,
    Refusal,
    YearChoice,
)
from bot.types import Choice, Lang
from bot.understand.frames import Frame
from bot.understand.gazetteer import Gazetteer
from bot.understand.mentions import Mentions
from bot.understand.names import by_initials, is_great_place, kind_after, near_in_letters
from bot.understand.nearest import near_metrics
from bot.understand.phrase import name_choices, party_name, plain_question
from bot.understand.places import PlaceMention
from bot.understand.shares import unexplained_sides
from index.vocabulary.metrics import METRIC
from index.vocabulary.regions import load_regions, short_name

# Counted in these reports, but not so: sums of fines, all petitions, calls to the hotline.
_NEAR_THE_FORM = frozenset(("信访量", "12345", "罚款金额", "罚款总额"))
_BODY_ENDS = re.compile(
    r"(?:省|市|县|区|旗|乡|镇|街道|街|村|社区|局|委|厅|院|校|所|站|中心|公司|集团|大学|学校|医院|中学|小学|支队|大队)$"
)
_PLACE_ENDS = ("乡", "镇", "县", "市", "区")
_HOW_TO_APPLY = re.compile(
    r"(?:怎样|怎么|如何|咋|去哪|在哪|到哪|哪里|向谁).{0,16}申请(?!.*(?:多少|几|占|情况))"
    r"|(?:帮|替|给)我.{0,12}(?:提交|递交|写|寄|起草|投诉|举报)(?!.*(?:多少|几|吗))"
    r"|^(?:please |can you |could you )?(?:help me )?(?:to )?(?:file|submit|lodge) an? "
    r"|\b(?:for me|help me|i want to|i would like to|i'd like to)\b.{0,12}\b(?:file|submit|lodge)"
    r"|\b(?:file|submit|lodge)\b.{0,40}\bfor me\b"
    r"|\bhow (?:do|can|should|could|would) (?:i|we|you|one|people) (?:apply|request|ask)"
)
_WORDED = frozenset(("wording", "mention", "summary", "others", "problems", "measures"))
_SHORTEST_IN_LETTERS = 5
_MOST_NEAR = 3
_USUAL = ("new_received", "n_proactive", "penalties", "normdocs_valid")


def blocked(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    """The refusal or the question back that a question meets before it is looked up."""
    for stop in (_action, _out_of_form, _place, _not_done, _opinion, _unknown, _metric):
        query = stop(m, frame, asked, names)
        if query is not None:
            return query
    return None


def _action(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    if "action" not in m.asks and not _HOW_TO_APPLY.search(m.text):
        return None
    return Refusal(asked, "out_of_scope", _said(m, "ask", "action"), tone="action")


def _out_of_form(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    """Parts of a year, suppositions, and matters that no report states."""
    is_quoted = frame.kind == "passages" and bool(_WORDED & m.asks)
    if is_quoted or frame.kind in ("catalog", "diff"):
        return None
    if frame.kind == "passages" and not m.has("never"):
        return None
    if m.has("part_of_year"):
        return Refusal(asked, "out_of_scope", m.words("part_of_year"), tone="part_of_year")
    if m.has("hypothetical"):
        return Refusal(asked, "out_of_scope", m.words("hypothetical"), tone="hypothetical")
    never = m.words("never")
    if never:
        reason = "no_metric" if set(never) & _NEAR_THE_FORM else "out_of_scope"
        return Refusal(asked, reason, never)
    return None


def _not_done(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    """Medians, multiples, ranges: understood, and not computed."""
    if frame.kind not in ("", "facts", "both"):
        return None
    for token in m.tokens:
        for tone in token.keys("not_done"):
            return Refusal(asked, "unclear", (token.text,), tone=tone)
    return None


def _place(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    """A name that nobody holds, or that may be one of several."""
    if m.doubtful is not None:
        typed, meant = m.doubtful
        start = m.text.find(typed)
        ids = _called(meant, names)
        choices = name_choices(m, start, start + len(typed), ids, names)
        return Clarification(asked, "place", choices, typed)
    for place in m.places:
        if place.is_missing and not any(place.start == m.text.find(w) + len(w) for w in m.unknown):
            return _no_issuer(m, place, asked, names)
    if not frame.kind or frame.kind in ("facts", "both"):
        for word in m.unknown:
            query = _strange_name(m, word, asked, names)
            if query is not None:
                return query
    return None


def _no_issuer(m: Mentions, place: PlaceMention, asked: Asked, names: Gazetteer) -> Refusal:
    choices = name_choices(m, place.start, place.end, place.near, names)
    return Refusal(
        asked,
        "no_issuer",
        (place.typed,),
        choices=choices,
        issuers=place.near,
        is_known_place=place.is_known,
    )


def _strange_name(m: Mentions, word: str, asked: Asked, names: Gazetteer) -> Query | None:
    """A word that looks like a name: beside a place, by initials, or nearly right in letters."""
    start = m.text.find(word)
    end = start + len(word)
    beside = next((p for p in m.places if p.start == end and not word.isascii()), None)
    if beside is not None and len(word) == 1:
        choices = name_choices(m, start, beside.end, beside.ids, names)
        about = (word + beside.typed,)
        return Refusal(asked, "no_issuer", about, choices=choices, issuers=beside.ids)
    ids = by_initials(word, names)
    if ids:
        end += m.text[end : end + 1] in _PLACE_ENDS
        return Clarification(asked, "place", name_choices(m, start, end, ids, names), word)
    near = near_in_letters(word, m.text[end:].lstrip(), names)
    if near:
        end += kind_after(m.text[end:])
        choices = name_choices(m, start, end, _called(near, names), names)
        return Clarification(asked, "place", choices, word)
    return _unheld_name(m, word, asked, end, names)


def _called(found: tuple[str, ...], names: Gazetteer) -> tuple[int, ...]:
    """The bodies, or governments, of these names."""
    return tuple(i for n in found for i in names.bodies.get(n) or names.governments.get(n, ()))


def _unheld_name(
    m: Mentions, word: str, asked: Asked, end: int, names: Gazetteer
) -> Refusal | None:
    """A word that ends like a body or a place, is written like one, or is in the list."""
    if word.isascii():
        is_proper = set(word.split()) <= m.proper or (
            len(word) >= _SHORTEST_IN_LETTERS and is_great_place(word, load_regions())
        )
        return Refusal(asked, "no_issuer", (word.title(),)) if is_proper else None
    following = "街道" if m.text[end : end + 2] == "街道" else m.text[end : end + 1]
    is_place = bool(_BODY_ENDS.search(word)) or following in (*_PLACE_ENDS, "街道")
    is_known = bool(load_regions().short_paths(word))
    if not (is_place or is_known):
        return None
    before = next((p.typed for p in m.places if p.end == end - len(word)), "")
    tail = following if following in _PLACE_ENDS and not _BODY_ENDS.search(word) else ""
    near = names.shorts.get(short_name(word), ())
    choices = name_choices(m, end - len(word), end, near, names)
    about = (before + word + tail,)
    return Refusal(
        asked, "no_issuer", about, choices=choices, issuers=near, is_known_place=is_known
    )


def _opinion(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    is_of_reasons = frame.operation is Operation.BREAKDOWN and "原因" in m.text
    if "opinion" not in m.asks or frame.kind in ("passages", "both") or is_of_reasons:
        return None
    return Refusal(asked, "out_of_scope", _said(m, "ask", "opinion"), tone="opinion")


def _unknown(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    unknown = m.unknown
    if frame.kind in ("facts", "both") or (not frame.kind and m.has("quantity")):
        is_both = frame.kind == "both"
        unknown = (*unknown, *m.off_topic, *(() if is_both else _prose_words(m)))
    if not unknown or frame.kind in ("passages", "diff"):
        return None
    has_matter = bool(m.places or m.years or m.named.metrics or m.has("quantity"))
    if not has_matter:
        return Refusal(asked, "out_of_scope", unknown)
    return Refusal(asked, "no_metric", unknown, choices=_near(m, frame, unknown, names))


def _near(
    m: Mentions, frame: Frame, unknown: tuple[str, ...], names: Gazetteer
) -> tuple[Choice, ...]:
    """What is counted and nearest to what is not: the metric named beside it, or one like it."""
    party = frame.parties[0] if len(frame.parties) == 1 else None
    if (
        party is None
        or len(party.ids) != 1
        or not set(frame.span.years[-1:]) <= set(names.issuers[party.ids[0]].years)
    ):
        return ()
    plain = replace(frame, members=())
    keys = dict.fromkeys((*m.named.metrics[:1], *near_metrics(unknown)))
    return tuple(_metric_choice(m, plain, key, names) for key in list(keys)[:_MOST_NEAR])


_PROSE = frozenset(("measures", "supervision", "other_matters"))


def _prose_words(m: Mentions) -> tuple[str, ...]:
    """Words for parts of the prose, which count nothing: 整改多少处."""
    return tuple(
        t.text
        for t in m.tokens
        if _PROSE & set(t.keys("ask")) and not t.has("concept", "op", "metric")
    )


def _metric(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    """Words of the form that do not make a metric together, and negations that change one."""
    if frame.kind not in ("", "facts", "both"):
        return None
    if "other_bare" in m.named.concepts and m.named.unexplained:
        return _which_other(m, frame, asked, names)
    unexplained = m.named.unexplained
    if unexplained and frame.operation is Operation.SHARE:
        unexplained = unexplained_sides(m)
    if unexplained:
        return Refusal(asked, "no_metric", unexplained)
    if m.named.is_vague:
        choices = tuple(_metric_choice(m, frame, key, names) for key in frame.metrics)
        return Clarification(asked, "metric", choices)
    if frame.members and frame.metrics and not all(METRIC[k].has_members for k in frame.metrics):
        return Refusal(asked, "no_metric", m.words("member"), metrics=frame.metrics)
    stray = _stray_place(m)
    if stray:
        return Refusal(asked, "unclear", (stray,))
    if _is_negated(m, frame):
        return Refusal(asked, "unclear", m.words("negation"))
    return None


_SEVERAL = frozenset(("compare", "difference", "more", "less", "share", "sum", "rank", "mean"))


def _stray_place(m: Mentions) -> str:
    """A second place that nothing joins to the first: 公开了多少条公安局信息."""
    if m.ops & _SEVERAL or m.has("every"):
        return ""
    for one, other in pairwise(m.places):
        between = m.text[one.end : other.start]
        is_parted = not between or re.search(r"[,，、;；:：。?？(（/]", between)
        if not (other.is_joined or other.whole or one.whole or is_parted):
            return other.typed
    return ""


def _is_negated(m: Mentions, frame: Frame) -> bool:
    if frame.condition is not None or frame.is_yes_no:
        return any(t.text in _EXCLUDING for t in m.tokens)
    return m.has("negation")


def unused_words(m: Mentions, frame: Frame) -> tuple[str, ...]:
    """Numbers and thresholds that nothing was made of: to overlook them would answer amiss."""
    if frame.kind not in ("facts", "both"):
        return ()
    found: list[str] = []
    if frame.condition is None:
        is_ranked = frame.operation is Operation.RANK and frame.top is not None
        found += [
            t.text for t in m.tokens if t.has("number") or (t.has("amount") and not is_ranked)
        ]
        if not frame.is_yes_no and frame.operation is not None:
            found += [t.text for t in m.tokens if "zero" in t.keys("op")]
    undone = set(_undone(frame))
    is_one = len(frame.parties) == 1 and frame.parties[0].scope is None
    if is_one and frame.operation not in _OF_ONE:
        undone.add("list_places")
    found += [t.text for t in m.tokens if undone & set(t.keys("op"))]
    return tuple(dict.fromkeys(found))


def is_of_growth(m: Mentions, frame: Frame) -> bool:
    """Whether places are to be ranked by how a number grew, which is not done."""
    is_of_places = frame.operation in (Operation.LIST, Operation.COUNT, Operation.RANK)
    return is_of_places and bool({"change", "growth", "difference", "yoy"} & m.ops)


# What a question with 谁 or 哪个 may ask of a single body all the same.
_OF_ONE = (
    Operation.BREAKDOWN,
    Operation.BEST_YEAR,
    Operation.WORST_YEAR,
    Operation.RANK,
    Operation.LIST,
    Operation.COUNT,
)


def _undone(frame: Frame) -> frozenset[str]:
    """What the operation does not do, so that a word for it must not be overlooked."""
    undone = {"mean"} if frame.operation is not Operation.MEAN else {"compare", "more", "less"}
    if frame.operation in (Operation.LIST, Operation.COUNT, Operation.RANK):
        undone |= {"change", "growth", "difference", "trend", "yoy"}
    if frame.operation in (Operation.VALUE, Operation.SUM, Operation.TREND):
        undone |= {"most", "least"}
    is_rate = any(METRIC[key].is_rate for key in frame.metrics)
    if (
        frame.operation not in (Operation.SHARE, Operation.GROWTH, Operation.CHANGE)
        and not is_rate
    ):
        undone |= {"share"}
    return frozenset(undone) if frame.operation is not None else frozenset()


def _which_other(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query:
    """其他 alone may be a row, a group, a column or an outcome."""
    if len(m.named.unexplained) > 1 or m.named.metrics:
        return Refusal(asked, "no_metric", m.named.unexplained)
    keys = ("other", "other_other", "review_other", "suits_other")
    choices = tuple(_metric_choice(m, frame, key, names) for key in keys)
    return Clarification(asked, "metric", choices, m.named.unexplained[0])


_EXCLUDING = frozenset(
    (
        "除了",
        "除",
        "除去",
        "以外",
        "之外",
        "不算",
        "不含",
        "不包括",
        "不计",
        "排除",
        "剔除",
        "去掉",
        "扣除",
        "except",
        "excluding",
        "except for",
        "other than",
        "apart from",
        "but not",
        "exclude",
    )
)


def _metric_choice(m: Mentions, frame: Frame, key: str, names: Gazetteer) -> Choice:
    metric = METRIC[key]
    label = metric.english if m.lang is Lang.EN else metric.label
    members = frame.members if metric.has_members else ()
    one = replace(frame, kind="facts", metrics=(key,), members=members, operation=None, over=())
    party = frame.parties[0] if frame.parties else None
    name = party_name(party, names) if party else ""
    year = frame.span.years[-1] if frame.span.years else None
    return Choice(label, plain_question(one, name, year, m.lang))


def nothing_named(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query:
    """A question that names no matter: a place alone, a year alone, or nothing at all."""
    if frame.parties and not frame.span.mode and not m.has("quantity"):
        ids = tuple(i for p in frame.parties for i in p.ids)
        scope = next((p.scope for p in frame.parties if p.scope), None)
        return CatalogQuery(asked, ids, scope, YearChoice(mode="all"))
    if frame.parties:
        choices = tuple(_metric_choice(m, frame, key, names) for key in _USUAL)
        return Clarification(asked, "metric", choices)
    return Refusal(asked, "unclear", m.unknown)


def _said(m: Mentions, table: str, key: str) -> tuple[str, ...]:
    return tuple(t.text for t in m.tokens if key in t.keys(table))
