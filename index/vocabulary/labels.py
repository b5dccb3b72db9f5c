"""Labels of rows and columns: one spelling for each, and look-up of the longest that fits."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from index.text import compact

# 一、 （三） 1. 2、 ③ before a label. A bare 三 is no ordinal: 三安全一稳定.
_ORDINAL = re.compile(
    r"\(?[一二三四五六七八九十]{1,2}[)、.,:]+|\(\d{1,2}\)[、.,]?|\d{1,2}[、.,)]?(?=\D)|第[一二三四五六七八九十]+[项,、:]"
)
_MARKS = str.maketrans("", "", "、,。.;:·-—–_*()[]【】〔〕“”\"'‘’「」『』《》<>|/")
_ENGLISH = re.compile(r"(?<=[\u4e00-\u9fff)])[A-Za-z][A-Za-z(),/'&-]*$")
# A mark that points to a note below the table: 规章①, 行政许可[注1], 行政处罚*.
_NOTE_MARK = re.compile(
    r"(?<=[^\s])\s?(?:[①-⑳¹²³⁰⁴-⁹]{1,2}|[\[〔](?:注?\d{1,2}|[①-⑳])[\]〕]|注\d|[*＊※]{1,3})\s*$"
)
# How short a piece of a label may be and still stand for it.
_SHORTEST = 4


@lru_cache(maxsize=16_384)
def plain_label(text: str) -> str:
    """A label without its ordinal, marks, quotes and white space."""
    return _split(text)[1]


@lru_cache(maxsize=16_384)
def ordinal_of(text: str) -> str:
    """The ordinal that a label is printed with, without its marks: 三, 12, or nothing."""
    return _split(text)[0]


def _split(text: str) -> tuple[str, str]:
    text = compact(_NOTE_MARK.sub("", text)).replace("其它", "其他")
    if text[-1:].isalpha() and text[-1:].isascii():  # the same label in English behind it
        text = _ENGLISH.sub("", text)
    match = _ORDINAL.match(text)
    if match is None:
        return "", text.translate(_MARKS)
    ordinal = match.group().translate(_MARKS).removeprefix("第").removesuffix("项")
    return ordinal, text[match.end() :].translate(_MARKS)


class LabelBook:
    """The labels of one block of a table, each with what it stands for.

    `fragments` are pieces that no other label of the block contains; they catch labels that
    were shortened or reworded; `group` matches labels of groups that may stand before one.
    """

    __slots__ = ("_beginnings", "_by_label", "_fragments", "_group", "_labels", "_seen")

    def __init__(
        self,
        labels: Iterable[tuple[str, str]],
        fragments: Mapping[str, str] | None = None,
        group: re.Pattern[str] | None = None,
    ) -> None:
        self._group = group
        self._by_label = {plain_label(label): key for label, key in labels}
        self._labels = sorted(self._by_label.items(), key=lambda item: -len(item[0]))
        self._fragments = {plain_label(f): key for f, key in (fragments or {}).items()}
        self._beginnings = beginnings_of(self._by_label)
        self._seen: dict[str, str | None] = {}

    def find(self, text: str) -> str | None:
        """What the label stands for: exact, with a note behind it, shortened, or None."""
        label = plain_label(text)
        if label in self._by_label:
            return self._by_label[label]
        if label not in self._seen:
            if len(self._seen) > 10_000:  # a long ingest meets endless other texts
                self._seen.clear()
            self._seen[label] = self._find_behind_group(text) or self._find(label)
        return self._seen[label]

    def _find_behind_group(self, text: str) -> str | None:
        """What a label stands for that the label of its group stands before."""
        group = self._group.match(text) if self._group is not None else None
        return self.find(text[group.end() :]) if group is not None and group.end() else None

    def _find(self, label: str) -> str | None:
        if not label or len(label) > 60:
            return None
        for known, key in self._labels:  # the longest first
            if label.startswith(known) and _is_note(known, label[len(known) :]):
                return None if self._has_another(label[len(known) :]) else key
        if len(label) >= _SHORTEST:
            keys = {key for known, key in self._labels if known.startswith(label)}
            if len(keys) == 1:
                return keys.pop()
        keys = {key for fragment, key in self._fragments.items() if fragment in label}
        return keys.pop() if len(keys) == 1 else None

    def _has_another(self, rest: str) -> bool:
        """Whether what stands behind a label is a label, too: a row of heads that was not cut."""
        return any(len(known) > _SHORTEST and known in rest for known, _ in self._labels)

    def is_cut(self, text: str) -> bool:
        """Whether a text is only the beginning of a label."""
        label = plain_label(text)
        return label in self._beginnings and label not in self._by_label

    def is_begun_by(self, text: str) -> bool:
        """Whether a label begins with this text, or is it."""
        label = plain_label(text)
        return len(label) > 1 and label in self._beginnings

    def goes_on(self, before: str, text: str) -> bool:
        """Whether a text continues a label that began before it, as wrapped labels do."""
        if not before or ordinal_of(text):
            return False
        joined = plain_label(before) + compact(text).translate(_MARKS)
        return joined in self._beginnings


def beginnings_of(labels: Iterable[str]) -> frozenset[str]:
    """All that a label may begin with, from nothing to the whole of it."""
    return frozenset(label[:end] for label in labels for end in range(len(label) + 1))


def _is_note(known: str, rest: str) -> bool:
    # 规章(件) is 规章, but 规章制度 is not; behind a longer label anything is a note.
    return len(known) >= _SHORTEST or rest in {"数", "件", "数量", "件数", "合计"}
