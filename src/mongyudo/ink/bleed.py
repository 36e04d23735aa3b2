"""The transition between two pictures: ink in wet paper, and what other materials do."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from mongyudo.ink.canvas import blur
from mongyudo.ink.noise import cloud, rng
from mongyudo.ink.scene import Material


def ink_bleed(size_px: tuple[int, int], seed: int) -> NDArray[np.uint8]:
    """When each pixel is reached by the ink: (H, W) uint8, 0 first, 255 last, evenly spread.

    At share t of a transition the new picture shows where the field is below 255 * t.
    """
    width, height = size_px
    pool = cloud(height, width, seed, rough=2.7)
    fringe = cloud(height, width, seed + 1, rough=1.5)
    field = pool + 0.18 * fringe - 1.1 * _drops(height, width, seed)
    return _evenly(blur(field, max(0.4, height / 432)))


def reveal(size_px: tuple[int, int], seed: int, material: Material) -> NDArray[np.uint8]:
    """Like `ink_bleed`, in the manner of `material`.

    Card is torn away to one side, a folding screen opens panel by panel, and gold runs out in
    rings as from the light of a saint.
    """
    width, height = size_px
    x = np.linspace(0, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    x = x if rng(seed, 17).random() < 0.5 else 1 - x
    fringe = cloud(height, width, seed + 1, rough=1.5)
    if material == "paper":
        return _evenly(x + 0.16 * y + 0.022 * cloud(height, width, seed, rough=2.3))
    if material == "minhwa":
        panel = np.floor(x * _PANELS)
        return _evenly(
            0.55 * panel / _PANELS + 0.45 * (x * _PANELS - panel) + 0.002 * fringe + 0 * y
        )
    if material == "geumni":
        away = np.hypot((x - 0.5) * width / height, y - 0.42)
        return _evenly(away + 0.045 * np.sin(away * 34) + 0.014 * fringe)
    return ink_bleed(size_px, seed)


_PANELS = 8
"""Of a folding screen."""


def _evenly(field: NDArray[np.floating[Any]]) -> NDArray[np.uint8]:
    """`field` as ranks 0..255, as many pixels of each.

    A table of fine steps tells the rank of nearly all: to look up each pixel takes four times as
    long, and to sort which is which ten times.
    """
    first = np.ceil(np.arange(1, 256) * ((field.size - 1) / 255.999)).astype(np.intp)
    ordered = np.sort(field, axis=None)
    begins, reach = ordered[first], float(ordered[-1] - ordered[0]) or 1.0
    steps, edges = (
        ((values - ordered[0]) * np.float32(_STEPS / reach)).astype(np.uint16)
        for values in (field, begins)
    )
    ranks: NDArray[np.uint8] = np.searchsorted(edges, np.arange(_STEPS + 1), side="right").astype(
        np.uint8
    )[steps]
    unsure = np.isin(np.arange(_STEPS + 1), edges)[steps]
    ranks[unsure] = np.searchsorted(begins, field[unsure], side="right")
    return ranks


_STEPS = 65_000
"""Below the largest number of 16 bits, since a product may be rounded up."""


def _drops(height: int, width: int, seed: int) -> NDArray[np.float32]:
    """Where drops fell first: high at a few points, falling off around them."""
    dice = rng(seed, 13)
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    x = np.linspace(0, 1, width, dtype=np.float32)[None, :] * (width / height)
    total = np.zeros((height, width), dtype=np.float32)
    for _ in range(5):
        cx, cy, size = dice.random() * width / height, dice.random(), dice.uniform(0.1, 0.35)
        total += np.exp(-(((y - cy) / size) ** 2)) * np.exp(-(((x - cx) / size) ** 2))
    return total
