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
    nowhere but in the settings), and where one is had, as a page or in words."""

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
            "LLM server", "llm_api_key", "", "whoever runs the server that llm_base_url names"
        ),
        "runway": KeyPlace(
            "Runway", "runwayml_api_secret", "RUNWAYML_API_SECRET", "https://dev.runwayml.com"
        ),
        "runpod": KeyPlace(
            "RunPod", "runpod_api_key", "RUNPOD_API_KEY", "https://console.runpod.io/user/settings"
        ),
        "mj": KeyPlace(
            "mj proxy", "mj_api_secret", "MJ_API_SECRET", "whoever runs the proxy"
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
            f"{place.title}: API 키에 빈칸이나 한글 같은 글자가 들어 있습니다 (its key holds "
            f"spaces or letters that no key has). {_remedy(provider)}"
        )
    return SecretStr(value)


def key_for(provider: Provider, settings: Settings | None = None) -> SecretStr:
    """The provider's key; raises MissingKeyError, naming provider and remedy, where it is not."""
    key = find_key(provider, settings)
    if key is None:
        title = PLACES[provider].title
        raise MissingKeyError(
            f"{title}: API 키가 없습니다 (no API key of {title}). {_remedy(provider)}"
        )
    return key


def _remedy(provider: Provider) -> str:
    place = PLACES[provider]
    names = " or ".join(filter(None, (place.variable, f"MONGYUDO_{place.setting.upper()}")))
    return (
        f"{names} 변수나 mongyudo.toml의 {place.setting}에 넣거나 `keyring set {SERVICE} "
        f"{provider}`로 맡겨 주세요 (set {names}, {place.setting} in mongyudo.toml, or keep it by "
        f"`keyring set {SERVICE} {provider}`). 받는 곳 (to be had from): {place.had_from}"
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
