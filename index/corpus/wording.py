"""Passages as the corpus sees them: opened when first needed, found as hits with their context.

Importing this brings numpy, and a number needs none of it.
"""

import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.catalog import store as catalog
from index.passages.embed import load_embedder
from index.passages.store import PassageStore
from index.passages.texts import PassageHit
from index.types import Hit, Passage

CHROMA = "chroma"
_AROUND = 80  # characters shown on either side of a passage


@dataclass(frozen=True, slots=True)
class Wording:
    """The passages of a store, for one thread at a time."""

    store: PassageStore
    db: sqlite3.Connection
    lock: threading.RLock

    @classmethod
    def open(
        cls,
        db: sqlite3.Connection,
        folder: Path,
        *,
        is_writable: bool,
        embedding_model: str | None,
        chroma_url: str | None,
    ) -> "Wording":
        """The passages over an open store; raises ModelUnavailable."""
        store = PassageStore.open(
            db,
            folder / CHROMA,
            is_writable=is_writable,
            embedder=load_embedder(embedding_model),
            chroma_url=chroma_url,
        )
        return cls(store, db, threading.RLock())

    def close(self) -> None:
        """Let go of Chroma."""
        self.store.close()

    def save(self, report_id: int, passages: Sequence[Passage]) -> None:
        """Keep the passages of a report, in the caller's transaction."""
        self.store.save(report_id, passages)

    def remove(self, report_id: int) -> None:
        """Take out the passages of a report, in the caller's transaction."""
        self.store.remove(report_id)

    def flush(self) -> None:
        """Bring the vectors to what SQLite holds."""
        self.store.flush()

    def is_of_this_model(self) -> bool:
        """Whether the vectors held, if any, are those of the model in use."""
        with self.lock:
            return self.store.is_of_this_model()

    def rebuild(self) -> None:
        """Make the full text and the vectors again from SQLite."""
        self.store.rebuild()

    def search(
        self, text: str, report_ids: Sequence[int] | None, section: int | None, k: int
    ) -> tuple[Hit, ...]:
        """The passages that answer best, best first."""
        with self.lock:
            hits = self.store.search(text, report_ids, section, k)
            return self._shown(hits, is_exact=False)

    def find_phrase(
        self, phrase: str, report_ids: Sequence[int] | None, section: int | None
    ) -> tuple[Hit, ...]:
        """Every passage in which a phrase stands, in report order."""
        with self.lock:
            hits = self.store.find_phrase(phrase, report_ids, section)
            return self._shown(hits, is_exact=True)

    def _shown(self, hits: Sequence[PassageHit], *, is_exact: bool) -> tuple[Hit, ...]:
        heads = catalog.find_places(self.db, [h.report_id for h in hits])
        return tuple(
            Hit(
                h.report_id,
                *heads[h.report_id],
                h.passage,
                h.score,
                self._context(h),
                h.also_in,
                is_exact,
            )
            for h in hits
            if h.report_id in heads
        )

    def _context(self, hit: PassageHit) -> str:
        texts = {s.number: s.text for s in catalog.find_sections(self.db, hit.report_id)}
        text = texts.get(hit.passage.section, hit.passage.text)
        start = max(hit.passage.start - _AROUND, 0)
        return text[start : hit.passage.end + _AROUND]
