"""What an operator sees of the diary: each request counted, timed and logged, never its words.

Labels are route templates and known names, so that nobody's ids or inventions fill the metrics.
"""

import logging
import re
import time
from uuid import uuid4

from prometheus_client import Counter, Gauge, Histogram
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
REQUEST_ID = re.compile("[A-Za-z0-9-]{1,64}")
BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 10)
MOUNTED = ("static", "fonts")

REQUESTS = Counter(
    "mongyudo_requests", "Requests answered.", ("method", "route", "status"),
)  # fmt: skip
DURATION_S = Histogram(
    "mongyudo_request_duration_seconds", "From a request to the end of its answer.",
    ("route",), buckets=BUCKETS_S,
)  # fmt: skip
PROCESSES = Gauge(
    "mongyudo_web_processes", "Web processes that answer.", multiprocess_mode="livesum"
)
log = logging.getLogger("mongyudo.requests")


class Observed:
    """Counts, times and logs each request, and gives it an id that its answer carries."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and note how it went."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        request_id = given if REQUEST_ID.fullmatch(given) else uuid4().hex
        began_s, status = time.perf_counter(), 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [
                    *message.get("headers", []), (b"x-request-id", request_id.encode()),
                ]  # fmt: skip
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            _note(scope, request_id, status, time.perf_counter() - began_s)


def _note(scope: Scope, request_id: str, status: int, duration_s: float) -> None:
    method = scope["method"] if scope["method"] in METHODS else "other"
    route = route_of(scope)
    REQUESTS.labels(method, route, status).inc()
    DURATION_S.labels(route).observe(duration_s)
    told = {
        "request_id": request_id, "method": method, "route": route, "status": status,
        "duration_ms": round(1000 * duration_s, 1),
    }  # fmt: skip
    log.info("%s %s %d", method, route, status, extra={"told": told})


def route_of(scope: Scope) -> str:
    """The template of the route that answered; what none answered counts together."""
    path: str | None = getattr(scope.get("route"), "path", None)
    if path is not None:
        return path
    first = str(scope["path"]).split("/")[1:2]
    return f"/{first[0]}" if first and first[0] in MOUNTED else "none"
