"""The dreamer's pages, asked in this process: what they say when something is not as usual."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.unit.web.members import Several, several

from mongyudo.diary import entries, films, jobs
from mongyudo.diary.entries import Writing
from mongyudo.diary.reader import Reader
from mongyudo.diary.tables import Entry, FilmVersion
from mongyudo.diary.wishes import Wishes
from mongyudo.errors import InputError
from mongyudo.reading import check_text, read
from mongyudo.records import Dream, Reading
from mongyudo.web.render import ENGLISH, one_of

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


class Understanding(Reader):
    """Reads at once, in this process."""

    def read(self, dream: Dream) -> Reading:
        return read(dream)

    def stems(self, text: str) -> str:
        return text


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch, dreamer: Dreamer) -> None:
    """Have entries read as soon as they are written."""
    bench = jobs.Bench(dreamer.diary.store, Understanding(), None)
    monkeypatch.setattr(jobs, "_bench", bench)
    monkeypatch.setattr(jobs, "index", jobs._index)


def written(dreamer: Dreamer, path: str, text: str, title: str = "") -> str:
    """The page of an entry that was written, or changed, by the form at `path`."""
    form = {"text": text, "dreamed_on": str(DAY), "title": title}
    return str(dreamer.ask("POST", path, data=form).headers["location"])


@pytest.mark.usefixtures("reading")
def test_a_dream_that_is_only_kept_is_read_and_has_a_title(dreamer: Dreamer) -> None:
    page = dreamer.page(written(dreamer, "/write", "호랑이에게 쫓겨서 무서웠다."))
    for told in (">호랑이</h1>", "이렇게 읽었습니다", "공포", "지상동물", "영상 만들기"):
        assert told in page


@pytest.mark.usefixtures("reading")
def test_a_changed_text_is_read_again_and_its_old_film_says_that_it_is_older(
    dreamer: Dreamer,
) -> None:
    path = written(dreamer, "/write", "호랑이에게 쫓겨서 무서웠다.")
    assert "고치기 전 글로" not in dreamer.page(path)
    with dreamer.diary.store.transaction() as session:
        entry = session.get_one(Entry, path.rpartition("/")[2])
        film = films.ask(session, entry, Wishes())
        film.state, film.manifest = "done", manifest(entry.text)
    written(dreamer, path + "/edit", "고래를 만나서 행복했다.", "호랑이")  # as the form has it
    page = dreamer.page(path)
    for told in (
        ">고래</h1>",
        "이렇게 읽었습니다",
        "수중동물",
        "고치기 전 글로 만든 영상",
        "영상 만들기",
    ):
        assert told in page
    with dreamer.diary.store.transaction() as session:
        session.get_one(FilmVersion, film.id).state = "painting"  # of the older text
    written(dreamer, path + "/edit", "고양이를 만나서 행복했다.", "고래")
    assert ">고양이</h1>" in dreamer.page(path)
    written(dreamer, path + "/edit", "토끼를 만나서 행복했다.", "내 꿈")
    assert ">내 꿈</h1>" in dreamer.page(path)


def manifest(text: str) -> dict[str, Any]:
    """As much of a film's manifest as its page needs."""
    read_ = {"emotion": {"label": "공포"}, "unknown": []}
    return {
        "dream": {"text": text}, "reading": read_, "backend": "ink", "style": "ink", "seed": 7,
        "licence": "Apache-2.0", "label": {}, "shots": [], "files": {"film": "film.mp4"},
    }  # fmt: skip


def test_a_dream_that_cannot_be_read_says_so_and_is_counted_so(dreamer: Dreamer) -> None:
    entry = dreamer.entry("I flew over the sea.")
    assert "읽지 못했습니다" in dreamer.page(f"/entries/{entry.id}")
    told = dreamer.page("/about-me")
    assert "읽지 못함 1" in told
    assert "아직 읽지 않음" not in told


def test_one_film_is_thrown_away_with_its_files_and_the_dream_stays(dreamer: Dreamer) -> None:
    entry = dreamer.entry(state="cancelled")
    film = dreamer.film(entry)
    folder = films.folder_of(dreamer.diary.store, film.id)
    folder.mkdir(parents=True)
    (folder / "film.mp4").write_bytes(b"film")
    page = dreamer.page(f"/entries/{entry.id}")
    assert f"/films/{film.id}/delete" in page
    assert f"/films/{film.id}/again" in page
    gone = dreamer.ask("POST", f"/films/{film.id}/delete")
    assert "영상을 버렸습니다." in dreamer.page(gone.headers["location"])
    assert not folder.exists()
    assert f"/films/{film.id}/" not in dreamer.page(f"/entries/{entry.id}")


def test_a_film_that_was_stopped_is_asked_for_again_and_stands_behind_the_others(
    dreamer: Dreamer,
) -> None:
    entry = dreamer.entry(state="cancelled")
    first = dreamer.film(entry)
    dreamer.ask("POST", f"/films/{first.id}/again", data={"reseed": "false"})
    second = dreamer.film(entry)
    assert second.choices | {"card": None} == first.choices
    page = dreamer.page(f"/entries/{entry.id}")
    assert page.index('id="film-2"') < page.index('id="film-1"')
    dreamer.ask("POST", f"/films/{second.id}/again", data={"reseed": "false"})
    with dreamer.diary.store.transaction() as session:
        one, two, three = session.get_one(Entry, entry.id).films
        one.state, two.state, three.state = "failed", "refused", "cancelled"
    page = dreamer.page(f"/entries/{entry.id}")
    assert page.index('id="film-2"') < page.index('id="film-1"') < page.index('id="film-3"')


@pytest.mark.parametrize("path", ["/nope", "/entries/xyz", f"/entries/{'0' * 32}"])
def test_what_is_not_there_is_a_page_in_one_language(dreamer: Dreamer, path: str) -> None:
    english, korean = dreamer.page(path, "en", 404), dreamer.page(path, "ko", 404)
    assert "<h1>Not found</h1>" in english
    assert not re.search("[가-힣]", english.partition("<main")[2].partition("</main>")[0])
    assert "<h1>찾지 못했습니다</h1>" in korean
    assert not re.search("Not Found|No such|There is", korean)


def test_a_broken_import_says_so_where_another_can_be_chosen(dreamer: Dreamer) -> None:
    broken = {"file": ("diary.json", b"{", "application/json")}
    answer = dreamer.ask("POST", "/import", files=broken)
    assert answer.status_code == 422
    assert "몽유도에서 내보낸 파일이 아니거나" in answer.text
    assert 'type="file"' in answer.text
    assert "Expecting" not in answer.text


def test_what_was_there_already_is_counted_and_what_is_thrown_away_confirmed(
    dreamer: Dreamer,
) -> None:
    entry = dreamer.entry()
    kept = dreamer.ask("GET", "/export.json").content
    again = dreamer.ask("POST", "/import", files={"file": ("d.json", kept, "application/json")})
    assert "새로 들인 꿈: 0 · 이미 있어서 건너뛴 꿈: 1" in again.text
    gone = dreamer.ask("POST", f"/entries/{entry.id}/delete").headers["location"]
    assert "꿈과 그 영상을 지웠습니다." in dreamer.page(gone)


@pytest.mark.parametrize(
    ("text", "state", "told"),
    [
        ("호랑이가 나왔다.", "refused", "영상 불가"),
        ("호랑이가 나왔다.", "failed", "만들지 못함"),
        ("호랑이가 나왔다.", "painting", "만드는 중"),
        ("호랑이가 나왔다.", "", "아직 읽지 않음"),
        ("I flew over the sea.", "failed", "읽지 못함"),
    ],
)
def test_the_drawer_says_why_a_dream_has_no_picture(
    dreamer: Dreamer, text: str, state: str, told: str
) -> None:
    dreamer.entry(text, state)
    assert f"<small>{told}</small>" in dreamer.page("/")


def test_an_english_page_says_where_it_speaks_korean_and_what_is_ai(dreamer: Dreamer) -> None:
    entry = dreamer.entry(title="범", felt="공포")
    page = dreamer.page(f"/entries/{entry.id}", "en")
    assert '<h1 lang="ko">범</h1>' in page
    assert '<p lang="ko">호랑이가 나왔다.</p>' in page
    assert "AI-generated" in page
    assert '<strong lang="ko">범</strong>' in dreamer.page("/", "en")
    assert ">November 2026</a>" in dreamer.page("/about-me", "en")


@pytest.mark.parametrize("path", ["/", "/calendar", "/about-me", "/look", "/write"])
def test_the_menu_says_where_one_is(dreamer: Dreamer, path: str) -> None:
    assert re.findall('href="([^"]+)" aria-current="page"', dreamer.page(path)) == [path]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_is_ai_is_said_alike_everywhere(dreamer: Dreamer, language: str) -> None:
    (korean,) = [said for said in ENGLISH if said.startswith("영상은 AI가 만듭니다")]
    sentence = korean if language == "ko" else ENGLISH[korean]
    readme = {"ko": "README.ko.md", "en": "README.md"}[language]
    written = (Path(__file__).parents[3] / readme).read_text("utf-8")
    assert sentence in " ".join(written.split())
    for path in ("/welcome", "/help", "/terms", "/"):
        page = unescape(dreamer.page(path, language))
        assert page.count(sentence) == (2 if path == "/welcome" else 1)


def test_a_day_to_come_is_asked_about_and_nothing_is_lost(dreamer: Dreamer) -> None:
    day = str(date.today() + timedelta(days=30))
    form = {"text": "호랑이가 나왔다.", "dreamed_on": day}
    for path in ("/write", f"/entries/{dreamer.entry().id}/edit"):
        asked = dreamer.ask("POST", path, data=form)
        assert asked.status_code == 422
        for told in ("아직 오지 않은 날입니다", "호랑이가 나왔다.", 'name="ahead"'):
            assert told in asked.text
        assert dreamer.ask("POST", path, data=form | {"ahead": "true"}).status_code == 303
    near = form | {"dreamed_on": str(date.today() + timedelta(days=1))}  # elsewhere it is that day
    assert dreamer.ask("POST", "/write", data=near).status_code == 303


def test_what_is_asked_of_a_film_leads_back_to_it(dreamer: Dreamer) -> None:
    entry = dreamer.entry(state="cancelled")
    path = f"/films/{dreamer.film(entry).id}/again"
    location = dreamer.ask("POST", path, data={}).headers["location"]
    assert location == f"/entries/{entry.id}#film-2"
    # Without a script it is the address without a place in it: to a place alone no page is loaded.
    assert f'content="3; url=/entries/{entry.id}"' in dreamer.page(f"/entries/{entry.id}")


def test_a_shared_film_is_seen_by_who_has_the_link(dreamer: Dreamer) -> None:
    """A messenger shows its picture, no search engine finds it, and nothing of the text is told."""
    entry = dreamer.entry("호랑이가 나왔다.", "done", title="나만의 제목")
    with dreamer.diary.store.transaction() as session:
        film = session.get_one(FilmVersion, dreamer.film(entry).id)
        film.share_token = "token-1447"
        film.manifest = {"files": {"film": "film.mp4"}, "shots": [{"file": None}]}
    page = dreamer.diary.ask("GET", "/shared/token-1447").text
    assert '<meta name="robots" content="noindex">' in page
    picture = re.search(r'<meta property="og:image" content="(http[^"]+)">', page)
    assert picture is not None
    assert picture[1].endswith("/shared/token-1447/files/poster.png")
    assert "<title>누군가의 꿈 · 몽유도</title>" in page
    assert "호랑이" not in page
    assert "나만의 제목" not in page


def test_whoever_changes_a_text_is_told_what_becomes_of_its_films(dreamer: Dreamer) -> None:
    """Where there is one."""
    filmed, kept = dreamer.entry(state="done"), dreamer.entry()
    told = "이미 만든 영상은 그대로 남습니다."
    assert told in dreamer.page(f"/entries/{filmed.id}/edit")
    assert told not in dreamer.page(f"/entries/{kept.id}/edit")
    assert "꿈을 다시 읽습니다" in dreamer.page(f"/entries/{kept.id}/edit")
