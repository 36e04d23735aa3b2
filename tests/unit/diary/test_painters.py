"""Painting processes as a worker sees them, played by a script that does what its errand says."""

import asyncio
import os
import signal
import sys
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from mongyudo.diary import painters
from mongyudo.diary.painters import PainterDiedError, PaintingError, dismiss, send

PLAYED = """
import json, os, sys, time
def say(**told):
    print(json.dumps(told), flush=True)
for line in sys.stdin:
    say(share=os.getpid())
    match json.loads(line):
        case "dies":
            os.kill(os.getpid(), 9)
        case "dawdles":
            time.sleep(60)
        case "fails":
            say(error="no")
            sys.exit(1)
        case "heavy":
            say(done=True)
            break
    say(done=True, stays=True)
"""


@pytest.fixture(autouse=True)
def played(monkeypatch: pytest.MonkeyPatch) -> None:
    """Painters are played; an errand is how its painter does."""
    monkeypatch.setattr(painters, "PAINTER", (sys.executable, "-S", "-c", PLAYED))
    monkeypatch.setattr(painters, "to_json", lambda _, errand: errand)


async def who_does(errand: Any, told: list[float] | None = None) -> int:
    """Have an errand done; the process that did it."""
    told = [] if told is None else told
    await send(errand, told.append, lambda: False)
    return int(told[-1])


def lived(what: Coroutine[Any, Any, Any]) -> Any:
    """What comes of it in a loop of its own; nobody waits for an errand afterwards."""

    async def to_the_end() -> Any:
        try:
            return await what
        finally:
            await asyncio.to_thread(dismiss)
            assert not painters._idle

    with ThreadPoolExecutor(1) as own:  # a browser of other tests may hold this thread's loop
        return own.submit(asyncio.run, to_the_end()).result()


def test_who_has_done_well_gets_the_next_errand() -> None:
    async def three() -> set[int]:
        return {await who_does("well") for _ in range(3)}

    assert len(lived(three())) == 1


def test_two_errands_at_once_are_done_by_two() -> None:
    async def two() -> set[int]:
        return set(await asyncio.gather(who_does("well"), who_does("well")))

    assert len(lived(two())) == 2


@pytest.mark.parametrize(
    ("ill", "fault"), [("dies", PainterDiedError), ("fails", PaintingError), ("heavy", None)]
)
def test_who_died_failed_or_holds_a_model_gets_no_other(
    ill: str, fault: type[Exception] | None
) -> None:
    """What befell it is told as ever, though it has done well before."""

    async def both() -> tuple[int, list[float], int]:
        told: list[float] = []
        well = await who_does("well")
        if fault is None:
            await who_does(ill, told)
        else:
            with pytest.raises(fault):
                await who_does(ill, told)
        return well, told, await who_does("well")

    well, told, after = lived(both())
    assert told == [well]
    assert after != well


def test_a_cancelled_errand_takes_its_painter_with_it() -> None:
    async def both() -> tuple[int, int]:
        told: list[float] = []
        await who_does("well")
        process = painters._idle[0].process
        dawdling = asyncio.create_task(who_does("dawdles", told))
        while not told:
            await asyncio.sleep(0.01)
        dawdling.cancel()
        with pytest.raises(asyncio.CancelledError):
            await dawdling
        assert await process.wait() == -signal.SIGKILL
        return int(told[0]), await who_does("well")

    cancelled, after = lived(both())
    assert cancelled != after


def test_who_is_killed_while_waiting_spoils_no_errand() -> None:
    async def both() -> tuple[int, int]:
        well = await who_does("well")
        waiting = painters._idle[0].process
        os.kill(well, signal.SIGKILL)
        await waiting.wait()
        return well, await who_does("well")

    well, after = lived(both())
    assert well != after


def test_whatever_kills_one_may_have_met_those_who_wait() -> None:
    async def both() -> None:
        await asyncio.gather(who_does("well"), who_does("well"))
        with pytest.raises(PainterDiedError):
            await who_does("dies")
        assert not painters._idle

    lived(both())


def test_a_death_is_told_though_one_of_another_loop_waits() -> None:
    """Nobody can be waited for from a loop that is not theirs."""
    other = asyncio.new_event_loop()
    with ThreadPoolExecutor(1) as own:
        running = own.submit(other.run_forever)
        asyncio.run_coroutine_threadsafe(who_does("well"), other).result()

        async def death() -> None:
            with pytest.raises(PainterDiedError):
                await who_does("dies")

        try:
            lived(death())
        finally:
            other.call_soon_threadsafe(other.stop)
            running.result()
    other.close()


def test_nobody_waits_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painters, "STAYS_S", 0.05)

    async def end() -> int:
        await who_does("well")
        return await painters._idle[0].process.wait()

    assert lived(end()) == -signal.SIGKILL
    assert not painters._idle
