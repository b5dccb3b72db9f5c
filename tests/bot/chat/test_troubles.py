"""When Telegram, the brain or the disk fails: everybody hears something, nobody hears it twice."""

import asyncio
import logging
import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bot.chat.app import Unauthorized
from bot.chat.limits import Limits
from bot.chat.phrases import phrases_in
from bot.settings import Settings
from bot.types import Lang
from index.errors import FetchError, SettingError, StoreError
from tests.bot.chat.brain import SlowBrain
from tests.bot.chat.running import QUICK, replies, running, say, until
from tests.bot_api import TOKEN, BotApi, Json, post

ZH = phrases_in(Lang.ZH)
ROOT = Path(__file__).resolve().parents[3]


def is_formatted(body: Json) -> bool:
    return "parse_mode" in body


def is_to_the_first_chat(body: Json) -> bool:
    return str(body["chat_id"]) == "1"


async def test_a_webhook_call_without_the_secret_is_forbidden(
    api: BotApi, hooked: Settings
) -> None:
    url = hooked.webhook_url or ""
    header = "X-Telegram-Bot-Api-Secret-Token"
    async with running(hooked, api):
        update: Json = {"update_id": 1}
        assert await asyncio.to_thread(post, url, update, {}) == 403
        assert await asyncio.to_thread(post, url, update, {header: "guess"}) == 403
        assert await asyncio.to_thread(post, url + "x", update, {header: "a-secret"}) == 404
        assert await asyncio.to_thread(post, url, update, {header: "a-secret"}) == 200
        assert api.webhook["secret_token"] == "a-secret"


async def test_refused_markup_is_sent_as_plain_text(api: BotApi, both_ways: Settings) -> None:
    async with running(both_ways, api):
        api.fail("sendMessage", 400, description="Bad Request: can't parse entities: no end tag")
        await say(api, 1, "清水乡2024年收到多少件申请？")
        (sent,) = await replies(api, 1, 1)
    assert sent.text == "清水乡2024年：12件 <&>"
    assert sent.mode is None
    assert sent.labels == ["来源"]


async def test_refused_buttons_do_not_cost_the_answer(api: BotApi, settings: Settings) -> None:
    async with running(settings, api):
        api.fail("sendMessage", 400, times=2, description="Bad Request: BUTTON_DATA_INVALID")
        await say(api, 1, "哪个")
        (sent,) = await replies(api, 1, 1)
    assert sent.text == "您问的是哪个清水乡？"
    assert not sent.buttons


async def test_429_is_waited_for_and_sent_once(api: BotApi, both_ways: Settings) -> None:
    async with running(both_ways, api):
        api.fail("sendMessage", 429, description="Too Many Requests: retry after 1", retry_after=1)
        started = time.monotonic()
        await say(api, 1, "你好")
        await replies(api, 1, 1)
        assert time.monotonic() - started > 1
    assert api.texts(1) == ["您问：你好"]


async def test_500_is_tried_again(api: BotApi, both_ways: Settings) -> None:
    async with running(both_ways, api):
        api.fail("sendMessage", 500, description="Internal Server Error")
        await say(api, 1, "你好")
        await replies(api, 1, 1)
    assert api.texts(1) == ["您问：你好"]


async def test_a_send_without_an_answer_is_not_sent_again(
    api: BotApi, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    timing = replace(QUICK, request=0.3)
    async with running(settings, api, timing=timing):
        api.hang("sendMessage", 1.0)
        await say(api, 1, "你好")
        sent = await replies(api, 1, 2)
    assert sent[0].text == "您问：你好"
    incident = next(r.getMessage() for r in caplog.records if "incident" in r.getMessage())
    assert sent[1].text == ZH.uncertain.format(incident=incident.split()[1].rstrip(":"))


async def test_a_hanging_send_keeps_no_other_chat_waiting(api: BotApi, settings: Settings) -> None:
    async with running(settings, api):
        api.hang("sendMessage", 5.0, only=is_to_the_first_chat)
        await say(api, 1, "你好")
        started = time.monotonic()
        await say(api, 2, "你好")
        await replies(api, 2, 1)
        assert time.monotonic() - started < 0.9


async def test_a_failing_typing_sign_costs_nothing(api: BotApi, settings: Settings) -> None:
    async with running(settings, api):
        api.fail("sendChatAction", 500)
        await say(api, 1, "你好")
        await replies(api, 1, 1)
    assert api.texts(1) == ["您问：你好"]


async def test_a_failing_acknowledgement_does_not_cost_the_answer(
    api: BotApi, settings: Settings
) -> None:
    async with running(settings, api):
        await say(api, 1, "哪个")
        (clarify,) = await replies(api, 1, 1)
        api.fail("answerCallbackQuery", 400, description="Bad Request: query is too old")
        await asyncio.to_thread(api.press, clarify, "另一县")
        assert (await replies(api, 1, 2))[1].text == "您问：另一县清水乡2024年"


async def test_a_fault_of_the_brain_gives_an_incident_number_that_the_log_knows(
    api: BotApi, both_ways: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(both_ways, api):
        await say(api, 1, "boom")
        (sent,) = await replies(api, 1, 1)
        await say(api, 1, "还在吗")
        assert (await replies(api, 1, 2))[1].text == "您问：还在吗"
    (record,) = [r for r in caplog.records if r.levelno >= logging.ERROR]
    incident = record.getMessage().split()[1].rstrip(":")
    assert sent.text == ZH.incident.format(incident=incident)
    assert record.exc_info
    assert "a fault of the brain" in str(record.exc_info[1])


async def test_polling_survives_409_and_500_and_says_so_once(
    api: BotApi, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("getUpdates", 409, description="Conflict: terminated by other getUpdates request")
    api.fail("getUpdates", 500)
    async with running(settings, api):
        await say(api, 1, "你好")
        await replies(api, 1, 1)
    assert len([r for r in caplog.records if "同一令牌" in r.getMessage()]) == 1


async def test_polling_that_gets_no_answer_goes_on(api: BotApi, settings: Settings) -> None:
    timing = replace(QUICK, request=0.2, poll=0)
    api.hang("getUpdates", 1.0)
    async with running(settings, api, timing=timing):
        await say(api, 1, "你好")
        await replies(api, 1, 1)


async def test_silent_polling_is_started_again(
    api: BotApi, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    # Polls may take ten seconds, yet none ends within the silence that is borne: a stall.
    timing = replace(QUICK, request=10.0, poll=0, silence=0.2)
    api.hang("getUpdates", 4.0)
    async with running(settings, api, timing=timing):
        await say(api, 1, "你好")
        await replies(api, 1, 1)
    assert "silent for too long" in caplog.text


async def test_a_token_that_telegram_rejects_is_one_sentence(
    api: BotApi, both_ways: Settings
) -> None:
    api.token_is_good = False
    with pytest.raises(Unauthorized, match="@BotFather") as caught:
        async with running(both_ways, api) as task:
            await until(task.done)
    assert TOKEN not in str(caught.value)


async def test_a_token_that_is_revoked_meanwhile_ends_the_bot(
    api: BotApi, settings: Settings
) -> None:
    async def run() -> None:
        async with running(settings, api) as task:
            api.token_is_good = False
            api.say(1, "你好")
            await until(task.done)

    with pytest.raises(Unauthorized):
        await run()


async def test_a_server_that_cannot_be_reached_is_one_sentence_after_some_tries(
    api: BotApi, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("getMe", 502, times=9)
    with pytest.raises(FetchError, match="Telegram cannot be reached"):
        async with running(settings, api, timing=replace(QUICK, retries=1)) as task:
            await until(task.done)
    assert "NIANBAO_TELEGRAM_PROXY" in caplog.text


async def test_a_server_that_comes_back_is_waited_for(api: BotApi, settings: Settings) -> None:
    api.fail("getMe", 500)
    async with running(settings, api):
        await say(api, 1, "你好")
        await replies(api, 1, 1)


async def test_an_address_that_telegram_refuses_is_named(api: BotApi, hooked: Settings) -> None:
    api.fail("setWebhook", 400, times=9, description="Bad Request: bad webhook: invalid URL")
    with pytest.raises(SettingError, match="NIANBAO_WEBHOOK_URL"):
        async with running(hooked, api, timing=replace(QUICK, retries=0)) as task:
            await until(task.done)


async def test_an_address_that_is_taken_is_named(api: BotApi, hooked: Settings) -> None:
    async with running(hooked, api):
        second = replace(hooked, data=hooked.data / "second")
        with pytest.raises(SettingError, match="NIANBAO_WEBHOOK_LISTEN"):
            async with running(second, api) as task:
                await until(task.done)


async def test_a_slow_answer_keeps_only_its_own_chat_waiting_and_in_order(
    api: BotApi, both_ways: Settings
) -> None:
    slow = SlowBrain()
    async with running(both_ways, api, slow.brain):
        await say(api, 1, "慢")
        await until(lambda: slow.asked == ["慢"])
        for number in range(5):
            await say(api, 1, f"第{number}问")
        await say(api, 2, "快")
        assert (await replies(api, 2, 1))[0].text == "您问：快"
        assert api.texts(1) == []
        slow.release.set()
        await replies(api, 1, 6)
    assert api.texts(1) == ["您问：慢", *(f"您问：第{n}问" for n in range(5))]


async def test_what_was_begun_is_finished_before_the_end(api: BotApi, both_ways: Settings) -> None:
    slow = SlowBrain()
    async with running(both_ways, api, slow.brain):
        await say(api, 1, "慢")
        await until(lambda: slow.asked == ["慢"])
        asyncio.get_running_loop().call_later(0.1, slow.release.set)
    assert api.texts(1) == ["您问：慢"]


async def test_who_asks_too_fast_is_told_once_and_others_are_not(
    api: BotApi, both_ways: Settings
) -> None:
    async with running(both_ways, api, limits=Limits(burst=2, every=60)):
        for _ in range(4):
            await say(api, 1, "快")
        await say(api, 2, "慢慢来")
        await replies(api, 2, 1)
        press = await asyncio.to_thread(api.press_data, 1, "c:1:0")
        await until(lambda: api.alert(press) is not None)
    assert api.texts(1) == ["您问：快", "您问：快", ZH.slow_down.format(seconds=60)]
    assert (api.alert(press) or {})["text"].startswith("您问得太快了")


async def test_a_memory_that_cannot_be_written_costs_buttons_not_answers(
    api: BotApi, settings: Settings
) -> None:
    async with running(settings, api):
        with sqlite3.connect(settings.data / "chats.db") as db:
            db.execute("drop table turns")
        db.close()
        await say(api, 1, "哪个")
        (sent,) = await replies(api, 1, 1)
    assert sent.text == "您问的是哪个清水乡？"
    assert not sent.buttons


async def test_a_memory_that_is_no_database_is_one_sentence(
    api: BotApi, settings: Settings
) -> None:
    settings.data.mkdir(parents=True)
    (settings.data / "chats.db").write_text("这不是数据库" * 100)
    with pytest.raises(StoreError, match=r"chats\.db"):
        async with running(settings, api) as task:
            await until(task.done)


async def test_questions_are_not_logged(
    api: BotApi, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with running(settings, api):
        await say(api, 1, "一个秘密的问题")
        await replies(api, 1, 1)
    assert "is listening" in caplog.text
    assert "秘密" not in caplog.text


PROGRAM = """
import logging, os
from bot.chat.app import run_bot
from bot.settings import Settings
from tests.bot.chat.brain import ask, examples, status
logging.basicConfig(level=logging.DEBUG)
run_bot(Settings.from_env(os.environ), ask, examples=examples, status=status)
"""


def test_a_signal_ends_the_process_cleanly_and_no_log_line_holds_the_token(
    api: BotApi, tmp_path: Path
) -> None:
    environ = {
        **os.environ,
        "NIANBAO_DATA": str(tmp_path),
        "NIANBAO_TELEGRAM_TOKEN": TOKEN,
        "NIANBAO_TELEGRAM_API": api.url,
        "HTTP_PROXY": "http://127.0.0.1:9",  # not meant for a server of one's own
        "PYTHONPATH": str(ROOT),
    }
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", PROGRAM],
        env=environ,
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        api.say(1, "boom")
        until_now = time.monotonic() + 20
        while not api.texts(1) and time.monotonic() < until_now and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=10)
    finally:
        process.kill()
    assert process.returncode == 0, errors
    assert api.texts(1)
    assert "a fault of the brain" in errors
    assert "telegram" in errors  # the library's own DEBUG lines, which show the bot with its token
    assert TOKEN not in errors
    assert TOKEN.split(":")[1] not in errors
