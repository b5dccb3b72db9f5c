"""Reports made by hand, as readers would hand them on."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from hashlib import sha256

from index.passages.split import split_passages
from index.types import (
    Digest,
    Era,
    Fact,
    Finding,
    Issuer,
    Kind,
    Paragraph,
    Report,
    Section,
    Source,
    Status,
    UnmappedRow,
)

NAME = "清水乡人民政府"


def fact(metric: str, value: Decimal | int | None, member: str = "total", raw: str = "") -> Fact:
    status = Status.UNREADABLE if value is None else Status.REPORTED
    known = None if value is None else Decimal(value)
    return Fact(metric, known, raw or str(value), status, 3, member, 3, f"行 {metric}", member)


def digest(
    figures: Mapping[str, Decimal | int | None] | None = None,
    *,
    name: str = NAME,
    year: int = 2024,
    region: str | None = None,
    file: str = "a.txt",
    url: str | None = None,
    form: str = "txt",
    prose: str = "",
    kind: Kind = Kind.TOWN,
    era: Era = Era.E3,
    facts: Sequence[Fact] = (),
    findings: Sequence[Finding] = (),
    unmapped: Sequence[UnmappedRow] = (),
    is_guessed: bool = False,
    is_invented: bool = False,
) -> Digest:
    """A report with these totals; with prose it has a section five and passages."""
    sections = (Section(5, "五、存在的主要问题及改进情况", (Paragraph(prose),)),) if prose else ()
    totals = tuple(fact(key, value) for key, value in (figures or {}).items())
    content = repr((totals, facts, prose)).encode()
    report = Report(
        Issuer(name, region, kind, is_guessed, is_guessed),
        year,
        era,
        f"{name}{year}年政府信息公开工作年度报告",
        Source(file, form, sha256(content).hexdigest(), url),
        sections,
        is_invented=is_invented,
    )
    return Digest(
        report,
        (*totals, *facts),
        tuple(findings),
        tuple(unmapped),
        split_passages(sections),
    )
