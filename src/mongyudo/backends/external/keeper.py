"""Stands between Mongyudo and a foreign program: when Mongyudo dies, however, so does the program.

Run as `python -I -S keeper.py PARENT PROGRAM ARGUMENT...` at the head of a new process group. It
knows only the standard library, ends with the program's exit code (128 + signal when a signal ended
it), and writes to its stderr, which the program never sees, why a program could not be started.
"""

import os
import signal
import subprocess
import sys
import time
from types import FrameType

POLL_S = 0.05
NOT_STARTED = 127


def keep(parent: int, arguments: list[str]) -> int:
    """The exit code of the program; kills the whole group once `parent` is gone."""
    # A handler and not SIG_IGN, which the program would inherit.
    signal.signal(signal.SIGTERM, _heed_not)
    try:
        program = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT)
    except OSError as error:
        sys.stderr.write(str(error))
        return NOT_STARTED
    while (code := program.poll()) is None:
        if os.getppid() != parent:
            os.killpg(0, signal.SIGKILL)
        time.sleep(POLL_S)
    return code if code >= 0 else 128 - code


def _heed_not(_number: int, _frame: FrameType | None) -> None:
    """The group was asked to end: the program decides, and its code is told."""


if __name__ == "__main__":
    sys.exit(keep(int(sys.argv[1]), sys.argv[2:]))
