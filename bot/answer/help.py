"""Greetings, thanks, and what can be asked, with examples from what is held."""

from bot.answer.examples import example_questions
from bot.answer.sayings.languages import words_in
from bot.queries import HelpQuery
from bot.types import Answer, Choice, Route
from index import Corpus


def answer_help(query: HelpQuery, corpus: Corpus) -> Answer:
    """A friendly sentence, what can be asked, and questions to tap."""
    words = words_in(query.asked.lang)
    examples = example_questions(corpus, query.asked.lang)
    tone = {"hello": words.hello, "thanks": words.thanks}.get(query.tone)
    lines = [*([tone] if tone else [])]
    if query.tone != "thanks":
        lines.append(words.help if examples else words.empty_store)
    return Answer(
        query.asked.q,
        Route.HELP,
        query.asked.lang,
        "\n".join(lines),
        choices=tuple(Choice(question, question) for question in examples),
    )
