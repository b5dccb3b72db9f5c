import pytest

from index.facts.sentences.recast import recast
from index.facts.sentences.split import sentences_of, slots_of
from index.facts.sentences.subjects import subject_of
from index.facts.sentences.times import When
from index.types import Issuer, Kind, Paragraph, Section

SUBJECT = subject_of(Issuer("清水乡人民政府", "某省/某市/云溪县", Kind.TOWN))


def _recast(text: str) -> list[tuple[str, int]]:
    """The words and values of what is this year's."""
    (sentence,) = sentences_of(Section(1, "", (Paragraph(text),)), 2024)
    return [
        (slot.left, int(slot.amount.value or 0))
        for slot, _ in recast(tuple(slots_of(sentence)), SUBJECT)
        if slot.when is When.THIS_YEAR
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("公开信息由上年的210条增至260条。", "公开信息"),
        ("公开信息从2023年的210条增加到2024年的260条。", "公开信息"),
        ("公开信息较上年减少40条，为260条。", "公开信息"),
        ("公开信息比2023年的210条多50条，共计260条。", "公开信息"),
        ("公开信息较上年增加40条，增幅18%，总数达260条。", "公开信息"),
        ("公开信息目标为200条，实际完成260条。", "公开信息"),
        ("计划公开信息200条，实际公开260条。", "公开信息"),
        ("2023年、2024年分别公开信息210条、260条。", "公开信息"),
        ("2023年公开信息210条，2024年为260条。", "公开信息"),
        ("建站以来累计公开信息8900条，其中2024年260条。", "全年公开信息"),
        ("全县公开信息9100条，其中我乡260条。", "我乡公开信息"),
        ("公开信息总量2024年为260条。", "公开信息总量"),
    ],
)
def test_the_year_s_own_number_takes_the_words_of_the_one_before(text: str, words: str) -> None:
    assert _recast(text) == [(words, 260)]


@pytest.mark.parametrize(
    "text",
    [
        "2022年、2023年分别公开信息210条、260条。",
        "2023年公开信息由2022年的210条增至260条。",
        "明年公开信息由210条增至260条。",
    ],
)
def test_no_number_of_another_year_takes_them(text: str) -> None:
    assert _recast(text) == []


def test_numbers_with_words_of_their_own_stay_as_they_are() -> None:
    assert _recast("公开信息260条，收到申请5件。") == [("公开信息", 260), ("收到申请", 5)]
