"""The API: everything a page can do, over JSON. Errors are RFC 9457 problem details."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import FileResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from mongyudo.diary.diary import Page
from mongyudo.diary.entries import Filter, Writing
from mongyudo.diary.films import OPEN_STATES
from mongyudo.diary.views import EntryView, FilmView
from mongyudo.diary.wishes import Wishes
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


@dataclass(frozen=True, slots=True)
class Link:
    """Where anybody can see a film, until it is revoked."""

    path: str


@router.post("/entries", status_code=201)
def write(diary: TheDiary, new: NewEntry) -> EntryView:
    """Keep a dream."""
    return diary.write(new.writing, new.film)


@router.get("/entries")
def find(diary: TheDiary, asked: Annotated[Asked, Query()]) -> Page:
    """Entries, newest dream first."""
    return diary.find(asked.q, asked.wanted(), offset=asked.offset, limit=asked.limit)


@router.get("/entries/{entry_id}")
def entry(diary: TheDiary, entry_id: Id) -> EntryView:
    """One entry."""
    return diary.entry(entry_id)


@router.put("/entries/{entry_id}")
def rewrite(diary: TheDiary, entry_id: Id, writing: Writing) -> EntryView:
    """Change an entry."""
    return diary.rewrite(entry_id, writing)


@router.delete("/entries/{entry_id}", status_code=204)
def forget(diary: TheDiary, entry_id: Id) -> None:
    """Throw an entry and its films away for good."""
    diary.forget(entry_id)


@router.post("/entries/{entry_id}/films", status_code=202)
def ask_film(diary: TheDiary, entry_id: Id, wishes: Wishes) -> FilmView:
    """Ask for a film."""
    return diary.ask_film(entry_id, wishes)


@router.get("/films/{film_id}")
def film(diary: TheDiary, film_id: Id) -> FilmView:
    """One film and how far it is."""
    return diary.film(film_id)


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
def film_file(diary: TheDiary, film_id: Id, name: str) -> Response:
    """A film's file; ranges are answered."""
    return FileResponse(diary.file(film_id, name))


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
        view = await asyncio.to_thread(diary.film, film_id)
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
