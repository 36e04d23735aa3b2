"""What is found out about an entry without a film: the stems of its words, and its reading.

It is read on this machine, by nobody else: who keeps a dream without a film has asked nobody.
"""

from sqlalchemy import select

from mongyudo.diary.entries import searched
from mongyudo.diary.films import OPEN_STATES, entitle, understood
from mongyudo.diary.reader import Reader
from mongyudo.diary.store import Store
from mongyudo.diary.tables import Entry, FilmVersion
from mongyudo.diary.values import from_json
from mongyudo.errors import InputError
from mongyudo.reading import check_text
from mongyudo.records import Dream, Reading


def keep_stems(store: Store, reader: Reader, entry_id: str) -> None:
    """Keep the stems of an entry's words, while they are still its words."""
    with store.transaction() as session:
        entry = session.get(Entry, entry_id)
        text = searched(entry) if entry else ""
    stems = reader.stems(text)
    with store.transaction() as session:
        entry = session.get(Entry, entry_id)
        if entry is not None and searched(entry) == text:
            entry.stems = stems


def keep_reading(store: Store, reader: Reader, entry_id: str) -> None:
    """Read an entry that was not read yet, unless a film is about to, and give it a title.

    A film that has begun may be of an older text.
    """
    with store.transaction() as session:
        entry = session.get(Entry, entry_id)
        if entry is None or any(film.state == "queued" for film in entry.films):
            return
        if entry.reading is not None:
            entitle(entry, from_json(Reading, entry.reading))
            return
        dream = Dream.of(entry.text, entry.id)
    if fault_of(dream.text):
        return
    reading = reader.read(dream)
    with store.transaction() as session:
        entry = session.get(Entry, entry_id)
        if entry is not None and entry.reading is None and entry.text == dream.text:
            understood(entry, reading)


def unread(store: Store) -> list[str]:
    """The entries that nobody has read and no film is about to, newest dream first.

    They were kept before a dream was read without a film, or when the reader was killed over them.
    What cannot be read (꿈 in English, 🐯) is not among them.
    """
    filmed = select(FilmVersion.entry_id).where(FilmVersion.state.in_(OPEN_STATES))
    found = (
        select(Entry.id, Entry.text)
        .where(Entry.reading.is_(None), Entry.id.not_in(filmed))
        .order_by(Entry.dreamed_on.desc(), Entry.id)
    )
    with store.transaction() as session:
        return [entry_id for entry_id, text in session.execute(found) if not fault_of(text)]


def fault_of(text: str) -> str:
    """Why a text cannot be read as a dream, "" when it can."""
    try:
        check_text(text)
    except InputError as error:
        return str(error)
    return ""
