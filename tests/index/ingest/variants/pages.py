"""Pages and drawings in which the variants lay out their reports."""

from html import escape

from tests.index.report.drawing import Page, pdf_of

_MARGIN, _LINE, _SIZE = 50, 18, 10


def lines_of_pdf(lines: list[str]) -> bytes:
    """A PDF file with a title and these lines below it, on one page."""
    page = Page().text(_MARGIN, 60, lines[0], 14)
    for i, line in enumerate(lines[1:]):
        page.text(_MARGIN, 110 + _LINE * i, line, _SIZE)
    return pdf_of(page)


def page_of(body: str, title: str = "") -> str:
    """A web page."""
    head = f"<head><meta charset='utf-8'><title>{escape(title)}</title></head>"
    return f"<!DOCTYPE html><html>{head}<body>{body}</body></html>"


def paragraphs(text: str) -> str:
    """The lines of a text, each a paragraph of a web page."""
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line)
