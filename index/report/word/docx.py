"""Word documents: paragraphs and tables in the order of the body, as a person sees them.

The XML is read directly: whoever wrote it (Word, WPS, LibreOffice, with macros or strict), the
names of elements mean the same, and pictures are never unpacked. What tracked changes delete
is not read, what they insert is; so are text boxes, content controls and nested tables.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml.etree import _Element

from index.errors import UnreadableReport
from index.report.arranged import blocks_of_grid, blocks_of_paragraphs, is_text
from index.report.content import Content
from index.report.grid import SpanCell, grid_from
from index.report.stacked import rows_of_columns
from index.report.word.numbers import Numbers
from index.report.word.parts import Parts, name_of, read_parts, value_of
from index.text import visible
from index.types import Block, Paragraph, Table

# Text that is not there, or not any more: deleted, moved away, code of fields, reading aids.
_UNSEEN = frozenset({"del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "pPr"})
_UNSEEN |= {"rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr"}
_HIDDEN = frozenset({"vanish", "webHidden", "strike", "dstrike"})
_BLANKS = " \u00a0\u3000\r"
_BREAKS = frozenset({"br", "cr"})
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_EMPTY = (
    "文档里没有文字（内容可能是图片），请改用含文字的文件 "
    "(no text in it, perhaps only pictures: use a file with text)"
)
_TITLE_STYLES = frozenset({"title", "标题"})


def read_docx(path: Path) -> Content:
    """The blocks of a Word document; an UnreadableReport where it is damaged or locked."""
    parts = read_parts(path)
    walk = _Walk(Numbers(parts.numbering, parts.styles))
    blocks = tuple(blocks_of_paragraphs(walk.blocks(parts.body)))
    if not blocks:
        raise UnreadableReport(str(path), _EMPTY)
    titles = [*_titled(parts), *([parts.title] if parts.title else [])]
    around = [
        block.text
        for part in parts.around
        for block in _Walk(Numbers(None, None)).blocks(part)
        if isinstance(block, Paragraph)
    ]
    return Content("docx", blocks, tuple(dict.fromkeys(titles)), tuple(dict.fromkeys(around)))


def _titled(parts: Parts) -> Iterator[str]:
    """Paragraphs in the style that is meant for titles."""
    names = {
        value_of(style, "styleId"): (value_of(name, "val") or "").lower()
        for style in parts.style_elements
        for name in style
        if name_of(name) == "name"
    }
    walk = _Walk(Numbers(None, None))
    for paragraph in parts.body.iter("{*}p"):
        style = next((value_of(e, "val") for e in paragraph.iter("{*}pStyle")), "")
        if names.get(style, style or "").lower() in _TITLE_STYLES:
            text = "".join(b.text for b in walk.blocks([paragraph]) if isinstance(b, Paragraph))
            if text:
                yield text


@dataclass(slots=True)
class _Text:
    """The text of a paragraph as it grows, and the boxes that are anchored in it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Walk:
    """A walk through the elements of a document; numbers of lists are counted as it goes."""

    numbers: Numbers

    def blocks(self, elements: Iterable[_Element]) -> Iterator[Block]:
        """The paragraphs and tables among these elements and whatever only wraps them."""
        for element in elements:
            name = name_of(element)
            if name == "p":
                yield from self._paragraphs(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name == "AlternateContent":
                yield from self.blocks(_chosen(element))
            elif name not in _UNSEEN:
                yield from self.blocks(element)

    def _paragraphs(self, element: _Element) -> Iterator[Block]:
        text = _Text()
        self._read(element, text)
        number = self.numbers.next_for(element)
        lines = (number + visible("".join(text.pieces))).split("\n")
        # A tab at either end may hold an empty cell of a table that was typed with tabs.
        yield from (Paragraph(line.strip(_BLANKS)) for line in lines if line.strip())
        for box in text.boxes:
            yield from self.blocks(box)

    def _read(self, element: _Element, text: _Text) -> None:
        for child in element:
            name = name_of(child)
            if name == "t":
                text.pieces.append(child.text or "")
            elif name in _BREAKS:
                text.pieces.append("\n")
            elif name in _SIGNS:
                text.pieces.append(_SIGNS[name])
            elif name == "txbxContent":
                text.boxes.append(child)
            elif name == "AlternateContent":
                for chosen in _chosen(child):
                    self._read(chosen, text)
            elif name == "r":
                self._read_run(child, text)
            elif name not in _UNSEEN:
                self._read(child, text)

    def _read_run(self, run: _Element, text: _Text) -> None:
        marks = [mark for child in run if name_of(child) == "rPr" for mark in child]
        if _are_hidden(marks):
            return
        if not _are_small(marks):
            self._read(run, text)
            return
        small = _Text()
        self._read(run, small)
        digits = "".join(small.pieces).strip()
        text.pieces.append(f"[{digits}]" if digits.isdigit() else digits)

    def _table(self, element: _Element) -> Iterator[Block]:
        rows: list[list[SpanCell]] = []
        merged: dict[int, str] = {}
        for row in _named(element, "tr"):
            if _is_deleted(row):
                continue
            cells = [
                (properties, list(self.blocks(cell)))
                for cell in _named(row, "tc")
                if "cellDel" not in (properties := _properties(cell, "tcPr"))
            ]
            stacked = rows_of_columns([_joined(blocks).split("\n") for _, blocks in cells])
            if stacked is not None:
                rows += [[SpanCell(text) for text in line] for line in stacked]
            elif _only_arranges([blocks for _, blocks in cells]):
                yield from _grid(rows)
                rows, merged = [], {}
                yield from (block for _, blocks in cells for block in blocks)
            else:
                before = _number(_properties(row, "trPr").get("gridBefore"), 0)
                rows.append(_row(before, cells, merged))
        yield from _grid(rows)


def _chosen(element: _Element) -> list[_Element]:
    """One of the alternatives for programs of different ages, the newest."""
    choices = [child for child in element if name_of(child) in ("Choice", "Fallback")]
    return choices[:1]


def _are_hidden(marks: Iterable[_Element]) -> bool:
    """Whether a run with such marks is not shown, or struck out: what was there before."""
    return any(
        name_of(mark) in _HIDDEN and value_of(mark, "val") not in ("0", "false", "off")
        for mark in marks
    )


def _are_small(marks: Iterable[_Element]) -> bool:
    """Whether a run stands above or below the line: a note, and no digit of the number."""
    return any(
        name_of(mark) == "vertAlign" and value_of(mark, "val") != "baseline" for mark in marks
    )


def _is_deleted(row: _Element) -> bool:
    return any(
        name_of(mark) == "del"
        for properties in row
        if name_of(properties) == "trPr"
        for mark in properties
    )


def _named(element: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those inside content controls."""
    for child in element:
        if name_of(child) == name:
            yield child
        elif name_of(child) in ("sdt", "sdtContent", "customXml", "ins", "smartTag"):
            yield from _named(child, name)


def _only_arranges(cells: list[list[Block]]) -> bool:
    """Whether a row holds tables, prose or headings of the report, and no cells of a table."""
    has_table = any(isinstance(block, Table) for blocks in cells for block in blocks)
    return has_table or is_text(_joined(blocks) for blocks in cells)


def _row(
    before: int, cells: list[tuple[dict[str, _Element], list[Block]]], merged: dict[int, str]
) -> list[SpanCell]:
    """The cells of a row behind so many columns that it leaves out.

    `merged` is what hangs down from the rows above.
    """
    spans = [SpanCell("", before)] if before else []
    column = before
    for properties, blocks in cells:
        cols = _number(properties.get("gridSpan"), 1)
        text = _joined(blocks)
        merge = properties.get("vMerge")
        if merge is not None and value_of(merge, "val") != "restart":
            text = merged.get(column, text)
        for place in range(column, column + cols):
            if merge is None:
                merged.pop(place, None)
            else:
                merged[place] = text
        spans.append(SpanCell(text, cols))
        column += cols
    return spans


def _joined(blocks: Iterable[Block]) -> str:
    return "\n".join(block.text for block in blocks if isinstance(block, Paragraph))


def _properties(element: _Element, group: str) -> dict[str, _Element]:
    """What is said of a row or a cell, by name; the first counts."""
    found: dict[str, _Element] = {}
    for properties in element:
        if name_of(properties) == group:
            for each in properties:
                found.setdefault(name_of(each), each)
    return found


def _number(found: _Element | None, default: int) -> int:
    text = "" if found is None else value_of(found, "val") or ""
    return min(int(text), 100) if text.isascii() and text.isdigit() and len(text) < 9 else default


def _grid(rows: list[list[SpanCell]]) -> Iterator[Block]:
    table = grid_from(rows)
    if table is not None:
        yield from blocks_of_grid(table)
