"""The one door to the stores: catalog, facts and passages, opened to read or to write."""

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from index.catalog import store as catalog
from index.catalog.readings import Verdict
from index.corpus.connections import STORE, Identity, Readers, Writer, connect_reader, told
from index.corpus.save import (
    Plan,
    check_years_of,
    compare_years,
    count_open,
    is_moved,
    note_other_reading,
    other_reading,
    path_of,
    place_assumed,
    plan_save,
    result_of,
    with_issuer,
)
from index.errors import ReportIndexError, StoreError
from index.facts import store as facts
from index.facts.query import Within
from index.types import (
    Comparison,
    Digest,
    Fact,
    Figure,
    Finding,
    FoundFact,
    Hit,
    Holdings,
    Passage,
    ReportHead,
    SaveResult,
    Scope,
    StoredReport,
    StoredSection,
    Tally,
)

# Rises with every change of what is held; `generation` rises when the vectors have followed.
_REVISION = "revision"
_GENERATION = "generation"
_PENDING = "vectors_pending"
_LAST = "last_ingest"
_WRITES = (Verdict.SAVED, Verdict.REPLACED, Verdict.BETTER)


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
        self._embedding_model = embedding_model
        self._chroma_url = chroma_url
        self._wording: _Wording | None = None
        self._wording_db: sqlite3.Connection | None = None
        self._wording_of: Identity | None = None
        self._lock = threading.Lock()
        self._is_repaired = False
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
            if writer and catalog.read_meta(db, _REVISION) is None:
                # Begun with the time: no two stores in one place are taken for each other.
                with writer.transaction():
                    catalog.write_meta(db, _REVISION, str(time.time_ns() // 1_000_000))
        return corpus

    def close(self) -> None:
        """Close the stores, and let others write."""
        self._close_passages()
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
            revision = int(catalog.read_meta(db, _REVISION) or 0)
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
    ) -> list[Figure]:
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

    def findings(self, report_ids: Sequence[int]) -> dict[int, tuple[Finding, ...]]:
        """The findings of reports, those that hold as well."""
        with told(self._path):
            return facts.find_findings(self._db(), report_ids)

    def check_neighbours(self, digest: Digest) -> tuple[Finding, ...]:
        """What holds between a report that is not kept and the years held beside it."""
        with told(self._path), self.snapshot() as db:
            issuer_id = plan_save(db, digest).match.id
            return check_years_of(db, issuer_id, digest) if issuer_id else ()

    def search(self, text: str, scope: Scope, k: int = 10) -> tuple[Hit, ...]:
        """The passages in a scope that answer a text best, best first."""
        with told(self._path):
            if not self._has_store():
                return ()
            return self._passages().search(text, self._reports_in(scope), scope.section, k)

    def find_phrase(self, phrase: str, scope: Scope) -> tuple[Hit, ...]:
        """Every passage in a scope in which a phrase stands, by place, name and year."""
        with told(self._path):
            if not self._has_store():
                return ()
            hits = self._passages().find_phrase(phrase, self._reports_in(scope), scope.section)
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
                "last_ingest": catalog.read_meta(db, _LAST),
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
        self._repair()
        with told(self._path), self._writing().transaction():
            yield

    def save(self, digest: Digest, *, is_flushed: bool = True, reading: str = "") -> SaveResult:
        """Keep a report with all that was derived from it, or say why not; one transaction.

        Without `is_flushed` the vectors wait for `flush`, and a crash before it loses none.
        """
        self._repair()
        with told(self._path), self._writing().transaction() as db:
            result = self._save(db, digest, reading)
        if is_flushed:
            self.flush()
        return result

    def remove(self, issuer_id: int, year: int) -> bool:
        """Take a report out of every store; False where it is not held."""
        self._repair()
        with told(self._path), self._writing().transaction() as db:
            held = catalog.find_held(db, issuer_id, year)
            if held is None:
                return False
            self._remove(db, held)
            catalog.count_up(db, _REVISION)
        self.flush()
        return True

    def flush(self) -> None:
        """Bring the vectors to what SQLite holds."""
        self._is_repaired = True
        writer = self._writing()
        with told(self._path):
            if catalog.read_meta(writer.db, _PENDING) == "1":
                self._bring_vectors(self._passages().flush)
            with writer.transaction() as db:
                catalog.write_meta(db, _PENDING, "0")
                catalog.count_up(db, _GENERATION)

    def is_of_this_model(self) -> bool:
        """Whether the vectors held, if any, are those of the model in use."""
        with told(self._path):
            return self._passages().is_of_this_model()

    def rebuild(self) -> None:
        """Make the full text and the vectors again from SQLite."""
        self._is_repaired = True
        writer = self._writing()
        with told(self._path):
            self._bring_vectors(self._passages().rebuild)
            with writer.transaction() as db:
                catalog.write_meta(db, _PENDING, "0")
                catalog.count_up(db, _GENERATION)

    def _repair(self) -> None:
        """Finish what a killed process left, before anything is added to it."""
        if not self._is_repaired:
            with told(self._path):
                is_pending = catalog.read_meta(self._writing().db, _PENDING) == "1"
            if is_pending:
                self.flush()
            self._is_repaired = True

    def _bring_vectors(self, bring: Callable[[], None]) -> None:
        db = self._writing().db
        try:
            bring()
            db.commit()  # what the passages wrote of their model
        except ReportIndexError:
            raise
        except Exception as error:  # Chroma raises whatever its parts raise
            raise StoreError(
                f"数字和文字已保存，但向量没有写完（{error}）；排除原因后请运行 nianbao rebuild。"
                "(figures and texts are kept, their vectors are not; run `nianbao rebuild`)"
            ) from error
        finally:
            db.rollback()

    def note_refused(self, file: str, sha256: str, url: str | None, reason: str) -> None:
        """Remember a file that became no report."""
        read = catalog.FileRead(
            sha256, str(Path(file).absolute()), url, None, "refused", reason, "", _now()
        )
        with told(self._path), self._writing().transaction() as db:
            catalog.note_file(db, read)

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

    def _save(self, db: sqlite3.Connection, digest: Digest, label: str) -> SaveResult:
        kept, odd = facts.storable(digest.facts)
        digest = Digest(
            digest.report,
            kept,
            (*digest.findings, *odd),
            digest.unmapped,
            digest.passages,
        )
        plan = plan_save(db, digest)
        report_id = plan.held.id if plan.held else None
        if plan.verdict in _WRITES:
            report_id = self._write(db, digest, plan)
        elif plan.held:
            self._keep(db, digest, plan, plan.held)
        findings = facts.find_findings(db, [report_id])[report_id] if report_id else ()
        result = result_of(plan, digest, count_open(findings))
        source, now = digest.report.source, _now()
        read = catalog.FileRead(
            source.sha256,
            path_of(digest.report),
            source.url,
            report_id if plan.verdict is not Verdict.PLACELESS else None,
            result.result,
            result.reason,
            label,
            now,
        )
        catalog.note_file(db, read)
        catalog.write_meta(db, _LAST, now)
        return result

    def _write(self, db: sqlite3.Connection, digest: Digest, plan: Plan) -> int:
        """Write a report over the former one; its id."""
        noted: tuple[Finding, ...] = ()
        if plan.verdict is Verdict.BETTER and plan.held:
            former = facts.find_all_facts(db, plan.held.id)
            noted = (other_reading(plan.held.reading.path, digest.facts, former),)
        if plan.moved_from:
            self._remove(db, plan.moved_from)
        issuer_id = catalog.save_issuer(db, plan.match.id, plan.match.issuer)
        report = with_issuer(digest, plan.match.issuer).report
        report_id = catalog.save_report(db, issuer_id, report, plan.reading, _now())
        facts.save_facts(db, report_id, digest.facts)
        facts.remove_findings(db, report_id)
        noted = (*noted, *place_assumed(digest.report.issuer, plan.match))
        facts.save_findings(db, report_id, (*digest.findings, *noted))
        facts.save_unmapped(db, report_id, digest.unmapped)
        compare_years(db, issuer_id, report.year)
        self._save_passages(db, report_id, digest.passages)
        catalog.count_up(db, _REVISION)
        return report_id

    def _keep(
        self, db: sqlite3.Connection, digest: Digest, plan: Plan, held: catalog.HeldReport
    ) -> None:
        """Leave the held report as it is; what the file adds is its place, or a finding."""
        report = digest.report
        is_changed = False
        if plan.verdict is Verdict.UNCHANGED:
            if plan.match.issuer != catalog.find_issuer_of(db, held.issuer_id):
                catalog.save_issuer(db, held.issuer_id, plan.match.issuer)
                is_changed = True
            if is_moved(held, report):
                catalog.move_report(db, held.id, report.source.file, plan.reading.path)
                is_changed = True
        elif plan.verdict in (Verdict.WORSE, Verdict.TIED):
            finding = other_reading(
                report.source.file, facts.find_all_facts(db, held.id), digest.facts
            )
            note_other_reading(db, held.id, report.source.file, finding)
            is_changed = True
        if is_changed:
            catalog.count_up(db, _REVISION)

    def _save_passages(
        self, db: sqlite3.Connection, report_id: int, passages: Sequence[Passage]
    ) -> None:
        # Who saves no passages needs no model.
        if passages or catalog.has_passages(db, report_id):
            catalog.write_meta(db, _PENDING, "1")
            self._passages().save(report_id, passages)

    def _remove(self, db: sqlite3.Connection, held: catalog.HeldReport) -> None:
        if catalog.has_passages(db, held.id):
            catalog.write_meta(db, _PENDING, "1")
            self._passages().remove(held.id)
        catalog.remove_report(db, held.id)
        compare_years(db, held.issuer_id, held.year)

    # Connections

    def _db(self) -> sqlite3.Connection:
        return self._writer.db if self._writer else self._readers.connection()

    def _writing(self) -> Writer:
        if self._writer is None:
            raise StoreError(f"{self.folder}：只为读取而打开（opened for reading only）")
        return self._writer

    def _reports_in(self, scope: Scope) -> list[int] | None:
        if scope.issuer_ids is None and scope.years is None:
            return None
        return catalog.find_report_ids(self._db(), scope.issuer_ids, scope.years)

    def _passages(self) -> "_Wording":
        """The passages, opened at first use; a number never comes here."""
        from index.corpus.wording import Wording

        with self._lock:
            identity = None if self._writer else self._readers.identity()
            if self._wording is not None and self._wording_of != identity:
                self._close_passages()  # another store was put in place of this one
            if self._wording is None:
                self._wording_of = identity
                self._wording = Wording.open(
                    self._wording_connection(),
                    self.folder,
                    is_writable=self._writer is not None,
                    embedding_model=self._embedding_model,
                    chroma_url=self._chroma_url,
                )
            return self._wording

    def _close_passages(self) -> None:
        if self._wording is not None:
            self._wording.close()
        if self._wording_db is not None:
            self._wording_db.close()
        self._wording = self._wording_db = None

    def _has_store(self) -> bool:
        # An absent store reads as an empty one, in memory.
        return self._writer is not None or self._readers.identity() is not None

    def _wording_connection(self) -> sqlite3.Connection:
        if self._writer:
            return self._writer.db
        self._wording_db = connect_reader(self._path)
        return self._wording_db


class _Wording(Protocol):
    """What is used of the passages, without importing them."""

    def close(self) -> None: ...

    def save(self, report_id: int, passages: Sequence[Passage]) -> None: ...

    def remove(self, report_id: int) -> None: ...

    def flush(self) -> None: ...

    def is_of_this_model(self) -> bool: ...

    def rebuild(self) -> None: ...

    def search(
        self, text: str, report_ids: Sequence[int] | None, section: int | None, k: int
    ) -> tuple[Hit, ...]: ...

    def find_phrase(
        self, phrase: str, report_ids: Sequence[int] | None, section: int | None
    ) -> tuple[Hit, ...]: ...


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


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
