"""Words become a query: what a question means, what it takes over, what stands in its way."""

import re
from dataclasses import replace
from datetime import date

from bot.queries import (
    Asked,
    Clarification,
    HelpQuery,
    Query,
    Refusal,
    TermQuery,
    Understood,
)
from bot.types import Context, Lang
from bot.understand.blocks import blocked, nothing_named
from bot.understand.follow_up import carried_words, filled, is_complete
from bot.understand.frames import Frame, frame_from
from bot.understand.gazetteer import Gazetteer, gazetteer_of
from bot.understand.intents import frame_of
from bot.understand.mentions import Mentions, find_mentions
from bot.understand.queries import query_of
from index.types import Holdings
from index.vocabulary.regions import load_regions

MOST_CHARACTERS = 500
_ANY_WORD = re.compile(r"[^\W_]")


def understand(
    question: str, previous: Context | None, holdings: Holdings, today: date, lang: Lang
) -> Understood:
    """The query that a question is, and what to remember of it."""
    slots = previous.slots if previous is not None else "{}"
    asked = Asked(question, lang)
    if not holdings.issuers:
        return Understood(Refusal(asked, "empty_store"), slots)
    if len(question) > MOST_CHARACTERS or not _ANY_WORD.search(question):
        return Understood(Refusal(asked, "unclear"), slots)
    names = gazetteer_of(holdings)
    m = find_mentions(question, names, load_regions(), today, lang)
    asked = Asked(question, m.lang, (), m.corrected)
    old = frame_from(slots)
    return _understood(m, asked, old, slots, names, today)


def _understood(
    m: Mentions, asked: Asked, old: Frame | None, slots: str, names: Gazetteer, today: date
) -> Understood:
    simple = _simple(m, asked, old)
    if simple is not None:
        return Understood(simple, slots)
    frame = frame_of(m)
    stop = blocked(m, frame, asked, names)
    if stop is not None:
        return Understood(stop, slots)
    carried: tuple[str, ...] = ()
    if old is not None and not is_complete(frame) and _leans(m, frame):
        frame, carried = filled(frame, old, m, names)
        asked = replace(asked, carried=carried_words(frame, carried, names, m.lang))
    if not frame.kind:
        return Understood(nothing_named(m, frame, asked, names), slots)
    query = query_of(frame, m, asked, carried, names, today)
    return Understood(query, frame.to_json() if _is_kept(query) else slots)


def _leans(m: Mentions, frame: Frame) -> bool:
    """Whether a question may take what it lacks from the turn before."""
    is_everywhere = any(p.scope is not None and p.scope.region is None for p in frame.parties)
    return not is_everywhere or not frame.metrics


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
            if tone in m.asks and (tone == "help" or not m.unknown):
                return HelpQuery(asked, tone)
    if "term" in m.asks and not m.places and not m.years:
        terms = tuple(dict.fromkeys(k for t in m.tokens for k in t.keys("term")[:1]))
        if terms and not m.unknown:
            return TermQuery(asked, terms)
        if old is not None and old.metrics and not m.named.metrics and not m.unknown:
            return TermQuery(asked, old.metrics)
    return None
