"""Words that stand for themselves (学校 医院, hospital): which reports write of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bot.answer.quotations.nearness import NEAR, TERM, apart, is_chinese, near_hits
from bot.answer.quotations.quotes import Found, Shelf, distinct, page_of
from bot.answer.quotations.refusals import echoed
from bot.queries import PassageQuery
from bot.types import Coverage
from index.types import Hit
from index.vocabulary.english import terms_in

_LISTED = 10  # reports named that write of a single word
_EACH = 3  # of each of several
_QUOTED = 60
_FEW = 3
_OFFERED = 0.55  # nearness of what is shown where the very words stand nowhere
_MOST_TERMS = 3  # of an English text that is looked up word by word


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that is looked up, and as what: hospital as 医院 and 卫生院."""

    english: str
    phrases: tuple[str, ...]


def answer_words(query: PassageQuery, shelf: Shelf) -> Found:
    """Where all the words stand together, or else where each of them stands."""
    words = _words(query.topic, shelf)
    said = dict(_said(word, shelf) for word in words)
    if not any(said.values()):
        return _nearest(query, shelf, list(said))
    together = _together(list(said.values())) if all(said.values()) else []
    if together or len(words) == 1:
        label = shelf.words.comma.join(said)
        return _one(query, shelf, label, together or next(iter(said.values())))
    return _each(shelf, said)


def is_of_words(query: PassageQuery, shelf: Shelf) -> bool:
    """Whether an English question is looked up word by word, since no report has its words."""
    if query.mode != "mention" or is_chinese(query.topic):
        return False
    is_strange = not any(term.chinese for term in terms_in(query.topic))
    return is_strange or bool(_words(query.topic, shelf))


def _words(topic: str, shelf: Shelf) -> list[_Word]:
    if is_chinese(topic):
        return [_Word("", (word,)) for word in dict.fromkeys(topic.split())]
    terms = terms_in(topic)
    words = [_Word(term.english, term.chinese) for term in terms if term.chinese]
    # APP, 12345: reports have them as they are.
    rest = [term.english for term in terms if not term.chinese]
    words += [_Word("", (word,)) for word in rest if shelf.saying(word)]
    is_known = len(words) == len(terms) <= _MOST_TERMS
    return words if is_known else []  # else the meaning of it all is looked for


def _said(word: _Word, shelf: Shelf) -> tuple[str, list[Hit]]:
    """Where a word stands, and as what it is told: by those of its Chinese words that do."""
    found: dict[tuple[int, int, int], Hit] = {}
    standing = []
    for phrase in word.phrases:
        hits = shelf.saying(phrase)
        standing += [phrase] if hits else []
        found |= {(h.report_id, h.passage.section, h.passage.start): h for h in hits}
    told = "/".join(standing or word.phrases[:1])
    label = f"{told} ({word.english})" if word.english else told
    return label, sorted(found.values(), key=partial(_place, shelf))


def _place(shelf: Shelf, hit: Hit) -> tuple[str, int, int, int]:
    return shelf.names[hit.issuer_id], hit.year, hit.passage.section, hit.passage.start


def _together(said: Sequence[Sequence[Hit]]) -> list[Hit]:
    """The passages in which all of several words stand."""
    texts = set.intersection(*({hit.passage.text for hit in hits} for hits in said))
    return [hit for hit in said[0] if hit.passage.text in texts]


def _one(query: PassageQuery, shelf: Shelf, label: str, hits: Sequence[Hit]) -> Found:
    """Every report that writes of it, and how many do not."""
    words = shelf.words
    reports = dict.fromkeys(hit.report_id for hit in hits)
    count, total = len(reports), len(shelf.heads)
    head = words.found_phrase if total > 1 else words.says
    place = shelf.place(hits[0].report_id)
    lines = [head.format(topic=echoed(label), count=count, rest=total - count, place=place)]
    firsts = [
        quoted
        for report in reports
        if (quoted := shelf.quote_hit(next(h for h in hits if h.report_id == report)))
    ]
    shown, rest = page_of(firsts, query.page, _LISTED)
    lines += shelf.lines(shown)
    lines += [words.and_more.format(count=rest)] if rest else []
    quotes = distinct(map(shelf.quote_hit, hits))[:_QUOTED] if shown else []
    is_translated = is_chinese(label) and not is_chinese(query.topic)
    if count < _FEW and is_translated:  # reports may put it in other words as well
        hits_near = [h for h in near_hits(query, shelf) if h.passage.section and h.score >= NEAR]
        near = apart(distinct(map(shelf.quote_hit, hits_near)), quotes)[:_FEW]
        by_meaning = words.found_by_meaning.format(topic=echoed(query.topic))
        lines += [by_meaning, *shelf.lines(near)] if near else []
        quotes += near
    verdict = True if query.is_yes_no else None
    coverage = Coverage(count, total)
    return Found(lines, quotes, coverage, None, verdict, min(rest, _LISTED))


def _each(shelf: Shelf, said: Mapping[str, Sequence[Hit]]) -> Found:
    """Of several words that stand together nowhere, each with a few of its places."""
    words, total = shelf.words, len(shelf.heads)
    lines, quotes = [], []
    for label, hits in said.items():
        topic = echoed(label)
        if not hits:
            lines.append(_nowhere(shelf, topic))
            continue
        count = len({hit.report_id for hit in hits})
        place = shelf.place(hits[0].report_id)
        head = words.found_phrase if total > 1 else words.says
        lines.append(head.format(topic=topic, count=count, rest=total - count, place=place))
        found = distinct(map(shelf.quote_hit, hits))[:_EACH]
        lines += shelf.lines(found)
        quotes += found
    return Found(lines, quotes)


def _nowhere(shelf: Shelf, topic: str) -> str:
    words = shelf.words
    total, place = len(shelf.heads), shelf.place(next(iter(shelf.heads)))
    return (words.nobody_says if total > 1 else words.says_not).format(
        topic=topic, total=total, place=place
    )


def _nearest(query: PassageQuery, shelf: Shelf, labels: Sequence[str]) -> Found:
    """That the words stand nowhere, and what comes near in meaning, if anything does."""
    words, topic = shelf.words, echoed(query.topic)
    is_known = bool(labels) or any(term.chinese for term in terms_in(query.topic))
    is_term = is_chinese(query.topic) and (len(query.topic) < TERM or len(labels) > 1)
    least = _OFFERED if labels else (0.0 if is_known else NEAR)
    hits = [] if is_term else near_hits(query, shelf)
    near = distinct(
        shelf.quote_hit(hit) for hit in hits if hit.passage.section and hit.score >= least
    )
    shown, rest = page_of(near, query.page, _FEW)
    lines = [_nowhere(shelf, echoed(words.comma.join(labels)))] if labels else []
    if shown:
        head = words.near_instead if lines else words.found_by_meaning.format(topic=topic)
        return Found(
            [*lines, head, *shelf.lines(shown)], shown,
            verdict=False if query.is_yes_no and labels else None, next_items=min(rest, _FEW),
        )  # fmt: skip
    stop = query.otherwise
    reason = stop.reason if stop is not None and stop.reason == "out_of_scope" else "not_reported"
    nothing = words.nothing_said if is_known else words.foreign_word
    lines = lines or [nothing.format(topic=topic)]
    verdict = False if query.is_yes_no and labels else None
    return Found(lines, (), Coverage(0, len(shelf.heads)), reason, verdict)
