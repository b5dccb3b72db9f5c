"""Numbers in words, and what only looks like one."""

import pytest

from index.text import digits_in_words, number_in_words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", 0), ("两", 2), ("十", 10), ("十七", 17), ("三十九", 39), ("一百六", 160),
        ("一百〇八", 108), ("一千两百", 1200), ("二万五", 25_000), ("一万三千五百", 13_500),
        ("二〇二四", 2024), ("一〇〇", 100),
    ],
)  # fmt: skip
def test_numerals_spell_a_number(text: str, number: int) -> None:
    assert number_in_words(text) == number


@pytest.mark.parametrize(
    "text",
    ["七八", "三五", "两三", "三四十", "十七八", "两三百", "五六百万", "三万五六千", "", "多"],
)
def test_what_is_only_about_a_number_spells_none(text: str) -> None:
    assert number_in_words(text) is None


def test_a_year_is_spelled_digit_by_digit() -> None:
    assert (digits_in_words("二四"), digits_in_words("二〇二四")) == (24, 2024)
    assert digits_in_words("二十四") is None
