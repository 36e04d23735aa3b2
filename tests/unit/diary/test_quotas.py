"""What a dreamer of a shared diary may use."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from threading import Barrier
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.unit.web.members import Several, several

from mongyudo.diary import audit, entries, films
from mongyudo.diary.account_tables import Account
from mongyudo.diary.entries import Writing
from mongyudo.diary.quotas import (
    DAY,
    Allowance,
    DiskQuotaError,
    FilmQuotaError,
    Member,
)
from mongyudo.diary.tables import now
from mongyudo.diary.wishes import Wishes

pytestmark = pytest.mark.slow


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Several]:
    made = several(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def member(diary: Several) -> Member:
    return Member(diary.store, diary.dreamer("one"), Allowance(3, 2, 2))


def ask(diary: Several, member: Member, state: str = "done") -> str:
    """Ask for a film as the diary does; its id."""
    with diary.store.transaction() as session:
        member.may_film(session)
        entry = entries.write(session, member.dreamer_id, Writing("꿈", date(2026, 11, 29)))
        film = films.ask(session, entry, Wishes())
        film.state = state
    return film.id


def test_films_a_day_are_counted_also_when_they_are_thrown_away(
    diary: Several, member: Member
) -> None:
    for _ in range(3):
        ask(diary, member)
    with diary.store.transaction() as session:
        for entry in entries.entries(session, member.dreamer_id, entries.Filter()):
            session.delete(entry)
    assert member.use().is_full
    with pytest.raises(FilmQuotaError, match="영상 3편") as told:
        ask(diary, member)
    assert DAY.total_seconds() - 60 < told.value.retry_after_s <= DAY.total_seconds() + 1
    with diary.store.transaction() as session:
        audit.recent(session)[-1].at = now() - DAY - timedelta(seconds=1)
    ask(diary, member)


def test_films_at_once_are_limited(diary: Several, member: Member) -> None:
    first, _ = (ask(diary, member, "queued") for _ in range(2))
    with pytest.raises(FilmQuotaError, match="2편"):
        ask(diary, member)
    assert member.use().films_today == 2  # what was not asked for is not counted
    films.end(diary.store, first, "failed")
    ask(diary, member)


def test_many_requests_at_once_are_counted_one_after_the_other(
    diary: Several, member: Member
) -> None:
    begun = Barrier(8)

    def asked(_: int) -> bool:
        begun.wait()
        try:
            ask(diary, member)
        except FilmQuotaError:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(asked, range(8))) == 3


def test_a_full_disk_stops_films_first_and_words_a_little_later(
    diary: Several, member: Member
) -> None:
    diary.filmed(member.dreamer_id, "꿈")
    member.check_room(1_000_000)
    diary.filmed(member.dreamer_id, "꿈")
    with pytest.raises(DiskQuotaError, match="한도 2 MB"):
        ask(diary, member)
    member.check_room(10)
    with pytest.raises(DiskQuotaError):
        member.check_room(500_000)


def test_one_dreamer_s_films_are_not_another_s(diary: Several, member: Member) -> None:
    other = Member(diary.store, diary.dreamer("two"), member.usual)
    for _ in range(3):
        ask(diary, other)
    diary.filmed(other.dreamer_id, "꿈")
    use = member.use()
    assert (use.films_today, use.films_under_way, use.disk_mb) == (0, 0, 0)
    ask(diary, member)


def test_an_account_s_own_quota_stands_above_the_usual(diary: Several, member: Member) -> None:
    with diary.store.transaction() as session:
        session.get_one(Account, member.dreamer_id).films_a_day = 0
    assert member.use().allowed == Allowance(0, 2, 2)
    with pytest.raises(FilmQuotaError):
        ask(diary, member)


def test_the_page_keeps_the_dream_whose_film_is_one_too_many(
    diary: Several, member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mongyudo.diary.jobs.index", lambda _: None)  # no workers run here
    with diary.store.transaction() as session:
        session.get_one(Account, member.dreamer_id).films_a_day = 0
    cookie = diary.cookie(member.dreamer_id)
    diary.ask("POST", "/welcome", cookie)
    form = {"text": "호랑이를 탔다.", "dreamed_on": "2026-11-29", "then": "film"}
    kept = diary.ask("POST", "/write", cookie, data=form)
    assert kept.status_code == 303
    shown = diary.ask("GET", kept.headers["location"], cookie).text
    assert "호랑이를 탔다." in shown
    assert "오늘 만들 수 있는 영상을 다 만들었습니다" in shown
    told = {"writing": {"text": "꿈", "dreamed_on": "2026-11-29"}, "film": {}}
    answer = diary.ask("POST", "/api/v1/entries", cookie, json=told)
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0


def test_an_import_that_does_not_fit_unpacked_is_refused(diary: Several, member: Member) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("diary.json", bytes(12_000_000))  # the room is 10 MB
    assert packed.tell() < 1_000_000
    files = {"file": ("diary.zip", packed.getvalue())}
    answer = diary.ask("POST", "/import", diary.cookie(member.dreamer_id), files=files)
    assert answer.status_code == 507
