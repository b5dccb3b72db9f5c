"""Which lines of a report's tables belong to which table of the form, by their labels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from index.facts.tables.cells import TEXT
from index.facts.tables.rows import Line
from index.facts.tables.table_four import is_column_of_fifteen, is_row_of_fifteen
from index.vocabulary.labels import ordinal_of, plain_label
from index.vocabulary.metrics.annex import ANNEX_ALIASES, ANNEX_ROWS
from index.vocabulary.metrics.applications import APPLICATIONS, MEMBERS
from index.vocabulary.metrics.disputes import BLOCKS, OUTCOMES
from index.vocabulary.metrics.regulations import REGULATIONS

ANNEX, TWO, THREE, FOUR = 1, 2, 3, 4
# Words that stand in several tables, or in several roles.
_WEAK = frozenset({"其他", "总计", "合计", "小计", "其他处理"})
_SUB_TABLE = "第二十条"
_LONGEST_LABEL = 80


def _anchors() -> dict[str, tuple[int, str]]:
    """Labels that tell which table a line belongs to, and the row they name, if any."""
    anchors: dict[str, tuple[int, str]] = {}
    for entry in ANNEX_ROWS:
        anchors[plain_label(entry.label)] = (ANNEX, plain_label(entry.label))
    for alias, label in ANNEX_ALIASES.items():
        anchors[plain_label(alias)] = (ANNEX, plain_label(label))
    anchors["统计指标"] = anchors["指标名称"] = (ANNEX, "")
    for metric in REGULATIONS:
        anchors |= {plain_label(row): (TWO, metric.rows[0]) for row in metric.rows}
        anchors |= {plain_label(column): (TWO, "") for column in metric.columns}
    anchors["信息内容"] = (TWO, "")
    for metric in APPLICATIONS:
        anchors |= {plain_label(row): (THREE, metric.key) for row in metric.rows}
    for member in MEMBERS:
        anchors |= {plain_label(column): (THREE, "") for column in member.columns}
    for head in ("申请人情况", "三、本年度办理结果"):
        anchors[plain_label(head)] = (THREE, "")
    for _, label, _ in (*BLOCKS, *OUTCOMES, ("", "行政诉讼", "")):
        anchors[plain_label(label)] = (FOUR, plain_label(label))
    shared = {plain_label(row.label) for row in ANNEX_ROWS} & {
        plain_label(row) for metric in APPLICATIONS for row in metric.rows
    }
    return {k: place for k, place in anchors.items() if k not in _WEAK and k not in shared}


_ANCHORS = _anchors()


@dataclass(slots=True)
class Part:
    """Lines of one table of the form that stand together, and the rows they name."""

    block: int
    lines: list[Line] = field(default_factory=list)
    rows: set[str] = field(default_factory=set)
    has_head: bool = False


def blocks_of(lines: Iterable[Line]) -> dict[int, list[Line]]:
    """The lines of each table of the form, foreign tables left out."""
    parts: list[Part] = []
    last = 0
    for _, table in groupby(lines, key=attrgetter("table")):
        last = _split_table(list(table), parts, last)
    blocks: dict[int, list[Line]] = {}
    for block in (ANNEX, TWO, THREE, FOUR):
        kept = _belonging([part for part in parts if part.block == block], block)
        blocks[block] = [line for part in kept for line in part.lines]
    return blocks


def _split_table(lines: Sequence[Line], parts: list[Part], last: int) -> int:
    """Cut one table where its labels change from one table of the form to another."""
    anchors = [_anchor(line) for line in lines]
    block = next((anchor[0] for anchor in anchors if anchor), 0)
    if not block:
        block = _unlabelled_block(lines, last)
    if not block:
        return last
    part = Part(block)
    parts.append(part)
    for line, anchor in zip(lines, anchors, strict=True):
        now = anchor[0] if anchor else part.block
        if anchor is None and part.block == THREE and is_row_of_fifteen(line):
            now = FOUR
        if now != part.block:
            part = Part(now)
            parts.append(part)
        part.lines.append(line)
        if anchor and anchor[1]:
            part.rows.add(anchor[1])
        elif anchor:
            part.has_head = True
    return part.block


def _anchor(line: Line) -> tuple[int, str] | None:
    found: tuple[int, str] | None = None
    for text, kind in zip(line.cells, line.kinds, strict=True):
        if kind is not TEXT or len(text) > _LONGEST_LABEL:
            continue
        label = plain_label(text)
        place = _ANCHORS.get(label)
        if place is None and label.startswith(_SUB_TABLE):
            place = (TWO, "")
        if place is not None and place[1]:
            return place
        found = found or place
    return found


def _unlabelled_block(lines: Sequence[Line], last: int) -> int:
    """The rest of a table after a page break, or table four without its heads."""
    if any(is_row_of_fifteen(line) for line in lines) or is_column_of_fifteen(lines):
        return FOUR
    labels = {
        plain_label(cell)
        for line in lines
        for cell, kind in zip(line.cells, line.kinds, strict=True)
        if kind is TEXT and len(cell) <= _LONGEST_LABEL and ordinal_of(cell)
    }
    return THREE if last == THREE and labels & _WEAK else 0


def _belonging(parts: Sequence[Part], block: int) -> list[Part]:
    """The parts that make up the form's table: pages of it, but no small foreign tables."""
    if not parts:
        return []
    most = max(len(part.rows) for part in parts)
    if block == TWO and most < 3 and not any(part.has_head for part in parts):
        return []
    if block == FOUR and most < 2 and not _has_fifteen(parts):
        return []
    kept: list[Part] = []
    taken: set[str] = set()
    for part in sorted(parts, key=lambda p: (-p.has_head, -len(p.rows))):
        # 被依法纠错数 stands under 复议 and under 诉讼: one shared label makes no copy.
        is_copy = 2 * len(part.rows & taken) > len(part.rows) and block != FOUR
        if is_copy and 2 * len(part.rows) < most:
            continue
        if block == TWO and part.rows and not part.has_head and len(part.rows) < 3:
            continue
        if is_copy and not part.has_head and any(other.has_head for other in kept):
            continue
        kept.append(part)
        taken |= part.rows
    return [part for part in parts if part in kept]


def _has_fifteen(parts: Sequence[Part]) -> bool:
    return any(
        any(map(is_row_of_fifteen, part.lines)) or is_column_of_fifteen(part.lines)
        for part in parts
    )
