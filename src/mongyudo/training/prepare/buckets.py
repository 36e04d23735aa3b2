"""Which sizes, rate and lengths a model takes: read from its spec, and no clip in between."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from mongyudo.backends.contract import BackendSpec, FrameRule
from mongyudo.errors import UsageError

LEAST_S = 3.0
"""Shots shorter than this are left out, unless the model's own clip is shorter."""
MOST_S = 10.0
"""No clip is longer than this; longer shots are cut again."""
MOTION_FPS = (24, 36)
"""Rates that may be asked for instead of the model's own, where motion matters."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """What clips are made for a model: `sizes_px` (W, H), one for each shape of source.

    `frames` is a whole clip, `least_frames` what a shot must hold to become one.
    """

    backend: str
    sizes_px: tuple[tuple[int, int], ...]
    fps: int
    frames: int
    least_frames: int
    rule: FrameRule
    notes: tuple[str, ...] = ()

    def size_for(self, source_px: tuple[int, int]) -> tuple[int, int]:
        """The size whose shape is nearest to the source's: the least is cut away."""
        wished = math.log(source_px[0] / source_px[1])
        return min(self.sizes_px, key=lambda size: abs(math.log(size[0] / size[1]) - wished))

    def usable(self, frames: int) -> int:
        """The longest clip the model can make of `frames`, 0 when there is none."""
        count = self.rule.nearest(min(frames, self.frames))
        while count > frames:
            count -= self.rule.multiple
        return max(count, 0)


def geometry_for(
    spec: BackendSpec,
    *,
    size_px: tuple[int, int] | None = None,
    frames: int | None = None,
    fps: int | None = None,
) -> Geometry:
    """The geometry of clips for `spec`; raises UsageError for what its model cannot take."""
    rate = _rate(spec, fps)
    whole, notes = _whole(spec, frames, rate)
    least = math.ceil(min(LEAST_S * rate, whole) - 1e-6)
    sizes = (_checked(spec, size_px),) if size_px else tuple(_sizes(spec))
    return Geometry(spec.name, sizes, rate, whole, least, spec.frames, notes)


def _rate(spec: BackendSpec, fps: int | None) -> int:
    low, high = MOTION_FPS
    if fps in (None, spec.fps):
        return spec.fps
    if fps is None or not low <= fps <= high:
        raise UsageError(
            f"fps {fps} is neither {spec.name}'s own rate ({spec.fps}) nor {low} to {high}, "
            f"which keep quick motion. Leave --fps out, or try --fps {low}."
        )
    return fps


def _whole(spec: BackendSpec, frames: int | None, fps: int) -> tuple[int, tuple[str, ...]]:
    """Frames of a whole clip, at most MOST_S, and what was rounded."""
    wished = frames or spec.frames.usual
    if wished < 1:
        raise UsageError(f"{spec.name} has no length of its own. Say how long with --frames.")
    made = spec.frames.nearest(wished)
    while made > MOST_S * fps and made > spec.frames.multiple:
        made -= spec.frames.multiple
    if made == wished:
        return made, ()
    return made, (f"{wished} frames rounded to {made} (what {spec.name} takes)",)


def _checked(spec: BackendSpec, size_px: tuple[int, int]) -> tuple[int, int]:
    step, most = spec.size_step_px, spec.size_most_px
    for side, limit in zip(size_px, most, strict=True):
        if side % step or not 0 < side <= limit:
            raise UsageError(
                f"size {size_px[0]}x{size_px[1]} does not fit {spec.name}: multiples of {step} "
                f"up to {most[0]}x{most[1]}. Try --size {spec.size_px[0]}x{spec.size_px[1]}."
            )
    return size_px


def _sizes(spec: BackendSpec) -> Iterable[tuple[int, int]]:
    """The model's own size, lying, standing and square, as far as it takes them.

    All hold about the same number of pixels, so that none costs more memory than the own one.
    """
    width, height = spec.size_px
    yield spec.size_px
    step, most = spec.size_step_px, spec.size_most_px
    square = int(math.sqrt(width * height)) // step * step
    for size in ((height, width), (square, square)):
        if size != spec.size_px and size[0] <= most[0] and size[1] <= most[1]:
            yield size
