import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from index import Corpus
from index.corpus.connections import STORE
from index.errors import StoreError
from index.types import Scope
from tests.index.digests import digest


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "store", is_writable=True) as corpus:
        yield corpus


def limit_pages(corpus: Corpus, more: int) -> None:
    """Let the file grow by so many pages only: what a full disk does."""
    assert corpus._writer is not None
    (pages,) = corpus._writer.db.execute("pragma page_count").fetchone()
    corpus._writer.db.execute(f"pragma max_page_count = {pages + more}")


def test_a_full_disk_refuses_the_report_and_keeps_the_others(corpus: Corpus) -> None:
    corpus.save(digest({"new_received": 3}))
    limit_pages(corpus, 1)
    figures = {f"m{i}": i for i in range(2000)}
    with pytest.raises(StoreError, match="磁盘已满"):
        corpus.save(digest(figures, name="石桥镇", file="b.txt"))
    assert [held.name for held in corpus.holdings().issuers] == ["清水乡人民政府"]
    assert len(corpus.find_facts(["new_received", "m1"])) == 1
    limit_pages(corpus, 10_000)
    assert corpus.save(digest(figures, name="石桥镇", file="b.txt")).result == "saved"


def save_together(corpus: Corpus, sizes: Mapping[str, int]) -> None:
    """Save reports of so many facts in one write."""
    with corpus.together():
        for name, size in sizes.items():
            corpus.save(digest({f"m{i}": i for i in range(size)}, name=name), is_flushed=False)


def test_of_reports_saved_together_all_are_kept_or_none(corpus: Corpus) -> None:
    limit_pages(corpus, 12)
    with pytest.raises(StoreError, match="磁盘已满"):
        save_together(corpus, {"清水乡": 1, "石桥镇": 2000})
    assert corpus.holdings().issuers == ()
    limit_pages(corpus, 10_000)
    save_together(corpus, {f"第{i}乡": i for i in range(9)})
    assert len(corpus.holdings().issuers) == 9


def test_a_full_disk_leaves_a_report_that_was_to_be_replaced(corpus: Corpus) -> None:
    corpus.save(digest({"new_received": 3}, prose="渠道单一。"))
    limit_pages(corpus, 1)
    with pytest.raises(StoreError):
        corpus.save(digest({f"m{i}": i for i in range(2000)}, prose="人手不足。"))
    report = corpus.report(1, 2024)
    assert report is not None
    assert [f.metric for f in report.facts] == ["new_received"]
    assert report.sections[0].text == "渠道单一。"
    assert corpus.search("渠道", Scope())[0].passage.text == "渠道单一。"


def test_vectors_that_were_not_written_are_made_by_the_next_writer(tmp_path: Path) -> None:
    with Corpus.open(tmp_path, is_writable=True) as corpus:
        corpus.save(digest(prose="信息公开渠道单一。", file="a"), is_flushed=False)
    with Corpus.open(tmp_path, is_writable=True) as corpus:
        corpus.save(digest(name="石桥镇", prose="人手严重不足。", file="b"))
    with Corpus.open(tmp_path) as corpus:
        found = {hit.passage.text: hit.score for hit in corpus.search("没几个地方能看到", Scope())}
        assert found["信息公开渠道单一。"] > found["人手严重不足。"]
    db = sqlite3.connect(tmp_path / STORE)
    assert db.execute("select value from meta where key = 'vectors_pending'").fetchone() == ("0",)
    db.close()


def test_vectors_that_cannot_be_written_are_said_and_rebuilt(tmp_path: Path) -> None:
    (tmp_path / "chroma").touch()  # a file where the folder should be
    with Corpus.open(tmp_path, is_writable=True) as corpus:
        with pytest.raises(StoreError, match="rebuild"):
            corpus.save(digest({"new_received": 3}, prose="信息公开渠道单一。"))
        assert corpus.find_facts(["new_received"])[0].fact.value == 3
    (tmp_path / "chroma").unlink()
    with Corpus.open(tmp_path, is_writable=True) as corpus:
        corpus.rebuild()
    with Corpus.open(tmp_path) as corpus:
        assert corpus.search("渠道", Scope())[0].passage.text == "信息公开渠道单一。"


def test_rebuilt_stores_find_the_same(corpus: Corpus, tmp_path: Path) -> None:
    for i, prose in enumerate(["信息公开渠道单一。", "人手严重不足。", "全年组织培训三期。"]):
        corpus.save(digest(name=f"第{i}乡", file=str(i), prose=prose))
    with Corpus.open(tmp_path / "store") as reader:
        before = reader.search("培训", Scope())
        corpus.rebuild()
        after = reader.search("培训", Scope())
    assert [h.passage for h in after] == [h.passage for h in before]
    assert [h.score for h in after] == pytest.approx([h.score for h in before])
