"""The worker on a rented GPU: `python -m mongyudo.journey.runpod_worker`, a RunPod handler.

It opens any backend by name, keeps its weights loaded between jobs, and gives the video back: at
the address that the order names, or in the answer. What it says of a failure holds no path and no
word of the dream, and so does its log.
"""

import asyncio
import logging
import os
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mongyudo.backends.contract import Options, Rendering, Session
from mongyudo.backends.hosted import runpod_wire as wire
from mongyudo.backends.registry import ready
from mongyudo.errors import BackendError, MongyudoError, RenderCancelledError
from mongyudo.journey.choices import options_from
from mongyudo.settings import load_settings

log = logging.getLogger("mongyudo")

Report = Callable[[dict[str, float]], None]
TOLD_EVERY_S = 1.0
PUT_ATTEMPTS = 4
PUT_HEADERS = {"content-type": "video/mp4", "x-ms-blob-type": "BlockBlob"}
"""Azure wants to be told what kind of blob it is; the others do not mind."""


def plain(error: BaseException) -> str:
    """A failure in one line, without paths; of one that nobody foresaw its name alone."""
    if isinstance(error, MongyudoError):
        return wire.without_paths(str(error).partition("\n")[0])
    return f"{type(error).__name__} in the worker; its own log says where"


@dataclass(slots=True)
class Worker:
    """Films order after order, one at a time; `_key` is what the open session was opened with."""

    own: Options
    _session: Session | None = None
    _key: tuple[str, Options] | None = None
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _still: Path = field(
        default_factory=lambda: Path(tempfile.mkdtemp(prefix="mongyudo-")) / "still.png"
    )

    def film(self, told: Any, stop: threading.Event, report: Report) -> dict[str, Any]:
        """The answer to an order, or {"error": why not}."""
        try:
            with self._turn:
                return self._film(wire.order_from(told), stop, report)
        except Exception as error:  # noqa: BLE001 (the SDK would answer with a traceback)
            _log(error)
            return {"error": plain(error)}

    def _film(self, order: wire.JobOrder, stop: threading.Event, report: Report) -> dict[str, Any]:
        session = self._opened(order)
        shot, telling = wire.received(order.shot), _Telling(report)
        rendering = session.render(shot, stop.is_set, telling)
        frames = list(rendering.frames)
        if stop.is_set():
            raise RenderCancelledError("cancelled; nothing was kept")
        return self._given(order, rendering, frames)

    def _opened(self, order: wire.JobOrder) -> Session:
        """The session that stands open, or a new one in its place."""
        options = order.options(self.own)
        if order.still_png:
            self._still.write_bytes(wire.as_bytes(order.still_png))
            options = replace(options, still=str(self._still))
        key = (order.backend, options)
        if self._session is None or key != self._key:
            self._close()
            self._session, self._key = ready(order.backend, options).open(options), key
        return self._session

    def _close(self) -> None:
        if self._session is not None:
            self._session.close()
        self._session = self._key = None

    def _given(self, order: wire.JobOrder, rendering: Rendering, frames: Any) -> dict[str, Any]:
        """The answer, with the video where it belongs."""
        video = wire.packed(rendering, frames, "lossless")
        if order.put_url:
            _put(order.put_url, video)
            return wire.answer_json(wire.answer_of(video))
        if len(video) > wire.INLINE_MOST_BYTES:
            video = wire.packed(rendering, frames, "high")
        if len(video) > wire.INLINE_MOST_BYTES:
            raise BackendError(
                f"the video has {len(video)} bytes, an answer holds {wire.INLINE_MOST_BYTES}. "
                "Set `storage` (an object storage), or film fewer seconds"
            )
        return wire.answer_json(wire.answer_of(video), video)


class _Telling:
    """Reports shares, not more often than anybody asks."""

    def __init__(self, report: Report) -> None:
        self._report, self._told_s = report, 0.0

    def __call__(self, share: float) -> None:
        if time.monotonic() - self._told_s >= TOLD_EVERY_S:
            self._told_s = time.monotonic()
            self._report({"share": round(share, 3)})


def _put(url: str, video: bytes) -> None:
    """Store the video at a signed address; raises BackendError when it is not taken."""
    import httpx

    fault = ""
    for attempt in range(PUT_ATTEMPTS):
        time.sleep(2**attempt - 1)
        try:
            answer = httpx.put(url, content=video, headers=PUT_HEADERS, timeout=300)
        except httpx.HTTPError as error:
            fault = type(error).__name__
            continue
        if answer.is_success:
            return
        fault = f"HTTP {answer.status_code}"
        if answer.status_code < 500:
            break
    raise BackendError(
        f"the object storage did not take the video ({fault}): the signed address has expired, or "
        "the worker cannot reach it. Film it again"
    )


def _log(error: BaseException) -> None:
    """Where it happened, without the message: that may hold words of the dream."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    where = [f"{Path(each.filename).name}:{each.lineno}" for each in reversed(frames)]
    log.error("failed: %s at %s", type(error).__name__, " < ".join(where))


def handler(worker: Worker, report: Callable[[Any, Any], None]) -> Callable[[Any], Any]:
    """The SDK's handler: a coroutine, so that a job which is stopped can be told so."""

    async def handle(job: dict[str, Any]) -> dict[str, Any]:
        stop = threading.Event()
        try:
            return await asyncio.to_thread(
                worker.film, job.get("input"), stop, lambda share: report(job, share)
            )
        except asyncio.CancelledError:
            stop.set()  # the thread ends at the next step of the model
            raise

    return handle


def main() -> None:
    """Serve jobs until told to stop."""
    os.environ["RUNPOD_LOG_LEVEL"] = "INFO"  # below it the SDK logs whole answers, with prompts
    import runpod

    worker = Worker(options_from(load_settings()))
    serve = handler(worker, runpod.serverless.progress_update)
    runpod.serverless.start({"handler": serve})


if __name__ == "__main__":
    main()
