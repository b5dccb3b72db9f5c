"""Tables as offices rework them: columns added, moved or numbered, rows in lists, tables cut."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.generator.drafts import Block, Draft
from tests.generator.tables import Span, SpanTable

Rework = Callable[[SpanTable], Sequence[SpanTable]]
HEADS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
_ORDINAL = re.compile(r"^(?:[（(][一二三四五六七][)）]|[一二三四]、|\d[.、．])\s?(?!\d)")


def reworked(draft: Draft, rework: Rework) -> Draft:
    """The draft with its tables reworked."""
    parts = []
    for part in draft.parts:
        blocks: list[Block] = []
        for block in part.blocks:
            blocks += [block] if isinstance(block, str) else rework(block)
        parts.append(replace(part, blocks=tuple(blocks)))
    return replace(draft, parts=tuple(parts))


def rows_of_three(table: SpanTable) -> list[tuple[str, list[str]]]:
    """The labels of table three, each with its seven cells."""
    rows = ([span.text for span in row] for row in table.rows[table.head_rows :])
    return [(row[-8], row[-7:]) for row in rows]


def _three(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> SpanTable:
    told = (("项目", *heads), *rows)
    return SpanTable(3, tuple(tuple(map(Span, row)) for row in told), 1, 1)


def _of_three(change: Callable[[SpanTable], Sequence[SpanTable]]) -> Rework:
    return lambda table: change(table) if table.number == 3 else [table]


def _in_order(order: Sequence[int]) -> Rework:
    def change(table: SpanTable) -> Sequence[SpanTable]:
        rows = [(label, *(cells[i] for i in order)) for label, cells in rows_of_three(table)]
        return [_three([HEADS[i] for i in order], rows)]

    return _of_three(change)


def _with_sum(at: int, head: str) -> Rework:
    def change(table: SpanTable) -> Sequence[SpanTable]:
        rows = []
        for label, cells in rows_of_three(table):
            told = str(sum(map(_number, cells[1:6])))
            rows.append((label, *cells[:at], told, *cells[at:]))
        return [_three((*HEADS[:at], head, *HEADS[at:]), rows)]

    return _of_three(change)


def _number(text: str) -> int:
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    return int(plain) if plain.isdigit() else 0


def _with_second_total(table: SpanTable) -> Sequence[SpanTable]:
    rows = [(label, *cells, cells[-1]) for label, cells in rows_of_three(table)]
    return [_three((*HEADS, "合计"), rows)]


def _numbered(table: SpanTable) -> Sequence[SpanTable]:
    rows = [(label, str(i), *c) for i, (label, c) in enumerate(rows_of_three(table), start=1)]
    return [_three(("行次", *HEADS), rows)]


def _without_ordinals(table: SpanTable) -> Sequence[SpanTable]:
    rows = (
        tuple(replace(span, text=_ORDINAL.sub("", span.text)) for span in row)
        for row in table.rows
    )
    return [replace(table, rows=tuple(rows))]


REWORKS: dict[str, Rework] = {
    "total_first": _in_order((6, 0, 1, 2, 3, 4, 5)),
    "mixed": _in_order((3, 0, 1, 6, 2, 4, 5)),
    "sum_behind": _with_sum(6, "小计"),
    "sum_before": _with_sum(1, "法人或其他组织小计"),
    "second_total": _of_three(_with_second_total),
    "numbered": _of_three(_numbered),
    "without_ordinals": _without_ordinals,
}
