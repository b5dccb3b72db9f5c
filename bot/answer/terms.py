"""What words of the form mean, in our own words; two of them side by side."""

from bot.answer.quotations.refusals import echoed
from bot.answer.sayings.glossary import TERMS, Term
from bot.answer.sayings.languages import words_in
from bot.answer.speech.labels import table_label
from bot.answer.speech.preface import assumed
from bot.queries import TermQuery
from bot.types import END, STRONG, Answer, Lang, Route
from index.text import compact
from index.types import Metric
from index.vocabulary.metrics import METRIC


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
    """The term of a key or a name; else one whose name the word contains, or is part of."""
    plain = _plain(word)
    for term in TERMS:
        if word == term.key or plain in (_plain(term.name), term.english.lower()):
            return term
    if word in METRIC:
        return _of_metric(METRIC[word])
    named = [term for term in TERMS if _plain(term.name) in plain]
    if named:
        return max(named, key=_length)
    # 结转 is 结转下年度继续办理 rather than 上年结转.
    begun = [term for term in TERMS if len(plain) > 1 and _plain(term.name).startswith(plain)]
    within = [term for term in TERMS if len(plain) > 1 and plain in _plain(term.name)]
    return next(iter((*begun, *within)), None)


def _of_metric(metric: Metric) -> Term:
    """A number of the reports that needs no more words than its name."""
    place_zh = table_label(metric.table, Lang.ZH) if metric.table else "正文"
    place_en = table_label(metric.table, Lang.EN) if metric.table else "the text"
    return Term(
        metric.key,
        metric.label,
        metric.english,
        f"年报中的一个数字，见{place_zh}，单位是{metric.unit}。",
        f"A number of the reports, found in {place_en}, counted in {metric.unit}.",
    )


def _length(term: Term) -> int:
    return len(term.name)


def _plain(name: str) -> str:
    return compact(name).lower().strip("“”\"'‘’「」《》。？?")


def _name(term: Term, lang: Lang) -> str:
    return term.name if lang is Lang.ZH else f"{term.english} ({term.name})"


def _text(term: Term, lang: Lang) -> str:
    return term.zh if lang is Lang.ZH else term.en
