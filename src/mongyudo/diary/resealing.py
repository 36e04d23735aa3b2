"""Every text of a dream sealed anew, in the database and in films' files.

With the first key, or opened where none is wanted.
"""

from typing import Any

from sqlalchemy import String, inspect, select, text, type_coerce, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from mongyudo.diary import files
from mongyudo.diary.sealed_columns import SealedJson, SealedText
from mongyudo.diary.sealing import sealer
from mongyudo.diary.store import Store
from mongyudo.diary.tables import Draft, Entry, EntryTag, FilmVersion

AT_ONCE = 200
"""Rows held in memory."""


def reseal(store: Store) -> int:
    """Write every sealed column anew as the settings say, all or nothing; how many rows.

    Films' files follow, one after the other. Nobody may write meanwhile. On SQLite the file is
    packed afterwards: no old text stays in it.
    """
    with store.transaction() as session:
        rows = sum(_rows(session, table) for table in (Entry, FilmVersion, Draft))
        rows += _tags(session)
    if store.engine.dialect.name == "sqlite":
        with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM"))
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    files.reseal(store)
    return rows


def _rows(session: Session, table: type[Any]) -> int:
    columns = [
        each.key
        for each in inspect(table).column_attrs
        if isinstance(each.columns[0].type, SealedText | SealedJson)
    ]
    rows = 0
    for row in session.scalars(select(table).execution_options(yield_per=AT_ONCE)):
        for column in columns:
            flag_modified(row, column)
        rows += 1
    session.flush()
    return rows


def _tags(session: Session) -> int:
    """Tags are keys: each is looked up as it is kept, and replaced."""
    kept = type_coerce(EntryTag.tag, String)
    by = sealer()
    found = session.execute(select(EntryTag.entry_id, kept)).all()
    for entry_id, was in found:
        tag = by.open_tag(was) if by else was
        its_row = update(EntryTag).where(EntryTag.entry_id == entry_id, kept == was)
        session.execute(its_row.values(tag=tag), execution_options={"synchronize_session": False})
    return len(found)
