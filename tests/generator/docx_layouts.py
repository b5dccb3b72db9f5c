"""DOCX files: paragraphs, and tables with merged cells, as word processors store them."""

import io
import zipfile
from xml.sax.saxutils import escape

from tests.generator.drafts import Draft
from tests.generator.tables import Span, SpanTable

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def docx_of(draft: Draft) -> bytes:
    """The report as a DOCX file; the same draft gives the same bytes."""
    body = [_paragraph(draft.title), *map(_paragraph, draft.before)]
    for part in draft.parts:
        body.append(_paragraph(part.heading))
        body += [_paragraph(b) if isinstance(b, str) else _table(b) for b in part.blocks]
    body += map(_paragraph, draft.after)
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_W}">'
        f"<w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"
    )
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": document,
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), text)
    return data.getvalue()


def _paragraph(text: str) -> str:
    if not text:
        return "<w:p/>"
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _table(table: SpanTable) -> str:
    rows = []
    hanging: dict[int, tuple[int, int]] = {}  # column: rows still to cover, columns covered
    for spans in table.rows:
        cells, hanging = _cells(spans, hanging)
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    width = sum(span.cols for span in table.rows[0])
    grid = '<w:gridCol w:w="900"/>' * width
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _cells(
    spans: tuple[Span, ...], hanging: dict[int, tuple[int, int]]
) -> tuple[list[str], dict[int, tuple[int, int]]]:
    cells: list[str] = []
    below: dict[int, tuple[int, int]] = {}
    x = 0
    for span in (*spans, None):
        while x in hanging:
            left, cols = hanging[x]
            cells.append(_cell("", cols, "<w:vMerge/>"))
            if left > 1:
                below[x] = (left - 1, cols)
            x += cols
        if span is None:
            break
        is_tall = span.rows > 1
        if is_tall:
            below[x] = (span.rows - 1, span.cols)
        cells.append(_cell(span.text, span.cols, '<w:vMerge w:val="restart"/>' * is_tall))
        x += span.cols
    return cells, below


def _cell(text: str, cols: int, merge: str) -> str:
    wide = f'<w:gridSpan w:val="{cols}"/>' if cols > 1 else ""
    return f"<w:tc><w:tcPr>{wide}{merge}</w:tcPr>{_paragraph(text)}</w:tc>"
