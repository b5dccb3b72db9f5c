"""SQL for facts: text and parameters, run by the store."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

FACTS = """r.id, r.issuer_id, r.year, r.era, f.metric, f.member, f.micros, f.raw, f.status,
    f.section, f.tbl, f.row_label, f.column_label, f.sentence"""
# A cell that is no plain number, or so large that forty of it would not fit, adds nothing, and
# `is_plain` says so.
_IS_SMALL = f"f.micros between -{10**17} and {10**17}"
_TALLY = f"""r.issuer_id issuer_id, r.year year, r.era era,
    coalesce(sum(f.micros) filter (where f.metric <> ? and {_IS_SMALL}), 0) parts,
    count(*) filter (where f.metric <> ?) part_count,
    coalesce(sum(f.micros) filter (where f.metric = ? and {_IS_SMALL}), 0) own,
    count(*) filter (where f.metric = ?) own_count,
    min(coalesce(f.status in ('reported', 'blank') and {_IS_SMALL}, 0)) is_plain,
    max(f.status = 'blank') has_blank"""
_TALLIED = (
    *("issuer_id", "year", "era", "parts", "part_count", "own", "own_count"),
    *("is_plain", "has_blank"),
)
# The indexes hold all of these, so that no row of a fact or a report is read.
_FIGURE = ("r.issuer_id", "r.year", "f.micros", "f.status")


@dataclass(frozen=True, slots=True)
class Sql:
    """A statement with what is bound to it."""

    text: str
    parameters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Within:
    """The issuers and years to look in; None means all."""

    issuer_ids: Sequence[int] | None = None
    years: Sequence[int] | None = None


def select_facts(
    metrics: Sequence[str], members: Sequence[str], within: Within
) -> tuple[Sql, ...]:
    """Statements for all facts of metrics and members: totals and parts are two tables."""
    parts = [m for m in members if m != "total"]
    statements = []
    if "total" in members:
        statements.append(_select("facts", FACTS, metrics, None, within))
    if parts:
        statements.append(_select("splits", FACTS, metrics, parts, within))
    return tuple(statements)


def select_figures(metric: str, member: str, within: Within) -> Sql:
    """A statement for the values of a metric: one row, with a JSON array for each column."""
    if member == "total":
        return _select("facts", _arrays(_FIGURE), [metric], None, within)
    return _select("splits", _arrays(_FIGURE), [metric], [member], within)


def select_tally(own: str, parts: Sequence[str], members: Sequence[str], within: Within) -> Sql:
    """A statement that adds up the parts of a sum in each report; members are of one table.

    It gives one row, with a JSON array for each column.
    """
    table = "facts" if "total" in members else "splits"
    sql = _select(table, _TALLY, (own, *parts), members if table == "splits" else None, within)
    # In the order of their index: those of some years need not be sorted to be told apart.
    text = f"select {_arrays(_TALLIED)} from ({sql.text} group by r.year, r.issuer_id)"
    return Sql(text, (own, own, own, own, *sql.parameters))


def _arrays(columns: Sequence[str]) -> str:
    return ", ".join(f"json_group_array({column})" for column in columns)


def _select(
    table: str,
    columns: str,
    metrics: Sequence[str],
    members: Sequence[str] | None,
    within: Within,
) -> Sql:
    wanted: dict[str, Sequence[str] | Sequence[int] | None] = {
        "f.metric": metrics,
        "f.member": members,
        "r.issuer_id": within.issuer_ids,
        "r.year": within.years,
    }
    given = {column: list(values) for column, values in wanted.items() if values is not None}
    where = " and ".join(f"{column} in (select value from json_each(?))" for column in given)
    # `cross join` keeps this order: some reports by their issuers or years, or all by their
    # metric. The planner without statistics would walk all facts for one report.
    tables = f"{table} f cross join reports r"
    if within.issuer_ids is not None or within.years is not None:
        index = "" if columns == FACTS else f" indexed by {table}_by_metric"
        tables = f"reports r cross join {table} f{index}"
    text = f"select {columns} from {tables} on f.report_id = r.id where {where}"
    return Sql(text, tuple(json.dumps(values) for values in given.values()))
