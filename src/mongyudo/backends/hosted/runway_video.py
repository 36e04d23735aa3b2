"""Runway's video models as backends: words, or a picture, become a paid clip."""

import base64
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any

from mongyudo.backends.contract import (
    DEFAULT_OPTIONS,
    BackendSpec,
    FrameRule,
    Options,
    Progress,
    Readiness,
    Rendering,
    fitted,
    unheard,
)
from mongyudo.backends.diffusion import stills
from mongyudo.backends.diffusion.prompting import Written, write
from mongyudo.backends.diffusion.release import Habit
from mongyudo.backends.hosted import prices
from mongyudo.backends.hosted.clips import facts_of, frames_of, picks_of
from mongyudo.backends.hosted.consent import (
    INSTALL,
    insist_on_consent,
    key_fault,
    not_ready,
    told_of,
)
from mongyudo.backends.hosted.discretion import discreet
from mongyudo.backends.hosted.ledger import Ledger, ledger_of
from mongyudo.backends.hosted.paying import Wanted, buy
from mongyudo.backends.hosted.prices import Price
from mongyudo.backends.hosted.runway import PROMPT_UNITS, TERMS, Runway, units_of
from mongyudo.backends.hosted.stills import nearest
from mongyudo.errors import BackendError
from mongyudo.records import Shot
from mongyudo.settings import load_settings

if TYPE_CHECKING:
    from PIL.Image import Image

TEXT_RATIOS = ((1280, 720), (720, 1280))
IMAGE_RATIOS = (*TEXT_RATIOS, (1104, 832), (832, 1104), (960, 960), (1584, 672))
FPS = 24
SECONDS = (2, 10)
JPEG_QUALITY = 95
SDK = "https://github.com/runwayml/sdk-python (5.24, types of the create calls)"
HABIT = Habit(long=True)


def _spec(name: str, takes: Any) -> BackendSpec:
    return BackendSpec(
        name=name,
        takes=takes,
        size_px=(1280, 720),
        size_step_px=2,
        size_most_px=(1584, 1280),
        fps=FPS,
        frames=FrameRule(
            multiple=FPS, offset=SECONDS[0] * FPS, most=SECONDS[1] * FPS, usual=4 * FPS
        ),
        text_limit_tokens=None,
        licence=TERMS,
        needs_gpu=False,
        lora=False,
        memory_bytes=500_000_000,
        provider="Runway",
        sources=(f"sizes, lengths, prompt limit: {SDK}", f"prices: {prices.FILE.name}"),
    )


class RunwayVideo:
    """A model of Runway; `model` is Runway's own name."""

    spec: BackendSpec
    model: str

    def settled(self, options: Options) -> Options:
        """`options` with the still that will be taken, "" for none."""
        return stills.settled(self.spec, options)

    def check(self, options: Options = DEFAULT_OPTIONS, /) -> Readiness:
        """Whether SDK, key and still are there; nobody is asked over the network."""
        if find_spec("runwayml") is None:
            return not_ready("the package runwayml is not installed", INSTALL)
        wished = self.settled(options)
        still_fault = stills.fault(wished) if wished.still else None
        return key_fault("runway") or still_fault or Readiness(ready=True)

    def shot_price(self, duration_s: float, /) -> Price:
        """What a shot costs, as estimated."""
        return prices.runway_clip(self.model, seconds_of(duration_s))

    def open(self, options: Options = DEFAULT_OPTIONS, /) -> "RunwaySession":
        """A session; raises BackendError with the remedy when not ready."""
        state = self.check(options)
        if not state.ready:
            raise BackendError(
                f"backend {self.spec.name!r} is not ready: {state.reason}. {state.remedy}"
            )
        return RunwaySession(self, self.settled(options))


class Gen45(RunwayVideo):
    """Gen-4.5: films from words, or from a picture."""

    spec = _spec("runway-gen4.5", "both")
    model = "gen4.5"


class Gen4Turbo(RunwayVideo):
    """Gen-4 Turbo: sets a picture in motion, for less than half the price."""

    spec = _spec("runway-gen4-turbo", "image")
    model = "gen4_turbo"


def seconds_of(duration_s: float) -> int:
    """Whole seconds, as Runway sells them."""
    return min(SECONDS[1], max(SECONDS[0], round(duration_s)))


@dataclass(frozen=True, slots=True)
class _Sent:
    """A request for a clip, and what the manifest says of it."""

    wanted: Wanted
    written: Written
    told: dict[str, object]
    notes: tuple[str, ...]


class RunwaySession:
    """Buys one clip after the other."""

    def __init__(self, backend: RunwayVideo, options: Options) -> None:
        self._backend, self._options = backend, options
        self._ledger: Ledger = ledger_of(load_settings())
        self._provider = Runway()

    def render(
        self, shot: Shot, cancelled: Callable[[], bool], progress: Progress = unheard, /
    ) -> Rendering:
        """The bought clip's frames; raises ProviderError, BudgetError, RenderCancelledError."""
        shaped = fitted(shot, self._backend.spec)
        sent = self._request(shaped, cancelled)
        insist_on_consent(self._options, sent.wanted.estimate_usd)
        bought = buy(sent.wanted, self._provider, self._ledger, cancelled, progress)
        facts = facts_of(bought.path)
        picks = picks_of(facts, shaped.fps)
        return Rendering(
            frames=frames_of(bought.path, shaped.size_px, picks, cancelled),
            frame_count=len(picks),
            size_px=shaped.size_px,
            fps=shaped.fps,
            prompt=sent.written.prompt,
            notes=(*_notes(shot, shaped, len(picks)), *sent.notes),
            made_with=sent.told | told_of(bought),
        )

    def _request(self, shot: Shot, cancelled: Callable[[], bool]) -> _Sent:
        options, backend = self._options, self._backend
        told_shot, notes = discreet(shot)
        written = write(told_shot, HABIT, PROMPT_UNITS, units_of, raw=options.raw_prompt)
        seconds = seconds_of(shot.duration_s)
        told: dict[str, object] = {"cut": list(written.cut)}
        ratios = IMAGE_RATIOS if options.still else TEXT_RATIOS
        width, height = nearest(ratios, shot.size_px)
        arguments: dict[str, Any] = {
            "model": backend.model,
            "prompt_text": written.prompt,
            "ratio": f"{width}:{height}",
            "duration": seconds,
            "seed": shot.seed,
        }
        endpoint = "text_to_video"
        if options.still:
            framed = replace(shot, size_px=(width, height))
            still = stills.first_frame(framed, options, cancelled)
            endpoint, told["still"] = "image_to_video", dict(still.told)
            arguments["prompt_image"] = data_uri(still.picture, (width, height))
        wanted = Wanted(
            request={"endpoint": endpoint, "arguments": arguments},
            model=backend.model,
            shot=shot.index,
            seed=shot.seed,
            estimate_usd=backend.shot_price(shot.duration_s).usd,
            limit_usd=load_settings().budget_day_usd,
            suffix=".mp4",
        )
        return _Sent(wanted, written, told, notes)

    def close(self) -> None:
        """Let go of the ledger."""
        self._ledger.close()


def _notes(asked: Shot, shaped: Shot, frames: int) -> tuple[str, ...]:
    """What came out otherwise than was asked for."""
    notes = []
    if asked.size_px != shaped.size_px:
        sizes = ("x".join(map(str, shot.size_px)) for shot in (asked, shaped))
        notes.append("asked for {} px, filmed {} px".format(*sizes))
    if frames != (wished := round(asked.duration_s * shaped.fps)):
        notes.append(f"asked for {wished} frames, got {frames}: Runway sells whole seconds")
    return tuple(notes)


def data_uri(picture: "Image", size_px: tuple[int, int]) -> str:
    """The middle of a picture as a JPEG in a data: address, far below Runway's 5 MB."""
    from mongyudo.backends.diffusion.frames import covering

    file = BytesIO()
    covering(picture.convert("RGB"), size_px).save(file, "JPEG", quality=JPEG_QUALITY)
    return "data:image/jpeg;base64," + base64.b64encode(file.getvalue()).decode()
