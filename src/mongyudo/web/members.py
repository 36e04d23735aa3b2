"""Who asks, in a diary for several: their session, and the gate that lets nobody else in.

The gate stands before everything but the few addresses that are for anybody, so a route that is
added later is closed until it is opened here.
"""

import asyncio
import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import IPv4Network, IPv6Network, ip_address
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from urllib.parse import urlencode

from itsdangerous import BadSignature, Signer
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mongyudo.diary import audit, limits, sessions
from mongyudo.diary.limits import TooManyError
from mongyudo.diary.quotas import Allowance
from mongyudo.diary.sessions import Caller
from mongyudo.diary.store import Store
from mongyudo.errors import MongyudoError
from mongyudo.settings import Settings
from mongyudo.web.guard import LOOPBACK, SAFE_METHODS, problem

OPEN = frozenset(
    {"/login", "/sign-up", "/language", "/help", "/terms", "/api/v1/session", "/api/openapi.json"}
    | {"/health", "/ready", "/metrics"}
)
OPEN_UNDER = ("/shared/", "/static/", "/fonts/")
"""What anybody may ask for: to come in, films that were shared, and the look of the pages."""
UNWRITTEN = frozenset({"/api/v1/draft", "/api/v1/voice", "/language", "/api/v1/session", "/login"})
"""Changes that are too small for the audit log, or that write themselves down."""
EXPORTS = ("/export.", "/api/v1/export.")
KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Rules:
    """How a diary for several is kept."""

    host_names: frozenset[str]
    is_open: bool
    usual: Allowance
    changes_a_minute: int = 60
    metrics_readers: tuple[IPv4Network | IPv6Network, ...] = ()

    def may_read_metrics(self, address: str) -> bool:
        """Whether whoever asks from `address` is told the metrics."""
        try:
            asking = ip_address(address)
        except ValueError:  # no address: a socket file
            return False
        asking = getattr(asking, "ipv4_mapped", None) or asking
        return any(asking in network for network in self.metrics_readers)


def rules_from(settings: Settings) -> Rules:
    """The rules that the settings name."""
    return Rules(
        frozenset(name.lower() for name in settings.host_names),
        settings.sign_up == "open",
        Allowance(settings.films_a_day, settings.films_at_once, settings.disk_mb),
        settings.changes_a_minute,
        settings.metrics_readers,
    )


def session_key(given: Path | None, folder: Path) -> bytes:
    """The key that signs cookies, from the file `given`, else from one made in `folder`."""
    path = given or folder / "session.key"
    if given is None and not path.exists():
        _make_key(path)
    try:
        key = path.read_bytes().strip()
    except OSError as error:
        told = f"session_key_file: {path} cannot be read ({error.strerror})."
        raise MongyudoError(told) from error
    if len(key) < KEY_BYTES:
        raise MongyudoError(
            f"session_key_file: {path} holds {len(key)} bytes; the least is {KEY_BYTES}. "
            "Make one with: openssl rand -hex 32"
        )
    return key


def _make_key(path: Path) -> None:
    """Make the key whole or not at all: another process may look for it at the same moment."""
    with NamedTemporaryFile(dir=path.parent) as file:  # for nobody else to read
        file.write(os.urandom(KEY_BYTES).hex().encode())
        file.flush()
        with suppress(FileExistsError):
            os.link(file.name, path)


def signer(key: bytes) -> Signer:
    """What signs session ids; a cookie holds nothing else."""
    return Signer(key, salt="mongyudo.session", digest_method=sha256)


def is_local(request: HTTPConnection) -> bool:
    """Whether the request came to a loopback name, without TLS."""
    return request.url.scheme in ("http", "ws") and (request.url.hostname or "") in LOOPBACK


def cookie_name(request: HTTPConnection) -> str:
    """The session cookie's name: outside of this machine one that only https can set."""
    return "session" if is_local(request) else "__Host-session"


def set_cookie(request: Request, answer: Response, session_id: str) -> None:
    """Give the browser its session."""
    value = request.app.state.diary.signer.sign(session_id).decode()
    answer.set_cookie(
        cookie_name(request), value, max_age=int(sessions.LASTS.total_seconds()), path="/",
        secure=not is_local(request), httponly=True, samesite="lax",
    )  # fmt: skip


def clear_cookie(request: Request, answer: Response) -> None:
    """Take the session from the browser, and whatever pages left in it."""
    answer.delete_cookie(
        cookie_name(request), path="/", secure=not is_local(request), httponly=True, samesite="lax"
    )
    answer.headers["clear-site-data"] = '"cache", "storage"'


def address_of(request: HTTPConnection) -> str:
    """Where the request comes from."""
    return request.client.host if request.client else ""


def caller_of(request: HTTPConnection) -> Caller | None:
    """Who asks; None for nobody that is known, and in a diary without accounts."""
    caller: Caller | None = request.scope.get("caller")
    return caller


class Gate:
    """Lets those in who are logged in, and writes down what they change."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a stranger, or pass the request on with its caller."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        store: Store = scope["app"].state.diary.store
        rules: Rules = scope["app"].state.diary.rules
        caller = await asyncio.to_thread(_caller, request, store)
        if caller is None and not is_for_anybody(scope["path"]):
            await _stranger(scope)(scope, receive, send)
            return
        scope["caller"] = caller
        if caller is not None and _is_written_down(scope):
            try:
                await asyncio.to_thread(_check_changes, store, caller, rules.changes_a_minute)
            except TooManyError as error:
                await _too_many(scope, error)(scope, receive, send)
                return
        status = await self._passed(scope, receive, send)
        if caller is not None and status < 400 and _is_written_down(scope):
            await asyncio.to_thread(_write_down, store, caller, scope)

    async def _passed(self, scope: Scope, receive: Receive, send: Send) -> int:
        told = 500

        async def private(message: Message) -> None:
            nonlocal told
            if message["type"] == "http.response.start":
                told = message["status"]
                if scope["caller"] is not None and not scope["path"].startswith(OPEN_UNDER):
                    MutableHeaders(scope=message).setdefault("cache-control", "no-store")
            await send(message)

        await self._app(scope, receive, private)
        return told


def is_for_anybody(path: str) -> bool:
    """Whether a stranger may ask for `path`."""
    return path in OPEN or path.startswith(OPEN_UNDER)


def _caller(request: HTTPConnection, store: Store) -> Caller | None:
    cookie = request.cookies.get(cookie_name(request), "")
    if not cookie or request.url.path.startswith(("/static/", "/fonts/")):
        return None
    try:
        session_id = request.app.state.diary.signer.unsign(cookie).decode()
    except (BadSignature, UnicodeError):
        return None
    return sessions.caller(store, session_id, address=address_of(request))


def _stranger(scope: Scope) -> Response:
    path: str = scope["path"]
    if path.startswith("/api/"):
        return problem(401, "로그인해 주세요. (Please log in: POST /api/v1/session.)")
    wished = {"onward": path} if scope["method"] in SAFE_METHODS and path != "/" else {}
    return RedirectResponse("/login" + ("?" + urlencode(wished) if wished else ""), 303)


def _check_changes(store: Store, caller: Caller, most: int) -> None:
    with store.transaction() as session:
        limits.check_changes(session, caller.dreamer_id, most)


def _too_many(scope: Scope, error: TooManyError) -> Response:
    answer: Response = problem(429, str(error))
    if not scope["path"].startswith("/api/"):
        answer = PlainTextResponse(str(error), 429)
    answer.headers["retry-after"] = str(error.retry_after_s)
    return answer


def _is_written_down(scope: Scope) -> bool:
    if scope["method"] in SAFE_METHODS:
        return bool(scope["path"].startswith(EXPORTS))
    return scope["path"] not in UNWRITTEN


def _write_down(store: Store, caller: Caller, scope: Scope) -> None:
    route: Any = scope.get("route")
    path = getattr(route, "path", "") or "?"
    ids = scope.get("path_params", {}).values()
    with store.transaction() as session:
        audit.record(
            session, f"{scope['method']} {path}"[:80], dreamer_id=caller.dreamer_id,
            about=next((str(each)[:64] for each in ids), ""), address=caller.address,
        )  # fmt: skip
