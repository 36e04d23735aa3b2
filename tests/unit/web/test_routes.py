"""On a route whose reader is a language model, the diary says so before, and that model reads."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.fakes.openai import FakeOpenAI
from tests.unit.web.members import several

from mongyudo.diary import entries
from mongyudo.diary.entries import Writing
from mongyudo.diary.reader import understand
from mongyudo.diary.routes import ways
from mongyudo.diary.wishes import Wishes
from mongyudo.records import Dream
from mongyudo.settings import load_settings

pytestmark = pytest.mark.slow

TEXT = "김서준이 숲에서 호랑이에게 쫓겼다. 강아지가 바다에서 웃었다."
ROUTES = {
    "MONGYUDO_DIARY_ROUTES": '["runway", "runpod"]', "RUNWAYML_API_SECRET": "key-1447",
    "MONGYUDO_FRAMES_CHECK": "off",
}  # fmt: skip
PAID = Wishes(route="runway", agreed_usd=5)


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Opens the routes, with these variables beside."""

    def give(**variables: str) -> None:
        for name, value in {**ROUTES, **variables}.items():
            monkeypatch.setenv(name, value)
        load_settings.cache_clear()

    yield give
    monkeypatch.undo()
    load_settings.cache_clear()


def test_a_route_without_its_reader_is_closed(given: Callable[..., None]) -> None:
    given()
    runway = ways(load_settings())[1]
    assert not runway.ready
    assert "no API key of OpenAI" in runway.reason


def test_who_reads_and_what_goes_there_is_told_before(
    given: Callable[..., None], tmp_path: Path
) -> None:
    given(OPENAI_API_KEY="key-2026")
    diary = several(tmp_path)
    dreamer = diary.dreamer("sua")
    with diary.store.transaction() as session:
        entry = entries.write(session, dreamer, Writing(TEXT, date(2026, 11, 29))).id
    page = diary.ask("GET", f"/entries/{entry}/agree?route=runway", diary.cookie(dreamer)).text
    assert "api.openai.com" in page
    assert "꿈의 글이 그리로 갑니다" in page
    assert "꿈의 글, 제목" not in page
    assert "key-" not in page


def test_the_model_reads_for_its_route_alone(given: Callable[..., None]) -> None:
    """Without the name; a dream that stays here is read here."""
    with FakeOpenAI(key="key-2026") as fake:
        given(OPENAI_API_KEY="key-2026", OPENAI_BASE_URL=fake.base_url)
        dream = Dream.of(TEXT)
        reading, _ = understand(dream, Wishes())
        assert (reading.read_by.reader, fake.requests) == ("offline", [])
        reading, verdict = understand(dream, PAID)
        assert (reading.read_by.reader, verdict.outcome) == ("llm", "allow")
        assert "".join(segment.text for segment in reading.segments) == TEXT
        (request,) = fake.requests
        assert "김서준" not in request.body.decode()
