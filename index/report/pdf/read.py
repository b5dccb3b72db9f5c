"""PDF files to blocks: tables by their ruling lines, prose by its lines, read with pdfium."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

from index.errors import UnreadableReport
from index.report.content import Content
from index.report.pdf.blocks import blocks_of
from index.report.pdf.page import UNREAD, Page, read_pages
from index.text import visible
from index.types import Block, Finding, Paragraph

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
        from index.report.pdf.scan import read_scan  # needs what is only installed for it

        return read_scan(path)
    blocks, around = blocks_of(pages)
    hidden = sum(page.hidden for page in pages if page.has_scan)
    return Content(
        "scan" if 2 * hidden > count else "pdf",
        blocks,
        (title,) if title else (),
        around,
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
