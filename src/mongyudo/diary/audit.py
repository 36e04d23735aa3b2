"""The audit log: who did what, when, from where. It counts what is limited, too."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, IPv6Network, ip_address

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from mongyudo.diary.account_tables import AuditRecord
from mongyudo.diary.tables import ID_CHARS, now

KEPT = timedelta(days=180)
"""How long a record is kept."""
IPV6_PREFIX = 64
"""Bits of an IPv6 address that one household shares."""


def record(
    session: Session, what: str, *, dreamer_id: str = "", about: str = "", address: str = ""
) -> None:
    """Write down that something was done; `about` is an id, never a word of a dream."""
    session.add(AuditRecord(what=what, dreamer_id=dreamer_id, about=about, address=address))


def recent(session: Session, limit: int = 100) -> Sequence[AuditRecord]:
    """The last records, the newest first."""
    return session.scalars(select(AuditRecord).order_by(AuditRecord.id.desc()).limit(limit)).all()


def moments(
    session: Session, what: str | None, within: timedelta, **asked: str
) -> Sequence[datetime]:
    """When `what` (None: anything) was done lately, the oldest first.

    `asked`: dreamer_id, about or address that a record must have.
    """
    query = select(AuditRecord.at).where(AuditRecord.at > now() - within).filter_by(**asked)
    if what is not None:
        query = query.where(AuditRecord.what == what)
    return session.scalars(query.order_by(AuditRecord.id)).all()


def forget_old(session: Session) -> None:
    """Throw away what is older than `KEPT`."""
    session.execute(delete(AuditRecord).where(AuditRecord.at < now() - KEPT))


def name_hash(name: str) -> str:
    """A name as the log keeps it: what is typed as a name may be a password."""
    return sha256(name.encode()).hexdigest()[:ID_CHARS]


def household(address: str) -> str:
    """The address as it is limited: an IPv6 by its network, another as it is."""
    try:
        found = ip_address(address)
    except ValueError:
        return address[:64]
    if isinstance(found, IPv6Address):
        return str(IPv6Network((found, IPV6_PREFIX), strict=False))
    return str(found)
