"""The ledger remembers across processes, waits for its own kind and counts a day's money."""

import multiprocessing
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from tests.contract.test_backends import shot_for

from mongyudo.backends.contract import Options
from mongyudo.backends.hosted.bill import bill_of
from mongyudo.backends.hosted.discretion import discreet
from mongyudo.backends.hosted.ledger import DAY_S, Ledger, Order
from mongyudo.backends.hosted.paying import Wanted, key_of
from mongyudo.backends.hosted.runway import FAILURES, meaning_of
from mongyudo.backends.hosted.runway_video import seconds_of
from mongyudo.backends.registry import get
from mongyudo.errors import BudgetError, RenderCancelledError

ORDER = Order("k1", "runway", "gen4.5", 0, 0.4, 1.0)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A new one."""
    opened = Ledger(tmp_path / "paid")
    yield opened
    opened.close()


def test_each_step_is_on_the_disk_at_once(ledger: Ledger) -> None:
    """Another connection sees it; the file is one that survives a power cut."""
    task = ledger.intend(ORDER)
    other = Ledger(ledger.folder)
    assert other.last("k1") == task
    assert ledger.note(task, "accepted", task_id="t7") == other.last("k1")
    other.close()
    with sqlite3.connect(ledger.folder / "ledger.sqlite") as base:
        assert base.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    base.close()
    assert ledger._base.execute("PRAGMA synchronous").fetchone() == (2,)
    assert (ledger.folder.stat().st_mode & 0o777) == 0o700


def test_a_day_has_its_budget(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Known costs count, estimates where they are not known; tomorrow is another day."""
    ledger.note(ledger.intend(ORDER), "downloaded", cost_usd=0.5)
    ledger.note(ledger.intend(ORDER), "failed", cost_usd=0.0)
    ledger.intend(ORDER)
    with pytest.raises(BudgetError, match=r"\$0\.90 \+ 이번 \$0\.40 > \$1\.00"):
        ledger.intend(ORDER)
    assert len(ledger.tasks()) == 3
    later = time.time() + DAY_S + 1
    monkeypatch.setattr(time, "time", lambda: later)
    ledger.intend(ORDER)


def test_files_are_forgotten_after_a_while(ledger: Ledger) -> None:
    """Their lines stay, for the money; what is younger stays, too."""
    task = ledger.intend(ORDER)
    path = ledger.folder / "k1-1.mp4"
    path.write_bytes(b"clip")
    ledger.note(task, "downloaded", file=path.name, cost_usd=0.4)
    ledger.forget(task.intended_at)
    assert path.exists()
    ledger.forget(task.intended_at + 1)
    assert not path.exists()
    [line] = ledger.tasks()
    assert (line.state, line.code, line.cost_usd) == ("failed", "FORGOTTEN", 0.4)


def test_what_is_held_is_not_unclear_and_others_wait(ledger: Ledger) -> None:
    """Until the holder lets go or is killed."""
    ledger.intend(ORDER)
    fork = multiprocessing.get_context("fork")
    ready = fork.Event()
    holder = fork.Process(target=_hold, args=(ledger.folder, ready))
    holder.start()
    try:
        assert ready.wait(10)
        assert ledger.unclear() == []
        with pytest.raises(RenderCancelledError), ledger.held("k1", lambda: True):
            pass
        with ledger.held("k2", lambda: True):
            pass
    finally:
        holder.kill()
        holder.join()
    assert [task.key for task in ledger.unclear()] == ["k1"]
    with ledger.held("k1", lambda: True):
        pass


def _hold(folder: Path, ready: Event) -> None:
    with Ledger(folder).held("k1", lambda: False):
        ready.set()
        time.sleep(60)


def test_a_key_is_the_request_its_seed_and_its_shot() -> None:
    """Whatever changes the clip changes the key; a changed price does not."""
    wanted = Wanted({"prompt": "a tiger"}, "gen4.5", 0, 5, 0.4, 20.0, ".mp4")
    same = replace(wanted, estimate_usd=0.5, limit_usd=1.0)
    others = (
        replace(wanted, request={"prompt": "a cat"}), replace(wanted, shot=1),
        replace(wanted, seed=6),
    )  # fmt: skip
    assert key_of("runway", wanted) == key_of("runway", same)
    keys = {key_of("runway", each) for each in (wanted, *others)}
    assert len(keys | {key_of("openai", wanted)}) == 5


def test_a_bill_tells_who_what_and_how_much() -> None:
    """Also of a bought still for a model of one's own; what is free has no line."""
    runway = bill_of(get("runway-gen4.5"), Options(), 2, 4.0)
    assert [(line.provider, line.count, line.price.usd) for line in runway.lines] == [
        ("Runway", 2, 0.48)
    ]
    still = bill_of(get("svd"), Options(still="openai"), 3, 4.0)
    assert [(line.provider, line.usd) for line in still.lines] == [("OpenAI", 0.144)]
    both = bill_of(get("runway-gen4-turbo"), Options(still="mj"), 1, 4.0)
    assert "terms forbid" in both.lines[0].warning
    assert len(both.lines[1].sent) == 2
    assert bill_of(get("ink"), Options(still="openai"), 3, 4.0).lines == ()
    with pytest.raises(BudgetError, match=r"\$0\.96 > \$0\.50.*budget_film_usd"):
        runway.insist(9.0, 0.5)
    with pytest.raises(BudgetError, match=r"--yes"):
        runway.insist(0.95, 5.0)
    runway.insist(0.96, 0.96)


def test_runway_sells_whole_seconds_between_two_and_ten() -> None:
    """And the spec's rule of frames says the same."""
    assert [seconds_of(s) for s in (0.5, 2.4, 3.6, 99)] == [2, 2, 4, 10]
    rule = get("runway-gen4.5").spec.frames
    assert [rule.nearest(frames) for frames in (1, 100, 999)] == [48, 96, 240]


def test_every_failure_has_words() -> None:
    """The most special begin first; what nobody has heard of is told, too."""
    assert "심사" in meaning_of("SAFETY.INPUT.IMAGE")
    assert meaning_of("SAFETY.OUTPUT") != meaning_of("SAFETY.INPUT")
    assert meaning_of("THIRD_PARTY.WHATEVER") == FAILURES[-1][1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "prompt", "sent"),
    [
        ("김민수가 쫓아왔다.", "chasing gimminsu, night", "chasing a person, night"),
        ("Michael이 웃었다.", "laughing Michael", "laughing"),
        ("구렁이가 나왔다.", "a big snake, 구렁덩덩", "a big snake"),
        ("한복을 입었다.", "wear hanbok", "wear hanbok"),
    ],
)
def test_names_stay_here(text: str, prompt: str, sent: str) -> None:
    """In whatever letters; what the lexicon knows goes."""
    shot = shot_for(get("runway-gen4.5"))
    shot = replace(shot, segment=replace(shot.segment, text=text, prompt=prompt))
    kept, notes = discreet(shot)
    assert kept.segment.prompt == sent
    assert bool(notes) == (prompt != sent)
