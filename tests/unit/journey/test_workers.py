"""Child processes give results in order, pass errors on, and never outlive their parent."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from mongyudo.errors import FilmError
from mongyudo.journey.workers import Aide, Report, Task, WorkerDiedError, results


def square(number: int, *, report: Report) -> int:
    """A little work."""
    report(0.5)
    return number * number


def count_in(folder: Path, *, report: Report) -> int:
    """How many are at work in `folder` at this moment; the first waits for a second."""
    mark, met = folder / f"{os.getpid()}.mark", folder / "met"
    mark.touch()
    until_s = time.monotonic() + 20
    while not met.exists() and len(list(folder.glob("*.mark"))) < 2 and time.monotonic() < until_s:
        time.sleep(0.01)
    met.touch()
    time.sleep(0.05)
    found = len(list(folder.glob("*.mark")))
    mark.unlink()
    report(1.0)
    return found


def fail(*, report: Report) -> None:
    """Work that fails as foreseen."""
    report(0.1)
    raise FilmError("no ink")


def die(*, report: Report) -> None:
    """Work that is killed."""
    report(0.1)
    os.kill(os.getpid(), signal.SIGKILL)


def test_results_come_in_order_with_progress() -> None:
    """The mean of the shares never goes back and ends at 1."""
    shares: list[float] = []
    starts = [partial(Task, square, n) for n in (3, 4)]
    assert results(starts, shares.append, most=2) == [9, 16]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_no_more_run_at_once_than_may(tmp_path: Path) -> None:
    """The third begins when one of the first two is done."""
    starts = [partial(Task, count_in, tmp_path) for _ in range(5)]
    assert max(results(starts, lambda _: None, most=2)) <= 2


def test_an_error_crosses_to_the_parent() -> None:
    """The same error with the same words."""
    with pytest.raises(FilmError, match="no ink"):
        Task(fail).result()


def test_a_killed_child_is_told() -> None:
    """Death without a result is an error that helps, not a hang."""
    with pytest.raises(WorkerDiedError, match="exit code -9"):
        Task(die).result()


@pytest.fixture
def aide() -> Iterator[Aide]:
    """An aide that is gone at the end."""
    made = Aide()
    yield made
    made.stop()


def refuse(words: str) -> None:
    """Work on call that fails as foreseen."""
    raise FilmError(words)


def test_an_aide_answers_what_is_asked_and_not_what_was_begun(aide: Aide) -> None:
    aide.begin(pow, 3, 2)
    assert aide.ask(pow, 2, 5) == 32
    assert aide.ask(os.getpid) != os.getpid()


def test_what_an_aide_was_to_begin_and_could_not_is_told_at_the_next_question(aide: Aide) -> None:
    aide.begin(refuse, "no ink")
    with pytest.raises(FilmError, match="no ink"):
        aide.ask(pow, 2, 5)


def test_a_killed_aide_is_told(aide: Aide) -> None:
    with pytest.raises(WorkerDiedError, match="exit code -9"):
        aide.ask(os.kill, aide.ask(os.getpid), signal.SIGKILL)
    with pytest.raises(WorkerDiedError, match="exit code -9"):
        aide.ask(os.getpid)


BUSY = """
import sys, time
from mongyudo.journey.workers import Task
def work(*, report):
    while True:
        report(0.1); time.sleep(0.02)
task = Task(work)
print(task._process.pid, flush=True)
time.sleep(60)
"""
IDLE = """
import os, time
from mongyudo.journey.workers import Aide
print(Aide().ask(os.getpid), flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("orphan", [BUSY, IDLE], ids=["busy", "idle"])
def test_children_end_when_the_parent_is_killed(orphan: str) -> None:
    """kill -9 on the parent leaves nothing running."""
    parent = subprocess.Popen([sys.executable, "-c", orphan], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = Path("/proc") / parent.stdout.readline().strip()
    assert child.exists()
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline_s = time.monotonic() + 5
    while _runs(child) and time.monotonic() < deadline_s:
        time.sleep(0.02)
    assert not _runs(child)


def _runs(process: Path) -> bool:
    try:
        return ") Z " not in (process / "stat").read_text()
    except OSError:
        return False


@pytest.mark.slow
def test_a_child_that_has_just_begun_ends_without_a_word(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Even before it has put off the parent's own way of being stopped."""
    before = signal.signal(signal.SIGTERM, _interrupted)
    try:
        for step in range(16):
            task = Task(square, 3)
            time.sleep(step * 1.2e-4)
            task.stop()
    finally:
        signal.signal(signal.SIGTERM, before)
    assert capfd.readouterr().err == ""


def _interrupted(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt
