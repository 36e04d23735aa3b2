"""What every diffusion backend does: check, open, and render shots with one pipeline."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from mongyudo.backends.adapters import Outfit, fingerprint, outfit
from mongyudo.backends.contract import (
    DEFAULT_OPTIONS,
    BackendSpec,
    Options,
    Progress,
    Readiness,
    Rendering,
    fitted,
    stop_if,
    unheard,
)
from mongyudo.backends.diffusion import memory
from mongyudo.backends.diffusion.files import AGAIN
from mongyudo.backends.diffusion.frames import covering, to_frames
from mongyudo.backends.diffusion.hub import Missing, Weights
from mongyudo.backends.diffusion.prompting import Written, write
from mongyudo.backends.diffusion.release import Release
from mongyudo.backends.diffusion.weights import examine, locate
from mongyudo.errors import BackendError
from mongyudo.records import Shot

if TYPE_CHECKING:
    import torch
    from PIL.Image import Image

    from mongyudo.backends.diffusion.adapting import Wardrobe

log = logging.getLogger("mongyudo")

NEEDED = ("torch", "diffusers", "transformers", "accelerate", "peft")
INSTALL = "Run `./mongyudo setup models` in a clone, or `pip install 'mongyudo[models]'`."


@dataclass(frozen=True, slots=True)
class Loading:
    """How a family is to load its parts: where from, in which format, under which options."""

    weights: Weights
    dtype: "torch.dtype"
    device: "torch.device"
    memory: memory.MemoryOptions
    options: Options


@dataclass(frozen=True, slots=True)
class Request:
    """One clip, in the terms of a pipeline call; `still` is its first frame, where it has one."""

    shot: Shot
    written: Written
    frames: int
    steps: int
    guidance: float
    generator: "torch.Generator"
    on_step: Callable[..., dict[str, Any]]
    still: "Image | None" = None

    @property
    def common(self) -> dict[str, Any]:
        """The arguments that pipelines of diffusers share, with the still in the clip's size."""
        picture = {} if self.still is None else {"image": covering(self.still, self.shot.size_px)}
        return picture | {
            "prompt": self.written.prompt,
            "negative_prompt": self.written.negative,
            "width": self.shot.size_px[0],
            "height": self.shot.size_px[1],
            "num_frames": self.frames,
            "num_inference_steps": self.steps,
            "guidance_scale": self.guidance,
            "generator": self.generator,
            "callback_on_step_end": self.on_step,
            "output_type": "np",
        }


class DiffusionBackend(ABC):
    """One released model. A family subclasses this and says how its pipeline is loaded and called.

    `denoisers` are the parts that a LoRA adapter changes and that memory options press.
    """

    spec: ClassVar[BackendSpec]
    release: ClassVar[Release]
    denoisers: ClassVar[tuple[str, ...]] = ("transformer",)

    @abstractmethod
    def load(self, loading: Loading) -> Any:
        """The pipeline; raises BackendError for weights that do not fit it exactly."""

    def arguments(self, pipe: Any, request: Request) -> dict[str, Any]:
        """The pipeline call's arguments for one clip."""
        del pipe
        return request.common

    def video_of(self, output: Any) -> NDArray[Any]:
        """(T, H, W, 3) in 0..1 from what the pipeline gave."""
        return np.asarray(output.frames[0])

    def count_tokens(self, pipe: Any, text: str) -> int:
        """Tokens of `text` with the marks that the encoder adds, by the model's own tokenizer."""
        return len(pipe.tokenizer(text).input_ids)

    @abstractmethod
    def write_tiny(self, folder: Path, seed: int) -> None:
        """Write the release's layout with small random weights into `folder`."""

    def check(self, options: Options = DEFAULT_OPTIONS, /) -> Readiness:
        """Whether packages, licence and weights are there; torch is not imported."""
        fault = (
            packages_missing() or self._licence_missing(options) or self._weights_missing(options)
        )
        return fault or Readiness(ready=True)

    def open(self, options: Options = DEFAULT_OPTIONS, /) -> "DiffusionSession":
        """Load the pipeline once; raises BackendError with the remedy when not ready."""
        state = self.check(options)
        if not state.ready:
            raise BackendError(
                f"backend {self.spec.name!r} is not ready: {state.reason}. {state.remedy}"
            )
        return self.session(options)

    def session(self, options: Options) -> "DiffusionSession":
        """A session under `options`, which were found good."""
        return DiffusionSession(self, options)

    def locate(self, options: Options) -> Weights | Missing:
        """Where this model's weights are on this machine."""
        return locate(self.spec.name, self.release.source, options)

    def base_files(self, weights: Weights) -> list[Path]:
        """The folders or files that an adapter belongs to: the denoisers' weights."""
        return [weights.folder / part for part in self.denoisers]

    def _licence_missing(self, options: Options) -> Readiness | None:
        gate = self.spec.licence_gate
        if not gate or self.spec.licence in options.acknowledged:
            return None
        return Readiness(
            ready=False,
            reason=gate,
            remedy=(
                "If you hold a licence of your own, set acknowledged_licences = "
                f'["{self.spec.licence}"] in mongyudo.toml.'
            ),
        )

    def _weights_missing(self, options: Options) -> Readiness | None:
        found = self.locate(options)
        if isinstance(found, Missing):
            return Readiness(ready=False, reason=found.reason, remedy=found.remedy)
        try:
            self.examine(found)
        except BackendError as error:
            reason, _, remedy = str(error).partition(f". {AGAIN}")
            return Readiness(ready=False, reason=reason, remedy=remedy or AGAIN)
        return None

    def examine(self, weights: Weights) -> None:
        """Raise BackendError unless all files of the release are there and whole."""
        examine(self.spec.name, weights.folder)


def packages_missing() -> Readiness | None:
    """Which packages of the extra [models] are absent, None when all are there."""
    absent = [name for name in NEEDED if find_spec(name) is None]
    if not absent:
        return None
    return Readiness(ready=False, reason=f"not installed: {', '.join(absent)}", remedy=INSTALL)


class DiffusionSession:
    """A loaded pipeline; renders one shot after the other. `_picture` is a shot's first frame."""

    _picture: "Image | None" = None

    def __init__(self, backend: DiffusionBackend, options: Options) -> None:
        weights = backend.locate(options)
        assert isinstance(weights, Weights)  # checked before
        self._backend, self._options, self._weights = backend, options, weights
        self._memory = memory.named(options.memory)
        self._notes: list[str] = []
        self._pipe: Any = None
        self._wardrobe: Wardrobe | None = None

    def render(
        self, shot: Shot, cancelled: Callable[[], bool], progress: Progress = unheard, /
    ) -> Rendering:
        """All frames of `shot`; raises RenderCancelledError once `cancelled()` is true."""
        shaped = fitted(shot, self._backend.spec)
        options = self._options
        worn = outfit(
            options.adapters_dir, self._backend.spec.name, shot.adapter, options.adapter_scale
        )
        frames, written = self._filmed(shaped, worn, cancelled, progress)
        return Rendering(
            frames=_given(frames, cancelled),
            frame_count=len(frames),
            size_px=(frames.shape[2], frames.shape[1]),
            fps=shaped.fps,
            prompt=written.prompt,
            notes=(*_size_note(shot, frames), *self._notes),
            made_with=self._made_with(written, worn),
        )

    def close(self) -> None:
        """Drop the weights and give their memory back."""
        from mongyudo.backends.diffusion.loading import free

        self._pipe = self._wardrobe = None
        free()

    def _filmed(
        self, shot: Shot, worn: Outfit, cancelled: Callable[[], bool], progress: Progress
    ) -> tuple[NDArray[np.uint8], Written]:
        """Film, and when memory runs out, once more under the next cheaper options."""
        from torch import OutOfMemoryError

        try:
            return self._film(shot, worn, cancelled, progress)
        except OutOfMemoryError as error:
            following = self._cheaper()
            if following is None:
                raise self._out_of_memory(error) from error
        self._step_down(following)
        try:
            return self._film(shot, worn, cancelled, progress)
        except OutOfMemoryError as error:
            raise self._out_of_memory(error) from error

    def _cheaper(self) -> memory.MemoryOptions | None:
        """The next cheaper options that can be had here; what is skipped is said."""
        parts = self._backend.denoisers if self._pipe is not None else ()
        kinds = [type(getattr(self._pipe, part)) for part in parts]
        following, skipped = memory.cheaper(self._memory, memory.quantiser_missing(kinds))
        if skipped:
            log.warning("%s: %s", self._backend.spec.name, skipped)
            self._notes.append(skipped)
        return following

    def _step_down(self, options: memory.MemoryOptions) -> None:
        note = f"out of memory under {self._memory.name!r}; filmed under {options.name!r} instead"
        log.warning("%s: %s", self._backend.spec.name, note)
        self._notes.append(note)
        self.close()
        self._memory = options

    def _out_of_memory(self, error: BaseException) -> BackendError:
        return BackendError(
            f"{self._backend.spec.name}: memory ran out under {self._memory.name!r} ({error}). Try "
            f"a smaller --size or fewer --seconds; `mongyudo backends plan` tells what fits."
        )

    def _film(
        self, shot: Shot, worn: Outfit, cancelled: Callable[[], bool], progress: Progress
    ) -> tuple[NDArray[np.uint8], Written]:
        import torch

        backend, pipe = self._backend, self._loaded()
        self._dress(worn)
        written = self._write(shot, worn.trigger)
        steps = self._options.steps or backend.release.steps
        request = Request(
            shot=shot,
            written=written,
            frames=backend.spec.frames.nearest(round(shot.duration_s * shot.fps)),
            steps=steps,
            guidance=backend.release.guidance,
            generator=torch.Generator("cpu").manual_seed(shot.seed),
            on_step=_on_step(steps, cancelled, progress),
            still=self._picture,
        )
        stop_if(cancelled)
        # Not inference_mode: weights that offloading moves would never take an adapter again.
        with torch.no_grad():
            output = pipe(**backend.arguments(pipe, request))
        return to_frames(backend.spec.name, backend.video_of(output)), written

    def _loaded(self) -> Any:
        from mongyudo.backends.diffusion.loading import loading_for, quiet

        if self._pipe is None:
            quiet()
            loading = loading_for(
                self._backend.release.dtype, self._weights, self._options, self._memory
            )
            pipe = self._backend.load(loading)
            pipe.set_progress_bar_config(disable=True)
            memory.settle(pipe, self._memory, loading.device, list(self._backend.denoisers))
            self._pipe = pipe
        return self._pipe

    def _dress(self, worn: Outfit) -> None:
        """Put on the shot's adapters, and take off those of the shot before."""
        from mongyudo.backends.diffusion.adapting import Wardrobe

        backend = self._backend
        if self._wardrobe is None:
            if not worn.files:
                return
            base_hash = fingerprint(backend.base_files(self._weights))
            self._wardrobe = Wardrobe(backend.spec.name, self._pipe, backend.denoisers, base_hash)
        self._wardrobe.wear(worn.files)

    def _write(self, shot: Shot, trigger: str) -> Written:
        backend, pipe = self._backend, self._pipe
        return write(
            shot,
            backend.release.habit,
            backend.spec.text_limit_tokens,
            lambda text: backend.count_tokens(pipe, text),
            trigger,
            raw=self._options.raw_prompt,
        )

    def _made_with(self, written: Written, worn: Outfit) -> Mapping[str, object]:
        return {
            **worn.told,
            "tokens": written.tokens,
            "cut": list(written.cut),
            "weights": {"source": self._weights.source, "revision": self._weights.revision},
            "memory": self._memory.name,
        }


def _on_step(
    steps: int, cancelled: Callable[[], bool], progress: Progress
) -> Callable[..., dict[str, Any]]:
    """diffusers' callback at the end of each step: reports, and stops when asked to."""

    def on_step(_pipe: Any, step: int, _time: Any, kept: dict[str, Any]) -> dict[str, Any]:
        stop_if(cancelled)
        progress(min(1.0, (step + 1) / steps))
        return kept

    return on_step


def _given(frames: NDArray[np.uint8], cancelled: Callable[[], bool]) -> Any:
    for frame in frames:
        stop_if(cancelled)
        yield frame


def _size_note(shot: Shot, frames: NDArray[np.uint8]) -> tuple[str, ...]:
    made = (frames.shape[2], frames.shape[1])
    if shot.size_px == made:
        return ()
    asked, given = ("x".join(map(str, size)) for size in (shot.size_px, made))
    return (f"asked for {asked} px, filmed {given} px, the nearest this model makes",)
