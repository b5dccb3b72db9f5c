"""Pictures of pages to characters and ruling lines, by a recogniser that runs on this machine.

Words that were taken for one although a rule goes between them are cut there and read again, and
ink that was passed over is looked at once more: what stays unread must not pass for an empty
cell.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from rapidocr import RapidOCR

from index.report.pdf.grid import frames_of
from index.report.pdf.page import UNREAD, Page
from index.report.pdf.picture import Area, Picture, pictures_of
from index.report.pdf.shapes import Glyph, Rule

_LEAST_SURE = 0.6
# A table takes at least this share of its page.
_LEAST_WIDTH, _LEAST_HEIGHT = 0.2, 0.02
# Recognisers put blanks behind punctuation that is as wide as a character.
_BLANK = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f\s])")

Written = tuple[Area, str, float]  # where, what, how sure


def recognised_pages(path: Path) -> Iterator[Page]:
    """The pages of a scan, one at a time."""
    reader = _Reader()
    for number, picture in enumerate(pictures_of(path)):
        yield reader.page(picture, number)


class _Reader:
    """The recogniser: its models are loaded once for all pages."""

    def __init__(self) -> None:
        self._recognise = RapidOCR(params={"Global.log_level": "error"})

    def page(self, picture: Picture, number: int) -> Page:
        """The characters and rules of a picture, in points."""
        lines = self._lines(picture)
        rules = _of_tables(
            [r for r in picture.rules() if not any(_is_stroke(r, area) for area, *_ in lines)],
            picture,
        )
        glyphs: list[Glyph] = []
        for area, text, score in self._pieces(picture, lines, rules):
            spelled = text if score >= _LEAST_SURE else UNREAD * max(len(text), 1)
            glyphs.extend(_spread(spelled, area, len(glyphs), picture.scale))
        unread = sum(glyph.text == UNREAD for glyph in glyphs)
        scaled = tuple(_scaled(rule, picture.scale) for rule in rules)
        width, height = (side / picture.scale for side in (picture.width, picture.height))
        return Page(number, width, height, tuple(glyphs), scaled, unread, has_scan=True)

    def _lines(self, picture: Picture) -> list[Written]:
        """The lines of text as they are found on the whole page."""
        # Without looking for text upside down, which makes 66 of 99.
        result = self._recognise(picture.pixels, use_cls=False)
        boxes = getattr(result, "boxes", None)  # nothing of the kind for an empty page
        found = () if boxes is None else (boxes, result.txts, result.scores)
        lines = []
        for corners, text, score in zip(*found, strict=True):
            xs, ys = zip(*((float(x), float(y)) for x, y in corners), strict=True)
            area = Area(min(xs), min(ys), max(xs), max(ys))
            lines.append((area, _BLANK.sub("", str(text)), float(score)))
        return lines

    def _pieces(
        self, picture: Picture, lines: Sequence[Written], rules: Sequence[Rule]
    ) -> Iterator[Written]:
        """What is written in each cell, and what the first look left out."""
        for area, text, score in lines:
            parts = list(_cut(area, rules))
            if len(parts) == 1:
                yield area, text, score
                continue
            for part in parts:
                yield from self._read_again(picture, part)
        for area in picture.ink_outside([area for area, *_ in lines], rules):
            yield from self._read_again(picture, area)

    def _read_again(self, picture: Picture, area: Area) -> Iterator[Written]:
        """One line of text at a known place; ink that says nothing is no empty cell."""
        inner = picture.trimmed(area)
        if inner is None:
            return
        result = self._recognise(picture.part(inner), use_det=False, use_cls=False, use_rec=True)
        text = _BLANK.sub("", "".join(map(str, result.txts or ())))
        score = min(map(float, result.scores or ()), default=0.0)
        yield inner, text, score if text.strip() else 0.0


def _of_tables(rules: Sequence[Rule], picture: Picture) -> list[Rule]:
    """The rules that hang together over as much of the page as a table takes."""
    return [
        rule
        for frame in frames_of(rules)
        if frame.right - frame.left > _LEAST_WIDTH * picture.width
        and frame.bottom - frame.top > _LEAST_HEIGHT * picture.height
        for rule in frame.rules
    ]


def _is_stroke(rule: Rule, area: Area) -> bool:
    """Whether a line is part of a character: 一, or the side of a bold 门."""
    near = 0.15 * (area.bottom - area.top)
    if rule.is_level:
        return (
            area.left - near <= rule.start
            and rule.end <= area.right + near
            and area.top + near <= rule.at <= area.bottom - near
        )
    return (
        area.top - near <= rule.start
        and rule.end <= area.bottom + near
        and area.left <= rule.at <= area.right
    )


def _cut(area: Area, rules: Sequence[Rule]) -> Iterator[Area]:
    """The parts of an area between the rules that go down through it."""
    middle = (area.top + area.bottom) / 2
    reach = 0.3 * (area.bottom - area.top)
    cuts = sorted(
        rule.at
        for rule in rules
        if not rule.is_level
        and rule.start <= middle <= rule.end
        and area.left + reach < rule.at < area.right - reach
    )
    edges = [area.left, *cuts, area.right]
    for left, right in pairwise(edges):
        if right - left > reach:
            yield Area(left, area.top, right, area.bottom)


def _spread(text: str, area: Area, run: int, scale: float) -> Iterator[Glyph]:
    """The characters of a line, each at about its place."""
    widths = [1.0 if unicodedata.east_asian_width(ch) in "WF" else 0.55 for ch in text]
    unit = (area.right - area.left) / max(sum(widths), 0.5)
    size = (area.bottom - area.top) / scale * 0.8
    x = area.left
    base = (area.top + area.bottom) / 2 / scale + 0.35 * size
    for character, width in zip(text, widths, strict=True):
        yield Glyph(character, x / scale, (x + width * unit) / scale, base, size, run)
        x += width * unit


def _scaled(rule: Rule, scale: float) -> Rule:
    return Rule(rule.is_level, rule.at / scale, rule.start / scale, rule.end / scale)
