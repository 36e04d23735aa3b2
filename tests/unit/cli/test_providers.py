"""The doctor tries every hosted service that is set up, and names it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.fakes.openai import FakeOpenAI
from tests.fakes.server import Answer, Fake, Request, broken

from mongyudo.cli import group
from mongyudo.keys import PLACES
from mongyudo.settings import load_settings

pytestmark = pytest.mark.slow

KEY = "key-canary-1447"
BALANCE = {
    "creditBalance": 420,
    "tier": {"maxMonthlyCreditSpend": 1000, "models": {}},
    "usage": {"models": {}},
}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    for place in PLACES.values():
        monkeypatch.delenv(place.variable or "_", raising=False)
    load_settings.cache_clear()
    yield
    load_settings.cache_clear()


def _doctor() -> Result:
    return CliRunner().invoke(group, ["doctor"])


def _line(result: Result, title: str) -> str:
    lines = result.output.splitlines()
    return next(line for line in lines if re.match(rf"  (ok  |FAIL|-   )  {title}", line))


def test_no_key_is_no_failure() -> None:
    """Each says that there is none."""
    found = _doctor()
    assert found.exit_code == 0, found.output
    for title in ("OpenAI", "LLM server", "Runway", "RunPod", "mj proxy"):
        assert "no key" in _line(found, f"{title}:")


def test_openai_is_asked_for_its_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that is refused is a failure, and is not shown though the server repeats it."""
    with FakeOpenAI(key=KEY) as fake:
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", fake.base_url)
        assert "ok    OpenAI: gpt-6-luna" in _doctor().output
        assert [each.method for each in fake.requests] == ["GET"]
        fake.key = "another"
        found = _doctor()
    assert found.exit_code == 1
    assert "FAIL  OpenAI: " in _line(found, "OpenAI:")
    assert "key was refused" in found.output
    assert KEY not in found.output


def test_a_server_of_ones_own_is_asked_for_its_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that it has not is told with those that it has; one that is away, with its host."""
    with FakeOpenAI() as fake:
        monkeypatch.setenv("MONGYUDO_LLM_BASE_URL", fake.base_url)
        monkeypatch.setenv("MONGYUDO_LLM_MODEL", "qwen3")
        found = _doctor()
        assert "FAIL  LLM server" in _line(found, "LLM server")
        assert "gpt-6-luna" in _line(found, "LLM server")
        monkeypatch.setenv("MONGYUDO_LLM_MODEL", "gpt-6-luna")
        load_settings.cache_clear()
        assert "ok    LLM server" in _line(_doctor(), "LLM server")
    assert "cannot be reached" in _line(_doctor(), "LLM server")


def test_runway_tells_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its credits; a refusal and an outage name it."""

    def organisation(request: Request) -> Answer:
        if request.headers["authorization"] != f"Bearer {KEY}":
            return Answer({"error": f"no such key {request.headers['authorization']}"}, 401)
        return Answer(BALANCE)

    with Fake([("GET", "/v1/organization", organisation)]) as fake:
        monkeypatch.setenv("RUNWAYML_BASE_URL", fake.url)
        monkeypatch.setenv("RUNWAYML_API_SECRET", KEY)
        assert "ok    Runway: 420 credits left" in _doctor().output
        fake.then(broken(502))
        assert "FAIL  Runway: HTTP 502" in _doctor().output
        monkeypatch.setenv("RUNWAYML_API_SECRET", f"{KEY}-old")
        found = _doctor()
    assert "key was refused" in _line(found, "Runway:")
    assert KEY not in found.output


def test_runpod_tells_of_its_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where an endpoint is named; a key alone cannot be tried for nothing."""
    monkeypatch.setenv("RUNPOD_API_KEY", KEY)
    assert "no runpod_endpoint" in _line(_doctor(), "RunPod:")
    health = Answer({"workers": {"running": 2}, "jobs": {}})
    with Fake([("GET", "/v2/abc/health", lambda _: health)]) as fake:
        monkeypatch.setenv("MONGYUDO_RUNPOD_ENDPOINT", "abc")
        monkeypatch.setenv("MONGYUDO_RUNPOD_URL", f"{fake.url}/v2")
        load_settings.cache_clear()
        assert "2 running" in _line(_doctor(), "RunPod:")


def test_a_proxy_of_ones_own_is_asked_where_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret that it refuses is told, without it."""

    def fetched(request: Request) -> Answer:
        return Answer(b"", 404 if request.headers.get("mj-api-secret") == KEY else 403)

    with Fake([("GET", "/mj/task/0/fetch", fetched)]) as fake:
        monkeypatch.setenv("MONGYUDO_MJ_URL", fake.url)
        assert "secret was refused" in _line(_doctor(), "mj proxy:")
        monkeypatch.setenv("MJ_API_SECRET", KEY)
        assert "ok    mj proxy: answers" in _doctor().output
    found = _doctor()
    assert "cannot be reached" in _line(found, "mj proxy:")
    assert KEY not in found.output


def test_nobody_is_asked_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a password in a setting is not shown."""
    monkeypatch.setenv("MONGYUDO_OFFLINE", "true")
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("MONGYUDO_DATABASE_URL", f"postgresql://me:{KEY}@db.example/m")
    found = _doctor()
    assert "not asked" in _line(found, "OpenAI:")
    assert "me:***@db.example" in found.output
    assert KEY not in found.output
