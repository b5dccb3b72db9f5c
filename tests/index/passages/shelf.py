"""A store with as many reports as a test wants, saved as the corpus saves them."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sqlite_utils

from index.passages.embed import Embedder
from index.passages.split import split_passages
from index.passages.store import PassageStore
from index.schema import migrate
from index.types import Paragraph, Passage, Section


@dataclass(slots=True)
class Shelf:
    folder: Path
    db: sqlite_utils.Database
    store: PassageStore
    embedder: Embedder
    chroma_url: str | None = None

    @classmethod
    def open(cls, folder: Path, embedder: Embedder, chroma_url: str | None = None) -> "Shelf":
        db = sqlite_utils.Database(str(folder / "nianbao.db"))
        db.enable_wal()
        migrate(connection(db), "nianbao.db")
        store = PassageStore.open(
            connection(db),
            folder / "chroma",
            is_writable=True,
            embedder=embedder,
            chroma_url=chroma_url,
        )
        return cls(folder, db, store, embedder, chroma_url)

    def reader(self) -> tuple[PassageStore, sqlite3.Connection]:
        """What another process would open."""
        db = sqlite3.connect(f"file:{self.folder / 'nianbao.db'}?mode=ro", uri=True)
        db.execute("pragma query_only = 1")
        store = PassageStore.open(
            db,
            self.folder / "chroma",
            is_writable=False,
            embedder=self.embedder,
            chroma_url=self.chroma_url,
        )
        return store, db

    def add(
        self,
        report_id: int,
        *paragraphs: str,
        issuer: int | None = None,
        year: int = 2024,
        section: int = 5,
    ) -> tuple[Passage, ...]:
        """Save a report whose one section holds these paragraphs, and its vectors."""
        sections = (Section(section, "", tuple(map(Paragraph, paragraphs))),)
        return self.add_sections(report_id, sections, issuer=issuer, year=year)

    def add_sections(
        self,
        report_id: int,
        sections: Sequence[Section],
        *,
        issuer: int | None = None,
        year: int = 2024,
        is_flushed: bool = True,
    ) -> tuple[Passage, ...]:
        passages = split_passages(sections)
        with self.db.atomic():
            self.add_report(report_id, issuer, year)
            self.db.execute("delete from sections where report_id = ?", (report_id,))
            for s in sections:
                self.db.execute(
                    "insert into sections values (?, ?, ?, ?)",
                    (report_id, s.number, s.title, s.text),
                )
            self.store.save(report_id, passages)
        if is_flushed:
            self.flush()
        return passages

    def add_report(self, report_id: int, issuer: int | None = None, year: int = 2024) -> None:
        """The rows that passages refer to, inside a transaction."""
        issuer = report_id if issuer is None else issuer
        self.db.execute(
            "insert or ignore into issuers values (?, ?, ?, 'town', null, 0, 0)",
            (issuer, f"k{issuer}", f"第{issuer}乡"),
        )
        self.db.execute(
            "insert or ignore into reports values "
            "(?, ?, ?, 'E3', '', '', '', null, 'txt', '', '', '', 0, '')",
            (report_id, issuer, year),
        )

    def remove(self, report_id: int) -> None:
        with self.db.atomic():
            self.store.remove(report_id)
            self.db.execute("delete from reports where id = ?", (report_id,))
        self.flush()

    def flush(self) -> None:
        """Vectors first, then the generation, as the corpus does."""
        self.store.flush()
        with self.db.atomic():
            self.db.execute(
                "insert into meta values ('generation', '1') "
                "on conflict(key) do update set value = value + 1"
            )

    def close(self) -> None:
        self.store.close()
        self.db.close()


def connection(db: sqlite_utils.Database) -> sqlite3.Connection:
    return db.conn
