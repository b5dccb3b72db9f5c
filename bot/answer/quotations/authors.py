"""Whose wording a sentence is: every report that has it, and those that have nearly the same."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.answer.quotations.quotes import Found, Quoted, Shelf, distinct, page_of
from bot.answer.quotations.refusals import echoed
from bot.queries import PassageQuery
from bot.types import Coverage
from index.text import compact
from index.types import Hit

_SEARCHED = 60
_LISTED = 10  # sentences on a page
_PLACES = 12  # reports named behind a sentence
_NEARLY = 0.6  # of the pairs of characters


def answer_source(query: PassageQuery, shelf: Shelf) -> Found:
    """The reports in which a sentence stands, and those in which nearly the same stands."""
    words = shelf.words
    exact = distinct(map(shelf.quote_hit, _standing(query.topic, shelf)))
    nearly = _nearly_same(query, shelf, {f.report_id for f in exact})
    reports = len({f.report_id for f in exact})
    lines = [
        words.written_in.format(count=reports)
        if exact
        else words.not_written.format(total=len(shelf.heads), topic=echoed(query.topic))
    ]
    groups = [*_grouped(exact), *_grouped(nearly)]
    shown, rest = page_of(groups, query.page, _LISTED)
    first_near = len(_grouped(exact))
    for number, group in enumerate(shown, (query.page - 1) * _LISTED):
        if nearly and number == first_near:
            lines.append(words.nearly_written)
        lines.append(_line(shelf, group))
    coverage = Coverage(reports, len(shelf.heads))
    quotes = [quoted for group in shown for quoted in group]
    return Found(lines, quotes, coverage, next_items=min(rest, _LISTED))


def likeness(one: str, other: str) -> float:
    """The share of the shorter text's pairs of characters that the other has too."""
    first, second = (set(pairwise(compact(text))) for text in (one, other))
    fewer, more = sorted((first, second), key=len)
    return len(fewer & more) / len(fewer) if fewer else 0.0


def _standing(sentence: str, shelf: Shelf) -> tuple[Hit, ...]:
    return shelf.corpus.find_phrase(sentence.strip(" “”\"'「」"), shelf.scope)


def _nearly_same(query: PassageQuery, shelf: Shelf, known: set[int]) -> list[Quoted]:
    """Sentences that share most of their wording, in reports that do not have the very words."""
    hits = shelf.corpus.search(query.topic, shelf.scope, k=_SEARCHED)
    same = [h for h in hits if _is_nearly(query.topic, h.passage.text)]
    everywhere = [
        hit for near in same for hit in shelf.corpus.find_phrase(near.passage.text, shelf.scope)
    ]
    found = distinct(map(shelf.quote_hit, everywhere))
    return [quoted for quoted in found if quoted.report_id not in known]


def _is_nearly(sentence: str, text: str) -> bool:
    pairs = len(compact(sentence)) - 1
    return likeness(sentence, text) >= _NEARLY and len(compact(text)) - 1 >= pairs * _NEARLY


def _grouped(found: Iterable[Quoted]) -> list[list[Quoted]]:
    """The same sentence of several reports together, the newest report first."""
    groups: dict[str, list[Quoted]] = {}
    for quoted in found:
        groups.setdefault(quoted.quote.quote, []).append(quoted)
    for group in groups.values():
        group.sort(key=_age)
    return sorted(groups.values(), key=len, reverse=True)


def _age(quoted: Quoted) -> int:
    return -quoted.quote.year


def _line(shelf: Shelf, group: Sequence[Quoted]) -> str:
    """A sentence once, and all the reports that have it."""
    words = shelf.words
    places = [shelf.place(f.report_id, f.quote.section) for f in group[:_PLACES]]
    said = words.comma.join(places)
    if len(group) > _PLACES:
        said += words.and_so_on.format(count=len(group))
    quote = words.quoted.format(text=group[0].quote.quote)
    return quote + words.of_place.format(place=said)
