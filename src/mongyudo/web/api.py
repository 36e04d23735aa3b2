"""The API: everything a page can do, over JSON. Errors are RFC 9457 problem details."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import FileResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from mongyudo.diary.entries import Filter, Writing
from mongyudo.diary.films import OPEN_STATES, NotFoundError
from mongyudo.diary.views import EntryView, FilmView
from mongyudo.diary.wishes import Wishes
from mongyudo.records import Style
from mongyudo.web.envelopes import STATUS, Found, Job, Jobs, Status, job_of, links_for
from mongyudo.web.files import given
from mongyudo.web.state import TheDiary

LOOK_EVERY_S = 0.25
"""How often a film's progress is looked up for a page that follows it."""

router = APIRouter(prefix="/api/v1", tags=["diary"])
Id = Annotated[str, Path(pattern="^[0-9a-f]{32}$")]


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A dream to keep, and how it is to be filmed (null: not now)."""

    writing: Writing
    film: Wishes | None = None


class Asked(BaseModel):
    """Which entries are asked for."""

    model_config = ConfigDict(extra="forbid")

    q: Annotated[str, Field(max_length=200)] = ""
    tag: Annotated[str, Field(max_length=50)] = ""
    emotion: Annotated[str, Field(max_length=8)] = ""
    category: Annotated[str, Field(max_length=20)] = ""
    since: date | None = None
    until: date | None = None
    offset: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    limit: Annotated[int, Field(ge=1, le=100)] = 30

    def wanted(self) -> Filter:
        """The filter, without the words of `q`."""
        return Filter((), self.tag, self.emotion, self.category, self.since, self.until)


class AskedJobs(BaseModel):
    """Which jobs are asked for; no status: all."""

    model_config = ConfigDict(extra="forbid")

    status: tuple[Status, ...] = ()
    offset: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    limit: Annotated[int, Field(ge=1, le=100)] = 30


@dataclass(frozen=True, slots=True)
class Other:
    """What another film is to be other in; no seed: one by chance."""

    seed: Annotated[int, Field(ge=0, lt=2**31)] | None = None
    style: Style | None = None
    backend: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Where anybody can see a film, until it is revoked."""

    path: str


@router.post("/entries", status_code=201)
def write(diary: TheDiary, new: NewEntry) -> EntryView:
    """Keep a dream."""
    return diary.write(new.writing, new.film)


@router.get("/entries")
def find(diary: TheDiary, asked: Annotated[Asked, Query()]) -> Found:
    """Entries, newest dream first."""
    found = diary.find(asked.q, asked.wanted(), offset=asked.offset, limit=asked.limit)
    links = links_for("/api/v1/entries", asked.model_dump(mode="json"), found.total)
    return Found(found.entries, found.total, found.offset, found.letters_only, links)


@router.get("/entries/{entry_id}")
def entry(diary: TheDiary, entry_id: Id) -> EntryView:
    """One entry."""
    return diary.entry(entry_id)


@router.put("/entries/{entry_id}")
def put_entry(diary: TheDiary, entry_id: Id, writing: Writing, response: Response) -> EntryView:
    """Keep a dream under an id of the client's own (201), or change it (200).

    Sent twice it is kept once.
    """
    view, fresh = diary.put_entry(entry_id, writing)
    response.status_code = 201 if fresh else 200
    return view


@router.delete("/entries/{entry_id}", status_code=204)
def forget(diary: TheDiary, entry_id: Id) -> None:
    """Throw an entry and its films away for good."""
    diary.forget(entry_id)


@router.post("/entries/{entry_id}/films", status_code=202)
def ask_film(diary: TheDiary, entry_id: Id, wishes: Wishes) -> FilmView:
    """Ask for a film."""
    return diary.ask_film(entry_id, wishes)


@router.put("/entries/{entry_id}/films/{film_id}", status_code=202)
def put_film(diary: TheDiary, entry_id: Id, film_id: Id, wishes: Wishes, response: Response) -> Job:
    """Ask for a film under an id of the client's own (202); sent again, it is told (200).

    The same id with other wishes is a conflict (409).
    """
    film, fresh = diary.put_film(entry_id, film_id, wishes)
    response.status_code = 202 if fresh else 200
    response.headers["location"] = f"/api/v1/jobs/{film_id}"
    return job_of(film)


@router.get("/jobs")
def find_jobs(diary: TheDiary, asked: Annotated[AskedJobs, Query()]) -> Jobs:
    """The jobs that make films, newest first."""
    states = [state for state, status in STATUS.items() if status in asked.status]
    found, total = diary.films(states, offset=asked.offset, limit=asked.limit)
    links = links_for("/api/v1/jobs", asked.model_dump(mode="json"), total)
    return Jobs(tuple(map(job_of, found)), total, asked.offset, links)


@router.get("/jobs/{film_id}")
def job(diary: TheDiary, film_id: Id) -> Job:
    """The job that makes a film."""
    return job_of(diary.film(film_id))


@router.post("/films/{film_id}/again", status_code=202)
def film_again(diary: TheDiary, film_id: Id, other: Other) -> FilmView:
    """Ask for a film like this one, with another seed, style or backend."""
    return diary.film_again(film_id, **asdict(other))


@router.get("/films/{film_id}")
def film(diary: TheDiary, film_id: Id) -> FilmView:
    """One film and how far it is."""
    return diary.film(film_id)


@router.delete("/films/{film_id}", status_code=204)
def forget_film(diary: TheDiary, film_id: Id) -> None:
    """Throw one film away for good; its entry stays."""
    diary.forget_film(film_id)


@router.post("/films/{film_id}/cancel", status_code=204)
def cancel(diary: TheDiary, film_id: Id) -> None:
    """Stop a film that is still to be made."""
    diary.cancel_film(film_id)


@router.put("/films/{film_id}/link")
def share(diary: TheDiary, film_id: Id) -> Link:
    """Make a link by which anybody can see the film."""
    return Link(f"/shared/{diary.share_film(film_id)}")


@router.delete("/films/{film_id}/link", status_code=204)
def revoke(diary: TheDiary, film_id: Id) -> None:
    """End the link."""
    diary.revoke(film_id)


@router.get("/films/{film_id}/files/{name}", response_class=FileResponse)
def film_file(request: Request, diary: TheDiary, film_id: Id, name: str) -> Response:
    """A film's file; ranges are answered. Who plays one in object storage is sent there (307)."""
    return given(request, diary.file(film_id, name))


@router.get("/films/{film_id}/events", response_class=StreamingResponse)
async def events(diary: TheDiary, film_id: Id) -> StreamingResponse:
    """Server-sent events of {"state", "share"} until the film has ended."""
    await asyncio.to_thread(diary.film, film_id)  # an unknown film is an error, not a stream
    headers = {"cache-control": "no-store"}
    return StreamingResponse(
        _following(diary, film_id), media_type="text/event-stream", headers=headers
    )


async def _following(diary: TheDiary, film_id: str) -> AsyncIterator[str]:
    told = None
    while True:
        try:
            view = await asyncio.to_thread(diary.film, film_id)
        except NotFoundError:
            return  # thrown away while it was followed
        now = {"state": view.state, "share": view.share}
        if now != told:
            told = now
            yield f"data: {json.dumps(now)}\n\n"
        if view.state not in OPEN_STATES:
            return
        await asyncio.sleep(LOOK_EVERY_S)


@router.get("/draft")
def draft(diary: TheDiary) -> dict[str, Any]:
    """What was being written."""
    return diary.draft()


@router.put("/draft", status_code=204)
def keep_draft(diary: TheDiary, fields: dict[str, Any]) -> None:
    """Keep what is being written."""
    diary.keep_draft(fields)
