"""Several web processes that answer on one socket; the one that starts them works on the queues.

So a diary of two SQLite files keeps its one worker, and none of its pages waits for it. A web
process that dies or hangs is replaced; all of them end with the first, even when it is killed.
"""

import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from tempfile import TemporaryDirectory
from typing import Any

from fastapi import FastAPI
from prometheus_client.multiprocess import mark_process_dead
from sqlalchemy.exc import OperationalError
from uvicorn.config import STARTUP_FAILURE, Config
from uvicorn.supervisors import Multiprocess

from mongyudo.diary import jobs
from mongyudo.diary.home import Home
from mongyudo.diary.reader import end_with_parent
from mongyudo.diary.store import Store
from mongyudo.diary.workers import unique_id
from mongyudo.errors import MongyudoError
from mongyudo.web.app import create_app
from mongyudo.web.health import MULTIPROCESS
from mongyudo.web.logs import set_up_logs
from mongyudo.web.members import Rules

log = logging.getLogger("mongyudo")

HUNG_AFTER_S = 20
"""A process that says nothing for so long is replaced; on a busy machine it needs 8 s to begin."""
ENDED_WITHIN_S = 10.0
LOOK_EVERY_S = 1.0


class Processes(Multiprocess):
    """Web processes, each replaced when it dies."""

    def keep_subprocess_alive(self) -> None:
        """Replace those that died, and strike them from the metrics of what lives."""
        before = {process.pid for process in self.processes}
        super().keep_subprocess_alive()
        for pid in before - {process.pid for process in self.processes}:
            log.warning("web process %s died; another takes its place", pid)
            mark_process_dead(pid)

    def join_all(self) -> None:
        """Wait until all have ended; what does not end in time is killed."""
        latest_s = time.monotonic() + ENDED_WITHIN_S
        for each in self.processes:
            each.process.join(max(0.0, latest_s - time.monotonic()))
            if each.process.is_alive():
                log.warning("web process %s did not end and is killed", each.pid)
                each.process.kill()
            each.process.join()

    @property
    def could_not_start(self) -> bool:
        """Whether a process found that none like it can start."""
        return any(process.exitcode == STARTUP_FAILURE for process in self.processes)


@contextmanager
def working(home: Home, queues: Sequence[str], worker_id: str) -> Iterator[None]:
    """Work on `queues` in this process; the database is brought up to date before."""
    store = Store(home)
    store.upgrade()
    jobs.launch(store, queues, worker_id=worker_id)
    try:
        yield
    finally:
        jobs.stop()


def answer(
    listener: socket, count: int, web: Callable[[], FastAPI], options: dict[str, Any]
) -> None:
    """Answer on `listener` with `count` processes of `web`, until SIGINT or SIGTERM.

    `options` are uvicorn's. Raises MongyudoError when no process can start.
    """
    config = Config(
        web, factory=True, workers=count, timeout_worker_healthcheck=HUNG_AFTER_S, **options
    )
    with TemporaryDirectory(prefix="mongyudo-metrics-") as folder:
        os.environ[MULTIPROCESS] = folder  # where the processes, begun after this, count together
        processes = Processes(config, [listener])
        processes.run()
    if processes.could_not_start:
        raise MongyudoError("no web process could start; the log above says why.")


def web_process(
    home: Home, rules: Rules | None, key_file: Path | None, *, log_json: bool
) -> FastAPI:
    """The application in a process of its own, which works on no queue and ends with its parent."""
    set_up_logs(as_json=log_json)
    end_with_parent()
    _wait_for_database(home)
    return create_app(home, queues=(), worker_id=unique_id(), rules=rules, key_file=key_file)


def _wait_for_database(home: Home) -> None:
    """A process that takes another's place while the database is away is no reason to give up."""
    store, told = Store(home), False
    while True:
        try:
            with store.engine.connect():
                break
        except OperationalError:
            if not told:
                log.warning("the database does not answer; waiting")
            told = True
            time.sleep(LOOK_EVERY_S)
    store.close()
