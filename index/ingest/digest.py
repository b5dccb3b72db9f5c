"""One file to all that is derived from it; nothing is kept here."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from index.catalog.identity import bare_name, steps_of
from index.facts.checks.drafts import check_draft
from index.facts.checks.identities import check_facts, with_scan_status
from index.facts.sentences.narrative import facts_from_narrative
from index.facts.tables.read import facts_from_tables
from index.ingest.walk import Source, Told
from index.passages.split import split_passages
from index.report.archive import unpack
from index.report.read import read_reports
from index.types import Digest, Finding, Report
from index.vocabulary.regions import Regions, load_regions, short_name


def read_digests(source: Source, told: Told) -> tuple[Digest, ...]:
    """The reports of a file with all that is derived from them; raises UnreadableReport."""
    regions = load_regions()
    with _on_disk(source) as (path, root):
        reports = read_reports(
            path,
            issuer=told.issuer,
            year=told.year,
            region=told.region,
            url=source.url,
            regions=regions,
            root=root,
        )
    return tuple(digest(_with_guess(_from(report, source), told, regions)) for report in reports)


@contextmanager
def _on_disk(source: Source) -> Iterator[tuple[Path, Path | None]]:
    """Where a file can be read, and the folder that was given; one in an archive is unpacked.

    It keeps the names of the folders above it, since they may say whose it is.
    """
    if source.member is None:
        yield source.path, source.root
        return
    with TemporaryDirectory(prefix="nianbao-") as folder:
        root = Path(folder) / (source.root.name if source.root else source.path.stem)
        above = source.path.relative_to(source.root).with_suffix("") if source.root else Path()
        yield unpack(source.path, source.member, root / above), root


def _from(report: Report, source: Source) -> Report:
    """The report, saying by which name its file is known."""
    return replace(report, source=replace(report.source, file=str(source.file)))


def digest(report: Report) -> Digest:
    """A report with its facts, its findings and its passages."""
    tables = facts_from_tables(report)
    said, odd = facts_from_narrative(report, tables.facts)
    facts = with_scan_status(report, (*tables.facts, *said))
    odd = (*odd, *(f for f in check_draft(report, tables.facts) if not _is_told(f, odd)))
    return Digest(
        report,
        facts,
        (*report.findings, *tables.findings, *odd, *check_facts(report, facts, tables.unmapped)),
        tables.unmapped,
        split_passages(report.sections),
    )


def _is_told(finding: Finding, told: Sequence[Finding]) -> bool:
    """Whether the same contradiction is told already, in other words."""
    sides = (finding.left, finding.right)
    return any(sides in ((f.left, f.right), (f.right, f.left)) for f in told if f.left is not None)


def _with_guess(report: Report, told: Told, regions: Regions) -> Report:
    """The report, saying whether its place is known from nothing but the list of places."""
    issuer = report.issuer
    is_guessed = (
        issuer.region is not None
        and issuer.is_region_inferred
        and told.region is None
        and len(regions.paths(bare_name(issuer.name))) == 1
        and not _names(report, short_name(steps_of(issuer.region)[-1]))
    )
    return replace(report, issuer=replace(issuer, is_region_guessed=is_guessed))


def _names(report: Report, place: str) -> bool:
    source = report.source
    texts = (report.title, source.file, source.url or "", *(s.text for s in report.sections))
    return any(place in text for text in texts)


@lru_cache(maxsize=1)
def program() -> str:
    """What changes when the program reads files differently: a hash of its own text."""
    root = Path(__file__).resolve().parent.parent
    seen = sha256()
    for path in sorted(root.rglob("*.py")):
        seen.update(path.read_bytes())
    return seen.hexdigest()[:16]
