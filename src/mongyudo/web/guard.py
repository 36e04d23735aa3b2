"""Who may ask: only the diary's own pages, and only with small bodies.

A diary without accounts is open to whoever reaches it. So it listens on the loopback only, answers
only to its own names (a foreign name that resolves here is DNS rebinding), and changes nothing
for a page of another origin. One for several also answers to the names that the operator gives it.
"""

import asyncio
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mongyudo.diary.voice import MOST_BYTES

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1", "[::1]"})
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
MOST_BODY_BYTES = 1_000_000
"""A dream of 20,000 characters is 60 kB."""
MOST_IMPORT_BYTES = 20_000_000_000
"""An exported diary with all its films."""
LARGER = {
    "/import": MOST_IMPORT_BYTES,
    "/api/v1/import": MOST_IMPORT_BYTES,
    "/api/v1/voice": MOST_BYTES,
}
"""Where larger bodies are taken."""
BODY_WITHIN_S = 20.0
"""How long the client is waited for in all while its body comes, and longer for larger ones."""
LEAST_BYTES_PER_S = 2000.0
MOST_HEADER_BYTES = 32_000
MOST_HEADERS = 200

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src {media}; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guard:
    """Refuses what is not for this diary, and dresses every answer in safe headers."""

    def __init__(self, app: ASGIApp, names: frozenset[str] = frozenset(), media: str = "") -> None:
        """Answer to the loopback's names and to `names` of a diary for several.

        Films may come from the origin `media` (an object storage) as well; nothing else may.
        """
        self._app, self._names = app, LOOPBACK | names
        policy = POLICY.format(media=f"'self' {media}".strip())
        headers = {"content-security-policy": policy, **HEADERS}
        self._headers = [(name.encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = LARGER.get(scope["path"], MOST_BODY_BYTES)
        fault = _fault(scope["method"], Headers(scope=scope), most, self._names)
        if fault is not None:
            await problem(*fault)(scope, receive, self._dressed(send))
            return
        await self._app(scope, _bounded(receive, most), self._dressed(send))

    def _dressed(self, send: Send) -> Send:
        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in message.get("headers", [])}
                ours = [header for header in self._headers if header[0] not in own]
                message["headers"] = [*message.get("headers", []), *ours]
            await send(message)

        return dressed


def _fault(
    method: str, headers: Headers, most: int, names: frozenset[str]
) -> tuple[int, str] | None:
    host = headers.get("host", "")
    if _hostname(host) not in names:
        own = ", ".join(sorted(names - LOOPBACK)) or "127.0.0.1 and localhost only"
        return 421, f"This diary answers to {own}, not to {host[:100]!r}."
    if method not in SAFE_METHODS and not _same_origin(headers, host):
        return 403, "A page of another origin may not change this diary."
    told = headers.raw
    if len(told) > MOST_HEADERS or sum(len(n) + len(v) for n, v in told) > MOST_HEADER_BYTES:
        return 431, f"Too many headers (the limit is {MOST_HEADERS}, {MOST_HEADER_BYTES} bytes)."
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > most:
        return 413, f"The request is too large ({length} bytes; the limit is {most})."
    return None


def _hostname(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:  # a bracket that is not closed
        return None


def _same_origin(headers: Headers, host: str) -> bool:
    """Whether a changing request comes from our own page, or from no page at all."""
    origin = headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc == host
    return headers.get("sec-fetch-site", "none") in ("same-origin", "none")


def _bounded(receive: Receive, most: int) -> Receive:
    """The body, but no more of it than is allowed, nor more slowly: a length need not be told."""
    seen, waited_s, ended = 0, 0.0, False

    async def bounded() -> Message:
        nonlocal seen, waited_s, ended
        if ended:  # only that the client goes away can come now
            return await receive()
        clock = asyncio.get_running_loop()
        began_s = clock.time()
        try:
            async with asyncio.timeout(BODY_WITHIN_S + seen / LEAST_BYTES_PER_S - waited_s):
                message = await receive()
        except TimeoutError as error:
            told = f"The request came too slowly ({seen} bytes in {BODY_WITHIN_S:.0f} s or more)."
            raise HTTPException(408, told, headers={"connection": "close"}) from error
        waited_s += clock.time() - began_s
        seen += len(message.get("body", b""))
        ended = not message.get("more_body", False)
        if seen > most:
            raise HTTPException(413, f"The request is too large (the limit is {most} bytes).")
        return message

    return bounded


def problem(status: int, detail: str) -> JSONResponse:
    """An error as RFC 9457 problem details."""
    title = HTTPStatus(status).phrase
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return JSONResponse(body, status, media_type="application/problem+json")
