"""How the wording of two years differs: kept, changed, new, dropped, and how much was copied."""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.answer.numbers.evidence import held_issuers
from bot.answer.quotations.headings import names_heading, under_heading
from bot.answer.quotations.quotes import Quoted, Shelf, distinct, shelf_for
from bot.answer.sayings.wording import Wording
from bot.answer.speech.labels import section_label
from bot.answer.speech.preface import assumed
from bot.answer.speech.reask import full_name
from bot.answer.speech.sentences import Speech, shown
from bot.queries import DiffQuery, PassageQuery, YearChoice
from bot.types import Answer, Choice, Route
from index import Corpus
from index.types import Comparison, HeldIssuer, Pair

_SHOWN = 8  # sentences of each kind
_ASKS_KEPT = re.compile(
    r"抄|照搬|没变|未变|不变|没有变|一样|相同|重复|雷同|保留|沿用|\b(?:copied|same|kept|repeat|unchanged)",
    re.IGNORECASE,
)


def answer_diff(query: DiffQuery, corpus: Corpus) -> Answer:
    """What changed from the earlier year to the later, quoted."""
    issuer = held_issuers(corpus.holdings(), (query.issuer,))[0]
    earlier, later = sorted(query.years)
    compared = corpus.compare(issuer.id, earlier, later, query.section)
    if compared is None:
        return _not_held(query, issuer)
    shelf = shelf_for(_reports(query), corpus)
    compared = _under_topic(query, shelf, compared)
    words = shelf.words
    lines = [_head(query, shelf, compared)]
    quotes: list[Quoted] = []
    for kind, head in _kinds(query, words):
        pairs = [pair for pair in compared.pairs if pair.kind == kind]
        if kind == "kept":  # headings are kept as well, and say least
            pairs.sort(key=_length, reverse=True)
        said, found = _sentences(query, shelf, pairs[:_SHOWN])
        if pairs:
            lines += [head.format(count=len(pairs)), *said]
            if len(pairs) > _SHOWN:
                lines.append(words.and_more.format(count=len(pairs) - _SHOWN))
            quotes += found
    if all(pair.kind == "kept" for pair in compared.pairs):
        lines.append(words.diff_same)
    caveats = shelf.invented(shelf.heads.values())
    lines += [words.notice.format(text=caveat) for caveat in caveats]
    return Answer(
        query.asked.q,
        Route.DIFF,
        query.asked.lang,
        "\n".join([*assumed(query.asked), *lines]),
        caveats=caveats,
        passages=tuple(found.quote for found in distinct(quotes)),
        sources=tuple(shelf.citation(report, query.section or 0) for report in shelf.heads),
    )


def _length(pair: Pair) -> int:
    return len(pair.right or "")


def _kinds(query: DiffQuery, words: Wording) -> tuple[tuple[str, str], ...]:
    """The kinds of sentences that are told, what was kept among them where that is asked for."""
    kinds = (
        ("changed", words.diff_changed),
        ("new", words.diff_new),
        ("dropped", words.diff_dropped),
    )
    is_of_kept = bool(_ASKS_KEPT.search(query.asked.q))
    return (("kept", words.diff_kept), *kinds) if is_of_kept else kinds


def _under_topic(query: DiffQuery, shelf: Shelf, compared: Comparison) -> Comparison:
    """Only what stands under a heading in either report, where one is asked for."""
    if not names_heading(query.topic):
        return compared
    parts = [under_heading(shelf, report, query.topic) for report in shelf.heads]
    said = "\n".join(part[1].text for part in parts if part is not None)
    kept = [p for p in compared.pairs if p.section == 1 and (p.right or p.left or "") in said]
    if not kept:
        return compared
    sizes = [(len(pair.right or ""), pair.kind == "kept") for pair in kept]
    whole = sum(size for size, _ in sizes)
    copied = sum(size for size, is_kept in sizes if is_kept)
    return Comparison(tuple(kept), copied / whole if whole else 0.0)


def _reports(query: DiffQuery) -> PassageQuery:
    years = YearChoice(tuple(sorted(query.years)), "asked")
    return PassageQuery(query.asked, "", issuers=(query.issuer,), years=years)


def _head(query: DiffQuery, shelf: Shelf, compared: Comparison) -> str:
    """How many sentences of each kind there are, and the share that was copied."""
    words = shelf.words
    earlier, later = sorted(query.years)
    part = "" if query.section is None else section_label(query.section, query.asked.lang)
    kinds = [pair.kind for pair in compared.pairs]
    counts = [
        said.format(count=kinds.count(kind))
        for kind, said in words.diff_counts.items()
        if kind in kinds
    ]
    head = words.diff_head.format(
        issuer=next(iter(shelf.names.values())),
        earlier=earlier,
        later=later,
        section=part and words.diff_section.format(section=part),
        counts=words.diff_joined.join(counts),
    )
    copied = Decimal(str(compared.copied_share)) * 100
    said = words.diff_copied if copied else words.diff_not_copied
    share = shown(copied, "%") + "%"
    return head + said.format(earlier=earlier, later=later, copied=share)


def _sentences(
    query: DiffQuery, shelf: Shelf, pairs: Sequence[Pair]
) -> tuple[list[str], list[Quoted]]:
    words = shelf.words
    earlier, later = sorted(query.years)
    lines: list[str] = []
    quotes: list[Quoted] = []
    for pair in pairs:
        sides = (("-", earlier, pair.left), ("+", later, pair.right))
        for mark, year, text in (("=", later, pair.right),) if pair.kind == "kept" else sides:
            quoted = None if text is None else _found(shelf, year, pair.section, text)
            if quoted is not None:
                quotes.append(quoted)
                lines.append(f"{mark} {words.quoted.format(text=quoted.quote.quote)}")
        if pair.numbers:
            lines.append(words.comma.join(f"{one} → {other}" for one, other in pair.numbers))
    return lines, quotes


def _found(shelf: Shelf, year: int, section: int, text: str) -> Quoted | None:
    """A sentence where it stands in its report; None if it does not."""
    report = next(head.id for head in shelf.heads.values() if head.year == year)
    stored = shelf.section(report, section)
    start = stored.text.find(text) if stored else -1
    return None if start < 0 else shelf.quote(report, section, start, start + len(text))


def _not_held(query: DiffQuery, issuer: HeldIssuer) -> Answer:
    """That one of the years is not held, and which pairs of years are."""
    lang = query.asked.lang
    speech = Speech(lang, frozenset())
    lacking = [year for year in sorted(query.years) if year not in issuer.years]
    choices = []
    if len(issuer.years) > 1:
        one, other = issuer.years[-2:]
        asked = speech.words.ask_diff.format(place=full_name(issuer), earlier=one, later=other)
        choices.append(Choice(asked, asked))
    return Answer(
        query.asked.q,
        Route.NONE,
        lang,
        speech.no_report(issuer, lacking),
        choices=tuple(choices),
        reason="no_report",
    )
