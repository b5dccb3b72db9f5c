"""Tables three and four of text pulled out of a PDF: their numbers one after another.

Where columns are narrow, labels break into pieces that stand before, between and behind the
numbers of their row, and no line says what belongs together. Rows and cells keep their order.
So the numbers are taken one by one, where there are as many as the form has cells, all sums hold
and each label stands, whole or in pieces, about the numbers of its row.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from index.facts.tables.cells import MARK, NUMBER, Reading, kind_of, read_cell
from index.facts.tables.form_three import COLUMNS, rows_of
from index.facts.tables.reading import TABLE_NAMES, Draft, TableReading
from index.facts.tables.sums import column_closes
from index.facts.tables.table_four import KEYS, all_close, joinings
from index.types import Era, Fact, Finding, Paragraph, Report, Section, Status
from index.vocabulary.labels import plain_label
from index.vocabulary.metrics import MEMBER, METRIC
from index.vocabulary.metrics.disputes import BLOCKS

_GLUED = re.compile(r"(?<=\d)(?=[\u4e00-\u9fff])")  # a number and the line that followed it
_ABOVE = ("申请人情况", "勾稽关系")
_WIDTH = len(COLUMNS)
_PLACES = {
    plain_label(head): place
    for place, column in enumerate(COLUMNS[:-1])
    for head in MEMBER[column].columns
}

Cells = dict[tuple[str, str], Reading]


def read_in_order(report: Report, table: int, reading: TableReading) -> TableReading:
    """The table with its numbers taken in order, where much of it is unread and that is sure."""
    read = [fact for fact in reading.facts if fact.value is not None]
    sections = [section for section in report.sections if section.number == table]
    whole = len(rows_of(report.era)) * _WIDTH if table == 3 else len(KEYS)
    if len(sections) != 1 or len(read) >= whole:
        return reading
    cells = _three(sections[0]) if table == 3 else _four(sections[0])
    if not cells or not _agrees(cells, read):
        return reading
    message = (
        f"{TABLE_NAMES[table]}的名称和数字在文件里错开，按格式的顺序逐格对应，"
        "各项勾稽关系全部成立，按此采用。"
    )
    draft = Draft(table, table, cells)
    draft.findings.append(Finding("read_in_order", message, cells=(draft.whole,)))
    return draft.result()


def _agrees(cells: Cells, facts: Sequence[Fact]) -> bool:
    """Whether what the labels told is the same."""
    keys = [(fact.metric, fact.member) for fact in facts]
    told = [fact.value for fact in facts]
    return all(k in cells and cells[k].value == value for k, value in zip(keys, told, strict=True))


def _three(section: Section) -> Cells:
    words = _below_heads(list(_words(section)))
    at = [i for i, word in enumerate(words) if _is_value(word)]
    for era in (Era.E3, Era.E2):
        rows = rows_of(era)
        is_whole = len(at) == len(rows) * _WIDTH and _is_in_order(words[: at[0]])
        if is_whole and _are_labelled(words, at, rows):
            keys = [(row, column) for row in rows for column in COLUMNS]
            return _closing(_taken(keys, [words[i] for i in at]), rows)
    return {}


def _closing(cells: Cells, rows: Sequence[str]) -> Cells:
    """The cells, where every row and every column adds up."""
    draft = Draft(3, 3, cells)
    for row in rows:
        *parts, total = [cells[(row, column)].value or Decimal(0) for column in COLUMNS]
        if sum(parts) != total or min(parts) < 0:
            return {}
    return cells if all(column_closes(draft, rows, column) for column in COLUMNS) else {}


def _four(section: Section) -> Cells:
    words = list(_words(section))
    at = [i for i, word in enumerate(words) if _is_value(word)]
    if not at or not all(_holds("".join(words[: at[0]]), label) for _, label, _ in BLOCKS):
        return {}
    numbers = [words[i] for i in at]
    if len(numbers) > len(KEYS):
        ways = joinings(numbers)
        numbers = list(ways[0]) if len(ways) == 1 else []
    keys = [(key, "total") for key in KEYS]
    return _taken(keys, numbers) if len(numbers) == len(keys) and all_close(numbers) else {}


def _taken(keys: Sequence[tuple[str, str]], numbers: Sequence[str]) -> Cells:
    readings = {key: read_cell(number) for key, number in zip(keys, numbers, strict=True)}
    if any(reading.value is None for reading in readings.values()):
        return {}
    return {
        key: Reading(found.value, found.raw, Status.REPAIRED) for key, found in readings.items()
    }


def _words(section: Section) -> Iterator[str]:
    """All that stands in a section, word by word, but its sentences."""
    for block in section.blocks:
        texts: Iterable[str]
        if isinstance(block, Paragraph):
            texts = () if "。" in block.text else (block.text,)
        else:
            texts = () if block.is_grid else (cell for row in block.rows for cell in row)
        for text in texts:
            yield from _GLUED.sub(" ", text).split()


def _is_value(word: str) -> bool:
    """Whether a word is a number or a mark for none; 无 may be a piece of a label."""
    kind = kind_of(word)
    return kind is NUMBER or (kind is MARK and not word.isalpha())


def _below_heads(words: Sequence[str]) -> Sequence[str]:
    at = next((i for i, w in enumerate(words) if any(head in w for head in _ABOVE)), -1)
    return words[at + 1 :]


def _is_in_order(heads: Sequence[str]) -> bool:
    """Whether those heads that are whole stand in the order of the form; the total anywhere."""
    found = [place for head in heads if (place := _PLACES.get(plain_label(head))) is not None]
    return found == sorted(found)


def _are_labelled(words: Sequence[str], at: Sequence[int], rows: Sequence[str]) -> bool:
    """Whether the label of each row stands between the numbers of its neighbours."""
    ends = [0, *(at[i] + 1 for i in range(_WIDTH - 1, len(at), _WIDTH))]
    starts = [*(at[i] for i in range(0, len(at), _WIDTH)), len(words)]
    for i, row in enumerate(rows):
        around = words[ends[i] : starts[i + 1]]
        text = "".join(word for word in around if not _is_value(word))
        if not any(_holds(text, label) for label in METRIC[row].rows):
            return False
    return True


def _holds(text: str, label: str) -> bool:
    """Whether the characters of a label stand in a text in their order, others among them."""
    rest = iter(text)
    return all(ch in rest for ch in plain_label(label))
