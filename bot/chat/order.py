"""Many chats at once, each chat in order: a slow answer keeps only its own chat waiting."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

# The library's own bound; waiting updates count, so it must hold all that may wait.
_WAITING = 100_000


class ChatOrder(BaseUpdateProcessor):
    """Processes the updates of a chat one after the other, those of different chats together."""

    __slots__ = ("_locks", "_waiting")

    def __init__(self) -> None:
        super().__init__(_WAITING)
        self._locks: dict[int, asyncio.Lock] = {}
        self._waiting: dict[int, int] = {}

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn, then process."""
        chat = update.effective_chat if isinstance(update, Update) else None
        async with self._turn(chat.id if chat else 0):
            await coroutine

    @asynccontextmanager
    async def _turn(self, chat: int) -> AsyncIterator[None]:
        lock = self._locks.setdefault(chat, asyncio.Lock())
        self._waiting[chat] = self._waiting.get(chat, 0) + 1
        try:
            async with lock:  # asyncio's locks are fair: first come, first served
                yield
        finally:
            self._waiting[chat] -= 1
            if not self._waiting[chat]:
                del self._waiting[chat], self._locks[chat]
