"""The ledger of paid tasks: what a provider is asked to make stands here before it is asked.

`paid/ledger.sqlite` under the home, and beside it the files that were made. A task goes
intended -> accepted (the provider's id) -> finished (address, cost) -> downloaded (file) | failed.
Each step is on the disk before the next is taken, so whoever asks for the same again, after
whatever end, goes on from there. One window stays: a provider has accepted, and this program ends
before it wrote the id down. Such a task stays intended, is told (`unclear`) and never sent again
before somebody decided (`mongyudo paid`).

Of a dream nothing is kept but the hash of the request, and for some weeks the file.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import IO, Literal

from mongyudo.errors import BudgetError, RenderCancelledError
from mongyudo.settings import Settings, data_folder

State = Literal["intended", "accepted", "finished", "downloaded", "failed"]
FOLDER = "paid"
DAY_S = 86_400.0
BUSY_S = 30.0
LOCK_POLL_S = 0.1
_TABLE = """
CREATE TABLE IF NOT EXISTS tasks (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL,
    shot INTEGER NOT NULL, intended_at REAL NOT NULL, estimate_usd REAL NOT NULL,
    state TEXT NOT NULL, task_id TEXT NOT NULL DEFAULT '', url TEXT NOT NULL DEFAULT '',
    cost_usd REAL, file TEXT NOT NULL DEFAULT '', code TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS tasks_by_key ON tasks (key, id);
"""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be bought: `key` is a hash of provider, request, seed and shot; `limit_usd` is
    what may be spent in 24 hours."""

    key: str
    provider: str
    model: str
    shot: int
    estimate_usd: float
    limit_usd: float


@dataclass(frozen=True, slots=True)
class Task:
    """A line of the ledger. `cost_usd` None: not known (yet), the estimate counts.

    `intended_at` is in seconds since 1970; `url` and `task_id` are the provider's; `file` is a
    name beside the ledger; `code` says why it failed.
    """

    id: int
    key: str
    provider: str
    model: str
    shot: int
    intended_at: float
    estimate_usd: float
    state: State
    task_id: str
    url: str
    cost_usd: float | None
    file: str
    code: str


_COLUMNS = ", ".join(field.name for field in fields(Task))


class Ledger:
    """The ledger in `folder`; any number of processes may use it at once."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True, mode=0o700)
        self.folder = folder
        self._base = sqlite3.connect(
            folder / "ledger.sqlite", timeout=BUSY_S, isolation_level=None, check_same_thread=False
        )
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = FULL")  # a power cut forgets no paid task
        self._base.executescript(_TABLE)

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    @contextmanager
    def held(self, key: str, cancelled: Callable[[], bool]) -> Iterator[None]:
        """Hold `key` alone: two processes that want the same wait for one another.

        A killed process gives it back. Raises RenderCancelledError while waiting.
        """
        with (self.folder / f"{key}.lock").open("w") as file:
            while not _locks(file):
                if cancelled():
                    raise RenderCancelledError("cancelled before anything was asked")
                time.sleep(LOCK_POLL_S)
            yield

    def last(self, key: str) -> Task | None:
        """The last task under `key`."""
        found = self._tasks("WHERE key = ? ORDER BY id DESC LIMIT 1", key)
        return found[0] if found else None

    def task(self, number: int) -> Task | None:
        """The task of that number."""
        found = self._tasks("WHERE id = ?", number)
        return found[0] if found else None

    def tasks(self) -> list[Task]:
        """All of them, the newest first."""
        return self._tasks("ORDER BY id DESC")

    def unclear(self) -> list[Task]:
        """What may have been bought without our knowing: intended, and nobody is at it."""
        return [task for task in self._tasks("WHERE state = 'intended'") if not self._is_held(task)]

    def intend(self, order: Order) -> Task:
        """Write down what is about to be asked for; BudgetError when the day's budget is used."""
        now = time.time()
        self._base.execute("BEGIN IMMEDIATE")
        try:
            self._check_day(order, self.spent_usd(now - DAY_S))
            row = self._base.execute(
                "INSERT INTO tasks (key, provider, model, shot, intended_at, estimate_usd, state)"
                " VALUES (?, ?, ?, ?, ?, ?, 'intended')",
                (order.key, order.provider, order.model, order.shot, now, order.estimate_usd),
            )
            self._base.execute("COMMIT")
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        task = self.task(int(row.lastrowid or 0))
        assert task is not None  # it was inserted a moment ago
        return task

    def note(self, task: Task, state: State, **values: object) -> Task:
        """Write down how a task stands now; `values` are columns."""
        names = "".join(f", {name} = ?" for name in values)
        self._base.execute(
            f"UPDATE tasks SET state = ?{names} WHERE id = ?", (state, *values.values(), task.id)
        )
        noted = self.task(task.id)
        assert noted is not None  # lines are never taken out
        return noted

    def spent_usd(self, since_s: float) -> float:
        """What was spent since then, with the estimate where a cost is not known."""
        query = "SELECT COALESCE(SUM(COALESCE(cost_usd, estimate_usd)), 0) FROM tasks"
        [spent] = self._base.execute(f"{query} WHERE intended_at > ?", (since_s,)).fetchone()
        return float(spent)

    def keep(self, task: Task, part: Path, suffix: str) -> Path:
        """Give a whole file its name beside the ledger, on the disk before its name is."""
        with part.open("rb") as file:
            os.fsync(file.fileno())
        path = self.folder / f"{task.key}-{task.id}{suffix}"
        part.replace(path)
        return path

    def forget(self, before_s: float) -> None:
        """Throw away files that were bought before then; their lines stay, so do films made of
        them."""
        old = "WHERE state = 'downloaded' AND intended_at < ?"
        for task in self._tasks(old, before_s):
            (self.folder / task.file).unlink(missing_ok=True)
            self.note(task, "failed", file="", code="FORGOTTEN")

    def _tasks(self, where: str, *values: object) -> list[Task]:
        rows = self._base.execute(f"SELECT {_COLUMNS} FROM tasks {where}", values)
        return [Task(*row) for row in rows.fetchall()]

    def _is_held(self, task: Task) -> bool:
        with (self.folder / f"{task.key}.lock").open("w") as file:
            return not _locks(file)

    def _check_day(self, order: Order, spent_usd: float) -> None:
        if spent_usd + order.estimate_usd > order.limit_usd:
            raise BudgetError(
                f"하루 예산을 넘습니다: 지난 24시간 ${spent_usd:.2f} + 이번 "
                f"${order.estimate_usd:.2f} > ${order.limit_usd:.2f}. 내일 다시 하거나 "
                f"budget_day_usd를 올려 주세요. (Over the day's budget: wait, or raise it.)"
            )


def _locks(file: IO[str]) -> bool:
    """Take the lock of a file unless somebody holds it; closing the file lets go of it."""
    import fcntl  # not everywhere; who buys nothing needs none

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def ledger_of(settings: Settings) -> Ledger:
    """The ledger under the home that the settings name; both are made, for nobody else to read.

    What was bought longer ago than `jobs_kept_days` is thrown away, lest it outlive its dream.
    """
    home = data_folder(settings)
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    ledger = Ledger(home / FOLDER)
    ledger.forget(time.time() - settings.jobs_kept_days * DAY_S)
    return ledger


def unclear_tasks(settings: Settings) -> list[Task]:
    """What is unclear in the ledger that the settings name; none where there is no ledger."""
    if not (data_folder(settings) / FOLDER).exists():
        return []
    ledger = ledger_of(settings)
    try:
        return ledger.unclear()
    finally:
        ledger.close()


def spent_usd_since(settings: Settings, since_s: float) -> float:
    """What was spent since then, by the ledger that the settings name; 0 where there is none."""
    if not (data_folder(settings) / FOLDER).exists():
        return 0.0
    ledger = ledger_of(settings)
    try:
        return ledger.spent_usd(since_s)
    finally:
        ledger.close()
