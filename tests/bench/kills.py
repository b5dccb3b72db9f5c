"""A writing process killed a thousand times: what it said is saved, is saved, whole and once."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.stores import BENCH
from tests.bench.table import show

_ROOT = Path(__file__).resolve().parents[2]
_EACH = 50  # kills of one store: every kill is followed by a check of all that it holds


def bench(count: int = 1000) -> None:
    """Print how many kills lost or doubled a report; any stops with an error."""
    said = sum(
        _killed(seed, min(_EACH, count - _EACH * seed)) for seed in range(-(-count // _EACH))
    )
    show(
        "Kills while saving",
        ("kills", "reports said to be saved", "lost", "doubled or halved"),
        [(str(count), str(said), "0", "0")],
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
