"""Entries, drafts and the search, on a real database file."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from mongyudo.diary import entries, films
from mongyudo.diary.entries import Filter, Writing
from mongyudo.diary.search import Word, jamo_of, stems_of
from mongyudo.diary.store import Store
from mongyudo.diary.tables import Dreamer, FilmVersion, Table
from mongyudo.diary.views import film_view
from mongyudo.diary.wishes import Wishes
from mongyudo.errors import InputError, UsageError
from mongyudo.reading.korean import analyse

DAY = date(2026, 11, 29)


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    with store.transaction() as opened:
        yield opened


def kept(
    session: Session, dream: str, *, dreamer: Dreamer | None = None, day: date = DAY, **more: Any
) -> entries.Entry:
    whose = dreamer or entries.single_dreamer(session)
    writing = Writing(dream, day, **more)
    entry = entries.write(session, whose.id, writing)
    entry.stems = stems_of(analyse(entries.searched(entry)))
    return entry


def test_how_long_each_stage_took_is_told(store: Store) -> None:
    with store.transaction() as session:
        film_id = films.ask(session, kept(session, "꿈"), Wishes()).id
        assert film_view(session.get_one(FilmVersion, film_id)).stages_s == {}
    films.move_on(store, film_id, "reading")
    films.move_on(store, film_id, "painting")
    first = began_painting(store, film_id)
    films.move_on(store, film_id, "painting", 0.5)
    assert began_painting(store, film_id) == first
    films.move_on(store, film_id, "joining")
    films.end(store, film_id, "done")
    with store.transaction() as session:
        told = film_view(session.get_one(FilmVersion, film_id)).stages_s
    assert list(told) == ["queued", "reading", "painting", "joining"]
    assert all(seconds >= 0 for seconds in told.values())


def began_painting(store: Store, film_id: str) -> datetime | None:
    with store.transaction() as session:
        return session.get_one(FilmVersion, film_id).painting_at


def test_migrations_make_the_tables_that_the_code_reads(store: Store) -> None:
    made = inspect(store.engine)
    for table in Table.metadata.sorted_tables:
        assert {c["name"] for c in made.get_columns(table.name)} == set(table.columns.keys())


def test_the_database_survives_a_power_cut(store: Store) -> None:
    with store.engine.connect() as connection:
        if store.home.is_shared:
            assert connection.scalar(text("SHOW synchronous_commit")) == "on"
            return
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA synchronous")) == 2  # FULL


def test_what_is_written_is_found_again_newest_first(session: Session) -> None:
    old = kept(session, "바다에 갔다.", day=date(2026, 11, 1))
    new = kept(session, "산에 갔다.")
    whose = entries.single_dreamer(session).id
    assert [e.id for e in entries.entries(session, whose, Filter())] == [new.id, old.id]


@pytest.mark.parametrize(
    ("query", "dream"),
    [
        ("달리다", "캄캄한 복도를 달렸다."),  # by stem
        ("달렸다", "캄캄한 복도를 달리고 있었다."),
        ("호ㄹ", "호랑이가 나왔다."),  # half-written
        ("랑이", "호랑이가 나왔다."),
        ("호 랑이", "호랑이가 나왔다."),
        ("cctv", "CCTV를 돌려 봤다."),
    ],
)
def test_the_search_finds(session: Session, query: str, dream: str) -> None:
    wanted = kept(session, dream)
    kept(session, "조용한 바닷가에 앉아 있었다.")
    words = tuple(Word(stems_of(analyse(word)), jamo_of(word)) for word in query.split())
    found = entries.entries(session, entries.single_dreamer(session).id, Filter(words))
    assert [e.id for e in found] == [wanted.id]


def test_a_percent_sign_is_a_letter_like_any_other(session: Session) -> None:
    kept(session, "시험에서 떨어졌다.")
    found = entries.entries(
        session, entries.single_dreamer(session).id, Filter((Word(" % ", "%"),))
    )
    assert not found


def test_filters_narrow_down(session: Session) -> None:
    one = kept(session, "뱀이 나왔다.", tags=("태몽", "할머니"), felt="공포")
    kept(session, "꽃이 피었다.", tags=("태몽꿈",), felt="행복")
    whose = entries.single_dreamer(session).id
    for wanted in (Filter(tag="태몽"), Filter(emotion="공포")):
        assert [e.id for e in entries.entries(session, whose, wanted)] == [one.id]
        assert entries.count(session, whose, wanted) == 1


def test_another_s_entry_is_not_there(session: Session) -> None:
    other = Dreamer(name="other")
    session.add(other)
    session.flush()
    theirs = kept(session, "남의 꿈이다.", dreamer=other)
    with pytest.raises(films.NotFoundError):
        entries.entry_of(session, entries.single_dreamer(session).id, theirs.id)


def test_a_kept_dream_ends_its_draft(session: Session) -> None:
    whose = entries.single_dreamer(session).id
    entries.keep_draft(session, whose, {"text": "호랑이가"})
    assert entries.draft(session, whose) == {"text": "호랑이가"}
    kept(session, "호랑이가 나왔다.")
    assert entries.draft(session, whose) == {}


def test_another_text_has_no_reading_yet_and_the_same_text_keeps_it(session: Session) -> None:
    entry = kept(session, "호랑이가 나왔다.")
    entry.reading = {"emotion": {"label": "공포"}}
    entries.rewrite(entry, Writing(entry.text, DAY, title="범"))
    assert entry.reading
    entries.rewrite(entry, Writing("토끼가 나왔다.", DAY))
    assert entry.reading is None


@pytest.mark.parametrize(
    "writing",
    [
        Writing("  \n", DAY),
        Writing("가" * 20_001, DAY),
        Writing("꿈", DAY, felt="기쁨"),
        Writing("꿈", DAY, tags=tuple(f"t{n}" for n in range(21))),
    ],
)
def test_what_cannot_be_kept_is_refused_in_korean(session: Session, writing: Writing) -> None:
    with pytest.raises(InputError, match=r"[가-힣]"):
        entries.write(session, entries.single_dreamer(session).id, writing)


def test_films_count_up_and_their_first_end_stays(store: Store) -> None:
    with store.transaction() as session:
        entry = kept(session, "호랑이가 나왔다.")
        first, second = (films.ask(session, entry, Wishes()) for _ in range(2))
        assert (first.number, second.number) == (1, 2)
    assert films.end(store, first.id, "cancelled")
    assert not films.end(store, first.id, "done", manifest={})
    films.move_on(store, first.id, "painting", 0.5)
    with store.transaction() as session:
        assert session.get_one(films.FilmVersion, first.id).state == "cancelled"


def test_a_backend_that_is_not_there_is_refused_before_anything_is_queued(store: Store) -> None:
    with (
        pytest.raises(UsageError, match="watercolour"),
        store.transaction() as session,
    ):
        films.ask(session, kept(session, "호랑이가 나왔다."), Wishes(backend="watercolour"))
    with store.engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM films")) == 0


def test_progress_of_shots_side_by_side_adds_up(store: Store) -> None:
    with store.transaction() as session:
        film = films.ask(session, kept(session, "호랑이가 나왔다."), Wishes())
    shots = [films.Telling(store, film.id, "painting", 2, at) for at in range(2)]
    shots[0](0.5)
    shots[1](0.25)
    shots[0](1.0)
    with store.transaction() as session:
        assert session.get_one(films.FilmVersion, film.id).share == pytest.approx(0.625)
    films.Telling(store, film.id, "joining", 2, None)(0.5)
    with store.transaction() as session:
        assert session.get_one(films.FilmVersion, film.id).share == pytest.approx(0.5)


def test_throwing_an_entry_away_throws_its_films_and_tags_away(store: Store) -> None:
    with store.transaction() as session:
        entry = kept(session, "호랑이가 나왔다.", tags=("범",))
        films.ask(session, entry, Wishes())
    with store.transaction() as session:
        session.delete(session.get_one(entries.Entry, entry.id))
    with store.engine.connect() as connection:
        for table in ("entries", "films", "entry_tags"):
            assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == 0


def test_drafts_kept_at_once_are_no_error(store: Store) -> None:
    """A page that saves twice, or while its dream is kept: the last one stands, none fails."""
    with store.transaction() as session:
        whose = entries.single_dreamer(session).id

    def keep(turn: int) -> None:
        with store.transaction() as session:
            entries.keep_draft(session, whose, {"text": str(turn)})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(keep, range(16)))
    with store.transaction() as session:
        assert int(entries.draft(session, whose)["text"]) in range(16)


def test_processes_that_open_a_new_diary_at_once_make_one_dreamer(store: Store) -> None:
    """Each looks before any has written; the slower one must not fail on the faster one's row."""
    looked = Barrier(6)

    def begin(_: int) -> str:
        with store.transaction() as session:
            session.connection()
            looked.wait(10)
            return entries.single_dreamer(session).id

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(begin, range(6)))) == 1


def test_nobody_waits_behind_another_s_many_films(store: Store) -> None:
    """The place is one's own: a first film comes before another's second, a new version last."""
    with store.transaction() as session:
        eager, patient = entries.single_dreamer(session), Dreamer(name="다른 이")
        session.add(patient)
        session.flush()
        asked = [
            films.ask(session, kept(session, f"꿈 {at}", dreamer=eager), Wishes())
            for at in range(3)
        ]
        first = films.ask(session, kept(session, "꿈", dreamer=patient), Wishes())
        again = films.ask(session, first.entry, Wishes())
        names = [film.id for film in (*asked, first, again)]
    ranks = [films.rank_of(store, name) for name in names]
    assert ranks[:4] == [1, 2, 3, 1]
    assert ranks[4] > 50
