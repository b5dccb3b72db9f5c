"""Rows whose columns only blanks hold apart, to rows of tabs that keep their empty cells.

A column is where some line has a cell; between columns no line has anything. A stretch of lines
is taken only where no line has two cells in one column.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.report.headings import OFFICIAL, heading_of
from index.report.labels import is_label
from index.report.lines import is_value

_BETWEEN = re.compile(r"(\s{2,}|\u3000+)")
_ROW = re.compile(r"\S(?:[ \u00a0\u3000\u2003]{2,}|[\u3000\u2003])\S")
_OTHER = re.compile("[\t|｜│。；;！!？?]")
_ORDINAL = re.compile("[一二三四五六七八九]")
_FEWEST_ROWS, _FEWEST_COLUMNS, _MOST_COLUMNS = 4, 3, 30
_NARROWEST_GAP = 2
_LONGEST = 200  # of a line that is a row by itself
_OF_TABLE_FOUR = 15


class Cell(NamedTuple):
    """A text with the columns of a screen that it takes."""

    text: str
    start: int
    end: int


def with_columns(lines: Sequence[str]) -> list[str]:
    """The lines, rows whose cells stand in columns as rows of tabs."""
    if sum(map(_is_row, lines)) < _FEWEST_ROWS:
        return list(lines)
    told: list[str] = []
    for stretch in _stretches(lines):
        told += _tabbed(stretch) or stretch
    return told


def _is_row(line: str) -> bool:
    return (
        "  " in line
        and "  " in line.strip()
        and _ROW.search(line) is not None
        and not _OTHER.search(line)
    )


def _stretches(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines in order, those that may make one table together."""
    stretch: list[str] = []
    for line in lines:
        is_part = bool(line.strip()) and not _OTHER.search(line) and not _is_heading(line)
        if not is_part and stretch:
            yield stretch
            stretch = []
        if is_part:
            stretch.append(line)
        else:
            yield [line]
    if stretch:
        yield stretch


def _is_heading(line: str) -> bool:
    text = line.strip()
    heading = heading_of(text) if _ORDINAL.match(text) and "  " not in text else None
    return heading is not None and heading.sureness >= OFFICIAL


def _tabbed(lines: Sequence[str]) -> list[str] | None:
    """The lines with tabs between columns, from the first row to the last, if they have any."""
    rows = [i for i, line in enumerate(lines) if _is_row(line)]
    if len(rows) < _FEWEST_ROWS:
        return None
    start, end = rows[0], _end(lines, rows[-1])
    for wide in ("WF", "WFA"):  # how wide a quotation mark is depends on the program
        cells = [_cells(line, wide) for line in lines[start:end]]
        columns = _columns(cells)
        if not _FEWEST_COLUMNS <= len(columns) <= _MOST_COLUMNS:
            continue
        placed = [_placed(row, columns) for row in cells]
        whole = [row for row in placed if row is not None]
        is_wide = any(len(line) > _LONGEST for line in lines[start:end])
        if len(whole) == len(placed) and (is_wide or _has_gap(whole)):
            return [*lines[:start], *map("\t".join, whole), *lines[end:]]
    return None


def _end(lines: Sequence[str], last: int) -> int:
    """Behind the last row: labels alone are rows whose cells are all empty."""
    end = last + 1
    while end < len(lines) and is_label(lines[end].strip()):
        end += 1
    return end


def _cells(line: str, wide: str) -> list[Cell]:
    cells: list[Cell] = []
    at = 0
    for piece in _BETWEEN.split(line.rstrip()):
        width = sum(2 if unicodedata.east_asian_width(ch) in wide else 1 for ch in piece)
        if piece.strip():
            indent = len(piece) - len(piece.lstrip())
            cells.append(Cell(piece.strip(), at + indent, at + width))
        at += width
    return cells


def _columns(rows: Sequence[Sequence[Cell]]) -> list[tuple[int, int]]:
    """The ranges that cells take, with nothing between them in any line."""
    columns: list[tuple[int, int]] = []
    for _, start, end in sorted((c for row in rows for c in row), key=lambda c: (c.start, c.end)):
        if columns and start < columns[-1][1] + _NARROWEST_GAP:
            columns[-1] = (columns[-1][0], max(columns[-1][1], end))
        else:
            columns.append((start, end))
    return columns


def _placed(row: Sequence[Cell], columns: Sequence[tuple[int, int]]) -> list[str] | None:
    """The cells of a line by column; None where two stand in one."""
    placed = [""] * len(columns)
    for cell in row:
        at = next(i for i, (start, end) in enumerate(columns) if start <= cell.start < end)
        if placed[at]:
            return None
        placed[at] = cell.text
    return placed


def _has_gap(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a label has an empty cell among those behind it, or table four has one."""
    for row in rows:
        values = [i for i, cell in enumerate(row) if is_value(cell)]
        labels = [i for i, cell in enumerate(row) if is_label(cell)]
        first = labels[-1] if labels else 0 if len(row) == _OF_TABLE_FOUR else len(row)
        if values and "" in row[first:]:
            return True
    return False
