"""Workers on one PostgreSQL that die, freeze and come back: no film is lost or made twice."""

import os
import random
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from tests.postgres import Postgres
from tests.processes import painters
from tests.serving import Server, serve, work

from mongyudo.diary.workers import MOST_DEATHS

pytestmark = pytest.mark.slow

SILENCE_S = 3
ENDED = ("done", "failed", "refused", "cancelled")
SMALL = {"seconds": 0.5, "segments": 1, "sound": False}
DREAM = "호랑이가 마당에 {}번 왔다."


class Watcher(threading.Thread):
    """Looks at the films' folders all the time, for finished work that is begun again."""

    def __init__(self, films: Path) -> None:
        super().__init__(daemon=True)
        self._films, self._ended = films, threading.Event()
        self._seen: set[Path] = set()
        self.repeated: list[Path] = []

    def run(self) -> None:
        """Until `end`."""
        while not self._ended.wait(0.05):
            with suppress(FileNotFoundError):  # a folder may go while it is looked into
                for name in ("*/.work/shot-*.part", "*/.m*"):
                    self._look_at(self._films.glob(name))

    def _look_at(self, attempts: Iterable[Path]) -> None:
        for attempt in attempts:
            if attempt not in self._seen:
                self._seen.add(attempt)
                self._judge(attempt)

    def _judge(self, attempt: Path) -> None:
        shot = attempt.name.split(".")[0]
        done = attempt.parent / shot if shot else attempt.parent / "film.json"
        with suppress(OSError):
            if done.stat().st_ctime < attempt.stat().st_ctime:
                self.repeated.append(attempt)

    def end(self) -> None:
        """Stop looking."""
        self._ended.set()
        self.join()


@pytest.fixture
def environment(new_database: Callable[[], str]) -> dict[str, str]:
    """What every process of a diary is told."""
    return {"MONGYUDO_DATABASE_URL": new_database(), "MONGYUDO_WORKER_SILENCE_S": str(SILENCE_S)}


@pytest.fixture
def hire(
    tmp_path: Path, environment: dict[str, str]
) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts workers; all are gone at the end."""
    hired: list[subprocess.Popen[str]] = []

    def start(**more: str) -> subprocess.Popen[str]:
        hired.append(work(tmp_path / "home", **environment, **more))
        return hired[-1]

    yield start
    for worker in hired:
        worker.kill()
        worker.wait()
        if worker.stdout:
            worker.stdout.close()


@pytest.fixture
def pages(tmp_path: Path, environment: dict[str, str]) -> Iterator[Server]:
    """A server that only shows pages."""
    server = serve(tmp_path / "home", "--queues", "none", **environment)
    yield server
    server.kill()


def wait_for_all(server: Server, film_ids: list[str], within_s: float) -> dict[str, str]:
    """How each film ended; what the server does not answer is asked again."""
    states = dict.fromkeys(film_ids, "")
    end = time.monotonic() + within_s
    for film_id in film_ids:  # one after the other: to ask for all keeps a core from painting
        while states[film_id] not in ENDED and time.monotonic() < end:
            with suppress(httpx.HTTPError):
                states[film_id] = server.film(film_id)["state"]
            time.sleep(0.05)
    return states


def are_whole(home: Path, film_ids: list[str]) -> bool:
    """Whether each film's folder holds the film and nothing half-done."""
    found = [sorted(path.name for path in (home / "films" / each).iterdir()) for each in film_ids]
    wanted = ["captions.ko.vtt", "film.json", "film.mp4", "poster.png", "segment-1.mp4"]
    return all(names == wanted for names in found)


def test_a_frozen_worker_is_replaced_and_spoils_nothing_when_it_wakes(
    pages: Server, hire: Callable[..., subprocess.Popen[str]]
) -> None:
    frozen = hire()
    _, film_id = pages.write(DREAM.format("한"), {**SMALL, "seconds": 8})
    pages.wait(film_id, lambda film: film["state"] == "painting")
    frozen.send_signal(signal.SIGSTOP)
    hire()
    assert pages.wait(film_id, lambda film: film["state"] == "done")["share"] == 1
    kept = (pages.home / "films" / film_id / "film.mp4").stat()
    frozen.send_signal(signal.SIGCONT)
    time.sleep(3)
    assert pages.film(film_id)["state"] == "done"
    assert are_whole(pages.home, [film_id])
    assert (pages.home / "films" / film_id / "film.mp4").stat() == kept


def test_a_film_over_which_workers_keep_dying_ends_with_kind_words(
    pages: Server, hire: Callable[..., subprocess.Popen[str]]
) -> None:
    _, film_id = pages.write(DREAM.format("한"), {**SMALL, "seconds": 10})
    for _ in range(MOST_DEATHS):
        worker = hire(MONGYUDO_FPS="60")
        wait_for_a_painter_of(worker)
        worker.kill()
        worker.wait()
    hire()
    film = pages.wait(film_id, lambda film: film["state"] == "failed")
    assert "여러 번 멈추었습니다" in film["fault"]


def wait_for_a_painter_of(worker: subprocess.Popen[str]) -> None:
    """Until the worker paints."""
    end = time.monotonic() + 60
    while not painters(worker.pid):
        assert time.monotonic() < end, "it never painted"
        time.sleep(0.02)


class Office:
    """The server that takes orders; it is killed and opened again, at another address."""

    def __init__(self, home: Path, environment: dict[str, str]) -> None:
        self._home, self._environment = home, environment
        self.server = self._opened()
        self.server.client.put("/api/v1/consent").raise_for_status()

    def _opened(self) -> Server:
        return serve(self._home, "--queues", "none", **self._environment)

    def kill_and_open(self) -> None:
        """kill -9, and another in its place."""
        self.server.kill()
        self.server = self._opened()

    def order(self, entry_id: str, film_id: str, text: str) -> None:
        """Ask for a dream's film, again and again until it is answered."""
        writing = {"text": text, "dreamed_on": "2026-11-29"}
        self._put(f"/api/v1/entries/{entry_id}", writing)
        self._put(f"/api/v1/entries/{entry_id}/films/{film_id}", SMALL)

    def _put(self, path: str, body: dict[str, object]) -> None:
        end = time.monotonic() + 120
        while time.monotonic() < end:
            with suppress(httpx.TransportError):
                answer = httpx.put(f"{self.server.client.base_url}{path}", json=body, timeout=30)
                if answer.status_code < 500:
                    answer.raise_for_status()
                    return
            time.sleep(0.1)
        raise AssertionError(f"{path} was never answered")


@pytest.fixture
def office(tmp_path: Path, environment: dict[str, str]) -> Iterator[Office]:
    """A server that only takes orders."""
    opened = Office(tmp_path / "home", environment)
    yield opened
    opened.server.kill()


def test_200_films_through_every_misfortune(
    office: Office, hire: Callable[..., subprocess.Popen[str]], postgres: Postgres
) -> None:
    """Workers are killed and frozen, the server is killed, the database goes and comes back."""
    chance = random.Random(1447)
    workers = [hire(), hire()]
    watcher = Watcher(office.server.home / "films")
    watcher.start()
    orders = {uuid4().hex: uuid4().hex for _ in range(200)}
    with ThreadPoolExecutor(4) as clients:
        sent = [
            clients.submit(office.order, *ids, DREAM.format(at))
            for at, ids in enumerate(orders.items())
        ]
        for killed_at in (40, 120):
            wait_until(lambda at=killed_at: sum(each.done() for each in sent) >= at)
            assert not all(each.done() for each in sent), "no order was cut off"
            office.kill_and_open()
        for each in sent:
            each.result()
    for turn in range(6):
        time.sleep(chance.uniform(3, 8))
        victim = chance.randrange(len(workers))
        if turn == 2:
            postgres.stop()
            time.sleep(3)
            postgres.start()
        elif turn % 2:
            os.kill(workers[victim].pid, signal.SIGSTOP)
            time.sleep(2 * SILENCE_S)
            os.kill(workers[victim].pid, signal.SIGCONT)
        else:
            workers[victim].kill()
            workers[victim].wait()
            workers[victim] = hire()
    films, pages = list(orders.values()), office.server
    states = wait_for_all(pages, films, within_s=600)
    watcher.end()
    undone = [pages.film(each) for each, state in states.items() if state != "done"]
    assert not undone, [(film["id"], film["state"], film["fault"]) for film in undone]
    assert pages.get("/api/v1/entries")["total"] == len(orders)
    assert pages.get("/api/v1/jobs")["total"] == len(orders)
    assert are_whole(pages.home, films)
    assert not watcher.repeated


def wait_until(reached: Callable[[], bool]) -> None:
    """Until it is so."""
    end = time.monotonic() + 120
    while not reached():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.02)
