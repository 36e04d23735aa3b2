"""Errors as answers."""

from fastapi.exceptions import RequestValidationError
from starlette.requests import Request

from mongyudo.web.faults import _invalid


def answer(path: str, where: str) -> tuple[int, str]:
    """Status and body for a value in `where` that breaks its pattern."""
    scope = {
        "type": "http", "method": "GET", "path": path, "query_string": b"",
        "headers": [(b"accept-language", b"ko")],
    }  # fmt: skip
    fault = {"type": "pattern", "loc": (where, "entry_id"), "msg": "no pattern", "input": "x"}
    told = _invalid(Request(scope), RequestValidationError([fault]))
    return told.status_code, bytes(told.body).decode()


def test_an_address_that_is_none_is_not_found() -> None:
    """A broken link is told without a pattern; programs and forms learn what is wrong."""
    status, page = answer("/entries/nothere", "path")
    assert status == 404
    assert "no pattern" not in page
    assert answer("/entries/nothere", "body")[0] == 422
    assert answer("/api/v1/entries/nothere", "path")[0] == 422
