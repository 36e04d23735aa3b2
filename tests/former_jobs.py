"""`python -m tests.former_jobs HOME`: a diary as release 0.1.0 left it when it was killed.

Its jobs are stored as that release stored them (names, arguments, serializer, version).
"""

import asyncio
import os
import sys
import time
from pathlib import Path
from typing import Any

from dbos import DBOS, DBOSConfig, SetWorkflowID
from tests.former import UNDER_WAY, WAITING, WISHES, lay_out

from mongyudo.diary.home import Home, home_from
from mongyudo.settings import Settings


def _work(home: Home) -> None:
    """Work as 0.1.0 did until the second shot is begun, then be killed."""
    config: DBOSConfig = {
        "name": "mongyudo",
        "system_database_url": home.jobs_url,
        "application_version": "diary-0.1.0",
        "executor_id": "local",
        "log_level": "WARNING",
    }
    DBOS(config=config)
    DBOS.listen_queues(["text", "film", "render"])
    DBOS.launch()
    for queue, at_once in (("text", 1), ("film", 1), ("render", 2)):
        DBOS.register_queue(queue, worker_concurrency=at_once, polling_interval_sec=0.1)
    for film_id in (UNDER_WAY, WAITING):
        with SetWorkflowID(film_id):
            DBOS.enqueue_workflow("film", make_film, film_id)
    time.sleep(60)
    raise AssertionError("the second shot was not begun")


@DBOS.workflow(name="make_film")
async def make_film(film_id: str) -> str:
    """The workflow of 0.1.0."""
    understood = await (await DBOS.enqueue_workflow_async("text", understand, film_id)).get_result(
        polling_interval_sec=0.1
    )
    handles = [
        await DBOS.enqueue_workflow_async("render", paint_one, film_id, at)
        for at in range(understood["shots"])
    ]
    for handle in handles:
        await handle.get_result(polling_interval_sec=0.1)
    return "done"


@DBOS.workflow(name="understand")
async def understand(film_id: str) -> dict[str, Any]:
    """As 0.1.0 stored it."""
    return await read_dream(film_id)


@DBOS.step()
async def read_dream(film_id: str) -> dict[str, Any]:
    """As 0.1.0 stored it."""
    assert film_id
    return {"shots": WISHES.segments, "fault": ""}


@DBOS.workflow(name="paint_shot")
async def paint_one(film_id: str, index: int) -> str:
    """As 0.1.0 stored it."""
    return await paint(film_id, index)


@DBOS.step()
async def paint(film_id: str, index: int) -> str:
    """The first shot stands; in the midst of the second comes kill -9."""
    assert film_id
    if index:
        await asyncio.sleep(1)  # the first one's end is kept meanwhile
        os._exit(137)
    return ""


if __name__ == "__main__":
    home = home_from(Settings(home=Path(sys.argv[1])))
    lay_out(home)
    _work(home)
