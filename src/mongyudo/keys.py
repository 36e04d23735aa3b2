"""Keys of hosted services: the one door through which they come.

A key is looked for in the settings (MONGYUDO_* or mongyudo.toml), in the variable that the
provider's own SDK reads, and in the keyring of the system where the package `keyring` is installed.
It stays a SecretStr, which shows itself as stars, until an SDK is handed it.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from pydantic import SecretStr

from mongyudo.errors import MissingKeyError
from mongyudo.settings import Settings, load_settings

Provider = Literal["openai", "llm", "runway", "runpod", "mj"]


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where a provider's key may be: `setting` in the settings, `variable` in the environment ("":
    nowhere but in the settings), and the page where one is had ("": from whoever runs it)."""

    title: str
    setting: str
    variable: str
    had_from: str


PLACES: Mapping[Provider, KeyPlace] = MappingProxyType(
    {
        "openai": KeyPlace(
            "OpenAI", "openai_api_key", "OPENAI_API_KEY", "https://platform.openai.com/api-keys"
        ),
        "llm": KeyPlace(
            "LLM server", "llm_api_key", "", ""
        ),
        "runway": KeyPlace(
            "Runway", "runwayml_api_secret", "RUNWAYML_API_SECRET", "https://dev.runwayml.com"
        ),
        "runpod": KeyPlace(
            "RunPod", "runpod_api_key", "RUNPOD_API_KEY", "https://console.runpod.io/user/settings"
        ),
        "mj": KeyPlace(
            "mj proxy", "mj_api_secret", "MJ_API_SECRET", ""
        ),
    }
)  # fmt: skip

SERVICE = "mongyudo"
"""Under this name the keyring keeps keys: `keyring set mongyudo openai`."""
_KEY = re.compile(r"[!-~]+")


def find_key(provider: Provider, settings: Settings | None = None) -> SecretStr | None:
    """The provider's key, or None where there is none.

    Raises MissingKeyError for what cannot be a key, since a header would refuse it and print it.
    """
    place = PLACES[provider]
    given: SecretStr = getattr(settings or load_settings(), place.setting)
    value = (
        given.get_secret_value().strip()
        or os.environ.get(place.variable, "").strip()
        or _from_keyring(provider).strip()
    )
    if not value:
        return None
    if not _KEY.fullmatch(value):
        raise MissingKeyError(
            f"{place.title}: API 키에 빈칸이나 한글 같은 글자가 들어 있습니다. {_remedy(provider)}"
        )
    return SecretStr(value)


def key_for(provider: Provider, settings: Settings | None = None) -> SecretStr:
    """The provider's key; raises MissingKeyError, naming provider and remedy, where it is not."""
    key = find_key(provider, settings)
    if key is None:
        raise MissingKeyError(". ".join(told_missing(provider)))
    return key


def told_missing(provider: Provider) -> tuple[str, str]:
    """That there is no key of a provider, and where one may be put: Korean, then English."""
    return f"{PLACES[provider].title} API 키가 없습니다", _remedy(
        provider, f"no API key of {PLACES[provider].title}: "
    )


def _remedy(provider: Provider, why: str = "") -> str:
    place = PLACES[provider]
    variable = place.variable or f"MONGYUDO_{place.setting.upper()}"
    page = f" 키를 받는 곳: {place.had_from}" if place.had_from else ""
    return (
        f"{variable} 변수나 mongyudo.toml의 {place.setting}에 넣거나, `keyring set {SERVICE} "
        f"{provider}` 명령으로 맡겨 주세요.{page} ({why}set {variable}, or {place.setting} in "
        f"mongyudo.toml, or keep it by `keyring set {SERVICE} {provider}`.)"
    )


def _from_keyring(provider: Provider) -> str:
    """What the system's keyring keeps; "" without the package or a keyring, or when locked."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password(SERVICE, provider) or ""
    except KeyringError:
        return ""


def without_keys(text: str, *keys: SecretStr | None) -> str:
    """`text`, such as an error of a server that repeats what it was sent, with `keys` as stars."""
    for key in keys:
        if key is not None and key.get_secret_value():
            text = text.replace(key.get_secret_value(), str(key))
    return text
