import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.ingest.pool import Pool

ROOT = Path(__file__).resolve().parents[3]


def work(task: int | str) -> str:
    """What the processes of these tests do."""
    if task == "crash":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "hang":
        time.sleep(60)
    if task == "slow":
        time.sleep(0.3)
    return f"{task} done"


def lost(task: int | str, reason: str) -> str:
    return f"{task} lost: {reason}"


def test_results_come_in_the_order_of_the_tasks() -> None:
    tasks = ["slow", *range(40)]
    pool = Pool[int | str, str](work, lost, 2)
    assert list(pool.run(tasks)) == [f"{task} done" for task in tasks]


def test_a_task_that_kills_its_process_is_lost_and_no_other() -> None:
    tasks: list[int | str] = [1, 2, "crash", 3, 4, "crash", *range(5, 20)]
    results = list(Pool[int | str, str](work, lost, 2).run(tasks))
    assert [r.split(" ")[1] for r in results] == [
        "lost:" if task == "crash" else "done" for task in tasks
    ]
    assert "意外终止" in results[2]


def test_a_task_that_does_not_end_is_given_up() -> None:
    tasks: list[int | str] = [1, "hang", 2, 3]
    results = list(Pool[int | str, str](work, lost, 2, limit=5.0).run(tasks))
    assert [r.split(" ")[1] for r in results] == ["done", "lost:", "done", "done"]
    assert "5 秒" in results[1]


def test_tasks_are_taken_only_as_they_are_needed() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for i in range(1000):
            taken.append(i)
            yield i

    run = Pool[int | str, str](work, lost, 2).run(tasks())
    assert next(run) == "0 done"
    assert len(taken) < 30
    run.close()  # type: ignore[attr-defined]


def test_no_tasks_give_no_results() -> None:
    assert list(Pool[int | str, str](work, lost, 2).run([])) == []


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to look for processes")
def test_the_processes_end_when_their_owner_is_killed() -> None:
    script = (
        "from tests.index.ingest.test_pool import Pool, work, lost\n"
        "if __name__ == '__main__':\n"
        "    pool = Pool(work, lost, 2)\n"
        "    run = pool.run(range(10**9))\n"
        "    next(run)\n"
        "    print(*[w.process.pid for w in pool._workers], flush=True)\n"
        "    for _ in run: pass\n"
    )
    owner = subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert owner.stdout is not None
    workers = [int(pid) for pid in owner.stdout.readline().split()]
    owner.kill()
    owner.wait()
    owner.stdout.close()
    deadline = time.monotonic() + 20
    while any(_is_running(pid) for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(workers) == 2
    assert not any(_is_running(pid) for pid in workers)


def _is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
