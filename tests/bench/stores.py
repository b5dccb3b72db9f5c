"""Stores to measure on: the samples, and thousands of generated reports; made once."""

from pathlib import Path
from time import perf_counter

from index import Corpus, ingest_files
from index.settings import DATA_DIR
from tests.generator.reports import write_reports
from tests.generator.truths import write_truths

BENCH = Path(__file__).resolve().parents[2] / ".bench"


def sample_store() -> Path:
    """A store of the sample reports."""
    return filled(BENCH / "samples", DATA_DIR / "samples")


def generated(count: int) -> Path:
    """A folder of so many generated reports, with what is true of them beside it."""
    folder = BENCH / f"reports-{count}"
    truths = BENCH / f"truths-{count}.jsonl"
    if not truths.exists():
        begun = perf_counter()
        folder.mkdir(parents=True, exist_ok=True)
        write_truths(write_reports(folder, count), truths)
        print(f"{count} reports generated in {perf_counter() - begun:.0f} s")
    return folder


def filled(store: Path, reports: Path) -> Path:
    """A store that holds the reports of a folder; filled where it is not yet."""
    with Corpus.open(store, is_writable=True) as corpus:
        if not corpus.holdings().issuers:
            begun = perf_counter()
            count = sum(1 for _ in ingest_files(corpus, [reports]).results)
            print(f"{store.name}: {count} reports ingested in {perf_counter() - begun:.1f} s")
    return store
