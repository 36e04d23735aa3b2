"""Routes that cost money, in real Chromium: chosen, told, agreed to, refused."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import CHROMIUM, PHONE
from tests.fakes.makers import KEY, Runway
from tests.fakes.openai import MODEL, FakeOpenAI
from tests.serving import Server, serve

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="needs Chromium: apt-get install chromium"),
]
DREAM = "할머니 카나리아와 호랑이를 타고 하늘을 날았다. 그러다 바다에 떨어졌다."
FILMED_MS = 120_000
COST_CREDITS = 48
"""Four seconds of gen4.5."""


@pytest.fixture(scope="module")
def runway() -> Runway:
    """A provider that has done its work when it is asked for the first time."""
    return Runway(stands=("SUCCEEDED",))


@pytest.fixture(scope="module")
def paid(runway: Runway, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with runway.serve() as fake, FakeOpenAI(key=KEY) as model:
        server = serve(
            tmp_path_factory.mktemp("paid"), MONGYUDO_DIARY_ROUTES='["runway", "runpod"]',
            RUNWAYML_BASE_URL=fake.url, RUNWAYML_API_SECRET=KEY, MONGYUDO_BUDGET_DAY_USD="1.2",
            OPENAI_BASE_URL=model.base_url, OPENAI_API_KEY=KEY,
            MONGYUDO_FPS="24", MONGYUDO_FRAMES_CHECK="off",
        )  # fmt: skip
        server.client.put("/api/v1/consent").raise_for_status()
        yield server
        server.close()


@pytest.fixture
def phone(browser: Browser, paid: Server) -> Iterator[Page]:
    context = browser.new_context(
        base_url=str(paid.client.base_url), viewport=PHONE, locale="ko-KR"
    )
    yield context.new_page()
    context.close()


def write(page: Page, route: str) -> None:
    """Keep DREAM and ask for its film by a route."""
    page.goto("/write?blank=true")
    page.get_by_label("어떤 꿈을 꾸셨나요?").fill(DREAM)
    page.get_by_text("영상 고르기").click()
    page.get_by_label("경로", exact=False).first.select_option(route)
    page.get_by_label("장면", exact=True).select_option("1")
    page.get_by_role("button", name="담고 영상 만들기").click()


def test_what_it_costs_is_told_and_agreed_to_before(
    phone: Page, paid: Server, runway: Runway
) -> None:
    """The dream is kept at once; nothing is bought before the yes, and the film tells its cost."""
    write(phone, "runway")
    expect(phone).to_have_url(re.compile(r"/agree\?[\w=&.]+$"))
    shown = phone.get_by_role("main")
    for words in ("Runway", "많아야", "$0.48", "영어 프롬프트", "꿈의 글, 제목"):
        expect(shown).to_contain_text(words)
    assert not Axe().run(phone).violations_count
    assert not runway.charged
    assert paid.get("/api/v1/entries")["total"] == 1
    phone.get_by_role("button", name="동의하고 만들기").click()
    assert "/agree?" in phone.url, "the box was not ticked"
    phone.get_by_role("checkbox").check()
    phone.get_by_role("button", name="동의하고 만들기").click()
    expect(phone.locator("video")).to_be_visible(timeout=FILMED_MS)
    phone.get_by_text("이 영상에 대하여").click()
    expect(phone.locator(".about-film dl")).to_contain_text("글에서 바로 영상으로 · Runway")
    expect(phone.locator(".about-film dl")).to_contain_text("$0.48")
    expect(phone.locator(".about-film dl")).to_contain_text(f"{MODEL} (언어 모델)")
    assert runway.charged == COST_CREDITS


def test_another_film_asks_again_and_the_day_has_an_end(
    phone: Page, paid: Server, runway: Runway
) -> None:
    """What was agreed to for one film was agreed to for that one alone."""
    before = runway.charged
    phone.goto("/")
    phone.get_by_role("link", name="할머니").first.click()
    phone.get_by_role("button", name="다르게 다시 그리기").click()
    expect(phone.get_by_role("heading", name="만들기 전에")).to_be_visible()
    (entry,) = paid.get("/api/v1/entries")["entries"]
    phone.goto(f"/entries/{entry['id']}/agree?route=runway&segments=2")
    expect(phone.get_by_role("alert")).to_contain_text("오늘 쓸 수 있는 돈이 $0.72 남아서")
    assert not Axe().run(phone).violations_count
    expect(phone.get_by_role("button", name="이 기계의 붓으로 만들기")).to_be_visible()
    assert runway.charged == before


def test_what_is_closed_is_told_with_its_reason(phone: Page, paid: Server) -> None:
    """A route without its endpoint is not offered; what the operator has not opened is refused."""
    phone.goto("/write?blank=true")
    phone.get_by_text("영상 고르기").click()
    phone.get_by_text("그리는 도구와 이용 조건").click()
    expect(phone.get_by_text("no endpoint of RunPod is named")).to_be_visible()
    offered = phone.get_by_label("경로", exact=False).first.locator("option")
    assert offered.count() == 2
    new = {"writing": {"text": DREAM, "dreamed_on": "2026-11-29"}}
    for film, status in (
        ({"route": "still", "agreed_usd": 5}, 422),
        ({"backend": "runway-gen4.5", "agreed_usd": 5}, 422),
        ({"route": "runway"}, 402),
    ):
        answer = paid.client.post("/api/v1/entries", json={**new, "film": film})
        assert answer.status_code == status, answer.text
