"""A diary as files that outlive it: one ZIP of JSON, Markdown and films, and back again."""

import json
import re
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from io import SEEK_END
from pathlib import Path
from typing import IO, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mongyudo import __version__
from mongyudo.diary import files
from mongyudo.diary.entries import Writing, write
from mongyudo.diary.films import FILM_FILES, discard, keep_after_all
from mongyudo.diary.sealed_files import seal_texts
from mongyudo.diary.store import Store
from mongyudo.diary.tables import Dreamer, Entry, FilmVersion, new_id, now
from mongyudo.diary.values import from_json, to_json
from mongyudo.errors import InputError
from mongyudo.records import PLAIN_CARD, StyleCard

FORMAT = 1
DIARY = "diary.json"
MOST_DIARY_BYTES = 500_000_000
"""Of diary.json unpacked; a larger one is no diary."""


IMPORT_TAKES_AT_MOST = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Brought:
    """A film whose files are in the diary already; `files` as in its row."""

    film_id: str
    files: dict[str, int] | None


@dataclass(frozen=True, slots=True)
class ExportedFilm:
    """A finished film: its files lie under `films/<id>/` in the ZIP."""

    id: str
    number: int
    choices: dict[str, Any]
    manifest: dict[str, Any]
    files: tuple[str, ...]
    asked_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class ExportedEntry:
    """An entry with everything that was made of it."""

    writing: Writing
    reading: dict[str, Any] | None
    verdict: dict[str, Any] | None
    correction: dict[str, Any]
    emotion: str
    category: str
    made_at: datetime
    films: tuple[ExportedFilm, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """What diary.json holds."""

    format: int
    mongyudo: str
    exported_at: datetime
    entries: tuple[ExportedEntry, ...]
    card: StyleCard = PLAIN_CARD


def gather(store: Store, dreamer_id: str) -> Export:
    """The dreamer's whole diary but for the films' files."""
    with store.transaction() as session:
        found = tuple(_exported(store, entry) for entry in _all(session, dreamer_id))
        card = from_json(StyleCard, session.get_one(Dreamer, dreamer_id).card or {})
    return Export(FORMAT, __version__, datetime.now(UTC), found, card)


def as_json(whole: Export) -> str:
    """A diary as JSON, which can be taken in again."""
    return json.dumps(to_json(Export, whole), ensure_ascii=False, indent=1)


def as_markdown(whole: Export) -> str:
    """A diary as one text to be read, the oldest dream first."""
    return "\n".join(markdown(replace(entry, films=())) for entry in whole.entries)


def export(store: Store, dreamer_id: str, target: IO[bytes], *, films: bool = True) -> None:
    """Write the dreamer's whole diary as a ZIP into `target`, with or without the films' files."""
    whole = gather(store, dreamer_id)
    found = whole.entries
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(DIARY, as_json(whole))
        for at, entry in enumerate(found, 1):
            archive.writestr(f"entries/{entry.writing.dreamed_on}-{at}.md", markdown(entry))
        for film in (film for entry in found if films for film in entry.films):
            for name in film.files:
                told = zipfile.ZipInfo(f"films/{film.id}/{name}", now().timetuple()[:6])
                with archive.open(told, "w", force_zip64=True) as held:
                    files.copy(store, film.id, name, held)


def markdown(entry: ExportedEntry) -> str:
    """An entry as a page that any program shows."""
    writing, day = entry.writing, str(entry.writing.dreamed_on)
    told = [day if writing.title else "", entry.emotion, entry.category]
    told += [f"#{_escaped(tag)}" for tag in writing.tags]
    films = [f"- ../films/{film.id}/{film.files[0]}" for film in entry.films if film.files]
    under = " · ".join(filter(None, told))
    parts = [f"# {_escaped(writing.title) or day}", under, _HTML.sub(r"\\<", writing.text.strip())]
    return "\n\n".join(filter(None, [*parts, "\n".join(films)])) + "\n"


_HTML = re.compile("<")
_SIGNS = re.compile(r"([\\`*_\[\]<])")


def _escaped(words: str) -> str:
    """A line of words in which no sign means anything to Markdown or HTML."""
    return _SIGNS.sub(r"\\\1", " ".join(words.split()))


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of an import: the ids of the new entries, and how many were there already."""

    fresh: tuple[str, ...]
    known: int


def take_in(store: Store, dreamer_id: str, source: IO[bytes]) -> TakenIn:
    """Add the entries of an exported ZIP or JSON to the diary, all or none.

    Entries that the diary has already (same day, same text) are left out, and so are films without
    their files; the style card is taken where the diary has none. Raises InputError for what is no
    export.
    """
    try:
        with ExitStack() as stack:
            archive = None
            if zipfile.is_zipfile(source):
                archive = stack.enter_context(zipfile.ZipFile(source))
            whole = _read(archive) if archive else _parsed(source)
            with store.transaction() as session:
                known = {(e.dreamed_on, e.text) for e in _all(session, dreamer_id)}
            fresh = [e for e in whole.entries if _key(e) not in known]
            brought = _bring(store, archive, fresh) if archive else {}
            added = _add(store, dreamer_id, replace(whole, entries=tuple(fresh)), brought)
            return TakenIn(tuple(added), len(whole.entries) - len(fresh))
    except (zipfile.BadZipFile, KeyError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise _no_export() from error


def _no_export() -> InputError:
    return InputError(
        "몽유도에서 내보낸 파일이 아니거나 상한 파일입니다. "
        "내보낼 때 받은 ZIP이나 JSON을 골라 주세요. "
        "(This is no export of a diary, or a broken one. Choose the ZIP or JSON that was exported.)"
    )


def unpacked_bytes(source: IO[bytes]) -> int:
    """How much an exported file holds, unpacked; `source` is at its beginning again."""
    found = source.seek(0, SEEK_END)
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(source) as archive:
        found = sum(each.file_size for each in archive.infolist())
    source.seek(0)
    return found


def _bring(
    store: Store, archive: zipfile.ZipFile, fresh: Sequence[ExportedEntry]
) -> dict[str, Brought]:
    """Have the films' files where films lie, by the films' ids in the export.

    Until their rows are there they count as discarded, so that none stays if they never are.
    """
    held = {name.rpartition("/")[0] for name in archive.namelist()}
    wanted = [film for e in fresh for film in e.films if f"films/{film.id}" in held]
    ids = {film.id: new_id() for film in wanted}
    with store.transaction() as session:
        discard(store, session, list(ids.values()), at=now() + IMPORT_TAKES_AT_MOST)
    brought = {}
    for film in wanted:
        with files.arriving(store, ids[film.id]) as folder:
            _unpack(archive, film, folder)
            brought[film.id] = Brought(ids[film.id], files.keep(store, ids[film.id], folder))
    return brought


def _add(
    store: Store,
    dreamer_id: str,
    fresh: Export,
    brought: dict[str, Brought],
) -> list[str]:
    ids = [each.film_id for each in brought.values()]
    try:
        with store.transaction() as session:
            keep_after_all(session, ids)
            dreamer = session.get_one(Dreamer, dreamer_id)
            if dreamer.card is None and fresh.card != PLAIN_CARD:
                dreamer.card = to_json(StyleCard, fresh.card)
            return [_take_in(session, dreamer_id, each, brought) for each in fresh.entries]
    except BaseException:
        files.forget(store, ids)
        raise


def _take_in(
    session: Session, dreamer_id: str, told: ExportedEntry, brought: dict[str, Brought]
) -> str:
    entry = write(session, dreamer_id, told.writing)
    entry.reading, entry.verdict, entry.correction = told.reading, told.verdict, told.correction
    entry.emotion, entry.category, entry.made_at = told.emotion, told.category, told.made_at
    for film in told.films:
        here = brought.get(film.id)
        if here is not None:
            session.add(
                FilmVersion(
                    id=here.film_id, files=here.files, entry=entry, number=film.number,
                    choices=film.choices, manifest=film.manifest, state="done", share=1.0,
                    asked_at=film.asked_at, ended_at=film.ended_at,
                )
            )  # fmt: skip
    session.flush()
    return entry.id


def _unpack(archive: zipfile.ZipFile, film: ExportedFilm, folder: Path) -> None:
    """The film's files that the export holds; a name that no film has is never written."""
    held = set(archive.namelist())
    for name in FILM_FILES.intersection(film.files):
        if f"films/{film.id}/{name}" in held:
            with (
                archive.open(f"films/{film.id}/{name}") as source,
                (folder / name).open("wb") as to,
            ):
                shutil.copyfileobj(source, to)
    seal_texts(folder)


def _key(entry: ExportedEntry) -> tuple[date, str]:
    return entry.writing.dreamed_on, entry.writing.text


def _read(archive: zipfile.ZipFile) -> Export:
    size = archive.getinfo(DIARY).file_size
    if size > MOST_DIARY_BYTES:
        raise _too_large(size)
    return _checked(json.loads(archive.read(DIARY)))


def _parsed(source: IO[bytes]) -> Export:
    source.seek(0)
    told = source.read(MOST_DIARY_BYTES + 1)
    if len(told) > MOST_DIARY_BYTES:
        raise _too_large(len(told))
    return _checked(json.loads(told))


def _too_large(size: int) -> InputError:
    return InputError(f"{DIARY}이 너무 큽니다: {size:,}바이트 (한도 {MOST_DIARY_BYTES:,}).")


def _checked(told: object) -> Export:
    try:
        whole = from_json(Export, told)
    except InputError as error:
        raise _no_export() from error
    if whole.format != FORMAT:
        raise InputError(
            f"{DIARY}의 형식 {whole.format}은 이 버전이 모릅니다 (아는 형식: {FORMAT}). "
            f"(This version knows format {FORMAT} of {DIARY}, not {whole.format}.)"
        )
    return whole


def _all(session: Session, dreamer_id: str) -> Iterator[Entry]:
    query = select(Entry).where(Entry.dreamer_id == dreamer_id)
    yield from session.scalars(query.order_by(Entry.dreamed_on, Entry.made_at))


def _exported(store: Store, entry: Entry) -> ExportedEntry:
    return ExportedEntry(
        writing=Writing(
            entry.text, entry.dreamed_on, entry.title, tuple(entry.tags), entry.clarity, entry.felt
        ),
        reading=entry.reading,
        verdict=entry.verdict,
        correction=entry.correction,
        emotion=entry.emotion,
        category=entry.category,
        made_at=entry.made_at,
        films=tuple(_exported_film(store, f) for f in entry.films if f.state == "done"),
    )


def _exported_film(store: Store, film: FilmVersion) -> ExportedFilm:
    names = files.names_of(store, film)
    first = [name for name in names if name == "film.mp4"]
    return ExportedFilm(
        film.id, film.number, film.choices, film.manifest or {},
        tuple([*first, *(name for name in names if name not in first)]),
        film.asked_at, film.ended_at,
    )  # fmt: skip
