"""Invented tables of facts, as the readers of tables hand them on."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from index.facts.tables.form_three import COLUMNS, OUTCOMES_E2, OUTCOMES_E3
from index.facts.tables.reading import place_in_form
from index.types import Fact, Status
from index.vocabulary.metrics.disputes import DISPUTES

_FOUR = ("new_received", "carried_in", "handled_total", "carried_out")


def cell(table: int, metric: str, value: int | None, member: str = "total") -> Fact:
    """A cell of a table, unreadable where its value is None."""
    place = place_in_form(table, table, metric, member)
    status = Status.UNREADABLE if value is None else Status.REPORTED
    known = None if value is None else Decimal(value)
    raw = "" if value is None else str(value)
    return Fact(metric, known, raw, status, table, member, table, place.row, place.column)


def table_three(
    natural: Mapping[str, int], enterprise: Mapping[str, int] | None = None, *, is_e2: bool = False
) -> tuple[Fact, ...]:
    """Table three with these figures in two columns, zeros elsewhere, and right totals."""
    outcomes = OUTCOMES_E2 if is_e2 else OUTCOMES_E3
    rows = ("new_received", "carried_in", *outcomes, "handled_total", "carried_out")
    facts = []
    for row in rows:
        given = {"natural": natural.get(row, 0), "enterprise": (enterprise or {}).get(row, 0)}
        given["total"] = sum(given.values())
        facts += [cell(3, row, given.get(column, 0), column) for column in COLUMNS]
    return tuple(facts)


def table_four(numbers: Sequence[int]) -> tuple[Fact, ...]:
    """Table four with fifteen numbers."""
    return tuple(cell(4, m.key, n) for m, n in zip(DISPUTES, numbers, strict=True))


def changed(facts: Sequence[Fact], values: Mapping[tuple[str, str], int | None]) -> list[Fact]:
    """The facts with other values in some cells."""
    told = []
    for fact in facts:
        key = (fact.metric, fact.member)
        if key in values:
            value = values[key]
            status = Status.UNREADABLE if value is None else fact.status
            fact = fact._replace(value=None if value is None else Decimal(value), status=status)
        told.append(fact)
    return told
