"""Each kind of query has its own way to an answer."""

from bot.answer.both import answer_both
from bot.answer.catalog import answer_catalog
from bot.answer.checks import answer_check
from bot.answer.help import answer_help
from bot.answer.operations.facts import answer_facts
from bot.answer.quotations.diff import answer_diff
from bot.answer.quotations.passages import answer_passages
from bot.answer.quotations.refusals import answer_clarification, answer_refusal
from bot.answer.several import answer_several
from bot.answer.surveys import answer_survey
from bot.answer.terms import answer_terms
from bot.queries import (
    BothQuery,
    CatalogQuery,
    CheckQuery,
    Clarification,
    DiffQuery,
    FactQuery,
    HelpQuery,
    PassageQuery,
    Query,
    Refusal,
    SeveralQuery,
    SurveyQuery,
    TermQuery,
)
from bot.types import Answer
from index import Corpus


def answer(query: Query, corpus: Corpus) -> Answer:
    """What is said to a query, with all that it rests on; the same for the same reports."""
    match query:
        case FactQuery():
            return answer_facts(query, corpus)
        case PassageQuery():
            return answer_passages(query, corpus)
        case BothQuery():
            return answer_both(query, corpus)
        case SeveralQuery():
            return answer_several(query, corpus)
        case CheckQuery():
            return answer_check(query, corpus)
        case SurveyQuery():
            return answer_survey(query, corpus)
        case DiffQuery():
            return answer_diff(query, corpus)
        case _:
            return _about_us(query, corpus)


def _about_us(
    query: CatalogQuery | TermQuery | HelpQuery | Clarification | Refusal, corpus: Corpus
) -> Answer:
    """What is held, what words mean, what can be asked, and what cannot be answered."""
    match query:
        case CatalogQuery():
            return answer_catalog(query, corpus)
        case TermQuery():
            return answer_terms(query)
        case HelpQuery():
            return answer_help(query, corpus)
        case Clarification():
            return answer_clarification(query)
        case Refusal():
            return answer_refusal(query, corpus)
