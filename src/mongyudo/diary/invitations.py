"""Invitations: a link that lets one person sign up, once."""

from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from mongyudo.diary.account_tables import Invitation
from mongyudo.diary.films import NotFoundError
from mongyudo.diary.tables import now

LASTS = timedelta(days=14)


def invite(session: Session, note: str = "") -> str:
    """The token of a new invitation, which is told once and kept as a hash."""
    token = token_urlsafe(32)
    session.add(Invitation(token_hash=_hash(token), note=note[:100], expires_at=now() + LASTS))
    return token


def check(session: Session, token: str) -> None:
    """Raise NotFoundError for an invitation that is used, over, made up, or not there."""
    if not token:
        raise NotFoundError(
            "초대받은 분만 가입할 수 있습니다. 운영자에게 초대 링크를 부탁해 주세요. "
            "(Sign-up is by invitation; ask the operator for a link.)"
        )
    if session.scalar(select(Invitation.id).where(*_good(token))) is None:
        raise NotFoundError(
            "이 초대는 더 쓸 수 없습니다. 초대한 분에게 새 링크를 부탁해 주세요. "
            "(The invitation is used or over.)"
        )


def redeem(session: Session, token: str) -> None:
    """Use an invitation up; raises NotFoundError when `check` does, or another was faster."""
    check(session, token)
    used = session.execute(delete(Invitation).where(*_good(token)).returning(Invitation.id))
    if used.first() is None:
        raise NotFoundError("이 초대는 방금 쓰였습니다. (The invitation was used just now.)")


def pending(session: Session) -> Sequence[Invitation]:
    """Invitations that can still be used, the newest first."""
    good = select(Invitation).where(Invitation.expires_at > now())
    return session.scalars(good.order_by(Invitation.made_at.desc())).all()


def withdraw(session: Session, invitation_id: str) -> None:
    """Take an invitation back; raises NotFoundError for one that is gone."""
    its_row = delete(Invitation).where(Invitation.id == invitation_id)
    if session.execute(its_row.returning(Invitation.id)).first() is None:
        raise NotFoundError("그런 초대가 없습니다. (No such invitation.)")


def _good(token: str) -> tuple[ColumnElement[bool], ...]:
    return Invitation.token_hash == _hash(token), Invitation.expires_at > now()


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
