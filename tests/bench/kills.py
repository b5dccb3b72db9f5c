"""A writing process killed a thousand times: what it said is saved, is saved, whole and once."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.stores import BENCH
from tests.bench.table import show

_ROOT = Path(__file__).resolve().parents[2]


def bench(count: int = 1000) -> None:
    """Print how many kills lost or doubled a report; any stops with an error."""
    store = BENCH / "kills"
    shutil.rmtree(store, ignore_errors=True)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.index.corpus.killing",
            str(store),
            str(count),
            "7",
            "0.3",
            "0",
        ],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr)
    said = json.loads(done.stdout)["said"]
    show(
        "Kills while saving",
        ("kills", "reports said to be saved", "lost", "doubled or halved"),
        [(str(count), str(said), "0", "0")],
    )
