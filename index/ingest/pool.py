"""Reading in several processes, so that one bad file can neither stop nor slow the others."""

import gc
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from time import monotonic
from typing import Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

# A new interpreter, not a fork: a forked one keeps our files and locks open after we are killed.
_CONTEXT = get_context("spawn")
_AHEAD = 4  # tasks given to a process beside the one it works on
# A report makes thousands of objects and hardly one that only a collection could take away.
_BETWEEN_COLLECTIONS = 50_000


@dataclass(slots=True)
class _Worker(Generic[Task]):
    process: BaseProcess
    pipe: Connection
    tasks: deque[tuple[int, Task]] = field(default_factory=deque)
    since: float = 0.0  # when it began the first of its tasks


class Pool(Generic[Task, Result]):
    """Processes that work tasks off; results come in the order of the tasks.

    `lost` makes the result of a task whose process died or took longer than `limit` seconds.
    """

    def __init__(
        self,
        work: Callable[[Task], Result],
        lost: Callable[[Task, str], Result],
        size: int,
        limit: float = 180.0,
    ) -> None:
        self._work = work
        self._lost = lost
        self._size = size
        self._limit = limit
        self._workers: list[_Worker[Task]] = []
        self._waiting = deque[tuple[int, Task]]()
        self._done: dict[int, Result] = {}
        self._told = 0

    def run(self, tasks: Iterable[Task]) -> Iterator[Result]:
        """The results of all tasks, in their order, as they become known."""
        source = enumerate(tasks)
        is_open = True
        self._told = 0
        self._workers = [self._started() for _ in range(self._size)]
        try:
            while True:
                is_open = is_open and self._take(source)
                self._hand_out()
                if self._told in self._done:
                    self._told += 1
                    yield self._done.pop(self._told - 1)
                elif any(worker.tasks for worker in self._workers):
                    self._collect()
                else:
                    return
        finally:
            self.close()

    def is_ready(self) -> bool:
        """Whether the next result is there already, so that nobody has to wait for it."""
        self._collect(patience=0.0)
        return self._told in self._done

    def close(self) -> None:
        """End all processes at once."""
        for worker in self._workers:
            _end(worker)
        self._workers = []

    def _take(self, source: Iterator[tuple[int, Task]]) -> bool:
        """Take as many tasks as there is room for; False when there are no more."""
        under_way = sum(len(worker.tasks) for worker in self._workers)
        room = self._size * (_AHEAD + 1) - under_way - len(self._waiting) - len(self._done)
        for _ in range(room):
            task = next(source, None)
            if task is None:
                return False
            self._waiting.append(task)
        return True

    def _hand_out(self) -> None:
        while self._waiting:
            worker = min(self._workers, key=lambda w: len(w.tasks))
            if len(worker.tasks) > _AHEAD:
                return
            if not worker.tasks:
                worker.since = monotonic()
            worker.tasks.append(self._waiting.popleft())
            try:
                worker.pipe.send(worker.tasks[-1][1])
            except OSError:  # it has died: that is seen when its result is asked for
                return

    def _collect(self, patience: float = 1.0) -> None:
        """Take in what has come, after waiting so many seconds for something."""
        busy = {worker.pipe: worker for worker in self._workers if worker.tasks}
        ready = wait(list(busy), timeout=patience)
        for pipe, worker in busy.items():
            if pipe in ready:
                self._receive(worker)
            elif monotonic() - worker.since > self._limit:
                self._give_up(
                    worker, f"读取超过 {self._limit:g} 秒，已放弃 (took too long to read)"
                )

    def _receive(self, worker: _Worker[Task]) -> None:
        try:
            result: Result = worker.pipe.recv()
        except (EOFError, OSError):
            self._give_up(worker, "读取程序在此文件上意外终止 (the reader crashed on this file)")
            return
        index, _ = worker.tasks.popleft()
        self._done[index] = result
        worker.since = monotonic()

    def _give_up(self, worker: _Worker[Task], reason: str) -> None:
        """Lose the task that a process was at; others take what it had still to do."""
        index, task = worker.tasks.popleft()
        self._done[index] = self._lost(task, reason)
        self._waiting.extendleft(reversed(worker.tasks))
        _end(worker)
        self._workers[self._workers.index(worker)] = self._started()

    def _started(self) -> _Worker[Task]:
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_serve, args=(theirs, self._work), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)


def _serve(pipe: Connection, work: Callable[[Task], Result]) -> None:
    """Work tasks off until the other end is closed, also by a kill."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that writes
    try:
        pipe.send(work(pipe.recv()))
        gc.freeze()  # what the first task loaded stays: no collection need ever look through it
        gc.set_threshold(_BETWEEN_COLLECTIONS)
        while True:
            pipe.send(work(pipe.recv()))
    except (EOFError, OSError):
        return


def _end(worker: _Worker[Task]) -> None:
    worker.process.kill()
    worker.process.join()
    worker.process.close()
    worker.pipe.close()
