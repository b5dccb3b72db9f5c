"""Table three: applications, row by row, for each kind of applicant."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from index.facts.tables.align import Aligned, Layout, align, layout_of
from index.facts.tables.apart import join_apart
from index.facts.tables.blanks import Blanks
from index.facts.tables.cells import ZERO, read_cell
from index.facts.tables.form_three import COLUMNS, OTHERS, rows_of
from index.facts.tables.halves import join_halves, lost_column
from index.facts.tables.order import put_in_order
from index.facts.tables.reading import Draft, TableReading, join_words, missing_table
from index.facts.tables.rows import Form, LabelledRow, Line, labelled_rows
from index.facts.tables.sums import add_row, check_counted, choose_joins, fill_totals, repair
from index.facts.tables.vanished import deal_out
from index.types import Cell, Era, Finding
from index.vocabulary.labels import LabelBook, ordinal_of, plain_label
from index.vocabulary.metrics import MEMBER, METRICS
from index.vocabulary.metrics.applications import GROUP_BEFORE, GROUPS, MEMBERS, ROW_FRAGMENTS

# The group's label begins as the label of its last row does: 本年度办理结果总计.
_NO_ROW = "本年度办理结果"
_BOOK = LabelBook(
    [(_NO_ROW, ""), *((label, m.key) for m in METRICS if m.table == 3 for label in m.rows)],
    ROW_FRAGMENTS,
    GROUP_BEFORE,
)
_HEADS = LabelBook(
    [
        *((label, m.key) for m in MEMBERS for label in m.columns),
        ("申请人情况", "applicants"),
        ("项目", "item"),
    ],
    {"勾稽关系": "note"},
)
_WEAK = frozenset({"其他", "总计", "合计", "小计"})
FORM = Form(_BOOK, _HEADS, _WEAK, plain_label(GROUPS), width=len(COLUMNS))


def read_table_three(lines: Sequence[Line], era: Era) -> TableReading:
    """Every cell of table three; what cannot be told for sure has no value."""
    rows = labelled_rows(lines, FORM)
    keys = _keys_of(rows)
    join_words(rows, [key is not None for key in keys], len(COLUMNS))
    _join_wrapped(keys, rows)
    join_apart(keys, rows)
    known = [(k, r) for k, r in zip(keys, rows, strict=True) if k is not None]
    if not known:
        return missing_table(3)
    draft = Draft(3, known[0][1].line.section or 3)
    draft.add_unmapped(r for k, r in zip(keys, rows, strict=True) if k is None and r.filled)
    known = join_halves(known, COLUMNS)
    lost = lost_column(known, COLUMNS)
    if lost is not None:
        _say_lost(draft, lost)
    put_in_order([row for _, row in known])
    layout = layout_of([row for _, row in known], len(COLUMNS))
    blanks = Blanks(lines)
    aligned = _one_row_a_key(draft, known, layout, blanks)
    # Some fill in table two of one form and table three of the other.
    has_sub_rows = not aligned.keys().isdisjoint(OTHERS)
    form_rows = rows_of(Era.E2 if "other" in aligned else Era.E3 if has_sub_rows else era)
    if layout.has_repeats and not layout.has_heap and not layout.has_empty_lines:
        deal_out(aligned, {key: row.filled for key, row in known}, form_rows)
    choose_joins(draft, aligned, form_rows)
    _doubt_next_to_lost(known, aligned, form_rows)
    _doubt_where_cut(aligned, form_rows)
    for key in form_rows:
        if key in aligned:
            add_row(draft, key, aligned[key])
    check_counted(draft, aligned, form_rows)
    repair(draft)
    fill_totals(draft, form_rows)
    if not blanks.are_zeros:
        draft.add_gaps()
    draft.add_missing([key for key in form_rows if key not in aligned])
    draft.missing = _missing_among(aligned, form_rows)
    return draft.result()


def _say_lost(draft: Draft, column: str) -> None:
    name = MEMBER[column].label
    message = f"表三没有“{name}”一列；各行其余各列相加都等于总计，这一列按0读取。"
    place = Cell(draft.section, 3, "", name)
    draft.findings.append(Finding("column_missing", message, cells=(place,)))


def _keys_of(rows: Sequence[LabelledRow]) -> list[str | None]:
    keys = [(_BOOK.find(row.label) or None) if row.label else None for row in rows]
    has_sub_rows = any(key in OTHERS[:2] for key in keys)
    for index, (key, row) in enumerate(zip(keys, rows, strict=True)):
        if key == "other" and (has_sub_rows or "other_other" in keys):
            # The group's label: without cells of its own in the form of 2021.
            keys[index] = None if row.filled else key
            if not row.filled:
                row.cells = []
        elif key == "other_other" and not has_sub_rows and ordinal_of(row.label) == "六":
            keys[index] = "other"
        elif key == "other_other" and not _is_last_of_others(keys[:index], row):
            keys[index] = None  # 6.其他 that somebody added to another group
    if has_sub_rows or "other_other" in keys:
        keys = [None if key == "other" else key for key in keys]
    return keys


def _join_wrapped(keys: Sequence[str | None], rows: Sequence[LabelledRow]) -> None:
    """Give numbers that went over to the next line back to their row, where it then adds up."""
    for key, row, below in zip(keys, rows, rows[1:], strict=False):
        cells = [*row.filled, *below.filled]
        is_cut = key is not None and not below.label and 0 < len(row.filled) < len(COLUMNS)
        if is_cut and len(cells) == len(COLUMNS) and _closes(cells):
            row.cells, row.cells_line, below.cells = cells, None, []


def _is_last_of_others(before: Sequence[str | None], row: LabelledRow) -> bool:
    """Whether a row 其他 is that of the group 其他处理: the third there."""
    return ordinal_of(row.label) in ("", "3") or bool(set(before[-3:]) & set(OTHERS[:2]))


def _one_row_a_key(
    draft: Draft, known: Sequence[tuple[str, LabelledRow]], layout: Layout, blanks: Blanks
) -> dict[str, Aligned]:
    """Each row of the form once; two rows of one label must say the same."""
    aligned: dict[str, Aligned] = {}
    rows = [row for _, row in known]
    has_no_total = _has_no_total(rows)
    columns = [_columns_of(row) for row in rows]
    is_shuffled = _is_shuffled(rows, columns)
    for (key, row), places in zip(known, columns, strict=True):
        this = _without_total(row) if _lacking(row) == {"total"} and has_no_total else None
        found = sorted(places) if places is not None and is_shuffled else places
        this = this or _sure(key, row, align(row, layout, found, _closes), blanks)
        if this.cells is None:
            this = replace(this, raw="、".join(row.filled))
        is_alone = not row.filled and (this.is_by_count or not row.line.is_grid)
        if is_alone and key in aligned:
            continue  # the label alone, printed again, or the rest of it
        before = aligned.get(key)
        if before is None or (before.is_by_count and before.cells == ("",) * len(COLUMNS)):
            aligned[key] = this
        elif (before.cells, before.raw) != (this.cells, this.raw):
            aligned[key] = Aligned(None, "出现两次，数字不同", raw="、".join(row.filled))
    return aligned


def _doubt_next_to_lost(
    known: Sequence[tuple[str, LabelledRow]], aligned: dict[str, Aligned], rows: Sequence[str]
) -> None:
    """Numbers below a label may be those of the next row, where that has lost its label."""
    below = {key for key, row in known if row.is_from_below and row.filled}
    for key, following in pairwise(rows):
        if key in below and following not in aligned:
            told = "、".join(cell for cell in aligned[key].cells or () if cell)
            reason = "下一行缺少名称，分不清数字是哪一行的"
            aligned[key] = Aligned(None, reason, raw=aligned[key].raw or told)


def _doubt_where_cut(aligned: dict[str, Aligned], rows: Sequence[str]) -> None:
    """The last row of a table that breaks off may have lost cells, or digits of the last."""
    last = max(rows.index(key) for key in aligned if key in rows)
    cells = aligned[rows[last]].cells
    if cells is None or len(rows) - last <= 2:
        return
    told = [cell for cell in cells if cell]
    if len(told) < len(COLUMNS) or not _closes(told):
        reason = "是表格中断处的一行，可能不全"
        aligned[rows[last]] = Aligned(None, reason, raw="、".join(told))


def _missing_among(aligned: dict[str, Aligned], rows: Sequence[str]) -> int:
    """How many rows are missing before the last there is; behind it a table is only cut off."""
    last = max((i for i, key in enumerate(rows) if key in aligned), default=0)
    return sum(key not in aligned for key in rows[:last])


def _sure(key: str, row: LabelledRow, aligned: Aligned, blanks: Blanks) -> Aligned:
    """The cells of a row, if nothing says that some of them are lost."""
    if aligned.cells is None:
        return aligned
    if not row.filled:
        if row.has_digits_in_label:
            return Aligned(None, "的数字与名称连在一起")
        if _BOOK.is_cut(row.label) and not row.line.is_grid:
            return Aligned(None, "的名称不全，后面没有数字")
        line = row.cells_line
        is_short = line is not None and line.is_grid and len(row.cells) < len(COLUMNS)
        if is_short or blanks.are_lost(row):
            return Aligned(None, "后面没有单元格")
        if not blanks.are_zeros and key != "handled_total":
            return Aligned(None, "一行全空，而别处的零都填了")
    elif _lacking(row) and not (len(row.filled) == len(COLUMNS) and _closes(row.filled)):
        return Aligned(None, "的表头缺少列，分不清是哪一列")
    return aligned


def _without_total(row: LabelledRow) -> Aligned | None:
    """The cells of a row in a table that has no column for totals."""
    return Aligned((*row.filled, "")) if len(row.filled) == len(COLUMNS) - 1 else None


def _has_no_total(rows: Sequence[LabelledRow]) -> bool:
    """Whether the column of totals is missing, and not only its head.

    Where the last numbers are the sums of those before, only the head is. Where each cell has a
    line of its own and rows differ in length, lines were lost, of the heads as well.
    """
    numbers = [[read_cell(cell).value or ZERO for cell in row.filled] for row in rows]
    wide = [row for row in numbers if len(row) == len(COLUMNS) - 1 and any(row)]
    if wide and all(sum(row[:-1]) == row[-1] for row in wide):
        return False
    is_in_lines = any(row.cells_line is None for row in rows if row.filled)
    if any(len(row) == len(COLUMNS) for row in numbers):
        return False
    return not is_in_lines or {len(row) for row in numbers if row} == {len(COLUMNS) - 1}


def _lacking(row: LabelledRow) -> frozenset[str]:
    """The columns of the form that the heads above a row lack, where they name most of them."""
    return _not_among(tuple(row.head.names)) if row.head else frozenset()


@lru_cache(maxsize=64)  # all rows of a table have the same heads
def _not_among(names: tuple[str, ...]) -> frozenset[str]:
    named = frozenset(names) & frozenset(COLUMNS)
    return frozenset(COLUMNS) - named if len(named) > len(COLUMNS) // 2 else frozenset()


def _columns_of(row: LabelledRow) -> list[list[int]] | None:
    head, line = row.head, row.cells_line
    if head is None or line is None or not line.is_grid or not head.fits(line):
        return None
    columns = [sorted(head.places.get(column, ())) for column in COLUMNS]
    places = [place for column in columns for place in column]
    is_clear = all(columns) and len(set(places)) == len(places)
    return columns if is_clear else None


def _is_shuffled(rows: Sequence[LabelledRow], columns: Sequence[list[list[int]] | None]) -> bool:
    """Whether the heads lost their order, and not the cells below: these add up as in the form.

    The head 总计 moves beside 自然人 where the wide one between them was lost.
    """
    found = [
        (row.cells_line, places)
        for row, places in zip(rows, columns, strict=True)
        if row.cells_line is not None and places is not None
    ]
    return any(places != sorted(places) for _, places in found) and all(
        _closes([line.cells[place] for place, *_ in sorted(places)]) for line, places in found
    )


def _closes(cells: Sequence[str]) -> bool:
    """Whether seven cells add up: I3."""
    values = [read_cell(cell).value for cell in cells]
    known = [v for v in values if v is not None]
    return len(known) == len(values) and sum(known[:-1]) == known[-1]
