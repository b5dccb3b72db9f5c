"""What was fetched, kept as it came: under its hash, with a note of where it was found."""

import json
import os
import re
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from index.errors import FetchError
from index.fetch.visit import Answer

_MAGIC = {b"%PDF": "pdf", b"PK\x03\x04": "zip", b"\xd0\xcf\x11\xe0": "doc"}
_HTML = re.compile(rb"<\s*(?:!doctype|html|head|body|meta|table|div|p|title)\b", re.IGNORECASE)
_NOT_READ = "不是能读取的文件类型，只读取 html, txt, docx, pdf, doc, zip (not a kind that is read)"


@dataclass(frozen=True, slots=True)
class FetchedFile:
    """A file that was fetched, and where it was found."""

    path: Path
    url: str
    final_url: str
    sha256: str
    content_type: str

    @property
    def charset(self) -> str | None:
        """The encoding that the site named, which the file itself may not."""
        found = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", self.content_type, re.IGNORECASE)
        return found[1].lower() if found else None


def keep(url: str, answer: Answer, folder: Path) -> FetchedFile:
    """Save the body as `<sha256>.<kind>` and note beside it where it was found, and when."""
    kind = kind_of(answer)
    digest = sha256(answer.body).hexdigest()
    path = folder / f"{digest}.{kind}"
    folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _write(path, answer.body)
    found = {
        "url": url,
        "final_url": answer.address.url,
        "content_type": answer.content_type,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    _note(folder / f"{digest}.json", found)
    return FetchedFile(path, url, answer.address.url, digest, answer.content_type)


def kind_of(answer: Answer) -> str:
    """The ending that a body's file gets, by its bytes first: servers often name a wrong type."""
    body = answer.body
    if not body.strip():
        raise FetchError(answer.address.url, "网站给的是空文件 (the file is empty)")
    magic = _MAGIC.get(body[:4])
    if magic == "zip":
        magic = _kind_of_zip(body)
    elif magic is None:
        magic = _kind_of_text(body, answer)
    if magic is None:
        raise FetchError(answer.address.url, _NOT_READ)
    return magic


def _kind_of_zip(body: bytes) -> str | None:
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return None
    if "word/document.xml" in names:
        return "docx"
    # A workbook or a presentation is no report, though it is a zip too.
    return None if "[Content_Types].xml" in names else "zip"


def _kind_of_text(body: bytes, answer: Answer) -> str | None:
    start = body[:4096]
    is_wide = body[:2] in (b"\xff\xfe", b"\xfe\xff")
    if b"\0" in start and not is_wide:
        return None
    if _HTML.search(start.replace(b"\0", b"") if is_wide else start):
        return "html"
    kind = answer.content_type.partition(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml"):
        return "html"
    ending = Path(unquote(answer.address.path.partition("?")[0])).suffix.lower()
    if kind.startswith("text/") or ending in (".txt", ".md"):
        return "txt"
    return "html" if not kind and ending in (".html", ".htm", ".shtml") else None


def _note(path: Path, found: dict[str, str]) -> None:
    """Add where a file was found to its note; the same bytes may stand at several addresses."""
    try:
        known = json.loads(path.read_text("utf-8"))["found"]
    except (OSError, ValueError, KeyError, TypeError):
        known = []
    known = [entry for entry in known if entry.get("url") != found["url"]]
    text = json.dumps({"found": [*known, found]}, ensure_ascii=False, indent=1)
    _write(path, text.encode())


def _write(path: Path, data: bytes) -> None:
    """Write so that a reader sees all of the file or none."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(data)
    part.replace(path)
