"""A copy of a diary of SQLite files, made while it is used; it opens like the diary itself.

First the database, then the films: what is finished in between is a film too many, and not a film
whose files are missing. The queues are not copied: without them open films are begun anew.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from mongyudo.diary.films import folder_of
from mongyudo.diary.store import Store
from mongyudo.diary.tables import FilmVersion
from mongyudo.errors import UsageError
from mongyudo.film.folder import MANIFEST


def back_up(store: Store, folder: Path) -> int:
    """Copy the diary into `folder`, which a later call brings up to date; how many films it holds.

    What was thrown away since goes from the copy, too. Raises UsageError for a PostgreSQL, and for
    the diary's own folder.
    """
    if store.home.is_shared:
        raise UsageError(
            "이 일기장은 PostgreSQL에 있습니다. pg_dump로 복사해 주세요. "
            "(The diary is in a PostgreSQL: docs/how-to/operate-a-diary.md says how to back it up.)"
        )
    if folder.resolve() == store.home.folder:
        raise UsageError(f"{folder} is the diary itself. Name another folder.")
    (folder / "films").mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    _copy_database(store, folder / "diary.sqlite")
    with store.transaction() as session:
        known = set(session.scalars(select(FilmVersion.id)))
    for film_id in known:
        _copy_film(folder_of(store, film_id), folder / "films" / film_id)
    for kept in (folder / "films").iterdir():
        if kept.name not in known:
            shutil.rmtree(kept)
    return len(list((folder / "films").iterdir()))


def _copy_database(store: Store, target: Path) -> None:
    """A consistent copy, whole or not at all."""
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    with closing(store.engine.raw_connection()) as source, closing(sqlite3.connect(part)) as copy:
        driver = source.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, which can be moved
    part.replace(target)


def _copy_film(made: Path, kept: Path) -> None:
    """A film's files, once it is done; they do not change then."""
    if kept.exists() or not (made / MANIFEST).exists():
        return
    part = kept.with_name(f".{kept.name}")
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(made, part, ignore=shutil.ignore_patterns(".*"))
    part.rename(kept)
