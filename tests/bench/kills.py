"""Writing processes killed at random: what they said is saved, is saved, whole and once."""

import json
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from index.corpus.connections import STORE
from index.corpus.wording import CHROMA
from index.passages.held import read_model
from index.passages.vectors import VectorShelf
from tests.bench.stores import BENCH, filled, generated
from tests.bench.table import show

_ROOT = Path(__file__).resolve().parents[2]
_EACH = 50  # kills of one store: every kill is followed by a check of all that it holds
_REPORTS = 1_000  # that an ingest reads, which is killed until it has read them all
_LONGEST = 1.0  # seconds that it goes on after it has told so many results
_GLANCE = 0.02
_HELD = """select i.name, i.region, r.year, r.file, r.facts_hash, r.content_hash,
    (select count(*) from facts where report_id = r.id),
    (select count(*) from splits where report_id = r.id),
    (select count(*) from findings where report_id = r.id),
    (select count(*) from passages where report_id = r.id),
    exists (select 1 from report_vectors where report_id = r.id)
    from reports r join issuers i on i.id = r.issuer_id order by r.file, r.year"""


def bench(count: int = 1000, ingests: int = 100) -> None:
    """Print how many kills lost or doubled a report; any stops with an error."""
    said = sum(
        _killed(seed, min(_EACH, count - _EACH * seed)) for seed in range(-(-count // _EACH))
    )
    show(
        "Kills while saving",
        ("kills", "reports said to be saved", "lost", "doubled or halved"),
        [(str(count), str(said), "0", "0")],
    )
    whole = filled(BENCH / f"ingest-{_REPORTS}", generated(_REPORTS))
    said, rounds = _killed_ingests(ingests, whole)
    show(
        "Kills of a whole ingest, which is begun again until it ends",
        ("kills", "reports said to be saved", "lost", "ended", "as if never killed"),
        [(str(ingests), str(said), "0", str(rounds), str(rounds))],
    )


def _killed(seed: int, kills: int) -> int:
    """How many reports a store was said to have saved through so many kills; none was lost."""
    store = BENCH / "kills"
    shutil.rmtree(store, ignore_errors=True)
    together = 1 if seed % 2 else 10
    arguments = [str(store), str(kills), str(seed), "0.2", "0", str(together)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.index.corpus.killing", *arguments],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr)
    return int(json.loads(done.stdout)["said"])


def _killed_ingests(kills: int, whole: Path) -> tuple[int, int]:
    """How many reports were said to be saved through so many kills, and how often all were."""
    store, chance = BENCH / "killed", Random(0)
    shutil.rmtree(store, ignore_errors=True)
    all_said = killed = rounds = 0
    said: set[str] = set()
    while killed < kills or said:
        results = chance.randrange(_REPORTS) if killed < kills else None
        more, is_over = _ingest(store, results, chance.uniform(0, _LONGEST))
        said |= more
        _check(store, said)
        killed += not is_over
        if is_over:
            if (_held(store), _vectors(store)) != (_held(whole), _vectors(whole)):
                sys.exit("what came of killed runs is not what came of one run")
            all_said, rounds, said = all_said + len(said), rounds + 1, set()
            shutil.rmtree(store)
    return all_said, rounds


def _ingest(store: Path, results: int | None, patience: float) -> tuple[set[str], bool]:
    """The files of reports that are said to be kept, and whether it came to its end.

    Killed after so many results, and a while, it comes to its end where there are no more.
    """
    command = [sys.executable, "-m", "bot", "--data", str(store), "ingest", "--json"]
    told = store.with_suffix(".jsonl")  # a pipe that nobody reads would stop it
    with told.open("wb") as stream:
        running = subprocess.Popen(
            [*command, str(generated(_REPORTS))],
            cwd=_ROOT,
            stdout=stream,
            stderr=subprocess.DEVNULL,
        )
        if results is not None:
            while running.poll() is None and len(_lines(told)) < results:
                time.sleep(_GLANCE)
            time.sleep(patience)
            running.kill()
        running.wait()
    found = map(json.loads, _lines(told))
    kept = {result["file"] for result in found if result["result"] != "refused"}
    return kept, running.returncode >= 0


def _lines(told: Path) -> list[bytes]:
    """The lines that are written to their end."""
    return [line for line in told.read_bytes().splitlines(keepends=True) if line[-1:] == b"\n"]


def _check(store: Path, said: set[str]) -> None:
    """Stop where a report is lost, there twice, or not a whole one."""
    if not (store / STORE).exists() and not said:
        return
    db = sqlite3.connect(store / STORE)
    if db.execute("pragma integrity_check").fetchone() != ("ok",):
        sys.exit("the store is broken")
    files = [row[0] for row in db.execute("select file from reports")] if said else []
    db.close()
    if not said <= set(files):
        sys.exit("a saved report is lost")
    if len(set(files)) != len(files):
        sys.exit("a report is there twice")


def _held(store: Path) -> list[tuple[object, ...]]:
    """What is held of each report."""
    db = sqlite3.connect(store / STORE)
    found = db.execute(_HELD).fetchall()
    db.close()
    return found


def _vectors(store: Path) -> set[str]:
    """The texts that have a vector."""
    db = sqlite3.connect(store / STORE)
    model = read_model(db)
    db.close()
    assert model is not None
    shelf = VectorShelf(store / CHROMA, None)
    shelf.open(model.collection)
    found = shelf.keys()
    shelf.close()
    return found
