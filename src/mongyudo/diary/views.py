"""What is shown of an entry and a film: plain values, the same for pages and API."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from mongyudo.diary.indexing import fault_of
from mongyudo.diary.tables import Entry, FilmVersion, now

SOON_READ_S = 120
"""A dream that was not read so long after it was written waits for something else."""


@dataclass(frozen=True, slots=True)
class FilmView:
    """A film as it stands; `share` is how much of its state's work is done, 0..1.

    `stages_s` tells how long it waited (queued), and was read, painted and joined, in seconds.
    """

    id: str
    entry_id: str
    number: int
    state: str
    share: float
    fault: str
    choices: dict[str, Any]
    verdict: dict[str, Any] | None
    manifest: dict[str, Any] | None
    share_token: str | None
    asked_at: datetime
    began_at: datetime | None
    stages_s: dict[str, float]
    ended_at: datetime | None

    @property
    def files(self) -> tuple[str, ...]:
        """The videos to play: the joined film first, then the segments."""
        if not self.manifest:
            return ()
        joined = self.manifest["files"]["film"]
        segments = [shot["file"] for shot in self.manifest["shots"]]
        return tuple(name for name in (joined, *segments) if name)

    def is_older_than(self, text: str) -> bool:
        """Whether it was made of another text than `text`, which its dream has now."""
        dream = (self.manifest or {}).get("dream", {})
        return bool(dream.get("text", text) != text)


@dataclass(frozen=True, slots=True)
class EntryView:
    """A dream in the diary with everything that was made of it.

    `unreadable` says why it cannot be read, "" for one that can.
    """

    id: str
    dreamed_on: date
    title: str
    text: str
    tags: tuple[str, ...]
    clarity: int | None
    felt: str
    emotion: str
    category: str
    reading: dict[str, Any] | None
    verdict: dict[str, Any] | None
    correction: dict[str, Any]
    made_at: datetime
    changed_at: datetime
    films: tuple[FilmView, ...]
    unreadable: str

    @property
    def wants_film(self) -> bool:
        """Whether it can be filmed, and no film was asked for since its text is this."""
        films = all(film.is_older_than(self.text) for film in self.films)
        return films and not self.unreadable

    @property
    def is_being_read(self) -> bool:
        """Whether its reading is to be expected in a moment, with no film that would tell so."""
        is_new = now() - self.changed_at < timedelta(seconds=SOON_READ_S)
        return self.reading is None and not self.unreadable and is_new


def film_view(film: FilmVersion) -> FilmView:
    """What is shown of a film."""
    return FilmView(
        id=film.id,
        entry_id=film.entry_id,
        number=film.number,
        state=film.state,
        share=round(film.share, 4),
        fault=film.fault,
        choices=film.choices,
        verdict=film.verdict,
        manifest=film.manifest,
        share_token=film.share_token,
        asked_at=film.asked_at,
        began_at=film.began_at,
        stages_s=_stages_s(film),
        ended_at=film.ended_at,
    )


def _stages_s(film: FilmVersion) -> dict[str, float]:
    """How long each stage took that is over, in seconds; of a film taken in nobody knows."""
    if film.began_at is None:
        return {}
    moments = [
        ("queued", film.asked_at), ("reading", film.began_at), ("painting", film.painting_at),
        ("joining", film.joining_at), ("", film.ended_at),
    ]  # fmt: skip
    reached = [(name, at) for name, at in moments if at is not None]
    return {
        name: round((after - at).total_seconds(), 1) for (name, at), (_, after) in pairwise(reached)
    }


def entry_view(entry: Entry) -> EntryView:
    """What is shown of an entry."""
    return EntryView(
        id=entry.id,
        dreamed_on=entry.dreamed_on,
        title=entry.title,
        text=entry.text,
        tags=tuple(sorted(entry.tags)),
        clarity=entry.clarity,
        felt=entry.felt,
        emotion=entry.emotion,
        category=entry.category,
        reading=entry.reading,
        verdict=entry.verdict,
        correction=entry.correction,
        made_at=entry.made_at,
        changed_at=entry.changed_at,
        films=tuple(film_view(film) for film in entry.films),
        unreadable="" if entry.reading else fault_of(entry.text),
    )
