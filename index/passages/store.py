"""Passages kept and found: their texts and places in SQLite, their vectors in Chroma.

SQLite is the truth. Chroma holds one vector for each distinct text and can be made again from
SQLite at any time; one process writes, and a reader opens Chroma anew when the store has grown.
"""

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypedDict, TypeVar
from urllib.parse import urlsplit

import numpy as np

from index.errors import StoreError
from index.passages import fulltext
from index.passages.embed import Embedder, Vectors
from index.passages.search import Candidate, Ranked, clean_query, rank, rarity_of
from index.passages.split import split_pieces
from index.types import Passage

# Near-identical sentences trap the walk through Chroma's graph; with these values nothing of the
# true top ten was lost on such text, with the defaults a tenth was.
HNSW: dict[str, str | int] = {
    "space": "cosine",
    "max_neighbors": 32,
    "ef_construction": 400,
    "ef_search": 400,
}

EXACT = 2_000  # texts; a scope up to this size is ranked without an index
WIDE = 0.2  # a scope that holds more than this share of all texts is searched through everything
DEPTH = 50  # candidates from each side
_BATCH = 2_000
_PROBE = "信息公开渠道单一，与群众互动不足，政策解读形式不够丰富"
_SAME_PROBE = 0.999

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that was found; `also_in` other reports in the scope say exactly this."""

    report_id: int
    passage: Passage
    score: float
    also_in: int = 0


@dataclass(frozen=True, slots=True)
class _Where:
    """A scope as a condition on `passages`, with its parameters."""

    reports: tuple[int, ...] | None
    section: int | None

    @property
    def is_everywhere(self) -> bool:
        return self.reports is None and self.section is None

    @property
    def condition(self) -> str:
        parts = ["1"]
        if self.reports is not None:
            parts.append("p.report_id in (select value from json_each(?))")
        if self.section is not None:
            parts.append("p.section = ?")
        return " and ".join(parts)

    @property
    def parameters(self) -> tuple[str | int, ...]:
        reports = () if self.reports is None else (_ids_json(self.reports),)
        section = () if self.section is None else (self.section,)
        return (*reports, *section)


@dataclass(frozen=True, slots=True)
class _Model:
    """The model whose vectors are held, and the collection they are held in."""

    name: str
    dimensions: int
    fingerprint: str
    probe: tuple[float, ...]
    collection: str

    def is_of(self, embedder: Embedder, probe: Vectors) -> bool:
        """Whether this model gives the vectors that are held; its name alone proves nothing."""
        return (
            self.dimensions == embedder.dimensions
            and self.fingerprint == embedder.fingerprint
            and len(self.probe) == probe.shape[0]
            and float(np.dot(np.asarray(self.probe, np.float32), probe)) >= _SAME_PROBE
        )


class PassageStore:
    """Saves and finds passages; made by `open`."""

    def __init__(
        self,
        db: sqlite3.Connection,
        folder: Path,
        embedder: Embedder,
        *,
        is_writable: bool,
        chroma_url: str | None,
    ) -> None:
        self._db = db
        self._folder = folder
        self._embedder = embedder
        self._is_writable = is_writable
        self._chroma_url = chroma_url
        self._client: _Client | None = None
        self._collection: _Collection | None = None
        self._generation: str | None = None
        self._counts: dict[str, int] = {}
        self._added: dict[str, str] = {}
        self._dropped: set[str] = set()
        self._is_checked = False

    @classmethod
    def open(
        cls,
        db: sqlite3.Connection,
        folder: Path,
        *,
        is_writable: bool,
        embedder: Embedder,
        chroma_url: str | None = None,
    ) -> "PassageStore":
        """A store over an open SQLite file and the folder of Chroma, which may not exist yet."""
        return cls(db, folder, embedder, is_writable=is_writable, chroma_url=chroma_url)

    def close(self) -> None:
        """Let go of Chroma; the SQLite connection stays with its owner."""
        if self._client is not None:
            self._client.close()
        self._client = self._collection = None

    def save(self, report_id: int, passages: Sequence[Passage]) -> None:
        """Keep the passages of a report, in the caller's transaction; `flush` after it ends."""
        self.remove(report_id)
        if not passages:
            return
        self._remember_model()
        texts = {_hash(p.text): p.text for p in passages}
        ids = {key: self._keep_text(key, text) for key, text in texts.items()}
        self._db.executemany(
            "insert into passages(report_id, section, start, stop, text_id) "
            "values (?, ?, ?, ?, ?)",
            [(report_id, p.section, p.start, p.end, ids[_hash(p.text)]) for p in passages],
        )
        self._counts.clear()

    def remove(self, report_id: int) -> None:
        """Take out the passages of a report, in the caller's transaction, before the report."""
        held = self._db.execute(
            "select distinct text_id from passages where report_id = ?", (report_id,)
        ).fetchall()
        self._db.execute("delete from passages where report_id = ?", (report_id,))
        for (text_id,) in held:
            self._drop_orphan(text_id)
        self._counts.clear()

    def flush(self) -> None:
        """Bring Chroma to what SQLite holds, after the transaction has ended."""
        if not self._added and not self._dropped and not self._needs_repair():
            return
        collection, is_new = self._writable_collection()
        if is_new or self._needs_repair():
            self._synchronise(collection)
        else:
            # Removed and saved again within one flush: what SQLite holds now decides.
            wanted = self._held({*self._added, *self._dropped})
            _delete(collection, sorted({*self._added, *self._dropped} - set(wanted)))
            self._embed_into(collection, sorted(wanted.items()))
        self._added.clear()
        self._dropped.clear()

    def rebuild(self) -> None:
        """Make the full-text index and the vectors again from SQLite, with the present model."""
        is_own = not self._db.in_transaction
        self._forget_orphans()
        self._db.execute("insert into texts_fts(texts_fts) values ('delete-all')")
        for text_id, text in self._db.execute("select id, text from texts").fetchall():
            fulltext.index_text(self._db, text_id, text)
        former = self._model()
        # Readers go on with the former collection until SQLite names the new one.
        model = self._described(_new_name())
        collection = self._create(model.collection)
        self._embed_into(collection, self._all_texts())
        self._write_model(model)
        if is_own:
            self._db.commit()
        if former:
            self._delete_collection(former.collection)
        self._collection = collection
        self._added.clear()
        self._dropped.clear()
        self._counts.clear()

    def search(
        self, text: str, report_ids: Sequence[int] | None, section: int | None, k: int = 10
    ) -> tuple[PassageHit, ...]:
        """The passages that answer best, best first; the same sentence stands only once."""
        where = _Where(None if report_ids is None else tuple(report_ids), section)
        self._refresh()
        query = clean_query(text)
        if k < 1 or not query or not self._is_anything(where):
            return ()
        vector = self._embedder.embed_queries([query])[0]
        depth = max(DEPTH, 2 * k)
        scoped = None if where.is_everywhere else self._texts_within(where)
        if scoped is not None and len(scoped) <= EXACT:
            cosines = self._exact(vector, scoped)
        else:
            found = self._lexical(query, depth, where)
            cosines = self._nearest(vector, depth, where, scoped)
            cosines |= self._exact(vector, [t for t in found if t not in cosines])
        ranked = self._ranked(cosines, query)
        return self._hits(ranked[:k], where)

    def find_phrase(
        self, phrase: str, report_ids: Sequence[int] | None = None, section: int | None = None
    ) -> tuple[PassageHit, ...]:
        """Every passage in which a phrase stands, character for character, in report order."""
        where = _Where(None if report_ids is None else tuple(report_ids), section)
        match = fulltext.match_phrase(phrase)
        if match is None:
            return ()
        if len(split_pieces(phrase)) == 1:
            return self._phrase_in_passages(phrase, match, where)
        return self._phrase_in_sections(phrase, match, where)

    def is_current(self, generation: int) -> bool:
        """Whether Chroma was opened at this generation of the store."""
        return self._collection is not None and self._generation == str(generation)

    def reopen(self) -> None:
        """Open Chroma anew at the next search: another process has written to it."""
        self.close()
        self._counts.clear()

    @property
    def model_name(self) -> str | None:
        """The model whose vectors are held; None while there are none."""
        model = self._model()
        return model.name if model else None

    # Texts in SQLite

    def _keep_text(self, key: str, text: str) -> int:
        row = self._db.execute("select id from texts where hash = ?", (key,)).fetchone()
        if row is None:
            row = self._db.execute(
                "insert into texts(hash, text) values (?, ?) returning id", (key, text)
            ).fetchone()
            fulltext.index_text(self._db, row[0], text)
            self._added[key] = text
        return int(row[0])

    def _drop_orphan(self, text_id: int) -> None:
        row = self._db.execute(
            "select hash, text from texts where id = ? "
            "and not exists (select 1 from passages where text_id = texts.id)",
            (text_id,),
        ).fetchone()
        if row:
            fulltext.drop_text(self._db, text_id, row[1])
            self._db.execute("delete from texts where id = ?", (text_id,))
            self._dropped.add(row[0])

    def _forget_orphans(self) -> None:
        self._db.execute("delete from texts where id not in (select text_id from passages)")

    def _held(self, keys: set[str]) -> dict[str, str]:
        rows = self._db.execute(
            "select hash, text from texts where hash in (select value from json_each(?))",
            (json.dumps(sorted(keys)),),
        )
        return dict(rows.fetchall())

    def _all_texts(self) -> list[tuple[str, str]]:
        return self._db.execute("select hash, text from texts order by id").fetchall()

    def _is_anything(self, where: _Where) -> bool:
        sql = f"select 1 from passages p where {where.condition} limit 1"
        return self._db.execute(sql, where.parameters).fetchone() is not None

    def _texts_within(self, where: _Where) -> list[int]:
        sql = f"select distinct p.text_id from passages p where {where.condition}"
        return [row[0] for row in self._db.execute(sql, where.parameters)]

    # Candidates

    def _lexical(self, query: str, depth: int, where: _Where) -> list[int]:
        scope = (
            ""
            if where.is_everywhere
            else f"rowid in (select p.text_id from passages p where {where.condition})"
        )
        return fulltext.find_texts(self._db, query, self._counts, depth, scope, where.parameters)

    def _nearest(
        self, vector: Vectors, depth: int, where: _Where, scoped: list[int] | None
    ) -> dict[int, float]:
        collection = self._readable_collection()
        if collection is None or not vector.any():
            return {}
        if scoped is None:
            return self._by_id(_query(collection, vector, depth))
        if len(scoped) > WIDE * self._total():
            within = set(scoped)
            found = self._by_id(_query(collection, vector, int(depth / WIDE)))
            kept = {t: cosine for t, cosine in found.items() if t in within}
            if len(kept) >= depth // 2:
                return kept
        return self._by_id(_query(collection, vector, depth, self._hashes(scoped)))

    def _exact(self, vector: Vectors, text_ids: Sequence[int]) -> dict[int, float]:
        """The likeness of texts to a question by their own vectors; 0 where there is none."""
        cosines = dict.fromkeys(text_ids, 0.0)
        collection = self._readable_collection()
        if collection is None or not vector.any():
            return cosines
        ids = dict(zip(self._hashes(text_ids), text_ids, strict=True))
        for keys in _batches(list(ids), _BATCH):
            got = collection.get(ids=list(keys), include=["embeddings"])
            if not got["ids"]:
                continue
            likeness = np.asarray(got["embeddings"], np.float32) @ vector
            cosines |= {ids[key]: float(c) for key, c in zip(got["ids"], likeness, strict=True)}
        return cosines

    def _hashes(self, text_ids: Sequence[int]) -> list[str]:
        rows = self._db.execute(
            "select t.id, t.hash from json_each(?) j join texts t on t.id = j.value",
            (_ids_json(text_ids),),
        )
        known = dict(rows.fetchall())
        return [known[text_id] for text_id in text_ids]

    def _by_id(self, found: dict[str, float]) -> dict[int, float]:
        rows = self._db.execute(
            "select t.id, t.hash from json_each(?) j join texts t on t.hash = j.value",
            (json.dumps(list(found)),),
        )
        return {text_id: found[key] for text_id, key in rows}

    def _ranked(self, cosines: dict[int, float], query: str) -> list[Ranked]:
        rows = self._db.execute(
            """select t.id, t.text, (
                   select count(distinct r.issuer_id) from passages p
                   join reports r on r.id = p.report_id where p.text_id = t.id)
               from json_each(?) j join texts t on t.id = j.value""",
            (_ids_json(list(cosines)),),
        )
        candidates = [Candidate(i, text, cosines[i], said_by) for i, text, said_by in rows]
        return rank(candidates, query, self._rarity(query), self._issuers())

    def _rarity(self, query: str) -> dict[str, float]:
        terms = fulltext.terms_of(query)
        total = self._total()
        return {
            term: rarity_of(
                fulltext.cached_count(self._db, term, self._counts, is_single=s), total
            )
            for s, kind in ((True, terms.singles), (False, terms.pairs))
            for term in dict.fromkeys(kind)
        }

    def _total(self) -> int:
        if "" not in self._counts:
            self._counts[""] = self._db.execute("select count(*) from texts").fetchone()[0]
        return self._counts[""]

    def _issuers(self) -> int:
        if " " not in self._counts:
            sql = "select count(distinct issuer_id) from reports"
            self._counts[" "] = self._db.execute(sql).fetchone()[0]
        return self._counts[" "]

    def _hits(self, ranked: Sequence[Ranked], where: _Where) -> tuple[PassageHit, ...]:
        return tuple(hit for r in ranked for hit in self._hit(r, where))

    def _hit(self, ranked: Ranked, where: _Where) -> Iterator[PassageHit]:
        # Of a sentence that several reports share, the newest report is shown.
        rows = self._db.execute(
            f"""select p.report_id, p.section, p.start, p.stop, t.text
                from passages p join texts t on t.id = p.text_id
                left join reports r on r.id = p.report_id
                where p.text_id = ? and {where.condition}
                order by r.year desc, p.report_id, p.start""",
            (ranked.text_id, *where.parameters),
        ).fetchall()
        if rows:
            report_id, *place = rows[0]
            others = len({row[0] for row in rows}) - 1
            yield PassageHit(report_id, Passage(*place), ranked.score, others)

    # Phrases

    def _phrase_in_passages(
        self, phrase: str, match: str, where: _Where
    ) -> tuple[PassageHit, ...]:
        rows = self._db.execute(
            f"""select p.report_id, p.section, p.start, p.stop, t.text
                from texts t join passages p on p.text_id = t.id
                where t.id in (select rowid from texts_fts where texts_fts match ?)
                and {where.condition} order by p.report_id, p.section, p.start""",
            (match, *where.parameters),
        ).fetchall()
        texts = {row[4] for row in rows}
        saying = {text for text in texts if fulltext.find_verbatim(phrase, text)}
        return tuple(
            PassageHit(report_id, Passage(*place), 1.0)
            for report_id, *place in rows
            if place[3] in saying
        )

    def _phrase_in_sections(
        self, phrase: str, match: str, where: _Where
    ) -> tuple[PassageHit, ...]:
        """A phrase that goes on past the end of a passage: quoted from the section itself."""
        rows = self._db.execute(
            f"""select distinct s.report_id, s.number, s.text from passages p
                join sections s on s.report_id = p.report_id and s.number = p.section
                where p.text_id in (select rowid from texts_fts where texts_fts match ?)
                and {where.condition} order by s.report_id, s.number""",
            (match, *where.parameters),
        ).fetchall()
        return tuple(
            PassageHit(report_id, passage, 1.0)
            for report_id, number, text in rows
            for passage in self._spanning(report_id, number, text, phrase)
        )

    def _spanning(self, report_id: int, section: int, text: str, phrase: str) -> list[Passage]:
        places = self._db.execute(
            "select start, stop from passages where report_id = ? and section = ? order by start",
            (report_id, section),
        ).fetchall()
        found = {}
        for start, end in fulltext.find_verbatim(phrase, text):
            touched = [p for p in places if p[0] < end and p[1] > start] or [(start, end)]
            first, last = min(start, touched[0][0]), max(end, touched[-1][1])
            found[first, last] = Passage(section, first, last, text[first:last])
        return list(found.values())

    # The model

    def _model(self) -> _Model | None:
        row = self._db.execute("select value from meta where key = 'vectors'").fetchone()
        if row is None:
            return None
        fields = json.loads(row[0])
        return _Model(**{**fields, "probe": tuple(fields["probe"])})

    def _described(self, collection: str) -> _Model:
        probe = self._embedder.embed_queries([_PROBE])[0]
        return _Model(
            self._embedder.name,
            self._embedder.dimensions,
            self._embedder.fingerprint,
            tuple(round(float(x), 6) for x in probe),
            collection,
        )

    def _write_model(self, model: _Model) -> None:
        fields = {name: getattr(model, name) for name in model.__dataclass_fields__}
        self._db.execute(
            "insert into meta(key, value) values ('vectors', ?) "
            "on conflict(key) do update set value = excluded.value",
            (json.dumps(fields),),
        )

    def _remember_model(self) -> None:
        if self._model() is None:
            self._write_model(self._described(_new_name()))
        self._check_model()

    def _check_model(self) -> None:
        if self._is_checked:
            return
        model = self._model()
        if model and not model.is_of(self._embedder, self._embedder.embed_queries([_PROBE])[0]):
            raise StoreError(
                f"库中的向量来自模型 {model.name}（{model.dimensions} 维），与现在的 "
                f"{self._embedder.name}（{self._embedder.dimensions} 维）不同，请运行 nianbao "
                f"rebuild。The vectors held were made by another model ({model.name}); run "
                "`nianbao rebuild`."
            )
        self._is_checked = model is not None

    # Chroma

    def _refresh(self) -> None:
        """Forget what was read before the store last changed."""
        row = self._db.execute("select value from meta where key = 'generation'").fetchone()
        generation = row[0] if row else None
        if generation != self._generation:
            self._generation = generation
            self._counts.clear()
            self._is_checked = False
            if not self._is_writable:  # a writer is alone and sees its own changes
                self.close()

    def _readable_collection(self) -> "_Collection | None":
        self._check_model()
        model = self._model()
        if self._collection is None and model is not None:
            self._collection = self._find_collection(model.collection)
            if self._collection is None:
                raise StoreError(
                    "库中有文字而没有向量，请运行 nianbao rebuild。"
                    "The vectors are missing; run `nianbao rebuild`."
                )
        return self._collection

    def _writable_collection(self) -> "tuple[_Collection, bool]":
        self._remember_model()
        model = self._model()
        assert model is not None
        if self._collection is None:
            self._collection = self._find_collection(model.collection)
        if self._collection is not None:
            return self._collection, False
        self._collection = self._create(model.collection)
        return self._collection, True

    def _find_collection(self, name: str) -> "_Collection | None":
        from chromadb.errors import NotFoundError

        if self._chroma_url is None and not self._folder.is_dir():
            return None
        try:
            return self._opened().get_collection(name, embedding_function=None)
        except NotFoundError:
            return None

    def _create(self, name: str) -> "_Collection":
        return self._opened().create_collection(
            name, configuration={"hnsw": HNSW}, embedding_function=None, get_or_create=True
        )

    def _delete_collection(self, name: str) -> None:
        from chromadb.errors import NotFoundError

        try:
            self._opened().delete_collection(name)
        except NotFoundError:
            return

    def _opened(self) -> "_Client":
        if self._client is None:
            self._client = _connect(self._folder, self._chroma_url)
        return self._client

    def _needs_repair(self) -> bool:
        row = self._db.execute("select value from meta where key = 'vectors_pending'").fetchone()
        is_pending = row is not None and row[0] not in ("", "0", "false")
        return is_pending and not self._added and not self._dropped

    def _synchronise(self, collection: "_Collection") -> None:
        """Make Chroma hold exactly the texts of SQLite, whatever it holds now."""
        texts = dict(self._all_texts())
        there = set(collection.get(include=[])["ids"])
        _delete(collection, sorted(there - set(texts)))
        self._embed_into(collection, [(k, t) for k, t in texts.items() if k not in there])

    def _embed_into(self, collection: "_Collection", texts: Sequence[tuple[str, str]]) -> None:
        size = min(_BATCH, self._opened().get_max_batch_size())
        for batch in _batches(texts, size):
            vectors = self._embedder.embed_passages([text for _, text in batch])
            # A vector of zeros is like nothing; such a text is found by its wording alone.
            kept = [i for i in range(len(batch)) if vectors[i].any()]
            if kept:
                collection.upsert(ids=[batch[i][0] for i in kept], embeddings=vectors[kept])


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

    def count(self) -> int: ...


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


def _query(
    collection: _Collection, vector: Vectors, n: int, ids: list[str] | None = None
) -> dict[str, float]:
    found = collection.query(
        query_embeddings=[vector], n_results=n, include=["distances"], ids=ids
    )
    return {
        key: 1.0 - distance
        for key, distance in zip(found["ids"][0], found["distances"][0], strict=True)
    }


def _delete(collection: _Collection, keys: Sequence[str]) -> None:
    for batch in _batches(keys, _BATCH):
        collection.delete(ids=list(batch))


def _batches(items: Sequence[_T], size: int) -> Iterator[Sequence[_T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _new_name() -> str:
    return f"passages-{secrets.token_hex(6)}"


def _ids_json(ids: Sequence[int]) -> str:
    """Ids as one bound parameter for `json_each`, however many they are."""
    return json.dumps(list(ids), separators=(",", ":"))
