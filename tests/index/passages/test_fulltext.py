import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.passages.fulltext import Terms, find_verbatim, match_phrase, terms_of
from tests.index.passages.shelf import Shelf


@pytest.mark.parametrize(
    ("text", "pairs", "singles"),
    [
        ("公开目录", ("公开", "开目", "目录"), ("公", "开", "目", "录")),
        ("税", ("税",), ("税",)),
        ("2024 年", ("2024", "年"), ("2024", "年")),
        ("手机APP端", ("手机", "app", "端"), ("手", "机", "app", "端")),
        ("结果 维持", ("结果", "果维", "维持"), ("结", "果", "维", "持")),
        ("。！？", (), ()),
        ("〇五", ("〇五",), ("〇", "五")),
    ],
)
def test_terms_are_pairs_and_characters(
    text: str, pairs: tuple[str, ...], singles: tuple[str, ...]
) -> None:
    assert terms_of(text) == Terms(pairs, singles)


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("三审三校", "落实三审三校制度", ["三审三校"]),
        ("2024年", "自2024 年起", ["2024 年"]),
        ("ａｐｐ", "下载APP查看", ["APP"]),
        (
            "国办公开办函[2021]30号",
            "按照国办公开办函〔2021〕30号执行",
            ["国办公开办函〔2021〕30号"],
        ),
        ("12期", "共112期，另有12期", ["12期"]),
        ("app", "Happy APP", ["APP"]),
        ("公开", "公开再公开", ["公开", "公开"]),
        ("", "公开", []),
        ("没有", "公开", []),
    ],
)
def test_a_phrase_is_found_verbatim(phrase: str, text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in find_verbatim(phrase, text)] == found


_HOSTILE = [
    '"',
    "'",
    "AND",
    "公开 OR",
    "NEAR(公开 目录)",
    "公开*",
    "bigrams:公开",
    "-公开",
    "(",
    "公开\x00目录",
    "; drop table texts; --",
    "{singles} : 公",
    "公" * 3000,
    "^公开",
    "%",
    "_",
    "😀",
]


@pytest.mark.parametrize("words", _HOSTILE)
def test_no_wording_of_a_question_breaks_the_search(shelf: Shelf, words: str) -> None:
    shelf.add(1, "主动公开目录编制比较规范。")
    shelf.store.search(words, None, None)
    shelf.store.find_phrase(words)


_SAMPLES = (
    "一是健全三审三校制度，专人负责；二是设立政务公开专区。",
    "全年收到申请12件，同比增长3.5%，其中线上8件。",
    "按照国办公开办函〔2021〕30号文件要求，规范App和网站栏目。税 费 减免无。",
    "改进情况：\n（一）拓宽渠道。通过广播、电视等（含村级大喇叭）公布",
)


@given(st.sampled_from(_SAMPLES), st.integers(0, 60), st.integers(1, 25))
def test_every_stretch_of_a_text_is_asked_for_by_terms_that_it_has(
    text: str, at: int, size: int
) -> None:
    phrase = text[at : at + size]
    match = match_phrase(phrase)
    if match is None:
        assert not any(ch.isalnum() for ch in phrase)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 9, 17, 30])
def test_every_stretch_of_a_report_is_found(shelf: Shelf, size: int) -> None:
    shelf.add(1, *_SAMPLES[:2])
    shelf.add(2, *_SAMPLES[2:])
    for report_id, paragraphs in ((1, _SAMPLES[:2]), (2, _SAMPLES[2:])):
        text = "\n".join(paragraphs)
        for at in range(0, len(text) - size + 1, 3):
            phrase = text[at : at + size]
            if not find_verbatim(phrase, text) or not any(ch.isalnum() for ch in phrase):
                continue  # half a number, or marks alone
            hits = shelf.store.find_phrase(phrase)
            mine = [h for h in hits if h.report_id == report_id]
            assert mine, phrase
            assert any(find_verbatim(phrase, h.passage.text) for h in mine)
