"""The reading in a process of its own: the analyser holds the interpreter and half a gigabyte."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing.connection import wait
from threading import Lock, Thread
from typing import ParamSpec, TypeVar

from mongyudo.diary.routes import model_of
from mongyudo.diary.search import stems_of
from mongyudo.diary.wishes import Wishes, choices_of
from mongyudo.journey.stages import read_and_judge
from mongyudo.records import Dream, Reading, Verdict
from mongyudo.settings import load_settings

P = ParamSpec("P")
T = TypeVar("T")
NICENESS = 10
"""Reading comes before painting, and behind the pages."""
SOON_S = 0.5
"""How long somebody who searches waits for the stems of the query."""


class Reader:
    """One reading process, started when it is first needed, and again should it die."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pool: ProcessPoolExecutor | None = None

    def understand(self, dream: Dream, wishes: Wishes) -> tuple[Reading, Verdict]:
        """What is understood of a dream, and whether it may be filmed; blocks."""
        return self._call(understand, dream, wishes)

    def read(self, dream: Dream) -> Reading:
        """What this machine understands of a dream that is not to be filmed; blocks."""
        return self._call(_read, dream)

    def stems(self, text: str) -> str:
        """The stems of a text's content words, each between blanks; blocks."""
        return self._call(_stems, text)

    def stems_soon(self, texts: Sequence[str]) -> list[str] | None:
        """The stems of short texts, None when the process is busy with something longer."""
        try:
            return self._opened().submit(_stems_each, tuple(texts)).result(SOON_S)
        except (TimeoutError, BrokenProcessPool):
            return None

    def warm(self) -> None:
        """Start the process and load what it needs, without waiting for it."""
        self._opened().submit(_stems, "꿈")

    def close(self) -> None:
        """End the process."""
        with self._lock:
            if self._pool is not None:
                self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _call(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return self._opened().submit(work, *args, **kwargs).result()
        except BrokenProcessPool:
            self.close()  # killed, or out of memory: once more in a fresh one
            return self._opened().submit(work, *args, **kwargs).result()

    def _opened(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(1, context, _begin)
            return self._pool


def _begin() -> None:
    os.nice(NICENESS)
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this one


def end_with_parent() -> None:
    """A killed process leaves none that it began behind: a thread here waits for its end."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def wait_for_the_end() -> None:
        wait([parent.sentinel])
        os._exit(1)

    Thread(target=wait_for_the_end, daemon=True).start()


def _read(dream: Dream) -> Reading:
    from mongyudo.reading import read

    settings = load_settings()
    return read(dream, segments=settings.segments, lexicon_dir=settings.lexicon_dir)


def _stems(text: str) -> str:
    from mongyudo.reading.korean import analyse

    return stems_of(analyse(text))


def _stems_each(texts: tuple[str, ...]) -> list[str]:
    return [_stems(text) for text in texts]


def understand(dream: Dream, wishes: Wishes) -> tuple[Reading, Verdict]:
    """The same, in this process. The language model of a route reads for that route alone."""
    settings = load_settings()
    choices = replace(choices_of(wishes, settings), model=model_of(wishes.route, settings))
    return read_and_judge(dream, choices)
