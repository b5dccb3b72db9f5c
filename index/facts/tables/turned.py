"""Tables that were turned round, or written a number a row, as the form has them."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from index.facts.tables.cells import TEXT, kind_of
from index.vocabulary.labels import LabelBook, plain_label
from index.vocabulary.metrics import METRICS
from index.vocabulary.metrics.applications import MEMBERS
from index.vocabulary.metrics.regulations import REGULATIONS

Rows = tuple[tuple[str, ...], ...]

_ROWS_TWO = frozenset(plain_label(row) for m in REGULATIONS for row in m.rows)
_COLUMNS_TWO = LabelBook([(column, column) for m in REGULATIONS for column in m.columns])
_ROWS_THREE = LabelBook([(row, m.key) for m in METRICS if m.table == 3 for row in m.rows])
_COLUMNS_THREE = frozenset(plain_label(column) for m in MEMBERS for column in m.columns)
_NAMED = re.compile(r"(?P<name>[^:：\d]{2,8})[:：]\s*(?P<value>\d[\d,]*)\s?件?")
_FEWEST_ROWS, _FEWEST_COLUMNS = 8, 3  # of table three that tell that it is turned
_FEWEST_LONG = 4
_LONGEST_TITLE = 3  # rows above the heads


def as_in_form(rows: Rows) -> Rows:
    """The rows of a table, turned back or made wide where they are not as the form has them."""
    if len(rows) < 2:
        return rows
    if any("：" in cell or ":" in cell for cell in rows[-1]):
        rows = _unnamed(rows)
    if _is_turned(rows):
        return tuple(zip(*_rectangle(rows), strict=True))
    return _widened(rows)


def _is_turned(rows: Rows) -> bool:
    """Whether the labels of rows stand side by side, and those of columns below each other."""
    for at, row in enumerate(rows[:_LONGEST_TITLE]):
        if len(_known(row)) >= _FEWEST_ROWS:
            below = [r[i] for r in rows[at + 1 :] for i in (0, 1) if i < len(r)]
            return len({plain_label(c) for c in below} & _COLUMNS_THREE) >= _FEWEST_COLUMNS
    head = [plain_label(cell) for cell in rows[0]]
    is_two = len(head) > 1 and set(head[1:]) <= _ROWS_TWO
    return is_two and all(_COLUMNS_TWO.find(row[0]) for row in rows[1:] if row)


def _known(row: Iterable[str]) -> set[str]:
    return {key for cell in row if cell and (key := _ROWS_THREE.find(cell)) is not None}


def _unnamed(rows: Rows) -> Rows:
    """Rows whose cells each name their column (自然人：3) as numbers below heads."""
    pairs = [[_NAMED.fullmatch(cell) for cell in row] for row in rows]
    names = [tuple(p["name"] for p in row if p is not None) for row in pairs]
    first = next((i for i, found in enumerate(names) if len(found) >= _FEWEST_COLUMNS), None)
    if first is None or any(found and found != names[first] for found in names):
        return rows
    if not all(plain_label(name) in _COLUMNS_THREE for name in names[first]):
        return rows
    bare = [
        tuple(cell if p is None else p["value"] for cell, p in zip(row, found, strict=True))
        for row, found in zip(rows, pairs, strict=True)
    ]
    head = tuple("" if p is None else p["name"] for p in pairs[first])
    return (*bare[:first], head, *bare[first:])


def _rectangle(rows: Rows) -> list[tuple[str, ...]]:
    width = max(map(len, rows))
    return [(*row, *("",) * (width - len(row))) for row in rows]


def _widened(rows: Rows) -> Rows:
    """Rows of one number each (行政许可, 处理决定数量, 5) as one row for each label."""
    told: list[tuple[str, str, str] | None] = []
    for row in rows:
        told.append(_told(row))
        if len(rows) - told.count(None) < max(_FEWEST_LONG, 0.8 * len(rows)):
            return rows
    wide: list[tuple[str, ...]] = []
    for label, group in groupby((one for one in told if one is not None), key=_label):
        cells = list(group)
        head = "信息内容" if plain_label(label) in _ROWS_TWO else "申请人情况"
        wide.append((head, *(column for _, column, _ in cells)))
        wide.append((label, *(value for _, _, value in cells)))
    return tuple(wide)


def _label(told: tuple[str, str, str]) -> str:
    return told[0]


def _told(row: Sequence[str]) -> tuple[str, str, str] | None:
    """Label, column and value of a row that has one number; None for any other row."""
    texts = [text for text, _ in groupby(row)]
    while len(texts) > _LONGEST_TITLE and not texts[0]:
        texts.pop(0)
    if len(texts) < _LONGEST_TITLE or kind_of(texts[-1]) is TEXT:
        return None
    label, column, value = texts[-3:]
    if plain_label(label) in _ROWS_TWO and _COLUMNS_TWO.find(column):
        return label, column, value
    if _ROWS_THREE.find(label) and plain_label(column) in _COLUMNS_THREE:
        return label, column, value
    return None
