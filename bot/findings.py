"""Findings of reports as people read them: which contradict, in English, and folded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.text import plain
from index.types import Finding

_TABLES = {1: "statistics annex", 2: "table 2", 3: "table 3", 4: "table 4"}
# Of many findings of one rule so many are told in full, then only where the others are.
_TOLD = 2
_NAMED = 8
_BY_COLUMN = ("I1", "I2", "Y1")
# What disagrees, by its rule. `left` and `right` are the two sides, `where` the row or column.
_CONTRADICTS = {
    "suspect_cell": "only the cell {where} explains all that fails: {left} is printed, and with "
    "{right} everything would agree; the printed figure is used",
    "I1": "column {where}: received and carried in come to {left}, handled and carried over to "
    "{right}",
    "I2": "column {where}: the outcomes add up to {left}, the printed total is {right}",
    "I3": "row {where}: the applicants add up to {left}, the printed total is {right}",
    "I5": "{where}: the outcomes add up to {left}, the printed total is {right}",
    "E1a": "{where}: the lines add up to {left}, the printed total is {right}",
    "Y1": "{where}: {left} carried over by the year before, {right} carried in",
    "Y2": "{where}: in force the year before, plus issued, less repealed gives {left}; {right} is "
    "printed (clean-ups and new counting also cause this)",
    "Y3": "{where}: the items of the year before and their change give {left}; the next report "
    "starts from {right}",
    "N1": "the text says {left} applications, the table says {right} newly received",
    "N2": "{where}: the text says {left}, the table {right}",
    "N3": "{where}: the text says {left}, the table {right} (the text may count only cases of "
    "the year)",
    "N4": "{where}: the text says {left}, the table {right}",
    "said_differs": "{where}: the text says {left}, the table {right}",
    "N5": "the kinds listed in the text add up to {right}, their total is said to be {left}",
    "N6": "the channels listed in the text add up to {right}, their total is said to be {left}",
    "N7": "the fees listed by body add up to {right}, their total is said to be {left}",
    "growth": "the text prints a change of {left}%, its own figures give {right}%",
    "in_force_low": "{where}: {left} in force, fewer than issued less repealed ({right})",
    "said_twice": "the text gives different figures for {where}, and none is used",
}
# What was noticed beside the figures.
_NOTICED = {
    "other_year": "the text gives {where} only for another year, and it is not used",
    "other_reading": "another file of this report reads differently",
    "table_missing": "{where} was not found; an image or attachment cannot be read",
    "table_of_part": "a table of one body beside that of the whole place was left out",
    "table_empty": "{where} has no digit at all and counts as not reported",
    "row_missing": "the row {where} is missing",
    "column_missing": "a column without any figures is missing in {where}, and counts as zero",
    "row_unknown": "a row outside the form was kept as it is: {where}",
    "cut_off": "the table breaks off at {where}, whose figures may be incomplete",
    "cell_empty": "empty cells among printed zeros count as zero: {where}",
    "cell_unreadable": "cells that cannot be read: {where}",
    "digits_joined": "digits torn apart in {where} were joined in the only way that adds up",
    "read_in_order": "labels and numbers of {where} are out of step: taken in the form's order, "
    "in which all sums hold",
    "cells_counted": "blank cells were lost in {where}; figures were placed by their count",
    "total_computed": "blank totals were added up: {where}",
    "template_left": "the text looks like a template that was not filled in: {where}",
    "period_odd": "the stated period names an impossible year: {where}",
    "signals_disagree": "the report names different bodies, places or years for itself",
    "place_assumed": "the report does not say in which place; several bodies have this name",
    "year_from_file": "the year was taken from the name of the file",
    "origin_unknown": "the page is not from a government site and may be a copy",
    "characters_lost": "some characters could not be read, and figures with them are not used",
    "characters_simplified": "traditional characters were read as simplified ones",
}


def is_contradiction(finding: Finding) -> bool:
    """Whether figures disagree; others are only worth knowing."""
    return not finding.is_holding and finding.rule in _CONTRADICTS


def in_english(finding: Finding) -> str:
    """What was found, as a sentence; names of rows and columns stay as printed."""
    sentence = _CONTRADICTS.get(finding.rule) or _NOTICED.get(finding.rule)
    if sentence is None:
        return f"a check ({finding.rule}) fails: {_where(finding)}."
    said = sentence.format(
        where=_where(finding),
        left="?" if finding.left is None else plain(finding.left),
        right="?" if finding.right is None else plain(finding.right),
    )
    return f"{said}."


def in_chinese(finding: Finding) -> str:
    """What was found, as a sentence."""
    return (
        finding.message if finding.message.endswith(("。", "！", "？")) else f"{finding.message}。"
    )


@dataclass(frozen=True, slots=True)
class Folded:
    """Findings of one rule: those told in full, and where the others are."""

    count: int
    told: tuple[Finding, ...]
    others: tuple[str, ...] = ()


def folded(findings: Iterable[Finding]) -> list[Folded]:
    """Findings by rule, the cell that explains them first; of many only the first are told."""
    by_rule: dict[str, list[Finding]] = {"suspect_cell": []}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    found = []
    for some in by_rule.values():
        most = len(some) if len(some) <= _TOLD + 1 else _TOLD
        others = dict.fromkeys(name for f in some[most:] for name in [_spot(f)] if name)
        if some:
            found.append(Folded(len(some), tuple(some[:most]), tuple(others)))
    return found


def named(names: Sequence[str], comma: str) -> str:
    """The first of many names."""
    return comma.join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")


def _where(finding: Finding) -> str:
    spot = _spot(finding)
    return f"“{spot}”" if spot and not spot.startswith(tuple(_TABLES.values())) else spot


def _spot(finding: Finding) -> str:
    """The row or column that the cells of a finding share, or the table that they stand in."""
    cells = [c for c in finding.cells if c.table is not None] or list(finding.cells)
    if not cells:
        return ""
    rows, columns = {c.row for c in cells}, {c.column for c in cells}
    if finding.rule == "E1a":
        return cells[-1].row
    if len(cells) == 1:
        parts = [part for part in (cells[0].row, cells[0].column) if part]
        return " · ".join(parts) or _TABLES.get(cells[0].table or 0, "")
    if len(rows) == 1:
        return rows.pop()
    if len(columns) == 1 and finding.rule in _BY_COLUMN:
        return columns.pop()
    return f"{_TABLES.get(cells[0].table or 0, 'the text')} ({len(cells)} cells)"
