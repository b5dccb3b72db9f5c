"""Pages with characters and ruling lines to blocks: tables in their frames, prose by its lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.report.arranged import blocks_of_grid
from index.report.labels import is_label, is_telling
from index.report.lines import is_value
from index.report.pdf.breaks import continues, joined, rows_of
from index.report.pdf.grid import Frame, frames_of, grid_of
from index.report.pdf.lines import Line, cells_of, lines_of, text_of
from index.report.pdf.page import Page
from index.report.pdf.prose import Margins, margins_of, typed_lines, without_margins
from index.report.pdf.shapes import Glyph, Rule
from index.report.text.plain import blocks_of_text
from index.types import Block, Paragraph, Table
from index.vocabulary.labels import plain_label
from index.vocabulary.metrics.applications import MEMBERS
from index.vocabulary.metrics.disputes import BLOCKS, OUTCOMES
from index.vocabulary.metrics.regulations import REGULATIONS

_MOST_DIVIDED = 6  # columns; with more, all of a table is divided
_FEWEST_NUMBERS = 6  # columns of a table of numbers
_FEWEST_PILED = 3
_FEWEST_BESIDE = 3
_LONG = 40
# What stands above numbers, not beside them.
_HEADS = frozenset(
    plain_label(head)
    for head in (
        "信息内容",
        "申请人情况",
        *(column for m in REGULATIONS for column in m.columns),
        *(column for m in MEMBERS for column in m.columns),
        *(label for _, label, _ in (*BLOCKS, *OUTCOMES)),
    )
)
_COLUMN_GAP = 1.3  # ems
_ROWS = ("本年新收", "上年结转", "予以公开", "国家秘密", "重复申请", "无法提供", "不予处理")


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
    whole = [frame for frame in frames if not _is_partial(frame, left, page.number)]
    if len(whole) < len(frames):
        framed = {id(glyph) for frame in whole for glyph in frame.glyphs}
        left = [glyph for glyph in page.glyphs if id(glyph) not in framed]
    return whole, lines_of(left, page.number)


def _is_partial(frame: Frame, loose: Sequence[Glyph], page: int) -> bool:
    """Whether rules divide a table only in part: then its columns are told by their places."""
    columns = len({round(rule.at) for rule in frame.rules if not rule.is_level}) - 1
    outside = [g for g in loose if g.x1 < frame.left and frame.spans(g)]
    left = _baselines(outside)
    right = _baselines(g for g in loose if g.x0 > frame.right and frame.spans(g))
    if columns > _MOST_DIVIDED and max(left, right) < _FEWEST_BESIDE:
        return False
    texts = [box.text for box in grid_of(frame).boxes if box.text]
    if any(map(_is_piled, texts)) or _has_undivided_numbers(frame, page):
        return True
    labels = sum(map(is_label, texts))
    if right >= _FEWEST_BESIDE and labels >= _FEWEST_BESIDE:
        return not any(map(is_value, texts))
    if any(is_telling(text) and plain_label(text) not in _HEADS for text in texts):
        return False
    beside = [line.text for line in lines_of(outside, page)]
    if any(is_label(text) and plain_label(text) not in _HEADS for text in beside):
        return True
    return left >= _FEWEST_BESIDE and columns >= _FEWEST_NUMBERS


def _baselines(glyphs: Iterable[Glyph]) -> int:
    """On how many lines these characters stand."""
    return len({round(glyph.y) for glyph in glyphs if glyph.text.strip()})


def _is_piled(text: str) -> bool:
    """Whether a cell holds the labels of several rows."""
    return len(text) > _LONG and sum(label in text for label in _ROWS) >= _FEWEST_PILED


def _has_undivided_numbers(frame: Frame, page: int) -> bool:
    """Whether numbers stand columns apart on a line with no rule between them."""
    uprights = [rule for rule in frame.rules if not rule.is_level]
    for line in lines_of(frame.glyphs, page):
        cells = cells_of(line.glyphs)
        undivided = 0
        for one, other in pairwise(cells):
            left, right = one[-1], other[0]
            is_wide = right.x0 - left.x1 > _COLUMN_GAP * line.size
            if is_wide and is_value(text_of(one)) and is_value(text_of(other)):
                undivided += not any(_is_between(rule, left, right) for rule in uprights)
        if undivided + 1 >= _FEWEST_PILED:
            return True
    return False


def _is_between(rule: Rule, left: Glyph, right: Glyph) -> bool:
    return left.x1 - 1 <= rule.at <= right.x0 + 1 and rule.start <= left.middle <= rule.end


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
