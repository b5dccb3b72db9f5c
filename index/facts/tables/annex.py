"""The statistics annex of 2014-2018: a label, a unit and one number a row."""

import re
from collections.abc import Sequence

from index.facts.tables.cells import Kind, Reading, joined_digits, kind_of, read_cell
from index.facts.tables.reading import Draft, TableReading, missing_table
from index.facts.tables.rows import Form, Head, LabelledRow, Line, labelled_rows
from index.facts.tables.torn import is_grouped
from index.text import compact
from index.types import Finding, Status
from index.vocabulary.labels import LabelBook, plain_label
from index.vocabulary.metrics import METRIC
from index.vocabulary.metrics.annex import ANNEX_ALIASES, ANNEX_FRAGMENTS, ANNEX_ROWS

_UNITS = frozenset({"条", "件", "次", "篇", "个", "人", "人次", "元", "万元", "名", "期", "场"})
# Which of several columns of numbers is the year's; the others are sums over years.
_OF_THE_YEAR = ("本年度", "本年累计", "本年", "当年", "统计数", "数量")
_SUMS = ("历年累计", "累计", "本期实际", "本季度")
# Consolidated reports count by level: then the sum of the levels is the report's.
_TOTALS = ("合计", "总计")
_LEVELS = (
    *("县政府", "市政府", "区政府", "县政府本级", "市政府本级", "本级", "政府", "政府办公室"),
    *("部门", "政府部门", "县直部门", "市直部门", "区直部门", "县级部门", "工作部门"),
    *("乡镇", "乡镇街道", "镇街", "街道", "县区", "县市区"),
)
# 2015年 beside 2016年, 上年 beside 本年: the report's own year is meant.
_YEARS = tuple(f"{year}年" for year in range(2008, 2019))
_LAST_YEAR = ("上年度", "上年", "上一年度", "去年")
_OTHER_COLUMNS = (
    *_SUMS,
    *_YEARS,
    *_LAST_YEAR,
    *_TOTALS,
    *_LEVELS,
    "单位",
    "计量单位",
    "统计指标",
    "指标名称",
    "指标",
    "备注",
    "代码",
    "行次",
    "序号",
)


def _labels() -> list[tuple[str, str]]:
    labels = []
    for row in ANNEX_ROWS:
        short = row.label.removeprefix("其中：")
        labels += [(row.label, row.label), (short, row.label)]
    return [*labels, *ANNEX_ALIASES.items()]


_OF_WHICH = re.compile(r"\s*其中[:：]?\s*(?=[\d(（])")
_BOOK = LabelBook(_labels(), ANNEX_FRAGMENTS, _OF_WHICH)
_HEADS = LabelBook(
    [
        *((head, head) for head in (*_OF_THE_YEAR, *_OTHER_COLUMNS)),
        *((f"{head}度", head) for head in _YEARS),
    ]
)
FORM = Form(_BOOK, _HEADS, passing=plain_label("条件次篇个人次万元人元名期场"))
_FEWEST_CUT = 2  # rows that are missing at the end of an annex which breaks off
_METRIC = {(row.label, row.part): row.metric for row in ANNEX_ROWS}
_PART_OF = {"行政复议数量": "行政复议", "行政诉讼数量": "行政诉讼"}
_PARTED = {row.label for row in ANNEX_ROWS if row.part}


def read_annex(lines: Sequence[Line], year: int, *, is_national: bool = True) -> TableReading:
    """The numbers of the annex for a year, by the metrics they share with the later tables.

    Before the national one each province had its own: nothing is missing there.
    """
    rows = labelled_rows(lines, FORM)
    draft = Draft(1, rows[0].line.section if rows else 0)
    part = ""
    unmapped, unkept = [], []
    for row in rows:
        label = _BOOK.find(row.label) if row.label else None
        if label is None:
            if _numbers(row) and not _is_unit(row.label):
                unmapped.append(row)
            continue
        part = _PART_OF.get(label, part)
        metric = _METRIC.get((label, part if label in _PARTED else ""))
        if metric is not None:
            _add(draft, metric, row, year)
        elif _numbers(row):
            unkept.append(row)  # a row of the form that no later one has: kept as it stood
    if not draft.cells:
        return missing_table(1)
    draft.add_unmapped(unmapped, is_told=is_national)
    draft.add_unmapped(unkept, is_told=False)
    draft.add_gaps()
    if not is_national:
        return draft.result()
    found = {metric for metric, _ in draft.cells}
    metrics = [row.metric for row in ANNEX_ROWS if row.metric]
    draft.add_missing([metric for metric in metrics if metric not in found])
    draft.add_cut(metrics, least=_FEWEST_CUT)
    return draft.result()


def _add(draft: Draft, metric: str, row: LabelledRow, year: int) -> None:
    key = (metric, "total")
    text = _number_of_the_year(row, year)
    reading = Reading(None, " ".join(_numbers(row)), Status.UNREADABLE)
    if text is not None:
        unit = METRIC[metric].unit
        reading = read_cell(text, unit)
        whole = joined_digits(text) if is_grouped(text) else None
        if whole is not None:
            reading = Reading(whole, text, Status.REPAIRED)
            place = draft.place(*key)
            message = f"附表“{place.row}”的数字断开，按一个数字读取：{whole}。"
            draft.findings.append(Finding("digits_joined", message, cells=(place,)))
    before = draft.cells.get(key)
    if before is not None and before.value != reading.value:
        if not row.filled:
            return
        reading = Reading(None, reading.raw, Status.UNREADABLE)
    draft.cells[key] = reading
    if reading.value is None:
        texts = "、".join(f"“{c}”" for c in _numbers(row))
        draft.add_unreadable([key], f"的数字辨认不清（{texts}）" if texts else "后面没有数字")


def _numbers(row: LabelledRow) -> list[str]:
    return [c for c in row.filled if not _is_unit(c)]


def _is_unit(cell: str) -> bool:
    # 4条 is a number with its unit; an ordinal is not looked for.
    return compact(cell).strip("()（）") in _UNITS


def _number_of_the_year(row: LabelledRow, year: int) -> str | None:
    """The cell that counts this year: the only one, or the one under such a head."""
    numbers = _numbers(row)
    if row.passed > 1:
        return None  # a cell a line: a second unit is that of a row which lost its label
    of_year = _under_head(row, year)
    if of_year is not None:
        return of_year
    if len(numbers) == 1:
        return None if _has_several(row.head) else numbers[0]
    if not numbers and (_is_empty_line(row) or _ends_behind_unit(row)):
        return ""
    if not numbers:
        has_empty_cell = any(kind_of(cell) is Kind.EMPTY for cell in row.cells)
        return "" if has_empty_cell and row.cells_line is not None else None
    if len(set(numbers)) == 1 and row.cells_line is not None and row.cells_line.is_grid:
        return numbers[0]
    names = _columns(row.head)
    of_year = _of_the_year(names, year)
    if of_year is None or len(names) != len(numbers):
        return None
    return numbers[names.index(of_year)]


def _ends_behind_unit(row: LabelledRow) -> bool:
    """Whether a row ends with its unit, in a line of its own: its cell was left empty.

    Where each cell has a line, a number may have been lost.
    """
    line = row.cells_line
    return line is row.line and not line.is_lonely and [*map(_is_unit, row.filled)] == [True]


def _is_empty_line(row: LabelledRow) -> bool:
    """Whether a label and its unit have one empty line behind them, which is their cell.

    A column of remarks has a line more in each row.
    """
    lines = 1 + (row.head is not None and "备注" in row.head.names)
    is_alone = row.passed == 1 and row.cells_line is None
    return is_alone and [cell.strip() for cell in row.cells] == [""] * lines


def _under_head(row: LabelledRow, year: int) -> str | None:
    """The cell in the year's column, where columns line up and others stand beside it."""
    head, line = row.head, row.cells_line
    if head is None or line is None or not head.fits(line) or not _has_several(head):
        return None
    of_year = _of_the_year(list(head.places), year)
    if of_year is None or len(head.places[of_year]) != 1:
        return None
    return line.cells[min(head.places[of_year])]


def _of_the_year(names: Sequence[str], year: int) -> str | None:
    """The column that counts the whole year, of the whole body."""
    if any(n in _YEARS for n in names):
        return f"{year}年" if f"{year}年" in names else None
    total = next((n for n in _TOTALS if n in names), None)
    if any(n in _LEVELS for n in names):
        return None if any(n in _SUMS for n in names) else total
    return next((n for n in _OF_THE_YEAR if n in names), None)


def _columns(head: Head | None) -> list[str]:
    """The heads of columns of numbers, in order."""
    counted = (*_OF_THE_YEAR, *_SUMS, *_TOTALS, *_LEVELS, *_YEARS, *_LAST_YEAR)
    return [] if head is None else [n for n in head.names if n in counted]


def _has_several(head: Head | None) -> bool:
    return len(set(_columns(head))) > 1
