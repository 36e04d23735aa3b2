"""A diary server as its own process, that tests may kill."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import httpx

STARTED_WITHIN_S = 60


@dataclass
class Server:
    """`mongyudo serve` on a folder."""

    home: Path
    process: subprocess.Popen[str]
    client: httpx.Client

    def kill(self) -> None:
        """kill -9."""
        self.process.kill()
        self._gone()

    def close(self) -> None:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        self._gone()

    def _gone(self) -> None:
        self.process.wait(30)
        self.client.close()
        if self.process.stdout is not None:
            self.process.stdout.close()

    def film(self, film_id: str) -> dict[str, Any]:
        """How a film stands."""
        return self.get(f"/api/v1/films/{film_id}")

    def get(self, path: str) -> dict[str, Any]:
        """A JSON answer."""
        found: dict[str, Any] = self.client.get(path).raise_for_status().json()
        return found

    def write(self, text: str, wishes: dict[str, Any]) -> tuple[str, str]:
        """Keep a dream and ask for its film, as a dreamer who has agreed to it; both ids."""
        self.client.put("/api/v1/consent").raise_for_status()
        new = {"writing": {"text": text, "dreamed_on": "2026-11-29"}, "film": wishes}
        entry = self.client.post("/api/v1/entries", json=new).raise_for_status().json()
        return entry["id"], entry["films"][-1]["id"]

    def wait(
        self, film_id: str, until: Callable[[dict[str, Any]], bool], within_s: float = 120
    ) -> dict[str, Any]:
        """Look at a film until it is as wished."""
        end = time.monotonic() + within_s
        while time.monotonic() < end:
            film = self.film(film_id)
            if until(film):
                return film
            time.sleep(0.05)
        raise AssertionError(f"film stands at {film['state']} {film['share']}: {film['fault']}")


def work(home: Path, *words: str, **environment: str) -> subprocess.Popen[str]:
    """Start `mongyudo worker` on a folder and wait until it works."""
    process = _started(home, "worker", *words, **environment)
    assert process.stdout is not None
    assert "working" in process.stdout.readline()
    return process


def _started(
    home: Path, *words: str, stderr: IO[str] | None = None, **environment: str
) -> subprocess.Popen[str]:
    """A session of its own, as a service has: in the tests' session painters, which stand behind
    everything there, would wait until the other tests rest."""
    return subprocess.Popen(
        [sys.executable, "-m", "mongyudo", *words],
        env={**os.environ, "MONGYUDO_HOME": str(home), "MONGYUDO_FPS": "8", **environment},
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        start_new_session=True,
    )


def serve(home: Path, *words: str, stderr: IO[str] | None = None, **environment: str) -> Server:
    """Start a server on a free port and wait until it answers."""
    process = _started(home, "serve", "--port", "0", *words, stderr=stderr, **environment)
    assert process.stdout is not None
    url = next(word for word in process.stdout.readline().split() if word.startswith("http"))
    client = httpx.Client(base_url=url, timeout=30)
    end = time.monotonic() + STARTED_WITHIN_S
    while time.monotonic() < end:
        try:
            client.get("/static/seal.svg").raise_for_status()
            return Server(home, process, client)
        except httpx.TransportError:
            time.sleep(0.1)
    process.kill()
    raise AssertionError("the server did not answer")
