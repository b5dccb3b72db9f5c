"""Tables turned round, in long form, or with their sub-tables named at the side."""

import pytest

from index.facts.tables.columns import rows_of_form
from index.types import Table
from tests.index.facts.printed import LABELS, NUMBERS, TWO, Rows, read, tell_rules, values

MEMBERS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def turned_three(values: list[list[str]]) -> Rows:
    """A row for each applicant, a column for each outcome."""
    columns = zip(*values, strict=True)
    rows = ((name, *column) for name, column in zip(MEMBERS, columns, strict=True))
    return (("申请人情况", *LABELS), *rows)


def sub_tables() -> list[Rows]:
    """Table two cut where 第二十条 begins again."""
    parts: list[list[tuple[str, ...]]] = []
    for row in TWO:
        if row[0].startswith("第二十条"):
            parts.append([])
        parts[-1].append(tuple(cell for cell in row if cell))
    return [tuple(part) for part in parts]


def long_two() -> Rows:
    """A row a number: clause, label, head, number."""
    rows = [("条款", "信息内容", "指标", "数量")]
    for (clause,), (_, *heads), *body in sub_tables():
        rows += [
            (clause, label, head, cell)
            for label, *cells in body
            for head, cell in zip(heads, cells, strict=True)
        ]
    return tuple(rows)


def clause_two() -> Rows:
    """The clause in a column of its own, repeated over its rows as merged cells are."""
    rows = []
    for (clause,), *body in sub_tables():
        rows += [(clause, label, *(cells * 3)[:3]) for label, *cells in body]
    return tuple(rows)


@pytest.mark.parametrize("is_grid", [True, False])
def test_table_three_turned_round_is_turned_back(is_grid: bool) -> None:
    numbers = [line.split() for line in NUMBERS]
    reading = read(three=turned_three(numbers), is_grid=is_grid)
    assert values(reading, 3) == values(read(), 3)
    assert tell_rules(reading) == tell_rules(read())


def test_blanks_of_a_turned_table_stay_where_they_are() -> None:
    numbers = [["" if n == "0" else n for n in line.split()] for line in NUMBERS]
    assert values(read(three=turned_three(numbers)), 3) == values(read(), 3)


@pytest.mark.parametrize("two", [long_two(), clause_two()], ids=["long", "clause"])
def test_table_two_in_other_shapes_gives_the_same(two: Rows) -> None:
    assert values(read(two), 2) == values(read(), 2)
    assert tell_rules(read(two)) == tell_rules(read())


def test_table_three_with_a_row_for_each_number_is_made_wide() -> None:
    rows = tuple(
        (label, name, number)
        for label, line in zip(LABELS, NUMBERS, strict=True)
        for name, number in zip(MEMBERS, line.split(), strict=True)
    )
    assert values(read(three=rows), 3) == values(read(), 3)


def test_a_table_of_years_is_not_turned() -> None:
    rows = (("年份", "规章", "行政许可"), ("2022", "3", "4"), ("2023", "5", "6"))
    assert rows_of_form(Table(rows, is_grid=True)) == rows


def test_cells_that_name_their_columns_are_numbers_below_heads() -> None:
    rows = tuple(
        (label, *(f"{name}：{number}" for name, number in zip(MEMBERS, line.split(), strict=True)))
        for label, line in zip(LABELS, NUMBERS, strict=True)
    )
    assert values(read(three=rows, is_grid=True), 3) == values(read(), 3)
