"""How reports are kept: SQLite in one transaction, then the vectors, if need be later."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from index.catalog import store as catalog
from index.catalog.readings import Verdict
from index.corpus.connections import STORE, Writer, told
from index.corpus.save import (
    Plan,
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
from index.corpus.searching import Searching
from index.errors import ReportIndexError, StoreError
from index.facts import store as facts
from index.types import Digest, Finding, Passage, SaveResult

# Rises with every change of what is held; `generation` rises when the vectors have followed.
REVISION = "revision"
LAST = "last_ingest"
_GENERATION = "generation"
_PENDING = "vectors_pending"
_WRITES = (Verdict.SAVED, Verdict.REPLACED, Verdict.BETTER)


class Keeping:
    """The one that writes, with the passages that it writes beside the facts."""

    def __init__(self, folder: Path, writer: Writer, searching: Searching) -> None:
        self._path = folder / STORE
        self._writer = writer
        self._searching = searching
        self._is_repaired = False

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is saved within is kept at its end, or none of it: one write for many reports.

        Their vectors wait for `flush`, which comes after it.
        """
        self._repair()
        with told(self._path), self._writer.transaction():
            yield

    def save(self, digest: Digest, *, is_flushed: bool = True, reading: str = "") -> SaveResult:
        """Keep a report with all that was derived from it, or say why not; one transaction.

        Without `is_flushed` the vectors wait for `flush`, and a crash before it loses none.
        """
        self._repair()
        with told(self._path), self._writer.transaction() as db:
            result = self._save(db, digest, reading)
        if is_flushed:
            self.flush()
        return result

    def remove(self, issuer_id: int, year: int) -> bool:
        """Take a report out of every store; False where it is not held."""
        self._repair()
        with told(self._path), self._writer.transaction() as db:
            held = catalog.find_held(db, issuer_id, year)
            if held is None:
                return False
            self._remove(db, held)
            catalog.count_up(db, REVISION)
        self.flush()
        return True

    def flush(self) -> None:
        """Bring the vectors to what SQLite holds."""
        self._is_repaired = True
        with told(self._path):
            if catalog.read_meta(self._writer.db, _PENDING) == "1":
                self._bring_vectors(self._searching.wording().flush)
            with self._writer.transaction() as db:
                catalog.write_meta(db, _PENDING, "0")
                catalog.count_up(db, _GENERATION)

    def rebuild(self) -> None:
        """Make the full text and the vectors again from SQLite."""
        self._is_repaired = True
        with told(self._path):
            self._bring_vectors(self._searching.wording().rebuild)
            with self._writer.transaction() as db:
                catalog.write_meta(db, _PENDING, "0")
                catalog.count_up(db, _GENERATION)

    def note_refused(self, file: str, sha256: str, url: str | None, reason: str) -> None:
        """Remember a file that became no report."""
        read = catalog.FileRead(
            sha256, str(Path(file).absolute()), url, None, "refused", reason, "", _now()
        )
        with told(self._path), self._writer.transaction() as db:
            catalog.note_file(db, read)

    def _repair(self) -> None:
        """Finish what a killed process left, before anything is added to it."""
        if not self._is_repaired:
            with told(self._path):
                is_pending = catalog.read_meta(self._writer.db, _PENDING) == "1"
            if is_pending:
                self.flush()
            self._is_repaired = True

    def _bring_vectors(self, bring: Callable[[], None]) -> None:
        db = self._writer.db
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
        catalog.write_meta(db, LAST, now)
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
        catalog.count_up(db, REVISION)
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
            catalog.count_up(db, REVISION)

    def _save_passages(
        self, db: sqlite3.Connection, report_id: int, passages: Sequence[Passage]
    ) -> None:
        # Who saves no passages needs no model.
        if passages or catalog.has_passages(db, report_id):
            catalog.write_meta(db, _PENDING, "1")
            self._searching.wording().save(report_id, passages)

    def _remove(self, db: sqlite3.Connection, held: catalog.HeldReport) -> None:
        if catalog.has_passages(db, held.id):
            catalog.write_meta(db, _PENDING, "1")
            self._searching.wording().remove(held.id)
        catalog.remove_report(db, held.id)
        compare_years(db, held.issuer_id, held.year)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
