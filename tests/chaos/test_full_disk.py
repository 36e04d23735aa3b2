"""The disk is full: it is said, nothing that was kept is lost, and room is all that is needed."""

import errno
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from tests.serving import Server, serve

pytestmark = pytest.mark.slow

DISK = "size=192m"
SMALL = {"seconds": 0.5, "segments": 1, "sound": False}
LONG = {"seconds": 10, "segments": 1, "sound": False}
DREAM = "호랑이가 마당에 있었다."


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own that is soon full."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", DISK, "mongyudo", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture
def server(disk: Path) -> Iterator[Server]:
    """A diary on the small disk."""
    started = serve(disk / "home")
    yield started
    started.kill()


def fill(disk: Path) -> Path:
    """A file that leaves no room on the disk."""
    path = disk / "filled"
    with path.open("ab", buffering=0) as file:
        for size in (1 << 20, 1 << 12):
            while has_room(file, size):
                pass
    return path


def has_room(file: IO[bytes], size: int) -> bool:
    """Whether as many bytes more could be written."""
    try:
        return file.write(bytes(size)) == size
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        return False


def test_on_a_full_disk_nothing_is_lost_and_all_goes_on_when_there_is_room(
    disk: Path, server: Server
) -> None:
    kept, first = server.write(DREAM, SMALL)
    server.wait(first, lambda film: film["state"] == "done")
    entry_id, film_id = server.write(DREAM, LONG)
    server.wait(film_id, lambda film: film["state"] == "painting" and film["share"] > 0)
    filled = fill(disk)
    new = {"writing": {"text": DREAM * 1500, "dreamed_on": "2026-11-29"}}
    refused = server.client.post("/api/v1/entries", json=new)
    assert refused.status_code == 503, refused.text
    assert "디스크가 가득" in refused.json()["detail"]
    assert server.get(f"/api/v1/entries/{kept}")["text"] == DREAM
    assert server.client.get(f"/api/v1/films/{first}/files/film.mp4").status_code == 200

    filled.unlink()
    film = server.wait(film_id, lambda film: film["ended_at"] is not None)
    assert film["state"] == "done" or "디스크" in film["fault"], film["fault"]
    again = server.client.post(f"/api/v1/entries/{entry_id}/films", json=SMALL).json()
    server.wait(again["id"], lambda film: film["state"] == "done")
