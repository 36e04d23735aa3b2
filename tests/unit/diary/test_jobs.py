"""What the stages of a film leave behind when they run twice, or too late."""

import time
from datetime import date

import pytest
from sqlalchemy.exc import NoResultFound

from mongyudo.diary import entries, films, jobs, workers
from mongyudo.diary.entries import Writing
from mongyudo.diary.reader import Reader
from mongyudo.diary.store import Store
from mongyudo.diary.tables import FilmVersion, Worker
from mongyudo.diary.values import from_json
from mongyudo.diary.wishes import Wishes
from mongyudo.records import Reason, Verdict


@pytest.fixture
def film_id(store: Store, monkeypatch: pytest.MonkeyPatch) -> str:
    """A film that is joined, and whose end is to be written down."""
    monkeypatch.setattr(jobs, "_bench", jobs.Bench(store, Reader(), None))
    with store.transaction() as session:
        whose = entries.single_dreamer(session).id
        entry = entries.write(session, whose, Writing("꿈", date(2026, 11, 29)))
        asked = films.ask(session, entry, Wishes()).id
    folder = films.folder_of(store, asked)
    folder.mkdir(parents=True)
    (folder / "film.json").write_text("{}", encoding="utf-8")
    return asked


def test_a_film_that_two_workers_end_stays(store: Store, film_id: str) -> None:
    """The second finds it done, by another or by itself before the answer was lost."""
    jobs._finish(film_id)
    jobs._finish(film_id)
    with store.transaction() as session:
        assert session.get_one(FilmVersion, film_id).state == "done"
    assert (films.folder_of(store, film_id) / "film.json").exists()


def test_a_film_that_is_refused_for_a_frame_says_so(store: Store, film_id: str) -> None:
    """What fails it afterwards changes nothing."""
    reason = Reason("sexual", "장면 1", 0, 0, "frames")
    films.refuse(store, film_id, reason)
    films.end(store, film_id, "failed", "a fault")
    with store.transaction() as session:
        film = session.get_one(FilmVersion, film_id)
        assert film.state == "refused"
        assert "일기는 저장되었습니다" in film.fault
        assert from_json(Verdict, film.verdict) == Verdict("refuse", (reason,))


def test_a_film_that_was_cancelled_leaves_no_files(store: Store, film_id: str) -> None:
    """What was made of it meanwhile goes."""
    films.end(store, film_id, "cancelled")
    jobs._finish(film_id)
    assert not films.folder_of(store, film_id).exists()


@pytest.mark.slow
def test_a_heart_beats_on_whatever_its_looks_meet(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A film that was thrown away between two looks: others must not take this worker for dead."""

    def meets_nothing(_: workers.Watch) -> list[str]:
        raise NoResultFound

    monkeypatch.setattr(workers.Watch, "look", meets_nothing)
    monkeypatch.setattr(workers, "BEAT_S", 0.01)
    watch = workers.Watch(store, "me", ("film",), set(), version="1", silence_s=1)
    heart = workers.Heart(watch, str, 30)
    heart.start()
    end = time.monotonic() + 10
    beats = 0
    while beats < 3 and time.monotonic() < end:
        with store.transaction() as session:
            row = session.get(Worker, "me")
            beats = row.beats if row else 0
    heart.end()
    assert beats >= 3


def test_a_film_ends_after_many_deaths_over_one_stage_only(store: Store, film_id: str) -> None:
    """Whoever was killed over it before a stage was done is forgotten."""
    for _ in range(workers.MOST_DEATHS - 1):
        assert not workers.mourn(store, [film_id])
    films.advance(store, film_id)
    for _ in range(workers.MOST_DEATHS - 1):
        assert not workers.mourn(store, [film_id])
    assert workers.mourn(store, [film_id]) == [film_id]
    with store.transaction() as session:
        assert session.get_one(FilmVersion, film_id).state == "failed"
