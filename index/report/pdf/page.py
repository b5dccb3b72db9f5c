"""A page of a PDF file as it is drawn: its characters and its ruling lines, read with pdfium.

Coordinates are points from the upper left corner, as the text runs: a page that is printed
sideways is turned first.
"""

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import pi
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from index.report.pdf.marks import without_notes, without_struck
from index.report.pdf.shapes import Glyph, Rule
from index.text import real_characters

# Stands for a character of which the file does not say what it is.
UNREAD = "\ufffd"
# Lines are drawn as strokes, or as rectangles as thin as this.
_THICKEST_RULE = 2.5
_SHORTEST_RULE = 3.0
# What has more parts is a drawing: a map, a chart, a seal.
_MOST_SEGMENTS = 2_000
_MOST_RULES = 8_000
_MOST_CHARACTERS = 60_000
_MOST_ASKEW = 0.08  # quarters of a turn: what stands more askew belongs to no line


@dataclass(frozen=True, slots=True)
class Page:
    """What is drawn on a page; `unread` counts characters for which the file has no text."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    unread: int = 0
    has_scan: bool = False  # a picture covers the page
    hidden: int = 0  # characters that are not painted: a layer of recognised text


def read_pages(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    """The pages of an open document, one at a time."""
    for number in range(len(document)):
        page = document[number]
        try:
            yield _read_page(page, number)
        finally:
            page.close()


def _read_page(page: pypdfium2.PdfPage, number: int) -> Page:
    left, bottom, right, top = page.get_bbox()
    text = page.get_textpage()
    try:
        characters = _characters(text, (left, bottom, right, top))
    finally:
        text.close()
    rules, covered = _drawn(page)
    area = max((right - left) * (top - bottom), 1.0)
    turn = _Turn(_angle_of(characters), left, bottom, right, top)
    glyphs = tuple(
        Glyph(UNREAD if c.is_unread else c.text, *turn.span(c), c.run)
        for c in characters
        if c.text
    )
    straight = tuple(turn.rule(*rule) for rule in rules)
    glyphs, straight = without_struck(without_notes(_without_doubles(glyphs)), straight)
    return Page(
        number,
        turn.width,
        turn.height,
        glyphs,
        straight,
        sum(c.is_unread for c in characters),
        covered > 0.6 * area,
        sum(c.is_hidden for c in characters),
    )


class _Character(NamedTuple):
    """A character as pdfium gives it, from the lower left corner."""

    text: str
    box: tuple[float, float, float, float]  # left, bottom, right, top
    origin: tuple[float, float]
    quarter: int  # how often it is turned by 90 degrees
    run: int
    is_unread: bool
    is_hidden: bool


def _characters(
    text: pypdfium2.PdfTextPage, bounds: tuple[float, float, float, float]
) -> list[_Character]:
    left, bottom, right, top = bounds
    found = []
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    for index in range(min(pdfium.FPDFText_CountChars(text), _MOST_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        if not (left <= x.value <= right and bottom <= y.value <= top):
            continue
        angle = pdfium.FPDFText_GetCharAngle(text, index) / (pi / 2)
        if abs(angle - round(angle)) > _MOST_ASKEW:
            continue  # a watermark across the page
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        owner = pdfium.FPDFText_GetTextObject(text, index)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(owner) if owner else 0
        spelled = _spelled(code)
        found.append(
            _Character(
                spelled,
                (box.left, box.bottom, box.right, box.top),
                (x.value, y.value),
                -round(angle) % 4,
                ctypes.cast(owner, ctypes.c_void_p).value or 0 if owner else 0,
                spelled == UNREAD or pdfium.FPDFText_HasUnicodeMapError(text, index) == 1,
                mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
            )
        )
    return found


def _spelled(code: int) -> str:
    """The character of a code; "" for one without width, U+FFFD for one that says nothing."""
    if code in (0xFFFE, 0x2, 0xAD):  # how pdfium gives a hyphen at the end of a line
        return "-"
    if code == 0 or code >= 0x110000 or 0xD800 <= code < 0xE000 or 0xE000 <= code < 0xF900:
        return UNREAD
    character = chr(code)
    if unicodedata.category(character) in ("Cc", "Cf"):
        return " " if character in "\t\r\n" else ""
    return real_characters(character)


def _angle_of(characters: Sequence[_Character]) -> int:
    """How the text of the page runs, in quarters of a turn."""
    counted = Counter(c.quarter for c in characters if not c.text.isspace())
    return counted.most_common(1)[0][0] if counted else 0


@dataclass(frozen=True, slots=True)
class _Turn:
    """How a page must be turned for its text to run from left to right."""

    quarters: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """The width of the turned page."""
        across, down = self.right - self.left, self.top - self.bottom
        return down if self.quarters % 2 else across

    @property
    def height(self) -> float:
        """The height of the turned page."""
        across, down = self.right - self.left, self.top - self.bottom
        return across if self.quarters % 2 else down

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page, from the upper left corner of the turned one."""
        match self.quarters:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
        return x - self.left, self.top - y

    def span(self, character: _Character) -> tuple[float, float, float, float]:
        """From where to where a character goes on its line, its baseline and its size."""
        left, bottom, right, top = character.box
        xa, ya = self.point(left, bottom)
        xb, yb = self.point(right, top)
        x0, x1 = min(xa, xb), max(xa, xb)
        tall = abs(yb - ya)
        _, y = self.point(*character.origin)
        if character.quarter != self.quarters:  # turned by itself: its box says more
            y = max(ya, yb) - 0.15 * tall
        size = x1 - x0 if _is_wide(character.text) else tall
        return x0, x1, y, max(size, 1.0)

    def rule(self, xa: float, ya: float, xb: float, yb: float) -> Rule:
        """A line between two points of the page."""
        xa, ya = self.point(xa, ya)
        xb, yb = self.point(xb, yb)
        if abs(xb - xa) >= abs(yb - ya):
            return Rule(True, (ya + yb) / 2, min(xa, xb), max(xa, xb))
        return Rule(False, (xa + xb) / 2, min(ya, yb), max(ya, yb))


def _is_wide(text: str) -> bool:
    return bool(text) and unicodedata.east_asian_width(text[0]) in "WF"


def _without_doubles(glyphs: Iterable[Glyph]) -> tuple[Glyph, ...]:
    """Each character once: bold is often made by drawing it twice."""
    kept: list[Glyph] = []
    seen: dict[tuple[str, int], list[Glyph]] = {}
    for glyph in glyphs:
        reach = max(0.5, 0.12 * glyph.size)
        row = round(glyph.y)
        near = (g for y in (row - 1, row, row + 1) for g in seen.get((glyph.text, y), ()))
        if any(abs(g.x0 - glyph.x0) < reach and abs(g.y - glyph.y) < reach for g in near):
            continue
        seen.setdefault((glyph.text, row), []).append(glyph)
        kept.append(glyph)
    return tuple(kept)


Line = tuple[float, float, float, float]


def _drawn(page: pypdfium2.PdfPage) -> tuple[list[Line], float]:
    """The straight lines on a page, and the area of its largest picture."""
    lines: list[Line] = []
    covered = 0.0
    wanted = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE]
    for item in page.get_objects(filter=wanted):
        if len(lines) > _MOST_RULES:
            return [], covered
        matrix = item.get_matrix()
        outer = item.container
        while outer is not None:
            matrix = matrix.multiply(outer.get_matrix())
            outer = outer.container
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            xs, ys = zip(*(matrix.on_point(x, y) for x in (0, 1) for y in (0, 1)), strict=True)
            covered = max(covered, (max(xs) - min(xs)) * (max(ys) - min(ys)))
            lines += _thin((min(xs), min(ys), max(xs), max(ys)))
        else:
            lines += _lines_of(item, matrix)
    return lines, covered


def _lines_of(path: pypdfium2.PdfObject, matrix: pypdfium2.PdfMatrix) -> Iterator[Line]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    previous: Line | None = None
    for points, is_closed in _subpaths(path, matrix):
        if stroke.value:
            ends = [*points[1:], points[0]] if is_closed else points[1:]
            for (xa, ya), (xb, yb) in zip(points, ends, strict=False):
                if _is_straight(xb - xa, yb - ya):
                    yield xa, ya, xb, yb
        xs, ys = zip(*points, strict=True)
        box = (min(xs), min(ys), max(xs), max(ys))
        if fill.value:
            yield from _thin(box)
            if previous is not None:
                yield from _frame(previous, box)
        previous = box


def _subpaths(
    path: pypdfium2.PdfObject, matrix: pypdfium2.PdfMatrix
) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """The corners of each part of a path, and whether it is closed."""
    count = pdfium.FPDFPath_CountSegments(path)
    if not 1 < count <= _MOST_SEGMENTS:
        return
    points: list[tuple[float, float]] = []
    is_closed = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, is_closed
            points, is_closed = [], False
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(matrix.on_point(x.value, y.value))
        is_closed = is_closed or bool(pdfium.FPDFPathSegment_GetClose(segment))
    if len(points) > 1:
        yield points, is_closed


def _is_straight(dx: float, dy: float) -> bool:
    short, long = sorted((abs(dx), abs(dy)))
    return short <= 1.0 and long >= _SHORTEST_RULE


def _thin(box: Line) -> Iterator[Line]:
    """The line that a thin rectangle is, from the middle of one short side to the other."""
    left, bottom, right, top = box
    across, down = right - left, top - bottom
    if down <= _THICKEST_RULE < across and across >= _SHORTEST_RULE:
        yield left, (bottom + top) / 2, right, (bottom + top) / 2
    elif across <= _THICKEST_RULE < down and down >= _SHORTEST_RULE:
        yield (left + right) / 2, bottom, (left + right) / 2, top


def _frame(outer: Line, inner: Line) -> Iterator[Line]:
    """The four lines of a border that is drawn as one rectangle within another."""
    if inner[0] < outer[0]:
        outer, inner = inner, outer
    gaps = (inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3])
    if all(0 <= gap <= _THICKEST_RULE for gap in gaps) and max(gaps) > 0:
        left, bottom, right, top = outer
        yield left, bottom, right, bottom
        yield left, top, right, top
        yield left, bottom, left, top
        yield right, bottom, right, top
