"""What is left of films in storage, and in workers' folders, is swept away.

A storage may be away when a film is thrown away, and a worker that was frozen may bring it back.
The sweeper has a thread of its own: a worker's heart may not wait for a storage.
"""

import logging
import shutil
import threading
from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError

from mongyudo.diary.films import OPEN_STATES, folder_of
from mongyudo.diary.painting import WORK
from mongyudo.diary.storage import FILMS, Storage, StorageError
from mongyudo.diary.store import Store
from mongyudo.diary.tables import Discarded, FilmVersion, now
from mongyudo.film.folder import PREFIX

log = logging.getLogger("mongyudo")

EVERY_S = 600.0
KEPT_DISCARDED = timedelta(days=1)
"""No worker that was frozen brings a film back later than that."""


class Sweeper(threading.Thread):
    """Sweeps now and then, until it is stopped."""

    def __init__(self, store: Store, storage: Storage) -> None:
        super().__init__(name="sweeper", daemon=True)
        self._store, self._storage = store, storage
        self._ended = threading.Event()

    def run(self) -> None:
        """Until `end`."""
        while not self._ended.is_set():
            try:
                forget_discarded(self._store, self._storage)
                forget_scratch(self._store)
            except (StorageError, SQLAlchemyError) as error:
                log.warning("sweeping failed (%s); trying again", type(error).__name__)
            self._ended.wait(EVERY_S)

    def end(self) -> None:
        """Sweep no more; what is under way may be left as it is."""
        self._ended.set()


def forget_discarded(store: Store, storage: Storage) -> None:
    """Throw away once more what was discarded: a late worker may have brought it back."""
    before = now() - KEPT_DISCARDED
    with store.transaction() as session:
        due = select(Discarded.film_id).where(Discarded.at <= now())
        discarded = list(session.scalars(due))
    for film_id in discarded:
        shutil.rmtree(folder_of(store, film_id), ignore_errors=True)
        storage.forget(f"{FILMS}/{film_id}")
    with store.transaction() as session:
        session.execute(delete(Discarded).where(Discarded.at < before))


def forget_scratch(store: Store) -> None:
    """Throw away what attempts that were killed left here of films that are made no more.

    With storage nobody else would: what films are made of goes from the folder it was joined in.
    """
    for folder in store.home.films.glob("*"):
        with store.transaction() as session:
            film = session.get(FilmVersion, folder.name)
        if film is not None and film.state in OPEN_STATES:
            continue
        is_stored = film is not None and film.files is not None
        for left in [folder] if is_stored else [folder / WORK, *folder.glob(f"{PREFIX}*")]:
            shutil.rmtree(left, ignore_errors=True)
