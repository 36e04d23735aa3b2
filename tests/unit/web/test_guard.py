"""Whom the diary answers."""

import asyncio
from typing import Any

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from mongyudo.web.guard import LARGER, MOST_BODY_BYTES, Guard


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    await Request(scope, receive).body()
    await PlainTextResponse("let in")(scope, receive, send)


def ask(
    method: str = "GET", body: bytes = b"", path: str = "/", **headers: str
) -> tuple[int, dict[str, str]]:
    """Status and headers of the guard's answer."""
    given = {"host": "127.0.0.1:1447", **{k.replace("_", "-"): v for k, v in headers.items()}}
    scope: dict[str, Any] = {
        "type": "http", "method": method, "path": path, "query_string": b"",
        "headers": [(k.encode(), v.encode()) for k, v in given.items()],
    }  # fmt: skip
    told: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        told.append(message)

    asyncio.run(Guard(app)(scope, receive, send))
    return told[0]["status"], {k.decode(): v.decode() for k, v in told[0]["headers"]}


@pytest.mark.parametrize("host", ["127.0.0.1:1447", "localhost:1447", "[::1]:1447", "localhost"])
def test_its_own_names_are_answered(host: str) -> None:
    assert ask(host=host)[0] == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "0.0.0.0", ""])
def test_a_foreign_name_that_resolves_here_is_not(host: str) -> None:
    assert ask(host=host)[0] == 421


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://127.0.0.1:1447"}, 200),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": "same-origin"}, 200),
        ({}, 200),  # a program, not a page
    ],
)
def test_only_its_own_pages_change_anything(headers: dict[str, str], status: int) -> None:
    assert ask("POST", **headers)[0] == status


def test_a_body_that_says_it_is_huge_is_refused() -> None:
    assert ask("POST", content_length=str(MOST_BODY_BYTES + 1))[0] == 413
    assert ask("POST", content_length="-1")[0] == 413


@pytest.mark.parametrize(("path", "most"), LARGER.items())
def test_larger_bodies_are_taken_where_they_belong(path: str, most: int) -> None:
    assert ask("POST", path=path, content_length=str(most))[0] == 200
    assert ask("POST", path=path, content_length=str(most + 1))[0] == 413


def test_a_body_that_does_not_say_so_is_cut_off() -> None:
    with pytest.raises(HTTPException, match="413"):
        ask("POST", body=b"x" * (MOST_BODY_BYTES + 1))


def test_every_answer_forbids_other_origins() -> None:
    for status, headers in (ask(), ask(host="evil.example")):
        assert "default-src 'none'" in headers["content-security-policy"], status
        assert headers["x-content-type-options"] == "nosniff"
