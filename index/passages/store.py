"""Passages kept and found: their texts and places in SQLite, their vectors in Chroma.

SQLite is the truth. Chroma holds one vector for each distinct text and can be made again from
SQLite at any time; one process writes, and a reader opens Chroma anew when the store has grown.
"""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from index.errors import StoreError
from index.passages import fulltext, held, phrases, texts
from index.passages.embed import Embedder, Vectors
from index.passages.held import HeldModel
from index.passages.search import Ranked, clean_query, rank
from index.passages.texts import Counts, PassageHit, Where
from index.passages.vectors import VectorShelf
from index.types import Passage

EXACT = 2_000  # texts; a scope up to this size is ranked without an index
DEPTH = 50  # candidates from each side
DEEPER = 20  # times as many are asked for, where a large scope will keep only some


class PassageStore:
    """Saves and finds passages; made by `open`."""

    def __init__(
        self, db: sqlite3.Connection, vectors: VectorShelf, embedder: Embedder, is_writable: bool
    ) -> None:
        self._db = db
        self._vectors = vectors
        self._embedder = embedder
        self._is_writable = is_writable
        self._counts = Counts(db)
        self._generation: str | None = None
        self._is_checked = False
        self._added: dict[str, str] = {}
        self._dropped: set[str] = set()

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
        return cls(db, VectorShelf(folder, chroma_url), embedder, is_writable)

    def close(self) -> None:
        """Let go of Chroma; the SQLite connection stays with its owner."""
        self._vectors.close()

    def save(self, report_id: int, passages: Sequence[Passage]) -> None:
        """Keep the passages of a report, in the caller's transaction; `flush` after it ends."""
        self.remove(report_id)
        if passages:
            self._remember_model()
            self._added |= texts.keep_passages(self._db, report_id, passages)

    def remove(self, report_id: int) -> None:
        """Take out the passages of a report, in the caller's transaction, before the report."""
        self._dropped |= texts.remove_passages(self._db, report_id)
        self._counts.forget()

    def flush(self) -> None:
        """Bring Chroma to what SQLite holds, after the transaction has ended."""
        changed = {*self._added, *self._dropped}
        if not changed and not self._needs_repair():
            return
        model = self._remember_model()
        if not self._vectors.open(model.collection):
            self._vectors.create(model.collection)
            self._synchronise()
        elif not changed:
            self._synchronise()
        else:
            # Removed and saved again within one flush: what SQLite holds now decides.
            wanted = texts.texts_of(self._db, changed)
            self._vectors.remove(sorted(changed - set(wanted)))
            self._vectors.add(sorted(wanted.items()), self._embedder)
        self._added.clear()
        self._dropped.clear()

    def rebuild(self) -> None:
        """Make the full-text index and the vectors again from SQLite, with the present model."""
        is_own = not self._db.in_transaction
        texts.index_again(self._db)
        former = held.read_model(self._db)
        # Readers go on with the former collection until SQLite names the new one.
        model = held.describe(self._embedder)
        self._vectors.create(model.collection)
        self._vectors.add(texts.all_texts(self._db), self._embedder)
        held.write_model(self._db, model)
        if is_own:
            self._db.commit()
        if former:
            self._vectors.drop(former.collection)
        self._is_checked = True
        self._added.clear()
        self._dropped.clear()
        self._counts.forget()

    def search(
        self, text: str, report_ids: Sequence[int] | None, section: int | None, k: int = 10
    ) -> tuple[PassageHit, ...]:
        """The passages that answer best, best first; the same sentence stands only once."""
        where = Where(None if report_ids is None else tuple(report_ids), section)
        self._refresh()
        query = clean_query(text)
        if k < 1 or not query or not texts.is_anything(self._db, where):
            return ()
        cosines = self._cosines(query, where, max(DEPTH, 2 * k))
        hits = (texts.hit_of(self._db, r, where) for r in self._ranked(cosines, query)[:k])
        return tuple(hit for hit in hits if hit)

    def find_phrase(
        self, phrase: str, report_ids: Sequence[int] | None = None, section: int | None = None
    ) -> tuple[PassageHit, ...]:
        """Every passage in which a phrase stands, character for character, in report order."""
        where = Where(None if report_ids is None else tuple(report_ids), section)
        return phrases.find_phrase(self._db, phrase, where)

    def is_current(self, generation: int) -> bool:
        """Whether Chroma was opened at this generation of the store."""
        return self._vectors.is_open and self._generation == str(generation)

    def reopen(self) -> None:
        """Open Chroma anew at the next search: another process has written to it."""
        self._vectors.refresh()
        self._counts.forget()

    @property
    def model_name(self) -> str | None:
        """The model whose vectors are held; None while there are none."""
        model = held.read_model(self._db)
        return model.name if model else None

    # Candidates

    def _cosines(self, query: str, where: Where, depth: int) -> dict[int, float]:
        """The texts that may answer, each with its likeness to the question."""
        vector = self._embedder.embed_queries([query])[0]
        if where.is_everywhere:
            near = self._nearest(vector, depth)
            worded = self._worded(query, depth)
        elif len(scoped := texts.ids_within(self._db, where, EXACT + 1)) <= EXACT:
            near = _best(self._exact(vector, scoped), depth)
            worded = self._worded(query, depth, scoped)
        else:
            near = self._nearest_within(vector, depth, where)
            worded = self._worded(query, DEEPER * depth)
            kept = texts.those_within(self._db, worded, where)
            worded = [text_id for text_id in worded if text_id in kept][:depth]
        return near | self._exact(vector, [text_id for text_id in worded if text_id not in near])

    def _worded(self, query: str, depth: int, among: Sequence[int] | None = None) -> list[int]:
        return fulltext.find_texts(self._db, query, self._counts.terms, depth, among)

    def _nearest(self, vector: Vectors, depth: int) -> dict[int, float]:
        if not vector.any() or not self._is_readable():
            return {}
        return self._by_id(self._vectors.nearest(vector, depth))

    def _nearest_within(self, vector: Vectors, depth: int, where: Where) -> dict[int, float]:
        """The nearest of a large scope: of many nearest of all, those that stand in it."""
        found = self._nearest(vector, DEEPER * depth)
        within = texts.those_within(self._db, found, where)
        kept = {text_id: cosine for text_id, cosine in found.items() if text_id in within}
        if len(kept) >= depth // 2 or not found:
            return kept
        # The scope speaks of other things; Chroma walks through its texts alone.
        scoped = texts.hashes_of(self._db, texts.ids_within(self._db, where))
        return self._by_id(self._vectors.nearest(vector, depth, list(scoped)))

    def _exact(self, vector: Vectors, text_ids: Sequence[int]) -> dict[int, float]:
        """The likeness of texts to a question by their own vectors; 0 where there is none."""
        cosines = dict.fromkeys(text_ids, 0.0)
        if text_ids and vector.any() and self._is_readable():
            ids = texts.hashes_of(self._db, text_ids)
            found = self._vectors.cosines(vector, list(ids))
            cosines |= {ids[key]: cosine for key, cosine in found.items()}
        return cosines

    def _by_id(self, found: dict[str, float]) -> dict[int, float]:
        return {text_id: found[key] for key, text_id in texts.ids_of(self._db, found).items()}

    def _ranked(self, cosines: dict[int, float], query: str) -> list[Ranked]:
        return rank(
            texts.candidates_of(self._db, cosines, self._counts),
            query,
            self._counts.rarity(query),
            self._counts.issuers,
        )

    # The model and its vectors

    def _remember_model(self) -> HeldModel:
        model = held.read_model(self._db)
        if model is None:
            model = held.describe(self._embedder)
            held.write_model(self._db, model)
        self._check(model)
        return model

    def _check(self, model: HeldModel) -> None:
        if not self._is_checked:
            model.check(self._embedder)
            self._is_checked = True

    def _refresh(self) -> None:
        """Forget what was read before the store last changed."""
        row = self._db.execute("select value from meta where key = 'generation'").fetchone()
        generation = row[0] if row else None
        if generation != self._generation:
            self._generation = generation
            self._counts.forget()
            self._is_checked = False
            if not self._is_writable:  # a writer is alone and sees its own changes
                self._vectors.refresh()

    def _is_readable(self) -> bool:
        """Whether there are vectors to search; raises StoreError where they are lost or others."""
        model = held.read_model(self._db)
        if model is None:
            return False
        self._check(model)
        if not self._vectors.open(model.collection):
            raise StoreError(
                "库中有文字而没有向量，请运行 nianbao rebuild。"
                "The vectors are missing; run `nianbao rebuild`."
            )
        return True

    def _needs_repair(self) -> bool:
        row = self._db.execute("select value from meta where key = 'vectors_pending'").fetchone()
        return row is not None and row[0] not in ("", "0", "false")

    def _synchronise(self) -> None:
        """Make Chroma hold exactly the texts of SQLite, whatever it holds now."""
        wanted = dict(texts.all_texts(self._db))
        there = self._vectors.keys()
        self._vectors.remove(sorted(there - set(wanted)))
        missing = [(key, text) for key, text in wanted.items() if key not in there]
        self._vectors.add(missing, self._embedder)


def _best(cosines: dict[int, float], count: int) -> dict[int, float]:
    return dict(sorted(cosines.items(), key=lambda pair: (-pair[1], pair[0]))[:count])
