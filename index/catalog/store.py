"""The rows of issuers, reports, sections and files."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass

from index.catalog.identity import HeldName, key_of
from index.catalog.readings import Reading
from index.types import Era, HeldIssuer, Issuer, Kind, Report, ReportHead, Section, StoredSection


@dataclass(frozen=True, slots=True)
class HeldReport:
    """A held report as far as its identity goes."""

    id: int
    issuer_id: int
    year: int
    sha256: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class FileRead:
    """That a file was read, when and how, and what became of it."""

    sha256: str
    path: str
    url: str | None
    report_id: int | None
    result: str
    reason: str | None
    reading: str  # which readers and options read it
    read_at: str


_ISSUER = "i.id, i.name, i.region, i.kind, i.is_region_inferred, i.is_region_guessed"
# By what people call them, never by the order in which they came.
_BY_NAME = "coalesce(i.region, ''), i.name, i.id"
_HELD = """select r.id, r.issuer_id, r.year, r.sha256, r.path, r.url, r.format, r.facts_hash,
    r.content_hash from reports r join issuers i on i.id = r.issuer_id"""
# Looking a name up is several times as fast as calling the class.
_ERA = {era.value: era for era in Era}
_IssuerRow = tuple[str, str | None, str, int, int]
_HeldRow = tuple[int, int, int, str, str, str | None, str, str, str]


# Issuers


def find_issuers(db: sqlite3.Connection) -> tuple[HeldIssuer, ...]:
    """All issuers by place and name, with the years that are held of them."""
    rows = db.execute(
        f"""select i.id, i.name, i.region, i.kind, i.is_region_inferred,
               group_concat(r.year), max(r.is_invented)
           from issuers i join reports r on r.issuer_id = i.id group by i.id
           order by {_BY_NAME}"""
    )
    return tuple(
        HeldIssuer(id, name, region, Kind(kind), bool(inferred), _years(years), bool(is_invented))
        for id, name, region, kind, inferred, years, is_invented in rows
    )


def find_namesakes(db: sqlite3.Connection, key: str) -> tuple[HeldName, ...]:
    """The issuers of one key."""
    rows = db.execute(f"select {_ISSUER} from issuers i where i.key = ? order by i.id", (key,))
    return tuple(HeldName(id_, _issuer((*row,))) for id_, *row in rows)


def find_issuer_of(db: sqlite3.Connection, issuer_id: int) -> Issuer:
    """The issuer of an id that is held."""
    sql = f"select {_ISSUER} from issuers i where i.id = ?"
    _, *row = db.execute(sql, (issuer_id,)).fetchone()
    return _issuer((*row,))


def save_issuer(db: sqlite3.Connection, issuer_id: int | None, issuer: Issuer) -> int:
    """Write what is known of an issuer, new or held; its id."""
    fields = (
        key_of(issuer),
        issuer.name,
        issuer.kind.value,
        issuer.region,
        int(issuer.is_region_inferred),
        int(issuer.is_region_guessed),
    )
    if issuer_id is None:
        return _inserted(
            db,
            "insert into issuers(key, name, kind, region, is_region_inferred, "
            "is_region_guessed) values (?, ?, ?, ?, ?, ?)",
            fields,
        )
    db.execute(
        "update issuers set key = ?, name = ?, kind = ?, region = ?, is_region_inferred = ?, "
        "is_region_guessed = ? where id = ?",
        (*fields, issuer_id),
    )
    return issuer_id


# Reports


def find_heads(
    db: sqlite3.Connection,
    issuer_ids: Sequence[int] | None = None,
    years: Sequence[int] | None = None,
) -> tuple[ReportHead, ...]:
    """What identifies the reports of these issuers and years, by place, name and year."""
    where, parameters = _within(issuer_ids, years)
    rows = db.execute(
        "select r.id, r.issuer_id, r.year, r.era, r.title, r.file, r.url, r.is_invented "
        f"from reports r join issuers i on i.id = r.issuer_id where {where} "
        f"order by {_BY_NAME}, r.year",
        parameters,
    )
    return tuple(
        ReportHead(id, issuer_id, year, _ERA[era], title, file, url, bool(is_invented))
        for id, issuer_id, year, era, title, file, url, is_invented in rows
    )


def find_report_ids(
    db: sqlite3.Connection,
    issuer_ids: Sequence[int] | None = None,
    years: Sequence[int] | None = None,
) -> list[int]:
    """The ids of the reports of these issuers and years."""
    where, parameters = _within(issuer_ids, years)
    return [row[0] for row in db.execute(f"select r.id from reports r where {where}", parameters)]


def find_held(db: sqlite3.Connection, issuer_id: int, year: int) -> HeldReport | None:
    """The report that is held of an issuer and a year."""
    sql = f"{_HELD} where r.issuer_id = ? and r.year = ?"
    row = db.execute(sql, (issuer_id, year)).fetchone()
    return _held(row) if row else None


def find_from(
    db: sqlite3.Connection, path: str, url: str | None, year: int
) -> tuple[HeldReport, ...]:
    """The reports of a year that were read from this path or address."""
    # `+` keeps the planner from walking through all reports of the year.
    sql = f"{_HELD} where +r.year = ? and (r.path = ? or r.url = ?)"
    return tuple(map(_held, db.execute(sql, (year, path, url))))


def find_years_from(db: sqlite3.Connection, path: str) -> tuple[tuple[str, int], ...]:
    """Issuer and year of all reports that are held from a path."""
    rows = db.execute(
        "select i.name, r.year from reports r join issuers i on i.id = r.issuer_id "
        "where r.path = ? order by r.id",
        (path,),
    )
    return tuple(rows.fetchall())


def find_sha256(db: sqlite3.Connection, report_id: int) -> str:
    """The hash of the file that a report was read from."""
    row = db.execute("select sha256 from reports where id = ?", (report_id,)).fetchone()
    return str(row[0])


def find_places(db: sqlite3.Connection, report_ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    """The issuer and year of reports."""
    rows = db.execute(
        "select id, issuer_id, year from reports where id in (select value from json_each(?))",
        (json.dumps(list(report_ids)),),
    )
    return {report_id: (issuer_id, year) for report_id, issuer_id, year in rows}


def has_passages(db: sqlite3.Connection, report_id: int) -> bool:
    """Whether passages are kept of a report."""
    sql = "select exists(select 1 from passages where report_id = ?)"
    return bool(db.execute(sql, (report_id,)).fetchone()[0])


def count_rows(db: sqlite3.Connection) -> dict[str, int]:
    """How many rows the tables have that a person may ask about."""
    tables = ("issuers", "reports", "facts", "splits", "passages")
    return {t: db.execute(f"select count(*) from {t}").fetchone()[0] for t in tables}


def save_report(
    db: sqlite3.Connection, issuer_id: int, report: Report, reading: Reading, saved_at: str
) -> int:
    """Write a report with its sections, over the former one if there is any; its id."""
    source = report.source
    fields = (
        issuer_id,
        report.year,
        report.era.value,
        report.title,
        source.file,
        reading.path,
        source.url,
        source.format,
        source.sha256,
        reading.facts_hash,
        reading.content_hash,
        int(report.is_invented),
        saved_at,
    )
    # The id of a report stays when its content changes: who has just looked it up finds it.
    (report_id,) = db.execute(
        """insert into reports(issuer_id, year, era, title, file, path, url, format, sha256,
               facts_hash, content_hash, is_invented, saved_at)
           values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           on conflict(issuer_id, year) do update set
               era = excluded.era, title = excluded.title, file = excluded.file,
               path = excluded.path, url = excluded.url, format = excluded.format,
               sha256 = excluded.sha256, facts_hash = excluded.facts_hash,
               content_hash = excluded.content_hash, is_invented = excluded.is_invented,
               saved_at = excluded.saved_at
           returning id""",
        fields,
    ).fetchone()
    _save_sections(db, report_id, report.sections)
    return int(report_id)


def move_report(db: sqlite3.Connection, report_id: int, file: str, path: str) -> None:
    """Note that the file of a report is now somewhere else."""
    db.execute("update reports set file = ?, path = ? where id = ?", (file, path, report_id))


def remove_report(db: sqlite3.Connection, report_id: int) -> None:
    """Take out a report with all that hangs on it, and its issuer if that was the last one."""
    db.execute("delete from reports where id = ?", (report_id,))
    db.execute("delete from issuers where id not in (select issuer_id from reports)")


def find_sections(db: sqlite3.Connection, report_id: int) -> tuple[StoredSection, ...]:
    """The sections of a report, in order."""
    sql = "select number, title, text from sections where report_id = ? order by number"
    return tuple(StoredSection(*row) for row in db.execute(sql, (report_id,)))


def _save_sections(db: sqlite3.Connection, report_id: int, sections: Iterable[Section]) -> None:
    db.execute("delete from sections where report_id = ?", (report_id,))
    db.executemany(
        "insert into sections(report_id, number, title, text) values (?, ?, ?, ?)",
        [(report_id, s.number, s.title, s.text) for s in sections],
    )


# Files


def note_file(db: sqlite3.Connection, read: FileRead) -> None:
    """Remember that a file was read, instead of what was remembered of the same reading."""
    db.execute(
        "delete from files where sha256 = ? and path = ? and report_id is ?",
        (read.sha256, read.path, read.report_id),
    )
    db.execute(
        "insert into files(sha256, path, url, report_id, result, reason, reading, read_at) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        astuple(read),
    )


def find_reads(
    db: sqlite3.Connection, path: str, sha256: str, reading: str
) -> tuple[tuple[str, int, int], ...]:
    """Issuer, year and open findings of all reports of a file, if it need not be read again.

    It must be read again unless every report that it gave is still held as it gave it.
    """
    rows = db.execute(
        """select r.sha256 is f.sha256 and r.path is f.path, i.name, r.year,
               (select count(*) from findings n where n.report_id = r.id and not n.is_holding)
           from files f left join reports r on r.id = f.report_id
           left join issuers i on i.id = r.issuer_id
           where f.path = ? and f.sha256 = ? and f.reading = ? order by f.id""",
        (path, sha256, reading),
    ).fetchall()
    if not all(is_held for is_held, *_ in rows):
        return ()
    return tuple((issuer, year, findings) for _, issuer, year, findings in rows)


# Meta


def read_meta(db: sqlite3.Connection, key: str) -> str | None:
    """A value that the store keeps of itself."""
    row = db.execute("select value from meta where key = ?", (key,)).fetchone()
    return row[0] if row else None


def write_meta(db: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a value of the store itself."""
    db.execute(
        "insert into meta(key, value) values (?, ?) "
        "on conflict(key) do update set value = excluded.value",
        (key, value),
    )


def count_up(db: sqlite3.Connection, key: str) -> None:
    """Add one to a counter that the store keeps of itself."""
    write_meta(db, key, str(int(read_meta(db, key) or 0) + 1))


def _within(
    issuer_ids: Sequence[int] | None, years: Sequence[int] | None
) -> tuple[str, tuple[str, ...]]:
    parts = {"r.issuer_id": issuer_ids, "r.year": years}
    given = {column: values for column, values in parts.items() if values is not None}
    where = [f"{column} in (select value from json_each(?))" for column in given]
    return " and ".join(where) or "1", tuple(json.dumps(list(v)) for v in given.values())


def _inserted(db: sqlite3.Connection, sql: str, fields: tuple[object, ...]) -> int:
    (id_,) = db.execute(f"{sql} returning id", fields).fetchone()
    return int(id_)


def _issuer(row: _IssuerRow) -> Issuer:
    name, region, kind, is_inferred, is_guessed = row
    return Issuer(name, region, Kind(kind), bool(is_inferred), bool(is_guessed))


def _held(row: _HeldRow) -> HeldReport:
    id_, issuer_id, year, sha256, path, url, form, facts_hash, content_hash = row
    return HeldReport(
        id_, issuer_id, year, sha256, Reading(path, url, form, facts_hash, content_hash)
    )


def _years(text: str) -> tuple[int, ...]:
    return tuple(sorted(map(int, text.split(","))))
