import pytest

from index.facts.sentences.times import When, time_at, times_in

THIS, UNTIL, OTHER = When.THIS_YEAR, When.UNTIL_NOW, When.OTHER_YEAR
SEVERAL, PART, FUTURE, TARGET = When.SEVERAL_YEARS, When.PART, When.FUTURE, When.TARGET


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全乡公开", THIS),
        ("2024年全乡公开", THIS),
        ("二〇二四年全乡公开", THIS),
        ("24年全乡公开", THIS),
        ("今年以来，公开", THIS),
        ("2024年以来，公开", THIS),
        ("2024年1月1日至12月31日，公开", THIS),
        ("自2024年1月1日起至2024年12月31日止，公开", THIS),
        ("1-12月，公开", THIS),
        ("截至2024年12月31日，公开", UNTIL),
        ("截至目前，公开", UNTIL),
        ("截至2024年12月31日，全年公开", THIS),
        ("到年底，公开", UNTIL),
        ("截至2023年底，公开", OTHER),
        ("2023年，公开", OTHER),
        ("去年公开", OTHER),
        ("上年度公开", OTHER),
        ("上年结转", THIS),
        ("比去年增加", THIS),
        ("较2023年同期增加", THIS),
        ("比往年多，公开", THIS),
        ("2023年公开5条，2024年公开", THIS),
        ("2022—2024年公开", SEVERAL),
        ("自2019年起至2024年底，公开", SEVERAL),
        ("自条例施行以来，截至2024年底，公开", SEVERAL),
        ("党的二十大以来，公开", SEVERAL),
        ("近三年来，公开", SEVERAL),
        ("历年公开", SEVERAL),
        ("上半年公开", PART),
        ("第三季度公开", PART),
        ("12月5日公开", PART),
        ("每月公开", When.EACH),
        ("每月检查一次，公开", THIS),
        ("2023年每月检查一次，公开", OTHER),
        ("6月开展检查，全年公开", THIS),
        ("12月底前公开", THIS),
        ("下一步，公开", FUTURE),
        ("下一步，全年公开", FUTURE),
        ("2025年公开", FUTURE),
        ("结转下年度继续办理", THIS),
        ("力争全年公开", TARGET),
        ("围绕目标任务，全年公开", THIS),
        ("印发《2023年工作要点》，公开", THIS),
    ],
)
def test_the_time_of_a_figure_is_what_was_said_last(text: str, expected: When) -> None:
    assert time_at(times_in(text, 2024), THIS, text, len(text)) is expected


def test_what_begins_in_the_future_stays_there() -> None:
    text = "全年公开"
    assert time_at(times_in(text, 2024), FUTURE, text, len(text)) is FUTURE
