import pytest

from index.facts.table_four import KEYS
from index.types import Status
from tests.index.facts.printed import FOUR, Rows, lonely, read, tell_rules, values

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
