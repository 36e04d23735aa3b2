"""What every backend is: a spec as data, a check, and a session that renders shots."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from mongyudo.errors import RenderCancelledError
from mongyudo.records import Drawn, Heard, Shot

Frame = NDArray[np.uint8]
"""(H, W, 3) uint8 RGB."""

Progress = Callable[[float], None]
"""Called with the share done of the current shot, 0..1."""


@dataclass(frozen=True, slots=True)
class FrameRule:
    """Frame counts the model can make: `multiple * n + offset`, at most `most` (0: no limit).

    `usual` is what it makes when nobody asks for a length (0: as long as the settings say).
    """

    multiple: int = 1
    offset: int = 0
    most: int = 0
    usual: int = 0

    def nearest(self, frames: int) -> int:
        """The nearest count that can be made, 1 or more."""
        least = self.offset or self.multiple
        steps = max(0, round((frames - least) / self.multiple))
        most_steps = (self.most - least) // self.multiple if self.most else steps
        return least + min(steps, most_steps) * self.multiple


@dataclass(frozen=True, slots=True)
class BackendSpec:
    """A backend's abilities, declared before anything heavy is imported.

    `size_px` is the default (W, H); `size_step_px` what both must be a multiple of; `sources`
    gives, for each figure that was read somewhere, where. `parallel_shots` says that shots may
    be rendered in separate processes at once. `any_fps`: frames come at whatever rate is asked;
    a model has its own. `licence_gate` is why nobody may use it before acknowledging its licence
    ("" when everybody may), `non_commercial` that its terms forbid earning with it.
    `trained`: its pictures come from a trained model, as the AI label tells. `provider` is who is
    paid and sent the prompt, "" where everything stays on this machine.
    """

    name: str
    takes: Literal["text", "image", "both"]
    size_px: tuple[int, int]
    size_step_px: int
    size_most_px: tuple[int, int]
    fps: int
    frames: FrameRule
    text_limit_tokens: int | None
    licence: str
    needs_gpu: bool
    lora: bool
    memory_bytes: int
    parallel_shots: bool = False
    any_fps: bool = False
    takes_weights: bool = False
    licence_gate: str = ""
    non_commercial: bool = False
    trained: bool = True
    provider: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """How a backend is to be opened; what a backend has no use for, it leaves alone.

    `weights` is a folder or a hub id (`owner/name@revision`), "" for the release's own; `device`
    and `dtype` are torch's names or "auto"; `memory` names a set of options of the backend's
    ladder or "auto"; `still` is where the first frame comes from: "ink", "library" (the clip of
    `library_dir` that fits best), "openai", "runway" or "mj" (paid), a picture file, or a
    text-to-image folder or hub id; "" is "ink" for a model that takes only a picture and none for
    one that films from words as well. `agreed_usd` is what the film may cost, as was agreed before.
    `acknowledged` are names of licences that the operator has read and accepted. `adapter_scale`
    weighs adapters: 0 is the base model. `raw_prompt` sends a scene's prompt as it is, without the
    mood, light and camera that are added in the model's habit.
    `videotuna_dir` is VideoTuna's checkout, `videotuna_python` the Python it was installed with
    ("": the checkout's own .venv), `videotuna_flow` which of its models films ("": the settings').
    `runpod_endpoint`, `runpod_gpu` and `runpod_url` are for backends on a rented GPU; their videos
    come back through the object storage at `storage`, "" for none.
    """

    weights: str = ""
    weights_dir: Path | None = None
    adapters_dir: Path | None = None
    adapter_scale: float = 1.0
    raw_prompt: bool = False
    device: str = "auto"
    dtype: str = "auto"
    memory: str = "auto"
    still: str = ""
    library_dir: Path | None = None
    steps: int | None = None
    offline: bool = False
    agreed_usd: float = 0.0
    acknowledged: frozenset[str] = frozenset()
    videotuna_dir: Path | None = None
    videotuna_python: str = ""
    videotuna_flow: str = ""
    runpod_endpoint: str = ""
    runpod_gpu: str = ""
    runpod_url: str = "https://api.runpod.ai/v2"
    storage: str = ""


DEFAULT_OPTIONS = Options()


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether a backend can run here; when not, why, and what would help."""

    ready: bool
    reason: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A shot on its way: frames one after the other, and what they show.

    `size_px`, `fps` and `frame_count` are what will really be made; where they differ from the
    shot, `notes` says so. `frames` must be consumed once; `cancelled` is asked before each frame.
    `made_with` goes into the manifest as it is: tokens, what was cut from the prompt, adapter and
    scale, revision, memory options. `log` is what another project's program said, kept beside the
    clip; it stands until the session is closed. `heard` are the sounds of what happens in the
    picture, None from a backend that cannot tell: then they follow the text. `mixed` are the frames
    in which one picture dissolves into the next, so that none of them stands for the film.
    """

    frames: Iterator[Frame]
    frame_count: int
    size_px: tuple[int, int]
    fps: int
    prompt: str = ""
    drawn: tuple[Drawn, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    made_with: Mapping[str, object] = field(default_factory=dict)
    log: Path | None = None
    heard: tuple[Heard, ...] | None = None
    mixed: tuple[range, ...] = ()


def unheard(_share: float) -> None:
    """A Progress that nobody listens to."""


def fitted(shot: Shot, spec: BackendSpec) -> Shot:
    """The shot in a size and at the rate that the model makes."""
    step = spec.size_step_px
    width, height = (
        min(most, max(step, side // step * step))
        for side, most in zip(shot.size_px, spec.size_most_px, strict=True)
    )
    return replace(shot, size_px=(width, height), fps=spec.fps)


def stop_if(cancelled: Callable[[], bool]) -> None:
    """Raise RenderCancelledError once `cancelled()` is true."""
    if cancelled():
        raise RenderCancelledError("cancelled; nothing half-done was left")


class Session(Protocol):
    """Weights loaded once; renders any number of shots."""

    def render(
        self, shot: Shot, cancelled: Callable[[], bool], progress: Progress = unheard, /
    ) -> Rendering:
        """The frames of `shot`; raises RenderCancelledError once `cancelled()` is true.

        `progress` hears of work that is done before the first frame stands (denoising steps).
        """
        ...

    def close(self) -> None:
        """Free what the session holds; further calls are errors."""
        ...


class Backend(Protocol):
    """The door through which built-in and third-party backends come (`mongyudo.backends`)."""

    spec: BackendSpec

    def check(self, options: Options = DEFAULT_OPTIONS, /) -> Readiness:
        """Ready, or why not; imports nothing heavy and never raises."""
        ...

    def open(self, options: Options = DEFAULT_OPTIONS, /) -> Session:
        """Load what rendering needs; raises BackendError with the remedy when not ready."""
        ...
