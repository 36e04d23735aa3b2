"""`mongyudo serve`: its address and its port."""

import socket

import pytest

from mongyudo.cli.serve import listening
from mongyudo.errors import UsageError


def test_whoever_opens_the_printed_address_is_not_turned_away() -> None:
    with listening(0) as listener, socket.create_connection(listener.getsockname(), timeout=1):
        pass


def test_a_port_that_is_taken_is_told_with_another() -> None:
    with listening(0) as listener, pytest.raises(UsageError, match="--port"):
        listening(listener.getsockname()[1])
