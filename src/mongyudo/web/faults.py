"""Errors as answers: a page for a person, problem details for a program."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from mongyudo.diary.films import NotFoundError
from mongyudo.errors import InputError, MongyudoError, UsageError
from mongyudo.web.guard import problem
from mongyudo.web.render import page

STATUS: tuple[tuple[type[MongyudoError], int], ...] = (
    (NotFoundError, 404),
    (InputError, 422),
    (UsageError, 422),
)


def register(app: FastAPI) -> None:
    """Have `app` answer errors so."""
    app.add_exception_handler(MongyudoError, _foreseen)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


def _foreseen(request: Request, error: Exception) -> Response:
    status = next((code for kind, code in STATUS if isinstance(error, kind)), 503)
    return _answer(request, status, str(error))


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    is_page = not request.url.path.startswith("/api/")
    if is_page and any(each["loc"][0] == "path" for each in error.errors()):
        return _answer(request, 404, "그런 것이 없습니다. (No such thing.)")
    # Never the input itself: it may be a dream.
    told = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
    return _answer(request, 422, told)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _answer(request, error.status_code, error.detail)


def _answer(request: Request, status: int, detail: str) -> Response:
    if request.url.path.startswith("/api/"):
        return problem(status, detail)
    return page(request, "fault.html", status=status, detail=detail)
