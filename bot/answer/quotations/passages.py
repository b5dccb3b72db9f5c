"""A question for wording becomes quotations, each with its place; no digits of our own."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.answer.quotations.authors import answer_source
from bot.answer.quotations.headings import names_heading, under_heading
from bot.answer.quotations.mentioned import answer_mentions, answer_unsaid
from bot.answer.quotations.nearness import (
    IN_SECTION,
    NEAR,
    TERM,
    apart,
    best_score,
    exact_hits,
    is_chinese,
    is_close,
    is_marked,
    is_of,
    near_hits,
    nearest,
    one_a_report,
    verdict_of,
)
from bot.answer.quotations.quotes import Found, Hits, Shelf, distinct, page_of, shelf_for
from bot.answer.quotations.refusals import answer_refusal, echoed
from bot.answer.quotations.sections import answer_section
from bot.answer.quotations.words import answer_words, is_of_words
from bot.answer.sayings.wording import Wording
from bot.answer.speech.preface import assumed, is_assumed
from bot.pages import next_page
from bot.queries import PassageQuery, Refusal, YearChoice
from bot.types import Answer, Choice, Route
from index import Corpus
from index.errors import ModelUnavailable, VectorsOutdated

_SHOWN = 5  # quotations on a topic
_OTHERS = 10  # places in a list to pick from
_FEW = 3
_AHEAD = 0.12  # by how much the newest report must be nearer for older ones to be left out
_OF_THE_NEAREST = 0.75  # of its nearness, where nobody asked for a list


# A list of those that say a thing keeps to the section that was named.
_LISTING = ("mention", "unsaid")
_KEPT = ("section", "summary", *_LISTING)


def answer_passages(query: PassageQuery, corpus: Corpus) -> Answer:
    """What the reports say, verbatim, or that they do not say it."""
    try:
        return _in_words(query, corpus)
    except (ModelUnavailable, VectorsOutdated) as error:
        return _without_vectors(query, corpus, str(error))


def _without_vectors(query: PassageQuery, corpus: Corpus, told: str) -> Answer:
    """What must be done before anything is found by meaning; a number is refused all the same."""
    stop = query.otherwise
    if stop is not None and (query.mode == "beside" or stop.reason == "no_issuer"):
        return answer_refusal(stop, corpus)
    return Answer(query.asked.q, Route.NONE, query.asked.lang, told, reason="unreadable")


def _in_words(query: PassageQuery, corpus: Corpus) -> Answer:
    hits: Hits = {}
    query = _of_section(query, corpus, hits)
    shelf = _shelf(query, corpus, hits)
    query = replace(query, mode="words") if is_of_words(query, shelf) else query
    if query.mode == "beside" and query.otherwise is not None:
        return _refused_beside(query, query.otherwise, shelf)
    if query.mode != "words" and query.otherwise is not None and not _speaks_of(query, shelf):
        if query.otherwise.reason == "no_metric" and query.mode in ("quote", "others"):
            # Words were asked for: that no number is counted would be no answer.
            nothing = shelf.words.nothing_said.format(topic=echoed(query.topic))
            return _answer(query, shelf, Found([nothing], reason=query.otherwise.reason))
        return answer_refusal(query.otherwise, corpus)
    if not shelf.heads:
        return _answer(query, shelf, _nothing_held(corpus, shelf))
    return _answer(query, shelf, _found(query, shelf))


def _refused_beside(query: PassageQuery, stop: Refusal, shelf: Shelf) -> Answer:
    """A number that is not read, and the sentences in which the report speaks of it."""
    found = distinct(map(shelf.quote_hit, exact_hits(query, shelf)))[:_FEW]
    if not found:
        return answer_refusal(stop, shelf.corpus)
    refusal = answer_refusal(replace(stop, choices=()), shelf.corpus)
    head = shelf.words.told_of.format(topic=echoed(query.topic))
    caveats = shelf.invented(shelf.heads[quoted.report_id] for quoted in found)
    lines = [refusal.marked, head, *shelf.lines(found)]
    lines += [shelf.words.notice.format(text=caveat) for caveat in caveats]
    lines += [shelf.words.try_these] if stop.choices else []
    quotes = tuple(quoted.quote for quoted in found)
    return replace(
        refusal, marked="\n".join(lines), caveats=caveats, passages=quotes, choices=stop.choices
    )


def _found(query: PassageQuery, shelf: Shelf) -> Found:
    """What is said on the topic; where its section says nothing, the whole reports are read."""
    if not query.topic.strip():
        return answer_section(query, shelf)
    found = _MODES[query.mode](query, shelf)
    if found.quotes or query.section is None or query.page > 1 or query.mode in _LISTING:
        return found
    everywhere = replace(query, section=None)
    wider = replace(shelf, scope=replace(shelf.scope, section=None))
    again = _MODES[query.mode](everywhere, wider)
    return again if again.quotes else answer_section(query, shelf)


def _shelf(query: PassageQuery, corpus: Corpus, hits: Hits) -> Shelf:
    """The reports to look in: older ones too where no year was named and they say it better."""
    is_open = is_assumed(query.years) and bool(query.topic.strip())
    if is_open and query.mode in ("mention", "unsaid", "others", "words"):
        return shelf_for(_in_all_years(query), corpus, hits)
    shelf = shelf_for(query, corpus, hits)
    if not is_open or query.mode != "quote":
        return shelf
    older = shelf_for(_in_all_years(query), corpus, hits)
    if not shelf.heads:
        return older
    if names_heading(query.topic) or exact_hits(query, shelf):
        return shelf
    if exact_hits(query, older):
        return older
    is_newest = best_score(query, shelf) > _best_of_others(query, shelf, older) + _AHEAD
    return shelf if is_newest else older


def _best_of_others(query: PassageQuery, newest: Shelf, older: Shelf) -> float:
    """How near the nearest passage of the older reports comes."""
    hits = near_hits(query, older)
    old = (h.score for h in hits if h.passage.section and h.report_id not in newest.heads)
    return max(old, default=0.0)


def _of_section(query: PassageQuery, corpus: Corpus, hits: Hits) -> PassageQuery:
    """The question without its section, where what is looked for stands in another one."""
    if query.section is None or not query.topic.strip() or query.mode in _KEPT:
        return query
    everywhere = replace(query, section=None)
    inside, outside = (shelf_for(_in_all_years(q), corpus, hits) for q in (query, everywhere))
    if not inside.heads or exact_hits(query, inside):
        return query
    is_elsewhere = exact_hits(query, outside) or (
        best_score(query, outside) > best_score(query, inside) + IN_SECTION
    )
    return everywhere if is_elsewhere else query


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
    found = distinct(map(shelf.quote_hit, exact_hits(query, shelf)))
    near = apart(nearest(query, shelf), found) if len(found) < 2 else []
    is_far = not found and is_chinese(query.topic) and best_score(query, shelf) < NEAR
    size = _FEW if is_far or query.otherwise is not None else _SHOWN
    quotes, rest = page_of([*found, *near], query.page, size)
    by_meaning = words.found_far if is_far else words.found_by_meaning
    lines = []
    for some, head in ((found, words.found_topic), (near, by_meaning)):
        shown = [quoted for quoted in quotes if quoted in some]
        if shown:
            lines += [head.format(topic=topic), *shelf.lines(shown)]
    return Found(
        lines, quotes, verdict=verdict_of(query, shelf, found), next_items=min(rest, _SHOWN)
    )


def _speaks_of(query: PassageQuery, shelf: Shelf) -> bool:
    """Whether the reports speak of what no number answers: near in meaning and in wording."""
    if not shelf.heads:
        return False
    if query.mode == "mention" and (exact_hits(query, shelf) or len(query.topic) < TERM):
        return bool(exact_hits(query, shelf))
    hits = near_hits(query, shelf)[:_SHOWN]
    told = [h for h in hits if h.passage.section]
    stop = query.otherwise
    is_told = stop is not None and stop.tone in ("opinion", "complaint")
    if stop is not None and stop.reason == "out_of_scope" and not is_told:
        about = stop.about  # 天气, 下半年: only what has this very word
        told = [h for h in told if any(w in h.passage.text for w in about) or is_close(query, h)]
    return any(is_of(query.topic, hit) for hit in told)


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


def _others(query: PassageQuery, shelf: Shelf) -> Found:
    """How several bodies put it: one wording each, those nearest to the topic first."""
    topic, best = echoed(query.topic), best_score(query, shelf)
    exact = distinct(map(shelf.quote_hit, exact_hits(query, shelf)))
    # Nobody asked for a list, or nobody writes of it: only what comes near is shown.
    is_term = len(query.topic) <= TERM
    is_far = not exact and is_chinese(query.topic) and (best < NEAR or is_term)
    is_short = is_far or query.otherwise is not None
    near = nearest(query, shelf, _OF_THE_NEAREST * best if is_short else -1.0)
    near = [] if exact and is_marked(query) else near
    found = one_a_report(shelf, [*exact, *near], is_of_issuer=True)
    quotes, rest = page_of(found, query.page, _SHOWN if is_short else _OTHERS)
    head = shelf.words.found_far if is_far else shelf.words.others_write
    lines = [head.format(topic=topic), *shelf.lines(quotes)] if quotes else []
    return Found(lines, quotes, next_items=min(rest, _OTHERS))


_MODES: Mapping[str, Callable[[PassageQuery, Shelf], Found]] = {
    "quote": _on_topic,
    "section": answer_section,
    "summary": answer_section,
    "mention": answer_mentions,
    "unsaid": answer_unsaid,
    "beside": answer_mentions,
    "others": _others,
    "source": answer_source,
    "words": answer_words,
}


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
    caveats = shelf.invented(quoted)
    shown = list(dict.fromkeys((f.report_id, f.quote.section) for f in found.quotes))
    said = words.there_is if found.verdict else words.there_is_not
    verdict = () if found.verdict is None else (said,)
    scope = query.scope if found.quotes else None
    is_of_others = scope is not None and scope.is_whole
    whole = (words.whole_not_held.format(scope=scope.label),) if scope and is_of_others else ()
    text = [
        *assumed(query.asked),
        *whole,
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
