"""The API under fire: whatever its own description allows, or does not, it answers without 500."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.serving import Server

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
MANY_RANGES = "bytes=" + ",".join(f"{2 * at}-{2 * at}" for at in range(2000))
EXAMPLES = 6
"""Made-up requests for each operation and phase."""


def fuzzed(server: Server, folder: Path, *more: str) -> None:
    """Send what the server's own description allows, and what it does not; no answer is a 500."""
    description = f"{server.client.base_url}/api/openapi.json"
    schemathesis = Path(sys.executable).with_name("st")
    sent = subprocess.run(
        [
            schemathesis, "run", description, "--checks", "not_a_server_error",
            "--max-examples", str(EXAMPLES), "--seed", "1447", "--no-color", *more,
        ],
        cwd=folder, capture_output=True, text=True, timeout=300, check=False,
        env={**os.environ, "SCHEMATHESIS_HOOKS": "serializers", "PYTHONPATH": str(HERE)},
    )  # fmt: skip
    assert sent.returncode == 0, sent.stdout[-3000:]


def test_no_request_makes_the_server_fail(served: Callable[..., Server], tmp_path: Path) -> None:
    server = served(MONGYUDO_FPS="2", MONGYUDO_SECONDS="0.5")
    server.client.put("/api/v1/consent").raise_for_status()
    fuzzed(server, tmp_path)
    assert server.client.get("/api/v1/entries").status_code == 200


def test_no_request_of_a_dreamer_makes_a_shared_server_fail(
    served: Callable[..., Server], tmp_path: Path
) -> None:
    server = served(
        MONGYUDO_FPS="2", MONGYUDO_SECONDS="0.5", MONGYUDO_MULTI_USER="true",
        MONGYUDO_SIGN_UP="open", MONGYUDO_CHANGES_A_MINUTE="1000000",
    )  # fmt: skip
    told = {"name": "dreamer", "password": "ten characters and more"}
    server.client.post("/sign-up", data=told)
    server.client.put("/api/v1/consent").raise_for_status()
    cookie = f"Cookie: session={server.client.cookies['session']}"
    fuzzed(server, tmp_path, "--header", cookie, "--exclude-path", "/api/v1/session")
    assert server.client.get("/api/v1/entries").json()["total"] > 0
    nobody = tmp_path / "nobody"
    nobody.mkdir()
    fuzzed(server, nobody, "--include-path", "/api/v1/session")


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/api/v1/films/{film}/files/../../../diary.sqlite", {}, 404),
        ("/api/v1/films/{film}/files/%2e%2e%2fkept.json", {}, 404),
        ("/api/v1/films/{film}/files/film.mp4", {"range": "bytes=0-99"}, 206),
        ("/api/v1/films/{film}/files/film.mp4", {"range": "bytes=999999999-"}, 416),
        ("/api/v1/films/{film}/files/film.mp4", {"range": "bytes=5-2"}, 400),
        ("/api/v1/films/{film}/files/film.mp4", {"range": "bytes=-0"}, 416),
        ("/api/v1/films/{film}/files/film.mp4", {"range": f"bytes={'9' * 4000}-"}, 416),
        ("/api/v1/films/{film}/files/film.mp4", {"range": MANY_RANGES}, 200),
        ("/api/v1/films/{film}/files/%00", {}, 404),
        ("/api/v1/films/{film}/files/film.mp4%00.json", {}, 404),
        ("/static/../app.py", {}, 404),
        ("/static/%2e%2e/app.py", {}, 404),
        ("/static/..%2f..%2fsettings.py", {}, 404),
        ("/static/%00", {}, 404),
        ("/static//etc/passwd", {}, 404),
        ("/fonts/%2fetc%2fpasswd", {}, 404),
        ("/shared/%00", {}, 404),
        ("/calendar?month=9999-12", {}, 200),
        ("/calendar?month=0001-01", {}, 200),
        ("/fonts/../../settings.py", {}, 404),
        ("/shared/nothing", {}, 404),
    ],
)
def test_paths_and_ranges(
    finished: tuple[Server, str], path: str, headers: dict[str, str], status: int
) -> None:
    server, film_id = finished
    answer = server.client.get(path.format(film=film_id), headers=headers)
    assert answer.status_code == status


def test_a_forged_name_and_a_foreign_page_are_refused(finished: tuple[Server, str]) -> None:
    server, film_id = finished
    cancel = f"/api/v1/films/{film_id}/cancel"
    assert server.client.post(cancel, headers={"origin": "https://evil.example"}).status_code == 403
    assert server.client.get("/", headers={"host": "evil.example"}).status_code == 421


def test_following_a_film_ends_when_its_dream_is_thrown_away(served: Callable[..., Server]) -> None:
    server = served()
    entry_id, film_id = server.write("길고 긴 다리를 건넜다.", {"seconds": 8})
    with server.client.stream("GET", f"/api/v1/films/{film_id}/events") as answer:
        told = answer.iter_lines()
        assert next(told).startswith("data:")
        server.client.delete(f"/api/v1/entries/{entry_id}").raise_for_status()
        assert all("done" not in line for line in told)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_text_that_no_database_keeps_is_refused_and_spoils_nothing(
    kind: str, served: Callable[..., Server], new_database: Callable[[], str]
) -> None:
    server = served(**({} if kind == "sqlite" else {"MONGYUDO_DATABASE_URL": new_database()}))
    half, new = "\\ud800", '{"writing":{"dreamed_on":"2026-11-29","text":"%s","tags":["%s"]}}'
    for method, path, body in (
        ("POST", "/api/v1/entries", new % (half, "")),
        ("POST", "/api/v1/entries", new % ("\\u0000", "")),
        ("POST", "/api/v1/entries", new % ("꿈", half)),
        ("POST", "/api/v1/entries", new % ("꿈", "\\u0000")),
        ("PUT", "/api/v1/draft", f'{{"text":"{half}"}}'),
    ):
        json = {"content-type": "application/json"}
        answer = server.client.request(method, path, content=body, headers=json)
        assert answer.status_code == 422, (path, body, answer.text)
    assert server.get("/api/v1/draft") == {}
    assert server.get("/api/v1/entries")["total"] == 0
    assert server.client.get("/shared/%00").status_code in (404, 422)
    assert server.client.get("/api/v1/entries?q=%00&tag=%00").status_code in (200, 422)
