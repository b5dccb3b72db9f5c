"""One question in, one turn out: understood, answered, remembered. No Telegram here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.answer import answer
from bot.answer.examples import example_questions
from bot.answer.offers import with_open_offers
from bot.pages import asks_for_next, next_page, split_page
from bot.queries import BothQuery, PassageQuery, Understood
from bot.types import Ask, Context, Lang, Route, Turn
from bot.understand.route import understand
from bot.understand.talk.pointing import with_answer
from index import Corpus


def make_ask(corpus: Corpus, *, today: Callable[[], date], lang: Lang) -> Ask:
    """The whole brain: what front ends hand a question to. `lang` is for what does not tell.

    It has an answer to any text; only a store that cannot be read raises ReportIndexError.
    """

    def ask(question: str, previous: Context | None) -> Turn:
        with corpus.snapshot():  # an answer is of one moment, whatever is ingested meanwhile
            asked = _behind(question, previous) or question
            understood = _understood(asked, previous)
            said = replace(answer(understood.query, corpus), q=question)
            said = with_open_offers(said, _has_answer)
            is_unsaid = isinstance(understood.query, PassageQuery) and said.route is Route.NONE
            kept = (is_unsaid and understood.otherwise) or understood.slots
            slots = with_answer(kept, said.values, corpus.holdings())
            return Turn(Context(asked, slots), said)

    def _behind(question: str, previous: Context | None) -> str:
        """The question for the next page of the wording before; empty where none is asked for."""
        if previous is None or not asks_for_next(question):
            return ""
        said = Lang.ZH if any(ch >= "\u4e00" for ch in previous.question) else Lang.EN
        paged = next_page(previous.question, said)
        query = _understood(paged, previous).query
        return paged if isinstance(query, PassageQuery) and query.page > 1 else ""

    def _understood(question: str, previous: Context | None) -> Understood:
        holdings, now = corpus.holdings(), today()
        bare, page = split_page(question)
        if page > 1:
            found = understand(bare, previous, holdings, now, lang)
            wording = found.query.passages if isinstance(found.query, BothQuery) else found.query
            if isinstance(wording, PassageQuery):
                asked = replace(wording.asked, q=question)
                return replace(found, query=replace(wording, asked=asked, page=page))
        return understand(question, previous, holdings, now, lang, _told)

    def _has_answer(question: str) -> bool:
        return answer(_understood(question, None).query, corpus).route is not Route.NONE

    def _told(found: Understood) -> str:
        values = answer(found.query, corpus).values
        return with_answer(found.slots, values, corpus.holdings())

    return ask


def examples(corpus: Corpus, lang: Lang) -> tuple[str, ...]:
    """Three questions about what is held that have an answer."""
    return example_questions(corpus, lang)
