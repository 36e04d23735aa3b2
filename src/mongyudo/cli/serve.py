"""`mongyudo serve`: the diary in a browser."""

import socket
from contextlib import suppress

import click

from mongyudo.errors import UsageError
from mongyudo.settings import load_settings

HOST = "127.0.0.1"
PORT = 1447
"""The year of the painting."""


@click.command("serve")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0: a free one."
)
def command(port: int) -> None:
    """꿈 일기장을 엽니다. Open the diary on this machine."""
    import uvicorn

    from mongyudo.diary.home import home_from
    from mongyudo.diary.lock import only_one
    from mongyudo.web.app import create_app

    home = home_from(load_settings())
    with only_one(home.folder), listening(port) as listener:
        url = f"http://{HOST}:{listener.getsockname()[1]}"
        click.echo(f"꿈 일기장: {url} (Ctrl-C로 닫습니다. Ctrl-C closes it.)")
        config = uvicorn.Config(
            create_app(home), log_level="warning", access_log=False, timeout_graceful_shutdown=2
        )
        with suppress(KeyboardInterrupt):  # Ctrl-C is how it is closed
            uvicorn.Server(config).run(sockets=[listener])


def listening(port: int) -> socket.socket:
    """A listening socket; raises UsageError for a port that somebody has."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()  # whoever opens the address that is printed waits, and is not turned away
    except OSError as error:
        listener.close()
        raise UsageError(
            f"포트 {port}번을 쓸 수 없습니다 (port {port} is taken: {error.strerror}). "
            f"Try --port {PORT + 1}, or --port 0 for a free one."
        ) from error
    return listener
