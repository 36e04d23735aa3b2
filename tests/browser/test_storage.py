"""A diary whose films lie in object storage, in real Chromium."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.conftest import CHROMIUM, PHONE, until
from tests.s3 import S3, s3_server
from tests.serving import Server, serve

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="needs Chromium: apt-get install chromium"),
]
DREAM = "호랑이를 타고 하늘을 날았다."
FILMED_MS = 120_000


@pytest.fixture(scope="module")
def s3() -> Iterator[S3]:
    with s3_server("localhost") as server:  # for the browser another site than 127.0.0.1
        yield server


@pytest.fixture(scope="module")
def stored(s3: S3, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = serve(tmp_path_factory.mktemp("stored"), **s3.environment)
    yield server
    server.close()


def test_a_film_in_storage_plays_and_seeks_and_is_saved_under_its_name(
    browser: Browser, stored: Server, s3: S3
) -> None:
    """The browser asks the storage for the film alone, and tells it nothing of itself."""
    context = browser.new_context(
        base_url=str(stored.client.base_url), viewport=PHONE, locale="ko-KR"
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    page.goto("/welcome")
    page.get_by_role("button", name="시작하기").click()
    page.get_by_label("어떤 꿈을 꾸셨나요?").fill(DREAM)
    page.get_by_text("영상 고르기").click()
    page.get_by_label("장면 길이").select_option("2")
    page.get_by_role("button", name="담고 영상 만들기").click()
    expect(page.locator("video")).to_be_visible(timeout=FILMED_MS)
    page.locator("video").evaluate("video => video.play()")
    until(page, "document.querySelector('video').currentTime > 0.5")
    page.locator("video").evaluate(
        "video => new Promise(done => { video.onseeked = done; video.currentTime = 0.2; })"
    )
    assert page.evaluate("document.querySelector('track').track.cues.length") > 0
    picture = page.evaluate("fetch(document.querySelector('video').poster).then(a => a.status)")
    assert picture == 200
    played = [asked for asked in s3.asked if asked.signed == "query"]
    assert {asked.key.rpartition("/")[2] for asked in played} == {"film.mp4"}
    assert {asked.status for asked in played} == {206}
    assert not any("cookie" in asked.headers or "referer" in asked.headers for asked in played)
    page.get_by_text("이 영상에 대하여").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name=re.compile("mp4")).first.click()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-.+\.mp4", saved.value.suggested_filename)
    assert saved.value.path().read_bytes() == next(
        kept.body for key, kept in s3.objects.items() if key.endswith("film.mp4")
    )
    context.close()
    assert not faults
