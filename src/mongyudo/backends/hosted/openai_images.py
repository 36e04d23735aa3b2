"""OpenAI's pictures as a provider. A request is answered when the picture is drawn, so there is no
task to come back to: what breaks off meanwhile is unclear for as long as drawing takes."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mongyudo.backends.hosted import prices, web
from mongyudo.backends.hosted.clips import facts_of
from mongyudo.backends.hosted.paying import INLINE, BusyError, Status
from mongyudo.chat import OPENAI_URL
from mongyudo.errors import (
    MissingKeyError,
    NotAcceptedError,
    ProviderError,
    UnclearPaymentError,
)
from mongyudo.keys import key_for

TITLE = "OpenAI"
MODEL = "gpt-image-2.5-flare"
MOST_CHARS = 32_000
TIMEOUT_S = 300.0


class OpenAIImages:
    """A Provider. A request is {"prompt", "size", ...} as images.generate takes it."""

    name = "openai"
    title = TITLE
    poll_s = 5.0

    def __init__(self) -> None:
        self._key = key_for("openai")

    def submit(self, request: Mapping[str, Any], /) -> Status:
        """Ask for a picture, once, and have it."""
        import httpx
        from openai import APIConnectionError, APIError, APIStatusError, OpenAI

        there = OpenAI(
            api_key=self._key.get_secret_value(),
            base_url=os.environ.get("OPENAI_BASE_URL", "").strip() or OPENAI_URL,
            max_retries=0,
            timeout=TIMEOUT_S,
        )
        try:
            with there as client:
                answer = client.images.generate(**request)
        except APIStatusError as error:
            raise self._refusal(error, request) from error
        except APIConnectionError as error:
            if isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout):
                raise NotAcceptedError(
                    f"{TITLE}: 연결되지 않습니다 (cannot be reached). 인터넷 연결을 살펴 주세요."
                ) from error
            raise UnclearPaymentError(
                f"{TITLE}: 그리는 동안 연결이 끊겼습니다 (the connection dropped)."
            ) from error
        except (APIError, ValueError) as error:
            raise UnclearPaymentError(
                f"{TITLE}: 답을 읽을 수 없습니다 (garbled answer)."
            ) from error
        return _status(answer, request["model"])

    def _refusal(self, error: Any, request: Mapping[str, Any]) -> ProviderError:
        code = error.status_code
        if code in (401, 403):
            return MissingKeyError(
                f"{TITLE}: API 키를 받아들이지 않습니다 (it refuses the key, {code}). 키와 계정을 "
                f"살펴 주세요: https://platform.openai.com/api-keys"
            )
        told = web.said(error.message, self._key, str(request["prompt"]))
        if code == 429 and error.code != "insufficient_quota":
            after_s = web.retry_after_s(error.response.headers)
            return BusyError(f"{TITLE}: 지금은 받지 않습니다 (busy, 429): {told}", after_s)
        if code >= 500 or code in (408, 409):
            return UnclearPaymentError(
                f"{TITLE}: 서버가 잘못되었습니다 (its server failed, {code})."
            )
        if error.code in ("moderation_blocked", "content_policy_violation"):
            return NotAcceptedError(
                f"{TITLE}: 보낸 글이 심사에 걸렸습니다. 꿈의 글을 고치거나 still을 ink로 해 주세요 "
                f"(its filter refused the text: change it, or use --still ink)"
            )
        return NotAcceptedError(f"{TITLE}: 받아들이지 않았습니다 (not accepted, {code}): {told}")

    def look(self, task_id: str, /) -> Status:
        """There is nothing to look at: it was answered, or not."""
        del task_id
        raise ProviderError(f"{TITLE}: 그림을 다시 받을 수 없습니다 (a picture is sent once)")

    def cancel(self, task_id: str, /) -> None:
        """There is nothing to cancel."""

    def fetch(self, url: str, to: Path, /) -> None:
        """Pictures come with the answer."""
        del to
        raise ProviderError(f"{TITLE}: {url[:20]!r} 주소는 쓰지 않습니다 (no address is expected)")

    def check(self, path: Path, /) -> None:
        """It must decode."""
        facts_of(path)


def _status(answer: Any, model: str) -> Status:
    """The picture within its own address, and what it cost by its tokens."""
    data = getattr(answer, "data", None)
    picture = getattr(data[0], "b64_json", None) if data else None
    if not picture:
        raise UnclearPaymentError(f"{TITLE}: 답에 그림이 없습니다 (an answer without a picture).")
    usage = getattr(answer, "usage", None)
    cost_usd = None
    if usage is not None:
        cost_usd = prices.openai_tokens_usd(model, usage.input_tokens, usage.output_tokens)
    url = f"{INLINE}image/png;base64,{picture}"
    return Status("", "finished", url=url, cost_usd=cost_usd)
