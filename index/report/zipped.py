"""Reading zip archives of strangers: what is in them, and never more than fits in memory."""

import lzma
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from index.errors import UnreadableReport

# What zipfile raises on damaged, encrypted or unknown content.
_DEFECTS = (
    BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    KeyError,
)


def open_zip(path: Path) -> ZipFile:
    """The archive, open for reading; an UnreadableReport where it is damaged."""
    if path.stat().st_size == 0:
        raise UnreadableReport(str(path), "文件是空的，请重新导出后再试 (the file is empty)")
    try:
        return ZipFile(path)
    except _DEFECTS as error:
        raise damaged(path) from error


def read_member(archive: ZipFile, name: str | ZipInfo, limit: int) -> bytes | None:
    """The bytes of a member; None where it is missing, damaged, locked or larger than `limit`.

    Sizes that an archive states are not believed: no more than the limit is ever unpacked.
    """
    try:
        with archive.open(name) as member:
            data = member.read(limit + 1)
    except (*_DEFECTS, OSError):
        return None
    return data if len(data) <= limit else None


def damaged(path: Path) -> UnreadableReport:
    """What to say of an archive, or of a file that is one inside, which cannot be opened."""
    return UnreadableReport(
        str(path),
        "文件已损坏或不完整，请重新下载或另存后再试 "
        "(damaged or incomplete: download or save it again)",
    )
