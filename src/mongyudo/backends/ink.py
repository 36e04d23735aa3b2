"""The ink backend: paints a dream on any CPU, with no key and no download."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module, util
from itertools import accumulate, chain, islice
from typing import TYPE_CHECKING

from mongyudo.backends.contract import (
    DEFAULT_OPTIONS,
    BackendSpec,
    Frame,
    FrameRule,
    Options,
    Progress,
    Readiness,
    Rendering,
    unheard,
)
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
    licence="Apache-2.0 (code, Noto pictures), OFL-1.1 (fonts)",
    needs_gpu=False,
    trained=False,
    lora=False,
    memory_bytes=200_000_000,
    parallel_shots=True,
    any_fps=True,
    sources=(
        "memory: peak resident size of a process that paints one shot of 4 s, measured 2026-11-22 "
        "on Linux x86-64 with skia-python 144.1: 189 MB at 768x432, 545 MB at 3840x2160",
    ),
)
LEAST_SIDE_PX = 64
BLEED_S = 0.3
"""How long one picture bleeds into the next within a shot."""

_REMEDY = "apt-get install libegl1 libgl1"


class InkBackend:
    """Paints shots with the ink library; the director decides what to paint."""

    spec = SPEC

    def check(self, _options: Options = DEFAULT_OPTIONS) -> Readiness:
        """Whether Skia can be imported; only the attempt tells."""
        if util.find_spec("skia") is None:
            return _not_ready("skia-python is not installed", "pip install skia-python")
        try:
            import_module("skia")
        except ImportError as error:
            return _not_ready(f"libEGL.so.1/libGL.so.1 missing ({error})", _REMEDY)
        return Readiness(ready=True)

    def open(self, _options: Options = DEFAULT_OPTIONS) -> "InkSession":
        """A session; nothing is loaded before the first shot."""
        state = self.check()
        if not state.ready:
            raise BackendError(f"backend 'ink' is not ready: {state.reason}. {state.remedy}")
        return InkSession()


def _not_ready(reason: str, remedy: str) -> Readiness:
    return Readiness(ready=False, reason=reason, remedy=remedy)


class InkSession:
    """Directs and paints one shot after the other."""

    def render(
        self, shot: Shot, cancelled: Callable[[], bool], _progress: Progress = unheard
    ) -> Rendering:
        """The frames of `shot`; raises RenderCancelledError once `cancelled()` is true."""
        from mongyudo.backends.director import direct, frame_count
        from mongyudo.backends.director.repertoire import repertoire

        fitted = replace(shot, size_px=fitted_size(shot.size_px))
        direction = direct(fitted, repertoire())
        return Rendering(
            frames=_frames(direction.scenes, cancelled),
            frame_count=frame_count(fitted),
            size_px=fitted.size_px,
            fps=fitted.fps,
            prompt=shot.segment.prompt,
            drawn=direction.drawn,
            missing=direction.missing,
            notes=_size_note(shot, fitted),
            heard=direction.heard,
            mixed=bleeds(direction.scenes),
        )

    def close(self) -> None:
        """Nothing is held."""


def fitted_size(size_px: tuple[int, int]) -> tuple[int, int]:
    """The nearest size the ink paints: even sides, 64 px to the largest of the spec."""
    step = SPEC.size_step_px
    width, height = (
        min(most, max(LEAST_SIDE_PX, side // step * step))
        for side, most in zip(size_px, SPEC.size_most_px, strict=True)
    )
    return width, height


def _size_note(shot: Shot, fitted: Shot) -> tuple[str, ...]:
    if shot.size_px == fitted.size_px:
        return ()
    asked, made = ("x".join(map(str, s.size_px)) for s in (shot, fitted))
    return (f"asked for {asked} px, painted {made} px: sides are even, 64 px at least",)


def _frames(scenes: "tuple[Scene, ...]", cancelled: Callable[[], bool]) -> Iterator[Frame]:
    """The scenes one after the other, each bleeding into the next like wet ink."""
    from mongyudo.ink.canvas import give_back_memory

    last: Frame | None = None
    for scene in scenes:
        give_back_memory()
        for frame in _joined(last, scene):
            if cancelled():
                raise RenderCancelledError("cancelled while painting; nothing was kept")
            yield frame
            last = frame


def bleeds(scenes: "tuple[Scene, ...]") -> tuple[range, ...]:
    """The frames in which one scene bleeds into the next, counted from the shot's first."""
    lengths = [round(scene.duration_s * scene.fps) for scene in scenes]
    begins = accumulate(lengths[:-1])
    return tuple(
        range(at, at + min(length, _head_frames(scene)))
        for at, length, scene in zip(begins, lengths[1:], scenes[1:], strict=True)
    )


def _head_frames(scene: "Scene") -> int:
    return max(1, round(BLEED_S * scene.fps))


def _joined(before: Frame | None, scene: "Scene") -> Iterator[Frame]:
    from mongyudo.film.picture import ink_bleed as bleed
    from mongyudo.ink import reveal
    from mongyudo.ink.render import render

    frames = render(scene)
    if before is None:
        return frames
    head = list(islice(frames, _head_frames(scene)))
    return chain(bleed(before, head, reveal(scene.size_px, scene.seed, scene.material)), frames)
