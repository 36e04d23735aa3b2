"""Shots filmed on a rented GPU: RunPod's REST with its failures, before the real worker."""

import json
import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest
from tests.fakes.runpod import ENDPOINT, KEY, RunPod, Waiting
from tests.fakes.server import Fake, broken, garbage, lost, too_many, unheard
from tests.s3 import s3_server

from mongyudo.backends.contract import Options, Rendering
from mongyudo.backends.hosted import runpod_wire as wire
from mongyudo.backends.hosted.runpod import (
    EXECUTION_MOST_S,
    LIFE_MOST_S,
    RunPodBackend,
    RunPodSession,
    estimate,
    through,
)
from mongyudo.backends.hosted.runpod_api import Clock, UnsureError
from mongyudo.backends.registry import get
from mongyudo.errors import BackendError, ProviderError, RenderCancelledError
from mongyudo.journey.runpod_worker import Worker
from mongyudo.records import Segment, Shot

pytestmark = pytest.mark.slow

SHOT = Shot(
    index=1, segment=Segment(0, 9, "할머니 카나리아", (), "a tiger chases a woman"), emotion="공포",
    category="지상동물", adapter=None, seed=5, size_px=(64, 64), fps=8, duration_s=9 / 8,
    title="카나리아 제목", context="카나리아 문맥",
)  # fmt: skip
SETTLED = Options(runpod_endpoint=ENDPOINT, runpod_gpu="RTX 4090")


def painted(order: Any) -> dict[str, Any]:
    """A worker without a model: nine frames from the seed."""
    told = wire.order_from(order)
    rng = np.random.default_rng(told.shot.seed)
    frames = list(rng.integers(0, 255, (9, 64, 64, 3), dtype=np.uint8))
    rendering = Rendering(iter(frames), 9, (64, 64), 8, told.shot.prompt)
    video = wire.encoded(frames, 8, "lossless")
    return wire.answer_of(rendering, frames, "lossless", video) | {"video": wire.as_text(video)}


@dataclass
class Bench:
    """An endpoint, a session at it, and the time it takes."""

    runpod: RunPod
    fake: Fake
    session: RunPodSession
    waiting: Waiting

    def film(self, **how: Any) -> Rendering:
        """One shot."""
        return self.session.render(SHOT, how.get("cancelled", lambda: False), *how.get("told", ()))


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Bench]]:
    """Makes benches; `film` is the worker."""
    monkeypatch.setenv("RUNPOD_API_KEY", KEY)
    opened: list[Bench] = []

    def make(film: Callable[[Any], dict[str, Any]] = painted, **more: Any) -> Bench:
        options = Options(
            runpod_endpoint=ENDPOINT, runpod_gpu="RTX 4090", **more.pop("options", {})
        )
        runpod = RunPod(film, **more)
        fake = runpod.server()
        fake.__enter__()
        waiting = Waiting()
        options = replace(options, runpod_url=f"{fake.url}/v2")
        clock = Clock(waiting.now_s, waiting.sleep)
        session = RunPodSession(through("mongyudo-small"), options, clock)
        opened.append(Bench(runpod, fake, session, waiting))
        return opened[-1]

    yield make
    for each in opened:
        each.session.close()
        each.fake.__exit__()


def test_a_shot_comes_back_frame_by_frame(bench: Callable[..., Bench]) -> None:
    """With progress, the cost in the manifest, and nothing of the dream in any request."""
    one, shares = bench(), []
    rendering = one.film(told=(shares.append,))
    frames = list(rendering.frames)
    right = np.random.default_rng(5).integers(0, 255, (9, 64, 64, 3), dtype=np.uint8)
    assert np.array_equal(np.stack(frames), right)
    assert (rendering.frame_count, rendering.size_px, rendering.fps) == (9, (64, 64), 8)
    assert shares == [0.0, 0.5]
    paid = rendering.made_with["runpod"]
    assert (paid["waited_s"], paid["filmed_s"], paid["usd"]) == (61.0, 12.3, round(13 * 0.00031, 5))
    sent = b"".join(request.body for request in one.fake.requests)
    assert "a tiger chases a woman" in sent.decode()
    for canary in ("카나리아", KEY):
        assert canary not in json.loads(json.dumps(sent.decode("unicode_escape")))
        assert canary not in json.dumps(dict(rendering.made_with), ensure_ascii=False)


def test_the_job_is_bounded_before_it_is_sent(bench: Callable[..., Bench]) -> None:
    """RunPod itself stops what takes longer than was reckoned with."""
    one = bench()
    one.film()
    (kept,) = one.runpod.jobs.values()
    assert kept.policy == {"executionTimeout": EXECUTION_MOST_S * 1000, "ttl": LIFE_MOST_S * 1000}
    found = estimate(get("wan2.1-1.3b"), "RTX 4090")
    assert found.usd == pytest.approx(261 * 0.00031, abs=1e-4)
    assert found.most_s == 4 * 261
    assert found.usd < found.most_usd < 4 * found.usd + 0.01


def test_a_busy_endpoint_is_asked_again_as_it_wishes(bench: Callable[..., Bench]) -> None:
    """429 with Retry-After before the job, and every failure of what may be asked twice."""
    one = bench()
    one.fake.then(
        too_many(7, on="POST"), too_many(None, on="POST"), too_many(9, on="GET"),
        broken(502, on="GET"), lost(on="GET"), unheard(on="GET"),
    )  # fmt: skip
    assert one.film().frame_count == 9
    assert one.waiting.slept_s[:3] == [7.0, 2.0, 9.0]
    assert len(one.runpod.jobs) == 1


@pytest.mark.parametrize("fault", [lost(on="POST"), broken(502, on="POST"), garbage(on="POST")])
def test_what_may_have_been_accepted_is_not_sent_again(bench: Callable[..., Bench], fault) -> None:
    """One POST, and the message says where to look."""
    one = bench()
    one.fake.then(fault)
    with pytest.raises(UnsureError, match=r"paid twice.*console\.runpod\.io"):
        one.film()
    assert [r.method for r in one.fake.requests] == ["POST"]


def test_a_cold_start_of_minutes_is_waited_for_and_told(
    bench: Callable[..., Bench], caplog: pytest.LogCaptureFixture
) -> None:
    """Once, with what the workers do."""
    caplog.set_level(logging.WARNING)
    course = ("IN_QUEUE",) * 35 + ("IN_PROGRESS", "COMPLETED")
    one = bench(course=course, workers={"initializing": 1, "throttled": 2})
    assert one.film().frame_count == 9
    assert one.waiting.now_s() > 300
    assert [r.message for r in caplog.records if "cold start" in r.message] == [
        "runpod:mongyudo-small: no worker is awake (1 waking up, 2 waiting for a free GPU); a cold "
        "start takes some minutes"
    ]
    assert not any("카나리아" in r.message or KEY in r.message for r in caplog.records)


def test_a_job_that_nobody_takes_is_cancelled_in_the_end(bench: Callable[..., Bench]) -> None:
    """After the time that RunPod keeps it."""
    one = bench(course=("IN_QUEUE",) * 100)
    one.session._clock = Clock(one.waiting.now_s, lambda s: one.waiting.sleep(100 * s))
    with pytest.raises(BackendError, match="cancelled now"):
        one.film()
    assert [kept.told["status"] for kept in one.runpod.jobs.values()] == ["CANCELLED"]


@pytest.mark.parametrize(
    ("course", "words"),
    [
        (("FAILED",), "worker failed .*RuntimeError"),
        (("TIMED_OUT",), "filmed longer than"),
        (("IN_QUEUE", "CANCELLED"), "cancelled elsewhere"),
    ],
)
def test_a_job_that_ends_badly_is_told_in_plain_words(
    bench: Callable[..., Bench], course: tuple[str, ...], words: str
) -> None:
    """Without traceback, path or host."""
    one = bench(course=course)
    with pytest.raises(BackendError, match=words) as caught:
        one.film()
    assert not any(word in str(caught.value) for word in ("Traceback", "/app", "/runpod", "canary"))


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ({"hello": 1}, "answer is none"),
        ({"error": "no folder /runpod-volume/wan"}, r"no folder \.\.\./wan$"),
        ("garbage", "answer is none"),
    ],
)
def test_an_answer_that_is_none_is_refused(
    bench: Callable[..., Bench], output: Any, words: str
) -> None:
    """Whatever comes."""
    one = bench(lambda _order: output if isinstance(output, dict) else {"output": output})
    with pytest.raises(BackendError, match=words):
        one.film()


def test_a_video_that_is_not_the_one_told_of_is_refused(bench: Callable[..., Bench]) -> None:
    """Broken bytes, no base64, fewer frames."""

    def other(order: Any, **changes: Any) -> dict[str, Any]:
        return painted(order) | changes

    for changes, words in (
        ({"video": wire.as_text(b"no video")}, "came broken"),
        ({"video": "!"}, "base64"),
        ({"frame_count": 8}, "not as told"),
        ({"size_px": [32, 64]}, "not as told"),
    ):
        one = bench(lambda order, changes=changes: other(order, **changes))
        with pytest.raises(BackendError, match=words):
            list(one.film().frames)


def test_cancelling_cancels_there(bench: Callable[..., Bench]) -> None:
    """The job is stopped, so that it costs no more."""
    one = bench(course=("IN_QUEUE",) * 50)
    asked = iter([False] * 4)
    with pytest.raises(RenderCancelledError):
        one.film(cancelled=lambda: next(asked, True))
    assert [kept.told["status"] for kept in one.runpod.jobs.values()] == ["CANCELLED"]


def test_a_wrong_key_and_a_wrong_endpoint_are_named(
    bench: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With where to look; the key itself is never said."""
    one = bench()
    monkeypatch.setenv("RUNPOD_API_KEY", "another")
    other = RunPodSession(through("mongyudo-small"), one.session._options, Clock())
    with pytest.raises(ProviderError, match="refuses the key") as caught:
        other.render(SHOT, lambda: False)
    other.close()
    assert "another" not in str(caught.value)
    monkeypatch.setenv("RUNPOD_API_KEY", KEY)
    strange = replace(one.session._options, runpod_endpoint="zzz")
    lost_one = RunPodSession(through("mongyudo-small"), strange, Clock())
    with pytest.raises(ProviderError, match="no endpoint zzz"):
        lost_one.render(SHOT, lambda: False)
    lost_one.close()
    with pytest.raises(ProviderError, match="is no id of an endpoint"):
        RunPodSession(through("mongyudo-small"), replace(strange, runpod_endpoint="a/b"), Clock())


def test_what_is_missing_is_told_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Endpoint, GPU, key, licence; and ink is painted here."""
    monkeypatch.delenv("RUNPOD_API_KEY", raising=False)
    small = through("mongyudo-small")
    full = SETTLED
    assert "no endpoint" in small.check(Options()).reason
    assert "not named" in small.check(replace(full, runpod_gpu="")).reason
    assert "'GTX 970'" in small.check(replace(full, runpod_gpu="GTX 970")).reason
    assert "RUNPOD_API_KEY" in small.check(full).remedy
    monkeypatch.setenv("RUNPOD_API_KEY", KEY)
    assert small.check(full).ready
    gated = through("hunyuanvideo")
    assert gated.check(full).reason == get("hunyuanvideo").spec.licence_gate
    licence = frozenset({gated.spec.licence})
    assert gated.check(replace(full, acknowledged=licence)).ready
    with pytest.raises(BackendError, match="films on this machine"):
        get("runpod:ink")
    with pytest.raises(BackendError, match="unknown backend 'wan'"):
        get("runpod:wan")


def test_the_spec_is_the_models_own() -> None:
    """Size, rate, frames and licence; no GPU is needed here."""
    inner, there = get("wan2.1-1.3b").spec, get("runpod:wan2.1-1.3b").spec
    assert isinstance(get("runpod:wan2.1-1.3b"), RunPodBackend)
    for name in ("size_px", "size_step_px", "fps", "frames", "licence", "text_limit_tokens"):
        assert getattr(there, name) == getattr(inner, name)
    assert (there.name, there.needs_gpu) == ("runpod:wan2.1-1.3b", False)


def test_a_video_comes_through_the_object_storage(
    bench: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker gets a signed address and no credentials."""
    with s3_server() as s3:
        for name, value in s3.environment.items():
            if name.startswith("AWS"):
                monkeypatch.setenv(name, value)
        worker = Worker(Options())
        one = bench(
            lambda order: worker.film(order, threading.Event(), lambda _: None),
            options={"storage": s3.environment["MONGYUDO_STORAGE"]},
        )
        rendering = one.film()
        assert len(list(rendering.frames)) == 9
        (key,) = s3.objects
        assert key.startswith("mongyudo/rented/")
        assert [(a.method, a.signed) for a in s3.asked] == [("PUT", "query"), ("GET", "header")]
        s3.late_s = 7 * 3600
        with pytest.raises(BackendError, match="signed address has expired"):
            one.film()
