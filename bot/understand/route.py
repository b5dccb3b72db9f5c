"""Words become a query: what a question means, what it takes over, what stands in its way."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.queries import (
    Asked,
    CatalogQuery,
    Clarification,
    FactQuery,
    HelpQuery,
    PassageQuery,
    Query,
    Refusal,
    TermQuery,
    Understood,
)
from bot.types import Context, Lang
from bot.understand.alone import looked_up
from bot.understand.frames import Frame, Party, frame_from
from bot.understand.halves import SECTIONS, number_part
from bot.understand.intents import frame_of
from bot.understand.limits.amiss import asked_amiss
from bot.understand.limits.blocks import blocked, nothing_named
from bot.understand.limits.overlooked import overlooked
from bot.understand.limits.unused import is_of_growth, unserved_words, unused_words
from bot.understand.mentions import Mentions, find_mentions
from bot.understand.operations.scopes import settled
from bot.understand.operations.units import in_units, misfits
from bot.understand.places.gazetteer import Gazetteer, gazetteer_of
from bot.understand.queries import query_of
from bot.understand.reading.premises import asked_as_well
from bot.understand.regions import of_whole, stands_beside, which_whole
from bot.understand.sayings import said_by_form
from bot.understand.sections import kept_to_section
from bot.understand.several import (
    may_be_halved,
    nested_in,
    nested_in_english,
    number_and_words,
    one_by_one,
    questions_in,
)
from bot.understand.talk.choosing import chosen_by_number
from bot.understand.talk.follow_up import (
    carried_words,
    filled,
    is_complete,
    read_on,
    says_something,
)
from bot.understand.talk.places import in_context, names_namesake
from bot.understand.talk.replies import in_language, language_asked
from bot.understand.worded import in_words
from index.types import Holdings
from index.vocabulary.regions import load_regions

MOST_CHARACTERS = 300
Told = Callable[[Understood], str]
_ANY_WORD = re.compile(r"[^\W_]")


def understand(
    question: str,
    previous: Context | None,
    holdings: Holdings,
    today: date,
    lang: Lang,
    told: Told | None = None,
) -> Understood:
    """The query that a message is, and what to remember of it.

    `told` gives what is remembered of a question once it is answered, for the next one of a
    message that points back at it: 哪个部门最多，它的许可呢.
    """
    whole = _of_one(question, previous, holdings, today, lang)
    if not may_be_halved(whole.query):
        return whole
    stated = asked_as_well(question) if isinstance(whole.query, Refusal) else ""
    parts: list[Understood] = []
    nested = nested_in_english(question)
    if nested and isinstance(whole.query, (FactQuery, PassageQuery)):
        whole = replace(whole, query=Refusal(whole.query.asked, "unclear"))
    if isinstance(whole.query, (Refusal, Clarification)):
        nested = nested or nested_in(question)
    is_answered = isinstance(whole.query, FactQuery)
    for part in nested or questions_in(stated or question, is_answered=is_answered):
        parts.append(_of_one(part, previous, holdings, today, lang))
        previous = Context(part, told(parts[-1]) if told else parts[-1].slots)
    if nested:
        return one_by_one(whole, tuple(parts), is_nested=True) or whole
    return one_by_one(whole, tuple(parts)) or number_and_words(tuple(parts)) or whole


def _of_one(
    question: str, previous: Context | None, holdings: Holdings, today: date, lang: Lang
) -> Understood:
    """The query of a message that is taken as one question."""
    slots = previous.slots if previous is not None else "{}"
    asked = Asked(question, lang)
    if not holdings.issuers:
        return Understood(Refusal(asked, "empty_store"), slots)
    if len(question) > MOST_CHARACTERS or not _ANY_WORD.search(question):
        return Understood(Refusal(asked, "unclear"), slots)
    names = gazetteer_of(holdings)
    old = frame_from(slots)
    lang = old.lang if old is not None and old.lang else lang  # of the talk, if it has begun
    m = find_mentions(question, names, load_regions(), today, lang)
    wanted = language_asked(m.text)
    if wanted is not None:
        if old is None:
            return Understood(HelpQuery(Asked(question, wanted), "help"), slots)
        m = in_language(m, wanted)
    asked = Asked(question, m.lang, (), m.corrected, m.renamed, m.read_as, m.premise)
    return looked_up(_understood(m, asked, old, slots, names, today), m, old, asked, names, today)


def _understood(
    m: Mentions, asked: Asked, old: Frame | None, slots: str, names: Gazetteer, today: date
) -> Understood:
    m = read_on(m, old, names) if old is not None else m
    simple = _simple(m, asked, old)
    if simple is not None:
        return Understood(simple, slots)
    frame = frame_of(m)
    frame = kept_to_section(said_by_form(m, frame, asked.q) or frame, m)
    if frame.kind == "both":
        m = number_part(m)
    stop = blocked(m, frame, asked, names)
    if stop is not None:
        is_unheld = isinstance(stop, Refusal) and stop.reason == "no_issuer"
        where = _where(frame, old, slots, names, is_unheld=is_unheld)
        return _or_words(where, *in_words(stop, m, frame, old, asked, names, today))
    frame = replace(frame, lang=m.lang)
    named, (frame, wholes) = frame.parties, of_whole(frame, m, old, names)
    if named and frame.parties != named and stands_beside(m):
        frame = replace(frame_of(m, frame.parties), lang=m.lang)  # 比全县少多少: of these two
    if len(wholes) > 1:
        kept = replace(frame, parties=()).to_json() if frame.metrics else slots
        return Understood(which_whole(m, asked, wholes, names), kept)
    asked_of = frame
    frame, carried, dangling = _continued(frame, m, old, names)
    if dangling is not None:
        return Understood(Refusal(asked, "unclear", dangling), slots)
    if old is not None:
        asked = replace(asked, carried=carried_words(frame, carried, names, m.lang))
    unused = (
        (*unused_words(m, frame), *misfits(frame, m))
        or unserved_words(m, frame, is_carried=bool(carried))
        or asked_amiss(m, frame, names)
        or overlooked(m, frame)
    )
    if unused:
        tone = "growth_ranking" if is_of_growth(m, frame) else ""
        # What leans on the turn before, and is not done, leaves it as it was.
        where = _where(asked_of, old, slots, names) if asked_of.metrics or not carried else slots
        stop = Refusal(asked, "unclear", unused, tone=tone)
        return _or_words(where, *in_words(stop, m, frame, old, asked, names, today))
    if not frame.kind:
        query = nothing_named(m, frame, asked, names)
        known = replace(frame, kind="facts").to_json() if frame.parties else slots
        return Understood(query, known)
    frame = settled(in_units(frame, m), m, names)
    query = query_of(frame, m, asked, carried, names, today)
    frame = _of_bodies(frame, query)
    is_aside = frame.kind == "catalog" and not frame.parties and old is not None
    return Understood(query, frame.to_json() if _is_kept(query) and not is_aside else slots)


def _or_words(where: str, query: Query, words: Frame | None) -> Understood:
    """A refusal, or the question for wording that it may be, with what is remembered of it."""
    return Understood(query, words.to_json() if words is not None else where, where)


def _where(
    frame: Frame, old: Frame | None, slots: str, names: Gazetteer, *, is_unheld: bool = False
) -> str:
    """What is remembered of a question that gets no number: whom it named, and for when.

    The next one is then not taken to be about those before, nor for the same number.
    """
    is_of_towns = all(p.scope is not None and p.scope.is_whole for p in frame.parties)
    if is_of_towns and is_unheld and frame.metrics:  # and not of the towns of 太康县人民政府
        kept = Frame("facts", (), frame.span, frame.metrics, frame.members, lang=frame.lang)
        return kept.to_json()  # 太康县2024年申请, 那云溪县: the same of another place
    if not frame.parties:
        return slots
    near, _ = in_context(frame, old, names) if old is not None else (frame, False)
    return Frame("facts", near.parties, frame.span, lang=frame.lang).to_json()


def _continued(
    frame: Frame, m: Mentions, old: Frame | None, names: Gazetteer
) -> tuple[Frame, tuple[str, ...], tuple[str, ...] | None]:
    """The frame with what it takes over, and the slots; or the words that lead to nothing."""
    carried: tuple[str, ...] = ()
    if old is None:
        return frame, carried, None
    if not is_complete(frame, old, m) or names_namesake(frame, old, m, names):
        if not (says_something(frame, old, m) or chosen_by_number(m, old)):
            return frame, carried, ()
        frame, carried, dangling = filled(frame, old, m, names)
        if dangling:
            return frame, carried, dangling
    frame, is_near = in_context(frame, old, names)
    return frame, (*carried, "place") if is_near else carried, None


def _of_bodies(frame: Frame, query: Query) -> Frame:
    """有哪些乡镇 speaks of these towns, and what goes on of each of them."""
    scope = query.scope if isinstance(query, CatalogQuery) else None
    if scope is None or not scope.kinds or not scope.region:
        return frame
    return replace(
        frame, parties=(Party((), replace(scope, label=scope.region.rpartition("/")[2])),)
    )


def _is_kept(query: Query) -> bool:
    if isinstance(query, Refusal):
        return query.reason in ("no_report", "not_in_form")
    return not isinstance(query, (HelpQuery, TermQuery)) and not (
        isinstance(query, Clarification) and query.about == "other"
    )


def _simple(m: Mentions, asked: Asked, old: Frame | None) -> Query | None:
    """Greetings, thanks, the wish for help, and terms: none of them needs the holdings."""
    has_matter = bool(m.places or m.years or m.named.metrics)
    if not has_matter:
        for tone in ("help", "thanks", "hello"):
            if tone in m.asks and not m.unknown:
                return HelpQuery(asked, tone)
    if _wants_term(m):
        terms = tuple(dict.fromkeys(k for t in m.tokens for k in t.keys("term")[:1]))
        if terms and not m.unknown:
            return TermQuery(asked, terms)
        is_of_text = any(ask in m.asks for ask in SECTIONS)  # 它的问题是什么
        if old is not None and old.metrics and not (m.named.metrics or m.unknown or is_of_text):
            return TermQuery(asked, old.metrics)
    return None


_WHAT_IS = re.compile(
    r"^(?:and |so )?what(?: is|'s|s)? "
    r"(?!(?:the )?(?:number|total|amount|share|percentage|per ?cent|proportion|fraction)\b)"
    r"|^what are "
)


_OF_SOME_BODY = re.compile(r"\b(?:its|their)\b")


def _wants_term(m: Mentions) -> bool:
    if m.places or m.years or m.has("quantity") or {"most", "least"} & m.ops:
        return False  # 最多的是什么 after the reasons is one of these
    if _OF_SOME_BODY.search(m.text):
        return False
    return "term" in m.asks or bool(_WHAT_IS.match(m.text) and m.has("term"))
