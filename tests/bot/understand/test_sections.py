"""The section that a question for wording names, and that words for problems name none."""

import pytest

from bot.queries import PassageQuery
from bot.types import Lang
from tests.bot.understand.holdings import ask


@pytest.mark.parametrize(
    ("question", "topic", "mode", "section"),
    [
        ("第五部分谁提到残疾人", "残疾人", "mention", 5),
        ("哪些乡镇的问题部分提到“栏目设置”", "栏目设置", "mention", 5),
        ("第六部分有没有提到大喇叭", "大喇叭", "mention", 6),
        ("其他需要报告的事项里谁写了“议案”", "议案", "mention", 6),
        ("第五部分哪些报告没写“培训”", "培训", "unsaid", 5),
        ("哪些单位提到“整改”", "整改", "mention", None),
    ],
)
def test_a_list_keeps_to_the_section_that_is_named(
    question: str, topic: str, mode: str, section: int | None
) -> None:
    query = ask(question)
    assert isinstance(query, PassageQuery)
    assert (query.topic, query.mode, query.section) == (topic, mode, section)


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("Which reports mention training in section 5?", 5),
        ("Which towns want to improve their archives?", None),
    ],
)
def test_a_verb_of_measures_names_no_section_in_english(
    question: str, section: int | None
) -> None:
    query = ask(question, lang=Lang.EN)
    assert isinstance(query, PassageQuery)
    assert query.section == section
    assert "section" not in query.topic
