"""Everything a dreamer can do, in one place: pages, API and tests all come through here."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import repeat
from pathlib import Path
from typing import IO, Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from mongyudo.diary import entries, files, films, jobs
from mongyudo.diary.entries import Filter, Writing
from mongyudo.diary.export import Export, TakenIn, export, gather, take_in, unpacked_bytes
from mongyudo.diary.films import ConflictError, ConsentError
from mongyudo.diary.quotas import Member, Use
from mongyudo.diary.reader import Reader
from mongyudo.diary.search import Word, jamo_of
from mongyudo.diary.statistics import Counted, Statistics, statistics, tags
from mongyudo.diary.store import Store
from mongyudo.diary.tables import Dreamer, Entry, FilmVersion, now
from mongyudo.diary.values import from_json, to_json
from mongyudo.diary.views import EntryView, FilmView, entry_view, film_view
from mongyudo.diary.wishes import Wishes
from mongyudo.errors import UsageError
from mongyudo.records import PLAIN_CARD, StyleCard

MOST_A_MONTH = 1000


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of the drawer: `total` entries are wanted, these begin at `offset`.

    `letters_only`: the query was searched by its letters alone, since the reader was busy.
    """

    entries: tuple[EntryView, ...]
    total: int
    offset: int
    letters_only: bool = False


class Diary:
    """One dreamer's diary; a `member` of a shared one has an allowance."""

    def __init__(
        self, store: Store, reader: Reader, dreamer_id: str, member: Member | None = None
    ) -> None:
        self._store, self._reader, self._dreamer_id = store, reader, dreamer_id
        self._member = member

    def use(self) -> Use | None:
        """What a member uses of their allowance; None in a diary without accounts."""
        return self._member.use() if self._member else None

    def write(self, writing: Writing, wishes: Wishes | None = None) -> EntryView:
        """Keep a dream, and ask for its film when there are wishes."""
        self._check_room(len(writing.text.encode()))
        with self._store.transaction() as session:
            entry = entries.write(session, self._dreamer_id, writing)
            film = self._ask(session, entry, wishes) if wishes else None
            view = entry_view(entry)
        jobs.index(view.id)
        if film is not None:
            jobs.enqueue(film.id)
        return view

    def rewrite(self, entry_id: str, writing: Writing) -> EntryView:
        """Change an entry; its films stay what they are."""
        self._check_room(len(writing.text.encode()))
        with self._store.transaction() as session:
            entry = self._entry(session, entry_id)
            entries.rewrite(entry, writing)
            view = entry_view(entry)
        jobs.index(view.id)
        return view

    def put_entry(self, entry_id: str, writing: Writing) -> tuple[EntryView, bool]:
        """Have the entry `entry_id` say `writing`; whether it is new. Twice is as good as once."""
        self._check_room(len(writing.text.encode()))
        try:
            with self._store.transaction() as session:
                if session.get(Entry, entry_id) is None:
                    view = entry_view(entries.write(session, self._dreamer_id, writing, entry_id))
                    fresh = True
                else:
                    fresh = False
        except IntegrityError:
            fresh = False  # the same was asked at the same moment, and came first
        if not fresh:
            return self.rewrite(entry_id, writing), False
        jobs.index(entry_id)
        return view, True

    def entry(self, entry_id: str) -> EntryView:
        """One entry with its films."""
        with self._store.transaction() as session:
            return entry_view(self._entry(session, entry_id))

    def find(self, query: str, wanted: Filter, *, offset: int = 0, limit: int = 30) -> Page:
        """The entries that hold every word of `query` and fit `wanted`, newest dream first."""
        stems = self._reader.stems_soon(query.split()) if query.strip() else []
        letters_only = stems is None
        words = zip(stems or repeat(""), map(jamo_of, query.split()), strict=False)
        asked = replace(wanted, words=tuple(Word(s, jamo) for s, jamo in words if jamo))
        with self._store.transaction() as session:
            found = entries.entries(session, self._dreamer_id, asked, offset=offset, limit=limit)
            total = entries.count(session, self._dreamer_id, asked)
            views = tuple(entry_view(entry) for entry in found)
            return Page(views, total, offset, letters_only)

    def forget(self, entry_id: str) -> None:
        """Throw an entry away for good, its films with it."""
        with self._store.transaction() as session:
            entry = self._entry(session, entry_id)
            made = [film.id for film in entry.films]
            under_way = [film.id for film in entry.films if film.state in films.OPEN_STATES]
            films.discard(self._store, session, made)
            session.delete(entry)
        for film_id in under_way:
            jobs.cancel(film_id, self._store)
        files.forget(self._store, made)

    def forget_film(self, film_id: str) -> str:
        """Throw one film away for good, with its files; its entry's id. The entry stays."""
        with self._store.transaction() as session:
            film = self._film(session, film_id)
            entry_id, under_way = film.entry_id, film.state in films.OPEN_STATES
            films.discard(self._store, session, [film_id])
            session.delete(film)
        if under_way:
            jobs.cancel(film_id, self._store)
        files.forget(self._store, [film_id])
        return entry_id

    def film(self, film_id: str) -> FilmView:
        """One film."""
        with self._store.transaction() as session:
            return film_view(self._film(session, film_id))

    def ask_film(self, entry_id: str, wishes: Wishes, film_id: str | None = None) -> FilmView:
        """Ask for another film of an entry; a correction in the wishes is kept with the entry."""
        with self._store.transaction() as session:
            entry = self._entry(session, entry_id)
            film = self._ask(session, entry, wishes, film_id)
            entry.correction = film.choices["correction"]
            entry.emotion = entries.emotion_of(entry)
            view = film_view(film)
        jobs.enqueue(view.id)
        return view

    def put_film(self, entry_id: str, film_id: str, wishes: Wishes) -> tuple[FilmView, bool]:
        """Have a film `film_id` of an entry; whether it is new. Twice asks for one film.

        Raises ConflictError when it was asked for otherwise before.
        """
        try:
            with self._store.transaction() as session:
                known = session.get(FilmVersion, film_id) is not None
            if not known:
                return self.ask_film(entry_id, wishes, film_id), True
        except IntegrityError:
            pass  # the same was asked at the same moment, and came first
        film = self.film(film_id)
        asked = from_json(Wishes, film.choices)
        if wishes.card is None:  # the dreamer's own was laid in when it was asked for first
            asked = replace(asked, card=None)
        if film.entry_id != entry_id or asked != wishes:
            raise ConflictError("이 번호로 다른 영상이 있습니다. (Another film has this id.)")
        jobs.enqueue(film_id)
        return film, False

    def films(
        self, states: Sequence[str] = (), *, offset: int = 0, limit: int = 30
    ) -> tuple[tuple[FilmView, ...], int]:
        """The films in one of `states` (none: in any), newest first, and how many there are."""
        with self._store.transaction() as session:
            found, total = films.films_of(
                session, self._dreamer_id, states, offset=offset, limit=limit
            )
            return tuple(film_view(film) for film in found), total

    def film_again(self, film_id: str, **other: Any) -> FilmView:
        """Ask for a film like this one, but for `other` wishes (seed, style, backend).

        What was agreed to of a film's cost was agreed to for that film alone.
        """
        with self._store.transaction() as session:
            film = self._film(session, film_id)
            entry_id, wishes = film.entry_id, from_json(Wishes, film.choices)
        return self.ask_film(entry_id, replace(wishes, agreed_usd=0.0, **other))

    def cancel_film(self, film_id: str) -> None:
        """Stop a film that is still to be made; harmless for one that has ended."""
        with self._store.transaction() as session:
            entry_id = self._film(session, film_id).entry_id
        jobs.cancel(film_id, self._store)
        jobs.index(entry_id)  # it may not have been read yet

    def share_film(self, film_id: str) -> str:
        """The token of a link by which anybody can see the film."""
        with self._store.transaction() as session:
            film = self._film(session, film_id)
            if film.state != "done":
                raise UsageError("다 만들어진 영상만 나눌 수 있습니다. (The film is not done.)")
            return films.share(film)

    def revoke(self, film_id: str) -> None:
        """End the film's link; one made later is another."""
        with self._store.transaction() as session:
            self._film(session, film_id).share_token = None

    def file(self, film_id: str, name: str) -> Path | files.StoredFile:
        """A file of a film; raises NotFoundError for what is not there or not given out."""
        with self._store.transaction() as session:
            return files.file_of(self._store, self._film(session, film_id), name)

    def draft(self) -> dict[str, Any]:
        """What was being written, {} for nothing."""
        with self._store.transaction() as session:
            return entries.draft(session, self._dreamer_id)

    def keep_draft(self, fields: dict[str, Any]) -> None:
        """Keep what is being written."""
        with self._store.transaction() as session:
            entries.keep_draft(session, self._dreamer_id, fields)

    def statistics(self) -> Statistics:
        """The diary as a whole."""
        with self._store.transaction() as session:
            return statistics(session, self._dreamer_id)

    def tags(self) -> tuple[Counted, ...]:
        """Every tag and how many dreams carry it."""
        with self._store.transaction() as session:
            return tags(session, self._dreamer_id)

    def days(self, month: date) -> dict[date, list[EntryView]]:
        """The entries of a month by their day."""
        first = month.replace(day=1)
        last = first.replace(day=monthrange(first.year, first.month)[1])
        found: dict[date, list[EntryView]] = {}
        with self._store.transaction() as session:
            wanted = Filter(since=first, until=last)
            for entry in entries.entries(session, self._dreamer_id, wanted, limit=MOST_A_MONTH):
                found.setdefault(entry.dreamed_on, []).append(entry_view(entry))
        return found

    def export(self, target: IO[bytes], *, with_films: bool = True) -> None:
        """The whole diary as a ZIP."""
        export(self._store, self._dreamer_id, target, films=with_films)

    def texts(self) -> Export:
        """The whole diary but for the films' files."""
        return gather(self._store, self._dreamer_id)

    def take_in(self, source: IO[bytes]) -> TakenIn:
        """Add the entries of an exported ZIP or JSON."""
        self._check_room(unpacked_bytes(source))
        taken = take_in(self._store, self._dreamer_id, source)
        for entry_id in taken.fresh:
            jobs.index(entry_id)
        return taken

    def consented(self) -> bool:
        """Whether the dreamer knows that a generative AI makes the films."""
        with self._store.transaction() as session:
            return self._dreamer(session).consented_at is not None

    def consent(self) -> None:
        """The dreamer was told, and agrees."""
        with self._store.transaction() as session:
            dreamer = self._dreamer(session)
            dreamer.consented_at = dreamer.consented_at or now()

    def card(self) -> StyleCard:
        """The style that the dreamer's films keep."""
        with self._store.transaction() as session:
            return self._card(session)

    def keep_card(self, card: StyleCard) -> None:
        """Let films from now on keep this style; those that stand stay what they are."""
        with self._store.transaction() as session:
            self._dreamer(session).card = to_json(StyleCard, card)

    def _card(self, session: Session) -> StyleCard:
        kept = self._dreamer(session).card
        return PLAIN_CARD if kept is None else from_json(StyleCard, kept)

    def _ask(
        self, session: Session, entry: Entry, wishes: Wishes, film_id: str | None = None
    ) -> FilmVersion:
        if self._dreamer(session).consented_at is None:
            raise ConsentError(
                "영상은 생성형 AI가 만듭니다. 먼저 안내를 읽고 동의해 주세요. "
                "(A generative AI makes the films; agree first: /welcome, PUT /api/v1/consent.)"
            )
        if self._member:
            self._member.may_film(session)
        if wishes.card is None:
            wishes = replace(wishes, card=self._card(session))
        return films.ask(session, entry, wishes, film_id)

    def _check_room(self, more_bytes: int) -> None:
        if self._member:
            self._member.check_room(more_bytes)

    def _dreamer(self, session: Session) -> Dreamer:
        return session.get_one(Dreamer, self._dreamer_id)

    def _entry(self, session: Session, entry_id: str) -> Entry:
        return entries.entry_of(session, self._dreamer_id, entry_id)

    def _film(self, session: Session, film_id: str) -> FilmVersion:
        return films.film_of(session, self._dreamer_id, film_id)
