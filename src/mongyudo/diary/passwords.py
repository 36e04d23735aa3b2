"""Passwords: Argon2id hashes, and few at once, since each takes 64 MiB and 0.1 s on purpose."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from mongyudo.diary.limits import TooManyError
from mongyudo.errors import InputError

LEAST_CHARS, MOST_CHARS = 10, 200
AT_ONCE = 2
PATIENCE_S = 5.0

hasher = PasswordHasher()
"""Argon2id as RFC 9106 advises for little memory: 64 MiB, 3 passes."""
_room = BoundedSemaphore(AT_ONCE)
NOBODY = (
    "$argon2id$v=19$m=65536,t=3,p=4$wbFJ8HsY9HRSNT/faW5chg"
    "$ngDbVIXmpp/URXsB5cPoOsxw8yssAMbQg4ijngCEWNI"
)
"""Verified against when there is no such name, so that both take as long: a hash of `hasher`, made
once, since to make it costs every start 0.1 s and more."""


@contextmanager
def _turn() -> Iterator[None]:
    if not _room.acquire(timeout=PATIENCE_S):
        raise TooManyError(
            "지금은 로그인이 몰려 있습니다. 잠시 뒤에 다시 해 주세요. (Many are logging in now.)",
            int(PATIENCE_S),
        )
    try:
        yield
    finally:
        _room.release()


def hashed(password: str) -> str:
    """The hash to keep; raises InputError for a password that is too short or too long."""
    if not LEAST_CHARS <= len(password) <= MOST_CHARS:
        raise InputError(
            f"비밀번호는 {LEAST_CHARS}자부터 {MOST_CHARS}자까지입니다: 지금은 "
            f"{len(password)}자입니다. (A password has {LEAST_CHARS} to {MOST_CHARS} characters.)"
        )
    with _turn():
        return hasher.hash(password)


def is_right(kept: str, password: str) -> bool:
    """Whether `password` is the one that `kept` is the hash of."""
    with _turn():
        try:
            return hasher.verify(kept, password[: MOST_CHARS + 1])
        except (Argon2Error, InvalidHashError):
            return False
