"""Rows of cells that commas part, or that are named one by one; all of them are invented."""

import pytest

from index.report.text.separated import tabbed

TWO = ["规章{0}1{0}0{0}5", "行政规范性文件{0}2{0}0{0}7", "行政许可{0}40", "行政处罚{0}3"]


def rows(*lines: str) -> list[list[str]]:
    return [line.split("\t") for line in tabbed(lines)]


@pytest.mark.parametrize("mark", [",", ";", "，", "；"])
def test_rows_of_labels_and_numbers_are_parted(mark: str) -> None:
    lines = [line.format(mark) for line in (*TWO, "行政强制{0}0")]
    assert rows(*lines)[0] == ["规章", "1", "0", "5"]
    assert rows(*lines)[-1] == ["行政强制", "0"]


def test_a_label_may_hold_the_mark_that_parts() -> None:
    label = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    lines = [line.format("，") for line in TWO]
    assert rows(*lines, f"{label}，1，0，0，0，0，0，1")[-1][:2] == [label, "1"]


def test_a_row_of_table_four_keeps_its_place_though_few_cells_are_filled() -> None:
    lines = [line.format(";") for line in (*TWO, "行政强制{0}0")]
    assert rows(*lines, ";;;;;5;2;;;7;;;;;")[-1] == [*[""] * 5, "5", "2", "", "", "7", *[""] * 5]


@pytest.mark.parametrize(
    "line", ["今年公开信息5条，其中网站3条，公众号2条。", "一是规章，二是行政许可", "1,234"]
)
def test_prose_among_rows_stays_as_it_is(line: str) -> None:
    lines = [part.format(",") for part in (*TWO, "行政强制{0}0")]
    assert tabbed([*lines, line])[-1] == line


def test_four_rows_are_no_table_of_commas() -> None:
    lines = [line.format(",") for line in TWO]
    assert tabbed(lines) == lines


def test_thousands_that_were_cut_are_whole_again_where_there_is_one_way() -> None:
    even = [
        "规章,1,0,5",
        "规范性文件,2,0,7",
        "行政许可,40,0,8",
        "行政处罚,3,0,1",
        "行政强制,1,234,0,2",
    ]
    assert rows(*even)[-1] == ["行政强制", "1,234", "0", "2"]
    assert rows(*even[:-1], "行政强制,1,234,567,2")[-1] == ["行政强制", "1 234 567 2"]


def test_where_widths_differ_two_halves_of_a_number_are_left_open() -> None:
    lines = [line.format(",") for line in TWO]
    assert rows(*lines, "行政强制,8,609")[-1] == ["行政强制", "8 609"]


def test_a_cell_in_quotes_holds_marks_and_line_breaks() -> None:
    assert tabbed(['"本年新', '制作数量"\t"规章"\t3']) == ["本年新制作数量\t规章\t3"]
    assert tabbed(['他说："好', "然后走了。"]) == ['他说："好', "然后走了。"]


def test_numbers_behind_a_colon_are_cells() -> None:
    lines = [
        "规章：1、0、5",
        "行政规范性文件：2、0、7",
        "行政许可：40",
        "行政处罚：3",
        "行政强制：0",
    ]
    assert rows(*lines)[0] == ["规章", "1", "0", "5"]


def test_numbers_with_names_are_rows_below_heads() -> None:
    lines = [
        "行政许可：本年处理决定数量40",
        "行政处罚：本年处理决定数量3件",
        "行政强制：本年处理决定数量0。",
    ]
    other = [
        "规章：本年制发件数1，本年废止件数0，现行有效件数5",
        "会议：召开会议3次",
        "地址：人民路3号",
    ]
    told = rows(*other[:1], *lines, *other[1:])
    assert told[:2] == [
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "1", "0", "5"],
    ]
    assert told[2:4] == [["信息内容", "本年处理决定数量"], ["行政许可", "40"]]
    assert told[-2:] == [["会议：召开会议3次"], ["地址：人民路3号"]]


def test_bullets_before_named_numbers_change_nothing() -> None:
    lines = [
        "行政许可：处理决定数量 40",
        "行政处罚：处理决定数量 3",
        "行政强制：处理决定数量 0",
        "甲：",
        "乙：",
    ]
    assert rows(*(f"  - {line}" for line in lines))[:4] == rows(*lines)[:4]
    assert rows(*lines)[1] == ["行政许可", "40"]


def test_applicants_of_whom_there_were_none_may_be_left_out() -> None:
    lines = [
        "1.本年新收政府信息公开申请数量：自然人 12，法人或其他组织 3（其中商业企业 3），总计 15",
        "2.上年结转政府信息公开申请数量0件",
        "（一）予以公开：自然人2件，总计5件",
        "（二）部分公开：自然人3件，总计3件。",
    ]
    told = rows(*lines)
    assert told[0][1:] == ["自然人", "商业企业", *told[0][3:7], "总计"]
    assert told[1][1:] == ["12", "3", "", "", "", "", "15"]
    assert told[-1][1:] == ["3", "", "", "", "", "", "3"]
    # Who the other three were nobody tells.
    assert told[-2][1:] == ["2", *["（未列明）"] * 5, "5"]


def test_a_sentence_that_names_applicants_stays_a_sentence() -> None:
    line = "本年新收政府信息公开申请15件，其中自然人12件，商业企业3件。"
    lines = ["共有三件事：", line, "另外：", "以上是：", "说明：如下"]
    assert tabbed(lines) == lines
