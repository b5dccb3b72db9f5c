"""The SQLite tables, as numbered migrations: each runs once, in order, in one transaction."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

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
            is_region_inferred integer not null,
            is_region_guessed integer not null
        ) strict""",
        "create index issuers_by_key on issuers(key)",
        """create table reports (
            id integer primary key,
            issuer_id integer not null references issuers(id),
            year integer not null,
            era text not null,
            title text not null,
            file text not null,
            path text not null,
            url text,
            format text not null,
            sha256 text not null,
            facts_hash text not null,
            content_hash text not null,
            is_invented integer not null,
            saved_at text not null,
            unique (issuer_id, year)
        ) strict""",
        "create index reports_by_year on reports(year)",
        "create index reports_by_path on reports(path)",
        "create index reports_by_url on reports(url)",
        # Every file that was ever read: what it was, and each report it became or confirmed.
        """create table files (
            id integer primary key,
            sha256 text not null,
            path text not null,
            url text,
            report_id integer references reports(id) on delete set null,
            result text not null,
            reason text,
            reading text not null,
            read_at text not null
        ) strict""",
        "create index files_by_path on files(path)",
        "create index files_by_report on files(report_id)",
        """create table sections (
            report_id integer not null references reports(id) on delete cascade,
            number integer not null,
            title text not null,
            text text not null,
            primary key (report_id, number)
        ) strict""",
        # Totals and parts live in two tables, so that no sum can take both.
        f"""create table facts ({_FACT_COLUMNS},
            check (member = 'total'), unique (report_id, metric)) strict""",
        f"""create table splits ({_FACT_COLUMNS},
            check (member <> 'total'), unique (report_id, metric, member)) strict""",
        # They cover what a ranking over thousands of reports reads.
        "create index facts_by_metric on facts(metric, report_id, micros, status)",
        "create index splits_by_metric on splits(metric, member, report_id, micros, status)",
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

_SECOND = Migration(
    2,
    (
        # A copy of what Chroma holds, for scopes of some reports: read in one, ranked exactly.
        """create table report_vectors (
            report_id integer primary key references reports(id) on delete cascade,
            texts blob not null,
            sections blob not null,
            vectors blob not null
        ) strict""",
    ),
)


_THIRD = Migration(
    3,
    (
        # What a ranking asks of a report, without its long row.
        "drop index reports_by_year",
        "create index reports_by_year on reports(year, issuer_id, era)",
    ),
)

_FOURTH = Migration(
    4,
    (
        # Who says a text, and in which sections, without a row of what thousands say.
        "drop index passages_by_text",
        "create index passages_by_text on passages(text_id, section, report_id)",
    ),
)

MIGRATIONS: tuple[Migration, ...] = (_FIRST, _SECOND, _THIRD, _FOURTH)


NEWEST = MIGRATIONS[-1].number


def version_of(db: sqlite3.Connection, path: str) -> int:
    """The version of the store at `path`, 0 while it has no tables; raises StoreTooNew."""
    found = int(db.execute("pragma user_version").fetchone()[0])
    if found > NEWEST:
        raise StoreTooNew(path, found, NEWEST)
    return found


def migrate(
    db: sqlite3.Connection, path: str, migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Bring the store at `path` to the newest version; raises StoreTooNew."""
    # Takes a fifth of a second, and who only reads needs none of it.
    from sqlite_utils import Database

    found = version_of(db, path)
    tables = Database(db)
    for migration in migrations:
        if migration.number > found:
            with tables.atomic():
                for statement in migration.statements:
                    tables.execute(statement)
                tables.execute(f"pragma user_version = {migration.number}")


def empty_store() -> sqlite3.Connection:
    """A store in memory that holds nothing, for reading where there is no store yet."""
    db = sqlite3.connect(":memory:", check_same_thread=False)
    for migration in MIGRATIONS:
        for statement in migration.statements:
            db.execute(statement)
    return db
