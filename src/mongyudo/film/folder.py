"""A film's folder: everything is made under a temporary name and moved in at the end."""

import errno
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mongyudo.errors import FilmError

MANIFEST = "film.json"
PREFIX = ".mongyudo-"
"""How the names of temporary folders begin."""


@contextmanager
def workshop(folder: Path) -> Iterator[Path]:
    """A temporary folder inside `folder`, gone afterwards, whatever happens.

    Raises FilmError when `folder` cannot be made or written into.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        bench = Path(tempfile.mkdtemp(prefix=PREFIX, suffix=".part", dir=folder))
    except OSError as error:
        raise FilmError(
            f"{folder} 폴더에 쓸 수 없습니다. -o로 다른 폴더를 골라 주세요. "
            f"(Cannot write into it: {error.strerror}. Choose another folder with -o.)"
        ) from error
    try:
        yield bench
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise FilmError(
            f"{folder} 폴더의 디스크가 가득 찼습니다. 자리를 비우거나 -o로 다른 폴더를 골라 "
            "주세요. (No space left on its disk: free some, or choose another folder with -o.)"
        ) from error
    finally:
        shutil.rmtree(bench, ignore_errors=True)


def move_in(bench: Path, folder: Path, names: Iterable[str]) -> None:
    """Move finished files from the workshop to their final names, each in one step."""
    for name in names:
        (bench / name).replace(folder / name)


def write_manifest(bench: Path, manifest: dict[str, Any]) -> str:
    """Write film.json into the workshop; its name."""
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    (bench / MANIFEST).write_text(text + "\n", encoding="utf-8")
    return MANIFEST


def free_folder(wished: Path) -> Path:
    """`wished`, or the first of wished-2, wished-3 ... that does not exist yet."""
    number, folder = 1, wished
    while folder.exists():
        number += 1
        folder = wished.with_name(f"{wished.name}-{number}")
    return folder
