import pytest

from index.facts.tables.columns import Rows, rows_of_form
from index.types import Table
from tests.index.facts.printed import THREE, TWO, read, tell_rules, values


def _numbered(rows: Rows, first: int) -> Rows:
    """The rows with a column of serial numbers, counted from the row `first`."""
    return tuple(
        ("" if i < first else str(i - first + 1), *row) if i else ("序号", *row)
        for i, row in enumerate(rows)
    )


@pytest.mark.parametrize("is_grid", [True, False])
def test_serial_numbers_before_the_rows_change_nothing(is_grid: bool) -> None:
    plain = read(is_grid=is_grid)
    reading = read(_numbered(TWO, 2), _numbered(THREE, 3), is_grid=is_grid)
    assert values(reading, 2) == values(plain, 2)
    assert values(reading, 3) == values(plain, 3)
    assert tell_rules(reading) == tell_rules(plain)


def test_a_column_that_does_not_count_stays() -> None:
    rows = (("本年", "去年", "总计"), ("1", "2", "3"), ("2", "2", "4"), ("5", "2", "7"))
    assert rows_of_form(Table(rows, True)) == rows


def test_a_folded_table_is_read_one_half_after_the_other() -> None:
    head = ("统计指标", "单位", "统计数")
    rows = ((*head, *head), ("收到申请数", "件", "9", "举报投诉数量", "件", "2"))
    assert rows_of_form(Table(rows, True)) == (
        head,
        ("收到申请数", "件", "9"),
        head,
        ("举报投诉数量", "件", "2"),
    )


@pytest.mark.parametrize("head", ["上年总计", "占比", "同比", "去年同期", "占比（%）"])
def test_a_column_that_compares_is_left_out(head: str) -> None:
    heads = tuple((*row, head if i == 0 else "") for i, row in enumerate(THREE[:3]))
    body = tuple((*row, str(7 + i)) for i, row in enumerate(THREE[3:]))
    for is_grid in (True, False):
        assert values(read(three=(*heads, *body), is_grid=is_grid), 3) == values(read(), 3)


def test_a_column_of_the_form_is_never_one_that_compares() -> None:
    rows = (
        ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量"),
        ("行政许可", "3", "+1", "40"),
    )
    assert rows_of_form(Table(rows, True)) == rows


def test_the_numbers_that_a_program_puts_around_a_table_are_none_of_it() -> None:
    rows = (("", "0", "1"), ("0", "信息内容", "处理决定数量"), ("1", "行政许可", "3"))
    assert rows_of_form(Table(rows)) == (("信息内容", "处理决定数量"), ("行政许可", "3"))
    assert rows_of_form(Table((*rows, ("7", "行政处罚", "2"))))[0] == ("", "0", "1")
