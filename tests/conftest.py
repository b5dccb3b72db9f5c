"""For all tests: no network but loopback, and the library's coming types."""

import os
import socket
from ipaddress import ip_address
from typing import Any

import pytest

# python-telegram-bot is about to give durations as timedelta; be there already. It is read when
# the library is imported, so it is set before any test is.
os.environ["PTB_TIMEDELTA"] = "true"


class NetworkForbidden(AssertionError):
    """A test reached for the network."""


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every socket that leaves the machine, and every look-up of a name."""
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
    look_up = socket.getaddrinfo

    def look_up_here(host: Any, *args: Any, **options: Any) -> Any:
        if not _is_here(host):
            raise NetworkForbidden(f"a test looked up {host!r}")
        return look_up(host, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", look_up_here)


def _guarded(connect: Any) -> Any:
    def connect_here(sock: socket.socket, address: Any) -> Any:
        if sock.family != socket.AF_UNIX and not _is_here(address[0]):
            raise NetworkForbidden(f"a test connected to {address!r}")
        return connect(sock, address)

    return connect_here


def _is_here(host: str | bytes | None) -> bool:
    if host is None:
        return True
    text = host.decode() if isinstance(host, bytes) else host
    if text in ("", "localhost"):
        return True
    try:
        return ip_address(text.partition("%")[0]).is_loopback or text in ("0.0.0.0", "::")
    except ValueError:
        return False
