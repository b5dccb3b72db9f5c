"""A Bot API on loopback, and settings that lead to it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.settings import Address, Settings
from tests.bot.chat.running import free_port
from tests.bot_api import TOKEN, BotApi


@pytest.fixture
def api() -> Iterator[BotApi]:
    server = BotApi()
    yield server
    server.close()
    assert not server.errors


@pytest.fixture
def settings(api: BotApi, tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "store", telegram_token=TOKEN, telegram_api=api.url)


@pytest.fixture
def hooked(settings: Settings) -> Settings:
    """The settings of a bot with a webhook."""
    port = free_port()
    return replace(
        settings,
        webhook_url=f"http://127.0.0.1:{port}/hook",
        webhook_secret="a-secret",
        webhook_listen=Address("127.0.0.1", port),
    )


@pytest.fixture(params=["polling", "webhook"])
def both_ways(request: pytest.FixtureRequest, settings: Settings, hooked: Settings) -> Settings:
    """The settings of a bot that polls, then of one that has a webhook."""
    return settings if request.param == "polling" else hooked
