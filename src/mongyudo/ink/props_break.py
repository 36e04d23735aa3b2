"""How a thing breaks: a picture cut into jagged pieces that fly apart and come to rest."""

from dataclasses import dataclass

import numpy as np
import skia

from mongyudo.ink.canvas import Rgba, image_of, pixels_of
from mongyudo.ink.noise import cloud, rng

_COUNT = 7
_GRAVITY = 5.2
"""Heights of the thing per second squared: slower than true, to be seen."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the picture, in the whole picture's pixels, around (x, y). Its speed is in heights
    of the thing a second, its spin in degrees a second."""

    image: skia.Image
    x: float
    y: float
    speed_right: float
    speed_down: float
    spin_deg_s: float


def pieces_of(image: skia.Image, seed: int) -> list[Piece]:
    """`image` cut into up to seven jagged pieces."""
    pixels = pixels_of(image)
    labels = _cracks(pixels, seed)
    middle_x = float(np.mean(np.nonzero(pixels[..., 3] > 40)[1]))
    dice = rng(seed, 23)
    found = []
    for label in range(_COUNT):
        part = pixels.copy()
        part[..., 3] = np.where(labels == label, pixels[..., 3], 0)
        rows, columns = np.nonzero(part[..., 3] > 40)
        if rows.size < 12:
            continue
        x, y = float(columns.mean()), float(rows.mean())
        away = (x - middle_x) / max(1.0, pixels.shape[1] / 2)
        found.append(Piece(
            image_of(part), x, y, away * 0.9 + 0.12 * float(dice.normal()),
            -0.25 - 0.5 * float(dice.random()), away * 140 + 50 * float(dice.normal()),
        ))  # fmt: skip
    return found


def _cracks(pixels: Rgba, seed: int) -> np.ndarray:
    """Which piece each pixel belongs to: the nearest of some points, with ragged borders."""
    height, width = pixels.shape[:2]
    rows, columns = np.nonzero(pixels[..., 3] > 40)
    dice = rng(seed, 29)
    chosen = dice.integers(0, max(1, rows.size), _COUNT)
    ragged = cloud(height, width, seed, rough=2.0) * np.float32(height * 0.03)
    down, right = np.mgrid[0:height, 0:width].astype(np.float32)
    away = [
        np.hypot(right + ragged - columns[pick], down + np.roll(ragged, 9, axis=1) - rows[pick])
        for pick in chosen
    ]
    labels: np.ndarray = np.argmin(np.stack(away), axis=0)
    return labels


def thrown(
    piece: Piece, since_s: float, tall: float, ground_y: float
) -> tuple[float, float, float]:
    """Where a piece has got to `since_s` seconds after the break: right and down in pixels of a
    picture of a thing `tall` pixels high, and turned by degrees. It rests on `ground_y`."""
    if since_s <= 0:
        return 0.0, 0.0, 0.0
    room = max(0.0, (ground_y - piece.y) / tall - 0.06)
    lands_s = _landing_s(piece.speed_down, room)
    flown_s = min(since_s, lands_s)
    down = piece.speed_down * flown_s + _GRAVITY * flown_s**2 / 2
    return piece.speed_right * flown_s * tall, down * tall, piece.spin_deg_s * flown_s


def _landing_s(speed_down: float, room: float) -> float:
    """When a body thrown up has fallen `room` below its start."""
    root = float(np.sqrt(speed_down**2 + 2 * _GRAVITY * room))
    return (root - speed_down) / _GRAVITY
