"""The one door to the stores: catalog, facts and passages, opened to read or to write."""

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from index.catalog import store as catalog
from index.corpus.connections import STORE, Readers, Writer, told
from index.corpus.keeping import LAST, REVISION, Keeping
from index.corpus.save import check_years_of, plan_save
from index.corpus.searching import Searching
from index.errors import StoreError
from index.facts import store as facts
from index.facts.query import Within
from index.types import (
    Comparison,
    Digest,
    Fact,
    Figures,
    Finding,
    FoundFact,
    Hit,
    Holdings,
    ReportHead,
    SaveResult,
    Scope,
    StoredReport,
    StoredSection,
    Tally,
)


class Corpus:
    """Everything that is held; made by `open`, for reading by any number of threads."""

    def __init__(
        self,
        folder: Path,
        writer: Writer | None,
        embedding_model: str | None,
        chroma_url: str | None,
    ) -> None:
        self.folder = folder
        self._path = folder / STORE
        self._writer = writer
        self._readers = Readers(self._path)
        self._searching = Searching(folder, writer, self._readers, embedding_model, chroma_url)
        self._keeper = Keeping(folder, writer, self._searching) if writer else None
        self._holdings = Holdings(generation=-1)

    @classmethod
    def open(
        cls,
        data: Path,
        *,
        is_writable: bool = False,
        embedding_model: str | None = None,
        chroma_url: str | None = None,
    ) -> "Corpus":
        """The stores in a folder; raises StoreLocked, StoreTooNew, StoreError.

        Read, a folder without stores is empty, and nothing is made. Written, one process owns it.
        """
        writer = Writer.open(data) if is_writable else None
        corpus = cls(data, writer, embedding_model, chroma_url)
        with told(corpus._path):
            db = corpus._db()  # a store that cannot be read says so now
            if writer and catalog.read_meta(db, REVISION) is None:
                # Begun with the time: no two stores in one place are taken for each other.
                with writer.transaction():
                    catalog.write_meta(db, REVISION, str(time.time_ns() // 1_000_000))
        return corpus

    def close(self) -> None:
        """Close the stores, and let others write."""
        self._searching.close()
        self._readers.close()
        if self._writer is not None:
            self._writer.close()

    def __enter__(self) -> "Corpus":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    # What is held

    def holdings(self) -> Holdings:
        """Which issuers and years are held; the same object until something changes."""
        with told(self._path), self.snapshot() as db:
            revision = int(catalog.read_meta(db, REVISION) or 0)
            if self._holdings.generation != revision:
                self._holdings = Holdings(catalog.find_issuers(db), revision)
            return self._holdings

    def heads(
        self, issuer_ids: Sequence[int] | None = None, years: Sequence[int] | None = None
    ) -> tuple[ReportHead, ...]:
        """What identifies reports and where they were read, by issuer and year."""
        with told(self._path):
            return catalog.find_heads(self._db(), issuer_ids, years)

    def find_facts(
        self,
        metrics: Sequence[str],
        *,
        issuer_ids: Sequence[int] | None = None,
        years: Sequence[int] | None = None,
        members: Sequence[str] = ("total",),
    ) -> tuple[FoundFact, ...]:
        """Facts by issuer, year, then metrics and members in the order asked."""
        with told(self._path):
            return facts.find_facts(self._db(), metrics, members, Within(issuer_ids, years))

    def figures(
        self,
        metrics: Sequence[str],
        *,
        issuer_ids: Sequence[int] | None = None,
        years: Sequence[int] | None = None,
        members: Sequence[str] = ("total",),
    ) -> list[Figures]:
        """Values without their cells, in no order: for sums and rankings over many reports."""
        with told(self._path):
            return facts.find_figures(self._db(), metrics, members, Within(issuer_ids, years))

    def tallies(
        self,
        metric: str,
        parts: Sequence[str],
        *,
        issuer_ids: Sequence[int] | None = None,
        years: Sequence[int] | None = None,
        members: Sequence[str] = ("total",),
    ) -> list[Tally]:
        """What the parts of a metric come to in each report, beside the metric where printed."""
        within = Within(issuer_ids, years)
        with told(self._path):
            return facts.find_tallies(self._db(), metric, parts, members, within)

    def report(self, issuer_id: int, year: int) -> StoredReport | None:
        """All that is held of one report; None where it is not."""
        with told(self._path), self.snapshot() as db:
            heads = catalog.find_heads(db, [issuer_id], [year])
            return _stored(db, heads[0]) if heads else None

    def facts_of(self, report_id: int) -> tuple[Fact, ...]:
        """All facts of a report, totals first."""
        with told(self._path):
            return facts.find_all_facts(self._db(), report_id)

    def sections(self, report_id: int) -> tuple[StoredSection, ...]:
        """The sections of a report, in order."""
        with told(self._path):
            return catalog.find_sections(self._db(), report_id)

    def findings(
        self, report_ids: Sequence[int], *, is_failed_only: bool = False
    ) -> dict[int, tuple[Finding, ...]]:
        """The findings of reports, those that hold as well unless only the others are asked."""
        with told(self._path):
            return facts.find_findings(self._db(), report_ids, is_failed_only=is_failed_only)

    def check_neighbours(self, digest: Digest) -> tuple[Finding, ...]:
        """What holds between a report that is not kept and the years held beside it."""
        with told(self._path), self.snapshot() as db:
            issuer_id = plan_save(db, digest).match.id
            return check_years_of(db, issuer_id, digest) if issuer_id else ()

    def search(self, text: str, scope: Scope, k: int = 10) -> tuple[Hit, ...]:
        """The passages in a scope that answer a text best, best first."""
        with told(self._path):
            if not self._searching.has_store():
                return ()
            return self._searching.wording().search(
                text, self._reports_in(scope), scope.section, k
            )

    def find_phrase(self, phrase: str, scope: Scope) -> tuple[Hit, ...]:
        """Every passage in a scope in which a phrase stands, by place, name and year."""
        with told(self._path):
            if not self._searching.has_store():
                return ()
            hits = self._searching.wording().find_phrase(
                phrase, self._reports_in(scope), scope.section
            )
            place = {issuer.id: n for n, issuer in enumerate(self.holdings().issuers)}
            return tuple(sorted(hits, key=lambda hit: (place[hit.issuer_id], hit.year)))

    def compare(
        self, issuer_id: int, earlier: int, later: int, section: int | None = None
    ) -> Comparison | None:
        """The wording of two years side by side; None where one of them is not held."""
        # Only this needs it.
        from index.passages.compare import compare_texts

        with told(self._path), self.snapshot() as db:
            heads = {head.year: head.id for head in self.heads([issuer_id], [earlier, later])}
            if not {earlier, later} <= heads.keys():
                return None
            wanted = range(1, 7) if section is None else (section,)
            one, other = (
                {s.number: s.text for s in catalog.find_sections(db, heads[year])}
                for year in (earlier, later)
            )
        return compare_texts(
            {number: one[number] for number in wanted if number in one},
            {number: other[number] for number in wanted if number in other},
        )

    def status(self) -> dict[str, str | int | list[int] | None]:
        """How much is held: the keys of `nianbao status --json`."""
        with told(self._path), self.snapshot() as db:
            held = catalog.count_rows(db)
            model = catalog.read_meta(db, "vectors")
            return {
                "issuers": held["issuers"],
                "reports": held["reports"],
                "years": sorted({year for i in self.holdings().issuers for year in i.years}),
                "facts": held["facts"] + held["splits"],
                "passages": held["passages"],
                "model": json.loads(model)["name"] if model else None,
                "last_ingest": catalog.read_meta(db, LAST),
                "bytes": _size(self.folder),
            }

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Whatever is read within is of one moment, however much is written meanwhile."""
        db = self._db()
        if db.in_transaction:  # within another snapshot, or a save
            yield db
            return
        db.execute("begin")
        try:
            yield db
        finally:
            db.rollback()

    # Changing what is held

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is saved within is kept at its end, or none of it: one write for many reports.

        Their vectors wait for `flush`, which comes after it.
        """
        with self._keeping().together():
            yield

    def save(self, digest: Digest, *, is_flushed: bool = True, reading: str = "") -> SaveResult:
        """Keep a report with all that was derived from it, or say why not; one transaction.

        Without `is_flushed` the vectors wait for `flush`, and a crash before it loses none.
        """
        return self._keeping().save(digest, is_flushed=is_flushed, reading=reading)

    def remove(self, issuer_id: int, year: int) -> bool:
        """Take a report out of every store; False where it is not held."""
        return self._keeping().remove(issuer_id, year)

    def flush(self) -> None:
        """Bring the vectors to what SQLite holds."""
        self._keeping().flush()

    def rebuild(self) -> None:
        """Make the full text and the vectors again from SQLite."""
        self._keeping().rebuild()

    def is_of_this_model(self) -> bool:
        """Whether the vectors held, if any, are those of the model in use."""
        with told(self._path):
            return self._searching.wording().is_of_this_model()

    def note_refused(self, file: str, sha256: str, url: str | None, reason: str) -> None:
        """Remember a file that became no report."""
        self._keeping().note_refused(file, sha256, url, reason)

    def held_from(self, file: str) -> tuple[tuple[str, int], ...]:
        """Issuer and year of all reports that are held from a file."""
        with told(self._path):
            return catalog.find_years_from(self._db(), str(Path(file).absolute()))

    def read_before(self, file: str, sha256: str, reading: str) -> tuple[SaveResult, ...]:
        """What is held from this very file, if it was read the same way; else nothing."""
        with told(self._path):
            held = catalog.find_reads(self._db(), str(Path(file).absolute()), sha256, reading)
        return tuple(
            SaveResult(file, "unchanged", issuer, year, None, findings)
            for issuer, year, findings in held
        )

    # Connections

    def _db(self) -> sqlite3.Connection:
        return self._writer.db if self._writer else self._readers.connection()

    def _keeping(self) -> Keeping:
        if self._keeper is None:
            raise StoreError(f"{self.folder}：只为读取而打开（opened for reading only）")
        return self._keeper

    def _reports_in(self, scope: Scope) -> list[int] | None:
        if scope.issuer_ids is None and scope.years is None:
            return None
        return catalog.find_report_ids(self._db(), scope.issuer_ids, scope.years)


def _stored(db: sqlite3.Connection, head: ReportHead) -> StoredReport:
    return StoredReport(
        head.id,
        catalog.find_issuer_of(db, head.issuer_id),
        head.issuer_id,
        head.year,
        head.era,
        head.title,
        head.file,
        head.url,
        catalog.find_sha256(db, head.id),
        head.is_invented,
        catalog.find_sections(db, head.id),
        facts.find_all_facts(db, head.id),
        facts.find_findings(db, [head.id])[head.id],
        facts.find_unmapped(db, head.id),
    )


def _size(folder: Path) -> int:
    if not folder.is_dir():
        return 0
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
