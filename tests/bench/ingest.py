"""Thousands of generated reports into the stores, beside the bare work of the libraries below."""

import os
import resource
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import psutil

from index import Corpus, ingest_files
from index.ingest.many import Read, Reader
from index.ingest.pool import Pool
from index.ingest.walk import Source, Told
from tests.bench.stores import BENCH, generated
from tests.bench.table import ms, ratio, seconds, show

_EACH = 1_000  # files of each format that are parsed and checked: starting processes counts little
_VECTORS = 20_000  # that the bare Chroma adds


def bench(count: int = 20_000) -> None:
    """Print rates of parsing by format and of the full ingest as the store grows."""
    folder = generated(count)
    _parsing(folder)
    store = BENCH / f"ingest-{count}"
    shutil.rmtree(store, ignore_errors=True)
    _full(folder, store, count)


def _parsing(folder: Path) -> None:
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.rglob("*.*")):
        files[path.suffix].append(path)
    rows = [
        _rates(suffix, paths[:: max(len(paths) // _EACH, 1)][:_EACH], folder)
        for suffix, paths in files.items()
        if suffix in (".html", ".txt", ".md", ".docx")
    ]
    header = ("format", "files", "1 process", "2 processes", "bare lxml parse", "ratio")
    show("Parse and check", header, rows)


def _rates(suffix: str, paths: list[Path], folder: Path) -> tuple[str, ...]:
    reader = Reader(Told())
    reader(Source(paths[0], folder))
    one = seconds(lambda: _consume(reader(Source(p, folder)) for p in paths))
    two = seconds(lambda: _consume(_pooled(paths, folder)))
    bare = seconds(lambda: _consume(map(_bare_parse, paths))) if suffix == ".html" else 0.0
    return (
        suffix,
        str(len(paths)),
        f"{len(paths) / one:.0f}/s",
        f"{len(paths) / two:.0f}/s",
        f"{len(paths) / bare:.0f}/s" if bare else "–",
        ratio(one, bare),
    )


def _pooled(paths: list[Path], folder: Path) -> Iterator[Read]:
    pool = Pool(Reader(Told()), lambda source, why: Read(source, reason=why), 2)
    return pool.run(Source(p, folder) for p in paths)


def _bare_parse(path: Path) -> object:
    from lxml import html

    return html.fromstring(path.read_bytes().decode("gb18030", "replace"))


def _consume(things: Iterable[object]) -> None:
    for _ in things:
        pass


@dataclass(frozen=True, slots=True)
class _Spent:
    """What an ingest had used up at a moment: seconds, and seconds of the processors."""

    wall: float
    writing: float
    reading: float

    @classmethod
    def now(cls, process: psutil.Process) -> "_Spent":
        """What the process and those that read for it have used."""
        own = process.cpu_times()
        readers = [child.cpu_times() for child in process.children()]
        reading = sum(times.user + times.system for times in readers)
        return cls(perf_counter(), own.user + own.system, reading)


def _full(folder: Path, store: Path, count: int) -> None:
    rows = []
    refused = 0
    step = max(count // 10, 1)
    process = psutil.Process()
    begun = last = _Spent.now(process)
    with Corpus.open(store, is_writable=True) as corpus:
        for done, result in enumerate(ingest_files(corpus, [folder]).results, 1):
            refused += result.result == "refused"
            if done % step == 0:
                now = _Spent.now(process)
                rows.append((str(done), *_grown(process, store, last, now, step)))
                last = now
    whole = perf_counter() - begun.wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    header = (
        "reports",
        "rate",
        "CPU writing",
        "CPU reading",
        "RSS",
        "of readers",
        "SQLite",
        "load",
    )
    show("Full ingest with vectors, CPU for each report", header, rows)
    disk = sum(p.stat().st_size for p in store.rglob("*") if p.is_file()) / 2**20
    db = sqlite3.connect(store / "reports.db")
    texts = db.execute("select count(*) from texts").fetchone()[0]
    passages = db.execute("select count(*) from passages").fetchone()[0]
    inserting = _bare_insert(db)
    adding = _bare_add(min(texts, _VECTORS)) * texts / max(min(texts, _VECTORS), 1)
    show(
        "Full ingest beside bare inserts of the same rows and vectors",
        ("what", "value"),
        [
            ("reports", f"{count} in {whole:.0f} s = {count / whole:.1f}/s, {refused} refused"),
            ("peak RSS of the writing process", f"{peak:.0f} MB"),
            ("disk, all stores", f"{disk:.0f} MB"),
            ("passages, distinct", f"{passages}, {texts} ({texts / max(passages, 1):.0%})"),
            ("bare SQLite insert of the facts", f"{inserting:.1f} s; {ratio(whole, inserting)}"),
            ("bare Chroma add of the vectors", f"{adding:.0f} s; {ratio(whole, adding)}"),
        ],
    )


def _grown(
    process: psutil.Process, store: Path, last: _Spent, now: _Spent, count: int
) -> tuple[str, ...]:
    """What the last so many reports took, and how large all has become."""
    readers = sum(child.memory_info().rss for child in process.children())
    return (
        f"{count / (now.wall - last.wall):.1f}/s",
        ms((now.writing - last.writing) / count),
        ms((now.reading - last.reading) / count),
        f"{process.memory_info().rss / 2**20:.0f} MB",
        f"{readers / 2**20:.0f} MB",
        f"{(store / 'reports.db').stat().st_size / 2**20:.0f} MB",
        f"{os.getloadavg()[0]:.1f}",
    )


def _bare_insert(db: sqlite3.Connection) -> float:
    """The time to write the same rows of facts into an empty file, one transaction a report."""
    rows: dict[int, list[tuple[object, ...]]] = defaultdict(list)
    for table in ("facts", "splits"):
        for row in db.execute(f"select * from {table}"):
            rows[row[1]].append(row)
    path = BENCH / "bare.db"
    path.unlink(missing_ok=True)
    bare = sqlite3.connect(path)
    bare.execute("pragma journal_mode = wal")
    width = len(next(iter(rows.values()))[0])
    bare.execute(f"create table facts ({', '.join(f'c{i}' for i in range(width))})")
    marks = ", ".join("?" * width)

    def insert() -> None:
        for report in rows.values():
            with bare:
                bare.executemany(f"insert into facts values ({marks})", report)

    time = seconds(insert)
    bare.close()
    return time


def _bare_add(count: int) -> float:
    """The time that Chroma alone takes for so many vectors of 128 dimensions, set up as ours."""
    import chromadb
    import numpy as np
    from chromadb.config import Settings

    shutil.rmtree(BENCH / "bare-chroma", ignore_errors=True)
    client = chromadb.PersistentClient(
        str(BENCH / "bare-chroma"), settings=Settings(anonymized_telemetry=False)
    )
    collection = client.create_collection(
        "bare",
        embedding_function=None,
        configuration={
            "hnsw": {
                "space": "cosine",
                "max_neighbors": 32,
                "ef_construction": 400,
                "ef_search": 400,
            }
        },
    )
    vectors = np.random.default_rng(0).normal(size=(count, 128)).astype("float32")

    def add() -> None:
        for at in range(0, count, 2000):
            part = vectors[at : at + 2000]
            collection.add(ids=[str(at + i) for i in range(len(part))], embeddings=part)

    return seconds(add)
