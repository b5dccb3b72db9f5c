import re
from collections.abc import Callable
from decimal import Decimal
from random import Random

import pytest

from index.types import Status
from tests.generator.printing import Zero
from tests.generator.tables import SpanTable
from tests.generator.text_layouts import (
    MARKDOWN_LAYOUTS,
    TEXT_LAYOUTS,
    TableLayout,
    expand,
    one_a_line,
    texts,
    with_pipes,
    with_spaces,
    with_tabs,
)
from tests.index.report.invented import PROSE, TITLE, figures, text
from tests.index.report.reading import (
    findings_of,
    outline_of,
    rules_of,
    statuses_of,
    texts_of,
    values_of,
)

Lines = list[str]
EXPECTED = figures()
_EMPTY = Decimal(0)


def after_one_blank(table: SpanTable, rng: Random) -> Lines:
    return [" ".join(t for t in texts(row) if t) for row in table.rows]


def after_wide_blank(table: SpanTable, rng: Random) -> Lines:
    return ["\u3000".join(t for t in texts(row) if t) for row in table.rows]


def with_irregular_gaps(table: SpanTable, rng: Random) -> Lines:
    return [line for i, t in enumerate(one_a_line(table, rng)) for line in (t, *[""] * (i % 3))]


def with_wrapped_labels(table: SpanTable, rng: Random) -> Lines:
    pieces = ((t[i : i + 13] for i in range(0, len(t), 13)) for t in one_a_line(table, rng))
    return [piece for several in pieces for piece in several]


def with_broken_heads(table: SpanTable, rng: Random) -> Lines:
    halves = {"结果维持", "结果纠正", "其他结果", "尚未审结", "商业企业", "科研机构"}
    lines = ((t[:2], t[2:]) if t in halves else (t,) for t in one_a_line(table, rng))
    return [line for several in lines for line in several]


def with_heads_again(table: SpanTable, rng: Random) -> Lines:
    rows = expand(table)
    again = rows[: table.head_rows]
    return ["\t".join(row) for row in (*rows[:14], *again, *rows[14:])]


def with_frames(table: SpanTable, rng: Random) -> Lines:
    rows = expand(table)
    rule = "├" + "┼".join(["────"] * len(rows[0])) + "┤"
    return [line for row in rows for line in ("│" + "│".join(row) + "│", rule)]


def without_empty_tabs(table: SpanTable, rng: Random) -> Lines:
    return ["\t".join(texts(row)) for row in table.rows]


def with_blank_lines(table: SpanTable, rng: Random) -> Lines:
    return [line for row in with_tabs(table, rng) for line in (row, "")]


def labels_above_numbers(table: SpanTable, rng: Random) -> Lines:
    lines = []
    for row in table.rows:
        words = [t for t in texts(row) if not re.fullmatch(r"[\d.]+", t)]
        numbers = [t for t in texts(row) if re.fullmatch(r"[\d.]+", t)]
        lines += words + (["\t".join(numbers)] if numbers else [])
    return lines


OTHERS: dict[str, TableLayout] = {
    f.__name__: f
    for f in (
        after_one_blank,
        after_wide_blank,
        with_irregular_gaps,
        with_wrapped_labels,
        with_broken_heads,
        with_heads_again,
        with_frames,
        without_empty_tabs,
        with_blank_lines,
        labels_above_numbers,
    )
}
LAYOUTS = {**TEXT_LAYOUTS, **MARKDOWN_LAYOUTS, **OTHERS}


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["close", "apart"])
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_every_layout_gives_every_cell(layout: TableLayout, gap: str) -> None:  # V40 … V44
    source = text(layout, gap=gap)
    assert values_of(source) == EXPECTED
    assert findings_of(source) == ()
    assert {n: t for n, t in texts_of(source).items() if n in PROSE} == {
        number: "\n".join(prose) for number, prose in PROSE.items()
    }


@pytest.mark.parametrize("zero", [z for z in Zero if z is not Zero.DIGIT])
@pytest.mark.parametrize("layout", [with_tabs, with_pipes], ids=["tabs", "pipes"])
def test_zero_may_be_written_as_a_mark_or_left_empty(
    layout: TableLayout, zero: Zero
) -> None:  # V48
    source = text(layout, zero)
    assert values_of(source) == EXPECTED
    assert statuses_of(source)[("rules_issued", "total")] is Status.BLANK


@pytest.mark.parametrize("layout", [with_spaces, after_one_blank, one_a_line])
def test_cells_that_vanished_are_unreadable_and_never_wrong(layout: TableLayout) -> None:  # V45
    source = "\n".join(line for line in text(layout, Zero.EMPTY).split("\n") if line)
    values = values_of(source)
    wrong = {k: v for k, v in values.items() if v is not None and v != EXPECTED[k]}
    assert wrong == {}
    assert None in values.values()
    assert "cell_unreadable" in rules_of(source)


def test_lines_that_repeat_may_be_dropped_and_nothing_is_guessed() -> None:  # V46
    lines = text(one_a_line).split("\n")
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line != before]
    values = values_of("\n".join(kept))
    assert {k: v for k, v in values.items() if v is not None and v != EXPECTED[k]} == {}
    assert None in values.values()


Change = Callable[[str], str]


def lost_group_label(source: str) -> str:
    return re.sub(r"\t\t3\.其他\t", "3. 其他\t\t", source)


def in_half_width(source: str) -> str:
    return source.replace("（", "(").replace("）", ") ").replace("，只计", ", 只计")


def with_ideographic_commas(source: str) -> str:
    return re.sub(r"(?<=\t)(\d)\.(?=[一-龥])", r"\1、", source)


def shortened(source: str) -> str:
    source = source.replace("（区分处理的，只计这一情形，不计其他情形）", "")
    source = re.sub("申请人无正当理由逾期不补正[^\t]*", "逾期不补正", source)
    source = re.sub("申请人逾期未按收费通知[^\t]*", "逾期不缴费", source)
    return source.replace("行政规范性文件", "规范性文件").replace("有效件数", "有效件")


def broken_in_heads(source: str) -> str:
    for head in ("结果维持", "结果纠正", "其他结果", "尚未审结", "商业企业"):
        source = source.replace(head, f"{head[:2]} {head[2:]}")
    return source


def without_ordinals(source: str) -> str:
    return re.sub(r"(?m)(^|\t)(?:[一二四]、|（[一二三四五六七]）|\d\.)(?=[一-龥])", r"\1", source)


def in_parts(source: str) -> str:
    return re.sub("第二十条第（(.)）项", r"第二十条 第（\1） 项", source)


def with_units(source: str) -> str:
    return re.sub(r"(?<=\t)(\d+)(?=[\t\n])", r"\1件", source)


def with_thousands(source: str) -> str:
    return re.sub(r"(?<=\t)(\d)(\d{3})(?=[\t\n])", r"\1,\2", source)


def in_full_width(source: str) -> str:
    digits = str.maketrans("0123456789.", "０１２３４５６７８９．")
    return re.sub(r"(?<=\t)[\d.]+(?=[\t\n])", lambda m: m[0].translate(digits), source)


CHANGES: dict[str, Change] = {
    "V41 group label lost": lost_group_label,
    "V52 heads broken": broken_in_heads,
    "V53 labels shortened": shortened,
    "V54 half-width brackets": in_half_width,
    "V54 other ordinals": with_ideographic_commas,
    "V54 no ordinals": without_ordinals,
    "V55 straight quotes": lambda s: s.replace("“", '"').replace("”", '"'),
    "V55 no quotes": lambda s: s.replace("“", "").replace("”", ""),
    "V56 comma in labels": lambda s: s.replace("、行政机关", "，行政机关"),
    "V60 parts of labels apart": in_parts,
    "V61 units in cells": with_units,
    "V61 thousands marks": with_thousands,
    "V89 full width": in_full_width,
    "V89 no-break spaces": lambda s: s.replace("\t", "\t\u00a0").replace("、", "、\u3000"),
    "V89 carriage returns": lambda s: s.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_labels_and_numbers_are_known_however_they_are_written(change: Change) -> None:
    source = text(with_tabs)
    changed = change(source)
    assert changed != source
    assert values_of(changed) == EXPECTED
    assert findings_of(changed) == ()


def test_totals_left_blank_in_detail_rows_are_computed() -> None:  # V47
    rows = text(with_tabs).split("\n")
    source = "\n".join(
        row.rsplit("\t", 1)[0] + "\t" if re.match(r"\t\t\d\.", row) else row for row in rows
    )
    assert values_of(source) == EXPECTED
    assert rules_of(source) == {"total_computed"}


def test_table_four_may_be_a_bare_row_of_numbers() -> None:  # V65
    row = "9 2 1 3 15 | 4 0 2 1 7 | 1 1 0 0 2"
    values = values_of(
        f"四、政府信息公开行政复议、行政诉讼情况\n{row}\n五、存在的主要问题及改进情况\n"
    )
    assert values[("review_total", "total")] == 15
    assert values[("suits_after_corrected", "total")] == 1


def test_an_unknown_row_is_kept_and_said() -> None:  # V66
    source = text(with_tabs).replace(
        "行政规范性文件\t", "其他主动公开文件\t4\t4\t4\n行政规范性文件\t"
    )
    assert values_of(source) == EXPECTED
    assert rules_of(source) == {"row_unknown"}


def test_words_in_place_of_a_table_are_prose() -> None:  # V67
    source = text(with_tabs)
    said = "因政府信息公开被申请行政复议：无"
    start, end = source.index("行政复议\t"), source.index("五、存在")
    changed = f"{source[:start]}{said}\n\n{source[end:]}"
    assert texts_of(changed)[4] == said
    assert "table_missing" in rules_of(changed)


def test_torn_digits_are_joined_where_one_reading_adds_up() -> None:  # V64
    source = text(with_tabs).replace(
        "一、本年新收政府信息公开申请数量\t\t\t31", "一、本年新收政府信息公开申请数量\t\t\t3 1"
    )
    assert values_of(source) == EXPECTED
    assert rules_of(source) == {"digits_joined"}


def test_prose_with_numbers_never_becomes_a_table() -> None:
    said = (
        "（一）主动公开",
        "2023年公开政府信息412条",
        "1.网站公开300条",
        "2.微信公开112条",
        "160",
        "联系电话 0000-1234567",
        "其他 无",
    )
    parted = outline_of(
        "\n".join(
            ("某镇2023年政府信息公开年报", "一、总体情况", *said, "二、主动公开政府信息情况")
        )
    )
    assert parted.sections[0].text == "\n".join(said)
    assert not any(section.tables for section in parted.sections)


def test_a_template_that_was_never_filled_in_reports_nothing() -> None:  # V92
    source = re.sub(r"(?m)(?:(?<=\t)|^)[\d.]+(?=[\t\n])", "", text(with_tabs))
    assert set(values_of(source).values()) == {None}
    assert rules_of(source) == {"table_empty"}


def test_tables_in_markdown_may_be_html() -> None:
    rows = (("规章", "1", "0", "9"), ("行政规范性文件", "2", "0", "8"))
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    lines = (
        f"# {TITLE}",
        "## 二、主动公开政府信息情况",
        "前言。",
        f"<table>{cells}</table>",
        "后语。",
    )
    parted = outline_of("\n\n".join(lines), "a.md")
    assert parted.sections[0].text == "前言。\n后语。"
    assert parted.sections[0].tables[0].rows == rows
    assert parted.titles == (TITLE,)


def test_page_numbers_are_no_cells() -> None:
    rows = text(with_spaces).split("\n")
    middle = next(i for i, row in enumerate(rows) if "无法提供" in row)
    source = "\n".join((*rows[:middle], "", "- 3 -", "\x0c", *rows[middle:]))
    assert values_of(source) == EXPECTED
    assert findings_of(source) == ()


def test_a_head_that_stands_twice_by_mistake_is_read_by_its_place() -> None:  # V57
    heads = "信息内容\t本年新制作数量\t本年新制作数量\t对外公开总数量"
    rows = "规章\t1\t2\t3\n规范性文件\t4\t5\t6"
    values = values_of(f"二、主动公开政府信息情况\n{heads}\n{rows}\n", year=2020)
    named = ("normdocs_issued", "normdocs_published", "normdocs_public_total")
    assert [values[(key, "total")] for key in named] == [4, 5, 6]


@pytest.mark.parametrize("label", ["行政处罚", "行政规范性文件", "2.重复申请"])
@pytest.mark.parametrize("mark", ["", " "])
def test_a_number_that_sticks_to_its_label_is_still_its_number(label: str, mark: str) -> None:
    source = text(with_tabs)
    changed = source.replace(f"{label}\t", f"{label}{mark}", 1)
    assert changed != source
    assert values_of(changed) == EXPECTED


def test_marks_of_markdown_are_no_part_of_a_cell() -> None:
    source = text(with_pipes)
    lines = source.split("\n")
    bold = [
        "|".join(f" **{c.strip()}** " if c.strip() else c for c in line.split("|"))
        if line.count("|") > 1
        else line
        for line in lines
    ]
    escaped = [
        line.replace("1.", "1\\.").replace("2.", "2\\.") if "|" in line else line for line in lines
    ]
    assert values_of("\n".join(bold)) == EXPECTED
    assert values_of("\n".join(escaped)) == EXPECTED
