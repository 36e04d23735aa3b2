"""The web application: put together, started, stopped."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from mongyudo import __version__
from mongyudo.diary import jobs
from mongyudo.diary.entries import single_dreamer
from mongyudo.diary.home import Home
from mongyudo.diary.storage import storage_from
from mongyudo.diary.store import Store
from mongyudo.web import accounts, admin, api, api_whole, faults, health, pages, voice
from mongyudo.web.files import media_origin
from mongyudo.web.guard import Guard
from mongyudo.web.members import Gate, Rules, session_key, signer
from mongyudo.web.observing import PROCESSES, Observed
from mongyudo.web.state import State

STATIC = Path(str(files("mongyudo.web") / "static"))
FONTS = Path(str(files("mongyudo.ink") / "assets"))


def create_app(
    home: Home,
    *,
    queues: tuple[str, ...] = jobs.QUEUES,
    worker_id: str = jobs.ALONE,
    rules: Rules | None = None,
    key_file: Path | None = None,
) -> FastAPI:
    """The diary under `home`, with this process working on `queues` as `worker_id`.

    With `rules` it is for several, who log in; `key_file` holds the key of their cookies.
    """

    @asynccontextmanager
    async def running(app: FastAPI) -> AsyncIterator[None]:
        store = Store(home)
        store.upgrade()
        await asyncio.to_thread(jobs.launch, store, queues, worker_id=worker_id)
        app.state.diary = _state(store, rules, key_file)
        PROCESSES.set(1)
        _settle()
        yield
        await asyncio.to_thread(jobs.stop)

    app = FastAPI(
        title="Mongyudo",
        version=__version__,
        lifespan=running,
        docs_url=None,  # its page would ask other machines for its scripts
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    if rules is not None:
        app.add_middleware(Gate)
    media = media_origin(storage_from(home.storage_url))
    app.add_middleware(Guard, names=rules.host_names if rules else frozenset(), media=media)
    app.add_middleware(Observed)
    faults.register(app)
    app.include_router(api.router)
    app.include_router(api_whole.router)
    app.include_router(voice.router)
    app.include_router(health.router)
    app.include_router(pages.router)
    if rules is not None:
        for router in (accounts.router, accounts.api, admin.router):
            app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC))
    app.mount("/fonts", StaticFiles(directory=FONTS))
    return app


def _settle() -> None:
    """Keep what was loaded out of every later search for garbage.

    It stays as long as the process; searching it each time held all requests up for 0.2 s.
    """
    gc.collect()
    gc.freeze()


def _state(store: Store, rules: Rules | None, key_file: Path | None) -> State:
    reader = jobs.bench().reader
    if rules is not None:
        signs = signer(session_key(key_file, store.home.folder))
        return State(store, reader, rules=rules, signer=signs)
    with store.transaction() as session:
        return State(store, reader, single_dreamer(session).id)
