"""Settings: every variable read, every bad value named, nothing secret repeated."""

import re
from pathlib import Path

import pytest

from bot.settings import Address, Settings
from bot.types import Lang
from index.errors import SettingError
from index.settings import DATA_DIR

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / ".env.example"


def test_an_empty_environment_gives_the_defaults() -> None:
    assert Settings.from_env({}) == Settings()
    assert Settings().data == Path("data/store")
    assert Settings().lang is Lang.ZH


def test_every_variable_is_read() -> None:
    settings = Settings.from_env(
        {
            "NIANBAO_DATA": "/srv/nianbao",
            "NIANBAO_TELEGRAM_TOKEN": "12:ab_C-9",
            "NIANBAO_TELEGRAM_PROXY": "socks5://me:pw@127.0.0.1:1080",
            "NIANBAO_TELEGRAM_API": "http://127.0.0.1:8081/",
            "NIANBAO_WEBHOOK_URL": "https://bot.example.org/hook",
            "NIANBAO_WEBHOOK_SECRET": "s3cret_-",
            "NIANBAO_WEBHOOK_LISTEN": "0.0.0.0:9000",
            "NIANBAO_ALLOWED_CHATS": "12, -100345，7,",
            "NIANBAO_EMBEDDING_MODEL": "some/model",
            "NIANBAO_CHROMA_URL": "http://127.0.0.1:8000",
            "NIANBAO_LANG": "EN",
            "PATH": "/bin",
        }
    )
    assert settings == Settings(
        data=Path("/srv/nianbao"),
        telegram_token="12:ab_C-9",
        telegram_proxy="socks5://me:pw@127.0.0.1:1080",
        telegram_api="http://127.0.0.1:8081",
        webhook_url="https://bot.example.org/hook",
        webhook_secret="s3cret_-",
        webhook_listen=Address("0.0.0.0", 9000),
        allowed_chats=frozenset({12, -100345, 7}),
        embedding_model="some/model",
        chroma_url="http://127.0.0.1:8000",
        lang=Lang.EN,
    )


def test_an_empty_value_is_the_same_as_none() -> None:
    assert Settings.from_env(dict.fromkeys(Settings.variables(), " ")) == Settings()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("9000", Address("127.0.0.1", 9000)),
        (":9000", Address("127.0.0.1", 9000)),
        ("[::1]:9000", Address("::1", 9000)),
        ("localhost:80", Address("localhost", 80)),
    ],
)
def test_a_listen_address_may_be_short(text: str, address: Address) -> None:
    assert Settings.from_env({"NIANBAO_WEBHOOK_LISTEN": text}).webhook_listen == address


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("TELEGRAM_TOKEN", "not a token", "BotFather"),
        ("TELEGRAM_TOKEN", "12:ab/getMe", "BotFather"),
        ("TELEGRAM_PROXY", "127.0.0.1:1080", "socks5://"),
        ("TELEGRAM_PROXY", "ftp://127.0.0.1", "socks5://"),
        ("TELEGRAM_API", "127.0.0.1:8081", "http://"),
        ("TELEGRAM_API", "http://", "http://"),
        ("TELEGRAM_API", "http://[::1", "http://"),
        ("TELEGRAM_API", "http://host:port", "http://"),
        ("WEBHOOK_URL", "bot.example.org", "https://"),
        ("WEBHOOK_SECRET", "秘密", "A-Z"),
        ("WEBHOOK_SECRET", "x" * 257, "256"),
        ("WEBHOOK_LISTEN", "0.0.0.0", "port"),
        ("WEBHOOK_LISTEN", "0.0.0.0:70000", "port"),
        ("WEBHOOK_LISTEN", "0.0.0.0:http", "port"),
        ("ALLOWED_CHATS", "@friends", "whole numbers"),
        ("ALLOWED_CHATS", "1 2", "whole numbers"),
        ("ALLOWED_CHATS", ",", "whole numbers"),
        ("CHROMA_URL", "chroma", "http://"),
        ("LANG", "fr", "zh or en"),
    ],
)
def test_a_bad_value_names_the_variable_and_what_was_expected(
    name: str, value: str, expected: str
) -> None:
    with pytest.raises(SettingError) as caught:
        Settings.from_env({"NIANBAO_" + name: value})
    assert "NIANBAO_" + name in str(caught.value)
    assert expected in str(caught.value)


def test_a_webhook_needs_a_secret() -> None:
    with pytest.raises(SettingError, match="NIANBAO_WEBHOOK_SECRET"):
        Settings.from_env({"NIANBAO_WEBHOOK_URL": "https://bot.example.org/hook"})


def test_a_webhook_without_tls_needs_an_own_bot_api() -> None:
    hook = {"NIANBAO_WEBHOOK_URL": "http://127.0.0.1:9000/", "NIANBAO_WEBHOOK_SECRET": "s"}
    with pytest.raises(SettingError, match="https://"):
        Settings.from_env(hook)
    own = Settings.from_env({**hook, "NIANBAO_TELEGRAM_API": "http://127.0.0.1:8081"})
    assert own.webhook_url == "http://127.0.0.1:9000"


def test_secrets_are_repeated_neither_in_errors_nor_in_the_representation() -> None:
    for name in ("TELEGRAM_TOKEN", "TELEGRAM_PROXY", "WEBHOOK_SECRET"):
        with pytest.raises(SettingError) as caught:
            Settings.from_env({"NIANBAO_" + name: "hush hush"})
        assert "hush" not in str(caught.value)
    settings = Settings(telegram_token="1:hush", telegram_proxy="hush", webhook_secret="hush")
    assert "hush" not in repr(settings)


def test_the_example_file_holds_every_variable_with_a_line_of_explanation() -> None:
    blocks = EXAMPLE.read_text(encoding="utf-8").strip().split("\n\n")[1:]
    found = [re.fullmatch(r"# .+\n(NIANBAO_[A-Z_]+)=", block) for block in blocks]
    assert tuple(m.group(1) for m in found if m) == Settings.variables()
    assert all(found)


def test_the_data_folder_is_that_of_the_checkout() -> None:
    assert DATA_DIR == ROOT / "data"
