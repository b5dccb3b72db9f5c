"""Tables in the notation of wikis, and rows that lost their breaks; all of them are invented."""

from collections.abc import Callable

import pytest

from index.report.text.notation import plain_lines
from tests.generator.tables import SpanTable
from tests.generator.text_layouts import expand
from tests.index.report.invented import draft, figures
from tests.index.report.reading import values_of


def wiki(table: SpanTable) -> list[str]:
    rows = ["\n".join(f"| {text}" for text in row) for row in expand(table)]
    return ["{| class=wikitable", "|-", *"\n|-\n".join(rows).split("\n"), "|}"]


def doubled(table: SpanTable) -> list[str]:
    return ["||" + "||".join(row) + "||" for row in expand(table)]


def in_one_line(table: SpanTable) -> list[str]:
    return [" ".join(span.text for row in table.rows for span in row if span.text)]


def quoted(table: SpanTable) -> list[str]:
    return ["> | " + " | ".join(row) + " |" for row in expand(table)]


def with_entities(table: SpanTable) -> list[str]:
    return ["\t".join(text or "&nbsp;" for text in row) for row in expand(table)]


def closed_like_sentences(table: SpanTable) -> list[str]:
    rows = [" ".join(span.text for span in row if span.text) for row in table.rows]
    return [f"{row}。" if row[-1].isdigit() else row for row in rows]


LAYOUTS = (wiki, doubled, in_one_line, quoted, with_entities, closed_like_sentences)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_notation_gives_every_cell(layout: Callable[[SpanTable], list[str]]) -> None:
    report = draft()
    lines = [report.title, *report.before]
    for part in report.parts:
        lines.append(part.heading)
        for block in part.blocks:
            lines += [block] if isinstance(block, str) else layout(block)
    assert values_of("\n".join([*lines, *report.after])) == figures()


@pytest.mark.parametrize(
    "line", ["规章 行政许可 行政处罚", "公开规章3件、行政许可40件。", "| 规章 | 3 |", "A & B; &lt"]
)
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert plain_lines([line]) == [line]


def test_a_wiki_table_that_never_ends_is_left_alone() -> None:
    lines = ["{|", "| 规章", "| 3"]
    assert plain_lines(lines) == lines


def test_leaders_before_numbers_are_blanks() -> None:
    assert plain_lines(["行政许可……40", "行政处罚........3"]) == ["行政许可  40", "行政处罚  3"]
    assert plain_lines(["规章……无", "| …… | 3 |"]) == ["规章……无", "| …… | 3 |"]


ANNEX_ROWS = (
    "统计指标 单位 统计数",
    "一、主动公开情况 —— ——",
    "（一）主动公开政府信息数 条 385",
    "2.政府网站公开政府信息数 条 285",
    "三、依申请公开情况 —— ——",
    "（一）收到申请数 件 9",
    "1.当面申请数 件 2",
    "3.网络申请数 件 7",
    "四、行政复议数量 件 3",
    "（一）维持具体行政行为数 件 2",
    "（二）被依法纠错数 件 1",
    "五、行政诉讼数量 件 0",
    "六、举报投诉数量 件 4",
    "（二）举办各类培训班数 次 5",
)
ANNEX = {"n_proactive": 385, "new_received": 9, "review_total": 3, "n_complaint": 4}


@pytest.mark.parametrize(
    "lines",
    [
        [" ".join(ANNEX_ROWS)],
        [f"{row.rsplit(' ', 2)[0]:　<40}{'    '.join(row.split()[1:])}" for row in ANNEX_ROWS],
    ],
    ids=["one line", "columns"],
)
def test_the_annex_is_read_in_one_line_and_in_columns(lines: list[str]) -> None:
    before = [
        "清溪县柳河镇2016年政府信息公开工作年度报告",
        "一、概述",
        "全年公开有序。",
        "二、附表",
    ]
    told = values_of("\n".join([*before, *lines]), year=2016)
    assert {key: told[(key, "total")] for key in ANNEX} == ANNEX


def marked(table: SpanTable, row_end: str) -> list[str]:
    return ["".join(f"{text}\x07" for text in row) + row_end for row in expand(table)]


@pytest.mark.parametrize("end", ["\r", "\n", ""])
def test_marks_of_word_processors_part_cells_and_rows(end: str) -> None:
    report = draft()
    lines = [report.title, *report.before]
    for part in report.parts:
        lines.append(part.heading)
        for block in part.blocks:
            lines += [block] if isinstance(block, str) else ["".join(marked(block, "\x07" + end))]
    assert values_of("\n".join([*lines, *report.after])) == figures()
