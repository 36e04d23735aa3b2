"""The diary's durable work: a film is a workflow, every stage of it a step that is never redone.

Workflows know only ids; texts, readings and files stay in the diary's database and folders.
Film workflows wait on queue "film"; readings run on "text", painting and joining on "render",
shots of models that need a GPU on "render-gpu".
"""

import asyncio
import logging
import os
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import wraps
from threading import Thread
from typing import Any, ParamSpec, TypeVar

from dbos import (
    DBOS,
    DBOSClient,
    DBOSConfig,
    DBOSPortableJSONSerializer,
    SetEnqueueOptions,
    SetWorkflowID,
)
from dbos import error as faults
from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from mongyudo.backends.registry import get
from mongyudo.diary import files, films
from mongyudo.diary.home import Home
from mongyudo.diary.indexing import keep_reading, keep_stems, unread
from mongyudo.diary.painter import Errand
from mongyudo.diary.painters import (
    PainterDiedError,
    PaintingError,
    PaintingRefusedError,
    dismiss,
    send,
)
from mongyudo.diary.painting import Order
from mongyudo.diary.reader import Reader
from mongyudo.diary.storage import StorageError
from mongyudo.diary.store import Store, engine_for
from mongyudo.diary.sweeping import Sweeper
from mongyudo.diary.tables import Worker
from mongyudo.diary.wishes import choices_of
from mongyudo.diary.workers import Heart, Watch, held_by, mourn
from mongyudo.errors import MongyudoError
from mongyudo.settings import load_settings

log = logging.getLogger("mongyudo")

QUEUES = ("text", "film", "render", "render-gpu")
VERSION = "diary-1"
"""Of the workflows: another number where a film under way could not go on with the new ones."""
ALONE = "local"
"""The worker of a diary on one machine: its successor takes its work up at once."""
FILMS_AT_ONCE = 50
"""Film workflows under way in one worker; they mostly wait for their stages."""
POLL_S = 0.25
AGAIN_AFTER_S = 1.0
STORAGE_AGAIN_AFTER_S = 5.0
P = ParamSpec("P")
T = TypeVar("T")
MOST_COUNTED = 10_000
LATER = 10_000
"""The place in a queue of what nobody waits for."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What steps work with, in the process that runs them."""

    store: Store
    reader: Reader
    heart: Heart | None
    sweeper: Sweeper | None = None


_bench: Bench | None = None
_running: set[str] = set()
"""Workflows that run in this process."""


def bench() -> Bench:
    """This process's bench; an error before `launch`."""
    assert _bench is not None, "jobs.launch was not called"
    return _bench


def launch(store: Store, queues: Sequence[str] = QUEUES, *, worker_id: str = ALONE) -> None:
    """Take up work from `queues` (none: only hand work in) and what this worker left undone."""
    global _bench
    settings = load_settings()
    is_known = _prepare(store.home)
    if store.storage is not None and (fault := store.storage.fault()):
        log.warning("%s. Films wait until it answers.", fault)
    if is_known:
        _mourn_predecessor(store, worker_id)
    config: DBOSConfig = {
        "name": "mongyudo",
        "system_database_url": store.home.jobs_url,
        "application_version": VERSION,
        "executor_id": worker_id,
        "log_level": "WARNING",
        "notification_listener_polling_interval_sec": POLL_S,
        "serializer": DBOSPortableJSONSerializer(),
    }
    DBOS(config=config)
    logging.getLogger("dbos").addFilter(_is_news)
    DBOS.listen_queues(list(queues))
    DBOS.launch()
    _register_queues()
    heart = sweeper = None
    if queues and store.storage is not None:
        sweeper = Sweeper(store, store.storage)
        sweeper.start()
    if queues:
        watch = Watch(
            store, worker_id, queues, _running, version=VERSION, silence_s=settings.worker_silence_s
        )
        watch.beat()
        heart = Heart(watch, enqueue, settings.jobs_kept_days)
    _bench = Bench(store, Reader(), heart, sweeper)
    if "text" in queues:
        _bench.reader.warm()
        Thread(target=_read_late, args=(store,), name="unread", daemon=True).start()
    if heart is not None:
        heart.start()


def _register_queues() -> None:
    at_once = {"film": FILMS_AT_ONCE, "text": 1, "render": os.cpu_count() or 1, "render-gpu": 1}
    for name, most in at_once.items():
        DBOS.register_queue(name, worker_concurrency=most, polling_interval_sec=POLL_S)


def _mourn_predecessor(store: Store, worker_id: str) -> None:
    """Count a death for the films that a killed worker of this very name had in hand."""
    with store.transaction() as session:
        if session.get(Worker, worker_id) is None:
            return
    client = DBOSClient(system_database_url=store.home.jobs_url)
    try:
        left = client.list_workflows(status="PENDING", executor_id=worker_id, load_input=False)
        for film_id in mourn(store, held_by(left)):
            client.cancel_workflow(film_id, cancel_children=True)
    finally:
        client.destroy()


def _noted(work: Callable[P, Awaitable[T]]) -> Callable[P, Coroutine[Any, Any, T]]:
    """Note that a workflow runs here, so that one whose end could not be written is seen."""

    @wraps(work)
    async def noted(*args: P.args, **kwargs: P.kwargs) -> T:
        workflow_id = DBOS.workflow_id
        assert workflow_id is not None
        _running.add(workflow_id)
        try:
            return await work(*args, **kwargs)
        finally:
            _running.discard(workflow_id)

    return noted


async def _patiently(work: Callable[..., T], *values: Any) -> T:
    """Work with the diary's database and storage, which are waited for when they are away."""
    while True:
        try:
            return await asyncio.to_thread(work, *values)
        except DBAPIError as error:
            log.warning("the database does not answer (%s); waiting", type(error).__name__)
            await asyncio.sleep(AGAIN_AFTER_S)
        except StorageError as error:
            log.warning("%s; waiting", error)
            await asyncio.sleep(STORAGE_AGAIN_AFTER_S)


CANCELLED = (faults.DBOSWorkflowCancelledError, faults.DBOSAwaitedWorkflowCancelledError)


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a line of the log tells more than that somebody cancelled a film."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, CANCELLED)


def _prepare(home: Home) -> bool:
    """Make the SQLite file of jobs one that writes ahead; whether there is a record of work in it.

    There is none in a new diary, and in one that was brought back from a copy.
    """
    engine = engine_for(home.jobs_url)
    schema = None if engine.dialect.name == "sqlite" else "dbos"
    try:
        return inspect(engine).has_table("workflow_status", schema=schema)
    finally:
        engine.dispose()


def stop() -> None:
    """Stop taking up work; what is under way is taken up again after the next `launch`."""
    global _bench
    if _bench is not None and _bench.heart is not None:
        _bench.heart.end()
    if _bench is not None and _bench.sweeper is not None:
        _bench.sweeper.end()
    dismiss()
    DBOS.destroy()
    if _bench is not None:
        _bench.reader.close()
        _bench.store.close()
    _bench = None


def enqueue(film_id: str) -> None:
    """Have the film made; asking twice changes nothing."""
    rank = films.rank_of(bench().store, film_id)
    with SetWorkflowID(film_id), SetEnqueueOptions(priority=rank):
        DBOS.enqueue_workflow("film", make_film, film_id, rank)


def index(entry_id: str) -> None:
    """Have an entry's stems found, by which the search finds other forms of its words."""
    with SetEnqueueOptions(priority=1):
        DBOS.enqueue_workflow("text", index_entry, entry_id)


def _read_late(store: Store) -> None:
    """Have dreams read that nobody has read yet, when nothing else waits; each is asked for once.

    A diary of many years is gone through beside the pages, not before they answer.
    """
    try:
        for entry_id in unread(store):
            with (
                suppress(faults.DBOSQueueDeduplicatedError),
                SetEnqueueOptions(priority=LATER, deduplication_id=entry_id),
            ):
                DBOS.enqueue_workflow("text", index_entry, entry_id)
    except (SQLAlchemyError, MongyudoError, faults.DBOSException) as error:
        log.warning("unread dreams wait for the next start (%s)", type(error).__name__)


def waiting() -> dict[str, int]:
    """How many pieces of work wait in each queue, counted up to MOST_COUNTED in all."""
    found = DBOS.list_workflows(
        status="ENQUEUED", limit=MOST_COUNTED, load_input=False, load_output=False
    )
    counted = Counter(work.queue_name for work in found)
    return {queue: counted[queue] for queue in QUEUES}


def cancel(film_id: str, store: Store) -> None:
    """Stop the film's work within a second; its painting processes are killed."""
    films.end(store, film_id, "cancelled")
    DBOS.cancel_workflow(film_id, cancel_children=True)
    files.give_up(store, film_id)


@DBOS.workflow(name="make_film")
@_noted
async def make_film(film_id: str, rank: int) -> str:
    """The film of `film_id`, stage by stage, in its turn among all; how it ended.

    Stages give back what went wrong as words, so that what is stored of them is plain.
    """
    understood = await _result(await _ask("text", rank, understand, film_id))
    shots, fault = understood["shots"], understood["fault"]
    if shots and not fault:
        handles = [
            await _ask(understood["queue"], rank, paint_shot, film_id, at) for at in range(shots)
        ]
        faults = [await _result(handle) for handle in handles]
        fault = next(filter(None, faults), "")
        if not fault:
            fault = await _result(await _ask("render", rank, join_shots, film_id))
    if fault:
        await record_failure(film_id, fault)
    return "failed" if fault else "done" if shots else "not filmed"


async def _ask(queue: str, rank: int, stage: Any, *values: Any) -> Any:
    with SetEnqueueOptions(priority=rank):
        return await DBOS.enqueue_workflow_async(queue, stage, *values)


async def _result(handle: Any) -> Any:
    return await handle.get_result(polling_interval_sec=POLL_S)


@DBOS.workflow(name="understand")
@_noted
async def understand(film_id: str) -> dict[str, Any]:
    """Read the dream and judge it: {"shots": how many to paint, 0 for none, "queue", "fault"}."""
    return await read_dream(film_id)


@DBOS.workflow(name="paint_shot")
@_noted
async def paint_shot(film_id: str, index: int) -> str:
    """Paint one shot; what went wrong, "" for nothing."""
    return await paint(film_id, index)


@DBOS.workflow(name="join_shots")
@_noted
async def join_shots(film_id: str) -> str:
    """Join the painted shots; what went wrong, "" for nothing."""
    return await join(film_id)


@DBOS.step(preemptible=True)
async def read_dream(film_id: str) -> dict[str, Any]:
    """Read and judge, keep both with the film and the entry; refused films end here."""
    try:
        return await _patiently(_read, film_id)
    except MongyudoError as error:
        return {"shots": 0, "fault": str(error)}


def _read(film_id: str) -> dict[str, Any]:
    store, reader = bench().store, bench().reader
    with store.transaction() as session:
        task = films.task_of(session, film_id)
    if task is None:
        return {"shots": 0, "fault": ""}
    films.move_on(store, film_id, "reading")
    reading, verdict = task.reading, task.verdict
    if reading is None or verdict is None:
        reading, verdict = reader.understand(task.dream, task.wishes)
    if not films.keep_reading(store, film_id, task.dream, reading, verdict):
        return {"shots": 0, "fault": ""}
    needs_gpu = get(choices_of(task.wishes, load_settings()).backend).spec.needs_gpu
    queue = "render-gpu" if needs_gpu else "render"
    return {"shots": len(reading.segments), "queue": queue, "fault": ""}


@DBOS.step(preemptible=True)
async def paint(film_id: str, index: int) -> str:
    """Paint one shot in a process of its own, and carry it where any machine can join it."""
    store = bench().store
    if await _patiently(files.has_shot, store, film_id, index):
        return ""
    fault = await _sent(film_id, "painting", index)
    if not fault:
        await _patiently(files.keep_shot, store, film_id, index)
    return fault


@DBOS.step(preemptible=True)
async def join(film_id: str) -> str:
    """Join the shots in a process of its own, and write the end of the film down."""
    store = bench().store
    if await _patiently(_order, film_id) is None:
        return ""
    if await _patiently(files.whole, store, film_id) is None:
        await _patiently(files.fetch_shots, store, film_id)
        fault = await _sent(film_id, "joining", None)
        if fault and await _patiently(files.whole, store, film_id) is None:
            return fault  # no other has joined and stored it meanwhile
    await _patiently(_finish, film_id)
    return ""


async def _sent(film_id: str, state: str, index: int | None) -> str:
    """Have an errand of the film done; its fault. A painter that died is sent once more."""
    store = bench().store
    order = await _patiently(_order, film_id)
    if order is None:
        return ""
    telling = films.Telling(store, film_id, state, len(order.reading.segments), index)
    errand = Errand(order, films.folder_of(store, film_id), index)
    for last in (False, True):
        try:
            await send(errand, telling, lambda: _is_taken_back(film_id, order))
        except PainterDiedError as error:
            if last:
                return str(error)
            log.warning("film %s: %s", film_id, error)
        except PaintingRefusedError as error:
            await _patiently(films.refuse, store, film_id, error.reason)
            return str(error)
        except PaintingError as error:
            return str(error)
        else:
            await _patiently(films.advance, store, film_id)
            break
    return ""


def _is_taken_back(film_id: str, order: Order) -> bool:
    """Whether nobody goes on with a film for which a provider is paid."""
    if not get(choices_of(order.wishes, load_settings()).backend).spec.provider:
        return False
    with bench().store.transaction() as session:
        return not films.is_under_way(session, film_id)


def _order(film_id: str) -> Order | None:
    with bench().store.transaction() as session:
        task = films.task_of(session, film_id)
    if task is None or task.reading is None or task.verdict is None:
        return None
    return Order(task.dream, task.wishes, task.reading, task.verdict)


def _finish(film_id: str) -> None:
    store = bench().store
    made = files.whole(store, film_id) or files.joined(store, film_id)
    films.end(store, film_id, "done", manifest=made.manifest, files=made.files)
    files.tidy(store, film_id)


@DBOS.step()
async def record_failure(film_id: str, fault: str) -> None:
    """The film ends as failed, for the reason told."""
    await _patiently(films.end, bench().store, film_id, "failed", fault)
    await _patiently(files.give_up, bench().store, film_id)


@DBOS.workflow(name="index_entry")
@_noted
async def index_entry(entry_id: str) -> None:
    """Find an entry's stems, and read it where no film does."""
    await find_stems(entry_id)


@DBOS.step()
async def find_stems(entry_id: str) -> None:
    """Keep the stems of an entry's text as it is now, and what is understood of it."""
    await _patiently(_index, entry_id)


def _index(entry_id: str) -> None:
    store, reader = bench().store, bench().reader
    keep_stems(store, reader, entry_id)
    keep_reading(store, reader, entry_id)
