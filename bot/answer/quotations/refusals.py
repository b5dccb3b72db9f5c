"""Nothing can be said, or not before something is chosen: why, and what to ask instead."""

import re
from collections.abc import Sequence
from functools import partial

from bot.answer.numbers.evidence import held_issuers
from bot.answer.quotations.quotes import distinct, shelf_for
from bot.answer.sayings.languages import words_in
from bot.answer.sayings.wording import Wording
from bot.answer.speech.invented import invented_note
from bot.answer.speech.labels import shared_names
from bot.answer.speech.preface import assumed
from bot.answer.speech.sentences import Speech
from bot.queries import Clarification, PassageQuery, Refusal, YearChoice
from bot.types import END, STRONG, Answer, Quote, Route
from index import Corpus
from index.errors import ModelUnavailable
from index.types import HeldIssuer, Hit, Scope

_BODY = re.compile(r"..(?:局|委|委员会|办公室|人民政府|街道|乡|镇|中心|分局|队|院|会|所|处)$")
_PLACE = re.compile(r"..(?:县|区|市|旗)$")
_ABOVE = re.compile(r"^.*[省市州盟](?=..+$)")  # 宿迁市宿城区
_ELSEWHERE = 3  # quotations about a body of which no report is held
_NAMED = 3
_ECHO = 40  # characters of a question that are repeated


def answer_refusal(query: Refusal, corpus: Corpus) -> Answer:
    """The reason in a sentence of its own, and the nearest held things as choices."""
    words = words_in(query.asked.lang)
    issuers = held_issuers(corpus.holdings(), query.issuers)
    lines = [*assumed(query.asked), *_reason(query, issuers, words)]
    quotes, quoted = _elsewhere(query, corpus)
    # A body that is only offered has nothing said of it yet.
    is_told = query.reason == "no_report" or bool(quotes)
    said = Speech(query.asked.lang, shared_names(issuers, issuers))
    bodies = [(i, None, i.is_invented) for i in issuers if is_told]
    caveats = invented_note(words, bodies, said.name)
    lines += [*quoted, *(words.notice.format(text=caveat) for caveat in caveats)]
    if query.choices:
        lines.append(words.try_these)
    return Answer(
        query.asked.q,
        Route.NONE,
        query.asked.lang,
        "\n".join(lines),
        caveats=caveats,
        passages=quotes,
        choices=query.choices,
        reason=query.reason,
    )


def _elsewhere(query: Refusal, corpus: Corpus) -> tuple[tuple[Quote, ...], list[str]]:
    """What held reports say of a body that has none itself, word for word."""
    name = query.about[0] if query.reason == "no_issuer" and query.about else ""
    # Of a county that has none, what the reports of those above it say.
    above = query.issuers if _PLACE.search(name) and not query.tone else None
    if not (_BODY.search(name) or above):
        return (), []
    name = _ABOVE.sub("", name) if above else name
    try:
        found_in = corpus.find_phrase(name, Scope(above, query.years or None))
    except ModelUnavailable:  # quoting needs the passages, refusing does not
        return (), []
    if not found_in:
        return (), []
    nearest = sorted(found_in, key=partial(_unlike, query.asked.q, name))
    hits = nearest[: _ELSEWHERE if above is None else 1]
    issuers = tuple({hit.issuer_id: None for hit in hits})
    years = tuple({hit.year: None for hit in hits})
    asked = PassageQuery(query.asked, name, issuers=issuers, years=YearChoice(years))
    shelf = shelf_for(asked, corpus)
    found = distinct(map(shelf.quote_hit, hits))
    head = shelf.words.quoted_elsewhere.format(about=echoed(name))
    return tuple(f.quote for f in found), [head, *shelf.lines(found)] if found else []


def _unlike(question: str, name: str, hit: Hit) -> tuple[bool, int]:
    """How little a passage says of what is asked: no number behind the name, none of its words."""
    text = hit.passage.text
    is_counted = re.search(rf"{re.escape(name)}[^0-9，。；]{{0,4}}[0-9]", text) is not None
    words = question.replace(name, " ")
    pairs = {words[i : i + 2] for i in range(len(words) - 1)}
    return not is_counted, -sum(pair in text for pair in pairs if pair.isalpha())


def answer_clarification(query: Clarification) -> Answer:
    """A question back, with what can be meant."""
    words = words_in(query.asked.lang)
    sentence = {
        "place": words.clarify_place,
        "metric": words.clarify_metric,
        "year": words.clarify_year,
    }.get(query.about, words.clarify_other)
    if query.about == "place" and not query.said:  # no name was typed
        sentence = words.clarify_body
    said = echoed(query.said or query.asked.q)
    return Answer(
        query.asked.q,
        Route.CLARIFY,
        query.asked.lang,
        "\n".join([*assumed(query.asked), sentence.format(said=said)]),
        choices=query.choices,
    )


def echoed(text: str) -> str:
    """Words of a question as they may be repeated: one line, not long, without our marks."""
    shown = " ".join(text.replace(STRONG, "").replace(END, "").split())
    shown = "".join(ch for ch in shown if ch.isprintable())
    return shown if len(shown) <= _ECHO else shown[: _ECHO - 1] + "…"


def _reason(query: Refusal, issuers: Sequence[HeldIssuer], words: Wording) -> list[str]:
    about = words.comma.join(echoed(word) for word in query.about)
    if query.reason == "no_report" and issuers:
        return _no_report(query, issuers)
    if query.tone in words.refuse_tones:
        return [words.refuse_tones[query.tone]]
    if query.is_known_place and about:
        return [words.refuse_known_place.format(about=about)]
    plain, particular = {
        "empty_store": (words.empty_store, words.empty_store),
        "no_issuer": (words.refuse_no_place, words.refuse_no_issuer),
        "no_report": (words.refuse_no_place, words.refuse_no_issuer),
        "no_metric": (words.refuse_nothing, words.refuse_no_metric),
        "out_of_scope": (words.refuse_scope, words.refuse_scope_about),
    }.get(query.reason, (words.refuse_unclear, words.refuse_unclear_about))
    return [particular.format(about=about) if about else plain]


def _no_report(query: Refusal, issuers: Sequence[HeldIssuer]) -> list[str]:
    """That the year is not held, and which are; `about` names the missing years."""
    speech = Speech(query.asked.lang, shared_names(issuers, issuers))
    missing = [int(year) for year in query.about if year.isdecimal()]
    said = None if missing else speech.listed(query.about)  # 2022年以前
    if len(issuers) <= _NAMED:
        return [speech.no_report(issuer, missing, said) for issuer in issuers]
    words = speech.words
    names = words.comma.join(speech.name(issuer) for issuer in issuers[:_NAMED])
    names += words.and_bodies.format(count=len(issuers))
    held = words.held_years.format(years=speech.span(query.years)) if query.years else ""
    return [words.no_report.format(issuer=names, years=said or speech.years(missing)) + held]
