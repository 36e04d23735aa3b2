"""Which dreams are still to be read, on both databases."""

from datetime import date
from typing import Any

import pytest
from dbos import error as faults

from mongyudo.diary import entries, films, jobs
from mongyudo.diary.entries import Writing
from mongyudo.diary.indexing import unread
from mongyudo.diary.store import Store
from mongyudo.diary.tables import Entry
from mongyudo.diary.wishes import Wishes

DREAM = "호랑이가 마당에 있었다."


def kept(store: Store, text: str, day: int, **more: Any) -> str:
    """A dream of that day in November, and its id."""
    with store.transaction() as session:
        whose = entries.single_dreamer(session).id
        entry = entries.write(session, whose, Writing(text, date(2026, 11, day)))
        for name, value in more.items():
            setattr(entry, name, value)
        return entry.id


def test_what_nobody_has_read_is_to_be_read(store: Store) -> None:
    """The newest dream first; neither what is read nor what nobody can read."""
    older, newer = kept(store, DREAM, 1), kept(store, DREAM, 2)
    kept(store, DREAM, 3, reading={"emotion": {"label": "공포"}})
    kept(store, "I was flying.", 4)
    assert unread(store) == [newer, older]


def test_a_film_under_way_reads_its_dream_itself(store: Store) -> None:
    """It is not read twice; that of a film that was stopped is read."""
    entry_id = kept(store, DREAM, 1)
    with store.transaction() as session:
        film_id = films.ask(session, session.get_one(Entry, entry_id), Wishes()).id
    assert unread(store) == []
    films.end(store, film_id, "cancelled")
    assert unread(store) == [entry_id]


def test_who_waits_already_is_not_asked_for_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is in the queue since the last start keeps its place, and the next one gets one."""
    first, second = kept(store, DREAM, 2), kept(store, DREAM, 1)
    asked: list[str] = []

    def enqueue(queue: str, work: Any, entry_id: str) -> None:
        assert (queue, work) == ("text", jobs.index_entry)
        asked.append(entry_id)
        raise faults.DBOSQueueDeduplicatedError("here", queue, entry_id)

    monkeypatch.setattr(jobs.DBOS, "enqueue_workflow", enqueue)
    jobs._read_late(store)
    assert asked == [first, second]
