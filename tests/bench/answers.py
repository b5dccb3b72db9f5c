"""Warm answers by intent, beside the bare SQL that each of them ran."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import thread_time

from bot.ask import make_ask
from bot.types import Ask, Context, Lang
from index import Corpus
from tests.bench.stores import sample_store
from tests.bench.table import ms, percentile, ratio, seconds, show
from tests.questions.golden import HERE, Golden, read_goldens

_ROUNDS = 5


def bench() -> None:
    """Print p50 and p95 by intent over the samples."""
    today, goldens = read_goldens(HERE / "samples.txt")
    measure("Warm answers over the samples", sample_store(), goldens, today)


def measure(title: str, store: Path, goldens: tuple[Golden, ...], today: date) -> None:
    """Print p50 and p95 by intent over a store, with the time of the same statements alone.

    The seconds of the processor are those of an answer, whatever else the machine does.
    """
    times: dict[str, list[float]] = defaultdict(list)
    worked: dict[str, list[float]] = defaultdict(list)
    bare: dict[str, list[float]] = defaultdict(list)
    with Corpus.open(store) as corpus:
        ask = make_ask(corpus, today=lambda: today, lang=Lang.ZH)
        for golden in goldens:  # warm: the model, the names, the pages of the file
            _asked(ask, golden)
        for golden in goldens:
            context = _before(ask, golden)
            walls, processor = zip(*_timed(ask, golden.q, context), strict=True)
            times[golden.intent] += walls
            worked[golden.intent] += processor
            statements = _statements(corpus, ask, golden, context)
            with corpus.snapshot() as db:
                bare[golden.intent] += [_run(db, statements) for _ in range(_ROUNDS)]
    rows = []
    for intent, found in times.items():
        p50, sql = percentile(found, 0.5), percentile(bare[intent], 0.5)
        rows.append(
            (
                intent,
                str(len(found)),
                ms(p50),
                ms(percentile(found, 0.95)),
                ms(percentile(worked[intent], 0.5)),
                ms(percentile(worked[intent], 0.95)),
                ms(sql),
                ratio(p50, sql),
            )
        )
    show(title, ("intent", "n", "p50", "p95", "CPU p50", "CPU p95", "bare SQL p50", "ratio"), rows)


def _timed(ask: Ask, q: str, context: Context | None) -> Iterator[tuple[float, float]]:
    """The seconds that an answer takes, and those of the processor, each round."""
    for _ in range(_ROUNDS):
        begun = thread_time()
        wall = seconds(lambda: ask(q, context))
        yield wall, thread_time() - begun


def _asked(ask: Ask, golden: Golden) -> None:
    ask(golden.q, _before(ask, golden))


def _before(ask: Ask, golden: Golden) -> Context | None:
    context: Context | None = None
    for q in golden.before:
        context = ask(q, context).context
    return context


def _statements(corpus: Corpus, ask: Ask, golden: Golden, context: Context | None) -> list[str]:
    """The SQL that a question runs on the connection of this thread."""
    seen: list[str] = []
    with corpus.snapshot() as db:
        db.set_trace_callback(seen.append)
    ask(golden.q, context)
    with corpus.snapshot() as db:
        db.set_trace_callback(None)
    return [s for s in seen if s.lstrip().lower().startswith(("select", "with"))]


def _run(db: sqlite3.Connection, statements: list[str]) -> float:
    def run() -> None:
        for statement in statements:
            db.execute(statement).fetchall()

    return seconds(run)
