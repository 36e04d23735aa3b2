"""`mongyudo worker`: a process that makes films for a diary, on this machine or another."""

import signal
import threading

import click

from mongyudo.errors import UsageError
from mongyudo.settings import load_settings

ALL, NONE = "all", "none"


def queues_of(words: str) -> tuple[str, ...]:
    """The queues that `all`, `none` or a list with commas names; UsageError for others."""
    from mongyudo.diary.jobs import QUEUES

    if words in (ALL, NONE):
        return QUEUES if words == ALL else ()
    chosen = tuple(word.strip() for word in words.split(","))
    unknown = [word for word in chosen if word not in QUEUES]
    if unknown:
        raise UsageError(
            f"작업 대기열 {unknown[0]!r}은 없습니다. 있는 것: {', '.join(QUEUES)}, all, none. "
            "(No such queue: these are, or all, or none for `serve`.)"
        )
    return chosen


@click.command("worker")
@click.option("--queues", default=ALL, show_default=True, help="What it works on, with commas.")
def command(queues: str) -> None:
    """일기장의 영상을 만드는 작업 프로세스입니다. Make films for a diary."""
    from mongyudo.diary import jobs
    from mongyudo.diary.home import home_from
    from mongyudo.diary.store import Store
    from mongyudo.diary.workers import unique_id
    from mongyudo.web.logs import set_up_logs

    settings = load_settings()
    set_up_logs(as_json=settings.log_json)
    chosen = queues_of(queues)
    if not chosen:
        raise UsageError("a worker without queues has nothing to do. Try --queues render")
    name = unique_id()
    store = Store(home_from(settings))
    store.upgrade()
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    jobs.launch(store, chosen, worker_id=name)
    click.echo(f"작업 시작 (working): {name} - {', '.join(chosen)} (Ctrl-C)")
    ended.wait()
    jobs.stop()
