"""Table three: applications, row by row, for each kind of applicant."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from index.facts.align import Aligned, Layout, align, layout_of
from index.facts.blanks import Blanks, blanks_in
from index.facts.cells import ZERO, Kind, Reading, joined_digits, kind_of, read_cell
from index.facts.halves import join_halves, lost_column
from index.facts.reading import Draft, TableReading, join_words, missing_table
from index.facts.rows import Form, LabelledRow, Line, labelled_rows
from index.facts.subtotals import drop_subtotals
from index.types import Cell, Era, Finding, Status
from index.vocabulary.labels import LabelBook, ordinal_of, plain_label
from index.vocabulary.metrics import MEMBER, METRICS
from index.vocabulary.metrics.applications import APPLICATIONS, GROUPS, MEMBERS, ROW_FRAGMENTS

COLUMNS = ("natural", "enterprise", "research", "ngo", "legal", "other_org", "total")
OUTCOMES_E3 = tuple(
    m.key
    for m in APPLICATIONS
    if m.key not in ("new_received", "carried_in", "handled_total", "carried_out")
)
_OTHERS = ("other_no_correction", "other_fee_unpaid", "other_other")
OUTCOMES_E2 = (*(k for k in OUTCOMES_E3 if k not in _OTHERS), "other")
# The group's label begins as the label of its last row does: 本年度办理结果总计.
_NO_ROW = "本年度办理结果"
_BOOK = LabelBook(
    [(_NO_ROW, ""), *((label, m.key) for m in METRICS if m.table == 3 for label in m.rows)],
    ROW_FRAGMENTS,
)
_HEADS = LabelBook(
    [
        *((label, m.key) for m in MEMBERS for label in m.columns),
        ("申请人情况", "applicants"),
    ],
    {"勾稽关系": "note"},
)
FORM = Form(_BOOK, _HEADS, frozenset({"其他", "总计"}), plain_label(GROUPS))


def rows_of(era: Era) -> tuple[str, ...]:
    """The rows that table three has in an era, in order."""
    outcomes = OUTCOMES_E3 if era is Era.E3 else OUTCOMES_E2
    return ("new_received", "carried_in", *outcomes, "handled_total", "carried_out")


def read_table_three(lines: Sequence[Line], era: Era) -> TableReading:
    """Every cell of table three; what cannot be told for sure has no value."""
    rows = labelled_rows(lines, FORM)
    keys = _keys_of(rows)
    join_words(rows, [key is not None for key in keys], len(COLUMNS))
    _join_wrapped(keys, rows)
    known = [(k, r) for k, r in zip(keys, rows, strict=True) if k is not None]
    if not known:
        return missing_table(3)
    draft = Draft(3, known[0][1].line.section or 3)
    draft.add_unmapped(r for k, r in zip(keys, rows, strict=True) if k is None and r.filled)
    known = join_halves(known, COLUMNS)
    lost = lost_column(known, COLUMNS)
    if lost is not None:
        _say_lost(draft, lost)
    drop_subtotals([row for _, row in known])
    layout = layout_of([row for _, row in known], len(COLUMNS))
    aligned = _one_row_a_key(draft, known, layout, blanks_in(lines))
    form_rows = rows_of(Era.E2 if "other" in aligned else era)
    _choose_joins(draft, aligned, form_rows)
    _doubt_next_to_lost(known, aligned, form_rows)
    for key in form_rows:
        if key in aligned:
            _add_row(draft, key, aligned[key])
    _check_counted(draft, aligned, form_rows)
    _repair(draft)
    _fill_totals(draft, form_rows)
    draft.add_missing([key for key in form_rows if key not in aligned])
    return draft.result()


def _say_lost(draft: Draft, column: str) -> None:
    name = MEMBER[column].label
    message = f"表三没有“{name}”一列；各行其余各列相加都等于总计，这一列按0读取。"
    place = Cell(draft.section, 3, "", name)
    draft.findings.append(Finding("column_missing", message, cells=(place,)))


def _keys_of(rows: Sequence[LabelledRow]) -> list[str | None]:
    keys = [(_BOOK.find(row.label) or None) if row.label else None for row in rows]
    has_sub_rows = any(key in _OTHERS[:2] for key in keys)
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
    return ordinal_of(row.label) in ("", "3") or bool(set(before[-3:]) & set(_OTHERS[:2]))


def _one_row_a_key(
    draft: Draft, known: Sequence[tuple[str, LabelledRow]], layout: Layout, blanks: Blanks
) -> dict[str, Aligned]:
    """Each row of the form once; two rows of one label must say the same."""
    aligned: dict[str, Aligned] = {}
    has_total = _sum_up([row for _, row in known])
    for key, row in known:
        this = _without_total(row) if _lacking(row) == {"total"} and not has_total else None
        this = this or _sure(key, row, align(row, layout, _columns_of(row), _closes), blanks)
        if this.cells is None:
            this = replace(this, raw="、".join(row.filled))
        if this.is_by_count and not row.filled and key in aligned:
            continue  # the label alone, printed again
        before = aligned.get(key)
        if before is None or (before.is_by_count and before.cells == ("",) * len(COLUMNS)):
            aligned[key] = this
        elif before.cells != this.cells:
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


def _sure(key: str, row: LabelledRow, aligned: Aligned, blanks: Blanks) -> Aligned:
    """The cells of a row, if nothing says that some of them are lost."""
    if aligned.cells is None:
        return aligned
    if not row.filled:
        if row.has_digits_in_label:
            return Aligned(None, "的数字与名称连在一起")
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


def _sum_up(rows: Sequence[LabelledRow]) -> bool:
    """Whether the last numbers are the sums of those before: only their head is missing."""
    numbers = [[read_cell(cell).value or ZERO for cell in row.filled] for row in rows]
    wide = [row for row in numbers if len(row) == len(COLUMNS) - 1 and any(row)]
    return bool(wide) and all(sum(row[:-1]) == row[-1] for row in wide)


def _lacking(row: LabelledRow) -> set[str]:
    """The columns of the form that the heads above a row lack, where they name most of them."""
    named = set(row.head.names) & set(COLUMNS) if row.head else set()
    return set(COLUMNS) - named if len(named) > len(COLUMNS) // 2 else set()


def _columns_of(row: LabelledRow) -> list[list[int]] | None:
    head, line = row.head, row.cells_line
    if head is None or line is None or not line.is_grid or not head.fits(line):
        return None
    columns = [sorted(head.places.get(column, ())) for column in COLUMNS]
    places = [place for column in columns for place in column]
    is_clear = all(columns) and len(set(places)) == len(places)
    return columns if is_clear else None


def _closes(cells: Sequence[str]) -> bool:
    """Whether seven cells add up: I3."""
    values = [read_cell(cell).value for cell in cells]
    known = [v for v in values if v is not None]
    return len(known) == len(values) and sum(known[:-1]) == known[-1]


def _add_row(draft: Draft, key: str, aligned: Aligned) -> None:
    if aligned.cells is None:
        for column in COLUMNS:
            draft.cells[(key, column)] = Reading(None, aligned.raw, Status.UNREADABLE)
        draft.add_unreadable([(key, "total")], aligned.reason)
        return
    words = []
    for column, text in zip(COLUMNS, aligned.cells, strict=True):
        reading = Reading(None, "", Status.UNREADABLE) if text is None else read_cell(text)
        if reading.value is not None and reading.value < 0:
            reading = Reading(None, reading.raw, Status.UNREADABLE)
        if aligned.is_joined and reading.value is not None:
            reading = Reading(reading.value, reading.raw, Status.REPAIRED)
        if reading.value is None:
            words.append((key, column))
        draft.cells[(key, column)] = reading
    if aligned.is_joined:
        _say_joined(draft, [(key, column) for column in COLUMNS])
    if any(text is not None and kind_of(text) is not Kind.DIGITS for text in aligned.cells):
        unread = [w for w in words if kind_of(draft.cells[w].raw) is not Kind.DIGITS]
        texts = "、".join(f"“{draft.cells[w].raw}”" for w in unread if draft.cells[w].raw)
        draft.add_unreadable(unread, f"有单元格不是数字{texts}" if texts else "有单元格缺失")


def _say_joined(draft: Draft, keys: Sequence[tuple[str, str]]) -> None:
    places = tuple(draft.place(*key) for key in keys)
    values = "、".join(
        f"{place.column}{draft.cells[k].value}" for k, place in zip(keys, places, strict=True)
    )
    message = (
        f"表三“{places[0].row}”的数字在提取时断开，只有读作{values}时勾稽关系成立，按此采用。"
    )
    draft.findings.append(Finding("digits_joined", message, cells=places))


def _values(draft: Draft, keys: Sequence[str], column: str) -> list[Decimal] | None:
    """The values of these rows in a column; None where one of them is not known."""
    values = []
    for key in keys:
        cell = draft.cells.get((key, column))
        if cell is None or cell.value is None:
            return None
        values.append(cell.value)
    return values


def column_closes(draft: Draft, rows: Sequence[str], column: str) -> bool | None:
    """Whether I1 and I2 hold in a column; None where neither can be computed."""
    outcomes = [r for r in rows if r not in ("new_received", "carried_in", "carried_out")][:-1]
    four = _values(draft, ("new_received", "carried_in", "handled_total", "carried_out"), column)
    parts = _values(draft, (*outcomes, "handled_total"), column)
    checks = []
    if four is not None:
        checks.append(four[0] + four[1] == four[2] + four[3])
    if parts is not None:
        checks.append(sum(parts[:-1]) == parts[-1])
    return all(checks) if checks else None


def _choose_joins(draft: Draft, aligned: dict[str, Aligned], rows: Sequence[str]) -> None:
    """Of several ways to join loose digits, the one that closes the columns as well."""
    open_rows = [key for key, row in aligned.items() if row.readings]
    if len(open_rows) != 1:
        return
    key = open_rows[0]
    closing = []
    for reading in aligned[key].readings:
        trial = Draft(3, draft.section)
        for other, row in {**aligned, key: Aligned(reading)}.items():
            _add_row(trial, other, row)
        if all(column_closes(trial, rows, column) for column in COLUMNS):
            closing.append(reading)
    if len(closing) == 1:
        aligned[key] = Aligned(closing[0], is_joined=True)


def _check_counted(draft: Draft, aligned: dict[str, Aligned], rows: Sequence[str]) -> None:
    """Rows that were filled by counting hold only while the columns close."""
    counted = [key for key in rows if key in aligned and aligned[key].is_by_count]
    if not counted:
        return
    if not any(row.cells and any(row.cells) for row in aligned.values()):
        return  # nothing is filled: the table as a whole reports nothing
    if column_closes(draft, rows, "total") is False:
        _forget(draft, counted, COLUMNS, "有数字丢失，勾稽关系不成立")
        return
    guessed = [key for key in counted if draft.cells[(key, "natural")].value]
    if guessed and not _closes_fully(draft, rows, "natural"):
        _forget(draft, guessed, COLUMNS[:-1], "只剩总计和一类申请人的数字，分不清是哪一类")
    message = f"表三有{len(counted)}行的空单元格在提取时丢失，按剩下数字的个数归列。"
    places = tuple(draft.place(key, "total") for key in counted)
    draft.findings.append(Finding("cells_counted", message, cells=places))


def _forget(draft: Draft, keys: Sequence[str], columns: Sequence[str], reason: str) -> None:
    for key in keys:
        for column in columns:
            raw = draft.cells[(key, column)].raw
            draft.cells[(key, column)] = Reading(None, raw, Status.UNREADABLE)
    draft.add_unreadable([(key, column) for key in keys for column in columns], reason)


def _closes_fully(draft: Draft, rows: Sequence[str], column: str) -> bool:
    """Whether a column adds up and no cell of it is open."""
    cells = [draft.cells.get((key, column)) for key in rows]
    is_full = all(cell is not None and cell.value is not None for cell in cells)
    return is_full and column_closes(draft, rows, column) is True


def _repair(draft: Draft) -> None:
    """Join digits that were torn apart inside a cell, where the row then closes."""
    for key in dict.fromkeys(key for key, _ in draft.cells):
        torn = [
            (key, column)
            for column in COLUMNS
            if draft.cells[(key, column)].value is None
            and kind_of(draft.cells[(key, column)].raw) is Kind.DIGITS
        ]
        if not torn:
            continue
        before = {k: draft.cells[k] for k in torn}
        for k in torn:
            joined = joined_digits(before[k].raw)
            draft.cells[k] = Reading(joined, before[k].raw, Status.REPAIRED)
        values = [draft.cells[(key, column)].value for column in COLUMNS]
        known = [v for v in values if v is not None]
        if len(known) == len(values) and sum(known[:-1]) == known[-1] > 0:
            _say_joined(draft, torn)
            continue
        for k in torn:
            draft.cells[k] = Reading(None, before[k].raw, Status.UNREADABLE)
        draft.add_unreadable(torn, "的数字断开，无法确认如何相连")


def _fill_totals(draft: Draft, rows: Sequence[str]) -> None:
    """Totals left blank are the sums of their parts, where these are known."""
    computed = []
    for key in dict.fromkeys(key for key, _ in draft.cells):
        parts = [draft.cells[(key, column)] for column in COLUMNS[:-1]]
        if _fill(draft, (key, "total"), parts):
            computed.append((key, "total"))
    outcomes = [r for r in rows if r not in ("new_received", "carried_in", "carried_out")][:-1]
    for column in COLUMNS:
        parts = [draft.cells[(r, column)] for r in outcomes if (r, column) in draft.cells]
        if len(parts) == len(outcomes) and _fill(draft, ("handled_total", column), parts):
            computed.append(("handled_total", column))
    if computed:
        places = tuple(draft.place(*key) for key in computed)
        message = f"表三有{len(computed)}个总计未填，按各分项之和计算。"
        draft.findings.append(Finding("total_computed", message, cells=places))


def _fill(draft: Draft, key: tuple[str, str], parts: Sequence[Reading]) -> bool:
    cell = draft.cells.get(key)
    if cell is None or cell.status is not Status.BLANK:
        return False
    if any(part.value is None for part in parts):
        draft.cells[key] = Reading(None, cell.raw, Status.UNREADABLE)
        draft.add_unreadable([key], "的总计未填，而分项不全")
        return False
    total = sum((part.value for part in parts if part.value is not None), ZERO)
    if total == 0:  # blank counts as zero, and zero it is
        return False
    draft.cells[key] = Reading(total, cell.raw, Status.COMPUTED)
    return True
