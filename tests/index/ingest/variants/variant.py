"""One way in which published reports differ: an invented file, and all that must be read of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from index.ingest.digest import read_digests
from index.ingest.walk import Source, Told
from index.text import plain
from index.types import Digest, Era, Fact, Kind, Status

Cells = Mapping[str, str]  # metric and member to the value, and how it came about


@dataclass(frozen=True, slots=True)
class Read:
    """What must be read of a report; None where a variant says nothing of it.

    `said` are the figures that stand in sentences only, `findings` the rules of all that is not
    as it should be, `sections` the prose by number, `unmapped` the rows that no form has.
    """

    issuer: str
    region: str | None
    year: int
    era: Era = Era.E3
    cells: Cells = field(default_factory=dict)
    said: Cells = field(default_factory=dict)
    findings: tuple[str, ...] = ()
    unmapped: tuple[str, ...] = ()
    sections: Mapping[int, str] | None = None
    title: str | None = None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """A file with its name below the folder that was given, and what must come of it.

    `refused` is a word of the reason where it must not be read; `says` are words of the findings.
    """

    number: str
    what: str
    data: str | bytes
    expected: tuple[Read, ...] = ()
    name: str = "报告.txt"
    url: str | None = None
    told: Told = field(default_factory=Told)
    refused: str = ""
    says: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.number} {self.what}"


def digests_of(variant: Variant, folder: Path) -> tuple[Digest, ...]:
    """The reports of a variant's file, which is written below a folder."""
    path = folder / variant.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(variant.data if isinstance(variant.data, bytes) else variant.data.encode())
    return read_digests(Source(path, root=folder, url=variant.url), variant.told)


def seen(digest: Digest, expected: Read) -> Read:
    """What was read of a report, as far as something is expected."""
    report = digest.report
    return replace(
        expected,
        issuer=report.issuer.name,
        region=report.issuer.region,
        year=report.year,
        era=report.era,
        cells=_values(fact for fact in digest.facts if fact.table is not None),
        said=_values(fact for fact in digest.facts if fact.table is None),
        findings=tuple(sorted({f.rule for f in digest.findings if not f.is_holding})),
        unmapped=tuple(row.row for row in digest.unmapped),
        sections=None
        if expected.sections is None
        else {s.number: s.text for s in report.sections},
        title=None if expected.title is None else report.title,
        kind=None if expected.kind is None else report.issuer.kind,
    )


def _values(facts: Iterable[Fact]) -> Cells:
    return {f"{f.metric} {f.member}".removesuffix(" total"): _value(f) for f in facts}


def _value(fact: Fact) -> str:
    """42, 0 blank, 300 approximate, unreadable."""
    if fact.value is None:
        return fact.status.value
    how = "" if fact.status is Status.REPORTED else f" {fact.status.value}"
    return f"{plain(fact.value)}{how}"
