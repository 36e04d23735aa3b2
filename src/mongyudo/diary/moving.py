"""Films moved from the diary's folder into object storage, and back.

Each film is copied first, then its row tells where it lies, then the copy that is left goes; so who
breaks off may begin again.
"""

import shutil
from collections.abc import Iterator

from sqlalchemy import select, update

from mongyudo.diary import files
from mongyudo.diary.films import folder_of
from mongyudo.diary.storage import FILMS, Storage
from mongyudo.diary.store import Store
from mongyudo.diary.tables import FilmVersion


def move_in(store: Store) -> Iterator[str]:
    """Move the finished films of this machine's folder into storage; the id of each."""
    for film_id in _lying(store, in_storage=False):
        folder = folder_of(store, film_id)
        if not folder.is_dir():
            continue  # on another machine
        _tell(store, film_id, files.keep(store, film_id, folder))
        files.tidy(store, film_id)
        yield film_id


def move_out(store: Store, storage: Storage) -> Iterator[str]:
    """Move the films of storage into this machine's folder; the id of each."""
    for film_id in _lying(store, in_storage=True):
        with store.transaction() as session:
            film = session.get(FilmVersion, film_id)
        if film is None or film.files is None:
            continue  # thrown away meanwhile
        folder = folder_of(store, film_id)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name in film.files:
            with (folder / name).open("wb") as target:
                files.fetch_as_it_lies(storage, film_id, name, target)
        _tell(store, film_id, None)
        storage.forget(f"{FILMS}/{film_id}")
        yield film_id


def _lying(store: Store, *, in_storage: bool) -> list[str]:
    where = FilmVersion.files.is_not(None) if in_storage else FilmVersion.files.is_(None)
    with store.transaction() as session:
        done = select(FilmVersion.id).where(FilmVersion.state == "done", where)
        return list(session.scalars(done))


def _tell(store: Store, film_id: str, kept: dict[str, int] | None) -> None:
    with store.transaction() as session:
        session.execute(update(FilmVersion).where(FilmVersion.id == film_id).values(files=kept))
