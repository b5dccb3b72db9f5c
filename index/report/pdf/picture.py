"""Pages as pictures: set upright, with the ruling lines and the ink that is seen in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

from index.report.pdf.shapes import Rule

_DOTS = 200  # per inch
_SCALE = _DOTS / 72
_LONGEST_SIDE = 4_000  # pixels
_SHORTEST_RULE = 30  # pixels
_THICKEST_RULE = 12
_MOST_SKEW = 3.0  # degrees
_SMALLEST_INK = 10  # pixels: what is smaller is dirt
_AROUND = 41  # pixels
_DARKER = 14  # of 255

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in grey, set upright; `scale` is pixels for each point."""

    pixels: Pixels
    scale: float

    @property
    def width(self) -> int:
        """Its width in pixels."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Its height in pixels."""
        return int(self.pixels.shape[0])

    def part(self, area: Area) -> Pixels:
        """A part of it with a white edge, as recognisers like it."""
        cut = self.pixels[int(area.top) : int(area.bottom), int(area.left) : int(area.right)]
        return np.pad(cut, ((6, 6), (10, 10), (0, 0)), constant_values=255)

    def rules(self) -> tuple[Rule, ...]:
        """The ruling lines that are seen in it."""
        ink = _ink(self.pixels)
        return (*_lines(ink, is_level=True), *_lines(ink, is_level=False))

    def trimmed(self, area: Area) -> Area | None:
        """The area without the white and the rules around its ink; None where it has none."""
        left, top = max(int(area.left) + 3, 0), max(int(area.top), 0)
        ink = _ink(self.pixels[top : int(area.bottom), left : int(area.right) - 3])
        if ink.size == 0:
            return None
        rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
        if not rows.size or max(np.ptp(rows), np.ptp(columns)) < _SMALLEST_INK:
            return None
        return Area(
            left + max(float(columns[0]) - 3, 0.0),
            top + max(float(rows[0]) - 3, 0.0),
            left + float(columns[-1]) + 4,
            top + float(rows[-1]) + 4,
        )

    def ink_outside(self, seen: Sequence[Area], rules: Sequence[Rule]) -> Iterator[Area]:
        """Where something of the size of writing is drawn outside these areas and rules."""
        ink = _ink(self.pixels)
        for area in seen:
            ink[int(area.top) : int(area.bottom) + 1, int(area.left) : int(area.right) + 1] = 0
        for rule in rules:
            at, start, end = int(rule.at), max(int(rule.start) - 4, 0), int(rule.end) + 5
            near = slice(max(at - 5, 0), at + 6)
            ink[(near, slice(start, end)) if rule.is_level else (slice(start, end), near)] = 0
        joined = cv2.dilate(ink, np.ones((3, 15), np.uint8))
        _, _, found, _ = cv2.connectedComponentsWithStats(joined)
        for left, top, width, height, _ in found[1:]:
            if _SMALLEST_INK <= height <= 60 and 4 <= width - 14 <= self.width / 2:
                yield Area(left + 4, top - 3, left + width - 4, top + height + 3)


def pictures_of(path: Path) -> Iterator[Picture]:
    """The pages of a PDF file as pictures, one at a time."""
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            width, height = page.get_size()
            scale = min(_SCALE, _LONGEST_SIDE / max(width, height, 1.0))
            bitmap = page.render(scale=scale, grayscale=True)
            grey = bitmap.to_numpy().reshape(bitmap.height, bitmap.width).copy()
            page.close()
            yield Picture(cv2.cvtColor(_upright(grey), cv2.COLOR_GRAY2BGR), scale)


def _upright(grey: Pixels) -> Pixels:
    """The page turned so far that its lines are level."""
    angle = _skew(grey)
    if abs(angle) < 0.05:
        return grey
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned: Pixels = cv2.warpAffine(grey, turn, (width, height), borderValue=255)
    return turned


def _skew(grey: Pixels) -> float:
    """By how many degrees long level lines, or else lines of text, lean."""
    ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    ink = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, 25), np.uint8))
    least = int(grey.shape[1] * 0.25)
    found = cv2.HoughLinesP(ink, 1, np.pi / 1800, 200, minLineLength=least, maxLineGap=8)
    if found is None:
        return 0.0
    ends = found.reshape(-1, 4).astype(float)
    angles = np.degrees(np.arctan2(ends[:, 3] - ends[:, 1], ends[:, 2] - ends[:, 0]))
    angles = angles[np.abs(angles) < _MOST_SKEW]
    return float(np.median(angles)) if angles.size else 0.0


def _ink(pixels: Pixels) -> Pixels:
    """255 where something is drawn, 0 elsewhere: darker than what is around it."""
    grey = pixels if pixels.ndim == 2 else np.ascontiguousarray(pixels[:, :, 0])
    if grey.size == 0:
        return grey
    drawn: Pixels = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _AROUND, _DARKER
    )
    return drawn


def _lines(ink: Pixels, *, is_level: bool) -> Iterator[Rule]:
    shape = (1, _SHORTEST_RULE) if is_level else (_SHORTEST_RULE, 1)
    # A rule that leans a little is still one: close small steps first.
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    long = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
    _, _, found, _ = cv2.connectedComponentsWithStats(long)
    for left, top, width, height, _ in found[1:]:
        thick, length = (height, width) if is_level else (width, height)
        if thick > _THICKEST_RULE or length < _SHORTEST_RULE:
            continue
        if is_level:
            yield Rule(True, float(top + height / 2), float(left), float(left + width))
        else:
            yield Rule(False, float(left + width / 2), float(top), float(top + height))
