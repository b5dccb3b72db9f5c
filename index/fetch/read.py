"""The walk from an address to a file: rules of the site, pauses, redirects, tries.

A site is asked what it lets programs read, is not hurried, and is asked again when it is busy.
"""

import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from index.errors import FetchError
from index.fetch.address import Address, Resolve, address_from, look_up, open_addresses
from index.fetch.keep import FetchedFile, keep
from index.fetch.robots import Robots, robots_from
from index.fetch.visit import Answer, Busy, FetchSettings, visit

_PROGRAM = "nianbao"
_MOVED = frozenset((301, 302, 303, 307, 308))
# A pause that a robots.txt may ask for; beyond it, reading a site would never end.
_LONGEST_DELAY = 30.0
_REASONS = {
    401: "要登录才能看 (a login is asked for)",
    403: "网站拒绝访问 (the site refuses)",
    404: "没有这个页面 (not found)",
    410: "页面已经撤下 (gone)",
}


@dataclass(slots=True)
class Visits:
    """What is remembered of sites from one address to the next: their rules, the last visit."""

    robots: dict[str, Robots] = field(default_factory=dict)
    next_visit: dict[str, float] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


# One for the process, so that no caller can forget to be polite.
_VISITS = Visits()


def fetch(
    url: str,
    folder: Path,
    *,
    settings: FetchSettings | None = None,
    resolve: Resolve = look_up,
    visits: Visits = _VISITS,
) -> FetchedFile:
    """Read an address into `folder/raw`, or raise FetchError with the reason."""
    visitor = _Visitor(settings or FetchSettings(), resolve, visits)
    try:
        answer = visitor.follow(address_from(url))
        if answer.status != 200:
            reason = _REASONS.get(answer.status, f"网站回答 {answer.status} (status of the site)")
            raise FetchError(url, reason)
        return keep(url, answer, folder / "raw")
    except Busy as error:
        raise FetchError(url, error.reason) from error
    except FetchError as error:
        # Named by the address that was asked for, wherever redirects led.
        raise FetchError(url, error.reason) from error


@dataclass(frozen=True, slots=True)
class _Visitor:
    """Visits addresses by the settings, and remembers the sites."""

    settings: FetchSettings
    resolve: Resolve
    visits: Visits

    def follow(self, address: Address, *, is_rules: bool = False) -> Answer:
        """The answer at the end of all redirects; each hop is checked as the first one is."""
        for _ in range(self.settings.redirects + 1):
            if not is_rules:
                self._check_robots(address)
            answer = self._ask_until_answered(address, is_rules)
            if answer.status not in _MOVED or not answer.location:
                return answer
            address = _moved_to(answer.location, address)
        raise FetchError(address.url, "转向太多次 (too many redirects)")

    def _check_robots(self, address: Address) -> None:
        """Raise FetchError where the site does not let programs read the address."""
        robots = self.visits.robots.get(address.site)
        if robots is None:
            robots = self.visits.robots[address.site] = self._robots(address)
        if not robots.allows(address.path):
            reason = "网站的 robots.txt 不让程序读取 (disallowed by robots.txt)"
            raise FetchError(address.url, reason)

    def _robots(self, address: Address) -> Robots:
        """The rules of a site: none where it has no robots.txt, RFC 9309 2.3.1.3."""
        rules = address_from(address.site + "/robots.txt")
        try:
            answer = self.follow(rules, is_rules=True)
        except Busy as error:
            reason = f"读不到 robots.txt，{error.reason} (robots.txt cannot be read)"
            raise FetchError(address.url, reason) from error
        if answer.status != 200:
            return Robots()
        return robots_from(answer.body.decode("utf-8", "replace"), _PROGRAM)

    def _ask_until_answered(self, address: Address, is_rules: bool) -> Answer:
        """The answer to a hop, after as many tries as the settings allow; else Busy."""
        pause = self.settings.backoff
        for left in range(self.settings.tries - 1, -1, -1):
            # Checked before each try, and the numbers that were checked are connected to: a
            # name that suddenly points into the own network gains nothing.
            allow = self.settings.allow_private
            numeric = open_addresses(address, self.resolve, allow_private=allow)
            self._pause_for(address)
            try:
                return visit(address, numeric, self.settings, is_rules=is_rules)
            except Busy as error:
                if not left or (error.wait or 0) > self.settings.longest_wait:
                    raise
                time.sleep(max(pause, error.wait or 0))
                pause *= 2
        raise AssertionError("unreachable: tries is at least 1")

    def _pause_for(self, address: Address) -> None:
        """Wait until the site may be visited again, and take that turn."""
        robots = self.visits.robots.get(address.site, Robots())
        delay = max(self.settings.delay, min(robots.delay, _LONGEST_DELAY))
        with self.visits.lock:
            now = time.monotonic()
            turn = max(now, self.visits.next_visit.get(address.site, now))
            self.visits.next_visit[address.site] = turn + delay
        time.sleep(turn - now)


def _moved_to(header: str, address: Address) -> Address:
    """The address in a Location header: its bytes are UTF-8 or GBK, its blanks bare."""
    data = header.encode("latin-1", "ignore")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")
    text = text.strip().replace(" ", "%20")
    try:
        return address_from(urljoin(address.url, text))
    except ValueError as error:
        raise FetchError(text, "转向的不是网址 (redirected to no web address)") from error
