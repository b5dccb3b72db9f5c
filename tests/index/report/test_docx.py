"""Word documents; all of them are made here, and what they say is invented."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from index.errors import UnreadableReport
from index.report.word.docx import read_docx
from index.types import Paragraph, Table

REAL = Path(__file__).parents[4] / "shared" / "reports"


def saved(path: Path, *paragraphs: str, xml: str = "") -> Path:
    """A document with paragraphs and then the XML, which may use the prefix w."""
    document: Any = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if xml:
        wrapped = parse_xml(f'<w:sdtContent {nsdecls("w")} xmlns:mc="urn:mc">{xml}</w:sdtContent>')
        for element in list(wrapped):
            document.element.body.insert(len(document.element.body) - 1, element)
    document.save(str(path))
    return path


def texts(path: Path) -> list[str]:
    return [b.text for b in read_docx(path).blocks if isinstance(b, Paragraph)]


def rows(path: Path) -> list[tuple[tuple[str, ...], ...]]:
    return [t.rows for t in read_docx(path).tables]


def test_paragraphs_and_tables_keep_their_order(tmp_path: Path) -> None:
    document: Any = Document()
    document.add_heading("示例镇2024年年度报告", 0)
    document.add_paragraph("　　一、总体情况")
    document.add_table(1, 2).rows[0].cells[0].text = "规章"
    document.add_paragraph("后文")
    document.core_properties.title = "属性里的标题"
    document.sections[0].header.paragraphs[0].text = "示例镇人民政府"
    document.save(str(tmp_path / "a.docx"))
    content = read_docx(tmp_path / "a.docx")
    assert content.blocks == (
        Paragraph("示例镇2024年年度报告"),
        Paragraph("一、总体情况"),
        Table((("规章", ""),), is_grid=True),
        Paragraph("后文"),
    )
    assert content.titles == ("示例镇2024年年度报告", "属性里的标题")
    assert content.around == ("示例镇人民政府",)
    assert content.format == "docx"


def test_merged_cells_are_repeated_over_their_span(tmp_path: Path) -> None:
    document: Any = Document()
    table = document.add_table(3, 4)
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row.cells):
            cell.text = f"{y}{x}"
    table.cell(0, 0).merge(table.cell(0, 2)).text = "宽"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "高"
    table.cell(1, 2).merge(table.cell(2, 3)).text = "块"
    document.save(str(tmp_path / "a.docx"))
    assert rows(tmp_path / "a.docx") == [
        (("宽", "宽", "宽", "03"), ("高", "11", "块", "块"), ("高", "21", "块", "块"))
    ]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


RESTART = '<w:vMerge w:val="restart"/>'
GO_ON = "<w:vMerge/>"


def span(columns: str) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        pytest.param(
            f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell('b')}</w:tr>"
            f"<w:tr>{cell('c')}{cell('d')}</w:tr>",
            (("", "b"), ("c", "d")),
            id="a row that begins later",
        ),
        pytest.param(
            f"<w:tr>{cell('a')}</w:tr>"
            f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell('gone')}</w:tr>"
            f"<w:tr><w:trPr><w:ins w:id='2'/></w:trPr>{cell('new')}</w:tr>",
            (("a",), ("new",)),
            id="rows of tracked changes",
        ),
        pytest.param(
            "<w:sdt><w:sdtContent><w:tr>"
            f"<w:sdt><w:sdtContent>{cell('a')}</w:sdtContent></w:sdt>{cell('b')}"
            "</w:tr></w:sdtContent></w:sdt>",
            (("a", "b"),),
            id="content controls",
        ),
        pytest.param(
            f"<w:tr>{cell('a', RESTART)}{cell('b')}</w:tr>"
            f"<w:tr>{cell('', GO_ON)}{cell('c')}</w:tr>"
            f"<w:tr>{cell('d', RESTART)}{cell('e')}</w:tr>"
            f"<w:tr>{cell('', GO_ON)}{cell('f')}</w:tr>",
            (("a", "b"), ("a", "c"), ("d", "e"), ("d", "f")),
            id="two merges on top of each other",
        ),
        pytest.param(
            f"<w:tr>{cell('a', span('999999999999'))}</w:tr><w:tr>{cell('b', span('x'))}</w:tr>",
            (("a",), ("b",)),
            id="spans that are no numbers",
        ),
    ],
)
def test_tables(tmp_path: Path, xml: str, expected: tuple[tuple[str, ...], ...]) -> None:
    path = saved(tmp_path / "a.docx", xml=f"<w:tbl>{xml}</w:tbl>")
    assert rows(path) == [expected]


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r>", ["上", "下"]),
        ("<w:r><w:t>20</w:t></w:r><w:r><w:t>24年</w:t></w:r>", ["2024年"]),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", ["a\tb"]),
        ("<w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:r><w:t>8</w:t></w:r>", ["8"]),
        ("<w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:r><w:t>8件</w:t></w:r>", ["新增8件"]),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>见</w:t></w:r>", ["见"]),
        (
            "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>见</w:t></w:r>",
            ["见"],
        ),
        ("<w:hyperlink><w:r><w:t>网址</w:t></w:r></w:hyperlink>", ["网址"]),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>5条</w:t></w:r>", ["5条"]),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>gong</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>公</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            ["公"],
        ),
        ("<w:r><w:t>公\u200b开</w:t></w:r>", ["公开"]),
        (
            "<w:r><w:t>文</w:t><mc:AlternateContent><mc:Choice><w:box><w:txbxContent>"
            "<w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:box></mc:Choice>"
            "<mc:Fallback><w:pict><w:box><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>"
            "</w:txbxContent></w:box></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            ["文", "框"],
        ),
    ],
)
def test_text_of_a_paragraph(tmp_path: Path, xml: str, expected: list[str]) -> None:
    path = saved(tmp_path / "a.docx", xml=f"<w:p>{xml}</w:p>")
    assert texts(path) == expected


def test_a_table_in_a_layout_table_stands_by_itself(tmp_path: Path) -> None:
    document: Any = Document()
    outer = document.add_table(2, 1)
    outer.cell(0, 0).text = "示例县年度报告"
    outer.cell(1, 0).text = "二、主动公开"
    outer.cell(1, 0).add_table(1, 2).cell(0, 1).text = "7"
    outer.cell(1, 0).add_paragraph("三、收到")
    document.save(str(tmp_path / "a.docx"))
    assert read_docx(tmp_path / "a.docx").blocks == (
        Paragraph("示例县年度报告"),
        Paragraph("二、主动公开"),
        Table((("", "7"),), is_grid=True),
        Paragraph("三、收到"),
    )


def test_a_table_typed_with_tabs_is_a_table(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.docx", "二、主动公开政府信息情况", "规章\t2\t0", "行政许可\t7\t8")
    assert rows(path) == [(("规章", "2", "0"), ("行政许可", "7", "8"))]


def test_a_title_over_the_whole_table_is_no_row_of_it(tmp_path: Path) -> None:
    title = cell("示例县2024年年度报告", span("2"))
    xml = f"<w:tbl><w:tr>{title}</w:tr><w:tr>{cell('规章')}{cell('2')}</w:tr></w:tbl>"
    path = saved(tmp_path / "a.docx", xml=xml)
    assert texts(path) == ["示例县2024年年度报告"]
    assert rows(path) == [(("规章", "2"),)]


def test_a_report_in_one_cell_is_prose(tmp_path: Path) -> None:
    document: Any = Document()
    outer = document.add_table(1, 1).cell(0, 0)
    outer.text = "一、总体情况"
    outer.add_paragraph("示" * 400)
    document.save(str(tmp_path / "a.docx"))
    assert texts(tmp_path / "a.docx") == ["一、总体情况", "示" * 400]


LEVELS = (
    ("chineseCounting", "%1、", 1),
    ("japaneseCounting", "（%2）", 1),
    ("decimal", "%3.", 3),
    ("bullet", "*", 1),
)
NUMBERING = (
    f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="7">'
    + "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (kind, text, start) in enumerate(LEVELS)
    )
    + '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)


def test_automatic_numbers_are_printed(tmp_path: Path) -> None:
    levels = [0, 1, 1, 2, 2, 3, 0, 1]
    xml = "".join(
        f"<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='5'/></w:numPr></w:pPr>"
        "<w:r><w:t>项</w:t></w:r></w:p>"
        for level in levels
    )
    path = saved(tmp_path / "a.docx", xml=xml)
    path = rewritten(path, "word/numbering.xml", lambda _: NUMBERING)
    expected = ["一、项", "（一）项", "（二）项", "3.项", "4.项", "项", "二、项", "（一）项"]
    assert texts(path) == expected


def rewritten(path: Path, name: str, change: Callable[[str], str]) -> Path:
    """The document with one part changed."""
    with ZipFile(path) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    parts[name] = change(parts.get(name, b"").decode("utf-8")).encode()
    other = path.with_name(f"changed-{path.name}")
    with ZipFile(other, "w", ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return other


def test_macro_and_strict_documents_are_read(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.docx", "一、总体情况")
    macro = rewritten(
        path,
        "[Content_Types].xml",
        lambda xml: xml.replace("wordprocessingml.document.main+xml", "macroEnabled.main+xml"),
    )
    assert texts(macro) == ["一、总体情况"]
    strict = rewritten(
        path,
        "word/document.xml",
        lambda xml: xml.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )
    assert texts(strict) == ["一、总体情况"]


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("泄露")
    path = saved(tmp_path / "a.docx", "甲NAME乙")
    entity = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    changed = rewritten(
        path,
        "word/document.xml",
        lambda xml: xml.replace("?>", f"?>{entity}", 1).replace("NAME", "&x;"),
    )
    assert "泄露" not in "".join(texts(changed))


def bomb(path: Path) -> Path:
    with (
        ZipFile(path, "w", ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(70):
            part.write(b" " * 1_000_000)
    return path


def made(data: bytes) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        path.write_bytes(data)
        return path

    return make


def cut(path: Path) -> Path:
    data = saved(path, "一、总体情况").read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


def broken_xml(path: Path) -> Path:
    return rewritten(saved(path, "甲"), "word/document.xml", lambda xml: xml[: len(xml) // 2])


LOCKED = b"\xd0\xcf\x11\xe0" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (made(b""), "空"),
        (made(b"PK\x03\x04 but nothing else"), "损坏"),
        (made(b"<html>no zip</html>"), "损坏"),
        (made(LOCKED), "密码"),
        (made(b"\xd0\xcf\x11\xe0" + b"\x00" * 600), ".doc"),
        (cut, "损坏"),
        (broken_xml, "损坏"),
        (bomb, "损坏"),
        (saved, "没有文字"),
    ],
)
def test_what_is_no_document_is_refused(
    tmp_path: Path, make: Callable[[Path], Path], reason: str
) -> None:
    path = make(tmp_path / "坏.docx")
    with pytest.raises(UnreadableReport, match=reason) as caught:
        read_docx(path)
    assert "坏.docx" in str(caught.value)


def test_any_truncation_gives_a_reason(tmp_path: Path) -> None:
    data = saved(tmp_path / "a.docx", *["一、总体情况"] * 40).read_bytes()
    for end in range(0, len(data), 1 + len(data) // 60):
        (tmp_path / "b.docx").write_bytes(data[:end])
        with pytest.raises(UnreadableReport):
            read_docx(tmp_path / "b.docx")


@pytest.mark.skipif(not REAL.is_dir(), reason="the real reports are not here")
def test_the_real_document_has_the_three_tables_of_the_form() -> None:
    content = read_docx(next(REAL.glob("*2023*.docx")))
    assert [(len(t.rows), len(t.rows[0])) for t in content.tables] == [(14, 4), (28, 10), (4, 15)]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:r><w:rPr><w:strike/></w:rPr><w:t>88</w:t></w:r><w:r><w:t>12</w:t></w:r>", "12"),
        ("<w:r><w:rPr><w:dstrike/></w:rPr><w:t>8</w:t></w:r><w:r><w:t>12</w:t></w:r>", "12"),
        (
            '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>1</w:t></w:r><w:r><w:t>2</w:t></w:r>',
            "12",
        ),
        (
            "<w:r><w:t>12</w:t></w:r>"
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>',
            "12[1]",
        ),
    ],
)
def test_what_is_struck_out_or_stands_above_the_line_is_no_digit(
    tmp_path: Path, runs: str, text: str
) -> None:
    cell = f"<w:tc><w:p>{runs}</w:p></w:tc>"
    label = "<w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc>"
    xml = f"<w:tbl><w:tr>{label}{cell}</w:tr></w:tbl>"
    assert rows(saved(tmp_path / "a.docx", xml=xml)) == [(("规章", text),)]


def test_empty_cells_at_the_ends_of_rows_of_tabs_stay(tmp_path: Path) -> None:
    lines = (
        "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
        "规章\t\t\t5",
        "行政规范性文件\t2\t\t",
    )
    assert rows(saved(tmp_path / "a.docx", *lines))[0][1:] == (
        ("规章", "", "", "5"),
        ("行政规范性文件", "2", "", ""),
    )


def test_a_cell_that_a_tracked_change_deletes_is_no_cell(tmp_path: Path) -> None:
    label = "<w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc>"
    gone = '<w:tc><w:tcPr><w:cellDel w:id="1" w:author="a"/></w:tcPr><w:p/></w:tc>'
    cell = "<w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc>"
    xml = f"<w:tbl><w:tr>{label}{gone}{cell}</w:tr></w:tbl>"
    assert rows(saved(tmp_path / "a.docx", xml=xml)) == [(("规章", "3"),)]


def test_a_row_that_holds_whole_columns_is_several(tmp_path: Path) -> None:
    def cell(*lines: str) -> str:
        return f"<w:tc>{''.join(f'<w:p><w:r><w:t>{x}</w:t></w:r></w:p>' for x in lines)}</w:tc>"

    labels = cell("行政许可", "行政处罚", "行政强制")
    xml = f"<w:tbl><w:tr>{labels}{cell('40', '3', '0')}</w:tr></w:tbl>"
    assert rows(saved(tmp_path / "a.docx", xml=xml)) == [
        (("行政许可", "40"), ("行政处罚", "3"), ("行政强制", "0"))
    ]
