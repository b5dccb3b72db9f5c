from decimal import Decimal

import pytest

from bot.queries import Condition, Operation, Reading
from bot.types import Lang, Route
from index import Corpus
from tests.bot.answer.held import (
    BAISHI,
    BUREAU,
    CONTRADICTION,
    COUNTY,
    LIUHE,
    QINGXI,
    REGION,
    WUSHI,
    ask,
    ids,
    numbers,
    shown,
)

VALUE = Operation.VALUE


def test_one_value_is_said_with_issuer_year_unit_and_source(corpus: Corpus) -> None:
    found = ask(corpus, VALUE, "new_received", ids(corpus, LIUHE))
    assert found.route is Route.NUMBERS
    assert shown(found) == [(LIUHE, 2024, "new_received", "total", 30)]
    assert found.values[0].region == REGION
    assert found.values[0].unit == "件"
    assert found.text.startswith("柳河乡人民政府2024年新收政府信息公开申请30件。\n来源：《")
    (source,) = found.sources
    assert (source.table, source.row, source.file) == (3, "行 new_received", "l24.txt")
    assert source.metric == "new_received"


@pytest.mark.parametrize(
    ("metric", "value", "status"),
    [
        ("denied", 8, "computed"),
        ("unable", 4, "computed"),
        ("refused", 1, "computed"),
        ("other", 1, "computed"),
        ("requests_total", 33, "computed"),
        ("suits_total", 3, "computed"),
        ("suits_upheld", 3, "computed"),
        ("disclosure_rate", 54.84, "computed"),  # (15 + 2) / 31
        ("completion_rate", 93.94, "computed"),  # 31 / 33
        ("review_correction_rate", 50.0, "computed"),  # 1 / (3 - 1)
        ("fees_wan", 12.5, "reported"),
        ("n_proactive", 120, "reported"),
    ],
)
def test_sums_and_rates_are_computed_from_their_cells(
    corpus: Corpus, metric: str, value: float, status: str
) -> None:
    found = ask(corpus, VALUE, metric, ids(corpus, LIUHE))
    assert numbers(found) == [value]
    assert found.values[0].status == status
    assert (found.formula is not None) == (status == "computed")
    if found.formula:
        assert found.formula in found.text
        assert found.used


def test_a_sum_equals_its_used_parts(corpus: Corpus) -> None:
    found = ask(corpus, VALUE, "denied", ids(corpus, LIUHE))
    assert len(found.used) == 8
    assert sum((v.value or Decimal(0) for v in found.used), Decimal(0)) == found.values[0].value


def test_a_printed_total_of_an_older_form_is_taken_as_printed(corpus: Corpus) -> None:
    for metric, year, value in (("denied", 2018, 2), ("suits_total", 2018, 1), ("other", 2020, 1)):
        found = ask(corpus, VALUE, metric, ids(corpus, LIUHE), (year,))
        assert numbers(found) == [value]
        assert found.values[0].status == "reported"


def test_organisations_are_the_sum_of_five_columns(corpus: Corpus) -> None:
    found = ask(corpus, VALUE, "new_received", ids(corpus, LIUHE), members=["organisations"])
    assert shown(found) == [(LIUHE, 2024, "new_received", "organisations", 10)]
    assert {v.member for v in found.used} == {
        "enterprise",
        "research",
        "ngo",
        "legal",
        "other_org",
    }


def test_zero_blank_not_reported_unreadable_and_not_held_are_different_sentences(
    corpus: Corpus,
) -> None:
    zero = ask(corpus, VALUE, "penalties", ids(corpus, QINGXI))
    blank = ask(corpus, VALUE, "new_received", ids(corpus, BAISHI))
    slash = ask(corpus, VALUE, "carried_in", ids(corpus, BAISHI))
    unreported = ask(corpus, VALUE, "new_received", ids(corpus, WUSHI))
    unsaid = ask(corpus, VALUE, "n_wechat", ids(corpus, LIUHE))
    unreadable = ask(corpus, VALUE, "penalties", ids(corpus, BAISHI))
    unheld = ask(corpus, VALUE, "new_received", ids(corpus, QINGXI), (2021,))
    assert numbers(zero) == [0]
    assert zero.values[0].status == "reported"
    assert numbers(blank) == [0]
    assert blank.values[0].status == "blank"
    assert "（单元格空白，按0计）" in blank.text
    assert "（单元格填“/”，按0计）" in slash.text
    assert [a.reason for a in (unreported, unsaid)] == ["not_reported"] * 2
    assert "没有填报" in unreported.text
    assert "没有从" in unsaid.text
    assert unreadable.reason == "unreadable"
    assert "无法识别" in unreadable.text
    assert unreadable.used[0].value is None
    assert unheld.reason == "no_report"
    assert "没有收录清溪镇人民政府2021年的报告" in unheld.text
    for nothing in (unreported, unsaid, unreadable, unheld):
        assert nothing.route is Route.NONE
        assert nothing.values == ()


def test_years_that_are_held_are_offered_and_no_other_number(corpus: Corpus) -> None:
    found = ask(corpus, VALUE, "new_received", ids(corpus, QINGXI), (2021,))
    assert [c.q for c in found.choices] == [
        "青山县清溪镇2023年本年新收政府信息公开申请数量是多少？",
        "青山县清溪镇2024年本年新收政府信息公开申请数量是多少？",
    ]


@pytest.mark.parametrize(
    ("metric", "year", "instead"),
    [
        ("normdocs_valid", 2020, "2020年规范性文件对外公开总数量"),
        ("normdocs_valid", 2018, "2023年行政规范性文件现行有效件数"),
        ("carried_in", 2018, "2023年上年结转政府信息公开申请数量"),
        ("normdocs_public_total", 2024, "2024年行政规范性文件现行有效件数"),
        ("other_other", 2020, "2020年其他处理"),
    ],
)
def test_what_the_form_of_a_year_does_not_ask_for_is_not_in_form(
    corpus: Corpus, metric: str, year: int, instead: str
) -> None:
    found = ask(corpus, VALUE, metric, ids(corpus, LIUHE), (year,))
    assert (found.route, found.reason, found.values) == (Route.NONE, "not_in_form", ())
    assert "表中没有" in found.text
    assert any(instead in choice.q for choice in found.choices)


def test_an_applicant_is_not_in_the_old_form(corpus: Corpus) -> None:
    found = ask(corpus, VALUE, "new_received", ids(corpus, LIUHE), (2018,), members=["natural"])
    assert found.reason == "not_in_form"


def test_a_rate_of_nothing_is_undefined_and_never_zero(corpus: Corpus) -> None:
    found = ask(corpus, VALUE, "disclosure_rate", ids(corpus, QINGXI))
    assert found.route is Route.NUMBERS
    assert numbers(found) == [None]
    assert "无法计算" in found.text
    assert "0.00%" not in found.text
    assert "100" not in found.text


def test_an_approximate_figure_stays_approximate(corpus: Corpus) -> None:
    found = ask(corpus, VALUE, "n_proactive", ids(corpus, QINGXI))
    assert found.values[0].status == "approximate"
    assert "约300条（原文“300余条”）" in found.text
    assert found.sources[0].sentence == "全年主动公开政府信息300余条。"
    assert found.caveats


def test_a_contradiction_is_told_and_the_value_stays_as_printed(corpus: Corpus) -> None:
    found = ask(corpus, VALUE, "penalties", ids(corpus, LIUHE))
    assert numbers(found) == [7]
    assert any(CONTRADICTION in caveat for caveat in found.caveats)
    assert CONTRADICTION in found.text
    english = ask(corpus, VALUE, "penalties", ids(corpus, LIUHE), lang=Lang.EN)
    assert "the text says 8, the table 7." in english.text
    assert CONTRADICTION not in english.text


def test_a_contradiction_elsewhere_in_the_report_is_not_told(corpus: Corpus) -> None:
    found = ask(corpus, VALUE, "licences", ids(corpus, LIUHE))
    assert found.caveats == ()


def test_an_invented_report_says_so_in_both_languages(corpus: Corpus) -> None:
    for lang in Lang:
        found = ask(corpus, VALUE, "penalties", ids(corpus, BUREAU), lang=lang)
        assert "虚构示例，不是真实报告" in found.text
        assert "虚构示例，不是真实报告" in found.caveats[0]
    real = ask(corpus, VALUE, "penalties", ids(corpus, COUNTY))
    assert "虚构" not in "".join(real.caveats)


def test_beside_real_reports_those_that_are_invented_are_named(corpus: Corpus) -> None:
    bodies = (*ids(corpus, BUREAU), *ids(corpus, LIUHE))
    found = ask(corpus, Operation.COMPARE, "penalties", bodies)
    said = next(caveat for caveat in found.caveats if "虚构示例" in caveat)
    assert BUREAU in said
    assert LIUHE not in said
    assert "其中" in said
    alone = ask(corpus, VALUE, "penalties", ids(corpus, LIUHE))
    assert "虚构" not in alone.text


def test_other_readings_stand_in_text_and_used_but_not_in_values(corpus: Corpus) -> None:
    readings = (Reading(("requests_total",)),)
    found = ask(corpus, VALUE, "new_received", ids(corpus, LIUHE), readings=readings)
    assert numbers(found) == [30]
    assert "另外：新收与上年结转合计33件。" in found.text
    assert ("requests_total", 33) in [(v.metric, v.value) for v in found.used]


def test_a_reading_that_says_the_same_is_left_out(corpus: Corpus) -> None:
    readings = (Reading(("requests_total",)),)
    found = ask(corpus, VALUE, "new_received", ids(corpus, BAISHI), readings=readings)
    assert "另外" not in found.text


def test_several_metrics_are_one_value_each_in_the_order_asked(corpus: Corpus) -> None:
    metrics = ["penalties", "licences", "denied"]
    found = ask(corpus, VALUE, metrics, ids(corpus, LIUHE))
    assert [(v.metric, v.value) for v in found.values] == [
        ("penalties", 7),
        ("licences", 5),
        ("denied", 8),
    ]


def test_several_parties_keep_their_order_and_the_missing_are_named(corpus: Corpus) -> None:
    wanted = ids(corpus, QINGXI, LIUHE, WUSHI)
    found = ask(corpus, Operation.COMPARE, "new_received", wanted, (2023,))
    assert [v.issuer for v in found.values] == [QINGXI, LIUHE]
    assert found.coverage is not None
    assert (found.coverage.held, found.coverage.of) == (2, 3)
    assert found.coverage.missing == (WUSHI,)
    assert "没有收录乌石镇人民政府2023年的报告" in found.text
    assert "柳河乡人民政府比清溪镇人民政府多13件" in found.text


@pytest.mark.parametrize(
    ("metric", "issuer", "fields", "verdict"),
    [
        ("new_received", LIUHE, {}, True),
        ("penalties", QINGXI, {}, False),
        ("penalties", QINGXI, {"expects": "none"}, True),
        ("new_received", LIUHE, {"expects": "none"}, False),
        ("carried_out", LIUHE, {"expects": "all_done"}, False),
        ("new_received", LIUHE, {"condition": Condition(">", Decimal(29))}, True),
        ("new_received", LIUHE, {"condition": Condition(">", Decimal(30))}, False),
        ("n_proactive", QINGXI, {"condition": Condition(">", Decimal(300))}, None),
        ("n_proactive", QINGXI, {"condition": Condition(">", Decimal(100))}, True),
    ],
)
def test_yes_and_no_come_with_the_number_behind_them(
    corpus: Corpus, metric: str, issuer: str, fields: dict[str, object], verdict: bool | None
) -> None:
    found = ask(corpus, VALUE, metric, ids(corpus, issuer), is_yes_no=True, **fields)
    assert found.verdict is verdict
    assert len(found.values) == 1


def test_the_json_has_the_keys_that_others_rely_on(corpus: Corpus) -> None:
    out = ask(corpus, VALUE, "new_received", ids(corpus, LIUHE)).as_json()
    assert set(out) == {
        *("q", "route", "lang", "text", "values", "used", "formula", "coverage", "caveats"),
        *("passages", "choices", "reason", "sources"),
    }
    assert out["values"] == [
        {
            "issuer": LIUHE,
            "region": REGION,
            "year": 2024,
            "metric": "new_received",
            "member": "total",
            "value": 30,
            "unit": "件",
            "raw": "30",
            "status": "reported",
        }
    ]
