"""The Python client against a real server: what is asked twice happens once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from tests.serving import Server, serve

from mongyudo.client import Client, ClientError
from mongyudo.diary.entries import Writing
from mongyudo.diary.wishes import Wishes

pytestmark = pytest.mark.slow

HOW_TO = Path(__file__).parents[2] / "docs/how-to"
SHORT = Wishes(seconds=0.5, segments=1, sound=False)


def writing(text: str, day: int = 29) -> Writing:
    return Writing(text, date(2026, 11, day), tags=("시험",))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = serve(tmp_path_factory.mktemp("client"))
    Client(str(server.client.base_url)).consent()
    yield server
    server.close()


@pytest.fixture
def client(server: Server) -> Client:
    return Client(str(server.client.base_url))


def test_a_dream_and_its_film_from_another_program(client: Client, tmp_path: Path) -> None:
    entry = client.write(writing("호랑이가 마당에 있었다."))
    asked = client.ask_film(entry.id, SHORT)
    assert (asked.status, asked.output, asked.completed_at) == ("starting", None, None)
    job = client.wait(asked.id)
    assert (job.status, job.progress, job.error) == ("succeeded", 1.0, None)
    assert job.started_at is not None
    assert job.completed_at is not None
    assert job.created_at <= job.started_at <= job.completed_at
    assert job.output is not None
    for name in job.output:
        assert client.save(job.id, name, tmp_path / name).stat().st_size > 0
    assert (tmp_path / "film.mp4").read_bytes()[4:8] == b"ftyp"
    assert client.share(job.id).startswith("http://127.0.0.1")
    client.revoke(job.id)
    assert client.export(tmp_path / "all.zip").stat().st_size > 1000
    assert client.take_in(tmp_path / "all.zip") == 0
    assert client.statistics().dreams >= 1
    client.forget(entry.id)
    with pytest.raises(ClientError, match="그런 일기가 없습니다") as gone:
        client.entry(entry.id)
    assert gone.value.status == 404
    assert client.take_in(tmp_path / "all.zip") == 1


def test_the_example_of_the_how_to_films(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [HOW_TO / name for name in ("use-the-api.md", "use-the-api.ko.md")]
    (example,) = {page.read_text("utf-8").split("```python\n")[1].split("```")[0] for page in pages}
    told: dict[str, Any] = {}
    exec(example, told)
    monkeypatch.chdir(tmp_path)
    assert told["film_a_dream"](client).read_bytes()[4:8] == b"ftyp"


def test_what_is_asked_twice_at_once_happens_once(client: Client) -> None:
    entry_id, film_id = uuid4().hex, uuid4().hex
    with ThreadPoolExecutor(8) as eight:
        written = list(eight.map(lambda _: client.write(_, entry_id=entry_id), [writing("꿈")] * 8))
        asked = list(
            eight.map(lambda _: client.ask_film(entry_id, SHORT, film_id=film_id), range(8))
        )
    assert {entry.id for entry in written} == {entry_id}
    assert {job.id for job in asked} == {film_id}
    assert [film.id for film in client.entry(entry_id).films] == [film_id]
    with pytest.raises(ClientError) as other:
        client.ask_film(entry_id, Wishes(seed=7), film_id=film_id)
    assert other.value.status == 409
    client.cancel(film_id)
    assert client.wait(film_id).status == "canceled"


def test_putting_tells_new_from_known(server: Server) -> None:
    path, body = f"/api/v1/entries/{uuid4().hex}", {"text": "꿈", "dreamed_on": "2026-11-01"}
    assert [server.client.put(path, json=body).status_code for _ in "12"] == [201, 200]


def test_pages_lead_through_all_entries_and_back(client: Client, server: Server) -> None:
    for day in range(1, 6):
        client.write(Writing(f"꿈 {day}", date(2020, 1, day), tags=("쪽",)))
    path, texts = "/api/v1/entries?tag=쪽&limit=2", []
    while path:
        page = server.get(path)
        texts += [entry["text"] for entry in page["entries"]]
        path, before = page["links"]["next"], page["links"]["previous"]
    assert texts == [f"꿈 {day}" for day in (5, 4, 3, 2, 1)]
    assert [entry["text"] for entry in server.get(before)["entries"]] == ["꿈 3", "꿈 2"]
    assert [entry.text for entry in client.entries(tag="쪽", since="2020-01-04")] == [
        "꿈 5",
        "꿈 4",
    ]


def test_a_refusal_is_a_failed_job_that_says_why(client: Client) -> None:
    entry = client.write(writing("칼로 사람을 죽였다. 피가 흘렀다."))
    job = client.wait(client.ask_film(entry.id, SHORT).id)
    assert (job.status, job.stage, job.output) == ("failed", "refused", None)
    assert job.error is not None
    assert "생성이 불가합니다" in job.error


def test_every_error_is_problem_details(server: Server) -> None:
    for method, path, status in (
        ("GET", "/api/v1/nothing", 404),
        ("GET", f"/api/v1/films/{'0' * 32}", 404),
        ("PATCH", "/api/v1/entries", 405),
        ("GET", "/api/v1/entries?limit=0", 422),
        ("PUT", "/api/v1/draft", 422),
    ):
        answer = server.client.request(method, path)
        assert (answer.status_code, answer.json()["status"]) == (status, status), path
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["title"]


def test_a_diary_that_is_away_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(ClientError, match="does not answer") as away:
        Client("http://127.0.0.1:9", timeout_s=1).export(tmp_path / "x.zip")
    assert away.value.status == 0
    assert not list(tmp_path.iterdir())
