"""The tables of a diary for several: accounts, sessions, invitations, and the audit log."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mongyudo.diary.tables import ID_CHARS, Dreamer, Table, new_id, now

MOST_AGENT_CHARS = 200
MOST_ADDRESS_CHARS = 64


class Account(Table):
    """How a dreamer logs in, and what they may use; None leaves a quota to the settings.

    `password` is an Argon2 hash. A locked account has no sessions and cannot log in.
    """

    __tablename__ = "accounts"

    dreamer_id: Mapped[str] = mapped_column(
        ForeignKey(Dreamer.id, ondelete="CASCADE"), primary_key=True
    )
    password: Mapped[str] = mapped_column(String(200))
    is_admin: Mapped[bool] = mapped_column(default=False)
    locked_at: Mapped[datetime | None] = mapped_column(default=None)
    films_a_day: Mapped[int | None] = mapped_column(default=None)
    films_at_once: Mapped[int | None] = mapped_column(default=None)
    disk_mb: Mapped[int | None] = mapped_column(default=None)
    dreamer: Mapped[Dreamer] = relationship(lazy="joined")


class LoginSession(Table):
    """A browser or program that is logged in, until it expires or is revoked."""

    __tablename__ = "sessions"

    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True, default=new_id)
    dreamer_id: Mapped[str] = mapped_column(
        ForeignKey(Account.dreamer_id, ondelete="CASCADE"), index=True
    )
    agent: Mapped[str] = mapped_column(String(MOST_AGENT_CHARS))
    address: Mapped[str] = mapped_column(String(MOST_ADDRESS_CHARS))
    made_at: Mapped[datetime] = mapped_column(default=now)
    seen_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]


class Invitation(Table):
    """A link by which one person may sign up. Only the hash of its token is kept."""

    __tablename__ = "invitations"

    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True, default=new_id)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    note: Mapped[str] = mapped_column(String(100), default="")
    made_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]


class AuditRecord(Table):
    """Who did what, when, from where; never a dream's words. It outlives the account."""

    __tablename__ = "audit"
    __table_args__ = (Index(None, "what", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime] = mapped_column(default=now)
    dreamer_id: Mapped[str] = mapped_column(String(ID_CHARS), index=True, default="")
    what: Mapped[str] = mapped_column(String(80))
    about: Mapped[str] = mapped_column(String(64), default="")
    address: Mapped[str] = mapped_column(String(MOST_ADDRESS_CHARS), default="")
