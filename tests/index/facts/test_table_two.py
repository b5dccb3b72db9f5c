import pytest

from index.types import Era, Status
from tests.index.facts.printed import (
    LABELS,
    THREE,
    TWO,
    Rows,
    lonely,
    read,
    tell_rules,
    values,
    with_row,
)

RIGHT = {
    "rules_issued": "0",
    "rules_repealed": "1",
    "rules_valid": "2",
    "normdocs_issued": "5",
    "normdocs_repealed": "3",
    "normdocs_valid": "42",
    "licences": "1234",
    "penalties": "56",
    "coercions": "7",
    "fees_wan": "12.3456",
}
E2: Rows = (
    ("第二十条第（一）项", "", "", ""),
    ("信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"),
    ("规章", "0", "0", "0"),
    ("规范性文件", "4", "3", "20"),
    ("第二十条第（五）项", "", "", ""),
    ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量"),
    ("行政许可", "30", "-2", "400"),
    ("其他对外管理服务事项", "9", "+1", "12"),
    ("第二十条第（六）项", "", "", ""),
    ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量"),
    ("行政处罚", "15", "0", "6"),
    ("行政强制", "2", "0", "0"),
    ("第二十条第（八）项", "", "", ""),
    ("信息内容", "上一年项目数量", "本年增/减", ""),
    ("行政事业性收费", "1", "0", ""),
    ("第二十条第（九）项", "", "", ""),
    ("信息内容", "采购项目数量", "采购总金额", ""),
    ("政府集中采购", "3", "15.5万元", ""),
)


@pytest.mark.parametrize("rows", [TWO, lonely(TWO)], ids=["rows", "lines"])
@pytest.mark.parametrize("is_grid", [True, False])
def test_every_cell_is_read(rows: Rows, is_grid: bool) -> None:
    reading = read(rows, is_grid=is_grid and rows is TWO)
    assert values(reading, 2) == RIGHT
    assert "row_unknown" not in tell_rules(reading)


def test_the_older_form_has_keys_of_its_own() -> None:
    reading = read(E2, era=Era.E2)
    told = values(reading, 2)
    assert told["normdocs_issued"] == "4"
    assert (told["normdocs_published"], told["normdocs_public_total"]) == ("3", "20")
    assert (told["licence_items"], told["licence_items_change"], told["licences"]) == (
        "30",
        "-2",
        "400",
    )
    assert (told["services"], told["service_items_change"]) == ("12", "1")
    assert (told["fee_items"], told["procurement_amount_yuan"]) == ("1", "155000")
    assert "normdocs_valid" not in told
    assert "fees_wan" not in told


@pytest.mark.parametrize(
    "last", [f"{year}处理决定数量" for year in ("上年", "上年度", "去年", "历年", "历年累计")]
)
@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("is_grid", [True, False])
def test_a_column_of_the_year_before_is_not_this_years(
    last: str, is_first: bool, is_grid: bool
) -> None:
    heads, last_year = (
        ("本年处理决定数量", last),
        {"行政许可": "737", "行政处罚": "797", "行政强制": "0"},
    )
    rows: list[tuple[str, ...]] = []
    for label, *cells in TWO:
        pair = heads if heads[0] in cells else (cells[0], last_year.get(label, ""))
        if label in last_year or pair is heads:
            cells = [*(pair[::-1] if is_first else pair), ""]
        rows.append((label, *cells))
    told = values(read(tuple(rows), is_grid=is_grid), 2)
    wrong = {k: v for k, v in told.items() if v not in (RIGHT[k], "unreadable")}
    assert wrong == {}
    assert not is_grid or told == RIGHT


@pytest.mark.parametrize("other", ["近三年处理决定数量", "处理决定数量", "其中处理决定数量"])
def test_of_two_columns_of_one_name_neither_is_taken(other: str) -> None:
    rows = tuple(
        (label, cells[0], other if "决定" in cells[0] else "9", "")
        if label in ("行政许可", "行政处罚", "行政强制") or "决定" in cells[0]
        else (label, *cells)
        for label, *cells in TWO
    )
    told = values(read(rows, is_grid=True), 2)
    assert {k: v for k, v in told.items() if v not in (RIGHT[k], "unreadable")} == {}


def test_blank_cells_are_zero_and_say_so() -> None:
    reading = read(with_row(TWO, "规章", "/", "", "无"))
    rules = [f for f in reading.facts if f.metric.startswith("rules")]
    assert [(f.value, f.status, f.raw) for f in rules] == [
        (0, Status.BLANK, "/"),
        (0, Status.BLANK, ""),
        (0, Status.BLANK, "无"),
    ]


def test_words_where_a_number_should_be_are_a_finding() -> None:
    reading = read(with_row(TWO, "行政许可", "若干", "", ""))
    assert values(reading, 2)["licences"] == "unreadable"
    assert "cell_unreadable" in tell_rules(reading)


def test_a_row_that_is_missing_is_told_and_the_others_are_read() -> None:
    reading = read(tuple(row for row in TWO if row[0] != "行政强制"))
    expected = {k: v for k, v in RIGHT.items() if k != "coercions"}
    assert values(reading, 2) == expected
    assert [f.message for f in reading.findings if f.rule == "row_missing"] == [
        "表二（主动公开政府信息情况）缺少“行政强制”一行。"
    ]


def test_a_row_of_a_province_is_kept_aside() -> None:
    rows = (*TWO[:4], ("其他主动公开文件", "4", "4", "4"), *TWO[4:])
    reading = read(rows)
    assert values(reading, 2) == RIGHT
    assert [(u.table, u.row, u.cells) for u in reading.unmapped] == [
        (2, "其他主动公开文件", ("4", "4", "4"))
    ]


def test_a_table_without_a_digit_reports_nothing() -> None:
    empty = tuple(
        (row[0], *("" if cell[:1].isdigit() else cell for cell in row[1:])) for row in TWO
    )
    reading = read(empty, is_grid=True)
    assert {f.status for f in reading.facts if f.table == 2} == {Status.NOT_REPORTED}
    assert "table_empty" in tell_rules(reading)


def test_a_missing_table_is_one_finding() -> None:
    reading = read(two=None)
    assert values(reading, 2) == {}
    assert tell_rules(reading) == ["table_missing"]


TORN: Rows = with_row(THREE, LABELS[0], "1 0", "2", "0", "0", "0", "0", "1 2")


@pytest.mark.parametrize("cell", ["5 6", "5\n6"])
def test_digits_stand_apart_in_table_two_as_they_do_where_sums_confirm_it(cell: str) -> None:
    two = with_row(TWO, "行政处罚", cell, "", "")
    assert values(read(two, TORN), 2)["penalties"] == "56"
    assert tell_rules(read(two, TORN)).count("digits_joined") == 2
    assert values(read(two), 2)["penalties"] == "unreadable"


def test_blanks_that_group_by_thousands_part_one_number() -> None:
    assert values(read(with_row(TWO, "行政许可", "1 234", "", "")), 2) == RIGHT
    assert values(read(with_row(TWO, "行政许可", "12 34", "", "")), 2)["licences"] == "unreadable"


def test_loose_digits_of_a_row_whose_columns_are_lost_are_never_joined() -> None:
    reading = read(with_row(TWO, "规章", "1", "1"), TORN)
    assert values(reading, 2)["rules_valid"] == "unreadable"


def test_a_sign_where_nothing_changes_shows_that_columns_are_out_of_order() -> None:
    told = values(read(with_row(E2, "行政许可", "+3", "30", "400"), era=Era.E2), 2)
    assert {told[key] for key in ("licence_items", "licence_items_change", "licences")} == {
        "unreadable"
    }


@pytest.mark.parametrize("mark", ["①", " ①", "[1]", "〔注2〕", "*", "¹", "[①]"])
def test_a_mark_that_points_to_a_note_is_no_part_of_a_label(mark: str) -> None:
    rows = with_row(TWO, "规章", "0", "1", "2")
    marked = tuple((row[0] + mark, *row[1:]) if row[0] == "规章" else row for row in rows)
    assert values(read(two=marked), 2)["rules_repealed"] == "1"
