"""The object storage between a rented GPU and this machine: one object a shot, under signed names.

The worker is given an address that takes the video and no credentials; this machine fetches it
with its own. What lies there is not lost when RunPod forgets the job, or this process is killed.
"""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from mongyudo.errors import ProviderError

if TYPE_CHECKING:
    from obstore.store import ObjectStore

UNDER = "rented"
"""Objects are named `rented/<task>.mp4`: beside the films of a diary, never among them."""
LINK_LASTS = timedelta(hours=6)
"""How long a worker may take until it stores the video: longer than a job may wait and run."""
SIGNING = ("s3://", "gs://", "az://")
CLIENT = {"connect_timeout": "10s", "timeout": "900s", "allow_http": True}


class Shelf:
    """Objects under one URL that can be signed for."""

    def __init__(self, store: "ObjectStore") -> None:
        self._store: Any = store

    def put_url(self, task: str) -> str:
        """An address that takes the video of `task`, for LINK_LASTS."""
        from obstore import sign

        return sign(self._store, "PUT", _key(task), LINK_LASTS)

    def has(self, task: str) -> bool:
        """Whether the video of `task` lies there."""
        from obstore.exceptions import BaseError

        try:
            self._store.head(_key(task))
        except FileNotFoundError:
            return False
        except BaseError as error:
            raise _away(error) from error
        return True

    def fetch(self, task: str) -> bytes | None:
        """The video of `task`, None where there is none (yet)."""
        from obstore.exceptions import BaseError

        try:
            return bytes(self._store.get(_key(task)).bytes())
        except FileNotFoundError:
            return None
        except BaseError as error:
            raise _away(error) from error

    def forget(self, task: str) -> None:
        """Throw the video of `task` away; nothing happens where there is none."""
        from obstore.exceptions import BaseError

        try:
            self._store.delete(_key(task))
        except FileNotFoundError:
            return
        except BaseError as error:
            raise _away(error) from error


def _away(error: Exception) -> ProviderError:
    told = str(error).partition("\n")[0][:200]
    return ProviderError(
        f"the object storage does not answer: {told}. Check `storage` and its credentials, then "
        "film again: what is stored there is not paid for again"
    )


def _key(task: str) -> str:
    return f"{UNDER}/{task}.mp4"


def shelf_from(url: str) -> Shelf | None:
    """The shelf at the address of an object storage, None where nothing there can be signed for."""
    if not url.startswith(SIGNING):
        return None
    from obstore.exceptions import BaseError
    from obstore.store import from_url

    options: Any = {"client_options": CLIENT}
    try:
        return Shelf(from_url(url, **options))
    except (BaseError, ValueError) as error:
        told = str(error).partition("\n")[0][:200]
        raise ProviderError(f"storage = {url[:100]!r} cannot be used: {told}") from error
