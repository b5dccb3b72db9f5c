"""A section as it was written; of a long one the sentences that carry it, in their order."""

import re
from collections.abc import Sequence

from bot.answer.quotations.quotes import (
    Found,
    Quoted,
    Shelf,
    Stretch,
    distinct,
    page_of,
    sentences_of,
)
from bot.answer.speech.labels import section_label
from bot.queries import PassageQuery
from index.types import ReportHead, StoredSection

_WHOLE = 500  # characters of a section that is quoted whole
_SHORT = 200  # and of one that needs no summary
_KEYS = 8  # sentences that stand for a long section
_PARTS = ((1, 4), (5, 4), (6, 1))  # sections of a report that is summed up, and sentences of each
_FEW_KEYS = 2  # and for each of several
_NAME = 6  # letters of what is only a name
_FEW = 2  # reports that are shown in full
_REPORTS = 6
_MARKED = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,2}是|[（(][一二三四五六七八九十\d]{1,2}[）)]|其[一二三]|首先|其次|最后|第[一二三四五六]"
    r"|\d{1,2}[.、．]|[①-⑳])"
)
_HEADING = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．][^，,；;]{2,14}[。：:]?")
# Section five says first what is wrong, then what is done about it.
_MEASURES = re.compile(
    r"改进(?:情况|措施|工作|方向|办法|做法|计划|[：:])|整改(?:措施|情况)|下一步|今后|针对(?:以上|上述|存在)|为此|打算"
)
_ASKS_MEASURES = re.compile(
    r"改进|措施|打算|下一步|整改|计划|improv|measure|plan|next|remed", re.IGNORECASE
)
_ASKS_PROBLEMS = re.compile(
    r"问题|不足|困难|短板|problem|shortcoming|issue|difficult", re.IGNORECASE
)


def answer_section(query: PassageQuery, shelf: Shelf) -> Found:
    """The words of a section in each report asked for, or their key sentences."""
    lines: list[str] = []
    quotes: list[Quoted] = []
    reports = sorted(shelf.heads.values(), key=_age)
    shown, rest = page_of(reports, query.page, _REPORTS)
    for head in shown:
        for number, most in _wanted(query, len(reports)):
            said, found = _section_lines(query, shelf, head.id, number, most)
            lines += said
            quotes += found
    if rest:
        lines.append(shelf.words.and_more.format(count=rest))
    return Found(lines, quotes, next_items=min(rest, _REPORTS))


def _wanted(query: PassageQuery, reports: int) -> tuple[tuple[int, int], ...]:
    """The sections that are shown, and how many sentences of each at most."""
    if query.section is None and query.mode == "summary" and reports <= _FEW:
        return _PARTS
    number = query.section if query.section is not None else 1
    return ((number, _KEYS if reports <= _FEW else _FEW_KEYS),)


def _section_lines(
    query: PassageQuery, shelf: Shelf, report_id: int, number: int, most: int
) -> tuple[list[str], list[Quoted]]:
    section = shelf.section(report_id, number)
    place = shelf.place(report_id)
    part = section_label(number, shelf.lang)
    found = _quotes(query, shelf, report_id, section, most) if section else []
    if section is None or not found:
        is_part = query.section is None and number != 1
        empty = shelf.words.section_empty.format(place=place, section=part)
        return ([] if is_part else [empty]), []
    is_whole = len(found) == 1 and found[0].quote.quote == section.text.strip()
    said = shelf.words.section_of if is_whole else shelf.words.section_keys
    head = said.format(place=place, section=part, title=section.title)
    return [head, *(shelf.words.quoted.format(text=f.quote.quote) for f in found)], found


def _age(head: ReportHead) -> int:
    return -head.year


def _quotes(
    query: PassageQuery, shelf: Shelf, report_id: int, section: StoredSection, most: int
) -> list[Quoted]:
    text = section.text
    start, end = _half(query, section)
    sentences = sentences_of(text, start, end)
    if not sentences:
        stretch = _trimmed(text, 0, len(text))
        return distinct([shelf.quote(report_id, section.number, stretch.start, stretch.end)])
    limit = _SHORT if query.mode == "summary" else _WHOLE
    if sentences[-1].end - sentences[0].start <= limit:
        stretch = _trimmed(text, sentences[0].start, end)
        return distinct([shelf.quote(report_id, section.number, stretch.start, stretch.end)])
    keys = _keys(sentences, most)
    return distinct([shelf.quote(report_id, section.number, s.start, s.end) for s in keys])


def _half(query: PassageQuery, section: StoredSection) -> tuple[int, int]:
    """The half of section five that is asked about, where it can be told."""
    text = section.text
    whole = (0, len(text))
    if section.number != 5:
        return whole
    asked = f"{query.topic} {query.asked.q}"
    wants_measures = bool(_ASKS_MEASURES.search(asked))
    wants_problems = bool(_ASKS_PROBLEMS.search(asked))
    turn = next((m.start() for m in _MEASURES.finditer(text) if m.start() > 15), None)
    if turn is None or wants_measures == wants_problems:
        return whole
    begin = max(text.rfind(mark, 0, turn) for mark in "。；！？\n") + 1
    return (begin, len(text)) if wants_measures else (0, begin or len(text))


def _keys(sentences: Sequence[Stretch], most: int) -> list[Stretch]:
    """The points of a list where there is one, else what stands under the headings."""
    told = [s for s in sentences if not _is_heading(s.text)] or list(sentences)
    marked = [s for s in told if _MARKED.match(s.text)]
    chosen = marked if len(marked) > 1 else told
    if len(chosen) <= most:
        return chosen
    # Of many points some from everywhere rather than only those of the beginning.
    return [chosen[place * len(chosen) // most] for place in range(most)]


def _is_heading(text: str) -> bool:
    """Whether a sentence only names what comes: （一）主动公开。 or 平台建设。"""
    bare = _MARKED.match(text) is None and sum(map(str.isalnum, text)) <= _NAME
    return bool(_HEADING.fullmatch(text)) or bare


def _trimmed(text: str, start: int, end: int) -> Stretch:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = end - len(piece) + len(piece.rstrip())
    return Stretch(left, right, text[left:right])
