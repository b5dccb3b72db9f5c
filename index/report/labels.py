"""Which lines and cells are labels of the forms' tables, told without any grid around them."""

import re
from functools import lru_cache

from index.vocabulary.labels import LabelBook, ordinal_of, plain_label
from index.vocabulary.metrics.annex import ANNEX_ALIASES, ANNEX_FRAGMENTS, ANNEX_ROWS
from index.vocabulary.metrics.applications import (
    APPLICATIONS,
    GROUP_BEFORE,
    MEMBERS,
    ROW_FRAGMENTS,
)
from index.vocabulary.metrics.disputes import BLOCKS, OUTCOMES
from index.vocabulary.metrics.regulations import COLUMN_FRAGMENTS, REGULATIONS

_LONGEST = 70
_SHORTEST_PIECE = 6
_SENTENCE = re.compile("[。；;！!？?]")
_BRACKET = re.compile(r"[（(][^（）()]*[)）]$")
_SUB_TABLE = "第二十条第"
_NOTE = "本列数据的勾稽关系"
_GROUPS = ("本年度办理结果", "不予公开", "无法提供", "不予处理", "其他处理")
_HEADS = ("信息内容", "申请人情况", "法人或其他组织", "行政复议", "行政诉讼")
_ANNEX_HEADS = ("统计指标", "指标名称", "统计数", "单位", "计量单位")
# Words that also stand in sentences and lists: they tell of a table only beside other labels.
_COMMON = frozenset(("其他", "总计", "合计", "小计", "单位", "规章", "行政复议", "行政诉讼"))
_UNITS = frozenset(("条", "件", "次", "篇", "个", "人", "人次", "元", "万元", "名", "期", "场"))

_ROWS = (
    *(row for m in REGULATIONS for row in m.rows),
    *(row for m in APPLICATIONS for row in m.rows),
)
_COLUMNS = (
    *(column for m in REGULATIONS for column in m.columns),
    *(column for m in MEMBERS for column in m.columns),
    *(label for _, label, _ in (*BLOCKS, *OUTCOMES)),
)
_ANNEX = (*(row.label for row in ANNEX_ROWS), *ANNEX_ALIASES)
_EXACT = frozenset(
    map(plain_label, (*_ROWS, *_COLUMNS, *_GROUPS, *_HEADS, *_ANNEX_HEADS, *_ANNEX))
)
_BEGINNINGS = frozenset(label[:end] for label in _EXACT for end in range(1, len(label) + 1))
_ANNEX_BLOCKS = frozenset(plain_label(row.label) for row in ANNEX_ROWS if row.metric is None)
_BOOK = LabelBook(
    [(label, label) for label in (*_ROWS, *_COLUMNS, *_ANNEX)],
    {**ROW_FRAGMENTS, **COLUMN_FRAGMENTS, **ANNEX_FRAGMENTS},
    GROUP_BEFORE,
)
_LONGEST_WORD = max(map(len, _EXACT))


@lru_cache(maxsize=16_384)
def is_label(text: str) -> bool:
    """Whether a text is a row label, a column head or a group label of any form."""
    if not text or len(text) > _LONGEST or _SENTENCE.search(text):
        return False
    label = plain_label(text)
    if label in _EXACT or label.startswith(_NOTE) or plain_label(_BRACKET.sub("", text)) in _EXACT:
        return True
    if label.startswith(_SUB_TABLE):
        return len(label) <= len(_SUB_TABLE) + 8
    if ordinal_of(text) and _BOOK.find(text) is not None:
        return True
    return len(label) >= _SHORTEST_PIECE and _BOOK.is_begun_by(text)  # a label that wraps


@lru_cache(maxsize=16_384)
def is_telling(text: str) -> bool:
    """Whether a label stands nowhere but in the tables: more than 其他 or 总计."""
    return is_label(text) and plain_label(text) not in _COMMON


def is_annex_block(text: str) -> bool:
    """Whether a text is a row that opens a block of the annex: 一、主动公开情况."""
    return plain_label(text) in _ANNEX_BLOCKS


def is_annex_head(text: str) -> bool:
    """Whether a text is a column head of the annex of 2014-2018."""
    return plain_label(text) in ("统计指标", "统计数")


def is_unit(text: str) -> bool:
    """Whether a text is a unit, as the annex prints them in a column."""
    return text.strip() in _UNITS


def labels_in_words(text: str) -> bool:
    """Whether a line is nothing but labels that were broken at blanks: 结果 维持 结果 纠正."""
    rest = plain_label(text)
    if not rest or len(text) > 400 or _SENTENCE.search(text):
        return False
    while rest:
        for length in range(min(_LONGEST_WORD, len(rest)), 1, -1):
            if rest[:length] in _EXACT:
                rest = rest[length:]
                break
        else:
            return False
    return True


def is_whole_label(text: str) -> bool:
    """Whether a text is a label as a form has it, a note in brackets behind it or not."""
    label = plain_label(text)
    return label in _EXACT or plain_label(_BRACKET.sub("", text)) in _EXACT


def is_begun_by(text: str) -> bool:
    """Whether a label begins with this text: the first line of one that was wrapped."""
    start = plain_label(text)
    return len(start) > 1 and start in _BEGINNINGS


def goes_on(before: str, text: str) -> bool:
    """Whether a text continues a label that broke off before it: 不予公 and 开."""
    rest = plain_label(text)
    if not before or not rest or ordinal_of(text):
        return False
    return plain_label(before) + rest in _BEGINNINGS
