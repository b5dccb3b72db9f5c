"""What words of the form mean, in our own words; two of them side by side."""

from bot.answer.glossary import TERMS, Term
from bot.answer.languages import words_in
from bot.answer.preface import assumed
from bot.answer.refusals import echoed
from bot.queries import TermQuery
from bot.types import END, STRONG, Answer, Lang, Route
from index.text import compact


def answer_terms(query: TermQuery) -> Answer:
    """The explanation of each word that was asked about."""
    lang, words = query.asked.lang, words_in(query.asked.lang)
    found = {term: find_term(term) for term in query.terms}
    known = list(dict.fromkeys(term for term in found.values() if term is not None))
    lines = [
        words.term_unknown.format(term=echoed(word)) for word, term in found.items() if not term
    ]
    lines += [
        f"{STRONG}{_name(term, lang)}{END}{words.colon}{_text(term, lang)}" for term in known
    ]
    return Answer(
        query.asked.q,
        Route.TERM if known else Route.NONE,
        lang,
        "\n".join([*assumed(query.asked), *lines]),
        reason=None if known else "unclear",
    )


def find_term(word: str) -> Term | None:
    """The term of a key or a spelling; else the one whose name the word contains."""
    plain = compact(word).lower().strip("“”\"'‘’「」《》。？?")
    for term in TERMS:
        if word == term.key or plain in map(_plain, term.names):
            return term
    inside = [
        (len(n), t) for t in TERMS for n in map(_plain, t.names) if len(n) > 1 and n in plain
    ]
    return max(inside, key=_length)[1] if inside else None


def _length(found: tuple[int, Term]) -> int:
    return found[0]


def _plain(name: str) -> str:
    return compact(name).lower().strip("“”")


def _name(term: Term, lang: Lang) -> str:
    return term.names[0] if lang is Lang.ZH else f"{term.english} ({term.names[0]})"


def _text(term: Term, lang: Lang) -> str:
    return term.zh if lang is Lang.ZH else term.en
