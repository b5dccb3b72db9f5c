"""Tables of HTML that are made of other elements: rows of divs, lists, tables of one row each.

Rows are elements of one kind that stand side by side and hold nothing but short cells. What
sites mark as spans (aria-colspan, grid-column) is kept; else the rows are as ragged as tabs.
"""

import re
from collections.abc import Iterable, Sequence

from lxml.etree import _Element

from index.report.grid import SpanCell, grid_from
from index.report.headings import OFFICIAL, heading_of
from index.report.labels import is_label, is_telling
from index.report.lines import is_value
from index.report.listed import parted
from index.report.web.markup import is_dropped
from index.types import Table

HOLDERS = frozenset(("div", "section", "article", "main", "body", "form", "td", "ul", "ol", "dl"))
_ROWS = frozenset(("div", "ul", "ol", "dl", "li", "section", "table"))
_CELLS = frozenset(("div", "span", "li", "p", "dd", "dt", "strong", "b", "em", "label", "section"))
_LONGEST_CELL = 150
_FEWEST_ROWS = 3
_FEWEST_LABELS = 2
_SENTENCE = re.compile("[。！？]")
_SPANS = {
    "cols": re.compile(r"grid-column[^;]*span\s*(\d{1,2})"),
    "rows": re.compile(r"grid-row[^;]*span\s*(\d{1,2})"),
}
_WIDTH = re.compile(r"grid-template-columns\s*:\s*([^;]+)")
_REPEATED = re.compile(r"repeat\(\s*(\d{1,2})\s*,")

_Row = tuple[_Element, list[_Element]]


def rows_in(holder: _Element, is_hidden_read: bool) -> dict[_Element, Table | None]:
    """The children of an element that are rows of a table, each with the table it begins."""
    if len(holder) < _FEWEST_ROWS:
        return {}
    if holder.tag == "dl":
        return _of_run(_definitions(holder))
    whole = _of_cells(holder, is_hidden_read)
    if whole is not None:
        return dict.fromkeys(holder) | {holder[0]: whole}
    found: dict[_Element, Table | None] = {}
    run: list[_Row] = []
    for child in holder:
        cells = _cells_of(child, is_hidden_read)
        if cells is not None and (not run or run[-1][0].tag == child.tag):
            run.append((child, cells))
        else:
            found.update(_of_run(run))
            run = [] if cells is None else [(child, cells)]
        if (child.tail or "").strip():
            found.update(_of_run(run))
            run = []
    found.update(_of_run(run))
    return found


def _cells_of(row: _Element, is_hidden_read: bool) -> list[_Element] | None:
    """The cells of an element, None where it is no row."""
    if row.tag not in _ROWS or not len(row) or (row.text or "").strip():
        return None
    if row.tag == "table":
        rows = list(row.iter("tr"))
        if len(rows) != 1 or any(True for _ in rows[0].iter("table")):
            return None
        return [cell for cell in rows[0] if cell.tag in ("td", "th")]
    cells = [c for c in row if not is_dropped(c, c.tag, is_hidden_read=is_hidden_read)]
    if any(c.tag not in _CELLS or (c.tail or "").strip() for c in cells):
        return None
    return cells


def _definitions(holder: _Element) -> list[_Row]:
    """The rows of a list of definitions: a term, and all that stands behind it."""
    rows: list[_Row] = []
    for child in holder:
        if child.tag == "dt" or not rows:
            rows.append((child, [child]))
        elif child.tag == "dd":
            rows[-1][1].append(child)
        else:
            return []
    return rows


def _of_run(run: Sequence[_Row]) -> dict[_Element, Table | None]:
    """Rows side by side as a table, nothing where they hold no labels of the form."""
    if len(run) < _FEWEST_ROWS or sum(len(cells) > 1 for _, cells in run) < _FEWEST_ROWS:
        return {}
    rows = []
    for _, cells in run:
        spans = [_span_of(cell) for cell in cells]
        texts = [span.text for span in spans if span is not None]
        if len(texts) < len(spans):
            break
        rows.append([part for s in spans if s is not None for part in _apart(s)])
    run = run[: len(rows)]
    if len(rows) < _FEWEST_ROWS or not _is_form(span.text for row in rows for span in row):
        return {}
    elements = [element for row, cells in run for element in dict.fromkeys((row, *cells))]
    return dict.fromkeys(elements) | {elements[0]: _table(rows)}


def _apart(span: SpanCell) -> list[SpanCell]:
    """A cell that holds the labels of a group and of its first row, or all numbers, as several."""
    if span.text.isalnum():  # a word or a number
        return [span]
    words = span.text.split()
    if span.cols > 1 or not (len(words) > 1 and all(map(is_label, words))):
        words = parted(span.text) if span.cols == 1 else []
    return [SpanCell(word) for word in words] if len(words) > 1 else [span]


def _of_cells(holder: _Element, is_hidden_read: bool) -> Table | None:
    """A grid of which only the width is said: its children are the cells, one after another."""
    width = _width_of(holder)
    if not width:
        return None
    spans = [
        _span_of(cell)
        for cell in holder
        if not is_dropped(cell, cell.tag, is_hidden_read=is_hidden_read)
    ]
    known = [span for span in spans if span is not None]
    if len(known) < len(spans) or not _is_form(span.text for span in known):
        return None
    rows: list[list[SpanCell]] = []
    hanging: dict[int, int] = {}  # columns, and the rows that something above still covers
    column = width
    for span in known:
        while column < width and hanging.get(column):
            column += 1
        if column >= width:
            rows.append([])
            hanging = {at: left - 1 for at, left in hanging.items() if left > 1}
            column = 0
            while column < width and hanging.get(column):
                column += 1
        rows[-1].append(span)
        for at in range(column, column + span.cols):
            if span.rows > 1:
                hanging[at] = span.rows
        column += span.cols
    return grid_from(rows)


def _width_of(holder: _Element) -> int:
    style = holder.get("style") or ""
    match = _WIDTH.search(style) if "grid-template" in style else None
    if match is None:
        return 0
    repeated = _REPEATED.match(match[1].strip())
    return int(repeated[1]) if repeated else len(match[1].split())


def _table(rows: Sequence[Sequence[SpanCell]]) -> Table | None:
    if any(span.cols > 1 or span.rows > 1 for row in rows for span in row):
        return grid_from(rows)
    return Table(tuple(tuple(span.text for span in row) for row in rows))


def _is_form(texts: Iterable[str]) -> bool:
    """Whether cells hold labels of the form, and something to be labelled."""
    found = list(texts)
    return sum(map(is_telling, found)) >= _FEWEST_LABELS and any(
        not text or is_value(text) for text in found
    )


def _span_of(cell: _Element) -> SpanCell | None:
    """A cell with its spans; None where it is none: too long, a heading, or itself a row."""
    from index.report.web.tables import text_of

    if _length_of(cell) > _LONGEST_CELL:
        return None
    text = text_of(cell)
    if _SENTENCE.search(text) and not is_label(text):
        return None
    if "\n" in text:
        lines = text.split("\n")
        if any(map(is_label, lines)) and any(map(is_value, lines)):
            return None  # several cells in it
    heading = heading_of(text) if 3 < len(text) < 80 and not is_label(text) else None
    if heading is not None and heading.sureness == OFFICIAL:
        return None
    if not cell.attrib:
        return SpanCell(text)
    return SpanCell(text, _number(cell, "cols", "col"), _number(cell, "rows", "row"))


def _length_of(cell: _Element) -> int:
    if not len(cell):
        return len((cell.text or "").strip())
    return sum(len(str(piece).strip()) for piece in cell.itertext())


def _number(cell: _Element, name: str, axis: str) -> int:
    said = cell.get(f"aria-{axis}span") or cell.get(f"data-{axis}span") or cell.get(f"{axis}span")
    if said is None and "span" in (style := cell.get("style") or ""):
        match = _SPANS[name].search(style)
        said = match[1] if match else None
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 4 else 1
