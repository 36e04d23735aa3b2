"""The diary's tables. Times are UTC; JSON columns hold what `records` serialises.

What tells of a dream is sealed where the settings say so (`sealing.py`).
"""

from datetime import UTC, date, datetime
from typing import Any, ClassVar
from uuid import uuid4

from sqlalchemy import JSON, DateTime, ForeignKey, Index, MetaData, String, Text, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from mongyudo.diary.sealed_columns import SealedJson, SealedTag, SealedText

ID_CHARS = 32


def new_id() -> str:
    """32 hex digits that nobody can guess."""
    return uuid4().hex


def now() -> datetime:
    """This moment, UTC."""
    return datetime.now(UTC)


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC, with its zone also where the database forgets it (SQLite)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        del dialect
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


class Table(DeclarativeBase):
    """What all tables share: constraint names that a migration can rely upon."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        dict[str, Any]: SealedJson,
        datetime: UtcTime,
    }


class Dreamer(Table):
    """Who keeps a diary. The single dreamer of a machine is the one named ''.

    `card` is the style that all their films keep, None before they chose one.
    """

    __tablename__ = "dreamers"

    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(100), unique=True)
    made_at: Mapped[datetime] = mapped_column(default=now)
    consented_at: Mapped[datetime | None] = mapped_column(default=None)
    card: Mapped[dict[str, Any] | None] = mapped_column(default=None)


def _tagged(tag: str) -> "EntryTag":
    return EntryTag(tag=tag)


class EntryTag(Table):
    """A dreamer's own word for an entry."""

    __tablename__ = "entry_tags"

    entry_id: Mapped[str] = mapped_column(
        ForeignKey("entries.id", ondelete="CASCADE"), primary_key=True
    )
    tag: Mapped[str] = mapped_column(SealedTag, primary_key=True, index=True)


class Entry(Table):
    """A dream in the diary. `reading` is what was understood, `correction` what the dreamer mended.

    `felt` is the emotion the dreamer names, `emotion` the one the dream counts as: felt, else
    corrected, else read ("" before the reading). `is_titled`: the title was made of the reading,
    and is made anew with another. `stems` and `jamo` are the text as the search sees it
    (`search.py`).
    """

    __tablename__ = "entries"
    __table_args__ = (Index(None, "dreamer_id", "dreamed_on"),)

    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True, default=new_id)
    dreamer_id: Mapped[str] = mapped_column(ForeignKey(Dreamer.id, ondelete="CASCADE"))
    dreamed_on: Mapped[date]
    title: Mapped[str] = mapped_column(SealedText, default="")
    text: Mapped[str] = mapped_column(SealedText)
    is_titled: Mapped[bool] = mapped_column(default=False, server_default="0")
    clarity: Mapped[int | None] = mapped_column(default=None)
    felt: Mapped[str] = mapped_column(String(8), default="")
    emotion: Mapped[str] = mapped_column(String(8), default="")
    category: Mapped[str] = mapped_column(String(20), default="")
    reading: Mapped[dict[str, Any] | None] = mapped_column(SealedJson, default=None)
    verdict: Mapped[dict[str, Any] | None] = mapped_column(SealedJson, default=None)
    correction: Mapped[dict[str, Any]] = mapped_column(default=dict)
    stems: Mapped[str] = mapped_column(SealedText, default="")
    jamo: Mapped[str] = mapped_column(SealedText, default="")
    made_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
    tag_rows: Mapped[list["EntryTag"]] = relationship(
        cascade="all, delete-orphan", order_by="EntryTag.tag", lazy="selectin"
    )
    tags: AssociationProxy[list[str]] = association_proxy("tag_rows", "tag", creator=_tagged)
    films: Mapped[list["FilmVersion"]] = relationship(
        back_populates="entry", cascade="all, delete-orphan", order_by="FilmVersion.number"
    )


class FilmVersion(Table):
    """One film of an entry, asked for or made. `number` counts an entry's films from 1.

    `choices` is what the dreamer chose, `reading` what it is filmed from; `state` is queued,
    reading, painting, joining, done, refused, failed or cancelled; `share` is how much of the
    state's work is done, 0..1. Reading began at `began_at`, painting and joining at their own.
    `files` are the bytes of its files by name once they lie in object storage; None: in the folder.
    `deaths` counts the workers that fell silent over its present stage.
    """

    __tablename__ = "films"
    __table_args__ = (Index(None, "entry_id", "number", unique=True),)

    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True, default=new_id)
    entry_id: Mapped[str] = mapped_column(ForeignKey(Entry.id, ondelete="CASCADE"))
    number: Mapped[int]
    choices: Mapped[dict[str, Any]]
    reading: Mapped[dict[str, Any] | None] = mapped_column(SealedJson, default=None)
    verdict: Mapped[dict[str, Any] | None] = mapped_column(SealedJson, default=None)
    state: Mapped[str] = mapped_column(String(10), default="queued")
    share: Mapped[float] = mapped_column(default=0.0)
    fault: Mapped[str] = mapped_column(Text, default="")
    deaths: Mapped[int] = mapped_column(default=0, server_default="0")
    manifest: Mapped[dict[str, Any] | None] = mapped_column(SealedJson, default=None)
    files: Mapped[dict[str, int] | None] = mapped_column(JSON(none_as_null=True), default=None)
    share_token: Mapped[str | None] = mapped_column(String(64), unique=True, default=None)
    asked_at: Mapped[datetime] = mapped_column(default=now)
    began_at: Mapped[datetime | None] = mapped_column(default=None)
    painting_at: Mapped[datetime | None] = mapped_column(default=None)
    joining_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    entry: Mapped[Entry] = relationship(back_populates="films")


class Discarded(Table):
    """A film that is thrown away or given up: nothing of it may stay in storage."""

    __tablename__ = "discarded_films"

    film_id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True)
    at: Mapped[datetime] = mapped_column(default=now)


class Draft(Table):
    """What a dreamer is writing and has not kept yet."""

    __tablename__ = "drafts"

    dreamer_id: Mapped[str] = mapped_column(
        ForeignKey(Dreamer.id, ondelete="CASCADE"), primary_key=True
    )
    fields: Mapped[dict[str, Any]]
    changed_at: Mapped[datetime] = mapped_column(default=now)


class Worker(Table):
    """A process that takes up work. `beats` grows as long as it lives; clocks may differ."""

    __tablename__ = "workers"

    id: Mapped[str] = mapped_column(String(100), primary_key=True)
    queues: Mapped[str] = mapped_column(String(200))
    beats: Mapped[int] = mapped_column(default=0)
    began_at: Mapped[datetime] = mapped_column(default=now)
    seen_at: Mapped[datetime] = mapped_column(default=now)
