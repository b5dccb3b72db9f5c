"""Tables without ruling lines: which lines are rows, and which only go on with a cell above."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from index.report.headings import TOPICAL, heading_of
from index.report.labels import goes_on, is_begun_by, is_label, is_telling, is_unit
from index.report.lines import Role, is_value, read_line
from index.report.pdf_lines import Line, cells_of, text_of
from index.vocabulary.labels import ordinal_of

_MOST_WRAPS = 20  # lines of labels between two rows with numbers
_FARTHEST = 2.2  # ems from one line of a label to the next
_NEXT_LINE = 1.7  # the same where no label is known


@dataclass(slots=True)
class Cell:
    """A cell as it grows: its text, from where to where it reaches, its last baseline."""

    text: str
    x0: float
    x1: float
    y: float
    page: int


@dataclass(slots=True)
class Rows:
    """The rows of a table, read line by line."""

    rows: list[list[Cell]] = field(default_factory=list)
    _open: list[Cell] = field(default_factory=list)  # the lowest cells, of each column

    def add(self, line: Line) -> None:
        """Read a line: what continues a cell above is put there, the rest is a row."""
        row = []
        cells = _cells(line)
        for cell in cells:
            above = self._above(cell, cells, line.size)
            if above is not None:
                above.text += cell.text
                above.y, above.page = cell.y, cell.page
            else:
                row.append(cell)
        if row:
            self.rows.append(row)
            self._open = [old for old in self._open if not any(_meet(old, new) for new in row)]
            self._open += row

    def takes(self, line: Line) -> bool:
        """Whether all of a line continues cells above."""
        return all(self._begun(cell, line.size) is not None for cell in _cells(line))

    def _above(self, cell: Cell, row: Sequence[Cell], size: float) -> Cell | None:
        """The cell that a cell of this row continues."""
        begun = self._begun(cell, size)
        if begun is not None or any(is_value(other.text) for other in row):
            return begun
        return next((old for old in self._open if _is_rest(cell, old, size)), None)

    def _begun(self, cell: Cell, size: float) -> Cell | None:
        """The cell above that holds the beginning of a label which this one continues."""
        for old in self._open:
            is_far = old.page == cell.page and cell.y - old.y > _FARTHEST * size
            if _meet(old, cell) and not is_far and goes_on(old.text, cell.text):
                return old
        return None


def _is_rest(cell: Cell, old: Cell, size: float) -> bool:
    """Whether a text that is no label stands below another like its next line."""
    if ordinal_of(cell.text) or is_begun_by(cell.text) or is_value(old.text):
        return False
    is_aligned = (
        abs(cell.x0 - old.x0) < 0.3 * size
        or abs((cell.x0 + cell.x1) - (old.x0 + old.x1)) < 0.6 * size
    )
    return is_aligned and (old.page != cell.page or cell.y - old.y < _NEXT_LINE * size)


def _meet(one: Cell, other: Cell) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1


def _cells(line: Line) -> list[Cell]:
    """The cells of a line: divided as finely as can be where that gives labels and values."""
    groups = cells_of(line.glyphs)
    if not _are_of_a_row([text_of(group) for group in groups]):
        groups = cells_of(line.glyphs, is_fine=False)
    return [Cell(text_of(group), group[0].x0, group[-1].x1, line.y, line.page) for group in groups]


def stretches(lines: Sequence[Line], right: float) -> Iterator[tuple[bool, list[Line]]]:
    """The lines in order, those of tables apart from those of prose."""
    kinds = _table_lines(lines, right)
    for is_table, group in groupby(zip(kinds, lines, strict=True), key=_kind):
        yield is_table, [line for _, line in group]


def _kind(marked: tuple[bool, Line]) -> bool:
    return marked[0]


def _table_lines(lines: Sequence[Line], right: float) -> list[bool]:
    """For each line, whether it stands in a table: rows, and short lines between rows."""
    sure = [i for i, line in enumerate(lines) if is_row(line)]
    marked = [False] * len(lines)
    for i, last in zip(sure, [-_MOST_WRAPS, *sure], strict=False):
        marked[i] = True
        between = range(last + 1, i)
        if len(between) < _MOST_WRAPS and not any(_is_prose(lines[k], right) for k in between):
            for k in between:
                marked[k] = True
    for i in sure:
        _extend(lines, marked, i)
    return marked


def _extend(lines: Sequence[Line], marked: list[bool], sure: int) -> None:
    """Also the lines above a row with which its label begins, and below with which it ends."""
    k = sure - 1
    while k >= 0 and not marked[k] and is_begun_by(lines[k].text) and not _is_heading(lines[k]):
        marked[k] = True
        k -= 1
    rows = Rows()
    rows.add(lines[sure])
    k = sure + 1
    while k < len(lines) and not marked[k] and rows.takes(lines[k]):
        rows.add(lines[k])
        marked[k] = True
        k += 1


def is_row(line: Line) -> bool:
    """Whether a line is labels and values and nothing else."""
    cells = [text_of(group) for group in cells_of(line.glyphs)]
    if len(cells) == 1:
        return (is_telling(cells[0]) or is_value(cells[0])) and not _is_heading(line)
    return _are_of_a_row(cells)


def _are_of_a_row(cells: Sequence[str]) -> bool:
    """Whether texts are labels and values; before values, any other label will do."""
    if all(is_value(cell) or is_label(cell) or is_unit(cell) for cell in cells):
        return True
    if all(map(is_begun_by, cells)):
        return True
    is_named = len(cells) > 2 or is_begun_by(cells[0]) or bool(ordinal_of(cells[0]))
    rest = cells[1:]
    return is_named and any(map(is_value, rest)) and all(is_value(c) or is_unit(c) for c in rest)


def _is_prose(line: Line, right: float) -> bool:
    """Whether a line cannot stand between two rows of one table."""
    if _is_heading(line):
        return True
    role = read_line(line.text).role
    is_full = line.x1 > right - 2 * line.size and len(cells_of(line.glyphs)) == 1
    return role is Role.PROSE and (is_full or line.text[-1] in "。；！？")


def _is_heading(line: Line) -> bool:
    heading = heading_of(line.text)
    return heading is not None and heading.sureness >= TOPICAL and not is_label(line.text)
