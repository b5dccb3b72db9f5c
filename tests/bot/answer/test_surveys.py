"""Which of many reports contradict: how many were checked, which fail, and what is not held."""

import pytest

from bot.answer import answer
from bot.queries import PlaceScope, SurveyQuery, YearChoice
from bot.types import Lang, Route
from index import Corpus
from tests.bot.answer.held import CONTRADICTION, LIUHE, QINGXI, WUSHI, asked, everybody, ids


def test_of_all_reports_those_that_contradict_are_told(corpus: Corpus) -> None:
    found = answer(SurveyQuery(asked(), everybody(corpus)), corpus)
    assert found.route is Route.CHECK
    assert found.text.startswith("核对了11份报告，其中")
    assert f"{LIUHE}2024年：" in found.text
    assert CONTRADICTION in found.text
    assert any(choice.q.startswith(f"{LIUHE}2024年") for choice in found.choices)
    assert {(s.issuer, s.year) for s in found.sources} >= {(LIUHE, 2024)}


def test_of_two_bodies_neither_is_dropped(corpus: Corpus) -> None:
    both = (*ids(corpus, QINGXI), *ids(corpus, LIUHE))
    one = answer(SurveyQuery(asked(), both, years=YearChoice((2023,), "asked")), corpus)
    assert one.text.startswith("核对了2份报告，都没有发现矛盾。")
    assert "不同单位之间不核对" in one.text


@pytest.mark.parametrize("lang", list(Lang))
def test_bodies_without_a_report_of_the_year_are_named(corpus: Corpus, lang: Lang) -> None:
    some = (*ids(corpus, QINGXI), *ids(corpus, WUSHI))
    query = SurveyQuery(asked(lang=lang), some, years=YearChoice((2024,), "asked"))
    found = answer(query, corpus)
    held = {h.issuer_id for h in corpus.heads(some, [2024])}
    assert found.coverage is not None
    assert (found.coverage.held, found.coverage.of) == (len(held), 2)
    assert all(name in found.text for name in found.coverage.missing)
    nothing = answer(SurveyQuery(asked(), some, years=YearChoice((2001,), "asked")), corpus)
    assert (nothing.route, nothing.reason) == (Route.NONE, "no_report")
    assert QINGXI in nothing.text


def test_a_focus_leaves_other_contradictions_out(corpus: Corpus) -> None:
    scope = PlaceScope(None, (), "")
    query = SurveyQuery(asked(), everybody(corpus), scope, YearChoice(), "carry")
    assert CONTRADICTION not in answer(query, corpus).text
