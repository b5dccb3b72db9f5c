"""How labels are written: V52 to V56, V60; the report is invented."""

import re
from random import Random

from tests.generator.html_layouts import PAGE_LAYOUTS
from tests.generator.tables import SpanTable
from tests.generator.text_layouts import one_a_line
from tests.index.ingest.variants.base import ALL, ALL_2020, drawn, drawn_2020, written
from tests.index.ingest.variants.variant import Variant

_HEADS = (
    "结果维持",
    "结果纠正",
    "其他结果",
    "尚未审结",
    "商业企业",
    "科研机构",
    "社会公益组织",
    "法律服务机构",
    "本年制发件数",
    "现行有效件数",
)
_SHORT = (
    (r"（区分处理的，只计这一情形，不计其他情形）", ""),
    (r"申请人无正当理由逾期不补正[^\t]*", "逾期不补正"),
    (r"申请人逾期未按收费通知[^\t]*", "逾期不缴费"),
    ("行政规范性文件", "规范性文件"),
    ("现行有效件数", "现行有效件"),
)
_SAFETY = "“三安全一稳定”"
_ORDINALS = r"(?m)(^|\t)(?:[一二四]、|（[一二三四五六七]）|\d\.)(?=[一-龥])"


def _written(number: str, what: str, *changes: tuple[str, str]) -> Variant:
    """The report with patterns of its labels replaced: every cell is still known."""
    text = written(drawn())
    changed = text
    for pattern, replacement in changes:
        assert re.search(pattern, changed), pattern
        changed = re.sub(pattern, replacement, changed)
    return Variant(number, what, changed, (ALL,))


def _halves(between: str) -> tuple[tuple[str, str], ...]:
    return tuple((rf"(?<=\t){head}", f"{head[:2]}{between}{head[2:]}") for head in _HEADS)


def with_broken_heads(table: SpanTable, rng: Random) -> list[str]:
    """A cell a line, a head over two."""
    lines = ((t[:2], t[2:]) if t in _HEADS else (t,) for t in one_a_line(table, rng))
    return [line for several in lines for line in several]


def _broken_in_page(head: str, page: str) -> str:
    assert f">{head}<" in page
    return page.replace(f">{head}<", f">{head[:2]}<br/>\n{head[2:]}<")


def _page_with_broken_heads() -> str:
    page = PAGE_LAYOUTS["clean"](drawn(), Random(1))
    for head in _HEADS:
        page = _broken_in_page(head, page)
    return page


VARIANTS = (
    _written("V52", "a blank inside heads", *_halves(" ")),
    _written("V52", "a wide blank inside heads", *_halves("\u3000")),
    Variant("V52", "heads over two lines", written(drawn(), with_broken_heads), (ALL,)),
    Variant(
        "V52", "heads broken in their cells", _page_with_broken_heads(), (ALL,), name="报告.html"
    ),
    Variant(
        "V52",
        "a head of 2019 broken in its cell",
        _broken_in_page("本年新制作数量", PAGE_LAYOUTS["clean"](drawn_2020(), Random(1))),
        (ALL_2020,),
        name="报告.html",
    ),
    _written("V53", "shortened labels", *_SHORT),
    _written(
        "V54", "half-width brackets, a blank behind", (r"(?m)(^|\t)（([一-七])）", r"\1(\2) ")
    ),
    _written("V54", "1、", (r"(?<=\t)(\d)\.(?=[一-龥])", r"\1、")),
    _written("V54", "1．", (r"(?<=\t)(\d)\.(?=[一-龥])", r"\1．")),
    _written("V54", "no ordinals", (_ORDINALS, r"\1")),
    *(
        _written(
            "V55",
            f"{marks or 'none'} around 三安全一稳定",
            (_SAFETY, f"{marks[:1]}三安全一稳定{marks[1:]}"),
        )
        for marks in ('""', "‘’", "「」", "")
    ),
    _written("V56", "， in the labels of rows 21 and 22", ("、行政机关不再", "，行政机关不再")),
    _written(
        "V60", "第二十条 apart from its item", (r"第二十条第（(.)）项", r"第二十条  第（\1）项")
    ),
    _written("V60", "blanks around 项", (r"第二十条第（(.)）项", r"第二十条第 （\1） 项 ")),
)
