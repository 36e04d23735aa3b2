"""Errors as answers: a page for a person, problem details for a program."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from mongyudo.diary.films import ConflictError, NotFoundError
from mongyudo.errors import InputError, MongyudoError, UsageError
from mongyudo.web.guard import problem
from mongyudo.web.render import page

STATUS: tuple[tuple[type[MongyudoError], int], ...] = (
    (NotFoundError, 404),
    (ConflictError, 409),
    (InputError, 422),
    (UsageError, 422),
)


def register(app: FastAPI) -> None:
    """Have `app` answer errors so."""
    app.add_exception_handler(MongyudoError, _foreseen)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(ClientDisconnect, _gone)
    app.add_exception_handler(Exception, _unforeseen)


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


def _gone(request: Request, error: Exception) -> Response:
    """Nobody hears this; what came of the body is thrown away."""
    del error
    return _answer(request, 400, "The request ended before its body did.")


def _unforeseen(request: Request, error: Exception) -> Response:
    """The log has the traceback; the answer says nothing of what was inside."""
    del error
    return _answer(request, 500, "일기장에 문제가 생겼습니다. (Something broke; see the log.)")


def _answer(request: Request, status: int, detail: str) -> Response:
    if request.url.path.startswith("/api/"):
        return problem(status, detail)
    return page(request, "fault.html", status=status, detail=detail)
