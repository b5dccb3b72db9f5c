"""Which messages are meant for the bot, and what they ask: everything alone, by name in groups."""

import re

from telegram import Message, User
from telegram.constants import ChatType

# Control characters; \x02 and \x03 mark emphasis inside answers and must not come from outside.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def is_for_us(message: Message, me: User) -> bool:
    """Whether to answer: always in private; in a group when mentioned or replied to."""
    if message.chat.type == ChatType.PRIVATE:
        return True
    replied = message.reply_to_message
    if replied and replied.from_user and replied.from_user.id == me.id:
        return True
    text = message.text or message.caption or ""
    return bool(_mention(me).search(text) or _own_command(me).match(text))


def question_in(message: Message, me: User) -> str:
    """The text of a message without our name and without characters that nobody types."""
    # A lone half of a surrogate pair cannot be stored as UTF-8.
    text = (message.text or "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _CONTROLS.sub("", _mention(me).sub(" ", text.replace("\r\n", "\n"))).strip()


def _mention(me: User) -> re.Pattern[str]:
    # Names are ASCII, and Chinese follows them without a blank: \b would not do.
    return re.compile(rf"(?<![A-Za-z0-9_/])@{re.escape(me.username or '?')}(?![A-Za-z0-9_])", re.I)


def _own_command(me: User) -> re.Pattern[str]:
    return re.compile(rf"\s*/[A-Za-z0-9_]+@{re.escape(me.username or '?')}(?![A-Za-z0-9_])", re.I)
