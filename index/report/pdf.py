"""PDF files to blocks: tables by their ruling lines, prose by its lines, read with pdfium."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

from index.errors import UnreadableReport
from index.report.arranged import blocks_of_grid
from index.report.content import Content
from index.report.pdf_break import continues, joined, rows_of
from index.report.pdf_grid import Frame, frames_of, grid_of
from index.report.pdf_lines import Line, lines_of
from index.report.pdf_page import UNREAD, Page, read_pages
from index.report.pdf_prose import Margins, margins_of, typed_lines, without_margins
from index.report.plain import blocks_of_text
from index.text import visible
from index.types import Block, Finding, Paragraph, Table

_MOST_PAGES = 400
_FEWEST_CHARACTERS = 40
_DAMAGED = (
    "PDF 已损坏或不完整，请重新下载或另存后再试 (damaged or incomplete: download or save it again)"
)
_LOCKED = "PDF 有密码保护，请取消密码后另存再试 (protected by a password: save it without one)"
_EMPTY = "PDF 里没有内容，请重新导出后再试 (nothing in it: export it again)"
_LOST = "PDF 的字体没有说明其中{}个字符是什么，已用“\ufffd”代替，含有它们的数字未采用。"
_TOO_LONG = (
    f"PDF 超过 {_MOST_PAGES} 页，不像一份年报，请只截取年报部分 (too long: cut out the report)"
)


def read_pdf(path: Path) -> Content:
    """The blocks of a PDF file; one without text is read as a scan where that is installed."""
    pages, title = _opened(path)
    unread = sum(page.unread for page in pages)
    count = sum(not g.text.isspace() for page in pages for g in page.glyphs) - unread
    if not count and not unread and not any(page.has_scan or page.rules for page in pages):
        raise UnreadableReport(str(path), _EMPTY)
    if _is_scan(pages, count, unread):
        from index.report.scan import read_scan  # needs what is only installed for it

        return read_scan(path)
    found, around = _blocks(pages)
    blocks = tuple(found)
    hidden = sum(page.hidden for page in pages if page.has_scan)
    return Content(
        "scan" if 2 * hidden > count else "pdf",
        blocks,
        (title,) if title else (),
        tuple(around),
        tuple(_lost(blocks)),
    )


def _lost(blocks: Sequence[Block]) -> Iterator[Finding]:
    """The finding that there are characters of which the file does not say what they are."""
    texts = (
        [block.text] if isinstance(block, Paragraph) else [c for row in block.rows for c in row]
        for block in blocks
    )
    lost = sum(text.count(UNREAD) for group in texts for text in group)
    if lost:
        yield Finding("characters_lost", _LOST.format(lost))


def _is_scan(pages: Sequence[Page], count: int, unread: int) -> bool:
    """Whether the text is in pictures, or in fonts that do not say which characters they draw."""
    scanned = sum(page.has_scan for page in pages)
    has_little = count < _FEWEST_CHARACTERS * len(pages)  # the stamp of a scanning program
    return not count or (has_little and 2 * scanned >= len(pages)) or unread > count


def _opened(path: Path) -> tuple[list[Page], str]:
    if path.stat().st_size == 0:
        raise UnreadableReport(str(path), "文件是空的，请重新导出后再试 (the file is empty)")
    try:
        with pypdfium2.PdfDocument(path) as document:
            if len(document) > _MOST_PAGES:
                raise UnreadableReport(str(path), _TOO_LONG)
            title = visible(str(document.get_metadata_value("Title"))).strip()
            return list(read_pages(document)), title
    except pypdfium2.PdfiumError as error:
        # The code may be left over from a file before.
        is_locked = error.err_code == FPDF_ERR_PASSWORD and b"/Encrypt" in path.read_bytes()
        raise UnreadableReport(str(path), _LOCKED if is_locked else _DAMAGED) from error


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line or a frame, and where on its page it stands."""

    page: int
    top: float
    left: float
    item: Line | Frame


def _blocks(pages: Sequence[Page]) -> tuple[Iterator[Block], list[str]]:
    pieces: list[_Piece] = []
    for page in pages:
        frames, loose = _framed(page)
        pieces += [_Piece(page.number, frame.top, frame.left, frame) for frame in frames]
        pieces += [_Piece(page.number, line.y - line.size, line.x0, line) for line in loose]
    lines = [piece.item for piece in pieces if isinstance(piece.item, Line)]
    kept, heads = without_margins(lines, [page.height for page in pages])
    seen = {id(line) for line in kept}
    pieces = [p for p in pieces if isinstance(p.item, Frame) or id(p.item) in seen]
    pieces.sort(key=_place)
    return _in_order(pieces, _margins(kept, pages)), heads


def _place(piece: _Piece) -> tuple[int, float, float]:
    return piece.page, piece.top, piece.left


def _framed(page: Page) -> tuple[list[Frame], list[Line]]:
    """The frames of a page with their characters, the innermost first, and all other lines."""
    left = list(page.glyphs)
    frames = []
    for frame in sorted(frames_of(page.rules), key=_area):
        inside = tuple(glyph for glyph in left if frame.holds(glyph))
        if any(not glyph.text.isspace() for glyph in inside):
            left = [glyph for glyph in left if not frame.holds(glyph)]
            frames.append(replace(frame, glyphs=inside))
    return frames, lines_of(left, page.number)


def _area(frame: Frame) -> float:
    return (frame.right - frame.left) * (frame.bottom - frame.top)


def _margins(lines: Iterable[Line], pages: Sequence[Page]) -> dict[int, Margins]:
    """The margins of each page: those of all pages of its width."""
    by_width: dict[int, list[Line]] = {}
    for line in lines:
        by_width.setdefault(round(pages[line.page].width), []).append(line)
    found = {width: margins_of(group) for width, group in by_width.items()}
    return {page.number: found[round(page.width)] for page in pages if round(page.width) in found}


def _in_order(pieces: Sequence[_Piece], margins: dict[int, Margins]) -> Iterator[Block]:
    """Lines to paragraphs, frames to tables; a frame goes on at the top of the next page."""
    lines: list[Line] = []
    frame: Frame | None = None
    page = -1
    for piece in pieces:
        item = piece.item
        if isinstance(item, Line):
            if frame is not None:
                yield from _table(frame)
                frame = None
            lines.append(item)
            continue
        yield from _prose(lines, margins)
        lines = []
        if frame is not None and piece.page == page + 1 and continues(frame, item):
            frame = joined(frame, item)
        else:
            if frame is not None:
                yield from _table(frame)
            frame = item
        page = piece.page
    if frame is not None:
        yield from _table(frame)
    yield from _prose(lines, margins)


def _table(frame: Frame) -> Iterator[Block]:
    yield from blocks_of_grid(Table(rows_of(grid_of(frame)), is_grid=True))


def _prose(lines: Sequence[Line], margins: dict[int, Margins]) -> Iterator[Block]:
    if not lines:
        return
    for block in blocks_of_text(typed_lines(lines, margins[lines[0].page])):
        if isinstance(block, Paragraph):
            block = Paragraph(block.text.replace("\t", " "))
        yield block
