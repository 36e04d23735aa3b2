"""`runpod:<backend>`: an open model that films on a rented GPU, shot by shot.

What leaves the machine: the scene's English prompt, the emotion's and the category's name, the seed
and the shape; for a model that sets a picture in motion its first frame, too, which is made here.
"""

import io
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib.util import find_spec
from math import ceil
from typing import TYPE_CHECKING

from mongyudo.backends.contract import (
    DEFAULT_OPTIONS,
    Backend,
    BackendSpec,
    Options,
    Progress,
    Readiness,
    Rendering,
    fitted,
    unheard,
)
from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.diffusion.prices import ServerlessPrice, serverless_of
from mongyudo.backends.hosted.consent import (
    INSTALL,
    insist_on_consent,
    key_fault,
    not_ready,
    told_of,
)
from mongyudo.backends.hosted.discretion import discreet
from mongyudo.backends.hosted.ledger import Ledger, ledger_of
from mongyudo.backends.hosted.paying import Wanted, buy, key_of
from mongyudo.backends.hosted.prices import Price
from mongyudo.errors import BackendError, ProviderError
from mongyudo.keys import key_for
from mongyudo.records import Shot
from mongyudo.settings import load_settings

if TYPE_CHECKING:
    from mongyudo.backends.hosted.runpod_api import RunPod
    from mongyudo.backends.hosted.runpod_wire import Filmed

log = logging.getLogger("mongyudo")

PREFIX = "runpod"
MEMORY_BYTES = 500_000_000
"""A clip and its frames on this machine, 81 of 1280x720; a bound of our own reckoning."""
LIFE_MOST_S = 3600
"""As long a job may wait and film altogether; after that RunPod forgets it."""
UNKNOWN_MOST_S = 1800
"""How long a shot may film where nobody published how long it takes; RunPod stops it then."""
LEAST_MOST_S = 600
SLACK = 1.5
"""Times the published time: weights are loaded besides, and a rented machine is no laboratory."""


def through(name: str) -> "RunPodBackend":
    """The backend called `name`, on a rented GPU; raises BackendError for one that needs none."""
    from mongyudo.backends.registry import get

    return RunPodBackend(get(name))


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a shot may cost: it films `most_s` at most, each second for `price`."""

    price: ServerlessPrice
    most_s: int

    @property
    def usd(self) -> float:
        """The most that its filming costs."""
        return round(self.most_s * self.price.usd_per_s, 4)


def reckoned(inner: DiffusionBackend, gpu: str) -> Reckoned:
    """Seconds times price, before anything is sent; raises BackendError for an unpriced GPU."""
    price = serverless_of(gpu)
    if price is None:
        raise BackendError(f"no serverless price of {gpu!r} is known (mongyudo backends prices)")
    asked = gpu.strip().casefold()
    published = [s for name, s in inner.release.published_s.items() if name.casefold() == asked]
    most_s = max(LEAST_MOST_S, ceil(SLACK * published[0])) if published else UNKNOWN_MOST_S
    return Reckoned(price, min(most_s, LIFE_MOST_S))


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
            memory_bytes=MEMORY_BYTES, provider="RunPod",
        )  # fmt: skip

    def check(self, options: Options = DEFAULT_OPTIONS, /) -> Readiness:
        """Whether endpoint, key, GPU and licence are settled; nothing is asked of RunPod."""
        return (
            _packages_missing()
            or _licence_missing(self.spec, options)
            or _endpoint_missing(options)
            or key_fault("runpod")
            or _still_missing(self.spec, options)
            or Readiness(ready=True)
        )

    def shot_price(self, _duration_s: float, /) -> Price:
        """What a shot costs at most, by the settings' GPU."""
        found = reckoned(self.inner, load_settings().runpod_gpu)
        return Price(found.usd, found.price.date, found.price.source)

    def open(self, options: Options = DEFAULT_OPTIONS, /) -> "RunPodSession":
        """A session; raises BackendError with the remedy when not ready."""
        state = self.check(options)
        if not state.ready:
            raise BackendError(
                f"backend {self.spec.name!r} is not ready: {state.reason}. {state.remedy}"
            )
        return RunPodSession(self, options)


def _packages_missing() -> Readiness | None:
    return None if find_spec("httpx") else not_ready("the package httpx is not installed", INSTALL)


def _licence_missing(spec: BackendSpec, options: Options) -> Readiness | None:
    """The model's licence binds wherever it films."""
    if not spec.licence_gate or spec.licence in options.acknowledged:
        return None
    setting = f'acknowledged_licences = ["{spec.licence}"]'
    remedy = f"If you hold a licence of your own, set {setting} in mongyudo.toml."
    return not_ready(spec.licence_gate, remedy)


def _endpoint_missing(options: Options) -> Readiness | None:
    if not options.runpod_endpoint:
        remedy = "Set runpod_endpoint in mongyudo.toml (docs/how-to/rent-a-gpu.md)."
        return not_ready("no endpoint of RunPod is named", remedy)
    if serverless_of(options.runpod_gpu) is None:
        remedy = (
            "Set runpod_gpu in mongyudo.toml to the GPU that the endpoint rents; `mongyudo "
            "backends prices` lists those whose serverless price is known."
        )
        named = repr(options.runpod_gpu) if options.runpod_gpu else "not named"
        return not_ready(f"what a film costs cannot be told: the GPU is {named}", remedy)
    return None


def _still_missing(spec: BackendSpec, options: Options) -> Readiness | None:
    from mongyudo.backends.diffusion.stills import fault, settled

    wished = settled(spec, options)
    return fault(wished) if wished.still and spec.takes != "text" else None


class RunPodSession:
    """Has one shot filmed after the other; each is bought once (hosted/paying.py)."""

    def __init__(self, backend: RunPodBackend, options: Options) -> None:
        from mongyudo.backends.hosted.runpod_shelf import shelf_from

        self._backend, self._options = backend, options
        self._ledger: Ledger = ledger_of(load_settings())
        self._shelf = shelf_from(options.storage)
        self._reckoned = reckoned(backend.inner, options.runpod_gpu)

    def render(
        self, shot: Shot, cancelled: Callable[[], bool], progress: Progress = unheard, /
    ) -> Rendering:
        """The bought clip's frames; raises ProviderError, BudgetError, RenderCancelledError."""
        from mongyudo.backends.hosted.runpod_api import RunPod
        from mongyudo.backends.hosted.runpod_wire import filmed_in, frames_in

        shaped, options = fitted(shot, self._backend.spec), self._options
        still, told = self._still(shaped, cancelled)
        told_shot, kept_back = discreet(shaped)
        wanted = self._wanted(told_shot, still)
        insist_on_consent(options, wanted.estimate_usd)
        key = key_of(RunPod.name, wanted)
        there = RunPod(
            options.runpod_url,
            options.runpod_endpoint,
            key_for("runpod"),
            self._reckoned.price.usd_per_s,
            self._shelf,
            key,
        )
        self._take_up(key, there, cancelled)
        bought = buy(wanted, there, self._ledger, cancelled, progress)
        self._forget(key)
        filmed = filmed_in(bought.path)
        return Rendering(
            frames=frames_in(bought.path, cancelled),
            frame_count=filmed.frame_count,
            size_px=filmed.size_px,
            fps=filmed.fps,
            prompt=filmed.prompt,
            notes=(*filmed.notes, *kept_back),
            made_with={**filmed.made_with, **told, **told_of(bought), **self._rented(filmed)},
        )

    def close(self) -> None:
        """Let go of the ledger."""
        self._ledger.close()

    def _wanted(self, shot: Shot, still_png: str) -> Wanted:
        from mongyudo.backends.hosted import runpod_wire as wire

        options, most_s = self._options, self._reckoned.most_s
        order = wire.JobOrder(
            version=wire.VERSION,
            backend=self._backend.inner.spec.name,
            shot=wire.sent(shot),
            steps=options.steps,
            adapter_scale=options.adapter_scale,
            raw_prompt=options.raw_prompt,
            acknowledged=tuple(sorted(options.acknowledged)),
            still_png=still_png,
        )
        policy = {"executionTimeout": most_s * 1000, "ttl": LIFE_MOST_S * 1000}
        return Wanted(
            request={"order": wire.order_json(order), "policy": policy},
            model=self._backend.inner.spec.name,
            shot=shot.index,
            seed=shot.seed,
            estimate_usd=self._reckoned.usd,
            limit_usd=load_settings().budget_day_usd,
            suffix=".mp4",
        )

    def _still(self, shot: Shot, cancelled: Callable[[], bool]) -> tuple[str, Mapping[str, object]]:
        """The first frame, made here, as PNG in base64, and what is told of it; "" and nothing for
        a model that films from words."""
        from mongyudo.backends.diffusion.stills import first_frame, settled
        from mongyudo.backends.hosted.runpod_wire import as_text

        wished = settled(self._backend.spec, self._options)
        if not wished.still or self._backend.spec.takes == "text":
            return "", {}
        target, still = io.BytesIO(), first_frame(shot, wished, cancelled)
        still.picture.save(target, "PNG")
        return as_text(target.getvalue()), {"still": still.told}

    def _take_up(self, key: str, there: "RunPod", cancelled: Callable[[], bool]) -> None:
        """Of an order nobody knows whether it was taken: it was, when its video is there."""
        with self._ledger.held(key, cancelled):
            task = self._ledger.last(key)
            if task is not None and task.state == "intended" and there.is_stored():
                self._ledger.note(task, "accepted")

    def _forget(self, key: str) -> None:
        """What is in the ledger's folder need not lie in the storage any longer."""
        try:
            if self._shelf is not None:
                self._shelf.forget(key)
        except ProviderError as error:
            log.warning("RunPod: a video stays in the storage: %s", error)

    def _rented(self, filmed: "Filmed") -> dict[str, object]:
        price = self._reckoned.price
        return {
            "gpu": price.gpu,
            "price": {"usd_per_s": price.usd_per_s, "source": price.source, "read": price.date},
            "sent_back": filmed.quality,
        }
