"""`mongyudo serve`: the diary in a browser."""

import socket
from contextlib import nullcontext, suppress
from functools import partial
from typing import Any

import click

from mongyudo.cli.worker import ALL, queues_of
from mongyudo.errors import UsageError
from mongyudo.settings import Settings, load_settings

HOST = "127.0.0.1"
PORT = 1447
"""The year of the painting."""
MOST_PROCESSES = 64


@click.command("serve")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0: a free one."
)
@click.option("--host", default=HOST, show_default=True, help="Address; for several: any.")
@click.option("--multi-user", is_flag=True, help="For several dreamers, who log in.")
@click.option("--queues", default=ALL, show_default=True, help="What the first process works on.")
@click.option(
    "--processes", type=click.IntRange(1, MOST_PROCESSES), default=1, show_default=True,
    help="Processes that answer; with several the first only works and looks after them.",
)  # fmt: skip
def command(port: int, host: str, queues: str, processes: int, *, multi_user: bool) -> None:
    """꿈 일기장을 엽니다. Open the diary on this machine, or for several (--multi-user)."""
    import uvicorn

    from mongyudo.diary.home import home_from
    from mongyudo.diary.jobs import ALONE
    from mongyudo.diary.lock import only_one
    from mongyudo.diary.workers import unique_id
    from mongyudo.web.app import create_app
    from mongyudo.web.logs import set_up_logs
    from mongyudo.web.members import rules_from
    from mongyudo.web.processes import answer, web_process, working

    settings, chosen = load_settings(), queues_of(queues)
    several = multi_user or settings.multi_user
    set_up_logs(as_json=settings.log_json)
    _check_host(host, settings, several=several)
    home, rules = home_from(settings), rules_from(settings) if several else None
    key_file = settings.session_key_file
    alone = bool(chosen) and not home.is_shared
    worker_id = ALONE if alone else unique_id()
    with only_one(home.folder) if alone else nullcontext(), listening(port, host) as listener:
        url = f"http://{host}:{listener.getsockname()[1]}"
        click.echo(f"꿈 일기장: {url} (Ctrl-C로 닫습니다. Ctrl-C closes it.)")
        with suppress(KeyboardInterrupt):  # Ctrl-C is how it is closed
            if processes > 1:
                web = partial(web_process, home, rules, key_file, log_json=settings.log_json)
                with working(home, chosen, worker_id):
                    answer(listener, processes, web, _options(settings))
            else:
                app = create_app(
                    home, queues=chosen, worker_id=worker_id, rules=rules, key_file=key_file
                )
                uvicorn.Server(uvicorn.Config(app, **_options(settings))).run(sockets=[listener])


def _options(settings: Settings) -> dict[str, Any]:
    """What uvicorn is told."""
    from mongyudo.web.patience import Patient

    return {
        "http": Patient,
        "ws": "none",
        "log_config": None,
        "access_log": False,
        "timeout_graceful_shutdown": 2,
        "forwarded_allow_ips": list(settings.trusted_proxies),
    }


def _check_host(host: str, settings: Settings, *, several: bool) -> None:
    """Raise UsageError for an address at which the diary would be open, or answer nobody."""
    if host in ("127.0.0.1", "::1", "localhost"):
        return
    if not several:
        raise UsageError(
            f"--host {host}: 계정이 없는 일기장은 이 컴퓨터에서만 엽니다. --multi-user를 붙이거나 "
            "--host를 빼 주세요. (A diary without accounts answers this machine only: add "
            "--multi-user, or leave --host out.)"
        )
    if not settings.host_names:
        raise UsageError(
            f"--host {host}: mongyudo.toml에 일기장의 이름을 정해 주세요: "
            'host_names = ["diary.example.org"] (Name the diary in mongyudo.toml.)'
        )


def listening(port: int, host: str = HOST) -> socket.socket:
    """A listening socket; raises UsageError for a port that somebody has."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()  # whoever opens the address that is printed waits, and is not turned away
    except OSError as error:
        listener.close()
        raise UsageError(
            f"포트 {port}번을 쓸 수 없습니다 (port {port} at {host}: {error.strerror}). "
            f"Try --port {PORT + 1}, or --port 0 for a free one."
        ) from error
    return listener
