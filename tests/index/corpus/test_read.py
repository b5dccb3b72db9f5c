import sqlite3
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index import Corpus
from index.corpus.connections import STORE
from index.errors import StoreError, StoreLocked, StoreTooNew
from index.schema import NEWEST
from index.types import Holdings, Scope
from tests.index.digests import digest, fact


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def writer(data: Path) -> Iterator[Corpus]:
    with Corpus.open(data, is_writable=True) as corpus:
        yield corpus


@pytest.fixture
def reader(writer: Corpus, data: Path) -> Iterator[Corpus]:
    with Corpus.open(data) as corpus:
        yield corpus


def test_an_absent_store_reads_as_empty_and_nothing_is_made(data: Path) -> None:
    with Corpus.open(data) as corpus:
        assert corpus.holdings() == Holdings()
        assert corpus.find_facts(["new_received"]) == ()
        assert corpus.search("渠道", Scope()) == ()
        assert corpus.find_phrase("渠道", Scope()) == ()
        assert corpus.report(1, 2024) is None
        assert corpus.status()["reports"] == 0
    assert not data.exists()


def test_a_reader_sees_a_store_that_is_made_after_it_was_opened(data: Path) -> None:
    with Corpus.open(data) as reader:
        assert reader.holdings().issuers == ()
        with Corpus.open(data, is_writable=True) as writer:
            writer.save(digest({"new_received": 3}, prose="信息公开渠道单一。"))
        assert [held.years for held in reader.holdings().issuers] == [(2024,)]
        assert len(reader.search("渠道", Scope())) == 1


def test_a_reader_sees_each_change_and_holdings_say_that_they_changed(
    writer: Corpus, reader: Corpus
) -> None:
    writer.save(digest({"new_received": 3}))
    before = reader.holdings()
    assert reader.holdings() is before
    writer.save(digest({"new_received": 4}, year=2023, file="b.txt"))
    after = reader.holdings()
    assert after.generation > before.generation
    assert after.issuers[0].years == (2023, 2024)


def test_what_is_unchanged_does_not_change_the_holdings(writer: Corpus, reader: Corpus) -> None:
    writer.save(digest({"new_received": 3}))
    before = reader.holdings()
    writer.save(digest({"new_received": 3}))
    assert reader.holdings() is before


def test_a_snapshot_stays_at_its_moment(writer: Corpus, reader: Corpus) -> None:
    writer.save(digest({"new_received": 3}))
    with reader.snapshot():
        (before,) = reader.find_facts(["new_received"])
        writer.save(digest({"new_received": 4}))
        assert reader.find_facts(["new_received"]) == (before,)
    assert reader.find_facts(["new_received"])[0].fact.value == 4


def test_facts_come_by_issuer_year_then_in_the_order_asked(writer: Corpus) -> None:
    for name, file in (("清水乡", "a"), ("石桥镇", "b")):
        for year in (2024, 2023):
            facts = [
                fact("new_received", year),
                fact("carried_in", 1),
                fact("new_received", 2, "natural"),
            ]
            writer.save(digest(name=name, year=year, file=f"{file}{year}", facts=facts))
    found = writer.find_facts(["carried_in", "new_received"], members=("natural", "total"))
    keys = [(f.issuer_id, f.year, f.fact.metric, f.fact.member) for f in found]
    one_report = [
        ("carried_in", "total"),
        ("new_received", "natural"),
        ("new_received", "total"),
    ]
    assert keys == [(i, y, *key) for i in (1, 2) for y in (2023, 2024) for key in one_report]


@pytest.mark.parametrize(
    ("issuer_ids", "years", "values"),
    [
        (None, None, [1, 2, 3]),
        ([1], None, [1, 2]),
        (None, [2024], [2, 3]),
        ([1, 2], [2024], [2, 3]),
        ([], None, []),
        (None, [1999], []),
        (range(2, 50_000), None, [3]),
    ],
)
def test_facts_are_found_within_issuers_and_years(
    writer: Corpus, issuer_ids: Sequence[int] | None, years: list[int] | None, values: list[int]
) -> None:
    writer.save(digest({"new_received": 1}, year=2023, file="a"))
    writer.save(digest({"new_received": 2}, file="b"))
    writer.save(digest({"new_received": 3}, name="石桥镇", file="c"))
    found = writer.find_facts(["new_received"], issuer_ids=issuer_ids, years=years)
    assert [f.fact.value for f in found] == values


def test_figures_are_the_values_of_facts_without_their_cells(writer: Corpus) -> None:
    for year in (2023, 2024):
        facts = [
            fact("new_received", year),
            fact("new_received", 2, "natural"),
            fact("carried_in", None),
        ]
        writer.save(digest(year=year, file=str(year), facts=facts))
    columns = writer.figures(["new_received", "carried_in"], members=("total", "natural"))
    found = writer.find_facts(["new_received", "carried_in"], members=("total", "natural"))
    figures = {
        (issuer, year, column.metric, column.member): (value, status)
        for column in columns
        for issuer, year, value, status in zip(
            column.issuer_ids, column.years, column.values, column.statuses, strict=True
        )
    }
    assert figures == {
        (f.issuer_id, f.year, f.fact.metric, f.fact.member): (f.fact.value, f.fact.status)
        for f in found
    }
    assert len(figures) == 6
    assert [c.values for c in writer.figures(["new_received"], years=[2024])] == [[2024]]


def test_a_search_stays_in_its_scope(writer: Corpus, reader: Corpus) -> None:
    writer.save(digest(year=2023, file="a", prose="信息公开渠道单一。"))
    writer.save(digest(file="b", prose="信息公开渠道不多。"))
    writer.save(digest(name="石桥镇", file="c", prose="信息公开渠道较少。"))
    (hit,) = reader.search("渠道少", Scope(issuer_ids=(1,), years=(2023,)))
    assert (hit.issuer_id, hit.year, hit.passage.text) == (1, 2023, "信息公开渠道单一。")
    assert reader.search("渠道少", Scope(section=1)) == ()
    assert [h.year for h in reader.find_phrase("渠道", Scope(issuer_ids=(1,)))] == [2023, 2024]
    assert reader.search("渠道少", Scope(issuer_ids=())) == ()


def test_many_threads_may_read_at_once(writer: Corpus, reader: Corpus) -> None:
    for year in range(2015, 2025):
        writer.save(digest({"new_received": year}, year=year, file=str(year), prose="渠道单一。"))
    start = threading.Barrier(8)

    def read(year: int) -> tuple[object, int, int]:
        start.wait()
        (found,) = reader.find_facts(["new_received"], years=[year])
        hits = reader.search("渠道", Scope(years=(year,)))
        return found.fact.value, len(hits), len(reader.holdings().issuers)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(read, range(2015, 2023))) == [(y, 1, 1) for y in range(2015, 2023)]


def test_a_reader_never_sees_half_a_report(writer: Corpus, reader: Corpus) -> None:
    seen: set[int] = set()
    done = threading.Event()
    metrics = [f"m{i}" for i in range(200)]

    def watch() -> None:
        while not done.is_set():
            seen.add(len(reader.find_facts(metrics)))

    thread = threading.Thread(target=watch)
    thread.start()
    for value in range(20):
        writer.save(digest(dict.fromkeys(metrics, value)))
    done.set()
    thread.join()
    assert seen <= {0, 200}


def test_a_second_writer_is_told_to_wait(writer: Corpus, data: Path) -> None:
    with pytest.raises(StoreLocked, match="另一个 nianbao 进程"):
        Corpus.open(data, is_writable=True)


def test_the_next_writer_may_write_when_the_first_is_done(data: Path) -> None:
    Corpus.open(data, is_writable=True).close()
    with Corpus.open(data, is_writable=True) as corpus:
        corpus.save(digest({"new_received": 1}))


def test_a_reader_cannot_write(reader: Corpus) -> None:
    with pytest.raises(StoreError, match="reading only"):
        reader.save(digest({"new_received": 1}))
    with (
        pytest.raises(sqlite3.OperationalError, match="readonly"),
        reader.snapshot() as db,
    ):
        db.execute("delete from reports")


@pytest.mark.parametrize("is_writable", [False, True])
def test_a_store_of_a_newer_version_is_left_alone(data: Path, is_writable: bool) -> None:
    Corpus.open(data, is_writable=True).close()
    db = sqlite3.connect(data / STORE)
    db.execute(f"pragma user_version = {NEWEST + 1}")
    db.close()
    with pytest.raises(StoreTooNew, match=f"store version {NEWEST + 1}"):
        Corpus.open(data, is_writable=is_writable)


@pytest.mark.parametrize("is_writable", [False, True])
def test_a_broken_store_says_so(data: Path, is_writable: bool) -> None:
    data.mkdir()
    (data / STORE).write_bytes(b"this is not a database" * 500)
    with pytest.raises(StoreError, match="已损坏"):
        Corpus.open(data, is_writable=is_writable)


@pytest.mark.parametrize("is_writable", [False, True])
def test_a_file_in_place_of_the_folder_says_so(tmp_path: Path, is_writable: bool) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be used as the data folder"):
        Corpus.open(tmp_path / "file", is_writable=is_writable)


def test_a_store_that_is_being_made_reads_as_empty(data: Path) -> None:
    data.mkdir()
    (data / STORE).touch()
    with Corpus.open(data) as corpus:
        assert corpus.holdings().issuers == ()


def test_a_store_that_is_put_in_place_of_another_is_read(data: Path, tmp_path: Path) -> None:
    with Corpus.open(data, is_writable=True) as writer:
        writer.save(digest({"new_received": 1}))
    with Corpus.open(data) as reader:
        assert reader.find_facts(["new_received"])[0].fact.value == 1
        assert reader.holdings().issuers[0].name == "清水乡人民政府"
        with Corpus.open(tmp_path / "other", is_writable=True) as writer:
            writer.save(digest({"new_received": 2}, name="石桥镇"))
        (tmp_path / "other" / STORE).replace(data / STORE)
        assert reader.find_facts(["new_received"])[0].fact.value == 2
        assert reader.holdings().issuers[0].name == "石桥镇"
