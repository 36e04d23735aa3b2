"""Shots filmed on a rented GPU: RunPod's REST with its failures, bought by way of the ledger."""

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.fakes.makers import clip
from tests.fakes.runpod import ENDPOINT, KEY, RunPod
from tests.fakes.server import Fake, broken, garbage, lost, too_many, unheard
from tests.s3 import S3, s3_server

from mongyudo.backends.contract import Options, Rendering
from mongyudo.backends.hosted import paying, runpod_api
from mongyudo.backends.hosted import runpod_wire as wire
from mongyudo.backends.hosted.bill import bill_of
from mongyudo.backends.hosted.runpod import (
    LIFE_MOST_S,
    UNKNOWN_MOST_S,
    RunPodBackend,
    RunPodSession,
    reckoned,
    through,
)
from mongyudo.backends.registry import get
from mongyudo.errors import (
    BackendError,
    BudgetError,
    NotAcceptedError,
    ProviderError,
    RenderCancelledError,
    UnclearPaymentError,
)
from mongyudo.journey.runpod_worker import _put, plain
from mongyudo.records import Segment, Shot
from mongyudo.settings import load_settings

pytestmark = pytest.mark.slow

SHOT = Shot(
    index=1, segment=Segment(0, 9, "할머니 카나리아", (), "a tiger chases a woman"), emotion="공포",
    category="지상동물", adapter=None, seed=5, size_px=(64, 64), fps=8, duration_s=9 / 8,
    title="카나리아 제목", context="카나리아 문맥",
)  # fmt: skip
SETTLED = Options(runpod_endpoint=ENDPOINT, runpod_gpu="RTX 4090", agreed_usd=5)


def frames_for(seed: int) -> list[np.ndarray]:
    """Nine frames."""
    return list(np.random.default_rng(seed).integers(0, 255, (9, 64, 64, 3), dtype=np.uint8))


def painted(order: Any, **changes: Any) -> dict[str, Any]:
    """A worker without a model: nine frames from the seed. What it tells of them may be changed."""
    told = wire.order_from(order)
    frames = frames_for(told.shot.seed)
    rendering = Rendering(iter(frames), 9, (64, 64), 8, told.shot.prompt)
    video = wire.packed(replace(rendering, **changes), frames, "lossless")
    return wire.answer_json(wire.answer_of(video), video)


@dataclass
class Bench:
    """An endpoint, and a session at it with a ledger of its own."""

    runpod: RunPod
    fake: Fake
    session: RunPodSession

    def film(self, **how: Any) -> Rendering:
        """One shot."""
        return self.session.render(SHOT, how.get("cancelled", lambda: False), *how.get("told", ()))

    def again(self) -> "Bench":
        """Another process at the same ledger."""
        return replace(self, session=RunPodSession(self.session._backend, self.session._options))


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Bench]]:
    """Makes benches; `film` is the worker. Nobody waits for long."""
    monkeypatch.setenv("RUNPOD_API_KEY", KEY)
    monkeypatch.setenv("MONGYUDO_HOME", str(tmp_path))
    monkeypatch.setenv("MONGYUDO_RUNPOD_GPU", "RTX 4090")
    monkeypatch.setattr(runpod_api.RunPod, "poll_s", 0.0)
    monkeypatch.setattr(paying, "FIRST_PAUSE_S", 0.01)
    load_settings.cache_clear()
    opened: list[Bench] = []

    def make(film: Callable[[Any], dict[str, Any]] = painted, **more: Any) -> Bench:
        options = replace(SETTLED, **more.pop("options", {}))
        runpod = RunPod(film, **more)
        fake = runpod.server()
        fake.__enter__()
        options = replace(options, runpod_url=f"{fake.url}/v2")
        opened.append(Bench(runpod, fake, RunPodSession(through("mongyudo-small"), options)))
        return opened[-1]

    yield make
    for each in opened:
        each.session.close()
        each.fake.__exit__()
    load_settings.cache_clear()


def states(bench: Bench) -> list[str]:
    """Those of the ledger's tasks, the newest first."""
    return [task.state for task in bench.session._ledger.tasks()]


def test_a_shot_comes_back_frame_by_frame(bench: Callable[..., Bench]) -> None:
    """With progress, the cost in the manifest, and nothing of the dream in any request."""
    one, shares = bench(), []
    rendering = one.film(told=(shares.append,))
    assert np.array_equal(np.stack(list(rendering.frames)), np.stack(frames_for(5)))
    assert (rendering.frame_count, rendering.size_px, rendering.fps) == (9, (64, 64), 8)
    assert shares == [0.0, 0.5]
    told = rendering.made_with
    assert (told["provider"], told["gpu"], told["sent_back"]) == ("runpod", "RTX 4090", "lossless")
    assert told["cost_usd"] == round(13 * 0.00031, 5)
    assert told["estimate_usd"] == round(UNKNOWN_MOST_S * 0.00031, 4)
    sent = b"".join(request.body for request in one.fake.requests)
    assert "a tiger chases a woman" in sent.decode()
    for canary in ("카나리아", KEY):
        assert canary not in json.loads(f'"{sent.decode().replace(chr(34), chr(39))}"')
        assert canary not in json.dumps(dict(told), ensure_ascii=False)


def test_what_was_bought_is_not_bought_again(bench: Callable[..., Bench]) -> None:
    """By another process at the same ledger, after whatever end."""
    one = bench()
    one.film()
    other = one.again()
    assert other.film().frame_count == 9
    other.session.close()
    assert (len(one.runpod.jobs), states(one)) == (1, ["downloaded"])


def test_a_job_under_way_is_taken_up(bench: Callable[..., Bench]) -> None:
    """A process that ended while the job filmed finds it by its id."""
    one = bench(course=("IN_QUEUE", "IN_PROGRESS", "IN_PROGRESS", "COMPLETED"))

    def die(_share: float) -> None:
        raise KeyError("the process ends here")

    with pytest.raises(KeyError):
        one.film(told=(die,))
    assert states(one) == ["accepted"]
    assert one.film().frame_count == 9
    assert len(one.runpod.jobs) == 1


def test_the_job_is_bounded_before_it_is_sent(bench: Callable[..., Bench]) -> None:
    """RunPod itself stops what takes longer than was reckoned with, and the bill says so much."""
    one = bench()
    one.film()
    (kept,) = one.runpod.jobs.values()
    assert kept.policy == {"executionTimeout": UNKNOWN_MOST_S * 1000, "ttl": LIFE_MOST_S * 1000}
    assert reckoned(get("wan2.1-1.3b"), "RTX 4090").most_s == 600
    assert reckoned(get("wan2.1-14b"), "H100").most_s == ceil(1.5 * 1838)
    (line,) = bill_of(get("runpod:wan2.1-1.3b"), SETTLED, 2, 5.0).lines
    assert (line.provider, line.count, line.usd) == ("RunPod", 2, round(2 * 600 * 0.00031, 4))
    assert line.price.source == "https://docs.runpod.io/serverless/pricing"


def test_nothing_is_sent_that_nobody_agreed_to(bench: Callable[..., Bench]) -> None:
    """Nor for more than the day's budget."""
    one = bench(options={"agreed_usd": 0.5})
    with pytest.raises(BudgetError, match="agreed"):
        one.film()
    assert not one.fake.requests


def test_a_busy_endpoint_is_asked_again(
    bench: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch
) -> None:
    """429 with Retry-After before the job, and every failure of what may be asked twice."""
    waited: list[float] = []
    monkeypatch.setattr(paying, "wait", lambda seconds, _cancelled: waited.append(seconds))
    one = bench()
    one.fake.then(
        too_many(7, on="POST"), too_many(None, on="POST"), too_many(9, on="GET"),
        broken(502, on="GET"), lost(on="GET"), unheard(on="GET"), garbage(on="GET"),
    )  # fmt: skip
    assert one.film().frame_count == 9
    assert waited[0] == 7.0
    assert len(one.runpod.jobs) == 1


@pytest.mark.parametrize("fault", [lost(on="POST"), broken(502, on="POST"), garbage(on="POST")])
def test_what_may_have_been_accepted_is_not_sent_again(bench: Callable[..., Bench], fault) -> None:
    """One POST, however often it is tried, and the message says how to decide."""
    one = bench()
    one.fake.then(fault)
    for _ in range(2):
        with pytest.raises(UnclearPaymentError, match="mongyudo paid again 1"):
            one.film()
    assert [r.method for r in one.fake.requests] == ["POST"]


def test_a_cold_start_of_minutes_is_waited_for_and_told(
    bench: Callable[..., Bench],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Once, with what the workers do."""
    monkeypatch.setattr(runpod_api, "COLD_AFTER_S", 0.0)
    caplog.set_level(logging.WARNING)
    course = ("IN_QUEUE",) * 20 + ("IN_PROGRESS", "COMPLETED")
    one = bench(course=course, workers={"initializing": 1, "throttled": 2})
    assert one.film().frame_count == 9
    told = [r.getMessage() for r in caplog.records if "cold start" in r.getMessage()]
    assert len(told) == 1
    assert "1 waking up, 2 waiting for a free GPU" in told[0]
    assert not any("카나리아" in r.getMessage() or KEY in r.getMessage() for r in caplog.records)


@pytest.mark.parametrize(
    ("course", "words"),
    [
        (("FAILED",), "worker failed.*RuntimeError"),
        (("TIMED_OUT",), "filmed longer than"),
        (("IN_QUEUE", "CANCELLED"), "cancelled there"),
    ],
)
def test_a_job_that_ends_badly_is_told_in_plain_words(
    bench: Callable[..., Bench], course: tuple[str, ...], words: str
) -> None:
    """Without traceback, path or host; the next attempt is another job."""
    one = bench(course=course)
    with pytest.raises(ProviderError, match=words) as caught:
        one.film()
    assert not any(word in str(caught.value) for word in ("Traceback", "/app", "/runpod", "canary"))
    one.runpod.course = ("COMPLETED",)
    assert one.film().frame_count == 9
    assert states(one) == ["downloaded", "failed"]


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ({"hello": 1}, "answer is none"),
        ({"error": "no folder /runpod-volume/wan"}, r"no folder \.\.\./wan$"),
        ({"output": "garbage"}, "answer is none"),
    ],
)
def test_an_answer_that_is_none_is_refused(
    bench: Callable[..., Bench], output: Any, words: str
) -> None:
    """Whatever comes."""
    with pytest.raises(ProviderError, match=words):
        bench(lambda _order: output).film()


def test_a_video_that_is_not_as_told_is_refused(bench: Callable[..., Bench]) -> None:
    """By its size, or because it is somebody else's."""
    with pytest.raises(ProviderError, match="not as told"):
        bench(lambda order: painted(order, size_px=(32, 64))).film()
    other = wire.answer_json(wire.answer_of(clip(9)), clip(9))
    with pytest.raises(ProviderError, match="cannot be read"):
        bench(lambda _order: other, options={"steps": 3}).film()


def test_cancelling_stops_the_job_also_while_it_films(bench: Callable[..., Bench]) -> None:
    """So that it costs no more; another film orders it anew."""
    one = bench(course=("IN_QUEUE",) + ("IN_PROGRESS",) * 50)
    asked = iter([False] * 6)
    with pytest.raises(RenderCancelledError):
        one.film(cancelled=lambda: next(asked, True))
    assert [kept.told["status"] for kept in one.runpod.jobs.values()] == ["CANCELLED"]
    assert states(one) == ["failed"]


def test_a_wrong_key_and_a_wrong_endpoint_are_named(
    bench: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With where to look, and nothing bought; the key itself is never said."""
    one = bench()
    monkeypatch.setenv("RUNPOD_API_KEY", "another")
    with pytest.raises(NotAcceptedError, match="refuses the key, 401") as caught:
        one.film()
    assert "another" not in str(caught.value)
    monkeypatch.setenv("RUNPOD_API_KEY", KEY)
    for name, words in (("zzz", "no such endpoint"), ("a/b", "is no endpoint's id")):
        strange = replace(one.session._options, runpod_endpoint=name)
        lost_one = RunPodSession(through("mongyudo-small"), strange)
        with pytest.raises(NotAcceptedError, match=words):
            lost_one.render(SHOT, lambda: False)
        lost_one.close()
    assert set(states(one)) == {"failed"}


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


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[S3]:
    """An object storage that this process has the credentials of."""
    with s3_server() as server:
        for name, value in server.environment.items():
            if name.startswith("AWS"):
                monkeypatch.setenv(name, value)
        yield server


def stored(order: Any) -> dict[str, Any]:
    """A worker that puts the video where the order says."""
    answer = painted(order)
    try:
        _put(order["put_url"], wire.as_bytes(answer["video"]))
    except BackendError as error:
        return {"error": plain(error)}
    return answer | {"video": ""}


def test_a_video_comes_through_the_object_storage(bench: Callable[..., Bench], s3: S3) -> None:
    """The worker gets a signed address and no credentials; afterwards nothing lies there."""
    one = bench(stored, options={"storage": s3.environment["MONGYUDO_STORAGE"]})
    assert len(list(one.film().frames)) == 9
    asked = [(a.method, a.signed) for a in s3.asked]
    assert asked == [("PUT", "query"), ("GET", "header"), ("POST", "header")]
    assert all(a.key.startswith("mongyudo/rented/") for a in s3.asked[:2])
    assert not s3.objects


def test_an_address_that_has_expired_fails_the_job_and_another_is_signed(
    bench: Callable[..., Bench], s3: S3
) -> None:
    """As after a cold start of a day."""
    one = bench(stored, options={"storage": s3.environment["MONGYUDO_STORAGE"]})
    s3.late_s = 7 * 3600
    with pytest.raises(ProviderError, match="signed address has expired"):
        one.film()
    s3.late_s = 0
    assert one.film().frame_count == 9


def test_a_video_in_the_storage_is_found_whatever_became_of_its_job(
    bench: Callable[..., Bench], s3: S3
) -> None:
    """RunPod forgets a job in half an hour, or the connection broke when it was sent."""
    storage = {"storage": s3.environment["MONGYUDO_STORAGE"]}
    one = bench(stored, options=storage, course=("IN_QUEUE",))

    def die(_share: float) -> None:
        raise KeyError("the process ends here")

    with pytest.raises(KeyError):
        one.film(told=(die,))
    (kept,) = one.runpod.jobs.values()
    stored(kept.order)
    one.runpod.jobs.clear()
    assert one.film().frame_count == 9
    other = bench(stored, options={**storage, "steps": 3})
    other.fake.then(lost(on="POST"))
    with pytest.raises(UnclearPaymentError):
        other.film()
    stored(next(iter(other.runpod.jobs.values())).order)
    assert other.film().frame_count == 9
    assert len([r for r in other.fake.requests if r.path.endswith("/run")]) == 1
