"""The bot as a process: built, signed in, fed by polling or webhook, stopped by a signal."""

import asyncio
import logging
import re
import signal
import socket
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from telegram import BotCommand, Update
from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError
from telegram.ext import (
    AIORateLimiter,
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)
from telegram.request import BaseRequest, HTTPXRequest, RequestData

from bot.chat.handlers import Brain, Handlers
from bot.chat.limits import Limits
from bot.chat.memory import Memory
from bot.chat.order import ChatOrder
from bot.chat.phrases import phrases_in
from bot.chat.redact import hide_in_logs
from bot.settings import Address, Settings
from bot.types import Ask, Lang
from index.errors import FetchError, ReportIndexError, SettingError

_log = logging.getLogger(__name__)
_TELEGRAM = "https://api.telegram.org"
_UPDATES = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY)
_TIDY_EVERY = 3600.0  # seconds

App = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Timing:
    """How long to wait for Telegram, in seconds, and how often to try."""

    request: float = 10.0
    poll: int = 25
    silence: float = 180.0  # without any end of a poll, good or bad: polling hangs
    complaint: float = 60.0  # between two log lines on the same trouble
    retries: int = 10  # at the start, with growing pauses: about three minutes


class Unauthorized(ReportIndexError):
    """Telegram does not accept the token."""

    def __init__(self) -> None:
        super().__init__(
            "Telegram 不接受 NIANBAO_TELEGRAM_TOKEN 的令牌，请向 @BotFather 核对或换新。"
            "(Telegram does not accept the token in NIANBAO_TELEGRAM_TOKEN; "
            "check it with @BotFather.)"
        )


def run_bot(
    settings: Settings,
    ask: Ask,
    *,
    examples: Callable[[Lang], tuple[str, ...]],
    status: Callable[[Lang], str],
) -> None:
    """Run until SIGTERM or SIGINT; raises ReportIndexError where the bot cannot work."""
    hide_in_logs(_secrets(settings))
    asyncio.run(_run(settings, Brain(ask, examples, status)))


async def serve(
    settings: Settings,
    brain: Brain,
    stop: asyncio.Event,
    *,
    timing: Timing = Timing(),
    limits: Limits | None = None,
) -> None:
    """Answer until `stop` is set."""
    if settings.telegram_token is None:
        raise SettingError("NIANBAO_TELEGRAM_TOKEN", "", "a token from @BotFather")
    memory = await asyncio.to_thread(Memory.open, settings.data / "chats.db")
    try:
        handlers = Handlers(
            brain, memory, settings.lang, settings.allowed_chats, limits or Limits()
        )
        await _Service(settings, handlers, stop, timing).run()
    finally:
        memory.close()


def build_app(
    settings: Settings, handlers: Handlers, timing: Timing, polls: BaseRequest | None = None
) -> App:
    """The application: one line for each thing that people can do."""
    builder = (
        ApplicationBuilder()
        .token(settings.telegram_token or "")
        .base_url(f"{settings.telegram_api or _TELEGRAM}/bot")
        .base_file_url(f"{settings.telegram_api or _TELEGRAM}/file/bot")
        .request(_request(settings, timing))
        .get_updates_request(polls or _request(settings, timing))
        .rate_limiter(AIORateLimiter(max_retries=3))
        .concurrent_updates(ChatOrder())
        .job_queue(None)
    )
    app: App = builder.build()
    text = filters.TEXT
    app.add_handler(TypeHandler(Update, handlers.on_update), group=-1)
    app.add_handler(CallbackQueryHandler(handlers.on_choice, r"^c:(\d{1,18}):(\d{1,4})$"))
    app.add_handler(CallbackQueryHandler(handlers.on_source, r"^s:(\d{1,18})$"))
    app.add_handler(CallbackQueryHandler(handlers.on_unknown_button))
    app.add_handler(MessageHandler(_command("start"), handlers.on_start))
    app.add_handler(MessageHandler(_command("help"), handlers.on_help))
    app.add_handler(MessageHandler(_command("status"), handlers.on_status))
    app.add_handler(MessageHandler(_command("forget"), handlers.on_forget))
    app.add_handler(MessageHandler(_command("[a-z][a-z0-9_]*"), handlers.on_help))
    app.add_handler(MessageHandler(text & filters.UpdateType.EDITED, handlers.on_edited))
    app.add_handler(MessageHandler(text, handlers.on_question))
    app.add_handler(
        MessageHandler(filters.UpdateType.MESSAGE & ~filters.StatusUpdate.ALL, handlers.on_media)
    )
    app.add_error_handler(handlers.on_error)
    return app


def _command(name: str) -> filters.BaseFilter:
    # By the text and not by Telegram's entities, so that "@our_bot /help" is a command as well.
    return filters.Regex(rf"(?i)^\s*(?:@\w+\s+)?/{name}(?:@\w+)?(?:\s|$)")


class _Polls(HTTPXRequest):
    """The connection of polling, which knows when a poll last ended and whether it may go on."""

    __slots__ = ("ended_at", "is_rejected")

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.ended_at = time.monotonic()
        self.is_rejected = False

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **kw: Any
    ) -> tuple[int, bytes]:
        """Ask, and note the end."""
        try:
            code, body = await super().do_request(url, method, request_data, *args, **kw)
        finally:
            self.ended_at = time.monotonic()
        # The library ends its polling task on these without telling anybody.
        self.is_rejected = self.is_rejected or code in (401, 404)
        return code, body


class _Service:
    """The application's life, from signing in to the last answer."""

    def __init__(
        self, settings: Settings, handlers: Handlers, stop: asyncio.Event, timing: Timing
    ) -> None:
        self._settings = settings
        self._handlers = handlers
        self._stop = stop
        self._timing = timing
        self._polls = _Polls(**_request_options(settings, timing))
        self._app = build_app(settings, handlers, timing, self._polls)
        self._complained_at = 0.0

    async def run(self) -> None:
        app, menu = self._app, None
        try:
            if not await self._sign_in():
                return
            await app.start()
            if await self._unless_stopped(self._listen()):
                menu = asyncio.create_task(self._offer_commands())
                await self._watch()
        except InvalidToken:
            raise Unauthorized from None
        finally:
            if menu:
                menu.cancel()
            await self._shut_down()

    async def _sign_in(self) -> bool:
        """Reach Telegram, with patience; False when stopped meanwhile."""
        pause = 1.0
        for left in range(self._timing.retries, -1, -1):
            try:
                return await self._unless_stopped(self._app.initialize())
            except InvalidToken:
                raise
            except TelegramError as error:
                if not left:
                    raise self._unreachable(error) from None
                _log.warning(
                    "连接不上 Telegram (%s)，%.0f 秒后再试；需要代理请设 NIANBAO_TELEGRAM_PROXY。"
                    " (Telegram cannot be reached; trying again.)",
                    error,
                    pause,
                )
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), pause)
            pause = min(30.0, pause * 1.5)
        return False

    async def _listen(self) -> None:
        try:
            if self._settings.webhook_url:
                await self._start_webhook(self._settings.webhook_url)
            else:
                await self._start_polling()
        except InvalidToken:
            raise
        except TelegramError as error:
            raise self._unreachable(error) from None
        _log.info("@%s is listening", self._app.bot.username)

    async def _start_polling(self) -> None:
        assert self._app.updater
        self._polls.ended_at = time.monotonic()
        await self._app.updater.start_polling(
            timeout=self._timing.poll,
            bootstrap_retries=self._timing.retries,
            allowed_updates=_UPDATES,
            error_callback=self._on_poll_error,
        )

    async def _start_webhook(self, url: str) -> None:
        assert self._app.updater
        listening = _listening_socket(self._settings.webhook_listen)
        try:
            await self._app.updater.start_webhook(
                unix=listening,
                url_path=re.escape(urlsplit(url).path.strip("/")),
                webhook_url=url,
                secret_token=self._settings.webhook_secret,
                bootstrap_retries=self._timing.retries,
                allowed_updates=_UPDATES,
            )
        except BaseException as error:
            listening.close()
            if not isinstance(error, BadRequest):
                raise
            expected = f"an address that Telegram accepts ({error})"
            raise SettingError("NIANBAO_WEBHOOK_URL", url, expected) from None

    async def _watch(self) -> None:
        """Wait for the end; meanwhile mend polling that hangs, and delete what is old."""
        tidied_at = time.monotonic()
        while not self._stop.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), min(1.0, self._timing.silence / 4))
            if self._polls.is_rejected:
                raise Unauthorized
            now = time.monotonic()
            if not self._settings.webhook_url and (
                now - self._polls.ended_at > self._timing.poll + self._timing.silence
            ):
                _log.error("polling has been silent for too long; starting it again")
                await self._stop_listening()
                await self._unless_stopped(self._listen())
            if now - tidied_at > _TIDY_EVERY:
                tidied_at = now
                await asyncio.to_thread(self._handlers.memory.tidy)

    def _on_poll_error(self, error: TelegramError) -> None:
        now = time.monotonic()
        if self._complained_at and now - self._complained_at < self._timing.complaint:
            return
        self._complained_at = now
        if isinstance(error, Conflict):
            _log.error(
                "另一个程序正用同一令牌收取消息，请停掉其中一个；本程序会继续尝试。 "
                "(Another program polls with the same token; stop one of them. Still trying. %s)",
                error,
            )
        else:
            _log.warning("收取消息失败，会继续尝试。 (Polling failed, still trying: %s)", error)

    async def _offer_commands(self) -> None:
        """Fill the menu of commands; the bot works as well without."""
        try:
            await self._app.bot.set_my_commands(_commands(self._settings.lang))
            for lang in Lang:
                await self._app.bot.set_my_commands(_commands(lang), language_code=lang.value)
        except TelegramError as error:
            _log.warning("the menu of commands could not be set: %s", error)

    async def _unless_stopped(self, step: Coroutine[Any, Any, None]) -> bool:
        """Do the step; False when it was given up because the end came first."""
        task, end = asyncio.create_task(step), asyncio.create_task(self._stop.wait())
        try:
            await asyncio.wait((task, end), return_when=asyncio.FIRST_COMPLETED)
            if not task.done():
                return False
            task.result()
            return True
        finally:
            task.cancel()
            end.cancel()
            await asyncio.gather(task, end, return_exceptions=True)

    async def _stop_listening(self) -> None:
        updater = self._app.updater
        if updater and updater.running:
            # Its polling task may have ended with an error, which comes out here.
            with suppress(TelegramError):
                await updater.stop()

    async def _shut_down(self) -> None:
        await self._stop_listening()
        if self._app.running:
            _log.info("finishing the answers that were begun")
            await self._app.stop()
        await self._app.shutdown()
        # Where signing in failed, these were opened all the same.
        await self._app.bot.shutdown()
        await self._polls.shutdown()

    def _unreachable(self, error: TelegramError) -> FetchError:
        return FetchError(
            self._settings.telegram_api or _TELEGRAM,
            f"连接不上 Telegram，请检查网络或 NIANBAO_TELEGRAM_PROXY "
            f"(Telegram cannot be reached: {error})",
        )


async def _run(settings: Settings, brain: Brain) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def end() -> None:
        stop.set()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)  # a second signal ends at once

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, end)
    await serve(settings, brain, stop)


def _listening_socket(listen: Address) -> socket.socket:
    # Bound here and not by the library, which says less where it cannot be.
    family = socket.AF_INET6 if ":" in listen.host else socket.AF_INET
    try:
        listening = socket.create_server((listen.host, listen.port), family=family, backlog=128)
    except OSError as error:
        expected = f"an address that is free to listen on ({error.strerror})"
        where = f"{listen.host}:{listen.port}"
        raise SettingError("NIANBAO_WEBHOOK_LISTEN", where, expected) from None
    listening.setblocking(False)
    return listening


def _request(settings: Settings, timing: Timing) -> HTTPXRequest:
    return HTTPXRequest(**_request_options(settings, timing))


def _request_options(settings: Settings, timing: Timing) -> dict[str, Any]:
    options: dict[str, Any] = {
        "proxy": settings.telegram_proxy,
        "connect_timeout": timing.request,
        "read_timeout": timing.request,
        "write_timeout": timing.request,
        "pool_timeout": timing.request,
    }
    if settings.telegram_api:
        # A server of one's own stands near: proxies of the environment are not meant for it.
        options["httpx_kwargs"] = {"trust_env": False}
    return options


def _commands(lang: Lang) -> list[BotCommand]:
    return [BotCommand(name, text) for name, text in phrases_in(lang).commands]


def _secrets(settings: Settings) -> list[str]:
    proxy = settings.telegram_proxy and urlsplit(settings.telegram_proxy).password
    return [s for s in (settings.telegram_token, settings.webhook_secret, proxy) if s]
