"""Passages kept and found: their texts and places in SQLite, their vectors in Chroma.

SQLite is the truth. Chroma holds one vector for each distinct text and can be made again from
SQLite at any time; one process writes, and a reader opens Chroma anew when the store has grown.
"""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import numpy as np

from index.errors import VectorsOutdated
from index.passages import fulltext, held, matrix, phrases, texts
from index.passages.embed import Embedder, Vectors
from index.passages.held import HeldModel
from index.passages.matrix import Likeness, Texts
from index.passages.polarity import Polarity, polarity_of
from index.passages.scopes import Scopes, Where
from index.passages.search import Ranked, clean_query, in_reports_words, rank
from index.passages.texts import Counts, PassageHit
from index.passages.vectors import VectorShelf
from index.types import Passage

EXACT = 250  # reports; a scope of so many is ranked without an index
SCANNED = 2_500  # reports; a scope of so many is read through in some 16 ms, each time alike
LISTED = 10_000  # texts of a scope that full text is told one by one
OPENING = 1.0  # seconds that Chroma takes to open with a hundred thousand texts
# What the glossary says of an English question counts this much of what the model makes of it.
GLOSSARY_WEIGHT = 0.1
_TINY = 1e-9
DEPTH = 50  # candidates from each side
DEEPER = 20  # times as many are asked for at most, where a large scope will keep only some


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
        self._scopes = Scopes(db)
        self._generation: str | None = None
        self._is_checked = False
        self._has_copies: bool | None = None
        self._scanned = 0.0
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
        matrix.drop_copies(self._db, [report_id])
        self._counts.forget()

    def flush(self) -> None:
        """Bring Chroma to what SQLite holds, after the transaction has ended."""
        changed = {*self._added, *self._dropped}
        if not changed and not self._needs_repair() and not matrix.lacking_reports(self._db):
            return
        is_own = not self._db.in_transaction
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
        self._copy()
        if is_own:
            self._db.commit()
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
        matrix.drop_copies(self._db)
        self._copy()
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
        self._refresh()
        is_all = report_ids is None or EXACT < len(report_ids) == self._counts.reports
        where = self._scopes.narrowed(None if is_all else report_ids, section)
        query = clean_query(text)
        chinese = in_reports_words(query)
        if k < 1 or not query or not texts.is_anything(self._db, where):
            return ()
        vector, worded = self._vector(query, chinese), f"{query} {chinese}".strip()
        cosines = self._cosines(worded, vector, where, max(DEPTH, 2 * k))
        ranked = self._ranked(cosines, worded, polarity_of(text))
        return texts.hits_of(self._db, ranked[:k], where)

    def find_phrase(
        self, phrase: str, report_ids: Sequence[int] | None = None, section: int | None = None
    ) -> tuple[PassageHit, ...]:
        """Every passage in which a phrase stands, character for character, in report order."""
        where = self._scopes.narrowed(report_ids, section)
        return phrases.find_phrase(self._db, phrase, where)

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

    def _vector(self, query: str, chinese: str) -> Vectors:
        """The vector of a question, drawn towards what reports call the things it speaks of."""
        vectors = self._embedder.embed_queries([query, chinese] if chinese else [query])
        if chinese:
            vectors = np.average(vectors, 0, [1 - GLOSSARY_WEIGHT, GLOSSARY_WEIGHT], keepdims=True)
            vectors = (vectors / max(float(np.linalg.norm(vectors)), _TINY)).astype(np.float32)
        vector: Vectors = vectors[0]
        return vector

    def _cosines(self, query: str, vector: Vectors, where: Where, depth: int) -> dict[int, float]:
        """The texts that may answer, each with its likeness to the question."""
        likeness = self._likeness_of(vector, where)
        if likeness is None:
            return self._among_many(query, vector, depth, where)
        near = likeness.best(depth) if vector.any() else {}
        among = None if where.is_everywhere else likeness.texts
        worded = self._worded_within(query, depth, where, among)
        return likeness.of(worded) | near

    def _likeness_of(self, vector: Vectors, where: Where) -> Likeness | None:
        """The likeness of every text of a scope; None where Chroma's index tells it sooner."""
        reports = self._few(where)
        if reports is not None:
            return self._likeness(vector, reports, where.section)
        # Chroma takes seconds to open: not before as long was spent on doing without it. What it
        # finds for a scope is not all of it, so that one read through now is always read through.
        is_ready = self._vectors.is_open or self._scanned > OPENING
        if not self._is_copied() or (is_ready and not self._is_scanned(where)):
            return None
        begun = perf_counter()
        likeness = matrix.likeness_of_all(self._db, vector, where)
        lacking = matrix.lacking_reports(self._db)
        if lacking:
            rest = texts.ids_within(self._db, Where(tuple(lacking), where.section))
            asked = texts.those_within(self._db, rest, where)
            likeness = likeness.joined(self._exact(vector, sorted(asked)))
        self._scanned += perf_counter() - begun
        return likeness

    def _is_scanned(self, where: Where) -> bool:
        reports = self._counts.reports if where.reports is None else len(where.reports)
        return not where.is_everywhere and reports <= SCANNED

    def _few(self, where: Where) -> Sequence[int] | None:
        """The reports of a scope, where they are few enough to be ranked one and all."""
        if where.reports is not None:
            return where.reports if len(where.reports) <= EXACT else None
        return texts.all_reports(self._db) if self._counts.reports <= EXACT else None

    def _among_many(
        self, query: str, vector: Vectors, depth: int, where: Where
    ) -> dict[int, float]:
        near = (
            self._nearest(vector, depth)
            if where.is_everywhere
            else self._nearest_within(vector, depth, where)
        )
        worded = self._worded_within(query, depth, where, None)
        return near | self._exact(vector, [i for i in worded if i not in near])

    def _worded(self, query: str, depth: int, among: Sequence[int] | None = None) -> list[int]:
        return fulltext.find_texts(self._db, query, self._counts.terms, depth, among)

    def _worded_within(
        self, query: str, depth: int, where: Where, among: Texts | None
    ) -> list[int]:
        if where.is_everywhere:
            return self._worded(query, depth)
        if among is not None and len(among) <= LISTED:
            return self._worded(query, depth, among.tolist())
        worded = self._worded(query, self._deep(depth, where))
        kept = texts.those_within(self._db, worded, where)
        return [text_id for text_id in worded if text_id in kept][:depth]

    def _nearest(self, vector: Vectors, depth: int) -> dict[int, float]:
        if not vector.any() or not self._is_readable():
            return {}
        return self._by_id(self._vectors.nearest(vector, depth))

    def _nearest_within(self, vector: Vectors, depth: int, where: Where) -> dict[int, float]:
        """The nearest of a large scope: of many nearest of all, those that stand in it."""
        found = self._nearest(vector, self._deep(depth, where))
        within = texts.those_within(self._db, found, where)
        kept = {text_id: cosine for text_id, cosine in found.items() if text_id in within}
        if len(kept) >= depth // 2 or not found:
            return kept
        # The scope speaks of other things, so its texts are ranked one and all.
        reports = where.reports if where.reports is not None else texts.all_reports(self._db)
        for start in range(0, len(reports), EXACT):
            some = self._likeness(vector, reports[start : start + EXACT], where.section)
            kept = _best(kept | some.best(depth), depth)
        return kept

    def _deep(self, depth: int, where: Where) -> int:
        """How many are asked for, so that about as many as are wanted stand in a scope."""
        if where.reports is None or where.section is not None:
            return DEEPER * depth
        share = len(where.reports) / max(self._counts.reports, 1)
        return round(depth * min(1.25 / max(share, 0.01), DEEPER))

    def _likeness(self, vector: Vectors, reports: Sequence[int], section: int | None) -> Likeness:
        """How like a question the texts of some reports are, without an index."""
        likeness, lacking = Likeness.nothing(), list(reports)
        if self._is_copied():
            likeness, lacking = matrix.likeness_in(self._db, vector, reports, section)
        rest = texts.ids_within(self._db, Where(tuple(lacking), section)) if lacking else []
        return likeness.joined(self._exact(vector, rest)) if rest else likeness

    def _is_copied(self) -> bool:
        """Whether vectors stand beside the passages, made by the model that is asked."""
        if self._has_copies is None:
            self._has_copies = matrix.has_copies(self._db)
        model = held.read_model(self._db) if self._has_copies else None
        if model is not None:
            self._check(model)
        return model is not None

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

    def _ranked(self, cosines: dict[int, float], query: str, polarity: Polarity) -> list[Ranked]:
        return rank(
            texts.candidates_of(self._db, cosines, self._counts),
            query,
            self._counts.rarity(query),
            self._counts.issuers,
            polarity,
        )

    # The model and its vectors

    def is_of_this_model(self) -> bool:
        """Whether the vectors held, if any, are those of the model in use."""
        model = held.read_model(self._db)
        return model is None or model.is_of(self._embedder)

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
            self._has_copies = None
            self._counts.forget()
            self._is_checked = False
            if not self._is_writable:  # a writer is alone and sees its own changes
                self._vectors.refresh()

    def _is_readable(self) -> bool:
        """Whether there are vectors to search; raises VectorsOutdated where they are not."""
        model = held.read_model(self._db)
        if model is None:
            return False
        self._check(model)
        if not self._vectors.open(model.collection):
            raise VectorsOutdated(
                "库中有文字而没有向量，请运行 nianbao rebuild。"
                "The vectors are missing; run `nianbao rebuild`."
            )
        return True

    def _copy(self) -> None:
        """Put the vectors of each report that has no copy of them beside its passages."""
        lacking = matrix.lacking_reports(self._db)
        matrix.keep_copies(self._db, lacking, self._embedder.dimensions, self._vectors.vectors)

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
