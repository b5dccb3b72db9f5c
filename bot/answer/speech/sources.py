"""Where numbers were read: the cell or the sentence, as a citation and in a line of text."""

from collections.abc import Sequence
from pathlib import PurePath

from bot.answer.numbers.amounts import Key
from bot.answer.numbers.draft import Draft
from bot.answer.speech.labels import row_label, section_label, table_label
from bot.answer.speech.task import Task
from bot.types import Citation
from index.types import Fact, ReportHead

CITED = 20
_LONG = 48  # characters of their names together
_REPORTS = 2  # that are named, each in a line
_NAMED = 3  # rows, columns or sentences that are named
_SENTENCE = 80  # characters of a cited sentence


def citations_of(draft: Draft) -> tuple[Citation, ...]:
    """A citation for each cell that a value rests on, values before what they were made of."""
    return tuple(_citation(draft, key) for key in _cells(draft)[:CITED])


def source_lines(task: Task, draft: Draft) -> tuple[str, ...]:
    """The sources in a line or two: report, table, row and column."""
    cells = _cells(draft)
    if not cells:
        return ()
    words = task.words
    facts: dict[tuple[int, int], list[Fact]] = {}
    for key in cells:
        facts.setdefault((key.issuer, key.year), []).append(draft.evidence.facts[key])
    few = list(facts.items())[:_REPORTS]
    cited = {report: _places(task, own, is_quoted=True) for report, own in few}
    if len(facts) > _REPORTS or (len(facts) > 1 and len(set(cited.values())) == 1):
        every = [fact for own in facts.values() for fact in own]
        place = _places(task, every, is_quoted=False)
        return (words.source_many.format(count=len(facts), place=place),)
    return tuple(
        words.source.format(title=_title(draft.evidence.heads[report]), place=place)
        for report, place in cited.items()
    )


def _cells(draft: Draft) -> list[Key]:
    found = dict.fromkeys([cell.key for cell in draft.cells])
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


def _places(task: Task, facts: Sequence[Fact], *, is_quoted: bool) -> str:
    """Where facts stand: what cells of a table share is said once, of many only the table."""
    tables: dict[int, list[Fact]] = {}
    sections: dict[int, list[Fact]] = {}
    for fact in facts:
        by = sections if fact.table is None else tables
        by.setdefault(fact.table or fact.section, []).append(fact)
    said = [_cells_of(task, table, own) for table, own in tables.items()]
    said += [_sentences_of(task, number, own, is_quoted) for number, own in sections.items()]
    return task.words.semicolon.join(said)


def _cells_of(task: Task, table: int, facts: Sequence[Fact]) -> str:
    """A table with its rows and columns, unless these are many."""
    rows = list(dict.fromkeys(row_label(fact.row) for fact in facts))
    columns = list(dict.fromkeys(row_label(fact.column) for fact in facts))
    # Two rows and two columns would name four cells.
    is_many = len(rows) * len(columns) > len({(f.row, f.column) for f in facts})
    names = [] if is_many else [rows, columns]
    if any(len(some) > _NAMED or sum(map(len, some)) > _LONG for some in names):
        names = []
    parts = [table_label(table, task.speech.lang), *(task.speech.listed(n) for n in names)]
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _sentences_of(task: Task, section: int, facts: Sequence[Fact], is_quoted: bool) -> str:
    """A section with the sentences in which numbers stand."""
    label = section_label(section, task.speech.lang)
    sentences = list(dict.fromkeys(_shortened(fact) for fact in facts if fact.sentence))
    if not is_quoted or len(sentences) > _NAMED:
        return label
    return label + "".join(task.words.quoted.format(text=text) for text in sentences)


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
