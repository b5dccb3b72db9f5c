"""Old Word documents, which LibreOffice converts; what they say is invented."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from index.errors import UnreadableReport
from index.report.word.doc import read_doc
from index.types import Paragraph
from tests.index.report.test_docx import saved

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)
TABLE = (
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
)


def converted(path: Path, kind: str) -> Path:
    """The document in another format, made by LibreOffice."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", path.parent, path],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return path.with_suffix(f".{kind}")


@needs_libreoffice
def test_an_old_document_is_read_like_a_new_one(tmp_path: Path) -> None:
    content = read_doc(converted(saved(tmp_path / "旧.docx", "一、总体情况", xml=TABLE), "doc"))
    assert content.format == "doc"
    assert content.blocks[0] == Paragraph("一、总体情况")
    assert [table.rows for table in content.tables] == [(("规章", "12"),)]


@needs_libreoffice
def test_rich_text_is_read_as_well(tmp_path: Path) -> None:
    words = "".join(f"\\u{ord(letter)}?" for letter in "一、总体情况")
    (tmp_path / "a.doc").write_text(f"{{\\rtf1\\ansi {words}\\par}}")
    assert read_doc(tmp_path / "a.doc").blocks == (Paragraph("一、总体情况"),)


@needs_libreoffice
def test_what_libreoffice_cannot_convert_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "坏.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000)
    with pytest.raises(UnreadableReport, match=r"docx") as caught:
        read_doc(path)
    assert "坏.doc" in str(caught.value)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setattr("index.report.word.doc._PROGRAMS", (str(folder / "soffice"),))
    return folder


def test_without_libreoffice_the_reader_says_what_to_install(
    tmp_path: Path, programs: Path
) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(UnreadableReport, match="LibreOffice"):
        read_doc(path)


@pytest.mark.skipif(os.name == "nt", reason="the slow program is a shell script")
def test_a_conversion_that_hangs_is_ended_with_all_it_started(
    tmp_path: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.report.word.doc._SECONDS", 0.5)
    slow = programs / "soffice"
    slow.write_text(f"#!/bin/sh\n(sleep 2; touch {tmp_path / 'late'}) &\nwait\n")
    slow.chmod(0o755)
    path = tmp_path / "a.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(UnreadableReport, match="秒"):
        read_doc(path)
    time.sleep(2.5)
    assert not (tmp_path / "late").exists()
