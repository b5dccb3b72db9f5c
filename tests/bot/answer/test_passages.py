import re

import pytest

from bot.answer import answer
from bot.answer.quotations.quotes import sentences_of
from bot.queries import BothQuery, Operation, PassageQuery, YearChoice
from bot.types import Answer, Lang, Quote, Route
from index import Corpus
from tests.bot.answer.held import (
    BAISHI,
    LIUHE,
    PROBLEMS,
    QINGXI,
    asked,
    ids,
    query,
    towns,
)


def quoted(
    corpus: Corpus,
    topic: str,
    mode: str = "quote",
    issuers: tuple[int, ...] = (),
    years: tuple[int, ...] = (2024,),
    *,
    section: int | None = None,
    is_yes_no: bool = False,
    lang: Lang = Lang.ZH,
) -> Answer:
    chosen = YearChoice(years, "asked")
    wanted = PassageQuery(asked(lang), topic, mode, issuers, None, chosen, section, is_yes_no)
    found = answer(wanted, corpus)
    for quote in found.passages:
        assert_verbatim(corpus, quote)
        assert quote.quote in found.text
    assert (found.route is Route.PASSAGES) == bool(found.passages)
    assert (found.route is Route.NONE) == (found.reason is not None)
    return found


def assert_verbatim(corpus: Corpus, quote: Quote) -> None:
    (issuer,) = ids(corpus, quote.issuer)
    (head,) = corpus.heads([issuer], [quote.year])
    text = {s.number: s.text for s in corpus.sections(head.id)}[quote.section]
    assert text[quote.start : quote.end] == quote.quote


def test_a_section_is_quoted_whole_with_its_place_and_year(corpus: Corpus) -> None:
    found = quoted(corpus, "", "section", ids(corpus, LIUHE), section=5)
    assert [q.quote for q in found.passages] == [PROBLEMS]
    assert found.text.startswith("柳河乡人民政府2024年报告第五部分")
    assert found.sources[0].file == "l24.txt"


@pytest.mark.parametrize(
    ("topic", "present", "absent"),
    [("改进措施", "政务公开专区", "渠道单一"), ("存在的问题", "渠道单一", "政务公开专区")],
)
def test_the_half_of_section_five_that_is_asked_for(
    corpus: Corpus, topic: str, present: str, absent: str
) -> None:
    found = quoted(corpus, topic, "section", ids(corpus, LIUHE), section=5)
    assert present in found.text
    assert absent not in found.text


def test_a_summary_is_made_of_quoted_sentences_in_their_order(corpus: Corpus) -> None:
    found = quoted(corpus, "", "summary", ids(corpus, LIUHE), section=5)
    starts = [q.start for q in found.passages]
    assert starts == sorted(starts)


def test_no_digit_stands_outside_a_quotation_but_years_and_counts(corpus: Corpus) -> None:
    for found in (
        quoted(corpus, "", "section", ids(corpus, LIUHE), section=5),
        quoted(corpus, "培训", "quote", ids(corpus, LIUHE)),
        quoted(corpus, "政务公开专区", "mention", towns(corpus)),
    ):
        rest = re.sub(r"“[^”]*”", "", found.text)
        assert set(re.findall(r"\d+", rest)) <= {"2024", "2"}


def test_every_report_that_says_a_phrase_is_listed_and_the_others_counted(corpus: Corpus) -> None:
    found = quoted(corpus, "政务公开专区", "mention", towns(corpus))
    assert {q.issuer for q in found.passages} == {LIUHE, QINGXI}
    assert found.coverage is not None
    assert (found.coverage.held, found.coverage.of) == (2, 4)
    assert "有 2 份报告写到“政务公开专区”，另外 2 份没有" in found.text


def test_whether_a_report_says_a_phrase_is_yes_or_no(corpus: Corpus) -> None:
    says = quoted(corpus, "政务公开专区", "mention", ids(corpus, LIUHE), is_yes_no=True)
    not_so = quoted(corpus, "三审三校", "mention", ids(corpus, LIUHE), is_yes_no=True)
    assert (says.verdict, not_so.verdict) == (True, False)
    assert "没有出现“三审三校”这几个字" in not_so.text


def test_exact_words_go_before_what_is_only_near(corpus: Corpus) -> None:
    found = quoted(corpus, "渠道单一", "quote", ids(corpus, LIUHE))
    assert "渠道单一" in found.passages[0].quote
    assert found.text.startswith("写到“渠道单一”的原文：")


def test_what_others_wrote_is_one_wording_a_body(corpus: Corpus) -> None:
    found = quoted(corpus, "更新", "others", towns(corpus), (2023, 2024))
    issuers = [q.issuer for q in found.passages]
    assert len(issuers) == len(set(issuers))
    assert set(issuers) == {LIUHE, QINGXI}


def test_others_are_quoted_from_a_section_where_no_topic_is_named(corpus: Corpus) -> None:
    found = quoted(corpus, "", "others", towns(corpus), section=5)
    assert {q.issuer for q in found.passages} == {LIUHE, QINGXI}


def test_a_report_without_text_is_said_to_have_none(corpus: Corpus) -> None:
    found = quoted(corpus, "", "section", ids(corpus, BAISHI), section=5)
    assert (found.route, found.reason, found.passages) == (Route.NONE, "not_reported", ())
    assert "没有文字内容" in found.text
    searched = quoted(corpus, "渠道", "quote", ids(corpus, BAISHI))
    assert searched.reason == "not_reported"
    assert "没有找到" in searched.text


def test_a_list_of_one_section_counts_that_section_alone(corpus: Corpus) -> None:
    everywhere = quoted(corpus, "政务公开专区", "mention", towns(corpus))
    sections = {quote.section for quote in everywhere.passages}
    for section in range(1, 7):
        for mode in ("mention", "unsaid"):
            found = quoted(corpus, "政务公开专区", mode, towns(corpus), section=section)
            assert found.text.startswith("（只看各报告的第")
            saying = {q.section for q in found.passages if "政务公开专区" in q.quote}
            assert saying == ({section} if section in sections else set())


def test_a_year_that_is_not_held_is_not_quoted(corpus: Corpus) -> None:
    found = quoted(corpus, "渠道", "quote", ids(corpus, LIUHE), (2021,))
    assert (found.route, found.reason) == (Route.NONE, "no_report")


def test_number_and_wording_are_labelled_and_abstain_alone(corpus: Corpus) -> None:
    number = query(Operation.VALUE, "penalties", ids(corpus, LIUHE))
    no_number = query(Operation.VALUE, "n_wechat", ids(corpus, LIUHE))
    words = PassageQuery(
        asked(), "", "section", ids(corpus, LIUHE), years=YearChoice((2024,), "asked"), section=5
    )
    no_words = PassageQuery(
        asked(), "", "section", ids(corpus, LIUHE), years=YearChoice((2024,), "asked"), section=6
    )
    both = answer(BothQuery(number, words), corpus)
    assert (both.route, len(both.values), len(both.passages)) == (Route.BOTH, 1, 1)
    assert both.text.index("【数字】") < both.text.index("【原文】")
    only_words = answer(BothQuery(no_number, words), corpus)
    assert (only_words.route, only_words.values, len(only_words.passages)) == (Route.BOTH, (), 1)
    assert "没有从" in only_words.text
    only_number = answer(BothQuery(number, no_words), corpus)
    assert (only_number.route, len(only_number.values)) == (Route.BOTH, 1)
    nothing = answer(BothQuery(no_number, no_words), corpus)
    assert (nothing.route, nothing.reason) == (Route.NONE, "not_reported")


def test_sentences_keep_their_offsets() -> None:
    text = "一是好。  二是“更好。”\n\n三是最好"
    found = sentences_of(text)
    assert [s.text for s in found] == ["一是好。", "二是“更好。”", "三是最好"]
    assert all(text[s.start : s.end] == s.text for s in found)


def test_english_questions_get_english_frames(corpus: Corpus) -> None:
    found = quoted(corpus, "", "section", ids(corpus, LIUHE), section=5, lang=Lang.EN)
    assert found.text.startswith("柳河乡人民政府 2024, section 5")
