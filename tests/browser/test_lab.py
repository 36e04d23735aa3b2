"""A lab's report in a browser, from disk: its clips play, votes are taken and counted."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page
from tests.browser.conftest import CHROMIUM, until

from mongyudo.cli import group

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on PATH (apt-get install chromium)"),
]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keywords against summaries, filmed by the model that ships."""
    folder = tmp_path_factory.mktemp("lab") / "prompts"
    words = ["lab", "prompts", "--limit", "2", "--clips", "2", "--backend", "mongyudo-small"]
    found = CliRunner().invoke(group, [*words, "-o", str(folder)])
    assert found.exit_code == 0, found.output
    return folder


@pytest.fixture
def report(run: Path, browser: Browser) -> Iterator[Page]:
    """The report, opened from disk; a complaint, or a request for anything else, fails."""
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    own = (run.as_uri(), "data:", "blob:")
    page.on(
        "request", lambda asked: None if asked.url.startswith(own) else faults.append(asked.url)
    )
    page.goto((run / "report.html").as_uri())
    yield page
    context.close()
    assert not faults


def test_figures_are_shown_and_clips_play_together(report: Page) -> None:
    assert report.locator(".measure svg").count() > 5
    first = report.locator(".dream").first
    first.locator(".play").click()
    until(report, "document.querySelectorAll('.dream video')[3].currentTime > 0.1")
    times = report.evaluate("[...document.querySelectorAll('.dream video')].map(v => v.paused)")
    assert not any(times[:4])
    assert all(times[4:])


def test_the_filter_hides_other_arms(report: Page) -> None:
    report.locator(".arm input").first.uncheck()
    assert report.locator(".dream figure:visible").count() == 6


def test_votes_are_cast_blind_kept_downloaded_and_counted(
    report: Page, run: Path, tmp_path: Path
) -> None:
    report.locator("#vote").click()
    assert "keywords" not in report.locator("#booth").inner_text()
    report.locator("#voter").fill("연화")
    for choice in ("left", "same", "right"):
        report.locator(f"[data-choice={choice}]").click()
    report.keyboard.press("ArrowLeft")
    assert "4 / 4" in report.locator("#count").inner_text()
    report.reload()  # what was chosen stays
    report.locator("#vote").click()
    with report.expect_download() as download:
        report.locator("#save").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    found = CliRunner().invoke(group, ["lab", "votes", str(run), str(file)])
    assert found.exit_code == 0, found.output
    votes = json.loads((run / "answer.json").read_text(encoding="utf-8"))["votes"]
    assert sum(each["won"] + each["lost"] + each["tied"] for each in votes) == 8
    report.reload()
    assert report.get_by_text("Bradley-Terry").count() == 1
