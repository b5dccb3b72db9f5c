"""A Bot API on loopback, as strict as Telegram where a bot could go wrong.

It reads form, JSON and multipart bodies; holds long polls open and takes an offset as the
confirmation of what came before; answers 409 to polls while a webhook is set or another poll is
open; posts to a webhook with its secret; measures text in UTF-16 units; parses HTML; and fails on
demand. `BotApi` is the server and, with `say`, `press` and the like, the people who write to it.
"""

import contextlib
import json
import re
import sys
import threading
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Json = dict[str, Any]

BOT_ID = 777
BOT_NAME = "nianbao_test_bot"
TOKEN = f"{BOT_ID}:TEST-token_of_nobody"
TAGS = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "blockquote"}


class Refusal(Exception):
    """An answer that is not ok."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


@dataclass
class Sent:
    """A message of the bot, as a client would show it."""

    chat: int
    message: int
    text: str
    raw: str
    mode: str | None
    entities: list[Json]
    buttons: list[list[Json]]
    reply_to: int | None
    thread: int | None

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.buttons for button in row]


@dataclass
class Fault:
    """What goes wrong instead of an answer; a hang when `code` is 0."""

    code: int
    times: int
    description: str = "on demand"
    seconds: float = 0.0
    retry_after: int | None = None
    only: Callable[[Json], bool] = field(default=lambda _: True)


class BotApi:
    """The server, listening from construction until `close`."""

    def __init__(self) -> None:
        self.sent: list[Sent] = []
        self.calls: list[tuple[str, Json]] = []
        self.webhook: Json = {}
        self.webhook_answers: list[int] = []
        self.errors: list[Exception] = []  # of this server itself
        self.token_is_good = True
        self._alerts: dict[str, Json | None] = {}
        self._updates: list[Json] = []
        self._faults: dict[str, list[Fault]] = defaultdict(list)
        self._changed = threading.Condition()
        self._next = defaultdict[str, int](lambda: 1)
        self._poll = 0
        self._is_closed = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.api = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self._is_closed.set()
        with self._changed:
            self._changed.notify_all()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    # ── people ──────────────────────────────────────────────────────────────────────────────

    def say(self, chat: int, text: str | None = None, **more: Any) -> int:
        """Somebody writes; gives the number of the message."""
        message = self._message(chat, text, **more)
        self._put({"message": message})
        return int(message["message_id"])

    def edit(self, chat: int, number: int, text: str, **more: Any) -> None:
        """Somebody edits a message."""
        message = {**self._message(chat, text, **more), "message_id": number}
        self._put({"edited_message": {**message, "edit_date": int(time.time())}})

    def press(self, sent: Sent, label: str) -> str:
        """Somebody presses a button; gives the number of the press."""
        data = next(b["callback_data"] for row in sent.buttons for b in row if b["text"] == label)
        return self.press_data(sent.chat, data, sent.message)

    def press_data(self, chat: int, data: str, number: int = 1) -> str:
        """Somebody presses a button with that data, whether or not there ever was one."""
        query = f"q{self._number('query')}"
        self._alerts[query] = None
        message = {**self._message(chat, "…"), "message_id": number}
        message["from"] = self._me()
        callback = {"id": query, "from": _person(chat), "chat_instance": "1", "data": data}
        self._put({"callback_query": {**callback, "message": message}})
        return query

    def alert(self, query: str) -> Json | None:
        """How a press was acknowledged; None while it is not."""
        return self._alerts[query]

    # ── faults ──────────────────────────────────────────────────────────────────────────────

    def fail(self, method: str, code: int, *, times: int = 1, **more: Any) -> None:
        """Answer the next calls of the method with an error."""
        self._faults[method.lower()].append(Fault(code, times, **more))

    def hang(self, method: str, seconds: float, *, times: int = 1, **more: Any) -> None:
        """Carry out the next calls of the method, but answer nothing."""
        self._faults[method.lower()].append(Fault(0, times, seconds=seconds, **more))

    # ── what the bot sent ───────────────────────────────────────────────────────────────────

    def texts(self, chat: int) -> list[str]:
        return [sent.text for sent in self.sent if sent.chat == chat]

    def in_chat(self, chat: int) -> list[Sent]:
        return [sent for sent in self.sent if sent.chat == chat]

    def called(self, method: str) -> list[Json]:
        return [body for name, body in list(self.calls) if name == method.lower()]

    # ── the server ──────────────────────────────────────────────────────────────────────────

    def answer(self, token: str, method: str, body: Json) -> Any:
        """The result of a method, or a Refusal."""
        self.calls.append((method.lower(), body))
        if token != TOKEN or not self.token_is_good:
            raise Refusal(401, "Unauthorized")
        fault = self._fault(method.lower(), body)
        if fault and fault.code:
            more = {"retry_after": fault.retry_after} if fault.retry_after else {}
            raise Refusal(fault.code, fault.description, **more)
        step = getattr(self, f"_on_{method.lower()}", None)
        if step is None:
            raise Refusal(404, "Not Found: method not found")
        result = step(body)
        if fault:
            self._is_closed.wait(fault.seconds)
            raise ConnectionAbortedError
        return result

    def _fault(self, method: str, body: Json) -> Fault | None:
        for fault in self._faults[method]:
            if fault.times and fault.only(body):
                fault.times -= 1
                return fault
        return None

    def _on_getme(self, _: Json) -> Json:
        return {**self._me(), "can_join_groups": True, "can_read_all_group_messages": False}

    def _on_setmycommands(self, body: Json) -> bool:
        for command in body["commands"]:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
                raise Refusal(400, "Bad Request: BOT_COMMAND_INVALID")
        return True

    def _on_sendchataction(self, body: Json) -> bool:
        if body.get("action") != "typing":
            raise Refusal(400, "Bad Request: wrong parameter action in request")
        return True

    def _on_setwebhook(self, body: Json) -> bool:
        if not urlsplit(body.get("url", "")).scheme.startswith("http"):
            raise Refusal(400, "Bad Request: bad webhook: invalid URL")
        self.webhook = body
        return True

    def _on_deletewebhook(self, _: Json) -> bool:
        self.webhook = {}
        return True

    def _on_getwebhookinfo(self, _: Json) -> Json:
        url = self.webhook.get("url", "")
        return {"url": url, "has_custom_certificate": False, "pending_update_count": 0}

    def _on_getupdates(self, body: Json) -> list[Json]:
        if self.webhook:
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active")
        until = time.monotonic() + float(body.get("timeout", 0))
        with self._changed:
            self._poll += 1
            mine = self._poll
            self._changed.notify_all()
            confirmed = int(body.get("offset", 0))
            self._updates = [u for u in self._updates if u["update_id"] >= confirmed]
            while not self._updates and not self._is_closed.is_set():
                left = until - time.monotonic()
                if left <= 0 or not self._changed.wait(left):
                    break
                if mine != self._poll:
                    raise Refusal(409, "Conflict: terminated by other getUpdates request")
            return self._updates[:100]

    def _on_sendmessage(self, body: Json) -> Json:
        text, entities = _parsed(body.get("text", ""), body.get("parse_mode"))
        reply = body.get("reply_parameters", {})
        sent = Sent(
            chat=int(body["chat_id"]),
            message=self._number("message"),
            text=text,
            raw=body["text"],
            mode=body.get("parse_mode"),
            entities=entities,
            buttons=_buttons(body.get("reply_markup")),
            reply_to=reply.get("message_id"),
            thread=int(body["message_thread_id"]) if "message_thread_id" in body else None,
        )
        self.sent.append(sent)
        return self._shown(sent)

    def _on_editmessagetext(self, body: Json) -> Json:
        number = int(body["message_id"])
        sent = next((s for s in self.sent if s.message == number), None)
        if sent is None:
            raise Refusal(400, "Bad Request: message to edit not found")
        text, entities = _parsed(body.get("text", ""), body.get("parse_mode"))
        buttons = _buttons(body.get("reply_markup"))
        if (text, entities, buttons) == (sent.text, sent.entities, sent.buttons):
            raise Refusal(400, "Bad Request: message is not modified")
        sent.text, sent.entities, sent.buttons = text, entities, buttons
        return self._shown(sent)

    def _on_answercallbackquery(self, body: Json) -> bool:
        query = body["callback_query_id"]
        if self._alerts.get(query, body) is not None:
            raise Refusal(400, "Bad Request: query is too old or query ID is invalid")
        if len(body.get("text", "")) > 200:
            raise Refusal(400, "Bad Request: MESSAGE_TOO_LONG")
        self._alerts[query] = body
        return True

    def _put(self, update: Json) -> None:
        with self._changed:
            update = {"update_id": self._number("update"), **update}
            if not self.webhook:
                self._updates.append(update)
                self._changed.notify_all()
                return
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "")}
        self.webhook_answers.append(post(self.webhook["url"], update, headers))

    def _number(self, kind: str) -> int:
        with self._changed:
            self._next[kind] += 1
            return self._next[kind]

    def _me(self) -> Json:
        return {"id": BOT_ID, "is_bot": True, "first_name": "年报", "username": BOT_NAME}

    def _message(self, chat: int, text: str | None, **more: Any) -> Json:
        kind = {"type": "private", "first_name": "某人"} if chat > 0 else {"type": "supergroup"}
        message = {
            "message_id": self._number("message"),
            "date": int(time.time()),
            "chat": {"id": chat, "title": "群", **kind},
            "from": _person(chat),
            **more,
        }
        return message if text is None else {**message, "text": text}

    def _shown(self, sent: Sent) -> Json:
        message = {**self._message(sent.chat, sent.text), "message_id": sent.message}
        return {**message, "from": self._me(), "entities": sent.entities}


def post(url: str, update: Json, headers: dict[str, str]) -> int:
    """Post an update as Telegram does; gives the status."""
    data = json.dumps(update).encode()
    request = urllib.request.Request(
        url, data, {"Content-Type": "application/json", **headers}, method="POST"
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=5) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        with error:
            return int(error.code)


def _person(chat: int) -> Json:
    return {"id": abs(chat), "is_bot": False, "first_name": "某人"}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _parsed(raw: str, mode: str | None) -> tuple[str, list[Json]]:
    text, entities = parse_html(raw) if mode == "HTML" else (raw, [])
    if not text.strip():
        raise Refusal(400, "Bad Request: message text is empty")
    if _units(text) > 4096:
        raise Refusal(400, "Bad Request: message is too long")
    return text, entities


def parse_html(raw: str) -> tuple[str, list[Json]]:
    """The text and its entities; refuses tags that are unknown, or do not pair."""
    text, entities = "", list[Json]()
    opened: list[tuple[str, int]] = []
    for part in re.split(r"(<[^<>]*>?)", raw):
        tag = re.fullmatch(r"<(/?)([a-z-]*)[^<>]*>", part)
        if not part.startswith("<"):
            text += _unescaped(part)
        elif not tag or tag[2] not in TAGS:
            raise Refusal(400, f"Bad Request: can't parse entities: unsupported tag {part}")
        elif not tag[1]:
            opened.append((tag[2], _units(text)))
        elif not opened or opened[-1][0] != tag[2]:
            raise Refusal(400, f"Bad Request: can't parse entities: unexpected end tag {part}")
        else:
            _, start = opened.pop()
            entities.append({"type": "bold", "offset": start, "length": _units(text) - start})
    if opened:
        raise Refusal(400, f"Bad Request: can't parse entities: no end tag for {opened[-1][0]}")
    return text, entities


def _unescaped(text: str) -> str:
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, char)
    return text


def _buttons(markup: Json | None) -> list[list[Json]]:
    rows: list[list[Json]] = (markup or {}).get("inline_keyboard", [])
    for button in (button for row in rows for button in row):
        if not button["text"].strip():
            raise Refusal(400, "Bad Request: text buttons must be non-empty")
        if not 1 <= len(button["callback_data"].encode()) <= 64:
            raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
    if any(len(row) > 8 for row in rows) or sum(map(len, rows)) > 100:
        raise Refusal(400, "Bad Request: too many buttons")
    return rows


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    api: BotApi

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A bot that stopped waiting is no fault of ours, and is what some tests are about.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_POST(self) -> None:
        found = re.fullmatch(r"/bot([^/]+)/(\w+)", urlsplit(self.path).path)
        try:
            body = self._body()
            if not found:
                raise Refusal(404, "Not Found")
            result = self.server.api.answer(found[1], found[2], body)
            self._reply(200, {"ok": True, "result": result})
        except Refusal as refusal:
            answer = {"ok": False, "error_code": refusal.code, "description": refusal.description}
            more = {"parameters": refusal.parameters} if refusal.parameters else {}
            self._reply(refusal.code, {**answer, **more})
        except ConnectionError:
            self.close_connection = True
        except Exception as error:
            self.server.api.errors.append(error)
            raise

    do_GET = do_POST

    def log_message(self, *_: Any) -> None:
        pass

    def _reply(self, code: int, answer: Json) -> None:
        data = json.dumps(answer).encode()
        with contextlib.suppress(ConnectionError):  # the bot did not wait
            self.send_response(code)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    def _body(self) -> Json:
        length = int(self.headers.get("Content-Length", 0))
        raw = self.rfile.read(length)
        if len(raw) < length:  # the bot broke off while it was still sending
            raise ConnectionAbortedError
        kind = self.headers.get("Content-Type", "")
        if kind.startswith("application/json"):
            return dict(json.loads(raw))
        if kind.startswith("multipart/form-data"):
            message = BytesParser(policy=HTTP).parsebytes(
                f"Content-Type: {kind}\r\n\r\n".encode() + raw
            )
            parts = [
                (p.get_param("name", header="content-disposition"), p.get_content())
                for p in message.iter_parts()
            ]
            return {str(name): _value(value) for name, value in parts}
        query = f"{urlsplit(self.path).query}&{raw.decode('ascii')}"
        return {
            name: _value(values[-1])
            for name, values in parse_qs(query, keep_blank_values=True).items()
        }


def _value(text: Any) -> Any:
    # In forms, Telegram takes objects and lists as JSON, everything else as it stands.
    if isinstance(text, str) and text[:1] in "{[" and text[:1]:
        with contextlib.suppress(ValueError):
            return json.loads(text)
    return text
