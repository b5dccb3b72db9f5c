"""Texts read as files are, up to their table facts; what these tests share."""

from decimal import Decimal
from pathlib import Path

from index.facts.tables.read import facts_from_tables
from index.report.parts import reports_in
from index.report.read import read_content, with_flattened_tables
from index.report.sections import Outline, outline
from index.types import Finding, Issuer, Report, Source, Status
from index.vocabulary.eras import era_of

Values = dict[tuple[str, str], Decimal | None]


def outlines_of(text: str | bytes, name: str = "a.txt") -> list[Outline]:
    """The reports of a file with this content, in their parts."""
    data = text if isinstance(text, bytes) else text.encode()
    content = read_content(Path(name), data)
    return [outline(part) for part in reports_in(with_flattened_tables(content.blocks), name)]


def outline_of(text: str | bytes, name: str = "a.txt") -> Outline:
    """The one report of a file."""
    (only,) = outlines_of(text, name)
    return only


def report_of(text: str | bytes, name: str = "a.txt", year: int = 2023) -> Report:
    """The one report of a file, its issuer made up."""
    parted = outline_of(text, name)
    tables = tuple(t for s in parted.sections for t in s.tables)
    source = Source(name, "txt", "0")
    return Report(Issuer("某镇"), year, era_of(tables, year), "", source, parted.sections)


def values_of(text: str | bytes, name: str = "a.txt", year: int = 2023) -> Values:
    """The values of the tables of a file, by metric and member."""
    facts = facts_from_tables(report_of(text, name, year)).facts
    return {(fact.metric, fact.member): fact.value for fact in facts}


def statuses_of(text: str | bytes, name: str = "a.txt") -> dict[tuple[str, str], Status]:
    """How the values of the tables came about."""
    facts = facts_from_tables(report_of(text, name)).facts
    return {(fact.metric, fact.member): fact.status for fact in facts}


def findings_of(text: str | bytes, name: str = "a.txt") -> tuple[Finding, ...]:
    """What was odd in the tables of a file."""
    return facts_from_tables(report_of(text, name)).findings


def rules_of(text: str | bytes, name: str = "a.txt") -> set[str]:
    """The kinds of findings in the tables of a file."""
    return {finding.rule for finding in findings_of(text, name)}


def numbers_of(text: str | bytes, name: str = "a.txt") -> list[int]:
    """The numbers of the sections of a file."""
    return [section.number for section in outline_of(text, name).sections]


def texts_of(text: str | bytes, name: str = "a.txt") -> dict[int, str]:
    """The prose of the sections of a file, by their number."""
    return {section.number: section.text for section in outline_of(text, name).sections}
