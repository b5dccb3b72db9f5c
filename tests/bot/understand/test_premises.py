"""Numbers that a message states before it asks for another."""

import pytest

from bot.understand.reading.premises import asked_as_well


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
