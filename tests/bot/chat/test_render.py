"""Answers as messages: escaped, within the limits, broken where it does not hurt."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.memory import Kept
from bot.chat.phrases import phrases_in
from bot.chat.render import MESSAGE_UNITS, choice_rows, messages_from, render, sources_from
from bot.types import END, STRONG, Answer, Choice, Lang, Route
from tests.bot.chat.brain import QUOTE, SOURCE
from tests.bot_api import parse_html

ZH, EN = phrases_in(Lang.ZH), phrases_in(Lang.EN)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("marked", "html"),
    [
        ("12件", "12件"),
        (f"{STRONG}12{END}件", "<b>12</b>件"),
        ("<b>&amp;\"'", "&lt;b&gt;&amp;amp;\"'"),
        (f"{STRONG}<{END}", "<b>&lt;</b>"),
        (f"{STRONG}一\n二{END}三", "<b>一</b>\n<b>二</b>三"),
        (f"{STRONG}{STRONG}一{END}{END}", "<b>一</b>"),
        (f"{END}一{STRONG}二", "一<b>二</b>"),
    ],
)
def test_text_is_escaped_and_tags_always_pair(marked: str, html: str) -> None:
    (message,) = messages_from(marked, ZH)
    assert message.html == html
    assert message.plain == marked.replace(STRONG, "").replace(END, "")


@pytest.mark.parametrize("marked", ["", " \n ", f"{STRONG}{END}"])
def test_an_empty_answer_still_says_something(marked: str) -> None:
    assert [m.plain for m in messages_from(marked, ZH)] == [ZH.empty_answer]


@pytest.mark.parametrize(
    ("marked", "sizes"),
    [
        ("字" * 4096, [4096]),
        ("字" * 4097, [4096, 1]),
        ("😀" * 2049, [4096, 2]),  # two UTF-16 units each
        ("字" * 4000 + "\n" + "字" * 95, [4096]),
        ("字" * 4000 + "\n" + "字" * 96, [4000, 96]),
        ("字" * 4096 + "\n\n\n" + "尾", [4096, 1]),
    ],
)
def test_a_message_holds_4096_units_and_no_more(marked: str, sizes: list[int]) -> None:
    assert [units(m.html) for m in messages_from(marked, ZH)] == sizes


def test_a_line_that_is_too_long_is_cut_after_a_sentence() -> None:
    line = "甲" * 3000 + "。" + "乙" * 3000
    assert [m.plain for m in messages_from(line, ZH)] == ["甲" * 3000 + "。", "乙" * 3000]


def test_emphasis_goes_on_where_a_line_is_cut() -> None:
    first, second = messages_from(STRONG + "字" * 5000 + END, ZH)
    assert (first.html[:3], first.html[-4:]) == ("<b>", "</b>")
    assert (second.html[:3], second.html[-4:]) == ("<b>", "</b>")
    assert first.plain + second.plain == "字" * 5000


def test_what_is_cut_off_for_length_is_said() -> None:
    rows = [f"第{n}行" + "字" * 1000 for n in range(1, 101)]
    messages = messages_from("\n".join(rows), ZH)
    shown = [line for m in messages[:-1] for line in m.plain.split("\n")]
    assert shown == rows[: len(shown)]
    assert messages[-1].plain == ZH.cut.format(lines=100 - len(shown))


@given(st.text(alphabet=f"{STRONG}{END}ab<>& \n。字😀", max_size=60), st.integers(1, 400))
def test_no_text_breaks_the_limits_or_the_markup(text: str, times: int) -> None:
    for message in messages_from(text * times, ZH):
        assert units(message.html) <= MESSAGE_UNITS
        assert message.plain.strip()
        plain, entities = parse_html(message.html)
        assert plain == message.plain
        assert len(entities) <= 100


def test_the_buttons_stand_under_the_last_message_and_know_their_turn() -> None:
    answer = Answer(
        "q",
        Route.CLARIFY,
        Lang.ZH,
        "字" * 5000,
        choices=(Choice("短", "一"), Choice("也短", "二"), Choice("长" * 80, "三")),
        sources=(SOURCE,),
    )
    first, last = render(answer, 123456789, ZH)
    assert not first.buttons
    assert [[b.data for b in row] for row in last.buttons] == [
        ["c:123456789:0", "c:123456789:1"],
        ["c:123456789:2"],
        ["s:123456789"],
    ]
    assert last.buttons[1][0].label == "长" * 59 + "…"


def test_no_turn_means_no_buttons() -> None:
    answer = Answer("q", Route.CLARIFY, Lang.ZH, "哪个？", choices=(Choice("甲", "甲"),))
    assert not render(answer, None, ZH)[0].buttons


def test_more_choices_than_telegram_takes_are_left_out() -> None:
    choices = tuple(Choice(f"一个很长很长的选项{n}", "q") for n in range(150))
    rows = choice_rows(choices, 2**62)
    assert sum(map(len, rows)) == 90
    assert all(len(b.data.encode()) <= 64 for row in rows for b in row)


def test_a_blank_cell_is_shown_as_blank() -> None:
    kept = Kept(Lang.ZH, sources=(replace(SOURCE, raw=" "),))
    assert "原文：（空白）" in sources_from(kept, ZH)[0].plain


def test_a_number_from_a_sentence_shows_the_sentence() -> None:
    source = replace(
        SOURCE, table=None, row="", column="", sentence="全年收到申请12件。", url=None
    )
    assert sources_from(Kept(Lang.EN, sources=(source,)), EN)[0].plain == (
        "Source\n\n《清水乡人民政府2024年度报告》\n某省/某市/某县 清水乡人民政府 2024\nsection 3\n"
        "“全年收到申请12件。”\nfile: 清水乡<2024>.html"
    )


@pytest.mark.parametrize(
    ("section", "table", "expected"),
    [
        (0, None, "开头部分"),
        (3, 1, "第三部分 · 统计表"),
        (4, 4, "第四部分 · 表四"),
        (None, 2, "表二"),
    ],
)
def test_the_place_in_the_report_is_named(
    section: int | None, table: int | None, expected: str
) -> None:
    source = replace(SOURCE, section=section, table=table, row="", column="")
    assert sources_from(Kept(Lang.ZH, sources=(source,)), ZH)[0].plain.split("\n")[4] == expected


def test_a_quotation_stands_out_in_its_surroundings() -> None:
    html = sources_from(Kept(Lang.ZH, passages=(QUOTE,)), ZH)[0].html
    assert "“一是<b>公开不够及时</b>，二是力量不足。”" in html


def test_the_same_source_is_named_once_and_what_is_unlisted_is_counted() -> None:
    kept = Kept(Lang.ZH, sources=(SOURCE, SOURCE), unlisted=4)
    (message,) = sources_from(kept, ZH)
    assert message.plain.count("总计") == 1
    assert message.plain.endswith(ZH.more_sources.format(count=4))
