"""chats.db: what each chat said last, so that a restart forgets nothing and 30 days forget all.

It has a file of its own, outside the lock of ingesting; the bot alone writes it.
"""

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.types import Answer, Choice, Citation, Context, Lang, Quote, Turn
from index.errors import StoreError, StoreTooNew

KEPT_SECONDS = 30 * 24 * 3600
_KEPT_TURNS = 100  # of each chat; buttons of older answers have expired
_KEPT_SOURCES = 60  # of each answer
_VERSION = 1
_TABLES = """
create table turns (
    id integer primary key autoincrement,  -- never used twice: buttons hold it
    chat integer not null,
    message integer,                       -- the question's, so that an edit finds its turn
    asked text,
    context text,                          -- null for an offer of examples
    answer text not null,
    at real not null
) strict;
create index turns_of_chat on turns (chat, id);
create index turns_by_age on turns (at);
create table chats (chat integer primary key, lang text not null, at real not null) strict;
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the buttons under an answer need later."""

    lang: Lang
    choices: tuple[Choice, ...] = ()
    sources: tuple[Citation, ...] = ()
    passages: tuple[Quote, ...] = ()
    unlisted: int = 0

    @classmethod
    def from_answer(cls, answer: Answer) -> "Kept":
        """What is kept of an answer: everything but its text and values."""
        sources, passages = answer.sources[:_KEPT_SOURCES], answer.passages[:_KEPT_SOURCES]
        left = len(answer.sources) - len(sources) + len(answer.passages) - len(passages)
        return cls(answer.lang, answer.choices, sources, passages, left)

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(
            {
                "lang": self.lang.value,
                "choices": [c.as_json() for c in self.choices],
                "sources": [s.as_json() for s in self.sources],
                "passages": [p.as_json() for p in self.passages],
                "unlisted": self.unlisted,
            },
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, text: str) -> "Kept":
        """What `to_json` wrote."""
        found = json.loads(text)
        return cls(
            Lang(found["lang"]),
            tuple(Choice(**c) for c in found["choices"]),
            tuple(Citation(**s) for s in found["sources"]),
            tuple(Quote(**p) for p in found["passages"]),
            found["unlisted"],
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was answered: its words, and the context in which they were asked."""

    text: str
    before: Context | None


class Memory:
    """The file chats.db, opened; usable from any thread."""

    def __init__(self, db: sqlite3.Connection, clock: Callable[[], float]) -> None:
        self._db = db
        self._clock = clock
        self._lock = threading.Lock()

    @classmethod
    def open(cls, path: Path, *, clock: Callable[[], float] = time.time) -> "Memory":
        """Open or create the file; raises StoreError where that cannot be."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)  # what people ask is nobody else's business
            db = _connect(path)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"{path} cannot be used: {error} (会话记录无法打开)") from error
        memory = cls(db, clock)
        memory.tidy()
        return memory

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def context(self, chat: int) -> Context | None:
        """What the last question of the chat left to follow up on."""
        with self._transaction() as db:
            return _context_before(db, chat, None)

    def asked(self, chat: int, message: int) -> Asked | None:
        """The question in that message, if it was answered and is still kept."""
        query = "select min(id), max(id) from turns where chat = ? and message = ?"
        with self._transaction() as db:
            first, last = db.execute(query, (chat, message)).fetchone()
            if first is None:
                return None
            (text,) = db.execute("select asked from turns where id = ?", (last,)).fetchone()
            return Asked(text, _context_before(db, chat, first))

    def lang(self, chat: int) -> Lang | None:
        """The language of the chat's last answer."""
        with self._transaction() as db:
            row = db.execute("select lang from chats where chat = ?", (chat,)).fetchone()
        return Lang(row[0]) if row else None

    def remember(self, chat: int, message: int | None, asked: str, turn: Turn) -> int:
        """Keep a turn and its language; gives the number that its buttons carry."""
        kept = Kept.from_answer(turn.answer)
        now = self._clock()
        with self._transaction() as db:
            db.execute(
                "insert into chats (chat, lang, at) values (?, ?, ?)"
                " on conflict (chat) do update set lang = excluded.lang, at = excluded.at",
                (chat, kept.lang.value, now),
            )
            return _insert(db, (chat, message, asked, turn.context.to_json(), kept.to_json(), now))

    def offer(self, chat: int, kept: Kept) -> int:
        """Keep questions that are offered without having been asked for."""
        with self._transaction() as db:
            return _insert(db, (chat, None, None, None, kept.to_json(), self._clock()))

    def kept(self, chat: int, turn: int) -> Kept | None:
        """What the buttons of that turn stand for; None when it is gone or another chat's."""
        with self._transaction() as db:
            row = db.execute(
                "select answer from turns where id = ? and chat = ?", (turn, chat)
            ).fetchone()
        try:
            return Kept.from_json(row[0]) if row else None
        except (KeyError, TypeError, ValueError):  # written by another version of the program
            return None

    def forget(self, chat: int) -> None:
        """Delete everything of the chat."""
        with self._transaction() as db:
            db.execute("delete from turns where chat = ?", (chat,))
            db.execute("delete from chats where chat = ?", (chat,))

    def tidy(self) -> None:
        """Delete what is older than 30 days."""
        oldest = (self._clock() - KEPT_SECONDS,)
        with self._transaction() as db:
            db.execute("delete from turns where at < ?", oldest)
            db.execute("delete from chats where at < ?", oldest)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._db:
            yield self._db


def _connect(path: Path) -> sqlite3.Connection:
    # One connection for all threads, behind the lock of Memory.
    db = sqlite3.connect(path, timeout=5, check_same_thread=False)
    try:
        # Deleted words are overwritten, and no write-ahead log keeps them a while longer.
        db.execute("pragma secure_delete = on")
        db.execute("pragma journal_mode = truncate")
        (version,) = db.execute("pragma user_version").fetchone()
        if version > _VERSION:
            raise StoreTooNew(str(path), version, _VERSION)
        if version == 0:
            db.executescript(f"begin; {_TABLES} pragma user_version = {_VERSION}; commit;")
    except BaseException:
        db.close()
        raise
    return db


def _insert(
    db: sqlite3.Connection, row: tuple[int, int | None, str | None, str | None, str, float]
) -> int:
    turn = db.execute(
        "insert into turns (chat, message, asked, context, answer, at) values (?, ?, ?, ?, ?, ?)",
        row,
    ).lastrowid
    assert turn is not None
    db.execute(
        "delete from turns where chat = ?1 and id <="
        " (select id from turns where chat = ?1 order by id desc limit 1 offset ?2)",
        (row[0], _KEPT_TURNS),
    )
    return turn


def _context_before(db: sqlite3.Connection, chat: int, turn: int | None) -> Context | None:
    row = db.execute(
        "select context from turns where chat = ?1 and context is not null"
        " and (?2 is null or id < ?2) order by id desc limit 1",
        (chat, turn),
    ).fetchone()
    try:
        return Context.from_json(row[0]) if row else None
    except (TypeError, ValueError):  # written by another version of the program
        return None
