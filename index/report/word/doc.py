"""Old Word documents and RTF: made DOCX by LibreOffice where it is installed, then read."""

import os
import shutil
import signal
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from index.errors import UnreadableReport
from index.report.content import Content
from index.report.word.docx import read_docx

_PROGRAMS = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_SECONDS = 120
_RTF = b"{\\rtf"
_NOT_INSTALLED = (
    "读取旧格式 .doc 文件需要 LibreOffice，请安装它（如 apt install libreoffice-writer），"
    "或把文件另存为 .docx (needs LibreOffice: install it, or save the file as .docx)"
)
_NOT_CONVERTED = (
    "LibreOffice 无法转换此文件（可能已损坏、有密码或不是 Word 文档），请另存为 .docx 再试 "
    "(LibreOffice cannot convert it: save it as .docx)"
)
_TOO_SLOW = (
    f"LibreOffice 转换超过 {_SECONDS} 秒，已放弃，请另存为 .docx 再试 "
    "(converting took too long: save it as .docx)"
)


def read_doc(path: Path) -> Content:
    """The blocks of an old Word document; an UnreadableReport where it cannot be converted."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise UnreadableReport(str(path), _NOT_INSTALLED)
    with TemporaryDirectory(prefix="nianbao-") as folder:
        try:
            return replace(read_docx(_converted(program, path, Path(folder))), format="doc")
        except UnreadableReport as error:
            raise UnreadableReport(str(path), error.reason) from error


def _converted(program: str, path: Path, folder: Path) -> Path:
    """The document as DOCX, made in a folder of its own by a LibreOffice of its own."""
    with path.open("rb") as file:
        kind = "rtf" if file.read(len(_RTF)) == _RTF else "doc"
    source, result = folder / f"report.{kind}", folder / "out" / "report.docx"
    shutil.copyfile(path, source)
    # A profile of its own, so that an open window or a second call does not get in the way.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--convert-to", "docx"]
    command += ["--outdir", str(result.parent), str(source)]
    _run(command, str(path))
    if not result.is_file():
        raise UnreadableReport(str(path), _NOT_CONVERTED)
    return result


def _run(command: list[str], source: str) -> None:
    """Run a program with all that it starts, and end all of it when it takes too long."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            raise UnreadableReport(source, _TOO_SLOW) from None
        finally:
            if process.poll() is None:
                _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
