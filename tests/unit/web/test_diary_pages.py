"""The dreamer's pages, asked in this process: what they say when something is not as usual."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import httpx
import pytest
from tests.unit.web.members import Several, several

from mongyudo.diary import entries, films, jobs
from mongyudo.diary.entries import Writing
from mongyudo.diary.tables import Entry, FilmVersion
from mongyudo.diary.wishes import Wishes
from mongyudo.errors import InputError
from mongyudo.reading import check_text
from mongyudo.web.render import one_of

DAY = date(2026, 11, 29)


class Dreamer:
    """One who is logged in, with pages in the language they choose."""

    def __init__(self, diary: Several) -> None:
        self.diary, self.id = diary, diary.dreamer("dreamer")
        self.cookie = diary.cookie(self.id)
        diary.ask("POST", "/welcome", self.cookie)

    def page(self, path: str, language: str = "ko", status: int = 200) -> str:
        """The page at `path`."""
        answer = self.ask("GET", path, language)
        assert answer.status_code == status, answer.text
        return answer.text

    def ask(self, method: str, path: str, language: str = "ko", **more: object) -> httpx.Response:
        """The answer to a request."""
        headers = {"accept-language": language}
        return self.diary.ask(method, path, self.cookie, headers=headers, **more)

    def entry(self, text: str = "호랑이가 나왔다.", state: str = "", **more: object) -> Entry:
        """A new entry, with a film of this state if any."""
        with self.diary.store.transaction() as session:
            made = entries.write(session, self.id, Writing(text, DAY, **more))
            if state:
                films.ask(session, made, Wishes()).state = state
            return made

    def film(self, entry: Entry) -> FilmVersion:
        """The last film of an entry."""
        with self.diary.store.transaction() as session:
            return session.get_one(Entry, entry.id).films[-1]


@pytest.fixture
def dreamer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dreamer]:
    for name in ("index", "enqueue"):
        monkeypatch.setattr(jobs, name, lambda _: None)
    monkeypatch.setattr(jobs, "cancel", lambda _id, _store: None)
    diary = several(tmp_path)
    yield Dreamer(diary)
    diary.store.close()


def test_a_film_that_failed_says_why_in_the_language_of_the_page(dreamer: Dreamer) -> None:
    entry = dreamer.entry("I flew over the sea.", "failed")
    with pytest.raises(InputError) as told:
        check_text("I flew over the sea.")
    with dreamer.diary.store.transaction() as session:
        session.get_one(FilmVersion, dreamer.film(entry).id).fault = str(told.value)
    english = dreamer.page(f"/entries/{entry.id}", "en")
    assert "Dreams are read in Korean" in english
    assert "한국어로 읽습니다" not in english
    korean = dreamer.page(f"/entries/{entry.id}")
    assert "한국어로 적어 주세요." in korean
    assert "Dreams are read" not in korean


@pytest.mark.parametrize(
    ("told", "korean", "english"),
    [
        ("그런 것이 없습니다. (No such thing.)", "그런 것이 없습니다.", "No such thing."),
        ("너무 깁니다 (한도 20자). (Too long.)", "너무 깁니다 (한도 20자).", "Too long."),
        ("꿈에 글자가 없습니다 (0자)", "꿈에 글자가 없습니다 (0자)", "꿈에 글자가 없습니다 (0자)"),
        ("the GPU is gone (OOM)", "the GPU is gone (OOM)", "the GPU is gone (OOM)"),
    ],
)
def test_what_is_said_in_both_languages_is_shown_in_one(
    told: str, korean: str, english: str
) -> None:
    assert (one_of("ko", told), one_of("en", told)) == (korean, english)
