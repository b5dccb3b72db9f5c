"""The parts of a Word document that are read: body, styles, numbering, properties, headers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, join, normpath
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element

from index.errors import UnreadableReport
from index.report.zipped import damaged, open_zip, read_member
from index.text import visible

_LIMIT = 64_000_000  # bytes of one part, unpacked; a report has a few hundred thousand
_COMPOUND = b"\xd0\xcf\x11\xe0"
_OTHERS = frozenset(("xl/workbook.xml", "ppt/presentation.xml", "content.xml"))
_LOCKED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Parts:
    """What is read of a document; a part that it lacks is None or empty."""

    body: _Element
    styles: _Element | None
    numbering: _Element | None
    around: tuple[_Element, ...]  # headers
    title: str  # of the properties

    @property
    def style_elements(self) -> Iterator[_Element]:
        """The styles."""
        return (
            (e for e in self.styles if name_of(e) == "style")
            if self.styles is not None
            else iter(())
        )


def name_of(element: _Element) -> str:
    """The name of an element without its namespace; "" for comments."""
    tag = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1_024)  # a document has some twenty names, thousands of times
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2]


def value_of(element: _Element, attribute: str) -> str | None:
    """The value of an attribute, whatever its namespace."""
    for name, value in element.attrib.items():
        if _without_namespace(str(name)) == attribute:
            return str(value)
    return None


def read_parts(path: Path) -> Parts:
    """The parts of a document; an UnreadableReport where it is damaged or locked."""
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(_COMPOUND):
        raise _not_docx(path)
    with open_zip(path) as archive:
        links = _links(archive, "")
        main = links.get("officeDocument", ["word/document.xml"])[0]
        document = _parsed(archive, main)
        body = None
        if document is not None:
            body = next((e for e in document if name_of(e) == "body"), None)
        if body is None:
            raise _not_word(path) if _OTHERS & set(archive.namelist()) else damaged(path)
        linked = _links(archive, main)

        def parts_of(kind: str) -> list[_Element]:
            return [p for n in linked.get(kind, []) if (p := _parsed(archive, n)) is not None]

        properties = [_parsed(archive, name) for name in links.get("core-properties", [])]
        return Parts(
            body,
            next(iter(parts_of("styles")), None),
            next(iter(parts_of("numbering")), None),
            tuple(parts_of("header")),
            _title_in(properties[0]) if properties and properties[0] is not None else "",
        )


def _not_word(path: Path) -> UnreadableReport:
    return UnreadableReport(
        str(path),
        "是表格、演示或其他办公软件的文件，不能读取；请把年报另存为 docx、pdf 或 txt "
        "(a spreadsheet or another office file: save the report as docx, pdf or txt)",
    )


def _not_docx(path: Path) -> UnreadableReport:
    if _LOCKED in path.read_bytes():
        return UnreadableReport(
            str(path),
            "文档有密码保护，请取消密码后另存再试 (protected by a password: save it without one)",
        )
    return UnreadableReport(
        str(path),
        "不是 docx 文件，而是旧格式的文档，请把扩展名改为 .doc 再试 "
        "(an old-format document: rename it to .doc)",
    )


def _links(archive: ZipFile, part: str) -> dict[str, list[str]]:
    """The parts that a part refers to, by the last word of their kind."""
    found: dict[str, list[str]] = {}
    folder = dirname(part)
    relations = _parsed(archive, join(folder, "_rels", f"{part.rpartition('/')[2]}.rels"))
    for relation in relations if relations is not None else ():
        kind = (value_of(relation, "Type") or "").rpartition("/")[2]
        target = value_of(relation, "Target") or ""
        if value_of(relation, "TargetMode") != "External":
            name = normpath(join("/", folder, target)).lstrip("/")
            found.setdefault(kind, []).append(name)
    return found


def _parsed(archive: ZipFile, name: str) -> _Element | None:
    data = read_member(archive, name, _LIMIT)
    if not data:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _title_in(properties: _Element) -> str:
    titles = (e.text or "" for e in properties if name_of(e) == "title")
    return visible(next(titles, "")).strip()
