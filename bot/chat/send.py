"""Sending messages so that they arrive once, whatever Telegram objects to."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, NetworkError, TelegramError

from bot.chat.render import Button, Message

_log = logging.getLogger(__name__)
_PAUSES = (0.5, 2.0)  # seconds before a send that the server said has failed is tried again
_TYPING_LASTS = 4.5  # seconds; Telegram shows it for five
_TYPING_WAIT = 1.0  # seconds that an answer waits for its typing sign, lest that comes after


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reply goes: a chat, a topic in it, and perhaps the message it replies to."""

    chat: int
    thread: int | None = None
    reply_to: int | None = None


async def send(bot: Bot, place: Place, messages: Sequence[Message]) -> None:
    """Send the messages in order; what Telegram refuses to format goes out plain."""
    for message in messages:
        await _send_message(bot, place, message)


@asynccontextmanager
async def typing(bot: Bot, place: Place) -> AsyncIterator[None]:
    """Show that an answer is coming for as long as the block runs; its failure is nobody's."""
    has_shown = asyncio.Event()
    task = asyncio.create_task(_type(bot, place, has_shown))
    try:
        yield
        with suppress(TimeoutError):
            await asyncio.wait_for(has_shown.wait(), _TYPING_WAIT)
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _type(bot: Bot, place: Place, has_shown: asyncio.Event) -> None:
    while True:
        with suppress(TelegramError):
            await bot.send_chat_action(
                place.chat, ChatAction.TYPING, message_thread_id=place.thread
            )
        has_shown.set()
        await asyncio.sleep(_TYPING_LASTS)


async def _send_message(bot: Bot, place: Place, message: Message) -> None:
    try:
        await _post(bot, place, message.html, message.buttons, ParseMode.HTML)
    except BadRequest as refusal:
        _log.warning("Telegram refused a formatted message (%s); sending it plain", refusal)
        await _send_plain(bot, place, message)


async def _send_plain(bot: Bot, place: Place, message: Message) -> None:
    try:
        await _post(bot, place, message.plain, message.buttons, None)
    except BadRequest as refusal:
        if not message.buttons:
            raise
        _log.warning("Telegram refused the buttons (%s); sending without", refusal)
        await _post(bot, place, message.plain, (), None)


async def _post(
    bot: Bot, place: Place, text: str, buttons: tuple[tuple[Button, ...], ...], mode: str | None
) -> None:
    for pause in (*_PAUSES, None):
        try:
            await bot.send_message(
                chat_id=place.chat,
                text=text,
                parse_mode=mode,
                reply_markup=_keyboard(buttons),
                message_thread_id=place.thread,
                reply_parameters=_reply_parameters(place),
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        except NetworkError as error:
            if pause is None or not _has_failed_for_sure(error):
                raise
            await asyncio.sleep(pause)
        else:
            return


def _has_failed_for_sure(error: NetworkError) -> bool:
    """Whether the server itself said that it failed (5xx).

    What timed out or broke off may have been delivered: sending it again could say it twice.
    """
    return type(error) is NetworkError and error.__cause__ is None


def _keyboard(buttons: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(b.label, callback_data=b.data) for b in row] for row in buttons]
    )


def _reply_parameters(place: Place) -> ReplyParameters | None:
    if place.reply_to is None:
        return None
    return ReplyParameters(place.reply_to, allow_sending_without_reply=True)
