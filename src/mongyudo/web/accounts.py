"""The pages of an account: coming in, going out, sessions, password, the end."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Path, Query, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from mongyudo.diary import accounts, invitations, passwords, sessions
from mongyudo.diary.accounts import Credentials, WrongLoginError
from mongyudo.diary.films import NotFoundError
from mongyudo.diary.limits import TooManyError
from mongyudo.diary.quotas import Member, Use
from mongyudo.diary.sessions import Caller
from mongyudo.errors import InputError, UsageError
from mongyudo.web.faults import refusal
from mongyudo.web.members import address_of, caller_of, clear_cookie, is_local, set_cookie
from mongyudo.web.render import page
from mongyudo.web.state import member_of, rules_of, state_of

router = APIRouter(include_in_schema=False)
api = APIRouter(prefix="/api/v1", tags=["account"])
Id = Annotated[str, Path(pattern="^[0-9a-f]{32}$")]
Word = Annotated[str, Field(max_length=200)]


def known(request: Request) -> Caller:
    """Who asks; a stranger finds nothing here."""
    caller = caller_of(request)
    if caller is None:
        raise NotFoundError("그런 것이 없습니다. (No such thing.)")
    return caller


Known = Annotated[Caller, Depends(known)]
Mine = Annotated[Member, Depends(member_of)]


class LoginForm(BaseModel):
    """What the login page sends; `onward` is where to go then."""

    name: Word = ""
    password: Word = ""
    onward: Annotated[str, Field(max_length=500)] = ""


class SignUpForm(LoginForm):
    """What the sign-up page sends."""

    invitation: Word = ""


class PasswordForm(BaseModel):
    """A password, and the one to take in its place."""

    password: Word = ""
    new: Word = ""


@dataclass(frozen=True, slots=True)
class Me:
    """Who is logged in, and what they use."""

    name: str
    is_admin: bool
    use: Use


def own_path(wished: str) -> str:
    """`wished` when it is a path of this diary, else the drawer: nobody is sent elsewhere."""
    is_own = wished.startswith("/") and not wished.startswith(("//", "/\\"))
    return wished if is_own and wished.isprintable() else "/"


def _logged_in(request: Request, answer: Response, dreamer_id: str) -> Response:
    if not is_local(request) and request.url.scheme != "https":
        raise UsageError(
            "비밀번호는 https로만 보낼 수 있습니다. 운영자에게 알려 주세요. "
            "(Logging in needs https outside of this machine.)"
        )
    agent, where = request.headers.get("user-agent", ""), address_of(request)
    session_id = sessions.open_session(
        state_of(request).store, dreamer_id, agent=agent, address=where
    )
    set_cookie(request, answer, session_id)
    return answer


@router.get("/login")
def login_page(request: Request, form: Annotated[LoginForm, Query()]) -> Response:
    """Name and password."""
    if caller_of(request):
        return RedirectResponse(own_path(form.onward), 303)
    return _login_page(request, form)


def _login_page(request: Request, form: LoginForm, error: Exception | None = None) -> Response:
    told: dict[str, Any] = {"form": form, "is_open": rules_of(request).is_open}
    if error is not None:
        return refusal(request, "login.html", error, **told)
    return page(request, "login.html", **told)


@router.post("/login")
def log_in(request: Request, form: Annotated[LoginForm, Form()]) -> Response:
    """Open a session."""
    told = Credentials(form.name, form.password)
    try:
        dreamer_id = accounts.log_in(state_of(request).store, told, address=address_of(request))
    except (WrongLoginError, TooManyError) as error:
        return _login_page(request, form, error)
    return _logged_in(request, RedirectResponse(own_path(form.onward), 303), dreamer_id)


@router.post("/logout")
def log_out(request: Request, caller: Known) -> Response:
    """End this session."""
    _end_session(request, caller)
    answer = RedirectResponse("/login", 303)
    clear_cookie(request, answer)
    return answer


def _end_session(request: Request, caller: Caller) -> None:
    with state_of(request).store.transaction() as session:
        sessions.revoke(session, caller.dreamer_id, caller.session_id)


@router.get("/sign-up")
def sign_up_page(request: Request, form: Annotated[SignUpForm, Query()]) -> Response:
    """Choosing a name and a password."""
    if form.invitation or not rules_of(request).is_open:
        with state_of(request).store.transaction() as session:
            invitations.check(session, form.invitation)
    return page(request, "sign-up.html", form=form, least=passwords.LEAST_CHARS)


@router.post("/sign-up")
def sign_up(request: Request, form: Annotated[SignUpForm, Form()]) -> Response:
    """Make an account and open a session."""
    try:
        dreamer_id = accounts.sign_up(
            state_of(request).store, Credentials(form.name, form.password), form.invitation,
            is_open=rules_of(request).is_open, address=address_of(request),
        )  # fmt: skip
    except (InputError, TooManyError) as error:
        least = passwords.LEAST_CHARS
        return refusal(request, "sign-up.html", error, form=form, least=least)
    return _logged_in(request, RedirectResponse("/welcome", 303), dreamer_id)


@router.get("/account")
def account(request: Request, caller: Known, mine: Mine) -> Response:
    """What the dreamer uses, where they are logged in, and how to leave."""
    return _account(request, caller, mine)


def _account(
    request: Request, caller: Caller, mine: Member, error: Exception | None = None, **more: Any
) -> Response:
    with state_of(request).store.transaction() as session:
        opened = sessions.sessions(session, caller.dreamer_id)
    told = {"use": mine.use(), "sessions": opened, "least": passwords.LEAST_CHARS, **more}
    if error is not None:
        return refusal(request, "account.html", error, **told)
    return page(request, "account.html", **told)


@router.post("/account/password")
def change_password(
    request: Request, caller: Known, mine: Mine, form: Annotated[PasswordForm, Form()]
) -> Response:
    """Take another password; every other session ends."""
    store = state_of(request).store
    try:
        accounts.check_password(store, caller.dreamer_id, form.password, address=caller.address)
        accounts.change_password(store, caller.dreamer_id, form.new, keep=caller.session_id)
    except (WrongLoginError, InputError, TooManyError) as error:
        return _account(request, caller, mine, error)
    return _account(request, caller, mine, changed=True)


@router.post("/account/sessions/{session_id}/revoke")
def revoke(request: Request, caller: Known, session_id: Id) -> Response:
    """End one session."""
    with state_of(request).store.transaction() as session:
        sessions.revoke(session, caller.dreamer_id, session_id)
    return RedirectResponse("/account", 303)


@router.post("/account/sessions/revoke-others")
def revoke_others(request: Request, caller: Known) -> Response:
    """End every session but this one."""
    with state_of(request).store.transaction() as session:
        sessions.revoke_others(session, caller.dreamer_id, caller.session_id)
    return RedirectResponse("/account", 303)


@router.post("/account/delete")
def delete(
    request: Request, caller: Known, mine: Mine, form: Annotated[PasswordForm, Form()]
) -> Response:
    """Delete the account and everything in it, for good."""
    store = state_of(request).store
    try:
        accounts.check_password(store, caller.dreamer_id, form.password, address=caller.address)
    except (WrongLoginError, TooManyError) as error:
        return _account(request, caller, mine, error)
    accounts.end(store, caller.dreamer_id, address=caller.address)
    answer = RedirectResponse("/login", 303)
    clear_cookie(request, answer)
    return answer


@api.post("/session", status_code=204)
def open_session(request: Request, told: Credentials) -> Response:
    """Log in: the answer sets the session's cookie."""
    dreamer_id = accounts.log_in(state_of(request).store, told, address=address_of(request))
    return _logged_in(request, Response(status_code=204), dreamer_id)


@api.delete("/session", status_code=204)
def close_session(request: Request, caller: Known) -> Response:
    """Log out."""
    _end_session(request, caller)
    answer = Response(status_code=204)
    clear_cookie(request, answer)
    return answer


@api.get("/account")
def me(caller: Known, mine: Mine) -> Me:
    """Who is logged in, and what they use of their allowance."""
    return Me(caller.name, caller.is_admin, mine.use())
