"""The transition between two pictures: ink spreading through wet paper."""

import numpy as np
from numpy.typing import NDArray

from mongyudo.ink.canvas import blur
from mongyudo.ink.noise import cloud, rng


def ink_bleed(size_px: tuple[int, int], seed: int) -> NDArray[np.uint8]:
    """When each pixel is reached by the ink: (H, W) uint8, 0 first, 255 last, evenly spread.

    At share t of a transition the new picture shows where the field is below 255 * t.
    """
    width, height = size_px
    pool = cloud(height, width, seed, rough=2.7)
    fringe = cloud(height, width, seed + 1, rough=1.5)
    field = pool + 0.18 * fringe - 1.1 * _drops(height, width, seed)
    field = blur(field, max(0.4, height / 432))
    order = np.argsort(field, axis=None, kind="stable")
    rank = np.empty(order.size, dtype=np.float32)
    rank[order] = np.linspace(0, 255.999, order.size, dtype=np.float32)
    return rank.reshape(height, width).astype(np.uint8)


def _drops(height: int, width: int, seed: int) -> NDArray[np.float32]:
    """Where drops fell first: high at a few points, falling off around them."""
    dice = rng(seed, 13)
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    x = np.linspace(0, 1, width, dtype=np.float32)[None, :] * (width / height)
    total = np.zeros((height, width), dtype=np.float32)
    for _ in range(5):
        cx, cy, size = dice.random() * width / height, dice.random(), dice.uniform(0.1, 0.35)
        total += np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / size**2).astype(np.float32)
    return total
