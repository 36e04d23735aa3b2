"""No word of an encrypted dream lies in its film's files, and whoever may read them still does."""

import base64
import io
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mongyudo.diary import entries, files, films
from mongyudo.diary.entries import Writing
from mongyudo.diary.export import export, take_in
from mongyudo.diary.painting import WORK, Order, join_film, paint_shot
from mongyudo.diary.resealing import reseal
from mongyudo.diary.sealed_files import TEXTS, opened, seal_texts
from mongyudo.diary.sealing import SealError
from mongyudo.diary.store import Store
from mongyudo.diary.tables import FilmVersion
from mongyudo.diary.wishes import Wishes, choices_of
from mongyudo.film.assemble import CAPTIONS, FILM
from mongyudo.film.folder import MANIFEST
from mongyudo.journey.stages import read_and_judge
from mongyudo.records import Dream
from mongyudo.settings import load_settings

OLD, NEW = (base64.b64encode(bytes([at]) * 32).decode() for at in (1, 2))
TIGER = "호랑이가 마당을 달렸다."
WORDS = ("호랑이", "마당", "tiger", "\\ud638")
Keys = Callable[..., None]


def filmed(store: Store) -> str:
    """The id of a finished film with files, and words in two of them."""
    with store.transaction() as session:
        whose = entries.single_dreamer(session).id
        entry = entries.write(session, whose, Writing(TIGER, date(2026, 11, 29)))
        film = films.ask(session, entry, Wishes())
        film.state, film.manifest = "done", {"text": TIGER}
    folder = films.folder_of(store, film.id)
    folder.mkdir(parents=True)
    (folder / MANIFEST).write_text(json.dumps({"text": TIGER}))
    (folder / CAPTIONS).write_text(f"WEBVTT\n\n00:00.000 --> 00:01.000\n{TIGER}\n", "utf-8")
    (folder / FILM).write_bytes(b"pictures")
    return film.id


def lying(folder: Path) -> str:
    """All that lies under a folder."""
    found = (path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
    return b"\n".join(found).decode("utf-8", "ignore")


def told(store: Store, film_id: str, name: str) -> bytes:
    """What the diary gives out as a film's file."""
    target = io.BytesIO()
    files.copy(store, film_id, name, target)
    return target.getvalue()


def test_resealing_seals_films_with_another_key_and_opens_them(store: Store, keys: Keys) -> None:
    keys(encrypt=False)
    film_id = filmed(store)
    folder = films.folder_of(store, film_id)
    plain = {name: told(store, film_id, name) for name in TEXTS}
    kept = []
    for given, is_sealed in (((OLD,), True), ((NEW, OLD), True), ((NEW,), True), ((NEW,), False)):
        keys(*given, encrypt=is_sealed)
        reseal(store)
        kept.append(lying(folder))
        assert any(word in kept[-1] for word in WORDS) != is_sealed
        assert {name: told(store, film_id, name) for name in TEXTS} == plain
    assert len(set(kept)) == len(kept)
    assert {path.name for path in folder.iterdir()} == {MANIFEST, CAPTIONS, FILM}


def test_without_the_key_it_is_said_what_is_missing(store: Store, keys: Keys) -> None:
    keys(OLD)
    film_id = filmed(store)
    seal_texts(films.folder_of(store, film_id))
    sealed = (films.folder_of(store, film_id) / MANIFEST).read_bytes()
    for words in ((), (NEW,)):
        keys(*words, encrypt=False)
        with pytest.raises(SealError, match="encryption_key_file"):
            opened(sealed)


def test_an_export_is_readable_and_what_is_taken_in_is_sealed(
    new_store: Callable[[str], Store], keys: Keys
) -> None:
    keys(OLD)
    here, there = new_store("here"), new_store("there")
    film_id = filmed(here)
    seal_texts(films.folder_of(here, film_id))
    with here.transaction() as session:
        whose = entries.single_dreamer(session).id
    packed = io.BytesIO()
    export(here, whose, packed)
    with there.transaction() as session:
        other = entries.single_dreamer(session).id
    (entry_id,) = take_in(there, other, packed).fresh
    with there.transaction() as session:
        film = session.query(FilmVersion).filter_by(entry_id=entry_id).one()
    folder = films.folder_of(there, film.id)
    assert not any(word in lying(folder) for word in WORDS)
    assert json.loads(told(there, film.id, MANIFEST)) == {"text": TIGER}


@pytest.mark.slow
def test_no_word_lies_in_a_film_while_it_is_made_nor_after(tmp_path: Path, keys: Keys) -> None:
    keys(OLD)
    dream, wishes, settings = Dream.of(TIGER), Wishes(seconds=0.5, segments=1), load_settings()
    order = Order(dream, wishes, *read_and_judge(dream, choices_of(wishes, settings)))
    paint_shot(order, 0, tmp_path, settings, lambda _share: None)
    assert (tmp_path / WORK / "shot-0").is_dir()
    assert not any(word in lying(tmp_path) for word in WORDS)
    join_film(order, tmp_path, settings, lambda _share: None)
    assert not any(word in lying(tmp_path) for word in WORDS)
    assert json.loads(opened((tmp_path / MANIFEST).read_bytes()))["dream"]["text"] == TIGER
    assert TIGER in opened((tmp_path / CAPTIONS).read_bytes()).decode()


@pytest.mark.slow
def test_a_painter_begins_without_the_database() -> None:
    """Each shot is a process: what it imports in vain, every film waits for three times."""
    script = "import mongyudo.diary.painter, sys; print('sqlalchemy' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "False"
