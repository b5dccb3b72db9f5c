"""What happens on each thing that people do in Telegram; every handler is a few steps long."""

import asyncio
import logging
import secrets
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatType
from telegram.error import Forbidden, RetryAfter, TelegramError, TimedOut
from telegram.ext import ApplicationHandlerStop, CallbackContext, ExtBot

from bot.chat.addressed import is_for_us, question_in
from bot.chat.limits import Limits
from bot.chat.memory import Kept, Memory
from bot.chat.phrases import Phrases, phrases_in
from bot.chat.render import choice_rows, messages_from, render, sources_from
from bot.chat.send import Place, send, typing
from bot.types import Ask, Choice, Context, Lang

_log = logging.getLogger(__name__)
_WORKERS = 4  # answers made at a time; more would only wait for the processor
_ALBUMS = 100  # media groups remembered, to say the sentence once for ten photos

ChatContext = CallbackContext[ExtBot[Any], Any, Any, Any]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Brain:
    """All that the front end knows of the program: what it was handed."""

    ask: Ask
    examples: Callable[[Lang], tuple[str, ...]]
    status: Callable[[Lang], str]


@dataclass(slots=True)
class Handlers:
    """The handlers, with what they share."""

    brain: Brain
    memory: Memory
    lang: Lang
    allowed: frozenset[int] | None = None
    limits: Limits = field(default_factory=Limits)
    _workers: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_WORKERS))
    _albums: dict[str, None] = field(default_factory=dict)

    async def on_update(self, update: Update, context: ChatContext) -> None:
        """Let through what is addressed to us, from a chat that may ask, at a fair pace."""
        message = update.message or update.edited_message
        is_ours = message is not None and is_for_us(message, context.bot.bot)
        if update.effective_chat is None or not (is_ours or update.callback_query):
            raise ApplicationHandlerStop
        chat = _chat_of(update)
        phrases = await self._phrases(chat)
        if self.allowed is not None and chat not in self.allowed:
            await self._decline(update, context, phrases.refused)
        if not self.limits.take(chat):
            wait = phrases.slow_down.format(seconds=self.limits.seconds_to_wait(chat))
            await self._decline(update, context, wait)

    async def on_start(self, update: Update, context: ChatContext) -> None:
        """Greet, with examples to tap."""
        phrases = await self._phrases(_chat_of(update))
        await self._send_examples(update, context, phrases.start)

    async def on_help(self, update: Update, context: ChatContext) -> None:
        """Explain, with examples to tap."""
        phrases = await self._phrases(_chat_of(update))
        await self._send_examples(update, context, phrases.help)

    async def on_status(self, update: Update, context: ChatContext) -> None:
        """Say what is held."""
        lang = await self._lang(_chat_of(update))
        text = await self._work(lambda: self.brain.status(lang))
        await send(context.bot, _place(update), messages_from(text, phrases_in(lang)))

    async def on_forget(self, update: Update, context: ChatContext) -> None:
        """Delete everything that is kept of the chat."""
        chat = _chat_of(update)
        phrases = await self._phrases(chat)
        await asyncio.to_thread(self.memory.forget, chat)
        await self._say(update, context, phrases.forgotten)

    async def on_question(self, update: Update, context: ChatContext) -> None:
        """Answer a question, in the light of the one before."""
        message = _message_of(update)
        question = question_in(message, context.bot.bot)
        if not question:  # our name alone
            await self.on_help(update, context)
            return
        previous = await self._recall(lambda: self.memory.context(message.chat_id))
        await self._answer(context, _place(update), message.message_id, question, previous)

    async def on_edited(self, update: Update, context: ChatContext) -> None:
        """Answer an edited question anew, as it was asked: in the light of what stood before."""
        message = _message_of(update)
        question = question_in(message, context.bot.bot)
        chat, number = message.chat_id, message.message_id
        asked = await self._recall(lambda: self.memory.asked(chat, number))
        if asked is None:
            await self.on_question(update, context)
        elif question and question != asked.text:  # a link preview is an "edit" too
            place = replace(_place(update), reply_to=number)
            await self._answer(context, place, number, question, asked.before)

    async def on_choice(self, update: Update, context: ChatContext) -> None:
        """Ask what the pressed button stands for."""
        query, (turn, number) = _pressed(update, context)
        chat = _chat_of(update)
        kept = await self._recall(lambda: self.memory.kept(chat, turn))
        if kept is None or number >= len(kept.choices):
            await self.on_unknown_button(update, context)
            return
        await _acknowledge(query)
        previous = await self._recall(lambda: self.memory.context(chat))
        await self._answer(context, _place(update), None, kept.choices[number].q, previous)

    async def on_source(self, update: Update, context: ChatContext) -> None:
        """Show the rows and passages that an answer rests on."""
        query, (turn,) = _pressed(update, context)
        chat = _chat_of(update)
        kept = await self._recall(lambda: self.memory.kept(chat, turn))
        if kept is None:
            await self.on_unknown_button(update, context)
            return
        await _acknowledge(query)
        place = _place(update)
        if query.message:
            place = replace(place, reply_to=query.message.message_id)
        await send(context.bot, place, sources_from(kept, phrases_in(kept.lang)))

    async def on_unknown_button(self, update: Update, context: ChatContext) -> None:
        """Say that a button has expired: older than what is kept, or forgotten."""
        phrases = await self._phrases(_chat_of(update))
        if update.callback_query:
            await _acknowledge(update.callback_query, phrases.expired)

    async def on_media(self, update: Update, context: ChatContext) -> None:
        """Say that only text can be read; once for an album."""
        album = _message_of(update).media_group_id
        if album is not None:
            if album in self._albums:
                return
            self._albums[album] = None
            if len(self._albums) > _ALBUMS:
                del self._albums[next(iter(self._albums))]
        phrases = await self._phrases(_chat_of(update))
        await self._say(update, context, phrases.text_only)

    async def on_error(self, update: object, context: ChatContext) -> None:
        """Log the cause under a number, and give the number to whoever asked."""
        error = context.error
        if isinstance(error, Forbidden):
            _log.info("a chat does not let the bot write to it any more: %s", error)
            return
        incident = secrets.token_hex(4)
        _log.error("incident %s: %s", incident, type(error).__name__, exc_info=error)
        if not isinstance(update, Update) or isinstance(error, RetryAfter):
            return
        try:
            phrases = await self._phrases(_chat_of(update))
            text = phrases.uncertain if isinstance(error, TimedOut) else phrases.incident
            await self._say(update, context, text.format(incident=incident))
        except TelegramError as again:
            _log.error("incident %s could not be told: %s", incident, type(again).__name__)

    async def _answer(
        self,
        context: ChatContext,
        place: Place,
        message: int | None,
        question: str,
        previous: Context | None,
    ) -> None:
        async with typing(context.bot, place):
            turn = await self._work(lambda: self.brain.ask(question, previous))
        number = await self._recall(
            lambda: self.memory.remember(place.chat, message, question, turn)
        )
        answer = turn.answer
        await send(context.bot, place, render(answer, number, phrases_in(answer.lang)))

    async def _work(self, job: Callable[[], Result]) -> Result:
        async with self._workers:
            return await asyncio.to_thread(job)

    async def _recall(self, step: Callable[[], Result]) -> Result | None:
        try:
            return await asyncio.to_thread(step)
        except sqlite3.Error as error:
            # A full disk or a damaged file must cost the buttons and follow-ups, not the answer.
            _log.error("the memory of chats failed: %s", error)
            return None

    async def _send_examples(self, update: Update, context: ChatContext, text: str) -> None:
        chat = _chat_of(update)
        lang = await self._lang(chat)
        phrases = phrases_in(lang)
        questions = await self._work(lambda: self.brain.examples(lang))
        if not questions:
            await self._say(update, context, f"{text}\n\n{phrases.nothing_held}")
            return
        choices = tuple(Choice(question, question) for question in questions)
        number = await self._recall(lambda: self.memory.offer(chat, Kept(lang, choices)))
        messages = messages_from(f"{text}\n\n{phrases.tap}", phrases)
        rows = () if number is None else choice_rows(choices, number)
        last = replace(messages[-1], buttons=rows)
        await send(context.bot, _place(update), (*messages[:-1], last))

    async def _decline(self, update: Update, context: ChatContext, sentence: str) -> None:
        chat = _chat_of(update)
        if update.callback_query:
            await _acknowledge(update.callback_query, sentence)
        elif self.limits.is_due_a_warning(chat):
            await self._say(update, context, sentence)
        raise ApplicationHandlerStop

    async def _say(self, update: Update, context: ChatContext, text: str) -> None:
        phrases = await self._phrases(_chat_of(update))
        await send(context.bot, _place(update), messages_from(text, phrases))

    async def _phrases(self, chat: int) -> Phrases:
        return phrases_in(await self._lang(chat))

    async def _lang(self, chat: int) -> Lang:
        return await self._recall(lambda: self.memory.lang(chat)) or self.lang


async def _acknowledge(query: CallbackQuery, text: str | None = None) -> None:
    # Telegram refuses it for presses that are too old; the answer itself still matters.
    try:
        await query.answer(text, show_alert=text is not None)
    except TelegramError as error:
        _log.info("a button press could not be acknowledged: %s", error)


def _pressed(update: Update, context: ChatContext) -> tuple[CallbackQuery, tuple[int, ...]]:
    assert update.callback_query is not None
    assert context.matches
    return update.callback_query, tuple(map(int, context.matches[0].groups()))


def _message_of(update: Update) -> Message:
    message = update.message or update.edited_message
    assert message is not None
    return message


def _chat_of(update: Update) -> int:
    assert update.effective_chat is not None
    return update.effective_chat.id


def _place(update: Update) -> Place:
    if update.callback_query:
        # The message under which the button stood may be too old to be accessible.
        pressed = update.callback_query.message
        return Place(_chat_of(update), _topic(pressed if isinstance(pressed, Message) else None))
    message = _message_of(update)
    reply_to = None if message.chat.type == ChatType.PRIVATE else message.message_id
    return Place(message.chat_id, _topic(message), reply_to)


def _topic(message: Message | None) -> int | None:
    return message.message_thread_id if message and message.is_topic_message else None
