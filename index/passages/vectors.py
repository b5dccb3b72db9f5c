"""Vectors in Chroma: embedded in this process, or on a server; a vector goes by its text's hash.

Chroma holds nothing that could not be made again from SQLite. Vectors are always passed in, so
Chroma never looks for a model of its own.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypedDict, TypeVar
from urllib.parse import urlsplit

import numpy as np

from index.errors import StoreError
from index.passages.embed import Embedder, Vectors

# Near-identical sentences trap the walk through Chroma's graph; with these values nothing of the
# true top ten was lost on such text, with the defaults a tenth was.
HNSW: dict[str, str | int] = {
    "space": "cosine",
    "max_neighbors": 32,
    "ef_construction": 400,
    "ef_search": 400,
}

_BATCH = 2_000

_T = TypeVar("_T")


class VectorShelf:
    """One collection of vectors at a time, in a folder or on a server; opened when needed."""

    def __init__(self, folder: Path, url: str | None) -> None:
        self._folder = folder
        self._url = url
        self._client: _Client | None = None
        self._collection: _Collection | None = None

    @property
    def is_open(self) -> bool:
        """Whether a collection is at hand."""
        return self._collection is not None

    def open(self, name: str) -> bool:
        """Open a collection; False where it does not exist."""
        from chromadb.errors import NotFoundError

        if self._collection is None and (self._url is not None or self._folder.is_dir()):
            try:
                self._collection = self._connected().get_collection(name, embedding_function=None)
            except NotFoundError:
                return False
        return self._collection is not None

    def create(self, name: str) -> None:
        """Open a collection that may not exist yet."""
        self._collection = self._connected().create_collection(
            name, configuration={"hnsw": HNSW}, embedding_function=None, get_or_create=True
        )

    def drop(self, name: str) -> None:
        """Delete a collection, if there is one of this name."""
        from chromadb.errors import NotFoundError

        try:
            self._connected().delete_collection(name)
        except NotFoundError:
            return

    def refresh(self) -> None:
        """See at the next `open` what other processes have written."""
        self._collection = None
        if self._url is None:  # a server is of one mind; an embedded graph is as old as its client
            self.close()

    def close(self) -> None:
        """Let go of Chroma."""
        if self._client is not None:
            self._client.close()
            _close_sessions(self._client)
        self._client = self._collection = None

    def keys(self) -> set[str]:
        """The hashes of all texts that have a vector."""
        return set(self._opened().get(include=[])["ids"])

    def add(self, texts: Sequence[tuple[str, str]], embedder: Embedder) -> None:
        """Embed texts, given with their hashes, and keep their vectors."""
        collection = self._opened()
        size = min(_BATCH, self._connected().get_max_batch_size())
        for batch in _batches(texts, size):
            vectors = embedder.embed_passages([text for _, text in batch])
            # A vector of zeros is like nothing; such a text is found by its wording alone.
            kept = [i for i in range(len(batch)) if vectors[i].any()]
            if kept:
                collection.upsert(ids=[batch[i][0] for i in kept], embeddings=vectors[kept])

    def remove(self, keys: Sequence[str]) -> None:
        """Forget vectors; those that are not held do no harm."""
        for batch in _batches(keys, _BATCH):
            self._opened().delete(ids=list(batch))

    def nearest(
        self, vector: Vectors, count: int, keys: Sequence[str] | None = None
    ) -> dict[str, float]:
        """The cosines of the nearest vectors, among `keys` or among all."""
        ids = None if keys is None else list(keys)
        found = self._opened().query(
            query_embeddings=[vector], n_results=count, include=["distances"], ids=ids
        )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return {key: 1.0 - distance for key, distance in pairs}

    def vectors(self, keys: Sequence[str]) -> dict[str, Vectors]:
        """The vectors of these texts; a text without one is left out."""
        found: dict[str, Vectors] = {}
        for batch in _batches(keys, _BATCH):
            got = self._opened().get(ids=list(batch), include=["embeddings"])
            if got["ids"]:
                rows = np.asarray(got["embeddings"], np.float32)
                found |= dict(zip(got["ids"], rows, strict=True))
        return found

    def cosines(self, vector: Vectors, keys: Sequence[str]) -> dict[str, float]:
        """The exact cosines of these vectors; a text without one is left out."""
        found = self.vectors(keys)
        if not found:
            return {}
        likeness = np.stack(list(found.values())) @ vector
        return dict(zip(found, likeness.tolist(), strict=True))

    def _opened(self) -> "_Collection":
        assert self._collection is not None, "open or create a collection first"
        return self._collection

    def _connected(self) -> "_Client":
        if self._client is None:
            self._client = _connect(self._folder, self._url)
        return self._client


class _Collection(Protocol):
    """What we use of a Chroma collection, which ships no types of use."""

    def upsert(self, *, ids: list[str], embeddings: Vectors) -> None: ...

    def delete(self, *, ids: list[str]) -> object: ...

    def get(self, *, ids: list[str] | None = None, include: list[str]) -> "_Got": ...

    def query(
        self,
        *,
        query_embeddings: list[Vectors],
        n_results: int,
        include: list[str],
        ids: list[str] | None = None,
    ) -> "_Found": ...


class _Got(TypedDict):
    ids: list[str]
    embeddings: Vectors | None


class _Found(TypedDict):
    ids: list[list[str]]
    distances: list[list[float]]


class _Client(Protocol):
    """What we use of a Chroma client."""

    def get_collection(self, name: str, *, embedding_function: None) -> _Collection: ...

    def create_collection(
        self,
        name: str,
        *,
        configuration: dict[str, dict[str, str | int]],
        embedding_function: None,
        get_or_create: bool,
    ) -> _Collection: ...

    def delete_collection(self, name: str) -> None: ...

    def get_max_batch_size(self) -> int: ...

    def close(self) -> None: ...


def _connect(folder: Path, url: str | None) -> _Client:
    # Takes about a second, and a number needs none of it.
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    try:
        if url is None:
            folder.mkdir(parents=True, exist_ok=True)
            embedded: _Client = chromadb.PersistentClient(path=folder, settings=settings)
            return embedded
        parts = urlsplit(url)
        is_secure = parts.scheme == "https"
        remote: _Client = chromadb.HttpClient(
            host=parts.hostname or "127.0.0.1",
            port=parts.port or (443 if is_secure else 80),
            ssl=is_secure,
            settings=settings,
        )
        return remote
    except Exception as error:  # Chroma raises whatever its parts raise
        place = url or str(folder)
        raise StoreError(
            f"Chroma 打不开：{place}（{error}）。向量可以由 nianbao rebuild 重新生成。"
            f"Chroma cannot be opened at {place}; `nianbao rebuild` makes the vectors again."
        ) from error


def _close_sessions(client: _Client) -> None:
    """Close the connections to a server, which Chroma's own `close` leaves open."""
    for owner in (client, getattr(client, "_admin_client", None)):
        session = getattr(getattr(owner, "_server", None), "_session", None)
        if session is not None:
            session.close()


def _batches(items: Sequence[_T], size: int) -> Iterator[Sequence[_T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
