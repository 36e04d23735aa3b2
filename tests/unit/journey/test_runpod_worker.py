"""The worker on a rented GPU films with a real model; what it says of failures holds no dream."""

import asyncio
import logging
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
from tests.fakes.runpod import ENDPOINT, KEY, RunPod

from mongyudo.backends.contract import Options, Session
from mongyudo.backends.hosted import runpod_api
from mongyudo.backends.hosted import runpod_wire as wire
from mongyudo.backends.hosted.runpod import RunPodSession, through
from mongyudo.backends.registry import get
from mongyudo.errors import BackendError
from mongyudo.journey.runpod_worker import Worker, handler
from mongyudo.records import Segment, Shot
from mongyudo.settings import load_settings

pytestmark = pytest.mark.slow

SHOT = Shot(
    index=0, segment=Segment(0, 3, "카나리아", (), "a tiger runs in the snow"), emotion="공포",
    category="지상동물", adapter=None, seed=7, size_px=(64, 64), fps=8, duration_s=9 / 8,
)  # fmt: skip
OPTIONS = Options(runpod_endpoint=ENDPOINT, runpod_gpu="RTX 4090", steps=2, agreed_usd=5)


def order(**changes: Any) -> dict[str, Any]:
    """An order for the small model."""
    plain = wire.JobOrder(wire.VERSION, "mongyudo-small", wire.sent(SHOT), steps=2)
    return wire.order_json(plain) | changes


def film(worker: Worker, told: Any) -> dict[str, Any]:
    """One job, not stopped."""
    return worker.film(told, threading.Event(), lambda _: None)


def frames_of(session: Session) -> np.ndarray:
    """Those of SHOT."""
    return np.stack(list(session.render(SHOT, lambda: False).frames))


@pytest.fixture
def customer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Somebody with a key, and a ledger of their own."""
    monkeypatch.setenv("RUNPOD_API_KEY", KEY)
    monkeypatch.setenv("MONGYUDO_HOME", str(tmp_path))
    monkeypatch.setattr(runpod_api.RunPod, "poll_s", 0.0)
    load_settings.cache_clear()
    yield
    load_settings.cache_clear()


@pytest.mark.usefixtures("customer")
def test_a_shot_filmed_there_is_the_one_filmed_here() -> None:
    """Bit for bit, by the same model and seed, through the fake RunPod; weights stay loaded."""
    pytest.importorskip("torch")
    worker = Worker(Options())
    with RunPod(lambda told: film(worker, told)).server() as fake:
        options = replace(OPTIONS, runpod_url=f"{fake.url}/v2")
        there = RunPodSession(through("mongyudo-small"), options)
        far, session = frames_of(there), worker._session
        there.render(replace(SHOT, seed=8), lambda: False)
        there.close()
    assert worker._session is session
    near = get("mongyudo-small").open(Options(steps=2))
    assert np.array_equal(far, frames_of(near))
    near.close()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"backend": "nobody"}, "unknown backend 'nobody'"),
        ({"backend": "wan2.1-1.3b"}, "not ready"),
        ({"backend": "hunyuanvideo"}, "licence"),
        ({"version": 9}, "version 9"),
        ({"still_png": "!"}, "base64"),
        ({"shot": 3}, "no order"),
    ],
)
def test_what_cannot_be_filmed_is_told_in_a_line(changes: dict[str, Any], words: str) -> None:
    """Without a traceback, a path or words of the dream."""
    told = film(Worker(Options(offline=True)), order(**changes))
    assert list(told) == ["error"]
    assert re.search(words, told["error"], re.IGNORECASE)
    assert not re.search(r"Traceback|/home|/tmp|/root|tiger", told["error"])


def test_what_nobody_foresaw_is_named_and_its_words_are_kept_back(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """An error of a library may repeat the prompt; the log says where it happened."""
    worker = Worker(Options())

    def burst(_order: object) -> Session:
        raise RuntimeError("CUDA: a tiger runs in the snow at /app/secret")

    monkeypatch.setattr(Worker, "_opened", lambda _self, told: burst(told))
    with caplog.at_level(logging.DEBUG):
        told = film(worker, order())
    assert told == {"error": "RuntimeError in the worker; its own log says where"}
    assert "test_runpod_worker.py" in caplog.text
    assert "tiger" not in caplog.text


def test_a_job_that_is_stopped_ends_and_the_next_begins() -> None:
    """The SDK cancels the handler's task; the model stops at its next step."""
    pytest.importorskip("torch")
    worker, told = Worker(Options()), []
    serve = handler(worker, lambda _job, share: told.append(share))

    async def both() -> dict[str, Any]:
        long = {"id": "1", "input": order(steps=1000)}
        first = asyncio.create_task(serve(long))
        while not told:
            await asyncio.sleep(0.01)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        return await asyncio.wait_for(serve({"id": "2", "input": order()}), 20)

    with ThreadPoolExecutor(1) as own:  # a browser of other tests may hold this thread's loop
        answer = own.submit(asyncio.run, both()).result()
    assert wire.answer_from(answer).bytes > 0
    assert 0 < told[0]["share"] < 1


def filmed(told: dict[str, Any], path: Path) -> wire.Filmed:
    """What the video in an answer tells of itself."""
    path.write_bytes(wire.as_bytes(wire.answer_from(told).video))
    return wire.filmed_in(path)


def test_a_video_too_large_for_an_answer_is_sent_smaller_or_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First without loss, then with a little, then the way to an object storage is told."""
    pytest.importorskip("torch")
    worker = Worker(Options())
    exact = film(worker, order())
    monkeypatch.setattr(wire, "INLINE_MOST_BYTES", exact["bytes"] - 1)
    less = film(worker, order())
    kept = [filmed(each, tmp_path / "v.mp4") for each in (exact, less)]
    assert [each.quality for each in kept] == ["lossless", "high"]
    assert [each.frame_count for each in kept] == [9, 9]
    monkeypatch.setattr(wire, "INLINE_MOST_BYTES", 10)
    assert "Set `storage`" in film(worker, order())["error"]


@pytest.mark.usefixtures("customer")
def test_a_picture_is_set_in_motion_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first frame is painted here and goes along; the worker needs no ink."""
    seen: list[Options] = []

    def opened(_name: str, options: Options) -> None:
        seen.append(options)
        raise BackendError("enough")

    monkeypatch.setattr("mongyudo.journey.runpod_worker.ready", opened)
    session = RunPodSession(through("svd-xt"), OPTIONS)
    still, _ = session._still(SHOT, lambda: False)
    told = session._wanted(SHOT, still).request["order"]
    session.close()
    assert "카나리아" not in str(told)
    assert film(Worker(Options()), told) == {"error": "enough"}
    from PIL import Image

    with Image.open(seen[0].still) as picture:
        assert picture.size == (64, 64)


@contextmanager
def sdk_server(folder: Path) -> Iterator[str]:
    """The worker under the SDK's own local server; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "mongyudo.journey.runpod_worker", "--rp_serve_api"]
    words += ["--rp_api_port", str(port), "--rp_api_host", "127.0.0.1"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(words, stdout=log, stderr=subprocess.STDOUT, env=os.environ)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def test_the_sdks_own_server_runs_the_worker(tmp_path: Path) -> None:
    """Where the SDK is installed (the worker's image): run, then status, by its own rules."""
    pytest.importorskip("runpod")
    with sdk_server(tmp_path) as url:
        until_s = time.monotonic() + 60
        while True:
            try:
                begun = httpx.post(f"{url}/run", json={"input": order()}, timeout=5).json()
                break
            except httpx.ConnectError:
                assert time.monotonic() < until_s, (tmp_path / "log").read_text()
                time.sleep(0.2)
        told = httpx.post(f"{url}/status/{begun['id']}", timeout=60).json()
        wrong = httpx.post(f"{url}/runsync", json={"input": order(backend="x")}, timeout=60).json()
    assert told["status"] == "COMPLETED"
    assert filmed(told["output"], tmp_path / "v.mp4").frame_count == 9
    assert (wrong["status"], wrong["error"][:15]) == ("FAILED", "unknown backend")
    assert "tiger" not in (tmp_path / "log").read_text()
