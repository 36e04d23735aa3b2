"""The process that paints: `python -m mongyudo.diary.painter`, an order in, progress out.

The order comes as one JSON value on standard input; standard output carries a line of JSON for
each step: {"share": 0.4}, at the end {"done": true}, or {"error": "..."} with exit code 1, with
{"refused": reason} where a frame breaks the policy. It ends at once when its parent is gone.
"""

import errno
import json
import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from mongyudo.diary.painting import Order, join_film, paint_shot
from mongyudo.diary.values import from_json, to_json
from mongyudo.errors import MongyudoError
from mongyudo.policy.frames import FramesRefusedError
from mongyudo.records import Reason
from mongyudo.settings import load_settings

TOLD_EVERY_S = 0.2
NICENESS = 15
"""Painting takes every processor for minutes; whoever reads the diary meanwhile comes first."""
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
NO_ROOM_KO = (
    "디스크가 가득 차서 영상을 만들지 못했습니다. 자리를 비우고 다시 만들어 주세요. "
    "(The disk is full.)"
)


@dataclass(frozen=True, slots=True)
class Errand:
    """What to do: paint shot `index` of the film in `folder`, or join it (index None)."""

    order: Order
    folder: Path
    index: int | None = None


class _Telling:
    """Says how far the work is, not more often than anyone can see."""

    def __init__(self) -> None:
        self._parent, self._told_s = os.getppid(), 0.0

    def __call__(self, share: float) -> None:
        if os.getppid() != self._parent:
            os._exit(1)  # nobody waits for this any more
        if time.monotonic() - self._told_s >= TOLD_EVERY_S:
            self._told_s = time.monotonic()
            say(share=share)


def say(**values: object) -> None:
    """One line of JSON on standard output."""
    sys.stdout.write(json.dumps(values, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def run(errand: Errand) -> None:
    """Do the errand."""
    settings, telling = load_settings(), _Telling()
    if errand.index is None:
        join_film(errand.order, errand.folder, settings, telling)
    else:
        paint_shot(errand.order, errand.index, errand.folder, settings, telling)


def _stand_behind() -> None:
    """Take what time is left: on Linux, give it back at once when anyone else wants it."""
    os.nice(NICENESS)
    if sys.platform == "linux":
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def _lacks_room(error: BaseException | None) -> bool:
    """Whether a full disk is what is behind an error."""
    if error is None:
        return False
    return getattr(error, "errno", None) in NO_ROOM or _lacks_room(error.__cause__)


def main() -> int:
    """Do the errand on standard input, behind everything else; the exit code."""
    _stand_behind()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the worker ignores it
    try:
        run(from_json(Errand, json.load(sys.stdin)))
    except FramesRefusedError as error:
        say(error=str(error), refused=to_json(Reason, error.reason))
        return 1
    except (MongyudoError, OSError) as error:
        if _lacks_room(error):
            say(error=NO_ROOM_KO)
        elif isinstance(error, MongyudoError):
            say(error=str(error))
        else:
            raise
        return 1
    say(done=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
