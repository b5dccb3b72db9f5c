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
from index.vocabulary.labels import LabelBook, plain_label
from index.vocabulary.metrics.applications import MEMBERS
from index.vocabulary.metrics.disputes import OUTCOMES
from index.vocabulary.metrics.regulations import REGULATIONS

_MARKS = (",", ";", "，", "；")
_FEWEST_ROWS = 5
_FEWEST_LABELS = 3
_LONGEST = 400
_MOST_PIECES = 4  # that a label may be cut into where it holds the mark
_MOST_OF = 0.75
_FULL_ROWS = (7, 15)  # of numbers, which sums check
_MOST_QUOTED = 6  # lines of one row whose cells hold line breaks
_COLON = re.compile(r"(?P<label>[^:：]{2,60})[:：]\s*(?P<rest>\S.*?)[。；;]?\s*$")
_BULLET = re.compile(r"^\s*[-*+•·●]\s+")
_BETWEEN = re.compile(r"\s*[、；;]\s*|\s+")
_BETWEEN_NAMES = re.compile(r"\s*[、；;，,]\s*")
_NAMED = re.compile(
    r"(?P<name>.*?[^\d\s:：=为+-])\s*[:：=为]?\s*(?P<value>[+-]?\d[\d.]*)\s*\D{0,3}"
)
_COLUMNS_TWO = LabelBook([(column, column) for m in REGULATIONS for column in m.columns])
_OTHER_COLUMNS = frozenset(plain_label(column) for m in MEMBERS for column in m.columns)
_OTHER_COLUMNS |= {plain_label(label) for _, label, _ in OUTCOMES}


def tabbed(lines: Sequence[str]) -> list[str]:
    """The lines, rows of separated cells as rows of tabs."""
    if any('"' in line for line in lines):
        lines = _unquoted(lines)
    for mark in _MARKS:
        if sum(mark in line for line in lines) >= _FEWEST_ROWS:
            rows = [_cells(line, mark) for line in lines]
            lines = _with_rows(lines, _even(rows) if mark in ",，" else rows)
    if sum("：" in line or ":" in line for line in lines) >= _FEWEST_ROWS:
        lines = _with_rows(lines, [_listed(line) for line in lines])
        lines = _with_names(lines)
    return list(lines)


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
    pieces = next(csv.reader([line.strip(" \r\n")], delimiter=mark), [])
    cells = _joined([piece.strip() for piece in pieces], mark) or []
    is_row = len(cells) > 1 and (any(map(is_label, cells)) or sum(map(is_value, cells)) > 4)
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


def _listed(line: str) -> list[str] | None:
    """A label, a colon and numbers behind it; or all the numbers of a row."""
    numbers = _BETWEEN.split(line.strip(" 。")) if "、" in line and "\t" not in line else []
    if len(numbers) in _FULL_ROWS and all(map(is_value, numbers)):
        return numbers
    match = _COLON.match(_BULLET.sub("", line).strip()) if len(line) < _LONGEST else None
    if match is None or "\t" in line:
        return None
    numbers = _BETWEEN.split(match["rest"])
    labels = _labels_in(match["label"])
    return [*labels, *numbers] if labels and all(map(is_value, numbers)) else None


def _labels_in(text: str) -> list[str]:
    text = text.strip()
    words = text.split()
    if len(words) > 1 and all(map(is_label, words)):
        return words
    return [text] if is_label(text) else []


def _with_names(lines: Sequence[str]) -> list[str]:
    """The lines, labels with numbers that each have a name as heads and rows."""
    named = [_named(line) for line in lines]
    if sum(one is not None for one in named) < _FEWEST_LABELS:
        return list(lines)
    told: list[str] = []
    before: Sequence[str] = ()
    for line, one in zip(lines, named, strict=True):
        if one is None:
            told.append(line)
            continue
        labels, names, values = one
        if names != before:
            head = "信息内容" if all(map(_COLUMNS_TWO.find, names)) else ""
            told.append("\t".join((*[""] * (len(labels) - 1), head, *names)))
            before = names
        told.append("\t".join((*labels, *values)))
    return told


def _named(line: str) -> tuple[list[str], list[str], list[str]] | None:
    """Labels, names of columns and numbers: 规章：本年制发件数0，本年废止件数1."""
    match = _COLON.match(_BULLET.sub("", line).strip()) if len(line) < _LONGEST else None
    labels = _labels_in(match["label"]) if match is not None and "\t" not in line else []
    if match is None or not labels:
        return None
    pairs = [_NAMED.fullmatch(piece) for piece in _BETWEEN_NAMES.split(match["rest"]) if piece]
    found = [pair for pair in pairs if pair is not None and _is_column(pair["name"])]
    names = [pair["name"] for pair in found]
    if len(found) < len(pairs) or len(set(names)) < len(names):
        return None
    return labels, names, [pair["value"] for pair in found]


def _is_column(name: str) -> bool:
    return plain_label(name) in _OTHER_COLUMNS or _COLUMNS_TWO.find(name) is not None
