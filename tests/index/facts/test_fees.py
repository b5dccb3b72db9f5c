import pytest

from index.facts.sentences.fees import fee_slots, is_sum_of_others, whole_fee
from index.facts.sentences.split import sentences_of, slots_of
from index.types import Paragraph, Section


def _whole(text: str) -> int | None:
    (sentence,) = sentences_of(Section(6, "", (Paragraph(text),)), 2024)
    taken = fee_slots(sentence, tuple(slots_of(sentence)))
    whole = whole_fee(taken) if taken else None
    return None if whole is None else int(whole.amount.value or 0)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("甲局收取信息处理费200元1件，乙局收取信息处理费190元1件，合计390元。", 390),
        ("共收取信息处理费390元，其中甲局200元。", 390),
        ("甲局收取信息处理费200元，乙局收取190元，合计400元。", 400),
        ("甲局收取信息处理费200元，乙局收取信息处理费190元。", None),
        ("甲局收取信息处理费200元，乙局收取190元，共计300元。", None),
        ("收取信息处理费200元，比上年增加20元。", None),
        ("甲局收取复印费200元，乙局收取190元，合计390元。", None),
    ],
)
def test_the_sum_is_the_whole_and_a_part_is_not(text: str, whole: int | None) -> None:
    assert _whole(text) == whole


def test_a_sum_of_two_others_is_told() -> None:
    text = "甲局收取信息处理费200元，乙局收取190元，合计390元。"
    (sentence,) = sentences_of(Section(6, "", (Paragraph(text),)), 2024)
    slots = tuple(slots_of(sentence))
    assert [is_sum_of_others(slot, slots) for slot in slots] == [False, False, True]
