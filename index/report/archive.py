"""Zip archives of reports: what is in them by name, and one member at a time unpacked."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import ZipFile, ZipInfo

from index.errors import UnreadableReport
from index.report.zipped import open_zip, read_member

_MOST_MEMBERS = 5_000
_LARGEST = 64_000_000  # bytes of a member, unpacked
_LARGEST_TOGETHER = 4_000_000_000
_HIGHEST_RATIO = 1_000  # text that is all alike comes to about this
_SMALL = 1_000_000
_UTF8 = 0x800
_LOCKED = 0x1
_UNSAFE = str.maketrans(dict.fromkeys('<>:"|?*\\\0\r\n\t', "_"))
_LONGEST_NAME = 80

_TOO_MANY = (
    f"压缩包里的文件超过 {_MOST_MEMBERS} 个，请分成几个压缩包或先解压 "
    "(too many files in the archive: split it or unpack it first)"
)
_TOO_LARGE = "解压后过大，像是压缩炸弹，未读取 (far too large when unpacked: not read)"
_PASSWORD = "压缩包有密码，请先解压 (protected by a password: unpack it first)"
# Parts of documents that are a zip inside: those of Office, and of OpenDocument.
_DOCUMENTS = frozenset(("[Content_Types].xml", "META-INF/manifest.xml"))
_BROKEN = "在压缩包里已损坏，请重新打包 (damaged within the archive: pack it again)"


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name as people see it, folders included."""

    name: str
    index: int  # its place among all entries, since names may repeat or be misread


def is_archive(path: Path) -> bool:
    """Whether a file is a zip of files, and no document that is a zip inside; by its content."""
    with path.open("rb") as file:
        if not file.read(4).startswith(b"PK"):
            return False
    try:
        with open_zip(path) as archive:
            return not _DOCUMENTS & set(archive.namelist())
    except UnreadableReport:
        return path.suffix.lower() == ".zip"


def members_of(path: Path) -> tuple[Member, ...]:
    """The files in an archive, in order, without folders and what systems leave behind."""
    with open_zip(path) as archive:
        entries = archive.infolist()
        if len(entries) > _MOST_MEMBERS:
            raise UnreadableReport(str(path), _TOO_MANY)
        if sum(entry.file_size for entry in entries) > _LARGEST_TOGETHER:
            raise UnreadableReport(str(path), _TOO_LARGE)
        named = ((_name(entry), i, entry) for i, entry in enumerate(entries))
        return tuple(Member(name, i) for name, i, entry in named if name and not entry.is_dir())


def read_bytes(path: Path, member: Member) -> bytes:
    """The bytes of a member; an UnreadableReport where it is locked, damaged or a bomb."""
    with open_zip(path) as archive:
        entry = _entry(archive, member)
        source = f"{path}/{member.name}"
        if entry is None:
            raise UnreadableReport(source, _BROKEN)
        if entry.flag_bits & _LOCKED:
            raise UnreadableReport(source, _PASSWORD)
        is_bomb = entry.file_size > max(_SMALL, _HIGHEST_RATIO * entry.compress_size)
        if is_bomb or entry.file_size > _LARGEST:
            raise UnreadableReport(source, _TOO_LARGE)
        data = read_member(archive, entry, _LARGEST)
        if data is None:
            raise UnreadableReport(source, _BROKEN)
        return data


def unpack(path: Path, member: Member, folder: Path) -> Path:
    """Write a member below a folder, in the folders that it has in the archive."""
    data = read_bytes(path, member)
    target = folder.joinpath(*map(_safe, PurePosixPath(member.name).parts))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return target


def _entry(archive: ZipFile, member: Member) -> ZipInfo | None:
    entries = archive.infolist()
    return entries[member.index] if member.index < len(entries) else None


def _name(entry: ZipInfo) -> str:
    """The name of an entry without what would lead out of its folder; "" for leftovers."""
    parts = [
        part
        for part in _decoded(entry).replace("\\", "/").split("/")
        if part not in ("", ".", "..")
    ]
    is_left_over = any(part == "__MACOSX" or part.startswith((".", "~$")) for part in parts)
    return "" if is_left_over else "/".join(parts)


def _decoded(entry: ZipInfo) -> str:
    """The name in the encoding of whoever packed it: Chinese systems write GBK and say nothing."""
    if entry.flag_bits & _UTF8:
        return entry.filename
    try:
        data = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _safe(part: str) -> str:
    """A name that every system takes, its ending kept."""
    part = part.translate(_UNSAFE)
    stem, dot, ending = part.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{ending[:10]}" if dot else part[:_LONGEST_NAME]
