"""One question in, one turn out: understood, answered, remembered. No Telegram here."""

from collections.abc import Callable
from datetime import date

from bot.answer import answer
from bot.answer.examples import example_questions
from bot.types import Ask, Context, Lang, Turn
from bot.understand.route import understand
from index import Corpus


def make_ask(corpus: Corpus, *, today: Callable[[], date], lang: Lang) -> Ask:
    """The whole brain: what front ends hand a question to. `lang` is for what does not tell.

    It has an answer to any text; only a store that cannot be read raises ReportIndexError.
    """

    def ask(question: str, previous: Context | None) -> Turn:
        with corpus.snapshot():  # an answer is of one moment, whatever is ingested meanwhile
            understood = understand(question, previous, corpus.holdings(), today(), lang)
            return Turn(Context(question, understood.slots), answer(understood.query, corpus))

    return ask


def examples(corpus: Corpus, lang: Lang) -> tuple[str, ...]:
    """Three questions about what is held that have an answer."""
    return example_questions(corpus, lang)
