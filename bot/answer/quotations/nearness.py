"""How near passages come to what is looked for: the very words, or the meaning."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer.quotations.authors import likeness
from bot.answer.quotations.headings import names_heading
from bot.answer.quotations.quotes import Quoted, Shelf, distinct
from bot.queries import PassageQuery
from index.types import Hit
from index.vocabulary.metrics import METRICS

TERM = 4  # letters of what is asked for by its name and not by its meaning
_NUMBERING = re.compile(r"^\s*[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*")
_ENDS = ("。", "；", "！", ";")
_SHORT = 4  # letters of the shortest sentence
_HEADING = 5  # letters of what is a heading rather than a sentence: 主要问题。
# A passage says something of what is asked if it is this near, or less near and shares this much
# of the wording. Scores are never shown: what is nearest of all may still be about something
# else, and is only called nearest.
_SPEAKS = ((0.28, 0.0), (0.2, 0.2))
_OF_THE_BEST = 0.45
_REMEDY = re.compile(r"怎么办|咋办|怎么改|怎么解决|如何|措施|整改|改进")
_PHRASE = 8  # letters of what may be denied: more is a sentence, which may be put otherwise
_OTHERWISE = 0.5  # nearness of what may say the same in other words
CLOSE = 0.65  # beside what says it in the very words
NEAR = 0.45  # below it the words are said to stand nowhere before what is nearest
IN_SECTION = 0.15  # by how much a passage elsewhere must be nearer than one of the section asked
_PIECES = 3  # clauses of a topic that are looked for by themselves as well
_OF_A_PIECE = 0.1  # what comes near to one clause only comes less near
_SHARED = 0.15  # of the pairs of characters


def exact_hits(query: PassageQuery, shelf: Shelf) -> tuple[Hit, ...]:
    """Where the very words stand."""
    phrase = query.topic.strip(" “”\"'「」")
    return shelf.saying(phrase) if len(phrase) > 1 else ()


def near_hits(query: PassageQuery, shelf: Shelf) -> tuple[Hit, ...]:
    """What comes nearest to all that is looked for, or to one piece of it, best first."""
    pieces = [piece for piece in query.topic.split() if len(piece) >= TERM]
    if len(pieces) < 2 or not is_chinese(query.topic):
        return shelf.near(_asked(query, query.topic))
    found = {hit.passage.text: hit for hit in shelf.near(_asked(query, query.topic))}
    for piece in pieces[:_PIECES]:
        for hit in shelf.near(_asked(query, piece)):
            known = found.get(hit.passage.text)
            score = hit.score - _OF_A_PIECE
            if known is None or known.score < score:
                found[hit.passage.text] = replace(hit, score=score)
    return tuple(sorted(found.values(), key=_nearest_first))


def _asked(query: PassageQuery, topic: str) -> str:
    """A topic as it was asked: whether it is so, or what is done about it, takes no side."""
    is_open = query.is_yes_no or _REMEDY.search(query.asked.q)
    return f"{topic}吗" if is_open and is_chinese(topic) else topic


def _nearest_first(hit: Hit) -> tuple[float, int, int]:
    return (-hit.score, -hit.year, hit.passage.start)


def best_score(query: PassageQuery, shelf: Shelf) -> float:
    """How near the nearest passage comes."""
    hits = near_hits(query, shelf)
    return max((hit.score for hit in hits if hit.passage.section), default=0.0)


def nearest(query: PassageQuery, shelf: Shelf, least: float = -1.0) -> list[Quoted]:
    """What comes near in meaning, without headings, preambles, and what is far from the best."""
    hits = near_hits(query, shelf)
    told = [h for h in hits if h.passage.section and _says_something(h.passage.text)]
    best = max((h.score for h in told), default=0.0)
    floor = max(min(best * _OF_THE_BEST, NEAR, best), least)
    # That it is not said is told beside what comes nearest; of English too few words are known
    # to tell what is far.
    is_open = query.mode == "mention" or not is_chinese(query.topic)
    return distinct(
        shelf.quote_hit(h) for h in told if h.score >= floor and (is_open or is_of(query.topic, h))
    )


def _says_something(text: str) -> bool:
    """Whether a text is more than a heading; 专区人少。 is little, and a sentence."""
    bare = _NUMBERING.sub("", text)
    size = sum(map(str.isalnum, bare))
    is_sentence = bare == text and text.rstrip().endswith(_ENDS) and not names_heading(bare[:-1])
    return size > _HEADING or (is_sentence and size >= _SHORT)


def is_of(topic: str, hit: Hit) -> bool:
    """Whether a passage says something of a topic."""
    shared = likeness(topic, hit.passage.text)
    return any(hit.score >= near and shared >= least for near, least in _SPEAKS)


def is_close(query: PassageQuery, hit: Hit) -> bool:
    """Whether a passage is both near and shares some of the wording."""
    return hit.score >= NEAR and likeness(query.topic, hit.passage.text) >= _SHARED


def apart(found: Sequence[Quoted], shown: Sequence[Quoted]) -> list[Quoted]:
    """Those that say something that has not been shown."""
    said = {quoted.quote.quote for quoted in shown}
    kept = []
    for quoted in found:
        if quoted.quote.quote not in said:
            said.add(quoted.quote.quote)
            kept.append(quoted)
    return kept


def one_a_report(shelf: Shelf, found: Sequence[Quoted], *, is_of_issuer: bool) -> list[Quoted]:
    """The first of each report, or of each issuer."""
    kept: dict[int, Quoted] = {}
    for quoted in apart(found, ()):
        issuer = shelf.heads[quoted.report_id].issuer_id
        kept.setdefault(issuer if is_of_issuer else quoted.report_id, quoted)
    return list(kept.values())


def verdict_of(query: PassageQuery, shelf: Shelf, found: Sequence[Quoted]) -> bool | None:
    """Whether the words are said; nothing where they are not and may be said otherwise."""
    if not query.is_yes_no:
        return None
    if found or is_marked(query):
        return bool(found)
    if any(query.topic in metric.label for metric in METRICS if metric.table):
        return None  # 诉讼 is in a heading and in a table of every report
    is_sentence = len(query.topic) > _PHRASE or " " in query.topic
    if is_sentence or (len(query.topic) > TERM and nearest(query, shelf, _OTHERWISE)):
        return None
    return False


def is_marked(query: PassageQuery) -> bool:
    """Whether the very words are asked for, in quotation marks."""
    return any(f"{mark}{query.topic}" in query.asked.q for mark in "“\"「『‘《'")


def is_chinese(text: str) -> bool:
    """Whether a text has Chinese characters, as all reports do."""
    return any("\u4e00" <= ch <= "\u9fff" for ch in text)
