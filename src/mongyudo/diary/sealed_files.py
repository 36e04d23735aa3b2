"""Files that hold words of a dream, sealed where they lie as the settings say.

Of a finished film these are film.json and the captions; while it is made, what is kept of a shot.
"""

from pathlib import Path

from mongyudo.diary.sealing import SEALED, no_key, sealer
from mongyudo.film.assemble import CAPTIONS
from mongyudo.film.folder import MANIFEST

TEXTS = frozenset({MANIFEST, CAPTIONS})
"""The names of a film's files that hold words."""


def seal_file(path: Path) -> None:
    """Have a text file lie as the settings say, whether it is sealed now or not.

    Another takes its place at once: nobody ever finds half a file.
    """
    by = sealer()
    if by is None:
        return
    kept = by.seal(opened(path.read_bytes()).decode())
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(kept, encoding="utf-8")
    beside.replace(path)


def seal_texts(folder: Path) -> None:
    """Have the texts among a film's files lie as the settings say."""
    for name in TEXTS:
        if (folder / name).is_file():
            seal_file(folder / name)


def opened(kept: bytes) -> bytes:
    """What a text file says, however it lies; raises SealError without its key."""
    by = sealer()
    if not kept.startswith(SEALED.encode()):
        return kept
    if by is None:
        raise no_key()
    return by.open(kept.decode()).encode()
