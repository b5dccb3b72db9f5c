"""Years as people write them, and what only looks like one."""

import pytest

from bot.understand.reading.years import PART_OF_YEAR, find_years

_HELD = (2010, 2019, 2020, 2021, 2022, 2023, 2024)


def years(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(m.mode, m.years) for m in find_years(text, 2025, _HELD)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年", (2024,)), ("24年", (2024,)), ("二〇二四年", (2024,)), ("二零二四年度", (2024,)),
        ("2o24年", (2024,)), ("去年", (2024,)), ("前年", (2023,)), ("今年", (2025,)),
        ("大前年", (2022,)),
        ("上一年度", (2024,)), ("2021-2023年", (2021, 2022, 2023)),
        ("2021至2023年", (2021, 2022, 2023)),
        ("2020年到去年", (2020, 2021, 2022, 2023, 2024)), ("last year", (2024,)),
        ("2024", (2024,)),
        ("between 2021 and 2023", (2021, 2022, 2023)), ("fy2023", (2023,)),
        ("2025年发布的年报", (2024,)),
        ("2025年的年报", (2025,)),
    ],
)  # fmt: skip
def test_years_that_are_named(text: str, expected: tuple[int, ...]) -> None:
    assert years(text) == [("asked", expected)]


@pytest.mark.parametrize(
    ("text", "mode", "expected"),
    [
        ("近三年", "recent", (2022, 2023, 2024)), ("最近两年", "recent", (2023, 2024)),
        ("the last three years", "recent", (2022, 2023, 2024)), ("历年", "all", ()),
        ("这几年", "all", ()),
        ("2022年以来", "open", (2022, 2023, 2024)),
        ("since 2021", "open", (2021, 2022, 2023, 2024)),
        ("2020年以前", "open", tuple(range(2010, 2020))),
        ("十四五期间", "recent", (2021, 2022, 2023, 2024, 2025)),
        ("最新", "newest", ()), ("哪一年", "all", ()),
    ],
)  # fmt: skip
def test_years_that_are_taken_as_they_come(
    text: str, mode: str, expected: tuple[int, ...]
) -> None:
    assert years(text) == [(mode, expected)]


@pytest.mark.parametrize(
    "text", ["24件", "2010件", "12345", "第2024号2024件", "年年报", "3年", "上年结"]
)
def test_numbers_that_are_no_years(text: str) -> None:
    assert [found for found in years(text) if found[0] == "asked" and len(text) < 3] == []


def test_lists_are_found_one_by_one() -> None:
    assert years("2022、2023、2024年") == [("asked", (y,)) for y in (2022, 2023, 2024)]
    assert years("去年和前年") == [("asked", (2024,)), ("asked", (2023,))]
    assert years("2024年起诉") == [("asked", (2024,))]
    assert years("2024年年报") == [("asked", (2024,))]


@pytest.mark.parametrize(
    "text", ["上半年", "一季度", "3月", "12月份", "in may", "first half", "q3", "每月", "半年"]
)
def test_parts_of_a_year_are_seen(text: str) -> None:
    assert PART_OF_YEAR.search(text)


@pytest.mark.parametrize("text", ["12月底", "may i ask", "第三方", "marched", "decision"])
def test_what_is_no_part_of_a_year(text: str) -> None:
    assert not PART_OF_YEAR.search(text)
