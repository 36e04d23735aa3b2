"""A PostgreSQL of its own for tests, from Debian's package, on a free loopback port."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from uuid import uuid4

import pytest

OWNER = "postgres"
"""Who runs it where the tests run as root, which PostgreSQL refuses."""


def programs() -> Path | None:
    """The folder of initdb and pg_ctl, None where there is none."""
    found = shutil.which("pg_ctl")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    real = [Path(found).resolve(), *installed] if found else installed
    return next((path.parent for path in reversed(real) if path.with_name("initdb").exists()), None)


class Postgres:
    """A server that can be stopped and started again; its folder is gone at the end."""

    def __init__(self) -> None:
        bin_dir = programs()
        if bin_dir is None:
            pytest.skip("no PostgreSQL. Run: sudo apt-get install -y postgresql")
        self._bin = bin_dir
        self._folder = Path(tempfile.mkdtemp(prefix="mongyudo-pg-"))
        self._user = OWNER if os.getuid() == 0 else None
        if self._user:
            os.chown(self._folder, pwd.getpwnam(OWNER).pw_uid, -1)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._run("initdb", "-D", "data", "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C")

    def new_database(self) -> str:
        """The URL of a new database, as the setting `database_url` wants it."""
        name = f"diary_{uuid4().hex}"
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self._port), "-U", OWNER, name)
        return f"postgresql://{OWNER}@127.0.0.1:{self._port}/{name}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = f"-p {self._port} -k {self._folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        self._run("pg_ctl", "-D", "data", "-l", "log", "-o", options, "-w", "start")

    def stop(self) -> None:
        """Stop it at once, as a power cut does."""
        self._run("pg_ctl", "-D", "data", "-m", "immediate", "stop")

    def _run(self, *words: str) -> None:
        program = str(self._bin / words[0])
        subprocess.run(
            [program, *words[1:]], cwd=self._folder, user=self._user, check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def __enter__(self) -> "Postgres":
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)
