"""Films' files as answers: what the folder gives, object storage gives just so."""

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from obstore.store import MemoryStore
from tests.s3 import S3, s3_server
from tests.unit.web.members import Several, several

from mongyudo.diary import files, films
from mongyudo.diary.storage import LINK_LASTS, PIECE_BYTES, Storage, storage_from
from mongyudo.diary.tables import FilmVersion
from mongyudo.settings import load_settings
from mongyudo.web.files import media_origin
from mongyudo.web.guard import Guard

pytestmark = pytest.mark.slow

BODY = bytes(range(256)) * 20
PLAYED = {"sec-fetch-dest": "video"}


@pytest.fixture
def diary(tmp_path: Path) -> Several:
    return several(tmp_path)


def filmed(diary: Several, body: bytes = BODY) -> tuple[str, str]:
    """A finished film that lies where films lie, and the cookie of its dreamer."""
    dreamer_id = diary.dreamer(f"dreamer-{len(body)}")
    film_id = diary.filmed(dreamer_id, "꿈")
    folder = films.folder_of(diary.store, film_id)
    for name in ("film.mp4", "captions.ko.vtt", "film.json"):
        (folder / name).write_bytes(body)
    with diary.store.transaction() as session:
        film = session.get_one(FilmVersion, film_id)
        film.state, film.files = "done", files.keep(diary.store, film_id, folder)
        film.share_token = f"token-{len(body)}"
    return film_id, diary.cookie(dreamer_id)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Several, str, str]]:
    """A film that lies in a folder, and one in storage: their diaries, ids and cookies."""
    folder, stored = (several(tmp_path_factory.mktemp("both")) for _ in range(2))
    stored.store.storage = Storage(MemoryStore())
    return [(folder, *filmed(folder)), (stored, *filmed(stored))]


@pytest.mark.parametrize("name", ["film.mp4", "captions.ko.vtt"])
@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"range": "bytes=0-0"},
        {"range": "bytes=10-"},
        {"range": "bytes=10-99999999"},
        {"range": "bytes=-7"},
        {"range": "bytes=-99999999"},
        {"range": "bytes=5119-5119"},
        {"range": "bytes=5120-"},
        {"range": "bytes=99999999-"},
        {"range": "bytes=5-5,7-9", "if-range": '"another"'},
        {"range": "bytes=0-9", "if-range": '"another"'},
        {"range": "bytes=0-9", "if-range": "Mon, 01 Jan 2024 00:00:00 GMT"},
    ],
)
def test_storage_answers_as_the_folder_does(
    asked: dict[str, str], name: str, both: list[tuple[Several, str, str]]
) -> None:
    told = []
    for diary, film_id, cookie in both:
        answer = diary.ask("GET", f"/api/v1/films/{film_id}/files/{name}", cookie, headers=asked)
        same = ("content-range", "content-length", "content-type", "accept-ranges")
        headers = {each: answer.headers.get(each) for each in same}
        if answer.status_code == 416:  # an error, of which only the size is told
            headers = {"content-range": answer.headers["content-range"]}
        told.append((answer.status_code, answer.content, headers))
    assert told[0] == told[1]


def test_a_range_goes_on_with_the_same_file_only(diary: Several) -> None:
    diary.store.storage = Storage(MemoryStore())
    film_id, cookie = filmed(diary)
    path = f"/api/v1/films/{film_id}/files/film.mp4"
    etag = diary.ask("GET", path, cookie).headers["etag"]
    again = {"range": "bytes=10-19", "if-range": etag}
    answer = diary.ask("GET", path, cookie, headers=again)
    assert (answer.status_code, answer.content) == (206, BODY[10:20])


def test_a_long_file_comes_in_pieces(diary: Several) -> None:
    diary.store.storage = Storage(MemoryStore())
    body = BODY * (2 * PIECE_BYTES // len(BODY) + 1)
    film_id, cookie = filmed(diary, body)
    path = f"/api/v1/films/{film_id}/files/film.mp4"
    assert diary.ask("GET", path, cookie).content == body
    asked = {"range": f"bytes=7-{PIECE_BYTES + 7}"}
    assert diary.ask("GET", path, cookie, headers=asked).content == body[7 : PIECE_BYTES + 8]


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[S3]:
    with s3_server() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        load_settings.cache_clear()
        yield server
    load_settings.cache_clear()


@pytest.fixture
def signing(diary: Several, s3: S3) -> Callable[[], tuple[str, str]]:
    """Makes films in a storage that signs."""
    diary.store.storage = storage_from(s3.environment["MONGYUDO_STORAGE"])
    return lambda: filmed(diary)


def test_whoever_plays_a_film_is_sent_to_the_storage(
    diary: Several, s3: S3, signing: Callable[[], tuple[str, str]]
) -> None:
    film_id, cookie = signing()
    path = f"/api/v1/films/{film_id}/files/"
    sent = diary.ask("GET", f"{path}film.mp4", cookie, headers=PLAYED)
    assert sent.status_code == 307
    assert sent.headers["cache-control"] == "no-store"
    link = sent.headers["location"]
    played = httpx.get(link)
    assert (played.content, played.headers["content-type"]) == (BODY, "video/mp4")
    s3.late_s = LINK_LASTS.total_seconds() + 5
    assert httpx.get(link).status_code == 403
    s3.late_s = 0
    assert httpx.get(link.replace("film.mp4", "film.json")).status_code == 403
    assert httpx.get(link.partition("?")[0]).status_code == 403
    assert httpx.delete(link).status_code == 403
    for name, asked in (
        ("film.mp4", {"sec-fetch-dest": "document"}),
        ("film.mp4", {}),
        ("captions.ko.vtt", {"sec-fetch-dest": "track"}),
        ("film.json", {}),
    ):
        assert diary.ask("GET", path + name, cookie, headers=asked).content == BODY


def test_another_s_film_is_not_signed_for(
    diary: Several, signing: Callable[[], tuple[str, str]]
) -> None:
    film_id, _ = signing()
    stranger = diary.cookie(diary.dreamer("stranger"))
    path = f"/api/v1/films/{film_id}/files/film.mp4"
    assert diary.ask("GET", path, stranger, headers=PLAYED).status_code == 404
    assert diary.ask("GET", path, headers=PLAYED).status_code == 401


def test_a_shared_film_is_sent_to_the_storage_until_it_is_revoked(
    diary: Several, signing: Callable[[], tuple[str, str]]
) -> None:
    film_id, cookie = signing()
    path = f"/shared/token-{len(BODY)}/files"
    sent = diary.ask("GET", f"{path}/film.mp4", headers=PLAYED)
    assert (sent.status_code, sent.headers["cache-control"]) == (307, "no-store")
    assert diary.ask("GET", f"{path}/film.json").status_code == 404
    diary.ask("DELETE", f"/api/v1/films/{film_id}/link", cookie)
    assert diary.ask("GET", f"{path}/film.mp4", headers=PLAYED).status_code == 404


def test_films_come_through_the_diary_where_it_is_said(
    diary: Several,
    s3: S3,
    signing: Callable[[], tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """For a storage that browsers cannot reach."""
    monkeypatch.setenv("MONGYUDO_STORAGE_PLAYBACK", "through")
    load_settings.cache_clear()
    film_id, cookie = signing()
    path = f"/api/v1/films/{film_id}/files/film.mp4"
    assert diary.ask("GET", path, cookie, headers=PLAYED).content == BODY
    assert media_origin(diary.store.storage) == ""
    monkeypatch.delenv("MONGYUDO_STORAGE_PLAYBACK")
    load_settings.cache_clear()
    assert media_origin(diary.store.storage) == s3.url


def test_a_storage_that_is_away_is_told_kindly_and_without_its_name(
    diary: Several, s3: S3, signing: Callable[[], tuple[str, str]]
) -> None:
    film_id, cookie = signing()
    s3.is_away = True
    path = f"/api/v1/films/{film_id}/files/captions.ko.vtt"
    answer = diary.ask("GET", path, cookie)
    assert answer.status_code == 503
    assert "영상을 가져올 수 없습니다" in answer.json()["detail"]
    assert s3.url not in answer.text


def test_a_file_that_the_storage_lost_is_not_there(
    diary: Several, s3: S3, signing: Callable[[], tuple[str, str]]
) -> None:
    film_id, cookie = signing()
    s3.objects.clear()
    path = f"/api/v1/films/{film_id}/files/captions.ko.vtt"
    assert diary.ask("GET", path, cookie).status_code == 404


def policy_of(media: str) -> dict[str, str]:
    """The directives of the policy that pages are dressed in."""
    told = dict(Guard(lambda *_: None, media=media)._headers)[b"content-security-policy"]
    return dict(each.split(" ", 1) for each in told.decode().split("; "))


def test_only_films_may_come_from_a_storage_and_only_where_there_is_one() -> None:
    alone, stored = policy_of(""), policy_of("https://films.example.org")
    assert alone["media-src"] == "'self'"
    assert stored.pop("media-src") == "'self' https://films.example.org"
    assert "http" not in "".join(alone.values()) + "".join(stored.values())
    assert alone["default-src"] == "'none'"
