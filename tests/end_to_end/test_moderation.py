"""A diary whose dreams OpenAI's moderation judges, too: what leaves, what is told, what is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fakes.openai import FakeOpenAI
from tests.fakes.server import broken
from tests.serving import Server, serve

pytestmark = pytest.mark.slow

KEY = "sk-canary-1447"
DREAM = "박서준 부장님과 바닷가를 걸었다. 하늘이 맑았다."
OPEN = ("queued", "reading", "painting", "joining")


@pytest.fixture
def fake() -> Iterator[FakeOpenAI]:
    """The provider."""
    with FakeOpenAI(key=KEY) as fake:
        yield fake


@pytest.fixture
def server(tmp_path: Path, fake: FakeOpenAI) -> Iterator[Server]:
    """A diary that asks it."""
    server = serve(
        tmp_path / "home",
        MONGYUDO_POLICY_MODERATION="openai",
        OPENAI_BASE_URL=fake.base_url,
        OPENAI_API_KEY=KEY,
    )
    yield server
    server.close()


def test_a_moderated_diary(tmp_path: Path, server: Server, fake: FakeOpenAI) -> None:
    """It says so before anything is sent; what is flagged is refused, what is not answered fails,
    what is allowed is filmed. Names and the key stay here, and no entry is lost."""
    assert "OpenAI에 보내 심사합니다" in server.client.get("/", follow_redirects=True).text
    assert fake.requests == []

    fake.flagged = lambda _: {"violence/graphic"}
    entry_id, film_id = server.write(DREAM, {"seconds": 0.5, "sound": False, "segments": 1})
    found = server.wait(film_id, lambda film: film["state"] not in OPEN)
    assert found["state"] == "refused", found
    assert [(r["source"], r["category"]) for r in found["verdict"]["reasons"]] == [
        ("openai", "gore")
    ]
    assert "어디에도 보내지 않았습니다" not in server.client.get(f"/entries/{entry_id}").text
    assert server.get(f"/api/v1/entries/{entry_id}")["text"] == DREAM

    fake.flagged = lambda _: set()
    fake.then(broken(), broken(), broken())
    again = f"/api/v1/entries/{entry_id}/films"
    asked = server.client.post(again, json={"seconds": 0.5, "sound": False, "segments": 1})
    found = server.wait(asked.raise_for_status().json()["id"], lambda f: f["state"] not in OPEN)
    assert found["state"] == "failed", found
    assert "심사를 마치지 못해" in found["fault"]

    asked = server.client.post(again, json={"seconds": 0.5, "sound": False, "segments": 1})
    found = server.wait(asked.raise_for_status().json()["id"], lambda f: f["state"] not in OPEN)
    assert found["state"] == "done", found

    assert all("서준" not in request.body.decode() for request in fake.requests)
    assert not [
        path
        for path in (tmp_path / "home").rglob("*")
        if path.is_file() and KEY.encode() in path.read_bytes()
    ]
