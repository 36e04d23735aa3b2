"""RunPod's serverless endpoint as a provider, over REST: run, status, cancel, health.

Forms, states and limits: https://docs.runpod.io/serverless/endpoints/operation-reference and
.../job-states, read 2026-11-29. What is asked costs money as soon as it was accepted: so it is
asked once, and what became of it is looked up by the id that came back.
"""

import json
import logging
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from mongyudo.backends.hosted import runpod_wire as wire
from mongyudo.backends.hosted import web
from mongyudo.backends.hosted.paying import INLINE, BusyError, Status
from mongyudo.backends.hosted.runpod_shelf import Shelf
from mongyudo.errors import NotAcceptedError, ProviderError, UnclearPaymentError

if TYPE_CHECKING:
    import httpx

log = logging.getLogger("mongyudo")

TITLE = "RunPod"
State = Literal[
    "IN_QUEUE", "IN_PROGRESS", "RUNNING", "COMPLETED", "FAILED", "CANCELLED", "TIMED_OUT"
]
COLD_AFTER_S = 10.0
"""A job that nobody has taken after so long waits for a worker to wake up."""
SHELF = "shelf:"
"""How an address begins that is an object in our own storage."""
CONSOLE = "https://console.runpod.io/serverless"
FAILURES = {
    "FAILED": "작업자가 만들지 못했습니다 (its worker failed)",
    "TIMED_OUT": "아무도 받지 않았거나 정한 시간을 넘겨 멈췄습니다. 더 빠른 GPU나 더 짧은 길이로 "
    "해 주세요 (nobody took it, or it filmed longer than it may: a faster GPU, or fewer --seconds)",
    "CANCELLED": "RunPod 쪽에서 취소되었습니다. 다시 만들어 주세요 (cancelled there: film again)",
    "GONE": "RunPod에 이 작업이 없습니다. 결과는 30분만 둡니다. 다시 만들어 주세요 (no such job; "
    "results are kept for half an hour: film again)",
}
_JOB = re.compile(r"[A-Za-z0-9_-]{1,100}")
_ENDPOINT = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Job(BaseModel):
    """A job as its status tells it; `execution_ms` a worker was at it."""

    model_config = ConfigDict(frozen=True)

    id: str
    status: State
    output: Any = None
    error: Any = None
    execution_ms: int = Field(0, alias="executionTime")


class Workers(BaseModel):
    """What an endpoint's workers do, as health tells it."""

    model_config = ConfigDict(frozen=True)

    idle: int = 0
    initializing: int = 0
    ready: int = 0
    running: int = 0
    throttled: int = 0

    @property
    def is_awake(self) -> bool:
        """Whether one could begin at once."""
        return bool(self.idle or self.ready or self.running)


class Health(BaseModel):
    """An endpoint's health."""

    workers: Workers


Told = TypeVar("Told", bound=BaseModel)


class RunPod:
    """A Provider. A request is {"order": what the worker films, "policy": its limits of time}.

    `name_there` is the object under which the shot's video is stored, where there is a storage: one
    name for one request, so that a video is found again whatever became of its job.
    """

    name = "runpod"
    title = TITLE
    poll_s = 3.0

    def __init__(
        self,
        url: str,
        endpoint: str,
        key: SecretStr,
        usd_per_s: float = 0.0,
        shelf: Shelf | None = None,
        name_there: str = "",
    ) -> None:
        if not _ENDPOINT.fullmatch(endpoint):
            raise NotAcceptedError(f"{TITLE}: {endpoint[:80]!r} is no endpoint's id (a1b2c3d4e5)")
        self._key, self._endpoint = key, endpoint
        self._base = f"{url.rstrip('/')}/{endpoint}"
        self._usd_per_s, self._shelf, self._name_there = usd_per_s, shelf, name_there
        self._queued_since: float | None = None
        self._is_cold_told = False

    def submit(self, request: Mapping[str, Any], /) -> Status:
        """Send a shot, once; the job's id."""
        import httpx

        order = dict(request["order"])
        if self._shelf is not None:
            order["put_url"] = self._shelf.put_url(self._name_there)
        try:
            answer = self._send("POST", "/run", {"input": order, "policy": request["policy"]})
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol) as error:
            raise NotAcceptedError(
                f"{TITLE}: 연결되지 않습니다 (cannot be reached). 인터넷 연결을 살펴 주세요."
            ) from error
        except httpx.HTTPError as error:
            raise UnclearPaymentError(
                f"{TITLE}: 보내는 동안 연결이 끊겼습니다 (the connection dropped)."
            ) from error
        if not answer.is_success:
            raise self._refusal(answer)
        return Status(_id_in(answer), "waiting")

    def _refusal(self, answer: "httpx.Response") -> ProviderError:
        """What a code means for our money."""
        code = answer.status_code
        if code == 429:
            after_s = web.retry_after_s(answer.headers)
            return BusyError(f"{TITLE}: 지금은 받지 않습니다 (busy, 429).", after_s)
        if code >= 500:
            return UnclearPaymentError(
                f"{TITLE}: 서버가 잘못되었습니다 (its server failed, {code})."
            )
        if code in (401, 403):
            return NotAcceptedError(
                f"{TITLE}: API 키를 받아들이지 않습니다 (it refuses the key, {code}). 이 키가 이 "
                f"엔드포인트를 쓸 수 있는지 살펴 주세요: https://console.runpod.io/user/settings"
            )
        if code == 404:
            return NotAcceptedError(
                f"{TITLE}: {self._endpoint} 엔드포인트가 없습니다 (no such endpoint). "
                f"runpod_endpoint를 살펴 주세요: {CONSOLE}"
            )
        return NotAcceptedError(f"{TITLE}: 받아들이지 않았습니다 (not accepted, {code})")

    def look(self, task_id: str, /) -> Status:
        """How a job stands. A job that films counts as waiting, since stopping it saves money."""
        if (self._shelf is not None and not task_id) or not _JOB.fullmatch(task_id):
            return self._stored(task_id) or _failed(task_id, "GONE")
        answer = self._ask("GET", f"/status/{task_id}")
        if answer.status_code == 404:
            return self._stored(task_id) or _failed(task_id, "GONE")
        job = _as(Job, answer)
        self._tell_cold(job)
        match job.status:
            case "COMPLETED":
                return self._finished(job)
            case "FAILED" | "TIMED_OUT" | "CANCELLED":
                return _failed(task_id, job.status, fault_of(job), self._usd(job))
            case _:
                return Status(task_id, "waiting", share=_share(job))

    def _finished(self, job: Job) -> Status:
        """Where the video of a finished job is; an answer that is none is a failure."""
        try:
            answer = wire.answer_from(job.output)
        except ProviderError as error:
            return _failed(job.id, "FAILED", str(error), self._usd(job))
        url = f"{INLINE}video/mp4;base64,{answer.video}" if answer.video else self._shelved()
        return Status(job.id, "finished", url=url, cost_usd=self._usd(job))

    def _shelved(self) -> str:
        return f"{SHELF}{self._name_there}"

    def is_stored(self) -> bool:
        """Whether the video lies in our storage already, whoever ordered it."""
        return self._shelf is not None and self._shelf.has(self._name_there)

    def _stored(self, task_id: str) -> Status | None:
        """A job that RunPod no longer knows, whose video is in our storage."""
        if not self.is_stored():
            return None
        return Status(task_id, "finished", url=self._shelved())

    def _usd(self, job: Job) -> float:
        """What the seconds of work cost; waking up and idling of the worker come on top."""
        return round(-(-job.execution_ms // 1000) * self._usd_per_s, 5)

    def _tell_cold(self, job: Job) -> None:
        """Say so, once, when a job waits for a worker to wake up."""
        if job.status != "IN_QUEUE":
            self._queued_since = None
            return
        self._queued_since = self._queued_since or time.monotonic()
        if self._is_cold_told or time.monotonic() - self._queued_since < COLD_AFTER_S:
            return
        self._is_cold_told = True
        workers = self.health()
        if not workers.is_awake:
            log.warning(
                "%s: 깨어 있는 작업자가 없어 몇 분 걸립니다 (no worker is awake: %d waking up, "
                "%d waiting for a free GPU; a cold start takes some minutes)",
                TITLE, workers.initializing, workers.throttled,
            )  # fmt: skip

    def health(self) -> Workers:
        """What the endpoint's workers do; raises ProviderError when it cannot be asked."""
        answer = self._ask("GET", "/health")
        if answer.status_code == 404:
            raise self._refusal(answer)
        return _as(Health, answer).workers

    def cancel(self, task_id: str, /) -> None:
        """Stop a job, queued or filming."""
        self._ask("POST", f"/cancel/{task_id}")

    def fetch(self, url: str, to: Path, /) -> None:
        """Take a video from our storage."""
        video = self._shelf.fetch(url.removeprefix(SHELF)) if self._shelf is not None else None
        if video is None:
            raise ProviderError(
                f"{TITLE}: 만들었지만 영상이 저장소에 없습니다 (filmed, but the video is not in "
                f"the storage). Can the worker reach it?"
            )
        to.write_bytes(video)

    def check(self, path: Path, /) -> None:
        """Every frame must decode, and be as many as the worker said."""
        wire.filmed_in(path)

    def _ask(self, method: str, path: str) -> "httpx.Response":
        """An answer to what can be asked twice; raises ProviderError for none."""
        import httpx

        try:
            answer = self._send(method, path, None)
        except httpx.HTTPError as error:
            raise ProviderError(
                f"{TITLE}: 답이 없습니다 (no answer: {type(error).__name__})"
            ) from error
        if answer.is_success or answer.status_code == 404:
            return answer
        raise self._refusal(answer)

    def _send(self, method: str, path: str, body: object) -> "httpx.Response":
        import httpx

        headers = {"authorization": f"Bearer {self._key.get_secret_value()}"}
        timeout = httpx.Timeout(web.TIMEOUT_S, connect=15)
        return httpx.request(
            method, f"{self._base}{path}", json=body, headers=headers, timeout=timeout
        )


def _id_in(answer: "httpx.Response") -> str:
    """The id of the job that was accepted."""
    with suppress(ValueError, AttributeError):
        job_id = answer.json().get("id")
        if isinstance(job_id, str) and _JOB.fullmatch(job_id):
            return job_id
    raise UnclearPaymentError(f"{TITLE}: 답에 작업 번호가 없습니다 (an answer without id).")


def _as(kind: type[Told], answer: "httpx.Response") -> Told:
    try:
        return kind.model_validate_json(answer.content)
    except ValidationError as error:
        raise ProviderError(f"{TITLE}: 답을 읽을 수 없습니다 (garbled answer)") from error


def _failed(task_id: str, code: str, why: str = "", cost_usd: float | None = 0.0) -> Status:
    told = f"{FAILURES[code]}{f': {why}' if why else ''}"
    return Status(task_id, "failed", cost_usd=cost_usd, code=code, why=told)


def _share(job: Job) -> float:
    """The share that a worker has told of, 0 where it has not."""
    told = job.output.get("share") if isinstance(job.output, dict) else None
    return min(1.0, max(0.0, float(told))) if isinstance(told, int | float) else 0.0


def fault_of(job: Job) -> str:
    """Why a job failed, in one line: of the SDK's report with a traceback the kind alone."""
    told = job.error if job.error is not None else job.output
    if isinstance(told, str):
        with suppress(ValueError):
            told = json.loads(told)
    if isinstance(told, dict):
        told = told.get("error") or told.get("error_type")
    line = next(iter(str(told or "").strip().splitlines()), "")
    return wire.without_paths(line)[: web.MOST_CHARS]
