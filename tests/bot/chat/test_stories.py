"""Conversations end to end: people, a Bot API, the real application; polling and webhook."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.chat.phrases import phrases_in
from bot.settings import Settings
from bot.types import Lang
from tests.bot.chat.brain import BRAIN, EXAMPLES, ROWS
from tests.bot.chat.running import nothing_more, replies, running, say, until
from tests.bot_api import BOT_ID, BOT_NAME, BotApi

ZH, EN = phrases_in(Lang.ZH), phrases_in(Lang.EN)
GROUP = -1001


async def test_a_question_is_answered_and_followed_up(api: BotApi, both_ways: Settings) -> None:
    async with running(both_ways, api):
        await say(api, 1, "清水乡2024年收到多少件申请？")
        (first,) = await replies(api, 1, 1)
        assert first.text == "清水乡2024年：12件 <&>"
        assert first.mode == "HTML"
        assert first.entities == [{"type": "bold", "offset": 9, "length": 3}]
        assert first.reply_to is None
        assert [c["action"] for c in api.called("sendChatAction")] == ["typing"]
        await say(api, 1, "那2023年呢")
        assert (await replies(api, 1, 2))[
            1
        ].text == "接着“清水乡2024年收到多少件申请？”：那2023年呢"
        await say(api, 2, "那2023年呢")
        assert "什么都没问过" in (await replies(api, 2, 1))[0].text
    if both_ways.webhook_url:
        assert api.webhook_answers == [200, 200, 200]


async def test_an_example_is_tapped_and_its_source_shown(api: BotApi, both_ways: Settings) -> None:
    async with running(both_ways, api):
        await say(api, 1, "/start")
        (greeting,) = await replies(api, 1, 1)
        assert greeting.text == f"{ZH.start}\n\n{ZH.tap}"
        assert greeting.labels == list(EXAMPLES[Lang.ZH])
        press = await asyncio.to_thread(api.press, greeting, EXAMPLES[Lang.ZH][0])
        answer = (await replies(api, 1, 2))[1]
        assert answer.text.startswith("清水乡2024年：12件")
        assert api.alert(press) is not None
        await asyncio.to_thread(api.press, answer, ZH.source_button)
        source = (await replies(api, 1, 3))[2]
        assert source.text == (
            "来源\n\n《清水乡人民政府2024年度报告》\n某省/某市/某县 清水乡人民政府 2024年\n"
            "第三部分 · 表三 · 行“一、本年新收政府信息公开申请数量” · 列“总计”\n原文：12\n"
            "文件：清水乡<2024>.html\nhttps://example.org/a?b=1&c=2"
        )
        assert source.reply_to == answer.message


async def test_a_choice_is_asked_after_a_restart(api: BotApi, both_ways: Settings) -> None:
    async with running(both_ways, api):
        await say(api, 1, "哪个清水乡")
        (clarify,) = await replies(api, 1, 1)
        assert clarify.labels == ["清水乡（某县）", "另一县"]
    api.webhook = {}
    api.calls.clear()
    async with running(both_ways, api):
        await asyncio.to_thread(api.press, clarify, "另一县")
        assert (await replies(api, 1, 2))[1].text == "您问：另一县清水乡2024年"
        await say(api, 1, "那2023年呢")
        assert (await replies(api, 1, 3))[2].text == "接着“另一县清水乡2024年”：那2023年呢"


async def test_a_passage_is_shown_where_it_stands(api: BotApi, both_ways: Settings) -> None:
    async with running(both_ways, api):
        await say(api, 1, "有哪些问题")
        (answer,) = await replies(api, 1, 1)
        await asyncio.to_thread(api.press, answer, "来源")
        source = (await replies(api, 1, 2))[1]
    assert source.text == (
        "来源\n\n清水乡人民政府 2024年 · 第五部分\n“一是公开不够及时，二是力量不足。”\n"
        "另有 3 份报告有同样的话"
    )


async def test_forgetting_leaves_nothing_and_old_buttons_say_so(
    api: BotApi, both_ways: Settings
) -> None:
    async with running(both_ways, api):
        await say(api, 1, "清水乡2024年收到多少件申请？")
        (answer,) = await replies(api, 1, 1)
        await say(api, 1, "/forget")
        assert (await replies(api, 1, 2))[1].text == ZH.forgotten
        press = await asyncio.to_thread(api.press, answer, "来源")
        await until(lambda: api.alert(press) is not None)
        assert (api.alert(press) or {})["text"] == ZH.expired
        await say(api, 1, "那2023年呢")
        assert "什么都没问过" in (await replies(api, 1, 3))[2].text
    stored = b"".join(path.read_bytes() for path in both_ways.data.iterdir())
    assert "清水乡2024年收到".encode() not in stored


async def test_the_chat_speaks_the_language_of_the_last_question(
    api: BotApi, both_ways: Settings
) -> None:
    async with running(both_ways, api):
        await say(api, 1, "How many applications did Qingshui receive?")
        (answer,) = await replies(api, 1, 1)
        assert answer.labels == ["Source"]
        await say(api, 1, "/help")
        shown = (await replies(api, 1, 2))[1]
        assert shown.text.startswith(EN.help)
        assert shown.labels == list(EXAMPLES[Lang.EN])
        await say(api, 1, "/status")
        assert (await replies(api, 1, 3))[2].text == "1 issuer is held"
        await say(api, 2, "/status")
        assert (await replies(api, 2, 1))[0].text == "收录 1 个单位"


async def test_an_edited_question_is_answered_anew_in_its_own_context(
    api: BotApi, both_ways: Settings
) -> None:
    async with running(both_ways, api):
        await say(api, 1, "第一问")
        await replies(api, 1, 1)
        number = await say(api, 1, "那2023年呢")
        await replies(api, 1, 2)
        await asyncio.to_thread(api.edit, 1, number, "那2023年呢")  # only a link preview
        await asyncio.to_thread(api.edit, 1, number, "那2022年呢")
        edited = (await replies(api, 1, 3))[2]
        assert edited.text == "接着“第一问”：那2022年呢"
        assert edited.reply_to == number
        await say(api, 1, "那呢")
        assert (await replies(api, 1, 4))[3].text == "接着“那2022年呢”：那呢"


async def test_a_long_answer_is_split_between_rows(api: BotApi, both_ways: Settings) -> None:
    async with running(both_ways, api):
        await say(api, 1, "每行都要")
        await until(lambda: bool(api.sent) and bool(api.sent[-1].buttons))
    plain = [row.replace("\x02", "").replace("\x03", "") for row in ROWS]
    assert "\n".join(api.texts(1)).split("\n") == plain
    assert len(api.sent) < 10
    assert all(not sent.buttons for sent in api.sent[:-1])
    assert api.sent[-1].labels == ["来源"]
    assert api.sent[0].entities[0] == {"type": "bold", "offset": 10, "length": 1}


@pytest.mark.parametrize(
    "media",
    [
        {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9}]},
        {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 2}},
        {"document": {"file_id": "a", "file_unique_id": "b", "file_name": "report.pdf"}},
        {"location": {"longitude": 1.0, "latitude": 2.0}},
    ],
    ids=lambda media: next(iter(media)),
)
async def test_what_is_not_text_gets_one_friendly_sentence(
    api: BotApi, settings: Settings, media: dict[str, Any]
) -> None:
    async with running(settings, api):
        await say(api, 1, **media)
        assert [s.text for s in await replies(api, 1, 1)] == [ZH.text_only]


async def test_an_album_gets_one_sentence_only(api: BotApi, both_ways: Settings) -> None:
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9}]
    async with running(both_ways, api):
        for _ in range(5):
            await say(api, 1, photo=photo, media_group_id="g")
        await say(api, 1, "完")
        assert [s.text for s in await replies(api, 1, 2)] == [ZH.text_only, "您问：完"]


async def test_service_messages_get_no_reply(api: BotApi, settings: Settings) -> None:
    async with running(settings, api):
        await say(api, 1, delete_chat_photo=True)
        await nothing_more(api, 1, 0)


async def test_a_group_is_answered_only_when_it_addresses_the_bot(
    api: BotApi, both_ways: Settings
) -> None:
    of_the_bot = {
        "message_id": 5,
        "date": 1,
        "chat": {"id": GROUP, "type": "supergroup", "title": "群"},
        "from": {"id": BOT_ID, "is_bot": True, "first_name": "年报"},
        "text": "…",
    }
    async with running(both_ways, api):
        await say(api, GROUP, "随便聊聊")
        await say(api, GROUP, "/help")
        await say(api, GROUP, f"@{BOT_NAME}2 不是我")
        await say(api, GROUP, "/help@another_bot")
        await nothing_more(api, GROUP, 0)
        named = await say(api, GROUP, f"@{BOT_NAME.upper()}清水乡怎么样")
        await say(api, GROUP, "回复你", reply_to_message=of_the_bot)
        await say(api, GROUP, f"/status@{BOT_NAME}")
        await say(api, GROUP, f"@{BOT_NAME}")
        sent = await replies(api, GROUP, 4)
    assert [s.text for s in sent[:3]] == ["您问：清水乡怎么样", "您问：回复你", "收录 1 个单位"]
    assert sent[3].text.startswith(ZH.help)
    assert sent[0].reply_to == named


async def test_a_topic_of_a_forum_is_answered_in_that_topic(
    api: BotApi, settings: Settings
) -> None:
    async with running(settings, api):
        await say(api, GROUP, f"@{BOT_NAME} 哪个", message_thread_id=7, is_topic_message=True)
        assert [s.thread for s in await replies(api, GROUP, 1)] == [7]


async def test_chats_that_are_not_allowed_get_one_refusal(
    api: BotApi, both_ways: Settings
) -> None:
    async with running(replace(both_ways, allowed_chats=frozenset({1})), api):
        await say(api, 2, "你好")
        await say(api, 2, "你好")
        await say(api, 1, "你好")
        press = await asyncio.to_thread(api.press_data, 2, "c:1:0")
        await until(lambda: api.alert(press) is not None)
        assert (api.alert(press) or {})["text"] == ZH.refused
        assert [s.text for s in await replies(api, 1, 1)] == ["您问：你好"]
        assert [s.text for s in await replies(api, 2, 1)] == [ZH.refused]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("a\x02b\x03c\x00", "abc"),
        ("<b>'; drop table facts; --", "<b>'; drop table facts; --"),
        ("😀😀", "😀😀"),
        ("半个\ud83d字", "半个�字"),
        ("问" * 4096, "问" * 4096),
    ],
    ids=["control characters", "sql and html", "emoji", "half a surrogate pair", "long"],
)
async def test_whatever_is_typed_is_asked_and_answered(
    api: BotApi, settings: Settings, typed: str, asked: str
) -> None:
    async with running(settings, api):
        await say(api, 1, typed)
        count = 1 if len(asked) < 4000 else 2
        sent = await replies(api, 1, count)
    assert "".join(s.text for s in sent) == f"您问：{asked}"


@pytest.mark.parametrize(
    "data", ["s:99", "c:99:0", "c:1:99", "old-style", "c:9999999999999999999:0"]
)
async def test_a_button_that_nobody_knows_says_so(
    api: BotApi, settings: Settings, data: str
) -> None:
    async with running(settings, api):
        await say(api, 1, "哪个")
        await replies(api, 1, 1)
        press = await asyncio.to_thread(api.press_data, 1, data)
        await until(lambda: api.alert(press) is not None)
    assert (api.alert(press) or {})["text"] == ZH.expired


async def test_the_buttons_of_one_chat_are_nothing_to_another(
    api: BotApi, settings: Settings
) -> None:
    async with running(settings, api):
        await say(api, 1, "清水乡2024年收到多少件申请？")
        (answer,) = await replies(api, 1, 1)
        data = answer.buttons[0][0]["callback_data"]
        press = await asyncio.to_thread(api.press_data, 2, data)
        await until(lambda: api.alert(press) is not None)
    assert (api.alert(press) or {})["text"] == ZH.expired


async def test_the_menu_of_commands_is_offered_in_both_languages(
    api: BotApi, settings: Settings
) -> None:
    async with running(settings, api):
        await until(lambda: len(api.called("setMyCommands")) == 3)
    assert [c.get("language_code") for c in api.called("setMyCommands")] == [None, "zh", "en"]


async def test_without_reports_there_are_no_examples(api: BotApi, settings: Settings) -> None:
    async with running(settings, api, replace(BRAIN, examples=lambda _: ())):
        await say(api, 1, "/start")
        (greeting,) = await replies(api, 1, 1)
    assert greeting.text == f"{ZH.start}\n\n{ZH.nothing_held}"
    assert not greeting.buttons
