"""The places of the demo set, painted by the ink library and washed in a colour of their own."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from mongyudo.ink.canvas import image_of
from mongyudo.ink.render import render
from mongyudo.ink.scene import Scene

VARIANTS = 2
"""How many pictures there are of a place."""
MARGIN = 0.12
"""How far a picture reaches beyond the frame, as a share of it, so that a camera may move."""

WIDE = 16 / 9

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Wash:
    """A setting of the ink library, its washes from the sky down, where the ground
    begins (a share of the height), and how strong the ink lines stay (0..1)."""

    setting: str
    sky: Rgb
    low: Rgb
    ground: Rgb
    horizon: float
    ink: float


_WASHES: dict[str, _Wash] = {
    "forest": _Wash("forest", (206, 226, 170), (190, 214, 150), (86, 140, 66), 0.74, 0.5),
    "sea": _Wash("sea", (196, 226, 250), (226, 240, 250), (70, 170, 182), 0.52, 0.6),
    "room": _Wash("room", (246, 214, 178), (236, 196, 156), (168, 106, 66), 0.76, 0.6),
    "desert": _Wash("desert", (250, 232, 190), (250, 222, 160), (226, 172, 88), 0.62, 0.6),
}


@lru_cache(maxsize=64)
def place_image(place: str, variant: int, width_px: int, height_px: int) -> skia.Image:
    """The picture of a place at the size asked for, plus MARGIN of it on every side; baked."""
    wash = _WASHES[place]
    size = (round(width_px * (1 + 2 * MARGIN)), round(height_px * (1 + 2 * MARGIN)))
    scene = Scene(_painted(place, size), 1, 1.0, 11 + variant, wash.setting)
    picture = Image.fromarray(next(render(scene))).resize(size, Image.Resampling.BOX)
    return image_of(_washed(np.asarray(picture), wash))


def _painted(place: str, size: tuple[int, int]) -> tuple[int, int]:
    """A room is painted wide and drawn together, whatever the frame: the shipped model and the
    recogniser learned it so, and the ink hangs a narrow room anew."""
    return (round(max(size[0], size[1] * WIDE)), size[1]) if place == "room" else size


def _washed(picture: NDArray[np.uint8], wash: _Wash) -> NDArray[np.uint8]:
    """The ink multiplied over washes that fade into each other, (H, W, 4) RGBA."""
    height, width = picture.shape[:2]
    ink = picture.astype(np.float32).mean(axis=2, keepdims=True)
    ink = np.clip((ink - 70) / 120, 0, 1) ** 1.1
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    down = np.clip(y / wash.horizon, 0, 1)
    colour = _array(wash.sky) + (_array(wash.low) - _array(wash.sky)) * down
    below = np.clip((y - wash.horizon) / 0.05 + 0.5, 0, 1)
    colour = colour + (_array(wash.ground) - colour) * below
    out = np.full((height, width, 4), 255, np.uint8)
    out[..., :3] = np.clip(colour * (1 - wash.ink * (1 - ink)), 0, 255).astype(np.uint8)
    return out


def _array(colour: Rgb) -> NDArray[np.float32]:
    return np.array(colour, np.float32)
