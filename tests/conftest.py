"""For all tests: the same examples at each run, no file read for nothing, no network beyond this
machine, and a PostgreSQL."""

import re
import socket
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from tests.postgres import Postgres

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

connect = socket.socket.connect


def _connect_here(self: socket.socket, address: Any) -> None:
    """Connect to this machine; what a test wants elsewhere is a fault of the test."""
    if self.family in (socket.AF_INET, socket.AF_INET6) and not ip_address(address[0]).is_loopback:
        raise AssertionError(f"a test wants to connect to {address}: nothing leaves this machine")
    connect(self, address)


socket.socket.connect = _connect_here

ALL_SLOW = re.compile(r"^pytestmark = (\[\s*)?pytest\.mark\.slow,?$", re.MULTILINE)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The quick suite does not import a file of slow tests alone: with torch that takes seconds."""
    if config.option.markexpr != "not slow" or collection_path.suffix != ".py":
        return None
    return bool(ALL_SLOW.search(collection_path.read_text(encoding="utf-8"))) or None


LONGEST = ("test_workers.py", "test_shipped.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes many minutes is begun first: begun last, it leaves one of two workers idle."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A running PostgreSQL."""
    with Postgres() as server:
        yield server


@pytest.fixture
def new_database(postgres: Postgres) -> Callable[[], str]:
    """Makes databases in the running PostgreSQL; URLs as the setting wants them."""
    return postgres.new_database
