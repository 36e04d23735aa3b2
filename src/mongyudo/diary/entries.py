"""Entries and drafts: written, mended, found, thrown away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import ColumnElement, Select, delete, func, select
from sqlalchemy.orm import Session

from mongyudo.diary.films import NotFoundError
from mongyudo.diary.sealing import sealer
from mongyudo.diary.search import Word, holds, jamo_of, matching
from mongyudo.diary.store import insert
from mongyudo.diary.tables import Draft, Dreamer, Entry, EntryTag, new_id, now
from mongyudo.errors import InputError
from mongyudo.reading import MOST_CHARS
from mongyudo.records import EMOTIONS, Dream

MOST_TAGS = 20
SINGLE_DREAMER = ""
"""Name of the dreamer of a diary without accounts."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What a dreamer writes of a dream."""

    text: str
    dreamed_on: date
    title: Annotated[str, Field(max_length=200)] = ""
    tags: tuple[Annotated[str, Field(max_length=50)], ...] = ()
    clarity: Annotated[int, Field(ge=1, le=5)] | None = None
    felt: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries are wanted; what is empty is not asked."""

    words: tuple[Word, ...] = ()
    tag: str = ""
    emotion: str = ""
    category: str = ""
    since: date | None = None
    until: date | None = None


def single_dreamer(session: Session) -> Dreamer:
    """The dreamer of a diary without accounts, made when the diary is new."""
    wanted = select(Dreamer).where(Dreamer.name == SINGLE_DREAMER)
    if session.scalar(wanted) is None:  # processes that begin together all find none
        made = insert(session, Dreamer).values(name=SINGLE_DREAMER)
        session.execute(made.on_conflict_do_nothing())
    return session.scalars(wanted).one()


def write(
    session: Session, dreamer_id: str, writing: Writing, entry_id: str | None = None
) -> Entry:
    """Keep a new dream; its draft is over. Raises InputError for what cannot be kept."""
    check(writing)
    entry = Entry(id=entry_id or new_id(), dreamer_id=dreamer_id)
    _fill(entry, writing)
    session.add(entry)
    forget_draft(session, dreamer_id)
    session.flush()
    return entry


def rewrite(entry: Entry, writing: Writing) -> None:
    """Change an entry; a reading of another text is no longer its reading."""
    check(writing)
    if Dream.of(writing.text).text != entry.text:
        entry.reading = entry.verdict = None
        entry.correction, entry.category = {}, ""
    _fill(entry, writing)


def _fill(entry: Entry, writing: Writing) -> None:
    entry.text = Dream.of(writing.text).text
    entry.dreamed_on = writing.dreamed_on
    title = writing.title.strip()
    entry.is_titled = bool(entry.is_titled) and title == entry.title
    entry.title = title
    entry.tags = list(dict.fromkeys(tag.strip() for tag in writing.tags if tag.strip()))
    entry.clarity, entry.felt = writing.clarity, writing.felt
    entry.emotion = emotion_of(entry)
    entry.stems, entry.jamo = "", jamo_of(searched(entry))
    entry.changed_at = now()


def searched(entry: Entry) -> str:
    """What the search looks through."""
    return "\n".join((entry.title, entry.text, *entry.tags))


def emotion_of(entry: Entry) -> str:
    """What the dream counts as: as it was felt, else as corrected, else as read."""
    read: str = entry.reading["emotion"]["label"] if entry.reading else ""
    return entry.felt or (entry.correction or {}).get("emotion") or read


def check(writing: Writing) -> None:
    """Raise InputError, in kind Korean, for a writing that cannot be kept."""
    if not writing.text.strip():
        raise InputError(
            "꿈이 비어 있습니다. 기억나는 장면을 한 문장이라도 적어 주세요. "
            "(The dream is empty. Please write one sentence of what you remember.)"
        )
    if len(writing.text) > MOST_CHARS:
        raise InputError(
            f"꿈이 너무 깁니다: {len(writing.text):,}자 (한도 {MOST_CHARS:,}자). "
            f"나누어 적어 주세요. (The dream is too long: {MOST_CHARS:,} characters at most.)"
        )
    if writing.felt and writing.felt not in EMOTIONS:
        raise InputError(
            f"감정 {writing.felt!r}는 없습니다. 고를 수 있는 감정: {', '.join(EMOTIONS)}."
        )
    if "\0" in "".join((writing.text, writing.title, *writing.tags)):
        raise InputError(
            "글에 담을 수 없는 글자(NUL)가 있습니다. 빼고 다시 해 주세요. "
            "(The text holds a character that cannot be kept: NUL.)"
        )
    if len(writing.tags) > MOST_TAGS:
        raise InputError(
            f"태그가 너무 많습니다: {len(writing.tags)}개 (한도 {MOST_TAGS}개). "
            f"(Too many tags: {MOST_TAGS} at most.)"
        )


def entry_of(session: Session, dreamer_id: str, entry_id: str) -> Entry:
    """An entry of this dreamer; raises NotFoundError for any other."""
    entry = session.get(Entry, entry_id)
    if entry is None or entry.dreamer_id != dreamer_id:
        raise NotFoundError("그런 일기가 없습니다. (No such entry.)")
    return entry


def entries(
    session: Session, dreamer_id: str, wanted: Filter, *, offset: int = 0, limit: int = 30
) -> Sequence[Entry]:
    """The dreamer's entries that are wanted, the newest dream first."""
    newest = (Entry.dreamed_on.desc(), Entry.made_at.desc(), Entry.id)
    query = _wanted(session, select(Entry), dreamer_id, wanted).order_by(*newest)
    return session.scalars(query.offset(offset).limit(limit)).all()


def count(session: Session, dreamer_id: str, wanted: Filter) -> int:
    """How many entries are wanted."""
    return session.scalar(_wanted(session, select(func.count(Entry.id)), dreamer_id, wanted)) or 0


def _wanted(session: Session, query: Select[Any], dreamer_id: str, wanted: Filter) -> Select[Any]:
    asked: list[ColumnElement[bool]] = [Entry.dreamer_id == dreamer_id]
    if wanted.words:
        if sealer() is None:
            asked.append(matching(wanted.words))
        else:
            asked.append(Entry.id.in_(_opened(session, dreamer_id, wanted.words)))
    if wanted.tag:
        asked.append(Entry.tag_rows.any(EntryTag.tag == wanted.tag))
    if wanted.emotion:
        asked.append(Entry.emotion == wanted.emotion)
    if wanted.category:
        asked.append(Entry.category == wanted.category)
    if wanted.since:
        asked.append(Entry.dreamed_on >= wanted.since)
    if wanted.until:
        asked.append(Entry.dreamed_on <= wanted.until)
    return query.where(*asked)


def _opened(session: Session, dreamer_id: str, words: Sequence[Word]) -> list[str]:
    """Entries that hold every word, found in memory: the database cannot look into a seal."""
    query = select(Entry.id, Entry.stems, Entry.jamo).where(Entry.dreamer_id == dreamer_id)
    return [row.id for row in session.execute(query) if holds(words, row.stems, row.jamo)]


def keep_draft(session: Session, dreamer_id: str, fields: dict[str, Any]) -> None:
    """What is being written, in place of what was."""
    told = {"fields": fields, "changed_at": now()}
    kept = insert(session, Draft).values(dreamer_id=dreamer_id, **told)
    session.execute(kept.on_conflict_do_update(index_elements=[Draft.dreamer_id], set_=told))


def draft(session: Session, dreamer_id: str) -> dict[str, Any]:
    """What was being written, {} for nothing."""
    found = session.get(Draft, dreamer_id)
    return found.fields if found else {}


def forget_draft(session: Session, dreamer_id: str) -> None:
    """The draft became an entry, or was given up."""
    session.execute(delete(Draft).where(Draft.dreamer_id == dreamer_id))
