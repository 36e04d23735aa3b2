"""Which commit of a release is downloaded, recorded and filmed with: a hub of our own tells."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import DiffusionBackend, packages_missing
from mongyudo.backends.diffusion.hub import COMMIT, LOCK, Missing, Weights, record
from mongyudo.backends.registry import get, names

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

NAME = "wan2.1-1.3b"
OTHER = "b" * 40
Snapshot = Callable[[str, str], Path]


def model(name: str = NAME) -> DiffusionBackend:
    """An open model."""
    backend = get(name)
    assert isinstance(backend, DiffusionBackend)
    return backend


def home_of(cache: Path, hub_id: str) -> Path:
    """A repository's folder in the cache."""
    return cache / f"models--{hub_id.replace('/', '--')}"


@pytest.fixture
def cache(tmp_path, monkeypatch) -> Path:
    """An empty cache of the hub."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    return tmp_path


@pytest.fixture
def snapshot(cache) -> Snapshot:
    """Lay a commit of a model into the cache, as the newest that was downloaded."""

    def lay(name: str, commit: str) -> Path:
        release = model(name).release
        folder = home_of(cache, release.hub_id) / "snapshots" / commit
        folder.mkdir(parents=True)
        (folder / release.landmark).write_text("{}")
        refs = folder.parents[1] / "refs"
        refs.mkdir(exist_ok=True)
        (refs / "main").write_text(commit)
        return folder

    return lay


def located(name: str = NAME, weights: str = "") -> Weights | Missing:
    """Where a model's weights are, without the network."""
    return model(name).locate(Options(weights=weights, offline=True))


def test_every_release_but_two_names_its_commit() -> None:
    """40 hex digits, or none where none was found; the model that ships is on no hub."""
    models = [each for each in map(get, names()) if isinstance(each, DiffusionBackend)]
    commits = {
        each.spec.name: each.release.revision for each in models if "/" in each.release.hub_id
    }
    without = [name for name, commit in commits.items() if not commit]
    assert without == ["hunyuanvideo-i2v", "open-sora-v2"]
    assert all(COMMIT.fullmatch(commit) for commit in commits.values() if commit)
    assert len({c for c in commits.values() if c}) == len(commits) - len(without)


def test_the_releases_own_commit_is_filmed_with(snapshot) -> None:
    """Even when another came later."""
    own = snapshot(NAME, model().release.revision)
    snapshot(NAME, OTHER)
    assert located() == Weights(own, model().release.hub_id, own.name)


def test_another_commit_is_refused_unless_asked_for(snapshot) -> None:
    """The refusal says how to ask."""
    other = snapshot(NAME, OTHER)
    found = located()
    assert isinstance(found, Missing)
    assert OTHER in found.reason
    assert model().release.revision in found.reason
    wished = found.remedy.rpartition("--weights ")[2]
    assert located(weights=wished) == Weights(other, model().release.hub_id, OTHER)


def test_what_was_downloaded_is_filmed_with(snapshot) -> None:
    """A recorded commit stands over the release's own and over what came later."""
    recorded = snapshot(NAME, "c" * 40)
    record(model().release.hub_id, recorded.name)
    snapshot(NAME, model().release.revision)
    assert located() == Weights(recorded, model().release.hub_id, recorded.name)
    shutil.rmtree(recorded)
    refused = located()
    assert isinstance(refused, Missing)
    assert "c" * 40 in refused.reason


def test_a_release_without_a_commit_films_with_what_is_there_until_one_is_recorded(snapshot):
    """Open-Sora: anything first, afterwards only that."""
    first = snapshot("open-sora-v2", "d" * 40)
    found = located("open-sora-v2")
    assert isinstance(found, Missing)
    assert str(first) in found.reason  # there, and to be converted
    record(model("open-sora-v2").release.hub_id, first.name)
    snapshot("open-sora-v2", OTHER)
    again = located("open-sora-v2")
    assert isinstance(again, Missing)
    assert str(first) in again.reason


@pytest.mark.parametrize("text", ["no json", '{"revision": "main"}', "{}"])
def test_a_broken_record_is_told(cache, snapshot, text) -> None:
    """With its path; nothing is guessed."""
    snapshot(NAME, OTHER)
    lock = home_of(cache, model().release.hub_id) / LOCK
    lock.write_text(text)
    found = located()
    assert isinstance(found, Missing)
    assert str(lock) in found.reason


def test_a_pickled_checkpoint_is_converted_first(snapshot) -> None:
    """VideoCrafter2 as it is published: one file; the remedy is the command."""
    folder = snapshot("videocrafter2", model("videocrafter2").release.revision)
    found = located("videocrafter2")
    assert isinstance(found, Missing)
    assert f"backends convert videocrafter2 {folder}/model.ckpt" in found.remedy


class Hub(BaseHTTPRequestHandler):
    """As much of a model hub as a download asks for: the files of one commit."""

    files: dict[str, bytes]
    commit: str
    asked: list[str]

    def do_GET(self) -> None:
        """A repository's description, or a file."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """What a file is."""
        self._answer(body=False)

    def _answer(self, *, body: bool) -> None:
        path = self.path.partition("?")[0]
        self.asked.append(path)
        if path.startswith("/api/models/"):
            self._send(json.dumps(self._described(path)).encode(), "application/json", body=True)
            return
        _, _, name = path.partition(f"/resolve/{self.commit}/")
        if name in self.files:
            self._send(self.files[name], "application/octet-stream", body=body)
        else:
            self.send_error(404)

    def _described(self, path: str) -> Any:
        files = [
            {"type": "file", "path": name, "size": len(data), "oid": sha256(data).hexdigest()[:40]}
            for name, data in self.files.items()
        ]
        if "/tree/" in path:
            return files
        siblings = [{"rfilename": name} for name in self.files]
        return {"id": "a/b", "modelId": "a/b", "sha": self.commit, "siblings": siblings}

    def _send(self, data: bytes, kind: str, *, body: bool) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("ETag", f'"{sha256(data).hexdigest()}"')
        self.send_header("X-Repo-Commit", self.commit)
        self.end_headers()
        if body:
            self.wfile.write(data)

    def log_message(self, *_words: object) -> None:
        """Be quiet."""


@pytest.fixture
def hub() -> Iterator[ThreadingHTTPServer]:
    """A hub on this machine with one commit of VideoCrafter2 beside a file nobody needs."""
    Hub.files = {"model.ckpt": b"tensors", "README.md": b"words", "evil.bin": b"code"}
    Hub.commit, Hub.asked = model("videocrafter2").release.revision, []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def downloaded(hub: ThreadingHTTPServer, cache: Path, *words: str) -> str:
    """What `mongyudo backends download videocrafter2` prints, in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-m", "mongyudo", "backends", "download", "videocrafter2", *words],
        env={
            **os.environ,
            "HF_ENDPOINT": f"http://127.0.0.1:{hub.server_port}",
            "HF_HUB_CACHE": str(cache),
            "HF_HUB_DISABLE_XET": "1",
        },
        cwd=cache,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_download_brings_the_needed_files_and_records_the_commit(hub, cache) -> None:
    """By the release's own commit; then how to convert is said."""
    release = model("videocrafter2").release
    said = downloaded(hub, cache)
    home = home_of(cache, release.hub_id)
    assert [path.name for path in (home / "snapshots" / release.revision).iterdir()] == [
        "model.ckpt"
    ]
    assert json.loads((home / LOCK).read_text())["revision"] == release.revision
    assert f"/{release.hub_id}/resolve/{release.revision}/model.ckpt" in Hub.asked
    assert "backends convert videocrafter2" in said
    found = located("videocrafter2")
    assert isinstance(found, Missing)
    assert "model.ckpt" in found.reason


@pytest.mark.slow
def test_another_revision_is_recorded_as_the_commit_it_stands_for(hub, cache) -> None:
    """Asked for by a branch's name; later downloads stay with it."""
    Hub.commit = OTHER
    downloaded(hub, cache, "--revision", "main")
    lock = home_of(cache, model("videocrafter2").release.hub_id) / LOCK
    assert json.loads(lock.read_text())["revision"] == OTHER
    downloaded(hub, cache)
    assert any(OTHER in path for path in Hub.asked)
    assert not any(model("videocrafter2").release.revision in path for path in Hub.asked)
