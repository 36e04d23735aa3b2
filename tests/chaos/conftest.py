"""Servers that tests may kill."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.serving import Server, serve


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Starts servers on one folder; whatever still runs is killed at the end."""
    running: list[Server] = []

    def start(**environment: str) -> Server:
        running.append(serve(tmp_path / "home", **environment))
        return running[-1]

    yield start
    for server in running:
        server.kill()


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """A server with a finished film, and the film's id."""
    server = serve(tmp_path_factory.mktemp("finished"))
    _, film_id = server.write("호랑이가 마당에 있었다.", {"seconds": 0.5})
    server.wait(film_id, lambda film: film["state"] == "done")
    yield server, film_id
    server.close()
