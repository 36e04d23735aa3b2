"""Run another project's program: a process group of its own, a limit of time, nothing left over."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mongyudo.errors import RenderCancelledError

KEEPER = Path(__file__).with_name("keeper.py")
POLL_S = 0.05
GRACE_S = 2.0
"""How long a group that is asked to end may take before it is killed."""
TAIL_BYTES = 65536
LINE_CHARS = 300
COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
FOREIGN = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
"""Variables by which this environment would leak into the engine's own."""


@dataclass(frozen=True, slots=True)
class Command:
    """What to run: `arguments` go to the program as they are, no shell reads them.

    Both streams go to `log`; `extra` is added to the environment.
    """

    arguments: tuple[str, ...]
    folder: Path
    log: Path
    timeout_s: float
    extra: Mapping[str, str]


def run(command: Command, cancelled: Callable[[], bool]) -> int:
    """The exit code; whatever happens, no process of the group is left, not even when this one
    is killed: a keeper leads the group and watches over it.

    Raises TimeoutError, RenderCancelledError, or OSError when the program cannot be started.
    """
    with command.log.open("wb") as log:
        process = subprocess.Popen(
            (sys.executable, "-I", "-S", str(KEEPER), str(os.getpid()), *command.arguments),
            cwd=command.folder,
            env=_environment(command.extra),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    ended = False
    try:
        _await(process.pid, command.timeout_s, cancelled)
        ended = True
    finally:
        _end_group(process, gently=not ended)
        fault = _fault(process)
    if fault:
        raise OSError(fault)
    return process.returncode


def _fault(process: subprocess.Popen[bytes]) -> str:
    """Why the keeper could not start the program, "" when it could."""
    assert process.stderr is not None  # asked for as a pipe
    with process.stderr as told:
        return told.read().decode("utf-8", "replace")


def last_line(log: Path) -> str:
    """The last words of a log: progress bars and colours aside, at most LINE_CHARS characters."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - TAIL_BYTES))
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return ""
    lines = [line.strip() for line in COLOURS.sub("", text).splitlines()]
    return next((line[:LINE_CHARS] for line in reversed(lines) if line), "")


def _environment(extra: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    return {**kept, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1", **extra}


def _await(pid: int, timeout_s: float, cancelled: Callable[[], bool]) -> None:
    until = time.monotonic() + timeout_s
    while not _has_ended(pid):
        if cancelled():
            raise RenderCancelledError("cancelled while the engine was at work; nothing was kept")
        if time.monotonic() > until:
            raise TimeoutError(f"it took longer than {timeout_s:g} s")
        time.sleep(POLL_S)


def _has_ended(pid: int) -> bool:
    """Whether the leader has ended. It is not reaped yet, so its id stays the group's alone."""
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _end_group(process: subprocess.Popen[bytes], *, gently: bool) -> None:
    """Kill what is left of the group, then reap its leader."""
    if gently:
        _signal(process.pid, signal.SIGTERM)
        until = time.monotonic() + GRACE_S
        while not _has_ended(process.pid) and time.monotonic() < until:
            time.sleep(POLL_S)
    _signal(process.pid, signal.SIGKILL)
    process.wait()


def _signal(group: int, number: int) -> None:
    # Some systems refuse to signal a group of which only the ended leader is left.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)
