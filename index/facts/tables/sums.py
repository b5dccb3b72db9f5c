"""What sums decide in table three: torn digits, rows that were counted, totals left blank."""

from collections.abc import Sequence
from decimal import Decimal

from index.facts.tables.align import Aligned
from index.facts.tables.cells import DIGITS, ZERO, Reading, joined_digits, kind_of, read_cell
from index.facts.tables.form_three import COLUMNS
from index.facts.tables.reading import Draft
from index.types import Finding, Status


def add_row(draft: Draft, key: str, aligned: Aligned) -> None:
    """Put the cells of a row into the draft; without cells all of them are unreadable."""
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
    if any(text is not None and kind_of(text) is not DIGITS for text in aligned.cells):
        unread = [w for w in words if kind_of(draft.cells[w].raw) is not DIGITS]
        texts = "、".join(f"“{draft.cells[w].raw}”" for w in unread if draft.cells[w].raw)
        draft.add_unreadable(unread, f"有单元格不是数字{texts}" if texts else "有单元格缺失")


def _say_joined(draft: Draft, keys: Sequence[tuple[str, str]]) -> None:
    places = tuple(draft.place(*key) for key in keys)
    values = "、".join(
        f"{place.column}{draft.cells[k].value}" for k, place in zip(keys, places, strict=True)
    )
    message = (
        f"表三“{places[0].row}”的数字在提取时断开或认错，"
        f"只有读作{values}时勾稽关系成立，按此采用。"
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


def choose_joins(draft: Draft, aligned: dict[str, Aligned], rows: Sequence[str]) -> None:
    """Of several ways to join loose digits, the one that closes the columns as well."""
    open_rows = [key for key, row in aligned.items() if row.readings]
    if len(open_rows) != 1:
        return
    key = open_rows[0]
    closing = []
    for reading in aligned[key].readings:
        trial = Draft(3, draft.section)
        for other, row in {**aligned, key: Aligned(reading)}.items():
            add_row(trial, other, row)
        if all(column_closes(trial, rows, column) for column in COLUMNS):
            closing.append(reading)
    if len(closing) == 1:
        aligned[key] = Aligned(closing[0], is_joined=True)


def check_counted(draft: Draft, aligned: dict[str, Aligned], rows: Sequence[str]) -> None:
    """Rows that were filled by counting hold only while the columns close."""
    counted = [key for key in rows if key in aligned and aligned[key].is_by_count]
    if not counted:
        return
    if not any(row.cells and any(row.cells) for row in aligned.values()):
        return  # nothing is filled: the table as a whole reports nothing
    if column_closes(draft, rows, "total") is False:
        _forget(draft, counted, COLUMNS, "有数字丢失，勾稽关系不成立")
        return
    dealt = [key for key in counted if aligned[key].is_dealt]
    guessed = [k for k in counted if k not in dealt and draft.cells[(k, "natural")].value]
    if guessed and not _closes_fully(draft, rows, "natural"):
        _forget(draft, guessed, COLUMNS[:-1], "只剩总计和一类申请人的数字，分不清是哪一类")
    message = f"表三有{len(counted)}行的空单元格在提取时丢失，按剩下数字的个数归列。"
    # Which applicant two equal numbers were for is a guess, if the likeliest: all seven are named.
    places = tuple(
        draft.place(key, column)
        for key in counted
        for column in (COLUMNS if key in guessed or key in dealt else COLUMNS[-1:])
    )
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


def repair(draft: Draft) -> None:
    """Join digits that were torn apart inside a cell, where the row then closes."""
    for key in dict.fromkeys(key for key, _ in draft.cells):
        torn = [
            (key, column)
            for column in COLUMNS
            if draft.cells[(key, column)].value is None
            and kind_of(draft.cells[(key, column)].raw) is DIGITS
        ]
        if not torn:
            continue
        before = {k: draft.cells[k] for k in torn}
        for k in torn:
            joined = joined_digits(before[k].raw)
            draft.cells[k] = Reading(joined, before[k].raw, Status.REPAIRED)
        values = [draft.cells[(key, column)].value for column in COLUMNS]
        known = [v for v in values if v is not None]
        # Of nothing but zeros only letters are sure: 0 0 may be one cell or two.
        is_told = any(known) or not any(" " in before[k].raw for k in torn)
        if len(known) == len(values) and sum(known[:-1]) == known[-1] and is_told:
            _say_joined(draft, torn)
            continue
        for k in torn:
            draft.cells[k] = Reading(None, before[k].raw, Status.UNREADABLE)
        draft.add_unreadable(torn, "的数字断开，无法确认如何相连")


def fill_totals(draft: Draft, rows: Sequence[str]) -> None:
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
    if any(column == "total" for _, column in computed) and (
        column_closes(draft, rows, "total") is False
    ):
        # The total may stand in the cell before, which was taken for a part.
        doubted = list(dict.fromkeys(key for key, column in computed if column == "total"))
        _forget(draft, doubted, COLUMNS, "的总计未填，而各分项之和与其他各行不符")
        computed = [(key, column) for key, column in computed if key not in doubted]
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
