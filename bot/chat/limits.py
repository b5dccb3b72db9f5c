"""How fast one chat may ask: a bucket of tokens a chat, refilled with time."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

_CHATS = 10_000  # buckets in memory before the full ones are dropped


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float
    warned_at: float


class Limits:
    """`burst` questions at once, then one each `every` seconds; a warning now and then."""

    def __init__(
        self,
        *,
        burst: int = 20,
        every: float = 1.0,
        warn_every: float = 10.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._burst = burst
        self._every = every
        self._warn_every = warn_every
        self._clock = clock
        self._buckets: dict[int, _Bucket] = {}

    def take(self, chat: int) -> bool:
        """Whether the chat may ask now; if so, one token is gone."""
        bucket = self._bucket(chat)
        if bucket.tokens < 1:
            return False
        bucket.tokens -= 1
        return True

    def is_due_a_warning(self, chat: int) -> bool:
        """Whether the chat should be told; not at each message, which would be a flood too."""
        bucket = self._bucket(chat)
        if bucket.at - bucket.warned_at < self._warn_every:
            return False
        bucket.warned_at = bucket.at
        return True

    def seconds_to_wait(self, chat: int) -> int:
        """After how many seconds the chat may ask again."""
        return max(1, ceil((1 - self._bucket(chat).tokens) * self._every))

    def size(self) -> int:
        """How many chats are being counted."""
        return len(self._buckets)

    def _bucket(self, chat: int) -> _Bucket:
        now = self._clock()
        if len(self._buckets) > _CHATS:
            self._drop_full(now)
        bucket = self._buckets.setdefault(chat, _Bucket(self._burst, now, -self._warn_every))
        bucket.tokens = min(self._burst, bucket.tokens + (now - bucket.at) / self._every)
        bucket.at = now
        return bucket

    def _drop_full(self, now: float) -> None:
        rest = self._burst * self._every
        self._buckets = {c: b for c, b in self._buckets.items() if now - b.at < rest}
