"""Labels for the clips of a set: by hand on a page of this machine, or from Korean captions.

The page is served on 127.0.0.1 alone, and only to whoever knows its random token: other machines
do not reach it, and a page of another site that asks through the browser is refused.
"""

import json
import re
import secrets
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from mongyudo.errors import DataError, InputError
from mongyudo.reading import read
from mongyudo.records import CATEGORIES, EMOTIONS, Dream, Kind, Reading
from mongyudo.training.clips import SourceClip, media_path, read_clips, write_clips

PAGE = Path(__file__).with_name("label.html")
FIELDS = ("emotion", "category", "background", "mood", "caption")
LABELS = {"emotion": EMOTIONS, "category": CATEGORIES}
MOST_BODY_BYTES = 1_000_000
CHUNK_BYTES = 1 << 18
POLICY = "default-src 'none'; media-src 'self'; connect-src 'self'; style-src {0}; script-src {0}"


class LabelSet:
    """A set whose labels are changed one by one; each change stands in its file at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._files = tuple(clip.file for clip in read_clips(folder))
        if not self._files:
            raise DataError(f"{folder} lists no clip. Add videos with `mongyudo data import`.")

    def rows(self) -> list[dict[str, Any]]:
        """All clips, as the page shows them."""
        by_file = {clip.file: clip for clip in read_clips(self._folder)}
        return [
            {"number": number, **asdict(by_file[file])}
            for number, file in enumerate(self._files)
            if file in by_file
        ]

    def path(self, number: int) -> Path | None:
        """The video of a clip, None when there is none."""
        known = 0 <= number < len(self._files)
        return media_path(self._folder, self._files[number]) if known else None

    def change(self, number: int, changes: Mapping[str, str]) -> SourceClip:
        """Change labels of one clip and save them; raises DataError for what cannot be.

        The list is read again before, so that what somebody else wrote into it is not lost.
        """
        for field, value in changes.items():
            if field not in FIELDS or not isinstance(value, str):
                raise DataError(f"{field!r} is no label. Known: {', '.join(FIELDS)}")
            if field in LABELS and value not in ("", *LABELS[field]):
                raise DataError(f"{value!r} is no {field}. Known: {' '.join(LABELS[field])}")
        with self._lock:
            clips = read_clips(self._folder)
            wished = self._files[number] if 0 <= number < len(self._files) else ""
            changed = [replace(c, **changes) if c.file == wished else c for c in clips]
            found = next((clip for clip in changed if clip.file == wished), None)
            if found is None:
                raise DataError(f"the set has no clip {number} any more. Load the page again.")
            write_clips(self._folder, changed)
        return found


class LabelServer(ThreadingHTTPServer):
    """Serves the page of one set on 127.0.0.1; `url` opens it."""

    daemon_threads = True

    def __init__(self, labels: LabelSet, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.labels = labels
        self.token = secrets.token_urlsafe(24)

    @property
    def url(self) -> str:
        """The page's address, with the token."""
        return f"http://127.0.0.1:{self.server_port}/?token={self.token}"


class _Handler(BaseHTTPRequestHandler):
    server: LabelServer
    protocol_version = "HTTP/1.1"
    timeout = 30

    def log_message(self, *_args: Any, **_named: Any) -> None:
        """Nothing: a log would hold the token."""

    def do_GET(self) -> None:
        """The page, the list of clips, or a clip's video."""
        address = urlsplit(self.path)
        if not self._allowed(address.query):
            return
        media = re.fullmatch(r"/media/(\d{1,9})", address.path)
        if address.path == "/":
            self._page()
        elif address.path == "/clips":
            self._json({"clips": self.server.labels.rows(), "labels": LABELS})
        elif media:
            self._video(self.server.labels.path(int(media[1])))
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")

    def do_POST(self) -> None:
        """Labels of a clip, as a JSON object."""
        match = re.fullmatch(r"/clips/(\d{1,9})", self.path)
        size = self.headers.get("Content-Length", "")
        self.close_connection = True  # whatever is refused, its body is not read
        if not self._allowed(""):
            return
        if match is None or self.headers.get_content_type() != "application/json":
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")
        elif not size.isdecimal() or int(size) > MOST_BODY_BYTES:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"at most {MOST_BODY_BYTES:,} bytes")
        else:
            self._change(int(match[1]), self.rfile.read(int(size)))

    def _change(self, number: int, body: bytes) -> None:
        try:
            changes = json.loads(body)
            if not isinstance(changes, dict):
                raise DataError("the request is no JSON object")
            self._json(asdict(self.server.labels.change(number, changes)))
        except (DataError, ValueError) as error:
            self._refuse(HTTPStatus.BAD_REQUEST, str(error))
        except OSError as error:
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, f"not saved: {error.strerror}")

    def _allowed(self, query: str) -> bool:
        """Only by this machine's own names, and only with the token."""
        port = self.server.server_port
        given = self.headers.get("X-Token") or parse_qs(query).get("token", [""])[0]
        hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        known = secrets.compare_digest(given.encode(), self.server.token.encode())
        if known and self.headers.get("Host") in hosts:
            return True
        self._refuse(HTTPStatus.FORBIDDEN, "open the address that `mongyudo data label` prints")
        return False

    def _page(self) -> None:
        nonce = secrets.token_urlsafe(12)
        page = PAGE.read_text(encoding="utf-8").replace("{nonce}", nonce)
        policy = POLICY.format(f"'nonce-{nonce}'")
        self._send(HTTPStatus.OK, page.encode(), "text/html; charset=utf-8", policy)

    def _video(self, path: Path | None) -> None:
        """A file, or the part of it that is asked for: browsers seek in videos so."""
        if path is None:
            self._refuse(HTTPStatus.NOT_FOUND, "the video is gone")
            return
        with path.open("rb") as file:
            size = path.stat().st_size
            first, last = _span(self.headers.get("Range", ""), size)
            self.send_response(HTTPStatus.PARTIAL_CONTENT)
            self.send_header("Content-Type", guess_type(path.name)[0] or "application/octet-stream")
            self.send_header("Accept-Ranges", "bytes")
            self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
            self.send_header("Content-Length", str(last - first + 1))
            self.end_headers()
            file.seek(first)
            self._pump(file, last - first + 1)

    def _pump(self, file: Any, left: int) -> None:
        try:
            while left and (data := file.read(min(left, CHUNK_BYTES))):
                self.wfile.write(data)
                left -= len(data)
        except (BrokenPipeError, ConnectionResetError, TimeoutError):
            self.close_connection = True  # the browser went on to another clip

    def _json(self, value: Any, status: HTTPStatus = HTTPStatus.OK) -> None:
        body = json.dumps(value, ensure_ascii=False).encode()
        self._send(status, body, "application/json; charset=utf-8", "default-src 'none'")

    def _refuse(self, status: HTTPStatus, why: str) -> None:
        self._json({"error": why}, status)

    def _send(self, status: HTTPStatus, body: bytes, kind: str, policy: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", policy)
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)


def _span(asked: str, size: int) -> tuple[int, int]:
    """First and last byte of `bytes=FIRST-LAST`, `bytes=FIRST-` or `bytes=-LENGTH`; else all."""
    match = re.fullmatch(r"bytes=(\d{0,15})-(\d{0,15})", asked.strip())
    whole = (0, max(size - 1, 0))
    if match is None or not any(match.groups()):
        return whole
    first, last = match.groups()
    if not first:
        return max(size - int(last), 0), whole[1]
    found = (int(first), min(int(last), whole[1]) if last else whole[1])
    return found if found[0] <= found[1] else whole


@dataclass(frozen=True, slots=True)
class Labelled:
    """What was read from captions: the clips that gained a label, and those that did not, why."""

    changed: tuple[str, ...]
    left: tuple[tuple[str, str], ...]


MOODS: tuple[Kind, ...] = ("feeling", "light", "weather")


def label_from_captions(folder: Path) -> Labelled:
    """Fill labels that are missing from what is read in Korean captions; none is overwritten."""
    clips, changed, left = [], [], []
    for clip in read_clips(folder):
        try:
            found = _labelled(clip, read(Dream.of(clip.caption, clip.file), segments=1))
        except InputError as error:
            left.append((clip.file, str(error)))
            found = clip
        if found != clip:
            changed.append(clip.file)
        clips.append(found)
    write_clips(folder, clips)
    return Labelled(tuple(changed), tuple(left))


def _labelled(clip: SourceClip, reading: Reading) -> SourceClip:
    words = [word for segment in reading.segments for word in segment.keywords]
    read_of_it = {
        "emotion": reading.emotion.label,
        "category": reading.category.label,
        "background": " ".join(word.ko for word in words if word.kind == "setting"),
        "mood": " ".join(word.ko for word in words if word.kind in MOODS),
    }
    return replace(
        clip, **{field: value for field, value in read_of_it.items() if not getattr(clip, field)}
    )
