"""A process that saves reports and is killed, again and again; started by test_kill."""

import json
import os
import random
import signal
import sqlite3
import sys
import time
from pathlib import Path

# Imported here once, so that no child spends its short life on it.
import chromadb  # noqa: F401
import sqlite_utils  # noqa: F401

import index.corpus.wording  # noqa: F401
from index import Corpus
from index.corpus.connections import STORE
from tests.index.digests import digest

METRICS = 40


def main(
    folder: Path, kills: int, seed: int, longest: float, has_prose: bool, together: int
) -> None:
    chance = random.Random(seed)
    said: set[int] = set()
    for _ in range(kills):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            _save_on(folder, writing, len(said), has_prose, together)
        os.close(writing)
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading) as acknowledged:
            said |= {int(line) for line in acknowledged if line.endswith("\n")}
        _check(folder, said)
    json.dump({"said": len(said)}, sys.stdout)


def _save_on(folder: Path, writing: int, start: int, has_prose: bool, together: int) -> None:
    with Corpus.open(folder, is_writable=True) as corpus:
        for first in range(start, 1_000_000, together):
            group = range(first, first + together)
            if together == 1:
                _save(corpus, first, has_prose, is_flushed=has_prose and first % 3 == 0)
            else:
                with corpus.together():
                    for i in group:
                        _save(corpus, i, has_prose, is_flushed=False)
            os.write(writing, "".join(f"{i}\n" for i in group).encode())


def _save(corpus: Corpus, i: int, has_prose: bool, *, is_flushed: bool) -> None:
    prose = f"第{i}号渠道单一，互动不足。" if has_prose else ""
    figures = dict.fromkeys((f"m{k}" for k in range(METRICS)), i)
    result = corpus.save(
        digest(figures, name=f"第{i}乡", file=f"{i}.txt", prose=prose), is_flushed=is_flushed
    )
    assert result.result in ("saved", "unchanged"), result


def _check(folder: Path, said: set[int]) -> None:
    if not (folder / STORE).exists():
        assert not said
        return
    db = sqlite3.connect(folder / STORE)
    assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    if db.execute("pragma user_version").fetchone() == (0,):
        assert not said
        return
    rows = db.execute(
        """select i.name, count(*), (select count(*) from facts f where f.report_id = r.id)
           from reports r join issuers i on i.id = r.issuer_id group by i.name"""
    ).fetchall()
    db.close()
    held = {int(name[1:-1]): (reports, facts) for name, reports, facts in rows}
    assert said <= held.keys(), "a saved report is lost"
    assert set(held.values()) <= {(1, METRICS)}, "half a report, or one twice"


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        int(sys.argv[2]),
        int(sys.argv[3]),
        float(sys.argv[4]),
        sys.argv[5] == "1",
        int(sys.argv[6]),
    )
