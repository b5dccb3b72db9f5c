"""Search: how well questions find passages, and how fast, how large and how heavy it is."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np

from index.passages.embed import Embedder, load_embedder
from index.passages.held import read_model
from index.passages.vectors import VectorShelf
from tests.bench.table import ms, percentile, seconds, show
from tests.index.passages.retrieval.dataset import TestSet, background, read_test_set
from tests.index.passages.retrieval.measure import Arena, groups, measure
from tests.index.passages.shelf import connection

_BURIED_IN = 10_000  # sentences that answer nothing
_SEARCHES = 200
_SCOPED = 2_000  # searches whose hits are held against their scope
_PER_REPORT = 30
_COUNTY, _YEARS = 60, 7  # reports of a county; years that reports are spread over

Scope = Callable[[], Sequence[int]]


def bench(*sizes: int) -> None:
    """Quality on the test set, then speed at each of these sizes (10,000 by default)."""
    embedder = load_embedder()
    test_set = read_test_set()
    _quality(test_set, embedder)
    for size in sizes or (10_000,):
        _speed(size, test_set, embedder)


def _quality(test_set: TestSet, embedder: Embedder) -> None:
    rows = []
    for buried in (0, _BURIED_IN):
        with TemporaryDirectory() as folder:
            texts = [told.text for told in test_set.passages] + background(buried)
            arena = Arena.fill(Path(folder), embedder, texts)
            for way, order in arena.ways().items():
                for group, asked in groups(test_set):
                    figures = measure(asked, order)
                    rows.append([str(buried), way, group, *str(figures).split()])
            arena.shelf.close()
    header = ["background", "way", "questions", "n", "hit@1", "hit@5", "hit@10", "R@10", "MRR"]
    show("Search: how well questions find passages", header, rows)


def _speed(size: int, test_set: TestSet, embedder: Embedder) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        texts = [told.text for told in test_set.passages]
        texts += background(size - len(texts))
        begun = perf_counter()
        arena = Arena.kept(folder, embedder, texts)
        kept = perf_counter() - begun
        # The vectors are made by `rebuild` alone: of a million to make them twice takes an hour.
        rebuilt = seconds(arena.shelf.store.rebuild)
        arena.shelf.flush()
        questions = list(islice(_endless(test_set), _SEARCHES))
        rows = [
            [what, *_times(questions, search)]
            for what, search in _searches(arena, texts, embedder).items()
        ]
        show(f"Search: {size:,} units", ["search", "p50", "p95"], rows)
        astray = _astray(arena, test_set)
        print(f"\n{astray} of {_SCOPED} scoped searches left their scope or found nothing")
        arena.shelf.close()
        _sizes(folder, kept, rebuilt)


def _endless(test_set: TestSet) -> Iterator[str]:
    chance = Random(3)
    while True:
        yield chance.choice(test_set.questions).text


def _times(questions: Sequence[str], search: Callable[[str], object]) -> list[str]:
    for question in questions[:10]:
        search(question)
    taken = [seconds(lambda q=question: search(q)) for question in questions]  # type: ignore[misc]
    return [ms(percentile(taken, 0.5)), ms(percentile(taken, 0.95))]


def _searches(
    arena: Arena, texts: Sequence[str], embedder: Embedder
) -> dict[str, Callable[[str], object]]:
    store, db = arena.shelf.store, connection(arena.shelf.db)
    matrix = embedder.embed_passages(texts)
    model = read_model(db)
    assert model is not None
    shelf: VectorShelf = store._vectors
    shelf.open(model.collection)

    def scoped(draw: Scope) -> Callable[[str], object]:
        return lambda question: store.search(question, draw(), None)

    def scan(question: str) -> object:
        likeness = matrix @ embedder.embed_queries([question])[0]
        return np.argpartition(-likeness, 10)[:10]

    def bare(question: str) -> object:
        return shelf.nearest(embedder.embed_queries([question])[0], 10)

    return {
        "everywhere": lambda question: store.search(question, None, None),
        **{what: scoped(draw) for what, draw in _scopes(len(texts), Random(5)).items()},
        "an exact phrase": lambda question: store.find_phrase(question[:4]),
        "(bare scan with numpy)": scan,
        "(bare query of Chroma)": bare,
    }


def _scopes(units: int, chance: Random) -> dict[str, Scope]:
    """Draws the reports that are searched."""
    reports = -(-units // _PER_REPORT)
    return {
        "of one report": lambda: [chance.randrange(1, reports + 1)],
        f"of {_COUNTY} reports": lambda: range(s := chance.randrange(1, reports), s + _COUNTY),
        "of one year": lambda: range(1 + chance.randrange(_YEARS), reports + 1, _YEARS),
        "of half of all": lambda: range(1, reports + 1, 2),
    }


def _astray(arena: Arena, test_set: TestSet) -> int:
    """How many searches found something outside their scope, or found nothing."""
    draws = _scopes(len(arena.texts), Random(7)).values()
    astray = 0
    for asked, draw in zip(islice(_endless(test_set), _SCOPED), cycle(draws), strict=False):
        scope = draw()
        hits = arena.shelf.store.search(asked, scope, None)
        astray += not hits or any(hit.report_id not in scope for hit in hits)
    return astray


_FRESH = """
import sys, time
begun = time.perf_counter()
import sqlite3
from pathlib import Path
from index.passages.embed import load_embedder
from index.passages.store import PassageStore
folder = Path(sys.argv[1])
db = sqlite3.connect(folder / "nianbao.db")
store = PassageStore.open(db, folder / "chroma", is_writable=False, embedder=load_embedder())
store.search("网站更新慢", None, None)
first = time.perf_counter() - begun
for question in ("人手不足", "看不懂文件", "渠道单一", "slow replies") * 50:
    store.search(question, None, None)
import psutil
print(f"{first:.2f} s", f"{psutil.Process().memory_info().rss / 1e6:.0f} MB")
store.close()
"""


def _sizes(folder: Path, kept: float, rebuilt: float) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FRESH, str(folder)], capture_output=True, text=True, check=True
    )
    first, memory = done.stdout.strip().split(" s ")
    chroma = sum(p.stat().st_size for p in (folder / "chroma").rglob("*") if p.is_file())
    rows = [
        ["texts kept in", f"{kept:.1f} s"],
        ["index and vectors rebuilt in", f"{rebuilt:.1f} s"],
        ["SQLite", f"{(folder / 'nianbao.db').stat().st_size / 1e6:.0f} MB"],
        ["Chroma", f"{chroma / 1e6:.0f} MB"],
        ["first answer of a new process", f"{first} s"],
        ["memory of it after 200 searches", memory],
    ]
    show("Search: sizes", ["what", "value"], rows)


if __name__ == "__main__":
    bench(*map(int, sys.argv[1:]))
