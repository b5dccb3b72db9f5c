"""A number and wording asked at once: each labelled, each able to abstain alone."""

from dataclasses import replace

from bot.answer.operations.facts import answer_facts
from bot.answer.quotations.passages import answer_passages
from bot.answer.quotations.refusals import answer_clarification, answer_refusal
from bot.answer.sayings.languages import words_in
from bot.queries import BothQuery, Clarification, FactQuery, PassageQuery, Refusal
from bot.types import Answer, Route
from index import Corpus


def answer_both(query: BothQuery, corpus: Corpus) -> Answer:
    """The number first, then the words of the report."""
    number, wording = _half(query.facts, corpus), _half(query.passages, corpus)
    words = words_in(number.lang)
    text = "\n".join([words.part_numbers, number.marked, "", words.part_wording, wording.marked])
    is_none = number.route is Route.NONE and wording.route is Route.NONE
    return replace(
        number,
        route=Route.NONE if is_none else Route.BOTH,
        marked=text,
        caveats=tuple(dict.fromkeys((*number.caveats, *wording.caveats))),
        passages=(*number.passages, *wording.passages),
        choices=(*number.choices, *wording.choices),
        reason=number.reason if is_none else None,
        sources=(*number.sources, *wording.sources),
    )


def _half(query: FactQuery | PassageQuery | Clarification | Refusal, corpus: Corpus) -> Answer:
    """One half; what can be asked instead of it is offered below both."""
    match query:
        case FactQuery():
            return answer_facts(query, corpus)
        case PassageQuery(otherwise=Refusal() as stop):
            bare = replace(query, otherwise=replace(stop, choices=()))
            return replace(answer_passages(bare, corpus), choices=stop.choices)
        case PassageQuery():
            return answer_passages(query, corpus)
        case Clarification():
            return answer_clarification(query)
        case Refusal():
            refused = answer_refusal(replace(query, choices=()), corpus)
            return replace(refused, choices=query.choices)
