"""Rows whose columns only blanks hold apart; all of them are invented."""

import unicodedata
from collections.abc import Callable
from random import Random

import pytest

from index.report.spaced import with_columns
from tests.generator.printing import Zero
from tests.generator.reworked import REWORKS, reworked
from tests.generator.tables import SpanTable
from tests.generator.text_layouts import expand, text_of
from tests.index.report.invented import draft, figures
from tests.index.report.reading import values_of

Pad = Callable[[str, int], str]
HEADS = "信息内容            上一年项目数量  本年增/减       处理决定数量"


def wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in text)


def left(text: str, width: int) -> str:
    return text + " " * (width - wide(text))


def right(text: str, width: int) -> str:
    blanks = " " * (width - wide(text))
    return blanks + text if text[:1].isdigit() else text + blanks


def middle(text: str, width: int) -> str:
    blanks = width - wide(text)
    return " " * (blanks // 2) + text + " " * (blanks - blanks // 2)


def in_columns(table: SpanTable, pad: Pad) -> list[str]:
    rows = expand(table)
    widths = [max(map(wide, column)) for column in zip(*rows, strict=True)]
    return [
        "   ".join(pad(text, width) for text, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


@pytest.mark.parametrize("pad", [left, right, middle])
@pytest.mark.parametrize("zero", [Zero.DIGIT, Zero.EMPTY])
def test_empty_cells_between_columns_are_kept(pad: Pad, zero: Zero) -> None:
    report = draft(zero=zero)
    lines = [report.title, *report.before]
    for part in report.parts:
        lines.append(part.heading)
        for block in part.blocks:
            lines += [block] if isinstance(block, str) else in_columns(block, pad)
    assert values_of("\n".join([*lines, *report.after])) == figures()


def test_rows_that_do_not_line_up_stay_as_they_are() -> None:
    rng = Random(3)
    lines = [
        HEADS,
        *(f"行政许可{' ' * rng.randint(2, 30)}{n}{' ' * rng.randint(2, 30)}8" for n in range(9)),
    ]
    assert with_columns(lines) == lines


def test_columns_that_are_all_filled_stay_as_they_are() -> None:
    lines = [HEADS, *["行政许可            10              -8              68"] * 5]
    assert with_columns(lines) == lines


def test_an_empty_cell_is_told_from_one_that_stands_elsewhere() -> None:
    lines = [HEADS, *["行政许可            10              -8              68"] * 4]
    lines.append("行政处罚            12                              82")
    assert with_columns(lines)[-1] == "行政处罚\t12\t\t82"
    assert with_columns(lines)[0] == "信息内容\t上一年项目数量\t本年增/减\t处理决定数量"


def test_an_empty_cell_at_the_end_of_a_row_is_one() -> None:
    lines = [HEADS, *["行政许可            10              -8              68"] * 4]
    lines.append("行政处罚            12")
    assert with_columns(lines)[-1] == "行政处罚\t12\t\t"


@pytest.mark.parametrize("zero", [Zero.DIGIT, Zero.EMPTY])
def test_a_table_that_was_turned_has_long_rows(zero: Zero) -> None:
    turned = reworked(draft(zero=zero), REWORKS["turned"])

    def padded(table: SpanTable, rng: Random) -> list[str]:
        return in_columns(table, left)

    assert values_of(text_of(turned, padded, Random(1))) == figures()
