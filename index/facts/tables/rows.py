"""Lines of tables to labelled rows, whatever the layout was.

A line of a grid or of tabs holds a label and its cells. Elsewhere each cell stands on a line
of its own, labels wrap over lines, and cells stand on any of these. All become `LabelledRow`s.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from index.facts.tables.cells import EMPTY, TEXT, Kind, kind_of
from index.facts.tables.columns import rows_of_form
from index.types import Report, Table
from index.vocabulary.labels import LabelBook, ordinal_of, plain_label

_DIGITS_BEHIND = re.compile(r"\s\d[\d,.]*\D{0,3}$")
_GLUED = re.compile(r"(?P<label>.*[^\d.,\s])\s*(?P<number>\d[\d,]*(?:\.\d+)?)")


class Line(NamedTuple):
    """A row of a table as the reader gave it, with its place."""

    table: int  # which table of the report, counted through
    section: int
    cells: tuple[str, ...]
    kinds: tuple[Kind, ...]
    is_grid: bool
    is_lonely: bool  # one cell a line: what belongs together stands on several lines

    @property
    def has_values(self) -> bool:
        """Whether any cell is a number or a mark for none."""
        return self.kinds.count(EMPTY) + self.kinds.count(TEXT) < len(self.kinds)


@dataclass(slots=True)
class Head:
    """The column heads above rows: what they say in order, and where each stands."""

    names: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    places: dict[str, set[int]] = field(default_factory=dict)
    table: int = -1
    width: int = 0
    lines: int = 0  # over which they stand

    def fits(self, line: Line) -> bool:
        """Whether the columns of a line are those of the head; marks behind them part nothing."""
        if len(line.cells) == self.width:
            return line.is_grid or line.table == self.table
        end = 1 + max((place for places in self.places.values() for place in places), default=0)
        is_typed = line.table == self.table and not line.is_grid
        return is_typed and len(line.cells) >= end and set(line.kinds[end:]) <= {EMPTY}


@dataclass(slots=True)
class LabelledRow:
    """A label as printed and the cells that belong to it, in order.

    `line` is where the label began; `cells_line` the line that holds the cells where one line
    does, and `start` the place of the first of them there.
    """

    label: str
    line: Line
    cells: list[str] = field(default_factory=list)
    cells_line: Line | None = None
    start: int = 0
    label_at: int = 0
    head: Head | None = None
    is_followed: bool = False  # by words with numbers behind them, which may be its rest
    doubt: str = ""  # why nobody can tell which column its cells are
    passed: int = 0  # lines of passing text behind the label: the unit of a row, once

    @property
    def filled(self) -> tuple[str, ...]:
        """The cells that are not empty."""
        return _filled(tuple(self.cells))

    @property
    def has_digits_in_label(self) -> bool:
        """Whether numbers stick to the label, so that a row without cells is not an empty one."""
        return self.is_followed or _DIGITS_BEHIND.search(self.label) is not None

    @property
    def is_from_below(self) -> bool:
        """Whether the cells stand on another line, which may have lost a label of its own."""
        return self.cells_line is not None and self.cells_line is not self.line


@lru_cache(maxsize=4_096)  # asked of each row many times, and rows of zeros are many
def _filled(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cell for cell in cells if kind_of(cell) is not EMPTY)


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in one table of a form: row labels, column heads, and words that are neither.

    `weak` words are both a row and a column head (其他, 总计) and count as a head among heads.
    `passing` is text of which pieces are neither: group labels, printed down the side.
    `breaks` open a sub-table with heads of its own. `width` is how many cells every row has.
    """

    rows: LabelBook
    heads: LabelBook
    weak: frozenset[str] = frozenset()
    passing: str = ""
    breaks: tuple[str, ...] = ()
    width: int = 0


def lines_of(report: Report) -> Iterator[Line]:
    """All rows of all tables of a report, in order."""
    number = 0
    for section in report.sections:
        for table in section.tables:
            yield from _lines(number, section.number, table)
            number += 1


def _lines(number: int, section: int, table: Table) -> Iterator[Line]:
    is_narrow = max(map(len, table.rows), default=0) <= 1
    for row in rows_of_form(table):
        if row == ("、",):  # of a label that stands upright: 三 、 本 年 度
            continue
        kinds = tuple(map(kind_of, row))
        is_lonely = is_narrow
        if not is_narrow and not table.is_grid and len(row) <= 2:
            is_lonely = kinds.count(EMPTY) >= len(row) - 1
        yield Line(number, section, row, kinds, table.is_grid and not is_narrow, is_lonely)


def labelled_rows(lines: Iterable[Line], form: Form) -> list[LabelledRow]:
    """The rows of these lines in order; cells that no label precedes have the label ""."""
    state = _State(form)
    for line in lines:
        state.take(line)
    return state.rows


class _State:
    """What was read so far of a block: its rows, the open one, the heads above it."""

    __slots__ = ("_break", "_form", "_head", "_is_in_head", "_open", "rows")

    def __init__(self, form: Form) -> None:
        self._form = form
        self._head: Head | None = None
        self._break = ""
        self._is_in_head = False
        self._open: LabelledRow | None = None
        self.rows: list[LabelledRow] = []

    def take(self, line: Line) -> None:
        """Read one line more."""
        texts = _texts_before_values(line)
        if self._form.breaks and texts:
            texts = self._without_breaks(texts)
            if not texts and not line.has_values:
                return
        if not texts:
            self._take_values(line)
        elif self._is_head(line, texts):
            self._take_head(line)
        else:
            self._take_label(line, texts)

    def _without_breaks(self, texts: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """The texts without those that open a sub-table, whose heads are its own.

        One that covers the rows of its sub-table stands before each of them again.
        """
        breaks = [t for _, t in texts if plain_label(t).startswith(self._form.breaks)]
        if breaks and (breaks[-1] != self._break or len(breaks) == len(texts)):
            self._head, self._open, self._is_in_head = None, None, False
            self._break = breaks[-1]
        return [(place, text) for place, text in texts if text not in breaks]

    def _is_head(self, line: Line, texts: Sequence[tuple[int, str]]) -> bool:
        if line.has_values:
            return False
        heads = [text for _, text in texts if self._form.heads.find(text) is not None]
        if not heads:
            return False
        if any(plain_label(text) not in self._form.weak for text in heads):
            return True
        return self._is_in_head and not any(ordinal_of(text) for text in heads)

    def _take_head(self, line: Line) -> None:
        if not self._is_in_head or self._head is None:
            self._head = Head(table=line.table, width=len(line.cells))
        self._is_in_head, self._open = True, None
        self._head.table = line.table
        self._head.lines += 1
        self._head.width = max(self._head.width, len(line.cells))
        before = ""
        for place, (text, kind) in enumerate(zip(line.cells, line.kinds, strict=True)):
            name = self._form.heads.find(text) if kind is TEXT else None
            if name is None:
                before = ""
                continue
            if not (line.is_grid and text == before):
                self._head.names.append(name)
            self._head.texts[name] = text
            self._head.places.setdefault(name, set()).add(place)
            before = text

    def _take_label(self, line: Line, texts: Sequence[tuple[int, str]]) -> None:
        joined = "".join(text for _, text in texts)
        pieces = (texts[-1][1], joined)
        if self._is_unfinished(line) and self._goes_on(line, texts[-1][0], pieces):
            return
        found = _label_in(texts, self._form.rows)
        if found is not None:
            self._begin(line, *found)
            return
        if self._goes_on(line, texts[-1][0], pieces):
            return
        if not line.has_values and plain_label(joined) in self._form.passing:
            if self._is_full():  # what follows is the group's own: a row that offices add
                self._begin(line, joined, texts[-1][0])
            elif self._open is not None:
                self._open.passed += 1
            return
        if self._open is not None and line.is_lonely and _DIGITS_BEHIND.search(joined):
            self._open.is_followed = True
        if line.has_values or line.is_lonely:
            self._begin(line, self._own_label(texts), texts[-1][0])
        else:
            self._open = None

    def _is_full(self) -> bool:
        return self._open is not None and 0 < self._form.width <= len(self._open.filled)

    def _own_label(self, texts: Sequence[tuple[int, str]]) -> str:
        """The text that names a row: not the unit or the group's label beside it."""
        last = texts[-1][1]
        if ordinal_of(last).isdigit():  # 1.本, cut by a page break
            return last
        named = [text for _, text in texts if plain_label(text) not in self._form.passing]
        return named[-1] if named else last

    def _is_unfinished(self, line: Line) -> bool:
        """Whether the open label wants its rest: it has no cells, or is none without it."""
        if self._open is None:
            return False
        is_cut = not line.has_values and self._form.rows.find(self._open.label) is None
        return is_cut or not self._open.filled

    def _goes_on(self, line: Line, place: int, pieces: Sequence[str]) -> bool:
        """Take a line whose text continues the open label, as wrapped labels do."""
        if self._open is None:
            return False
        for text in pieces:
            if self._form.rows.goes_on(self._open.label, text):
                self._open.label += text
                self._add_cells(self._open, line, place + 1)
                return True
        return False

    def _begin(self, line: Line, label: str, place: int) -> None:
        self._is_in_head = False
        if self._is_repeated(line, label):
            return
        self._open = LabelledRow(label, line, label_at=place, head=self._head)
        self.rows.append(self._open)
        self._add_cells(self._open, line, place + 1)
        may_be_glued = label[-1:].isdecimal() or label[-1:] == ","
        glued = _GLUED.fullmatch(label) if may_be_glued else None
        if glued is not None and self._form.rows.find(glued["label"]) is not None:
            # The mark between label and number was lost, so columns no longer line up.
            self._open.label = glued["label"]
            self._open.cells.insert(0, glued["number"])
            self._open.cells_line = None

    def _is_repeated(self, line: Line, label: str) -> bool:
        """Whether a merged label stands once for each column it covers, a line each."""
        row = self._open
        return row is not None and line.is_lonely and row.label == label and not row.cells

    def _add_cells(self, row: LabelledRow, line: Line, start: int) -> None:
        if row.filled and not line.is_lonely:
            return
        row.cells.extend(line.cells[start:])
        if not line.is_lonely:
            row.cells = list(line.cells[start:])
            row.cells_line, row.start = line, start

    def _take_values(self, line: Line) -> None:
        row = self._open
        if row is None or (row.cells_line is not None and (row.filled or len(row.cells) > 1)):
            if line.has_values:
                self.rows.append(
                    LabelledRow("", line, list(line.cells), cells_line=line, head=self._head)
                )
            return
        if line.is_lonely:
            # A line that is empty may be an empty cell or a gap: kept, and told apart by count.
            row.cells.extend(line.cells[:1])
        elif line.has_values:
            self._add_cells(row, line, 0)


def _texts_before_values(line: Line) -> list[tuple[int, str]]:
    # Merged cells are repeated in a grid: one text, at its last place.
    texts: list[tuple[int, str]] = []
    for place, (text, kind) in enumerate(zip(line.cells, line.kinds, strict=True)):
        if kind is TEXT:
            if line.is_grid and texts and texts[-1][1] == text and texts[-1][0] == place - 1:
                texts.pop()
            texts.append((place, text))
        elif kind is not EMPTY:
            break
    return texts


def _label_in(texts: Sequence[tuple[int, str]], book: LabelBook) -> tuple[str, int] | None:
    place, last = texts[-1]
    before = texts[-2][1] if len(texts) > 1 else ""
    if ordinal_of(before).isdigit() and not ordinal_of(last).isdigit() and ordinal_of(last):
        last = (
            before if book.find(before) else last
        )  # 2.重复申请 | （五）不予处理: a span too short
    if book.find(last) is not None:
        if len(texts) > 1 and not plain_label(texts[-2][1]):  # （七） alone in its cell
            last = texts[-2][1] + last
        return last, place
    joined = last
    for _, text in reversed(texts[:-1]):  # a label that was cut at its blanks
        joined = text + joined
        is_longer = len(plain_label(joined)) > len(plain_label(text))
        if is_longer and book.is_begun_by(joined):
            return joined, place
    # A word stands where a number should, behind the label.
    for index in range(len(texts) - 2, -1, -1):
        if any(ordinal_of(text) for _, text in texts[index + 1 :]):
            break
        if book.find(texts[index][1]) is not None:
            return texts[index][1], texts[index][0]
    return None
