"""Table two: rules, licences, penalties and fees; four sub-tables since 2021, five before."""

import re
from collections.abc import Sequence
from itertools import pairwise

from index.facts.tables.blanks import Blanks
from index.facts.tables.cells import (
    DIGITS,
    EMPTY,
    NUMBER,
    TEXT,
    Reading,
    joined_digits,
    kind_of,
    money_unit_in,
    read_cell,
)
from index.facts.tables.reading import Draft, TableReading, join_words, missing_table
from index.facts.tables.rows import Form, Head, LabelledRow, Line, labelled_rows
from index.facts.tables.torn import is_grouped
from index.types import Era, Finding, Status
from index.vocabulary.labels import LabelBook
from index.vocabulary.metrics import METRIC
from index.vocabulary.metrics.regulations import COLUMN_FRAGMENTS, REGULATIONS

_OTHER_YEARS = "上年"  # a column that offices add: of the year before, or of all years


_NOT_THIS_YEAR = ("上年", "上年度", "上一年", "上一年度", "去年", "历年", "历年累计", "累计")


def _labels_of_other_years() -> list[str]:
    """What the form's columns are called where they count the year before, or all years."""
    columns = {label.removeprefix("本年") for m in REGULATIONS for label in m.columns}
    labels = {f"{year}{c}" for year in _NOT_THIS_YEAR for c in columns}
    return sorted(labels - {label for m in REGULATIONS for label in m.columns})


# A row or column is named by the first of its labels.
_METRIC_AT = {(m.rows[0], column): m.key for m in REGULATIONS for column in m.columns}
_ROW_NAMES = tuple(dict.fromkeys(m.rows[0] for m in REGULATIONS))
_BOOK = LabelBook([(label, m.rows[0]) for m in REGULATIONS for label in m.rows])
_HEADS = LabelBook(
    [
        ("信息内容", ""),
        *((label, label) for m in REGULATIONS for label in m.columns),
        *((label, _OTHER_YEARS) for label in _labels_of_other_years()),
    ],
    COLUMN_FRAGMENTS,
)
Torn = tuple[tuple[str, str], Reading]  # a cell, and what its digits are as one number
FORM = Form(_BOOK, _HEADS, breaks=("第二十条",))


def metrics_of(era: Era) -> tuple[str, ...]:
    """The cells that table two has in an era, row by row."""
    return tuple(m.key for m in REGULATIONS if era in m.eras)


def _columns_of_form(row: str, era: Era) -> tuple[str, ...]:
    """The columns of a row in the form of an era, in order."""
    order = _ORDER_E3 if era is Era.E3 else _ORDER_E2
    return tuple(c for c in order if (row, c) in _METRIC_AT and _is_of(era, row, c))


def _is_of(era: Era, row: str, column: str) -> bool:
    return era in METRIC[_METRIC_AT[(row, column)]].eras


_SIGNED = re.compile(r"\s*[+＋\-−－]\s*\d")
_CHANGES = ("本年增/减",)
_MONEY = ("元", "万元")
_MONEY_BEHIND = re.compile(r"\d\s*[万亿]?元\s*$")
_ORDER_E3 = (
    "本年制发件数",
    "本年废止件数",
    "现行有效件数",
    "本年处理决定数量",
    "本年收费金额",
)
_ORDER_E2 = (
    "本年新制作数量",
    "本年新公开数量",
    "对外公开总数量",
    "上一年项目数量",
    "本年增/减",
    "处理决定数量",
    "采购项目数量",
    "采购总金额",
)


def read_table_two(
    lines: Sequence[Line],
    era: Era,
    blanks: Blanks,
    *,
    is_torn: bool = False,
    is_last: bool = False,
) -> TableReading:
    """Every cell of table two; what cannot be told for sure has no value.

    `blanks` is how the whole report leaves cells empty: table two may have no zero to show it.
    `is_torn` says that the other tables had digits torn apart, which no sum confirms here;
    `is_last` that the file has none of them, so that it may break off in this one.
    """
    era = Era.E3 if era is Era.E3 else Era.E2
    rows = labelled_rows(lines, FORM)
    names = [_BOOK.find(row.label) if row.label else None for row in rows]
    join_words(rows, [name is not None for name in names], 3)
    known = [(n, r) for n, r in zip(names, rows, strict=True) if n is not None]
    if not known:
        return missing_table(2)
    draft = Draft(2, known[0][1].line.section or 2)
    draft.add_unmapped(r for n, r in zip(names, rows, strict=True) if n is None and r.filled)
    keeps_blanks = {
        row.cells_line.table
        for _, row in known
        if row.cells_line is not None and (row.cells_line.is_grid or EMPTY in row.cells_line.kinds)
    }
    seen: set[str] = set()
    torn: list[Torn] = []
    overfull = _overfull([row for _, row in known])
    # A number without a label below a row may be one of its own, and its first one cut in two.
    followed = {id(a) for a, b in pairwise(rows) if a.filled and b.filled and not b.label}
    for name, row in known:
        is_lost = id(row.head) in overfull
        columns = _columns_of_form(name, era) if is_lost else _columns_of(name, row, era)
        if not row.cells and name in seen:
            continue
        is_open = id(row) in followed
        cells = None if is_open else _cells_of(row, columns, keeps_blanks, blanks)
        torn += _add_row(draft, name, row, columns, cells, is_again=name in seen)
        seen.add(name)
    _join_torn(draft, torn, is_torn=is_torn)
    draft.add_missing([k for k in metrics_of(era) if METRIC[k].rows[0] not in seen])
    _add_lost_columns(draft, seen, era)
    draft.add_gaps()
    if is_last:
        draft.add_cut([key for key in metrics_of(era) if METRIC[key].rows[0] in seen], least=0)
    _order(draft, era)
    return draft.result()


def _overfull(rows: Sequence[LabelledRow]) -> set[int]:
    """The heads below which a row has more cells than they are: some of them were lost."""
    found: set[int] = set()
    for row in rows:
        heads = row.head.places.items() if row.head else ()
        places = {place for name, at in heads if name for place in at}
        if places and not row.line.is_lonely and len(row.filled) > len(places):
            found.add(id(row.head))
    return found


def _columns_of(name: str, row: LabelledRow, era: Era) -> tuple[str, ...]:
    """The columns of a row by the heads above it, by the form where these are missing or odd."""
    form = _columns_of_form(name, era)
    if row.head is None:
        return form
    heads = tuple(n for n in row.head.names if n not in ("", _OTHER_YEARS))
    metrics = {_METRIC_AT.get((name, head)) for head in heads}
    # Two heads of one metric: the one or the other counts something else.
    is_clear = len(metrics) == len(heads) and None not in metrics
    # A cell a line, or under heads that do not fit the row, columns are told by their number
    # only: a head that was lost would shift them.
    line = row.cells_line or row.line
    is_apart = line.is_lonely or (line.is_grid and not row.head.fits(line))
    is_short = is_apart and len(heads) < len(form)
    return heads if heads and is_clear and not is_short else form


def _add_row(
    draft: Draft,
    name: str,
    row: LabelledRow,
    columns: Sequence[str],
    cells: Sequence[str] | None,
    *,
    is_again: bool,
) -> list[Torn]:
    """Read the cells of a row; gives those whose digits stand apart."""
    unread: list[tuple[str, str]] = []
    torn: list[Torn] = []
    if cells and (
        _has_sign_elsewhere(columns, cells) or _has_money_elsewhere(name, columns, cells)
    ):
        cells = None  # the order of the columns was lost
    for index, column in enumerate(columns):
        key = (_METRIC_AT[(name, column)], "total")
        reading = _read(key[0], cells[index], row.head) if cells else None
        if reading is None:
            reading = Reading(None, " ".join(row.filled), Status.UNREADABLE)
        if is_again and key in draft.cells and _differ(draft.cells[key], reading):
            raw = f"{draft.cells[key].raw}；{reading.raw}"
            reading = Reading(None, raw, Status.UNREADABLE)
        if reading.value is None and cells and kind_of(reading.raw) is DIGITS:
            torn.append((key, _read(key[0], "".join(reading.raw.split()), row.head)))
        elif reading.value is None:
            unread.append(key)
        draft.cells[key] = reading
    texts = "、".join(f"“{cell}”" for cell in row.filled)
    draft.add_unreadable(unread, f"的数字辨认不清（{texts}）" if texts else "后面没有数字")
    return torn


def _differ(one: Reading, other: Reading) -> bool:
    """Whether two readings of one cell say different things; of two unread ones, their texts."""
    return one.value != other.value or (one.value is None and one.raw != other.raw)


def _has_sign_elsewhere(columns: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a signed number stands where nothing is ever added or taken away."""
    return any(
        _SIGNED.match(cell) and column not in _CHANGES and read_cell(cell).value
        for column, cell in zip(columns, cells, strict=True)
    )


def _has_money_elsewhere(name: str, columns: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a sum of money stands where cases are counted."""
    return any(
        METRIC[_METRIC_AT[(name, column)]].unit not in _MONEY and _MONEY_BEHIND.search(cell)
        for column, cell in zip(columns, cells, strict=True)
    )


def _join_torn(draft: Draft, torn: Sequence[Torn], *, is_torn: bool) -> None:
    """Join digits that stand apart in a cell, where they can be nothing but one number."""
    joined, unread = [], []
    for key, whole in dict(torn).items():
        raw = draft.cells[key].raw
        if whole.value is None or not (is_torn or is_grouped(raw)):
            unread.append(key)
            continue
        draft.cells[key] = Reading(whole.value, raw, Status.REPAIRED)
        joined.append(key)
    draft.add_unreadable(unread, "的数字断开，无法确认如何相连")
    if joined:
        places = tuple(draft.place(*key) for key in joined)
        read_as = "、".join(
            f"{p.row}{draft.cells[k].value}" for k, p in zip(joined, places, strict=True)
        )
        message = f"表二有单元格的数字断开或认错，按一个数字读取：{read_as}。"
        draft.findings.append(Finding("digits_joined", message, cells=places))


def _cells_of(
    row: LabelledRow, columns: Sequence[str], keeps_blanks: set[int], blanks: Blanks
) -> tuple[str, ...] | None:
    """The cells of a row by column; None where they cannot be told apart."""
    if not row.filled and _are_lost(row, len(columns), blanks):
        return None
    by_head = _by_head(row, columns)
    if by_head is not None:
        return by_head
    width, filled = len(columns), row.filled
    if width > 1 and _has_number_without_head(row):
        return None
    if width == 1 and filled and len(set(filled)) == 1:
        return (filled[0],)  # once, or repeated over the columns it was merged over
    if len(filled) == width:
        return tuple(filled)
    line = row.cells_line
    has_blanks = line is not None and line.table in keeps_blanks
    if not filled:
        is_blank = has_blanks and line is not None
        is_blank = is_blank or len(row.cells) == width
        return ("",) * width if is_blank else None
    if len(filled) > width:
        return None
    return _padded(row, width, has_blanks=has_blanks, blanks=blanks)


def _has_number_without_head(row: LabelledRow) -> bool:
    """Whether a number stands under an empty head of a grid."""
    head, line = row.head, row.cells_line
    if head is None or line is None or not line.is_grid or not head.fits(line):
        return False
    under = {place for places in head.places.values() for place in places}
    return any(
        kind is NUMBER and place not in under
        for place, kind in enumerate(line.kinds)
        if place > row.label_at
    )


def _padded(
    row: LabelledRow, width: int, *, has_blanks: bool, blanks: Blanks
) -> tuple[str, ...] | None:
    """The cells of a row of which some are empty, those at its end perhaps not written."""
    cells, line = list(row.cells), row.cells_line
    if len(cells) == width:
        return tuple(cells)
    if not has_blanks or kind_of(cells[0]) is EMPTY:
        return None
    if any(kind_of(cell) is TEXT for cell in cells):
        return None  # two numbers whose mark was lost: 204+3
    while len(cells) > width and kind_of(cells[-1]) is EMPTY:
        cells.pop()
    if len(cells) > width:
        return None
    if len(cells) < width and (line is None or line.is_grid or _may_be_lost(row, blanks)):
        return None
    return tuple(cells + [""] * (width - len(cells)))


def _are_lost(row: LabelledRow, width: int, blanks: Blanks) -> bool:
    """Whether a row without numbers has lost them: its cells are gone, or all are empty."""
    line = row.cells_line
    if line is not None and line.is_grid and len(row.cells) < width:
        return True
    is_torn = row.is_followed or blanks.are_lost(row)
    return is_torn or (width > 1 and not blanks.are_zeros)


def _may_be_lost(row: LabelledRow, blanks: Blanks) -> bool:
    return blanks.are_lost(row) or not blanks.are_zeros


def _by_head(row: LabelledRow, columns: Sequence[str]) -> tuple[str, ...] | None:
    head, line = row.head, row.cells_line
    if head is None or line is None or not head.fits(line):
        return None
    cells = []
    taken = set(head.places.get(_OTHER_YEARS, ()))
    for column in columns:
        places = {p for p in head.places.get(column, ()) if p > row.label_at}
        texts = {line.cells[p] for p in places}
        if len(texts - {""}) > 1 or not texts:
            return None
        taken |= places
        cells.append(max(texts))
    others = [k for i, k in enumerate(line.kinds) if i not in taken and i > row.label_at]
    if any(k not in (EMPTY, TEXT) for k in others):
        return None if len(columns) > 1 else _merged(row)
    return tuple(cells)


def _merged(row: LabelledRow) -> tuple[str, ...] | None:
    return (row.filled[0],) if len(set(row.filled)) == 1 else None


def _read(metric: str, text: str, head: Head | None) -> Reading:
    unit = METRIC[metric].unit
    printed = None
    if unit in _MONEY and head is not None:
        printed = next((u for t in head.texts.values() if (u := money_unit_in(t))), None)
    reading = read_cell(text, unit, printed)
    if kind_of(text) is DIGITS and joined_digits(text) is not None:
        return Reading(None, text, Status.UNREADABLE)  # no identity could confirm it
    is_change = metric.endswith("_change")
    if reading.value is not None and reading.value < 0 and not is_change:
        return Reading(None, text, Status.UNREADABLE)
    return reading


def _add_lost_columns(draft: Draft, seen: set[str], era: Era) -> None:
    """Cells of the form that the heads of the report do not have."""
    lost = [
        (key, "total")
        for key in metrics_of(era)
        if METRIC[key].rows[0] in seen and (key, "total") not in draft.cells
    ]
    for key in lost:
        draft.cells[key] = Reading(None, "", Status.UNREADABLE)
    draft.add_unreadable(lost, "缺少格式规定的列")


def _order(draft: Draft, era: Era) -> None:
    order = {key: i for i, key in enumerate(metrics_of(era))}
    draft.cells = dict(sorted(draft.cells.items(), key=lambda c: order.get(c[0][0], len(order))))
