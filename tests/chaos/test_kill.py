"""The server is killed, and nothing is lost or done twice."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest
from tests.processes import children, command, painters
from tests.serving import Server

pytestmark = pytest.mark.slow

DREAM = (
    "할머니 집 마당에서 호랑이에게 쫓겼다. 숨이 막혀 소리도 안 나왔다. "
    "그러다 절벽에서 떨어졌는데 새가 나를 받아 하늘로 날아올랐다."
)


def test_a_film_is_finished_after_kill_9_and_finished_shots_are_not_painted_again(
    served: Callable[..., Server],
) -> None:
    server = served()
    _, film_id = server.write(DREAM, {"seconds": 3})
    folder = server.home / "films" / film_id / ".work"
    first = wait_for_a_shot(folder)
    painted = {path.name: path.stat().st_mtime_ns for path in (folder / first).iterdir()}
    server.kill()
    left = server.home / "films" / film_id
    assert not (left / "film.mp4").exists()

    again = served()
    still = folder / first
    if still.exists():  # unless it is joined already
        assert {path.name: path.stat().st_mtime_ns for path in still.iterdir()} == painted
    film = again.wait(film_id, lambda film: film["state"] == "done")
    assert [shot["index"] for shot in film["manifest"]["shots"]] == [0, 1]
    assert {path.name for path in left.iterdir()} == {
        "captions.ko.vtt", "film.json", "film.mp4", "poster.png", "segment-1.mp4", "segment-2.mp4",
    }  # fmt: skip


def wait_for_a_shot(folder: Any) -> str:
    """The first shot that stands finished."""
    end = time.monotonic() + 90
    while time.monotonic() < end:
        done = [path.name for path in folder.glob("shot-*") if not path.name.endswith(".part")]
        if done:
            return sorted(done)[0]
        time.sleep(0.02)
    raise AssertionError("no shot was painted")


def test_a_cancelled_film_stops_within_a_second_and_its_painters_with_it(
    served: Callable[..., Server],
) -> None:
    server = served(MONGYUDO_FPS="24")
    _, film_id = server.write(DREAM, {"seconds": 10})
    server.wait(film_id, lambda film: film["state"] == "painting" and film["share"] > 0)
    server.client.post(f"/api/v1/films/{film_id}/cancel").raise_for_status()
    assert server.film(film_id)["state"] == "cancelled"
    end = time.monotonic() + 3
    while painters(server.process.pid) and time.monotonic() < end:
        time.sleep(0.05)
    assert not painters(server.process.pid)


def test_a_killed_server_leaves_no_process_behind(served: Callable[..., Server]) -> None:
    server = served()
    _, film_id = server.write(DREAM, {"seconds": 10})
    server.wait(film_id, lambda film: film["state"] == "painting" and film["share"] > 0)
    left = children(server.process.pid)
    assert len(left) >= 2  # the reader and a painter
    server.kill()
    end = time.monotonic() + 10
    while any(command(pid) for pid in left) and time.monotonic() < end:
        time.sleep(0.05)
    assert not [pid for pid in left if command(pid)]


def test_a_refused_dream_is_kept_with_the_reason_and_no_film(served: Callable[..., Server]) -> None:
    server = served()
    text = "친구가 칼로 사람을 찔러 죽였다. 나는 숨어서 봤다."
    entry_id, film_id = server.write(text, {})
    film = server.wait(film_id, lambda film: film["state"] == "refused")
    assert "생성이 불가합니다" in film["fault"]
    assert "일기는 저장되었습니다" in film["fault"]
    kept = server.get(f"/api/v1/entries/{entry_id}")
    assert kept["text"] == text
    assert kept["verdict"]["reasons"][0]["category"] == "violence"
    assert not (server.home / "films" / film_id).exists()


def test_a_second_server_on_the_same_diary_is_refused(served: Callable[..., Server]) -> None:
    server = served()
    second = subprocess.run(
        [sys.executable, "-m", "mongyudo", "serve", "--port", "0"],
        env={**os.environ, "MONGYUDO_HOME": str(server.home)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert second.returncode == 2
    assert "이미 열려 있습니다" in second.stderr
