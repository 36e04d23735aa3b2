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
