"""What is drawn on a page of a PDF file: characters and ruling lines."""

from typing import NamedTuple


class Glyph(NamedTuple):
    """A character: its text, the space it takes on its line, its baseline and its size."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    run: int  # characters that were drawn with one command have the same

    @property
    def middle(self) -> float:
        """The height at which a reader would say that it stands."""
        return self.y - 0.35 * self.size


class Rule(NamedTuple):
    """A ruling line: level or upright, where it lies, and from where to where it goes."""

    is_level: bool
    at: float
    start: float
    end: float
