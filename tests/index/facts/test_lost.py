"""Tables that lost cells, lines or ends of labels: no figure is stated that may be another's."""

from dataclasses import replace

import pytest

from index.facts.tables.read import facts_from_tables
from index.facts.tables.reading import TableReading
from index.types import Era, Section, Table
from tests.index.facts.printed import (
    HEADS,
    THREE,
    TWO,
    Rows,
    lonely,
    printed,
    read,
    tell_rules,
    values,
)
from tests.index.facts.reports import report

LABEL = THREE[len(HEADS)][0]
NEW = THREE[len(HEADS)]
PROCUREMENT: Rows = (
    ("第二十条第（九）项", "", ""),
    ("信息内容", "采购项目数量", "采购总金额"),
)
ANNEX: Rows = (
    ("统计指标", "单位", "统计数"),
    ("（一）收到申请数", "件", "70"),
    ("3.网络申请数", "件", "19"),
    ("4.信函申请数", "件", "51"),
    ("六、举报投诉数量", "件", "0"),
    ("（一）政府信息公开工作专门机构数", "个", "0"),
    ("（二）设置政府信息公开查阅点数", "个", "0"),
    ("（一）召开政府信息公开工作会议或专题会议数", "次", "6"),
)


def annex(rows: Rows) -> TableReading:
    section = Section(6, "附表", (Table(rows),))
    return facts_from_tables(replace(report({}, era=Era.E1), sections=(section,)))


def grid(rows: Rows) -> Rows:
    """The rows as a reader of grids gives them: heads in the columns of their numbers."""
    heads = (
        ("勾稽关系", *["申请人情况"] * 7),
        ("勾稽关系", "自然人", *["法人或其他组织"] * 5, "总计"),
        (
            "勾稽关系",
            "自然人",
            "商业企业",
            "科研机构",
            "社会公益组织",
            "法律服务机构",
            "其他",
            "总计",
        ),
    )
    return (*heads, *rows[len(HEADS) :])


def test_the_last_row_of_a_table_that_breaks_off_is_not_counted() -> None:
    cut = (*THREE[: len(HEADS) + 6], (THREE[len(HEADS) + 6][0], "0"))
    told = values(read(three=cut), 3)
    assert told["denied_law"] == "0"
    assert told["denied_safety"] == "unreadable"
    assert told["denied_safety natural"] == "unreadable"


def test_the_last_row_is_kept_where_it_adds_up() -> None:
    told = values(read(three=THREE[: len(HEADS) + 8]), 3)
    assert told["denied_third_party"] == "1"


def test_a_cell_a_line_without_the_last_head_is_no_table_without_totals() -> None:
    heads = tuple(tuple(c for c in row if c != "总计") for row in HEADS)
    short = (NEW[0], *NEW[2:])  # one of its seven numbers was lost
    told = values(read(three=lonely((*heads, short, *THREE[len(HEADS) + 1 :]))), 3)
    assert {v for k, v in told.items() if k.startswith("new_received")} == {"unreadable"}
    assert told["granted"] == "5"


def test_heads_whose_order_was_lost_do_not_move_the_numbers() -> None:
    shuffled = (
        "勾稽关系",
        "自然人",
        "总计",
        *["商业企业", "科研机构", "社会公益组织"],
        "法律服务机构",
        "其他",
    )
    rows = grid(THREE)
    told = values(read(three=(rows[0], shuffled, *rows[3:]), is_grid=True), 3)
    assert (told["new_received natural"], told["new_received enterprise"]) == ("10", "2")
    assert told["new_received"] == "12"


def test_columns_that_an_office_put_in_another_order_are_read_by_their_heads() -> None:
    def total_first(row: tuple[str, ...]) -> tuple[str, ...]:
        return (row[0], row[7], *row[1:7])

    rows = tuple(map(total_first, grid(THREE)))
    told = values(read(three=rows, is_grid=True), 3)
    assert (told["new_received"], told["new_received natural"]) == ("12", "10")


def test_a_label_among_the_numbers_makes_the_row_unreadable() -> None:
    lost = ("", "1", "", "（三）不予公开", "", "", "1")
    rows = tuple((row[0], *lost) if row[0].startswith("8.") else row for row in THREE)
    told = values(read(three=rows), 3)
    assert told["denied_query natural"] == "unreadable"
    assert told["denied_third_party natural"] == "1"


def test_the_beginning_of_a_label_alone_is_no_row_of_zeros() -> None:
    blank = tuple((*row[:1], *("" if c == "0" else c for c in row[1:])) for row in THREE)
    rows = tuple(("1.信访举报",) if row[0].startswith("1.信访") else row for row in blank)
    assert values(read(three=rows), 3)["refused_petition"] == "unreadable"


@pytest.mark.parametrize(
    ("cells", "projects", "amount"),
    [
        (("14", "260000元"), "14", "260000"),
        (("14", "26万元"), "14", "260000"),
        (("260000元", "14"), "unreadable", "unreadable"),
        (("0", "0"), "0", "0"),
    ],
)
def test_money_where_projects_are_counted_shows_that_the_order_was_lost(
    cells: tuple[str, str], projects: str, amount: str
) -> None:
    two = (*PROCUREMENT, ("政府集中采购", *cells))
    told = values(read(two=two, era=Era.E2), 2)
    assert (told["procurement_projects"], told["procurement_amount_yuan"]) == (projects, amount)


def test_a_number_below_an_empty_head_is_not_that_of_the_next_column() -> None:
    heads = ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量")
    row = ("行政处罚", "1", "", "3777")
    told = values(read(two=(heads, row), era=Era.E2, is_grid=True), 2)
    assert (told["penalty_items"], told["penalty_items_change"]) == ("1", "0")
    lost = (heads[0], "", *heads[2:])
    told = values(read(two=(lost, row), era=Era.E2, is_grid=True), 2)
    assert told["penalty_items_change"] == "unreadable"


def test_empty_columns_between_the_others_leave_open_which_is_which() -> None:
    apart = ("", "", "", "", "", "", "", "", "3", "", "", "", "3", "")
    rows = ((LABEL, *apart), *((row[0], *" 0".join(row[1:]).split(" ")) for row in THREE[4:]))
    told = values(read(three=(*HEADS, *rows), is_grid=True), 3)
    assert {v for k, v in told.items() if k.startswith("new_received")} == {"unreadable"}


def test_a_second_unit_is_that_of_a_row_which_lost_its_label() -> None:
    lines = [cell for row in ANNEX for cell in row]
    lost = [cell for cell in lines if cell not in ("19", "4.信函申请数")]
    told = values(annex(tuple((cell,) for cell in lost)), 1)
    assert told["n_app_online"] == "unreadable"
    assert told["new_received"] == "70"


def test_an_empty_cell_among_printed_zeros_is_told() -> None:
    rows = tuple((*row[:2], "") if "会议" in row[0] else row for row in ANNEX)
    (finding,) = (f for f in annex(rows).findings if f.rule == "cell_empty")
    assert [cell.row for cell in finding.cells] == ["召开政府信息公开工作会议或专题会议数"]
    assert "cell_empty" not in tell_rules(annex(ANNEX))


def test_empty_cells_of_a_report_that_prints_no_zeros_are_not_told() -> None:
    rows = tuple(tuple("" if cell == "0" else cell for cell in row) for row in TWO)
    assert "cell_empty" not in tell_rules(read(two=rows))


def test_a_row_that_is_wider_than_its_heads_keeps_the_columns_of_the_form() -> None:
    heads = ("信息内容", "上一年项目数量", "本年增/减")
    row = ("行政处罚", "20", "", "2379")
    told = values(read(two=(heads, row), era=Era.E2, is_grid=True), 2)
    assert (told["penalty_items_change"], told["penalties"]) == ("0", "2379")


def test_an_empty_cell_in_a_row_of_a_table_that_prints_zeros_is_told() -> None:
    rows = tuple((*row[:2], "", *row[3:]) if row[0] == "3.其他" else row for row in grid(THREE))
    (finding,) = (f for f in read(three=rows, is_grid=True).findings if f.rule == "cell_empty")
    assert len(finding.cells) == 7
    assert {cell.row for cell in finding.cells} == {"其他"}


def test_the_label_of_a_group_behind_that_of_a_row_is_not_the_rows() -> None:
    rows = tuple(
        (row[0], "（六）其他处理", *row[1:])
        if row[0] in ("3.其他",)
        else (row[0], row[0], *row[1:])
        for row in THREE[len(HEADS) :]
    )
    told = values(read(three=(*HEADS, *rows), is_grid=True), 3)
    assert told["other_other"] == "0"
    assert "other" not in told


def test_heads_of_which_one_was_lost_are_not_trusted_for_any_of_their_rows() -> None:
    heads = ("信息内容", "本年新公开数量", "对外公开总数量")
    rows: Rows = (heads, ("规章", "87", "820"), ("规范性文件", "43", "74", "827"))
    told = values(read(two=rows, era=Era.E2), 2)
    assert (told["rules_issued"], told["rules_published"]) == ("unreadable", "unreadable")
    assert (told["normdocs_issued"], told["normdocs_public_total"]) == ("43", "827")


def test_two_numbers_in_one_cell_leave_the_row_open() -> None:
    heads = ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量")
    rows: Rows = (heads, ("行政许可", "204+3", "1033"), ("行政处罚", "12", "", "9"))
    told = values(read(two=rows, era=Era.E2), 2)
    assert {told[key] for key in ("licence_items", "licences")} == {"unreadable"}
    assert told["penalties"] == "9"


def test_a_row_that_lost_one_of_its_lines_is_unreadable_where_empty_lines_are_cells() -> None:
    blank = tuple((row[0], *("" if c == "0" else c for c in row[1:])) for row in THREE[3:])
    lines = [(cell,) for row in HEADS for cell in row if cell]
    lines += [(cell,) for row in blank for cell in row]
    carried = next(i for i, (cell,) in enumerate(lines) if cell.startswith("二、"))
    told = values(read(three=tuple(lines)), 3)
    assert (told["carried_in natural"], told["granted"]) == ("1", "5")
    del lines[carried + 1]
    told = values(read(three=tuple(lines)), 3)
    assert (told["carried_in natural"], told["granted"]) == ("unreadable", "5")


def test_words_with_numbers_behind_a_row_without_any_may_be_its_rest() -> None:
    blank = tuple((row[0], *("" if c == "0" else c for c in row[1:])) for row in THREE)
    rows: list[tuple[str, ...]] = []
    for row in blank:
        rows += [(row[0],), ("及其他有关的申请 3 12 15",)] if row[0][:3] == "2.重" else [row]
    assert values(read(three=tuple(rows)), 3)["refused_repeat"] == "unreadable"


def test_the_last_row_of_a_file_that_breaks_off_in_table_two_is_told() -> None:
    cut = TWO[: next(i for i, row in enumerate(TWO) if row[0] == "行政处罚")]
    told = printed(two=cut)
    ends = facts_from_tables(replace(told, sections=told.sections[:1]))
    (finding,) = (f for f in ends.findings if f.rule == "cut_off")
    assert [cell.row for cell in finding.cells] == ["行政许可"]
    assert "cut_off" not in tell_rules(read(two=cut))
    assert "cut_off" not in tell_rules(read(two=cut, three=None, four=None))


def test_the_last_row_of_an_annex_that_breaks_off_is_told() -> None:
    (finding,) = (f for f in annex(ANNEX[:4]).findings if f.rule == "cut_off")
    assert [cell.row for cell in finding.cells] == ["信函申请数"]
    whole = (*ANNEX, ("（二）举办各类培训班数", "次", "1"), ("（三）接受培训人员数", "人次", "30"))
    assert "cut_off" not in tell_rules(annex(whole))


def test_a_number_without_a_label_below_a_row_leaves_it_open() -> None:
    heads = ("信息内容", "上一年项目数量", "本年增/减")
    lines = (*((head,) for head in heads), ("行政事业性收费",), ("3", "2"), ("0",))
    told = values(read(two=lines, era=Era.E2), 2)
    assert {told["fee_items"], told["fee_items_change"]} == {"unreadable"}
