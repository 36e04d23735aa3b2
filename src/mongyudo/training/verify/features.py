"""What is measured on one clip: its style as ten numbers, its structure as a small picture."""

import numpy as np
from numpy.typing import NDArray

Clip = NDArray[np.uint8]
"""(T, H, W, 3) uint8 RGB."""
Floats = NDArray[np.float64]

STYLE = (
    "hue_x", "hue_y", "saturation", "value",
    "hue_x_spread", "hue_y_spread", "saturation_spread", "value_spread",
    "contrast", "motion",
)  # fmt: skip
LUMA = (0.299, 0.587, 0.114)
"""Weights of R, G and B in brightness (ITU-R BT.601)."""
CONTRAST_PERCENTILES = (5, 95)
MOST_PIXELS = 200_000
"""Of a frame, seen by the style: larger frames are thinned evenly."""
STRUCTURE_PX = 16
STRUCTURE_FRAMES = 4


def style(clip: Clip) -> Floats:
    """The ten numbers of STYLE, each 0..1 or -1..1, over all pixels of all frames.

    With H in turns, S and V the hue, saturation and value of a pixel (HSV, 0..1), L its brightness
    (LUMA, 0..1): `hue_x` = mean(S cos 2 pi H), `hue_y` = mean(S sin 2 pi H), so that a hue is an
    angle and greys have none; `saturation` = mean S, `value` = mean V; the four spreads are the
    standard deviations of the same four; `contrast` = 95th less 5th percentile of L; `motion`, the
    frame-difference energy, = sqrt(mean (L[t+1] - L[t])^2), 0 for a single frame.
    """
    pixels = _thinned(clip).astype(np.float32) / np.float32(255)
    channels = _hue_saturation_value(pixels)
    luma = pixels @ np.array(LUMA, np.float32)
    low, high = np.percentile(luma, CONTRAST_PERCENTILES)
    steps = np.diff(luma, axis=0)
    motion = float(np.sqrt(np.mean(steps**2))) if steps.size else 0.0
    means, spreads = ([float(f(c)) for c in channels] for f in (np.mean, np.std))
    return np.array([*means, *spreads, float(high - low), motion])


def _thinned(clip: Clip) -> Clip:
    every = max(1, int(np.sqrt(clip.shape[1] * clip.shape[2] / MOST_PIXELS)))
    return clip[:, ::every, ::every]


def _hue_saturation_value(pixels: NDArray[np.float32]) -> tuple[NDArray[np.float32], ...]:
    """S cos 2 pi H, S sin 2 pi H, S and V of (..., 3) RGB in 0..1."""
    most, least = pixels.max(-1), pixels.min(-1)
    chroma = most - least
    share = np.divide(chroma, most, out=np.zeros_like(most), where=most > 0)
    turns = _turns(pixels, most, chroma)
    return share * np.cos(2 * np.pi * turns), share * np.sin(2 * np.pi * turns), share, most


def _turns(
    pixels: NDArray[np.float32], most: NDArray[np.float32], chroma: NDArray[np.float32]
) -> NDArray[np.float32]:
    """The hue in turns: red 0, green 1/3, blue 2/3; 0 where there is none."""
    red, green, blue = np.moveaxis(pixels, -1, 0)
    safe = np.where(chroma > 0, chroma, 1)
    sixths = np.select(
        [most == red, most == green],
        [(green - blue) / safe % 6, (blue - red) / safe + 2],
        (red - green) / safe + 4,
    )
    turns: NDArray[np.float32] = np.where(chroma > 0, sixths / 6, 0).astype(np.float32)
    return turns


def motion_of(clip: Clip) -> float:
    """The frame-difference energy of `style`."""
    return float(style(clip)[STYLE.index("motion")])


def structure(clip: Clip) -> NDArray[np.float32]:
    """Where things are, whatever their colour: a vector of length 1 (or 0 for a flat clip).

    Four frames, evenly spaced, of L averaged to 16 x 16; of each the gradient's magnitude (central
    differences), less the mean over all, the whole divided by its length.
    """
    at = np.linspace(0, len(clip) - 1, STRUCTURE_FRAMES).round().astype(int)
    luma = clip[at].astype(np.float32) @ np.array(LUMA, np.float32) / 255
    small = np.stack([_averaged(frame) for frame in luma])
    down, across = np.gradient(small, axis=(1, 2))
    edges = np.hypot(down, across)
    flat: NDArray[np.float32] = (edges - edges.mean()).ravel().astype(np.float32)
    length = float(np.linalg.norm(flat))
    return flat / length if length > 1e-6 else np.zeros_like(flat)


def _averaged(frame: NDArray[np.float32]) -> NDArray[np.float32]:
    """(H, W) to 16 x 16 by means of blocks; H and W of 16 or more."""
    for axis in (0, 1):
        edges = np.linspace(0, frame.shape[axis], STRUCTURE_PX + 1).astype(int)
        sums = np.add.reduceat(frame, edges[:-1], axis=axis)
        sizes = np.diff(edges).reshape((-1, 1) if axis == 0 else (1, -1))
        frame = (sums / sizes).astype(np.float32)
    return frame


def similarity(one: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.float32]:
    """Cosines of structures: (D,) with (N, D) -> (N,) in -1..1; 1 is the same."""
    cosines: NDArray[np.float32] = others @ one
    return cosines
