"""What a file offers to tell whose report it is and for which year."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from index.report.chrome import is_listed
from index.types import Paragraph, Section


@dataclass(frozen=True, slots=True)
class Clues:
    """What may say whose report a file is, and for which year; what was told wins over all."""

    titles: tuple[str, ...]  # lines that look like a title, then <title>, properties; surest first
    around: tuple[str, ...]  # chrome: breadcrumbs, boxes
    before: tuple[str, ...]  # paragraphs before the first section heading
    sections: tuple[Section, ...]
    after: tuple[str, ...]  # signature lines at the end
    path: Path
    root: Path | None = None  # the folder that was given; folders below it may name the place
    url: str | None = None
    issuer: str | None = None
    year: int | None = None
    region: str | None = None

    @property
    def opening(self) -> tuple[str, ...]:
        """The paragraphs in which a report says what it is: before and in its first section.

        Links to other reports are none of them.
        """
        first = [section for section in self.sections if section.number in (0, 1)]
        before = (line for line in self.before if not is_listed(line))
        return (*before, *_paragraphs(first or self.sections[:1]))

    @property
    def closing(self) -> tuple[str, ...]:
        """The last lines, where a report is signed."""
        return self.after or tuple(_paragraphs(self.sections[-1:]))[-3:]

    @property
    def host(self) -> str:
        """The host of its address, empty where there is none."""
        try:
            return urlsplit(self.url or "").hostname or ""
        except ValueError:  # an address that is none
            return ""

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that may name a place, the nearest first."""
        if self.root is None:
            return (self.path.parent.name,)
        below = self.path.relative_to(self.root) if self.path.is_relative_to(self.root) else None
        parts = below.parts[:-1] if below else ()
        return (*reversed(parts), self.root.name)


def _paragraphs(sections: tuple[Section, ...] | list[Section]) -> list[str]:
    return [b.text for s in sections for b in s.blocks if isinstance(b, Paragraph)]
