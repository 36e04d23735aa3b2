"""The ink backend: paints a dream on any CPU, with no key and no download."""

from collections.abc import Callable, Iterator
from importlib import import_module, util
from typing import TYPE_CHECKING

from mongyudo.backends.contract import BackendSpec, Frame, FrameRule, Readiness, Rendering
from mongyudo.errors import BackendError, RenderCancelledError
from mongyudo.records import Shot

if TYPE_CHECKING:
    from mongyudo.ink.scene import Scene

SPEC = BackendSpec(
    name="ink",
    takes="text",
    size_px=(768, 432),
    size_step_px=2,
    size_most_px=(3840, 2160),
    fps=24,
    frames=FrameRule(),
    text_limit_tokens=None,
    licence="Apache-2.0 (code and Noto pictures), OFL-1.1 (fonts)",
    needs_gpu=False,
    lora=False,
    memory_bytes=500_000_000,
    parallel_shots=True,
)
_REMEDY = "apt-get install libegl1 libgl1"


class InkBackend:
    """Paints shots with the ink library; the director decides what to paint."""

    spec = SPEC

    def check(self) -> Readiness:
        """Whether Skia can be imported; it is, since only the attempt tells."""
        if util.find_spec("skia") is None:
            return _not_ready("skia-python is not installed", "pip install skia-python")
        try:
            import_module("skia")
        except ImportError as error:
            return _not_ready(f"libEGL.so.1/libGL.so.1 missing ({error})", _REMEDY)
        return Readiness(ready=True)

    def open(self) -> "InkSession":
        """A session; nothing is loaded before the first shot."""
        state = self.check()
        if not state.ready:
            raise BackendError(f"backend 'ink' is not ready: {state.reason}. {state.remedy}")
        return InkSession()


def _not_ready(reason: str, remedy: str) -> Readiness:
    return Readiness(ready=False, reason=reason, remedy=remedy)


class InkSession:
    """Directs and paints one shot after the other."""

    def render(self, shot: Shot, cancelled: Callable[[], bool]) -> Rendering:
        """The frames of `shot`; raises RenderCancelledError once `cancelled()` is true."""
        from mongyudo.backends.director import direct, frame_count
        from mongyudo.backends.director.repertoire import repertoire

        direction = direct(shot, repertoire())
        return Rendering(
            frames=_frames(direction.scenes, cancelled),
            frame_count=frame_count(shot),
            size_px=shot.size_px,
            fps=shot.fps,
            prompt=shot.segment.prompt,
            drawn=direction.drawn,
            missing=direction.missing,
            notes=direction.notes,
        )

    def close(self) -> None:
        """Nothing is held."""


def _frames(scenes: "tuple[Scene, ...]", cancelled: Callable[[], bool]) -> Iterator[Frame]:
    from mongyudo.ink.render import render

    for scene in scenes:
        for frame in render(scene):
            if cancelled():
                raise RenderCancelledError("the film was cancelled while painting")
            yield frame
