"""New diary databases, migrated once in a process and copied from then on."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from mongyudo.diary.home import Home
from mongyudo.diary.store import Store


def new_sqlite(folder: Path) -> str:
    """The URL of a new diary database in `folder`, as the migrations make it."""
    (folder / "diary.sqlite").write_bytes(_migrated())
    return _url(folder)


@cache
def _migrated() -> bytes:
    with TemporaryDirectory() as name:
        url = _url(Path(name))
        store = Store(Home(Path(name), url, url))
        store.upgrade()
        store.close()
        return Path(name, "diary.sqlite").read_bytes()


def _url(folder: Path) -> str:
    return f"sqlite:///{folder}/diary.sqlite"
