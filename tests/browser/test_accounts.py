"""A diary for several, as its dreamers and its operator use it, in real Chromium."""

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.conftest import CHROMIUM, PHONE
from tests.serving import Server, serve

from mongyudo.cli import group
from mongyudo.settings import load_settings

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="needs Chromium: apt-get install chromium"),
]
PASSWORD = "ten characters and more"
DREAM = "호랑이를 타고 하늘을 날았다."
OPEN = {"MONGYUDO_MULTI_USER": "true", "MONGYUDO_SIGN_UP": "open", "MONGYUDO_FILMS_A_DAY": "1"}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A diary for several with an operator."""
    home = tmp_path_factory.mktemp("shared")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MONGYUDO_HOME", str(home))
        load_settings.cache_clear()
        made = CliRunner().invoke(group, ["accounts", "create-admin", "operator"], input=PASSWORD)
        load_settings.cache_clear()
    assert made.exit_code == 0, made.output
    server = serve(home, **OPEN)
    yield server
    server.close()


def somebody(browser: Browser, shared: Server, *, scripts: bool = True) -> BrowserContext:
    """A browser of somebody who has not been here."""
    return browser.new_context(
        base_url=str(shared.client.base_url), viewport=PHONE, locale="ko-KR",
        java_script_enabled=scripts,
    )  # fmt: skip


def sign_up(page: Page, name: str) -> None:
    page.goto("/")
    page.get_by_role("link", name="계정 만들기").click()
    page.get_by_label("이름").fill(name)
    page.get_by_label("비밀번호").fill(PASSWORD)
    page.get_by_role("button", name="계정 만들기").click()
    page.get_by_role("button", name="시작하기").click()


def log_in(page: Page, name: str) -> None:
    page.get_by_label("이름").fill(name)
    page.get_by_label("비밀번호").fill(PASSWORD)
    page.get_by_role("button", name="들어가기").click()


def test_a_dreamer_signs_up_writes_and_logs_out_and_another_cannot_see(
    browser: Browser, shared: Server
) -> None:
    one = somebody(browser, shared)
    page = one.new_page()
    sign_up(page, "one")
    page.get_by_label("어떤 꿈을 꾸셨나요?").fill(DREAM)
    page.get_by_text("영상 고르기").click()
    page.get_by_label("장면 길이").select_option("2")
    page.get_by_role("button", name="담고 영상 만들기").click()
    expect(page.locator("video")).to_be_visible(timeout=120_000)
    expect(page.get_by_text("오늘 만들 수 있는 영상을 다 만들었습니다")).to_be_visible()
    entry = page.url
    film: str = page.locator("video").evaluate("video => video.currentSrc")
    assert film.endswith("film.mp4")
    page.goto("/write")
    page.get_by_label("어떤 꿈을 꾸셨나요?").fill("아직 쓰는 꿈")
    page.get_by_role("link", name="내 계정").click()
    page.get_by_role("button", name="나가기").click()
    expect(page.get_by_role("heading", name="들어가기")).to_be_visible()
    page.go_back()
    assert "아직 쓰는 꿈" not in page.content()
    sign_up(page, "two")  # at the same browser
    expect(page.get_by_label("어떤 꿈을 꾸셨나요?")).to_have_value("")
    page.goto("/")
    expect(page.get_by_text("아직 적은 꿈이 없습니다.")).to_be_visible()
    for path in (entry, film):
        answer = page.request.get(path)
        assert answer.status == 404
        assert "호랑이" not in answer.text()
    page.goto("/account")
    page.get_by_role("button", name="나가기").click()
    page.goto(entry)
    log_in(page, "one")
    assert page.url == entry  # where they wanted to go
    expect(page.locator(".sheet.text")).to_contain_text(DREAM)
    one.close()


def test_an_account_needs_no_script_and_ends_with_everything_in_it(
    browser: Browser, shared: Server
) -> None:
    three = somebody(browser, shared, scripts=False)
    page = three.new_page()
    sign_up(page, "three")
    page.get_by_label("어떤 꿈을 꾸셨나요?").fill(DREAM)
    page.get_by_role("button", name="일기에만 담기").click()
    expect(page.locator(".sheet.text")).to_contain_text(DREAM)
    page.get_by_role("link", name="내 계정").click()
    page.get_by_text("계정 없애기").click()
    page.locator(".danger").get_by_label("지금 비밀번호").fill(PASSWORD)
    page.get_by_label("네, 되돌릴 수 없다는 것을 압니다").check()
    page.get_by_role("button", name="계정을 아주 없애기").click()
    log_in(page, "three")
    expect(page.get_by_role("alert")).to_contain_text("이름이나 비밀번호가 맞지 않습니다")
    three.close()


def test_the_operator_invites_and_locks(browser: Browser, shared: Server) -> None:
    here, there = somebody(browser, shared), somebody(browser, shared)
    page, other = here.new_page(), there.new_page()
    page.goto("/admin")
    log_in(page, "operator")
    page.get_by_label("누구를 초대하나요?").fill("친구")
    page.get_by_role("button", name="초대 링크 만들기").click()
    link = page.get_by_label("이 링크를 한 분께 보내세요. 지금만 보입니다.").input_value()
    other.goto(link)
    other.get_by_label("이름").fill("friend")
    other.get_by_label("비밀번호").fill(PASSWORD)
    other.get_by_role("button", name="계정 만들기").click()
    expect(other.get_by_role("button", name="시작하기")).to_be_visible()
    page.goto("/admin")
    page.get_by_role("button", name="friend: 잠그기").click()
    other.goto("/account")
    expect(other.get_by_role("heading", name="들어가기")).to_be_visible()
    here.close()
    there.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_axe_finds_no_fault_and_nothing_is_wider_than_a_phone(
    browser: Browser, shared: Server, scheme: Literal["light", "dark"], language: str
) -> None:
    context = somebody(browser, shared)
    page = context.new_page()
    page.emulate_media(color_scheme=scheme)
    page.goto("/login?onward=/account")
    log_in(page, "operator")
    context.add_cookies([{"name": "language", "value": language, "url": page.url}])
    looked_at(page, "/account", "/admin", "/write")
    assert page.evaluate("document.documentElement.lang") == language
    page.context.clear_cookies(name="session")
    looked_at(page, "/login", "/sign-up")
    context.close()


def looked_at(page: Page, *paths: str) -> None:
    for path in paths:
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
        found = Axe().run(page).response
        assert [(path, v["id"], v["impact"]) for v in found["violations"]] == []
