"""What is asked for, in which order it is found, and that no scope leaks."""

import random
from collections.abc import Iterator

import numpy as np
import pytest

from index.passages import scopes, search, store
from index.passages.embed import Embedder
from index.passages.search import Candidate, clean_query, in_reports_words, rank, rarity_of
from index.passages.store import DEEPER, DEPTH
from index.passages.vectors import VectorShelf
from index.types import Passage
from tests.index.passages.retrieval.dataset import background, read_test_set
from tests.index.passages.shelf import Shelf

EVERYBODY = "以习近平新时代中国特色社会主义思想为指导，扎实做好政务公开工作。"


@pytest.mark.parametrize(
    ("asked", "sought"),
    [
        ("2024年报告里有没有说到网站更新慢的问题", "网站更新慢"),
        ("请问有没有哪些乡镇说人手不够？", "人手不够"),
        ("去年的报告里怎么说培训的", "培训"),
        ("哪些地方提到三审三校", "三审三校"),
        ("你好，帮我找一下关于村务公开的说法，谢谢", "村务公开"),
        ("谁说过跟老百姓沟通少", "跟老百姓沟通少"),
        ("广场上贴地图是为了啥", "广场上贴地图"),
        ("录像要不到是 解释", "录像要不到 解释"),
        ("公开属性是什么情况", "公开属性"),
        ("What did they write about training in 2023?", "training"),
        # What is only frame is still asked for.
        ("2024年", "2024年"),
        ("有什么问题", "问题"),
        ("没有收到申请", "没有收到申请"),
        ("？", "？"),
    ],
)
def test_a_question_is_stripped_to_what_it_asks_for(asked: str, sought: str) -> None:
    assert clean_query(asked) == sought


def test_words_that_were_understood_are_taken_out() -> None:
    asked = "青河镇和东岭乡的年报里提到网站更新慢吗"
    assert clean_query(asked, ("青河镇", "东岭乡")).strip("和 ") == "网站更新慢"


def test_what_everybody_writes_gives_way_to_what_is_particular() -> None:
    common = Candidate(1, "加强培训。", 0.60, issuers=100)
    particular = Candidate(2, "举办跟班学习。", 0.55, issuers=1)
    assert [r.text_id for r in rank([common, particular], "培训班", {}, 100)] == [2, 1]


def test_a_shared_clause_outweighs_a_little_likeness() -> None:
    shared = Candidate(1, "公开栏张贴的内容更换不勤。", 0.40, issuers=1)
    alike = Candidate(2, "信息更新不及时。", 0.60, issuers=1)
    rarity = {
        pair: rarity_of(1, 1000) for pair in ("张贴", "贴的", "更换", "换不", "不勤", "栏张")
    }
    assert [r.text_id for r in rank([shared, alike], "栏张贴的更换不勤", rarity, 9)] == [1, 2]


def test_what_nearly_repeats_a_better_one_gives_way_to_what_does_not() -> None:
    same = "全年共举办培训{}场次，{}余人参加。"
    repeated = [Candidate(i, same.format(i, 90 + i), 0.6 - i / 1000, 1) for i in range(1, 12)]
    other = Candidate(99, "请专家来讲课，人人动笔考一考。", 0.5, 1)
    found = rank([*repeated, other], "办班学习", {}, 9)
    assert [r.text_id for r in found] == [1, 99, *range(2, 12)]
    assert [r.score for r in found[:2]] == [0.599, 0.5]


def test_what_hardly_answers_does_not_gain_by_being_different() -> None:
    same = "全年共举办培训{}场次，{}余人参加。"
    repeated = [Candidate(i, same.format(i, 90 + i), 0.6 - i / 1000, 1) for i in range(1, 12)]
    other = Candidate(99, "农产品销路不错。", 0.2, 1)
    found = [r.text_id for r in rank([*repeated, other], "办班学习", {}, 9)]
    assert found == [*range(1, 12), 99]


def test_boilerplate_of_many_bodies_is_not_shown_first(shelf: Shelf) -> None:
    for report in range(1, 31):
        shelf.add(report, EVERYBODY)
    shelf.add(31, "每周二组织信息员集中学习一次，由县里派人讲课，扎实做好政务公开培训工作。")
    hits = shelf.store.search("政务公开工作培训", None, None)
    assert hits[0].report_id == 31
    assert [h.also_in for h in hits if h.passage.text == EVERYBODY] == [29]


def test_every_report_with_a_phrase_is_found_and_counted(shelf: Shelf) -> None:
    for report in range(1, 41):
        said = "落实三审三校制度" if report % 4 == 0 else "落实三级审核、逐级校对制度"
        shelf.add(report, f"第{report}项工作中{said}，严把质量关。")
    found = {h.report_id for h in shelf.store.find_phrase("三审三校")}
    assert found == set(range(4, 41, 4))


@pytest.mark.parametrize("many", [5, 1_000])
def test_a_phrase_is_found_in_the_reports_asked_and_no_others(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(scopes, "MANY", many)
    for report in range(1, 31):
        shelf.add(
            report, f"第{report}项工作落实三审三校制度，严把质量关。", section=report % 2 + 1
        )
    asked = list(range(1, 31, 3))
    assert [h.report_id for h in shelf.store.find_phrase("三审三校", asked)] == asked
    within = shelf.store.find_phrase("三审三校", asked, 1)
    assert [h.report_id for h in within] == [i for i in asked if i % 2 == 0]
    # A scope ends with its search.
    assert len(shelf.store.find_phrase("三审三校")) == 30
    assert shelf.store.find_phrase("三审三校", range(40, 60)) == ()
    assert shelf.store.search("落实制度", range(40, 60), None) == ()


REPORTS = 100
PROBE = "组织业务培训学习"
NEAR, FAR = 1, 5  # sections: what is nearest to the probe, and all else


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[Shelf]:
    """Sentences as reports have them, many nearly the same, more than are ranked exactly."""
    shelf = Shelf.open(tmp_path_factory.mktemp("large"), embedder)
    texts = [told.text for told in read_test_set().passages] + background(3_000)
    likeness = embedder.embed_passages(texts) @ embedder.embed_queries([PROBE])[0]
    near = {texts[i] for i in np.argsort(-likeness)[: DEPTH * DEEPER + 50]}
    with shelf.db.atomic():
        for report in range(1, REPORTS + 1):
            shelf.add_report(report, year=2020 + report % 5)
            shelf.store.save(report, _passages(texts[report - 1 :: REPORTS], near))
    shelf.flush()
    yield shelf
    shelf.close()


def test_the_graph_loses_nothing_of_the_true_ten(large: Shelf, embedder: Embedder) -> None:
    texts = [row[0] for row in large.db.execute("select text from texts order by id")]
    matrix = embedder.embed_passages(texts)
    assert large.store._is_readable()
    for question in read_test_set().questions[::4]:
        vector = embedder.embed_queries([clean_query(question.text)])[0]
        exact = np.sort(matrix @ vector)[::-1][:10]
        found = sorted(large.store._vectors.nearest(vector, 10).values(), reverse=True)
        # Cosines, not ids: of equals either may be among the ten.
        np.testing.assert_allclose(found, exact, atol=1e-4)


@pytest.fixture(params=["exactly", "by the graph", "read through"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Scopes small enough to be ranked one and all, and those that Chroma's graph ranks.

    Before Chroma is open, the copies of all vectors are read through.
    """
    is_exact = request.param == "exactly"
    if request.param == "read through":
        monkeypatch.setattr(VectorShelf, "is_open", False)
        monkeypatch.setattr(store, "OPENING", 1_000.0)
    monkeypatch.setattr(store, "EXACT", 1_000 if is_exact else 10)
    monkeypatch.setattr(store, "SCANNED", 10 if request.param == "by the graph" else 1_000)
    monkeypatch.setattr(scopes, "MANY", 1_000 if is_exact else 10)


def test_a_scope_is_answered_alike_before_chroma_is_open_and_after(
    large: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "EXACT", 10)
    scope = list(range(1, REPORTS + 1, 2))
    questions = [q.text for q in read_test_set().questions[:40:2]]
    answers = []
    for is_open in (True, False):
        monkeypatch.setattr(VectorShelf, "is_open", is_open)
        answers.append([large.store.search(q, scope, None, 10) for q in questions])
    assert answers[0] == answers[1]


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("share", [0.01, 0.3, 0.8])
def test_no_search_leaves_its_scope(large: Shelf, share: float) -> None:
    chance = random.Random(share)
    questions = [q.text for q in read_test_set().questions]
    for _ in range(60):
        scope = chance.sample(range(1, REPORTS + 1), round(REPORTS * share))
        hits = large.store.search(chance.choice(questions), scope, None)
        assert {h.report_id for h in hits} <= set(scope)
        assert hits != ()


@pytest.mark.usefixtures("either_way")
def test_a_scope_is_searched_as_if_nothing_else_were_held(
    large: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What gives way to what is not in the scope gives way to nothing within it.
    monkeypatch.setattr(search, "REPETITION_WEIGHT", 0.0)
    scope = list(range(1, REPORTS + 1, 2)) + list(range(2, 60, 2))
    for question in read_test_set().questions[:40]:
        everywhere = large.store.search(question.text, None, None, 30)
        within = large.store.search(question.text, scope, None, 5)
        expected = [h.passage.text for h in everywhere if h.report_id in scope]
        common = min(len(expected), 3)
        assert [h.passage.text for h in within][:common] == expected[:common]


def test_all_reports_by_their_ids_are_searched_as_all(
    large: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "EXACT", 10)
    everything = list(range(1, REPORTS + 1))
    for question in read_test_set().questions[:40:4]:
        by_ids = large.store.search(question.text, everything, None, 5)
        assert by_ids == large.store.search(question.text, None, None, 5)


@pytest.mark.usefixtures("either_way")
def test_a_scope_far_from_the_question_is_still_searched(large: Shelf) -> None:
    """Where the nearest of all are elsewhere, the scope's own nearest are found."""
    hits = large.store.search(PROBE, None, FAR, 10)
    assert len(hits) == 10
    assert {h.passage.section for h in hits} == {FAR}


def _passages(texts: list[str], near: set[str]) -> list[Passage]:
    passages, at = [], 0
    for text in texts:
        passages.append(Passage(NEAR if text in near else FAR, at, at + len(text), text))
        at += len(text) + 1
    return passages


@pytest.mark.parametrize(
    ("query", "words"),
    [("lifts out of order", "电梯"), ("电梯 lifts", ""), ("xylophones", "")],
)
def test_an_english_question_is_looked_up_by_what_reports_call_it(query: str, words: str) -> None:
    assert in_reports_words(query) == words
