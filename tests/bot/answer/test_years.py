from decimal import Decimal

import pytest

from bot.queries import Condition, Operation
from bot.types import Lang, Route
from index import Corpus
from tests.bot.answer.held import (
    BAISHI,
    LIUHE,
    QINGXI,
    TOWNS,
    WUSHI,
    ask,
    ids,
    numbers,
    shown,
    towns,
)

ALL = (2018, 2020, 2022, 2023, 2024)


def test_a_trend_has_one_value_a_year_in_order_and_lists_the_gaps(corpus: Corpus) -> None:
    found = ask(corpus, Operation.TREND, "new_received", ids(corpus, LIUHE), ALL, mode="all")
    assert shown(found) == [
        (LIUHE, year, "new_received", "total", value)
        for year, value in zip(ALL, (5, 9, 0, 24, 30), strict=True)
    ]
    assert found.coverage is not None
    assert (found.coverage.held, found.coverage.of) == (5, 7)
    assert found.coverage.missing == ("2019", "2021")
    assert "2018年　5件\n2020年　9件" in found.text
    assert "2024年比2018年多25件（+500.00%）" in found.text


def test_a_trend_over_old_forms_says_that_the_counting_changed(corpus: Corpus) -> None:
    old = ask(corpus, Operation.TREND, "new_received", ids(corpus, LIUHE), ALL, mode="all")
    new = ask(corpus, Operation.TREND, "new_received", ids(corpus, LIUHE), ALL[2:], mode="all")
    made = ask(corpus, Operation.TREND, "new_received", ids(corpus, LIUHE), ALL[1:], mode="all")
    assert any("口径不同" in caveat for caveat in old.caveats)
    assert new.caveats == ()
    assert made.caveats == ()  # what is the same in both forms needs no caveat


def test_years_of_another_form_are_left_out_of_a_trend(corpus: Corpus) -> None:
    found = ask(corpus, Operation.TREND, "normdocs_valid", ids(corpus, LIUHE), ALL, mode="all")
    assert [v.year for v in found.values] == [2022, 2023, 2024]
    assert [v.status for v in found.values] == ["not_reported", "reported", "reported"]
    assert found.coverage is not None
    assert "2020" in found.coverage.missing
    assert "2019—2020年的表格" in found.text


def test_asked_years_that_are_not_held_are_missing(corpus: Corpus) -> None:
    years = (2022, 2023, 2024)
    found = ask(corpus, Operation.TREND, "new_received", ids(corpus, QINGXI), years, mode="recent")
    assert [v.year for v in found.values] == [2023, 2024]
    assert found.coverage is not None
    assert found.coverage.as_json() == {"held": 2, "of": 3, "missing": ["2022"]}


def test_a_trend_of_several_places_is_their_sum_each_year(corpus: Corpus) -> None:
    found = ask(corpus, Operation.TREND, "new_received", towns(corpus), (2023, 2024), scope=TOWNS)
    assert [(v.issuer, v.year, v.value) for v in found.values] == [
        (None, 2023, 35),
        (None, 2024, 60),
    ]


def test_a_difference_is_later_minus_earlier(corpus: Corpus) -> None:
    found = ask(corpus, Operation.DIFFERENCE, "new_received", ids(corpus, LIUHE), (2023, 2024))
    assert shown(found) == [(LIUHE, 2024, "new_received", "total", 6)]
    assert found.values[0].unit == "件"
    assert found.formula == "30 − 24 = 6件"
    assert [(v.year, v.value) for v in found.used] == [(2023, 24), (2024, 30)]
    assert "2024年比2023年多6件" in found.text


def test_growth_is_in_per_cent_with_two_decimals(corpus: Corpus) -> None:
    found = ask(corpus, Operation.GROWTH, "carried_out", ids(corpus, LIUHE), (2023, 2024))
    assert (found.values[0].value, found.values[0].unit) == (Decimal("-33.33"), "%")
    assert "下降33.33%" in found.text


def test_difference_and_growth_are_two_values(corpus: Corpus) -> None:
    found = ask(corpus, Operation.CHANGE, "new_received", ids(corpus, LIUHE), (2023, 2024))
    assert [(v.value, v.unit) for v in found.values] == [(6, "件"), (25, "%")]
    assert "25.00%" in found.text


def test_growth_from_zero_is_undefined(corpus: Corpus) -> None:
    found = ask(corpus, Operation.CHANGE, "new_received", ids(corpus, LIUHE), (2022, 2024))
    assert [v.value for v in found.values] == [30, None]
    assert any("无法计算" in caveat for caveat in found.caveats)


def test_one_year_is_compared_with_the_year_before(corpus: Corpus) -> None:
    found = ask(corpus, Operation.DIFFERENCE, "new_received", ids(corpus, QINGXI))
    assert shown(found) == [(QINGXI, 2024, "new_received", "total", 19)]


def test_nothing_is_compared_with_a_year_that_is_not_held(corpus: Corpus) -> None:
    found = ask(corpus, Operation.CHANGE, "new_received", ids(corpus, QINGXI), (2022, 2023))
    assert (found.route, found.reason, found.values) == (Route.NONE, "no_report", ())
    assert "2022年的报告" in found.text


def test_a_difference_of_two_places_is_the_first_minus_the_other(corpus: Corpus) -> None:
    found = ask(corpus, Operation.DIFFERENCE, "new_received", ids(corpus, LIUHE, QINGXI), (2023,))
    assert numbers(found) == [13]
    assert "柳河乡人民政府比清溪镇人民政府多13件" in found.text


def test_growth_of_several_places_is_of_those_that_have_both_years(corpus: Corpus) -> None:
    found = ask(corpus, Operation.CHANGE, "new_received", towns(corpus), (2023, 2024), scope=TOWNS)
    # 柳河 24 → 30 and 清溪 11 → 30; 白石 has no report of 2023.
    assert [(v.issuer, v.value, v.unit) for v in found.values] == [
        (None, 25, "件"),
        (None, Decimal("71.43"), "%"),
    ]


@pytest.mark.parametrize(
    ("operation", "year", "value"),
    [(Operation.BEST_YEAR, 2024, 30), (Operation.WORST_YEAR, 2022, 0)],
)
def test_the_best_and_the_worst_year(
    corpus: Corpus, operation: Operation, year: int, value: int
) -> None:
    found = ask(corpus, operation, "new_received", ids(corpus, LIUHE), ALL, mode="all")
    assert [(v.year, v.value) for v in found.values] == [(year, value)]
    assert len(found.used) == 4


def test_years_add_up_to_the_last_of_them(corpus: Corpus) -> None:
    found = ask(corpus, Operation.SUM, "new_received", ids(corpus, LIUHE), (2022, 2023, 2024))
    assert shown(found) == [(LIUHE, 2024, "new_received", "total", 54)]
    mean = ask(corpus, Operation.MEAN, "new_received", ids(corpus, LIUHE), (2022, 2023, 2024))
    assert numbers(mean) == [18]
    assert "平均每年18件" in mean.text


@pytest.mark.parametrize(
    ("condition", "years"),
    [(Condition(">", Decimal(20)), [2024, 2023]), (Condition("=", Decimal(0)), [2022])],
)
def test_the_years_that_meet_a_condition(
    corpus: Corpus, condition: Condition, years: list[int]
) -> None:
    wanted = (corpus, Operation.LIST, "new_received", ids(corpus, LIUHE), (2022, 2023, 2024))
    listed = ask(*wanted, condition=condition)
    assert sorted(v.year or 0 for v in listed.values) == sorted(years)
    counted = ask(corpus, Operation.COUNT, *wanted[2:], condition=condition)
    assert (counted.values[0].value, counted.values[0].unit) == (len(years), "年")


def test_more_or_less_over_the_years_is_a_verdict(corpus: Corpus) -> None:
    wanted = ("new_received", ids(corpus, LIUHE), (2023, 2024))
    more = ask(corpus, Operation.COMPARE, *wanted, is_yes_no=True, expects="more")
    less = ask(corpus, Operation.COMPARE, *wanted, is_yes_no=True, expects="less")
    assert (more.verdict, less.verdict) == (True, False)
    assert [v.year for v in more.values] == [2023, 2024]


def test_each_place_is_answered_for_its_own_newest_year(corpus: Corpus) -> None:
    wanted = ids(corpus, LIUHE, BAISHI)
    found = ask(corpus, Operation.COMPARE, "new_received", wanted, (2023, 2024), mode="newest")
    assert [(v.issuer, v.year) for v in found.values] == [(LIUHE, 2024), (BAISHI, 2024)]


def test_no_number_at_all_is_no_trend(corpus: Corpus) -> None:
    found = ask(corpus, Operation.TREND, "new_received", ids(corpus, WUSHI), (2024,), mode="all")
    assert (found.route, found.reason) == (Route.NONE, "not_reported")


def test_english_says_the_same(corpus: Corpus) -> None:
    wanted = ("new_received", ids(corpus, LIUHE), (2023, 2024))
    found = ask(corpus, Operation.CHANGE, *wanted, lang=Lang.EN)
    assert "2024 is 6 items (件) above 2023 (+25.00%)" in found.text
