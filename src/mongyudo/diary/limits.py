"""What is too much: attempts to log in, sign-ups, changes a minute."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy.orm import Session

from mongyudo.diary import audit
from mongyudo.diary.tables import now
from mongyudo.errors import MongyudoError

FAILED = "login-failed"
TRIED_SIGN_UP = "sign-up-tried"


class TooManyError(MongyudoError):
    """Something was asked for too often; `retry_after_s` tells when it may be asked again."""

    def __init__(self, told: str, retry_after_s: int) -> None:
        super().__init__(told)
        self.retry_after_s = max(1, retry_after_s)


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `most` within `within`."""

    most: int
    within: timedelta

    def check(self, done: Sequence[datetime]) -> None:
        """Raise TooManyError when the moments `done`, oldest first, are too many for one more."""
        if len(done) < self.most:
            return
        wait_s = ceil((done[-self.most] + self.within - now()).total_seconds())
        raise TooManyError(
            f"너무 자주 하셨습니다(한도 {self.most}번). {waiting(wait_s)} 뒤에 다시 해 주세요. "
            f"(Too often; please wait {wait_s} seconds.)",
            wait_s,
        )


def waiting(seconds: int) -> str:
    """A time to wait as people say it."""
    return f"{ceil(seconds / 60)}분" if seconds > 60 else f"{max(1, seconds)}초"


QUARTER = timedelta(minutes=15)
FAILED_AS = Rate(10, QUARTER)
"""Wrong passwords for one name from one address."""
FAILED_FROM = Rate(50, QUARTER)
"""Wrong passwords from one address, for any names."""
FAILED_FOR = Rate(200, QUARTER)
"""Wrong passwords for one name from anywhere: high, since it keeps the dreamer out, too."""
SIGN_UPS = Rate(20, timedelta(hours=1))
"""Attempts to sign up from one address."""
MINUTE = timedelta(minutes=1)


def check_login(session: Session, name: str, address: str) -> None:
    """Raise TooManyError when too many wrong passwords came for the name or from there."""
    named, where = audit.name_hash(name), audit.household(address)
    for rate, asked in (
        (FAILED_AS, {"about": named, "address": where}),
        (FAILED_FROM, {"address": where}),
        (FAILED_FOR, {"about": named}),
    ):
        rate.check(audit.moments(session, FAILED, rate.within, **asked))


def check_sign_up(session: Session, address: str) -> None:
    """Raise TooManyError when too many tried to sign up from there."""
    where = audit.household(address)
    SIGN_UPS.check(audit.moments(session, TRIED_SIGN_UP, SIGN_UPS.within, address=where))


def check_changes(session: Session, dreamer_id: str, most: int) -> None:
    """Raise TooManyError when the dreamer changed something `most` times within a minute.

    Whatever is changed counts: dreams written, films asked for, links made.
    """
    Rate(most, MINUTE).check(audit.moments(session, None, MINUTE, dreamer_id=dreamer_id))
