from dataclasses import replace

import pytest

from index.facts.tables.read import facts_from_tables
from index.facts.tables.table_four import KEYS
from index.types import Section, Status, Table
from tests.index.facts.printed import FOUR, Rows, lonely, printed, read, tell_rules, values

NUMBERS = FOUR[-1]
RIGHT = dict(zip(KEYS, NUMBERS, strict=True))
TURNED: Rows = (
    ("", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"),
    ("行政复议", *NUMBERS[:5]),
    ("未经复议直接起诉", *NUMBERS[5:10]),
    ("复议后起诉", *NUMBERS[10:]),
)


@pytest.mark.parametrize(
    "rows",
    [FOUR, lonely(FOUR), FOUR[-1:], (*FOUR[:3], (" ".join(NUMBERS),)), TURNED],
    ids=["rows", "lines", "bare", "one cell", "turned"],
)
def test_all_fifteen_cells_are_read(rows: Rows) -> None:
    assert values(read(four=rows), 4) == RIGHT


@pytest.mark.parametrize("is_grid", [True, False])
@pytest.mark.parametrize("form", ["行政诉讼（{}）", "{}的行政诉讼", "行政诉讼：{}"])
def test_a_block_with_a_row_of_its_own_may_say_that_it_is_of_lawsuits(
    form: str, is_grid: bool
) -> None:
    rows = (*TURNED[:2], *((form.format(label), *cells) for label, *cells in TURNED[2:]))
    assert values(read(four=rows, is_grid=is_grid), 4) == RIGHT
    turned = tuple(zip(*rows, strict=True))
    assert not is_grid or values(read(four=turned, is_grid=True), 4) == RIGHT


def test_the_parts_of_both_lawsuits_are_kept_apart() -> None:
    told = values(read(), 4)
    assert (told["suits_direct_total"], told["suits_after_total"]) == ("0", "2")
    assert "suits_total" not in told


def test_fourteen_numbers_are_no_table_four() -> None:
    reading = read(four=(*FOUR[:3], NUMBERS[:-1]))
    assert set(values(reading, 4).values()) == {"unreadable"}
    assert tell_rules(reading) == ["cell_unreadable"]


def test_torn_digits_are_joined_where_exactly_one_reading_closes_all_blocks() -> None:
    cells = ("1", "2", "0", "3", "0", "1", "5", *"0000000000")
    reading = read(four=(*FOUR[:3], cells))
    told = {f.metric: f for f in reading.facts if f.table == 4}
    assert (told["review_upheld"].value, told["review_total"].value) == (12, 15)
    assert told["review_total"].status is Status.REPAIRED
    assert "digits_joined" in tell_rules(reading)


def test_marks_for_none_are_zero() -> None:
    reading = read(four=(*FOUR[:3], ("/",) * 14 + ("0",)))
    assert {f.value for f in reading.facts if f.table == 4} == {0}
    assert {f.status for f in reading.facts if f.table == 4} == {Status.BLANK, Status.REPORTED}


BLOCK_LABELS = ("行政复议", "未经复议直接起诉", "复议后起诉")
OUTCOME_LABELS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def _told(*tables: Rows, is_grid: bool = True) -> dict[str, str]:
    section = Section(4, "四", tuple(Table(rows, is_grid) for rows in tables))
    whole = printed(four=None)
    sections = (*whole.sections[:2], section)
    return values(facts_from_tables(replace(whole, sections=sections)), 4)


def test_three_tables_of_five_are_the_row_of_fifteen() -> None:
    row = FOUR[-1]
    tables = tuple(
        ((label,) * 5, OUTCOME_LABELS, row[5 * i : 5 * i + 5])
        for i, label in enumerate(BLOCK_LABELS)
    )
    assert _told(*tables) == values(read(is_grid=True), 4)


@pytest.mark.parametrize("is_grid", [True, False])
def test_a_row_for_each_number_is_the_row_of_fifteen(is_grid: bool) -> None:
    rows = tuple(
        (block, outcome, FOUR[-1][5 * i + j])
        for i, block in enumerate(BLOCK_LABELS)
        for j, outcome in enumerate(OUTCOME_LABELS)
    )
    assert _told((("类别", "结果", "件数"), *rows), is_grid=is_grid) == values(read(), 4)


def test_a_column_that_an_editor_doubled_counts_once() -> None:
    heads = (
        (*("行政复议",) * 5, *("行政诉讼",) * 11),
        (*OUTCOME_LABELS, "总计", *("未经复议直接起诉",) * 5, *("复议后起诉",) * 5),
        (*OUTCOME_LABELS, "总计", *OUTCOME_LABELS * 2),
    )
    row = (*FOUR[-1][:5], FOUR[-1][4], *FOUR[-1][5:])
    assert _told((*heads, row)) == values(read(), 4)


def test_a_row_that_went_over_to_the_next_line_is_put_together() -> None:
    four = (*FOUR[:-1], FOUR[-1][:6], FOUR[-1][6:])
    assert values(read(four=four), 4) == values(read(), 4)
    torn = (*FOUR[:-1], FOUR[-1][:6], (*FOUR[-1][6:-1], "9"))
    assert set(values(read(four=torn), 4).values()) == {"unreadable"}


OUTCOME_ROWS: Rows = (
    ("结果", "行政复议", "行政诉讼", "行政诉讼"),
    ("结果", "行政复议", "未经复议直接起诉", "复议后起诉"),
    *(
        (name, *FOUR[-1][i::5])
        for i, name in enumerate(("结果维持", "结果纠正", "其他结果", "尚未审结", "总计"))
    ),
)


def test_a_table_turned_round_is_the_row_of_fifteen() -> None:
    assert values(read(four=OUTCOME_ROWS, is_grid=True), 4) == values(read(), 4)
    assert set(values(read(four=OUTCOME_ROWS), 4).values()) == {"unreadable"}


def test_an_empty_cell_in_a_row_of_its_own_is_zero() -> None:
    blocks = ("行政复议", "未经复议直接起诉", "复议后起诉")
    outcomes = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    cells = [c if c != "0" else "" for c in FOUR[-1]]
    rows = tuple(
        (block, outcome, cells[5 * b + o])
        for b, block in enumerate(blocks)
        for o, outcome in enumerate(outcomes)
    )
    assert values(read(four=rows, is_grid=True), 4) == values(read(), 4)


def test_a_table_without_totals_is_added_up() -> None:
    places = [i for i in range(15) if i % 5 != 4]
    heads = ("结果维持", "结果纠正", "其他结果", "尚未审结") * 3
    blocks = ("行政复议",) * 4 + ("未经复议直接起诉",) * 4 + ("复议后起诉",) * 4
    rows = (blocks, heads, tuple(NUMBERS[i] for i in places))
    reading = read(four=rows, is_grid=True)
    assert values(reading, 4) == values(read(), 4)
    assert tell_rules(reading).count("total_computed") == 1


@pytest.mark.parametrize(("at", "head"), [(0, "结果维持"), (2, "其他结果"), (4, "总计")])
def test_a_head_whose_span_is_too_long_moves_no_number(at: int, head: str) -> None:
    numbers = FOUR[-1]
    row = (*numbers[:at], head, *numbers[at:])
    rows = (*((*r, "") for r in FOUR[:-1]), row)
    assert values(read(four=rows, is_grid=True), 4) == values(read(), 4)


@pytest.mark.parametrize(("before", "behind"), [(0, 0), (0, 1), (1, 1), (1, 0), (2, 2)])
def test_tabs_that_lead_or_end_the_line_are_no_cells(before: int, behind: int) -> None:
    numbers = tuple("" if number == "0" else number for number in FOUR[-1])
    line = (*[""] * before, *numbers, *[""] * behind)
    assert values(read(four=(*FOUR[:-1], line)), 4) == values(read(), 4)
