"""A diary whose films lie in object storage, in real Chromium."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import av
import numpy as np
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


def long_film(file: Path) -> bytes:
    """Noise of 8 s, so large (10 MB) that a browser fetches only its beginning before it plays."""
    chance = np.random.default_rng(1447)
    with av.open(str(file), "w", options={"movflags": "faststart"}) as container:
        stream = container.add_stream("libx264", 24, {"preset": "ultrafast", "crf": "12"})
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for _ in range(8 * 24):
            noise = chance.integers(0, 255, (180, 320, 3), np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(noise, format="rgb24")))
        container.mux(stream.encode())
    return file.read_bytes()


def test_a_page_that_is_played_after_its_address_has_expired_gets_another(
    browser: Browser, stored: Server, s3: S3, tmp_path: Path
) -> None:
    """Whoever opens a dream, goes for breakfast and plays the film then sees it."""
    entry_id, film_id = stored.write(DREAM, {"seconds": 0.5, "segments": 1, "sound": False})
    stored.wait(film_id, lambda film: film["state"] == "done")
    key = next(key for key in s3.objects if key.endswith(f"{film_id}/film.mp4"))
    s3.objects[key] = replace(s3.objects[key], body=long_film(tmp_path / "film.mp4"))
    context = browser.new_context(base_url=str(stored.client.base_url))
    page = context.new_page()
    page.goto(f"/entries/{entry_id}")
    until(page, "document.querySelector('video').readyState >= 2")
    s3.closed_at = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    page.wait_for_timeout(1100)  # addresses are signed to the second
    page.locator("video").evaluate("video => video.play().catch(() => undefined)")
    until(page, "document.querySelector('video').currentTime > 2")
    assert [asked for asked in s3.asked if asked.key == key and asked.status == 403]
    context.close()


def test_a_film_in_storage_plays_and_seeks_and_is_saved_under_its_name(
    browser: Browser, stored: Server, s3: S3
) -> None:
    """The browser asks the storage for the film alone, and tells it nothing of itself."""
    before = len(s3.asked)
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
    played = [asked for asked in s3.asked[before:] if asked.signed == "query"]
    assert {asked.key.rpartition("/")[2] for asked in played} == {"film.mp4"}
    assert {asked.status for asked in played} == {206}
    assert not any("cookie" in asked.headers or "referer" in asked.headers for asked in played)
    page.get_by_text("이 영상에 대하여").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name=re.compile("mp4")).first.click()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-.+\.mp4", saved.value.suggested_filename)
    assert saved.value.path().read_bytes() == s3.objects[played[0].key].body
    context.close()
    assert not faults
