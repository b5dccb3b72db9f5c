"""Rows whose cells are parted by commas or semicolons, or named one by one, to rows of tabs.

So spreadsheets save a table as text, and so people write one down without drawing it. A line is
taken only among others of its kind, and only where every piece of it is a label or a number.
"""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, groupby, pairwise

from index.report.labels import is_label, is_telling, is_unit
from index.report.lines import is_value
from index.report.listed import listed
from index.vocabulary.labels import plain_label

_MARKS = (",", ";", "，", "；", "/")
# A slash may be a mark for none as well: only where one parts every two words it parts cells.
_SLASHED = re.compile(r"(?:[^/]*[^\s/\d]|\S+)(?:\s/\s\S+)+")
_SLASH = re.compile(r"(?<=\S)\s/\s(?=\S)")
_FEWEST_ROWS = 5
_FEWEST_LABELS = 3
_LONGEST = 400
_MOST_PIECES = 4  # that a label may be cut into where it holds the mark
_MOST_OF = 0.75
_FULL_ROWS = (7, 15)  # of numbers, which sums check
_MOST_QUOTED = 6  # lines of one row whose cells hold line breaks


def tabbed(lines: Sequence[str]) -> list[str]:
    """The lines, rows of separated cells as rows of tabs."""
    if any('"' in line for line in lines):
        lines = _unquoted(lines)
    lines = _without_second_tabs(lines)
    lines = listed(lines)
    for mark in _MARKS:
        if sum(mark in line for line in lines) >= _FEWEST_ROWS:
            rows = [_cells(line, mark) for line in lines]
            lines = _with_rows(lines, _even(rows) if mark in ",，" else rows)
    return list(lines)


def _without_second_tabs(lines: Sequence[str]) -> Sequence[str]:
    """The lines with one tab between cells, where two stand between all of them."""
    rows = [line.split("\t") for line in lines if "\t" in line]
    if len(rows) < _FEWEST_ROWS or any(cell.strip() for row in rows for cell in row[1::2]):
        return lines
    if not any(sum(map(is_label, row)) > 2 for row in rows):  # heads side by side
        return lines
    return ["\t".join(line.split("\t")[::2]) for line in lines]


def _with_rows(lines: Sequence[str], rows: Sequence[Sequence[str] | None]) -> Sequence[str]:
    found = [row for row in rows if row is not None]
    labels = {plain_label(cell) for row in found for cell in row if cell and is_telling(cell)}
    if len(found) < _FEWEST_ROWS or len(labels) < _FEWEST_LABELS:
        return lines
    return [line if row is None else "\t".join(row) for line, row in zip(lines, rows, strict=True)]


def _cells(line: str, mark: str) -> list[str] | None:
    """The cells of a line parted by a mark, None where it is no such row."""
    if mark not in line or len(line) > _LONGEST or "\t" in line or "|" in line:
        return None
    text = line.strip(" \r\n")
    if mark == "/":
        pieces = _SLASH.split(text) if _SLASHED.fullmatch(text) else []
    else:
        pieces = next(csv.reader([text], delimiter=mark), [])
    cells = _joined([piece.strip() for piece in pieces], mark) or []
    is_row = len(cells) > 1 and (any(map(is_label, cells)) or sum(map(is_value, cells)) > 4)
    if not is_row and len(cells) >= _FULL_ROWS[-1]:  # a row whose zeros were left empty
        is_row = all(not cell or is_value(cell) for cell in cells) and any(cells)
    return cells if is_row else None


def _even(rows: Sequence[list[str] | None]) -> list[list[str] | None]:
    """The rows; what thousands marks may have cut in two is whole again, or left open."""
    even: list[list[str] | None] = []
    for is_none, group in groupby(rows, key=_is_none):
        found = list(group)
        stretch = [row for row in found if row is not None]
        if is_none:
            even += found
            continue
        widths = Counter(map(len, stretch))
        width, count = widths.most_common(1)[0]
        is_rectangle = count >= _MOST_OF * len(stretch)
        even += [_whole(row, width) if is_rectangle else _sure(row) for row in stretch]
    return even


def _is_none(row: list[str] | None) -> bool:
    return row is None


def _whole(row: list[str], width: int) -> list[str]:
    """A row with so many cells: one that has more is put together in the only way there is."""
    over, places = len(row) - width, _thousands(row)
    if over <= 0 or not places:
        return row
    ways = [c for c in combinations(places, over) if all(b - a > 1 for a, b in pairwise(c))]
    if len(ways) != 1:
        return _heaped(row)
    whole = list(row)
    for at in reversed(ways[0]):
        whole[at : at + 2] = [f"{whole[at]},{whole[at + 1]}"]
    return whole


def _sure(row: list[str]) -> list[str]:
    """A row of no known width, if none of its numbers may be two halves of one."""
    numbers = sum(map(is_value, row))
    is_open = bool(_thousands(row)) and (numbers not in _FULL_ROWS or "" in row)
    return _heaped(row) if is_open else row


def _heaped(row: list[str]) -> list[str]:
    """A row whose numbers nobody can tell apart: all of them in one cell."""
    first = next(i for i, cell in enumerate(row) if is_value(cell))
    return [*row[:first], " ".join(cell for cell in row[first:] if cell)]


def _thousands(row: Sequence[str]) -> list[int]:
    """Where a number and the next may be one with a mark between its thousands."""
    return [
        i
        for i, (a, b) in enumerate(pairwise(row))
        if a.isdigit() and len(a) < 4 and b.isdigit() and len(b) == 3
    ]


def _joined(pieces: Sequence[str], mark: str) -> list[str] | None:
    """The pieces as cells; several are one where a label holds the mark."""
    cells: list[str] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if not (not piece or is_value(piece) or is_unit(piece) or is_label(piece)):
            return _with_longer(cells, pieces[at:], mark)
        cells.append(piece)
        at += 1
    return cells


def _with_longer(cells: Sequence[str], pieces: Sequence[str], mark: str) -> list[str] | None:
    """The cells with the last one or the next made longer, so that what follows is a cell."""
    start = [cells[-1]] if cells and is_label(cells[-1]) else []
    for before in ([], start) if start else ([],):
        for count in range(1, _MOST_PIECES):
            whole = mark.join([*before, *pieces[:count]])
            is_more = len(before) + count > 1
            if is_more and count <= len(pieces) and is_label(whole):
                rest = _joined(pieces[count:], mark)
                if rest is not None:
                    return [*cells[: len(cells) - len(before)], whole, *rest]
    return None


def _unquoted(lines: Sequence[str]) -> list[str]:
    """The lines, cells in quotes freed of them and of the line breaks they hold."""
    whole: list[str] = []
    at = 0
    while at < len(lines):
        count = next(
            (n for n in range(1, _MOST_QUOTED) if "".join(lines[at : at + n]).count('"') % 2 == 0),
            1,
        )
        line = "".join(lines[at : at + count])
        if '"' in line and "\t" in line:
            cells = next(csv.reader([line], delimiter="\t"), [])
            line = "\t".join(cells)
        elif count > 1 and not any(mark in line for mark in _MARKS):
            line, count = lines[at], 1
        whole.append(line)
        at += count
    return whole
