import pytest

from index.facts.tables.form_three import COLUMNS, rows_of
from index.types import Era, Status
from tests.index.facts.printed import (
    HEADS,
    LABELS,
    NUMBERS,
    THREE,
    Rows,
    lonely,
    read,
    tell_rules,
    values,
    with_row,
)

KEYS = rows_of(Era.E3)
RIGHT = {
    f"{key} {column}".removesuffix(" total"): number
    for key, numbers in zip(KEYS, NUMBERS, strict=True)
    for column, number in zip(COLUMNS, numbers.split(), strict=True)
}
NEW = LABELS[0]


@pytest.mark.parametrize("rows", [THREE, lonely(THREE)], ids=["rows", "lines"])
def test_every_cell_of_25_rows_and_7_columns_is_read(rows: Rows) -> None:
    reading = read(three=rows)
    assert len(RIGHT) == 175
    assert values(reading, 3) == RIGHT
    assert reading.unmapped == ()


def test_reasons_stand_in_their_own_rows() -> None:
    told = values(read(), 3)
    # These three are lost or filed elsewhere by others who read this form.
    assert (told["denied_query"], told["refused_publication"], told["refused_mass"]) == (
        "1",
        "1",
        "1",
    )


def test_the_total_is_one_of_the_columns_and_never_doubled() -> None:
    facts = [f for f in read().facts if f.metric == "new_received"]
    assert [f.value for f in facts if f.member == "total"] == [12]
    assert sum(f.value or 0 for f in facts if f.member != "total") == 12


def test_ragged_rows_with_group_labels_are_read_from_the_right() -> None:
    rows = tuple(
        ("", "（三）不予公开" if row[0].startswith("1.属于") else "", *row, "")
        if row[0][:1].isdigit()
        else (row[0], "", *row[1:], "")
        for row in THREE[len(HEADS) :]
    )
    assert values(read(three=(*HEADS, *rows)), 3) == RIGHT


def _vanished(new: str) -> Rows:
    """One cell a line, and the empty cells gone; every row is of people only."""
    rows = tuple((row[0], *(c for c in row[1:] if c != "0")) for row in THREE[len(HEADS) :])
    figures = (new, "5", "11", "2")
    for label, number in zip((NEW, LABELS[2], *LABELS[23:]), figures, strict=True):
        rows = with_row(rows, label, number, number)
    return lonely((*HEADS, *rows))


def test_empty_cells_that_vanished_are_told_by_count() -> None:
    reading = read(three=_vanished("12"))
    told = values(reading, 3)
    assert (told["new_received natural"], told["new_received"]) == ("12", "12")
    assert (told["carried_in"], told["denied_law"], told["carried_out"]) == ("1", "0", "2")
    assert "cells_counted" in tell_rules(reading)


def test_counted_cells_hold_only_while_the_columns_close() -> None:
    reading = read(three=_vanished("9"))
    assert set(values(reading, 3).values()) == {"unreadable"}
    assert "cell_unreadable" in tell_rules(reading)


@pytest.mark.parametrize(
    ("cells", "rule"),
    [
        (("十", "2", "0", "0", "0", "0", "12"), "cell_unreadable"),
        (("10", "2", "0", "0", "13"), "cell_unreadable"),
        (("10", "2", "0", "0", "0", "0", "0", "12"), "cell_unreadable"),
    ],
)
def test_a_row_that_cannot_be_told_apart_has_no_value(cells: tuple[str, ...], rule: str) -> None:
    reading = read(three=with_row(THREE, NEW, *cells))
    told = values(reading, 3)
    row = {c: told[f"new_received {c}".removesuffix(" total")] for c in COLUMNS}
    assert row["natural"] == "unreadable"
    assert rule in tell_rules(reading)
    # What is read stays right.
    assert all(told[k] in (v, "unreadable") for k, v in RIGHT.items())


def test_torn_digits_are_joined_where_one_reading_closes_the_row() -> None:
    reading = read(three=with_row(THREE, NEW, "1", "0", "2", "0", "0", "0", "0", "1", "2"))
    facts = {(f.metric, f.member): f for f in reading.facts}
    fact = facts[("new_received", "natural")]
    assert (fact.value, fact.status) == (10, Status.REPAIRED)
    assert tell_rules(reading) == ["digits_joined"]


def test_a_blank_total_is_the_sum_of_its_parts_with_a_finding() -> None:
    reading = read(
        three=with_row(THREE, LABELS[2], "4", "1", "0", "0", "0", "0", ""), is_grid=True
    )
    facts = {(f.metric, f.member): f for f in reading.facts}
    total = facts[("granted", "total")]
    assert (total.value, total.status, total.raw) == (5, Status.COMPUTED, "")
    assert "total_computed" in tell_rules(reading)


def test_a_row_that_nothing_matches_is_kept_aside() -> None:
    rows = (*THREE[:-1], ("9.属于工作秘密", *"1000001"), THREE[-1])
    reading = read(three=rows)
    assert values(reading, 3) == RIGHT
    assert [(u.row, len(u.cells)) for u in reading.unmapped] == [("9.属于工作秘密", 7)]
    assert "row_unknown" in tell_rules(reading)


def test_a_missing_row_is_told() -> None:
    reading = read(three=tuple(row for row in THREE if row[0] != LABELS[7]))
    assert "denied_third_party" not in values(reading, 3)
    assert any("保护第三方合法权益" in f.message for f in reading.findings)


def test_the_older_form_has_one_row_for_other_handling() -> None:
    others = LABELS[20:23]
    rows = [row for row in THREE if row[0] not in others]
    rows.insert(-2, ("（六）其他处理", *"0000000"))
    reading = read(three=tuple(rows), era=Era.E2, two=None, four=None)
    told = values(reading, 3)
    assert len(told) == 23 * 7
    assert told["other"] == "0"
    assert "other_other" not in told


def _with_column(at: int, head: str, numbers: list[str]) -> Rows:
    """The table with a column more, at a place counted from the first number."""
    *upper, lowest = HEADS
    rows = (n.split() for n in NUMBERS)
    body = (
        (label, *row[:at], number, *row[at:])
        for label, row, number in zip(LABELS, rows, numbers, strict=True)
    )
    upper = [(*row[: at + 1], "", *row[at + 1 :]) for row in upper]
    return (*upper, (*lowest[: at + 1], head, *lowest[at + 1 :]), *body)


@pytest.mark.parametrize("at", [1, 6])
@pytest.mark.parametrize("is_grid", [True, False])
def test_a_sum_of_the_organisations_beside_them_is_left_out(at: int, is_grid: bool) -> None:
    sums = [str(sum(map(int, n.split()[1:6]))) for n in NUMBERS]
    told = values(read(three=_with_column(at, "小计", sums), is_grid=is_grid), 3)
    assert told == values(read(), 3)


def test_a_column_more_that_is_no_sum_leaves_the_table_unread() -> None:
    told = values(read(three=_with_column(6, "小计", ["3"] * len(NUMBERS))), 3)
    assert set(told.values()) == {"unreadable"}


@pytest.mark.parametrize("is_grid", [True, False])
def test_a_column_of_totals_that_is_missing_is_computed(is_grid: bool) -> None:
    heads = tuple(tuple("" if cell == "总计" else cell for cell in row) for row in HEADS)
    body = ((label, *n.split()[:6]) for label, n in zip(LABELS, NUMBERS, strict=True))
    reading = read(three=(*heads, *body), is_grid=is_grid)
    assert values(reading, 3) == values(read(), 3)
    assert "total_computed" in tell_rules(reading)


def test_a_row_that_was_added_to_another_group_is_not_the_other_of_the_last() -> None:
    at = next(i for i, row in enumerate(THREE) if "重新出具" in row[0]) + 1
    reading = read(three=(*THREE[:at], ("6.其他", *["5"] * 7), *THREE[at:]))
    assert values(reading, 3) == values(read(), 3)
    assert "row_unknown" in tell_rules(reading)


def test_numbers_that_went_over_to_the_next_line_stay_with_their_row() -> None:
    halves = [(n.split()[:4], n.split()[4:]) for n in NUMBERS]
    wrapped = (
        row
        for label, (first, rest) in zip(LABELS, halves, strict=True)
        for row in ((label, *first), tuple(rest))
    )
    assert values(read(three=(*HEADS, *wrapped)), 3) == values(read(), 3)


def test_a_label_that_a_page_break_cut_after_one_character_goes_on_in_the_next_row() -> None:
    label = "1.本机关不掌握相关政府信息"
    at = next(i for i, row in enumerate(THREE) if row[0] == label)
    cut: Rows = (
        *(("（三）不予公开", *row) for row in THREE[:at]),
        ("（四", "1.本", *THREE[at][1:]),
        ("）无法提供", "机关不掌握相关政府信息", *("",) * 7),
        *(("）无法提供", *row) for row in THREE[at + 1 :]),
    )
    assert values(read(three=cut, is_grid=True), 3)["unable_not_held"] == "1"


def test_labels_of_groups_in_the_cells_of_their_first_rows_are_no_part_of_the_label() -> None:
    groups = {
        "（一）予": "三、本年度办理结果",
        "1.属于国": "（三）不予公开",
        "1.本机关": "（四）无法提供",
        "1.信访举": "（五）不予处理",
        "1.申请人": "（六）其他处理",
    }
    rows = tuple((groups.get(row[0][:4], "") + row[0], *row[1:]) for row in THREE[len(HEADS) :])
    assert values(read(three=(*HEADS, *rows)), 3) == RIGHT
    blank = tuple((label, *("" if n == "0" else n for n in numbers)) for label, *numbers in rows)
    assert values(read(three=(*HEADS, *blank)), 3) == RIGHT


@pytest.mark.parametrize("mark", ["：", "-", "——", " / ", " "])
@pytest.mark.parametrize("ordinal", [True, False], ids=["with ordinal", "without"])
def test_the_label_of_the_group_may_stand_before_each_of_its_labels(
    mark: str, ordinal: bool
) -> None:
    groups = dict.fromkeys(LABELS[4:12], "（三）不予公开")
    groups |= dict.fromkeys(LABELS[12:15], "（四）无法提供")
    groups |= dict.fromkeys(LABELS[15:20], "（五）不予处理")
    groups |= dict.fromkeys(LABELS[20:23], "（六）其他处理")
    before = {label: (g if ordinal else g[3:]) + mark for label, g in groups.items()}
    rows = tuple((before.get(row[0], "") + row[0], *row[1:]) for row in THREE[len(HEADS) :])
    assert values(read(three=(*HEADS, *rows)), 3) == RIGHT


def test_a_last_cell_that_is_wider_than_the_others_is_one() -> None:
    rows = tuple((*row, row[-1], row[-1]) for row in THREE[len(HEADS) :])
    assert values(read(three=(*HEADS, *rows), is_grid=True), 3) == RIGHT
    torn = (
        *HEADS,
        (LABELS[0], *["1", "0", "2", "0", "0", "0", "0", "1", "2"]),
        *THREE[len(HEADS) + 1 :],
    )
    assert values(read(three=torn, is_grid=True), 3)["new_received"] == "12"


def _simple() -> tuple[tuple[str, ...], ...]:
    """A table of one application, by a person: it adds up in several orders of its columns."""
    ones = (LABELS[0], LABELS[2], LABELS[-2])
    return tuple((label, *("1000001" if label in ones else "0000000")) for label in LABELS)


def test_heads_at_several_heights_give_no_order_that_numbers_do_not_confirm() -> None:
    scattered = (
        ("社会公益组织", "法律服务机构"),
        ("项目", "自然人", "商业企业", "科研机构", "其他", "总计"),
    )
    told = values(read(three=(*scattered, *_simple())), 3)
    assert (told["new_received natural"], told["new_received ngo"]) == ("1", "0")
    told = values(read(three=lonely((*scattered, *_simple()))), 3)
    assert told["new_received natural"] == told["new_received ngo"] == "unreadable"


def test_heads_in_one_line_give_the_order() -> None:
    head = (
        "项目",
        "总计",
        *("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"),
    )
    told = values(read(three=(head, *_simple())), 3)
    assert (told["new_received"], told["new_received other_org"]) == ("1", "1")
    assert told["new_received natural"] == "0"


def test_rows_that_lost_their_names_leave_no_number_beside_another_name() -> None:
    # Text drawn off a page, where the numbers of many rows stand before their labels: a row that
    # adds up may still stand beside the name of another.
    torn = [("", *numbers) for _, *numbers in THREE[4:20:3]]
    named = [row for i, row in enumerate(THREE) if i not in range(4, 20, 3)]
    reading = read(three=(*named, *torn))
    assert set(values(reading, 3).values()) == {"unreadable"}
    assert "cell_unreadable" in tell_rules(reading)


def test_the_rows_of_a_table_say_its_form_whatever_the_form_of_another() -> None:
    assert values(read(three=THREE, era=Era.E2), 3) == RIGHT
