"""A small HTTP server in this process that plays a provider, with the ways a provider fails.

A fake of a provider is a table of handlers: `Fake([("POST", "/v1/things", handler)])`. A handler
gets the request and returns an Answer; groups of the path's pattern come as `request.groups`.
`fake.then(fault, ...)` lets the next requests meet a fault each; `fake.exchanges` is what was said.
"""

import json
import re
import socket
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Request:
    """What came in. Names of headers are in small letters."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    groups: tuple[str, ...] = ()
    query: Mapping[str, list[str]] = field(default_factory=dict)

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Answer:
    """What goes out; anything but bytes as JSON."""

    body: Any = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def bytes(self) -> bytes:
        """The body as it is sent."""
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


Handler = Callable[[Request], Answer]


@dataclass(frozen=True)
class Fault:
    """What befalls one request: it comes to the handler `delivered` times (0: never, so that
    nothing happens at the provider), and the answer is another, late, cut short or lost."""

    answer: Answer | None = None
    delivered: int = 1
    delay_s: float = 0.0
    is_lost: bool = False
    is_cut: bool = False
    on: str = ""
    """Only for requests whose "METHOD /path" begins so; others do not use it up."""


def too_many(retry_after_s: float | None = 0, **more: Any) -> Fault:
    """429, with Retry-After unless None."""
    headers = {} if retry_after_s is None else {"retry-after": str(retry_after_s)}
    told = {"error": {"message": "Rate limit reached", "type": "rate_limit", "code": "rate_limit"}}
    return Fault(Answer(told, 429, headers), delivered=0, **more)


def broken(status: int = 500, **more: Any) -> Fault:
    """A 5xx, as a proxy tells it."""
    page = Answer(b"<html>upstream</html>", status, {"content-type": "text/html"})
    return Fault(page, delivered=0, **more)


def garbage(body: bytes = b"\x00\xff{not json", **more: Any) -> Fault:
    """200 with what no client can read; the provider has done its work."""
    return Fault(Answer(body, 200, {"content-type": "application/json"}), **more)


def slow(delay_s: float, **more: Any) -> Fault:
    """The right answer, late."""
    return Fault(delay_s=delay_s, **more)


def lost(**more: Any) -> Fault:
    """The connection drops after the request: the provider has done its work, nobody hears it."""
    return Fault(is_lost=True, **more)


def unheard(**more: Any) -> Fault:
    """The connection drops before the provider has done anything."""
    return Fault(is_lost=True, delivered=0, **more)


def cut(**more: Any) -> Fault:
    """Half of the right answer."""
    return Fault(is_cut=True, **more)


def twice(**more: Any) -> Fault:
    """The request is delivered twice, as a proxy on the way may do."""
    return Fault(delivered=2, **more)


class Fake:
    """The provider. Use it in a `with`; `url` is its address on the loopback."""

    def __init__(self, routes: Sequence[tuple[str, str, Handler]]) -> None:
        self._routes = [(method, re.compile(path), handler) for method, path, handler in routes]
        self._faults: deque[Fault] = deque()
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self.exchanges: list[tuple[Request, Answer | None]] = []
        fake = self

        class Told(_Talk):
            owner = fake

        self._server = _Server(("127.0.0.1", 0), Told)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        poll = {"poll_interval": 0.01}
        threading.Thread(target=self._server.serve_forever, kwargs=poll, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def requests(self) -> list[Request]:
        """What came in, in order; each delivery of what came twice is one."""
        return [request for request, _ in list(self.exchanges)]

    def then(self, *faults: Fault) -> Self:
        """Let the next requests (those that `on` fits) meet these faults, one each."""
        self._faults.extend(faults)
        return self

    def answer(self, request: Request) -> tuple[Answer | None, Fault]:
        """What the request gets, None where the connection drops, and how."""
        with self._lock:
            fault = self._next_fault(request)
        handled = [self._handled(request) for _ in range(fault.delivered)]
        for answer in handled or [fault.answer]:
            told = None if fault.is_lost else fault.answer or answer
            self.exchanges.append((request, told))
        self._closing.wait(fault.delay_s)
        return told, fault

    def _next_fault(self, request: Request) -> Fault:
        for fault in self._faults:
            if f"{request.method} {request.path}".startswith(fault.on):
                self._faults.remove(fault)
                return fault
        return Fault()

    def _handled(self, request: Request) -> Answer:
        for method, path, handler in self._routes:
            match = path.fullmatch(request.path)
            if match and method == request.method:
                return handler(replace(request, groups=match.groups()))
        return Answer({"error": {"message": f"no route {request.method} {request.path}"}}, 404)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: Any) -> None:
        """A client that has gone away is nothing to tell of."""


class _Talk(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    owner: Fake

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def __getattr__(self, name: str) -> Callable[[], None]:
        """One method for requests of every kind (do_GET and the others)."""
        if not name.startswith("do_"):
            raise AttributeError(name)
        return self._answer

    def _answer(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        where = urlsplit(self.path)
        request = Request(
            self.command, where.path, headers, self.rfile.read(length), (), parse_qs(where.query)
        )
        told, fault = self.owner.answer(request)
        if told is None:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self._say(told, is_cut=fault.is_cut)

    def _say(self, told: Answer, *, is_cut: bool) -> None:
        body = told.bytes
        self.send_response(told.status)
        headers = {"content-type": "application/json", **told.headers}
        for name, value in {**headers, "content-length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if is_cut else body)
        self.close_connection = is_cut
