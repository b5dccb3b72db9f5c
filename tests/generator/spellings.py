"""Row and column labels as issuers spell them: brackets, ordinals, quotes, spaces (V52-V56)."""

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.generator.figures import one_of
from tests.generator.tables import Span, SpanTable

Spelling = Callable[[str], str]

_SHORT = {
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.逾期不补正",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "2.逾期不缴费",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "（二）部分公开",
    "行政规范性文件": "规范性文件",
    "现行有效件数": "现行有效件",
}


def official(text: str) -> str:
    """As the form has it."""
    return text


def with_half_brackets(text: str) -> str:
    """(一) 予以公开, 1. 属于国家秘密."""
    text = re.sub(r"^（([一二三四五六七])）", r"(\1) ", text)
    return re.sub(r"^(\d)\.", r"\1. ", text)


def with_ideographic_comma(text: str) -> str:
    """1、属于国家秘密."""
    return re.sub(r"^(\d)\.", r"\1、", text)


def with_full_stop(text: str) -> str:
    """1．属于国家秘密, straight quotes."""
    return re.sub(r"^(\d)\.", r"\1．", text).replace("“", '"').replace("”", '"')


def shortened(text: str) -> str:
    """逾期不补正 and other short forms."""
    return _SHORT.get(text, text)


def with_spaces(text: str) -> str:
    """结果 维持, 商业 企业."""
    is_head = re.fullmatch(r"(结果|其他|尚未|商业|科研)[一-龥]{2}", text)
    return f"{text[:2]} {text[2:]}" if is_head else text


def with_commas_in_labels(text: str) -> str:
    """逾期不补正，行政机关不再处理, and no quotes."""
    if text.startswith(("1.申请人", "2.申请人")):
        return text.replace("、", "，")
    return text.replace("“", "").replace("”", "")


SPELLINGS: dict[str, Spelling] = {
    "official": official,
    "half_brackets": with_half_brackets,
    "ideographic_comma": with_ideographic_comma,
    "full_stop": with_full_stop,
    "shortened": shortened,
    "spaces": with_spaces,
    "commas": with_commas_in_labels,
}


def spelled(table: SpanTable, rng: Random) -> SpanTable:
    """The table with all labels spelled in one of the ways; its numbers stay."""
    spelling = SPELLINGS[one_of(rng, tuple(SPELLINGS))]
    return replace(
        table,
        rows=tuple(
            tuple(Span(_spell(s.text, spelling), s.cols, s.rows) for s in row)
            for row in table.rows
        ),
    )


def _spell(text: str, spelling: Spelling) -> str:
    is_label = re.search(r"[一-龥]", text)
    return spelling(text) if is_label else text
