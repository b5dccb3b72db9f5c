"""One question in a new process, beside an interpreter that does nothing."""

import subprocess
import sys
from pathlib import Path
from statistics import median

from tests.bench.stores import sample_store
from tests.bench.table import ratio, seconds, show

_RUNS = 9
_ROOT = Path(__file__).resolve().parents[2]


def bench() -> None:
    """Print the median wall time of cold processes."""
    store = str(sample_store())
    program = [sys.executable, "-m", "bot", "--data", store]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "ask a number": [*program, "ask", "清水乡2024年收到多少件申请？", "--json"],
        "ask for wording": [*program, "ask", "哪些单位提到网站更新不及时", "--json"],
        "search": [*program, "search", "网站更新慢", "--json"],
        "status": [*program, "status", "--json"],
    }
    times = {name: _median(command) for name, command in commands.items()}
    base = times["python -c pass"]
    show(
        f"Cold processes (median of {_RUNS})",
        ("command", "wall", "of python -c pass"),
        [(name, f"{t:.3f} s", ratio(t, base)) for name, t in times.items()],
    )


def _median(command: list[str]) -> float:
    def run() -> None:
        subprocess.run(command, cwd=_ROOT, check=True, capture_output=True)

    run()
    return median(seconds(run) for _ in range(_RUNS))
