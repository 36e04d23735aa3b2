"""What every backend is: a spec as data, a check, and a session that renders shots."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from mongyudo.records import Drawn, Shot

Frame = NDArray[np.uint8]
"""(H, W, 3) uint8 RGB."""

Progress = Callable[[float], None]
"""Called with the share done of the current shot, 0..1."""


@dataclass(frozen=True, slots=True)
class FrameRule:
    """Frame counts the model can make: `multiple * n + offset`, at most `most` (0: no limit)."""

    multiple: int = 1
    offset: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class BackendSpec:
    """A backend's abilities, declared before anything heavy is imported.

    `size_px` is the default (W, H); `size_step_px` what both must be a multiple of; `sources`
    gives, for each figure that was read somewhere, where. `parallel_shots` says that shots may
    be rendered in separate processes at once.
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
    sources: tuple[str, ...] = ()


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
    """

    frames: Iterator[Frame]
    frame_count: int
    size_px: tuple[int, int]
    fps: int
    prompt: str = ""
    drawn: tuple[Drawn, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Session(Protocol):
    """Weights loaded once; renders any number of shots."""

    def render(self, shot: Shot, cancelled: Callable[[], bool]) -> Rendering:
        """The frames of `shot`; raises RenderCancelledError once `cancelled()` is true."""
        ...

    def close(self) -> None:
        """Free what the session holds; further calls are errors."""
        ...


class Backend(Protocol):
    """The door through which built-in and third-party backends come (`mongyudo.backends`)."""

    spec: BackendSpec

    def check(self) -> Readiness:
        """Ready, or why not; imports nothing heavy and never raises."""
        ...

    def open(self) -> Session:
        """Load what rendering needs; raises BackendError with the remedy when not ready."""
        ...
