"""Where numbers were read: the cell or the sentence, as a citation and in a line of text."""

from collections.abc import Sequence
from pathlib import PurePath

from bot.answer.amounts import Amount, Key
from bot.answer.draft import Draft
from bot.answer.labels import row_label, section_label, table_label
from bot.answer.task import Task
from bot.types import Citation
from index.types import Fact, ReportHead

CITED = 20
_SENTENCE = 80  # characters of a cited sentence


def citations_of(draft: Draft) -> tuple[Citation, ...]:
    """A citation for each cell that a value rests on, values before what they were made of."""
    return tuple(_citation(draft, key) for key in _cells(draft.cited, draft)[:CITED])


def source_lines(task: Task, draft: Draft) -> tuple[str, ...]:
    """The sources in a line or two: report, table, row and column."""
    cells = _cells(draft.cited, draft)
    if not cells:
        return ()
    reports = list(dict.fromkeys((key.issuer, key.year) for key in cells))
    words = task.words
    if len(reports) > 2:
        places = list(dict.fromkeys(_cell(task, draft, key) for key in cells))
        return (words.source_many.format(count=len(reports), place=_few(task, places)),)
    lines = []
    for report in reports:
        own = [key for key in cells if (key.issuer, key.year) == report]
        places = list(dict.fromkeys(_place(task, draft, key) for key in own))
        title = _title(draft.evidence.heads[report])
        lines.append(words.source.format(title=title, place=_few(task, places)))
    return tuple(lines)


def _cells(amounts: Sequence[Amount], draft: Draft) -> list[Key]:
    found = {cell.key: None for amount in amounts for cell in amount.cells}
    return [key for key in found if key in draft.evidence.facts]


def _citation(draft: Draft, key: Key) -> Citation:
    fact = draft.evidence.facts[key]
    issuer = draft.evidence.by_id[key.issuer]
    head = draft.evidence.heads[key.issuer, key.year]
    return Citation(
        issuer.name,
        issuer.region,
        key.year,
        head.title,
        fact.section,
        fact.table,
        fact.row,
        fact.column,
        head.file,
        head.url,
        fact.sentence,
        fact.metric,
        fact.raw,
    )


def _title(head: ReportHead) -> str:
    return head.title.strip() or PurePath(head.file).name


def _place(task: Task, draft: Draft, key: Key) -> str:
    """A cell, or a section with the sentence in which a number stands."""
    fact = draft.evidence.facts[key]
    sentence = task.words.quoted.format(text=_shortened(fact)) if fact.sentence else ""
    return _cell(task, draft, key) + (sentence if fact.table is None else "")


def _cell(task: Task, draft: Draft, key: Key) -> str:
    fact = draft.evidence.facts[key]
    lang = task.speech.lang
    if fact.table is None:
        return section_label(fact.section, lang)
    parts = (table_label(fact.table, lang), row_label(fact.row), row_label(fact.column))
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _few(task: Task, places: Sequence[str]) -> str:
    """A few places; of many only which table they stand in."""
    if len(places) <= 3:
        return "；".join(places)
    return task.speech.listed(list(dict.fromkeys(place.partition(" · ")[0] for place in places)))


def _shortened(fact: Fact) -> str:
    """The sentence of a number, or the stretch around it of a long one."""
    sentence = fact.sentence or ""
    if len(sentence) <= _SENTENCE:
        return sentence
    at = max(sentence.find(fact.raw), 0) if fact.raw else 0
    start = max(at - _SENTENCE // 2, 0)
    piece = sentence[start : start + _SENTENCE]
    before, after = "…" if start else "", "…" if start + _SENTENCE < len(sentence) else ""
    return before + piece + after
