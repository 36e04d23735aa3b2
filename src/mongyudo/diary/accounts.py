"""Accounts: made, logged in to, locked, ended."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from mongyudo.diary import audit, files, films, invitations, jobs, limits, passwords
from mongyudo.diary.account_tables import Account, LoginSession
from mongyudo.diary.entries import SINGLE_DREAMER
from mongyudo.diary.store import Store
from mongyudo.diary.tables import Dreamer, Entry, FilmVersion, now
from mongyudo.errors import InputError, MongyudoError, UsageError

NAME = re.compile(r"[\w.-]{2,40}")


class WrongLoginError(MongyudoError):
    """Name and password do not belong together, or the account is locked."""

    def __init__(self) -> None:
        super().__init__(
            "이름이나 비밀번호가 맞지 않습니다. (The name or the password is not right.)"
        )


@dataclass(frozen=True, slots=True)
class Credentials:
    """What somebody types to log in or to sign up."""

    name: str
    password: str = field(repr=False)


def normal(name: str) -> str:
    """A name as it is kept: one spelling for letters that look alike, in lower case."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def make(session: Session, name: str, kept: str, *, is_admin: bool = False) -> Account:
    """A new account with the hash `kept`; raises InputError for a name that somebody has."""
    account = Account(password=kept, is_admin=is_admin, dreamer=Dreamer(name=name))
    session.add(account)
    try:
        session.flush()
    except IntegrityError as error:
        raise InputError(
            f"이름 {name!r}은 이미 누가 씁니다. 다른 이름을 골라 주세요. (The name is taken.)"
        ) from error
    return account


def checked(name: str) -> str:
    """The name as it is kept; raises InputError for one that cannot be."""
    spelt = normal(name)
    if not NAME.fullmatch(spelt):
        raise InputError(
            f"이름 {spelt[:40]!r}은 쓸 수 없습니다. 글자, 숫자, 밑줄, 점, 붙임표로 두 자부터 마흔 "
            "자까지입니다. (A name has 2 to 40 letters, digits, underscores, dots or hyphens.)"
        )
    return spelt


def sign_up(store: Store, told: Credentials, token: str, *, is_open: bool, address: str) -> str:
    """The new dreamer's id; raises InputError, or NotFoundError for no good invitation."""
    with store.transaction() as session:
        limits.check_sign_up(session, address)
        audit.record(session, limits.TRIED_SIGN_UP, address=audit.household(address))
    invited = bool(token) or not is_open
    if invited:
        with store.transaction() as session:
            invitations.check(session, token)
    name, kept = checked(told.name), passwords.hashed(told.password)
    with store.transaction() as session:
        if invited:
            invitations.redeem(session, token)
        made = make(session, name, kept)
        audit.record(session, "sign-up", dreamer_id=made.dreamer_id, address=address)
        return made.dreamer_id


def log_in(store: Store, told: Credentials, *, address: str) -> str:
    """The dreamer's id; raises WrongLoginError, or TooManyError after many of them."""
    name = normal(told.name)
    with store.transaction() as session:
        limits.check_login(session, name, address)
        account = _named(session, name)
    kept = account.password if account else passwords.NOBODY
    right = passwords.is_right(kept, told.password)
    with store.transaction() as session:
        if account is None or not right or account.locked_at:
            where, named = audit.household(address), audit.name_hash(name)
            audit.record(session, limits.FAILED, about=named, address=where)
        else:
            audit.record(session, "login", dreamer_id=account.dreamer_id, address=address)
    if account is None or not right or account.locked_at:
        raise WrongLoginError
    return account.dreamer_id


def check_password(store: Store, dreamer_id: str, password: str, *, address: str) -> None:
    """Raise WrongLoginError when this is not the dreamer's password, as `log_in` does."""
    with store.transaction() as session:
        name = session.get_one(Dreamer, dreamer_id).name
    log_in(store, Credentials(name, password), address=address)


def change_password(store: Store, dreamer_id: str, password: str, *, keep: str = "") -> None:
    """Take a new password; every session but `keep` ends."""
    kept = passwords.hashed(password)
    with store.transaction() as session:
        session.get_one(Account, dreamer_id).password = kept
        others = LoginSession.dreamer_id == dreamer_id, LoginSession.id != keep
        session.execute(delete(LoginSession).where(*others))


def account_of(session: Session, name: str) -> Account:
    """The account of that name; raises UsageError for none."""
    found = _named(session, normal(name))
    if found is None:
        raise UsageError(f"{name[:40]!r}이라는 계정이 없습니다. (No such account.)")
    return found


def by_id(session: Session, dreamer_id: str) -> Account:
    """The account of that dreamer; raises NotFoundError for none."""
    found = session.get(Account, dreamer_id)
    if found is None:
        raise films.NotFoundError("그런 계정이 없습니다. (No such account.)")
    return found


def _named(session: Session, name: str) -> Account | None:
    return session.scalar(select(Account).join(Dreamer).where(Dreamer.name == name))


def accounts(session: Session) -> Sequence[Account]:
    """Every account, by name."""
    return session.scalars(select(Account).join(Dreamer).order_by(Dreamer.name)).all()


def lock(session: Session, account: Account, *, locked: bool) -> None:
    """Lock an account, which ends its sessions, or unlock it."""
    account.locked_at = now() if locked else None
    session.execute(delete(LoginSession).where(LoginSession.dreamer_id == account.dreamer_id))


def take_over(session: Session, account: Account) -> int:
    """Give the account what was written before there were accounts; how many dreams."""
    single = select(Dreamer.id).where(Dreamer.name == SINGLE_DREAMER).scalar_subquery()
    found = session.scalars(select(Entry).where(Entry.dreamer_id == single)).all()
    for entry in found:
        entry.dreamer_id = account.dreamer_id
    return len(found)


def end(store: Store, dreamer_id: str, *, address: str = "") -> None:
    """Delete an account with every dream, film and file in it."""
    with store.transaction() as session:
        theirs = select(FilmVersion).join(Entry).where(Entry.dreamer_id == dreamer_id)
        made = session.scalars(theirs).all()
        under_way = [film.id for film in made if film.state in films.OPEN_STATES]
        films.discard(store, session, [film.id for film in made])
        session.execute(delete(Dreamer).where(Dreamer.id == dreamer_id))
        audit.record(session, "account-deleted", dreamer_id=dreamer_id, address=address)
    for film_id in under_way:
        jobs.cancel(film_id, store)
    files.forget(store, [film.id for film in made])
