"""Films in object storage: carried, counted, exported, thrown away, whatever is away meanwhile."""

import asyncio
import base64
import io
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from obstore.store import MemoryStore
from sqlalchemy import select, update
from tests.s3 import S3, s3_server

from mongyudo.diary import accounts, entries, export, files, films, jobs
from mongyudo.diary.diary import Diary
from mongyudo.diary.entries import Writing
from mongyudo.diary.films import folder_of
from mongyudo.diary.moving import move_in, move_out
from mongyudo.diary.painting import WORK
from mongyudo.diary.reader import Reader
from mongyudo.diary.sealed_files import seal_texts
from mongyudo.diary.storage import PIECE_BYTES, Storage, StorageError, storage_from
from mongyudo.diary.store import Store
from mongyudo.diary.sweeping import forget_discarded, forget_scratch
from mongyudo.diary.tables import Discarded, FilmVersion, now
from mongyudo.diary.wishes import Wishes
from mongyudo.errors import SettingsError

pytestmark = pytest.mark.slow

MADE = {"film.mp4": b"moving pictures", "poster.png": b"a picture", "film.json": b'{"seed": 7}'}


@pytest.fixture
def stored(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A diary whose films lie in storage, and which this process works on."""
    store.storage = Storage(MemoryStore())
    monkeypatch.setattr(jobs, "_bench", jobs.Bench(store, Reader(), None))
    monkeypatch.setattr(jobs.DBOS, "cancel_workflow", lambda *_, **__: None)
    return store


def asked(store: Store) -> str:
    """A film that is asked for."""
    with store.transaction() as session:
        whose = entries.single_dreamer(session).id
        entry = entries.write(session, whose, Writing("꿈", date(2026, 11, 29)))
        return films.ask(session, entry, Wishes()).id


def lay(folder: Path, held: dict[str, bytes]) -> None:
    folder.mkdir(parents=True)
    for name, body in held.items():
        (folder / name).write_bytes(body)


def finished(store: Store) -> str:
    """A film that was joined here and is done."""
    film_id = asked(store)
    lay(folder_of(store, film_id), {**MADE, "notes.txt": b"not of the film"})
    jobs._finish(film_id)
    return film_id


def storage_of(store: Store) -> Storage:
    assert store.storage is not None
    return store.storage


def objects(store: Store) -> dict[str, int]:
    return storage_of(store).sizes("films")


def row(store: Store, film_id: str) -> FilmVersion:
    with store.transaction() as session:
        return session.get_one(FilmVersion, film_id)


def diary_of(store: Store) -> Diary:
    with store.transaction() as session:
        return Diary(store, Reader(), entries.single_dreamer(session).id)


def test_a_finished_film_lies_in_storage_alone(stored: Store) -> None:
    film_id = finished(stored)
    film = row(stored, film_id)
    assert film.state == "done"
    assert film.manifest == {"seed": 7}
    assert film.files == {name: len(body) for name, body in MADE.items()}
    assert objects(stored) == {f"films/{film_id}/{name}": len(b) for name, b in MADE.items()}
    assert not folder_of(stored, film_id).exists()
    assert files.size_of(stored, film_id, film.files) == sum(map(len, MADE.values()))
    for name in ("notes.txt", "segment-1.mp4", "../film.mp4"):
        with pytest.raises(films.NotFoundError):
            files.file_of(stored, film, name)


def test_a_film_is_not_whole_before_its_film_json_is_there(
    stored: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    film_id = asked(stored)
    folder = folder_of(stored, film_id)
    lay(folder, {"film.mp4": b"", "zzz.mp4": b""})
    files.keep(stored, film_id, folder)
    assert files.whole(stored, film_id) is None
    (folder / "film.json").write_text("{}")
    order: list[str] = []
    monkeypatch.setattr(Storage, "put", lambda _, key, __: order.append(key))
    files.keep(stored, film_id, folder)
    assert [key.rpartition("/")[2] for key in order] == ["film.mp4", "film.json"]


def test_ending_a_film_that_another_has_stored_changes_nothing(stored: Store) -> None:
    film_id = finished(stored)
    before = objects(stored)
    lay(folder_of(stored, film_id), {"film.json": b"{}", "film.mp4": b"other"})
    jobs._finish(film_id)
    assert objects(stored) == before
    assert not folder_of(stored, film_id).exists()


def shot(store: Store, film_id: str, held: dict[str, bytes]) -> Path:
    folder = folder_of(store, film_id) / WORK / "shot-0"
    lay(folder, held)
    return folder


def test_a_painted_shot_is_carried_to_another_machine(
    stored: Store, new_store: Callable[[str], Store]
) -> None:
    held = {"kept.json": b"{}", "shot-0.mp4": b"moving", "bed.npy": b"sound"}
    film_id = asked(stored)
    assert not files.has_shot(stored, film_id, 0)
    shot(stored, film_id, held)
    files.keep_shot(stored, film_id, 0)
    assert files.has_shot(stored, film_id, 0)
    other = new_store("other")
    other.storage = stored.storage
    files.fetch_shots(other, film_id)
    (there,) = (folder_of(other, film_id) / WORK).iterdir()
    assert {path.name: path.read_bytes() for path in there.iterdir()} == held


@pytest.mark.parametrize("end", ["cancelled", "done", ""])
def test_a_shot_that_comes_too_late_does_not_stay(stored: Store, end: str) -> None:
    """Its film was cancelled, made by another, or thrown away while it was carried."""
    film_id = finished(stored) if end == "done" else asked(stored)
    before = objects(stored)
    if end == "cancelled":
        films.end(stored, film_id, "cancelled")
    elif not end:
        diary_of(stored).forget(row(stored, film_id).entry_id)
    shot(stored, film_id, {"kept.json": b"{}"})
    files.keep_shot(stored, film_id, 0)
    assert objects(stored) == before
    assert not folder_of(stored, film_id).exists()


@pytest.mark.parametrize("end", ["failed", "cancelled"])
def test_a_film_that_is_given_up_leaves_no_shots(stored: Store, end: str) -> None:
    film_id = asked(stored)
    shot(stored, film_id, {"kept.json": b"{}"})
    files.keep_shot(stored, film_id, 0)
    films.end(stored, film_id, end)
    files.give_up(stored, film_id)
    assert not objects(stored)


def forget_dream(store: Store, film_id: str) -> None:
    diary_of(store).forget(row(store, film_id).entry_id)


def forget_dreamer(store: Store, _: str) -> None:
    accounts.end(store, diary_of(store)._dreamer_id)


def cancel(store: Store, film_id: str) -> None:
    with store.transaction() as session:
        session.get_one(FilmVersion, film_id).state = "joining"
    jobs.cancel(film_id, store)


@pytest.mark.parametrize("throw_away", [forget_dream, forget_dreamer, cancel])
def test_what_cannot_be_thrown_away_now_is_thrown_away_later(
    throw_away: Callable[[Store, str], None], stored: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dream is gone at once, the film when the storage answers."""

    def away(_: Storage, under: str) -> None:
        raise StorageError(under)

    film_id = finished(stored)
    with monkeypatch.context() as patch:
        patch.setattr(Storage, "forget", away)
        throw_away(stored, film_id)
    assert objects(stored)
    forget_discarded(stored, storage_of(stored))
    assert not objects(stored)


def test_what_a_late_worker_brings_back_goes_again_for_a_day(stored: Store) -> None:
    film_id = finished(stored)
    diary_of(stored).forget(row(stored, film_id).entry_id)
    for _ in range(2):
        lay(folder_of(stored, film_id), MADE)
        files.keep(stored, film_id, folder_of(stored, film_id))
        forget_discarded(stored, storage_of(stored))
        assert not objects(stored)
        assert not folder_of(stored, film_id).exists()
    with stored.transaction() as session:
        session.execute(update(Discarded).values(at=now() - timedelta(days=2)))
    forget_discarded(stored, storage_of(stored))
    with stored.transaction() as session:
        assert not session.scalars(select(Discarded)).all()


def exported(store: Store) -> io.BytesIO:
    file = io.BytesIO()
    diary_of(store).export(file)
    file.seek(0)
    return file


def test_films_are_exported_from_storage_and_taken_into_another(
    stored: Store, new_store: Callable[[str], Store]
) -> None:
    finished(stored)
    other = new_store("other")
    other.storage = Storage(MemoryStore())
    with other.transaction() as session:
        whose = entries.single_dreamer(session).id
    assert len(export.take_in(other, whose, exported(stored)).fresh) == 1
    with other.transaction() as session:
        (film,) = session.scalars(select(FilmVersion)).all()
        assert not session.scalars(select(Discarded)).all()
    assert film.files == {name: len(body) for name, body in MADE.items()}
    target = io.BytesIO()
    files.copy(other, film.id, "film.mp4", target)
    assert target.getvalue() == MADE["film.mp4"]
    assert not folder_of(other, film.id).exists()


def test_an_import_that_fails_leaves_no_object(
    stored: Store, new_store: Callable[[str], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    finished(stored)
    other = new_store("other")
    other.storage = Storage(MemoryStore())
    with other.transaction() as session:
        whose = entries.single_dreamer(session).id

    def breaks(*_: Any) -> None:
        assert objects(other)
        raise KeyError("broken")

    monkeypatch.setattr(export, "write", breaks)
    with pytest.raises(export.InputError):
        export.take_in(other, whose, exported(stored))
    assert not objects(other)


def test_an_import_under_way_is_not_thrown_away_and_one_that_died_is(stored: Store) -> None:
    with stored.transaction() as session:
        films.discard(stored, session, ["a" * 32], at=now() + timedelta(hours=1))
        films.discard(stored, session, ["b" * 32], at=now() - timedelta(hours=1))
    for film_id in ("a" * 32, "b" * 32):
        lay(folder_of(stored, film_id), MADE)
        files.keep(stored, film_id, folder_of(stored, film_id))
    forget_discarded(stored, storage_of(stored))
    assert {key.split("/")[1] for key in objects(stored)} == {"a" * 32}


def test_only_what_is_made_no_more_goes_from_a_worker_s_folder(stored: Store) -> None:
    """Films that lie in the folder, from before there was a storage, stay whole."""
    open_id, cancelled, stored_id = asked(stored), asked(stored), finished(stored)
    in_folder = asked(stored)
    films.end(stored, in_folder, "done", manifest={})
    films.end(stored, cancelled, "cancelled")
    for film_id in (open_id, cancelled, stored_id, in_folder):
        lay(folder_of(stored, film_id) / WORK / "shot-0.1.part", {"a": b""})
        lay(folder_of(stored, film_id) / ".mongyudo-1.part", {"a": b""})
    folders = stored.home.films
    (folder_of(stored, in_folder) / "film.mp4").touch()
    forget_scratch(stored)
    left = {path.name: {each.name for each in path.iterdir()} for path in folders.iterdir()}
    assert left == {open_id: {WORK, ".mongyudo-1.part"}, cancelled: set(), in_folder: {"film.mp4"}}


def test_films_move_into_storage_and_back(stored: Store) -> None:
    storage, stored.storage = stored.storage, None
    film_id = asked(stored)
    lay(folder_of(stored, film_id), MADE)
    films.end(stored, film_id, "done", manifest=json.loads(MADE["film.json"]))
    assert files.file_of(stored, row(stored, film_id), "film.mp4") == (
        folder_of(stored, film_id) / "film.mp4"
    )
    stored.storage = storage
    assert storage is not None
    assert list(move_in(stored)) == [film_id]
    assert list(move_in(stored)) == []
    assert len(objects(stored)) == len(MADE)
    assert not folder_of(stored, film_id).exists()
    assert list(move_out(stored, storage)) == [film_id]
    assert not objects(stored)
    assert row(stored, film_id).files is None
    held = {path.name: path.read_bytes() for path in folder_of(stored, film_id).iterdir()}
    assert held == MADE


def test_what_is_sealed_in_storage_is_sealed_in_the_folder(
    stored: Store, keys: Callable[..., None]
) -> None:
    keys(base64.b64encode(bytes(32)).decode())
    film_id = asked(stored)
    folder = folder_of(stored, film_id)
    lay(folder, {"film.json": b'{"dream": "a tiger"}', "captions.ko.vtt": b"a tiger"})
    seal_texts(folder)
    jobs._finish(film_id)
    storage = storage_of(stored)
    kept = b"".join(b"".join(storage.pieces(key)) for key in objects(stored))
    assert b"tiger" not in kept
    assert list(move_out(stored, storage)) == [film_id]
    assert not [path for path in folder.iterdir() if b"tiger" in path.read_bytes()]
    told = io.BytesIO()
    files.copy(stored, film_id, "captions.ko.vtt", told)
    assert told.getvalue() == b"a tiger"


def test_a_film_in_storage_that_is_no_longer_named_says_so(stored: Store) -> None:
    film_id = finished(stored)
    stored.storage = None
    with pytest.raises(StorageError, match="storage"):
        files.file_of(stored, row(stored, film_id), "film.mp4")


@pytest.mark.parametrize(
    "url", ["films", "s3:", "s3://", "ftp://a/b", "http://a/b", "C:/films", "az://a/b"]
)
def test_what_is_no_storage_is_told_with_an_example(url: str) -> None:
    with pytest.raises(SettingsError, match="storage"):
        storage_from(url)


def test_a_missing_package_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "obstore.store", None)
    assert storage_from("") is None
    with pytest.raises(SettingsError, match=r"\./mongyudo setup storage"):
        storage_from("s3://dreams")


def test_a_folder_may_be_a_storage(tmp_path: Path) -> None:
    """Such as one that all machines mount."""
    storage = storage_from(f"file://{tmp_path}/shared")
    assert storage is not None
    storage.try_out()
    (tmp_path / "film.mp4").write_bytes(b"moving")
    storage.put("films/a/film.mp4", tmp_path / "film.mp4")
    assert storage.sizes("films/a") == {"films/a/film.mp4": 6}
    assert storage.link("films/a/film.mp4") == ""
    assert storage.origin() == ""
    storage.forget("films/a")
    storage.forget("films/a")
    assert not list((tmp_path / "shared").rglob("*.mp4"))


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[S3]:
    """A storage that speaks S3."""
    with s3_server() as server:
        for name, value in server.environment.items():
            if name.startswith("AWS"):
                monkeypatch.setenv(name, value)
        yield server


def faults(url: str) -> tuple[str, str]:
    """What is told of a storage when it is looked at, and when it is tried out."""
    storage = storage_from(url)
    assert storage is not None
    with pytest.raises(StorageError) as tried:
        storage.try_out()
    return storage.fault(), str(tried.value)


def test_what_is_wrong_with_a_storage_is_told(s3: S3, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = storage_from("s3://dreams/mongyudo")
    assert storage is not None
    assert storage.fault() == ""
    storage.try_out()
    assert not s3.objects
    for told in faults("s3://nightmares"):
        assert "NoSuchBucket" in told
    s3.is_away = True
    for told in faults("s3://dreams"):
        assert "503" in told
        assert "AWS_ENDPOINT" in told
    s3.is_away = False
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "another")
    for told in faults("s3://dreams"):
        assert "SignatureDoesNotMatch" in told
        assert "another" not in told
        assert "\n" not in told


def test_a_file_that_changes_while_it_is_read_is_not_mixed(tmp_path: Path) -> None:
    storage, source = Storage(MemoryStore()), tmp_path / "film.mp4"
    source.write_bytes(bytes(3 * PIECE_BYTES))
    storage.put("film", source)

    async def read() -> None:
        told = storage.told("film")
        async for _ in storage.span("film", 0, told.size_bytes, told.etag):
            source.write_bytes(b"1" * 3 * PIECE_BYTES)
            storage.put("film", source)

    with pytest.raises(StorageError):
        asyncio.run(read())
