"""Clients that send or take a byte a second, or more than is allowed: cut off, and nobody waits."""

import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from tests.processes import open_files
from tests.serving import Server

from mongyudo.web.guard import LARGER, MOST_BODY_BYTES

pytestmark = pytest.mark.slow

CUT_OFF_WITHIN_S = 35
ANSWERED_WITHIN_S = 2.0
HOST = b"Host: 127.0.0.1\r\n"
PUT = b"PUT /api/v1/draft HTTP/1.1\r\nContent-Type: application/json\r\n" + HOST
OF_EACH = 20


@dataclass
class Rude:
    """A connection on which `first` is sent at once and `then` again each second."""

    name: str
    first: bytes
    then: bytes = b""
    listens: bool = True
    connection: socket.socket = field(default_factory=socket.socket)
    answer: bytes = b""

    def open(self, port: int) -> None:
        """Begin."""
        if not self.listens:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.connection.connect(("127.0.0.1", port))
        self.connection.sendall(self.first)
        self.connection.settimeout(0)

    def go_on(self) -> None:
        """Do what it does each second."""
        with suppress(OSError):
            if self.listens:
                self.answer += self.connection.recv(65536)
        with suppress(OSError):
            self.connection.send(self.then)


def rude(film_id: str) -> Iterator[Rude]:
    """One of each kind; the last takes nothing of a large answer."""
    film = f"GET /api/v1/films/{film_id}/files/film.mp4 HTTP/1.1\r\n".encode()
    health = b"GET /health HTTP/1.1\r\n" + HOST
    yield Rude("says nothing", b"")
    yield Rude("a head without end", b"GET / HTTP/1.1\r\n" + HOST + b"A: ", b"a")
    yield Rude("headers without end", b"GET / HTTP/1.1\r\n" + HOST, b"A: a\r\n")
    yield Rude("a slow body", PUT + b"Content-Length: 1000\r\n\r\n{", b" ")
    yield Rude("slow pieces", PUT + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n")
    yield Rude("a body nobody reads", health + b"Content-Length: 999\r\n\r\n", b"x")
    yield Rude("a next head", health + b"\r\nGET", b"x")
    yield Rude("takes nothing", film + HOST + b"\r\n", listens=False)


def connections(server: Server) -> int:
    """How many sockets the server holds open."""
    return sum(name.startswith("socket:") for name in open_files(server.process.pid))


def test_slow_clients_are_cut_off_and_keep_nobody_waiting(finished: tuple[Server, str]) -> None:
    server, film_id = finished
    film = server.home / "films" / film_id / "film.mp4"
    kept = film.read_bytes()
    film.write_bytes(bytes(30_000_000))  # more than the system itself takes in
    before, port = connections(server), server.client.base_url.port or 0
    clients = [client for _ in range(OF_EACH) for client in rude(film_id)]
    for client in clients:
        client.open(port)
    began_s = time.monotonic()
    while connections(server) > before + 1:
        asked_s = time.monotonic()
        assert server.get("/health") == {"status": "ok"}
        assert server.get("/api/v1/entries")["total"] == 1
        assert time.monotonic() - asked_s < ANSWERED_WITHIN_S
        assert time.monotonic() - began_s < CUT_OFF_WITHIN_S
        for client in clients:
            client.go_on()
        time.sleep(1)
    film.write_bytes(kept)
    assert time.monotonic() - began_s > 15, "a client in a valley was not waited for"
    for client in clients:
        client.go_on()
        client.connection.close()
        if client.name in ("a slow body", "slow pieces"):
            assert client.answer.startswith(b"HTTP/1.1 408 "), client


def spoken(server: Server, head: bytes, chunk: bytes = b"") -> tuple[int, int]:
    """The answer's status, and how many bytes of `chunk`s without end were sent until it came."""
    left, sent = b"", 0
    with socket.create_connection(("127.0.0.1", server.client.base_url.port or 0)) as connection:
        connection.sendall(head)
        connection.settimeout(0)
        end = time.monotonic() + 20
        while time.monotonic() < end:
            with suppress(BlockingIOError):
                return int(connection.recv(65536).split()[1]), sent
            left = left or chunk
            with suppress(BlockingIOError):
                done = connection.send(left)
                left, sent = left[done:], sent + done
    raise AssertionError("no answer")


BODIES = [
    ("PUT", "/api/v1/draft", b"application/json"),
    ("POST", "/api/v1/entries", b"application/json"),
    ("POST", "/write", b"application/x-www-form-urlencoded"),
    ("POST", "/write", b"multipart/form-data; boundary=x"),
    ("POST", "/api/v1/voice", b"application/octet-stream"),
]
IN_BETWEEN_BYTES = 8_000_000
"""What sockets and buffers hold between a client that does not listen and the diary."""


@pytest.mark.parametrize(("method", "path", "kind"), BODIES)
def test_a_body_over_the_limit_is_refused_early(
    finished: tuple[Server, str], method: str, path: str, kind: bytes
) -> None:
    server, _ = finished
    most = LARGER.get(path, MOST_BODY_BYTES)
    head = f"{method} {path} HTTP/1.1\r\nContent-Type: ".encode() + kind + b"\r\n" + HOST
    told = b"Content-Length: %d\r\n\r\n" % (most + 1)
    assert spoken(server, head + told) == (413, 0)
    field = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    begun = field if b"multipart" in kind else b"{"
    untold = b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n" % (len(begun), begun)
    status, sent = spoken(server, head + untold, b"8000\r\n" + b" " * 0x8000 + b"\r\n")
    assert status == 413
    assert sent < most + IN_BETWEEN_BYTES


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (HOST + b"A: " + b"a" * 40_000, 431),
        (HOST + b"\r\n".join(b"A%d: a" % at for at in range(300)), 431),
        (HOST + b"Content-Length: " + b"9" * 5000, 400),
        (HOST + b"Content-Length: 2\r\nContent-Length: 3", 400),
        (HOST + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip", 400),
        (HOST + b"Host: evil.example", 400),
        (b"Host: [::1", 421),
        (b"A: a", 400),
        (HOST + b"A: a\x00b", 400),
        (HOST + b"Connection: upgrade\r\nUpgrade: websocket", 200),
    ],
)
def test_heads_that_are_too_large_or_broken_are_refused(
    finished: tuple[Server, str], head: bytes, status: int
) -> None:
    server, _ = finished
    assert spoken(server, b"GET /health HTTP/1.1\r\n" + head + b"\r\n\r\n")[0] == status
