"""The passages of a store, opened when they are first needed: a number never comes here."""

import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from index.corpus.connections import STORE, Identity, Readers, Writer, connect_reader
from index.types import Hit, Passage


class Searching:
    """What opens the passages, once, and anew where another store was put in place of this one."""

    def __init__(
        self,
        folder: Path,
        writer: Writer | None,
        readers: Readers,
        embedding_model: str | None,
        chroma_url: str | None,
    ) -> None:
        self._folder = folder
        self._writer = writer
        self._readers = readers
        self._embedding_model = embedding_model
        self._chroma_url = chroma_url
        self._wording: _Wording | None = None
        self._wording_db: sqlite3.Connection | None = None
        self._wording_of: Identity | None = None
        self._lock = threading.Lock()

    def wording(self) -> "_Wording":
        """The passages; raises ModelUnavailable."""
        from index.corpus.wording import Wording

        with self._lock:
            identity = None if self._writer else self._readers.identity()
            if self._wording is not None and self._wording_of != identity:
                self.close()  # another store was put in place of this one
            if self._wording is None:
                self._wording_of = identity
                self._wording = Wording.open(
                    self._connection(),
                    self._folder,
                    is_writable=self._writer is not None,
                    embedding_model=self._embedding_model,
                    chroma_url=self._chroma_url,
                )
            return self._wording

    def has_store(self) -> bool:
        """Whether there is anything to search; an absent store reads as an empty one."""
        return self._writer is not None or self._readers.identity() is not None

    def close(self) -> None:
        """Let go of the passages, if they were opened."""
        if self._wording is not None:
            self._wording.close()
        if self._wording_db is not None:
            self._wording_db.close()
        self._wording = self._wording_db = None

    def _connection(self) -> sqlite3.Connection:
        if self._writer:
            return self._writer.db
        self._wording_db = connect_reader(self._folder / STORE)
        return self._wording_db


class _Wording(Protocol):
    """What is used of the passages, without importing them."""

    def close(self) -> None: ...

    def save(self, report_id: int, passages: Sequence[Passage]) -> None: ...

    def remove(self, report_id: int) -> None: ...

    def flush(self) -> None: ...

    def is_of_this_model(self) -> bool: ...

    def rebuild(self) -> None: ...

    def search(
        self, text: str, report_ids: Sequence[int] | None, section: int | None, k: int
    ) -> tuple[Hit, ...]: ...

    def find_phrase(
        self, phrase: str, report_ids: Sequence[int] | None, section: int | None
    ) -> tuple[Hit, ...]: ...
