"""Another's diary is not there: every route, asked by nobody and by a stranger.

The routes are the application's own, so one that is added later is asked, too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from fastapi.routing import iter_route_contexts
from tests.unit.web.members import Several, several

from mongyudo.diary import entries, films
from mongyudo.diary.entries import Writing
from mongyudo.diary.home import Home
from mongyudo.diary.wishes import Wishes
from mongyudo.settings import Settings
from mongyudo.web.app import create_app
from mongyudo.web.members import Rules, is_for_anybody, rules_from

pytestmark = pytest.mark.slow  # every route, more than once

SECRET = "아무도 모르는 호랑이"
FILES = ("film.mp4", "poster.png", "captions.ko.vtt", "film.json")
OTHERS_IDS = frozenset({"entry_id", "film_id", "session_id", "dreamer_id", "invitation_id"})


def routes() -> list[tuple[str, str]]:
    """Every method and path that the application answers, but for static files."""
    app = create_app(Home(Path(), "sqlite://", "sqlite://"), rules=RULES)
    found = iter_route_contexts(app.routes)
    return sorted((m, str(each.path)) for each in found for m in getattr(each, "methods", ()) or ())


RULES: Rules = rules_from(Settings())
ROUTES = routes()


@dataclass
class Two:
    """Two dreamers: one has a secret, the other is a stranger to it."""

    diary: Several
    ids: dict[str, str]
    owner: str
    stranger_id: str

    @property
    def stranger(self) -> str:
        """The cookie of a session that is not logged out by what was asked before."""
        return self.diary.cookie(self.stranger_id)

    def path(self, pattern: str, name: str = "film.mp4") -> str:
        """A route's path, led to what the owner has."""
        return re.sub(r"\{(\w+)\}", lambda found: {**self.ids, "name": name}[found[1]], pattern)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    diary = several(tmp_path_factory.mktemp("two"))
    owner_id, stranger_id = diary.dreamer("owner"), diary.dreamer("stranger")
    owner = diary.cookie(owner_id)
    with diary.store.transaction() as session:
        entry = entries.write(session, owner_id, Writing(SECRET, date(2026, 11, 29), SECRET))
        film = films.ask(session, entry, Wishes())
        entries.keep_draft(session, owner_id, {"text": SECRET})
        ids = {"entry_id": entry.id, "film_id": film.id, "dreamer_id": owner_id}
    folder = films.folder_of(diary.store, ids["film_id"])
    folder.mkdir(parents=True)
    for name in FILES:
        (folder / name).write_text(SECRET, encoding="utf-8")
    ids |= {"session_id": owner.partition(".")[0], "invitation_id": "0" * 32, "token": "no-token"}
    diary.ask("POST", "/welcome", diary.cookie(stranger_id))
    yield Two(diary, ids, owner, stranger_id)
    diary.store.close()


def test_the_routes_are_found() -> None:
    assert ("GET", "/entries/{entry_id}") in ROUTES
    assert ("DELETE", "/api/v1/entries/{entry_id}") in ROUTES
    assert ("POST", "/account/delete") in ROUTES
    assert len(ROUTES) > 50


CLOSED = [(method, pattern) for method, pattern in ROUTES if not is_for_anybody(pattern)]


@pytest.mark.parametrize(("method", "pattern"), CLOSED)
def test_nobody_is_let_in(two: Two, method: str, pattern: str) -> None:
    answer = two.diary.ask(method, two.path(pattern))
    if pattern.startswith("/api/"):
        assert answer.status_code == 401
    else:
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/login")
    assert SECRET not in answer.text


@pytest.mark.parametrize(("method", "pattern"), ROUTES)
def test_a_stranger_finds_nothing_of_another_s(two: Two, method: str, pattern: str) -> None:
    names = FILES if "{name}" in pattern else FILES[:1]
    for name in names:
        path = two.path(pattern, name)
        bodies = {"json": BODIES.get(pattern, {})} if pattern.startswith("/api/") else {}
        forms = {} if bodies or method == "GET" else {"data": FORMS.get(pattern, {})}
        answer = two.diary.ask(method, path, two.stranger, **bodies, **forms)
        assert SECRET not in answer.text
        if OTHERS_IDS.intersection(re.findall(r"\{(\w+)\}", pattern)):
            assert answer.status_code == 404, (answer.status_code, answer.text[:300])
    assert two.diary.ask("GET", f"/entries/{two.ids['entry_id']}", two.owner).status_code == 200
    assert two.diary.ask("GET", two.path(FILM_FILE), two.owner).text == SECRET
    assert two.diary.ask("GET", "/api/v1/draft", two.owner).json() == {"text": SECRET}


FILM_FILE = "/api/v1/films/{film_id}/files/{name}"
WRITING = {"text": "꿈", "dreamed_on": "2026-11-29"}
BODIES = {"/api/v1/entries/{entry_id}": WRITING, "/api/v1/draft": {"text": "mine"}}
FORMS = {
    "/entries/{entry_id}/edit": WRITING,
    "/entries/{entry_id}/films": {"seed": ""},
    "/films/{film_id}/again": {"style": "ink"},
}


@pytest.mark.parametrize("part", ["text", "words", "everything"])
def test_the_stranger_s_search_and_export_hold_their_own_dreams_only(two: Two, part: str) -> None:
    path = {
        "text": "/api/v1/entries", "words": "/export.md", "everything": "/export.zip",
    }[part]  # fmt: skip
    found = two.diary.ask("GET", path, two.stranger)
    assert found.status_code == 200
    assert SECRET.encode() not in found.content
    assert two.ids["entry_id"].encode() not in found.content
