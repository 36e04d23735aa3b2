"""The diary's two databases: what holds on one holds on the other."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.databases import new_sqlite

from mongyudo.diary.home import Home, home_from
from mongyudo.diary.sealing import sealer
from mongyudo.diary.store import Store
from mongyudo.settings import Settings, load_settings

Keys = Callable[..., None]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Makes stores by name, each with a database and a folder of its own."""
    made: list[Store] = []

    def make(name: str) -> Store:
        folder = tmp_path / name
        folder.mkdir()
        if request.param == "sqlite":
            url = new_sqlite(folder)
        else:
            given = request.getfixturevalue("postgres").new_database()
            url = home_from(Settings(home=folder, database_url=given)).diary_url
        made.append(Store(Home(folder, url, url)))
        if request.param == "postgresql":
            made[-1].upgrade()
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.fixture
def store(new_store: Callable[[str], Store]) -> Store:
    """A new diary."""
    return new_store("one")


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[Keys]:
    """Sets the keys of this process."""

    def given(*words: str, encrypt: bool = True) -> None:
        monkeypatch.setenv("MONGYUDO_ENCRYPT", str(encrypt))
        monkeypatch.setenv("MONGYUDO_ENCRYPTION_KEYS", ",".join(words))
        load_settings.cache_clear()
        sealer.cache_clear()

    yield given
    monkeypatch.undo()
    load_settings.cache_clear()
    sealer.cache_clear()
