from index.facts.sentences.split import one_width, sentences_of, slots_of
from index.types import Paragraph, Section


def _sentences(text: str) -> list[tuple[str, str]]:
    section = Section(1, "一、总体情况", tuple(map(Paragraph, text.splitlines())))
    return [(s.topic, s.text) for s in sentences_of(section, 2024)]


def _slots(text: str) -> list[tuple[str, str, str, str]]:
    (sentence,) = sentences_of(Section(1, "", (Paragraph(text),)), 2024)
    return [
        (slot.lead, slot.left, sentence.printed(slot.amount.start, slot.amount.end), slot.right)
        for slot in slots_of(sentence)
    ]


def test_sentences_stand_under_the_heading_before_them() -> None:
    text = "（一）主动公开。公开5条。又公开6条！\n2.依申请公开情况\n收到3件。\n平台建设：有1个。"
    assert _sentences(text) == [
        ("主动公开", "（一）主动公开。"),
        ("主动公开", "公开5条。"),
        ("主动公开", "又公开6条！"),
        ("依申请公开情况", "2.依申请公开情况"),
        ("依申请公开情况", "收到3件。"),
        ("依申请公开情况", "平台建设：有1个。"),
    ]


def test_the_words_around_an_amount_end_at_marks() -> None:
    assert _slots("通过政府网站、微信等渠道，全乡公开160条，其中网站88条、微信推送72条信息。") == [
        ("通过政府网站、微信等渠道", "全乡公开", "160条", ""),
        ("", "其中网站", "88条", ""),
        ("", "微信推送", "72条", "信息"),
    ]


def test_brackets_without_an_amount_are_passed_over() -> None:
    assert _slots("作其他处理（含撤回申请）３４１ 件，结转（下年）5件（甲县2件、乙县3件）。") == [
        ("", "作其他处理", "３４１ 件", ""),
        ("", "结转", "5件", ""),
        ("", "甲县", "2件", ""),
        ("", "乙县", "3件", ""),
    ]


def test_an_amount_right_after_another_is_told() -> None:
    (sentence,) = sentences_of(Section(1, "", (Paragraph("12个部门发布信息5条。"),)), 2024)
    assert [slot.is_after_amount for slot in slots_of(sentence)] == [False, True]


def test_one_width_keeps_thousands_and_ends_clauses() -> None:
    assert one_width("公开 １,２３４ 条,其中\u200b５条，") == "公开1,234条，其中5条，"


def test_digits_with_a_blank_between_are_no_number() -> None:
    (sentence,) = sentences_of(
        Section(1, "", (Paragraph("公开 1 6 0 条，2, 345条，７ 条。"),)), 2024
    )
    told = [(a.value, sentence.printed(a.start, a.end)) for a in sentence.amounts]
    assert [value for value, _ in told if value is not None] == [7]
    assert told[-1][1] == "７ 条"
