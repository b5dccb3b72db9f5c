"""Pages that are pictures; all are made here."""

from importlib.util import find_spec
from pathlib import Path

import pypdfium2
import pytest

from index.errors import UnreadableReport
from index.report.pdf.read import read_pdf
from index.report.pdf.scan import read_scan
from tests.index.report.drawing import Page, pdf_of

has_recogniser = find_spec("rapidocr") is not None
needs_recogniser = pytest.mark.skipif(
    not has_recogniser, reason="the extra for scans is not installed"
)
ROWS = (("100", "7", "0"), ("250", "43", "19"), ("350", "50", "19"))


@pytest.mark.skipif(has_recogniser, reason="the extra for scans is installed")
def test_without_the_extra_a_scan_says_what_to_install(tmp_path: Path) -> None:
    path = tmp_path / "扫描.pdf"
    path.write_bytes(pdf_of(Page().picture()))
    with pytest.raises(UnreadableReport, match=r"pip install '\.\[scan\]'") as caught:
        read_pdf(path)
    assert "扫描.pdf" in str(caught.value)


def scanned(path: Path, page: Page) -> Path:
    """The page as a picture in a PDF file."""
    path.write_bytes(pdf_of(page))
    with pypdfium2.PdfDocument(path) as drawn, pypdfium2.PdfDocument.new() as document:
        bitmap = drawn[0].render(scale=150 / 72)
        image = pypdfium2.PdfImage.new(document)
        image.set_bitmap(bitmap)
        image.set_matrix(pypdfium2.PdfMatrix().scale(page.width, page.height))
        new = document.new_page(page.width, page.height)
        new.insert_obj(image)
        new.gen_content()
        document.save(path.with_suffix(".scan.pdf"))
    return path.with_suffix(".scan.pdf")


@needs_recogniser
def test_digits_in_ruled_cells_are_read_into_their_cells(tmp_path: Path) -> None:
    page = Page().grid([60, 160, 200, 240], [100, 130, 160, 190])
    for y, row in zip((120, 150, 180), ROWS, strict=True):
        page.row([65, 165, 205], y, list(row), 12)
    content = read_scan(scanned(tmp_path / "a.pdf", page))
    assert content.format == "scan"
    assert [table.rows for table in content.tables] == [ROWS]


@needs_recogniser
def test_an_empty_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableReport, match="没有识别出"):
        read_scan(scanned(tmp_path / "a.pdf", Page()))
