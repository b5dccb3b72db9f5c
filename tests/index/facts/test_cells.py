from decimal import Decimal

import pytest

from index.facts.tables.cells import Kind, joined_digits, kind_of, money_unit_in, read_cell
from index.types import Status

BLANK, READ, UNREAD = Status.BLANK, Status.REPORTED, Status.UNREADABLE


@pytest.mark.parametrize(
    ("text", "unit", "value", "status"),
    [
        ("0", "件", "0", READ),
        ("", "件", "0", BLANK),
        (" ", "件", "0", BLANK),
        ("　", "件", "0", BLANK),
        ("/", "件", "0", BLANK),
        ("-", "件", "0", BLANK),
        ("—", "件", "0", BLANK),
        ("——", "件", "0", BLANK),
        ("----", "件", "0", BLANK),
        ("无", "件", "0", BLANK),
        ("1,234", "件", "1234", READ),
        ("1,234件", "件", "1234", READ),
        ("1'234", "件", "1234", READ),
        ("共3件", "件", "3", READ),
        ("没有", "件", "0", BLANK),
        ("（无）", "件", "0", BLANK),
        ("— —", "件", "0", BLANK),
        ("3.00", "件", "3.00", READ),
        ("1.234", "件", None, UNREAD),
        ("暂无", "件", "0", BLANK),
        ("不涉及", "件", "0", BLANK),
        ("○", "件", "0", BLANK),
        ("nan", "件", "0", BLANK),
        ("$12$", "件", "12", READ),
        ("$ 1{,}234 $", "件", "1234", READ),
        ("$x$", "件", None, UNREAD),
        ("N/A", "件", None, UNREAD),
        ("无数据", "件", None, UNREAD),
        ("*", "件", None, UNREAD),
        ("、", "件", None, UNREAD),
        ("3件。", "件", "3", READ),
        ("共计", "件", None, UNREAD),
        ("12（件）", "件", "12", READ),
        ("12 (项)", "件", "12", READ),
        ("12.5万", "万元", "12.5", READ),
        ("2万", "元", "20000", READ),
        ("１２", "件", "12", READ),
        ("3件", "件", "3", READ),
        ("+14", "项", "14", READ),
        ("-8", "项", "-8", READ),
        ("−8", "项", "-8", READ),
        ("增加3", "项", "3", READ),
        ("减少2项", "项", "-2", READ),
        ("12345.6789", "万元", "12345.6789", READ),
        ("15.5万元", "元", "155000", READ),
        ("260000元", "元", "260000", READ),
        ("260000元", "万元", "26", READ),
        ("3万元", "件", None, UNREAD),
        ("详见附件", "件", None, UNREAD),
        ("1 2", "件", None, UNREAD),
        ("1,23", "件", None, UNREAD),
        ("约5", "件", None, UNREAD),
        ("零", "件", "0", BLANK),
        ("12①", "件", "12", READ),
        ("12¹", "件", "12", READ),
        ("12[1]", "件", "12", READ),
        ("12（注1）", "件", "12", READ),
        ("12件*", "件", "12", READ),
        ("①", "件", None, UNREAD),
        ("12⑴", "件", None, UNREAD),
    ],
)
def test_a_cell_is_read_as_it_is_printed(
    text: str, unit: str, value: str | None, status: Status
) -> None:
    reading = read_cell(text, unit)
    assert (reading.value, reading.raw, reading.status) == (
        None if value is None else Decimal(value),
        text,
        status,
    )


def test_zero_blank_and_unread_are_three_things() -> None:
    assert {read_cell(text).status for text in ("0", "", "见附件")} == {READ, BLANK, UNREAD}


def test_the_unit_of_the_head_holds_for_cells_without_one() -> None:
    assert read_cell("5", "万元", "元").value == Decimal("0.0005")
    assert read_cell("5万元", "万元", "元").value == 5
    assert money_unit_in("本年收费金额（单位：万元）") == "万元"
    assert money_unit_in("采购总金额") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", Kind.EMPTY),
        ("/", Kind.MARK),
        ("12", Kind.NUMBER),
        ("2 5 8 4 7", Kind.DIGITS),
        ("规章", Kind.TEXT),
        ("1.属于国家秘密", Kind.TEXT),
    ],
)
def test_the_look_of_a_cell_is_known_before_its_place(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind


def test_torn_digits_can_be_joined_but_are_not_by_themselves() -> None:
    assert joined_digits("2 5 8 4 7") == 25847
    assert joined_digits("25847") is None
    assert read_cell("2 5 8 4 7").value is None
