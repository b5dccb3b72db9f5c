"""Texts and where they stand, in SQLite: each distinct text once, its occurrences beside it."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.passages import fulltext
from index.passages.scopes import Where, as_json
from index.passages.search import Candidate, Ranked, rarity_of
from index.types import Passage

_PROBLEMS = 5  # the section of problems and remedies
_COUNTED = 200  # occurrences of a text whose issuers are counted one by one


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that was found; `also_in` other reports in the scope say exactly this."""

    report_id: int
    passage: Passage
    score: float
    also_in: int = 0


def hash_of(text: str) -> str:
    """What a text and its vector go by."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def keep_passages(
    db: sqlite3.Connection, report_id: int, passages: Sequence[Passage]
) -> dict[str, str]:
    """Keep the passages of a report; gives the texts that are new, by hash."""
    keys = [hash_of(passage.text) for passage in passages]
    ids = ids_of(db, keys)
    added: dict[str, str] = {}
    for key, passage in zip(keys, passages, strict=True):
        if key not in ids:
            added[key] = passage.text
            ids[key] = _keep_text(db, key, passage.text)
    db.executemany(
        "insert into passages(report_id, section, start, stop, text_id) values (?, ?, ?, ?, ?)",
        [
            (report_id, p.section, p.start, p.end, ids[key])
            for key, p in zip(keys, passages, strict=True)
        ],
    )
    return added


def remove_passages(db: sqlite3.Connection, report_id: int) -> set[str]:
    """Take out the passages of a report; gives the hashes of texts that nobody says any more."""
    held = db.execute(
        "select distinct text_id from passages where report_id = ?", (report_id,)
    ).fetchall()
    db.execute("delete from passages where report_id = ?", (report_id,))
    dropped = (_drop_orphan(db, text_id) for (text_id,) in held)
    return {key for key in dropped if key}


def index_again(db: sqlite3.Connection) -> None:
    """Make the full-text index again from the texts, without those that nobody says."""
    db.execute("delete from texts where id not in (select text_id from passages)")
    db.execute("insert into texts_fts(texts_fts) values ('delete-all')")
    for text_id, text in db.execute("select id, text from texts").fetchall():
        fulltext.index_text(db, text_id, text)


def all_texts(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Every text with its hash."""
    return db.execute("select hash, text from texts order by id").fetchall()


def all_reports(db: sqlite3.Connection) -> list[int]:
    """The ids of all reports."""
    return [row[0] for row in db.execute("select id from reports order by id")]


def texts_of(db: sqlite3.Connection, keys: Iterable[str]) -> dict[str, str]:
    """The texts of those hashes that are held."""
    rows = db.execute(
        "select hash, text from texts where hash in (select value from json_each(?))",
        (json.dumps(sorted(keys)),),
    )
    return dict(rows.fetchall())


def is_anything(db: sqlite3.Connection, where: Where) -> bool:
    """Whether a scope holds a passage."""
    if (
        where.is_asked
    ):  # one of the first that are looked up tells, not a walk through all passages
        alone = (Where((report,), where.section) for report in where.reports or ())
        return any(is_anything(db, one) for one in alone)
    sql = f"select 1 from passages p where {where.condition} limit 1"
    return db.execute(sql, where.parameters).fetchone() is not None


def ids_within(db: sqlite3.Connection, where: Where, limit: int = -1) -> list[int]:
    """The ids of the texts that stand in a scope, up to a limit."""
    sql = f"select distinct p.text_id from passages p where {where.condition} limit ?"
    return [row[0] for row in db.execute(sql, (*where.parameters, limit))]


def those_within(db: sqlite3.Connection, text_ids: Iterable[int], where: Where) -> set[int]:
    """Those of some texts that stand in a scope."""
    sql = f"""select j.value from json_each(?) j where exists (
        select 1 from passages p where p.text_id = j.value and {where.condition})"""
    return {row[0] for row in db.execute(sql, (as_json(list(text_ids)), *where.parameters))}


def hashes_of(db: sqlite3.Connection, text_ids: Sequence[int]) -> dict[str, int]:
    """The hashes of texts, each with the id of its text, in the order given."""
    rows = db.execute(
        "select t.id, t.hash from json_each(?) j join texts t on t.id = j.value",
        (as_json(text_ids),),
    )
    known = dict(rows.fetchall())
    return {known[text_id]: text_id for text_id in text_ids}


def ids_of(db: sqlite3.Connection, keys: Iterable[str]) -> dict[str, int]:
    """The ids of those hashes that are held."""
    rows = db.execute(
        "select t.hash, t.id from json_each(?) j join texts t on t.hash = j.value",
        (json.dumps(list(keys)),),
    )
    return dict(rows.fetchall())


def candidates_of(
    db: sqlite3.Connection, cosines: dict[int, float], counts: "Counts"
) -> list[Candidate]:
    """Texts to rank, each with its likeness and the number of issuers that say it."""
    rows = db.execute(
        """select t.id, t.text, (select count(*) from passages where text_id = t.id),
             exists (select 1 from passages where text_id = t.id and section = ?)
           from json_each(?) j join texts t on t.id = j.value""",
        (_PROBLEMS, as_json(list(cosines))),
    ).fetchall()
    return [
        Candidate(i, text, cosines[i], _said_by(db, i, times, counts), bool(is_of_problems))
        for i, text, times, is_of_problems in rows
    ]


def hits_of(
    db: sqlite3.Connection, ranked: Sequence[Ranked], where: Where
) -> tuple[PassageHit, ...]:
    """Where texts stand in a scope, in their order: of several reports the newest is shown."""
    rows = db.execute(
        f"""select p.text_id, p.report_id, p.section, p.start, p.stop, t.text
            from passages p join texts t on t.id = p.text_id
            left join reports r on r.id = p.report_id left join issuers i on i.id = r.issuer_id
            where p.text_id in (select value from json_each(?)) and {where.condition}
            order by r.year desc, i.region, i.name, p.report_id, p.section, p.start""",
        (as_json([r.text_id for r in ranked]), *where.parameters),
    )
    newest: dict[int, tuple[int, Passage]] = {}
    saying: dict[int, set[int]] = {}
    for text_id, report_id, *place in rows:
        newest.setdefault(text_id, (report_id, Passage(*place)))
        saying.setdefault(text_id, set()).add(report_id)
    return tuple(
        PassageHit(*newest[r.text_id], r.score, len(saying[r.text_id]) - 1)
        for r in ranked
        if r.text_id in newest
    )


class Counts:
    """How much is held, and in how many texts a term stands: read once, until it is forgotten."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.terms: dict[str, int] = {}
        self._totals: dict[str, int] = {}

    def forget(self) -> None:
        """What is held has changed."""
        self.terms.clear()
        self._totals.clear()

    @property
    def texts(self) -> int:
        """The number of distinct texts."""
        return self._total("select count(*) from texts")

    @property
    def reports(self) -> int:
        """The number of reports."""
        return self._total("select count(*) from reports")

    @property
    def issuers(self) -> int:
        """The number of issuers with a report."""
        return self._total("select count(distinct issuer_id) from reports")

    def rarity(self, query: str) -> dict[str, float]:
        """The inverse frequency of each term of a question."""
        terms = fulltext.terms_of(query)
        return {
            term: rarity_of(
                fulltext.cached_count(self._db, term, self.terms, is_single=is_single), self.texts
            )
            for is_single, kind in ((True, terms.singles), (False, terms.pairs))
            for term in dict.fromkeys(kind)
        }

    def _total(self, sql: str) -> int:
        if sql not in self._totals:
            self._totals[sql] = self._db.execute(sql).fetchone()[0]
        return self._totals[sql]


def _said_by(db: sqlite3.Connection, text_id: int, times: int, counts: Counts) -> int:
    if times < 3:
        return times
    if times > _COUNTED:  # each one looked up would take longer than the search
        return min(counts.issuers * times // max(counts.reports, 1), counts.issuers)
    row = db.execute(
        """select count(distinct r.issuer_id) from passages p
           join reports r on r.id = p.report_id where p.text_id = ?""",
        (text_id,),
    ).fetchone()
    return int(row[0])


def _keep_text(db: sqlite3.Connection, key: str, text: str) -> int:
    (text_id,) = db.execute(
        "insert into texts(hash, text) values (?, ?) returning id", (key, text)
    ).fetchone()
    fulltext.index_text(db, text_id, text)
    return int(text_id)


def _drop_orphan(db: sqlite3.Connection, text_id: int) -> str | None:
    row = db.execute(
        "select hash, text from texts where id = ? "
        "and not exists (select 1 from passages where text_id = texts.id)",
        (text_id,),
    ).fetchone()
    if row is None:
        return None
    fulltext.drop_text(db, text_id, row[1])
    db.execute("delete from texts where id = ?", (text_id,))
    return str(row[0])
