"""Painting processes as a worker sees them: started, listened to, killed."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from mongyudo.diary.painter import Errand
from mongyudo.diary.values import from_json, to_json
from mongyudo.errors import MongyudoError
from mongyudo.records import Reason

PAINTER = (sys.executable, "-m", "mongyudo.diary.painter")
TAKE_BACK_S = 10.0
"""How long a painter that is given up may speak with a provider."""


class PaintingError(MongyudoError):
    """A painting process could not do its errand; the message is its own."""


class PaintingRefusedError(PaintingError):
    """A frame breaks the policy, for `reason`."""

    def __init__(self, message: str, reason: Reason) -> None:
        super().__init__(message)
        self.reason = reason


class PainterDiedError(PaintingError):
    """A painting process ended without a word: killed, or out of memory."""


async def send(
    errand: Errand, report: Callable[[float], None], is_given_up: Callable[[], bool]
) -> None:
    """Have an errand done in a process group of its own, which is killed on cancellation.

    Where it `is_given_up` then, and not to be gone on with later, the process may first take back
    what a provider has not begun.

    Raises PaintingError when it failed, PaintingRefusedError when a frame broke the policy,
    PainterDiedError when it ended without a word.
    """
    process = await asyncio.create_subprocess_exec(
        *PAINTER,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,  # it may hold words of the dream
        process_group=0,  # not a session: Linux weighs sessions alike, whatever their niceness
    )
    try:
        told = await _follow(process, errand, report)
        code = await process.wait()
    except asyncio.CancelledError:
        if is_given_up():
            await _taken_back(process)
        raise
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    if "refused" in told:
        raise PaintingRefusedError(told["error"], from_json(Reason, told["refused"]))
    if "error" in told:
        raise PaintingError(told["error"])
    if code:
        raise PainterDiedError(
            f"그리던 프로세스가 갑자기 끝났습니다 (종료 코드 {code}). 메모리가 모자랐을 수 "
            "있습니다. 다시 만들어 주세요."
        )


async def _taken_back(process: asyncio.subprocess.Process) -> None:
    """Interrupt the process as Ctrl-C does, and give it time to tell the provider."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
    with suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), TAKE_BACK_S)


async def _follow(
    process: asyncio.subprocess.Process, errand: Errand, report: Callable[[float], None]
) -> dict[str, Any]:
    """Hand over the errand, report its shares; what it told besides: its error, if any."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(json.dumps(to_json(Errand, errand)).encode())
        await process.stdin.drain()
        process.stdin.close()
    found: dict[str, Any] = {}
    async for line in process.stdout:
        told = json.loads(line)
        if "share" in told:
            report(told["share"])
        else:
            found |= told
    return found
