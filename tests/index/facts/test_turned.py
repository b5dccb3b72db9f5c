"""Sentences that surely count, turned into ones about another year, a plan or another body.

What was read of them before must then be left alone. Everything in them is invented.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from index.facts.sentences.narrative import facts_from_narrative
from index.types import Paragraph, Report
from tests.index.facts.sentences import read_sentences

# Who and when at the head of a sentence, which another word takes the place of.
_HEAD = re.compile(
    r"^(?:(?:20\d\d年度?|今年(?:以来)?|本年度?|全年|一年来|年内|[我全本][乡局市县镇]|我街道"
    r"|清水乡(?:人民政府|政府)?|一共|共|，|,|\s)+)"
)
_SAYS_ITSELF = re.compile(
    r"年内|[全本我今当][年乡局县镇市街单]|20\d\d|二〇|12月|坚持|（一）|县工信局"
)
_ON_SOME_NET = re.compile(r"^.{0,12}(?:网|微|新媒体|微端)")
_TO_DO = re.compile(r"^(?:主动|公开|发布|通过|举办|召开|开展|组织)")
_BEGINS = re.compile(
    r"^(?:主动|公开|发布|收到|受理|办理|开展|召开|举办|组织|编发|接受|答复|设立|年初计划|通过|推送)"
)

OTHER_YEARS = (
    "2019年，",
    "2019年全年",
    "去年，",
    "截至2019年底，",
    "2018—2019年，",
    "自2008年以来，",
)
PARTS = ("上半年，", "第一季度", "1-6月，", "3月份，")
PLANS = ("计划", "力争", "明年将")
OTHERS = ("白石镇", "各村", "市公安局", "县直各部门", "派出所")


def _turned() -> Iterator[tuple[Report, str]]:
    for said in read_sentences():
        rest = _HEAD.sub("", said.sentence)
        if not said.expected or _SAYS_ITSELF.search(rest):
            continue
        for word in (*OTHER_YEARS, *PARTS):
            yield said.report, word + rest
        if _TO_DO.match(rest):
            yield from ((said.report, word + rest) for word in PLANS)
        if _BEGINS.match(rest) and not _ON_SOME_NET.match(rest):
            yield from ((said.report, word + rest) for word in OTHERS)


def _read(report: Report, sentence: str) -> list[str]:
    (section,) = report.sections
    blocks = (section.blocks[0], Paragraph(sentence))
    told = replace(report, sections=(replace(section, blocks=blocks),))
    return [f"{fact.metric} {fact.value}" for fact in facts_from_narrative(told, ())[0]]


TURNED = tuple(_turned())


def test_sentences_are_turned_in_every_way() -> None:
    for words in (OTHER_YEARS, PARTS, PLANS, OTHERS):
        assert all(any(sentence.startswith(word) for _, sentence in TURNED) for word in words)
    assert len(TURNED) > 2_000


@pytest.mark.parametrize("start", range(4))
def test_what_is_of_another_time_or_body_is_left_alone(start: int) -> None:
    read = {sentence: _read(report, sentence) for report, sentence in TURNED[start::4]}
    assert {sentence: found for sentence, found in read.items() if found} == {}
