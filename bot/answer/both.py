"""A number and wording asked at once: each labelled, each able to abstain alone."""

from dataclasses import replace

from bot.answer.operations.facts import answer_facts
from bot.answer.quotations.passages import answer_passages
from bot.answer.sayings.languages import words_in
from bot.queries import BothQuery
from bot.types import Answer, Route
from index import Corpus


def answer_both(query: BothQuery, corpus: Corpus) -> Answer:
    """The number first, then the words of the report."""
    number = answer_facts(query.facts, corpus)
    wording = answer_passages(query.passages, corpus)
    words = words_in(number.lang)
    text = "\n".join([words.part_numbers, number.marked, "", words.part_wording, wording.marked])
    is_none = number.route is Route.NONE and wording.route is Route.NONE
    return replace(
        number,
        route=Route.NONE if is_none else Route.BOTH,
        marked=text,
        caveats=tuple(dict.fromkeys((*number.caveats, *wording.caveats))),
        passages=wording.passages,
        choices=(*number.choices, *wording.choices),
        reason=number.reason if is_none else None,
        sources=(*number.sources, *wording.sources),
    )
