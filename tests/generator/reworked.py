"""Tables as offices rework them: columns added, moved or numbered, rows in lists, tables cut."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from tests.generator.drafts import Block, Draft
from tests.generator.tables import Span, SpanTable
from tests.generator.text_layouts import TableLayout

Rework = Callable[[SpanTable], Sequence[SpanTable]]
HEADS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
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


def _in_two(table: SpanTable) -> Sequence[SpanTable]:
    """The columns shared out between two tables."""
    rows = rows_of_three(table)
    return [
        _three(HEADS[part], [(label, *cells[part]) for label, cells in rows])
        for part in (slice(4), slice(4, None))
    ]


def _folded(table: SpanTable) -> Sequence[SpanTable]:
    """The second half of the rows beside the first."""
    rows = [(label, *cells) for label, cells in rows_of_three(table)]
    half = (len(rows) + 1) // 2
    rows += [("",) * 8] * (2 * half - len(rows))
    beside = [(*a, *b) for a, b in zip(rows[:half], rows[half:], strict=True)]
    return [_three((*HEADS, "项目", *HEADS), beside)]


def _turned(table: SpanTable) -> Sequence[SpanTable]:
    """The applicants below each other, the outcomes side by side."""
    rows = rows_of_three(table)
    turned = [("申请人", *(label for label, _ in rows))]
    turned += [(head, *(cells[i] for _, cells in rows)) for i, head in enumerate(HEADS)]
    return [SpanTable(3, tuple(tuple(map(Span, row)) for row in turned), 1, 1)]


def _a_group_a_table(table: SpanTable) -> Sequence[SpanTable]:
    """A table for each group of rows, below the heads printed again."""
    groups: list[list[tuple[str, ...]]] = []
    for label, cells in rows_of_three(table):
        if not groups or label[:2] == "1." or not label[:1].isdigit():
            groups.append([])
        groups[-1].append((label, *cells))
    return [_three(HEADS, group) for group in groups]


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
    "in_two": _of_three(_in_two),
    "folded": _of_three(_folded),
    "turned": _of_three(_turned),
    "a_group_a_table": _of_three(_a_group_a_table),
    "without_ordinals": _without_ordinals,
}


def _listed(numbers: Callable[[Sequence[str], Sequence[str]], str]) -> TableLayout:
    """A line a row, its numbers told by a function of their heads and them."""

    def layout(table: SpanTable, rng: Random) -> list[str]:
        return [f"{label}：{numbers(heads, cells)}" for label, heads, cells in told_rows(table)]

    return layout


def told_rows(table: SpanTable) -> Iterator[tuple[str, Sequence[str], list[str]]]:
    """The rows of a table with the heads of their cells, an empty cell as 0."""
    heads: Sequence[str] = HEADS
    if table.number == 3:
        for label, cells in rows_of_three(table):
            yield label, heads, [_or_zero(cell) for cell in cells]
    elif table.number == 4:
        cells = [_or_zero(span.text) for span in table.rows[-1]]
        for i, block in enumerate(("行政复议", "未经复议直接起诉", "复议后起诉")):
            yield block, OUTCOMES, cells[5 * i : 5 * i + 5]
    else:
        for row in table.rows:
            label, *rest = (span.text for span in row)
            if label == "信息内容":
                heads = rest
            elif rest:
                yield label, heads, [_or_zero(cell) for cell in rest]


def _or_zero(cell: str) -> str:
    return cell if cell.strip() else "0"


def _named(heads: Sequence[str], cells: Sequence[str]) -> str:
    return "，".join(f"{head}{cell}" for head, cell in zip(heads, cells, strict=True))


def _in_sentences(heads: Sequence[str], cells: Sequence[str]) -> str:
    if heads is not HEADS:
        return _named(heads, cells) + "。"
    five = "，".join(f"{h} {c}" for h, c in zip(heads[1:6], cells[1:6], strict=True))
    organisations = sum(map(_number, cells[1:6]))
    return f"自然人 {cells[0]}，法人或其他组织 {organisations}（其中{five}），总计 {cells[6]}。"


def _without_zeros(heads: Sequence[str], cells: Sequence[str]) -> str:
    """Only the applicants of whom there were any, and the total."""
    told = [(h, c) for h, c in zip(heads, cells, strict=True) if _number(c) or h == "总计"]
    return _named(*zip(*told, strict=True)) if heads is HEADS else _named(heads, cells)


def _below_each_other(table: SpanTable, rng: Random) -> list[str]:
    lines = []
    for label, heads, cells in told_rows(table):
        lines.append(f"- {label}")
        lines += [f"  - {head}：{cell}" for head, cell in zip(heads, cells, strict=True)]
    return lines


LISTS: dict[str, TableLayout] = {
    "pauses": _listed(lambda heads, cells: "、".join(cells)),
    "slashes": _listed(lambda heads, cells: " / ".join(cells)),
    "semicolons": _listed(lambda heads, cells: "；".join(cells)),
    "named": _listed(_named),
    "sentences": _listed(_in_sentences),
    "without_zeros": _listed(_without_zeros),
    "below_each_other": _below_each_other,
}
