"""The API of the diary as a whole: consent, statistics, what can film, taking out and in."""

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile, mkstemp

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from mongyudo.diary.diary import Diary
from mongyudo.diary.export import as_json, as_markdown
from mongyudo.diary.statistics import Counted, Statistics
from mongyudo.diary.store import Store
from mongyudo.records import StyleCard
from mongyudo.web.painters import Painter, painters
from mongyudo.web.state import TheDiary, state_of

HELD_BYTES = 1_000_000
"""How much of what is taken in stays in memory; the rest waits on disk."""

router = APIRouter(prefix="/api/v1", tags=["diary"])


@dataclass(frozen=True, slots=True)
class Consent:
    """Whether the dreamer knows that a generative AI makes the films."""

    given: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """How many entries were taken in; the diary had `known` others already."""

    entries: int
    known: int


@router.get("/consent")
def consented(diary: TheDiary) -> Consent:
    """Whether the dreamer has agreed."""
    return Consent(diary.consented())


@router.put("/consent", status_code=204)
def consent(diary: TheDiary) -> None:
    """The dreamer was told that a generative AI makes the films, and agrees."""
    diary.consent()


@router.get("/card")
def card(diary: TheDiary) -> StyleCard:
    """The style that the dreamer's films keep."""
    return diary.card()


@router.put("/card", status_code=204)
def keep_card(diary: TheDiary, card: StyleCard) -> None:
    """Let films from now on keep this style."""
    diary.keep_card(card)


@router.get("/statistics")
def statistics(diary: TheDiary) -> Statistics:
    """The diary as a whole: emotions over time, subjects, what returns."""
    return diary.statistics()


@router.get("/tags")
def tags(diary: TheDiary) -> tuple[Counted, ...]:
    """Every tag and how many dreams carry it."""
    return diary.tags()


@router.get("/backends")
def backends() -> tuple[Painter, ...]:
    """What can film here, and why what cannot does not; those that are ready come first."""
    return painters()


@router.get("/export.zip", response_class=FileResponse)
def export(request: Request, diary: TheDiary, *, films: bool = True) -> Response:
    """The whole diary, with or without the films' files."""
    made = packed(state_of(request).store, diary, films=films)
    return FileResponse(made, media_type="application/zip", background=BackgroundTask(made.unlink))


def packed(store: Store, diary: Diary, *, films: bool) -> Path:
    """The whole diary as a file that its user throws away."""
    descriptor, name = mkstemp(suffix=".zip", dir=store.home.folder)
    made = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            diary.export(file, with_films=films)
    except BaseException:
        made.unlink()
        raise
    return made


@router.get("/export.json", response_class=Response)
def export_json(diary: TheDiary) -> Response:
    """The dreams as JSON, which can be taken in again."""
    return Response(as_json(diary.texts()), media_type="application/json")


@router.get("/export.md", response_class=Response)
def export_markdown(diary: TheDiary) -> Response:
    """The dreams as one text to be read."""
    return Response(as_markdown(diary.texts()), media_type="text/markdown; charset=utf-8")


BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.post("/import", openapi_extra=BODY)
async def take_in(request: Request, diary: TheDiary) -> Taken:
    """Add what an exported ZIP or JSON holds; the body is the file itself."""
    with SpooledTemporaryFile(max_size=HELD_BYTES) as file:
        async for piece in request.stream():
            await asyncio.to_thread(file.write, piece)
        file.seek(0)
        taken = await asyncio.to_thread(diary.take_in, file)
        return Taken(len(taken.fresh), taken.known)
