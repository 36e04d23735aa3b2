"""`runpod:<backend>`: an open model that films on a rented GPU, shot by shot.

What leaves the machine: the scene's English prompt, the emotion's and the category's name, the seed
and the shape; for a model that sets a picture in motion its first frame, too, which is made here.
"""

import io
import logging
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from math import ceil
from typing import TYPE_CHECKING, Any

from mongyudo.backends.contract import (
    DEFAULT_OPTIONS,
    Backend,
    BackendSpec,
    Frame,
    Options,
    Progress,
    Readiness,
    Rendering,
    unheard,
)
from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.diffusion.prices import ServerlessPrice, serverless_of
from mongyudo.errors import BackendError, MissingKeyError, RenderCancelledError
from mongyudo.keys import find_key, key_for
from mongyudo.records import Shot

if TYPE_CHECKING:
    from mongyudo.backends.hosted.runpod_api import Clock, Job
    from mongyudo.backends.hosted.runpod_shelf import Shelf
    from mongyudo.backends.hosted.runpod_wire import JobAnswer

log = logging.getLogger("mongyudo")

PREFIX = "runpod"
EXECUTION_MOST_S = 3600
"""A job that films longer is stopped by RunPod, whatever else happens."""
LIFE_MOST_S = 3 * 3600
"""As long a job may wait and film altogether; after that RunPod forgets it."""
ASKED_EVERY_S = 3.0
COLD_EVERY_S = 10.0
"""How often a job is asked for: at first, and once it has taken COLD_AFTER_S."""
COLD_AFTER_S = 10.0
"""A job that nobody has taken after so long waits for a worker to wake up."""


def through(name: str) -> "RunPodBackend":
    """The backend called `name`, on a rented GPU; raises BackendError for one that needs none."""
    from mongyudo.backends.registry import get

    return RunPodBackend(get(name))


class RunPodBackend:
    """Another backend's spec, and a session that has its shots filmed elsewhere."""

    def __init__(self, inner: Backend) -> None:
        if not isinstance(inner, DiffusionBackend):
            raise BackendError(
                f"{inner.spec.name!r} films on this machine; {PREFIX}: is for open models, such as "
                f"{PREFIX}:wan2.1-1.3b"
            )
        self.inner = inner
        self.spec: BackendSpec = replace(
            inner.spec, name=f"{PREFIX}:{inner.spec.name}", needs_gpu=False, takes_weights=False,
            memory_bytes=MEMORY_BYTES,
        )  # fmt: skip

    def check(self, options: Options = DEFAULT_OPTIONS, /) -> Readiness:
        """Whether endpoint, key, GPU and licence are settled; nothing is asked of RunPod."""
        return (
            _packages_missing()
            or _licence_missing(self.spec, options)
            or _endpoint_missing(options)
            or _key_missing()
            or _still_missing(self.inner, options)
            or Readiness(ready=True)
        )

    def open(self, options: Options = DEFAULT_OPTIONS, /) -> "RunPodSession":
        """A session; raises BackendError with the remedy when not ready."""
        from mongyudo.backends.hosted.runpod_api import Clock

        state = self.check(options)
        if not state.ready:
            raise BackendError(
                f"backend {self.spec.name!r} is not ready: {state.reason}. {state.remedy}"
            )
        return RunPodSession(self, options, Clock())


MEMORY_BYTES = 500_000_000
"""A clip and its frames on this machine, 81 of 1280x720; a bound of our own reckoning."""


def _not_ready(reason: str, remedy: str) -> Readiness:
    return Readiness(ready=False, reason=reason, remedy=remedy)


def _packages_missing() -> Readiness | None:
    if find_spec("httpx") is not None:
        return None
    remedy = "Run `./mongyudo setup hosted` in a clone, or `pip install 'mongyudo[hosted]'`."
    return _not_ready("not installed: httpx", remedy)


def _licence_missing(spec: BackendSpec, options: Options) -> Readiness | None:
    """The model's licence binds wherever it films."""
    if not spec.licence_gate or spec.licence in options.acknowledged:
        return None
    setting = f'acknowledged_licences = ["{spec.licence}"]'
    remedy = f"If you hold a licence of your own, set {setting} in mongyudo.toml."
    return _not_ready(spec.licence_gate, remedy)


def _endpoint_missing(options: Options) -> Readiness | None:
    if not options.runpod_endpoint:
        remedy = "Set runpod_endpoint in mongyudo.toml (docs/how-to/rent-a-gpu.md)."
        return _not_ready("no endpoint of RunPod is named", remedy)
    if serverless_of(options.runpod_gpu) is None:
        remedy = (
            "Set runpod_gpu in mongyudo.toml to the GPU that the endpoint rents; `mongyudo "
            "backends prices` lists those whose serverless price is known."
        )
        named = repr(options.runpod_gpu) if options.runpod_gpu else "not named"
        return _not_ready(f"what a film costs cannot be told: the GPU is {named}", remedy)
    return None


def _key_missing() -> Readiness | None:
    try:
        if find_key("runpod") is not None:
            return None
        key_for("runpod")
    except MissingKeyError as error:
        return _not_ready("no key of RunPod", str(error))
    return None


def _still_missing(inner: DiffusionBackend, options: Options) -> Readiness | None:
    from mongyudo.backends.diffusion.stills import StillBackend, fault

    if not isinstance(inner, StillBackend):
        return None
    wished = inner.settled(options)
    return fault(wished) if wished.still else None


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a shot may cost: `usd` where its seconds are published for this GPU, else None;
    `most_usd` cannot be exceeded, since RunPod stops the job then."""

    usd: float | None
    most_usd: float
    most_s: int
    source: str


def estimate(inner: DiffusionBackend, gpu: str) -> Estimate:
    """Seconds times price, before anything is sent; raises BackendError for an unpriced GPU."""
    price = serverless_of(gpu)
    if price is None:
        raise BackendError(f"no serverless price of {gpu!r} is known (mongyudo backends prices)")
    measured = [s for name, s in inner.release.published_s.items() if _same_gpu(name, gpu)]
    seconds = measured[0] if measured else None
    most_s = min(EXECUTION_MOST_S, max(600, ceil(4 * seconds))) if seconds else EXECUTION_MOST_S
    told = f"{price.usd_per_s:g} $/s on {price.gpu} ({price.source}, {price.date})"
    usd = None if seconds is None else round(seconds * price.usd_per_s, 4)
    return Estimate(usd, round(most_s * price.usd_per_s, 4), most_s, told)


def _same_gpu(name: str, gpu: str) -> bool:
    return name.casefold() == gpu.strip().casefold()


class RunPodSession:
    """Sends shots to an endpoint, one after the other."""

    def __init__(self, backend: RunPodBackend, options: Options, clock: "Clock") -> None:
        from mongyudo.backends.hosted.runpod_api import Endpoint
        from mongyudo.backends.hosted.runpod_shelf import shelf_from

        self._backend, self._options, self._clock = backend, options, clock
        self._endpoint = Endpoint(
            options.runpod_url, options.runpod_endpoint, key_for("runpod"), clock
        )
        self._shelf: Shelf | None = shelf_from(options.storage)

    def render(
        self, shot: Shot, cancelled: Callable[[], bool], progress: Progress = unheard, /
    ) -> Rendering:
        """All frames of `shot`; raises RenderCancelledError once `cancelled()` is true."""
        _stop_if(cancelled)
        task, reckoned = uuid.uuid4().hex, estimate(self._backend.inner, self._options.runpod_gpu)
        order = self._order(shot, task, cancelled)
        policy = {"executionTimeout": reckoned.most_s * 1000, "ttl": LIFE_MOST_S * 1000}
        job_id = self._endpoint.run(order, policy)
        try:
            job = self._followed(job_id, cancelled, progress)
        except (RenderCancelledError, KeyboardInterrupt):
            self._endpoint.cancel(job_id)
            raise
        return self._rendering(job, self._answer(job), task, cancelled)

    def close(self) -> None:
        """Let the connection go."""
        self._endpoint.close()

    def _order(self, shot: Shot, task: str, cancelled: Callable[[], bool]) -> dict[str, Any]:
        from mongyudo.backends.hosted import runpod_wire as wire

        options = self._options
        order = wire.JobOrder(
            version=wire.VERSION,
            backend=self._backend.inner.spec.name,
            shot=wire.sent(shot),
            steps=options.steps,
            adapter_scale=options.adapter_scale,
            raw_prompt=options.raw_prompt,
            acknowledged=tuple(sorted(options.acknowledged)),
            still_png=self._still(shot, cancelled),
            put_url=self._shelf.put_url(task) if self._shelf else "",
        )
        return wire.order_json(order)

    def _still(self, shot: Shot, cancelled: Callable[[], bool]) -> str:
        """The first frame, painted here, as PNG in base64; "" for a model that films from words."""
        from mongyudo.backends.diffusion.stills import StillBackend, first_frame
        from mongyudo.backends.hosted.runpod_wire import as_text

        inner = self._backend.inner
        if not isinstance(inner, StillBackend):
            return ""
        wished = inner.settled(self._options)
        if not wished.still:
            return ""
        target = io.BytesIO()
        first_frame(shot, wished, cancelled, inner.release.dtype).picture.save(target, "PNG")
        return as_text(target.getvalue())

    def _followed(self, job_id: str, cancelled: Callable[[], bool], progress: Progress) -> "Job":
        """The job once it is over; tells of a cold start, and gives up when its time is."""
        from mongyudo.backends.hosted.runpod_api import OVER

        began_s, asked_again_s = self._clock.now_s(), ASKED_EVERY_S
        while True:
            _stop_if(cancelled)
            job = self._endpoint.status(job_id)
            if job.status in OVER:
                return job
            waited_s = self._clock.now_s() - began_s
            if waited_s > LIFE_MOST_S:
                self._endpoint.cancel(job_id)
                raise BackendError(
                    f"RunPod took {waited_s / 60:.0f} minutes over job {job_id}; it is cancelled "
                    f"now. Is there a free {self._options.runpod_gpu}? Try again later"
                )
            if waited_s > COLD_AFTER_S and asked_again_s < COLD_EVERY_S:
                asked_again_s = COLD_EVERY_S
                self._tell_cold(job)
            progress(_share(job))
            self._clock.sleep(asked_again_s)

    def _tell_cold(self, job: "Job") -> None:
        """Say so when a job waits for a worker to wake up."""
        workers = self._endpoint.health()
        if job.status == "IN_QUEUE" and not workers.is_awake:
            log.warning(
                "%s: no worker is awake (%d waking up, %d waiting for a free GPU); a cold start "
                "takes some minutes", self._backend.spec.name, workers.initializing,
                workers.throttled,
            )  # fmt: skip

    def _answer(self, job: "Job") -> "JobAnswer":
        """What the worker answered; raises BackendError, in plain words, for a job that failed."""
        from mongyudo.backends.hosted.runpod_api import fault_of
        from mongyudo.backends.hosted.runpod_wire import answer_from

        if job.status == "COMPLETED":
            return answer_from(job.output)
        if job.status == "TIMED_OUT":
            raise BackendError(
                f"RunPod stopped job {job.id}: no worker took it in time, or it filmed longer than "
                "it may. Try a faster GPU, fewer --seconds or a smaller --size"
            )
        if job.status == "CANCELLED":
            raise BackendError(f"RunPod's job {job.id} was cancelled elsewhere. Film it again")
        raise BackendError(f"RunPod's worker failed (job {job.id}): {fault_of(job)}")

    def _rendering(
        self, job: "Job", answer: "JobAnswer", task: str, cancelled: Callable[[], bool]
    ) -> Rendering:
        from mongyudo.backends.hosted.runpod_wire import as_bytes, decoded

        video = as_bytes(answer.video) if answer.video else self._stored(task)
        return Rendering(
            frames=_given(decoded(video, answer), cancelled),
            frame_count=answer.frame_count,
            size_px=answer.size_px,
            fps=answer.fps,
            prompt=answer.prompt,
            notes=answer.notes,
            made_with={**answer.made_with, "runpod": self._paid(job, answer)},
        )

    def _stored(self, task: str) -> bytes:
        found = self._shelf.fetch(task) if self._shelf else None
        if found is None:
            raise BackendError(
                "the worker filmed, but its video is not in the object storage. Check that the "
                "worker can reach the storage's endpoint"
            )
        return found

    def _paid(self, job: "Job", answer: "JobAnswer") -> dict[str, Any]:
        """For the manifest: the job, its seconds, and what they cost."""
        price = serverless_of(self._options.runpod_gpu)
        assert isinstance(price, ServerlessPrice)  # checked before
        return {
            "job": job.id,
            "gpu": price.gpu,
            "waited_s": round(job.delay_ms / 1000, 1),
            "filmed_s": round(job.execution_ms / 1000, 1),
            "usd": cost_usd(job.execution_ms, price),
            "price": {"usd_per_s": price.usd_per_s, "source": price.source, "date": price.date},
            "sent_back": answer.quality,
        }


def cost_usd(execution_ms: int, price: ServerlessPrice) -> float:
    """What the seconds of work cost; waking up and idling of the worker come on top."""
    return round(ceil(execution_ms / 1000) * price.usd_per_s, 5)


def _share(job: "Job") -> float:
    """The share that a worker has told of, 0 where it has not."""
    told = job.output.get("share") if isinstance(job.output, dict) else None
    return min(1.0, max(0.0, float(told))) if isinstance(told, int | float) else 0.0


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise RenderCancelledError("cancelled while the rented GPU was at work; nothing was kept")


def _given(frames: Iterator[Frame], cancelled: Callable[[], bool]) -> Iterator[Frame]:
    for frame in frames:
        _stop_if(cancelled)
        yield frame
