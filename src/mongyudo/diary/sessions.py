"""Login sessions: kept here, so that they can be listed and revoked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from mongyudo.diary.account_tables import (
    MOST_ADDRESS_CHARS,
    MOST_AGENT_CHARS,
    Account,
    LoginSession,
)
from mongyudo.diary.films import NotFoundError
from mongyudo.diary.store import Store
from mongyudo.diary.tables import Dreamer, new_id, now

LASTS = timedelta(days=30)
SEEN_AFTER = timedelta(minutes=5)
"""How old `seen_at` grows before it is written again."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, as their session tells."""

    dreamer_id: str
    name: str
    session_id: str
    is_admin: bool
    address: str


def open_session(store: Store, dreamer_id: str, *, agent: str, address: str) -> str:
    """The id of a new session; those of anybody that are over are thrown away."""
    opened = LoginSession(
        id=new_id(), dreamer_id=dreamer_id, agent=agent[:MOST_AGENT_CHARS],
        address=address[:MOST_ADDRESS_CHARS], expires_at=now() + LASTS,
    )  # fmt: skip
    with store.transaction() as session:
        session.execute(delete(LoginSession).where(LoginSession.expires_at < now()))
        session.add(opened)
    return opened.id


def caller(store: Store, session_id: str, *, address: str) -> Caller | None:
    """Whose session this is; None when it is over, revoked, or the account locked."""
    query = (
        select(LoginSession, Account, Dreamer.name)
        .join(Account, LoginSession.dreamer_id == Account.dreamer_id)
        .join(Dreamer)
        .where(LoginSession.id == session_id, LoginSession.expires_at > now())
    )
    with store.transaction() as session:
        found = session.execute(query).first()
        if found is None or found.Account.locked_at:
            return None
        if found.LoginSession.seen_at < now() - SEEN_AFTER:
            seen = {"seen_at": now(), "address": address[:MOST_ADDRESS_CHARS]}
            its_row = update(LoginSession).where(LoginSession.id == session_id)
            session.execute(its_row.values(**seen))
        return Caller(
            found.Account.dreamer_id, found.name, session_id, found.Account.is_admin, address
        )


def sessions(session: Session, dreamer_id: str) -> Sequence[LoginSession]:
    """The dreamer's sessions, the one seen last first."""
    theirs = LoginSession.dreamer_id == dreamer_id, LoginSession.expires_at > now()
    query = select(LoginSession).where(*theirs).order_by(LoginSession.seen_at.desc())
    return session.scalars(query).all()


def revoke(session: Session, dreamer_id: str, session_id: str) -> None:
    """End a session of this dreamer; raises NotFoundError for any other."""
    theirs = LoginSession.id == session_id, LoginSession.dreamer_id == dreamer_id
    ended = session.execute(delete(LoginSession).where(*theirs).returning(LoginSession.id))
    if ended.first() is None:
        raise NotFoundError("그런 로그인이 없습니다. (No such session.)")


def revoke_others(session: Session, dreamer_id: str, session_id: str) -> None:
    """End every session of this dreamer but one."""
    others = LoginSession.dreamer_id == dreamer_id, LoginSession.id != session_id
    session.execute(delete(LoginSession).where(*others))
