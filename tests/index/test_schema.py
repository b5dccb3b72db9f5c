import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Corpus
from index.corpus.connections import STORE
from index.errors import StoreTooNew
from index.schema import MIGRATIONS, NEWEST, Migration, empty_store, migrate, version_of
from tests.index.digests import digest

LATER = Migration(
    NEWEST + 1,
    (
        "alter table reports add column pages integer",
        "update reports set pages = year - 2000",
        "create table remarks (report_id integer not null references reports(id)) strict",
    ),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A store of today's version with a report in it."""
    with Corpus.open(tmp_path, is_writable=True) as corpus:
        corpus.save(digest({"new_received": 3}))
    db = sqlite3.connect(tmp_path / STORE)
    yield db
    db.close()


def tables_of(db: sqlite3.Connection) -> set[str]:
    return {row[0] for row in db.execute("select name from sqlite_master where type = 'table'")}


def test_migrations_are_numbered_from_one_without_a_gap() -> None:
    assert [m.number for m in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_an_older_file_is_upgraded_and_keeps_its_content(store: sqlite3.Connection) -> None:
    migrate(store, "store", (*MIGRATIONS, LATER))
    assert version_of_any(store) == NEWEST + 1
    assert store.execute("select year, pages from reports").fetchall() == [(2024, 24)]
    assert store.execute("select metric, micros from facts").fetchall() == [
        ("new_received", 3_000_000)
    ]


def test_a_migration_that_fails_leaves_the_file_as_it_was(store: sqlite3.Connection) -> None:
    broken = Migration(NEWEST + 1, (*LATER.statements, "select nothing from nowhere"))
    with pytest.raises(sqlite3.OperationalError):
        migrate(store, "store", (*MIGRATIONS, broken))
    assert version_of_any(store) == NEWEST
    assert "remarks" not in tables_of(store)
    assert "pages" not in [row[1] for row in store.execute("pragma table_info(reports)")]


def test_a_migration_runs_once(store: sqlite3.Connection) -> None:
    migrate(store, "store", (*MIGRATIONS, LATER))
    store.execute("pragma user_version = 0")
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        migrate(store, "store")


def test_a_newer_file_is_refused(store: sqlite3.Connection) -> None:
    store.execute(f"pragma user_version = {NEWEST + 7}")
    with pytest.raises(StoreTooNew, match="更新版本"):
        version_of(store, "store")


def test_a_store_in_memory_has_the_same_tables(store: sqlite3.Connection) -> None:
    db = empty_store()
    assert tables_of(db) == tables_of(store)
    db.close()


def test_every_table_is_strict(store: sqlite3.Connection) -> None:
    loose = [
        row[1]
        for row in store.execute("pragma table_list")
        if row[2] == "table" and not row[5] and row[1] != "sqlite_schema"
    ]
    assert [name for name in loose if not name.startswith(("sqlite_", "texts_fts"))] == []


@pytest.mark.parametrize(
    ("table", "member"), [("facts", "natural"), ("splits", "total")], ids=["part", "total"]
)
def test_no_table_takes_both_totals_and_parts(
    store: sqlite3.Connection, table: str, member: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        store.execute(
            f"insert into {table}(report_id, metric, member, raw, status, section, row_label, "
            "column_label) values (1, 'x', ?, '', 'blank', 3, '', '')",
            (member,),
        )


def version_of_any(db: sqlite3.Connection) -> int:
    return int(db.execute("pragma user_version").fetchone()[0])
