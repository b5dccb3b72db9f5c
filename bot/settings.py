"""The settings: one frozen object from the environment, every bad value named.

The field `webhook_url` is the variable `NIANBAO_WEBHOOK_URL`, and so for all of them. Nothing here
reads the environment itself; the command line hands it in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from urllib.parse import urlsplit

from bot.types import Lang
from index.errors import SettingError

PREFIX = "NIANBAO_"
DEFAULT_DATA = Path("data/store")
_HIDDEN = "…"  # stands for a value that must not be repeated: a token, a password


@dataclass(frozen=True, slots=True)
class Address:
    """A host and a port to listen on."""

    host: str
    port: int


DEFAULT_LISTEN = Address("127.0.0.1", 8443)  # behind the proxy that ends TLS


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set; None means unset."""

    data: Path = DEFAULT_DATA
    telegram_token: str | None = field(default=None, repr=False)
    telegram_proxy: str | None = field(default=None, repr=False)
    telegram_api: str | None = None
    webhook_url: str | None = None
    webhook_secret: str | None = field(default=None, repr=False)
    webhook_listen: Address = DEFAULT_LISTEN
    allowed_chats: frozenset[int] | None = None
    embedding_model: str | None = None
    chroma_url: str | None = None
    lang: Lang = Lang.ZH

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Settings":
        """The settings that the variables spell; raises SettingError at the first bad one."""
        given = _Variables(environ)
        settings = cls(
            data=_folder(given),
            telegram_token=_token(given),
            telegram_proxy=_address(given, "TELEGRAM_PROXY", _PROXIES, is_hidden=True),
            telegram_api=_address(given, "TELEGRAM_API", _HTTP),
            webhook_url=_address(given, "WEBHOOK_URL", _HTTP),
            webhook_secret=_secret(given),
            webhook_listen=_listen(given),
            allowed_chats=_chats(given),
            embedding_model=given.text("EMBEDDING_MODEL"),
            chroma_url=_address(given, "CHROMA_URL", _HTTP),
            lang=_lang(given),
        )
        _check_webhook(settings)
        return settings

    @classmethod
    def variables(cls) -> tuple[str, ...]:
        """The names of all variables, in the order of the fields."""
        return tuple(PREFIX + f.name.upper() for f in fields(cls))


_HTTP = ("http", "https")
_PROXIES = ("http", "https", "socks5", "socks5h")


@dataclass(frozen=True, slots=True)
class _Variables:
    environ: Mapping[str, str]

    def text(self, name: str) -> str | None:
        # An empty value is what `NAME=` in a .env file leaves: the same as unset.
        return self.environ.get(PREFIX + name, "").strip() or None


def _folder(given: _Variables) -> Path:
    text = given.text("DATA")
    return Path(text).expanduser() if text else DEFAULT_DATA


def _token(given: _Variables) -> str | None:
    text = given.text("TELEGRAM_TOKEN")
    if text and not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", text):
        raise SettingError(
            PREFIX + "TELEGRAM_TOKEN",
            _HIDDEN,
            "a token as @BotFather gives it, such as 123456:ABC-def",
        )
    return text


def _address(
    given: _Variables, name: str, schemes: tuple[str, ...], *, is_hidden: bool = False
) -> str | None:
    text = given.text(name)
    if text is None:
        return None
    if not _is_address(text, schemes):
        expected = f"an address that begins with {' or '.join(s + '://' for s in schemes)}"
        raise SettingError(PREFIX + name, _HIDDEN if is_hidden else text, expected)
    return text.rstrip("/")


def _is_address(text: str, schemes: tuple[str, ...]) -> bool:
    if re.search(r"\s", text):
        return False
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:  # brackets that do not close, a port that is no number
        return False
    return parts.scheme in schemes and bool(parts.hostname) and port != 0


def _secret(given: _Variables) -> str | None:
    text = given.text("WEBHOOK_SECRET")
    if text and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", text):
        raise SettingError(
            PREFIX + "WEBHOOK_SECRET", _HIDDEN, "1 to 256 of the characters A-Z a-z 0-9 _ -"
        )
    return text


def _listen(given: _Variables) -> Address:
    text = given.text("WEBHOOK_LISTEN")
    if text is None:
        return DEFAULT_LISTEN
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]") or "127.0.0.1"
    if not re.fullmatch(r"[0-9]{1,5}", port) or not 0 < int(port) < 65536 or " " in host:
        raise SettingError(
            PREFIX + "WEBHOOK_LISTEN", text, "a host and a port, such as 127.0.0.1:8443"
        )
    return Address(host, int(port))


def _chats(given: _Variables) -> frozenset[int] | None:
    text = given.text("ALLOWED_CHATS")
    if text is None:
        return None
    parts = [part.strip() for part in re.split(r"[,，]", text) if part.strip()]
    if not parts or not all(re.fullmatch(r"-?[0-9]{1,18}", part) for part in parts):
        raise SettingError(
            PREFIX + "ALLOWED_CHATS",
            text,
            "chat ids, which are whole numbers, with commas between",
        )
    return frozenset(map(int, parts))


def _lang(given: _Variables) -> Lang:
    text = given.text("LANG")
    if text is None:
        return Lang.ZH
    try:
        return Lang(text.lower())
    except ValueError:
        raise SettingError(PREFIX + "LANG", text, "zh or en") from None


def _check_webhook(settings: Settings) -> None:
    if settings.webhook_url is None:
        return
    if settings.webhook_secret is None:
        raise SettingError(
            PREFIX + "WEBHOOK_SECRET",
            "",
            "a secret beside NIANBAO_WEBHOOK_URL, since anybody could post to the bot without one",
        )
    # Telegram itself calls https only; an own Bot API server on the same machine calls http too.
    if settings.telegram_api is None and not settings.webhook_url.startswith("https://"):
        raise SettingError(PREFIX + "WEBHOOK_URL", settings.webhook_url, "an https:// address")
