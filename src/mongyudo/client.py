"""A diary from another program: `Client("http://127.0.0.1:1447")`.

What changes something is sent under an id that the client makes, so that it may be sent again
when no answer came: it happens once. Errors are ClientError with the server's own words.
"""

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import IO, Any, TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen
from uuid import uuid4

from mongyudo.diary.entries import Writing
from mongyudo.diary.statistics import Statistics
from mongyudo.diary.values import from_json, to_json
from mongyudo.diary.views import EntryView
from mongyudo.diary.wishes import Wishes
from mongyudo.errors import MongyudoError
from mongyudo.records import StyleCard
from mongyudo.web.envelopes import Found, Job, Jobs

T = TypeVar("T")
TRIES = 3
"""How often what may be sent twice is sent while no answer comes."""
PAUSE_S = 0.5
"""Between two tries, and between two looks at a job."""
IDEMPOTENT = frozenset({"GET", "PUT", "DELETE"})
IN_A_PAGE = 100


class ClientError(MongyudoError):
    """The diary answered with an error, or not at all (`status` 0)."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status


class Client:
    """One diary over HTTP; `url` without a path, `timeout_s` for each answer."""

    def __init__(self, url: str, *, timeout_s: float = 30) -> None:
        self._url, self._timeout_s = url.rstrip("/"), timeout_s

    def write(self, writing: Writing, *, entry_id: str | None = None) -> EntryView:
        """Keep a dream, under `entry_id` (32 hex digits) when one is given, or change that one."""
        path = f"/entries/{entry_id or uuid4().hex}"
        return from_json(EntryView, self._json("PUT", path, to_json(Writing, writing)))

    def entry(self, entry_id: str) -> EntryView:
        """One entry with its films."""
        return from_json(EntryView, self._json("GET", f"/entries/{entry_id}"))

    def entries(self, query: str = "", **asked: str) -> Iterator[EntryView]:
        """Every entry that is asked for (tag, emotion, category, since, until), newest first."""
        told = urlencode({"q": query, **asked, "limit": IN_A_PAGE})
        path: str | None = f"/api/v1/entries?{told}"
        while path:
            found = from_json(Found, self._loaded("GET", path))
            yield from found.entries
            path = found.links.next

    def forget(self, entry_id: str) -> None:
        """Throw an entry and its films away for good."""
        self._json("DELETE", f"/entries/{entry_id}")

    def ask_film(
        self, entry_id: str, wishes: Wishes | None = None, *, film_id: str | None = None
    ) -> Job:
        """Ask for a film, under `film_id` (32 hex digits) when one is given."""
        path = f"/entries/{entry_id}/films/{film_id or uuid4().hex}"
        return from_json(Job, self._json("PUT", path, to_json(Wishes, wishes or Wishes())))

    def job(self, film_id: str) -> Job:
        """How the making of a film stands."""
        return from_json(Job, self._json("GET", f"/jobs/{film_id}"))

    def jobs(self, *status: str) -> Iterator[Job]:
        """Every job whose status is one of those given (none: every job), newest first."""
        told = urlencode({"status": status, "limit": IN_A_PAGE}, doseq=True)
        path: str | None = f"/api/v1/jobs?{told}"
        while path:
            found = from_json(Jobs, self._loaded("GET", path))
            yield from found.jobs
            path = found.links.next

    def wait(self, film_id: str, *, timeout_s: float = 600) -> Job:
        """The job when it has ended, as whatever; raises ClientError after `timeout_s`."""
        end = time.monotonic() + timeout_s
        while True:
            job = self.job(film_id)
            if job.completed_at is not None:
                return job
            if time.monotonic() > end:
                raise ClientError(0, f"film {film_id} is {job.stage} after {timeout_s} s")
            time.sleep(PAUSE_S)

    def cancel(self, film_id: str) -> None:
        """Stop a film that is still to be made."""
        self._json("POST", f"/films/{film_id}/cancel")

    def share(self, film_id: str) -> str:
        """The address at which anybody can see the film."""
        path: str = self._json("PUT", f"/films/{film_id}/link")["path"]
        return self._url + path

    def revoke(self, film_id: str) -> None:
        """End the film's link."""
        self._json("DELETE", f"/films/{film_id}/link")

    def save(self, film_id: str, name: str, target: Path) -> Path:
        """Save a file of a film as `target`."""
        return self._saved(f"/api/v1/films/{film_id}/files/{quote(name, safe='')}", target)

    def export(self, target: Path, *, films: bool = True) -> Path:
        """Save the whole diary as a ZIP."""
        return self._saved(f"/api/v1/export.zip?films={str(films).lower()}", target)

    def take_in(self, source: Path) -> int:
        """Add what an exported ZIP or JSON holds; how many entries were new."""
        with source.open("rb") as file, closing(self._sent("POST", "/api/v1/import", file)) as got:
            taken: int = json.load(got)["entries"]
        return taken

    def statistics(self) -> Statistics:
        """The diary as a whole."""
        return from_json(Statistics, self._json("GET", "/statistics"))

    def consent(self) -> None:
        """Say that the dreamer knows that a generative AI makes the films."""
        self._json("PUT", "/consent")

    def card(self) -> StyleCard:
        """The style that the dreamer's films keep."""
        return from_json(StyleCard, self._json("GET", "/card"))

    def keep_card(self, card: StyleCard) -> None:
        """Let films from now on keep this style."""
        self._json("PUT", "/card", to_json(StyleCard, card))

    def _json(self, method: str, path: str, body: Any = None) -> Any:
        return self._loaded(method, f"/api/v1{path}", body)

    def _loaded(self, method: str, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        with closing(self._sent(method, path, data)) as answer:
            told = answer.read()
        return json.loads(told) if told else None

    def _saved(self, path: str, target: Path) -> Path:
        part = target.with_name(f"{target.name}.part")
        with closing(self._sent("GET", path)) as answer, part.open("wb") as file:
            shutil.copyfileobj(answer, file)
        return part.replace(target)

    def _sent(self, method: str, path: str, data: bytes | IO[bytes] | None = None) -> HTTPResponse:
        """The answer; what may be sent twice is, while none comes."""
        tries = TRIES if method in IDEMPOTENT else 1
        for left in reversed(range(tries)):
            try:
                return self._once(method, path, data)
            except (URLError, HTTPException, ConnectionError, TimeoutError) as error:
                if not left:
                    raise ClientError(0, f"{self._url} does not answer: {error}") from error
                time.sleep(PAUSE_S)
        raise AssertionError("TRIES is at least 1")

    def _once(self, method: str, path: str, data: bytes | IO[bytes] | None) -> HTTPResponse:
        kind = "application/json" if isinstance(data, bytes) else "application/octet-stream"
        headers = {} if data is None else {"content-type": kind}
        request = Request(self._url + path, data, headers, method=method)
        try:
            answer: HTTPResponse = urlopen(request, timeout=self._timeout_s)
        except HTTPError as error:
            with error:
                raise ClientError(error.code, _detail(error)) from error
        return answer


def _detail(error: HTTPError) -> str:
    """The server's own words: problem details, else its reason."""
    if error.headers.get_content_type() == "application/problem+json":
        return str(json.load(error)["detail"])
    return str(error.reason)
