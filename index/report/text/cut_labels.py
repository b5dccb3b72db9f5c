"""Labels that were cut over lines of text, put together again.

A label that did not fit its column goes on in the next line, and its numbers stand on either.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from index.report.labels import goes_on, is_begun_by, is_whole_label
from index.report.lines import is_value

_LONGEST = 70
_MOST_LINES = 4
_OPENS = "(（[【"
_APART = re.compile("[\t|｜│]")
_FEWEST_NUMBERS = 2
_BLANKS = re.compile(r"\s+")


def with_whole_labels(lines: Sequence[str]) -> list[str]:
    """The lines, each label of the form on one of its own, its numbers behind it."""
    whole: list[str] = []
    at = 0
    while at < len(lines):
        begun = _begun(lines[at])
        joined, count = _joined(begun, lines[at : at + _MOST_LINES]) if begun else (lines[at], 1)
        whole.append(joined)
        at += count
    return whole


@lru_cache(maxsize=8_192)  # the same labels and numbers stand on lines of their own everywhere
def _begun(line: str) -> tuple[str, str, str] | None:
    """A group, a label that may go on in the next line, and numbers; None in other lines."""
    label, cells = _parts(line)
    group, label = _group_before(label)
    is_open = is_begun_by(label) and not (is_whole_label(label) and label[-1] not in _OPENS)
    return (group, label, cells) if is_open else None


def _joined(begun: tuple[str, str, str], lines: Sequence[str]) -> tuple[str, int]:
    """The first line with those that its label goes on in, and how many lines that were."""
    group, label, cells = begun
    best = (lines[0], 1)
    for count, line in enumerate(lines[1:], 2):
        if not cells and _are_numbers(line):  # they stand beside the middle of the label
            cells = f" {line.strip()}"
            continue
        rest, more = _parts(line)
        if not rest or (cells and more) or not goes_on(label, rest):
            break
        label, cells = label + rest, cells or more
        if is_whole_label(label):
            best = (f"{group}{label}{cells}", count)
    return best


def _group_before(label: str) -> tuple[str, str]:
    """The label of a group, and the beginning of a row's behind it: （四）无法提供 1.本机关."""
    group, blank, rest = label.rpartition(" ")
    if blank and not is_begun_by(label) and is_whole_label(group) and is_begun_by(rest):
        return group + blank, rest
    return "", label


def _are_numbers(line: str) -> bool:
    words = line.split()
    return len(words) >= _FEWEST_NUMBERS and all(map(is_value, words)) and "\t" not in line


def _parts(line: str) -> tuple[str, str]:
    """The label of a line and the numbers behind it; no label where it cannot be cut."""
    text = line.strip()
    if not 0 < len(text) <= _LONGEST or _APART.search(text):
        return "", ""
    end, numbers = len(text), 0
    for gap in reversed(list(_BLANKS.finditer(text))):  # 开 5 0 0 0 0 0 5
        if not is_value(text[gap.end() : end]):
            break
        end, numbers = gap.start(), numbers + 1
    is_row = numbers >= _FEWEST_NUMBERS and not is_value(text[:end])
    return (text[:end], text[end:]) if is_row else (text, "")
