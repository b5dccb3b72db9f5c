"""What a reader hands on: the blocks of a file, and what stands around them."""

from dataclasses import dataclass, field

from index.types import Block, Finding, Table


@dataclass(frozen=True, slots=True)
class Content:
    """A file as read, before anything is known about sections or who wrote it.

    `titles` are what the file itself sets as its title (headings, properties), the surest
    first; `around` is text that is not the report but may say whose it is: breadcrumbs, boxes.
    """

    format: str  # html, docx, txt, pdf, doc, scan
    blocks: tuple[Block, ...]
    titles: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in order."""
        return tuple(b for b in self.blocks if isinstance(b, Table))
