"""Draw the paper and the mountains of the diary's pages with the ink's own brush.

Usage: python scripts/draw_page_art.py. Writes hanji.webp, a tile that repeats, and mountains.webp;
both hold how dark the ink is as transparency, so that the pages lay them in the colour of day or
night. look-ink.webp and its like show one scene in each material.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from mongyudo.ink import render
from mongyudo.ink.noise import rng
from mongyudo.ink.paper import hanji
from mongyudo.ink.scene import Actor, Key, Scene
from mongyudo.ink.terrain import Rock, massif
from mongyudo.records import STYLES, Style

STATIC = Path(__file__).parents[1] / "src" / "mongyudo" / "web" / "static"
SEED = 1450
TILE_PX = 320
SEAM_PX = 64
LEVELLED = 5
"""Waves longer than a fifth of the tile are levelled out."""
FEATHER = 0.08
"""Share of a massif's width over which its sides fade into mist."""
MOUNTAINS_PX = (1600, 300)
"""Width and height."""
RANGES = ((9, 0.45, 0.34), (6, 0.8, 0.62))
"""Massifs, their height as a share of the picture, how dark they are; the far ones first."""


LOOK_PX = (640, 360)
LOOK_SEED = 9


def sample(style: Style) -> NDArray[np.uint8]:
    """One scene in the material `style`, for the page where a dreamer chooses."""
    scene = Scene(
        LOOK_PX, 8, 1.0, LOOK_SEED, "mountain", mood="joy", material=style,
        actors=(
            Actor("tiger", (Key(0, 0.30, 0.86),), 0.46, "walk"),
            Actor("woman", (Key(0, 0.66, 0.86),), 0.40, "wave", "left", "happy", "hanbok"),
        ),
    )  # fmt: skip
    return list(render(scene))[4]


def tile() -> NDArray[np.uint8]:
    """The relief of paper whose edges meet, as darkness 0..255."""
    wide = hanji(TILE_PX + SEAM_PX, TILE_PX + SEAM_PX, SEED, 1.0)
    relief = _seamless(_seamless(wide).T).T
    waves = np.fft.rfft2(relief)
    waves[:LEVELLED, :LEVELLED] = waves[-LEVELLED:, :LEVELLED] = 0  # large clouds show the tile
    even = np.fft.irfft2(waves, s=relief.shape)
    return (np.clip(even + 0.1, 0, 1) * 44).astype(np.uint8)


def _seamless(wide: NDArray[np.float32]) -> NDArray[np.float32]:
    """Lay the last rows over the first, so that the bottom goes on at the top."""
    tall = wide[:TILE_PX].copy()
    share = np.linspace(0, 1, SEAM_PX, dtype=np.float32)[:, None]
    tall[:SEAM_PX] = wide[:SEAM_PX] * share + wide[TILE_PX:] * (1 - share)
    return tall


def mountains() -> NDArray[np.uint8]:
    """Two ranges in mist, as darkness 0..255."""
    width, height = MOUNTAINS_PX
    dark = np.zeros((height, width), np.float32)
    for count, tall, ink in RANGES:
        rock = Rock((255, 255, 255), (0, 0, 0), 0.9, 0.5, 0.6, domes=14, foot=0.5)
        for at in range(count):
            seed = SEED + 31 * count + at
            dice = rng(seed, 1)
            high = int(height * tall * (0.6 + 0.4 * dice.random()))
            broad = int(width / count * (1.1 + 0.5 * dice.random()))
            left = int((at + 0.2 * dice.normal()) * width / count - broad / 4)
            _lay(dark, massif(broad, high, rock, seed, 1.0), left, ink)
    return (np.clip(dark, 0, 1) * 255).astype(np.uint8)


def _lay(dark: NDArray[np.float32], painted: NDArray[np.uint8], left: int, ink: float) -> None:
    """Lay a massif at the bottom of the picture, over what lies behind it."""
    height, width = dark.shape
    first, last = max(0, left), min(width, left + painted.shape[1])
    shown = painted[:, first - left : last - left].astype(np.float32) / 255
    area = dark[height - shown.shape[0] :, first:last]
    away = np.minimum(np.arange(painted.shape[1]), np.arange(painted.shape[1])[::-1])
    fade = np.clip(away / (FEATHER * painted.shape[1]), 0, 1)[first - left : last - left]
    area += ((1 - shown[..., :3].mean(axis=2)) * ink - area) * shown[..., 3] * fade


def save(darkness: NDArray[np.uint8], name: str) -> None:
    """Black with `darkness` as its transparency, small."""
    ink = np.zeros((*darkness.shape, 4), np.uint8)
    ink[..., 3] = darkness
    Image.fromarray(ink).save(STATIC / name, quality=1, alpha_quality=45, method=6)


if __name__ == "__main__":
    save(tile(), "hanji.webp")
    save(mountains(), "mountains.webp")
    for each in STYLES:
        Image.fromarray(sample(each)).save(STATIC / f"look-{each}.webp", quality=70, method=6)
