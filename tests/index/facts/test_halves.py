"""Table three in two halves, or without a column that holds nothing."""

from tests.index.facts.printed import LABELS, NUMBERS, Rows, read, tell_rules, values

NAMES = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def columns(*places: int, shift: int = 0) -> Rows:
    """Table three with only these columns; `shift` moves numbers from one to another."""
    rows = [("项目", *(NAMES[p] for p in places))]
    for label, line in zip(LABELS, NUMBERS, strict=True):
        numbers = line.split()
        if shift:
            numbers[shift], numbers[1] = numbers[1], "0"
        rows.append((label, *(numbers[p] for p in places)))
    return tuple(rows)


def test_two_halves_with_heads_of_their_own_make_one_table() -> None:
    left, right = columns(0, 1, 2, 3), columns(4, 5, 6)
    reading = read(three=left, four=right, is_grid=True)
    assert values(reading, 3) == values(read(), 3)


def test_halves_that_share_a_column_are_not_joined() -> None:
    reading = read(three=columns(0, 1, 2, 3), four=columns(3, 4, 5, 6), is_grid=True)
    assert values(reading, 3)["new_received natural"] == "unreadable"


def test_a_column_that_is_left_out_counts_as_zero_where_the_others_make_up_the_totals() -> None:
    reading = read(three=columns(0, 1, 2, 3, 4, 6), is_grid=True)
    assert values(reading, 3) == values(read(), 3)
    assert "column_missing" in tell_rules(reading)


def test_a_column_with_figures_cannot_be_left_out() -> None:
    reading = read(three=columns(0, 1, 2, 3, 4, 6, shift=5), is_grid=True)
    assert set(values(reading, 3).values()) == {"unreadable"}
    assert "column_missing" not in tell_rules(reading)
