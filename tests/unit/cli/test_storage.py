"""Object storage at the terminal: looked at by `doctor`, filled by `db move-films`."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mongyudo.cli import group
from mongyudo.diary import entries, films
from mongyudo.diary.entries import Writing
from mongyudo.diary.home import home_from
from mongyudo.diary.store import Store
from mongyudo.diary.wishes import Wishes
from mongyudo.settings import load_settings


@pytest.fixture
def storage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a storage that the settings name."""
    monkeypatch.setenv("MONGYUDO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("MONGYUDO_STORAGE", f"file://{tmp_path}/storage")
    load_settings.cache_clear()
    yield tmp_path / "storage"
    load_settings.cache_clear()


def told(*words: str) -> Result:
    return CliRunner().invoke(group, list(words))


def test_the_doctor_tries_the_storage_out(storage: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "ok    storage" in told("doctor").output
    assert not list(storage.rglob("*.*"))
    monkeypatch.setitem(sys.modules, "obstore.store", None)
    ill = told("doctor")
    assert ill.exit_code == 1
    assert "FAIL  storage is set, but obstore is not installed" in ill.output
    assert "./mongyudo setup storage" in ill.output


def test_films_are_moved_and_moved_back(storage: Path) -> None:
    home = home_from(load_settings())
    store = Store(home)
    store.upgrade()
    with store.transaction() as session:
        whose = entries.single_dreamer(session).id
        entry = entries.write(session, whose, Writing("꿈", date(2026, 11, 29)))
        film_id = films.ask(session, entry, Wishes()).id
    films.end(store, film_id, "done", manifest={})
    store.close()
    film = home.films / film_id / "film.mp4"
    film.parent.mkdir(parents=True)
    film.write_bytes(b"moving")
    kept = storage / "films" / film_id / "film.mp4"
    assert told("db", "move-films", "--to", "storage").output == "1 films moved\n"
    assert (film.exists(), kept.exists()) == (False, True)
    assert told("db", "move-films", "--to", "storage").output == "0 films moved\n"
    assert told("db", "move-films", "--to", "folder").output == "1 films moved\n"
    assert (film.exists(), kept.exists()) == (True, False)


def test_no_film_is_moved_without_a_storage(storage: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MONGYUDO_STORAGE")
    load_settings.cache_clear()
    assert not storage.exists()
    refused = told("db", "move-films", "--to", "folder")
    assert refused.exit_code
    assert "storage is not set" in str(refused.exception)
