"""Films are counted from 1 without a gap, and made for those alone who agreed to it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest

from mongyudo.diary import entries, files, films, jobs
from mongyudo.diary.diary import Diary
from mongyudo.diary.entries import Writing
from mongyudo.diary.films import ConsentError
from mongyudo.diary.reader import Reader
from mongyudo.diary.store import Store
from mongyudo.diary.wishes import Wishes

TOGETHER = 6
DREAM = Writing("호랑이가 마당에 있었다.", date(2026, 11, 29))


def an_entry(store: Store) -> tuple[str, str]:
    """The ids of a dreamer and of an entry."""
    with store.transaction() as session:
        dreamer_id = entries.single_dreamer(session).id
        return dreamer_id, entries.write(session, dreamer_id, DREAM).id


def test_films_asked_for_at_the_same_moment_are_counted_one_after_the_other(store: Store) -> None:
    dreamer_id, entry_id = an_entry(store)
    ready = Barrier(TOGETHER)

    def ask() -> int:
        with store.transaction() as session:
            entry = entries.entry_of(session, dreamer_id, entry_id)
            assert len(entry.films) < TOGETHER  # everyone has looked before anyone asks
            ready.wait(10)
            return films.ask(session, entry, Wishes()).number

    with ThreadPoolExecutor(TOGETHER) as pool:
        numbers = [asked.result() for asked in [pool.submit(ask) for _ in range(TOGETHER)]]
    assert sorted(numbers) == list(range(1, TOGETHER + 1))


def test_a_dreamer_who_has_not_agreed_gets_no_film_and_keeps_the_dream(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(jobs, "enqueue", asked.append)
    monkeypatch.setattr(jobs, "index", lambda _: None)
    dreamer_id, entry_id = an_entry(store)
    diary = Diary(store, Reader(), dreamer_id)
    with pytest.raises(ConsentError, match="동의"):
        diary.ask_film(entry_id, Wishes())
    with pytest.raises(ConsentError):
        diary.put_film(entry_id, "1" * 32, Wishes())
    assert diary.entry(entry_id).films == ()
    diary.consent()
    film = diary.ask_film(entry_id, Wishes())
    assert asked == [film.id]


def test_what_a_killed_attempt_left_goes_when_the_film_is_done(store: Store) -> None:
    """kill -9 while a film is joined leaves its workshop behind."""
    with store.transaction() as session:
        writing = entries.Writing("꿈을 꾸었다.", date(2026, 11, 30))
        entry = entries.write(session, entries.single_dreamer(session).id, writing)
        film_id = films.ask(session, entry, Wishes()).id
    folder = store.home.films / film_id
    (folder / ".mongyudo-killed.part").mkdir(parents=True)
    (folder / "film.mp4").write_bytes(b"film")
    films.end(store, film_id, "done")
    files.tidy(store, film_id)
    assert [path.name for path in folder.iterdir()] == ["film.mp4"]
