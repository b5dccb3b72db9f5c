"""Table three whose empty cells left no trace, or whose digits were mistaken; what sums tell."""

from random import Random

import pytest

from index.facts.tables.form_three import COLUMNS, rows_of
from index.types import Era, Status
from tests.generator.reports import draft_report
from tests.index.facts.printed import LABELS, NUMBERS, Rows, lonely, read, tell_rules, values

RIGHT = {
    f"{key} {column}".removesuffix(" total"): number
    for key, numbers in zip(rows_of(Era.E3), NUMBERS, strict=True)
    for column, number in zip(COLUMNS, numbers.split(), strict=True)
}


def with_blanks(labels: tuple[str, ...]) -> Rows:
    """The table, of which zeros vanished in the rows with these labels."""
    rows = []
    for label, numbers in zip(LABELS, NUMBERS, strict=True):
        cells = numbers.split()
        rows.append((label, *(c for c in cells if c != "0" or label not in labels)))
    return tuple(rows)


@pytest.mark.parametrize("label", LABELS)
def test_a_row_that_lost_its_zeros_is_read_where_all_columns_tell(label: str) -> None:
    reading = read(three=with_blanks((label,)))
    told = values(reading, 3)
    wrong = {k: v for k, v in told.items() if v not in (RIGHT[k], "unreadable")}
    assert wrong == {}


def test_one_row_between_full_ones_is_sure() -> None:
    reading = read(three=with_blanks((LABELS[2],)))
    assert values(reading, 3) == RIGHT
    assert "cells_counted" in tell_rules(reading)


@pytest.mark.parametrize("seed", range(25))
def test_what_is_dealt_out_is_right(seed: int) -> None:
    """Of any figures, with any zeros gone: what is read is right, the total always is."""
    rng = Random(f"vanished{seed}")
    _, truth = draft_report(rng, Era.E3)
    share = rng.random()
    rows = []
    for label, key in zip(LABELS, rows_of(Era.E3), strict=True):
        cells = [str(truth.values[(key, column)]) for column in COLUMNS]
        kept = [c for c in cells[:-1] if c != "0" or rng.random() > share]
        rows.append((label, *kept, cells[-1]))
    reading = read(three=tuple(rows), two=None, four=None)
    facts = [f for f in reading.facts if f.table == 3 and f.value is not None]
    assert all(f.value == truth.values[(f.metric, f.member)] for f in facts)
    assert {f.metric for f in facts if f.member == "total"} == set(rows_of(Era.E3))


def test_labels_in_one_list_and_numbers_in_another_are_joined_where_totals_add_up() -> None:
    numbers = tuple(tuple(n.split()) for n in NUMBERS)
    labels = tuple((label,) for label in LABELS)
    assert values(read(three=(*labels, *numbers)), 3) == RIGHT
    # One row too few: the last label has no claim to the first row of numbers.
    told = values(read(three=(*labels, *numbers[:-1])), 3)
    assert set(told.values()) == {"unreadable"}


def test_letters_taken_for_digits_are_read_where_the_row_adds_up() -> None:
    rows = tuple(
        (label, *numbers.replace("0", "O").replace("1", "l").split())
        for label, numbers in zip(LABELS, NUMBERS, strict=True)
    )
    reading = read(three=rows)
    assert values(reading, 3) == RIGHT
    assert {f.status for f in reading.facts if "l" in f.raw or "O" in f.raw} == {Status.REPAIRED}
    assert "digits_joined" in tell_rules(reading)
    (first, *cells), *others = rows
    told = values(read(three=((first, "ll", *cells[1:]), *others)), 3)
    assert told["new_received"] == "unreadable"


def test_a_letter_alone_is_no_empty_cell() -> None:
    two: Rows = (
        ("信息内容", "本年处理决定数量", ""),
        ("行政许可", "3", ""),
        ("行政强制", "l", ""),
    )
    assert values(read(two=two, three=None, four=None), 2)["coercions"] == "unreadable"


def test_numbers_of_a_group_are_a_row_of_their_own_one_cell_a_line() -> None:
    rows: list[tuple[str, ...]] = []
    for label, numbers in zip(LABELS, NUMBERS, strict=True):
        if label.startswith("1."):
            rows.append(("（三）不予公开", *"0000000"))
        rows.append((label, *numbers.split()))
    assert values(read(three=lonely(tuple(rows))), 3) == RIGHT


@pytest.mark.parametrize("digits", ["314", "３１４"])
def test_numbers_of_a_row_that_is_shorter_than_others_are_in_no_column(digits: str) -> None:
    rows = [(label, *n.split()) for label, n in zip(LABELS, NUMBERS, strict=True)]
    gaps = (LABELS[1], "", "", "", "", "", "", "0")
    told = values(read(three=(rows[0], gaps, (LABELS[2], *digits), *rows[3:])), 3)
    assert told["granted enterprise"] == told["granted research"] == "unreadable"


def test_two_tables_that_lost_cells_are_never_dealt_out_together() -> None:
    first = with_blanks((LABELS[2], LABELS[5]))
    second = tuple((label, *("1" if c == "2" else c for c in cells)) for label, *cells in first)
    told = values(read(three=(*first, *second), two=None, four=None), 3)
    assert {told[k] for k in ("granted", "granted natural")} <= {"unreadable"}
