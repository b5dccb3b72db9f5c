"""One question to one site: connects to the address that was checked, within limits.

Knows no robots.txt, no redirects and no files.
"""

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from index.errors import FetchError
from index.fetch.address import Address

_CHUNK = 64 * 1024
_BUSY = frozenset((408, 425, 429, 500, 502, 503, 504))
_HEADERS = {
    "User-Agent": "nianbao/0.1 (reads government annual reports)",
    "Accept": "text/html,text/plain,application/pdf,application/msword,application/zip,*/*;q=0.5",
    "Accept-Language": "zh-CN,zh;q=0.9",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
# What is surely no report, seen before any of it is read.
_OTHER_TYPES = (
    *("image/", "audio/", "video/", "font/", "application/json", "text/css"),
    *("application/vnd.ms-excel", "application/vnd.ms-powerpoint"),
)


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How sites are visited; times in seconds, sizes in bytes."""

    allow_private: bool = False
    delay: float = 1.0  # between two visits to a site
    timeout: float = 20.0  # without a byte
    deadline: float = 120.0  # for one answer as a whole
    tries: int = 4
    backoff: float = 1.0  # before the second try, doubled before each further one
    longest_wait: float = 60.0  # that a busy site may ask for
    size_limit: int = 20 * 1024 * 1024
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site answered to an address; the body only for status 200."""

    address: Address
    status: int
    content_type: str
    location: str | None
    body: bytes


class Busy(Exception):
    """A failure that may pass: the reason, and how long the site asks to wait."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait


def visit(
    address: Address, numeric: tuple[str, ...], settings: FetchSettings, *, is_rules: bool = False
) -> Answer:
    """Ask for an address at one of the numeric addresses that were checked for it.

    `is_rules` is for robots.txt, which is read whatever type its server gives it.
    """
    try:
        with _connected(address, numeric, settings) as connection:
            connection.request("GET", address.path, headers={"Host": address.netloc, **_HEADERS})
            response = connection.getresponse()
            if response.status in _BUSY:
                wait = _seconds(response.headers.get("Retry-After"))
                raise Busy(f"网站忙，回答 {response.status} (the site is busy)", wait)
            is_found = response.status == 200
            content_type = response.headers.get("Content-Type") or ""
            if is_found and not is_rules:
                _refuse_other_types(address, content_type)
            body = _body(address, response, settings) if is_found else b""
            location = response.headers.get("Location")
            return Answer(address, response.status, content_type, location, body)
    except TimeoutError as error:
        raise Busy("网站太慢，超时 (timed out)") from error
    except ssl.SSLCertVerificationError as error:
        reason = "网站的证书不可信 (the certificate cannot be trusted)"
        raise FetchError(address.url, reason) from error
    except (OSError, http.client.HTTPException, zlib.error) as error:
        raise Busy("连接中断 (the connection broke)") from error


@contextmanager
def _connected(
    address: Address, numeric: tuple[str, ...], settings: FetchSettings
) -> Iterator[http.client.HTTPConnection]:
    """A connection that is cut when the deadline comes, however slowly bytes drip in."""
    sock = _socket(address, numeric, settings.timeout)
    connection = http.client.HTTPConnection(address.host, address.port)
    connection.sock = sock
    is_late = threading.Event()
    timer = threading.Timer(settings.deadline, _cut, (sock, is_late))
    timer.daemon = True
    timer.start()
    try:
        yield connection
        if is_late.is_set():  # what was cut off may look like an end
            raise TimeoutError
    except (OSError, http.client.HTTPException, Busy) as error:
        if is_late.is_set():
            raise TimeoutError from error
        raise
    finally:
        timer.cancel()
        connection.close()


def _socket(address: Address, numeric: tuple[str, ...], timeout: float) -> socket.socket:
    """A socket to the first numeric address that answers, with TLS for the host's name."""
    failure: OSError = ConnectionError("no address")
    for number in numeric:
        try:
            plain = socket.create_connection((number, address.port), timeout)
        except OSError as error:
            failure = error
            continue
        if address.scheme == "http":
            return plain
        try:
            return ssl.create_default_context().wrap_socket(plain, server_hostname=address.host)
        except OSError:
            plain.close()
            raise
    raise failure


def _cut(sock: socket.socket, is_late: threading.Event) -> None:
    is_late.set()
    with suppress(OSError):  # it may have ended meanwhile
        sock.shutdown(socket.SHUT_RDWR)


def _body(address: Address, response: http.client.HTTPResponse, settings: FetchSettings) -> bytes:
    limit = settings.size_limit
    if response.length is not None and response.length > limit:
        raise _too_large(address, limit)
    unpack = _unpacker(address, response.headers.get("Content-Encoding") or "")
    body = bytearray()
    while chunk := response.read1(_CHUNK):
        body += chunk if unpack is None else unpack.decompress(chunk, limit + 1 - len(body))
        if len(body) > limit:
            raise _too_large(address, limit)
    if response.length or (unpack is not None and not unpack.eof):
        raise Busy("没有收完整 (the answer broke off)")
    return bytes(body)


def _refuse_other_types(address: Address, content_type: str) -> None:
    kind = content_type.partition(";")[0].strip().lower()
    if kind.startswith(_OTHER_TYPES):
        raise FetchError(address.url, f"是 {kind}，不是报告文件 (not a kind of file that is read)")


def _too_large(address: Address, limit: int) -> FetchError:
    size = f"{limit // (1024 * 1024)} MB" if limit >= 1024 * 1024 else f"{limit} bytes"
    return FetchError(address.url, f"文件超过 {size} (larger than {size})")


def _unpacker(address: Address, encoding: str) -> "zlib._Decompress | None":
    match encoding.strip().lower():
        case "" | "identity":
            return None
        case "gzip" | "x-gzip":
            return zlib.decompressobj(wbits=31)
        case other:
            raise FetchError(address.url, f"网站用了 {other} 压缩 (its compression is not read)")


def _seconds(retry_after: str | None) -> float | None:
    """The wait that a Retry-After header asks for, in its two forms."""
    if not retry_after:
        return None
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
