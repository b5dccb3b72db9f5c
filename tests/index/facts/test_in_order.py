"""Tables whose labels lie in pieces about their numbers, as narrow columns come out of a PDF."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from index.types import Status
from tests.generator.printing import Zero
from tests.generator.tables import Span, SpanTable
from tests.generator.text_layouts import one_a_line, texts
from tests.index.report.invented import figures, text
from tests.index.report.reading import rules_of, statuses_of, values_of

EXPECTED = figures()
Lines = list[str]


def pieces(label: str, width: int) -> Lines:
    return [label[i : i + width] for i in range(0, len(label), width)]


def parted(row: tuple[Span, ...]) -> tuple[str, Lines]:
    """The labels of a row in one, and its numbers."""
    cells = [cell for cell in texts(row) if cell]
    return "".join(c for c in cells if not c.isdigit()), [c for c in cells if c.isdigit()]


def torn(table: SpanTable, lines_of: Callable[[str, Lines], Lines]) -> Lines:
    """Table three with each label in short lines, and the numbers of its row among them."""
    if table.number != 3:
        return one_a_line(table, Random(1))
    heads = [text for row in table.rows[: table.head_rows] for text in texts(row) if text]
    rows = map(parted, table.rows[table.head_rows :])
    return [*heads, *(line for label, numbers in rows for line in lines_of(label, numbers))]


def numbers_beside_the_first_piece(table: SpanTable, rng: Random) -> Lines:
    def lines_of(label: str, numbers: Lines) -> Lines:
        first, *others = pieces(label, 3)
        return [f"{first}   {'   '.join(numbers)}", *others]

    return torn(table, lines_of)


def numbers_beside_the_second_piece(table: SpanTable, rng: Random) -> Lines:
    def lines_of(label: str, numbers: Lines) -> Lines:
        first, second, *others = pieces(label, 3)
        return [first, f"{second}   {'   '.join(numbers)}", *others]

    return torn(table, lines_of)


def numbers_above_their_label(table: SpanTable, rng: Random) -> Lines:
    """Numbers that stand in the middle of the height of their row come before its first line."""
    return torn(
        table, lambda label, numbers: [" ".join(numbers[:3]), *numbers[3:], *pieces(label, 5)]
    )


LAYOUTS = (
    numbers_beside_the_first_piece,
    numbers_beside_the_second_piece,
    numbers_above_their_label,
)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_numbers_out_of_step_with_their_labels_are_taken_in_order(
    layout: Callable[[SpanTable, Random], Lines],
) -> None:
    source = text(layout)
    assert values_of(source) == EXPECTED
    assert "read_in_order" in rules_of(source)
    assert statuses_of(source)[("granted", "total")] is Status.REPAIRED


def unread(source: str) -> bool:
    """Whether nothing of table three is wrong, and most of it has no value."""
    values = values_of(source)
    wrong = [k for k, v in values.items() if v is not None and v != EXPECTED[k]]
    return not wrong and sum(v is not None for k, v in values.items()) < len(EXPECTED) // 2


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_sum_that_fails_leaves_all_of_them_unread(
    layout: Callable[[SpanTable, Random], Lines],
) -> None:
    def wrong(table: SpanTable, rng: Random) -> Lines:
        rows = list(table.rows)
        if table.number == 3:  # one application more that was partly disclosed
            *cells, total = rows[6]
            rows[6] = (*cells, replace(total, text=str(int(total.text) + 1)))
        return layout(replace(table, rows=tuple(rows)), rng)

    assert unread(text(wrong))


def test_empty_cells_that_vanished_leave_all_of_them_unread() -> None:
    assert unread(text(numbers_beside_the_first_piece, Zero.EMPTY))


@pytest.mark.parametrize(
    ("there", "instead"), [("2.重复申请", "2.无关事项"), ("7.属于行政执法案卷", "7.属于工作秘密")]
)
def test_a_row_of_another_name_leaves_all_of_them_unread(there: str, instead: str) -> None:
    def layout(table: SpanTable, rng: Random) -> Lines:
        rows = [
            tuple(replace(s, text=s.text.replace(there, instead)) for s in row)
            for row in table.rows
        ]
        return numbers_beside_the_first_piece(replace(table, rows=tuple(rows)), rng)

    assert unread(text(layout))


def test_rows_in_another_order_are_not_taken_for_those_of_the_form() -> None:
    def layout(table: SpanTable, rng: Random) -> Lines:
        rows = list(table.rows)
        if table.number == 3:  # the second and the fourth reason not to disclose
            rows[8], rows[10] = rows[10], rows[8]
        return numbers_beside_the_first_piece(replace(table, rows=tuple(rows)), rng)

    assert unread(text(layout))


def test_two_tables_below_each_other_are_not_taken_for_one() -> None:
    def layout(table: SpanTable, rng: Random) -> Lines:
        lines = numbers_beside_the_first_piece(table, rng)
        return [*lines, *lines] if table.number == 3 else lines

    assert unread(text(layout))
