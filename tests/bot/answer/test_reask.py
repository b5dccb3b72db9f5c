from datetime import date

import pytest

from bot.answer.numbers.amounts import Key
from bot.answer.speech.reask import question_for
from bot.queries import FactQuery
from bot.types import Lang
from bot.understand.route import understand
from index import Corpus
from index.vocabulary.metrics import METRIC
from tests.bot.answer.held import LIUHE, ids

# Of these the words mean another number first, and they are never offered.
_OTHERWISE = ("answered_total", "n_answered", "n_answered_rate")


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("metric", [key for key in METRIC if key not in _OTHERWISE])
def test_a_question_that_is_offered_is_understood_as_it_is_meant(
    corpus: Corpus, metric: str, lang: Lang
) -> None:
    holdings = corpus.holdings()
    issuer = next(i for i in holdings.issuers if i.name == LIUHE)
    for member in (
        ("total", "natural", "organisations") if METRIC[metric].has_members else ("total",)
    ):
        asked = question_for(issuer, Key(issuer.id, 2024, metric, member), lang).q
        query = understand(asked, None, holdings, date(2025, 6, 1), lang).query
        assert isinstance(query, FactQuery), asked
        assert (query.metrics, query.members) == ((metric,), (member,)), asked
        assert (query.issuers, query.years.years) == (ids(corpus, LIUHE), (2024,)), asked
        assert query.asked.lang is lang
