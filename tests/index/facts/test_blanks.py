import pytest

from tests.index.facts.printed import HEADS, LABELS, NUMBERS, THREE, TWO, Rows, read, values

LICENCES = ("行政许可", "1,234", "", "")


def _short(rows: Rows, label: str, *cells: str) -> Rows:
    return tuple((label, *cells) if row[0] == label else row for row in rows)


@pytest.mark.parametrize("is_grid", [True, False])
def test_a_row_that_lost_all_its_cells_is_no_row_of_zeros(is_grid: bool) -> None:
    two = _short(TWO, "行政规范性文件")
    three = _short(THREE, "2.重复申请")
    reading = read(two, three, is_grid=is_grid)
    assert values(reading, 2)["normdocs_valid"] == "unreadable"
    assert values(reading, 3)["refused_repeat"] == "unreadable"
    assert values(reading, 3)["refused_repeat natural"] == "unreadable"


def test_a_row_that_lost_some_cells_is_no_row_with_blanks() -> None:
    two = _short(TWO, "行政规范性文件", "5", "3")
    assert values(read(two), 2)["normdocs_valid"] == "unreadable"
    assert values(read(_short(TWO, "行政事业性收费"), is_grid=True), 2)["fees_wan"] == "unreadable"


@pytest.mark.parametrize("is_grid", [True, False])
def test_an_empty_row_among_printed_zeros_is_unreadable(is_grid: bool) -> None:
    two = _short(TWO, "规章", "", "", "")
    three = _short(THREE, "2.重复申请", *[""] * 7)
    reading = read(two, three, is_grid=is_grid)
    assert values(reading, 2)["rules_valid"] == "unreadable"
    assert values(reading, 3)["refused_repeat"] == "unreadable"


@pytest.mark.parametrize("is_grid", [True, False])
def test_an_empty_row_is_zeros_where_zeros_are_left_blank(is_grid: bool) -> None:
    two = _short(TWO, "规章", "", "", "")
    rows = (line.split() for line in NUMBERS)
    blank = (["" if cell == "0" else cell for cell in row] for row in rows)
    three = (*HEADS, *((label, *row) for label, row in zip(LABELS, blank, strict=True)))
    four = (("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 3, ("",) * 15)
    reading = read(two, three, four, is_grid=is_grid)
    assert values(reading, 2)["rules_valid"] == "0"
    assert values(reading, 3)["refused_repeat"] == "0"


def test_a_table_that_lacks_a_column_is_not_shifted_into_the_others() -> None:
    heads = tuple(tuple(cell for cell in row if cell != "其他") for row in HEADS)
    rows = tuple(
        (label, "", *n.split()[:5], n.split()[6]) for label, n in zip(LABELS, NUMBERS, strict=True)
    )
    told = values(read(three=(*heads, *rows)), 3)
    assert told["granted natural"] == "unreadable"


def test_the_label_of_the_group_is_not_the_row_of_its_sum() -> None:
    at = next(i for i, row in enumerate(THREE) if row[0].startswith("（一）予以公开"))
    three = (*THREE[:at], ("三、本年度办理结果", *[""] * 7), *THREE[at:])
    assert values(read(three=three, is_grid=True), 3) == values(read(is_grid=True), 3)
