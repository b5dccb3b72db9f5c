"""Lines of text to cells: tabs, pipes, runs of blanks, or one cell a line."""

import re
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from index.report.headings import OFFICIAL, TOPICAL, heading_of
from index.report.labels import (
    is_annex_block,
    is_label,
    is_telling,
    is_unit,
    labels_in_words,
)

_COUNTERS = "件次|人次|万元|亿元|件|项|条|个|次|份|篇|期|册|宗|起|部|人|名|场|处|家|元"
_NUMBER = re.compile(
    r"[+\-−－＋]?[ \u00a0]?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?"
    rf"(?:[ \u00a0]?(?:{_COUNTERS}))?"
)
# O and l are what whoever recognises print takes 0 and 1 for.
_MARK = re.compile(r"[/／\\\-—–―－…]{1,6}|无|空|(?=\d*[OolI])[\dOolI]{1,6}")
_NOT_A_NUMBER = ("nan", "NaN")  # what pandas prints for an empty cell, or the rest of a merged one
_ANY_BLANK = re.compile(r"[ \u00a0\u3000\u2002\u2003]")
# 1, 749 for 1,749: a number goes on behind the blank only where a mark shows that it does.
_LOOSE_THOUSANDS = re.compile(r"(?<=\d)(?<!\d{4})[,，][ \u00a0](?=\d{3}(?!\d))")
_GAP = re.compile(r"[ \u00a0\u3000\u2002\u2003]{2,}|[\u3000\u2002\u2003]")
# Without going back inside the cells: blanks may belong to a number, too, and the ways to share
# them out would be without end.
_TAIL = re.compile(
    rf"(?P<label>.*?\D)(?P<cells>(?:\s++(?>{_NUMBER.pattern}|{_MARK.pattern}))++)\s*+"
)
_GLUED = re.compile(r"(?P<label>.*[^\d\s.,，、+\-])(?P<number>\d[\d,]*(?:\.\d+)?)")
_PIPE = re.compile("[｜│┃¦]")
_RULE = re.compile("[ \t\u00a0\u3000|:+=\\-—–─━┌┬┐├┼┤└┴┘]+")
_DRAWN = ("--", "——", "––", "──", "━━", "==", "┼", "┴", "┬", "+-")
_PAGE_NUMBER = re.compile(
    r"[-—–－]\s?\d{1,3}\s?[-—–－]|第\s?\d{1,3}\s?页(?:[,，\s]*共\s?\d{1,3}\s?页)?"
)
_ESCAPED = re.compile(r"\\([+\-.*_#~()\[\]])")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_BOLD = re.compile(r"(\*{1,3}|_{1,3})(\S(?:.*\S)?)\1")
_SENTENCE = re.compile("[。；;！!？?]")
_LONGEST_CELL = 60
_LONGEST_ROW = 300
_FEWEST_NUMBERS = 5


class Form(Enum):
    """How a line holds its cells."""

    BLANK = auto()
    TABS = auto()
    PIPES = auto()
    GAPS = auto()  # runs of blanks, or blanks before numbers
    SINGLE = auto()  # one cell, or prose
    RULE = auto()  # |---|---|


class Role(Enum):
    """What a line may be: part of a table, of prose, or either."""

    BLANK = auto()
    TABLE = auto()  # labels of the form or numbers
    EITHER = auto()  # a short text
    PROSE = auto()
    HEADING = auto()


class TextLine(NamedTuple):
    """A line of a file, its cells and what it may be."""

    text: str
    form: Form
    role: Role
    cells: tuple[str, ...] = ()
    labels: int = 0  # that stand nowhere but in the tables
    common: int = 0  # that are words elsewhere, too
    numbers: int = 0
    is_annex_block: bool = False


@lru_cache(maxsize=8_192)  # labels and small numbers come again, and broken lines are read twice
def read_line(line: str) -> TextLine:
    """A line with its cells and what it may be."""
    text = line.strip()
    if not text or _PAGE_NUMBER.fullmatch(text):
        return TextLine("", Form.BLANK, Role.BLANK)
    if "\t" in line.strip(" \r\n\u00a0\u3000").rstrip("\t ") or "\t" in line.rstrip(" \r\n")[1:]:
        return _with_tabs(line.strip("\r\n"), text)
    piped = _PIPE.sub("|", text)
    if _RULE.fullmatch(piped) and any(mark in piped for mark in _DRAWN):
        return TextLine(text, Form.RULE, Role.TABLE if "|" in piped else Role.EITHER)
    if "|" in piped:
        return _of_cells(text, Form.PIPES, _piped(piped))
    return _single(text)


def _with_tabs(line: str, text: str) -> TextLine:
    cells = tuple(cell.strip() for cell in line.split("\t"))
    filled = [cell for cell in cells if cell]
    if len(filled) == 1 and len(filled[0]) > _LONGEST_CELL and not is_label(filled[0]):
        return _single(text)  # a tab before or behind prose
    if len(filled) == 1 and cells[0] == "" and not (is_value(filled[0]) or _is_blank_row(cells)):
        return _single(text)
    if any(_is_sentence(cell) for cell in filled) and not any(map(is_label, filled)):
        return TextLine(text, Form.TABS, Role.PROSE)
    return _of_cells(text, Form.TABS, cells)


def _is_blank_row(cells: tuple[str, ...]) -> bool:
    """Whether cells are a label with empty cells behind it."""
    label = next(i for i, cell in enumerate(cells) if cell)
    return len(cells) > label + 3 and is_label(cells[label])


def _piped(text: str) -> tuple[str, ...]:
    hidden = text.replace("\\|", "\x00")
    return tuple(_without_emphasis(cell.replace("\x00", "|")) for cell in hidden.split("|"))


def _without_emphasis(cell: str) -> str:
    """A cell of Markdown as it is shown: without bold marks and escapes."""
    cell = cell.strip()
    if "](" in cell:
        cell = _LINK.sub(r"\1", cell)
    if cell[:1] == "`":
        cell = cell.strip("`").strip()
    if "\\" in cell:
        cell = _ESCAPED.sub(r"\1", cell)
    is_bold = cell[:1] in ("*", "_") and len(cell) <= _LONGEST_ROW
    return _BOLD.sub(r"\2", cell) if is_bold else cell


def _single(text: str) -> TextLine:
    if _LOOSE_THOUSANDS.search(text) and not _SENTENCE.search(text):
        text = _LOOSE_THOUSANDS.sub(",", text)
    heading = heading_of(text)
    if heading is not None and heading.sureness >= TOPICAL and not _is_row(text, heading.sureness):
        is_block = heading.sureness < OFFICIAL and is_annex_block(text)
        return TextLine(text, Form.SINGLE, Role.HEADING, (text,), is_annex_block=is_block)
    cells = cells_by_gaps(text)
    if cells is None and text[-1] in "。；;":  # a row that was closed like a sentence
        cells = cells_by_gaps(text[:-1])
        cells = cells if cells is not None and is_value(cells[-1]) else None
    if cells is not None:
        return _of_cells(text, Form.GAPS, cells)
    if is_value(text) or is_label(text) or is_unit(text):
        return _of_cells(text, Form.SINGLE, (text,))
    if labels_in_words(text):
        return TextLine(text, Form.SINGLE, Role.TABLE, (text,), labels=2)
    return TextLine(text, Form.SINGLE, _role_of_text(text), (text,))


def _is_row(text: str, sureness: int) -> bool:
    if sureness >= OFFICIAL:
        return False
    return (is_label(text) and not is_annex_block(text)) or _is_label_with_cells(text)


def _is_label_with_cells(text: str) -> bool:
    """Whether a label and a number stand in columns: 四、行政复议数量    件    7."""
    cells = cells_by_gaps(text)
    return cells is not None and is_label(cells[0]) and any(map(is_value, cells[1:]))


def cells_by_gaps(text: str) -> tuple[str, ...] | None:
    """The cells of a row whose columns blanks hold apart, None where it is no such row."""
    if _ANY_BLANK.search(text) is None:
        return None
    if len(text) > _LONGEST_ROW or (
        _SENTENCE.search(text) and not is_label(_GAP.split(text, maxsplit=1)[0])
    ):
        return None
    cells = [cell for cell in _GAP.split(text) if cell]
    if len(cells) > 1:
        cells = _label_apart(cells[0]) + cells[1:]
        if all(is_value(c) or is_label(c) or is_unit(c) for c in cells):
            return tuple(cells)
        if is_label(cells[0]) and sum(map(is_value, cells[1:])) * 2 >= len(cells) - 1:
            return tuple(cells)
        if _ends_as_row(cells) or _is_head(cells):
            return tuple(cells)
    unglued = _unglued(text)
    if unglued is not None:
        return unglued
    words = text.split()
    if len(words) > 1 and all(is_value(w) or is_label(w) or is_unit(w) for w in words):
        return tuple(words)
    apart = _label_apart(text)
    return tuple(apart) if len(apart) > 1 else None


def _is_head(cells: list[str]) -> bool:
    """Whether cells are heads of columns, some of them perhaps reworded."""
    unknown = [cell for cell in cells if not is_label(cell)]
    is_told = len(cells) > 2 and any(map(is_telling, cells))
    is_most = 4 * len(unknown) <= len(cells) or len(unknown) == 1
    return is_told and is_most and all(len(cell) < 12 for cell in unknown)


def _ends_as_row(cells: list[str]) -> bool:
    """Whether a label and several numbers stand at the end, behind a piece of another label."""
    first = next((i for i, cell in enumerate(cells) if is_value(cell)), len(cells))
    numbers = cells[first:]
    return (
        first > 1
        and len(numbers) > 1
        and is_label(cells[first - 1])
        and all(map(is_value, numbers))
    )


def _label_apart(text: str) -> list[str]:
    """规章 2 0 11 as a label and its numbers; the text alone where it is no such thing."""
    match = _TAIL.fullmatch(text)
    if match is None or not text[:1].strip():
        return [text]
    label = match["label"].strip()
    words = label.split()
    if len(words) > 1 and all(map(is_label, words)):
        return [*words, *match["cells"].split()]
    return [label, *match["cells"].split()] if is_label(label) else [text]


def _unglued(text: str) -> tuple[str, ...] | None:
    """规章39 76 325 as a label and its numbers."""
    words = text.split()
    last = max((i for i, word in enumerate(words) if not is_value(word)), default=-1)
    glued = _GLUED.fullmatch(words[last]) if 0 <= last < len(words) - 1 else None
    if glued is None or not is_label(glued["label"]):
        return None
    return (*words[:last], glued["label"], glued["number"], *words[last + 1 :])


def _of_cells(text: str, form: Form, cells: tuple[str, ...]) -> TextLine:
    if "nan" in cells or "NaN" in cells:
        cells = tuple("" if cell in _NOT_A_NUMBER else cell for cell in cells)
    filled = [cell for cell in cells if cell]
    values = [cell for cell in filled if is_value(cell)]
    labels = sum(map(is_telling, filled))
    common = sum(map(is_label, filled)) - labels
    numbers = sum(map(_count_of_numbers, values))
    is_sure = bool(values or labels or common) or any(
        labels_in_words(cell) or is_unit(cell) for cell in filled
    )
    role = Role.TABLE if is_sure else Role.EITHER
    return TextLine(text, form, role, cells, labels, common, numbers)


@lru_cache(maxsize=16_384)
def is_value(text: str) -> bool:
    """Whether a text is a number, a mark for none, or loose digits: never words."""
    if text.isascii() and text.isdigit():
        return True
    if len(text) > 200:
        return False
    return bool(
        _MARK.fullmatch(text)
        or _NUMBER.fullmatch(text)
        or (text[:1].isdigit() and all(_NUMBER.fullmatch(piece) for piece in text.split()))
    )


def _count_of_numbers(value: str) -> int:
    """How many numbers a value is; a mark for none is no number."""
    if value.isdigit():
        return 1
    return len(value.split()) if any(map(str.isdigit, value)) else 0


def _is_sentence(text: str) -> bool:
    return bool(_SENTENCE.search(text)) or len(text) > _LONGEST_CELL


def _role_of_text(text: str) -> Role:
    if len(text) == 1:  # of a label that stands upright beside its rows
        return Role.EITHER
    if len(text) > _LONGEST_CELL or _SENTENCE.search(text) or text[-1] in "：:，,、":
        return Role.PROSE
    return Role.EITHER


def is_row_of_numbers(line: TextLine) -> bool:
    """Whether a line is a table by itself: so many numbers and no words."""
    return line.numbers >= _FEWEST_NUMBERS and all(is_value(c) for c in line.cells if c)
