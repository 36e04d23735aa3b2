"""What each dreamer of a shared diary may use: films a day, films at once, room on the disk."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from mongyudo.diary import audit, files, films
from mongyudo.diary.account_tables import Account
from mongyudo.diary.limits import TooManyError, waiting
from mongyudo.diary.store import Store
from mongyudo.diary.tables import Dreamer, Entry, FilmVersion, now
from mongyudo.errors import MongyudoError

FILM = "film"
DAY = timedelta(days=1)
MB = 1_000_000
WORDS_SHARE = 1.1
"""Of the room on the disk: up to here words are still taken in."""
OPEN_RETRY_S = 30


class FilmQuotaError(TooManyError):
    """The dreamer's films of the day, or those under way, are as many as may be."""


class DiskQuotaError(MongyudoError):
    """The dreamer's films take all the room that they may."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a dreamer may use; a day is the last 24 hours, a megabyte a million bytes."""

    films_a_day: int
    films_at_once: int
    disk_mb: int

    def of(self, account: Account) -> "Allowance":
        """The account's own, where it has one."""
        own = account.films_a_day, account.films_at_once, account.disk_mb
        usual = self.films_a_day, self.films_at_once, self.disk_mb
        return Allowance(*(u if o is None else o for o, u in zip(own, usual, strict=True)))


@dataclass(frozen=True, slots=True)
class Use:
    """What a dreamer uses of their allowance."""

    films_today: int
    films_under_way: int
    disk_mb: float
    allowed: Allowance

    @property
    def is_full(self) -> bool:
        """Whether no film can be asked for now."""
        return (
            self.films_today >= self.allowed.films_a_day
            or self.films_under_way >= self.allowed.films_at_once
            or self.disk_mb >= self.allowed.disk_mb
        )


@dataclass(frozen=True, slots=True)
class Member:
    """A dreamer of a shared diary, whose use is limited and written down."""

    store: Store
    dreamer_id: str
    usual: Allowance
    address: str = ""

    def use(self) -> Use:
        """What they use now."""
        with self.store.transaction() as session:
            return self._use(session)

    def check_room(self, more_bytes: int) -> None:
        """Raise DiskQuotaError when so much more does not fit.

        Words are let in for a while after films are not: a dream is small, and gone by noon.
        """
        use = self.use()
        room_mb = use.allowed.disk_mb * WORDS_SHARE
        if use.disk_mb + more_bytes / MB > room_mb:
            raise _disk_full(use)

    def may_film(self, session: Session) -> None:
        """Count one more film of theirs; raises FilmQuotaError or DiskQuotaError."""
        self._take_turn(session)
        use = self._use(session)
        if use.films_today >= use.allowed.films_a_day:
            asked = audit.moments(session, FILM, DAY, dreamer_id=self.dreamer_id)
            one_ends = asked[-use.allowed.films_a_day] if use.allowed.films_a_day else now()
            wait_s = int((one_ends + DAY - now()).total_seconds()) + 1
            raise FilmQuotaError(_day_told(use, wait_s), wait_s)
        if use.films_under_way >= use.allowed.films_at_once:
            raise FilmQuotaError(_open_told(use), OPEN_RETRY_S)
        if use.disk_mb >= use.allowed.disk_mb:
            raise _disk_full(use)
        audit.record(session, FILM, dreamer_id=self.dreamer_id, address=self.address)

    def _take_turn(self, session: Session) -> None:
        """Hold the dreamer's row: two requests at once are counted one after the other."""
        same = update(Dreamer).where(Dreamer.id == self.dreamer_id)
        session.execute(same.values(name=Dreamer.name))

    def _use(self, session: Session) -> Use:
        theirs = Entry.dreamer_id == self.dreamer_id
        theirs_made = session.execute(
            select(FilmVersion.id, FilmVersion.files, FilmVersion.state).join(Entry).where(theirs)
        ).all()
        letters = session.scalar(select(func.sum(func.length(Entry.text))).where(theirs)) or 0
        stored = sum(files.size_of(self.store, f.id, f.files) for f in theirs_made) + 3 * letters
        return Use(
            films_today=len(audit.moments(session, FILM, DAY, dreamer_id=self.dreamer_id)),
            films_under_way=sum(film.state in films.OPEN_STATES for film in theirs_made),
            disk_mb=round(stored / MB, 1),
            allowed=self.usual.of(session.get_one(Account, self.dreamer_id)),
        )


def _disk_full(use: Use) -> DiskQuotaError:
    return DiskQuotaError(
        f"자리가 다 찼습니다: {use.disk_mb:,.0f} MB (한도 {use.allowed.disk_mb:,} MB). 영상을 "
        "내려받고 옛 꿈을 버리거나, 운영자에게 자리를 더 부탁해 주세요. (Your room is full.)"
    )


def _day_told(use: Use, wait_s: int) -> str:
    hours = f"{wait_s // 3600}시간 " if wait_s >= 3600 else ""
    return (
        f"하루에 만들 수 있는 영상 {use.allowed.films_a_day}편을 다 만들었습니다. 꿈은 담을 수 "
        f"있고, 영상은 {hours}{waiting(wait_s % 3600)} 뒤에 다시 만들 수 있습니다. "
        f"(All {use.allowed.films_a_day} films of the day are made.)"
    )


def _open_told(use: Use) -> str:
    return (
        f"지금 만들고 있는 영상이 {use.films_under_way}편입니다"
        f"(한도 {use.allowed.films_at_once}편). "
        "하나가 끝나면 다시 만들 수 있습니다. (Wait until a film under way is done.)"
    )
