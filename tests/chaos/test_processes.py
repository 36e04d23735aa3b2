"""Several web processes on one socket: killed, frozen, ended; together they are one diary."""

import os
import re
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event, Thread

import httpx
import pytest
from tests.processes import alive, answering, family, painters
from tests.serving import Server, serve

pytestmark = pytest.mark.slow

DREAM = "호랑이가 마당에 있었다."
SMALL = {"seconds": 0.5, "segments": 1, "sound": False}
COUNT = 3


@pytest.fixture
def several(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Starts a diary of several processes; what still runs at the end is killed."""
    running: list[Server] = []

    def start(*words: str, **environment: str) -> Server:
        server = serve(tmp_path / "home", "--processes", str(COUNT), *words, **environment)
        running.append(server)
        wait_for_all(server)
        return server

    yield start
    for server in running:
        left = family(server.process.pid)
        server.kill()
        wait_until(lambda left=left: not alive(left))


def wait_until(reached: Callable[[], bool], within_s: float = 40) -> None:
    """Look until it is so."""
    end = time.monotonic() + within_s
    while not reached():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.05)


def wait_for_all(server: Server) -> None:
    """Until every process answers."""
    wait_until(lambda: told(server, "mongyudo_web_processes") == COUNT)


def told(server: Server, metric: str) -> float:
    """A metric's value, 0 for one that is not there; asked for on a connection of its own."""
    found = re.search(rf"^{re.escape(metric)} (.*)$", fresh(server, "/metrics").text, re.MULTILINE)
    return float(found[1]) if found else 0


def fresh(server: Server, path: str) -> httpx.Response:
    """An answer on a new connection, which any of the processes takes."""
    return httpx.get(f"{server.client.base_url}{path}", timeout=30)


def web(server: Server) -> set[int]:
    """The processes that answer."""
    return answering(server.process.pid, server.client.base_url.port or 0)


class Asking(Thread):
    """Asks all the time, each time anew, and counts what was not answered."""

    def __init__(self, server: Server) -> None:
        super().__init__(daemon=True)
        self._server, self._ended = server, Event()
        self.answered, self.broken = 0, 0
        self.longest_s = 0.0

    def run(self) -> None:
        """Until `end`."""
        while not self._ended.is_set():
            began_s = time.monotonic()
            try:
                assert fresh(self._server, "/api/v1/entries").status_code == 200
                self.answered += 1
            except httpx.TransportError:
                self.broken += 1
            self.longest_s = max(self.longest_s, time.monotonic() - began_s)

    def end(self) -> None:
        """Stop asking."""
        self._ended.set()
        self.join()


def answered(asking: Sequence[Asking]) -> int:
    """How many requests were answered so far."""
    return sum(each.answered for each in asking)


def test_a_killed_web_process_is_replaced_while_the_others_answer(
    several: Callable[..., Server],
) -> None:
    server = several()
    _, film_id = server.write(DREAM, {**SMALL, "seconds": 4})
    asking = [Asking(server) for _ in range(2)]
    for each in asking:
        each.start()
    before = web(server)
    assert len(before) == COUNT
    killed = 0
    for victim in sorted(before)[:2]:
        enough = answered(asking) + 10
        os.kill(victim, signal.SIGKILL)
        killed += 1
        # How many are answered within a time is the machine's affair; that they are, is ours.
        wait_until(lambda enough=enough: answered(asking) > enough)
        wait_until(lambda: len(web(server)) == COUNT)
    wait_for_all(server)
    for each in asking:
        each.end()
    # Only a request that the killed process had in hand, one a thread and kill, may be lost.
    assert sum(each.broken for each in asking) <= killed * len(asking)
    assert server.wait(film_id, lambda film: film["state"] == "done")["manifest"]
    assert len(web(server) & before) == COUNT - killed


def test_metrics_of_all_processes_are_added_up_and_outlive_one(
    several: Callable[..., Server],
) -> None:
    server = several()
    metric = 'mongyudo_requests_total{method="GET",route="/health",status="200"}'
    for _ in range(30):
        fresh(server, "/health")
    assert {told(server, metric) for _ in range(10)} == {30}
    os.kill(min(web(server)), signal.SIGKILL)
    wait_until(lambda: len(web(server)) == COUNT)
    wait_for_all(server)
    assert {told(server, metric) for _ in range(10)} == {30}


def test_a_dreamer_who_logs_in_at_one_process_is_known_to_all_and_limited_by_all(
    several: Callable[..., Server],
) -> None:
    server = several(MONGYUDO_MULTI_USER="true", MONGYUDO_SIGN_UP="open")
    account = {"name": "yeonhwa", "password": "ten characters and more"}
    server.client.post("/sign-up", data=account)
    cookie = {"session": server.client.cookies["session"]}
    url = f"{server.client.base_url}/api/v1"
    for _ in range(12):
        assert httpx.get(f"{url}/account", cookies=cookie).json()["name"] == "yeonhwa"
    wrong = {**account, "password": "not the password"}
    statuses = [httpx.post(f"{url}/session", json=wrong).status_code for _ in range(11)]
    assert statuses == [401] * 10 + [429]


def test_sigterm_ends_all_and_the_diary_opens_again(several: Callable[..., Server]) -> None:
    server = several()
    server.write(DREAM, {**SMALL, "seconds": 10})
    fresh(server, "/?q=호랑이")  # a process that searches has a reader of its own
    everyone = family(server.process.pid)
    assert len(everyone) > COUNT
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(30) == 0
    wait_until(lambda: not alive(everyone))
    again = several("--queues", "text,film,render")
    assert again.get("/api/v1/entries")["total"] == 1


def test_kill_9_of_the_first_ends_all_and_the_film_is_finished_by_the_next(
    several: Callable[..., Server],
) -> None:
    server = several()
    _, film_id = server.write(DREAM, {**SMALL, "seconds": 6})
    server.wait(film_id, lambda film: film["state"] == "painting")
    everyone = family(server.process.pid)
    server.kill()
    wait_until(lambda: not alive(everyone))
    again = several()
    again.wait(film_id, lambda film: film["state"] == "done")


def test_a_frozen_web_process_is_replaced_and_keeps_nobody_waiting_for_long(
    several: Callable[..., Server],
) -> None:
    server = several()
    frozen = min(web(server))
    os.kill(frozen, signal.SIGSTOP)
    wait_until(lambda: frozen not in web(server) and len(web(server)) == COUNT, within_s=60)
    wait_for_all(server)
    assert fresh(server, "/health").status_code == 200
    assert not alive({frozen})


def test_a_film_is_cancelled_at_once_from_another_process(several: Callable[..., Server]) -> None:
    server = several()
    _, film_id = server.write(DREAM, {**SMALL, "seconds": 10})
    server.wait(film_id, lambda film: film["state"] == "painting" and film["share"] > 0)
    server.client.post(f"/api/v1/films/{film_id}/cancel").raise_for_status()
    began_s = time.monotonic()
    wait_until(lambda: not painting(server), within_s=10)
    assert time.monotonic() - began_s < 2


def painting(server: Server) -> set[int]:
    """Processes that paint."""
    return set(painters(server.process.pid))
