"""The operator's pages: who is here, what runs, what failed; never a dream. Others find nothing."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from mongyudo.diary import accounts, audit, invitations
from mongyudo.diary.account_tables import Account
from mongyudo.diary.films import NotFoundError
from mongyudo.diary.overview import overview
from mongyudo.diary.sessions import Caller
from mongyudo.errors import UsageError
from mongyudo.web.accounts import known
from mongyudo.web.render import page
from mongyudo.web.state import rules_of, state_of

Id = Annotated[str, Path(pattern="^[0-9a-f]{32}$")]
Quota = Annotated[str, Field(pattern="^[0-9]{0,7}$")]


def admin(caller: Annotated[Caller, Depends(known)]) -> Caller:
    """The operator who asks; raises NotFoundError for anybody else."""
    if not caller.is_admin:
        raise NotFoundError("그런 것이 없습니다. (No such thing.)")
    return caller


router = APIRouter(prefix="/admin", include_in_schema=False, dependencies=[Depends(admin)])


class QuotaForm(BaseModel):
    """What one dreamer may use; empty: what the settings say."""

    films_a_day: Quota = ""
    films_at_once: Quota = ""
    disk_mb: Quota = ""


@router.get("")
def shown(request: Request) -> Response:
    """The service as it stands."""
    return _shown(request)


def _shown(request: Request, *, link: str = "") -> Response:
    store, usual = state_of(request).store, rules_of(request).usual
    with store.transaction() as session:
        records, pending = audit.recent(session), invitations.pending(session)
    told = overview(store, usual)
    names = {user.dreamer_id: user.name for user in told.users}
    return page(
        request, "admin.html", told=told, usual=usual, records=records, names=names,
        pending=pending, link=link,
    )  # fmt: skip


@router.post("/invitations")
def invite(request: Request, note: Annotated[str, Form(max_length=100)] = "") -> Response:
    """Make an invitation; its link is shown this once."""
    with state_of(request).store.transaction() as session:
        token = invitations.invite(session, note)
    link = request.url_for("sign_up_page").include_query_params(invitation=token)
    return _shown(request, link=str(link))


@router.post("/invitations/{invitation_id}/withdraw")
def withdraw(request: Request, invitation_id: Id) -> Response:
    """Take an invitation back."""
    with state_of(request).store.transaction() as session:
        invitations.withdraw(session, invitation_id)
    return RedirectResponse("/admin", 303)


@router.post("/accounts/{dreamer_id}/lock")
def lock(request: Request, caller: Annotated[Caller, Depends(known)], dreamer_id: Id) -> Response:
    """Keep a dreamer out; their dreams stay."""
    if dreamer_id == caller.dreamer_id:
        raise UsageError("자기 계정은 잠글 수 없습니다. (You cannot lock yourself out.)")
    return _locked(request, dreamer_id, locked=True)


@router.post("/accounts/{dreamer_id}/unlock")
def unlock(request: Request, dreamer_id: Id) -> Response:
    """Let a dreamer in again."""
    return _locked(request, dreamer_id, locked=False)


def _locked(request: Request, dreamer_id: str, *, locked: bool) -> Response:
    with state_of(request).store.transaction() as session:
        accounts.lock(session, accounts.by_id(session, dreamer_id), locked=locked)
    return RedirectResponse("/admin", 303)


@router.post("/accounts/{dreamer_id}/quota")
def set_quota(request: Request, dreamer_id: Id, form: Annotated[QuotaForm, Form()]) -> Response:
    """Let a dreamer use more, or less."""
    with state_of(request).store.transaction() as session:
        account: Account = accounts.by_id(session, dreamer_id)
        account.films_a_day = _number(form.films_a_day)
        account.films_at_once = _number(form.films_at_once)
        account.disk_mb = _number(form.disk_mb)
    return RedirectResponse("/admin", 303)


def _number(word: str) -> int | None:
    return int(word) if word else None
