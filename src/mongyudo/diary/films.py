"""Films of entries: asked for, followed, kept, shared, thrown away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import case, delete, func, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from mongyudo.diary.routes import insist
from mongyudo.diary.store import Store, insert
from mongyudo.diary.tables import Discarded, Entry, FilmVersion, new_id, now
from mongyudo.diary.values import from_json, to_json
from mongyudo.diary.wishes import Wishes, choices_of
from mongyudo.errors import MongyudoError
from mongyudo.film.assemble import CAPTIONS, FILM, POSTER, segment_name
from mongyudo.film.folder import MANIFEST
from mongyudo.policy.label import REFUSAL_KO
from mongyudo.reading.title import suggest_title
from mongyudo.records import MOST_SEGMENTS, Dream, Reading, Reason, Verdict
from mongyudo.settings import load_settings

OPEN_STATES = ("queued", "reading", "painting", "joining")
"""States of a film that is still to be made; the others are ends."""
GIVEN_UP = ("failed", "cancelled")
"""Ends of films that leave painted shots behind."""
BEGINS = {
    "reading": FilmVersion.began_at,
    "painting": FilmVersion.painting_at,
    "joining": FilmVersion.joining_at,
}
"""Where the moment stands at which a film first came to a state."""
AGAIN = 1000
"""By so many places a film waits longer when its entry has one already."""
KEPT_KO = "일기는 저장되었습니다."

FILM_FILES = frozenset(
    {FILM, POSTER, CAPTIONS, MANIFEST, *(segment_name(at) for at in range(MOST_SEGMENTS))}
)
"""Names of a film's files; nothing else in its folder is given out or taken in."""


class NotFoundError(MongyudoError):
    """There is no such entry, film or file, or it belongs to somebody else."""


class ConflictError(MongyudoError):
    """What is asked for under an id differs from what was asked for under it before."""


class ConsentError(MongyudoError):
    """A film was asked for by a dreamer who has not agreed to a generative AI yet."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker must know of a film to make it."""

    dream: Dream
    wishes: Wishes
    reading: Reading | None
    verdict: Verdict | None


def ask(session: Session, entry: Entry, wishes: Wishes, film_id: str | None = None) -> FilmVersion:
    """A new film of `entry`, queued.

    Raises UsageError for a backend that is not there, BudgetError for a cost that nobody agreed to.
    """
    settings = load_settings()
    insist(choices_of(wishes, settings), settings)
    session.scalar(select(Entry.id).where(Entry.id == entry.id).with_for_update())
    # Counted where it is kept: two films may be asked for at the same moment.
    last = select(func.coalesce(func.max(FilmVersion.number), 0)).filter_by(entry_id=entry.id)
    number = last.scalar_subquery() + 1
    film = FilmVersion(
        id=film_id or new_id(), entry=entry, number=number, choices=to_json(Wishes, wishes)
    )
    session.add(film)
    session.flush()
    return film


def film_of(session: Session, dreamer_id: str, film_id: str) -> FilmVersion:
    """A film of this dreamer; raises NotFoundError for any other."""
    found = session.scalar(
        select(FilmVersion)
        .join(Entry)
        .where(FilmVersion.id == film_id, Entry.dreamer_id == dreamer_id)
    )
    if found is None:
        raise NotFoundError("그런 영상이 없습니다. (No such film.)")
    return found


def films_of(
    session: Session, dreamer_id: str, states: Sequence[str], *, offset: int = 0, limit: int = 30
) -> tuple[Sequence[FilmVersion], int]:
    """The dreamer's films in one of `states` (none: in any), newest first, and how many exist."""
    asked = [Entry.dreamer_id == dreamer_id]
    if states:
        asked.append(FilmVersion.state.in_(states))
    query = select(FilmVersion).join(Entry).where(*asked)
    newest = query.order_by(FilmVersion.asked_at.desc(), FilmVersion.id)
    total = session.scalar(select(func.count()).select_from(query.subquery()))
    return session.scalars(newest.offset(offset).limit(limit)).all(), total or 0


def shared_film(session: Session, token: str) -> FilmVersion:
    """The film behind a share link; raises NotFoundError for a link that was revoked."""
    found = session.scalar(select(FilmVersion).where(FilmVersion.share_token == token))
    if found is None:
        raise NotFoundError("이 링크는 더 쓸 수 없습니다. (This link has been revoked.)")
    return found


def share(film: FilmVersion) -> str:
    """The token of the film's link, made when it has none."""
    film.share_token = film.share_token or token_urlsafe(32)
    return film.share_token


def task_of(session: Session, film_id: str) -> Task | None:
    """What is to be made, None when the dreamer has thrown the film away meanwhile."""
    film = session.get(FilmVersion, film_id)
    if film is None:
        return None
    return Task(
        dream=Dream.of(film.entry.text, film.entry_id),
        wishes=from_json(Wishes, film.choices),
        reading=from_json(Reading, film.reading) if film.reading else None,
        verdict=from_json(Verdict, film.verdict) if film.verdict else None,
    )


def is_under_way(session: Session, film_id: str) -> bool:
    """Whether it is still to be made: neither at its end, nor thrown away."""
    film = session.get(FilmVersion, film_id)
    return film is not None and film.state in OPEN_STATES


def folder_of(store: Store, film_id: str) -> Path:
    """The folder of a film's files."""
    return store.home.films / film_id


def move_on(store: Store, film_id: str, state: str, share: float = 0.0) -> None:
    """The film has come to `state`, of whose work `share` is done; ends stay ends."""
    _change(store, film_id, state=state, share=share)


def keep_reading(
    store: Store, film_id: str, dream: Dream, reading: Reading, verdict: Verdict
) -> bool:
    """Keep what was understood with film and entry; whether the film may be made.

    The entry keeps it only while its text is still the one that was read.
    """
    read = {"reading": to_json(Reading, reading), "verdict": to_json(Verdict, verdict)}
    with store.transaction() as session:
        film = session.get(FilmVersion, film_id)
        if film is None or film.state not in OPEN_STATES:
            return False
        film.reading, film.verdict = read["reading"], read["verdict"]
        if Dream.of(film.entry.text).text == dream.text:
            film.entry.verdict = read["verdict"]
            understood(film.entry, reading)
    if verdict.outcome == "refuse":
        end(store, film_id, "refused", fault=f"{REFUSAL_KO} {KEPT_KO}")
        return False
    return True


def understood(entry: Entry, reading: Reading) -> None:
    """Keep what was understood of a dream with its entry."""
    entry.reading = to_json(Reading, reading)
    entry.category = reading.category.label
    entry.emotion = entry.felt or reading.emotion.label
    entitle(entry, reading)


def entitle(entry: Entry, reading: Reading) -> None:
    """Give an entry a title that the dreamer has given none."""
    if entry.is_titled or not entry.title:
        entry.title, entry.is_titled = suggest_title(reading), True


def refuse(store: Store, film_id: str, reason: Reason) -> None:
    """The film ends as refused for what a painted frame shows; its verdict says so."""
    with store.transaction() as session:
        film = session.get(FilmVersion, film_id)
        if film is None:
            return
        verdict = from_json(Verdict, film.verdict) if film.verdict else Verdict("allow")
    reasons = tuple(dict.fromkeys((*verdict.reasons, reason)))
    told = to_json(Verdict, Verdict("refuse", reasons))
    end(store, film_id, "refused", fault=f"{REFUSAL_KO} {KEPT_KO}", verdict=told)


def end(store: Store, film_id: str, state: str, fault: str = "", **made: Any) -> bool:
    """The film is done (its `manifest` and `files` `made`), refused, failed or cancelled.

    Whether this was the first end.
    """
    return _change(store, film_id, state=state, share=1.0, fault=fault, ended_at=now(), **made)


def still_open(store: Store, *, asked_before: datetime) -> list[str]:
    """Films that are still to be made, those asked for first at the beginning."""
    with store.transaction() as session:
        asked = FilmVersion.state.in_(OPEN_STATES), FilmVersion.asked_at < asked_before
        return list(
            session.scalars(select(FilmVersion.id).where(*asked).order_by(FilmVersion.asked_at))
        )


def discard(
    store: Store, session: Session, film_ids: Sequence[str], at: datetime | None = None
) -> None:
    """Write down that from `at` (now) on nothing of these films may stay in storage."""
    if store.storage is None:
        return
    for film_id in film_ids:
        kept = insert(session, Discarded).values(film_id=film_id, at=at or now())
        session.execute(kept.on_conflict_do_nothing())


def keep_after_all(session: Session, film_ids: Sequence[str]) -> None:
    """What was written down by `discard` holds no more."""
    session.execute(delete(Discarded).where(Discarded.film_id.in_(film_ids)))


def rank_of(store: Store, film_id: str) -> int:
    """A film's place among those its dreamer waits for, from 1; further versions come later.

    Work is done in the order of these places, so nobody waits behind another's fifty.
    """
    with store.transaction() as session:
        film = session.get_one(FilmVersion, film_id)
        waiting = session.scalar(
            select(func.count(FilmVersion.id))
            .join(Entry)
            .where(
                Entry.dreamer_id == film.entry.dreamer_id,
                FilmVersion.state.in_(OPEN_STATES),
                FilmVersion.asked_at < film.asked_at,
            )
        )
        return 1 + (waiting or 0) + (AGAIN if film.number > 1 else 0)


def _change(store: Store, film_id: str, **values: Any) -> bool:
    """Change a film that is still to be made, never back to an earlier state; whether it was."""
    state = values["state"]
    reached = OPEN_STATES.index(state) + 1 if state in OPEN_STATES else len(OPEN_STATES)
    may_follow = FilmVersion.state.in_(OPEN_STATES[:reached])
    begins = BEGINS.get(state)
    if begins is not None:
        values[begins.key] = func.coalesce(begins, now())
    with store.transaction() as session:
        if state in GIVEN_UP:
            discard(store, session, [film_id])
        changed = session.execute(
            update(FilmVersion)
            .where(FilmVersion.id == film_id, may_follow)
            .values(**values)
            .returning(FilmVersion.id)
        )
        return changed.first() is not None


def advance(store: Store, film_id: str) -> None:
    """A stage is done: whatever befell the workers on the way was not the film's doing."""
    with store.transaction() as session:
        session.execute(update(FilmVersion).where(FilmVersion.id == film_id).values(deaths=0))


class Telling:
    """Hears the shares of one errand of a film and writes down how far the film is.

    Shots are painted side by side, in other processes perhaps: each has its own share of the
    whole, and the film shows the sum of what is known.
    """

    def __init__(
        self, store: Store, film_id: str, state: str, shots: int, index: int | None
    ) -> None:
        self._store, self._film_id, self._state = store, film_id, state
        self._parts = 1 if index is None else shots
        self._told = 0.0

    def __call__(self, share: float) -> None:
        """`share` of the errand is done."""
        grown = (share - self._told) / self._parts
        done = case((FilmVersion.state == self._state, FilmVersion.share + grown), else_=grown)
        try:
            _change(self._store, self._film_id, state=self._state, share=done)
        except DBAPIError:
            return  # only told; the next share tells this one, too
        self._told = share
