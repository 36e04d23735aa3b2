"""Answers that were paid for are kept, so that the same dream is not sent twice.

A file's name is a keyed hash of what was sent, so it tells nothing; the file holds the answer, with
signs in place of names, and is for its owner alone. What is older than KEPT_DAYS goes.
"""

import os
import secrets
import time
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from mongyudo.chat import Server

T = TypeVar("T", bound=BaseModel)

KEPT_DAYS = 30
KEY_BYTES = 32
_KEY = "key"


class Cache:
    """The place of the answer to one question, under `folder` (None: nothing is kept)."""

    def __init__(self, folder: Path | None, server: Server, task: str, text: str) -> None:
        self._path = None
        if folder is not None:
            asked = "\0".join((server.url, server.model, task, text)).encode()
            name = blake2b(asked, key=_key(folder), digest_size=20).hexdigest()
            self._path = folder / f"{name}.json"

    def find(self, kind: type[T]) -> T | None:
        """The answer, if it is there and younger than KEPT_DAYS."""
        if self._path is None:
            return None
        try:
            if _is_old(self._path):
                return None
            return kind.model_validate_json(self._path.read_bytes())
        except (OSError, ValidationError):
            return None

    def keep(self, value: BaseModel) -> None:
        """Keep an answer, and forget old ones."""
        if self._path is None:
            return
        for path in self._path.parent.glob("*.json"):
            if _is_old(path):
                path.unlink(missing_ok=True)
        _write(self._path, value.model_dump_json().encode())


def _is_old(path: Path) -> bool:
    return time.time() - path.stat().st_mtime > KEPT_DAYS * 24 * 3600


def _key(folder: Path) -> bytes:
    """The folder's own key, made at first; without it nobody can tell which dream has a file."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / _KEY
    if not path.exists():
        _write(path, secrets.token_bytes(KEY_BYTES))
    return path.read_bytes()


def _write(path: Path, data: bytes) -> None:
    """`data` as a file for its owner alone, whole or not at all."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
    part.replace(path)
