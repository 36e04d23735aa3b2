"""Pictures of things in the scene's material, baked once: muted, brushed, with their shadow."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import skia

from mongyudo.ink.canvas import Field, Rgb, Rgba, blur, image_of, pixels_of, surface
from mongyudo.ink.dyes import dye_filter, dyed, scouted
from mongyudo.ink.looks import Look, mix
from mongyudo.ink.props_sketch import INK
from mongyudo.ink.sprites import Sprite, draw_icon, is_own, sprites, trimmed
from mongyudo.ink.treat import treated

_LUMA = np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)
_MARGIN = 8
_STEP = 32


@dataclass(frozen=True)
class Baked:
    """A thing's picture. The pixel (`foot_x`, `foot_y`) belongs on the foot point; `density` is how
    many picture pixels make one frame pixel at scale 1. `wide` is the thing's width and `base` the
    width of what touches the ground, both in heights of the thing; `low_x` is where its lowest
    point lies, in picture pixels right of the foot point."""

    image: skia.Image
    foot_x: float
    foot_y: float
    density: float
    wide: float
    base: float
    low_x: float


def proportion(concept: str) -> float:
    """Width over height of the thing as drawn; raises KeyError for an unknown one."""
    left, top, right, bottom = trimmed(sprites()[concept].icon)
    return (right - left) / max(0.02, bottom - top)


@dataclass(frozen=True, slots=True)
class Finish:
    """How a picture is made: the key object `glow`s in clearer pigments; `phase` is how far it has
    opened; `haze` 0..1 lays that much mist over what stands far away; what is `sunk` stands in
    water; `density` replaces the fitting one, `dye` the colour."""

    glow: bool = False
    phase: float = 0.0
    haze: float = 0.0
    sunk: bool = False
    density: float | None = None
    dye: Rgb | None = None


def bake(
    sprite: Sprite, height_px: float, look: Look, seed: int, finish: Finish | None = None
) -> Baked:
    """The picture of a thing that is `height_px` tall in the frame."""
    how = finish or Finish()
    wide = proportion(sprite.concept)
    tall = max(8.0, height_px * how.density if how.density else _tall(height_px, wide))
    raw, foot_x, foot_y = _raw(sprite, tall, look, how)
    low = _lowest(raw, foot_y, tall)
    material = _vivid(look) if how.glow else look
    if not how.glow:
        pigments = muted(raw, look, haze=how.haze)
    else:
        pigments = raw if sprite.concept in _LUMINOUS else lit(raw, look)
    painted = treated(pigments, material, seed, unit_px=_unit_px(tall))
    if how.sunk:
        painted = _sunk(painted, foot_y, tall)
    return Baked(
        image_of(painted), foot_x, foot_y, tall / max(height_px, 1e-6), wide,
        float(low[-1] - low[0] + 1) / tall, float(low.mean()) - foot_x,
    )  # fmt: skip


def _sunk(pixels: Rgba, foot_y: float, tall: float) -> Rgba:
    """`pixels` dissolving where the thing lies under water, its lowest eighth."""
    rows = np.arange(pixels.shape[0], dtype=np.float32)[:, None]
    keep = np.clip((foot_y - rows) / (0.13 * tall), 0, 1)
    out = pixels.copy()
    out[..., 3] = (pixels[..., 3] * keep**1.3).astype(np.uint8)
    return out


def _tall(height_px: float, wide: float) -> float:
    """How high the picture is made: larger than shown, within a budget of pixels."""
    budget = float(np.sqrt(150_000 / max(0.4, wide)))
    return min(max(40.0, height_px * 1.6), max(min(360.0, budget), min(height_px, 640.0)))


def _unit_px(tall: float) -> float:
    """The brush's unit in the picture's pixels: finer for small things, or outlines turn furry."""
    return min(1.3, max(0.34, tall / 440))


def _raw(sprite: Sprite, tall: float, look: Look, how: Finish) -> tuple[Rgba, float, float]:
    """The untreated pixels with a margin, and where the foot is in them."""
    box = trimmed(sprite.icon)
    left, top, right, bottom = (0.0, 0.0, 1.0, 1.0) if how.phase > 0 else box
    size = tall / max(0.02, box[3] - box[1])
    middle = (box[0] + box[2]) / 2
    half = max(middle - left, right - middle) * size
    width = _step(2 * half + 2 * _MARGIN)
    height = _step((bottom - top) * size + 2 * _MARGIN)
    foot_x, foot_y = width / 2, height - _MARGIN - (bottom - box[3]) * size
    sheet = surface(width, height)
    canvas = sheet.getCanvas()
    canvas.translate(foot_x - middle * size, foot_y - box[3] * size)
    with dyed(canvas, icon_dye(sprite.icon, how.dye)):
        draw_icon(canvas, sprite.icon, size, contour=not look.is_paper, phase=how.phase)
    pixels = pixels_of(sheet)
    if not (look.is_paper or is_own(sprite.icon)):
        pixels = _contoured(pixels, max(0.8, size * 0.0085))
    return pixels, foot_x, foot_y


def icon_dye(icon: str, dye: Rgb | None) -> skia.ColorFilter | None:
    """What paints the drawing `icon` in the colour `dye`; None for no other colour."""
    return None if dye is None else dye_filter(dye, _tone(icon))


@lru_cache(maxsize=64)
def _tone(icon: str) -> float:
    def drawn(canvas: skia.Canvas) -> None:
        canvas.translate(-0.5, -0.5)
        draw_icon(canvas, icon, 1.0, contour=False)

    return scouted(drawn, 0.5)


def _contoured(pixels: Rgba, thick_px: float) -> Rgba:
    """`pixels` with a brushed line around, thicker below and to the right."""
    alpha = pixels[..., 3].astype(np.float32) / 255
    grown = np.clip(blur(alpha, thick_px) * 2.6 - 0.25, 0, 1)
    grown = np.maximum(grown, np.roll(grown, (1, 1), axis=(0, 1)))
    ring = grown * (1 - alpha) * np.float32(0.88)
    total = alpha + ring
    share = (alpha / np.maximum(total, 1e-4))[..., None]
    out = pixels.copy()
    line = np.array(INK, np.float32)
    out[..., :3] = pixels[..., :3] * share + line * (1 - share)
    out[..., 3] = 255 * np.clip(total, 0, 1)
    return out


def _step(length: float) -> int:
    """Sizes in steps, so that noise fields are shared."""
    return max(_STEP, -(-int(np.ceil(length)) // _STEP) * _STEP)


def _lowest(raw: Rgba, foot_y: float, tall: float) -> np.ndarray:
    """The columns that the lowest twelfth of the drawing covers."""
    low = raw[max(0, int(foot_y - tall / 12)) : int(foot_y) + 1, :, 3] > 60
    columns: np.ndarray = np.flatnonzero(np.any(low, axis=0))
    return columns if columns.size else np.array([raw.shape[1] // 2])


_LUMINOUS = frozenset({
    "fire", "candle", "torch", "lantern", "sky_lantern", "light_bulb", "fireworks", "sun", "lamp",
    "flashlight", "sparkle", "street_lamp",
})  # fmt: skip
"""What is a light itself keeps all of its colour."""

_LOUD, _LOUD_LIT = 150, 210
"""From this distance to grey on, of 255, half of a colour is taken; the key object keeps more."""


def lit(pixels: Rgba, look: Look) -> Rgba:
    """`pixels` in the clearer pigments of the key object: never louder than a painter's, and in
    half of the dark that lies over everything else. Mineral pigments and gold are so anyhow."""
    if look.is_lined:
        return pixels
    calm = _calm(pixels[..., :3].astype(np.float32), _LOUD_LIT)
    dusk = _air(look)[1] / 2
    calm += (np.array(look.near, np.float32) - calm) * np.float32(dusk)
    out = pixels.copy()
    out[..., :3] = np.clip(calm, 0, 255)
    return out


def _calm(colour: np.ndarray, loud_from: float) -> np.ndarray:
    """`colour` with what is loud brought nearer to grey."""
    tone: Field = (colour @ _LUMA)[..., None]
    chroma = colour - tone
    loud = np.abs(chroma).max(axis=2, keepdims=True)
    calm: np.ndarray = tone + chroma * np.float32(0.92) / (1 + loud / np.float32(loud_from))
    return calm


def muted(pixels: Rgba, look: Look, *, haze: float = 0.0) -> Rgba:
    """`pixels` with the loud colours of flat drawings brought down to pigments in this light, and
    `haze` 0..1 of the far mist over them."""
    colour = pixels[..., :3].astype(np.float32)
    if look.is_lined:
        far = np.array(look.far, np.float32)
        out = pixels.copy()
        out[..., :3] = colour + (far - colour) * np.float32(haze * 0.8)
        return out
    calm = _calm(colour, _LOUD)
    air, dusk = _air(look)
    calm += (np.array(look.wash, np.float32) - calm) * np.float32(air)
    calm += (np.array(look.near, np.float32) - calm) * np.float32(dusk)
    calm += (np.array(look.far, np.float32) - calm) * np.float32(haze)
    out = pixels.copy()
    out[..., :3] = np.clip(calm, 0, 255)
    return out


def _air(look: Look) -> tuple[float, float]:
    """How much of the wash and of the dark lies over a thing on the stage."""
    night = {"day": 0.0, "dusk": 0.10, "night": 0.19}[look.time_of_day]
    if look.is_paper:
        return 0.14, 0.10 + night
    return 0.05 + 0.20 * look.wash_strength, night


def _vivid(look: Look) -> Look:
    """The look for the key object, which keeps its colour."""
    if look.is_minhwa:
        return replace(look, wash_strength=0.0)
    return replace(look, saturation=0.8 if look.material == "ink" else 1.0)


@lru_cache(maxsize=16)
def shadow_image(dark: Rgb) -> skia.Image:
    """A soft oval of shadow, 128 x 32 pixels."""
    y, x = np.mgrid[-1:1:32j, -1:1:128j]
    fall = np.clip(1 - np.sqrt(x**2 + y**2), 0, 1) ** 1.3
    return _tint(dark, fall * 165)


@lru_cache(maxsize=16)
def halo_image(light: Rgb, accent: Rgb) -> skia.Image:
    """A soft disc of light, 96 x 96 pixels, for the key object."""
    y, x = np.mgrid[-1:1:96j, -1:1:96j]
    fall = np.clip(1 - np.hypot(x, y), 0, 1)
    return _tint(mix(light, accent, 0.18), 240 * fall**1.45)


def _tint(colour: Rgb, alpha: Field) -> skia.Image:
    pixels = np.zeros((*alpha.shape, 4), dtype=np.uint8)
    pixels[..., :3] = colour
    pixels[..., 3] = alpha.astype(np.uint8)
    return image_of(pixels)


@lru_cache(maxsize=256)
def thing_image(concept: str, height_px: int, look: Look, seed: int) -> skia.Image:
    """The treated picture of a thing, `height_px` high, cut to the drawing with its brush edges.

    Raises KeyError for a concept that cannot be drawn.
    """
    baked = bake(sprites()[concept], float(height_px), look, seed)
    rim = 2.0 * baked.density
    tall = height_px * baked.density
    half = tall * baked.wide / 2
    box = skia.Rect.MakeLTRB(
        baked.foot_x - half - rim, baked.foot_y - tall - rim,
        baked.foot_x + half + rim, baked.foot_y + rim,
    )  # fmt: skip
    width = max(1, round(height_px * box.width() / box.height()))
    sheet = surface(width, height_px)
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    target = skia.Rect.MakeWH(width, height_px)
    constraint = skia.Canvas.SrcRectConstraint.kFast_SrcRectConstraint
    sheet.getCanvas().drawImageRect(baked.image, box, target, smooth, None, constraint)
    return sheet.makeImageSnapshot()
