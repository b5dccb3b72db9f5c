"""Which reports say a thing in these very words, and which do not."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer.quotations.nearness import (
    CLOSE,
    IN_SECTION,
    apart,
    best_score,
    exact_hits,
    is_chinese,
    nearest,
    one_a_report,
    verdict_of,
)
from bot.answer.quotations.quotes import Found, Shelf, distinct, page_of
from bot.answer.quotations.refusals import echoed
from bot.answer.speech.labels import section_label
from bot.queries import PassageQuery
from bot.types import Coverage
from index.types import Hit

_WHEN = re.compile(r"最早|最先|哪一?年|哪些年|什么时候|何时|\bfirst\b|\bwhen\b", re.IGNORECASE)
_LISTED = 10  # reports named that say a phrase
_SHOWN = 5
_FEW = 3
_QUOTED = 60
_NAMED = 20  # bodies on a page that do not say it


def answer_mentions(query: PassageQuery, shelf: Shelf) -> Found:
    """Every report in which the words stand, and how many there are in which they do not."""
    topic, words = echoed(query.topic), shelf.words
    hits = _in_order(query, exact_hits(query, shelf))
    if not hits:
        return _near_only(query, shelf)
    said: dict[int, Hit] = {}
    for hit in hits:
        said.setdefault(hit.report_id, hit)
    count, total = len(said), len(shelf.heads)
    head = words.found_phrase if total > 1 else words.says
    place = shelf.place(hits[0].report_id)
    lines = [
        *_section_line(query, shelf),
        head.format(topic=topic, count=count, rest=total - count, place=place),
    ]
    firsts = [q for q in map(shelf.quote_hit, said.values()) if q is not None]
    shown, rest = page_of(firsts, query.page, _LISTED)
    lines += shelf.lines(shown)
    if rest:
        lines.append(words.and_more.format(count=rest))
    quotes = distinct(map(shelf.quote_hit, hits))[:_QUOTED]
    if len(shelf.issuers) == 1 and count < _FEW:  # the body may put it in other words as well
        near = apart(nearest(query, shelf, CLOSE), quotes)[:_FEW]
        lines += [words.found_by_meaning.format(topic=topic), *shelf.lines(near)] if near else []
        quotes += near
    coverage, verdict = Coverage(count, total), verdict_of(query, shelf, quotes)
    return Found(lines, quotes if shown else (), coverage, None, verdict, min(rest, _LISTED))


def _section_line(query: PassageQuery, shelf: Shelf) -> list[str]:
    """That only one section of each report was looked through."""
    if query.section is None:
        return []
    section = section_label(query.section, query.asked.lang)
    return [shelf.words.only_section.format(section=section)]


def _where_meant(query: PassageQuery, shelf: Shelf) -> Shelf:
    """Where what is looked for by meaning may stand: problems in the section on problems."""
    if query.near_section is None:
        return shelf
    inside = replace(shelf, scope=replace(shelf.scope, section=query.near_section))
    is_elsewhere = best_score(query, shelf) > best_score(query, inside) + IN_SECTION
    return shelf if is_elsewhere else inside


def _in_order(query: PassageQuery, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The oldest report first where it is asked when a thing was said."""
    is_when = bool(_WHEN.search(query.asked.q))
    is_of_one = len({hit.issuer_id for hit in hits}) == 1
    return sorted(hits, key=_year_of) if is_when or is_of_one else hits


def _year_of(hit: Hit) -> int:
    return hit.year


def _near_only(query: PassageQuery, shelf: Shelf) -> Found:
    """That the words stand nowhere, and what comes nearest in meaning."""
    topic, words = echoed(query.topic), shelf.words
    total = len(shelf.heads)
    place = shelf.place(next(iter(shelf.heads)))
    nobody = words.nobody_says if total > 1 else words.says_not
    lines = [*_section_line(query, shelf), nobody.format(topic=topic, total=total, place=place)]
    if not is_chinese(query.topic) or " " in topic:  # no report can say it in these words
        lines = []
    found = nearest(query, _where_meant(query, shelf))
    if total > 1:
        found = one_a_report(shelf, found, is_of_issuer=False)
    verdict = verdict_of(query, shelf, []) if is_chinese(query.topic) else None
    if verdict is False:
        found = found[:_FEW]
    near, rest = page_of(found, query.page, _SHOWN)
    if near:
        head = words.near_instead if lines else words.found_by_meaning.format(topic=topic)
        lines += [head, *shelf.lines(near)]
    if not is_chinese(query.topic):
        return Found(lines, near, next_items=min(rest, _SHOWN))
    return Found(lines, near, Coverage(0, total), None, verdict, min(rest, _SHOWN))


def answer_unsaid(query: PassageQuery, shelf: Shelf) -> Found:
    """The reports in which the words do not stand, and a few of those in which they do."""
    topic, words = echoed(query.topic), shelf.words
    hits = exact_hits(query, shelf)
    if not hits and not is_chinese(query.topic):  # what says it in Chinese is said all the same
        near = _near_only(query, shelf)
        return replace(near, lines=[words.silent_unknown.format(topic=topic), *near.lines])
    if not hits:
        return _near_only(query, shelf)
    saying = {hit.report_id for hit in hits}
    silent: dict[int, list[int]] = {}
    for head in sorted(shelf.heads.values(), key=lambda head: head.year):
        if head.id not in saying:
            silent.setdefault(head.issuer_id, []).append(head.year)
    count = sum(map(len, silent.values()))
    shown, rest = page_of(list(silent.items()), query.page, _NAMED)
    lines = [
        *_section_line(query, shelf),
        words.silent_head.format(topic=topic, count=count, rest=len(saying)),
    ]
    lines += [
        words.silent_line.format(
            issuer=shelf.names[issuer], years=words.comma.join(map(str, years))
        )
        for issuer, years in shown
    ]
    quotes = distinct(map(shelf.quote_hit, hits))[:_FEW]
    lines += [words.found_topic.format(topic=topic), *shelf.lines(quotes)]
    coverage = Coverage(count, len(shelf.heads))
    return Found(lines, quotes, coverage, next_items=min(rest, _NAMED))
