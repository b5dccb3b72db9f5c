"""One question in, one turn out: understood, answered, remembered. No Telegram here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.answer import answer
from bot.answer.examples import example_questions
from bot.pages import split_page
from bot.queries import BothQuery, PassageQuery, Understood
from bot.types import Ask, Context, Lang, Turn
from bot.understand.pointing import with_answer
from bot.understand.route import understand
from index import Corpus


def make_ask(corpus: Corpus, *, today: Callable[[], date], lang: Lang) -> Ask:
    """The whole brain: what front ends hand a question to. `lang` is for what does not tell.

    It has an answer to any text; only a store that cannot be read raises ReportIndexError.
    """

    def ask(question: str, previous: Context | None) -> Turn:
        with corpus.snapshot():  # an answer is of one moment, whatever is ingested meanwhile
            understood = _understood(question, previous)
            said = answer(understood.query, corpus)
            slots = with_answer(understood.slots, said.values, corpus.holdings())
            return Turn(Context(question, slots), said)

    def _understood(question: str, previous: Context | None) -> Understood:
        holdings, now = corpus.holdings(), today()
        bare, page = split_page(question)
        if page > 1:
            found = understand(bare, previous, holdings, now, lang)
            wording = found.query.passages if isinstance(found.query, BothQuery) else found.query
            if isinstance(wording, PassageQuery):
                asked = replace(wording.asked, q=question)
                return replace(found, query=replace(wording, asked=asked, page=page))
        return understand(question, previous, holdings, now, lang)

    return ask


def examples(corpus: Corpus, lang: Lang) -> tuple[str, ...]:
    """Three questions about what is held that have an answer."""
    return example_questions(corpus, lang)
