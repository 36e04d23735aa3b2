"""`mongyudo accounts`: who may log in to a diary for several, for its operator."""

import sys
from typing import TYPE_CHECKING

import click

from mongyudo.settings import load_settings

if TYPE_CHECKING:
    from mongyudo.diary.store import Store


@click.group("accounts")
def command() -> None:
    """여럿이 쓰는 일기장의 계정을 살핍니다. The accounts of a diary for several."""


def _store() -> "Store":
    from mongyudo.diary.home import home_from
    from mongyudo.diary.store import Store

    store = Store(home_from(load_settings()))
    store.upgrade()
    return store


def _password() -> str:
    """Asked for twice at a terminal, else one line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    asked: str = click.prompt("비밀번호 (password)", hide_input=True, confirmation_prompt=True)
    return asked


@command.command("create-admin")
@click.argument("name")
@click.option("--take-over", is_flag=True, help="Give it the dreams written without accounts.")
def create_admin(name: str, *, take_over: bool) -> None:
    """운영자의 계정을 만듭니다. Make an operator's account.

    The password is asked for, or read from standard input.
    """
    from mongyudo.diary import accounts, audit, passwords

    store = _store()
    spelt, kept = accounts.checked(name), passwords.hashed(_password())
    with store.transaction() as session:
        account = accounts.make(session, spelt, kept, is_admin=True)
        audit.record(session, "create-admin", about=account.dreamer_id)
        moved = accounts.take_over(session, account) if take_over else 0
    click.echo(f"운영자 계정을 만들었습니다: {spelt} (Made; dreams taken over: {moved}.)")


@command.command("invite")
@click.option("--note", default="", help="Whom it is for; only operators see it.")
def invite(note: str) -> None:
    """한 사람이 14일 안에 쓸 초대 링크를 만듭니다. A link by which one person may sign up."""
    from mongyudo.diary import audit, invitations

    with _store().transaction() as session:
        token = invitations.invite(session, note)
        audit.record(session, "invite")
    names = load_settings().host_names
    base = f"https://{names[0]}" if names else "http://127.0.0.1:1447"
    click.echo(f"{base}/sign-up?invitation={token}")


@command.command("list")
def list_() -> None:
    """계정과 저마다 쓴 만큼을 보여 줍니다. Name, role, state, and what each uses."""
    from mongyudo.diary.overview import overview
    from mongyudo.web.members import rules_from

    users = overview(_store(), rules_from(load_settings()).usual).users
    if not users:
        click.echo("계정이 없습니다 (no accounts): mongyudo accounts create-admin NAME", err=True)
    for user in users:
        role = "admin" if user.is_admin else "dreamer"
        state = "locked" if user.locked_at else "open"
        use = f"{user.dreams} dreams, {user.films} films, {user.use.disk_mb} MB"
        click.echo(f"{user.name:<20} {role:<8} {state:<7} {use}")


@command.command("lock")
@click.argument("name")
def lock(name: str) -> None:
    """계정을 잠급니다. Log a dreamer out everywhere and keep them out; their dreams stay."""
    _lock(name, locked=True)


@command.command("unlock")
@click.argument("name")
def unlock(name: str) -> None:
    """잠근 계정을 풉니다. Let a locked dreamer in again."""
    _lock(name, locked=False)


def _lock(name: str, *, locked: bool) -> None:
    from mongyudo.diary import accounts, audit

    with _store().transaction() as session:
        account = accounts.account_of(session, name)
        accounts.lock(session, account, locked=locked)
        audit.record(session, "lock" if locked else "unlock", about=account.dreamer_id)
    click.echo(f"{name}: {'잠갔습니다 (locked)' if locked else '풀었습니다 (unlocked)'}")


@command.command("password")
@click.argument("name")
def password(name: str) -> None:
    """비밀번호를 새로 정합니다. A new password for who forgot it; every session of theirs ends."""
    from mongyudo.diary import accounts, audit

    store = _store()
    with store.transaction() as session:
        dreamer_id = accounts.account_of(session, name).dreamer_id
        audit.record(session, "password", about=dreamer_id)
    accounts.change_password(store, dreamer_id, _password())
    click.echo(f"{name}: 새 비밀번호를 쓸 수 있습니다. (The new password is set.)")


@command.command("reseal")
def reseal_() -> None:
    """설정대로 꿈을 암호화하거나 풉니다. Encrypt (or open) every dream; stop the server before."""
    from mongyudo.diary.resealing import reseal

    click.echo(f"다시 봉했습니다. (Rows written anew: {reseal(_store())}.)")
