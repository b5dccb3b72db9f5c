"""One cell of a table: its text as a value, with the reason where there is none."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache

from index.text import compact, decimal_from, normalise
from index.types import Status

ZERO = Decimal(0)
# What people write where there is nothing to count. No data (无数据), a masked figure (*) or a
# stray point say nothing of how many there were.
_MARKS = frozenset({"/", "-", "--", "---", "----", "——", "—", "–", "―", "\\", "无"})
_MARKS |= frozenset({"——", "//", "…", "……", "空", "零", "〇"})
_MARKS |= frozenset({"无。", "(无)", "没有", "未发生"})
_MARKS |= frozenset({"暂无", "不涉及", "○"})
_MARKS |= frozenset({"nan", "NaN", "<NA>"})  # what pandas prints for an empty cell
_DASHES = frozenset(" -—–―/")
_MINUS = str.maketrans({"−": "-", "﹣": "-", "‐": "-", "‑": "-", "﹢": "+"})
_COUNTERS = "件次|人次|件|项|条|个|次|份|篇|期|册|宗|起|部|人|名|场|处|家"
_MONEY = {
    "元": Decimal(1),
    "万元": Decimal(10_000),
    "万": Decimal(10_000),
    "亿元": Decimal(100_000_000),
}
_NUMBER = re.compile(
    rf"(?P<number>[+-]? ?\d[\d,]*(?:\.\d+)?) ?(?P<unit>{_COUNTERS}|亿元|万元|万|元)?(?:整)?"
)
_UNIT_IN_BRACKETS = re.compile(r"(?<=\d) ?[(（]([^()（）\d]{1,3})[)）]$")
_CHANGE = re.compile(rf"(?P<sign>增加?|减少?|↑|↓)(?P<number>\d+)(?:{_COUNTERS})?")
# A mark that points to a note below the table; the small digit is none of the number.
_NOTE = re.compile(
    r"(?<=[\d件项条个次篇份期册宗起部人名场处家元])\s?(?:[¹²³⁰⁴-⁹]{1,2}|[①-⑳]"
    r"|[\[〔]注?\d{1,2}[\]〕]|[(（]注\d{0,2}[)）]|注\d|[*＊※]{1,3})$"
)
_WORDED = re.compile(r"^\s*(?:共计?|合?计)?\s*(?P<number>\d.*?)[。；;]?$")
_APOSTROPHE = re.compile(r"(?<=\d)['’](?=\d{3}(?!\d))")  # a thousands mark, too
_SMALL_DIGIT = re.compile("[¹²³⁰⁴-⁹①-⑳⑴-⒇]")
_SPLIT_DIGITS = re.compile(r"\d[\d ,.]* [\d ,.]*\d")
# Letters that whoever recognises print takes for digits: O for 0, l for 1.
_MISTAKEN = re.compile(r"(?=.*[A-Za-z])[\dOolI]{1,7}")
_AS_DIGITS = str.maketrans("OolI", "0011")


class Kind(Enum):
    """What a cell's text looks like, before anything is known about its place."""

    EMPTY = auto()
    MARK = auto()  # / - — 无
    NUMBER = auto()
    DIGITS = auto()  # digits with blanks between them, or letters taken for some
    TEXT = auto()


# Cells are asked for their kind all the time, and Python 3.11 takes long to find a member in its
# class: so these have names of their own.
EMPTY, MARK, NUMBER, DIGITS, TEXT = Kind


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell read: the value, the text it was read from, and how the value came about."""

    value: Decimal | None
    raw: str
    status: Status


@lru_cache(maxsize=16_384)
def kind_of(text: str) -> Kind:
    """Whether a cell is empty, a mark for nothing, a number, loose digits or words."""
    if text.isascii() and text.isdigit():
        return NUMBER
    spelled = _spelled(text)
    if not spelled:
        return EMPTY
    if spelled in _MARKS:
        return MARK
    if _number_in(spelled) is not None or _CHANGE.fullmatch(spelled):
        return NUMBER
    is_digits = _SPLIT_DIGITS.fullmatch(spelled) or _MISTAKEN.fullmatch(spelled)
    return DIGITS if is_digits else TEXT


@lru_cache(maxsize=16_384)
def read_cell(text: str, unit: str = "件", printed_unit: str | None = None) -> Reading:
    """The value of a cell in the metric's unit; `printed_unit` is what the column's head says.

    A cell without a money unit of its own is in the unit of the head, else in the metric's.
    """
    if text.isascii() and text.isdigit() and printed_unit is None:
        return Reading(Decimal(text), text, Status.REPORTED)
    spelled = _spelled(text)
    if not spelled or spelled in _MARKS:
        return Reading(ZERO, text, Status.BLANK)
    change = _CHANGE.fullmatch(spelled)
    if change is not None:
        value = Decimal(change["number"])
        is_less = change["sign"][0] in "减↓"
        return Reading(-value if is_less else value, text, Status.REPORTED)
    found = _number_in(spelled)
    if found is None:
        return Reading(None, text, Status.UNREADABLE)
    number, cell_unit = found
    value_in_unit = _in_unit(number, cell_unit or printed_unit, unit)
    status = Status.UNREADABLE if value_in_unit is None else Status.REPORTED
    return Reading(value_in_unit, text, status)


def joined_digits(text: str) -> Decimal | None:
    """The number that split or mistaken digits would be: 2 5 8 4 7 → 25847, lO → 10."""
    spelled = _spelled(text)
    if _MISTAKEN.fullmatch(spelled):
        return decimal_from(spelled.translate(_AS_DIGITS))
    if not _SPLIT_DIGITS.fullmatch(spelled):
        return None
    return decimal_from(spelled.replace(" ", ""))


def _spelled(text: str) -> str:
    text = _NOTE.sub("", text.rstrip())
    if text[:1] in "共计合" or text[-1:] in "。；;":  # 共3件。
        text = _WORDED.sub(r"\g<number>", text)
    if text[:1] == "$" and text[-1:] == "$":  # $1{,}234$, as recognisers of print write
        text = text.strip("$ ").replace("{,}", ",")
    if "'" in text or "’" in text:
        text = _APOSTROPHE.sub(",", text)
    if _SMALL_DIGIT.search(text):  # would be spelled as a digit of the number
        return text
    spelled = normalise(text).replace("\n", " ").strip().translate(_MINUS)
    if " " in spelled and _DASHES.issuperset(spelled):
        return spelled.replace(" ", "")
    return spelled


def _number_in(spelled: str) -> tuple[Decimal, str | None] | None:
    match = _NUMBER.fullmatch(_UNIT_IN_BRACKETS.sub(r"\1", spelled))
    if match is None:
        return None
    number = decimal_from(match["number"].replace(" ", ""))
    return None if number is None else (number, match["unit"])


def _in_unit(number: Decimal, printed: str | None, wanted: str) -> Decimal | None:
    if number == 0:
        return number
    if wanted not in _MONEY:
        is_count = number == number.to_integral_value()  # 1.234 was 1,234, or no count at all
        return None if printed in _MONEY or not is_count else number
    if printed is None:
        return number
    if printed not in _MONEY:
        return None
    if _MONEY[printed] == _MONEY[wanted]:
        return number
    return number * _MONEY[printed] / _MONEY[wanted]


def money_unit_in(head: str) -> str | None:
    """The unit of money that the head of a column states: 本年收费金额（单位：万元）→ 万元."""
    head = compact(head)
    for unit in ("亿元", "万元", "元"):
        if unit in head:
            return unit
    return None
