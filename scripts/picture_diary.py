"""Take the picture of the diary that its how-to shows: three pages of a phone, side by side.

Usage: python scripts/picture_diary.py [OUT.webp]. Needs Chromium and the development set-up.
"""

import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import httpx
from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "diary.webp"
PHONE: ViewportSize = {"width": 390, "height": 780}
GAP_PX = 24
WAITS_MS = 120_000
DREAMS = (
    ("2026-10-18", "돌아가신 할머니가 강 건너에서 손을 흔드셨다. 그리워서 울었다.", "할머니"),
    ("2026-11-02", "어두운 숲에서 호랑이에게 쫓겼다. 무서워서 소리도 안 나왔다.", "쫓김"),
    ("2026-11-21", "호랑이가 산에서 내려와 나를 보고 웃었다. 하나도 무섭지 않았다.", "태몽"),
    ("2026-11-29", "복숭아꽃이 핀 산길을 걸었다. 꽃잎이 눈처럼 날려서 행복했다.", "산"),
)


def write(page: Page, day: str, text: str, tag: str) -> None:
    """Keep a dream and wait until its film plays."""
    page.goto("/write")
    page.get_by_label("어떤 꿈을 꾸셨나요?").fill(text)
    page.get_by_label("꾼 날").fill(day)
    page.get_by_text("더 적기").click()
    page.get_by_label("태그").fill(tag)
    page.get_by_role("button", name="담고 영상 만들기").click()
    page.locator("video").wait_for(timeout=WAITS_MS)


def shots(page: Page) -> list[Image.Image]:
    """The drawer, a film, and what returns."""
    for day, text, tag in DREAMS:
        write(page, day, text, tag)
    pictures = []
    film = page.url
    for path in ("/", film, "/about-me"):
        page.goto(path)
        if path == film:
            page.evaluate("document.querySelector('video').currentTime = 2.5")
            page.wait_for_timeout(1000)
        page.wait_for_timeout(500)
        pictures.append(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
    return pictures


def side_by_side(pictures: list[Image.Image]) -> Image.Image:
    """Pictures of the same size, a gap between them."""
    width, height = pictures[0].size
    whole = Image.new("RGB", (len(pictures) * (width + GAP_PX) - GAP_PX, height), "white")
    for at, picture in enumerate(pictures):
        whole.paste(picture, (at * (width + GAP_PX), 0))
    return whole


def main() -> None:
    """Serve a diary of its own, write, look, save."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        server = subprocess.Popen(
            [sys.executable, "-m", "mongyudo", "serve", "--port", "0"],
            env={**os.environ, "MONGYUDO_HOME": home}, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            assert server.stdout is not None
            url = next(w for w in server.stdout.readline().split() if w.startswith("http"))
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--hide-scrollbars"]
            )
            httpx.post(f"{url}/welcome", timeout=60)
            page = browser.new_page(base_url=url, viewport=PHONE, locale="ko-KR")
            side_by_side(shots(page)).save(target, quality=80, method=6)
            browser.close()
        finally:
            server.terminate()
            server.wait(30)


if __name__ == "__main__":
    main()
