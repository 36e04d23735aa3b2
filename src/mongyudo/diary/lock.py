"""One diary server for one folder: two would take up each other's work."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mongyudo.errors import UsageError


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, which a killed process gives back; UsageError when it is held."""
    with (folder / "serve.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise UsageError(
                f"이 일기장은 이미 열려 있습니다 ({folder} is already served). "
                "Close that one first, or set MONGYUDO_HOME to another folder."
            ) from error
        yield
