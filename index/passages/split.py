"""Sections to passages: sentences and points, each with its place in the text of its section.

A short unit is found far better than a long one, so text is cut at the ends of sentences and
before the marks of a list. Nothing is rewritten: a passage is exactly what stands between its two
offsets.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.types import Passage, Section

SHORTEST = 12  # characters; a shorter lead-in or heading joins what follows it
LONGEST = 120  # characters; a longer sentence is cut at its commas

_NUMERALS = "一二三四五六七八九十"
_CLOSERS = "”’」』）)】》〉\"'"
_SENTENCE_END = re.compile(rf"(?:[。！？!?；;]+|…{{2}})[{_CLOSERS}]*")
_COMMA = re.compile(r"[，,](?!\d)")
_OPENING, _CLOSING = "（(【《“「『", "）)】》”」』"
_BRACKET = re.compile(f"[{_OPENING}{_CLOSING}]")
# 一是 and its like stand after any punctuation; 1. and 一、 only where a sentence may begin, since
# both also stand inside sentences (三、四季度; 第1.2版).
_POINT = re.compile(
    rf"(?<![^\s，,。；;：:！!？?、（(”])(?:[{_NUMERALS}]{{1,3}}(?:是|要)|其[{_NUMERALS}][，,是]"
    rf"|第[{_NUMERALS}]{{1,2}}[，,、]|(?:首先|其次|再次|最后)[，,])"
    rf"|(?<![^\s，,。；;：:！!？?、])[（(](?:[{_NUMERALS}]{{1,3}}|\d{{1,2}})[）)]"
    r"|[①-⑳⑴-⒇❶-❿]"
    rf"|(?<![^\s。；;：:！!？?])(?:[{_NUMERALS}]{{1,3}}[、．]|\d{{1,2}}(?:[、．]|\.(?!\d)|[)）]))"
)
_LISTED = re.compile(rf"(?:[{_NUMERALS}]{{1,3}}是|[①-⑳⑴-⒇❶-❿]).{{3}}")
_HAS_END = re.compile(rf"[。！？!?；;…][{_CLOSERS}]*$")
# （三）政府信息管理方面。 names what follows and says nothing by itself.
_HEADING = re.compile(
    rf"[（(]?[{_NUMERALS}\d]{{1,3}}[）)、．.]\s*[^，,；;。：:]{{2,20}}(?:方面|情况|工作|管理|建设|保障)[。：:]?"
)
_LONGEST_BRACKET = 200


class _Span(NamedTuple):
    start: int
    end: int


def split_passages(sections: Sequence[Section]) -> tuple[Passage, ...]:
    """The passages of all sections, in order."""
    return tuple(passage for section in sections for passage in _passages(section))


def _passages(section: Section) -> Iterator[Passage]:
    text = section.text
    for start, end in _spans(text):
        yield Passage(section.number, start, end, text[start:end])


def split_pieces(text: str) -> tuple[str, ...]:
    """The smallest pieces of a text: what no passage ever cuts through."""
    spans = (_trimmed(text, s) for p in _paragraphs(text) for s in _sentences(text, p))
    pieces = (piece for span in spans for piece in _COMMA.split(text[span.start : span.end]))
    return tuple(piece for piece in pieces if piece)


def _spans(text: str) -> Iterator[_Span]:
    for span in _merged(text):
        for part in _cut_at_commas(text, _trimmed(text, span)):
            if any(ch.isalnum() for ch in text[part.start : part.end]):
                yield part


def _merged(text: str) -> Iterator[_Span]:
    """Sentences, with headings and lead-ins joined to what they introduce."""
    held: _Span | None = None
    for paragraph in _paragraphs(text):
        for sentence in _sentences(text, paragraph):
            span = _Span(held.start, sentence.end) if held else sentence
            held = span if _leads_in(text[span.start : span.end]) else None
            if held is None:
                yield span
    if held:
        yield held


def _leads_in(piece: str) -> bool:
    piece = piece.strip()
    if _HEADING.fullmatch(piece):
        return True
    if len(piece) >= SHORTEST:
        return False
    if not any(ch.isalnum() for ch in piece):
        return True
    # 二是互动性不足。 is short and complete; （一）主动公开。 and 改进情况： introduce something.
    is_complete = _HAS_END.search(piece) and not piece.startswith(("（", "("))
    return not is_complete and not _LISTED.match(piece)


def _paragraphs(text: str) -> Iterator[_Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield _Span(start, start + len(line))
        start += len(line)


def _sentences(text: str, paragraph: _Span) -> Iterator[_Span]:
    inside = _bracketed(text, paragraph)
    ends = {m.end() for m in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end)}
    points = {m.start() for m in _POINT.finditer(text, paragraph.start, paragraph.end)}
    cuts = sorted(ends | points)
    if inside:
        cuts = [c for c in cuts if not any(s.start < c < s.end for s in inside)]
    start = paragraph.start
    for cut in [*cuts, paragraph.end]:
        if text[start:cut].strip():
            yield _Span(start, cut)
            start = cut


def _bracketed(text: str, paragraph: _Span) -> list[_Span]:
    """Stretches in brackets or quotation marks that close within a reasonable distance."""
    found: list[_Span] = []
    opened: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text, paragraph.start, paragraph.end):
        ch, i = match.group(), match.start()
        if ch in _OPENING:
            opened.append((_CLOSING[_OPENING.index(ch)], i))
        elif opened and ch == opened[-1][0]:
            _, start = opened.pop()
            if i - start <= _LONGEST_BRACKET:
                found.append(_Span(start, i + 1))
    return found


def _cut_at_commas(text: str, span: _Span) -> Iterator[_Span]:
    if span.end - span.start <= LONGEST:
        yield span
        return
    inside = _bracketed(text, span)
    commas = [
        m.end()
        for m in _COMMA.finditer(text, span.start, span.end)
        if not any(s.start < m.end() < s.end for s in inside)
    ]
    start = span.start
    while span.end - start > LONGEST:
        # Halves rather than a full piece and a stub.
        parts = -(-(span.end - start) // LONGEST)
        aim = start + (span.end - start) // parts
        near = [c for c in commas if start + SHORTEST <= c <= min(start + LONGEST, span.end - 1)]
        later = [c for c in commas if start + SHORTEST <= c < span.end - SHORTEST]
        if not near and not later:
            break
        cut = min(near, key=lambda c: abs(c - aim)) if near else later[0]
        yield _trimmed(text, _Span(start, cut))
        start = cut
    yield _trimmed(text, _Span(start, span.end))


def _trimmed(text: str, span: _Span) -> _Span:
    piece = text[span.start : span.end]
    return _Span(
        span.start + len(piece) - len(piece.lstrip()), span.end - len(piece) + len(piece.rstrip())
    )
