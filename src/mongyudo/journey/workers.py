"""Child processes for the parts of a film that run side by side.

A child reports through a pipe after every frame: when its parent is gone it notices and ends, so
nothing is left running, whatever killed the parent.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Any, Generic, Protocol, TypeVar, cast

from mongyudo.errors import MongyudoError

T = TypeVar("T")

Report = Callable[[float], None]
"""Called with the share done, 0..1."""


class Ask(Protocol):
    """Calls a function with its values, somewhere, and returns what it returns."""

    def __call__(self, work: Callable[..., T], /, *values: Any) -> T: ...


def call(work: Callable[..., T], /, *values: Any) -> T:
    """The Ask that calls here."""
    return work(*values)


# A forked child shares the parent's imports; elsewhere than on Linux forking is not safe.
_CONTEXT: ForkContext | SpawnContext = (
    multiprocessing.get_context("fork")
    if sys.platform == "linux"
    else multiprocessing.get_context("spawn")
)


class WorkerDiedError(MongyudoError):
    """A child process ended without a result (out of memory, killed): run again."""


class Task(Generic[T]):
    """A function at work in a child process: `Task(f, x)` calls `f(x, report=...)` there."""

    def __init__(self, work: Callable[..., T], *values: Any) -> None:
        self._pipe, far_end = _CONTEXT.Pipe(duplex=False)
        given = (far_end, os.getpid(), work, values)
        self._process = _CONTEXT.Process(target=_child, args=given, daemon=True)
        self._process.start()
        far_end.close()
        self.done = 0.0

    @property
    def pipe(self) -> Connection:
        """Readable when the child has something to say."""
        return self._pipe

    def receive(self) -> tuple[T] | None:
        """The next message: None for progress, a 1-tuple with the result; raises its error."""
        try:
            kind, value = self._pipe.recv()
        except EOFError:
            raise _died(self._process) from None
        if kind == "progress":
            self.done = value
            return None
        if kind == "error":
            raise value
        self.done = 1.0
        return (value,)

    def result(self) -> T:
        """Wait for the result; raises what the child raised."""
        while (message := self.receive()) is None:
            pass
        return message[0]

    def stop(self) -> None:
        """End the child at once; harmless when it has finished."""
        self._process.kill()  # a gentler signal may meet the parent's own handler in a young child
        self._process.join()
        self._pipe.close()


class Aide:
    """A child process that works for its parent on call: `ask(f, x)` is f(x), called there."""

    def __init__(self) -> None:
        self._pipe, far_end = _CONTEXT.Pipe()
        given = (far_end, os.getpid())
        self._process = _CONTEXT.Process(target=_serve, args=given, daemon=True)
        self._process.start()
        far_end.close()
        self._owed = 0

    def begin(self, work: Callable[..., object], *values: Any) -> None:
        """Have it work without waiting; an error of it is raised when something is asked."""
        try:
            self._pipe.send((work, values))
        except ConnectionError:
            raise _died(self._process) from None
        self._owed += 1

    def ask(self, work: Callable[..., T], *values: Any) -> T:
        """What `work` returns; raises what it raises, and WorkerDiedError."""
        answer = None
        self.begin(work, *values)
        while self._owed:
            kind, answer = self._received()
            if kind == "error":
                raise cast(Exception, answer)
        return cast(T, answer)

    def _received(self) -> tuple[str, object]:
        try:
            kind, value = self._pipe.recv()
        except (EOFError, ConnectionError):
            raise _died(self._process) from None
        self._owed -= 1
        return kind, value

    def stop(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def results(starts: Sequence[Callable[[], Task[T]]], report: Report, most: int) -> list[T]:
    """The results of all tasks in order, reporting the mean of their progress.

    `most` of them run at once, and the next begins when one is done: six scenes on two cores are
    no faster side by side, and each takes its memory. Whatever happens, none is left running.
    """
    tasks = [start() for start in starts[:most]]
    found: dict[int, T] = {}
    try:
        while len(found) < len(starts):
            speaking = wait([task.pipe for at, task in enumerate(tasks) if at not in found])
            for at, task in enumerate(list(tasks)):
                if at in found or task.pipe not in speaking:
                    continue
                if (message := task.receive()) is not None:
                    found[at] = message[0]
                    tasks += [start() for start in starts[len(tasks) : len(tasks) + 1]]
            report(sum(task.done for task in tasks) / len(starts))
    finally:
        for task in tasks:
            task.stop()
    return [found[at] for at in range(len(starts))]


def _died(process: BaseProcess) -> WorkerDiedError:
    process.join()
    return WorkerDiedError(
        f"a worker process ended without a result (exit code {process.exitcode}); "
        "free some memory and run the command again"
    )


def _obey() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides, and stops its children
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


_LOOK_UP_S = 0.5


def _serve(pipe: Connection, parent: int) -> None:
    """Answer calls as long as the parent lives."""
    _obey()
    while os.getppid() == parent:
        if not pipe.poll(_LOOK_UP_S):
            continue
        work, values = pipe.recv()
        _answer(pipe, partial(work, *values))


def _answer(pipe: Connection, work: Callable[[], Any]) -> None:
    try:
        pipe.send(("result", work()))
    except Exception as error:  # noqa: BLE001 (every error must cross to the parent)
        pipe.send(("error", error))


def _child(
    pipe: Connection, parent: int, work: Callable[..., Any], values: tuple[Any, ...]
) -> None:
    _obey()

    def report(share: float) -> None:
        if os.getppid() != parent:  # a forked sibling may hold the pipe open
            os._exit(1)
        try:
            pipe.send(("progress", share))
        except OSError:
            os._exit(1)  # the parent is gone

    _answer(pipe, partial(work, *values, report=report))
