"""Characters to lines of text, and the blanks between them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from index.report.pdf.page import UNREAD
from index.report.pdf.shapes import Glyph

# Of a number in which a digit cannot be read nothing is left, so that nobody takes the rest.
_HALF_NUMBER = re.compile(rf"[\d.,]*{UNREAD}[\d.,{UNREAD}]*")

# Gaps in ems. Programs put up to a quarter between Chinese characters and letters or digits.
_COLUMN_GAP = 1.3
_MIXED_GAP = 0.6
_CHINESE_GAP = 0.24
_DIGIT_GAP = 0.3
_LETTER_GAP = 0.15
# In ems as well: how far baselines on one line may differ, less than half a line.
_LEVEL = 0.35
_FINE_GAP = 0.18  # between columns without rules, that are as close as can be


@dataclass(frozen=True, slots=True)
class Line:
    """Characters on one baseline, from left to right, without blanks at the ends."""

    page: int
    glyphs: tuple[Glyph, ...]
    y: float
    size: float
    text: str  # a blank where words stand apart

    @property
    def x0(self) -> float:
        """Where its text begins."""
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        """Where its text ends."""
        return self.glyphs[-1].x1

    @property
    def tabbed(self) -> str:
        """Its text with a tab between columns."""
        return text_of(self.glyphs, tab="\t")


def lines_of(glyphs: Iterable[Glyph], page: int = 0) -> list[Line]:
    """The lines that characters make, from top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=_height):
        if rows and _is_level(rows[-1], glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    lines = []
    for row in rows:
        seen = _trimmed(sorted(row, key=_left))
        if seen:
            size = median(g.size for g in seen if not g.text.isspace())
            y = median(g.y for g in seen)
            lines.append(Line(page, tuple(seen), y, size, text_of(seen)))
    return lines


def _height(glyph: Glyph) -> float:
    return glyph.y


def _left(glyph: Glyph) -> float:
    return glyph.x0


def _is_level(row: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a character, lower than those of a row, still stands on its line."""
    last = row[-1]
    return glyph.y - row[0].y < _LEVEL * min(max(glyph.size, last.size), 2 * last.size)


def _trimmed(glyphs: list[Glyph]) -> list[Glyph]:
    filled = [i for i, g in enumerate(glyphs) if not g.text.isspace()]
    return glyphs[filled[0] : filled[-1] + 1] if filled else []


def text_of(glyphs: Sequence[Glyph], tab: str = " ") -> str:
    """The text of characters on one line; `tab` stands where a gap is as wide as a column's."""
    pieces: list[str] = []
    last: Glyph | None = None
    is_blank_typed = False
    for glyph in glyphs:
        if glyph.text.isspace():
            is_blank_typed = True
            continue
        if last is not None:
            pieces.append(_between(last, glyph, tab) or (" " if is_blank_typed else ""))
        pieces.append(glyph.text)
        last, is_blank_typed = glyph, False
    text = "".join(pieces)
    return _HALF_NUMBER.sub(UNREAD, text) if UNREAD in text else text


def cells_of(glyphs: Sequence[Glyph], *, is_fine: bool = True) -> list[list[Glyph]]:
    """The characters on a line that stand apart: cells, where the line is a row.

    A fine division is made at any gap at all, also between a word and a number in a sentence.
    """
    cells: list[list[Glyph]] = []
    for glyph in glyphs:
        if glyph.text.isspace():
            continue
        last = cells[-1][-1] if cells else None
        least = _FINE_GAP if is_fine else _MIXED_GAP
        if last is None or _gap(last, glyph) > _usual_gap(last, glyph, least):
            cells.append([])
        cells[-1].append(glyph)
    return cells


def _between(left: Glyph, right: Glyph, tab: str) -> str:
    gap = _gap(left, right)
    if gap > _COLUMN_GAP:
        return tab
    return " " if gap > _usual_gap(left, right, _MIXED_GAP) else ""


def _gap(left: Glyph, right: Glyph) -> float:
    # Fonts that are drawn have a box as narrow as the ink: 目 would stand apart from 数.
    is_chinese = not (left.text[-1].isascii() or right.text[0].isascii())
    size = max(left.size, right.size) if is_chinese else min(left.size, right.size)
    return (right.x0 - left.x1) / max(size, 1.0)


def _usual_gap(left: Glyph, right: Glyph, mixed: float) -> float:
    """What may lie between two characters of one word."""
    one, other = left.text[-1], right.text[0]
    if one.isdigit() and other.isdigit():
        return _DIGIT_GAP
    if one.isascii() and other.isascii():
        return _LETTER_GAP
    return mixed if one.isascii() or other.isascii() else _CHINESE_GAP
