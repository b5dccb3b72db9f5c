"""The copies of vectors beside the passages: what Chroma holds, and of the right reports."""

from collections.abc import Iterator

import numpy as np
import pytest

from index.passages.embed import Embedder
from index.passages.matrix import lacking_reports, likeness_in
from index.passages.texts import PassageHit, hash_of
from index.types import Paragraph, Passage, Section
from tests.index.passages.retrieval.dataset import background, read_test_set
from tests.index.passages.shelf import Shelf, connection

REPORTS = 40


@pytest.fixture
def shelf(either_shelf: Shelf) -> Shelf:
    return either_shelf


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[Shelf]:
    shelf = Shelf.open(tmp_path_factory.mktemp("filled"), embedder)
    texts = [told.text for told in read_test_set().passages] + background(600)
    for report in range(1, REPORTS + 1):
        said = tuple(map(Paragraph, (*texts[report::REPORTS], texts[0])))
        sections = (Section(report % 3 + 1, "", said),)
        shelf.add_sections(report, sections, is_flushed=False)
    shelf.flush()
    yield shelf
    shelf.close()


def copies(shelf: Shelf) -> set[int]:
    return {row[0] for row in shelf.db.execute("select report_id from report_vectors")}


@pytest.mark.parametrize("scope", [[7], [3, 9, 11, 30], list(range(1, REPORTS + 1))])
@pytest.mark.parametrize("section", [None, 2])
def test_copies_agree_with_chroma(
    filled: Shelf, embedder: Embedder, scope: list[int], section: int | None
) -> None:
    assert filled.store._is_readable()
    for question in read_test_set().questions[::25]:
        vector = embedder.embed_queries([question.text])[0]
        found, lacking = likeness_in(connection(filled.db), vector, scope, section)
        rows = filled.db.execute(
            f"""select distinct t.id, t.hash from passages p join texts t on t.id = p.text_id
                where p.report_id in ({",".join(map(str, scope))})
                and {"1" if section is None else f"p.section = {section}"} order by t.id"""
        ).fetchall()
        kept = filled.store._vectors.cosines(vector, [key for _, key in rows])
        assert lacking == []
        assert found.texts.tolist() == [text_id for text_id, _ in rows]
        np.testing.assert_allclose(found.cosines, [kept[key] for _, key in rows], atol=2e-3)


def test_without_copies_the_same_is_found(filled: Shelf) -> None:
    questions = [q.text for q in read_test_set().questions[::20]]
    scope = list(range(1, REPORTS + 1, 3))
    with_copies = [filled.store.search(q, scope, None, 3) for q in questions]
    filled.db.execute("delete from report_vectors where report_id % 2")
    half = [filled.store.search(q, scope, None, 3) for q in questions]
    filled.db.execute("delete from report_vectors")
    without = [filled.store.search(q, scope, None, 3) for q in questions]
    filled.db.conn.rollback()
    assert _places(with_copies) == _places(half) == _places(without)


def test_a_report_that_is_taken_out_leaves_no_copy(shelf: Shelf) -> None:
    shelf.add(1, "一是渠道单一。")
    shelf.add(2, "二是更新不及时。")
    assert copies(shelf) == {1, 2}
    shelf.remove(1)
    assert copies(shelf) == {2}


def test_a_report_that_is_saved_again_has_a_copy_of_what_it_says_now(
    shelf: Shelf, embedder: Embedder
) -> None:
    shelf.add(1, "一是渠道单一。")
    shelf.add(1, "全年组织业务培训三期。")
    vector = embedder.embed_queries(["培训"])[0]
    found, _ = likeness_in(connection(shelf.db), vector, [1], None)
    wanted = embedder.embed_passages(["全年组织业务培训三期。"])[0] @ vector
    np.testing.assert_allclose(found.cosines, [wanted], atol=2e-3)


def test_what_a_killed_process_left_without_a_copy_is_found_and_mended(shelf: Shelf) -> None:
    """Killed after Chroma was written and before SQLite kept the copies."""
    shelf.add(1, "一是渠道单一。")
    shelf.db.execute("delete from report_vectors")
    shelf.db.conn.commit()
    reader, db = shelf.reader()
    assert reader.search("没几个地方能看到消息", [1], None)[0].report_id == 1
    reader.close()
    db.close()
    shelf.flush()
    assert lacking_reports(connection(shelf.db)) == []
    assert copies(shelf) == {1}


def test_a_store_made_before_there_were_copies_is_searched(shelf: Shelf) -> None:
    shelf.add(1, "一是渠道单一。")
    shelf.db.execute("drop table report_vectors")
    reader, db = shelf.reader()
    assert reader.search("没几个地方能看到消息", [1], None)[0].report_id == 1
    reader.close()
    db.close()


def test_a_scope_needs_no_chroma_once_there_are_copies(shelf: Shelf) -> None:
    shelf.add(1, "一是渠道单一。")
    reader, db = shelf.reader()
    assert reader.search("没几个地方能看到消息", [1], None)[0].report_id == 1
    assert not reader._vectors.is_open
    reader.close()
    db.close()


def test_a_rebuild_makes_the_copies_again(shelf: Shelf, embedder: Embedder) -> None:
    shelf.add(1, "一是渠道单一。", "三是培训不多。")
    shelf.db.execute("update report_vectors set vectors = zeroblob(length(vectors))")
    shelf.db.conn.commit()
    shelf.store.rebuild()
    vector = embedder.embed_queries(["培训"])[0]
    found, _ = likeness_in(connection(shelf.db), vector, [1], None)
    assert found.best(1).keys() == {
        shelf.db.execute(
            "select id from texts where hash = ?", [hash_of("三是培训不多。")]
        ).fetchone()[0]
    }


def _places(found: list[tuple[PassageHit, ...]]) -> list[list[tuple[int, Passage]]]:
    return [[(hit.report_id, hit.passage) for hit in hits] for hits in found]
