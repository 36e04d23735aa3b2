"""RunPod's serverless endpoint over REST: run, status, cancel, health.

Forms, states and limits: https://docs.runpod.io/serverless/endpoints/operation-reference and
.../job-states, read 2026-11-29. A job that was accepted costs money; so a POST of which nobody
knows whether it was accepted is never sent again by itself.
"""

import json
import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

import httpx
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from mongyudo.backends.hosted.runpod_wire import without_paths
from mongyudo.errors import ProviderError
from mongyudo.keys import without_keys

State = Literal[
    "IN_QUEUE", "IN_PROGRESS", "RUNNING", "COMPLETED", "FAILED", "CANCELLED", "TIMED_OUT"
]
OVER: tuple[State, ...] = ("COMPLETED", "FAILED", "CANCELLED", "TIMED_OUT")
ATTEMPTS = 6
LONGEST_WAIT_S = 60.0
TIMEOUT = httpx.Timeout(60, connect=15)
_JOB = re.compile(r"[A-Za-z0-9_-]{1,100}")
_ENDPOINT = re.compile(r"[A-Za-z0-9_-]{1,64}")


class UnsureError(ProviderError):
    """A job was sent and nobody knows whether it was accepted: it may run, and cost."""


class ForgottenError(ProviderError):
    """RunPod does not know this job (any more): results are kept for half an hour."""


class Job(BaseModel):
    """A job as its status tells it; `delay_ms` it waited, `execution_ms` a worker was at it."""

    model_config = ConfigDict(frozen=True)

    id: str
    status: State
    output: Any = None
    error: Any = None
    delay_ms: int = Field(0, alias="delayTime")
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


Told = TypeVar("Told", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Clock:
    """How time is told and spent, so that tests need not wait."""

    now_s: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Endpoint:
    """One endpoint; `cancelled` is asked while it waits."""

    def __init__(self, url: str, name: str, key: SecretStr, clock: Clock) -> None:
        if not _ENDPOINT.fullmatch(name):
            raise ProviderError(
                f"RunPod: {name[:80]!r} is no id of an endpoint, such as a1b2c3d4e5"
            )
        self._key, self._clock, self._name = key, clock, name
        headers = {"authorization": f"Bearer {key.get_secret_value()}"}
        self._http = httpx.Client(
            base_url=f"{url.rstrip('/')}/{name}", headers=headers, timeout=TIMEOUT
        )

    def close(self) -> None:
        """Let the connection go."""
        self._http.close()

    def run(self, order: dict[str, Any], policy: dict[str, int]) -> str:
        """Send a job; its id. Raises UnsureError where it may have been accepted."""
        body = {"input": order, "policy": policy}
        try:
            answer = self._ask("POST", "/run", body, sent_once=True)
        except (httpx.ReadError, httpx.WriteError, httpx.TimeoutException,
                httpx.RemoteProtocolError) as error:  # fmt: skip
            raise self._unsure(type(error).__name__) from error
        if answer.status_code >= 500:
            raise self._unsure(f"HTTP {answer.status_code}")
        if not answer.is_success:
            self._told(answer)
        return self._id_in(answer)

    def _id_in(self, answer: httpx.Response) -> str:
        """The id of the job that was accepted."""
        with suppress(ValueError, AttributeError):
            job_id = answer.json().get("id")
            if isinstance(job_id, str) and _JOB.fullmatch(job_id):
                return job_id
        raise self._unsure("an answer without the id of a job")

    def status(self, job_id: str) -> Job:
        """How a job stands; raises ForgottenError where RunPod no longer knows it."""
        answer = self._patiently("GET", f"/status/{job_id}")
        if answer.status_code == 404:
            raise ForgottenError(
                f"RunPod no longer knows job {job_id} (results are kept for half an hour)"
            )
        return self._as(Job, self._told(answer))

    def cancel(self, job_id: str) -> None:
        """Stop a job; one that is over stays what it is."""
        answer = self._patiently("POST", f"/cancel/{job_id}")
        if answer.status_code != 404:
            self._told(answer)

    def health(self) -> Workers:
        """What the endpoint's workers do."""
        told = self._told(self._patiently("GET", "/health"))
        return self._as(Workers, told.get("workers") if isinstance(told, dict) else None)

    def _patiently(self, method: str, path: str) -> httpx.Response:
        """Ask what can be asked twice, again until it is answered; raises ProviderError."""
        try:
            answer = self._ask(method, path, None, sent_once=False)
        except httpx.HTTPError as error:
            raise ProviderError(
                f"RunPod does not answer ({type(error).__name__}); check the network and "
                "https://uptime.runpod.io"
            ) from error
        if answer.status_code >= 500:
            raise ProviderError(f"RunPod is out of order (HTTP {answer.status_code}); try later")
        return answer

    def _ask(self, method: str, path: str, body: Any, *, sent_once: bool) -> httpx.Response:
        """An answer, asked for again while RunPod is busy or away.

        What is `sent_once` is sent again only where it surely was not taken.
        """
        for attempt in range(ATTEMPTS):
            last = attempt + 1 == ATTEMPTS
            wait_s = min(2.0**attempt, LONGEST_WAIT_S)
            try:
                answer = self._http.request(method, path, json=body)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if last:
                    raise
            except httpx.HTTPError:
                if last or sent_once:
                    raise
            else:
                again = answer.status_code == 429 or (answer.status_code >= 500 and not sent_once)
                if last or not again:
                    return answer
                wait_s = _retry_after(answer, wait_s)
            self._clock.sleep(wait_s)
        raise AssertionError("the last attempt returns or raises")

    def _told(self, answer: httpx.Response) -> Any:
        """What an answer says; raises ProviderError, in plain words, for a refusal or garbage."""
        if answer.status_code in (401, 403):
            raise ProviderError(
                "RunPod refuses the key (HTTP 401). Check runpod_api_key, and that it may use "
                f"endpoint {self._name}: https://console.runpod.io/user/settings"
            )
        if answer.status_code == 404:
            raise ProviderError(
                f"RunPod has no endpoint {self._name}. Check runpod_endpoint against "
                "https://console.runpod.io/serverless"
            )
        if answer.status_code == 429:
            raise ProviderError("RunPod takes no more at the moment (HTTP 429); try again later")
        if not answer.is_success:
            told = without_keys(answer.text[:200], self._key)
            raise ProviderError(f"RunPod refuses (HTTP {answer.status_code}): {told}")
        try:
            return answer.json()
        except ValueError as error:
            raise ProviderError("RunPod's answer is no JSON; try again") from error

    def _as(self, kind: type[Told], told: Any) -> Told:
        try:
            return kind.model_validate(told)
        except ValidationError as error:
            where = ", ".join(".".join(map(str, each["loc"])) for each in error.errors())
            raise ProviderError(
                f"RunPod's answer is none that is known ({where or 'no object'})"
            ) from None

    def _unsure(self, why: str) -> UnsureError:
        return UnsureError(
            f"RunPod took the shot or did not, nobody knows ({why}). It was not sent again, lest "
            f"it be paid twice; https://console.runpod.io/serverless shows endpoint "
            f"{self._name}'s requests"
        )


def _retry_after(answer: httpx.Response, otherwise_s: float) -> float:
    """Seconds that a busy server asks to wait, within reason."""
    try:
        asked_s = float(answer.headers.get("retry-after", otherwise_s))
    except ValueError:  # a date: RunPod sends seconds
        return otherwise_s
    return min(max(asked_s, 0.0), LONGEST_WAIT_S)


def fault_of(job: Job) -> str:
    """Why a job failed, in one line: of the SDK's report with a traceback the kind alone."""
    told = job.error if job.error is not None else job.output
    if isinstance(told, str):
        with suppress(ValueError):
            told = json.loads(told)
    if isinstance(told, dict):
        told = told.get("error") or told.get("error_type")
    line = next(iter(str(told or "").strip().splitlines()), "no reason given")
    return without_paths(line)[:300]
