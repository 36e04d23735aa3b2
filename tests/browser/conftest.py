"""A diary and a browser for all browser tests."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from tests.serving import Server, serve

CHROMIUM = shutil.which("chromium") or ""
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
)  # fmt: skip
OWN = ("http://127.0.0.1", "data:", "blob:")
PHONE = {"width": 390, "height": 844}


def until(page: Page, holds: str) -> None:
    """Wait until a script's expression holds (the page itself may not evaluate strings)."""
    for _ in range(200):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(100)
    raise AssertionError(holds)


@pytest.fixture(scope="session")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = serve(tmp_path_factory.mktemp("diary"))
    yield server
    server.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))


@pytest.fixture
def page(diary: Server, browser: Browser) -> Iterator[Page]:
    """A phone's page on the diary; a complaint of its scripts, or a request elsewhere, fails."""
    context = browser.new_context(
        base_url=str(diary.client.base_url), viewport=PHONE, locale="ko-KR"
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda told: faults.append(told.text) if _is_fault(told) else None)
    page.on(
        "request", lambda asked: None if asked.url.startswith(OWN) else faults.append(asked.url)
    )
    yield page
    context.close()
    assert not faults


def _is_fault(told: ConsoleMessage) -> bool:
    """An error that is not the test's own doing (`set_offline`)."""
    return told.type == "error" and "ERR_INTERNET_DISCONNECTED" not in told.text


@pytest.fixture
def consented(page: Page) -> Page:
    """The page of a dreamer who has read the notice."""
    page.goto("/")
    if "/welcome" in page.url:
        page.get_by_role("button", name="시작하기").click()
    return page
