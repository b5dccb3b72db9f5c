"""Zip archives, made here."""

import struct
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from index.errors import UnreadableReport
from index.report.archive import is_archive, members_of, read_bytes, unpack


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def names(path: Path) -> list[str]:
    return [member.name for member in members_of(path)]


def test_members_are_listed_in_order_with_their_folders(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"乙/清水乡.txt": b"1", "甲/": b"", "甲/石桥镇.html": b"2"})
    assert names(path) == ["乙/清水乡.txt", "甲/石桥镇.html"]
    assert [read_bytes(path, member) for member in members_of(path)] == [b"1", b"2"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_in_the_encoding_of_a_chinese_system_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr(ZipInfo("清水乡.txt".encode(encoding).decode("cp437")), b"x")
    data = path.read_bytes()
    # Without the flag that says utf-8, as old programs write it.
    raw = "清水乡.txt".encode(encoding).decode("cp437").encode()
    data = data.replace(raw, "清水乡.txt".encode(encoding).ljust(len(raw), b"\x00"))
    path.write_bytes(_without_flag(data))
    assert [name.rstrip("\x00") for name in names(path)] == ["清水乡.txt"]


def _without_flag(data: bytes) -> bytes:
    """Clear the mark for utf-8 names in both headers of a zip with one file."""
    central = data.index(b"PK\x01\x02")
    changed = bytearray(data)
    for place in (6, central + 8):
        (flags,) = struct.unpack_from("<H", changed, place)
        struct.pack_into("<H", changed, place, flags & ~0x800)
    return bytes(changed)


@pytest.mark.parametrize(
    "name", ["__MACOSX/._清水乡.txt", ".DS_Store", "~$清水乡.docx", "a/.hidden/b.txt"]
)
def test_what_systems_leave_behind_is_passed_over(tmp_path: Path, name: str) -> None:
    assert names(zipped(tmp_path / "a.zip", {name: b"x", "b.txt": b"x"})) == ["b.txt"]


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt", "C:\\evil.txt"]
)
def test_no_member_leads_out_of_its_folder(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "a.zip", {name: b"x"})
    (member,) = members_of(path)
    folder = tmp_path / "out"
    written = unpack(path, member, folder)
    assert written.resolve().is_relative_to(folder.resolve())
    assert written.read_bytes() == b"x"


def test_a_name_too_long_for_a_disk_is_cut(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"长" * 300 + ".txt": b"x"})
    (member,) = members_of(path)
    assert unpack(path, member, tmp_path).suffix == ".txt"


def test_two_files_of_one_name_are_both_there(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("a.txt", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", b"2")
    assert [read_bytes(path, member) for member in members_of(path)] == [b"1", b"2"]


def locked(path: Path) -> Path:
    data = bytearray(zipped(path, {"a.txt": b"x" * 50}).read_bytes())
    for place in (6, data.index(b"PK\x01\x02") + 8):
        data[place] |= 1
    path.write_bytes(data)
    return path


def damaged(path: Path) -> Path:
    data = bytearray(zipped(path, {"a.txt": bytes(range(256)) * 9}).read_bytes())
    data[60:100] = b"\xff" * 40
    path.write_bytes(data)
    return path


def bomb(path: Path) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive, archive.open("a.txt", "w") as member:
        for _ in range(80):
            member.write(b"0" * 1_000_000)
    return path


@pytest.mark.parametrize(("make", "reason"), [(locked, "密码"), (damaged, "损坏"), (bomb, "过大")])
def test_a_member_that_cannot_be_read_is_named(
    tmp_path: Path, make: Callable[[Path], Path], reason: str
) -> None:
    path = make(tmp_path / "a.zip")
    (member,) = members_of(path)
    with pytest.raises(UnreadableReport, match=reason) as caught:
        read_bytes(path, member)
    assert "a.zip/a.txt" in str(caught.value)


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        for i in range(5_001):
            archive.writestr(f"{i}.txt", b"")
    with pytest.raises(UnreadableReport, match="超过"):
        members_of(path)


def test_sizes_that_are_stated_too_large_together_are_refused(tmp_path: Path) -> None:
    data = bytearray(zipped(tmp_path / "a.zip", {f"{i}.txt": b"x" for i in range(3)}).read_bytes())
    place = 0
    while (place := data.find(b"PK\x01\x02", place + 1)) > 0:
        struct.pack_into("<I", data, place + 24, 2_000_000_000)
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(UnreadableReport, match="过大"):
        members_of(tmp_path / "a.zip")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip", b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_archive_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    with pytest.raises(UnreadableReport):
        members_of(path)


def test_a_document_is_no_archive(tmp_path: Path) -> None:
    files = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}
    assert not is_archive(zipped(tmp_path / "a.zip", files))
    assert is_archive(zipped(tmp_path / "b.bin", {"a.txt": b"x"}))
