"""A file to the reports in it: the reader for its content, then who, which year, which parts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from email import message_from_bytes
from hashlib import sha256
from pathlib import Path

from index.errors import UnreadableReport
from index.report.archive import is_archive
from index.report.chrome import is_title
from index.report.content import Content
from index.report.parts import reports_in
from index.report.sections import Outline, outline
from index.report.text.decode import decode
from index.report.text.plain import blocks_of_text, has_form_table, has_whole_form, read_plain
from index.report.whose.identity import Clues, identify
from index.text import compact
from index.types import Block, Finding, Paragraph, Report, Source, Table
from index.vocabulary.eras import era_of
from index.vocabulary.regions import Regions
from index.vocabulary.traditional import simplify

_PAGE = re.compile(r"<\s*(?:!doctype\s+html|html|head|body|div|p|table|span|br)\b", re.IGNORECASE)
_WHOLE_PAGE = re.compile(r"<\s*(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_HAN = re.compile("[\u4e00-\u9fff]")
_TAG = re.compile(r"<\s*/?\s*(?:p|div|span|br|strong|a|font|ul|li|h\d)\b", re.IGNORECASE)
_PAGE_SUFFIXES = frozenset((".html", ".htm", ".shtml", ".xhtml", ".jsp", ".asp", ".php"))
_DISCLOSURE = re.compile("信息公开|政务公开")
_OTHER_KIND = re.compile("信息公开(?:工作)?(?:指南|制度|目录|规定|办法)(?:[（(].{0,12}[）)])?$")
_TRADITIONAL = re.compile("(?:信息|資訊|政務)公開|[信資]息公開|公開條例")
_SAVED_PAGE = (b"mime-version:", b"from: <saved by", b'from: "saved by')
_MOST_TAGS = 20  # of a text that is no page
# With less there is nothing to read but a title and the name of an attachment.
_LEAST_PROSE = 40
_COUNTED = re.compile(r"\d\s*[余多]?[条件篇].*。")  # all that some towns report
_ATTACHED = re.compile(
    r"\.(?:jpe?g|png|gif|bmp|tiff?|pdf|docx?|wps|ofd|rar|zip)\b|附件|图片版", re.I
)

_EMPTY = "文件是空的，请重新导出后再试 (the file is empty)"
_NESTED = (
    "是压缩包里的压缩包，或扩展名不是 .zip 的压缩包，请先解压 "
    "(an archive within an archive, or one not named .zip: unpack it first)"
)
_NO_REPORT = (
    "没有找到政府信息公开年度报告的内容，请确认文件是年报正文 "
    "(nothing here reads like an annual disclosure report)"
)
_ONLY_ATTACHED = (
    "页面上没有年报正文，只有标题和图片或附件；请下载附件后导入附件本身 "
    "(only a picture or an attachment: download it and read that file)"
)


@dataclass(frozen=True, slots=True)
class _Told:
    issuer: str | None
    year: int | None
    region: str | None
    url: str | None
    root: Path | None


def read_reports(
    path: Path,
    *,
    issuer: str | None = None,
    year: int | None = None,
    region: str | None = None,
    url: str | None = None,
    regions: Regions,
    root: Path | None = None,
) -> tuple[Report, ...]:
    """The reports of a file, usually one; raises UnreadableReport with the reason."""
    data = path.read_bytes()
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableReport(str(path), _EMPTY)
    told = _Told(issuer, year, region, url, root)
    if is_archive(path):
        raise UnreadableReport(str(path), _NESTED)
    content = read_content(path, data)
    digest = sha256(data).hexdigest()
    return _reports_of(content, path, digest, told, regions)


def read_content(path: Path, data: bytes) -> Content:
    """The blocks of a file, by the reader that its content asks for, not its name."""
    if data.startswith(b"%PDF-") or b"%PDF-" in data[:1024]:
        from index.report.pdf.read import read_pdf

        return read_pdf(path)
    if data.startswith((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")):
        from index.report.word.doc import read_doc

        return read_doc(path)
    if data.startswith(b"PK\x03\x04"):
        from index.report.word.docx import read_docx

        return read_docx(path)
    if data.lstrip()[:200].lower().startswith(_SAVED_PAGE):
        data = _page_in_mail(data)
    text, lost = decode(data, str(path))
    findings = []
    if lost:
        message = f"有{lost}个字符无法识别，已用“\ufffd”代替。"
        findings.append(Finding("characters_lost", message))
    if "公開" in text and "公开" not in text and _TRADITIONAL.search(text):
        text = simplify(text)
        findings.append(Finding("characters_simplified", "原文为繁体字，已按简体字读取。"))
    return replace(_of_text(path, text), findings=tuple(findings))


def _of_text(path: Path, text: str) -> Content:
    if _is_page(path, text):
        from index.report.web.html import read_html

        return read_html(text, str(path))
    return read_plain(text, str(path), is_markdown=path.suffix.lower() in (".md", ".markdown"))


def _page_in_mail(data: bytes) -> bytes:
    """The page in what word processors and browsers save as "single file": a mail with it."""
    for part in message_from_bytes(data.lstrip()).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return page
    return data


def _is_page(path: Path, text: str) -> bool:
    page = _WHOLE_PAGE.search(text, 0, 4000)
    # Converters put each table of their Markdown into a page of its own.
    if page is not None and not _HAN.search(_COMMENT.sub("", text[: page.start()])):
        return True
    if path.suffix.lower() in _PAGE_SUFFIXES:
        return bool(_PAGE.search(text))
    tags = len(_TAG.findall(text))
    if tags <= _MOST_TAGS:
        return False
    in_rows = sum(len(_TAG.findall(line)) for line in text.splitlines() if "|" in line)
    return tags - in_rows > _MOST_TAGS  # cells of Markdown hold tags, too


def _reports_of(
    content: Content, path: Path, digest: str, told: _Told, regions: Regions
) -> tuple[Report, ...]:
    blocks = with_flattened_tables(content.blocks)
    parts = reports_in(blocks, str(path))
    reports = [
        _report_of(replace(content, blocks=part), path, digest, told, regions, len(parts))
        for part in parts
    ]
    return _each_once(reports, str(path))


def with_flattened_tables(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with tables found among paragraphs where the file lacks some of the form's."""
    if has_whole_form(blocks):
        return tuple(blocks)
    found: list[Block] = []
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.extend(block.text.split("\n"))
            continue
        found.extend(blocks_of_text(lines, is_whole=True))
        lines = []
        found.append(block)
    found.extend(blocks_of_text(lines, is_whole=True))
    has_more = sum(isinstance(b, Table) for b in found) > sum(isinstance(b, Table) for b in blocks)
    return tuple(found) if has_more else tuple(blocks)


def _report_of(
    content: Content, path: Path, digest: str, told: _Told, regions: Regions, parts: int
) -> Report:
    parted = outline(content.blocks)
    _refuse_what_is_no_report(content, parted, str(path))
    clues = Clues(
        titles=_titles(parted, content) if parts == 1 else parted.titles,
        around=(*content.around, *parted.around),
        before=parted.before,
        sections=parted.sections,
        after=parted.after,
        path=path,
        root=told.root,
        url=told.url,
        # What was told of the file cannot be true of each of several reports in it.
        issuer=told.issuer if parts == 1 else None,
        year=told.year if parts == 1 else None,
        region=told.region,
    )
    identity = identify(clues, regions)
    return Report(
        issuer=identity.issuer,
        year=identity.year,
        era=era_of(tuple(t for s in parted.sections for t in s.tables), identity.year),
        title=identity.title,
        source=Source(str(path), content.format, digest, told.url),
        sections=parted.sections,
        findings=(*content.findings, *identity.findings),
        is_invented=identity.is_invented,
    )


def _titles(parted: Outline, content: Content) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*parted.titles, *content.titles)))


def _refuse_what_is_no_report(content: Content, parted: Outline, source: str) -> None:
    prose = [b.text for s in parted.sections for b in s.blocks if isinstance(b, Paragraph)]
    has_tables = has_form_table(content.blocks)
    titles = [*parted.titles, *(t for t in content.titles if is_title(t))]
    written = sum(len(line) for line in prose if not _ATTACHED.search(line))
    is_short = written < _LEAST_PROSE and not any(map(_COUNTED.search, prose))
    if not has_tables and not parted.has_headings and is_short and titles:
        raise UnreadableReport(source, _ONLY_ATTACHED)
    heads = [compact(line) for line in (*parted.titles, *content.titles, *parted.before[:3])]
    if not has_tables and not titles and any(_OTHER_KIND.search(line) for line in heads):
        raise UnreadableReport(source, _NO_REPORT)
    is_about = any(_DISCLOSURE.search(line) for line in (*titles, *parted.before, *prose))
    if not has_tables and not (is_about and (parted.has_headings or titles or len(prose) > 1)):
        raise UnreadableReport(source, _NO_REPORT)


def _each_once(reports: Sequence[Report], source: str) -> tuple[Report, ...]:
    """The reports, one for each issuer and year."""
    kept: dict[tuple[str, int], Report] = {}
    for report in reports:
        key = (report.issuer.name, report.year)
        before = kept.get(key)
        if before is not None and before.sections != report.sections:
            raise UnreadableReport(
                source,
                f"文件里有两份{report.issuer.name}{report.year}年的报告，内容不同，请只留一份 "
                f"(two different reports of one body for {report.year}: keep one)",
            )
        kept[key] = report
    return tuple(kept.values())
