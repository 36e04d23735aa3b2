"""Dreams encrypted in the database, with the keys of the operator."""

import base64
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.orm import Session
from tests.databases import new_sqlite

from mongyudo.diary import entries, films
from mongyudo.diary.entries import Filter, Writing, single_dreamer
from mongyudo.diary.home import Home
from mongyudo.diary.resealing import reseal
from mongyudo.diary.sealing import SealError, sealer_from
from mongyudo.diary.search import Word, jamo_of, stems_of
from mongyudo.diary.statistics import tags
from mongyudo.diary.store import Store
from mongyudo.diary.tables import Entry, FilmVersion, Table
from mongyudo.diary.wishes import Wishes
from mongyudo.errors import SettingsError
from mongyudo.reading.korean import analyse
from mongyudo.records import Correction
from mongyudo.settings import Settings

OLD, NEW = (base64.b64encode(bytes([at]) * 32).decode() for at in (1, 2))
DREAM = "호랑이가 마당을 달렸다."
DAY = date(2026, 11, 29)
Keys = Callable[..., None]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(Home(tmp_path, new_sqlite(tmp_path), "sqlite://"))
    yield made
    made.close()


def written(store: Store) -> str:
    """The id of an entry with everything that tells of a dream."""
    with store.transaction() as session:
        whose = single_dreamer(session).id
        entry = entries.write(session, whose, Writing(DREAM, DAY, "호랑이 꿈", ("호랑이", "밤")))
        entry.stems = stems_of(analyse(entries.searched(entry)))
        entry.reading = entry.verdict = {"text": DREAM}
        film = films.ask(session, entry, Wishes(correction=Correction(added=((0, "호랑이"),))))
        film.reading = film.manifest = {"text": DREAM}
        entries.keep_draft(session, whose, {"text": DREAM})
    return entry.id


def raw(store: Store) -> str:
    """Everything in the database as it is kept, and the bytes of its files."""
    with store.engine.connect() as connection:
        rows = [
            str(row)
            for table in Table.metadata.sorted_tables
            for row in connection.execute(text(f"SELECT * FROM {table.name}"))
        ]
    in_files = [path.read_bytes() for path in store.home.folder.glob("diary.sqlite*")]
    return "\n".join(rows) + b"".join(in_files).decode("utf-8", "ignore")


def found(session: Session, query: str) -> int:
    """How many entries the search finds."""
    words = tuple(Word(stems_of(analyse(word)), jamo_of(word)) for word in query.split())
    return entries.count(session, single_dreamer(session).id, Filter(words))


def test_no_word_of_a_dream_lies_in_the_database(store: Store, keys: Keys) -> None:
    keys(OLD)
    entry_id = written(store)
    kept = raw(store)
    assert entry_id in kept
    for word in ("호랑이", jamo_of("호랑이"), "마당", "\\ud638\\ub791\\uc774", "밤"):
        assert word not in kept, word
    with store.transaction() as session:
        entry = session.get_one(Entry, entry_id)
        assert (entry.text, entry.title, sorted(entry.tags)) == (
            DREAM,
            "호랑이 꿈",
            ["밤", "호랑이"],
        )
        assert entry.reading == entry.films[0].manifest == {"text": DREAM}
        assert entry.films[0].choices["correction"]["added"] == [[0, "호랑이"]]
        assert entries.draft(session, entry.dreamer_id) == {"text": DREAM}


@pytest.mark.parametrize(
    ("query", "count"),
    [("달리다", 1), ("호ㄹ", 1), ("마당 호랑이", 1), ("고래", 0), ("호랑이 고래", 0)],
)
def test_the_search_finds_what_is_sealed(store: Store, keys: Keys, query: str, count: int) -> None:
    keys(OLD)
    written(store)
    with store.transaction() as session:
        assert found(session, query) == count


def test_tags_are_found_and_counted(store: Store, keys: Keys) -> None:
    keys(OLD)
    written(store)
    written(store)
    with store.transaction() as session:
        whose = single_dreamer(session).id
        assert entries.count(session, whose, Filter(tag="호랑이")) == 2
        assert [(each.word, each.dreams) for each in tags(session, whose)] == [
            ("밤", 2), ("호랑이", 2),
        ]  # fmt: skip


def test_turning_it_on_seals_what_was_written_before(store: Store, keys: Keys) -> None:
    keys(encrypt=False)
    entry_id = written(store)
    assert "호랑이" in raw(store)
    keys(OLD)
    with store.transaction() as session:
        assert session.get_one(Entry, entry_id).text == DREAM  # readable before it is sealed
    reseal(store)
    assert "호랑이" not in raw(store)
    with store.transaction() as session:
        assert found(session, "달리다") == 1


def test_keys_are_rotated(store: Store, keys: Keys) -> None:
    keys(OLD)
    entry_id = written(store)
    keys(NEW, OLD)
    reseal(store)
    keys(NEW)
    with store.transaction() as session:
        entry = session.get_one(Entry, entry_id)
        assert entry.text == DREAM
        assert entries.count(session, entry.dreamer_id, Filter(tag="호랑이")) == 1
        assert session.get_one(FilmVersion, entry.films[0].id).manifest == {"text": DREAM}
    keys(OLD)
    with store.transaction() as session, pytest.raises(SealError, match="add the old key"):
        session.get_one(Entry, entry_id)


def test_turning_it_off_opens_everything(store: Store, keys: Keys) -> None:
    keys(OLD)
    entry_id = written(store)
    keys(OLD, encrypt=False)
    reseal(store)
    keys(encrypt=False)
    with store.transaction() as session:
        entry = session.get_one(Entry, entry_id)
        assert (entry.text, sorted(entry.tags)) == (DREAM, ["밤", "호랑이"])
        assert found(session, "달리다") == 1


def test_the_same_text_is_sealed_otherwise_each_time_and_a_tag_alike() -> None:
    by = sealer_from(Settings(encrypt=True, encryption_keys=SecretStr(OLD)))
    assert by is not None
    assert by.seal(DREAM) != by.seal(DREAM)
    assert by.seal_tag("밤") == by.seal_tag("밤") != by.seal_tag("낮")
    assert len(by.seal_tag("꿈" * 50)) <= 300


@pytest.mark.parametrize(
    ("given", "told"), [("", "needs a key"), ("c2hvcnQ=", "this one has 5"), ("?", "has 0")]
)
def test_a_key_that_cannot_be_is_told(given: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        sealer_from(Settings(encrypt=True, encryption_keys=SecretStr(given)))


def test_keys_come_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    file.write_text(f"{NEW}\n{OLD}\n")
    by = sealer_from(Settings(encrypt=True, encryption_key_file=file))
    old = sealer_from(Settings(encrypt=True, encryption_keys=SecretStr(OLD)))
    assert by is not None
    assert old is not None
    assert by.open(old.seal(DREAM)) == DREAM
    with pytest.raises(SettingsError, match="cannot be read"):
        sealer_from(Settings(encrypt=True, encryption_key_file=tmp_path / "none"))
