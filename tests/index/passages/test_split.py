import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.passages.split import LONGEST, split_passages, split_pieces
from index.types import Paragraph, Section


def texts(*paragraphs: str) -> list[str]:
    section = Section(5, "", tuple(map(Paragraph, paragraphs)))
    return [p.text for p in split_passages((section,))]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        pytest.param(
            "一是公开渠道不多，样式偏少。二是互动性不足。",
            ["一是公开渠道不多，样式偏少。", "二是互动性不足。"],
            id="points, even a short one, stand alone",
        ),
        pytest.param(
            "改进情况：一是多办几期业务培训班。",
            ["改进情况：一是多办几期业务培训班。"],
            id="a lead-in joins what it introduces",
        ),
        pytest.param(
            "（一）主动公开方面。全年发布各类消息若干条。",
            ["（一）主动公开方面。全年发布各类消息若干条。"],
            id="a heading joins what it names",
        ),
        pytest.param(
            "1.重视程度还需要再提高；2.人员经常变动交接不畅；3、栏目更新偏慢需要督促。",
            ["1.重视程度还需要再提高；", "2.人员经常变动交接不畅；", "3、栏目更新偏慢需要督促。"],
            id="numerals",
        ),
        pytest.param(
            "①渠道不多②解读不通俗③人手也不足",
            ["①渠道不多", "②解读不通俗", "③人手也不足"],
            id="circled numerals without any stop",
        ),
        pytest.param(
            "收取费用3.5万元，比第三、四季度少1.2万元。",
            ["收取费用3.5万元，比第三、四季度少1.2万元。"],
            id="decimals and quarters are no points",
        ),
        pytest.param(
            "印发《关于公开；解读。若干事项的通知》并抓好落实。",
            ["印发《关于公开；解读。若干事项的通知》并抓好落实。"],
            id="no cut inside a title",
        ),
        pytest.param(
            "群众说：“这样公布很好。”干部受到了很大鼓舞。",
            ["群众说：“这样公布很好。”", "干部受到了很大鼓舞。"],
            id="the closing mark stays with its sentence",
        ),
        pytest.param("无。", ["无。"], id="a word alone"),
        pytest.param("——。", [], id="nothing but marks"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_text_is_cut_into_sentences_and_points(paragraph: str, expected: list[str]) -> None:
    assert texts(paragraph) == expected


def test_a_long_sentence_is_cut_at_commas() -> None:
    clause = "围绕群众关心的事项逐条梳理应当公布的内容"
    found = texts("，".join([clause] * 12) + "。")
    assert len(found) > 1
    assert all(len(text) <= LONGEST for text in found)
    assert "".join(found) == "，".join([clause] * 12) + "。"


def test_a_short_heading_joins_the_next_paragraph() -> None:
    assert texts("存在问题", "栏目更新比较慢，需要督促。") == [
        "存在问题\n栏目更新比较慢，需要督促。"
    ]


_WRITTEN = st.text(
    alphabet="公开信息一二三是要、，。；：！？（）()《》“”1234.年\n 　①②A⺠𠮷其次首先第",
    max_size=400,
)


@given(st.lists(_WRITTEN, max_size=4))
def test_a_passage_stands_where_it_says_and_nothing_is_lost(paragraphs: list[str]) -> None:
    section = Section(1, "", tuple(map(Paragraph, paragraphs)))
    text = section.text
    passages = split_passages((section,))
    assert all(text[p.start : p.end] == p.text for p in passages)
    assert all(a.end <= b.start for a, b in pairwise(passages))
    covered = {i for p in passages for i in range(p.start, p.end)}
    assert not any(text[i].isalnum() for i in range(len(text)) if i not in covered)


@given(_WRITTEN, st.integers(0, 400), st.integers(0, 40))
def test_no_passage_cuts_through_a_piece_of_a_phrase(text: str, at: int, size: int) -> None:
    text = re.sub(r"[（）()《》“”]", "", text)
    phrase = text[at : at + size]
    passages = split_passages((Section(1, "", (Paragraph(text),)),))
    for piece in split_pieces(phrase):
        if any(ch.isalnum() for ch in piece) and "\n" not in piece:
            assert any(piece.strip() in p.text for p in passages)
