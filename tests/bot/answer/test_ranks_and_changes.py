"""Single ranks, multiples, medians, two-sided thresholds, and what grew, over the county."""

from decimal import Decimal

import pytest

from bot.queries import Condition, Operation
from bot.types import Lang, Route
from index import Corpus
from tests.bot.answer.held import (
    BAISHI,
    BUREAU,
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

BOTH = (2023, 2024)


@pytest.mark.parametrize(
    ("nth", "expected"),
    [(2, [(LIUHE, 30), (QINGXI, 30)]), (3, [(BAISHI, 0)])],
)
def test_one_rank_is_who_stands_there_with_all_who_tie(
    corpus: Corpus, nth: int, expected: list[tuple[str, int]]
) -> None:
    found = ask(corpus, Operation.RANK, "new_received", towns(corpus), scope=TOWNS, nth=nth)
    assert [(v.issuer, v.value) for v in found.values] == expected


def test_there_are_not_as_many_ranks_as_asked(corpus: Corpus) -> None:
    found = ask(corpus, Operation.RANK, "new_received", towns(corpus), scope=TOWNS, nth=9)
    assert (found.route, found.reason, found.values) == (Route.NONE, "unclear", ())
    assert "只有3个单位有此数，没有第9名" in found.text


def test_the_rank_of_a_body_is_said_before_the_ranking(corpus: Corpus) -> None:
    whose = ids(corpus, BAISHI)
    found = ask(corpus, Operation.RANK, "new_received", towns(corpus), scope=TOWNS, whose=whose)
    assert found.text.startswith("白石乡人民政府从高到低排第3（共3个）")
    assert numbers(found) == [30, 30, 0]


def test_a_body_without_the_number_has_no_rank(corpus: Corpus) -> None:
    whose = ids(corpus, WUSHI)
    found = ask(corpus, Operation.RANK, "new_received", towns(corpus), scope=TOWNS, whose=whose)
    assert (found.route, found.values) == (Route.NONE, ())


@pytest.mark.parametrize(("name", "verdict"), [(LIUHE, True), (QINGXI, True), (BAISHI, False)])
def test_whether_a_body_is_the_first_has_its_own_number_behind_it(
    corpus: Corpus, name: str, verdict: bool
) -> None:
    fields = {"scope": TOWNS, "whose": ids(corpus, name), "is_yes_no": True}
    with_number = ids(corpus, LIUHE, QINGXI, BAISHI)
    found = ask(corpus, Operation.RANK, "new_received", with_number, **fields)
    assert found.verdict is verdict
    assert [v.issuer for v in found.values] == [name]


@pytest.mark.parametrize(("name", "verdict"), [(LIUHE, None), (QINGXI, None), (BAISHI, False)])
def test_a_lacking_number_leaves_open_who_is_the_first(
    corpus: Corpus, name: str, verdict: bool | None
) -> None:
    fields = {"scope": TOWNS, "whose": ids(corpus, name), "is_yes_no": True}
    found = ask(corpus, Operation.RANK, "new_received", towns(corpus), **fields)
    assert found.verdict is verdict
    assert "补上后名次可能不同" in found.text


@pytest.mark.parametrize(
    ("top", "nth", "verdict"), [(1, None, None), (None, 2, None), (2, None, True)]
)
def test_a_lacking_number_may_leave_a_body_among_the_first(
    corpus: Corpus, top: int | None, nth: int | None, verdict: bool | None
) -> None:
    fields = {
        "scope": TOWNS,
        "whose": ids(corpus, LIUHE),
        "is_yes_no": True,
        "top": top,
        "nth": nth,
    }
    found = ask(corpus, Operation.RANK, "new_received", towns(corpus), **fields)
    assert found.verdict is verdict


def test_whether_a_year_is_the_best_has_its_own_number_behind_it(corpus: Corpus) -> None:
    years = (2022, 2023, 2024)
    fields = {"is_yes_no": True, "year_asked": 2023}
    found = ask(corpus, Operation.BEST_YEAR, "new_received", ids(corpus, LIUHE), years, **fields)
    assert (found.verdict, numbers(found)) == (False, [24])
    assert "最多的是2024年" in found.text


def test_a_multiple_is_the_first_over_the_second_with_its_formula(corpus: Corpus) -> None:
    found = ask(corpus, Operation.TIMES, "new_received", ids(corpus, BUREAU, LIUHE))
    assert numbers(found) == [1.47]
    assert (found.values[0].unit, found.formula) == ("倍", "44 ÷ 30 = 1.47倍")
    other = ask(corpus, Operation.TIMES, "new_received", ids(corpus, LIUHE), BOTH)
    assert other.formula == "30 ÷ 24 = 1.25倍"
    back = ask(corpus, Operation.TIMES, "new_received", ids(corpus, LIUHE), BOTH, is_reversed=True)
    assert back.formula == "24 ÷ 30 = 0.8倍"


def test_a_multiple_of_zero_is_undefined(corpus: Corpus) -> None:
    found = ask(corpus, Operation.TIMES, "new_received", ids(corpus, LIUHE, BAISHI))
    assert numbers(found) == [None]
    assert "为0，无法计算" in found.text
    assert any("为0" in caveat for caveat in found.caveats)


def test_no_multiple_of_different_units(corpus: Corpus) -> None:
    asked = (corpus, Operation.TIMES, ("fees_wan", "penalties"), ids(corpus, LIUHE))
    assert ask(*asked).reason == "unclear"


@pytest.mark.parametrize(("least", "verdict"), [("1.2", True), ("2", False)])
def test_a_claim_of_a_multiple_goes_by_the_quotient(
    corpus: Corpus, least: str, verdict: bool
) -> None:
    fields = {"is_yes_no": True, "condition": Condition(">=", Decimal(least))}
    found = ask(corpus, Operation.TIMES, "new_received", ids(corpus, LIUHE), BOTH, **fields)
    assert found.verdict is verdict


def test_a_median_shows_the_numbers_in_order(corpus: Corpus) -> None:
    found = ask(corpus, Operation.MEDIAN, "new_received", towns(corpus), scope=TOWNS)
    assert numbers(found) == [30]
    assert found.formula == "从小到大 0、30、30；30 = 30件"
    years = (2018, 2020, 2023, 2024)
    even = ask(corpus, Operation.MEDIAN, "new_received", ids(corpus, LIUHE), years)
    assert even.formula == "从小到大 5、9、24、30；(9 + 24) ÷ 2 = 16.5件"


def test_a_range_has_both_its_bounds_in_words(corpus: Corpus) -> None:
    within = Condition(">=", Decimal(1), Condition("<", Decimal(31)))
    found = ask(
        corpus, Operation.LIST, "new_received", towns(corpus), scope=TOWNS, condition=within
    )
    assert [v.issuer for v in found.values] == [LIUHE, QINGXI]
    assert "不少于1件、少于31件" in found.text


def test_places_are_ranked_by_what_they_grew(corpus: Corpus) -> None:
    fields = {"scope": TOWNS, "by": Operation.DIFFERENCE}
    found = ask(corpus, Operation.RANK, "new_received", towns(corpus), BOTH, **fields)
    assert [(v.issuer, v.value) for v in found.values] == [(QINGXI, 19), (LIUHE, 6)]
    assert "1. 清溪镇人民政府　+19件（11 → 30）" in found.text
    assert found.formula == "30 − 11 = 19件；30 − 24 = 6件"
    assert found.coverage is not None
    assert set(found.coverage.missing) == {BAISHI, WUSHI}


def test_growth_is_in_per_cent_and_undefined_from_zero(corpus: Corpus) -> None:
    fields = {"scope": TOWNS, "by": Operation.GROWTH}
    found = ask(corpus, Operation.RANK, "new_received", towns(corpus), BOTH, **fields)
    assert [(v.value, v.unit) for v in found.values] == [
        (Decimal("172.73"), "%"),
        (Decimal("25.00"), "%"),
    ]
    early = ask(corpus, Operation.RANK, "new_received", towns(corpus), (2022, 2023), **fields)
    assert early.route is Route.NONE  # one body has both years, and begins with 0


@pytest.mark.parametrize(
    ("operation", "condition", "expected"),
    [
        (Operation.LIST, Condition(">", Decimal(0)), [19, 6]),
        (Operation.LIST, Condition(">", Decimal(10)), [19]),
        (Operation.COUNT, Condition(">", Decimal(0)), [2]),
        (Operation.LIST, Condition("<", Decimal(0)), []),
        (Operation.RANK, Condition("<", Decimal(0)), []),
    ],
)
def test_places_are_listed_and_counted_by_what_they_grew(
    corpus: Corpus, operation: Operation, condition: Condition, expected: list[int]
) -> None:
    fields = {"scope": TOWNS, "by": Operation.DIFFERENCE, "condition": condition}
    found = ask(corpus, operation, "new_received", towns(corpus), BOTH, **fields)
    assert found.route is Route.NUMBERS
    assert numbers(found) == expected
    assert found.used


def test_equal_numbers_are_the_same_and_of_different_units_nothing_is_said(corpus: Corpus) -> None:
    same = {"is_yes_no": True, "expects": "same"}
    towns_ = ids(corpus, LIUHE, QINGXI)
    assert ask(corpus, Operation.COMPARE, "new_received", towns_, **same).verdict is True
    metrics = ("fees_wan", "penalties")
    found = ask(corpus, Operation.COMPARE, metrics, ids(corpus, LIUHE), **same)
    assert (found.verdict, len(found.values)) == (None, 2)


def test_numbers_that_differ_in_two_ways_are_not_compared(corpus: Corpus) -> None:
    more = {"is_yes_no": True, "expects": "more"}
    found = ask(
        corpus, Operation.COMPARE, "new_received", ids(corpus, LIUHE, QINGXI), BOTH, **more
    )
    assert (found.verdict, len(found.values)) == (None, 4)


@pytest.mark.parametrize(
    ("years", "expects", "verdict"),
    [
        ((2022, 2023, 2024), "rising", True),
        ((2022, 2023, 2024), "falling", False),
        ((2020, 2022, 2023), "rising", None),
    ],
)
def test_each_year_against_the_one_before(
    corpus: Corpus, years: tuple[int, ...], expects: str, verdict: bool | None
) -> None:
    fields = {"is_yes_no": True, "expects": expects}
    found = ask(corpus, Operation.TREND, "new_received", ids(corpus, LIUHE), years, **fields)
    assert found.verdict is verdict


def test_it_is_said_in_english_too(corpus: Corpus) -> None:
    fields = {"scope": TOWNS, "by": Operation.DIFFERENCE, "lang": Lang.EN}
    found = ask(corpus, Operation.RANK, "new_received", towns(corpus), BOTH, **fields)
    assert "1. 清溪镇人民政府: +19 items (件) (11 → 30)" in found.text
    times = ask(corpus, Operation.TIMES, "new_received", ids(corpus, LIUHE), BOTH, lang=Lang.EN)
    assert "1.25" in times.text
    assert shown(times)[0][1] == 2024
