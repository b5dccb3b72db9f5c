"""A cell too many or too few in a row of a table: what follows is read right, or not at all."""

import re
from collections.abc import Iterator
from random import Random

import pytest

from tests.generator.html_layouts import PageLayout, clean_page, grid_page, site_page
from tests.generator.printing import Zero
from tests.generator.text_layouts import TableLayout, with_pipes, with_tabs
from tests.index.report.invented import draft, figures, text
from tests.index.report.reading import values_of

EXPECTED = figures()
_SEED = 11
_MOST = 150  # of the ways to spoil one report
_CELL = re.compile(r"<t[dh]\b[^>]*>.*?</t[dh]>", re.S)


def wrong_in(source: str, name: str = "a.txt") -> dict[tuple[str, str], object]:
    """The cells whose value is told and not the one that was printed."""
    try:
        found = values_of(source, name)
    except ValueError:  # the file as a whole is refused
        return {}
    return {k: v for k, v in found.items() if v is not None and v != EXPECTED.get(k, 0)}


def spoiled_lines(source: str, mark: str) -> Iterator[str]:
    lines = source.split("\n")
    for at, line in enumerate(lines):
        cells = line.split(mark)
        for i in range(len(cells) if len(cells) > 2 else 0):
            for changed in (
                cells[:i] + cells[i + 1 :],
                [*cells[:i], cells[i], *cells[i:]],
                [*cells[:i], "", *cells[i:]],
            ):
                yield "\n".join((*lines[:at], mark.join(changed), *lines[at + 1 :]))


def spoiled_cells(source: str) -> Iterator[str]:
    for cell in _CELL.finditer(source):
        before, after = source[: cell.start()], source[cell.end() :]
        yield before + after
        yield before + cell.group() * 2 + after
        yield before + "<td></td>" + cell.group() + after


@pytest.mark.parametrize("zero", list(Zero), ids=[z.name for z in Zero])
@pytest.mark.parametrize(("layout", "mark"), [(with_tabs, "\t"), (with_pipes, "|")])
def test_a_line_that_lost_or_gained_a_cell_tells_no_wrong_number(
    layout: TableLayout, mark: str, zero: Zero
) -> None:
    ways = list(spoiled_lines(text(layout, zero=zero), mark))
    for spoiled in Random(_SEED).sample(ways, _MOST):
        assert not wrong_in(spoiled)


@pytest.mark.parametrize("zero", [Zero.DIGIT, Zero.EMPTY, Zero.SLASH], ids=["0", "empty", "/"])
@pytest.mark.parametrize("layout", [clean_page, site_page, grid_page])
def test_a_row_of_a_page_that_lost_or_gained_a_cell_tells_no_wrong_number(
    layout: PageLayout, zero: Zero
) -> None:
    ways = list(spoiled_cells(layout(draft(zero=zero), Random(1))))
    for spoiled in Random(_SEED).sample(ways, min(_MOST, len(ways))):
        assert not wrong_in(spoiled, "a.html")
