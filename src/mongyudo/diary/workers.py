"""Workers that know of each other: signs of life, and one that takes over what a dead one left.

A worker makes its row's `beats` grow. Another that has not seen them grow for a while takes the
work over: whoever first makes them grow itself may. No clock of another machine is asked. A worker
that was only frozen wakes up to find its work given away; what it still ends spoils nothing, since
shots are painted under names of their own and a film ends once.
"""

import logging
import os
import socket
import threading
import time
from collections.abc import Callable, Sequence, Set
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from dbos import DBOS, WorkflowStatus
from dbos import error as faults
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from mongyudo.diary import audit, films
from mongyudo.diary.store import Store
from mongyudo.diary.tables import ID_CHARS, FilmVersion, Worker, now

log = logging.getLogger("mongyudo")

BEAT_S = 1.0
TIDY_EVERY_S = 3600.0
GRACE = timedelta(seconds=10)
"""A film asked for so shortly ago is being handed in by whoever keeps it."""
MOST_DEATHS = 6
"""A stage of a film over which so many workers fell silent is not tried again.

As many as Kubernetes tries a job again (backoffLimit): silence may also be a busy machine's.
"""
ACTIVE = ["ENQUEUED", "PENDING", "DELAYED"]
ENDED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
DEADLY = ("understand", "paint_shot", "join_shots")
"""Workflows in which a worker does something that may kill it; others wait."""
TOO_DEADLY_KO = (
    "이 영상을 만들던 작업 프로세스가 여러 번 멈추었습니다. 길이를 줄여서 다시 만들어 주세요."
)


def unique_id() -> str:
    """A name that no other worker has had."""
    return f"{socket.gethostname()[:40]}-{os.getpid()}-{uuid4().hex[:8]}"


class Watch:
    """One worker's sign of life, and its eye upon the others."""

    def __init__(
        self,
        store: Store,
        worker_id: str,
        queues: Sequence[str],
        running: Set[str],
        *,
        version: str,
        silence_s: float,
    ) -> None:
        self._store, self._id, self._queues = store, worker_id, ",".join(queues)
        self._version, self._silence_s = version, silence_s
        self._seen: dict[str, tuple[int, float]] = {}
        self._running = running
        self._astray: set[str] = set()

    def beat(self) -> None:
        """Say that this worker lives; also after another has given it up."""
        with self._store.transaction() as session:
            found = session.execute(
                update(Worker)
                .where(Worker.id == self._id)
                .values(beats=Worker.beats + 1, seen_at=now())
                .returning(Worker.id)
            ).first()
            if found is None:
                session.add(Worker(id=self._id, queues=self._queues))

    def leave(self) -> None:
        """Say that this worker ends, and holds nothing."""
        with self._store.transaction() as session:
            session.execute(delete(Worker).where(Worker.id == self._id))

    def look(self) -> list[str]:
        """Take over the work of workers that fell silent; their names."""
        with self._store.transaction() as session:
            rows = session.execute(select(Worker.id, Worker.beats)).all()
        told = {name: beats for name, beats in rows if name != self._id}
        at = time.monotonic()
        self._seen = {
            name: self._seen[name] if self._seen.get(name, (-1,))[0] == beats else (beats, at)
            for name, beats in told.items()
        }
        silent = [n for n, (_, since) in self._seen.items() if at - since > self._silence_s]
        return [name for name in silent if self._take_over(name, told[name])]

    def _take_over(self, name: str, beats: int) -> bool:
        """Do it, unless another is about to; who dies half-way is followed by the next one."""
        with self._store.transaction() as session:
            mine = session.execute(
                update(Worker)
                .where(Worker.id == name, Worker.beats == beats)
                .values(beats=beats + 1)
                .returning(Worker.id)
            ).first()
        if mine is None:
            return False
        left = DBOS.list_workflows(status="PENDING", executor_id=name, load_input=False)
        log.warning("worker %s fell silent; %d pieces of work are taken over", name, len(left))
        hopeless = mourn(self._store, held_by(left))
        for work in left:
            if work.queue_name and work.workflow_id[:ID_CHARS] not in hopeless:
                DBOS.resume_workflow(work.workflow_id, queue_name=work.queue_name)
        for film_id in hopeless:
            DBOS.cancel_workflow(film_id, cancel_children=True)
        with self._store.transaction() as session:
            session.execute(delete(Worker).where(Worker.id == name))
        return True

    def gather(self, enqueue: Callable[[str], object]) -> None:
        """Hand in again the films that no work is under way for.

        Those whose dreamer's page was killed before it had handed them in, and those that a
        former version left, whose work cannot be gone on with: it is begun anew, and finds what
        was painted.
        """
        with self._store.transaction() as session:
            others = set(session.scalars(select(Worker.id).where(Worker.id != self._id)))
        active = DBOS.list_workflows(status=ACTIVE, load_input=False, load_output=False)
        old = [w for w in active if w.app_version not in (None, self._version)]
        old = [w for w in old if w.status != "PENDING" or w.executor_id not in others]
        if old:
            log.warning("%d pieces of work of a former version are begun anew", len(old))
            DBOS.delete_workflows([w.workflow_id for w in old], delete_children=True)
        self._resume_astray([w for w in active if w.executor_id == self._id])
        known = {w.workflow_id for w in active} - {w.workflow_id for w in old}
        for film_id in films.still_open(self._store, asked_before=now() - GRACE):
            if film_id not in known:
                self._begin_anew(film_id, enqueue)

    def _resume_astray(self, mine: Sequence[WorkflowStatus]) -> None:
        """Go on with work that broke off while the database could not even be told of it.

        What two looks find under way, and neither finds running here, is nobody's.
        """
        idle = {w.workflow_id for w in mine if w.status == "PENDING"} - set(self._running)
        for work in mine:
            if work.workflow_id in self._astray & idle and work.queue_name:
                log.warning("%s had broken off and is gone on with", work.workflow_id)
                DBOS.resume_workflow(work.workflow_id, queue_name=work.queue_name)
        self._astray = idle - self._astray

    def _begin_anew(self, film_id: str, enqueue: Callable[[str], object]) -> None:
        """For the first time, or because its work broke off with an error nobody foresaw."""
        broken = DBOS.get_workflow_status(film_id)
        if broken is not None:
            log.warning("film %s: its work broke off as %s", film_id, broken.status)
            DBOS.delete_workflow(film_id, delete_children=True)
            if mourn(self._store, [film_id]):
                return
        enqueue(film_id)

    def tidy(self, kept_days: int) -> int:
        """Throw away the records of work that ended long ago; how many."""
        with self._store.transaction() as session:
            audit.forget_old(session)
        before = (datetime.now(UTC) - timedelta(days=kept_days)).isoformat()
        ended = DBOS.list_workflows(
            status=ENDED, completed_before=before, load_input=False, load_output=False
        )
        if ended:
            DBOS.delete_workflows([w.workflow_id for w in ended])
        return len(ended)


def held_by(left: Sequence[WorkflowStatus]) -> list[str]:
    """The films that the worker of `left` had in hand itself, not only waited for."""
    return sorted({w.workflow_id[:ID_CHARS] for w in left if w.name in DEADLY})


def mourn(store: Store, film_ids: Sequence[str]) -> list[str]:
    """Count a death for each film that a silent worker had in hand; those that end with it."""
    with store.transaction() as session:
        session.execute(
            update(FilmVersion)
            .where(FilmVersion.id.in_(film_ids))
            .values(deaths=FilmVersion.deaths + 1)
        )
        too_deadly = FilmVersion.id.in_(film_ids), FilmVersion.deaths >= MOST_DEATHS
        hopeless = list(session.scalars(select(FilmVersion.id).where(*too_deadly)))
    for film_id in hopeless:
        films.end(store, film_id, "failed", fault=TOO_DEADLY_KO)
    return hopeless


class Heart(threading.Thread):
    """Beats, looks and tidies until it is stopped.

    What fails is tried again: the database may be away, or a film thrown away between two looks.
    A heart that stopped for it would have others take over what this worker still does.
    """

    def __init__(self, watch: Watch, enqueue: Callable[[str], object], kept_days: int) -> None:
        super().__init__(name="heart", daemon=True)
        self._watch, self._enqueue, self._kept_days = watch, enqueue, kept_days
        self._ended = threading.Event()
        self._tidied_s = -TIDY_EVERY_S
        self._gathered_s = 0.0

    def run(self) -> None:
        """Until `end`."""
        failed = False
        while not self._ended.is_set():
            try:
                self._once()
                failed = False
            except (SQLAlchemyError, faults.DBOSException) as error:
                if not failed:
                    name = type(error).__name__
                    log.warning("looking after the work failed (%s); trying again", name)
                failed = True
            self._ended.wait(BEAT_S)

    def _once(self) -> None:
        self._watch.beat()
        self._watch.look()
        at = time.monotonic()
        if at - self._gathered_s > GRACE.total_seconds():
            self._watch.gather(self._enqueue)
            self._gathered_s = at
        if at - self._tidied_s > TIDY_EVERY_S:
            self._watch.tidy(self._kept_days)
            self._tidied_s = at

    def end(self) -> None:
        """Stop, and take leave where the database answers."""
        self._ended.set()
        self.join()
        try:
            self._watch.leave()
        except DBAPIError:
            log.warning("the database does not answer; other workers will see that this one ended")
