"""How tables are laid out: V40 to V44, V49 to V51, V58, V59, V65, V68, V69; all invented."""

import re
from dataclasses import replace
from html import escape
from random import Random

from tests.generator.html_layouts import PAGE_LAYOUTS
from tests.generator.tables import SpanTable
from tests.generator.text_layouts import (
    TableLayout,
    as_markdown_repeated,
    expand,
    one_a_line,
    one_a_line_apart,
    texts,
    with_half_pipes,
    with_pipes,
    with_ragged_tabs,
    with_spaces,
    with_stray_pipes,
    with_tabs,
)
from tests.index.ingest.variants.base import (
    ALL,
    BODY,
    TITLE,
    cells_of,
    drawn,
    written,
)
from tests.index.ingest.variants.pages import page_of, paragraphs
from tests.index.ingest.variants.ruled import ruled_pdf
from tests.index.ingest.variants.variant import Variant
from tests.index.report.invented import figures

Lines = list[str]
_LOST = replace(ALL, cells={}, findings=("table_missing",))


def _laid_out(number: str, what: str, layout: TableLayout, gap: str = "\n\n") -> Variant:
    """The report with its tables in a layout: every cell is right."""
    return Variant(number, what, written(drawn(), layout, gap), (ALL,))


def _page(number: str, what: str, page: str) -> Variant:
    """The report as a page: every cell is right."""
    return Variant(number, what, page, (ALL,), name="报告.html")


def with_trailing_tabs(table: SpanTable, rng: Random) -> Lines:
    return [f"{line}\t" for line in with_ragged_tabs(table, rng)]


def without_last_group(table: SpanTable, rng: Random) -> Lines:
    """（六） is gone and 3. 其他 stands in the first column."""
    lines = with_tabs(table, rng)
    return [re.sub(r"^\t\t3\.其他\t", "3. 其他\t\t", line) for line in lines]


def without_group_labels(table: SpanTable, rng: Random) -> Lines:
    gone = ("（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理")
    lines = with_tabs(table, rng)
    return [next((line.replace(g, "") for g in gone if g in line), line) for line in lines]


def one_a_line_with_heads_again(table: SpanTable, rng: Random) -> Lines:
    rows = [texts(row) for row in table.rows]
    again = rows[: table.head_rows]
    return [cell for row in (*rows[:12], *again, *rows[12:]) for cell in row if cell]


def with_a_vertical_label(table: SpanTable, rng: Random) -> Lines:
    """三、本年度办理结果 stands a character a line between the rows it belongs to."""
    label = "三、本年度办理结果"
    lines = with_spaces(table, rng)
    first = next((i for i, line in enumerate(lines) if label in line), None)
    if first is None:
        return lines
    rows = [re.sub(rf"^{label}\s+", "", line) for line in lines[first:]]
    upright = [x for i, row in enumerate(rows) for x in (row, *label[i : i + 1])]
    return [*lines[:first], *upright]


def _wrapped(line: str, at: int, *, is_below: bool) -> Lines:
    """A row whose label is broken, its numbers beside the upper or the lower part."""
    match = re.match(r"^(.*?[^\d\s])(\s{2,})(\d.*)$", line)
    if match is None:
        return [line]
    label, gap, numbers = match.groups()
    upper, lower = label[:at], label[at:]
    return [upper, f"{lower}{gap}{numbers}"] if is_below else [f"{upper}{gap}{numbers}", lower]


def with_numbers_below(table: SpanTable, rng: Random) -> Lines:
    return _with_wraps(table, rng, is_below=True)


def with_numbers_above(table: SpanTable, rng: Random) -> Lines:
    return _with_wraps(table, rng, is_below=False)


def _with_wraps(table: SpanTable, rng: Random, *, is_below: bool) -> Lines:
    long = ("2.其他法律行政法规禁止公开", "（二）部分公开", "5.要求行政机关确认")
    return [
        part
        for line in with_spaces(table, rng)
        for part in (
            _wrapped(line, 11, is_below=is_below) if line.strip().startswith(long) else [line]
        )
    ]


def with_a_page_break(table: SpanTable, rng: Random) -> Lines:
    """The page ends above （四）: its number, and the head of the table again."""
    rows = ["\t".join(row) for row in expand(table)]
    at = next((i for i, row in enumerate(rows) if "（四）无法提供" in row), None)
    if at is None:
        return rows
    return [*rows[:at], "- 3 -", "\f", *rows[: table.head_rows], *rows[at:]]


def with_very_wide_titles(table: SpanTable, rng: Random) -> Lines:
    """A hundred empty places behind each heading of a part of the table."""
    return [
        row + " |" * 100 if row.startswith("第二十条") else row for row in with_pipes(table, rng)
    ]


def _in_one_cell() -> str:
    """The report in one cell of a table, its own tables a cell a line."""
    lines = escape(written(drawn(), one_a_line, "\n")).split("\n")
    return page_of(f"<table><tr><td>{'<br>'.join(lines)}</td></tr></table>", TITLE)


def _layout(name: str) -> str:
    return PAGE_LAYOUTS[name](drawn(), Random(1))


def _with_bare_row(row: str) -> str:
    """Of table four only its numbers are left."""
    text = written(drawn(tables=(2, 3)))
    heading = "四、政府信息公开行政复议、行政诉讼情况\n"
    assert heading in text
    return text.replace(heading, f"{heading}{row}\n")


def _with_pictures() -> str:
    text = paragraphs(written(drawn(tables=())))
    pictures = "<p><img src='a1b2c3.jpg' alt=''></p>"
    for heading in ("二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"):
        text = text.replace(f"<p>{heading}</p>", f"<p>{heading}</p>{pictures}")
    return page_of(text, TITLE)


_RULED = ruled_pdf(drawn())
# Others of every kind: other_other, other_org, review_other, all of them different.
_OTHERS = figures(seed=23)

VARIANTS = (
    _laid_out("V40", "tabs, labels over one to three columns", with_ragged_tabs),
    _laid_out("V40", "tabs, and one more at the end of every row", with_trailing_tabs),
    _laid_out("V41", "the last group's label lost, its row shifted", without_last_group),
    _laid_out("V41", "the labels of all groups lost", without_group_labels),
    _laid_out("V42", "a cell a line", one_a_line, "\n"),
    _laid_out("V42", "a cell a line, blank lines between", one_a_line_apart),
    _laid_out("V42", "a cell a line, the head twice", one_a_line_with_heads_again),
    _laid_out("V43", "pipes", with_pipes),
    _laid_out("V43", "pipes at the ends, doubled where cells were merged", with_stray_pipes),
    _laid_out("V44", "a cell a line, ending in a pipe", with_half_pipes),
    _laid_out("V49", "a label a character a line between its rows", with_a_vertical_label, "\n"),
    _laid_out("V50", "labels broken, numbers beside the lower part", with_numbers_below, "\n"),
    _laid_out("V50", "labels broken, numbers beside the upper part", with_numbers_above, "\n"),
    *(
        Variant(number, f"{what}, in a ruled PDF file", _RULED, (ALL,), name="报告.pdf")
        for number, what in (
            ("V49", "a label a character a line"),
            ("V50", "labels broken in their columns"),
            ("V51", "cut by the end of a page, the head printed again"),
        )
    ),
    _laid_out("V51", "cut by the end of a page, the head printed again", with_a_page_break),
    _page("V58", "merged cells repeated over their width", _layout("repeated")),
    _laid_out("V58", "merged cells repeated between pipes", as_markdown_repeated),
    _laid_out("V58", "headings a hundred places wide", with_very_wide_titles),
    _page("V59", "the whole report in a cell of a layout table", _layout("nested")),
    _page("V59", "the whole report in one cell, a line each", _in_one_cell()),
    *(
        Variant("V65", f"table four as {row}", _with_bare_row(row), (ALL,))
        for row in ("9 2 1 3 15 4 0 2 1 7 1 1 0 0 2", "9 2 1 3 15 | 4 0 2 1 7 | 1 1 0 0 2")
    ),
    Variant(
        "V68",
        "总计 and 其他 as rows, columns and outcomes",
        written(drawn(values=_OTHERS), one_a_line),
        (replace(ALL, cells=cells_of(_OTHERS)),),
    ),
    Variant("V69", "tables that are pictures", _with_pictures(), (_LOST,), name="报告.html"),
    Variant(
        "V69",
        "nothing but a picture",
        page_of(
            f"<h1>{TITLE}（图片版）</h1><p>a1b2c3.jpg</p><p><img src='a1b2c3.jpg'></p>", TITLE
        ),
        name="报告.html",
        refused="图片或附件",
    ),
    Variant(
        "V69",
        "nothing but attachments",
        f"{TITLE}\n柳河镇年报.pdf\n柳河镇年报.docx\n",
        refused="附件",
    ),
    Variant(
        "V69",
        "attachments named at the end",
        written(drawn(after=(BODY, "2024年1月12日", "附件：柳河镇年报.pdf"))),
        (ALL,),
    ),
)
