"""Facts, findings and unmapped rows kept and found; values exactly as whole millionths."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from index.facts.query import Sql, Within, select_facts, select_figures, select_tally
from index.schema import MICROS
from index.text import plain
from index.types import (
    Cell,
    Era,
    Fact,
    Figures,
    Finding,
    FoundFact,
    Status,
    Tally,
    UnmappedRow,
)

# A million millions: beyond any figure of a report, and a sum of nine such still fits.
_TOO_LARGE = 10**12
_DECIMALS = 6
_COLUMNS = """report_id, metric, member, micros, raw, status, section, tbl, row_label,
    column_label, sentence"""

# Looking a name up is several times as fast as calling the class.
_STATUS = {status.value: status for status in Status}
_ERA = {era.value: era for era in Era}

Made = TypeVar("Made")
_FactRow = tuple[str, str, int | None, str, str, int, int | None, str, str, str | None]


def storable(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], tuple[Finding, ...]]:
    """The facts that can be kept exactly, and findings for the values that cannot.

    Nothing is rounded: such a value is left out, its raw cell stays.
    """
    kept: dict[tuple[str, str], Fact] = {}
    findings: list[Finding] = []
    for given in facts:
        reason = _reason_against(given.value)
        fact = given if reason is None else _unread(given)
        if reason is not None:
            findings.append(_finding("cell_unreadable", fact, reason))
        first = kept.setdefault((fact.metric, fact.member), fact)
        if first is not fact and first.value != fact.value:
            findings.append(_finding("other_reading", fact, f"又读到“{fact.raw}”，未采用"))
    return tuple(kept.values()), tuple(findings)


def save_facts(db: sqlite3.Connection, report_id: int, facts: Iterable[Fact]) -> None:
    """Write the facts of a report over its former ones, in the caller's transaction."""
    rows = [_row(report_id, fact) for fact in facts]
    marks = ", ".join("?" * 11)
    for table in ("facts", "splits"):
        db.execute(f"delete from {table} where report_id = ?", (report_id,))
        kept = [row for row in rows if (row[2] == "total") == (table == "facts")]
        db.executemany(f"insert into {table}({_COLUMNS}) values ({marks})", kept)


def find_facts(
    db: sqlite3.Connection, metrics: Sequence[str], members: Sequence[str], within: Within
) -> tuple[FoundFact, ...]:
    """The facts of metrics and members, by report, then in the order asked."""
    rows = [
        row
        for sql in select_facts(metrics, members, within)
        for row in db.execute(sql.text, sql.parameters)
    ]
    place = {key: i for i, key in enumerate(metrics)}
    split = {key: i for i, key in enumerate(members)}
    rows.sort(key=lambda row: (row[1], row[2], place[row[4]], split[row[5]]))
    return tuple(
        FoundFact(report_id, issuer_id, year, _ERA[era], _fact((*fact,)))
        for report_id, issuer_id, year, era, *fact in rows
    )


def find_figures(
    db: sqlite3.Connection, metrics: Sequence[str], members: Sequence[str], within: Within
) -> list[Figures]:
    """The values of metrics and members with their reports, in no order."""
    return [_figures(db, metric, member, within) for metric in metrics for member in members]


def find_tallies(
    db: sqlite3.Connection,
    own: str,
    parts: Sequence[str],
    members: Sequence[str],
    within: Within,
) -> list[Tally]:
    """What the parts of a sum come to in each report that has any of them, or the sum itself."""
    return _made_at_once(db, select_tally(own, parts, members, within), _tally)


def _figures(db: sqlite3.Connection, metric: str, member: str, within: Within) -> Figures:
    issuers, years, micros, statuses = _columns(db, select_figures(metric, member, within))
    values = [None if number is None else _value(number) for number in micros]
    known = [_STATUS[status] for status in statuses]
    return Figures(metric, member, issuers, years, values, known)


def _tally(
    issuer_id: int,
    year: int,
    era: str,
    parts: int,
    part_count: int,
    own: int,
    own_count: int,
    is_plain: int,
    has_blank: int,
) -> Tally:
    return Tally(
        issuer_id,
        year,
        _ERA[era],
        _value(parts),
        part_count,
        _value(own),
        own_count,
        bool(is_plain),
        bool(has_blank),
    )


def _made_at_once(db: sqlite3.Connection, sql: Sql, make: Callable[..., Made]) -> list[Made]:
    """What is made of the rows of a statement that gives each column as an array."""
    return list(map(make, *_columns(db, sql)))


def _columns(db: sqlite3.Connection, sql: Sql) -> Iterable[list[Any]]:
    """The columns of a statement that gives each as an array.

    SQLite lets other threads in at every row; who reads thousands of rows one by one waits
    thousands of times while many ask.
    """
    return map(json.loads, db.execute(sql.text, sql.parameters).fetchone())


def find_all_facts(db: sqlite3.Connection, report_id: int) -> tuple[Fact, ...]:
    """All facts of a report, in the order in which they were saved."""
    columns = _COLUMNS.removeprefix("report_id, ")
    rows = [
        row
        for table in ("facts", "splits")
        for row in db.execute(
            f"select {columns} from {table} where report_id = ? order by id", (report_id,)
        )
    ]
    return tuple(map(_fact, rows))


def save_findings(db: sqlite3.Connection, report_id: int, findings: Iterable[Finding]) -> None:
    """Add findings to a report, in the caller's transaction."""
    db.executemany(
        "insert into findings(report_id, rule, is_holding, left_value, right_value, cells, "
        "message) values (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                report_id,
                f.rule,
                int(f.is_holding),
                None if f.left is None else format(f.left, "f"),
                None if f.right is None else format(f.right, "f"),
                json.dumps([_cell_json(cell) for cell in f.cells], ensure_ascii=False),
                f.message,
            )
            for f in findings
        ],
    )


def remove_findings(db: sqlite3.Connection, report_id: int, rules: str = "*") -> None:
    """Take out the findings of a report whose rule matches a pattern (`Y*`)."""
    db.execute("delete from findings where report_id = ? and rule glob ?", (report_id, rules))


def find_findings(
    db: sqlite3.Connection, report_ids: Sequence[int], *, is_failed_only: bool = False
) -> dict[int, tuple[Finding, ...]]:
    """The findings of reports, those without any included."""
    found: dict[int, list[Finding]] = {report_id: [] for report_id in report_ids}
    rows = db.execute(
        """select report_id, rule, message, is_holding, left_value, right_value, cells
           from findings where report_id in (select value from json_each(?))
           and is_holding <= ? order by id""",
        (json.dumps(list(report_ids)), 0 if is_failed_only else 1),
    )
    for report_id, rule, message, is_holding, left, right, cells in rows:
        found[report_id].append(
            Finding(
                rule,
                message,
                bool(is_holding),
                None if left is None else Decimal(left),
                None if right is None else Decimal(right),
                tuple(Cell(**cell) for cell in json.loads(cells)),
            )
        )
    return {report_id: tuple(findings) for report_id, findings in found.items()}


def save_unmapped(db: sqlite3.Connection, report_id: int, rows: Iterable[UnmappedRow]) -> None:
    """Write the rows that no label matched over the former ones."""
    db.execute("delete from unmapped where report_id = ?", (report_id,))
    db.executemany(
        "insert into unmapped(report_id, tbl, row_label, cells) values (?, ?, ?, ?)",
        [(report_id, r.table, r.row, json.dumps(r.cells, ensure_ascii=False)) for r in rows],
    )


def find_unmapped(db: sqlite3.Connection, report_id: int) -> tuple[UnmappedRow, ...]:
    """The rows of a report that no label matched."""
    sql = "select tbl, row_label, cells from unmapped where report_id = ? order by id"
    return tuple(
        UnmappedRow(table, row, tuple(json.loads(cells)))
        for table, row, cells in db.execute(sql, (report_id,))
    )


def _reason_against(value: Decimal | None) -> str | None:
    """Why a value cannot be kept exactly; None if it can."""
    if value is None:
        return None
    if not value.is_finite() or value.copy_abs() >= _TOO_LARGE:
        return "数值过大，无法精确保存，未采用"
    if len(plain(value).partition(".")[2]) > _DECIMALS:
        return "小数超过六位，无法精确保存，未采用"
    return None


def _unread(fact: Fact) -> Fact:
    return Fact(
        fact.metric,
        None,
        fact.raw,
        Status.UNREADABLE,
        fact.section,
        fact.member,
        fact.table,
        fact.row,
        fact.column,
        fact.sentence,
    )


def _finding(rule: str, fact: Fact, reason: str) -> Finding:
    cell = Cell(fact.section, fact.table, fact.row, fact.column)
    place = " · ".join(part for part in (fact.row, fact.column) if part) or fact.metric
    return Finding(rule, f"“{place}”中的“{fact.raw[:60]}”：{reason}。", cells=(cell,))


def _row(report_id: int, fact: Fact) -> tuple[object, ...]:
    return (
        report_id,
        fact.metric,
        fact.member,
        None if fact.value is None else int(fact.value * MICROS),
        fact.raw,
        fact.status.value,
        fact.section,
        fact.table,
        fact.row,
        fact.column,
        fact.sentence,
    )


def _fact(row: _FactRow) -> Fact:
    metric, member, micros, raw, status, section, table, label, column, sentence = row
    value = None if micros is None else _value(micros)
    return Fact(
        metric, value, raw, _STATUS[status], section, member, table, label, column, sentence
    )


@lru_cache(maxsize=10_000)  # most of thousands of figures are the same few small numbers
def _value(micros: int) -> Decimal:
    whole, rest = divmod(micros, MICROS)
    return Decimal(whole) if not rest else Decimal(micros).scaleb(-6).normalize()


def _cell_json(cell: Cell) -> dict[str, str | int | None]:
    return {
        "section": cell.section,
        "table": cell.table,
        "row": cell.row,
        "column": cell.column,
    }
