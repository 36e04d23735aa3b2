"""What the operator of a diary for several sees: who, how much, what failed; never a dream."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mongyudo.diary.account_tables import Account, LoginSession
from mongyudo.diary.quotas import Allowance, Member, Use
from mongyudo.diary.store import Store
from mongyudo.diary.tables import Dreamer, Entry, FilmVersion

MOST_FAILURES = 20
GB = 1_000_000_000


@dataclass(frozen=True, slots=True)
class User:
    """A dreamer as the operator sees them."""

    dreamer_id: str
    name: str
    is_admin: bool
    made_at: datetime
    seen_at: datetime | None
    locked_at: datetime | None
    dreams: int
    films: int
    use: Use


@dataclass(frozen=True, slots=True)
class Failure:
    """A film that could not be made. Its fault is the dreamer's: it may quote a prompt."""

    film_id: str
    name: str
    backend: str
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole service; `states` counts films by how they stand, disks are in GB."""

    users: tuple[User, ...]
    states: dict[str, int]
    failures: tuple[Failure, ...]
    disk_used_gb: float
    disk_free_gb: float


def overview(store: Store, usual: Allowance) -> Overview:
    """The service as it stands."""
    with store.transaction() as session:
        rows = _rows(session)
        counted = select(FilmVersion.state, func.count()).group_by(FilmVersion.state)
        states = {state: count for state, count in session.execute(counted)}
        failures = _failures(session)
    disk = shutil.disk_usage(store.home.folder)
    return Overview(
        users=tuple(_user(store, usual, *row) for row in rows),
        states=states,
        failures=failures,
        disk_used_gb=round(disk.used / GB, 1),
        disk_free_gb=round(disk.free / GB, 1),
    )


def _rows(session: Session) -> Sequence[tuple[Account, datetime | None, int, int]]:
    """Each account, when it was seen last, its dreams and its films."""
    seen = select(func.max(LoginSession.seen_at)).where(
        LoginSession.dreamer_id == Account.dreamer_id
    )
    dreams = select(func.count(Entry.id)).where(Entry.dreamer_id == Account.dreamer_id)
    made = (
        select(func.count(FilmVersion.id)).join(Entry).where(Entry.dreamer_id == Account.dreamer_id)
    )
    query = select(
        Account, seen.scalar_subquery(), dreams.scalar_subquery(), made.scalar_subquery()
    )
    found = session.execute(query.join(Dreamer).order_by(Dreamer.name))
    return [(row[0], row[1], row[2], row[3]) for row in found]


def _user(
    store: Store, usual: Allowance, account: Account, seen: datetime | None, *counts: int
) -> User:
    dreams, made = counts
    return User(
        dreamer_id=account.dreamer_id,
        name=account.dreamer.name,
        is_admin=account.is_admin,
        made_at=account.dreamer.made_at,
        seen_at=seen,
        locked_at=account.locked_at,
        dreams=dreams,
        films=made,
        use=Member(store, account.dreamer_id, usual).use(),
    )


def _failures(session: Session) -> tuple[Failure, ...]:
    query = (
        select(FilmVersion, Dreamer.name)
        .join(Entry, FilmVersion.entry_id == Entry.id)
        .join(Dreamer, Entry.dreamer_id == Dreamer.id)
        .where(FilmVersion.state == "failed")
        .order_by(FilmVersion.ended_at.desc())
        .limit(MOST_FAILURES)
    )
    return tuple(
        Failure(film.id, name, film.choices.get("backend") or "", film.ended_at)
        for film, name in session.execute(query)
    )
