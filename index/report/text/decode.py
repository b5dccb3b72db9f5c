"""Bytes to text: byte-order marks, declared and undeclared encodings, and what is no text.

Everything is decoded before it is parsed: lxml, given bytes that say gb2312 and hold one
character beyond it, stops there without an error.
"""

import codecs
import re
from contextlib import suppress

from index.errors import UnreadableReport
from index.text import real_characters

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
# Left behind by copying; they would break words apart for every reader after us.
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]+")
_CELL_MARK, _FEWEST_CELLS = "\x07", 10
_ROW_END = re.compile(r"\x07\x07(?=[\r\n]|\Z)")
_MARKS_OF_CELLS = re.compile(r"\x07+")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_ODD = re.compile(f"[{_INVISIBLE.pattern.strip('[]+')}{_CONTROLS.pattern.strip('[]')}\ufffd]")
# Words of which every report has one: in a wrong encoding there is none.
_KNOWN = re.compile("政府|信息|公[开開]")
_NO_DOUBT = (False, 0)
# So much of a text may be undecodable before it is no text at all.
_WORST_SHARE = 0.01


def decode(data: bytes, source: str) -> tuple[str, int]:
    """The text of a file and how many characters of it could not be decoded."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise UnreadableReport(source, "文件是空的，请重新导出后再试 (the file is empty)")
    text = real_characters(_with_cells_apart(_decoded(data)))
    if _ODD.search(text) is None:
        return text, 0
    lost = text.count("\ufffd")
    controls = len(_CONTROLS.findall(text))
    if (lost + controls) > max(8, len(text) * _WORST_SHARE):
        raise UnreadableReport(
            source,
            "内容不是文本（可能是图片、压缩包或损坏的文件），请改用 txt、html、docx 或 pdf 文件 "
            "(not text: save it as txt, html, docx or pdf)",
        )
    return _INVISIBLE.sub("", _CONTROLS.sub("", text)), lost


def _with_cells_apart(text: str) -> str:
    """A text with tabs for the marks that word processors put behind cells, two behind a row.

    Where no line ends with a row, nothing tells an empty cell from the end of a row: then each
    cell has a line of its own.
    """
    if text.count(_CELL_MARK) < _FEWEST_CELLS:
        return text
    if _ROW_END.search(text) is None:
        return _MARKS_OF_CELLS.sub("\n", text)
    return _ROW_END.sub("", text).replace(_CELL_MARK, "\t")


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, "replace")
    texts: list[str] = []
    for name in _candidates(data):
        texts.append(data.decode(name, "replace"))
        if _doubt(texts[-1]) == _NO_DOUBT:
            break
    return min(texts, key=_doubt)


def _doubt(text: str) -> tuple[bool, int]:
    """How little a text looks like a report: without a word of it, with characters lost."""
    return _KNOWN.search(text) is None, text.count("\ufffd")


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: its ASCII characters have a zero byte each."""
    head = data[:2000]
    if head.count(0) * 8 < len(head):
        return None
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def _candidates(data: bytes) -> list[str]:
    """Encodings to try; the first of equals wins."""
    names = ["utf-8", "gb18030", "big5"]
    declared = _DECLARED.search(data, 0, 4096)
    if declared is not None:
        name = declared[1].decode("ascii", "ignore").lower()
        # gb2312 is declared where GBK is meant, GBK where GB18030 is.
        if not name.startswith(
            ("gb", "x-gb", "utf", "iso-8859", "ascii", "us-ascii", "windows-12")
        ):
            with suppress(LookupError):
                names.insert(0, codecs.lookup(name).name)
    return names
