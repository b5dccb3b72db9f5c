import io
import zipfile
from email.mime.text import MIMEText
from pathlib import Path
from random import Random

import pytest

from index.errors import UnreadableReport
from index.report.read import read_reports
from index.types import Report
from index.vocabulary.regions import load_regions
from tests.generator.tables import SpanTable
from tests.generator.text_layouts import as_markdown, expand, with_tabs
from tests.index.report.invented import TITLE, draft, text

BODY = "清溪县柳河镇人民政府"
PAGE = "<html><head><meta charset='{0}'><title>{1}</title></head><body>{2}</body></html>"


def read(folder: Path, name: str, data: str | bytes, **told: str | int) -> tuple[Report, ...]:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    issuer, year = told.get("issuer"), told.get("year")
    return read_reports(
        path,
        issuer=None if issuer is None else str(issuer),
        year=None if year is None else int(year),
        regions=load_regions(),
        root=folder,
    )


GUIDE = (
    "柳河镇政府信息公开指南（2023年）\n为方便群众依法获取政府信息，制定本指南。\n一、主动公开\n"
    "公开的内容见目录。\n二、依申请公开\n可以当面、来信提出政府信息公开申请。\n"
)


def zipped(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "<a/>")
    return data.getvalue()


def page(body: str, title: str = TITLE) -> str:
    return PAGE.format("utf-8", title, body)


def test_a_report_says_whose_it_is_and_where_it_was_read(tmp_path: Path) -> None:
    (report,) = read(tmp_path, "a.txt", text())
    assert (report.issuer.name, report.year, report.era) == ("柳河镇人民政府", 2023, "E3")
    assert report.is_invented
    assert report.source.file.endswith("a.txt")
    assert report.source.format == "txt"
    assert len(report.source.sha256) == 64
    assert report.findings == ()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "空的"),
        ("a.txt", b" \r\n\t\n", "空的"),
        ("a.txt", b"\xef\xbb\xbf", "空的"),
        ("a.txt", bytes(range(256)) * 40, "不是文本"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "不是文本"),
        ("a.txt", GUIDE.encode(), "没有找到"),
        ("a.html", b"<html></html>", "没有找到"),
        ("a.html", page("<h1>404 Not Found</h1>", "404").encode(), "没有找到"),
        ("a.txt", "红烧肉\n先把肉切块。\n再炖一小时。\n".encode(), "没有找到"),
        ("a.html", page(f"<h1>{TITLE}</h1><p><img src='1.jpg'></p>").encode(), "附件"),
        ("a.html", page(f"<h1>{TITLE}</h1><p>附件：年报.pdf</p>").encode(), "附件"),
        ("a.pdf", b"%PDF-1.4 broken", "损坏"),
        ("a.xlsx", zipped("[Content_Types].xml", "xl/workbook.xml"), "表格"),
        ("a.docx", b"PK\x03\x04[Content_Types].xml word/ broken", "损坏"),
        ("a.txt", text(title="柳河镇政府信息公开年报").replace("2023年", "").encode(), "--year"),
        ("a.txt", text(title="2023年政府信息公开年报").replace(BODY, "").encode(), "--issuer"),
    ],
)  # fmt: skip
def test_what_is_no_report_is_refused_with_one_sentence(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    with pytest.raises(UnreadableReport, match=reason) as refused:
        read(tmp_path, name, data)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "utf-16", "utf-16-le", "big5"])
def test_any_encoding_is_read(tmp_path: Path, name: str, encoding: str) -> None:  # V89
    source = (
        "柳河镇2023年政府信息公开年报\n一、概述\n全年公开412件，工作有序。\n六、其他报告事项\n无。"
    )
    if encoding == "big5":
        source = source.translate(str.maketrans("镇开报项无", "鎮開報項無"))
    if name == "a.html":
        lines = "".join(f"<p>{line}</p>" for line in source.split("\n"))
        source = PAGE.format(encoding, "2023", lines)
    (report,) = read(tmp_path, name, source.encode(encoding))
    assert report.sections[0].text == "全年公开412件，工作有序。"


def test_a_page_that_declares_less_than_it_holds_is_read_whole(tmp_path: Path) -> None:
    lines = (
        "柳河镇2023年政府信息公开年报",
        "一、概述",
        "全镇朱镕工作有序。",
        "二、主动公开情况",
        "结束。",
    )
    body = "".join(f"<p>{line}</p>" for line in lines)
    data = PAGE.format("gb2312", "年报", body).encode("gb18030")
    (report,) = read(tmp_path, "a.html", data)
    assert [section.text for section in report.sections] == ["全镇朱镕工作有序。", "结束。"]


def test_traditional_characters_are_read_as_simplified_and_said(tmp_path: Path) -> None:  # V88
    source = (
        "柳河鎮2023年政府信息公開年報\n一、總體情況\n全年公開412條。\n六、其他需要報告的事項\n無"
    )
    (report,) = read(tmp_path, "a.txt", source)
    assert report.sections[0].text == "全年公开412条。"
    assert [finding.rule for finding in report.findings] == ["characters_simplified"]


def test_characters_that_are_lost_are_counted(tmp_path: Path) -> None:
    (report,) = read(tmp_path, "a.txt", text().encode("gb18030") + b"\xff\xff")
    assert [finding.rule for finding in report.findings] == ["characters_lost"]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", page("".join(f"<p>{x}</p>" for x in text().split("\n"))), "html"),
        ("a.html", text(), "txt"),
        ("a.md", text(as_markdown), "txt"),
        ("a.dat", text(with_tabs), "txt"),
    ],
)
def test_content_tells_the_format_and_not_the_name(
    tmp_path: Path, name: str, data: str, kind: str
) -> None:
    (report,) = read(tmp_path, name, data)
    assert report.source.format == kind
    assert report.era == "E3"


def test_several_reports_in_a_file_are_several(tmp_path: Path) -> None:
    other = TITLE.replace("2023", "2022")
    reports = read(tmp_path, "a.txt", text() + text(title=other), issuer="白水镇", year=2020)
    assert [(r.issuer.name, r.year) for r in reports] == [
        ("柳河镇人民政府", 2023),
        ("柳河镇人民政府", 2022),
    ]


def test_two_reports_of_one_body_and_year_that_differ_are_refused(tmp_path: Path) -> None:
    other = TITLE.replace("工作年度报告", "年度报告")
    with pytest.raises(UnreadableReport, match="两份"):
        read(tmp_path, "a.txt", text() + text(title=other).replace("412条", "413条"))


def test_a_page_without_tables_is_a_report_whose_tables_are_missing(tmp_path: Path) -> None:
    body = "".join(f"<p>{part.heading}</p><p>工作有序。</p>" for part in draft().parts)
    (report,) = read(tmp_path, "a.html", page(f"<h1>{TITLE}</h1>{body}"))
    assert not any(section.tables for section in report.sections)


def test_a_page_saved_as_a_single_file_is_read(tmp_path: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in text().split("\n"))
    mail = MIMEText(page(body), "html", "utf-8").as_bytes()
    (report,) = read(tmp_path, "a.doc", b"MIME-Version: 1.0\n" + mail)
    assert report.source.format == "html"
    assert [section.number for section in report.sections] == [0, 1, 2, 3, 4, 5, 6]


def test_tables_that_a_converter_put_into_pages_of_their_own_leave_the_rest_as_it_is(
    tmp_path: Path,
) -> None:
    def wrapped(table: SpanTable, rng: Random) -> list[str]:
        rows = (f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in expand(table))
        return [f"<html><body><table>{''.join(rows)}</table></body></html>"]

    (report,) = read(tmp_path, "a.md", text(wrapped))
    (expected,) = read(tmp_path, "b.md", text(as_markdown))
    assert [(s.number, s.text) for s in report.sections] == [
        (s.number, s.text) for s in expected.sections
    ]
    assert [len(s.tables) for s in report.sections] == [len(s.tables) for s in expected.sections]


def test_radicals_in_text_become_characters(tmp_path: Path) -> None:
    radicals = str.maketrans("一二行人工民", "⼀⼆⾏⼈⼯⺠")
    (report,) = read(tmp_path, "a.txt", text().translate(radicals))
    assert [s.number for s in report.sections] == [0, 1, 2, 3, 4, 5, 6]
    assert "行政" in report.sections[4].title
