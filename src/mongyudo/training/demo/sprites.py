"""The subjects of the demo set as pictures of the ink library, cut out and coloured clearly."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import skia
from numpy.typing import NDArray

from mongyudo.ink.canvas import image_of, pixels_of, surface
from mongyudo.ink.cast import make_actor, particle_image
from mongyudo.ink.creatures_bake import CreatureLayer
from mongyudo.ink.layers import View
from mongyudo.ink.looks import look_for
from mongyudo.ink.scene import Actor, Key, Scene

PHASES = 4
"""Pictures of one round of an animal's gait."""
_CANVAS_PX = 320
_LOOK = replace(look_for("calm", "paper", "day"), saturation=1.0)


@dataclass(frozen=True, slots=True)
class _Part:
    """Who plays a subject: the ink library's concept, how it moves, what its colour becomes."""

    concept: str
    motion: str = ""
    faces_left: bool = False
    saturation: float = 1.3
    tint: tuple[float, float, float] = (1.0, 1.0, 1.0)


_PARTS: dict[str, _Part] = {
    "tiger": _Part("tiger", "run"),
    "pig": _Part("pig", "run", saturation=1.5),
    "frog": _Part("frog", "walk", saturation=1.4),
    "cat": _Part("black_cat", "run"),
    "rabbit": _Part("rabbit", "run", tint=(1.08, 1.08, 1.08)),
    "whale": _Part("whale", "swim", saturation=1.5, tint=(0.75, 0.75, 0.95)),
    "octopus": _Part("octopus", "swim", saturation=1.2, tint=(0.72, 0.75, 1.9)),
    "star": _Part("star", saturation=3.0, tint=(1.35, 1.25, 0.6)),
    "umbrella": _Part("umbrella", saturation=2.2, tint=(1.6, 0.8, 0.8)),
    "car": _Part("car", faces_left=True, saturation=2.0, tint=(0.9, 1.0, 1.3)),
}


@lru_cache(maxsize=32)
def sprite(subject: str) -> tuple[skia.Image, ...]:
    """The pictures of a subject facing right, each cut to what is drawn; KeyError for others."""
    part = _PARTS[subject]
    drawn = _gait(part) if part.motion else iter([_thing(part)])
    cut = [_cut(_coloured(pixels, part)) for pixels in drawn]
    return tuple(image_of(p[:, ::-1] if part.faces_left else p) for p in cut)


def _gait(part: _Part) -> Iterator[NDArray[np.uint8]]:
    path = (Key(0, 0.5, 0.7),)
    size = (_CANVAS_PX * 2, _CANVAS_PX)
    actor = Actor(part.concept, path, height=0.4, motion=part.motion)
    layer = make_actor(actor, Scene(size, 8, 1.0, 3, "field", material="paper"), _LOOK)
    assert isinstance(layer, CreatureLayer)
    bare = replace(layer, shadow=None)
    for phase in range(PHASES):
        sheet = surface(*size)
        time_s = phase / PHASES * layer.reel.cycle.period_s / layer.tempo
        bare.draw(sheet.getCanvas(), View(time_s, 0.0, (0.0, 0.0), size))
        yield pixels_of(sheet)


def _thing(part: _Part) -> NDArray[np.uint8]:
    return pixels_of(particle_image(part.concept, _CANVAS_PX, _LOOK, 3))


def _coloured(pixels: NDArray[np.uint8], part: _Part) -> NDArray[np.uint8]:
    colour = pixels[..., :3].astype(np.float32)
    tone = colour.mean(axis=2, keepdims=True)
    colour = (tone + (colour - tone) * part.saturation) * np.array(part.tint, np.float32)
    out = pixels.copy()
    out[..., :3] = np.clip(colour, 0, 255)
    return out


def _cut(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    solid = pixels[..., 3] > 100
    rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
    return pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
