"""What answers say beside the number, over the invented county."""

from decimal import Decimal

import pytest

from bot.answer import answer
from bot.queries import CatalogQuery, Condition, Operation, PassageQuery, PlaceScope, YearChoice
from bot.types import Lang, Route
from index import Corpus
from tests.bot.answer.held import (
    BUREAU,
    COUNTY,
    COUNTY_SCOPE,
    LIUHE,
    QINGXI,
    REGION,
    TOWNS,
    ask,
    asked,
    everybody,
    ids,
    numbers,
    towns,
)


def test_a_count_of_none_names_what_was_compared(corpus: Corpus) -> None:
    found = ask(
        *(corpus, Operation.COUNT, "new_received", towns(corpus)),
        scope=TOWNS,
        condition=Condition(">", Decimal(1000)),
    )
    assert numbers(found) == [0]
    assert found.formula is not None
    assert "超过1000件" in found.formula
    assert len(found.used) == len(found.sources) == 3


def test_a_ranking_of_rates_defines_the_rate(corpus: Corpus) -> None:
    found = ask(corpus, Operation.RANK, "disclosure_rate", towns(corpus), scope=TOWNS)
    assert found.formula == "公开率 = (予以公开 + 部分公开) ÷ 办理结果总计"
    assert "从高到低" in found.text


@pytest.mark.parametrize(("lang", "once"), [(Lang.ZH, "合计"), (Lang.EN, "total")])
def test_a_sum_of_totals_says_so_once(corpus: Corpus, lang: Lang, once: str) -> None:
    found = ask(corpus, Operation.SUM, "suits_total", towns(corpus), lang=lang, scope=TOWNS)
    assert found.text.splitlines()[0].count(once) == 1
    assert "总计合计" not in found.text


def test_a_long_formula_leaves_out_what_is_zero(corpus: Corpus) -> None:
    found = ask(corpus, Operation.VALUE, "denied", ids(corpus, LIUHE))
    expected = (
        "其他法律行政法规禁止公开 1 + 保护第三方合法权益 2 + 属于四类过程性信息 1"
        " + 属于行政执法案卷 4 = 8件（其余为0）"
    )
    assert found.formula == expected


def test_a_whole_is_not_counted_among_its_parts(corpus: Corpus) -> None:
    given = (corpus, Operation.SHARE, "new_received")
    county = ids(corpus, COUNTY)
    both = ask(*given, (*county, *ids(corpus, BUREAU)), over_issuers=county)
    assert numbers(both) == [8.8]  # 44 of 500
    more = ask(*given, county, over_issuers=ids(corpus, BUREAU))
    assert (more.route, more.reason, more.values) == (Route.NONE, "unclear", ())


def test_a_sum_that_lacks_a_part_is_no_number(corpus: Corpus) -> None:
    given = (corpus, Operation.SUM, ["new_received", "carried_in"], ids(corpus, LIUHE), (2018,))
    assert ask(*given).values == ()


def test_governments_without_a_report_of_the_year_are_not_left_out(corpus: Corpus) -> None:
    found = ask(
        *(corpus, Operation.RANK, "new_received", everybody(corpus), (2023,)), scope=COUNTY_SCOPE
    )
    assert "汇总报告" not in found.text


def test_who_lacks_a_year_is_named(corpus: Corpus) -> None:
    query = CatalogQuery(asked(), years=YearChoice((2023,), "asked"), wants_missing=True)
    text = answer(query, corpus).text
    assert "没有收录2023年报告的单位" in text
    assert BUREAU in text.splitlines()[0]
    assert LIUHE not in text.splitlines()[0]


def test_a_phrase_is_looked_for_in_older_reports_where_no_year_was_named(corpus: Corpus) -> None:
    newest = YearChoice((2024,), "newest")
    issuers = ids(corpus, LIUHE, QINGXI)
    quote = PassageQuery(asked(), "栏目更新不及时", "quote", issuers, years=newest)
    found = answer(quote, corpus)
    assert found.passages[0].year == 2023
    mention = PassageQuery(asked(), "公开渠道单一", "mention", issuers, years=newest)
    assert {passage.year for passage in answer(mention, corpus).passages} == {2023, 2024}
    named = PassageQuery(
        asked(), "栏目更新不及时", "mention", issuers, years=YearChoice((2024,), "asked")
    )
    assert "没有出现" in answer(named, corpus).text


def test_english_words_are_not_missed_in_chinese_reports(corpus: Corpus) -> None:
    query = PassageQuery(asked(Lang.EN), "training of staff", "mention", towns(corpus))
    assert "contains the words" not in answer(query, corpus).text


@pytest.mark.parametrize(
    ("sign", "bound", "expected"), [(">", 40, "没有。"), ("<", 20, "不是。"), (">", 20, "是的。")]
)
def test_yes_and_no_fit_the_question(corpus: Corpus, sign: str, bound: int, expected: str) -> None:
    condition = Condition(sign, Decimal(bound))
    given = (corpus, Operation.VALUE, "new_received", ids(corpus, LIUHE))
    found = ask(*given, condition=condition, is_yes_no=True)
    assert found.text.splitlines()[0] == expected


def test_a_scope_without_a_label_is_called_by_its_region(corpus: Corpus) -> None:
    scope = PlaceScope(REGION, TOWNS.kinds)
    found = ask(corpus, Operation.SUM, "new_received", towns(corpus), scope=scope)
    assert found.text.startswith("青山县")
