"""Numbers that a message states before it asks for another."""

import pytest

from bot.understand.reading.premises import asked_as_well, without_premise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("桥头镇去年申请12件，公开了几件", "桥头镇去年申请几件，公开了几件"),
        ("复议8次,纠正多少", "复议几次,纠正多少"),
        ("申请超过12件，有几个部门", ""),
        ("申请12件以上的，有几个", ""),
        ("2024年申请，公开了几件", ""),
        ("申请12件，公开3件，不公开几件", ""),
        ("收到12件吗，公开了几件", ""),
        ("申请12件", ""),
    ],
)
def test_a_stated_number_is_asked_for(text: str, expected: str) -> None:
    assert asked_as_well(text) == expected


@pytest.mark.parametrize(
    ("said", "plain", "number"),
    [
        ("去年收到的5件申请里公开了几件", "去年收到的申请里公开了几件", 5),
        ("2024年12件申请都是怎么办的", "2024年申请都是怎么办的", 12),
        (
            "of the 12 applications received, how many",
            "of the applications received, how many",
            12,
        ),
        ("超过10件申请的有哪些", "超过10件申请的有哪些", None),
        ("收到的申请超过5件吗", "收到的申请超过5件吗", None),
        ("公开了5件申请还是6件", "公开了5件申请还是6件", None),
    ],
)
def test_a_number_that_is_taken_for_known_is_told_apart(
    said: str, plain: str, number: int | None
) -> None:
    assert without_premise(said) == (plain, number)
