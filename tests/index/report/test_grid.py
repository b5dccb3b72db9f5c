from hypothesis import given
from hypothesis import strategies as st

from index.report.grid import SpanCell, grid_from


def rows_of(*rows: tuple[SpanCell | str, ...]) -> tuple[tuple[str, ...], ...]:
    spans = [[SpanCell(c) if isinstance(c, str) else c for c in row] for row in rows]
    table = grid_from(spans)
    assert table is not None
    assert table.is_grid
    return table.rows


def test_merged_cells_are_repeated_over_their_span() -> None:
    assert rows_of((SpanCell("行", 2, 2), "1"), ("2",), ("a", "b", "3")) == (
        ("行", "行", "1"),
        ("行", "行", "2"),
        ("a", "b", "3"),
    )


def test_a_rowspan_that_is_too_long_ends_where_rows_are_complete() -> None:
    assert rows_of((SpanCell("组", 1, 9), "甲", "1"), ("乙", "2"), ("总", "计", "3")) == (
        ("组", "甲", "1"),
        ("组", "乙", "2"),
        ("总", "计", "3"),
    )


def test_a_span_of_zero_rows_reaches_to_the_end() -> None:
    assert rows_of((SpanCell("组", 1, 0), "1"), ("2",)) == (("组", "1"), ("组", "2"))


def test_columns_in_which_no_cell_begins_do_not_count() -> None:
    assert rows_of((SpanCell("宽", 50),), (SpanCell("a", 20), SpanCell("b", 30))) == (
        ("宽", "宽"),
        ("a", "b"),
    )


def test_a_grid_without_text_is_no_table() -> None:
    assert grid_from([[SpanCell(""), SpanCell("")]]) is None


@st.composite
def span_grids(draw: st.DrawFn) -> tuple[list[list[str]], list[list[SpanCell]]]:
    """A rectangle cut into merged cells at random, and its mark-up."""
    height, width = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    expected = [["" for _ in range(width)] for _ in range(height)]
    markup: list[list[SpanCell]] = [[] for _ in range(height)]
    for y in range(height):
        for x in range(width):
            if expected[y][x]:
                continue
            free = 1
            while x + free < width and not expected[y][x + free]:
                free += 1
            cols, rows = draw(st.integers(1, free)), draw(st.integers(1, height - y))
            text = f"{y}:{x}"
            for dy in range(rows):
                for dx in range(cols):
                    expected[y + dy][x + dx] = text
            markup[y].append(SpanCell(text, cols, rows))
    return expected, markup


@given(span_grids())
def test_random_grids_are_expanded_to_the_rectangle_they_came_from(
    grid: tuple[list[list[str]], list[list[SpanCell]]],
) -> None:
    expected, markup = grid
    table = grid_from(markup)
    assert table is not None
    begun = {x for row in expected for x, text in enumerate(row) if text.endswith(f":{x}")}
    assert [list(row) for row in table.rows] == [
        [text for x, text in enumerate(row) if x in begun] for row in expected
    ]
