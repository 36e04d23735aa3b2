"""A process that buys films and is killed on the way: `python -m tests.chaos.buyer`.

Each line on standard input is an order {"arguments": of `mongyudo`, "die_at": n | null,
"environment": {...}}; a fork of this process, which has everything imported, carries it out and
kills itself with SIGKILL at the n-th event: before or after each thing that it asks of the provider
or writes into the ledger. The answer is a line {"signal", "code", "events"}.
"""

import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from tests.fakes import makers as fakes

from mongyudo.backends.hosted.ledger import Ledger
from mongyudo.backends.hosted.runway import Runway
from mongyudo.cli import run
from mongyudo.journey.choices import Choices
from mongyudo.journey.stages import read_and_judge
from mongyudo.records import Dream
from mongyudo.settings import load_settings

WATCHED: tuple[tuple[type, str], ...] = (
    (Ledger, "intend"), (Ledger, "note"), (Ledger, "keep"),
    (Runway, "submit"), (Runway, "look"), (Runway, "fetch"),
)  # fmt: skip


class Fate:
    """Counts events, writes each down, and dies at the one that was told."""

    def __init__(self, die_at: int | None, log: Path) -> None:
        self._die_at, self._log, self._count = die_at, log, 0

    def __call__(self, event: str) -> None:
        with self._log.open("a") as file:
            file.write(event + "\n")
        if self._count == self._die_at:
            os.kill(os.getpid(), signal.SIGKILL)
        self._count += 1

    def watch(self, owner: type, name: str) -> None:
        """Let `owner.name` be an event before and one after."""
        work: Callable[..., Any] = getattr(owner, name)

        def watched(*args: Any, **values: Any) -> Any:
            state = f" {args[2]}" if name == "note" else ""
            self(f"before {name}{state}")
            found = work(*args, **values)
            self(f"after {name}{state}")
            return found

        setattr(owner, name, watched)


def warm_up() -> None:
    """Have a film made here, so that whatever is imported or kept is there in all forks."""
    with tempfile.TemporaryDirectory() as home, fakes.Runway(("SUCCEEDED",)).serve() as server:
        os.environ.update(MONGYUDO_HOME=home, RUNWAYML_BASE_URL=server.url)
        words = ["film", "호랑이에게 쫓겼다.", "--route", "runway", "--reader", "offline", "--yes"]
        shape = ["--size", "128x72", "--seconds", "2", "--no-sound", "-o", f"{home}/film"]
        with redirect_stdout(sys.stderr):
            assert run([*words, *shape]) == 0
    read_and_judge(Dream.of(words[1]), Choices())  # the film was read in a child


def obey(order: dict[str, Any], log: Path) -> None:
    """In the fork: do as the order says, and end."""
    os.environ.update(order["environment"])
    load_settings.cache_clear()
    Runway.poll_s = 0.01
    fate = Fate(order["die_at"], log)
    for owner, name in WATCHED:
        fate.watch(owner, name)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    errors = os.open(log.with_suffix(".err"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(errors, 2)
    code = run(order["arguments"])
    sys.stderr.flush()
    os._exit(code)


def main() -> None:
    """Carry out orders until there are no more."""
    warm_up()
    for number, line in enumerate(sys.stdin):
        order = json.loads(line)
        log = Path(order["environment"]["MONGYUDO_HOME"]).with_suffix(f".{number}.log")
        log.touch()
        pid = os.fork()
        if not pid:
            obey(order, log)
        _, status = os.waitpid(pid, 0)
        died = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -1
        told = {
            "signal": died, "code": code, "events": log.read_text().splitlines(),
            "said": log.with_suffix(".err").read_text(),
        }  # fmt: skip
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
