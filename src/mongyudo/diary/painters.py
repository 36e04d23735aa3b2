"""Painting processes as a worker sees them: started, listened to, killed."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from mongyudo.diary.painter import Errand
from mongyudo.diary.values import from_json, to_json
from mongyudo.errors import MongyudoError
from mongyudo.records import Reason

PAINTER = (sys.executable, "-m", "mongyudo.diary.painter")
TAKE_BACK_S = 10.0
"""How long a painter that is given up may speak with a provider."""
STAYS_S = 5.0
"""How long a painter without an errand waits for one: a film's next shot comes much sooner."""
GONE_WITHIN_S = 2.0


class PaintingError(MongyudoError):
    """A painting process could not do its errand; the message is its own."""


class PaintingRefusedError(PaintingError):
    """A frame breaks the policy, for `reason`."""

    def __init__(self, message: str, reason: Reason) -> None:
        super().__init__(message)
        self.reason = reason


class PainterDiedError(PaintingError):
    """A painting process ended without a word: killed, or out of memory."""


@dataclass(frozen=True, slots=True, eq=False)
class _Idle:
    """A painter that waits for its next errand, and the event loop that can speak with it."""

    process: Process
    loop: asyncio.AbstractEventLoop


_idle: list[_Idle] = []


async def send(
    errand: Errand, report: Callable[[float], None], is_given_up: Callable[[], bool]
) -> None:
    """Have an errand done in a process group of its own, which is killed on cancellation.

    It is one that waits for an errand, or a new one; nobody has two at a time, and none that has
    failed, died or been cancelled gets another. Where the errand `is_given_up` on cancellation, and
    not to be gone on with later, the process may first take back what a provider has not begun.

    Raises PaintingError when it failed, PaintingRefusedError when a frame broke the policy,
    PainterDiedError when it ended without a word.
    """
    process = _waiting() or await _started()
    stays = False
    try:
        told = await _follow(process, errand, report)
        stays = "stays" in told
        code = 0 if stays else await process.wait()
    except asyncio.CancelledError:
        if is_given_up():
            await _taken_back(process)
        raise
    finally:
        if stays:
            _let_wait(process)
        else:
            _end(process)
    if "refused" in told:
        raise PaintingRefusedError(told["error"], from_json(Reason, told["refused"]))
    if "error" in told:
        raise PaintingError(told["error"])
    if code:
        for idle in _of_this_loop():
            await _gone(idle)  # what killed it may have met the others, too
        raise PainterDiedError(
            f"그리던 프로세스가 갑자기 끝났습니다 (종료 코드 {code}). 메모리가 모자랐을 수 "
            "있습니다. 다시 만들어 주세요."
        )


async def _started() -> Process:
    return await asyncio.create_subprocess_exec(
        *PAINTER,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,  # it may hold words of the dream
        process_group=0,  # not a session: Linux weighs sessions alike, whatever their niceness
    )


def _waiting() -> Process | None:
    """A living painter that waits for an errand of this loop, the last come; it waits no longer."""
    for idle in reversed(_of_this_loop()):
        _idle.remove(idle)
        if idle.process.returncode is None:
            return idle.process
    return None


def _of_this_loop() -> list[_Idle]:
    """Those who wait and can be spoken with from here."""
    loop = asyncio.get_running_loop()
    return [idle for idle in _idle if idle.loop is loop]


def _let_wait(process: Process) -> None:
    """Keep a painter for the next errand, but not for long."""
    idle = _Idle(process, asyncio.get_running_loop())
    _idle.append(idle)

    def end() -> None:
        if idle in _idle:
            _idle.remove(idle)
            _end(process)

    idle.loop.call_later(STAYS_S, end)


def dismiss() -> None:
    """End every painter that waits for an errand, and see it gone; not for use in their loop."""
    for idle in list(_idle):
        with suppress(TimeoutError, RuntimeError):  # a loop that has been closed
            asyncio.run_coroutine_threadsafe(_gone(idle), idle.loop).result(GONE_WITHIN_S)


async def _gone(idle: _Idle) -> None:
    """End a painter and read to its end: of what a closing loop leaves open it complains."""
    if idle in _idle:
        _idle.remove(idle)
        _end(idle.process)
        assert idle.process.stdout is not None
        await idle.process.stdout.read()
        await idle.process.wait()


def _end(process: Process) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


async def _taken_back(process: Process) -> None:
    """Interrupt the process as Ctrl-C does, and give it time to tell the provider."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
    with suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), TAKE_BACK_S)


async def _follow(
    process: Process, errand: Errand, report: Callable[[float], None]
) -> dict[str, Any]:
    """Hand over the errand, report its shares; what it told besides: its error, if any."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(json.dumps(to_json(Errand, errand)).encode() + b"\n")
        await process.stdin.drain()
    found: dict[str, Any] = {}
    async for line in process.stdout:
        told = json.loads(line)
        if "share" in told:
            report(told["share"])
            continue
        found |= told
        if "stays" in told:
            break
    return found
