"""What an operator sees of a running diary: health, readiness, metrics, logs; never a dream."""

import json
import os
import re
from pathlib import Path
from uuid import uuid4

import pytest
from tests.processes import painters
from tests.serving import Server, serve

pytestmark = pytest.mark.slow

SECRET = "보랏빛기린"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[dict[str, object]]]:
    """Metrics and log lines of a server that filmed a dream and was asked nonsense."""
    folder = tmp_path_factory.mktemp("operating")
    with (folder / "log").open("w") as log:
        server = serve(folder / "home", stderr=log, MONGYUDO_LOG_JSON="true")
        _, film_id = server.write(f"{SECRET}이 춤추었다.", {"seconds": 0.5, "segments": 1})
        server.wait(film_id, lambda film: film["state"] == "done")
        ask_nonsense(server)
        metrics = server.client.get("/metrics").text
        server.close()
    return metrics, [json.loads(line) for line in (folder / "log").read_text().splitlines()]


def ask_nonsense(server: Server) -> None:
    for _ in range(5):
        server.client.get(f"/{SECRET}/{uuid4().hex}")
        server.client.get(f"/api/v1/entries/{uuid4().hex}", headers={"x-request-id": "seen-1"})
        server.client.get("/", params={"q": SECRET})
    server.client.request(SECRET.encode().hex().upper(), "/")
    server.client.get("/", headers={"host": "evil.example"})


def test_it_says_that_it_lives_and_can_work(finished: tuple[Server, str]) -> None:
    server, _ = finished
    assert server.get("/health") == {"status": "ok"}
    assert server.get("/ready") == {"database": "ok", "queue": "ok", "disk": "ok", "storage": "ok"}


def test_metrics_count_by_route_and_not_by_id(
    told: tuple[str, list[dict[str, object]]],
) -> None:
    metrics, _ = told
    route = 'route="/api/v1/entries/{entry_id}"'
    assert f'mongyudo_requests_total{{method="GET",{route},status="404"}} 5.0' in metrics
    assert 'mongyudo_films{state="done"} 1.0' in metrics
    assert 'mongyudo_waiting{queue="render"} 0.0' in metrics
    assert 'method="other"' in metrics
    assert not re.search("[0-9a-f]{32}", metrics)


def test_each_request_is_a_line_with_its_id(
    told: tuple[str, list[dict[str, object]]],
) -> None:
    _, lines = told
    seen = [line for line in lines if line.get("request_id") == "seen-1"]
    assert len(seen) == 5
    assert seen[0]["route"] == "/api/v1/entries/{entry_id}"
    assert seen[0]["status"] == 404
    assert float(str(seen[0]["duration_ms"])) > 0


def test_no_word_of_a_dream_is_told(told: tuple[str, list[dict[str, object]]]) -> None:
    metrics, lines = told
    assert SECRET not in metrics
    assert SECRET not in json.dumps(lines, ensure_ascii=False)
    assert len(lines) > 10


def test_painters_stand_behind(tmp_path: Path) -> None:
    """Whoever reads the diary comes before whoever paints it.

    Priorities count between processes of one session only (Linux's autogroups, sched(7)).
    """
    server = serve(tmp_path)
    try:
        _, film_id = server.write("숲에 비가 왔다.", {"seconds": 4})
        server.wait(film_id, lambda film: film["share"] > 0.02 and film["state"] == "painting")
        own = painters(server.process.pid)
        assert own
        assert {os.getsid(pid) for pid in own} == {os.getsid(server.process.pid)}
        assert {os.sched_getscheduler(pid) for pid in own} == {os.SCHED_IDLE}
    finally:
        server.kill()
