from collections import Counter

import pytest

from index.vocabulary.english import in_chinese, read_glossary, terms_in


def test_each_english_word_stands_once_and_has_chinese_ones() -> None:
    entries = read_glossary()
    counted = Counter(english for english, _ in entries)
    assert [english for english, count in counted.items() if count > 1] == []
    assert all(chinese for _, chinese in entries)
    assert all(english for english, _ in entries)


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("clinics", "卫生院"),
        ("Subsidies", "补贴"),
        ("the closing of roads", "道路"),
        ("Which towns mention nursing homes?", "乡镇 养老院"),
        ("parking fees", "停车 收费"),
        ("staff shortages in villages", "人手不足 村"),
        ("stopped buses", "公交"),
        ("quantum teleportation", ""),
    ],
)
def test_english_is_told_by_what_reports_call_it(text: str, chinese: str) -> None:
    assert in_chinese(text) == chinese


def test_a_word_that_is_not_known_is_kept_and_idle_ones_are_not() -> None:
    found = [
        (term.english, bool(term.chinese)) for term in terms_in("Does anyone mention wombats")
    ]
    assert found == [("wombats", False)]
    assert terms_in("who says what about this") == ()
