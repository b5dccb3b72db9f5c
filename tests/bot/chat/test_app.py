"""How the application reaches Telegram: its own server, an own one, a proxy."""

from dataclasses import replace

import pytest

from bot.chat.app import build_app
from bot.chat.handlers import Handlers
from bot.chat.memory import Memory
from bot.settings import Settings
from bot.types import Lang
from tests.bot.chat.brain import BRAIN
from tests.bot.chat.running import QUICK, replies, running, say
from tests.bot_api import TOKEN, BotApi


async def test_a_proxy_is_used_for_everything(api: BotApi, settings: Settings) -> None:
    # The name resolves nowhere: only a proxy can know what to do with it.
    far = replace(settings, telegram_api="http://telegram.invalid", telegram_proxy=api.url)
    async with running(far, api):
        await say(api, 1, "你好")
        await replies(api, 1, 1)


@pytest.mark.parametrize(
    ("api_root", "base"),
    [
        (None, f"https://api.telegram.org/bot{TOKEN}"),
        ("http://127.0.0.1:8081", f"http://127.0.0.1:8081/bot{TOKEN}"),
        ("https://own.example/api", f"https://own.example/api/bot{TOKEN}"),
    ],
)
@pytest.mark.parametrize("proxy", [None, "socks5://127.0.0.1:1080", "http://u:p@127.0.0.1:7890"])
async def test_the_address_is_telegrams_or_that_of_the_setting(
    settings: Settings, api_root: str | None, base: str, proxy: str | None
) -> None:
    memory = Memory.open(settings.data / "chats.db")
    chosen = replace(settings, telegram_api=api_root, telegram_proxy=proxy)
    app = build_app(chosen, Handlers(BRAIN, memory, Lang.ZH), QUICK)
    assert app.bot.base_url == base
    assert app.bot.base_file_url == base.replace("/bot", "/file/bot")
    memory.close()
