"""Connections to the SQLite file: many that read, one at a time that writes."""

import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from index.errors import StoreError, StoreLocked
from index.schema import NEWEST, empty_store, migrate, version_of

STORE = "reports.db"
LOCK = "writer.lock"
_PATIENCE = 10.0  # seconds to wait for another connection
# A report touches the index of every metric: few of its pages are read or written only once.
_CACHE = 65_536  # KB
_CHECKPOINT = 8_000  # pages


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a sentence that says what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise StoreError(_sentence(path, error)) from error


class Readers:
    """Connections that read a store, one for each thread; an absent store reads as empty."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._lock = threading.Lock()

    def connection(self) -> sqlite3.Connection:
        """The connection of this thread; opened anew where the file is another one by now."""
        held: _Opened | None = getattr(self._local, "opened", None)
        if held and held.db.in_transaction:
            return held.db
        identity = self.identity()
        if held is None or held.identity != identity:
            held = self._local.opened = self._open(identity)
        return held.db

    def identity(self) -> "Identity | None":
        """What tells the file from another that is put in its place; None where there is none."""
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreError(_no_access(self._path, error)) from error
        return found.st_dev, found.st_ino

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for db in self._all:
                db.close()
            self._all.clear()

    def _open(self, identity: "Identity | None") -> "_Opened":
        with told(self._path):
            db = connect_reader(self._path) if identity else None
            if db and version_of(db, str(self._path)) < NEWEST:
                db = self._upgraded(db)
        opened = _Opened(db or empty_store(), identity if db else None)
        with self._lock:
            self._all.append(opened.db)
        return opened

    def _upgraded(self, db: sqlite3.Connection) -> sqlite3.Connection | None:
        is_made = version_of(db, str(self._path)) > 0
        db.close()
        if not is_made:  # another process is just making it
            return None
        Writer.open(self._path.parent).close()
        return connect_reader(self._path)


class Writer:
    """The one connection that writes, with the lock that keeps others from writing."""

    def __init__(self, db: sqlite3.Connection, lock: IO[str]) -> None:
        self.db = db
        self._lock = lock

    @classmethod
    def open(cls, folder: Path) -> "Writer":
        """Take the lock and open the store, made or upgraded where needed."""
        lock = _lock(folder)
        try:
            with told(folder / STORE):
                return cls(_connect_writer(folder / STORE), lock)
        except BaseException:
            lock.close()
            raise

    def close(self) -> None:
        """Close the store and let others write."""
        self.db.close()
        self._lock.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is written within is kept together, or none of it.

        One within another is part of it: where the inner one fails, the outer one must.
        """
        if self.db.in_transaction:
            yield self.db
            return
        # Takes a fifth of a second, and who only reads needs none of it.
        from sqlite_utils import Database

        with Database(self.db).atomic():
            yield self.db


def connect_reader(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, for use by any thread, one at a time."""
    db = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro",
        uri=True,
        timeout=_PATIENCE,
        check_same_thread=False,
    )
    db.execute("pragma query_only = 1")
    return db


Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Opened:
    db: sqlite3.Connection
    identity: Identity | None


def _lock(folder: Path) -> IO[str]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / LOCK).open("a")
    except OSError as error:
        raise StoreError(_no_access(folder, error)) from error
    try:
        _take(lock)
    except BlockingIOError as error:
        lock.close()
        raise StoreLocked(str(folder)) from error
    except OSError as error:
        lock.close()
        raise StoreError(_no_access(folder, error)) from error
    return lock


def _take(lock: IO[str]) -> None:
    """Lock a file until it is closed, also by a kill; BlockingIOError where another has it."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error
    else:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _connect_writer(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        version_of(db, str(path))
        db.execute("pragma journal_mode = wal")
        db.execute(f"pragma cache_size = -{_CACHE}")
        db.execute(f"pragma wal_autocheckpoint = {_CHECKPOINT}")
        db.execute("pragma foreign_keys = on")
        migrate(db, str(path))
    except BaseException:
        db.close()
        raise
    return db


def _sentence(path: Path, error: sqlite3.DatabaseError) -> str:
    said = str(error)
    for sign, chinese, english in _SENTENCES:
        if sign in said:
            return f"{path}：{chinese}（{english}；SQLite: {said}）"
    return f"{path}：数据库出错（the store failed；SQLite: {said}）"


_SENTENCES = (
    ("full", "磁盘已满，请腾出空间后再试", "the disk is full"),
    ("disk I/O", "磁盘读写失败，可能已满或有故障", "the disk failed or is full"),
    ("locked", "正被另一个程序占用，请稍后再试", "busy; try again"),
    ("readonly", "没有写入权限", "no permission to write"),
    ("unable to open", "打不开，请检查权限", "cannot be opened; check permissions"),
    (
        "not a database",
        *(_BROKEN := ("文件已损坏，请移走后重新导入", "broken; move it away and ingest again")),
    ),
    ("malformed", *_BROKEN),
)


def _no_access(path: Path, error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{path}：不能用作数据文件夹（cannot be used as the data folder: {reason}）"
