"""Tables as the forms print them, without the columns that offices add to them.

Rows are numbered in a column of their own; a long table is folded, its second half beside its
first; another is turned round, or compares with last year. All that is undone before any label
is looked for.
"""

import re
from collections.abc import Iterable, Sequence

from index.facts.tables.cells import DIGITS, NUMBER, TEXT, kind_of
from index.facts.tables.turned import as_in_form
from index.text import compact
from index.types import Table
from index.vocabulary.labels import plain_label
from index.vocabulary.metrics.applications import MEMBERS
from index.vocabulary.metrics.regulations import REGULATIONS

_SERIAL_HEADS = frozenset(("序号", "编号", "行次", "代码", "行号"))
_ADDED = re.compile(
    r"(?:上年度?|去年|上年同期|去年同期|同期|较?上年)(?:总计|合计|数量?|件数|增[减长幅率]*)?"
    r"|(?:占比|比例|比重|所占比例|同比|环比|增长率?|增幅)(?:[(（]?[%％][)）]?)?"
)
_OF_FORM = {plain_label(c) for m in MEMBERS for c in m.columns}
_OF_FORM |= {plain_label(c) for m in REGULATIONS for c in m.columns}
_CODE = re.compile(r"\d{0,3}")
_LETTERS = "甲乙丙丁戊"
_MOST_HEADS = 6
_FEWEST_NUMBERED = 3
_FEWEST_FOLDED = 2

Rows = tuple[tuple[str, ...], ...]


def rows_of_form(table: Table) -> Rows:
    """The rows of a table without serial numbers, one below the other."""
    rows = table.rows
    width = max(map(len, rows), default=0)
    if width < _FEWEST_NUMBERED:
        return as_in_form(rows) if width > 1 else rows
    rows = as_in_form(_without_added(_unfolded(_without_codes(_without_frame(rows)))))
    return _without_serials(rows) if _is_numbered(rows) else rows


def _without_frame(rows: Rows) -> Rows:
    """The rows without the numbers that programs put around a table, from 0 on."""
    head, *body = rows
    is_framed = head[1:] == tuple(map(str, range(len(head) - 1)))
    if not is_framed or any(row[:1] != (str(i),) for i, row in enumerate(body)):
        return rows
    return tuple(row[1:] for row in body)


def _without_codes(rows: Rows) -> Rows:
    """The rows without a column of codes behind the labels: 指标名称 | 代码 | 单位 | …."""
    for at, row in enumerate(rows[:_MOST_HEADS]):
        heads = [compact(cell) for cell in row]
        column = next((i for i, head in enumerate(heads) if i and head in _SERIAL_HEADS), 0)
        if not column:
            continue
        body = [r for r in rows[at + 1 :] if len(r) == len(row) and not _is_lettered(r)]
        if not body or not all(_CODE.fullmatch(compact(r[column])) for r in body):
            return rows
        kept = [r for r in rows if not _is_lettered(r)]
        codes = [compact(r[column]) for r in rows[at + 1 :] if len(r) > column and r[column]]
        is_count = codes == [str(i) for i in range(1, len(codes) + 1)]
        widths = {len(r) for r in rows} if is_count else {len(row)}
        return tuple(
            r[:column] + r[column + 1 :] if len(r) in widths and len(r) > column else r
            for r in kept
        )
    return rows


def _is_lettered(row: Sequence[str]) -> bool:
    """Whether a row only names its columns: 甲 | 乙 | 丙 | 1 | 2."""
    cells = [compact(cell) for cell in row if cell]
    return "甲" in cells and all(cell in _LETTERS or cell.isdigit() for cell in cells)


def _without_added(rows: Rows) -> Rows:
    """The rows without columns that compare with last year or give shares."""
    heads: dict[int, str] = {}
    for row in rows:
        if any(kind_of(cell) in (NUMBER, DIGITS) for cell in row):
            break
        heads |= {i: cell for i, cell in enumerate(row) if cell}
    added = {i for i, head in heads.items() if i and _ADDED.fullmatch(compact(head))}
    if not added or sum(plain_label(head) in _OF_FORM for head in heads.values()) < 2:
        return rows
    return tuple(tuple(c for i, c in enumerate(row) if i not in added) for row in rows)


def _is_numbered(rows: Rows) -> bool:
    """Whether the first column counts the rows: 1, 2, 3 … and nothing else."""
    count = 0
    for row in rows:
        first = compact(row[0]) if row else ""
        if len(row) < 2 or _is_merged(row) or first in _SERIAL_HEADS:
            continue
        if first == str(count + 1):
            count += 1
        elif first and first != str(count) and kind_of(row[0]) is not TEXT:
            return False
    return count >= _FEWEST_NUMBERED


def _is_merged(row: Sequence[str]) -> bool:
    return row[0] == row[1] != ""


def _without_serials(rows: Rows) -> Rows:
    return tuple(tuple(_without_first(row)) for row in rows)


def _without_first(row: Sequence[str]) -> Iterable[str]:
    if len(row) < 2:
        return row
    is_text = kind_of(row[0]) is TEXT and compact(row[0]) not in _SERIAL_HEADS
    if is_text and not row[1]:  # a title that begins in the first column
        return (row[0], *row[2:])
    return row[1:]


def _unfolded(rows: Rows) -> Rows:
    """A table whose heads stand there twice, its second half put below its first."""
    for at, row in enumerate(rows):
        half = len(row) // 2
        if half < _FEWEST_FOLDED or row[0] != row[half]:
            continue
        if not _is_folded(row, half):
            continue
        width = len(row)
        body = [r for r in rows[at:] if len(r) == width]
        if len(body) < len(rows) - at:
            return rows
        return (*rows[:at], *(r[:half] for r in body), *(r[half:] for r in body))
    return rows


def _is_folded(row: Sequence[str], half: int) -> bool:
    if len(row) != 2 * half or half < _FEWEST_FOLDED or compact(row[0]) != compact(row[half]):
        return False
    heads = [compact(cell) for cell in row]
    if heads[:half] != heads[half:] or len(set(heads[:half])) < half:
        return False
    is_annex = bool({"统计指标", "指标名称"} & set(heads))
    return is_annex or sum(plain_label(head) in _OF_FORM for head in heads[:half]) > 1
