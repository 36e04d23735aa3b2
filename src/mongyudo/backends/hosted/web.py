"""What the clients of all providers share: downloads, waiting times, errors without secrets."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import SecretStr

from mongyudo.errors import ProviderError
from mongyudo.keys import without_keys

TIMEOUT_S = 120.0
MOST_BYTES = 1_000_000_000
MOST_CHARS = 300
"""Of a provider's own words in an error."""


def fetch(title: str, url: str, to: Path, headers: Mapping[str, str] | None = None) -> None:
    """Download `url` into the file `to`; raises ProviderError naming the provider."""
    import httpx

    try:
        with (
            httpx.stream(
                "GET", url, follow_redirects=True, timeout=TIMEOUT_S, headers=headers
            ) as answer,
            to.open("wb") as file,
        ):
            answer.raise_for_status()
            size = 0
            for piece in answer.iter_bytes():
                size += len(piece)
                if size > MOST_BYTES:
                    raise ProviderError(f"{title}: the file is larger than {MOST_BYTES:,} bytes")
                file.write(piece)
    except httpx.HTTPStatusError as error:
        code = error.response.status_code
        raise ProviderError(
            f"{title}: 만든 것을 내려받지 못했습니다 (download failed: {code})"
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise ProviderError(
            f"{title}: 만든 것을 내려받지 못했습니다 (download failed: {type(error).__name__}). "
            f"같은 명령을 다시 하면 이어집니다 (the same command goes on from here)."
        ) from error


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """The seconds that Retry-After asks for; None without one, or with a date."""
    try:
        return max(0.0, float(headers.get("retry-after", "")))
    except ValueError:
        return None


def said(message: object, key: SecretStr | None, *sent: str) -> str:
    """A provider's own words, short, without our key and without what we sent (dreams)."""
    text = without_keys(str(message), key)
    for words in filter(None, sent):
        text = text.replace(words, "…")
    return text[:MOST_CHARS]
