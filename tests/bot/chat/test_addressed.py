"""Which messages are for the bot, and what they ask."""

from datetime import UTC, datetime

import pytest
from telegram import Chat, Message, User

from bot.chat.addressed import is_for_us, question_in

ME = User(777, "年报", is_bot=True, username="nianbao_bot")
SOMEBODY = User(5, "某人", is_bot=False)


def message(text: str, kind: str = "supergroup", reply_to: User | None = None) -> Message:
    chat = Chat(1, kind)
    now = datetime.now(UTC)
    replied = Message(1, now, chat, from_user=reply_to, text="…") if reply_to else None
    return Message(2, now, chat, from_user=SOMEBODY, text=text, reply_to_message=replied)


@pytest.mark.parametrize(
    ("text", "is_ours"),
    [
        ("清水乡2024年", False),
        ("@nianbao_bot 清水乡2024年", True),
        ("清水乡@NianBao_Bot2024年", False),  # the name would be nianbao_bot2024
        ("请问@nianbao_bot清水乡", True),
        ("@nianbao_bot2 清水乡", False),
        ("me@nianbao_bot", False),
        ("/help", False),
        ("/help@nianbao_bot", True),
        ("/help@nianbao_bot_2", False),
        ("nianbao_bot", False),
    ],
)
def test_in_a_group_it_must_be_named(text: str, is_ours: bool) -> None:
    assert is_for_us(message(text), ME) is is_ours
    assert is_for_us(message(text, kind="private"), ME)


@pytest.mark.parametrize(("reply_to", "is_ours"), [(ME, True), (SOMEBODY, False)])
def test_in_a_group_a_reply_to_it_is_for_it(reply_to: User, is_ours: bool) -> None:
    assert is_for_us(message("那2023年呢", reply_to=reply_to), ME) is is_ours


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("@nianbao_bot 清水乡", "清水乡"),
        ("清水乡 @Nianbao_Bot", "清水乡"),
        ("清水乡@nianbao_bot怎么样", "清水乡 怎么样"),
        ("@nianbao_bot", ""),
        ("@somebody 清水乡", "@somebody 清水乡"),
        ("一\r\n二\x02三\x03", "一\n二三"),
    ],
)
def test_its_name_and_control_characters_are_no_part_of_a_question(
    text: str, question: str
) -> None:
    assert question_in(message(text), ME) == question
