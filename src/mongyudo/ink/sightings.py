"""Whether what stands in a scene can be found in its frames: seen with and without, not assumed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray

from mongyudo.ink.render import Part, Picture
from mongyudo.ink.scene import Effect, Scene

MOMENTS = (0.02, 0.1, 0.3, 0.5, 0.7, 0.94)
"""Where in a scene one looks, as shares of its length."""

_CHANGED = 20
"""The least difference in one channel, of 255, that counts as seen: more than the paper's grain."""

_LEAST_AREA = 0.0015
"""A find is at least this share of the frame: a square of 22 px in 768x432."""

_LEAST_SCATTERED, _LEAST_REACH = 0.0003, 0.15
"""What is scattered (rain, sparks, petals) may change less, over so great a part of the frame."""

_LEAST_OPEN = 0.3
"""At least this share of it lies uncovered and inside the frame at its best moment."""

_LEAST_SPREAD = 4.0
"""An empty frame has a smaller standard deviation of brightness, of 255."""

_STIRRED, _LEAST_MOVED = 8, 0.002
"""In a frozen shot less than this share of the frame changes by so much, of 255."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """How well `part` can be seen at its best moment.

    `area`: the pixels that it changes, as a share of the frame; `uncovered`: the share of its own
    pixels, drawn alone, that show; `box`: left, top, right, bottom of the changed pixels, as
    shares of the frame, zeros for nothing.
    """

    part: Part
    area: float = 0.0
    uncovered: float = 0.0
    box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)

    @property
    def name(self) -> str:
        """What was looked for."""
        return self.part.name if isinstance(self.part, Effect) else self.part.concept

    @property
    def found(self) -> bool:
        """Whether it is in the frame, large enough and not covered."""
        left, top, right, bottom = self.box
        scattered = (
            isinstance(self.part, Effect) and (right - left) * (bottom - top) >= _LEAST_REACH
        )
        least = _LEAST_SCATTERED if scattered else _LEAST_AREA
        return self.area >= least and self.uncovered >= _LEAST_OPEN


def sightings(scene: Scene, moments: Iterable[float] = MOMENTS) -> tuple[Sighting, ...]:
    """Look for every actor, prop and effect of `scene`.

    What a part changes in the finished frame is what is seen of it: behind another, beyond the
    edge, in the dark or of the colour of its ground, it changes nothing.
    """
    picture, count = Picture(replace(scene, title="")), _count(scene)
    best = {id(part): Sighting(part) for part, _ in picture.parts}
    for moment in moments:
        index = min(count - 1, int(moment * count))
        whole = _pixels(picture.paint(index, count))
        for part, layers in picture.parts:
            without = _pixels(picture.paint(index, count, layers))
            others = [each for _, own in picture.parts for each in own if each not in layers]
            alone = _pixels(picture.paint(index, count, others))
            bare = _pixels(picture.paint(index, count, [*others, *layers]))
            seen = _sighting(part, _changed(whole, without), _changed(alone, bare))
            best[id(part)] = max(best[id(part)], seen, key=lambda each: each.area)
    return tuple(best.values())


def _sighting(part: Part, seen: NDArray[np.bool_], own: NDArray[np.bool_]) -> Sighting:
    if not seen.any():
        return Sighting(part)
    height, width = seen.shape
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    left, right = int(columns[0]) / width, (int(columns[-1]) + 1) / width
    box = (left, int(rows[0]) / height, right, (int(rows[-1]) + 1) / height)
    return Sighting(part, float(seen.mean()), min(1.0, float(seen.sum() / max(1, own.sum()))), box)


def is_empty(frame: NDArray[np.uint8]) -> bool:
    """Whether an (H, W, 3) uint8 frame shows next to nothing."""
    return float(frame.astype(np.float32).mean(axis=2).std()) < _LEAST_SPREAD


def is_frozen(frames: Iterable[NDArray[np.uint8]]) -> bool:
    """Whether nothing moves from one of the (H, W, 3) uint8 frames to the next.

    Frames half a second apart or more: who breathes and waits is not frozen.
    """
    return any(float(_changed(a, b, _STIRRED).mean()) < _LEAST_MOVED for a, b in pairwise(frames))


def _count(scene: Scene) -> int:
    return max(1, round(scene.duration_s * scene.fps))


def _changed(
    first: NDArray[np.uint8], second: NDArray[np.uint8], least: int = _CHANGED
) -> NDArray[np.bool_]:
    difference = np.abs(first.astype(np.int16) - second.astype(np.int16))
    changed: NDArray[np.bool_] = difference.max(axis=2) >= least
    return changed


def _pixels(painted: Any) -> NDArray[np.uint8]:
    """The (H, W, 3) pixels of the skia.Surface `painted`."""
    width, height = painted.width(), painted.height()
    bgra = np.empty((height, width, 4), dtype=np.uint8)
    painted.readPixels(skia.ImageInfo.MakeN32Premul(width, height), bgra, bgra.strides[0], 0, 0)
    return bgra[..., 2::-1]
