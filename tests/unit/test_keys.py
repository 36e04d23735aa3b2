"""Keys come from settings, the environment or the keyring, and are shown to nobody."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from mongyudo.errors import MissingKeyError, SettingsError
from mongyudo.keys import PLACES, Provider, find_key, key_for, without_keys
from mongyudo.settings import Settings, load_settings

CANARY = "sk-canary-1447"


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    for place in PLACES.values():
        for name in (place.variable, f"MONGYUDO_{place.setting.upper()}"):
            monkeypatch.delenv(name or "_", raising=False)


@pytest.mark.parametrize("provider", PLACES)
def test_a_missing_key_names_the_provider_and_the_remedy(provider: Provider) -> None:
    """In Korean and English, with the place where a key may be put."""
    with pytest.raises(MissingKeyError) as told:
        key_for(provider, Settings())
    for word in (PLACES[provider].title, PLACES[provider].setting, "API 키", provider):
        assert word in str(told.value)


def test_the_settings_go_before_the_sdks_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """MONGYUDO_* is the narrower word; spaces around a key are nobody's intention."""
    monkeypatch.setenv("OPENAI_API_KEY", f" {CANARY}\n")
    assert key_for("openai", Settings()).get_secret_value() == CANARY
    monkeypatch.setenv("MONGYUDO_OPENAI_API_KEY", "sk-mine")
    assert key_for("openai", Settings()).get_secret_value() == "sk-mine"


def test_openais_key_is_not_that_of_another_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in OPENAI_API_KEY goes to OpenAI alone."""
    monkeypatch.setenv("OPENAI_API_KEY", CANARY)
    assert find_key("llm", Settings()) is None


def test_the_keyring_is_asked_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is locked counts as none."""
    import keyring
    from keyring.errors import KeyringLocked

    kept = {("mongyudo", "runway"): CANARY}
    monkeypatch.setattr(keyring, "get_password", lambda *at: kept.get(at))
    assert key_for("runway", Settings()).get_secret_value() == CANARY
    assert find_key("runpod", Settings()) is None

    def locked(*_: str) -> str:
        raise KeyringLocked

    monkeypatch.setattr(keyring, "get_password", locked)
    assert find_key("runway", Settings()) is None


def test_what_cannot_be_a_key_is_not_repeated() -> None:
    """A header would refuse it, and print it."""
    settings = Settings(openai_api_key=SecretStr(f"{CANARY} 열쇠"))
    with pytest.raises(MissingKeyError) as told:
        find_key("openai", settings)
    assert CANARY not in str(told.value)


@pytest.mark.parametrize("line", [f'openai_key = "{CANARY}"', f'openai_api_key = ["{CANARY}"]'])
def test_faulty_settings_do_not_show_a_key(line: str) -> None:
    """Neither a misspelt name nor a wrong type, in the error or in what caused it."""
    Path("mongyudo.toml").write_text(line, encoding="utf-8")
    load_settings.cache_clear()
    with pytest.raises(SettingsError) as told:
        load_settings()
    assert line.split()[0] in str(told.value)
    assert CANARY not in f"{told.value}{told.value.__cause__}"


def test_keys_are_stars_wherever_they_are_shown() -> None:
    """In settings, in what the doctor prints of them, and in a server's words."""
    settings = Settings(openai_api_key=SecretStr(CANARY))
    key = key_for("openai", settings)
    shown = f"{settings!r}{settings.model_dump(mode='json')}{key!r}"
    assert CANARY not in shown + without_keys(f"Incorrect API key: {CANARY}", None, key)
