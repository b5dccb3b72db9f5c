"""Lines of a PDF file to lines of text as they were typed: wraps joined, margins left out."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.report.headings import TOPICAL, heading_of
from index.report.lines import Role, read_line
from index.report.pdf.lines import Line
from index.report.pdf.page import UNREAD
from index.report.pdf.rows import rows_of, stretches
from index.report.pdf.shapes import Glyph

_MARGIN = 0.09  # the share of a page at its top and bottom where page numbers stand
_NUMBER = r"\d{1,3}"
_PAGE_NUMBER = re.compile(
    rf"[-—–－_·•~\s]*第?\s*(?P<page>{_NUMBER})\s*页?\s*(?:[/／]\s*共?\s*{_NUMBER}\s*页?|[,，(（]?\s*共"
    rf"\s*{_NUMBER}\s*页[)）]?)?[-—–－_·•~\s]*",
)
_PRINTED_BY = re.compile(
    rf"(?:file|https?)://\S+(?:\s+{_NUMBER}/{_NUMBER})?|\d+/\d+/\d+[,，]\s*\d+:\d+.*"
)
_CLOSING = "，。；：、！？）】》”’」』〉,.;:!?)]}%％…"
_OPENING = "（【《“‘「『〈([{"
_POINT = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[)）、是]|[（(]\d{1,2}[)）]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十][，,]"
)
_INDENT = 0.8  # ems
_SLACK = 0.7  # ems that a full line may stay short of the margin
_MANY = 5  # lines


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the text of a page begins and ends, and how far its lines are apart."""

    left: float
    right: float
    leading: float


def without_margins(
    lines: Sequence[Line], heights: Sequence[float]
) -> tuple[list[Line], list[str]]:
    """The lines without page numbers and running heads, and the texts of the heads."""
    edge = {id(line) for line in lines if _is_at_edge(line, heights[line.page])}
    repeated = _repeated([line for line in lines if id(line) in edge], len(heights))
    offset = _numbering([line for line in lines if id(line) in edge], len(heights))
    kept, heads = [], []
    for line in lines:
        text = line.text
        if id(line) not in edge:
            kept.append(line)
        elif _key(line) in repeated or _PRINTED_BY.fullmatch(text):
            parts = line.tabbed.split("\t")
            heads += [part for part in parts if not _PRINTED_BY.fullmatch(part)]
        elif offset is None or _page_number(text) != line.page + offset:
            kept.append(line)
    return kept, [head for head in dict.fromkeys(heads) if _page_number(head) is None]


def _is_at_edge(line: Line, height: float) -> bool:
    return line.y < _MARGIN * height or line.y > (1 - _MARGIN) * height


def _key(line: Line) -> tuple[str, int]:
    """What a running head keeps from page to page: all but numbers, and its height."""
    return re.sub(r"\d+", "#", line.text), round(line.y / 3)


def _repeated(lines: Iterable[Line], pages: int) -> set[tuple[str, int]]:
    counted = Counter(dict.fromkeys(((_key(line), line.page) for line in lines), 0).keys())
    by_key = Counter(key for key, _ in counted)
    return {
        key
        for key, count in by_key.items()
        if count >= max(2, (pages + 1) // 2) and re.search(r"[^\W\d_]", key[0])
    }


def _numbering(lines: Iterable[Line], pages: int) -> int | None:
    """What to add to the place of a page for its printed number, where pages are numbered."""
    offsets = Counter(
        number - line.page for line in lines if (number := _page_number(line.text)) is not None
    )
    if not offsets:
        return None
    offset, count = offsets.most_common(1)[0]
    return offset if count >= min(2, pages) and (count > 1 or offset == 1) else None


def _page_number(text: str) -> int | None:
    match = _PAGE_NUMBER.fullmatch(text)
    return int(match["page"]) if match else None


def margins_of(lines: Sequence[Line]) -> Margins:
    """Where most lines begin, and where the full ones end."""
    long = [line for line in lines if len(line.glyphs) >= 15] or list(lines)
    lefts = Counter(round(line.x0 / 2) for line in long)
    usual = max(2, 0.15 * len(long))
    places = [place for place, count in lefts.items() if count >= usual] or list(lefts)
    gaps = Counter(
        round(below.y - above.y)
        for above, below in pairwise(long)
        if above.page == below.page and below.y > above.y
    )
    return Margins(
        2 * min(places, default=0.0),
        _right(long),
        float(gaps.most_common(1)[0][0]) if gaps else 0.0,
    )


def _right(lines: Sequence[Line]) -> float:
    """Where full lines end: at the furthest end, unless that one stands out and many agree."""
    ends = sorted((_end_of_words(line) for line in lines), reverse=True)
    if not ends:
        return 0.0
    reach = 1.2 * max(line.size for line in lines[:20])
    near = [sum(end - reach < other <= end for other in ends) for end in ends]
    if near[0] == 1 and max(near) >= _MANY:
        return ends[near.index(max(near))]
    return ends[0]


def _end_of_words(line: Line) -> float:
    """Where a line ends but for a mark, which may hang beyond the margin."""
    words = [glyph for glyph in line.glyphs if glyph.text not in _CLOSING]
    return words[-1].x1 if words else line.x1


def typed_lines(lines: Sequence[Line], margins: Margins) -> Iterator[str]:
    """The lines of text as they were typed, before a program wrapped them at the margin.

    Rows of tables have a tab between their cells.
    """
    for is_table, group in stretches(lines, margins.right):
        if is_table:
            yield from ("\t".join(row) for row in rows_of(group))
        else:
            yield from _unwrapped(group, margins)


def _unwrapped(lines: Sequence[Line], margins: Margins) -> Iterator[str]:
    text = ""
    last: Line | None = None
    is_indented = False  # whether the paragraph began so, as those below it then will
    for line in lines:
        if last is not None and _goes_on(last, line, margins, is_indented=is_indented):
            text += _seam(text, line.text) + line.text
        else:
            if text:
                yield text
            text = line.text.lstrip(UNREAD)  # a bullet
            is_indented = line.x0 > margins.left + _INDENT * line.size
            if "\t" in line.tabbed and read_line(line.tabbed).role is Role.TABLE:
                text = line.tabbed
        last = line
    if text:
        yield text


def _goes_on(last: Line, line: Line, margins: Margins, *, is_indented: bool) -> bool:
    """Whether a line is the rest of the one above it."""
    size = max(last.size, line.size)
    if abs(last.size - line.size) > 0.15 * size:
        return False
    if line.x0 > margins.left + _INDENT * size:
        return _is_long_title(last, line, margins)
    is_far = line.page == last.page and line.y - last.y > 1.5 * (margins.leading or 1.6 * size)
    if is_far or (line.page == last.page and line.y <= last.y):
        return False
    room = margins.right - last.x1 - _width_of_start(line.glyphs)
    if room > _SLACK * size:
        return False
    if _is_heading(last, line) or _is_signature(last, line, margins):
        return False
    return is_indented or not _is_point(last, line)


def _is_signature(last: Line, line: Line, margins: Margins) -> bool:
    """Whether a short line without any mark follows a sentence that happens to fill its line."""
    is_short = margins.right - line.x1 > 2 * line.size
    return is_short and last.text[-1] in "。！？" and line.text[-1] not in _CLOSING


def _is_long_title(last: Line, line: Line, margins: Margins) -> bool:
    """Whether two lines in the middle of the page are a title too long for one."""
    middle = (margins.left + margins.right) / 2
    is_centred = all(abs((x.x0 + x.x1) / 2 - middle) < x.size for x in (last, line))
    room = margins.right - margins.left - (last.x1 - last.x0) - _width_of_start(line.glyphs)
    is_near = line.page == last.page and line.y - last.y < 2.5 * line.size
    return is_centred and is_near and room < _SLACK * line.size


def _is_heading(last: Line, line: Line) -> bool:
    """Whether a heading follows a sentence that happens to fill its line, or is one itself."""
    if read_line(last.text).role is Role.HEADING:
        return True
    heading = heading_of(line.text)
    return _is_ended(last) and heading is not None and heading.sureness >= TOPICAL


def _is_point(last: Line, line: Line) -> bool:
    """Whether a point of a list follows such a sentence."""
    return _is_ended(last) and bool(_POINT.match(line.text))


def _is_ended(line: Line) -> bool:
    return line.text[-1] in "。；！？：…”"


def _width_of_start(glyphs: Sequence[Glyph]) -> float:
    """The width of what cannot be wrapped: a word or number, a character with its marks."""
    end = 0
    while end < len(glyphs) - 1 and glyphs[end].text in _OPENING:
        end += 1
    if not _is_wide(glyphs[end]):
        while end < len(glyphs) - 1 and _is_of_word(glyphs[end + 1]):
            end += 1
    while end < len(glyphs) - 1 and glyphs[end + 1].text in _CLOSING:
        end += 1
    return glyphs[end].x1 - glyphs[0].x0


def _is_wide(glyph: Glyph) -> bool:
    return unicodedata.east_asian_width(glyph.text[0]) in "WF"


def _is_of_word(glyph: Glyph) -> bool:
    return not glyph.text.isspace() and not _is_wide(glyph)


def _seam(above: str, below: str) -> str:
    """What stands between two halves of a wrapped text: a blank between words of letters."""
    last, first = above[-1], below[0]
    is_spaced = last.isascii() and first.isascii() and last.isalnum() and first.isalnum()
    return " " if is_spaced else ""
