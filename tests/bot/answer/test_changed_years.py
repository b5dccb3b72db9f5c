"""Years by what became of a number since the year before."""

from decimal import Decimal

from bot.queries import Condition, Operation
from index import Corpus
from tests.bot.answer.held import LIUHE, QINGXI, ask, ids, shown

_BY = {"by": Operation.DIFFERENCE}
_ALL = (2018, 2020, 2022, 2023, 2024)


def test_the_year_of_the_greatest_rise_is_told_with_what_it_rose_from(corpus: Corpus) -> None:
    found = ask(
        corpus, Operation.BEST_YEAR, "new_received", ids(corpus, LIUHE), _ALL, mode="all", **_BY
    )
    year, change = found.values[0].year, found.values[0].value
    numbers = {v.year: v.value for v in found.used}
    steps = {y: numbers[y] - numbers[y - 1] for y in numbers if y - 1 in numbers}
    assert steps[year] == change == max(steps.values())
    assert f"{numbers[year - 1]} → {numbers[year]}" in found.text


def test_years_that_are_no_neighbours_are_not_compared(corpus: Corpus) -> None:
    found = ask(
        corpus, Operation.BEST_YEAR, "new_received", ids(corpus, LIUHE), (2018, 2020), mode="all",
        **_BY,
    )  # fmt: skip
    assert found.values == ()
    assert "算不出比上一年的变化" in found.text


def test_years_that_fell_are_none_where_none_did(corpus: Corpus) -> None:
    falls = {"condition": Condition("<", Decimal(0)), **_BY}
    rises = {"condition": Condition(">", Decimal(0)), **_BY}
    years = (2023, 2024)
    for issuer in (LIUHE, QINGXI):
        each = [
            shown(ask(corpus, Operation.TREND, "new_received", ids(corpus, issuer), years, **how))
            for how in (falls, rises)
        ]
        assert sorted(map(len, each)) == [0, 1]
    fell = ask(corpus, Operation.TREND, "new_received", ids(corpus, LIUHE), years, **falls)
    assert "没有哪一年比上一年减少" in fell.text


def test_growth_from_zero_is_said_to_be_undefined(corpus: Corpus) -> None:
    found = ask(
        corpus, Operation.BEST_YEAR, "new_received", ids(corpus, LIUHE), (2022, 2023, 2024),
        mode="all", by=Operation.GROWTH,
    )  # fmt: skip
    assert next((v.value, v.year) for v in found.used) == (0, 2022)
    assert "基数为0、无法计算增长率：2022年" in found.text
    assert [(v.value, v.year) for v in found.values] == [(25, 2024)]
