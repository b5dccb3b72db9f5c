"""Pages with characters and ruling lines to blocks: tables in their frames, prose by its lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.report.arranged import blocks_of_grid
from index.report.pdf_break import continues, joined, rows_of
from index.report.pdf_grid import Frame, frames_of, grid_of
from index.report.pdf_lines import Line, lines_of
from index.report.pdf_page import Page
from index.report.pdf_prose import Margins, margins_of, typed_lines, without_margins
from index.report.plain import blocks_of_text
from index.types import Block, Paragraph, Table


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line or a frame, and where on its page it stands."""

    page: int
    top: float
    left: float
    item: Line | Frame


def blocks_of(pages: Sequence[Page]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks of all pages, and the running heads that were left out."""
    pieces: list[_Piece] = []
    for page in pages:
        frames, loose = _framed(page)
        pieces += [_Piece(page.number, frame.top, frame.left, frame) for frame in frames]
        pieces += [_Piece(page.number, line.y - line.size, line.x0, line) for line in loose]
    lines = [piece.item for piece in pieces if isinstance(piece.item, Line)]
    kept, heads = without_margins(lines, [page.height for page in pages])
    seen = {id(line) for line in kept}
    pieces = [p for p in pieces if isinstance(p.item, Frame) or id(p.item) in seen]
    pieces.sort(key=_place)
    return tuple(_in_order(pieces, _margins(kept, pages))), tuple(heads)


def _place(piece: _Piece) -> tuple[int, float, float]:
    return piece.page, piece.top, piece.left


def _framed(page: Page) -> tuple[list[Frame], list[Line]]:
    """The frames of a page with their characters, the innermost first, and all other lines."""
    left = list(page.glyphs)
    frames = []
    for frame in sorted(frames_of(page.rules), key=_area):
        inside = tuple(glyph for glyph in left if frame.holds(glyph))
        if any(not glyph.text.isspace() for glyph in inside):
            left = [glyph for glyph in left if not frame.holds(glyph)]
            frames.append(replace(frame, glyphs=inside))
    return frames, lines_of(left, page.number)


def _area(frame: Frame) -> float:
    return (frame.right - frame.left) * (frame.bottom - frame.top)


def _margins(lines: Iterable[Line], pages: Sequence[Page]) -> dict[int, Margins]:
    """The margins of each page: those of all pages of its width."""
    by_width: dict[int, list[Line]] = {}
    for line in lines:
        by_width.setdefault(round(pages[line.page].width), []).append(line)
    found = {width: margins_of(group) for width, group in by_width.items()}
    return {page.number: found[round(page.width)] for page in pages if round(page.width) in found}


def _in_order(pieces: Sequence[_Piece], margins: dict[int, Margins]) -> Iterator[Block]:
    """Lines to paragraphs, frames to tables; a frame goes on at the top of the next page."""
    lines: list[Line] = []
    frame: Frame | None = None
    page = -1
    for piece in pieces:
        item = piece.item
        if isinstance(item, Line):
            if frame is not None:
                yield from _table(frame)
                frame = None
            lines.append(item)
            continue
        yield from _prose(lines, margins)
        lines = []
        if frame is not None and piece.page == page + 1 and continues(frame, item):
            frame = joined(frame, item)
        else:
            if frame is not None:
                yield from _table(frame)
            frame = item
        page = piece.page
    if frame is not None:
        yield from _table(frame)
    yield from _prose(lines, margins)


def _table(frame: Frame) -> Iterator[Block]:
    yield from blocks_of_grid(Table(rows_of(grid_of(frame)), is_grid=True))


def _prose(lines: Sequence[Line], margins: dict[int, Margins]) -> Iterator[Block]:
    if not lines:
        return
    for block in blocks_of_text(typed_lines(lines, margins[lines[0].page])):
        if isinstance(block, Paragraph):
            block = Paragraph(block.text.replace("\t", " "))
        yield block
