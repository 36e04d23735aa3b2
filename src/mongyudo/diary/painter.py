"""The process that paints: `python -m mongyudo.diary.painter`, errands in, progress out.

Each errand comes as one line of JSON on standard input; standard output carries a line of JSON for
each step: {"share": 0.4}, at the end {"done": true}, or {"error": "..."} with exit code 1, with
{"refused": reason} where a frame breaks the policy. It ends at once when its parent is gone.

To begin takes far longer than to paint a short shot, so who has done an errand well waits for the
next ({"done": true, "stays": true}) until standard input is closed. What holds a model's weights or
speaks with a provider does not stay.
"""

import errno
import json
import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from mongyudo.backends.registry import get
from mongyudo.diary.painting import Order, join_film, paint_shot
from mongyudo.diary.values import from_json, to_json
from mongyudo.diary.wishes import choices_of
from mongyudo.errors import MongyudoError
from mongyudo.policy.frames import FramesRefusedError
from mongyudo.records import Reason
from mongyudo.settings import load_settings

TOLD_EVERY_S = 0.2
NICENESS = 15
"""Painting takes every processor for minutes; whoever reads the diary meanwhile comes first."""
MOST_ERRANDS = 30
"""What is kept from shot to shot is bounded, but large: nobody stays for ever."""
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
    """Do the errands on standard input, behind everything else; the exit code."""
    _stand_behind()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the worker ignores it
    for done, line in enumerate(sys.stdin, start=1):
        errand = from_json(Errand, json.loads(line))
        if not _succeeds(errand):
            return 1
        if done == MOST_ERRANDS or not _is_light(errand):
            say(done=True)
            break
        say(done=True, stays=True)
    return 0


def _succeeds(errand: Errand) -> bool:
    """Do an errand; where it cannot be done, say why."""
    try:
        run(errand)
    except FramesRefusedError as error:
        say(error=str(error), refused=to_json(Reason, error.reason))
        return False
    except (MongyudoError, OSError) as error:
        if _lacks_room(error):
            say(error=NO_ROOM_KO)
        elif isinstance(error, MongyudoError):
            say(error=str(error))
        else:
            raise
        return False
    return True


def _is_light(errand: Errand) -> bool:
    """Whether nothing of the backend remains in this process that another would have to bear."""
    return get(choices_of(errand.order.wishes, load_settings()).backend).spec.parallel_shots


if __name__ == "__main__":
    sys.exit(main())
