"""A diary that is copied while it is used, and opened from the copy."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.postgres import programs
from tests.serving import Server, serve

pytestmark = pytest.mark.slow

DREAM = "호랑이가 마당에 있었다."
SMALL = {"seconds": 0.5, "segments": 1, "sound": False}


@pytest.fixture
def opened() -> Iterator[Callable[..., Server]]:
    """Opens diaries; whatever still runs is killed at the end."""
    running: list[Server] = []

    def start(home: Path, **environment: str) -> Server:
        running.append(serve(home, **environment))
        return running[-1]

    yield start
    for server in running:
        server.kill()


def mongyudo(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command on the diary in `home`."""
    return subprocess.run(
        [sys.executable, "-m", "mongyudo", *words], capture_output=True, text=True, check=False,
        env={**os.environ, "MONGYUDO_HOME": str(home)},
    )  # fmt: skip


def done(server: Server, film_id: str) -> bytes:
    """The bytes of a film, when it is done."""
    server.wait(film_id, lambda film: film["state"] == "done")
    return server.client.get(f"/api/v1/films/{film_id}/files/film.mp4").raise_for_status().content


def test_a_copy_made_while_films_are_made_opens_like_the_diary(
    tmp_path: Path, opened: Callable[..., Server]
) -> None:
    home, copy = tmp_path / "home", tmp_path / "copy"
    server = opened(home, MONGYUDO_FPS="30")
    _, kept = server.write(DREAM, SMALL)
    film = done(server, kept)
    thrown, gone = server.write(DREAM, SMALL)
    done(server, gone)
    _, under_way = server.write(DREAM, {**SMALL, "seconds": 10})
    server.wait(under_way, lambda film: film["state"] == "painting")
    assert "2 films" in mongyudo(home, "db", "backup", str(copy)).stdout
    server.client.delete(f"/api/v1/entries/{thrown}").raise_for_status()
    assert "1 films" in mongyudo(home, "db", "backup", str(copy)).stdout
    assert [each.name for each in (copy / "films").iterdir()] == [kept]
    assert copy.stat().st_mode & 0o077 == 0
    server.kill()
    shutil.rmtree(home)

    again = opened(copy)
    assert again.get("/api/v1/entries")["total"] == 2
    assert done(again, kept) == film
    assert done(again, under_way)


def test_a_postgresql_is_dumped_and_restored(
    tmp_path: Path, new_database: Callable[[], str], opened: Callable[..., Server]
) -> None:
    home, (old, new) = tmp_path / "home", (new_database(), new_database())
    server = opened(home, MONGYUDO_DATABASE_URL=old)
    _, kept = server.write(DREAM, SMALL)
    film = done(server, kept)
    refused = subprocess.run(
        [sys.executable, "-m", "mongyudo", "db", "backup", str(tmp_path / "copy")],
        capture_output=True, text=True, check=False,
        env={**os.environ, "MONGYUDO_HOME": str(home), "MONGYUDO_DATABASE_URL": old},
    )  # fmt: skip
    assert refused.returncode == 2
    assert "pg_dump" in refused.stderr
    folder = programs()
    assert folder is not None
    dump = tmp_path / "diary.dump"
    subprocess.run([folder / "pg_dump", "--format=custom", "-f", dump, old], check=True)
    server.kill()
    restore = [folder / "pg_restore", "--no-owner", "--exit-on-error", "-d", new, dump]
    subprocess.run(restore, check=True)

    again = opened(home, MONGYUDO_DATABASE_URL=new)
    assert done(again, kept) == film
    _, after = again.write(DREAM, SMALL)
    assert done(again, after)
