import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from index.errors import StoreError
from index.passages.embed import Embedder, Vectors, load_embedder
from index.passages.held import read_model
from index.passages.matrix import drop_copies
from index.passages.split import split_passages
from index.passages.store import PassageStore
from index.types import Paragraph, Passage, Section
from tests.index.passages.shelf import Shelf, connection


@pytest.fixture
def shelf(either_shelf: Shelf) -> Shelf:
    return either_shelf


CHANNELS = "一是信息发布的渠道还不够多。"
STAFF = "二是经办干部变动频繁，人手偏紧。"
TRAINING = "全年组织业务培训三期，参加人员两百余人。"


def vectors_of(store: PassageStore) -> set[str]:
    assert store._is_readable()
    return store._vectors.keys()


def collection_of(shelf: Shelf) -> str:
    model = read_model(connection(shelf.db))
    assert model is not None
    return model.collection


def texts_of(shelf: Shelf) -> set[str]:
    return {row[0] for row in shelf.db.execute("select hash from texts")}


def test_a_question_finds_the_passage_that_answers_it(shelf: Shelf) -> None:
    shelf.add(1, CHANNELS + STAFF)
    shelf.add(2, TRAINING)
    best = shelf.store.search("没几个地方能看到消息", None, None, 1)[0]
    assert best.passage.text == CHANNELS
    assert best.report_id == 1


LIFTS = "老旧住宅加装电梯的补助标准在楼道张贴。"


def test_an_english_word_that_the_model_never_saw_finds_the_chinese_one(shelf: Shelf) -> None:
    shelf.add(1, CHANNELS + STAFF + LIFTS)
    shelf.add(2, TRAINING)
    assert shelf.store.search("elevators", None, None, 1)[0].passage.text == LIFTS


def test_a_hit_stands_at_its_offsets_in_the_section(shelf: Shelf) -> None:
    shelf.add(1, CHANNELS + STAFF)
    text = shelf.db.execute("select text from sections").fetchone()[0]
    for hit in shelf.store.search("人手", None, None):
        assert text[hit.passage.start : hit.passage.end] == hit.passage.text


@pytest.mark.parametrize(
    ("reports", "section", "expected"),
    [
        ((1,), None, {1}),
        ((2, 3), None, {2, 3}),
        ((), None, set()),
        (None, 1, {3}),
        ((1, 2), 1, set()),
    ],
)
def test_nothing_outside_the_scope_is_found(
    shelf: Shelf, reports: tuple[int, ...] | None, section: int | None, expected: set[int]
) -> None:
    shelf.add(1, CHANNELS, section=5)
    shelf.add(2, CHANNELS + STAFF, section=5)
    shelf.add(3, STAFF + CHANNELS, section=1)
    hits = shelf.store.search("渠道不多，人手不足", reports, section, 50)
    assert {h.report_id for h in hits} <= expected
    assert bool(hits) == bool(expected)
    phrase = shelf.store.find_phrase("渠道还不够多", reports, section)
    assert {h.report_id for h in phrase} == expected


def test_the_same_sentence_is_shown_once_from_the_newest_report(shelf: Shelf) -> None:
    for report_id, year in ((1, 2022), (2, 2024), (3, 2023)):
        shelf.add(report_id, CHANNELS, year=year)
    hits = shelf.store.search("渠道少", None, None)
    assert [(h.report_id, h.also_in) for h in hits] == [(2, 2)]
    scoped = shelf.store.search("渠道少", [1, 3], None)
    assert [(h.report_id, h.also_in) for h in scoped] == [(3, 1)]


def test_one_text_has_one_vector_however_many_reports_say_it(shelf: Shelf) -> None:
    for report_id in range(1, 6):
        shelf.add(report_id, CHANNELS + STAFF)
    assert len(vectors_of(shelf.store)) == 2


def test_a_report_that_is_replaced_leaves_nothing_behind(shelf: Shelf) -> None:
    shelf.add(1, CHANNELS + STAFF)
    shelf.add(1, TRAINING)
    assert [h.passage.text for h in shelf.store.search("渠道少", None, None)] == [TRAINING]
    assert shelf.store.find_phrase("渠道") == ()
    assert vectors_of(shelf.store) == texts_of(shelf)


def test_a_shared_sentence_stays_until_its_last_report_goes(shelf: Shelf) -> None:
    shelf.add(1, CHANNELS)
    shelf.add(2, CHANNELS)
    shelf.remove(1)
    assert [h.report_id for h in shelf.store.find_phrase("渠道")] == [2]
    shelf.remove(2)
    assert shelf.store.search("渠道", None, None) == ()
    assert vectors_of(shelf.store) == texts_of(shelf) == set()


def test_a_text_dropped_and_kept_again_before_a_flush_has_its_vector(shelf: Shelf) -> None:
    shelf.add(1, CHANNELS)
    with shelf.db.atomic():
        shelf.store.remove(1)
    sections = (Section(5, "", (Paragraph(CHANNELS),)),)
    shelf.add_sections(2, sections)
    assert vectors_of(shelf.store) == texts_of(shelf) != set()


def test_a_reader_sees_what_was_written_after_it_opened(shelf: Shelf) -> None:
    shelf.add(1, CHANNELS)
    reader, db = shelf.reader()
    assert len(reader.search("渠道少", None, None)) == 1
    shelf.add(2, STAFF)
    assert {h.report_id for h in reader.search("人手不足", None, None)} == {1, 2}
    shelf.remove(2)
    assert {h.report_id for h in reader.search("人手不足", None, None)} == {1}
    reader.close()
    db.close()


def test_reading_an_empty_store_makes_no_file(shelf: Shelf) -> None:
    reader, db = shelf.reader()
    assert reader.search("渠道", None, None) == ()
    assert reader.find_phrase("渠道") == ()
    assert not (shelf.folder / "chroma").exists()
    db.close()


def test_a_rebuild_makes_the_same_answers(shelf: Shelf) -> None:
    shelf.add(1, CHANNELS + STAFF)
    shelf.add(2, TRAINING)
    before = shelf.store.search("培训", None, None)
    shelf.db.execute("insert into texts_fts(texts_fts) values ('delete-all')")
    shelf.store.rebuild()
    assert shelf.store.search("培训", None, None) == before
    assert shelf.store.find_phrase("业务培训三期") != ()
    assert vectors_of(shelf.store) == texts_of(shelf)


def test_vectors_that_were_lost_are_asked_for(shelf: Shelf) -> None:
    shelf.add(1, CHANNELS)
    db = connection(shelf.db)
    if shelf.chroma_url:
        shelf.store._vectors.drop(collection_of(shelf))
    elsewhere = PassageStore.open(
        db,
        shelf.folder / "empty",
        is_writable=False,
        embedder=shelf.embedder,
        chroma_url=shelf.chroma_url,
    )
    assert elsewhere.search("渠道", None, None)  # by the copies in SQLite
    drop_copies(db)
    with pytest.raises(StoreError, match="nianbao rebuild"):
        elsewhere.search("渠道", None, None)
    elsewhere.close()


def test_a_crash_before_the_flush_is_repaired_by_the_next_one(shelf: Shelf) -> None:
    shelf.add(1, CHANNELS)
    sections = (Section(5, "", (Paragraph(STAFF),)),)
    shelf.add_sections(2, sections, is_flushed=False)
    with shelf.db.atomic():
        shelf.db.execute("insert into meta values ('vectors_pending', '1')")
    shelf.store.close()
    shelf.store = PassageStore.open(
        connection(shelf.db),
        shelf.folder / "chroma",
        is_writable=True,
        embedder=shelf.embedder,
        chroma_url=shelf.chroma_url,
    )
    shelf.flush()
    assert vectors_of(shelf.store) == texts_of(shelf)


class Turned:
    """The shipped model with its vectors turned round: other vectors under any name."""

    fingerprint = "turned"

    def __init__(self, embedder: Embedder, name: str) -> None:
        self._embedder = embedder
        self.name = name
        self.dimensions = embedder.dimensions

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._embedder.embed_queries(texts)[:, ::-1].copy()

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._embedder.embed_passages(texts)[:, ::-1].copy()


@pytest.mark.parametrize("is_writable", [True, False])
def test_another_model_asks_for_a_rebuild(shelf: Shelf, is_writable: bool) -> None:
    shelf.add(1, CHANNELS)
    other = PassageStore.open(
        connection(shelf.db),
        shelf.folder / "chroma",
        is_writable=is_writable,
        embedder=Turned(shelf.embedder, shelf.embedder.name),
        chroma_url=shelf.chroma_url,
    )
    with pytest.raises(StoreError, match="nianbao rebuild"):
        other.search("渠道", None, None)
    if is_writable:
        with pytest.raises(StoreError, match="nianbao rebuild"):
            other.save(2, _passages(STAFF))
        connection(shelf.db).rollback()
        other.rebuild()
        assert [h.report_id for h in other.search("渠道", None, None)] == [1]
    other.close()


def _passages(text: str) -> tuple[Passage, ...]:
    return split_passages((Section(5, "", (Paragraph(text),)),))


def test_text_without_a_known_word_is_found_by_its_wording(shelf: Shelf) -> None:
    shelf.add(1, "ꀀꀁꀂ ꀃꀄꀅ ꀆꀇꀈ ꀉꀊꀋ")
    shelf.add(2, CHANNELS)
    hits = shelf.store.search("ꀀꀁꀂ ꀃꀄꀅ", None, None)
    assert hits[0].report_id == 1


def test_a_phrase_that_runs_over_two_sentences_is_found(shelf: Shelf) -> None:
    shelf.add(1, CHANNELS + STAFF)
    (hit,) = shelf.store.find_phrase("不够多。二是经办")
    assert hit.passage.text == CHANNELS + STAFF


def test_importing_the_store_loads_neither_chroma_nor_a_model() -> None:
    slow = "('chromadb', 'tokenizers', 'torch')"
    code = f"import index.passages.store, sys; print([m for m in {slow} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_shipped_model_names_itself() -> None:
    embedder = load_embedder()
    assert (embedder.name, embedder.dimensions) == ("nianbao-static", 128)


def test_a_server_that_does_not_answer_is_named(shelf: Shelf) -> None:
    shelf.add(1, CHANNELS)
    store = PassageStore.open(
        connection(shelf.db),
        shelf.folder / "chroma",
        is_writable=False,
        embedder=shelf.embedder,
        chroma_url="http://127.0.0.1:9",
    )
    drop_copies(connection(shelf.db))
    with pytest.raises(StoreError, match=r"127\.0\.0\.1:9"):
        store.search("渠道", None, None)


_FIRST = """
import sqlite3, sys
from pathlib import Path
from index.passages import store
from index.passages.embed import load_embedder
store.EXACT = int(sys.argv[2])
folder = Path(sys.argv[1])
db = sqlite3.connect(folder / "nianbao.db")
opened = store.PassageStore.open(
    db, folder / "chroma", is_writable=False, embedder=load_embedder()
)
print([hit.report_id for hit in opened.search("人手不足", None, None)], "chromadb" in sys.modules)
store.OPENING = -1.0
print([hit.report_id for hit in opened.search("人手不足", None, None)], "chromadb" in sys.modules)
opened.close()
"""


@pytest.mark.parametrize("exact", [250, 1])
def test_a_first_question_waits_for_no_chroma(
    tmp_path: Path, embedder: Embedder, exact: int
) -> None:
    shelf = Shelf.open(tmp_path, embedder)
    shelf.add(1, CHANNELS)
    shelf.add(2, STAFF)
    shelf.close()
    done = subprocess.run(
        [sys.executable, "-c", _FIRST, str(tmp_path), str(exact)],
        capture_output=True,
        text=True,
        check=True,
    )
    first, later = done.stdout.splitlines()
    assert first == "[2, 1] False"
    assert later == f"[2, 1] {exact == 1}"
