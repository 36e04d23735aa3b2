"""What the API answers with beside entries and films: jobs, and pages of what is found."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from urllib.parse import urlencode

from mongyudo.diary.views import EntryView, FilmView
from mongyudo.film.assemble import CAPTIONS, POSTER

Status = Literal["starting", "processing", "succeeded", "failed", "canceled"]
STATUS: dict[str, Status] = {
    "queued": "starting",
    "reading": "processing",
    "painting": "processing",
    "joining": "processing",
    "done": "succeeded",
    "refused": "failed",
    "failed": "failed",
    "cancelled": "canceled",
}
"""Cog's words for the states of a film; a refusal is a failure with `stage` "refused"."""
BEGINS_AT = {"queued": 0.0, "reading": 0.0, "painting": 0.05, "joining": 0.9}
"""Share of a film's whole work that is done when a stage begins."""
ENDS_AT = {"queued": 0.0, "reading": 0.05, "painting": 0.9, "joining": 1.0}


@dataclass(frozen=True, slots=True)
class Job:
    """The making of a film, in the envelope of cog's predictions.

    `progress` is how much of the whole is done, 0..1; `output` maps the names of the files to
    where they are, null until `status` is "succeeded".
    """

    id: str
    status: Status
    stage: str
    input: dict[str, Any]
    output: dict[str, str] | None
    error: str | None
    progress: float
    created_at: datetime
    started_at: datetime | None
    completed_at: datetime | None
    entry_id: str


@dataclass(frozen=True, slots=True)
class Links:
    """Where the neighbouring pages are, null where there is none."""

    next: str | None
    previous: str | None


@dataclass(frozen=True, slots=True)
class Jobs:
    """A page of jobs, newest first."""

    jobs: tuple[Job, ...]
    total: int
    offset: int
    links: Links


@dataclass(frozen=True, slots=True)
class Found:
    """A page of entries, newest dream first; `letters_only`: searched by letters, not by stems."""

    entries: tuple[EntryView, ...]
    total: int
    offset: int
    letters_only: bool
    links: Links


def job_of(film: FilmView) -> Job:
    """The job that makes `film`."""
    output = None
    if film.state == "done":
        names = (*film.files, POSTER, CAPTIONS)
        output = {name: f"/api/v1/films/{film.id}/files/{name}" for name in names}
    return Job(
        id=film.id,
        status=STATUS[film.state],
        stage=film.state,
        input=film.choices,
        output=output,
        error=film.fault or None,
        progress=_progress(film),
        created_at=film.asked_at,
        started_at=film.began_at,
        completed_at=film.ended_at,
        entry_id=film.entry_id,
    )


def _progress(film: FilmView) -> float:
    begins = BEGINS_AT.get(film.state)
    if begins is None:
        return 1.0
    return round(begins + (ENDS_AT[film.state] - begins) * film.share, 4)


def links_for(path: str, asked: dict[str, Any], total: int) -> Links:
    """Links to the pages before and after the one that `asked` (with offset and limit) is."""
    offset, limit = asked["offset"], asked["limit"]

    def at(offset: int) -> str:
        told = {name: value for name, value in asked.items() if value not in (None, "", ())}
        return f"{path}?{urlencode({**told, 'offset': offset}, doseq=True)}"

    after = at(offset + limit) if offset + limit < total else None
    return Links(next=after, previous=at(max(0, offset - limit)) if offset else None)
