"""What is held, what does not add up, what changed, what words mean, what cannot be said."""

import pytest

from bot.answer import answer
from bot.answer.sayings.glossary import TERMS
from bot.answer.terms import find_term
from bot.queries import (
    CatalogQuery,
    CheckQuery,
    Clarification,
    DiffQuery,
    HelpQuery,
    PlaceScope,
    Query,
    Refusal,
    TermQuery,
    YearChoice,
)
from bot.types import Answer, Choice, Lang, Route
from index import Corpus
from index.types import Kind
from index.vocabulary.metrics import MEMBER, METRIC
from tests.bot.answer.held import (
    CONTRADICTION,
    COUNTY_SCOPE,
    LIUHE,
    QINGXI,
    WUSHI,
    asked,
    everybody,
    ids,
)


def said(corpus: Corpus, query: Query) -> Answer:
    found = answer(query, corpus)
    assert found.text.strip()
    assert (found.route is Route.NONE) == (found.reason is not None)
    assert found.values == ()
    return found


def test_the_catalog_names_bodies_years_and_counts(corpus: Corpus) -> None:
    found = said(corpus, CatalogQuery(asked()))
    assert found.route is Route.CATALOG
    assert "6 个单位的 11 份报告" in found.text
    assert "柳河乡人民政府　2018、2020、2022、2023、2024年" in found.text
    assert "虚构示例" in found.text


def test_the_catalog_of_a_year_and_of_a_body(corpus: Corpus) -> None:
    year = said(corpus, CatalogQuery(asked(), years=YearChoice((2023,), "asked")))
    assert "2 个单位的 2 份报告" in year.text
    assert WUSHI not in year.text
    one = said(corpus, CatalogQuery(asked(), ids(corpus, QINGXI)))
    assert one.text.startswith("清溪镇人民政府　2023、2024年")


def test_missing_years_lie_between_held_ones(corpus: Corpus) -> None:
    query = CatalogQuery(asked(), ids(corpus, LIUHE), wants_missing=True)
    found = said(corpus, query)
    assert "缺2019、2021年" in found.text
    assert found.coverage is not None
    assert found.coverage.missing == ("2019", "2021")


def test_missing_towns_of_a_region_that_the_list_does_not_know_are_not_guessed(
    corpus: Corpus,
) -> None:
    query = CatalogQuery(asked(), everybody(corpus), COUNTY_SCOPE, wants_missing=True)
    found = said(corpus, query)
    assert found.coverage is not None
    assert found.coverage.of is None
    assert "无法判断" in found.text


def test_nothing_held_of_a_place_is_none(corpus: Corpus) -> None:
    found = said(corpus, CatalogQuery(asked(), (), PlaceScope("某省/某市", (Kind.TOWN,), "某市")))
    assert (found.route, found.reason) == (Route.NONE, "no_issuer")
    year = CatalogQuery(asked(), ids(corpus, QINGXI), years=YearChoice((2019,), "asked"))
    assert said(corpus, year).reason == "no_report"


def test_a_check_says_what_fails_in_words(corpus: Corpus) -> None:
    year = YearChoice((2024,), "asked")
    found = said(corpus, CheckQuery(asked(), *ids(corpus, LIUHE), year))
    assert found.route is Route.CHECK
    assert CONTRADICTION in found.text
    assert "1 项核对不成立" in found.text
    text = said(corpus, CheckQuery(asked(), *ids(corpus, LIUHE), year, "text"))
    assert text.verdict is False


@pytest.mark.parametrize(
    ("years", "verdict", "words"),
    [
        ((2023, 2024), True, "对得上"),
        ((2024,), True, "对得上"),
        ((2022, 2023), None, "无法核对"),
    ],
)
def test_what_one_year_carries_out_the_next_carries_in(
    corpus: Corpus, years: tuple[int, ...], verdict: bool | None, words: str
) -> None:
    query = CheckQuery(asked(), *ids(corpus, LIUHE), YearChoice(years, "asked"), "carry")
    found = said(corpus, query)
    assert found.verdict is verdict
    assert words in found.text
    if verdict:
        assert [v.value for v in found.used] == [3, 3]
        assert len(found.sources) == 2


def test_a_check_of_a_year_that_is_not_held_is_none(corpus: Corpus) -> None:
    query = CheckQuery(asked(), *ids(corpus, LIUHE), YearChoice((2021,), "asked"))
    assert said(corpus, query).reason == "no_report"


def test_two_years_are_compared_sentence_by_sentence(corpus: Corpus) -> None:
    found = said(corpus, DiffQuery(asked(), *ids(corpus, LIUHE), (2023, 2024)))
    assert found.route is Route.DIFF
    assert "柳河乡人民政府2024年与2023年报告" in found.text
    assert "政务公开专区" in found.text
    assert all(quote.quote in found.text for quote in found.passages)
    missing = said(corpus, DiffQuery(asked(), *ids(corpus, LIUHE), (2021, 2024)))
    assert (missing.reason, len(missing.choices)) == ("no_report", 1)


def test_of_many_bodies_without_a_report_all_are_counted(corpus: Corpus) -> None:
    bodies = everybody(corpus)
    found = said(corpus, Refusal(asked(), "no_report", ("2010",), (2023, 2024), issuers=bodies))
    assert f"等{len(bodies)}个单位2010年的报告" in found.text
    assert "已收录的是2023、2024年" in found.text


def test_terms_are_explained_in_both_languages(corpus: Corpus) -> None:
    found = said(corpus, TermQuery(asked(), ("proactive", "依申请公开")))
    assert found.route is Route.TERM
    assert found.text.index("主动公开：") < found.text.index("依申请公开：")
    english = said(corpus, TermQuery(asked(Lang.EN), ("carried_out",)))
    assert "next year" in english.text
    unknown = said(corpus, TermQuery(asked(), ("量子力学",)))
    assert (unknown.route, unknown.reason) == (Route.NONE, "unclear")


def test_every_row_and_column_of_the_form_can_be_explained() -> None:
    assert len(TERMS) >= 60
    assert len({term.key for term in TERMS}) == len(TERMS)
    for key in METRIC:
        assert find_term(key) is not None
    for key in MEMBER:
        assert key == "total" or find_term(key) is not None
    for term in TERMS:
        assert term.zh.endswith("。")
        assert term.en.endswith(".")


@pytest.mark.parametrize(
    "word",
    [
        "依申请公开",
        "予以公开",
        "结转",
        "勾稽关系",
        "三安全一稳定",
        "区分处理",
        "信息处理费",
        "补正",
    ],
)
def test_a_word_as_people_write_it_is_found(word: str) -> None:
    assert find_term(word) is not None


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (Refusal(asked(), "empty_store"), "nianbao ingest"),
        (Refusal(asked(), "no_issuer", ("某某镇",)), "没有收录“某某镇”"),
        (Refusal(asked(), "no_issuer", ("唐村镇",), is_known_place=True), "知道“唐村镇”"),
        (Refusal(asked(), "no_metric", ("人口",)), "没有“人口”这项数据"),
        (Refusal(asked(), "out_of_scope", ("天气",)), "天气"),
        (Refusal(asked(), "out_of_scope", ("提交",), tone="action"), "不能代为办理"),
        (Refusal(asked(), "out_of_scope", ("好",), tone="opinion"), "不作判断"),
        (Refusal(asked(), "unclear"), "没有看懂"),
        (Refusal(asked(Lang.EN), "no_metric", ("GDP",)), "no figure for “GDP”"),
    ],
)
def test_each_reason_has_its_own_sentence(corpus: Corpus, refusal: Refusal, words: str) -> None:
    found = said(corpus, refusal)
    assert (found.route, found.reason) == (Route.NONE, refusal.reason)
    assert words in found.text


def test_a_missing_year_names_the_held_ones(corpus: Corpus) -> None:
    choices = (Choice("2024年", "柳河乡2024年收到多少申请"),)
    found = said(
        corpus,
        Refusal(asked(), "no_report", ("2021",), (2023, 2024), choices, ids(corpus, LIUHE)),
    )
    assert "没有收录柳河乡人民政府2021年的报告" in found.text
    assert "2018、2020、2022、2023、2024年" in found.text
    assert found.choices == choices


def test_what_other_reports_say_of_a_body_without_one_is_quoted(corpus: Corpus) -> None:
    found = said(corpus, Refusal(asked(), "no_issuer", ("青山县民政局",)))
    assert found.reason == "no_issuer"
    assert [(q.issuer, q.quote) for q in found.passages] == [(QINGXI, "青山县民政局收到申请6件。")]
    assert "“青山县民政局收到申请6件。”" in found.text
    other = said(corpus, Refusal(asked(), "no_issuer", ("青山县财政局",)))
    assert other.passages == ()


def test_a_question_back_repeats_the_words_and_offers_choices(corpus: Corpus) -> None:
    choices = (Choice("甲县城关镇", "甲县城关镇申请"), Choice("乙县城关镇", "乙县城关镇申请"))
    found = said(corpus, Clarification(asked(), "place", choices, "城关镇\x02"))
    assert (found.route, found.choices) == (Route.CLARIFY, choices)
    assert found.marked.startswith("“城关镇”")


@pytest.mark.parametrize("tone", ["help", "hello", "thanks"])
@pytest.mark.parametrize("lang", list(Lang))
def test_help_offers_questions_that_have_an_answer(corpus: Corpus, tone: str, lang: Lang) -> None:
    found = said(corpus, HelpQuery(asked(lang), tone))
    assert found.route is Route.HELP
    assert len(found.choices) == 3
