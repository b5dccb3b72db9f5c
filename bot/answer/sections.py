"""A section as it was written; of a long one the sentences that carry it, in their order."""

import re
from collections.abc import Sequence

from bot.answer.labels import section_label
from bot.answer.quotes import (
    Found,
    Quoted,
    Shelf,
    Stretch,
    distinct,
    page_of,
    sentences_of,
)
from bot.queries import PassageQuery
from index.types import ReportHead, StoredSection

_WHOLE = 500  # characters of a section that is quoted whole
_SHORT = 200  # and of one that needs no summary
_KEYS = 8  # sentences that stand for a long section
_FEW_KEYS = 2  # and for each of several
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
    number = query.section if query.section is not None else 1
    lines: list[str] = []
    quotes: list[Quoted] = []
    reports = sorted(shelf.heads.values(), key=_age)
    shown, rest = page_of(reports, query.page, _REPORTS)
    for head in shown:
        section = shelf.section(head.id, number)
        place = shelf.place(head.id)
        part = section_label(number, shelf.lang)
        most = _KEYS if len(reports) <= _FEW else _FEW_KEYS
        found = _quotes(query, shelf, head.id, section)[:most] if section else []
        if not found:
            lines.append(shelf.words.section_empty.format(place=place, section=part))
            continue
        assert section is not None
        is_whole = len(found) == 1 and found[0].quote.quote == section.text.strip()
        said = shelf.words.section_of if is_whole else shelf.words.section_keys
        lines.append(said.format(place=place, section=part, title=section.title))
        lines += [shelf.words.quoted.format(text=f.quote.quote) for f in found]
        quotes += found
    if rest:
        lines.append(shelf.words.and_more.format(count=rest))
    return Found(lines, quotes, next_items=min(rest, _REPORTS))


def _age(head: ReportHead) -> int:
    return -head.year


def _quotes(
    query: PassageQuery, shelf: Shelf, report_id: int, section: StoredSection
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
    keys = _keys(sentences)
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


def _keys(sentences: Sequence[Stretch]) -> list[Stretch]:
    """The points of a list where there is one, else the first sentences."""
    sentences = [s for s in sentences if not _HEADING.fullmatch(s.text)] or sentences
    marked = [s for s in sentences if _MARKED.match(s.text)]
    chosen = marked if len(marked) > 1 else list(sentences)
    if len(chosen) <= _KEYS:
        return chosen
    # Of many points some from everywhere rather than only those of the beginning.
    return [chosen[place * len(chosen) // _KEYS] for place in range(_KEYS)]


def _trimmed(text: str, start: int, end: int) -> Stretch:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = end - len(piece) + len(piece.rstrip())
    return Stretch(left, right, text[left:right])
