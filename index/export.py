"""Reports, facts and findings in the forms that other programs read: JSON, CSV, XLSX."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import BinaryIO

from index.catalog.identity import is_same_place, steps_of
from index.corpus import Corpus
from index.types import (
    Cell,
    Checked,
    Comparison,
    Fact,
    Finding,
    HeldIssuer,
    ReportHead,
    StoredReport,
)
from index.vocabulary.metrics import MEMBER, METRIC

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]

FORMATS = ("csv", "xlsx", "json")
_COLUMNS = (
    *("issuer", "region", "year", "metric", "label", "member", "applicant", "value", "unit"),
    *("status", "raw", "section", "table", "row", "column", "sentence", "title", "file", "url"),
)
# What a spreadsheet would run as a formula; a plain number is none.
_FORMULA = re.compile(r"[=+\-@\t\r|]")
_NUMBER = re.compile(r"[+-]?[\d,，.．%％]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONGEST_CELL = 32_767  # of a spreadsheet


@dataclass(frozen=True, slots=True)
class ExportedFact:
    """A fact with all that a row of a table says of it."""

    issuer: HeldIssuer
    head: ReportHead
    fact: Fact


def find_exported(
    corpus: Corpus, issuers: Iterable[HeldIssuer], years: Sequence[int], metrics: Sequence[str]
) -> Iterator[ExportedFact]:
    """The facts of issuers, by issuer and year; no years or metrics mean all."""
    by_id = {issuer.id: issuer for issuer in issuers}
    wanted = set(metrics)
    for head in corpus.heads(list(by_id), list(years) or None):
        for fact in corpus.facts_of(head.id):
            if not wanted or fact.metric in wanted:
                yield ExportedFact(by_id[head.issuer_id], head, fact)


def write_facts(facts: Iterable[ExportedFact], form: str, out: BinaryIO) -> int:
    """Write facts as a table or as lines of JSON; how many they were."""
    match form:
        case "json":
            return _write_json(facts, out)
        case "csv":
            return _write_csv(facts, out)
        case _:
            return _write_xlsx(facts, out)


def report_json(report: StoredReport) -> dict[str, Json]:
    """All that is held of a report, with the keys of `nianbao report --json`."""
    return {
        "issuer": report.issuer.name,
        "region": report.issuer.region,
        "year": report.year,
        "era": report.era.value,
        "title": report.title,
        "file": report.file,
        "url": report.url,
        "sha256": report.sha256,
        "kind": report.issuer.kind.value,
        "is_region_inferred": report.issuer.is_region_inferred,
        "is_invented": report.is_invented,
        "sections": [
            {"number": s.number, "title": s.title, "text": s.text} for s in report.sections
        ],
        "facts": [fact_json(fact) for fact in report.facts],
        "findings": [finding_json(finding) for finding in report.findings],
        "unmapped": [
            {"table": u.table, "row": u.row, "cells": list(u.cells)} for u in report.unmapped
        ],
    }


def fact_json(fact: Fact) -> dict[str, Json]:
    """A fact with its cell, or the sentence that it stands in."""
    return {
        "metric": fact.metric,
        "member": fact.member,
        "value": number_json(fact.value),
        "raw": fact.raw,
        "unit": unit_of(fact.metric),
        "status": fact.status.value,
        "section": fact.section,
        "table": fact.table,
        "row": fact.row,
        "column": fact.column,
        "sentence": fact.sentence,
    }


def finding_json(finding: Finding) -> dict[str, Json]:
    """A finding with the two sides of its identity, and its cells."""
    return {
        "rule": finding.rule,
        "holds": finding.is_holding,
        "left": number_json(finding.left),
        "right": number_json(finding.right),
        "cells": [_cell_json(cell) for cell in finding.cells],
        "message": finding.message,
    }


def checked_json(checked: Checked) -> dict[str, Json]:
    """What was found in a file, with the findings as in a report."""
    report = checked.report
    return {
        "file": checked.file,
        "issuer": report.issuer.name if report else None,
        "region": report.issuer.region if report else None,
        "year": report.year if report else None,
        "reason": checked.reason,
        "findings": [finding_json(finding) for finding in checked.findings],
    }


def held_check_json(report: StoredReport) -> dict[str, Json]:
    """What was found in a held report, with the findings as in a report."""
    kept = ("file", "issuer", "region", "year", "findings")
    return {**{key: report_json(report)[key] for key in kept}, "reason": None}


def comparison_json(compared: Comparison) -> dict[str, Json]:
    """Two wordings side by side, with the keys of `nianbao diff --json`."""
    return {
        "pairs": [
            {
                "kind": pair.kind,
                "left": pair.left,
                "right": pair.right,
                "section": pair.section,
                "numbers": [list(numbers) for numbers in pair.numbers],
            }
            for pair in compared.pairs
        ],
        "copied_share": compared.copied_share,
    }


def lies_in(region: str | None, place: str) -> bool:
    """Whether a region lies in a place that is named in full or in short, alone or as a path."""
    steps = iter(steps_of(region or ""))
    return all(any(is_same_place(part, step) for step in steps) for part in steps_of(place))


def number_json(value: Decimal | None) -> int | float | None:
    """A whole number as an integer, any other as a decimal, none as null."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def unit_of(metric: str) -> str:
    """The unit that the form has for a metric; empty for one that it does not know."""
    return METRIC[metric].unit if metric in METRIC else ""


def label_of(metric: str) -> str:
    """What the form calls a metric."""
    return METRIC[metric].label if metric in METRIC else metric


def _cell_json(cell: Cell) -> dict[str, Json]:
    return {
        "section": cell.section,
        "table": cell.table,
        "row": cell.row,
        "column": cell.column,
    }


def _write_json(facts: Iterable[ExportedFact], out: BinaryIO) -> int:
    count = 0
    for count, one in enumerate(facts, 1):  # noqa: B007 - the count is the result
        place: dict[str, Json] = {
            "issuer": one.issuer.name,
            "region": one.issuer.region,
            "year": one.head.year,
        }
        line = {**place, **fact_json(one.fact), "file": one.head.file, "url": one.head.url}
        out.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    return count


def _write_csv(facts: Iterable[ExportedFact], out: BinaryIO) -> int:
    text = io.TextIOWrapper(out, "utf-8", "replace", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    count = 0
    for count, one in enumerate(facts, 1):  # noqa: B007 - the count is the result
        writer.writerow([_guarded(value) for value in _row(one)])
    text.detach()
    return count


def _write_xlsx(facts: Iterable[ExportedFact], out: BinaryIO) -> int:
    # Takes a fifth of a second, and only this needs it.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("facts")
    sheet.freeze_panes = "A2"
    sheet.append(_COLUMNS)
    count = 0
    for count, one in enumerate(facts, 1):  # noqa: B007 - the count is the result
        cells = []
        for value in _row(one):
            cell = WriteOnlyCell(sheet, _cleaned(value))
            if isinstance(value, str):
                cell.data_type = "s"  # or a text that begins with = would be a formula
            cells.append(cell)
        sheet.append(cells)
    book.save(out)
    return count


def _row(one: ExportedFact) -> list[str | int | Decimal | None]:
    fact, head = one.fact, one.head
    member = MEMBER[fact.member].label if fact.member in MEMBER else ""
    return [
        *(one.issuer.name, one.issuer.region, head.year),
        *(fact.metric, label_of(fact.metric), fact.member, member),
        *(_number(fact.value), unit_of(fact.metric), fact.status.value, fact.raw),
        *(fact.section, fact.table, fact.row, fact.column, fact.sentence),
        *(head.title, head.file, head.url),
    ]


def _number(value: Decimal | None) -> int | Decimal | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else value


def _guarded(value: str | int | Decimal | None) -> str | int | Decimal | None:
    """A text that no spreadsheet takes for a formula."""
    value = _cleaned(value)
    if isinstance(value, str) and _FORMULA.match(value) and not _NUMBER.fullmatch(value):
        return "'" + value
    return value


def _cleaned(value: str | int | Decimal | None) -> str | int | Decimal | None:
    return _CONTROL.sub("", value)[:_LONGEST_CELL] if isinstance(value, str) else value
