"""Tables that go on over a page break: heads printed again, rows and labels cut in two."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.report.labels import goes_on, is_label
from index.report.lines import is_value
from index.report.pdf.grid import Box, Frame, Grid
from index.text import compact
from index.vocabulary.labels import ordinal_of

_NEAR = 4.0  # points by which the halves of a table may be shifted
_MOST_HEADS = 6  # rows


def continues(above: Frame, below: Frame) -> bool:
    """Whether a frame at the top of a page has the edges of the one that ended the page before."""
    return abs(above.left - below.left) < _NEAR and abs(above.right - below.right) < _NEAR


def joined(above: Frame, below: Frame) -> Frame:
    """Two frames as one; the page break stays a ruled line."""
    down = above.bottom - below.top
    rules = (
        rule._replace(at=rule.at + down)
        if rule.is_level
        else rule._replace(start=rule.start + down, end=rule.end + down)
        for rule in below.rules
    )
    glyphs = (glyph._replace(y=glyph.y + down) for glyph in below.glyphs)
    return Frame(
        min(above.left, below.left),
        above.top,
        max(above.right, below.right),
        below.bottom + down,
        (*above.rules, *rules),
        (*above.glyphs, *glyphs),
        (*above.breaks, above.bottom, *(place + down for place in below.breaks)),
    )


def rows_of(grid: Grid) -> tuple[tuple[str, ...], ...]:
    """The rows of a grid, merged cells repeated, made whole again at the page breaks."""
    owner: dict[tuple[int, int], Box] = {}
    for box in grid.boxes:
        box = replace(box)
        owner |= {
            (y, x): box for y in range(box.top, box.bottom) for x in range(box.left, box.right)
        }
    rows = [[owner[(y, x)] for x in range(grid.width)] for y in range(grid.height)]
    # A row in which nothing begins is the lower part of the one above, or empty.
    kept = [y for y, row in enumerate(rows) if any(b.text and b.top == y for b in row)]
    rows = [rows[y] for y in kept]
    for place in sorted(grid.breaks, reverse=True):
        start = sum(y < place for y in kept)
        if 0 < start < len(rows):
            _mend(rows, start)
    return tuple(tuple(box.text for box in row) for row in rows)


Row = list[Box]


def _mend(rows: list[Row], start: int) -> None:
    """Undo what a page break before row `start` did."""
    del rows[start : start + _printed_again(rows, start)]
    if start >= len(rows):
        return
    above, below = rows[start - 1], rows[start]
    is_cut = _is_cut(above, below)
    for upper, lower in _pairs(above, below):
        if is_cut or _is_one_label(upper, lower):
            upper.text = lower.text = upper.text + lower.text
    if is_cut:
        del rows[start]


def _printed_again(rows: Sequence[Row], start: int) -> int:
    """How many rows below the break are the heads of the table once more."""
    for count in range(min(_MOST_HEADS, start, len(rows) - start), 0, -1):
        heads = [[compact(box.text) for box in row] for row in rows[:count]]
        again = [[compact(box.text) for box in row] for row in rows[start : start + count]]
        texts = {text for row in heads for text in row if text}
        if heads == again and texts and not any(map(is_value, texts)):
            return count
    return 0


def _pairs(above: Row, below: Row) -> Iterator[tuple[Box, Box]]:
    """Cells above and below that have the same columns."""
    lowers = {(box.left, box.right): box for box in _each(below)}
    for upper in _each(above):
        lower = lowers.get((upper.left, upper.right))
        if lower is not None:
            yield upper, lower


def _each(row: Row) -> list[Box]:
    """The cells of a row, each once."""
    return [box for i, box in enumerate(row) if i == 0 or row[i - 1] is not box]


def _is_cut(above: Row, below: Row) -> bool:
    """Whether two rows are one that the break cut: never two numbers in one cell."""
    uppers, lowers = _each(above), _each(below)
    if [(b.left, b.right) for b in uppers] != [(b.left, b.right) for b in lowers]:
        return False
    pairs = list(zip(uppers, lowers, strict=True))
    if any(_begins(lower.text, upper.text) for upper, lower in pairs):
        return False
    if any(_are_two(upper.text, lower.text) for upper, lower in pairs):
        return False
    has_values = [any(is_value(box.text) for box in row) for row in (uppers, lowers)]
    if has_values[1]:
        return not has_values[0] and not _are_heads(uppers)
    # Without a number of its own: every piece of text continues one above.
    return all(upper.text or not lower.text for upper, lower in pairs)


def _are_two(upper: str, lower: str) -> bool:
    """Whether two texts are no halves of one, since a value is among them."""
    return bool(upper and lower) and (is_value(upper) or is_value(lower))


def _is_one_label(upper: Box, lower: Box) -> bool:
    """Whether two cells are a label down the side of several rows, cut by the break."""
    is_tall = upper.bottom - upper.top > 1 or lower.bottom - lower.top > 1
    return is_tall and not _begins(lower.text, upper.text) and not is_value(lower.text)


def _begins(text: str, above: str) -> bool:
    """Whether a text is a label of its own, not the rest of the one above."""
    if not text or goes_on(above, text):
        return False
    return bool(ordinal_of(text)) or is_label(text)


def _are_heads(row: Iterable[Box]) -> bool:
    return sum(bool(box.text) for box in row) > 2
