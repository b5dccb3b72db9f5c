"""One question in a new process, beside an interpreter that does nothing."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from tests.bench.stores import BENCH, sample_store
from tests.bench.table import ratio, show

_RUNS = 9
_ROOT = Path(__file__).resolve().parents[2]


def bench() -> None:
    """Print the time of cold processes, on the clock and of the processor."""
    store = str(sample_store())
    program = [sys.executable, "-m", "bot", "--data", store]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "ask a number": [*program, "ask", "清水乡2024年收到多少件申请？", "--json"],
        "ask for wording": [*program, "ask", "哪些单位提到网站更新不及时", "--json"],
        "search": [*program, "search", "网站更新慢", "--json"],
        "status": [*program, "status", "--json"],
    }
    times = {name: _medians(command) for name, command in commands.items()}
    base = times["python -c pass"]
    show(
        f"Cold processes (medians of {_RUNS})",
        ("command", "wall", "of python -c pass", "CPU"),
        [
            (name, f"{wall:.3f} s", ratio(wall, base[0]), f"{cpu:.3f} s")
            for name, (wall, cpu) in times.items()
        ],
    )


def _medians(command: list[str]) -> tuple[float, float]:
    """The seconds that a command takes, and those of the processor."""
    # As installed: compiled once, also where the environment keeps nothing of it.
    kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(BENCH / "compiled")}
    environment = {**os.environ, **kept}

    def run() -> tuple[float, float]:
        before = os.times()
        subprocess.run(command, cwd=_ROOT, env=environment, check=True, capture_output=True)
        after = os.times()
        return after.elapsed - before.elapsed, _of_children(after) - _of_children(before)

    run()
    walls, processors = zip(*(run() for _ in range(_RUNS)), strict=True)
    return median(walls), median(processors)


def _of_children(times: os.times_result) -> float:
    return times.children_user + times.children_system
