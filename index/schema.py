"""The SQLite tables, as numbered migrations: each runs once, in order, in one transaction."""

from dataclasses import dataclass

import sqlite_utils

from index.errors import StoreTooNew


@dataclass(frozen=True, slots=True)
class Migration:
    """A step from one store version to the next: statements that run in one transaction."""

    number: int
    statements: tuple[str, ...]


# Values are kept as whole millionths: exact, summed by SQLite without rounding, and a sum that
# does not fit raises an error instead of becoming a wrong number.
MICROS = 1_000_000

_FACT_COLUMNS = """
    id integer primary key,
    report_id integer not null references reports(id) on delete cascade,
    metric text not null,
    member text not null,
    micros integer,
    raw text not null,
    status text not null,
    section integer not null,
    tbl integer,
    row_label text not null,
    column_label text not null,
    sentence text
"""

_FIRST = Migration(
    1,
    (
        "create table meta (key text primary key, value text not null) strict",
        """create table issuers (
            id integer primary key,
            key text not null,
            name text not null,
            kind text not null,
            region text,
            is_region_inferred integer not null default 0
        ) strict""",
        "create index issuers_by_key on issuers(key)",
        """create table reports (
            id integer primary key,
            issuer_id integer not null references issuers(id),
            year integer not null,
            era text not null,
            title text not null,
            file text not null,
            url text,
            format text not null,
            sha256 text not null,
            facts_hash text not null,
            is_invented integer not null default 0,
            saved_at text not null,
            unique (issuer_id, year)
        ) strict""",
        "create index reports_by_year on reports(year)",
        # Every file that was ever read: what it was, and which report it became or confirmed.
        """create table files (
            sha256 text not null,
            file text not null,
            url text,
            report_id integer references reports(id) on delete set null,
            result text not null,
            reason text,
            read_at text not null,
            primary key (sha256, file)
        ) strict""",
        """create table sections (
            report_id integer not null references reports(id) on delete cascade,
            number integer not null,
            title text not null,
            text text not null,
            primary key (report_id, number)
        ) strict""",
        # Totals and parts live in two tables, so that no sum can take both.
        f"create table facts ({_FACT_COLUMNS}, check (member = 'total'), unique (report_id, metric)) strict",
        f"create table splits ({_FACT_COLUMNS}, check (member <> 'total'), unique (report_id, metric, member)) strict",
        "create index facts_by_metric on facts(metric, report_id, micros)",
        "create index splits_by_metric on splits(metric, member, report_id, micros)",
        """create table findings (
            id integer primary key,
            report_id integer not null references reports(id) on delete cascade,
            rule text not null,
            is_holding integer not null,
            left_value text,
            right_value text,
            cells text not null,
            message text not null
        ) strict""",
        "create index findings_by_report on findings(report_id)",
        """create table unmapped (
            id integer primary key,
            report_id integer not null references reports(id) on delete cascade,
            tbl integer not null,
            row_label text not null,
            cells text not null
        ) strict""",
        "create index unmapped_by_report on unmapped(report_id)",
        # One text, one vector; its occurrences are the passages.
        """create table texts (
            id integer primary key,
            hash text not null unique,
            text text not null
        ) strict""",
        """create table passages (
            id integer primary key,
            report_id integer not null references reports(id) on delete cascade,
            section integer not null,
            start integer not null,
            stop integer not null,
            text_id integer not null references texts(id)
        ) strict""",
        "create index passages_by_report on passages(report_id, section)",
        "create index passages_by_text on passages(text_id)",
        """create virtual table texts_fts using fts5(
            bigrams, singles, content='', tokenize='unicode61 remove_diacritics 0'
        )""",
    ),
)

MIGRATIONS: tuple[Migration, ...] = (_FIRST,)


def migrate(db: sqlite_utils.Database, path: str) -> None:
    """Bring the store at `path` to the newest version; raises StoreTooNew."""
    found = int(db.execute("pragma user_version").fetchone()[0])
    newest = MIGRATIONS[-1].number
    if found > newest:
        raise StoreTooNew(path, found, newest)
    for migration in MIGRATIONS:
        if migration.number > found:
            _apply(db, migration)


def _apply(db: sqlite_utils.Database, migration: Migration) -> None:
    with db.atomic():
        for statement in migration.statements:
            db.execute(statement)
        db.execute(f"pragma user_version = {migration.number}")
