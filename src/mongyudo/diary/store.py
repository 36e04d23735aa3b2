"""The diary's database: opened, brought up to date, and given out in transactions."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, func, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, sessionmaker

from mongyudo.diary.home import Home
from mongyudo.diary.storage import storage_from
from mongyudo.diary.tables import Dreamer, Entry, FilmVersion, Table, Worker

VERSION_TABLE = "diary_version"
BUSY_MS = 10_000
"""How long SQLite waits for another writer before it gives up."""


def engine_for(url: str) -> Engine:
    """An engine whose SQLite survives a power cut (WAL, synchronous FULL) and keeps its keys."""
    engine = create_engine(
        url,
        pool_pre_ping=not url.startswith("sqlite"),  # a server may have gone away meanwhile
        hide_parameters=True,  # they hold dreams
        json_serializer=_as_json,
    )
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
    return engine


def insert(session: Session, table: type[Table]) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that may be told what to do where such a row is kept already."""
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def _as_json(value: Any) -> str:
    """JSON in the characters themselves: what is none of them cannot slip in as an escape."""
    return json.dumps(value, ensure_ascii=False)


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    for pragma in (
        "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON",
        f"busy_timeout = {BUSY_MS}",
    ):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}")


def _migrations() -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("mongyudo.diary") / "migrations"))
    return config


class Store:
    """The diary's database, and the storage of its films where they do not lie in the home."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.storage = storage_from(home.storage_url)
        self.engine = engine_for(home.diary_url)
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)

    def upgrade(self) -> None:
        """Bring the tables up to this version's; harmless when they are."""
        with self.engine.begin() as connection:
            if connection.dialect.name == "postgresql":  # processes that begin together take turns
                connection.execute(text("SELECT pg_advisory_xact_lock(1447)"))
            config = _migrations()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    def version(self) -> str:
        """The version of the tables as they are, "" for none."""
        with self.engine.connect() as connection:
            options = {"version_table": VERSION_TABLE}
            return MigrationContext.configure(connection, opts=options).get_current_revision() or ""

    @staticmethod
    def newest_version() -> str:
        """The version that `upgrade` leads to."""
        return ScriptDirectory.from_config(_migrations()).get_current_head() or ""

    def counts(self) -> dict[str, int]:
        """How many dreamers, entries, films and workers there are, and films still to be made."""
        with self.transaction() as session:
            kinds = {"dreamers": Dreamer, "entries": Entry, "films": FilmVersion, "workers": Worker}
            told = {
                name: session.scalar(select(func.count()).select_from(kind)) or 0
                for name, kind in kinds.items()
            }
            waiting = select(func.count()).where(FilmVersion.ended_at.is_(None))
            return told | {"waiting": session.scalar(waiting) or 0}

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session whose changes are kept together at the end, or not at all."""
        with self._sessions.begin() as session:
            yield session

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()
