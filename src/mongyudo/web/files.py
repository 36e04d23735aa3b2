"""Films' files as answers: from the diary's folder, or from object storage.

Browsers fetch a film from the storage itself, by an address that is signed for a while. Whatever
else is asked for (captions, posters, downloads, which want a name) comes through the diary.
"""

import mimetypes
import re
from email.utils import format_datetime
from pathlib import Path

from fastapi import Request, Response
from fastapi.responses import FileResponse, RedirectResponse, StreamingResponse

from mongyudo.diary.files import StoredFile
from mongyudo.diary.films import NotFoundError
from mongyudo.diary.home import Home
from mongyudo.diary.storage import storage_from
from mongyudo.settings import load_settings

RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
PLAYERS = ("video", "audio")
"""What browsers say a film is for when they play it (Sec-Fetch-Dest); old ones say nothing."""


def given(request: Request, file: Path | StoredFile) -> Response:
    """The answer that gives a film's file; ranges are answered."""
    if isinstance(file, Path):
        return FileResponse(file)
    if _is_played(request, file):
        link = file.storage.link(file.key)
        if link:
            return RedirectResponse(link, 307, {"cache-control": "no-store"})
    return _streamed(request, file)


def media_origin(home: Home) -> str:
    """Where browsers fetch films from beside the diary, "" for nowhere.

    Raises StorageError where the storage cannot sign.
    """
    storage = storage_from(home.storage_url)
    return storage.origin() if storage is not None and _is_direct() else ""


def _is_direct() -> bool:
    return load_settings().storage_playback == "direct"


def _is_played(request: Request, file: StoredFile) -> bool:
    wished = request.headers.get("sec-fetch-dest", PLAYERS[0]) in PLAYERS
    return _is_direct() and wished and file.name.endswith(".mp4")


def _streamed(request: Request, file: StoredFile) -> Response:
    try:
        told = file.storage.told(file.key)
    except FileNotFoundError as error:
        raise NotFoundError(f"저장소에 {file.name} 파일이 없습니다. (No such file.)") from error
    size, changed = told.size_bytes, format_datetime(told.changed_at, usegmt=True)
    headers = {"accept-ranges": "bytes", "etag": told.etag, "last-modified": changed}
    asked = request.headers.get("range", "")
    if request.headers.get("if-range", told.etag) not in (told.etag, changed):
        asked = ""
    begin, end = span_of(asked, size)
    if begin >= end and size:
        return Response(status_code=416, headers={"content-range": f"bytes */{size}"})
    if (begin, end) != (0, size):
        headers["content-range"] = f"bytes {begin}-{end - 1}/{size}"
    headers["content-length"] = str(end - begin)
    return StreamingResponse(
        file.storage.span(file.key, begin, end, told.etag),
        206 if "content-range" in headers else 200,
        headers,
        media_type=mimetypes.guess_type(file.name)[0],
    )


def span_of(asked: str, size: int) -> tuple[int, int]:
    """The bytes, begin to end (not included), that a Range header asks for.

    All of them for a header that asks for several spans, or for nothing known; none (begin not
    before end) where there are no such bytes.
    """
    found = RANGE.fullmatch(asked)
    if found is None or found.groups() == ("", ""):
        return 0, size
    first, last = found.groups()
    if not first:
        return max(0, size - int(last)), size
    return int(first), min(int(last) + 1, size) if last else size
