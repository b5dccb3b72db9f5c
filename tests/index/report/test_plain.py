import re
from decimal import Decimal
from random import Random

import pytest

from index.types import Status
from index.vocabulary.metrics import METRIC
from tests.generator.printing import Zero
from tests.generator.tables import SpanTable
from tests.generator.text_layouts import (
    MARKDOWN_LAYOUTS,
    TEXT_LAYOUTS,
    TableLayout,
    expand,
    one_a_line,
    text_of,
    texts,
    with_pipes,
    with_spaces,
    with_tabs,
)
from tests.index.report.invented import PROSE, TITLE, draft, figures, text
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


def with_two_tabs(table: SpanTable, rng: Random) -> Lines:
    return [line.replace("\t", "\t\t") for line in with_tabs(table, rng)]


def with_merged_labels_again(table: SpanTable, rng: Random) -> Lines:
    """One cell a line, a merged label once for each column that it covers."""
    if table.number == 2:
        return one_a_line(table, rng)
    return [cell for row in expand(table, is_repeating=True) for cell in row]


def _stacked(table: SpanTable, *, is_label_with_group: bool) -> Lines:
    """Rows of Markdown, the rows of a group in one: a line each in every cell."""
    groups: list[tuple[str, list[tuple[str, ...]]]] = []
    for row in expand(table):
        is_in_group = table.number == 3 and len(set(row[:3])) == 3
        group = row[1] if is_in_group else ""
        if groups and group and groups[-1][0] == group:
            groups[-1][1].append(row)
        else:
            groups.append((group, [row]))
    lines = []
    for group, rows in groups:
        columns = ["<br>".join(cells) for cells in zip(*rows, strict=True)]
        if group:
            columns[:2] = [rows[0][0], group]
        if group and is_label_with_group:
            columns[1:3] = [f"{group}<br>{columns[2]}"]
        lines.append(f"| {' | '.join(columns)} |")
    return lines


def with_groups_stacked(table: SpanTable, rng: Random) -> Lines:
    return _stacked(table, is_label_with_group=False)


def with_groups_stacked_below_their_name(table: SpanTable, rng: Random) -> Lines:
    return _stacked(table, is_label_with_group=True)


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
        with_two_tabs,
        with_merged_labels_again,
        with_groups_stacked,
        with_groups_stacked_below_their_name,
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
@pytest.mark.parametrize(
    "layout", [with_tabs, with_pipes, with_two_tabs, with_groups_stacked], ids=lambda f: f.__name__
)
def test_zero_may_be_written_as_a_mark_or_left_empty(
    layout: TableLayout, zero: Zero
) -> None:  # V48
    source = text(layout, zero)
    assert values_of(source) == EXPECTED
    assert statuses_of(source)[("rules_issued", "total")] is Status.BLANK


def as_pandas_prints(table: SpanTable, rng: Random) -> Lines:
    rows = [(str(at), *(cell or "nan" for cell in row)) for at, row in enumerate(expand(table))]
    heads = ("", *map(str, range(len(rows[0]) - 1)))
    rule = "|".join(["---:", *[":---"] * len(heads)])
    return [f"| {' | '.join(heads)} |", f"|{rule}|", *(f"| {' | '.join(row)} |" for row in rows)]


@pytest.mark.parametrize("zero", [Zero.DIGIT, Zero.EMPTY])
def test_what_pandas_prints_for_an_empty_cell_is_one(zero: Zero) -> None:
    source = text(as_pandas_prints, zero)
    assert values_of(source) == EXPECTED
    is_blank = statuses_of(source)[("rules_issued", "total")] is Status.BLANK
    assert is_blank == (zero is Zero.EMPTY)


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


@pytest.mark.parametrize("layout", [one_a_line, with_spaces, with_tabs])
def test_the_caption_of_a_second_table_parts_it_from_the_first(layout: TableLayout) -> None:
    def twice(table: SpanTable, rng: Random) -> Lines:
        lines = layout(table, rng)
        caption = "（二）清溪县人民政府办公室收到和处理政府信息公开申请情况"
        return [*lines, caption, *lines] if table.number == 3 else lines

    three = next(s for s in outline_of(text(twice)).sections if s.number == 3)
    assert [len(table.rows) for table in three.tables] == [len(three.tables[0].rows)] * 2


@pytest.mark.parametrize("mark", [" ", ", "], ids=["blank", "comma and blank"])
def test_thousands_with_a_blank_are_one_number_where_each_cell_has_a_line(mark: str) -> None:
    values = {key: 137 * value for key, value in EXPECTED.items()} | {
        ("fees_wan", "total"): _EMPTY
    }
    lines = text_of(draft(values), one_a_line, Random(1)).split("\n")
    loose = [re.sub(r"^(\d{1,3})(\d{3})$", rf"\1{mark}\2", line) for line in lines]
    assert loose != lines
    told = values_of("\n".join(loose))
    assert {k: v for k, v in told.items() if v is not None and v != values[k]} == {}
    unread = {metric for (metric, _), value in told.items() if value is None}
    assert {METRIC[metric].table for metric in unread} <= {2}  # which has no sums


def test_page_numbers_are_no_cells() -> None:
    rows = text(with_spaces).split("\n")
    middle = next(i for i, row in enumerate(rows) if "无法提供" in row)
    source = "\n".join((*rows[:middle], "", "- 3 -", "\x0c", *rows[middle:]))
    assert values_of(source) == EXPECTED
    assert findings_of(source) == ()


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
    code = [re.sub(r"\| (\d+) (?=\|)", r"| `\1` ", line) for line in lines]
    linked = [re.sub(r"\| (\d+) (?=\|)", r"| [\1](#n\1) ", line) for line in lines]
    assert linked != lines
    assert values_of("\n".join(linked)) == EXPECTED
    assert values_of("\n".join(code)) == EXPECTED
    assert values_of("\n".join(bold)) == EXPECTED
    assert values_of("\n".join(escaped)) == EXPECTED


def test_rows_with_a_rule_below_some_of_them_only_are_not_put_together() -> None:
    rule = "+------+------+"
    rows = ["| 规章 | 1 |", "| 行政许可 | 2 |", "| 行政处罚 | 3 |", "| 行政强制 | 4 |"]
    lines = [rule, *rows[:2], rule, rows[2], rule, rows[3], rule]
    told = values_of(
        "\n".join([TITLE, "二、主动公开政府信息情况", *lines, "五、存在的问题及改进情况", "无。"])
    )
    assert (told["licences", "total"], told["penalties", "total"]) == (2, 3)


def test_numbers_that_stick_to_the_labels_of_their_rows_are_parted() -> None:
    lines = []
    for line in text(with_tabs).split("\n"):
        cells = [cell for cell in line.split("\t") if cell]
        numbers = [cell for cell in cells if cell[0].isdigit() and cell.isdigit()]
        is_row = len(numbers) in (3, 7) and len(cells) > len(numbers)
        label = " ".join(cell for cell in cells if cell not in numbers)
        lines.append(label + " ".join(numbers) if is_row else line)
    assert values_of("\n".join(lines)) == EXPECTED
