"""Dreams of a former version that nobody has read are read when the diary is opened."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.serving import Server, serve

pytestmark = pytest.mark.slow

DREAMS = ("커다란 호랑이가 마당에 있었다.", "바다에서 고래를 만났다.")


def keep(server: Server, text: str) -> str:
    """A dream that is kept without a film; its id."""
    new = {"writing": {"text": text, "dreamed_on": "2026-11-29"}}
    kept: str = server.client.post("/api/v1/entries", json=new).raise_for_status().json()["id"]
    return kept


def wait_until_read(server: Server, entry_id: str) -> None:
    """Look at an entry until it has a reading and a title."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        entry = server.get(f"/api/v1/entries/{entry_id}")
        if entry["reading"] and entry["title"]:
            return
        time.sleep(0.2)
    raise AssertionError("it was not read")


def test_dreams_that_were_kept_unread_are_read_without_being_touched(tmp_path: Path) -> None:
    """Beside the pages, which answer meanwhile; and no log tells what was dreamt."""
    home = tmp_path / "home"
    with closing(serve(home)) as server:
        kept = [keep(server, dream) for dream in DREAMS]
        for entry_id in kept:
            wait_until_read(server, entry_id)
    with closing(sqlite3.connect(home / "diary.sqlite")) as diary, diary:
        diary.execute("UPDATE entries SET reading = NULL, emotion = '', category = '', title = ''")

    with (tmp_path / "log").open("w+", encoding="utf-8") as log:
        with closing(serve(home, stderr=log)) as again:
            assert again.get("/api/v1/entries")["total"] == len(DREAMS)
            for entry_id in kept:
                wait_until_read(again, entry_id)
        log.seek(0)
        told = log.read()
    assert not [word for word in ("호랑이", "고래") if word in told]
