"""Running the real application in a test, and waiting for what it does."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from bot.chat.app import Timing, serve
from bot.chat.handlers import Brain
from bot.chat.limits import Limits
from bot.settings import Settings
from tests.bot.chat.brain import BRAIN
from tests.bot_api import BotApi, Sent

QUICK = Timing(request=1.0, poll=2, silence=60.0, retries=2)
PATIENCE = 5.0  # seconds until a test gives up waiting


@asynccontextmanager
async def running(
    settings: Settings,
    api: BotApi,
    brain: Brain = BRAIN,
    timing: Timing = QUICK,
    limits: Limits | None = None,
) -> AsyncIterator[asyncio.Task[None]]:
    """The bot, from listening until it has stopped cleanly."""
    stop = asyncio.Event()
    task = asyncio.create_task(serve(settings, brain, stop, timing=timing, limits=limits))
    try:
        method = "setWebhook" if settings.webhook_url else "getUpdates"
        await until(lambda: task.done() or bool(api.called(method)))
        if settings.webhook_url:
            await until(lambda: task.done() or is_open(settings.webhook_listen.port))
        yield task
    finally:
        stop.set()
        await asyncio.wait_for(task, PATIENCE)


async def until(condition: Callable[[], bool]) -> None:
    """Wait for a condition, without any of the threads that the bot itself works with."""
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.005)


async def say(api: BotApi, chat: int, text: str | None = None, **more: Any) -> int:
    """Write to the bot; a webhook is called from here, so not on the bot's own loop."""
    return await asyncio.to_thread(lambda: api.say(chat, text, **more))


async def replies(api: BotApi, chat: int, count: int) -> list[Sent]:
    """The bot's messages to the chat, once there are so many."""
    await until(lambda: len(api.in_chat(chat)) >= count)
    return api.in_chat(chat)


async def nothing_more(api: BotApi, chat: int, count: int) -> None:
    """Make sure that the chat has so many messages, and stays so while another chat is served."""
    other = 999_000 + len(api.sent)
    await say(api, other, "状态")
    await replies(api, other, 1)
    assert len(api.in_chat(chat)) == count


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def is_open(port: int) -> bool:
    with socket.socket() as sock:
        return sock.connect_ex(("127.0.0.1", port)) == 0
