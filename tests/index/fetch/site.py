"""A web site on loopback that answers as it is told, and remembers what it was asked."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = "<html><title>年度报告</title><p>清水乡人民政府2024年政府信息公开工作年度报告</p></html>"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a path answers: headers as they are, and how slowly the body comes."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    pause: float = 0.0  # before each piece
    pieces: int = 1


def page(text: str = PAGE, **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(200, text.encode(), {"Content-Type": "text/html; charset=utf-8", **named})


def moved(to: str, status: int = 302) -> Reply:
    return Reply(status, b"", {"Location": to})


@dataclass(slots=True)
class Site:
    """Replies by path; a list is given one by one, its last again and again."""

    root: str
    port: int
    replies: dict[str, Reply | list[Reply]] = field(default_factory=dict)
    asked: list[tuple[float, str, str]] = field(default_factory=list)  # when, path, Host

    @property
    def paths(self) -> list[str]:
        return [path for _, path, _ in self.asked]

    def reply(self, path: str) -> Reply:
        reply = self.replies.get(path, Reply(404))
        if isinstance(reply, Reply):
            return reply
        return reply.pop(0) if len(reply) > 1 else reply[0]


@contextmanager
def running_site() -> Iterator[Site]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.daemon_threads = True
    port = server.server_address[1]
    site = Site(f"http://127.0.0.1:{port}", port)
    server.RequestHandlerClass = _handler(site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(site: Site) -> Callable[..., BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((time.monotonic(), self.path, self.headers["Host"]))
            reply = site.reply(self.path)
            self.send_response_only(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if "Content-Length" not in reply.headers:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            size = max(1, -(-len(reply.body) // reply.pieces))
            for start in range(0, len(reply.body), size):
                time.sleep(reply.pause)
                try:
                    self.wfile.write(reply.body[start : start + size])
                    self.wfile.flush()
                except OSError:  # the visitor has left
                    return

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler
