"""Kill -9 at every point of a paid film: money is spent once, and the clip is never lost."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.makers import KEY, Runway
from tests.fakes.openai import FakeOpenAI
from tests.processes import painters
from tests.serving import Server

from mongyudo.backends.hosted.ledger import FOLDER, Ledger

pytestmark = pytest.mark.slow

DREAM = (
    "할머니 집 마당에서 호랑이에게 쫓겼다. 숨이 막혀 소리도 안 나왔다. "
    "그러다 절벽에서 떨어졌는데 새가 나를 받아 하늘로 날아올랐다."
)
WISHES = {"route": "runway", "agreed_usd": 1, "seconds": 2, "segments": 1, "seed": 1}
CREDITS = 2 * 2 * 12
"""Two scenes of two seconds."""
UNCLEAR = ("after intend", "before submit", "after submit", "before note accepted")
"""Where nobody can know whether the order was taken: between the intent and the id."""
EVENTS_A_SCENE = 20
POINTS = (*range(8), 9, *range(12, 20), 22, 23, 37)
"""All events of the first scene but some looks, and three of the second."""


class Buyer:
    """The process that buys, a provider, and homes for it."""

    def __init__(self, process: "subprocess.Popen[str]", folder: Path) -> None:
        self._process, self._folder, self._homes = process, folder, 0

    def film(self, home: Path, url: str, die_at: int | None = None) -> dict[str, Any]:
        """Have the film made, or die on the way; what became of it."""
        film = home.parent / f"film-{home.name}"
        words = ["film", DREAM, "--route", "runway", "--reader", "offline", "--yes"]
        shape = ["--size", "128x72", "--seconds", "2", "--cut", "joined", "--no-sound"]
        return self.obey([*words, *shape, "-o", str(film)], home, url, die_at)

    def obey(
        self, arguments: list[str], home: Path, url: str, die_at: int | None = None
    ) -> dict[str, Any]:
        """Run one command."""
        environment = {"MONGYUDO_HOME": str(home), "RUNWAYML_BASE_URL": url}
        order = {"arguments": arguments, "die_at": die_at, "environment": environment}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        told: dict[str, Any] = json.loads(self._process.stdout.readline())
        return told

    def home(self) -> Path:
        """A new one."""
        self._homes += 1
        home = self._folder / f"home{self._homes}"
        home.mkdir()
        return home


@pytest.fixture(scope="module")
def buyer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Buyer]:
    """One for all points; each of its films is a fork."""
    folder = tmp_path_factory.mktemp("buyer")
    given = {"RUNWAYML_API_SECRET": KEY, "PYTHONPATH": str(Path.cwd())}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.chaos.buyer"], cwd=Path.cwd(),
        env={**os.environ, **given}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        yield Buyer(process, folder)


@pytest.fixture(scope="module")
def events(buyer: Buyer) -> list[str]:
    """All events of a film that nobody kills."""
    with Runway().serve() as server:
        told = buyer.film(buyer.home(), server.url)
    assert (told["code"], told["signal"]) == (0, 0), told["said"]
    return told["events"]


def test_there_are_as_many_points_as_we_think(events: list[str]) -> None:
    """Each scene: intend, submit, accepted, three looks, finished, fetch, keep, downloaded."""
    assert len(events) == 2 * EVENTS_A_SCENE
    assert events[0] == "before intend"
    assert events[-1] == "after note downloaded"


@pytest.mark.parametrize("die_at", POINTS)
def test_killed_anywhere_a_film_is_paid_once(buyer: Buyer, events: list[str], die_at: int) -> None:
    """Run again it is made, and where nobody can know it is told and settled by one command."""
    runway, home = Runway(), buyer.home()
    with runway.serve() as server:
        killed = buyer.film(home, server.url, die_at)
        assert killed["signal"] == signal.SIGKILL
        assert killed["events"] == events[: die_at + 1]
        taken = len(runway.tasks)
        again = buyer.film(home, server.url)
        if events[die_at] in UNCLEAR:
            assert again["code"] == 1
            assert "mongyudo paid again" in again["said"]
            assert len(runway.tasks) == taken
            number = 2 if die_at >= len(events) // 2 else 1
            orders = sum(event == "after submit" for event in events[: die_at + 1])
            is_taken = orders == number
            settle = (
                ["adopt", str(number), runway.tasks[-1].id] if is_taken else ["again", str(number)]
            )
            assert buyer.obey(["paid", *settle], home, server.url)["code"] == 0
            again = buyer.film(home, server.url)
    assert again["code"] == 0, again["said"]
    assert runway.charged == CREDITS
    assert (home.parent / f"film-{home.name}" / "film.mp4").stat().st_size > 1000
    assert len(list((home / "paid").glob("*.mp4"))) == 2
    assert not list((home / "paid").glob("*.part"))


@dataclass
class Assassin:
    """Kills a diary's server and its painters when the provider hears of the next of `points`."""

    points: list[str]
    server: Server | None = None

    def __call__(self, event: str) -> None:
        if self.server is None or not self.points or event != self.points[0]:
            return
        victim, self.server = self.server, None
        self.points.pop(0)
        at_work = painters(victim.process.pid)
        victim.process.kill()
        for pid in at_work:
            os.kill(pid, signal.SIGKILL)


def test_a_diary_that_is_killed_pays_once(served: Callable[..., Server]) -> None:
    """Its job goes on after the next start; what is unclear is told with the film."""
    assassin = Assassin(["before look", "before download", "after create"])
    runway = Runway(("SUCCEEDED",), watch=assassin)
    with providers(runway) as given:
        server = served(**given)
        for seed, point in enumerate(list(assassin.points)):
            wishes = {**WISHES, "seed": seed}
            assassin.server = server
            entry_id, film_id = server.write("호랑이가 마당에 있었다.", wishes)
            server.process.wait(60)
            server = served(**given)
            film = ended(server, film_id)
            if point == "after create":
                assert "mongyudo paid again" in film["fault"]
                adopt(server.home, runway.tasks[-1].id)
                new = server.client.post(f"/api/v1/entries/{entry_id}/films", json=wishes)
                film = ended(server, new.raise_for_status().json()["id"])
            assert film["state"] == "done", film["fault"]
            assert film["manifest"]["cost_usd"] == pytest.approx(0.24)
            assert runway.charged == (seed + 1) * CREDITS // 2


def test_a_film_that_is_cancelled_in_time_costs_nothing(served: Callable[..., Server]) -> None:
    """What has not begun at the provider is taken back; a server that stops takes nothing back."""
    runway = Runway(("PENDING",))
    with providers(runway) as given:
        server = served(**given)
        _, film_id = server.write("호랑이가 마당에 있었다.", WISHES)
        server.wait(film_id, lambda _: bool(runway.tasks))
        server.client.post(f"/api/v1/films/{film_id}/cancel").raise_for_status()
        until(lambda: runway.tasks[0].deleted)
        assert runway.charged == 0
        server.write("호랑이가 마당에 있었다.", {**WISHES, "seed": 2})
        until(lambda: len(runway.tasks) == 2)
        server.process.send_signal(signal.SIGTERM)
        server.process.wait(60)
        assert not runway.tasks[1].deleted


@contextmanager
def providers(runway: Runway) -> Iterator[dict[str, str]]:
    """Variables of a diary whose route runway leads to `runway`, read by a model."""
    with runway.serve() as fake, FakeOpenAI(key=KEY) as model:
        yield {
            "RUNWAYML_BASE_URL": fake.url, "RUNWAYML_API_SECRET": KEY,
            "OPENAI_BASE_URL": model.base_url, "OPENAI_API_KEY": KEY,
            "MONGYUDO_DIARY_ROUTES": '["runway"]',
        }  # fmt: skip


def until(happens: Callable[[], bool]) -> None:
    """Wait for it, at most a minute."""
    end_s = time.monotonic() + 60
    while not happens():
        assert time.monotonic() < end_s
        time.sleep(0.05)


def ended(server: Server, film_id: str) -> dict[str, Any]:
    """A film once it is done, or has failed."""
    return server.wait(film_id, lambda film: film["state"] in ("done", "failed"))


def adopt(home: Path, task_id: str) -> None:
    """Say of the one order that is unclear that it was taken, as `mongyudo paid adopt` does."""
    ledger = Ledger(home / FOLDER)
    [task] = ledger.unclear()
    ledger.note(task, "accepted", task_id=task_id)
    ledger.close()
