"""Nothing can be said, or not before something is chosen: why, and what to ask instead."""

from collections.abc import Sequence

from bot.answer.evidence import held_issuers
from bot.answer.labels import issuer_labels, metric_label
from bot.answer.languages import words_in
from bot.answer.preface import assumed
from bot.answer.speech import Speech
from bot.answer.wording import Wording
from bot.queries import Clarification, Refusal
from bot.types import END, STRONG, Answer, Route
from index import Corpus
from index.types import HeldIssuer

_ECHO = 40  # characters of a question that are repeated


def answer_refusal(query: Refusal, corpus: Corpus) -> Answer:
    """The reason in a sentence of its own, and the nearest held things as choices."""
    words = words_in(query.asked.lang)
    issuers = held_issuers(corpus.holdings(), query.issuers)
    lines = [*assumed(query.asked), *_reason(query, issuers, words)]
    if query.choices:
        lines.append(words.try_these)
    invented = any(issuer.is_invented for issuer in issuers)
    caveats = (words.invented,) if invented else ()
    lines += [words.notice.format(text=caveat) for caveat in caveats]
    return Answer(
        query.asked.q,
        Route.NONE,
        query.asked.lang,
        "\n".join(lines),
        caveats=caveats,
        choices=query.choices,
        reason=query.reason,
    )


def answer_clarification(query: Clarification) -> Answer:
    """A question back, with what can be meant."""
    words = words_in(query.asked.lang)
    sentence = {
        "place": words.clarify_place,
        "metric": words.clarify_metric,
        "year": words.clarify_year,
    }.get(query.about, words.clarify_other)
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
    what = words.comma.join(metric_label(m, "total", query.asked.lang) for m in query.metrics)
    match query.reason:
        case "empty_store":
            return [words.empty_store]
        case "no_report" if issuers:
            speech = Speech(query.asked.lang, issuer_labels(issuers, issuers))
            return [speech.no_report(issuer, query.years) for issuer in issuers]
        case "no_issuer" | "no_report":
            return [words.refuse_no_issuer.format(about=about) if about else words.refuse_no_place]
        case "no_metric":
            return [words.refuse_no_metric.format(about=about) if about else words.refuse_nothing]
        case "out_of_scope":
            said = words.refuse_scope_about.format(about=about) if about else words.refuse_scope
            return [said]
        case "not_in_form":
            return [words.refuse_not_in_form.format(what=what or about)]
        case "not_reported":
            return [words.refuse_not_reported.format(what=what or about)]
        case "unreadable":
            return [words.refuse_unreadable.format(what=what or about)]
        case _:
            return [
                words.refuse_unclear_about.format(about=about) if about else words.refuse_unclear
            ]
