import pytest

from index.facts.sentences.piled_up import is_dated, is_of_many_years, is_piled_up
from index.facts.sentences.split import Slot, sentences_of, slots_of
from index.types import Paragraph, Section


def _slots(text: str) -> list[Slot]:
    (sentence,) = sentences_of(Section(1, "", (Paragraph(text),)), 2024)
    return list(slots_of(sentence))


def test_what_piled_up_must_say_itself_that_it_is_the_year_s() -> None:
    slots = _slots("2024年收到申请13件，累计收到130件。")
    assert [is_dated(slot) for slot in slots] == [True, False]
    assert [is_piled_up(slot) for slot in slots] == [False, True]


@pytest.mark.parametrize(
    ("text", "is_of_many"),
    [
        ("累计公开信息8900条，年均640条。", True),
        ("累计公开信息8900条，其中2024年公开文件64件。", True),
        ("累计公开信息8900条，其中网站640条。", False),
        ("2024年累计公开信息8900条，其中今年公开文件64件。", False),
    ],
)
def test_what_follows_may_say_that_it_is_of_many_years(text: str, is_of_many: bool) -> None:
    assert is_of_many_years(_slots(text)[0]) is is_of_many
