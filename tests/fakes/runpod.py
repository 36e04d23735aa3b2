"""RunPod's serverless REST as its documentation tells it, before a real worker in this process.

A job goes through the states of `course`, one each time that its status is asked; the worker films
when the job completes.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from tests.fakes.server import Answer, Fake, Request

ENDPOINT, KEY = "a1b2c3d4e5", "rpa_canary_of_the_key"
WARM = ("IN_QUEUE", "IN_PROGRESS", "COMPLETED")
TRACEBACK = json.dumps(
    {
        "error_type": "<class 'RuntimeError'>",
        "error_message": "/runpod-volume/weights/wan: CUDA error",
        "error_traceback": 'Traceback (most recent call last):\n  File "/app/handler.py"',
        "hostname": "canary-host",
    }
)
"""What the SDK makes of a handler's exception (rp_job.run_job of runpod 1.12)."""


@dataclass
class Kept:
    """A job: what was asked, the states still to come, how it stands, and what it gave."""

    order: Any
    course: list[str]
    policy: Any = None
    told: dict[str, Any] = field(default_factory=dict)


@dataclass
class RunPod:
    """An endpoint. `film` is the worker: an order's answer, or {"error": ...}."""

    film: Callable[[Any], dict[str, Any]]
    course: tuple[str, ...] = WARM
    share: float = 0.5
    error: str = TRACEBACK
    workers: dict[str, int] = field(default_factory=lambda: {"idle": 1})
    jobs: dict[str, Kept] = field(default_factory=dict)

    def server(self) -> Fake:
        """The server, at `url`."""
        at = rf"/v2/{ENDPOINT}"
        return Fake(
            [
                ("POST", f"{at}/run", self._guarded(self._run)),
                ("GET", rf"{at}/status/([\w-]+)", self._guarded(self._status)),
                ("POST", rf"{at}/cancel/([\w-]+)", self._guarded(self._cancel)),
                ("GET", f"{at}/health", self._guarded(self._health)),
            ]
        )

    def _guarded(self, handler: Callable[[Request], Answer]) -> Callable[[Request], Answer]:
        def guarded(request: Request) -> Answer:
            if request.headers.get("authorization") != f"Bearer {KEY}":
                return Answer({"error": "unauthorized"}, 401)
            return handler(request)

        return guarded

    def _run(self, request: Request) -> Answer:
        job_id, told = f"{uuid4()}-u1", request.json
        self.jobs[job_id] = Kept(told["input"], list(self.course), told.get("policy"))
        return Answer({"id": job_id, "status": "IN_QUEUE"})

    def _status(self, request: Request) -> Answer:
        kept = self.jobs.get(request.groups[0])
        if kept is None:
            return Answer({"error": "job not found"}, 404)
        if kept.course:
            kept.told = self._next(request.groups[0], kept)
        return Answer(kept.told)

    def _next(self, job_id: str, kept: Kept) -> dict[str, Any]:
        status = kept.course.pop(0)
        told: dict[str, Any] = {"id": job_id, "status": status, "delayTime": 61_000}
        if status == "IN_PROGRESS":
            told["output"] = {"share": self.share}
        if status == "FAILED":
            told["error"] = self.error
        if status == "COMPLETED":
            output = dict(self.film(kept.order))
            error = output.pop("error", None)
            told |= {"executionTime": 12_345, "output": output}
            if error:
                told |= {"status": "FAILED", "error": error}
        return told

    def _cancel(self, request: Request) -> Answer:
        kept = self.jobs[request.groups[0]]
        kept.course, kept.told = [], {"id": request.groups[0], "status": "CANCELLED"}
        return Answer(kept.told)

    def _health(self, _request: Request) -> Answer:
        return Answer({"jobs": {"inQueue": 1}, "workers": self.workers})
