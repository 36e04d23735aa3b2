"""The web application: put together, started, stopped."""

import asyncio
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
from mongyudo.diary.store import Store
from mongyudo.web import api, api_whole, faults, pages, voice
from mongyudo.web.guard import Guard
from mongyudo.web.state import State

STATIC = Path(str(files("mongyudo.web") / "static"))
FONTS = Path(str(files("mongyudo.ink") / "assets"))


def create_app(home: Home, *, queues: tuple[str, ...] = jobs.QUEUES) -> FastAPI:
    """The diary under `home`, with this process working on `queues`."""

    @asynccontextmanager
    async def running(app: FastAPI) -> AsyncIterator[None]:
        store = Store(home)
        store.upgrade()
        with store.transaction() as session:
            dreamer_id = single_dreamer(session).id
        await asyncio.to_thread(jobs.launch, store, queues)
        app.state.diary = State(store, jobs.bench().reader, dreamer_id)
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
    app.add_middleware(Guard)
    faults.register(app)
    app.include_router(api.router)
    app.include_router(api_whole.router)
    app.include_router(voice.router)
    app.include_router(pages.router)
    app.mount("/static", StaticFiles(directory=STATIC))
    app.mount("/fonts", StaticFiles(directory=FONTS))
    return app
