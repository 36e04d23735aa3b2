"""Object storage that web processes and workers of different machines share (extra `storage`).

Objects are named `films/<id of the film>/<file>`, and painted shots that wait to be joined
`films/<id>/shots/shot-<n>.zip`: ids and numbers, never a word of a dream.
"""

import mimetypes
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mongyudo.errors import MongyudoError, SettingsError

if TYPE_CHECKING:
    from obstore.store import ObjectStore

FILMS = "films"
SCHEMES = ("s3", "gs", "az", "file")
LINK_LASTS = timedelta(minutes=15)
"""How long a signed address of a film plays: longer than anybody looks at half a minute."""
PIECE_BYTES = 1_000_000
"""So much is fetched at once for whoever reads through the diary."""
CLIENT = {"connect_timeout": "5s", "timeout": "900s", "allow_http": True}
"""An endpoint with http:// is the operator's own choice."""
RETRIES = {"max_retries": 2, "retry_timeout": timedelta(seconds=30)}


class StorageError(MongyudoError):
    """The object storage does not answer, or refuses what is asked of it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the storage says of an object."""

    size_bytes: int
    etag: str
    changed_at: datetime


class Storage:
    """The objects under one URL."""

    def __init__(self, store: "ObjectStore") -> None:
        self._store = store

    def put(self, key: str, source: Path) -> int:
        """Keep a file as one object, whole or not at all; its bytes."""
        from obstore.store import LocalStore

        kind = mimetypes.guess_type(source.name)[0] or "application/octet-stream"
        told: Any = {} if isinstance(self._store, LocalStore) else {"Content-Type": kind}
        size = source.stat().st_size
        with _writing():  # in one piece: of one that breaks off in parts, parts would stay
            self._store.put(key, source, attributes=told, use_multipart=False)
        return size

    def has(self, key: str) -> bool:
        """Whether there is such an object."""
        with suppress(FileNotFoundError), _answering():
            self._store.head(key)
            return True
        return False

    def told(self, key: str) -> Told:
        """What is known of an object; raises FileNotFoundError where there is none."""
        with _answering():
            meta = self._store.head(key)
        return Told(meta["size"], meta["e_tag"] or "", meta["last_modified"])

    def pieces(self, key: str) -> Iterator[bytes]:
        """An object from its beginning; raises FileNotFoundError where there is none."""
        with _answering():
            for piece in self._store.get(key).stream(min_chunk_size=PIECE_BYTES):
                yield bytes(piece)

    async def span(self, key: str, begin: int, end: int, etag: str) -> AsyncIterator[bytes]:
        """Bytes `begin` to `end` (not included) of the object that has this etag.

        Each piece is asked for when the one before it is taken, so slow readers hold nothing.
        """
        for at in range(begin, end, PIECE_BYTES):
            options: Any = {"range": (at, min(at + PIECE_BYTES, end))}
            if etag:
                options["if_match"] = etag
            with _answering():
                answer = await self._store.get_async(key, options=options)
                piece = await answer.bytes_async()
            yield bytes(piece)

    def fetch(self, key: str, target: IO[bytes]) -> None:
        """Write an object into `target`; raises FileNotFoundError where there is none."""
        for piece in self.pieces(key):
            target.write(piece)

    def sizes(self, under: str) -> dict[str, int]:
        """The objects whose keys begin with `under`/, and their bytes."""
        with _answering():
            return {each["path"]: each["size"] for page in self._store.list(f"{under}/")
                    for each in page}  # fmt: skip

    def forget(self, under: str) -> None:
        """Throw away every object whose key begins with `under`/."""
        keys = list(self.sizes(under))
        with suppress(FileNotFoundError), _answering():  # another is throwing them away as well
            if keys:
                self._store.delete(keys)

    def link(self, key: str) -> str:
        """An address at which anybody can read the object for LINK_LASTS; "" for none."""
        from obstore import sign
        from obstore.store import AzureStore, GCSStore, S3Store

        if not isinstance(self._store, S3Store | GCSStore | AzureStore):
            return ""
        with _answering():
            return sign(self._store, "GET", key, LINK_LASTS)

    def origin(self) -> str:
        """Scheme and host of `link`s; "" where there are none."""
        scheme, host, *_ = urlsplit(self.link(FILMS))
        return f"{scheme}://{host}" if host else ""

    def try_out(self) -> None:
        """Keep, read and throw away an object; raises StorageError where any of it fails."""
        key = f"{FILMS}/try-out"
        with _writing():
            self._store.put(key, b"mongyudo")
            self._store.get(key)
            self._store.delete(key)

    def fault(self) -> str:
        """Why nothing can be read here, and what would help; "" when it can."""
        try:
            with _writing():
                next(iter(self._store.list(f"{FILMS}/", chunk_size=1)), None)
        except StorageError as error:
            return str(error)
        return ""


def storage_from(url: str) -> Storage | None:
    """The storage at `url`, None for ""; raises SettingsError for one that cannot be."""
    if not url:
        return None
    scheme, _, rest = url.partition("://")
    if scheme not in SCHEMES or not rest:
        raise SettingsError(
            f"storage = {url[:200]!r} is no address of an object storage. "
            f"Example: s3://bucket/mongyudo (known: {', '.join(SCHEMES)}); "
            "leave it empty for the folder `home`."
        )
    try:
        from obstore.exceptions import BaseError
        from obstore.store import LocalStore, from_url
    except ImportError as error:
        raise SettingsError(
            "storage is set, but obstore is not installed. "
            "Run ./mongyudo setup storage, or pip install 'mongyudo[storage]'."
        ) from error
    options: Any = {"client_options": CLIENT, "retry_config": RETRIES}
    try:
        if scheme == "file":
            return Storage(LocalStore(f"/{rest.lstrip('/')}", mkdir=True, automatic_cleanup=True))
        return Storage(from_url(url, **options))
    except (BaseError, ValueError) as error:
        raise SettingsError(
            f"storage = {url[:200]!r} cannot be used: {_first_line(error)}"
        ) from error


@contextmanager
def _answering() -> Iterator[None]:
    """Raise StorageError, with what would help, where the storage does not do as it is asked.

    A missing object stays what it is, a FileNotFoundError.
    """
    from obstore.exceptions import BaseError, PermissionDeniedError, UnauthenticatedError

    try:
        yield
    except (PermissionDeniedError, UnauthenticatedError) as error:
        raise StorageError(
            f"the storage refuses: {_first_line(error)}. Check its credentials (for S3 "
            "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY) and what they may do"
        ) from error
    except BaseError as error:
        raise StorageError(
            f"the storage does not answer: {_first_line(error)}. Check `storage`, its endpoint "
            "and region (for S3 AWS_ENDPOINT and AWS_REGION) and its credentials"
        ) from error


@contextmanager
def _writing() -> Iterator[None]:
    """As `_answering`, where a thing that is missing can only be the bucket."""
    try:
        with _answering():
            yield
    except FileNotFoundError as error:
        raise StorageError(
            f"the storage has no such bucket: {_first_line(error)}. Make it, or mend `storage`"
        ) from error


def _first_line(error: Exception) -> str:
    """What happened, without the many lines of how obstore was built."""
    return str(error).partition("\n")[0].rstrip(".")[:300]
