"""A diary of the previous release is opened by this one, in the midst of its work."""

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tests.former import DREAM, ENTRY, UNDER_WAY, WAITING
from tests.serving import Server

from mongyudo.diary.jobs import VERSION

pytestmark = pytest.mark.slow


def test_a_diary_of_the_previous_release_is_upgraded_and_its_films_are_finished(
    served: Callable[..., Server], tmp_path: Path
) -> None:
    home = tmp_path / "home"
    former = subprocess.run(
        [sys.executable, "-m", "tests.former_jobs", str(home)],
        env={**os.environ, "MONGYUDO_FPS": "8"}, timeout=120, check=False,
    )  # fmt: skip
    assert former.returncode == 137
    work = home / "films" / UNDER_WAY / ".work"
    assert (work / "shot-0").is_dir()

    with noting_begun_shots(work) as begun:
        server = served()
        for film_id in (UNDER_WAY, WAITING):
            film = server.wait(film_id, lambda film: film["ended_at"] is not None)
            assert (film["state"], film["fault"]) == ("done", "")
    assert begun == {"shot-1"}
    entry = server.get(f"/api/v1/entries/{ENTRY}")
    assert (entry["text"], entry["tags"], entry["title"]) == (DREAM, ["마당"], "범")
    assert versions(home) == {VERSION}


@contextmanager
def noting_begun_shots(work: Path) -> Iterator[set[str]]:
    """The names of the shots whose painting is begun meanwhile."""
    begun: set[str] = set()
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(0.01):
            begun.update(path.name.split(".")[0] for path in work.glob("shot-*.part"))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield begun
    finally:
        ended.set()
        thread.join()


def versions(home: Path) -> set[str]:
    """The versions of all work that is on record."""
    with closing(sqlite3.connect(home / "jobs.sqlite")) as jobs:
        return {row[0] for row in jobs.execute("select application_version from workflow_status")}
