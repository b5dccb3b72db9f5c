"""Tables of HTML: which hold data, which only arrange a page, and which do both."""

from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element

from index.report.grid import SpanCell, grid_from
from index.report.headings import OFFICIAL, TOPICAL, heading_of
from index.report.labels import is_annex_block, is_label
from index.report.lines import is_value
from index.report.stacked import FEWEST_STACKED, rows_of_columns
from index.report.web.markup import (
    BLOCKS,
    ICON,
    is_dropped,
    is_filled_by_script,
    text_between,
    text_in_cell,
)
from index.types import Table

_LONGEST_CELL = 150
_DEEPEST = 120
_MOST_TABLES = 40
_MOST_LOOKED_AT = 1_000  # numbers may each stand in a table of their own

_Row = tuple[_Element, list[SpanCell]]


def rows_to_read(table: _Element, is_hidden_read: bool) -> dict[_Element, Table | None]:
    """The elements that a table's data takes up, each with the rectangle it begins, if any.

    All that is not in it is text that the table only arranges.
    """
    inner = list(islice(table.iter("table"), _MOST_LOOKED_AT))
    if len(inner) >= _MOST_TABLES and sum(map(_is_table_of_its_own, inner)) >= _MOST_TABLES:
        return {}  # it arranges a whole page
    rows = [line for row in _rows(table, is_hidden_read) for line in _unstacked(*row)]
    is_nested = len(inner) > 1
    flowing = [_arranges(row, cells, is_nested=is_nested) for row, cells in rows]
    if any(flowing):
        flowing = [
            is_so or _is_heading(cells) for is_so, (_, cells) in zip(flowing, rows, strict=True)
        ]
    else:
        if _is_data(rows):
            return {table: grid_from([cells for _, cells in rows])}
        return {}
    taken: dict[_Element, Table | None] = {}
    group: list[_Row] = []
    for row, is_flowing in zip(rows, flowing, strict=True):
        if not is_flowing:
            group.append(row)
        elif group:
            taken.update(_group(group))
            group = []
    taken.update(_group(group))
    return taken


def _unstacked(element: _Element, cells: list[SpanCell]) -> list[_Row]:
    """A row as it is, or as several where each cell holds a whole column, a line a number."""
    if not any("\n" in cell.text for cell in cells):
        return [(element, cells)]
    stacked = [cell.text.split("\n") for cell in cells]
    if any(len(lines) >= FEWEST_STACKED for lines in stacked):
        stacked = _with_blanks(element) or stacked
    rows = rows_of_columns(stacked)
    if rows is None:
        return [(element, cells)]
    return [(element, [SpanCell(text) for text in row]) for row in rows]


def _with_blanks(row: _Element) -> list[list[str]] | None:
    """The lines of the cells of a row, also the empty ones, where only <br> parts them.

    Sites that keep the line breaks of the source put <br> between the cells as well.
    """
    stacked = []
    for cell in row:
        if cell.tag == "br":
            continue
        if cell.tag not in ("td", "th") or any(child.tag != "br" for child in cell):
            return None
        lines = [cell.text, *(child.tail for child in cell)]
        stacked.append([text_between(line or "") for line in lines])
    return stacked


def _group(rows: list[_Row]) -> dict[_Element, Table | None]:
    """Rows of data among rows of text."""
    while rows and not _has_label(rows[0]):  # a title over the whole width
        rows = rows[1:]
    while rows and not _has_value(rows[-1]):
        rows = rows[:-1]
    if sum(map(_has_label, rows)) < 2:
        return {}
    table = grid_from([cells for _, cells in rows])
    elements = [element for element, _ in rows]
    return dict.fromkeys(elements) | {elements[0]: table}


def _is_data(rows: list[_Row]) -> bool:
    if any(sum(bool(cell.text) for cell in cells) > 1 for _, cells in rows):
        return True
    return sum(map(_has_label, rows)) > 1


def _has_label(row: _Row) -> bool:
    return any(is_label(cell.text) for cell in row[1])


def _has_value(row: _Row) -> bool:
    return sum(bool(cell.text) for cell in row[1]) > 1 or _has_label(row)


def _arranges(row: _Element, cells: list[SpanCell], *, is_nested: bool) -> bool:
    """Whether a row only arranges text: it holds tables, a heading or much prose."""
    for cell in cells:
        if len(cell.text) > _LONGEST_CELL:
            return True
        if 3 < len(cell.text) < 80 and not is_label(cell.text):
            heading = heading_of(cell.text)
            if heading is not None and heading.sureness == OFFICIAL:
                return True
    return is_nested and any(
        _is_table_of_its_own(inner) for inner in row.iter("table") if not _is_rest_of_row(inner)
    )


def _is_heading(cells: list[SpanCell]) -> bool:
    """Whether a row holds a heading of one's own wording, and nothing else."""
    texts = [cell.text for cell in cells if cell.text]
    if len(texts) != 1 or len(texts[0]) > _LONGEST_CELL:
        return False
    heading = heading_of(texts[0])
    if heading is None or heading.sureness < TOPICAL:
        return False
    return is_annex_block(texts[0]) or not is_label(texts[0])


def _is_table_of_its_own(table: _Element) -> bool:
    cells = 0
    for cell in table.iter("td", "th"):
        cells += bool("".join(map(str, cell.itertext())).strip())
        if cells > 1:
            return True
    return False


def _is_rest_of_row(table: _Element) -> bool:
    """Whether a table in a cell is one row of numbers: the rest of the row that it stands in."""
    rows = list(islice(table.iter("tr"), 2))
    holder = table.getparent()
    if len(rows) != 1 or holder is None or holder.tag not in ("td", "th"):
        return False
    texts = [text_of(cell) for cell in rows[0].iter("td", "th")]
    is_alone = text_of(holder).split() == [word for text in texts for word in text.split()]
    return is_alone and len(texts) > 1 and all(not text or is_value(text) for text in texts)


def _rows(table: _Element, is_hidden_read: bool) -> Iterator[_Row]:
    """The rows of a table with their cells, without those of tables inside."""
    for child in table:
        tag = child.tag
        if is_dropped(child, tag, is_hidden_read=is_hidden_read):
            continue
        if tag == "tr":
            yield child, list(_cells(child, is_hidden_read))
        elif tag in ("tbody", "thead", "tfoot", "form"):
            yield from _rows(child, is_hidden_read)
        elif tag in ("td", "th"):  # a row that was never opened
            yield child, list(_cells_of([child], is_hidden_read))


def _cells(row: _Element, is_hidden_read: bool) -> Iterator[SpanCell]:
    return _cells_of(row, is_hidden_read)


def _cells_of(cells: _Element | list[_Element], is_hidden_read: bool) -> Iterator[SpanCell]:
    for cell in cells:
        tag = cell.tag
        if tag not in ("td", "th") or is_dropped(cell, tag, is_hidden_read=is_hidden_read):
            continue
        inner = next(cell.iter("table"), None) if len(cell) else None
        if inner is not None and _is_rest_of_row(inner):
            yield from _cells_of(list(inner.iter("td", "th")), is_hidden_read)
            continue
        text = text_of(cell, is_hidden_read=is_hidden_read)
        if cell.attrib:
            yield SpanCell(text, _span(cell, "colspan", 1), _span(cell, "rowspan", 1))
        else:
            yield SpanCell(text)


def _span(cell: _Element, name: str, default: int) -> int:
    said = cell.get(name)
    if said is None:
        return default
    text = said.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default


def text_of(cell: _Element, *, is_hidden_read: bool = False) -> str:
    """The text of a cell, a line for each of its paragraphs."""
    if not len(cell):
        return text_between(cell.text or "") or _unknown(cell)
    pieces: list[str] = []
    _gather(cell, pieces, is_hidden_read, 0)
    text = "".join(pieces)
    if ICON in text:
        bare = text.strip(f"{ICON}\x00 ")  # beside what a cell says, not within or instead of it
        text = (bare or ICON).replace(ICON, "\ufffd")
    if "\x00" not in text.strip("\x00"):
        return text_between(text.strip("\x00")) or _unknown(cell)
    lines = map(text_between, text.split("\x00"))
    return "\n".join(line for line in lines if line)


def _unknown(cell: _Element) -> str:
    """What stands for the text of a cell without any: nothing, or a mark that it is not known."""
    return "\ufffd" if is_filled_by_script(cell) else ""


def _gather(element: _Element, pieces: list[str], is_hidden_read: bool, depth: int) -> None:
    if depth > _DEEPEST:
        pieces.extend(str(text) for text in element.itertext())
        return
    if element.text:
        pieces.append(element.text)
    for child in element:
        tag = child.tag
        shown = text_in_cell(child, tag)
        if shown is not None:
            pieces.append(shown)
        elif not is_dropped(child, tag, is_hidden_read=is_hidden_read):
            is_break = tag in BLOCKS or tag == "br"
            if is_break:
                pieces.append("\x00")
            _gather(child, pieces, is_hidden_read, depth + 1)
            if is_break:
                pieces.append("\x00")
        if child.tail:
            pieces.append(child.tail)
