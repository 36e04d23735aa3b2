"""Runway as a provider: its official SDK, unmodified, asked one thing at a time."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mongyudo.backends.hosted import prices, web
from mongyudo.backends.hosted.clips import facts_of
from mongyudo.backends.hosted.paying import BusyError, Status
from mongyudo.errors import (
    MissingKeyError,
    NotAcceptedError,
    ProviderError,
    UnclearPaymentError,
)
from mongyudo.keys import key_for

if TYPE_CHECKING:
    from runwayml import RunwayML

TITLE = "Runway"
TERMS = "Runway terms of use"
PROMPT_UNITS = 1000
"""Most of a prompt, in UTF-16 code units."""
SHEDDING = (429, 502, 503)
"""Codes by which Runway says that it took nothing and may be asked again
(https://docs.dev.runwayml.com/errors/errors)."""
FAILURES = (
    ("SAFETY.INPUT", "보낸 글이나 그림이 심사에 걸렸습니다. 꿈의 글을 고치거나 ink로 만들어 주세요 "
     "(its filter refused what was sent: change the text, or film with ink)"),
    ("SAFETY.OUTPUT", "만들어진 그림이 심사에 걸렸습니다. 글을 고치거나 ink로 만들어 주세요 "
     "(its filter refused what it made: change the text, or film with ink)"),
    ("INPUT_PREPROCESSING.SAFETY", "보낸 글이 심사에 걸렸습니다. 꿈의 글을 고쳐 주세요 "
     "(its filter refused the text: change it)"),
    ("INTERNAL.BAD_OUTPUT", "쓸 만한 그림이 나오지 않았습니다. 다시 만들거나 --seed를 바꿔 주세요 "
     "(what it made was no good: film again, or with another --seed)"),
    ("ASSET.INVALID", "첫 그림을 쓸 수 없다고 합니다. 다른 그림을 주세요 "
     "(the still cannot be used: give another)"),
    ("CANCELLED", "Runway 쪽에서 취소되었습니다. 다시 만들어 주세요 (cancelled there: film again)"),
    ("GONE", "Runway에 이 작업이 없습니다. 다시 만들어 주세요 (no such task there: film again)"),
    ("", "Runway 안에서 잘못되었습니다. 다시 만들어 주세요 (it failed there: film again)"),
)  # fmt: skip
"""What failure codes mean, by how they begin
(https://docs.dev.runwayml.com/errors/task-failures)."""


def units_of(text: str) -> int:
    """The length of a prompt as Runway counts it."""
    return len(text.encode("utf-16-le")) // 2


def meaning_of(code: str) -> str:
    """A failure code in plain words."""
    return next(words for begin, words in FAILURES if code.startswith(begin))


class Runway:
    """A Provider. A request is {"endpoint": text_to_video, ..., "arguments": {...}}."""

    name = "runway"
    title = TITLE
    poll_s = 5.0
    """Runway asks not to be asked more often."""

    def __init__(self) -> None:
        self._key = key_for("runway")

    def _client(self) -> "RunwayML":
        """For one exchange, since seconds lie between two; close it."""
        from runwayml import RunwayML

        return RunwayML(api_key=self._key.get_secret_value(), max_retries=0)

    def submit(self, request: Mapping[str, Any], /) -> Status:
        """Ask for a task, once; its id."""
        import httpx
        from runwayml import APIConnectionError, APIError, APIStatusError

        arguments = request["arguments"]
        try:
            with self._client() as client:
                made = getattr(client, request["endpoint"]).create(**arguments)
        except APIStatusError as error:
            raise self._refusal(error, arguments) from error
        except APIConnectionError as error:
            if isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout):
                raise NotAcceptedError(
                    f"{TITLE}: 연결되지 않습니다 (cannot be reached). 인터넷 연결을 살펴 주세요."
                ) from error
            raise UnclearPaymentError(
                f"{TITLE}: 주문하는 동안 연결이 끊겼습니다 (the connection dropped)."
            ) from error
        except (APIError, ValueError) as error:
            raise UnclearPaymentError(
                f"{TITLE}: 답을 읽을 수 없습니다 (garbled answer)."
            ) from error
        task_id = getattr(made, "id", None)
        if not isinstance(task_id, str) or not task_id:
            raise UnclearPaymentError(f"{TITLE}: 답에 작업 번호가 없습니다 (an answer without id).")
        return Status(task_id, "waiting")

    def _refusal(self, error: Any, arguments: Mapping[str, Any]) -> ProviderError:
        """What a code means for our money."""
        code = error.status_code
        if code in (401, 403):
            return self._key_refused(code)
        if code in SHEDDING:
            after_s = web.retry_after_s(error.response.headers)
            return BusyError(
                f"{TITLE}: 지금은 받지 않습니다 (busy, {code}). 나중에 다시 해 주세요.", after_s
            )
        if code >= 500 or code in (408, 409):
            return UnclearPaymentError(
                f"{TITLE}: 서버가 잘못되었습니다 (its server failed, {code})."
            )
        body = error.body if isinstance(error.body, dict) else {}
        told = web.said(body.get("error", ""), self._key, str(arguments.get("prompt_text", "")))
        return NotAcceptedError(f"{TITLE}: 받아들이지 않았습니다 (not accepted, {code}): {told}")

    def _key_refused(self, code: int) -> MissingKeyError:
        return MissingKeyError(
            f"{TITLE}: API 키를 받아들이지 않습니다 (it refuses the key, {code}). 키와 계정을 살펴 "
            f"주세요: https://dev.runwayml.com"
        )

    def look(self, task_id: str, /) -> Status:
        """How a task stands."""
        from runwayml import APIError, APIStatusError

        try:
            with self._client() as client:
                task: Any = client.tasks.retrieve(task_id)
        except APIStatusError as error:
            if error.status_code in (401, 403):
                raise self._key_refused(error.status_code) from error
            if error.status_code == 404:
                return Status(task_id, "failed", code="GONE", why=meaning_of("GONE"))
            raise ProviderError(f"{TITLE}: {error.status_code}") from error
        except (APIError, ValueError) as error:
            raise ProviderError(
                f"{TITLE}: 답이 없습니다 (no answer: {type(error).__name__})"
            ) from error
        return _status(task_id, task)

    def cancel(self, task_id: str, /) -> None:
        """Stop a task that has not begun; Runway gives its price back then."""
        from runwayml import APIError

        try:
            with self._client() as client:
                client.tasks.delete(task_id)
        except APIError as error:
            raise ProviderError(f"{TITLE}: cancelling failed: {type(error).__name__}") from error

    def fetch(self, url: str, to: Path, /) -> None:
        """Download a clip or picture."""
        web.fetch(TITLE, url, to)

    def check(self, path: Path, /) -> None:
        """It must decode to its end."""
        facts_of(path)


def _status(task_id: str, task: Any) -> Status:
    """A task of the SDK as a Status; ProviderError for what cannot be understood."""
    cost_usd = _cost_usd(getattr(task, "cost", None))
    match getattr(task, "status", None):
        case "PENDING" | "THROTTLED":
            return Status(task_id, "waiting")
        case "RUNNING":
            share = getattr(task, "progress", None)
            return Status(task_id, "running", share=share if isinstance(share, float) else 0.0)
        case "SUCCEEDED" if getattr(task, "output", None):
            return Status(task_id, "finished", url=str(task.output[0]), cost_usd=cost_usd)
        case "FAILED":
            code = str(getattr(task, "failure_code", None) or "FAILED")
            why = f"{meaning_of(code)} [{code}]"
            return Status(task_id, "failed", cost_usd=cost_usd, code=code, why=why)
        case "CANCELLED":
            why = meaning_of("CANCELLED")
            return Status(task_id, "failed", cost_usd=cost_usd, code="CANCELLED", why=why)
        case _:
            raise ProviderError(f"{TITLE}: 답을 읽을 수 없습니다 (garbled answer)")


def _cost_usd(cost: Any) -> float | None:
    charged = getattr(cost, "credits", None)
    return charged * prices.credit_usd() if isinstance(charged, int | float) else None
