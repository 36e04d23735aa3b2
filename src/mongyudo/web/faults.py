"""Errors as answers: a page for a person, problem details for a program."""

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DataError, DBAPIError, StatementError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import RedirectResponse, Response

from mongyudo.diary.accounts import WrongLoginError
from mongyudo.diary.films import ConflictError, ConsentError, NotFoundError
from mongyudo.diary.limits import TooManyError
from mongyudo.diary.quotas import DiskQuotaError
from mongyudo.diary.storage import StorageError
from mongyudo.errors import BudgetError, InputError, MongyudoError, UsageError
from mongyudo.web.guard import problem
from mongyudo.web.render import page

log = logging.getLogger("mongyudo")

STATUS: tuple[tuple[type[MongyudoError], int], ...] = (
    (NotFoundError, 404),
    (ConflictError, 409),
    (ConsentError, 403),
    (WrongLoginError, 401),
    (TooManyError, 429),
    (DiskQuotaError, 507),
    (InputError, 422),
    (UsageError, 422),
    (BudgetError, 402),
)


HTTP_TOLD = {
    404: "이 주소에는 아무것도 없습니다. (There is nothing at this address.)",
    405: "이 주소는 이렇게 열 수 없습니다. (This address cannot be opened like this.)",
}
"""What a page says where the server has only the words of the protocol."""


def register(app: FastAPI) -> None:
    """Have `app` answer errors so."""
    app.add_exception_handler(MongyudoError, _foreseen)
    app.add_exception_handler(DBAPIError, _away)
    for kind in (UnicodeEncodeError, DataError, StatementError):
        app.add_exception_handler(kind, _unwritable)
    app.add_exception_handler(StorageError, _storage_away)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(ClientDisconnect, _gone)
    app.add_exception_handler(Exception, _unforeseen)


def _foreseen(request: Request, error: Exception) -> Response:
    if isinstance(error, ConsentError) and not _is_api(request):
        return RedirectResponse("/welcome", status_code=303)  # there it is asked for
    status = status_of(error)
    return _with_wait(_answer(request, status, str(error)), error)


def _is_api(request: Request) -> bool:
    return request.url.path.startswith("/api/")


def refusal(request: Request, name: str, error: Exception, **values: Any) -> Response:
    """The page `name` once more, with `fault` told, so that what was typed can be mended."""
    shown = page(request, name, status=status_of(error), fault=str(error), **values)
    return _with_wait(shown, error)


def _with_wait(answer: Response, error: Exception) -> Response:
    if isinstance(error, TooManyError):
        answer.headers["retry-after"] = str(error.retry_after_s)
    return answer


def status_of(error: Exception) -> int:
    """The HTTP status of an error that is foreseen."""
    return next((code for kind, code in STATUS if isinstance(error, kind)), 503)


def _away(request: Request, error: Exception) -> Response:
    """The database is gone, busy for long, or its disk is full; nothing was half kept."""
    log.warning("the database does not answer: %s", type(getattr(error, "orig", error)).__name__)
    return _answer(
        request,
        503,
        "지금은 일기장에 적을 수 없습니다. 디스크가 가득 찼거나 데이터베이스가 쉬고 있습니다. "
        "쓰던 글은 이 화면에 그대로 두고 잠시 뒤에 다시 해 주세요. "
        "(The database does not answer, or its disk is full. Try again in a moment.)",
    )


def _unwritable(request: Request, error: Exception) -> Response:
    """A text holds half a character, or a NUL, which no database keeps."""
    if type(error) is StatementError and not isinstance(error.orig, UnicodeEncodeError):
        raise error
    return _answer(
        request,
        422,
        "글에 담을 수 없는 글자가 있습니다. 그 글자를 빼고 다시 해 주세요. "
        "(A text holds a character that cannot be kept: half of one, or a NUL.)",
    )


def _storage_away(request: Request, error: Exception) -> Response:
    """What it says is for the operator."""
    log.warning("%s", error)
    return _answer(
        request,
        503,
        "지금은 영상을 가져올 수 없습니다. 꿈의 글은 그대로 있습니다. 잠시 뒤에 다시 해 주세요. "
        "(The storage of films does not answer. Try again in a moment.)",
    )


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    if not _is_api(request) and any(each["loc"][0] == "path" for each in error.errors()):
        return _answer(request, 404, "그런 것이 없습니다. (No such thing.)")
    # Never the input itself: it may be a dream.
    told = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
    if not _is_api(request):
        told = f"보내신 것에 읽을 수 없는 값이 있습니다. (A value that was sent is none: {told})"
    return _answer(request, 422, told)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    told = error.detail if _is_api(request) else HTTP_TOLD.get(error.status_code, error.detail)
    answer = _answer(request, error.status_code, told)
    answer.headers.update(error.headers or {})
    return answer


def _gone(request: Request, error: Exception) -> Response:
    """Nobody hears this; what came of the body is thrown away."""
    del error
    return _answer(request, 400, "The request ended before its body did.")


def _unforeseen(request: Request, error: Exception) -> Response:
    """The log has the traceback; the answer says nothing of what was inside."""
    del error
    return _answer(request, 500, "일기장에 문제가 생겼습니다. (Something broke; see the log.)")


def _answer(request: Request, status: int, detail: str) -> Response:
    if _is_api(request):
        return problem(status, detail)
    return page(request, "fault.html", status=status, detail=detail, is_missing=status == 404)
