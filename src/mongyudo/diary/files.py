"""The files of films: in the diary's folder, or in object storage that machines share.

`FilmVersion.files` tells which: None in the folder, else in storage, with the bytes of each file.
With storage a worker's folder is only where it paints. Shots lie in storage as soon as they are
painted, so that another machine can join them, or go on where this one died; a film's files follow
when it is joined, film.json last, and its row tells of them once all are there.
"""

import json
import logging
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO, Any
from uuid import uuid4

from sqlalchemy import select

from mongyudo.diary.films import FILM_FILES, OPEN_STATES, NotFoundError, folder_of
from mongyudo.diary.painting import WORK, settle
from mongyudo.diary.sealed_files import TEXTS, opened, seal_file, seal_texts
from mongyudo.diary.storage import FILMS, Storage, StorageError
from mongyudo.diary.store import Store
from mongyudo.diary.tables import FilmVersion
from mongyudo.film.folder import MANIFEST, PREFIX

WANTED = (*OPEN_STATES, "done")

log = logging.getLogger("mongyudo")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A film's file in object storage."""

    storage: Storage
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Whole:
    """A joined film; `files` as its row tells of them."""

    manifest: dict[str, Any]
    files: dict[str, int] | None


def file_of(store: Store, film: FilmVersion, name: str) -> Path | StoredFile:
    """A film's file that may be given out; raises NotFoundError for any other."""
    path = folder_of(store, film.id) / name
    if name in FILM_FILES and film.files is not None and name in film.files:
        return StoredFile(_storage_of(store), _key(film.id, name), name)
    if name in FILM_FILES and film.files is None and path.is_file():
        return path
    raise NotFoundError(f"이 영상에는 {name[:40]!r} 파일이 없습니다. (No such file.)")


def names_of(store: Store, film: FilmVersion) -> list[str]:
    """The names of a finished film's files."""
    if film.files is not None:
        return sorted(film.files)
    folder = folder_of(store, film.id)
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def copy(store: Store, film_id: str, name: str, target: IO[bytes]) -> None:
    """Write a film's file into `target`."""
    with store.transaction() as session:
        found = file_of(store, session.get_one(FilmVersion, film_id), name)
    try:
        if name in TEXTS:
            target.write(_text(found))
        elif isinstance(found, StoredFile):
            found.storage.fetch(found.key, target)
        else:
            with found.open("rb") as source:
                shutil.copyfileobj(source, target)
    except FileNotFoundError as error:
        raise StorageError(f"{name} of film {film_id} is lost") from error


def fetch_as_it_lies(storage: Storage, film_id: str, name: str, target: IO[bytes]) -> None:
    """Write a film's file of storage into `target`, sealed where it is."""
    try:
        storage.fetch(_key(film_id, name), target)
    except FileNotFoundError as error:
        raise StorageError(f"{name} of film {film_id} is lost") from error


def text_of(file: Path | StoredFile) -> bytes:
    """What a film's file with words says, sealed or not; raises NotFoundError where it is gone."""
    try:
        return _text(file)
    except FileNotFoundError as error:
        raise NotFoundError(f"{file.name} 파일이 없습니다. (No such file.)") from error


def _text(file: Path | StoredFile) -> bytes:
    if isinstance(file, StoredFile):
        return opened(b"".join(file.storage.pieces(file.key)))
    return opened(file.read_bytes())


def reseal(store: Store) -> None:
    """Have the texts of all finished films lie as the settings say now."""
    with store.transaction() as session:
        found = session.execute(select(FilmVersion.id, FilmVersion.files)).all()
    for film_id, files in found:
        if files is None:
            seal_texts(folder_of(store, film_id))
            continue
        sizes = {name: _reseal_stored(store, film_id, name) for name in TEXTS & files.keys()}
        with store.transaction() as session:
            session.get_one(FilmVersion, film_id).files = files | sizes


def _reseal_stored(store: Store, film_id: str, name: str) -> int:
    with TemporaryDirectory() as folder:
        beside = Path(folder, name)
        with beside.open("wb") as target:
            fetch_as_it_lies(_storage_of(store), film_id, name, target)
        seal_file(beside)
        return _storage_of(store).put(_key(film_id, name), beside)


def size_of(store: Store, film_id: str, files: dict[str, int] | None) -> int:
    """Bytes of a film's files, also of those that are still being made in this folder."""
    if files is not None:
        return sum(files.values())
    found = folder_of(store, film_id).rglob("*")
    return sum(path.stat().st_size for path in found if path.is_file())


def has_shot(store: Store, film_id: str, index: int) -> bool:
    """Whether a painted shot lies in storage."""
    return store.storage is not None and store.storage.has(_shot_key(film_id, index))


def keep_shot(store: Store, film_id: str, index: int) -> None:
    """Carry a painted shot into storage, as one object that is whole or not there."""
    if store.storage is None:
        return
    shot = folder_of(store, film_id) / WORK / f"shot-{index}"
    if shot.is_dir():
        packed = shot.with_name(f"{shot.name}.{uuid4().hex[:8]}.zip")
        try:
            _pack(shot, packed)
            store.storage.put(_shot_key(film_id, index), packed)
        finally:
            packed.unlink(missing_ok=True)
    if _state(store, film_id) not in OPEN_STATES:  # another ended it while this was carried
        tidy(store, film_id)


def fetch_shots(store: Store, film_id: str) -> None:
    """Have the painted shots of storage in the film's folder."""
    if store.storage is None:
        return
    for key in store.storage.sizes(_shots(film_id)):
        shot = folder_of(store, film_id) / WORK / PurePosixPath(key).stem
        if not shot.is_dir():
            _unpack(store.storage, key, shot)


def whole(store: Store, film_id: str) -> Whole | None:
    """The film as it lies in storage, None while it is not whole there."""
    if store.storage is None:
        return None
    under = f"{FILMS}/{film_id}/"
    sizes = store.storage.sizes(under.rstrip("/"))
    files = {key.removeprefix(under): size for key, size in sizes.items()}
    if MANIFEST not in files:
        return None
    told = opened(b"".join(store.storage.pieces(_key(film_id, MANIFEST))))
    return Whole(json.loads(told), {name: files[name] for name in FILM_FILES & files.keys()})


def joined(store: Store, film_id: str) -> Whole:
    """The film that was joined here, carried into storage where there is one."""
    folder = folder_of(store, film_id)
    try:
        manifest = json.loads(opened((folder / MANIFEST).read_bytes()))
        return Whole(manifest, keep(store, film_id, folder))
    except FileNotFoundError:
        found = whole(store, film_id)  # by another, who put away what lay in this folder
        if found is None:
            raise
        return found


def keep(store: Store, film_id: str, folder: Path) -> dict[str, int] | None:
    """Carry a film's files from `folder` into storage, None without any; twice is as good as once.

    film.json goes last: where it lies, the others do.
    """
    if store.storage is None:
        return None
    names = sorted(path.name for path in folder.iterdir() if path.name in FILM_FILES)
    names.sort(key=lambda name: name == MANIFEST)
    return {name: store.storage.put(_key(film_id, name), folder / name) for name in names}


@contextmanager
def arriving(store: Store, film_id: str) -> Iterator[Path]:
    """A folder for a film's files that come from elsewhere: its own, or one on the way to storage.

    It is gone when that fails.
    """
    folder = folder_of(store, film_id)
    folder.mkdir(parents=True)
    is_settled = False
    try:
        yield folder
        is_settled = store.storage is None
    finally:
        if not is_settled:
            shutil.rmtree(folder, ignore_errors=True)


def tidy(store: Store, film_id: str) -> None:
    """The film is done: what it was made of goes, and all of it where nobody wants it any more."""
    if _state(store, film_id) not in WANTED:
        forget(store, [film_id])
    elif store.storage is not None:
        shutil.rmtree(folder_of(store, film_id), ignore_errors=True)
        store.storage.forget(_shots(film_id))
    else:  # what an attempt left that was killed as it joined the film
        for left in folder_of(store, film_id).glob(f"{PREFIX}*"):
            shutil.rmtree(left, ignore_errors=True)


def give_up(store: Store, film_id: str) -> None:
    """The film will not be made: its shots need no longer lie in storage."""
    if store.storage is not None and _state(store, film_id) not in WANTED:
        forget(store, [film_id])


def forget(store: Store, film_ids: Sequence[str]) -> None:
    """Throw away the files of discarded films; what storage cannot do now is swept away later."""
    for film_id in film_ids:
        shutil.rmtree(folder_of(store, film_id), ignore_errors=True)
    try:
        for film_id in film_ids if store.storage is not None else ():
            _storage_of(store).forget(f"{FILMS}/{film_id}")
    except StorageError as error:  # whoever throws away does not wait for each of them
        log.warning("%d films stay in storage for now: %s", len(film_ids), error)


def _state(store: Store, film_id: str) -> str:
    with store.transaction() as session:
        film = session.get(FilmVersion, film_id)
        return film.state if film else ""


def _storage_of(store: Store) -> Storage:
    if store.storage is None:
        raise StorageError(
            "이 영상은 저장소에 있는데 설정에 storage가 없습니다. (This film lies in object "
            "storage, which the setting `storage` no longer names.)"
        )
    return store.storage


def _key(film_id: str, name: str) -> str:
    return f"{FILMS}/{film_id}/{name}"


def _shots(film_id: str) -> str:
    """Under what the painted shots of a film lie until it is joined."""
    return f"{FILMS}/{film_id}/shots"


def _shot_key(film_id: str, index: int) -> str:
    return f"{_shots(film_id)}/shot-{index}.zip"


def _pack(shot: Path, packed: Path) -> None:
    """A shot's folder as one file; its frames are raw, and shrink to a tenth."""
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in sorted(shot.iterdir()):
            archive.write(path, path.name)


def _unpack(storage: Storage, key: str, shot: Path) -> None:
    """The shot's folder of what was packed, where it was."""
    attempt = shot.with_name(f"{shot.name}.{uuid4().hex[:8]}.part")
    attempt.mkdir(parents=True)
    try:
        packed = attempt / "packed"
        with packed.open("wb") as file:
            storage.fetch(key, file)
        with zipfile.ZipFile(packed) as archive:
            archive.extractall(attempt)
        packed.unlink()
        settle(attempt, shot)
    except FileNotFoundError:
        pass  # joining tells which shot is missing
    finally:
        shutil.rmtree(attempt, ignore_errors=True)
