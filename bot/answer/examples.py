"""Questions about what is held that certainly have an answer."""

from collections.abc import Iterable

from bot.answer.numbers.amounts import Key
from bot.answer.sayings.languages import words_in
from bot.answer.speech.reask import full_name, question_for
from bot.types import Lang
from index import Corpus
from index.types import HeldIssuer

_NUMBERS = ("n_proactive", "new_received", "licences", "handled_total", "penalties")
_LOOKED_AT = 50  # issuers looked through for one that has what an example needs


def example_questions(corpus: Corpus, lang: Lang) -> tuple[str, ...]:
    """Up to three: a number, the same over the years or another one, and wording."""
    issuers = _newest_first(corpus.holdings().issuers)[:_LOOKED_AT]
    found = [
        *_number(corpus, issuers, lang),
        *_trend(corpus, issuers, lang),
        *_wording(corpus, issuers, lang),
    ]
    return tuple(dict.fromkeys(found))[:3]


def _newest_first(issuers: Iterable[HeldIssuer]) -> list[HeldIssuer]:
    return sorted(issuers, key=_age)


def _age(issuer: HeldIssuer) -> int:
    return -issuer.years[-1]


def _number(corpus: Corpus, issuers: list[HeldIssuer], lang: Lang) -> Iterable[str]:
    for issuer in issuers:
        year = issuer.years[-1]
        found = corpus.find_facts(_NUMBERS, issuer_ids=[issuer.id], years=[year])
        # An example is worth more with a number than with a zero.
        known = sorted(
            (f.fact.value == 0, i) for i, f in enumerate(found) if f.fact.value is not None
        )
        if known:
            metric = found[known[0][1]].fact.metric
            yield question_for(issuer, Key(issuer.id, year, metric), lang).q
            return


def _trend(corpus: Corpus, issuers: list[HeldIssuer], lang: Lang) -> Iterable[str]:
    for issuer in reversed(issuers):
        found = corpus.find_facts(["new_received"], issuer_ids=[issuer.id])
        if len([f for f in found if f.fact.value is not None]) > 1:
            yield words_in(lang).example_trend.format(place=full_name(issuer))
            return


def _wording(corpus: Corpus, issuers: list[HeldIssuer], lang: Lang) -> Iterable[str]:
    for issuer in issuers[len(issuers) // 2 :] + issuers[: len(issuers) // 2]:
        year = issuer.years[-1]
        for head in corpus.heads([issuer.id], [year]):
            if any(s.number == 5 and len(s.text) > 20 for s in corpus.sections(head.id)):
                place = full_name(issuer)
                yield words_in(lang).example_wording.format(place=place, year=year)
                return
