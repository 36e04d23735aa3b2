"""Films in object storage that speaks S3: made, played, thrown away, whatever dies meanwhile."""

import io
import random
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from tests.former import DREAM
from tests.s3 import S3, s3_server
from tests.serving import Server, serve, work

pytestmark = pytest.mark.slow

SILENCE_S = 3
MISFORTUNES = 6
SMALL = {"seconds": 0.5, "segments": 2, "sound": False}
WHOLE = ["captions.ko.vtt", "film.json", "film.mp4", "poster.png", "segment-1.mp4", "segment-2.mp4"]


@pytest.fixture
def s3() -> Iterator[S3]:
    """A storage that is empty."""
    with s3_server() as server:
        yield server


@pytest.fixture
def stored(s3: S3, served: Callable[..., Server]) -> Callable[..., Server]:
    """Starts servers whose films lie in the storage."""
    return lambda **more: served(**s3.environment, **more)


def until(happens: Callable[[], bool], within_s: float = 30) -> None:
    """Wait for it."""
    end = time.monotonic() + within_s
    while not happens():
        assert time.monotonic() < end
        time.sleep(0.05)


def done(server: Server, film_id: str, s3: S3) -> None:
    """Wait until the film is done, and what it was made of is gone."""
    server.wait(film_id, lambda film: film["state"] == "done")
    until(lambda: not [name for name in s3.names(film_id) if name.startswith("shots/")])


def test_a_film_plays_from_storage_and_leaves_with_its_dream(
    stored: Callable[..., Server], s3: S3
) -> None:
    """By signed addresses with ranges; captions and downloads come through the diary."""
    server = stored()
    entry_id, film_id = server.write(DREAM, SMALL)
    done(server, film_id, s3)
    assert s3.names(film_id) == WHOLE
    assert not (server.home / "films" / film_id).exists()
    film = s3.objects[f"mongyudo/films/{film_id}/film.mp4"]
    assert film.kind == "video/mp4"
    path = f"/api/v1/films/{film_id}/files/film.mp4"
    sent = server.client.get(path, headers={"sec-fetch-dest": "video"})
    assert sent.status_code == 307
    assert sent.headers["cache-control"] == "no-store"
    piece = httpx.get(sent.headers["location"], headers={"range": "bytes=100-199"})
    assert (piece.status_code, piece.content) == (206, film.body[100:200])
    policy = server.client.get("/").headers["content-security-policy"]
    assert f"media-src 'self' {s3.url};" in policy
    assert policy.count(s3.url) == 1
    through = server.client.get(path, headers={"sec-fetch-dest": "document", "range": "bytes=-50"})
    assert (through.status_code, through.content) == (206, film.body[-50:])
    assert server.client.get(f"{path[:-8]}captions.ko.vtt").text.startswith("WEBVTT")
    server.client.delete(f"/api/v1/entries/{entry_id}").raise_for_status()
    assert not s3.objects
    assert all(asked.status != 403 for asked in s3.asked)
    assert not [asked.key for asked in s3.asked if not asked.key.isascii()]


def killed_while_it_stores(name: str, stored: Callable[..., Server], s3: S3) -> str:
    """The id of a film over whose file of that name the server was killed."""
    s3.hold = name
    server = stored()
    _, film_id = server.write(DREAM, SMALL)
    assert s3.held.wait(60)
    server.kill()
    s3.hold = ""
    return film_id


def test_killed_between_storing_a_film_and_its_end_it_is_ended_later(
    stored: Callable[..., Server], s3: S3
) -> None:
    film_id = killed_while_it_stores(r"film\.json$", stored, s3)
    kept = s3.objects[f"mongyudo/films/{film_id}/film.mp4"]
    server = stored()
    done(server, film_id, s3)
    assert s3.names(film_id) == WHOLE
    assert s3.objects[f"mongyudo/films/{film_id}/film.mp4"] is kept
    assert not (server.home / "films" / film_id).exists()


def test_killed_while_a_film_is_stored_it_is_stored_again(
    stored: Callable[..., Server], s3: S3
) -> None:
    film_id = killed_while_it_stores(r"film\.mp4$", stored, s3)
    assert "film.json" not in s3.names(film_id)
    server = stored()
    done(server, film_id, s3)
    assert s3.names(film_id) == WHOLE


def test_a_storage_that_is_away_is_waited_for(stored: Callable[..., Server], s3: S3) -> None:
    server = stored()
    s3.is_away = True
    _, film_id = server.write(DREAM, SMALL)
    until(lambda: any(asked.status == 503 for asked in s3.asked))
    told = server.client.get("/ready")
    assert told.status_code == 200  # dreams are written all the same
    assert "does not answer" in told.json()["storage"]
    s3.is_away = False
    done(server, film_id, s3)
    assert server.get("/ready")["storage"] == "ok"


def test_machines_without_a_common_folder_make_a_film_together(
    s3: S3, new_database: Callable[[], str], tmp_path: Path
) -> None:
    """One shows pages, two paint and join; a fourth, with an empty disk, gives the film out."""
    environment = {**s3.environment, "MONGYUDO_DATABASE_URL": new_database()}
    running: list[subprocess.Popen[str]] = []
    pages = serve(tmp_path / "pages", "--queues", "none", **environment)
    try:
        for name in ("text,film", "render", "render"):
            home = tmp_path / f"{name}-{len(running)}"
            running.append(work(home, "--queues", name, **environment))
        made = [pages.write(DREAM, SMALL)[1] for _ in range(2)]
        for film_id in made:
            done(pages, film_id, s3)
            assert s3.names(film_id) == WHOLE
        joined = {asked.key for asked in s3.asked if asked.key.endswith(".zip")}
        assert len(joined) == SMALL["segments"] * len(made)  # each shot went through the storage
        file = io.BytesIO(pages.client.get("/export.zip").raise_for_status().content)
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
        assert {f"films/{film_id}/{name}" for film_id in made for name in WHOLE} <= names
    finally:
        for each in running:
            each.kill()
            each.wait()
            if each.stdout:
                each.stdout.close()
        pages.kill()


def test_machines_that_are_lost_lose_no_film_and_leave_no_object(
    s3: S3, new_database: Callable[[], str], tmp_path: Path
) -> None:
    """Machines go for good with their disks, the storage is away now and then, a dream is thrown
    away: every other film is whole in the end, and nothing else lies in the storage."""
    environment = {
        **s3.environment, "MONGYUDO_DATABASE_URL": new_database(),
        "MONGYUDO_WORKER_SILENCE_S": str(SILENCE_S),
    }  # fmt: skip
    chance, homes = random.Random(1447), (tmp_path / f"machine-{at}" for at in range(99))
    pages = serve(tmp_path / "pages", "--queues", "none", **environment)
    running = [work(next(homes), **environment) for _ in range(2)]
    gone: list[subprocess.Popen[str]] = []
    try:
        made = [pages.write(DREAM, SMALL) for _ in range(5)]
        for at in range(MISFORTUNES):
            time.sleep(chance.uniform(1, 4))
            if at % 3 == 1:
                s3.is_away = True
                time.sleep(2)
                s3.is_away = False
            elif at == 3:
                entry_id, _ = made.pop()
                pages.client.delete(f"/api/v1/entries/{entry_id}").raise_for_status()
            else:
                lost = running.pop(chance.randrange(len(running)))
                lost.kill()
                gone.append(lost)
                running.append(work(next(homes), **environment))
        for _, film_id in made:
            pages.wait(film_id, lambda film: film["state"] == "done", within_s=240)
        wished = {film_id: WHOLE for _, film_id in made}
        until(lambda: {film_id: s3.names(film_id) for film_id in s3.films()} == wished)
    finally:
        for each in [*running, *gone]:
            each.kill()
            each.wait()
            if each.stdout:
                each.stdout.close()
        pages.kill()
