"""The vectors of each report in one piece, in SQLite: what a scope is ranked by, exactly.

Chroma takes 20 ms to give out two thousand vectors by their ids; SQLite reads those of sixty
reports in one. What stands here is a copy of what Chroma holds, at half the precision; a report
without a copy is ranked by Chroma's own.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.passages.embed import Vectors
from index.passages.scopes import Where, as_json

_TEXT, _SECTION, _NUMBER = np.dtype("<i8"), np.dtype("<i2"), np.dtype("<f2")
_BATCH = 200  # reports
_READ = 50  # reports whose vectors are turned into numbers before they leave the cache
_Row = tuple[int, bytes, bytes, bytes]  # a report, its texts, their sections, and vectors

Texts = npt.NDArray[np.int64]
# Where vectors are kept, by the hashes of their texts.
VectorsOf = Callable[[Sequence[str]], Mapping[str, Vectors]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """The texts of a scope, in the order of their ids, each with its likeness to a question."""

    texts: Texts
    cosines: Vectors

    @classmethod
    def nothing(cls) -> "Likeness":
        """No text at all."""
        return cls(np.zeros(0, np.int64), np.zeros(0, np.float32))

    def joined(self, other: Mapping[int, float]) -> "Likeness":
        """These and other texts."""
        texts = np.concatenate([self.texts, np.fromiter(other, np.int64, len(other))])
        likenesses = np.fromiter(other.values(), np.float32, len(other))
        cosines = np.concatenate([self.cosines, likenesses])
        distinct, first = np.unique(texts, return_index=True)
        return Likeness(distinct, cosines[first])

    def best(self, count: int) -> dict[int, float]:
        """The texts that are nearest."""
        far = max(len(self.cosines) - count, 0)
        # Of equals the first: a million need not be put in order for the sake of fifty.
        least = np.partition(self.cosines, far)[far] if far else -np.inf
        near = np.flatnonzero(self.cosines >= least)
        order = near[np.argsort(-self.cosines[near], kind="stable")][:count]
        return dict(zip(self.texts[order].tolist(), self.cosines[order].tolist(), strict=True))

    def of(self, text_ids: Sequence[int]) -> dict[int, float]:
        """The likeness of some texts; 0 for those that have no vector."""
        found = dict.fromkeys(text_ids, 0.0)
        if not len(self.texts) or not text_ids:
            return found
        wanted = np.asarray(text_ids, np.int64)
        at = np.minimum(np.searchsorted(self.texts, wanted), len(self.texts) - 1)
        known = self.texts[at] == wanted
        pairs = zip(wanted[known].tolist(), self.cosines[at[known]].tolist(), strict=True)
        return found | dict(pairs)


def likeness_in(
    db: sqlite3.Connection, vector: Vectors, reports: Sequence[int], section: int | None
) -> tuple[Likeness, list[int]]:
    """How like a question the texts of some reports are, and the reports that have no copy."""
    rows = db.execute(
        "select report_id, texts, sections, vectors from report_vectors "
        "where report_id in (select value from json_each(?))",
        (as_json(reports),),
    ).fetchall()
    whole = [row for row in rows if _is_whole(row, vector)]
    found = {row[0] for row in whole}
    lacking = [report for report in reports if report not in found]
    return _once([_likeness(whole, vector, section)]), lacking


def likeness_of_all(db: sqlite3.Connection, vector: Vectors, where: Where) -> Likeness:
    """How like a question the texts of a large scope are, read through from first to last."""
    among = Where(where.reports, None, where.is_asked)
    cursor = db.execute(
        "select p.report_id, p.texts, p.sections, p.vectors from report_vectors p "
        f"where {among.condition}",
        among.parameters,
    )
    parts = []
    while rows := cursor.fetchmany(_READ):
        whole = [row for row in rows if _is_whole(row, vector)]
        parts.append(_likeness(whole, vector, where.section))
    return _once(parts)


def _is_whole(row: _Row, vector: Vectors) -> bool:
    return len(row[1]) // _TEXT.itemsize * vector.size * _NUMBER.itemsize == len(row[3])


def _likeness(rows: Sequence[_Row], vector: Vectors, section: int | None) -> Likeness:
    texts = np.frombuffer(b"".join(row[1] for row in rows), _TEXT)
    numbers = np.frombuffer(b"".join(row[3] for row in rows), _NUMBER)
    rows_of = numbers.reshape(len(texts), vector.size)
    if section is not None:
        sections = np.frombuffer(b"".join(row[2] for row in rows), _SECTION)
        texts, rows_of = texts[sections == section], rows_of[sections == section]
    return Likeness(texts, rows_of.astype(np.float32) @ vector)


def _once(parts: Sequence[Likeness]) -> Likeness:
    """The same in the order of the texts, each once."""
    texts = np.concatenate([part.texts for part in (Likeness.nothing(), *parts)])
    cosines = np.concatenate([part.cosines for part in (Likeness.nothing(), *parts)])
    distinct, first = np.unique(texts, return_index=True)
    return Likeness(distinct, cosines[first])


def has_copies(db: sqlite3.Connection) -> bool:
    """Whether this store has a place for copies; one that was made earlier has none."""
    sql = "select 1 from sqlite_master where name = 'report_vectors'"
    return db.execute(sql).fetchone() is not None


def lacking_reports(db: sqlite3.Connection) -> list[int]:
    """The reports that have passages and no copy of their vectors."""
    return [
        row[0]
        for row in db.execute(
            "select id from reports r where exists (select 1 from passages where report_id = r.id)"
            " and not exists (select 1 from report_vectors where report_id = r.id)"
        )
    ]


def keep_copies(
    db: sqlite3.Connection, reports: Sequence[int], dimensions: int, vectors_of: VectorsOf
) -> None:
    """Copy the vectors of reports from where they are kept."""
    for start in range(0, len(reports), _BATCH):
        places = _places(db, reports[start : start + _BATCH])
        keys = {key for rows in places.values() for _, _, key in rows}
        vectors = vectors_of(sorted(keys))
        nothing = np.zeros(dimensions, np.float32)  # what is known of nothing is like nothing
        for report, rows in places.items():
            copied = np.stack([vectors.get(key, nothing) for _, _, key in rows])
            db.execute(
                "insert or replace into report_vectors values (?, ?, ?, ?)",
                (
                    report,
                    np.array([text for text, _, _ in rows], _TEXT).tobytes(),
                    np.array([section for _, section, _ in rows], _SECTION).tobytes(),
                    copied.astype(_NUMBER).tobytes(),
                ),
            )


def drop_copies(db: sqlite3.Connection, reports: Sequence[int] | None = None) -> None:
    """Forget the copies of some reports, or all of them."""
    scope = "" if reports is None else " where report_id in (select value from json_each(?))"
    given = () if reports is None else (as_json(reports),)
    db.execute(f"delete from report_vectors{scope}", given)


def _places(
    db: sqlite3.Connection, reports: Sequence[int]
) -> dict[int, list[tuple[int, int, str]]]:
    """The distinct texts of each section of some reports, with their hashes."""
    rows = db.execute(
        """select distinct p.report_id, p.text_id, p.section, t.hash
           from passages p join texts t on t.id = p.text_id
           where p.report_id in (select value from json_each(?))
           order by p.report_id, p.text_id, p.section""",
        (as_json(reports),),
    )
    places: dict[int, list[tuple[int, int, str]]] = {}
    for report, *row in rows:
        places.setdefault(report, []).append((row[0], row[1], row[2]))
    return places
