"""`mongyudo db`: the diary's database, looked at and brought up to date."""

from pathlib import Path

import click

from mongyudo.errors import UsageError
from mongyudo.settings import load_settings


@click.group("db")
def command() -> None:
    """일기장 데이터베이스를 살피고 새 판으로 올립니다. The diary's database."""


@command.command("status")
def status() -> None:
    """어디에 있고 무엇이 기다리는지 봅니다. Where it is, whether it is up to date, what waits."""
    from mongyudo.diary.home import home_from
    from mongyudo.diary.store import Store

    store = Store(home_from(load_settings()))
    present, newest = store.version(), store.newest_version()
    click.echo(f"database  {store.engine.url.render_as_string(hide_password=True)}")
    click.echo(f"version   {present or 'empty'}" + ("" if present == newest else f" -> {newest}"))
    if present != newest:
        click.echo("Run `mongyudo db upgrade` (`serve` does it as well).")
        return
    for name, value in store.counts().items():
        click.echo(f"{name:<9} {value}")


@command.command("move-films")
@click.option(
    "--to", "where", type=click.Choice(["storage", "folder"]), required=True,
    help="Where the films are to lie.",
)  # fmt: skip
def move_films(where: str) -> None:
    """영상을 객체 저장소로 옮깁니다. Move films into the storage of the settings, or out of it."""
    from mongyudo.diary.home import home_from
    from mongyudo.diary.moving import move_in, move_out
    from mongyudo.diary.store import Store

    store = Store(home_from(load_settings()))
    if store.storage is None:
        raise UsageError("storage is not set: name the object storage, such as s3://bucket/films")
    store.upgrade()
    moved = move_in(store) if where == "storage" else move_out(store, store.storage)
    click.echo(f"{sum(1 for _ in moved)} films moved")


@command.command("upgrade")
def upgrade() -> None:
    """표를 이 판에 맞춥니다. Bring the tables up to this version; harmless when they are."""
    from mongyudo.diary.home import home_from
    from mongyudo.diary.store import Store

    store = Store(home_from(load_settings()))
    before = store.version()
    store.upgrade()
    click.echo(f"{before or 'empty'} -> {store.version()}")


@command.command("backup")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def backup(folder: Path) -> None:
    """일기장을 FOLDER에 복사합니다. Copy a diary of SQLite files, also while it is open."""
    from mongyudo.diary.backup import back_up
    from mongyudo.diary.home import home_from
    from mongyudo.diary.store import Store

    films = back_up(Store(home_from(load_settings())), folder)
    click.echo(f"{folder}: diary.sqlite, {films} films")
