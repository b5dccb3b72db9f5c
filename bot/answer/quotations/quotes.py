"""Words of reports, checked: what does not stand at its offsets is never sent."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bot.answer.numbers.evidence import held_issuers
from bot.answer.sayings.languages import words_in
from bot.answer.sayings.wording import Wording
from bot.answer.speech.invented import invented_note
from bot.answer.speech.labels import issuer_labels, section_label
from bot.queries import PassageQuery
from bot.types import Citation, Coverage, Lang, Quote
from index import Corpus
from index.types import HeldIssuer, Hit, ReportHead, Scope, StoredSection

_Item = TypeVar("_Item")
_SEARCHED = 40
# What was found already: by words or by meaning, in the scope of a search.
Hits = dict[tuple[str, Scope, bool], tuple[Hit, ...]]
_AROUND = 80  # characters of context on either side
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]*[”’」』）)】》〉\"']*")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation, with the report that it stands in."""

    report_id: int
    quote: Quote


@dataclass(frozen=True, slots=True)
class Shelf:
    """The reports that a question for wording is about, opened when they are quoted."""

    corpus: Corpus
    lang: Lang
    heads: Mapping[int, ReportHead]
    issuers: Mapping[int, HeldIssuer]
    names: Mapping[int, str]
    scope: Scope
    _sections: dict[int, tuple[StoredSection, ...]] = field(default_factory=dict)
    _hits: Hits = field(default_factory=dict)

    @property
    def words(self) -> Wording:
        """The sentences of the language of the question."""
        return words_in(self.lang)

    def invented(self, heads: Iterable[ReportHead]) -> tuple[str, ...]:
        """That these reports, or which of them, are invented examples."""
        told = ((h.issuer_id, h.year, h.is_invented) for h in heads)
        return invented_note(self.words, told, self.names.__getitem__)

    def near(self, topic: str) -> tuple[Hit, ...]:
        """What comes nearest to a topic, looked for once in an answer."""
        key = (topic, self.scope, False)
        if key not in self._hits:
            self._hits[key] = self.corpus.search(topic, self.scope, k=_SEARCHED)
        return self._hits[key]

    def saying(self, phrase: str) -> tuple[Hit, ...]:
        """Where a phrase stands, looked for once in an answer."""
        key = (phrase, self.scope, True)
        if key not in self._hits:
            self._hits[key] = self.corpus.find_phrase(phrase, self.scope)
        return self._hits[key]

    def section(self, report_id: int, number: int) -> StoredSection | None:
        """A section of a report as it is stored."""
        if report_id not in self._sections:
            self._sections[report_id] = self.corpus.sections(report_id)
        return next((s for s in self._sections[report_id] if s.number == number), None)

    def quote_hit(self, hit: Hit) -> Quoted | None:
        """A passage that was found, as a quotation."""
        passage = hit.passage
        return self.quote(hit.report_id, passage.section, passage.start, passage.end, hit)

    def quote(
        self, report_id: int, number: int, start: int, end: int, hit: Hit | None = None
    ) -> Quoted | None:
        """What stands at these offsets; None where a passage says that something else does."""
        section, head = self.section(report_id, number), self.heads.get(report_id)
        if section is None or head is None:
            return None
        text = section.text[start:end]
        if not text.strip() or (hit is not None and text != hit.passage.text):
            return None
        issuer = self.issuers[head.issuer_id]
        context = section.text[max(start - _AROUND, 0) : end + _AROUND]
        also = hit.also_in if hit is not None else 0
        place = (issuer.name, issuer.region, head.year)
        quote = Quote(*place, number, text, start, end, context, also)
        return Quoted(report_id, quote)

    def lines(self, found: Iterable[Quoted]) -> list[str]:
        """Each quotation with its place, a line each."""
        words = self.words
        return [
            words.quoted.format(text=f.quote.quote)
            + words.of_place.format(place=self.place(f.report_id, f.quote.section))
            + (words.also_in.format(count=f.quote.also_in) if f.quote.also_in else "")
            for f in found
        ]

    def place(self, report_id: int, section: int | None = None) -> str:
        """Whose report it is, and which part of it."""
        head = self.heads[report_id]
        part = "" if section is None else section_label(section, self.lang)
        return self.words.quote_place.format(
            issuer=self.names[head.issuer_id], year=head.year, section=part
        ).strip()

    def citation(self, report_id: int, section: int) -> Citation:
        """The report and the section from which is quoted."""
        head = self.heads[report_id]
        issuer = self.issuers[head.issuer_id]
        stored = self.section(report_id, section)
        title = stored.title if stored else ""
        return Citation(
            *(issuer.name, issuer.region, head.year, head.title, section, None, title, ""),
            head.file,
            head.url,
        )


def shelf_for(query: PassageQuery, corpus: Corpus, hits: Hits | None = None) -> Shelf:
    """The reports in the scope of a question; `hits` were found already."""
    ids = query.issuers or None
    years = query.years.years or None
    heads = {head.id: head for head in corpus.heads(ids, years)}
    held = held_issuers(corpus.holdings(), tuple({h.issuer_id: None for h in heads.values()}))
    scope = Scope(ids, years, query.section)
    issuers = {issuer.id: issuer for issuer in held}
    names = issuer_labels(held, held)
    known: Hits = {} if hits is None else hits
    return Shelf(corpus, query.asked.lang, heads, issuers, names, scope, _hits=known)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a question for wording: lines of text, and the quotations in them."""

    lines: Sequence[str]
    quotes: Sequence[Quoted] = ()
    coverage: Coverage | None = None
    reason: str | None = None
    verdict: bool | None = None
    next_items: int = 0  # on the page behind this one


def page_of(found: Sequence[_Item], page: int, size: int) -> tuple[Sequence[_Item], int]:
    """What stands on a page of a list, and how many are behind it."""
    end = page * size
    return found[end - size : end], max(len(found) - end, 0)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a text, by its offsets."""

    start: int
    end: int
    text: str


def sentences_of(text: str, start: int = 0, end: int | None = None) -> list[Stretch]:
    """The sentences of a text, each with its offsets."""
    found = []
    for match in _SENTENCE.finditer(text, start, len(text) if end is None else end):
        piece = match[0]
        left = match.start() + len(piece) - len(piece.lstrip())
        right = match.end() - len(piece) + len(piece.rstrip())
        if any(ch.isalnum() for ch in text[left:right]):
            found.append(Stretch(left, right, text[left:right]))
    return found


def distinct(found: Iterable[Quoted | None]) -> list[Quoted]:
    """The quotations that stand, each once."""
    kept: dict[tuple[int, int, int], Quoted] = {}
    for quoted in found:
        if quoted is not None:
            quote = quoted.quote
            kept.setdefault((quoted.report_id, quote.section, quote.start), quoted)
    return list(kept.values())
