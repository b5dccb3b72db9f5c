"""Which web addresses may be visited, and lists of them.

Only http and https, and no machine of the own network unless that is wished: an address list
must not become a way to read what only this computer can reach.
"""

import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from pathlib import Path
from urllib.parse import quote, urlsplit

from index.errors import FetchError

Resolve = Callable[[str], Sequence[str]]

# IPv6 addresses that carry an IPv4 address in their last 32 bits (NAT64).
_NAT64 = IPv6Network("64:ff9b::/96")
_LOCAL_NAT64 = IPv6Network("64:ff9b:1::/48")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Address:
    """A checked web address, in parts; `path` has the query and is escaped."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def netloc(self) -> str:
        """Host and port as they stand in an address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _usual_port(self.scheme) else f"{host}:{self.port}"

    @property
    def site(self) -> str:
        """What has one robots.txt: scheme, host and port."""
        return f"{self.scheme}://{self.netloc}"


@dataclass(frozen=True, slots=True)
class UrlList:
    """The addresses of a list, and a sentence for each line that is none."""

    urls: tuple[str, ...]
    problems: tuple[str, ...]


def read_url_list(path: Path) -> UrlList:
    """The addresses in a file, one a line; blank lines and comments after # are left out."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise FetchError(str(path), "读不到网址清单 (the list cannot be read)") from error
    except UnicodeDecodeError as error:
        raise FetchError(str(path), "网址清单不是 UTF-8 文本 (not a text in UTF-8)") from error
    urls: dict[str, None] = {}
    problems: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        url = re.sub(r"(?:^|\s+)#.*", "", line).strip()
        try:
            if url:
                urls[address_from(url).url] = None
        except FetchError as error:
            problems.append(f"第 {number} 行 (line {number}) {url[:100]!r}: {error.reason}")
    return UrlList(tuple(urls), tuple(problems))


def address_from(url: str) -> Address:
    """The parts of a web address, or FetchError that says what is wrong with it."""
    text = url.strip()
    if not text or len(text) > _LONGEST or re.search(r"[\s\x00-\x20\x7f\\]", text):
        raise FetchError(url[:200], "不是网址 (not a web address)")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise FetchError(url, "不是网址 (not a web address)") from error
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https"):
        raise FetchError(url, "只读取 http 和 https 网址 (only http and https are read)")
    if parts.username is not None or parts.password is not None:
        raise FetchError(url, "网址里不能有用户名和密码 (no user name or password in addresses)")
    host = _host_from(url, parts.hostname)
    if port == 0:
        raise FetchError(url, "端口不对 (no such port)")
    path = _escaped(parts.path or "/") + (f"?{_escaped(parts.query)}" if parts.query else "")
    return Address(text, scheme, host, port or _usual_port(scheme), path)


def open_addresses(address: Address, resolve: Resolve, *, allow_private: bool) -> tuple[str, ...]:
    """The numeric addresses of a host; FetchError where one of them is not on the open network."""
    literal = _literal(address.host)
    numeric = (literal,) if literal else _resolved(address, resolve)
    for number in numeric:
        if not allow_private and not is_open(number):
            reason = f"{address.host} 在本机或内部网络，不读取 (private addresses are not read)"
            raise FetchError(address.url, reason)
    return numeric


def is_open(number: str) -> bool:
    """Whether a numeric address is one of the open network, under any of its disguises."""
    ip = ip_address(number.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = _inner(ip)
        if inner is not None:
            return is_open(str(inner))
        if ip.is_site_local or ip in _LOCAL_NAT64:
            return False
    return ip.is_global and not ip.is_multicast


def look_up(host: str) -> tuple[str, ...]:
    """The numeric addresses that the name service knows of a host."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def _host_from(url: str, host: str | None) -> str:
    try:
        name = (host or "").rstrip(".").partition("%")[0]
        if ":" not in name:
            name = name.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise FetchError(url, "主机名不对 (no such host name)") from error
    if not name or not re.fullmatch(r"[0-9a-z._:-]+", name):
        raise FetchError(url, "主机名不对 (no such host name)")
    return name


def _literal(host: str) -> str | None:
    """The numeric address that a host is written as: 127.1, 0177.0.0.1, 2130706433, ::1."""
    if host == "localhost" or host.endswith(".localhost"):
        return "127.0.0.1"
    try:
        if ":" in host:
            return str(IPv6Address(host))
        # Reads the short, octal, hexadecimal and one-number forms as connect() would.
        return str(IPv4Address(socket.inet_aton(host)))
    except (OSError, ValueError):
        return None


def _resolved(address: Address, resolve: Resolve) -> tuple[str, ...]:
    try:
        found = tuple(resolve(address.host))
    except (OSError, UnicodeError) as error:
        raise FetchError(address.url, "找不到这个网站 (the host is not known)") from error
    if not found:
        raise FetchError(address.url, "找不到这个网站 (the host is not known)")
    return found


def _inner(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address inside an IPv6 one: mapped, compatible, 6to4, Teredo or NAT64."""
    if ip.ipv4_mapped or ip.sixtofour:
        return ip.ipv4_mapped or ip.sixtofour
    if ip.teredo:
        return ip.teredo[1]
    if ip in _NAT64 or int(ip) >> 32 == 0:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return None


def _escaped(text: str) -> str:
    return quote(text, safe="/:?&=@!$*'(),;+~.-_%[]|")


def _usual_port(scheme: str) -> int:
    return 443 if scheme == "https" else 80
