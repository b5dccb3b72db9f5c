"""Scanned reports: pages that are pictures, read by character recognition where it is installed.

What is recognised becomes characters and ruling lines, and is then read as any PDF file is.
"""

from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from index.errors import UnreadableReport
from index.report.content import Content
from index.report.pdf.blocks import blocks_of
from index.types import Finding

_NOT_INSTALLED = (
    "这是扫描件（没有文字层），要识别请先安装：pip install '.[scan]' "
    "(a scan without text; to recognise it: pip install '.[scan]')"
)
_BROKEN = "识别扫描件的组件装好了但无法载入 (the recogniser is installed but does not load: {})"
_EMPTY = "扫描件中没有识别出文字 (no text was recognised in this scan)"
_UNSURE = "扫描件中有{}个字符无法识别，已用“\ufffd”代替，含有它们的数字未采用。"
_MOST_PAGES = 60
_TOO_LONG = f"扫描件超过 {_MOST_PAGES} 页，请只截取年报部分 (a scan this long: cut out the report)"


def read_scan(path: Path) -> Content:
    """The blocks of a scan; an UnreadableReport that says what to install where that is not."""
    if find_spec("rapidocr") is None:
        raise UnreadableReport(str(path), _NOT_INSTALLED)
    try:  # its libraries are an optional extra, and need some of the system's
        from index.report.pdf.recognised import recognised_pages
    except ImportError as error:
        raise UnreadableReport(str(path), _BROKEN.format(error)) from error

    pages = list(islice(recognised_pages(path), _MOST_PAGES + 1))
    if len(pages) > _MOST_PAGES:
        raise UnreadableReport(str(path), _TOO_LONG)
    if not any(page.glyphs for page in pages):
        raise UnreadableReport(str(path), _EMPTY)
    blocks, around = blocks_of(pages)
    unsure = sum(page.unread for page in pages)
    findings = (Finding("characters_lost", _UNSURE.format(unsure)),) if unsure else ()
    return Content("scan", blocks, around=around, findings=findings)
