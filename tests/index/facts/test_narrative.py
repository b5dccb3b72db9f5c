import re
from dataclasses import replace
from decimal import Decimal
from time import process_time

import pytest

from index.facts.sentences.indicators import INDICATORS
from index.facts.sentences.narrative import facts_from_narrative
from index.text import plain
from index.types import Era, Fact, Finding, Kind, Paragraph, Report, Section, Status
from index.vocabulary.metrics import METRIC
from tests.index.facts.forms import cell, changed, table_four, table_three
from tests.index.facts.reports import report
from tests.index.facts.sentences import Said, read_sentences

SAID = tuple(read_sentences())


def _read(text: str, section: int = 1, heading: str = "（一）主动公开") -> dict[str, str]:
    return _figures(report({section: f"{heading}\n{text}"}))


def _figures(told: Report, tables: tuple[Fact, ...] = ()) -> dict[str, str]:
    facts, _ = facts_from_narrative(told, tables)
    return {f.metric: _figure(f) for f in facts}


def _figure(fact: Fact) -> str:
    assert fact.value is not None
    about = "~" if fact.status is Status.APPROXIMATE else ""
    return f"{about}{plain(fact.value)}"


def _findings(text: str, tables: tuple[Fact, ...] = (), section: int = 1) -> list[Finding]:
    return list(facts_from_narrative(report({section: text}), tables)[1])


@pytest.mark.parametrize("said", SAID, ids=range(len(SAID)))
def test_each_sentence_gives_what_it_surely_says_and_nothing_else(said: Said) -> None:
    assert _figures(said.report) == said.expected, said.sentence


def test_the_sentences_try_both_ways_often_enough() -> None:
    nothing = sum(not said.expected for said in SAID)
    assert len(SAID) >= 240
    assert nothing >= 100


def test_every_indicator_is_tried_by_a_sentence() -> None:
    tried = {metric for said in SAID for metric in said.expected}
    stored = {i.metric for i in INDICATORS if not i.is_compared_only}
    assert stored - tried <= {"normdocs_issued", "normdocs_repealed", "normdocs_valid"}
    assert stored <= METRIC.keys()


@pytest.mark.parametrize("said", [s for s in SAID if s.expected][::5])
def test_the_evidence_stands_in_the_section_word_for_word(said: Said) -> None:
    facts, _ = facts_from_narrative(said.report, ())
    (section,) = said.report.sections
    text = section.text
    for fact in facts:
        assert fact.sentence
        assert fact.sentence in text
        assert fact.raw in fact.sentence
        assert (fact.section, fact.table, fact.row, fact.column) == (section.number, None, "", "")


def test_the_figure_is_kept_as_printed() -> None:
    text = (
        "（一）主动公开\n2024 年，全乡主动公开各类信息 １，２ 条。\n其中通过政府网站公开 88　条。"
    )
    facts, _ = facts_from_narrative(report({1: text}), ())
    assert [(f.metric, f.raw) for f in facts] == [("n_website", "88　条")]


# Where in a report


def test_problems_and_plans_count_nothing() -> None:
    assert _read("2024年全乡主动公开政府信息160条。", section=5) == {}
    assert _read("下一步工作打算：全年主动公开政府信息300条。") == {}
    assert _read("2025年工作计划\n主动公开政府信息300条。") == {}


def test_what_follows_a_plan_in_its_paragraph_is_planned_too() -> None:
    text = "下一步，我乡将拓宽渠道。通过政府网站公开信息200条。"
    assert _read(text) == {}
    assert _read(f"{text}\n全年主动公开政府信息160条。") == {"n_proactive": "160"}


def test_a_figure_in_any_section_is_found() -> None:
    told = report({2: "全年主动公开政府信息46条。", 6: "未收取信息处理费。"})
    assert _figures(told) == {"n_proactive": "46", "n_info_fee": "0", "n_info_fee_cases": "0"}


@pytest.mark.parametrize("word", ["无", "无。", "本年度无。", "2024年，没有此类情况。"])
def test_a_section_of_one_word_reports_nothing(word: str) -> None:
    assert _figures(report({3: word})) == {"new_received": "0"}
    assert _figures(report({4: word})) == {"review_total": "0", "suits_total": "0"}
    assert _figures(report({1: word, 2: word, 6: word})) == {}
    assert _figures(report({3: f"{word}\n详见附件。"})) == {}


def test_headings_say_what_a_figure_is_of() -> None:
    assert _read("全年共主动公开信息35条。", heading="（二）重点领域信息公开") == {}
    assert _read("共收到3件。", heading="（二）依申请公开") == {"new_received": "3"}
    assert _read("共收到3件。", heading="（二）群众来信") == {}


def test_breaks_inside_a_sentence_are_ends_of_sentences() -> None:
    assert _read("2023年\n全年主动公开政府信息160条。") == {"n_proactive": "160"}


def test_a_sentence_about_another_body_makes_the_next_one_doubtful() -> None:
    told = report(
        {1: "云溪县扎实推进政务公开。全年主动公开政府信息8000条。"},
        kind=Kind.CITY,
        name="清河市人民政府",
        region="某省/清河市",
    )
    assert _figures(told) == {}
    told = report(
        {1: "云溪县扎实推进政务公开。全市全年主动公开政府信息8000条。"},
        kind=Kind.CITY,
        name="清河市人民政府",
        region="某省/清河市",
    )
    assert _figures(told) == {"n_proactive": "8000"}


# Several figures


def test_the_total_is_told_from_its_parts() -> None:
    text = "全年共主动公开政府信息160条。一季度后主动公开信息60条。"
    assert _read(text) == {"n_proactive": "160"}
    fees = "收取信息处理费300元。收取信息处理费100元。收取信息处理费200元。"
    assert _read(fees, section=6, heading="其他") == {"n_info_fee": "300"}


def test_an_exact_figure_comes_before_a_round_one() -> None:
    assert _read("主动公开政府信息近200条。全年主动公开政府信息196条。") == {"n_proactive": "196"}


def test_figures_that_contradict_each_other_are_told_and_not_kept() -> None:
    text = "全年主动公开政府信息160条。\n本年度我乡主动公开政府信息158条。"
    facts, (finding,) = facts_from_narrative(report({1: text}), ())
    assert facts == ()
    assert finding.rule == "said_twice"
    assert "160" in finding.message
    assert "158" in finding.message


def test_a_contradicted_nothing_is_not_kept() -> None:
    text = "全年未收到政府信息公开申请。\n我乡收到政府信息公开申请2件。"
    facts, findings = facts_from_narrative(report({1: text}), ())
    assert facts == ()
    assert [f.rule for f in findings] == ["said_twice"]


def test_the_same_figure_twice_is_one_fact() -> None:
    text = "全年主动公开政府信息160条。\n2024年，全乡主动公开各类信息160条。"
    assert _read(text) == {"n_proactive": "160"}


# Beside tables

TABLES = (
    *table_three(
        {
            "new_received": 9,
            "carried_in": 2,
            "granted": 7,
            "denied_law": 3,
            "handled_total": 10,
            "carried_out": 1,
        }
    ),
    *table_four([1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1]),
)


@pytest.mark.parametrize("count", [9, 11, 10])
@pytest.mark.parametrize("verb", ["收到", "受理"])
def test_applications_said_may_be_new_or_with_last_years_or_answered(
    count: int, verb: str
) -> None:
    told = report({1: f"全年{verb}政府信息公开申请{count}件。"})
    facts, findings = facts_from_narrative(told, TABLES)
    assert facts == ()
    assert [(f.rule, f.is_holding) for f in findings] == [("N1", True)]


def test_applications_that_the_tables_do_not_know_are_told_with_the_sentence() -> None:
    (finding,) = _findings("全年受理政府信息公开申请8件。", TABLES)
    assert (finding.rule, finding.is_holding) == ("N1", False)
    assert (finding.left, finding.right) == (8, 9)
    assert "本年新收 9" in finding.message
    assert "全年受理政府信息公开申请8件。" in finding.message
    assert [(c.table, c.section) for c in finding.cells] == [(3, 3), (None, 1)]


def test_none_in_words_is_compared_as_well() -> None:
    assert [f.rule for f in _findings("全年未收到政府信息公开申请。", TABLES)] == ["N1"]


def test_the_split_of_answers_is_compared_with_the_groups() -> None:
    right = "收到申请9件，予以公开7件、不予公开3件，结转下年度办理1件。"
    findings = _findings(right, TABLES)
    assert [(f.rule, f.is_holding) for f in findings] == [("N1", True), ("N2", True)]
    (wrong,) = [f for f in _findings(right.replace("7", "8"), TABLES) if not f.is_holding]
    assert (wrong.rule, wrong.left, wrong.right) == ("N2", 8, 7)


def test_sums_of_table_rows_are_not_taken_from_sentences() -> None:
    text = "收到申请9件，不予公开3件，无法提供0件。被提起行政诉讼2件。"
    assert _figures(report({1: text}), TABLES) == {}


def test_disputes_may_be_counted_otherwise_in_words() -> None:
    findings = _findings("因政府信息公开被申请行政复议1件，被提起行政诉讼3件。", TABLES)
    assert [(f.rule, f.is_holding) for f in findings] == [("N3", True), ("N3", False)]
    assert "备案" in findings[1].message


def test_documents_said_are_compared_with_table_two() -> None:
    tables = (cell(2, "normdocs_issued", 4), cell(2, "normdocs_repealed", 0))
    (wrong, held) = sorted(
        _findings("全年制发规范性文件0件，废止规范性文件0件。", tables), key=lambda f: f.is_holding
    )
    assert (wrong.rule, wrong.left, wrong.right) == ("N4", 0, 4)
    assert held.is_holding


def test_where_a_table_is_missing_the_sentence_is_what_is_held() -> None:
    text = "全年收到政府信息公开申请3件。制定规范性文件2件。"
    assert _figures(report({1: text})) == {"new_received": "3", "normdocs_issued": "2"}


def test_a_cell_that_cannot_be_read_is_not_filled_from_a_sentence() -> None:
    tables = tuple(changed(TABLES, {("new_received", "total"): None}))
    assert _figures(report({1: "全年收到政府信息公开申请9件。"}), tables) == {}


def test_the_annex_comes_before_sentences() -> None:
    told = report({1: "全年主动公开政府信息160条。"}, era=Era.E1, year=2016)
    facts, findings = facts_from_narrative(told, (cell(1, "n_proactive", 158),))
    assert facts == ()
    assert [(f.rule, f.left, f.right) for f in findings] == [("said_differs", 160, 158)]


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ("其中工作动态类100条，通知公告类60条", [("N5", True)]),
        ("其中工作动态类100条，通知公告类80条", [("N5", False)]),
        ("其中工作动态类100条，通知公告类20条", []),
        ("其中通过政府网站公开88条、微信公众号发布72条", [("N6", True)]),
        ("其中通过政府网站公开88条、微信公众号发布90条", []),
        ("比上年增加20条，增长率较高", []),
    ],
)
def test_what_is_listed_is_compared_with_all_that_was_published(
    parts: str, told: list[tuple[str, bool]]
) -> None:
    findings = _findings(f"全年主动公开政府信息160条，{parts}。")
    assert [(f.rule, f.is_holding) for f in findings] == told


@pytest.mark.parametrize(
    ("total", "holds"), [("2.76万", True), ("2.7万", True), ("2.75万", False)]
)
def test_a_total_in_ten_thousands_is_rounded(total: str, holds: bool) -> None:
    findings = _findings(
        f"全年主动公开政府信息{total}条，其中工作动态类20369条，通知公告类7250条。"
    )
    assert [(f.rule, f.is_holding) for f in findings] == [("N5", holds)]


def test_what_each_body_took_adds_up_to_the_total() -> None:
    text = (
        "2024年对3件政府信息公开申请收取信息处理费700元。其中，甲县民政局1件，收取300元；"
        "乙县公安局2件，收取{}元。"
    )
    right = _findings(text.format(400), section=6)
    assert [(f.rule, f.is_holding) for f in right] == [("N7", True)]
    (wrong,) = [f for f in _findings(text.format(500), section=6) if not f.is_holding]
    assert (wrong.rule, wrong.left, wrong.right) == ("N7", 700, 800)


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("收到申请20件，比上年（30件）下降33%。", True),
        ("收到申请30件，比上年（20件）增长50%。", True),
        ("收到申请30件，比去年（20件）增长30%。", False),
    ],
)
def test_a_printed_rate_is_compared_with_both_figures(sentence: str, holds: bool) -> None:
    (finding,) = _findings(sentence)
    assert (finding.rule, finding.is_holding) == ("growth", holds)


def test_a_figure_that_is_only_said_of_another_year_is_told() -> None:
    (finding,) = _findings("2023年全乡主动公开政府信息160条。")
    assert finding.rule == "other_year"
    assert "2024年" in finding.message
    assert _findings("2023年主动公开政府信息160条，2024年全乡主动公开政府信息190条。") == []


# All of a report


def test_a_long_report_is_read_fast() -> None:
    paragraph = "".join(said.sentence for said in SAID[:60])
    told = report({1: "\n".join([paragraph] * 3)})
    begin = process_time()
    facts_from_narrative(told, ())
    # Ten times what it takes on a slow machine: a pattern that explodes takes far longer.
    assert process_time() - begin < 2


@pytest.mark.parametrize("noise", ["共" * 400, "公开" * 300, "各类政府信息" * 100, "、" * 500])
def test_no_sentence_makes_a_pattern_explode(noise: str) -> None:
    begin = process_time()
    for sentence in (f"{noise}160条。", f"主动公开{noise}160条{noise}。", f"未收到{noise}。"):
        _read(sentence)
    assert process_time() - begin < 2


def test_tables_and_empty_sections_are_no_sentences() -> None:
    told = report({1: ""})
    told = replace(
        told, sections=(*told.sections, Section(2, "二、", ()), Section(6, "", (Paragraph(""),)))
    )
    assert facts_from_narrative(told, ()) == ((), ())


def test_money_is_kept_in_the_unit_of_its_metric() -> None:
    facts, _ = facts_from_narrative(report({6: "2024年收取信息处理费0.5万元。"}), ())
    assert [(f.metric, f.value, f.raw) for f in facts] == [
        ("n_info_fee", Decimal(5000), "0.5万元")
    ]


def test_a_hint_stands_in_all_that_an_indicator_may_be_said_with() -> None:
    clauses = {clause for said in SAID for clause in re.split(r"[，。；：、\d]", said.sentence)}
    said_with = [(i, c) for i in INDICATORS for c in clauses if i.hints and i.left.fullmatch(c)]
    assert len(said_with) > 900
    assert all(any(hint in clause for hint in i.hints) for i, clause in said_with)


def test_fees_in_the_text_and_in_the_annex_are_held_against_each_other_in_one_unit() -> None:
    for printed, is_same in (("0.15", True), ("0.16", False)):
        told = report({3: "依申请公开政府信息收费0.15万元。"}, era=Era.E1, year=2016)
        _, findings = facts_from_narrative(told, (cell(1, "app_fees_wan", Decimal(printed)),))
        assert [f.is_holding for f in findings] == [is_same]
