"""The report as a PDF file with ruled tables, as word processors print them.

Labels wrap in their narrow columns, one of them a character a line, and rows that do not fit on
a page go on on the next, below the head of the table printed again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tests.generator.drafts import Draft
from tests.generator.tables import Span, SpanTable
from tests.index.report.drawing import Page, pdf_of

_LEFT, _TOP, _BOTTOM = 50.0, 60.0, 770.0
_SIZE, _LINE = 9, 12.0
_WIDTHS = {
    2: [180.0, 105.0, 105.0, 105.0],
    3: [18.0, 64.0, 126.0, *[41.0] * 7],
    4: [33.0] * 15,
}


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of the grid: its place, how far it reaches, its text in lines."""

    y: int
    x: int
    span: Span
    lines: tuple[str, ...]


@dataclass(slots=True)
class _Pages:
    """Pages that are being filled from top to bottom."""

    pages: list[Page] = field(default_factory=lambda: [Page()])
    y: float = _TOP

    def turn(self) -> None:
        """Go on at the top of a new page."""
        self.pages.append(Page())
        self.y = _TOP

    def write(self, line: str, size: int = _SIZE) -> None:
        """A line of prose."""
        if self.y + _LINE > _BOTTOM:
            self.turn()
        self.pages[-1].text(_LEFT, self.y + size, line, size)
        self.y += _LINE + size - _SIZE


def ruled_pdf(draft: Draft) -> bytes:
    """The report as a PDF file."""
    pages = _Pages()
    pages.write(draft.title, 14)
    pages.y += 20
    for text in draft.before:
        _write(pages, text)
    for part in draft.parts:
        _write(pages, part.heading)
        for block in part.blocks:
            if isinstance(block, str):
                _write(pages, block)
            else:
                _draw(pages, block)
    for text in draft.after:
        _write(pages, text)
    return pdf_of(*pages.pages)


def _write(pages: _Pages, text: str) -> None:
    for line in _wrapped(text, 495):
        pages.write(line)
    pages.y += 6


def _wrapped(text: str, width: float) -> tuple[str, ...]:
    """Lines that fit a width; a character of ASCII takes half of it."""
    lines, used = [""], 0.0
    for char in text:
        wide = _SIZE * (0.5 if char.isascii() else 1)
        if used + wide > width and lines[-1]:
            lines.append("")
            used = 0.0
        lines[-1] += char
        used += wide
    return tuple(lines)


def _draw(pages: _Pages, table: SpanTable) -> None:
    widths = _WIDTHS[table.number]
    cells = list(_cells(table, widths))
    heights = [_height(cells, y) for y in range(len(table.rows))]
    head = range(table.head_rows)
    shown: dict[tuple[int, int], int] = {}
    first = 0
    while first < len(heights):
        rows, used = list(head) if first else [], sum(heights[y] for y in head) if first else 0.0
        last = first
        while last < len(heights) and pages.y + used + heights[last] <= _BOTTOM:
            used += heights[last]
            last += 1
        if last == first:
            pages.turn()
            continue
        _draw_rows(pages, cells, [*rows, *range(first, last)], heights, widths, shown)
        first = last
        if first < len(heights):
            pages.turn()
    pages.y += 10


def _cells(table: SpanTable, widths: Sequence[float]) -> Iterator[_Cell]:
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(table.rows):
        x = 0
        for span in row:
            while (y, x) in taken:
                x += 1
            taken |= {(y + dy, x + dx) for dy in range(span.rows) for dx in range(span.cols)}
            width = sum(widths[x : x + span.cols]) - 4
            yield _Cell(y, x, span, _wrapped(span.text, width))


def _height(cells: Sequence[_Cell], y: int) -> float:
    """How high a row must be for the cells that stand in it alone."""
    lines = [len(cell.lines) for cell in cells if cell.y == y and cell.span.rows == 1]
    return _LINE * max(lines, default=1) + 4


def _draw_rows(
    pages: _Pages,
    cells: Sequence[_Cell],
    rows: Sequence[int],
    heights: Sequence[float],
    widths: Sequence[float],
    shown: dict[tuple[int, int], int],
) -> None:
    """Some rows of a table, with the part of each cell that stands in them.

    A tall cell's text goes on on the next page, from the line that is `shown` last.
    """
    page, tops = pages.pages[-1], {}
    for y in rows:
        tops[y] = pages.y
        pages.y += heights[y]
    for cell in cells:
        own = [y for y in rows if cell.y <= y < cell.y + cell.span.rows]
        if not own:
            continue
        top, bottom = tops[own[0]], tops[own[-1]] + heights[own[-1]]
        left, width = _LEFT + sum(widths[: cell.x]), sum(widths[cell.x : cell.x + cell.span.cols])
        page.box(left, top, width, bottom - top)
        room = int((bottom - top) // _LINE)
        is_whole = len(own) == cell.span.rows
        begun = 0 if is_whole else shown.get((cell.y, cell.x), 0)
        for i, line in enumerate(cell.lines[begun : begun + room]):
            page.text(left + 2, top + _LINE * (i + 1) - 2, line, _SIZE)
        shown[(cell.y, cell.x)] = begun + room
