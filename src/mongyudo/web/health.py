"""For the operator's machines: does it live, can it work, and how much does it do."""

import os
import shutil
from dataclasses import asdict, dataclass

from dbos import error as faults
from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError

from mongyudo.diary.films import NotFoundError
from mongyudo.diary.jobs import waiting
from mongyudo.diary.store import Store
from mongyudo.diary.tables import FilmVersion
from mongyudo.web.members import address_of
from mongyudo.web.state import state_of

LEAST_FREE_BYTES = 500_000_000
"""A film and its shots being painted take up to 100 MB."""
MULTIPROCESS = "PROMETHEUS_MULTIPROC_DIR"

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Readiness:
    """What the diary needs: "ok", or what is wrong with it."""

    database: str
    queue: str
    disk: str
    storage: str

    @property
    def ready(self) -> bool:
        """Whether dreams can be written: films wait for a storage that is away."""
        return {self.database, self.queue, self.disk} == {"ok"}


@router.get("/health")
def health() -> dict[str, str]:
    """It answers: it lives."""
    return {"status": "ok"}


@router.get("/ready")
def ready(request: Request) -> Response:
    """Whether it can do its work; 503 and what is missing when it cannot."""
    told = readiness(state_of(request).store)
    return JSONResponse(asdict(told), 200 if told.ready else 503)


def readiness(store: Store) -> Readiness:
    """What of `store` is in order."""
    try:
        with store.transaction() as session:
            session.execute(text("select 1"))
        database = "ok"
    except SQLAlchemyError as error:
        database = f"does not answer ({type(error).__name__})"
    try:
        waiting()
        queue = "ok"
    except (SQLAlchemyError, faults.DBOSException) as error:
        queue = f"does not answer ({type(error).__name__})"
    free = shutil.disk_usage(store.home.folder).free
    short = f"{free:,} bytes are free, {LEAST_FREE_BYTES:,} are needed"
    disk = "ok" if free >= LEAST_FREE_BYTES else short
    storage = store.storage.fault() if store.storage else ""
    return Readiness(database, queue, disk, storage or "ok")


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """Prometheus' text: requests of all web processes, and how things stand now.

    They are for who runs the diary: in one for several, only `metrics_readers` are told.
    """
    rules = state_of(request).rules
    if rules is not None and not rules.may_read_metrics(address_of(request)):
        raise NotFoundError("운영자만 볼 수 있습니다. (For metrics_readers only.)")
    requests = REGISTRY
    if MULTIPROCESS in os.environ:
        requests = CollectorRegistry()
        MultiProcessCollector(requests)
    standing = CollectorRegistry()
    standing.register(Standing(state_of(request).store))
    told = generate_latest(requests) + generate_latest(standing)
    return Response(told, media_type=CONTENT_TYPE_LATEST)


class Standing:
    """How the diary stands when it is looked at."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def collect(self) -> list[GaugeMetricFamily]:
        """Films by state, work by queue, free disk."""
        films = GaugeMetricFamily("mongyudo_films", "Films by state.", labels=["state"])
        with self._store.transaction() as session:
            by_state = select(FilmVersion.state, func.count()).group_by(FilmVersion.state)
            for state, count in session.execute(by_state):
                films.add_metric([state], count)
        queues = GaugeMetricFamily("mongyudo_waiting", "Work waiting by queue.", labels=["queue"])
        for queue, count in waiting().items():
            queues.add_metric([queue], count)
        free = shutil.disk_usage(self._store.home.folder).free
        disk = GaugeMetricFamily("mongyudo_disk_free_bytes", "Free where films lie.", free)
        return [films, queues, disk]
