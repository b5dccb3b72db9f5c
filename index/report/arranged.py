"""Tables that also arrange text: titles over the whole width, headings and prose in cells."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from index.report.headings import OFFICIAL, heading_of
from index.report.labels import is_label
from index.report.text.plain import blocks_of_text
from index.types import Block, Paragraph, Table

# No cell of a form holds so much.
_LONGEST_CELL = 150
_SHORTEST_TITLE = 6


def blocks_of_grid(table: Table) -> Iterator[Block]:
    """A table, with the rows that only arrange text as paragraphs before, between and after."""
    kept: list[tuple[str, ...]] = []
    for row in table.rows:
        if is_text(row) or (not kept and _is_title(row)):
            if kept:
                yield Table(tuple(kept), table.is_grid)
                kept = []
            yield from blocks_of_text(line for text in _texts(row) for line in text.split("\n"))
        else:
            kept.append(row)
    if any(any(row) for row in kept):
        yield Table(tuple(kept), table.is_grid)


def blocks_of_paragraphs(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with tables that were typed as paragraphs (tabs, pipes, lines) made tables."""
    for is_text_block, group in groupby(blocks, key=_is_paragraph):
        if is_text_block:
            texts = (block.text for block in group if isinstance(block, Paragraph))
            yield from blocks_of_text(texts)
        else:
            yield from group


def _is_paragraph(block: Block) -> bool:
    return isinstance(block, Paragraph)


def is_text(row: Iterable[str]) -> bool:
    """Whether a row holds prose or a heading of the report."""
    return any(len(text) > _LONGEST_CELL or _is_heading(text) for text in _texts(row))


def _is_heading(text: str) -> bool:
    if not 3 < len(text) < 80 or is_label(text):
        return False
    heading = heading_of(text)
    return heading is not None and heading.sureness == OFFICIAL


def _is_title(row: Iterable[str]) -> bool:
    """One text over the whole width that is no label of the form."""
    texts = _texts(row)
    return len(texts) == 1 and len(texts[0]) >= _SHORTEST_TITLE and not is_label(texts[0])


def _texts(row: Iterable[str]) -> list[str]:
    """The texts of a row; merged cells are repeated, so each stretch of equals counts once."""
    return [text for text, _ in groupby(row) if text]
