"""A diary for several, asked in this process: its gate and pages, without its workers."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import httpx
from argon2 import PasswordHasher
from fastapi import FastAPI
from tests.databases import new_sqlite

from mongyudo.diary import accounts, entries, films, passwords, sessions
from mongyudo.diary.entries import Writing
from mongyudo.diary.home import Home
from mongyudo.diary.quotas import Allowance
from mongyudo.diary.reader import Reader
from mongyudo.diary.store import Store
from mongyudo.diary.wishes import Wishes
from mongyudo.web.app import create_app
from mongyudo.web.members import Rules, signer
from mongyudo.web.state import State

PASSWORD = "a password of ten or more"
passwords.hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)  # tests are many
KEPT = passwords.NOBODY = passwords.hashed(PASSWORD)
HERE = "http://127.0.0.1:1447"
THERE = "https://diary.example.org"
ADDRESS = "203.0.113.7"
RULES = Rules(frozenset({"diary.example.org"}), is_open=True, usual=Allowance(3, 2, 10))


@dataclass
class Several:
    """A diary for several, with its database."""

    store: Store
    rules: Rules
    state: State = field(init=False)

    def __post_init__(self) -> None:
        signs = signer(b"k" * 32)
        self.state = State(self.store, Reader(), rules=self.rules, signer=signs)

    def dreamer(self, name: str, *, is_admin: bool = False) -> str:
        """The id of a new dreamer."""
        with self.store.transaction() as session:
            return accounts.make(session, name, KEPT, is_admin=is_admin).dreamer_id

    def filmed(self, dreamer_id: str, text: str) -> str:
        """The id of a film of theirs, with a file."""
        with self.store.transaction() as session:
            entry = entries.write(session, dreamer_id, Writing(text, date(2026, 11, 29)))
            film = films.ask(session, entry, Wishes())
            film.state = "failed"
        folder = films.folder_of(self.store, film.id)
        folder.mkdir(parents=True)
        (folder / "film.mp4").write_bytes(bytes(1_000_000))
        return film.id

    def cookie(self, dreamer_id: str) -> str:
        """The value of the cookie of a new session."""
        opened = sessions.open_session(self.store, dreamer_id, agent="a test", address=ADDRESS)
        assert self.state.signer is not None
        return self.state.signer.sign(opened).decode()

    def ask(
        self, method: str, path: str, cookie: str = "", *, base: str = HERE, **more: Any
    ) -> httpx.Response:
        """The answer to a request of whoever has the cookie."""
        name = "session" if base == HERE else "__Host-session"
        headers = {"cookie": f"{name}={cookie}".encode("latin-1")} if cookie else {}
        headers |= more.pop("headers", {})
        return asyncio.run(self._asked(method, base + path, headers=headers, **more))

    async def _asked(self, method: str, url: str, **more: Any) -> httpx.Response:
        address = more.pop("address", ADDRESS)
        app = app_for(self.rules.host_names)
        app.state.diary = self.state
        transport = httpx.ASGITransport(app=app, client=(address, 1))
        async with httpx.AsyncClient(transport=transport) as client:
            return await client.request(method, url, **more)


@cache
def app_for(host_names: frozenset[str]) -> FastAPI:
    """The application for diaries of these names; its first answer is slow, so it is kept."""
    return create_app(Home(Path(), "", ""), rules=replace(RULES, host_names=host_names))


def several(folder: Path, **rules: Any) -> Several:
    """A new diary for several under `folder`."""
    store = Store(Home(folder, new_sqlite(folder), "sqlite://"))
    return Several(store, replace(RULES, **rules))
