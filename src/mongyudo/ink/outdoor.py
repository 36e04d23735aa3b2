"""Helpers of open-air settings: rows of buildings, roads, yards, pieces placed on the ground."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import skia

from mongyudo.ink.canvas import Rgb, Rgba, image_of, pixels_of, surface
from mongyudo.ink.interiors import edge_silhouette
from mongyudo.ink.looks import mix
from mongyudo.ink.noise import cloud, line
from mongyudo.ink.paper import backdrop, mist_band
from mongyudo.ink.pen import Pen, palette_of
from mongyudo.ink.stage import GROUND, Stage, Strip, World
from mongyudo.ink.terrain import ground_strip
from mongyudo.ink.treat import treated

Drawer = Callable[[Pen], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that stands in a row: who draws it, and its size in shares of the frame.

    `lights` glow when it is dark: x, y and radius in shares of the piece and of its height.
    """

    draw: Drawer
    width: float
    height: float
    gap: float = 0.0
    lights: tuple[tuple[float, float, float], ...] = ()


def row(
    stage: Stage, pieces: Sequence[Piece], *, base: float, parallax: float, nearness: float,
    salt: int, start: float = 0.0, fade: float = 0.0,
) -> Strip:  # fmt: skip
    """A periodic row of pieces standing at `base`; far ones (nearness 0) are lost in haze.

    The pieces follow each other from `start` on and are repeated until the period is full, the
    rest being spread between them. `fade` dissolves that share of the height at the foot.
    """
    period = stage.period_px(parallax)
    room_above = 1.40 if any(piece.lights for piece in pieces) else 1.16
    top = max(piece.height for piece in pieces) * room_above
    tall = max(12, round(stage.y(top)))
    sheet, glows = surface(period, tall), surface(period, tall)
    palette = palette_of(stage.look)
    for left, wide, piece in _placed(stage, pieces, period, start):
        for shift in (-period, 0, period):
            if left + shift > period * 1.05 or left + shift + wide * 1.3 < 0:
                continue
            high = stage.y(piece.height)
            pen = Pen(sheet.getCanvas(), stage.look, palette, left + shift, tall - high, wide, high,
                      stage.unit_px * (0.6 + 0.4 * nearness))  # fmt: skip
            piece.draw(pen)
            _glow(replace(pen, canvas=glows.getCanvas()), piece, nearness)
    pixels = hazed(stage, pixels_of(sheet), nearness, salt)
    if fade > 0:
        pixels = _foot_gone(pixels, fade, stage.seed(salt + 1))
    image = image_of(pixels)
    if stage.look.is_dark and any(piece.lights for piece in pieces):
        image = _lit(image, glows.makeImageSnapshot())
    return Strip(image, stage.y(base) - tall, parallax)


def _glow(pen: Pen, piece: Piece, nearness: float) -> None:
    """The light that a piece throws around itself by night."""
    if pen.look.is_dark:
        for x, y, radius in piece.lights:
            pen.glow(x, y, radius, 0.30 + 0.30 * nearness)


def _lit(image: skia.Image, glow: skia.Image) -> skia.Image:
    """`image` with `glow` laid over it."""
    both = surface(image.width(), image.height())
    both.getCanvas().drawImage(image, 0, 0)
    both.getCanvas().drawImage(glow, 0, 0)
    return both.makeImageSnapshot()


def _placed(
    stage: Stage, pieces: Sequence[Piece], period: int, start: float
) -> list[tuple[float, float, Piece]]:
    """Where each piece begins and how wide it is, in pixels; gapless rows stay gapless."""
    spans = [stage.x(piece.width + piece.gap) for piece in pieces]
    closed = all(piece.gap <= 0 for piece in pieces)
    rounds = max(1, round(period / sum(spans)) if closed else int(period // sum(spans)))
    spare = (period - rounds * sum(spans)) / (rounds * len(pieces))
    placed, x = [], stage.x(start)
    for _ in range(rounds):
        for piece, span in zip(pieces, spans, strict=True):
            wide = stage.x(piece.width) + (spare if closed else 0.0)
            placed.append((x % period, wide, piece))
            x += span + spare
    return placed


def hazed(stage: Stage, pixels: Rgba, nearness: float, salt: int) -> Rgba:
    """Drawn things in the scene's material, the far ones (nearness 0) lost in the air."""
    look = stage.look
    made = treated(pixels, look, stage.seed(salt), unit_px=stage.unit_px * 0.9, steps=0.25)
    haze = np.float32((1 - nearness) * (0.72 if not look.is_paper else 0.62))
    if haze <= 0:
        return made
    air = np.array(mix(look.sky_low, look.mist, 0.4), dtype=np.float32)
    made[..., :3] = (made[..., :3] * (1 - haze) + air * haze).astype(np.uint8)
    return made


def _foot_gone(pixels: Rgba, fade: float, seed: int) -> Rgba:
    height, width = pixels.shape[:2]
    rows = np.linspace(1, 0, height, dtype=np.float32)[:, None]
    keep = np.clip(rows / fade * (1 + 0.25 * cloud(height, width, seed, rough=2.2)), 0, 1)
    pixels[..., 3] = (pixels[..., 3] * keep).astype(np.uint8)
    return pixels


def paved(
    stage: Stage, *, top: float, tone: Rgb, salt: int, lane: bool = False, kerb: float = 0.0
) -> Strip:
    """A street or a yard: flat ground with a kerb line and, if wanted, lane marks."""
    look = stage.look
    period = stage.period_px(1.0)
    tall = max(12, round(stage.y(1 - top + 0.08 + stage.below)))
    seed = stage.seed(salt)
    rows = np.linspace(0, 1, tall, dtype=np.float32)[:, None]
    stain = cloud(tall, period, seed, rough=2.2, stretch=4.0)
    grain = cloud(tall, period, seed + 1, rough=0.9, stretch=2.0)
    dark = np.array(look.dark(0.4), dtype=np.float32)
    base = np.array(tone, dtype=np.float32)
    worn = 0.35 if look.is_lined else 1.0
    shade = np.clip(0.05 + 0.20 * rows**1.5 + worn * (0.060 * stain + 0.03 * grain), 0, 1)
    edge = stage.unit_px * 1.3 / tall
    shade = np.maximum(shade, 0.62 * np.exp(-((rows / edge) ** 2)) * (0.8 + 0.2 * stain))
    if kerb > 0:
        at = kerb / (1 - top + 0.08 + stage.below)
        walk = rows < at
        shade = np.where(walk, shade * 0.45, shade)
        shade = np.maximum(shade, 0.6 * np.exp(-(((rows - at) / edge) ** 2)))
    pixels = np.empty((tall, period, 4), dtype=np.uint8)
    pixels[..., :3] = np.clip(base + (dark - base) * np.clip(shade, 0, 1)[..., None], 0, 255)
    pixels[..., 3] = 255
    if lane:
        _lane_marks(stage, pixels, seed)
    wobble = (line(period, seed + 2, rough=2.4) * stage.unit_px * 0.8 + 2).astype(np.int32)
    pixels[..., 3] = np.where(np.arange(tall)[:, None] >= wobble[None, :], 255, 0)
    return Strip(image_of(pixels), stage.y(top) - 2, 1.0)


def _lane_marks(stage: Stage, pixels: Rgba, seed: int) -> None:
    """Worn white dashes along the middle of the road."""
    _tall, period = pixels.shape[:2]
    dashes = max(2, round(period / stage.x(0.24)))
    each = period / dashes
    y0 = int(stage.y(0.13))
    y1 = int(y0 + stage.y(0.016)) + 1
    worn = cloud(y1 - y0, period, seed + 3, rough=1.2) > -0.7
    x = np.arange(period)[None, :]
    slant = (np.arange(y1 - y0)[:, None] * 1.5).astype(np.int32)
    on = (((x + slant) % each) < each * 0.5) & worn
    white = np.array(mix(stage.look.paper, stage.look.ground, 0.45), dtype=np.uint8)
    pixels[y0:y1, :, :3][on] = white


def open_air(
    stage: Stage, middle: Sequence[Strip], *, horizon: float = 0.66, mist: float = 0.72,
    ground: Strip | None = None, near: Sequence[Strip] = (), edge: str = "trunk",
    empty: float = 0.0,
) -> World:  # fmt: skip
    """The usual order: sky, far to near with mist before the ground, then what stands on it."""
    world = World()
    world.back.append(backdrop(stage, horizon=horizon, empty=empty))
    far = [layer for layer in middle if layer.parallax < 0.5]
    world.back += far
    world.back.append(mist_band(stage, mist, 0.10, parallax=0.5, salt=401, dense=0.8))
    world.back += [layer for layer in middle if layer.parallax >= 0.5]
    world.back.append(ground or ground_strip(stage, top=GROUND - 0.04, salt=402))
    world.back += near
    world.front += edge_silhouette(stage, edge)
    return world


def flock(stage: Stage, draw: Drawer, width: float, height: float, gap: float) -> list[Piece]:
    """A single piece repeated with uneven gaps."""
    dice = stage.dice(407)
    return [Piece(draw, width, height, gap * float(dice.uniform(0.6, 1.4))) for _ in range(3)]
