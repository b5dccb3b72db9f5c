"""A question for wording becomes quotations, each with its place; no digits of our own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.answer.authors import answer_source, likeness
from bot.answer.headings import names_heading, under_heading
from bot.answer.preface import assumed, is_assumed
from bot.answer.quotes import Found, Quoted, Shelf, distinct, page_of, shelf_for
from bot.answer.refusals import answer_refusal, echoed
from bot.answer.sections import answer_section
from bot.answer.wording import Wording
from bot.pages import next_page
from bot.queries import PassageQuery, YearChoice
from bot.types import Answer, Choice, Coverage, Route
from index import Corpus
from index.types import Hit

_SHOWN = 5  # quotations on a topic
_OTHERS = 10  # places in a list to pick from
_LISTED = 10  # reports named that say a phrase
_FEW = 3
_TERM = 4  # letters of what is asked for by its name and not by its meaning
_QUOTED = 60
_SEARCHED = 40
_HEADING = 5  # letters of what is a heading rather than a sentence: 主要问题。
# A passage that scores less says nothing of what is asked. Scores are never shown: what is
# nearest of all may still be about something else, and is only called nearest.
_FAR = 0.3
_OF_THE_BEST = 0.55
_CLOSE = 0.6  # beside what says it in the very words
# What nobody asked for in words must share some of the wording too: more where it is less near.
_SURELY = ((0.6, 0.0), (0.3, 0.1))


def answer_passages(query: PassageQuery, corpus: Corpus) -> Answer:
    """What the reports say, verbatim, or that they do not say it."""
    shelf = _shelf(query, corpus)
    if query.otherwise is not None and not _speaks_of(query, shelf):
        return answer_refusal(query.otherwise, corpus)
    if not shelf.heads:
        return _answer(query, shelf, _nothing_held(corpus, shelf))
    return _answer(query, shelf, _found(query, shelf))


def _found(query: PassageQuery, shelf: Shelf) -> Found:
    """What is said on the topic; where its section says nothing, the whole reports are read."""
    if not query.topic.strip():
        return answer_section(query, shelf)
    found = _MODES[query.mode](query, shelf)
    if found.quotes or query.section is None or query.page > 1:
        return found
    everywhere = replace(query, section=None)
    wider = replace(shelf, scope=replace(shelf.scope, section=None))
    again = _MODES[query.mode](everywhere, wider)
    return again if again.quotes else answer_section(query, shelf)


def _shelf(query: PassageQuery, corpus: Corpus) -> Shelf:
    """The reports to look in: older ones too where no year was named and the newest do not say."""
    shelf = shelf_for(query, corpus)
    is_open = is_assumed(query.years) and query.topic.strip()
    if not is_open or query.mode not in ("mention", "quote", "others"):
        return shelf
    if query.mode == "quote" and (not shelf.heads or _exact(query, shelf)):
        return shelf
    older = shelf_for(_in_all_years(query), corpus)
    return older if query.mode != "quote" or _exact(query, older) else shelf


def _in_all_years(query: PassageQuery) -> PassageQuery:
    """The same in every report held, where no year was named."""
    return replace(query, years=YearChoice()) if is_assumed(query.years) else query


def _nothing_held(corpus: Corpus, shelf: Shelf) -> Found:
    if not corpus.holdings().issuers:
        return Found([shelf.words.empty_store], reason="empty_store")
    return Found([shelf.words.no_such_report], reason="no_report")


def _on_topic(query: PassageQuery, shelf: Shelf) -> Found:
    """Where the words stand exactly, then what comes nearest in meaning."""
    if names_heading(query.topic) and query.section in (None, 1):
        part = _under_heading(query, shelf)
        if part is not None:
            return part
    topic, words = echoed(query.topic), shelf.words
    found = distinct(map(shelf.quote_hit, _exact(query, shelf)))
    near = _apart(_near(query, shelf), found) if len(found) < 2 else []
    size = _SHOWN if query.otherwise is None else _FEW  # what was not asked for in words
    quotes, rest = page_of([*found, *near], query.page, size)
    lines = []
    for some, head in ((found, words.found_topic), (near, words.found_by_meaning)):
        shown = [quoted for quoted in quotes if quoted in some]
        if shown:
            lines += [head.format(topic=topic), *shelf.lines(shown)]
    return Found(
        lines, quotes, verdict=_verdict(query, shelf, found), next_items=min(rest, _SHOWN)
    )


def _speaks_of(query: PassageQuery, shelf: Shelf) -> bool:
    """Whether the reports speak of what no number answers: near in meaning and in wording."""
    if not shelf.heads:
        return False
    if query.mode == "mention":
        return bool(_exact(query, shelf))
    hits = shelf.corpus.search(query.topic, shelf.scope, k=_SHOWN)
    told = [(h.score, likeness(query.topic, h.passage.text)) for h in hits if h.passage.section]
    return any(
        score >= near and shared >= least for score, shared in told for near, least in _SURELY
    )


def _under_heading(query: PassageQuery, shelf: Shelf) -> Found | None:
    """The part of each report that has the topic for its heading."""
    parts = []
    for head in shelf.heads.values():
        found = under_heading(shelf, head.id, query.topic)
        if found is not None:
            parts.append(shelf.quote(head.id, found[0], found[1].start, found[1].end))
    quotes, rest = page_of(distinct(parts), query.page, _SHOWN)
    if not quotes:
        return None
    lines = [shelf.words.found_topic.format(topic=echoed(query.topic)), *shelf.lines(quotes)]
    return Found(lines, quotes, next_items=min(rest, _SHOWN))


def _mentions(query: PassageQuery, shelf: Shelf) -> Found:
    """Every report in which the words stand, and how many there are in which they do not."""
    topic, words = echoed(query.topic), shelf.words
    hits = _exact(query, shelf)
    if not hits:
        return _near_only(query, shelf)
    said: dict[int, Hit] = {}
    for hit in hits:
        said.setdefault(hit.report_id, hit)
    count, total = len(said), len(shelf.heads)
    head = words.found_phrase if total > 1 else words.says
    place = shelf.place(hits[0].report_id)
    lines = [head.format(topic=topic, count=count, rest=total - count, place=place)]
    firsts = [q for q in map(shelf.quote_hit, said.values()) if q is not None]
    shown, rest = page_of(firsts, query.page, _LISTED)
    lines += shelf.lines(shown)
    if rest:
        lines.append(words.and_more.format(count=rest))
    quotes = distinct(map(shelf.quote_hit, hits))[:_QUOTED]
    if len(shelf.issuers) == 1 and count < _FEW:  # the body may put it in other words as well
        near = _apart(_near(query, shelf, _CLOSE), quotes)[:_FEW]
        lines += [words.found_by_meaning.format(topic=topic), *shelf.lines(near)] if near else []
        quotes += near
    coverage, verdict = Coverage(count, total), _verdict(query, shelf, quotes)
    return Found(lines, quotes if shown else (), coverage, None, verdict, min(rest, _LISTED))


def _near_only(query: PassageQuery, shelf: Shelf) -> Found:
    """That the words stand nowhere, and what comes nearest in meaning."""
    topic, words = echoed(query.topic), shelf.words
    total = len(shelf.heads)
    place = shelf.place(next(iter(shelf.heads)))
    nobody = words.nobody_says if total > 1 else words.says_not
    lines = [nobody.format(topic=topic, total=total, place=place)]
    if not is_chinese(query.topic):  # no report can say it in these words
        lines = []
    found = _near(query, shelf)
    if total > 1:
        found = _one_a_report(shelf, found, is_of_issuer=False)
    near, rest = page_of(found, query.page, _SHOWN)
    if near:
        head = words.near_instead if lines else words.found_by_meaning.format(topic=topic)
        lines += [head, *shelf.lines(near)]
    if not is_chinese(query.topic):
        return Found(lines, near, next_items=min(rest, _SHOWN))
    verdict = _verdict(query, shelf, [])
    return Found(lines, near, Coverage(0, total), None, verdict, min(rest, _SHOWN))


def _others(query: PassageQuery, shelf: Shelf) -> Found:
    """How several bodies put it: one wording each, those nearest to the topic first."""
    topic = echoed(query.topic)
    exact = distinct(map(shelf.quote_hit, _exact(query, shelf)))
    found = _one_a_report(shelf, [*exact, *_near(query, shelf)], is_of_issuer=True)
    quotes, rest = page_of(found, query.page, _OTHERS)
    lines = [shelf.words.others_write.format(topic=topic), *shelf.lines(quotes)] if quotes else []
    return Found(lines, quotes, next_items=min(rest, _OTHERS))


def _near(query: PassageQuery, shelf: Shelf, least: float = -1.0) -> list[Quoted]:
    """What comes near in meaning, without headings, preambles, and what is far from the best."""
    hits = shelf.corpus.search(query.topic, shelf.scope, k=_SEARCHED)
    told = [h for h in hits if h.passage.section and _says_something(h.passage.text)]
    best = max((h.score for h in told), default=0.0)
    floor = best * _OF_THE_BEST
    if is_chinese(query.topic):  # of English too few words are known to tell what is far
        floor = max(floor, _FAR)
    if query.mode == "mention":  # that it is not said is told beside what comes nearest
        floor = min(floor, best)
    floor = max(floor, least)
    return distinct(shelf.quote_hit(h) for h in told if h.score >= floor)


def _says_something(text: str) -> bool:
    return sum(map(str.isalnum, text)) > _HEADING


_MODES: Mapping[str, Callable[[PassageQuery, Shelf], Found]] = {
    "quote": _on_topic,
    "section": answer_section,
    "summary": answer_section,
    "mention": _mentions,
    "others": _others,
    "source": answer_source,
}


def is_chinese(text: str) -> bool:
    """Whether a text has Chinese characters, as all reports do."""
    return any("\u4e00" <= ch <= "\u9fff" for ch in text)


def _exact(query: PassageQuery, shelf: Shelf) -> tuple[Hit, ...]:
    phrase = query.topic.strip(" “”\"'「」")
    return shelf.corpus.find_phrase(phrase, shelf.scope) if len(phrase) > 1 else ()


def _apart(found: Sequence[Quoted], shown: Sequence[Quoted]) -> list[Quoted]:
    """Those that say something that has not been shown."""
    said = {quoted.quote.quote for quoted in shown}
    kept = []
    for quoted in found:
        if quoted.quote.quote not in said:
            said.add(quoted.quote.quote)
            kept.append(quoted)
    return kept


def _one_a_report(shelf: Shelf, found: Sequence[Quoted], *, is_of_issuer: bool) -> list[Quoted]:
    """The first of each report, or of each issuer."""
    kept: dict[int, Quoted] = {}
    for quoted in _apart(found, ()):
        issuer = shelf.heads[quoted.report_id].issuer_id
        kept.setdefault(issuer if is_of_issuer else quoted.report_id, quoted)
    return list(kept.values())


def _verdict(query: PassageQuery, shelf: Shelf, found: Sequence[Quoted]) -> bool | None:
    """Whether the words are said; nothing where they are not and something close to them is."""
    if not query.is_yes_no:
        return None
    if not found and len(query.topic) > _TERM and _near(query, shelf, _CLOSE):
        return None
    return bool(found)


def _next(query: PassageQuery, found: Found, words: Wording) -> tuple[Choice, ...]:
    """The page behind this one, to tap."""
    if not found.next_items:
        return ()
    label = words.next_items.format(count=found.next_items)
    return (Choice(label, next_page(query.asked.q, query.asked.lang)),)


def _answer(query: PassageQuery, shelf: Shelf, found: Found) -> Answer:
    """The answer with what was found; without any quotation there is none."""
    words = shelf.words
    lines, reason = list(found.lines), found.reason
    if not found.quotes and reason is None:
        reason = "not_reported"
        nothing = words.nothing_said.format(topic=echoed(query.topic))
        lines = [words.no_more] if query.page > 1 else lines or [nothing]
    quoted = [shelf.heads[f.report_id] for f in found.quotes] or list(shelf.heads.values())
    caveats = (words.invented,) if any(head.is_invented for head in quoted) else ()
    shown = list(dict.fromkeys((f.report_id, f.quote.section) for f in found.quotes))
    said = words.there_is if found.verdict else words.there_is_not
    verdict = () if found.verdict is None else (said,)
    text = [
        *assumed(query.asked),
        *verdict,
        *lines,
        *(words.notice.format(text=caveat) for caveat in caveats),
    ]
    return Answer(
        query.asked.q,
        Route.PASSAGES if found.quotes else Route.NONE,
        shelf.lang,
        "\n".join(text),
        coverage=found.coverage,
        caveats=caveats,
        passages=tuple(f.quote for f in found.quotes),
        choices=_next(query, found, words),
        reason=reason,
        sources=tuple(shelf.citation(report, section) for report, section in shown[:10]),
        verdict=found.verdict,
    )
