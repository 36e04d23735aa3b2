"""A proxy of the user's own that speaks as midjourney-proxy does: off unless `mj_url` is set.

Midjourney has no public interface and its terms forbid automation: whoever runs such a proxy risks
their account. Nothing here knows of any; the user's address is all there is.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mongyudo.backends.hosted import web
from mongyudo.backends.hosted.clips import facts_of
from mongyudo.backends.hosted.paying import BusyError, Status
from mongyudo.errors import (
    MissingKeyError,
    NotAcceptedError,
    ProviderError,
    UnclearPaymentError,
)
from mongyudo.keys import find_key
from mongyudo.settings import load_settings

if TYPE_CHECKING:
    import httpx

TITLE = "mj proxy"
WARNING = (
    "미드저니의 약관은 자동화를 금합니다. 프록시를 쓰면 계정이 정지될 수 있습니다. 직접 만든 "
    "그림은 --still 그림.png로 쓸 수 있습니다. (Midjourney's terms forbid automation: a proxy may "
    "cost you the account. A picture you made there yourself is welcome as --still picture.png.)"
)
TAKEN = (1, 22)
"""Codes of a submit: taken, and waiting in a queue."""
QUEUE_FULL = 23


class MjProxy:
    """A Provider. A request is {"prompt": ...}."""

    name = "mj"
    title = TITLE
    poll_s = 5.0

    def __init__(self) -> None:
        self._url = load_settings().mj_url.rstrip("/")
        self._key = find_key("mj")

    def submit(self, request: Mapping[str, Any], /) -> Status:
        """Ask for a picture, once; its id."""
        import httpx

        try:
            answer = self._send("POST", "/mj/submit/imagine", dict(request))
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol) as error:
            raise NotAcceptedError(
                f"{TITLE}: {self._url}에 연결되지 않습니다 (cannot be reached). mj_url을 "
                f"살펴 주세요."
            ) from error
        except httpx.HTTPError as error:
            raise UnclearPaymentError(
                f"{TITLE}: 주문하는 동안 연결이 끊겼습니다 (the connection dropped)."
            ) from error
        if answer.status_code in (401, 403):
            raise MissingKeyError(
                f"{TITLE}: mj_api_secret을 받아들이지 않습니다 (refuses the secret)."
            )
        if answer.status_code == 429:
            after_s = web.retry_after_s(answer.headers)
            raise BusyError(f"{TITLE}: 지금은 받지 않습니다 (busy, 429).", after_s)
        if answer.status_code >= 500:
            raise UnclearPaymentError(f"{TITLE}: 잘못되었습니다 (it failed, {answer.status_code}).")
        return self._submitted(answer, str(request["prompt"]))

    def _submitted(self, answer: "httpx.Response", prompt: str) -> Status:
        told = _object(answer)
        code, task_id = told.get("code"), told.get("result")
        if code in TAKEN and isinstance(task_id, str | int) and str(task_id):
            return Status(str(task_id), "waiting")
        if code == QUEUE_FULL:
            raise BusyError(f"{TITLE}: 줄이 꽉 찼습니다 (its queue is full).")
        if not isinstance(code, int):
            raise UnclearPaymentError(f"{TITLE}: 답을 읽을 수 없습니다 (garbled answer).")
        why = web.said(told.get("description", ""), self._key, prompt)
        raise NotAcceptedError(f"{TITLE}: 받아들이지 않았습니다 (not accepted, {code}): {why}")

    def look(self, task_id: str, /) -> Status:
        """How a task stands."""
        import httpx

        try:
            answer = self._send("GET", f"/mj/task/{task_id}/fetch", None)
        except httpx.HTTPError as error:
            raise ProviderError(
                f"{TITLE}: 답이 없습니다 (no answer: {type(error).__name__})"
            ) from error
        if answer.status_code == 404:
            return Status(task_id, "failed", code="GONE", why="그런 작업이 없습니다 (no such task)")
        told = _object(answer) if answer.is_success else {}
        match told.get("status"):
            case "SUCCESS" if told.get("imageUrl"):
                return Status(task_id, "finished", url=str(told["imageUrl"]), cost_usd=0.0)
            case "FAILURE" | "CANCEL":
                why = web.said(told.get("failReason", ""), self._key)
                return Status(task_id, "failed", code="FAILURE", why=f"실패 (failed): {why}")
            case "NOT_START" | "SUBMITTED" | "MODAL":
                return Status(task_id, "waiting")
            case "IN_PROGRESS":
                return Status(task_id, "running", share=_share(told.get("progress")))
            case _:
                raise ProviderError(f"{TITLE}: 답을 읽을 수 없습니다 (garbled answer)")

    def cancel(self, task_id: str, /) -> None:
        """Stop a task that has not begun."""
        import httpx

        try:
            self._send("POST", f"/mj/task/{task_id}/cancel", None)
        except httpx.HTTPError as error:
            raise ProviderError(f"{TITLE}: cancelling failed: {type(error).__name__}") from error

    def fetch(self, url: str, to: Path, /) -> None:
        """Download the picture."""
        web.fetch(TITLE, url, to)

    def check(self, path: Path, /) -> None:
        """It must decode."""
        facts_of(path)

    def _send(self, method: str, path: str, body: object) -> "httpx.Response":
        import httpx

        headers = {} if self._key is None else {"mj-api-secret": self._key.get_secret_value()}
        return httpx.request(
            method, f"{self._url}{path}", json=body, headers=headers, timeout=web.TIMEOUT_S
        )


def _object(answer: "httpx.Response") -> dict[str, Any]:
    """A JSON object, {} for anything else."""
    try:
        told = answer.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _share(progress: object) -> float:
    """ "40%" -> 0.4; 0 for what is no percentage."""
    try:
        return min(1.0, max(0.0, float(str(progress).rstrip("%")) / 100))
    except ValueError:
        return 0.0
