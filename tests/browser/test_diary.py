"""The diary as a dreamer uses it, in real Chromium."""

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.conftest import CHROMIUM, FLAGS, until
from tests.serving import Server, serve
from tests.speech import RATE_HZ, samples, wav

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="needs Chromium: apt-get install chromium"),
]
DREAM = (
    "할머니 집 마당에서 호랑이에게 쫓겼다. 숨이 막혀 소리도 안 나왔다. "
    "그러다 절벽에서 떨어졌는데 새가 나를 받아 하늘로 날아올랐다."
)
FILMED_MS = 120_000


def test_a_dream_is_written_and_its_film_plays(consented: Page) -> None:
    page = consented
    page.goto("/write")
    page.get_by_label("어떤 꿈을 꾸셨나요?").fill(DREAM)
    page.get_by_text("영상 고르기").click()
    page.get_by_label("장면 길이").select_option("2")
    page.get_by_role("button", name="담고 영상 만들기").click()
    expect(page.locator(".progress [role=status]")).to_be_visible()
    expect(page.locator("video")).to_be_visible(timeout=FILMED_MS)
    page.evaluate("document.querySelector('video').play()")
    until(page, "document.querySelector('video').currentTime > 0.5")
    assert page.evaluate("document.querySelector('track').track.cues.length") > 0
    page.get_by_role("link", name="장면 2").click()
    until(page, "document.querySelector('video').src.endsWith('segment-2.mp4')")
    expect(page.locator(".badge")).to_have_text("AI 생성")


def test_a_dream_is_told_aloud(browser: Browser, diary: Server, tmp_path: Path) -> None:
    spoken = tmp_path / "spoken.wav"
    spoken.write_bytes(wav(samples() + bytes(2 * RATE_HZ)))
    listening = browser.browser_type.launch(
        executable_path=CHROMIUM,
        args=[
            *FLAGS,
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            f"--use-file-for-fake-audio-capture={spoken}",
        ],
    )
    page = listening.new_page(base_url=str(diary.client.base_url), locale="ko-KR")
    diary.client.post("/welcome")
    page.goto("/write")
    page.get_by_label("어떤 꿈을 꾸셨나요?").fill("꿈에")
    page.get_by_role("button", name="말로 적기").click()
    page.wait_for_timeout(3_000)
    page.get_by_role("button", name="다 말했어요").click()
    expect(page.get_by_text("받아 적었습니다")).to_be_visible(timeout=30_000)
    assert page.get_by_label("어떤 꿈을 꾸셨나요?").input_value().startswith("꿈에 엄마")
    page.get_by_label("어떤 꿈을 꾸셨나요?").fill("")
    listening.close()
    assert not [path for path in diary.home.rglob("*") if path.suffix in (".wav", ".ogg", ".webm")]


def test_what_belongs_to_a_dream_is_kept_and_narrows_down(consented: Page) -> None:
    page = consented
    page.goto("/write")
    page.get_by_label("어떤 꿈을 꾸셨나요?").fill("하얀 말이 지붕 위를 걸었다.")
    page.get_by_label("꾼 날").fill("2025-03-07")
    page.get_by_label("제목").fill("지붕 위의 말")
    page.get_by_text("더 적기").click()
    page.get_by_label("태그").fill("말, 지붕")
    page.get_by_label("꿈속의 마음").select_option("놀람")
    page.get_by_label("또렷함").select_option("5")
    page.get_by_role("button", name="일기에만 담기").click()
    expect(page.get_by_role("heading", name="지붕 위의 말")).to_be_visible()
    head = page.locator(".entry")
    for told in ("2025년 3월 7일 금요일", "놀람", "또렷함 5/5", "#지붕"):
        expect(head).to_contain_text(told)
    page.goto("/")
    page.get_by_text("거르기").click()
    page.get_by_label("태그").select_option("지붕")
    page.get_by_label("이날까지").fill("2025-12-31")
    page.get_by_role("button", name="찾기").click()
    expect(page.locator(".card")).to_have_count(1)
    expect(page.get_by_text("찾은 꿈 1")).to_be_visible()
    page.get_by_label("이날까지").fill("2025-03-06")
    page.get_by_role("button", name="찾기").click()
    expect(page.get_by_text("그런 꿈은 찾지 못했습니다.")).to_be_visible()


def settled(page: Page) -> list[list[float]]:
    """Where the two videos stand once the page has come to rest."""
    where = "[...document.querySelectorAll('video')].map(v => v.getBoundingClientRect())"
    seen: list[list[float]] = []
    for _ in range(50):
        before, seen = seen, page.evaluate(f"{where}.map(r => [r.x, r.y])")
        if seen == before:
            break
        page.wait_for_timeout(200)
    return seen


def test_a_correction_is_filmed_anew_and_the_versions_stand_side_by_side(
    consented: Page, diary: Server
) -> None:
    page = consented
    entry_id, film_id = diary.write(DREAM, {"seconds": 1})
    diary.wait(film_id, lambda film: film["state"] == "done")
    page.goto(f"/entries/{entry_id}")
    page.get_by_text("고쳐서 다시 만들기").click()
    page.get_by_role("radio", name="행복").check()
    page.locator(".keyword").first.get_by_role("checkbox").uncheck()
    struck = page.locator(".keyword").first.inner_text().strip()
    page.get_by_label("더할 것").first.fill("하얀 고래")
    page.get_by_role("button", name="이대로 다시 만들기").click()
    expect(page.locator("video")).to_have_count(2, timeout=FILMED_MS)
    (left_x, left_y), (right_x, right_y) = settled(page)
    assert left_x < right_x
    assert left_y == right_y
    made = diary.get(f"/api/v1/entries/{entry_id}")
    reading = made["films"][-1]["manifest"]["reading"]
    keywords = [k["ko"] for segment in reading["segments"] for k in segment["keywords"]]
    assert reading["emotion"]["label"] == made["emotion"] == "행복"
    assert struck not in keywords
    assert "하얀 고래" in keywords


def test_a_film_is_redone_with_another_seed_and_in_another_material(
    consented: Page, diary: Server
) -> None:
    page = consented
    entry_id, film_id = diary.write(DREAM, {"seconds": 0.5})
    first = diary.wait(film_id, lambda film: film["state"] == "done")
    page.goto(f"/entries/{entry_id}")
    page.get_by_role("button", name="다르게 다시 그리기").click()
    expect(page.locator("video")).to_have_count(2, timeout=FILMED_MS)
    page.locator("#film-2").get_by_label("그림", exact=True).select_option("minhwa")
    page.locator("#film-2").get_by_role("button", name="이 그림으로 다시").click()
    expect(page.locator("video")).to_have_count(3, timeout=FILMED_MS)
    _, second, third = diary.get(f"/api/v1/entries/{entry_id}")["films"]
    assert second["manifest"]["seed"] == third["manifest"]["seed"] != first["manifest"]["seed"]
    assert (second["manifest"]["style"], third["manifest"]["style"]) == ("ink", "minhwa")
    page.locator("#film-3").get_by_text("이 영상에 대하여").click()
    about = page.locator("#film-3 .about-film")
    for told in ("장면 1에 그린 것", "호랑이에게 쫓김", "그리기", "이용 조건", "Apache-2.0"):
        expect(about).to_contain_text(told)
    with page.expect_download() as download:
        about.get_by_role("link", name="영상 전체").click()
    assert download.value.suggested_filename.endswith(".mp4")


def test_a_dream_is_thrown_away_only_when_the_dreamer_says_so_twice(
    consented: Page, diary: Server
) -> None:
    page = consented
    entry_id, _ = diary.write("잊고 싶은 꿈이었다.", {"seconds": 0.5})
    page.goto(f"/entries/{entry_id}")
    page.get_by_text("이 꿈 버리기").click()
    page.get_by_role("button", name="아주 버리기").click()
    assert diary.client.get(f"/api/v1/entries/{entry_id}").status_code == 200
    page.get_by_label("네, 되돌릴 수 없다는 것을 압니다").check()
    page.get_by_role("button", name="아주 버리기").click()
    expect(page.get_by_text("꿈과 그 영상을 지웠습니다.")).to_be_visible()
    assert diary.client.get(f"/api/v1/entries/{entry_id}").status_code == 404


def test_a_refused_dream_is_kept_with_a_kind_word(consented: Page) -> None:
    page = consented
    text = "모르는 사람이 친구를 칼로 찔러 죽였다. 나는 숨어서 울었다."
    page.goto("/write")
    page.get_by_label("어떤 꿈을 꾸셨나요?").fill(text)
    page.get_by_role("button", name="담고 영상 만들기").click()
    expect(page.get_by_text("생성이 불가합니다")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("폭력")).to_be_visible()
    expect(page.get_by_text("꿈은 일기에 그대로 남아 있고")).to_be_visible()
    expect(page.locator(".sheet.text")).to_contain_text(text)
    page.get_by_role("link", name="고쳐 적기").first.click()
    expect(page.get_by_label("어떤 꿈을 꾸셨나요?")).to_have_value(text)


def test_the_search_finds_by_stem_and_by_half_a_word(consented: Page, diary: Server) -> None:
    page = consented
    _, film = diary.write("복도에서 코끼리가 춤을 추었다. 다들 따라 웃었다.", {"seconds": 0.5})
    diary.wait(film, lambda film: film["state"] == "done")  # stems are found before films
    for query in ("코끼", "추다"):
        page.goto("/")
        page.get_by_role("searchbox").fill(query)
        page.get_by_role("button", name="찾기").click()
        expect(page.locator(".card")).to_have_count(1)
        expect(page.locator(".card")).to_contain_text("코끼리")


def test_the_calendar_leads_to_a_dream(consented: Page, diary: Server) -> None:
    page = consented
    entry_id, _ = diary.write("달력 속의 꿈이었다.", {"seconds": 0.5})
    page.goto("/calendar?month=2026-11")
    expect(page.get_by_role("link", name="2026년 11월 29일 일요일").first).to_be_visible()
    page.locator(f".calendar a[href='/entries/{entry_id}']").click()
    expect(page.locator(".sheet.text")).to_contain_text("달력 속의 꿈이었다.")


def test_the_look_that_is_kept_goes_on_through_films(consented: Page, diary: Server) -> None:
    page = consented
    page.goto("/write")
    page.get_by_text("영상 고르기").click()
    page.get_by_role("link", name="내 그림 정하기").click()
    page.get_by_label("감지금니").check()
    page.get_by_label("모습").select_option("grandfather")
    page.get_by_label("도장").fill("꿈결")
    page.get_by_role("button", name="담기").click()
    expect(page.get_by_role("status")).to_contain_text("담아 두었습니다")
    page.goto("/write?blank=true")
    expect(page.locator("#style")).to_have_value("geumni")
    _, film_id = diary.write(DREAM, {"seconds": 0.5})
    made = diary.wait(film_id, lambda film: film["state"] == "done")["manifest"]
    assert made["style"] == "geumni"
    assert made["card"] == {"style": "geumni", "figure": "grandfather", "seal": "꿈결"}
    assert diary.client.put("/api/v1/card", json={}).status_code == 204


def test_an_export_is_taken_in_again(consented: Page, diary: Server, tmp_path: Path) -> None:
    page = consented
    diary.write("내보낼 꿈이었다.", {"seconds": 0.5})
    page.goto("/keep")
    with page.expect_download() as download:
        page.get_by_role("link", name="글만").click()
    file = tmp_path / "diary.zip"
    download.value.save_as(file)
    page.get_by_label("내보낸 파일").set_input_files(file)
    page.get_by_role("button", name="들이기").click()
    expect(page.get_by_role("status")).to_contain_text("새로 들인 꿈: 0 · 이미 있어서 건너뛴 꿈: ")


def test_a_draft_outlives_a_reload_and_the_diary_being_away(consented: Page) -> None:
    page = consented
    page.goto("/write")
    field = page.get_by_label("어떤 꿈을 꾸셨나요?")
    field.fill("바다에서 고래를")
    expect(page.locator("[data-saved]")).to_have_text("쓰던 글을 담아 두었습니다")
    page.reload()
    expect(field).to_have_value("바다에서 고래를")
    page.route("**/api/v1/draft", lambda route: route.abort())
    with page.expect_request("**/api/v1/draft"):
        field.fill("바다에서 고래를 만났다")
    page.unroute("**/api/v1/draft")
    page.reload()
    expect(field).to_have_value("바다에서 고래를 만났다")
    field.fill("")


def test_nothing_is_filmed_and_nothing_lost_before_the_dreamer_agrees(
    browser: Browser, tmp_path: Path
) -> None:
    server = serve(tmp_path)
    text = "다리 위에서 별을 세었다."
    form = {"text": text, "dreamed_on": "2026-11-29", "then": "film"}
    answer = server.client.post("/write", data=form)
    assert answer.headers["location"] == "/welcome"
    assert server.get("/api/v1/entries")["total"] == 0
    page = browser.new_page(base_url=str(server.client.base_url), locale="ko-KR")
    page.goto("/")
    expect(page.get_by_text("영상마다 ‘AI 생성’ 표시가")).to_be_visible()
    page.get_by_role("button", name="시작하기").click()
    expect(page.get_by_label("어떤 꿈을 꾸셨나요?")).to_have_value(text)
    page.close()
    server.close()


def test_what_is_sent_while_the_diary_is_away_is_not_lost(consented: Page) -> None:
    page = consented
    page.goto("/write")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")  # it is fetched beside the page
    field = page.get_by_label("어떤 꿈을 꾸셨나요?")
    page.context.set_offline(True)
    field.fill("배를 타고 섬으로 갔다.")
    page.get_by_role("button", name="일기에만 담기").click()
    expect(page.locator("[data-saved]")).to_contain_text("이 브라우저에 남아 있습니다")
    expect(field).to_have_value("배를 타고 섬으로 갔다.")
    page.context.set_offline(False)
    expect(page.locator("[data-saved]")).to_have_text("쓰던 글을 담아 두었습니다")
    page.get_by_role("button", name="일기에만 담기").click()
    expect(page.locator(".sheet.text")).to_contain_text("배를 타고 섬으로 갔다.")
    assert page.evaluate("localStorage.length") == 0
    page.goto("/write")
    expect(field).to_have_value("")


def test_a_dream_is_written_while_the_diary_is_away(consented: Page) -> None:
    page = consented
    page.goto("/write")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.context.set_offline(True)
    page.goto("/")  # the address that people know
    expect(page.locator("[data-saved]")).to_contain_text("일기장에 닿지 않습니다")
    page.goto("/write")
    field = page.get_by_label("어떤 꿈을 꾸셨나요?")
    field.fill("새벽에 깨어 별똥별을 보았다.")
    expect(page.locator("[data-saved]")).to_contain_text("이 브라우저에 남아 있습니다")
    page.reload()
    expect(field).to_have_value("새벽에 깨어 별똥별을 보았다.")
    page.context.set_offline(False)
    expect(page.locator("[data-saved]")).to_have_text("쓰던 글을 담아 두었습니다")
    page.get_by_role("button", name="일기에만 담기").click()
    expect(page.locator(".sheet.text")).to_contain_text("별똥별")
    kept = "caches.match('/write?blank=true').then(page => page.text())"
    assert "별똥별" not in page.evaluate(kept)


def test_what_is_changed_outlives_a_reload(consented: Page, diary: Server) -> None:
    page = consented
    entry_id, _ = diary.write("처음 적은 꿈이었다.", {"seconds": 0.5})
    page.goto(f"/entries/{entry_id}/edit")
    page.get_by_label("어떤 꿈을 꾸셨나요?").fill("고쳐 적은 꿈이었다.")
    page.reload()
    expect(page.get_by_label("어떤 꿈을 꾸셨나요?")).to_have_value("고쳐 적은 꿈이었다.")
    page.get_by_role("button", name="담기").click()
    expect(page.locator(".sheet.text")).to_contain_text("고쳐 적은 꿈이었다.")
    assert page.evaluate("localStorage.length") == 0


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until `wanted` has the focus."""
    for _ in range(120):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not come to {wanted}")


def test_everything_can_be_done_by_keyboard(consented: Page) -> None:
    page = consented
    page.goto("/write")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="본문으로 가기")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("어떤 꿈을 꾸셨나요?")).to_be_focused()
    page.keyboard.type("조용한 숲을 걸었다.")
    tab_to(page, page.get_by_role("button", name="담고 영상 만들기"))
    page.keyboard.press("Enter")
    expect(page.locator("video")).to_be_visible(timeout=FILMED_MS)
    tab_to(page, page.locator("video"))
    page.keyboard.press("Space")
    until(page, "document.querySelector('video').currentTime > 0.2")
    tab_to(page, page.locator("summary", has_text="고쳐서 다시 만들기"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator("[name=emotion]:checked"))
    before = page.locator("[name=emotion]:checked").input_value()
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[name=emotion]:checked").input_value()
    assert chosen != before
    tab_to(page, page.get_by_role("button", name="이대로 다시 만들기"))
    page.keyboard.press("Enter")
    expect(page.locator("video")).to_have_count(2, timeout=FILMED_MS)
    expect(page.locator(".emotion")).to_have_text(chosen)
    expect(page.locator("#film-2")).to_be_focused()
    tab_to(page, page.locator("summary", has_text="이 꿈 버리기"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("네, 되돌릴 수 없다는 것을 압니다"))
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?told=gone")


def test_the_pages_speak_english_too(consented: Page) -> None:
    page = consented
    page.goto("/write")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Write a dream")).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("searchbox", name="Find a dream")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"


@pytest.fixture(scope="module")
def paths(diary: Server) -> list[str]:
    """Every page, with everything that it can show."""
    entry_id, film_id = diary.write(DREAM, {"seconds": 0.5})
    diary.wait(film_id, lambda film: film["state"] == "done")
    for _ in range(2):  # only the third film of a strip stands wholly beyond a phone's edge
        again = diary.client.post(f"/api/v1/entries/{entry_id}/films", json={"seconds": 0.5}).json()
        diary.wait(again["id"], lambda film: film["state"] == "done")
    refused_id, refused = diary.write("친구를 칼로 찔러 죽였다.", {"seconds": 0.5})
    diary.wait(refused, lambda film: film["state"] == "refused")
    link = diary.client.put(f"/api/v1/films/{film_id}/link").json()["path"]
    entries = [f"/entries/{entry_id}", f"/entries/{entry_id}/edit", f"/entries/{refused_id}"]
    pages = ["/", "/write", "/welcome", "/calendar?month=2026-11", "/about-me", "/keep"]
    return [*pages, "/?q=없는말&emotion=공포", *entries, link, f"/entries/{'0' * 32}"]


def opened(page: Page, path: str) -> None:
    """A page with all that is folded away unfolded; what is not there answers so, with a page."""
    page.goto(path)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


def test_no_page_is_wider_than_a_phone(consented: Page, paths: list[str]) -> None:
    for path in paths[:-1]:
        opened(consented, path)
        assert consented.evaluate("document.documentElement.scrollWidth") <= 390, path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_axe_finds_no_fault(
    consented: Page, paths: list[str], scheme: Literal["light", "dark"], language: str
) -> None:
    page = consented
    page.emulate_media(color_scheme=scheme)
    page.context.add_cookies([{"name": "language", "value": language, "url": page.url}])
    for path in paths[:-1]:
        opened(page, path)
        assert page.evaluate("document.documentElement.lang") == language
        found = Axe().run(page).response
        assert len(found["passes"]) > 10, path
        assert [(path, v["id"], v["impact"]) for v in found["violations"]] == []


def test_writing_and_reading_need_no_script(browser: Browser, diary: Server) -> None:
    context = browser.new_context(
        base_url=str(diary.client.base_url), java_script_enabled=False, locale="ko-KR"
    )
    page = context.new_page()
    diary.client.post("/welcome")
    page.goto("/write")
    page.get_by_label("어떤 꿈을 꾸셨나요?").fill("눈 덮인 들판에 혼자 서 있었다.")
    page.get_by_role("button", name="담고 영상 만들기").click()
    expect(page.locator(".sheet.text")).to_contain_text("눈 덮인 들판")
    expect(page.locator("video")).to_be_visible(timeout=FILMED_MS)
    page.get_by_text("고쳐서 다시 만들기").click()
    page.get_by_role("radio", name="행복").check()
    page.get_by_role("button", name="이대로 다시 만들기").click()
    expect(page.locator("video")).to_have_count(2, timeout=FILMED_MS)
    context.close()


def test_no_page_reaches_another_machine(browser: Browser, diary: Server, paths: list[str]) -> None:
    context = browser.new_context(base_url=str(diary.client.base_url))
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in paths:
        page.goto(path, wait_until="networkidle")
    assert len(asked) > len(paths)
    assert [url for url in asked if not url.startswith(str(diary.client.base_url))] == []
    reached = page.evaluate("fetch('http://localhost:9/').then(() => true, () => false)")
    assert not reached
    assert page.evaluate("fetch('/api/v1/draft').then(answer => answer.ok, () => false)")
    context.close()


def test_a_shared_link_shows_the_film_and_not_the_dream_until_it_is_revoked(
    consented: Page, diary: Server
) -> None:
    page = consented
    entry_id, film_id = diary.write(DREAM, {"seconds": 0.5})
    diary.wait(film_id, lambda film: film["state"] == "done")
    page.goto(f"/entries/{entry_id}")
    page.get_by_text("이 영상에 대하여").click()
    page.get_by_role("button", name="나눔 링크 만들기").click()
    expect(page.get_by_label("나눔 링크")).to_be_focused()
    expect(page.get_by_label("나눔 링크")).to_be_in_viewport()
    link = page.get_by_label("나눔 링크").input_value()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="복사").click()
    expect(page.get_by_text("복사했습니다.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == link
    page.goto(link)
    expect(page.locator("video")).to_be_visible()
    assert "호랑이" not in page.content()
    assert diary.client.get(link + "/files/film.json").status_code == 404
    diary.client.delete(f"/api/v1/films/{film_id}/link").raise_for_status()
    assert diary.client.get(link).status_code == 404
