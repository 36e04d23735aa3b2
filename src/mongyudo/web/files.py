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

from mongyudo.diary.files import StoredFile, text_of
from mongyudo.diary.films import NotFoundError
from mongyudo.diary.sealed_files import TEXTS
from mongyudo.diary.storage import Storage
from mongyudo.settings import load_settings

RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
PLAYERS = ("video", "audio")
"""What browsers say a film is for when they play it (Sec-Fetch-Dest).

Old ones say nothing, nor do programs, which would send the storage their cookies: they get the film
through the diary.
"""


def given(request: Request, file: Path | StoredFile) -> Response:
    """The answer that gives a film's file; ranges are answered."""
    if file.name in TEXTS:
        return Response(text_of(file), media_type=mimetypes.guess_type(file.name)[0])
    if isinstance(file, Path):
        return FileResponse(file)
    if _is_played(request, file):
        link = file.storage.link(file.key)
        if link:
            return RedirectResponse(link, 307, {"cache-control": "no-store"})
    return _streamed(request, file)


def media_origin(storage: Storage | None) -> str:
    """Where browsers fetch films from beside the diary, "" for nowhere.

    Raises StorageError where the storage cannot sign.
    """
    return storage.origin() if storage is not None and _is_direct() else ""


def _is_direct() -> bool:
    return load_settings().storage_playback == "direct"


def _is_played(request: Request, file: StoredFile) -> bool:
    wished = request.headers.get("sec-fetch-dest") in PLAYERS
    return _is_direct() and wished and file.name.endswith(".mp4")


def _streamed(request: Request, file: StoredFile) -> Response:
    try:
        told = file.storage.told(file.key)
    except FileNotFoundError as error:
        raise NotFoundError(f"저장소에 {file.name} 파일이 없습니다. (No such file.)") from error
    size, changed = told.size_bytes, format_datetime(told.changed_at, usegmt=True)
    headers = {"accept-ranges": "bytes", "etag": told.etag, "last-modified": changed}
    is_same = request.headers.get("if-range", told.etag) in (told.etag, changed)
    asked = span_of(request.headers.get("range", ""), size) if is_same else None
    begin, end = asked or (0, size)
    if asked and begin >= end:
        return Response(status_code=416, headers={"content-range": f"bytes */{size}"})
    if asked:
        headers["content-range"] = f"bytes {begin}-{end - 1}/{size}"
    headers["content-length"] = str(end - begin)
    return StreamingResponse(
        file.storage.span(file.key, begin, end, told.etag),
        206 if asked else 200,
        headers,
        media_type=mimetypes.guess_type(file.name)[0],
    )


def span_of(asked: str, size: int) -> tuple[int, int] | None:
    """The bytes, begin to end (not included), that a Range header asks for; None for all.

    So is a header understood that asks for several spans, or for nothing known. Where there are no
    such bytes, the begin is not before the end.
    """
    found = RANGE.fullmatch(asked)
    if found is None or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        return max(0, size - int(last)), size
    return int(first), min(int(last) + 1, size) if last else size
