"""Hanji, washes of sky, the one light, mist, and the overlay that binds the picture."""

import numpy as np
import skia

from mongyudo.ink.canvas import (
    Field,
    Rgb,
    Rgba,
    blur,
    image_of,
    in_colour,
    paint,
    pixels_of,
    surface,
)
from mongyudo.ink.clouds import cloud_band
from mongyudo.ink.looks import mix
from mongyudo.ink.noise import cloud, rng
from mongyudo.ink.pigments import GROUNDS
from mongyudo.ink.stage import Plate, Stage, Strip, wrap_length

_VEILED = {"rain": 0.25, "snow": 0.35, "fog": 0.45, "storm": 0.0}


def hanji(height_px: int, width_px: int, seed: int, unit_px: float) -> Field:
    """The relief of mulberry paper, about -1..1: clouds of pulp, grain and long fibres."""
    pulp = cloud(height_px, width_px, seed, rough=2.2)
    grain = cloud(height_px, width_px, seed + 1, rough=1.0)
    laid = cloud(height_px, width_px, seed + 2, rough=1.0, stretch=7.0)
    fibres = _fibres(height_px, width_px, seed + 3, unit_px)
    relief: Field = np.clip(0.28 * pulp + 0.26 * grain + 0.24 * laid + fibres, -1.6, 1.6)
    return relief


def _fibres(height_px: int, width_px: int, seed: int, unit_px: float) -> Field:
    """Long bark fibres, some light, some dark."""
    dice = rng(seed)
    sheet = surface(width_px, height_px)
    canvas = sheet.getCanvas()
    for _ in range(70):
        x, y = dice.random() * width_px, dice.random() * height_px
        turn, length = dice.random() * 6.3, (14 + 40 * dice.random()) * unit_px
        bend = turn + dice.normal() * 0.7
        path = skia.Path()
        path.moveTo(x, y)
        path.quadTo(
            x + np.cos(turn) * length * 0.5, y + np.sin(turn) * length * 0.5,
            x + np.cos(bend) * length, y + np.sin(bend) * length,
        )  # fmt: skip
        tone = 255 if dice.random() < 0.55 else 0
        canvas.drawPath(path, paint((tone, tone, tone), 0.5, stroke_px=0.7 * unit_px))
    pixels = pixels_of(sheet)
    signed = (pixels[..., 0].astype(np.float32) - 110) / 255
    return signed * pixels[..., 3].astype(np.float32) / 255


def backdrop(
    stage: Stage, *, horizon: float = 0.62, disc: bool = True, empty: float = 0.0
) -> Plate:
    """The opaque ground of the picture: paper, sky wash, glow and the disc of sun or moon.

    Below `horizon` (share of the height) the wash is gone; `empty` leaves more bare paper.
    """
    width, height = stage.width_px, stage.height_px
    seed = stage.seed(1)
    sky = _sky(stage, horizon, empty, seed)
    near = any(prop.concept in _DISCS for prop in stage.scene.props)
    if disc and not near:
        _put_disc(sky, stage, seed)
    relief = hanji(height, width, seed + 20, stage.unit_px)
    strength = {"ink": 7.5, "paper": 4.2, "minhwa": 5.0, "geumni": 4.0}[stage.look.material]
    sky += (relief * np.float32(strength * stage.look.grain))[..., None]
    return Plate(opaque(sky), 0, 0, 0.0)


_DISCS = frozenset({"moon", "full_moon", "crescent_moon", "sun"})
"""Who has one of these within reach sees no second one in the sky."""


def opaque(colours: np.ndarray) -> skia.Image:
    """An opaque image of (H, W, 3) colours 0..255."""
    height, width = colours.shape[:2]
    pixels = np.full((height, width, 4), 255, dtype=np.uint8)
    pixels[..., :3] = np.clip(colours, 0, 255)
    return image_of(pixels)


def _sky(stage: Stage, horizon: float, empty: float, seed: int) -> np.ndarray:
    """The wash: dense above, uneven as if laid in wet strokes, gone at the horizon."""
    look, width, height = stage.look, stage.width_px, stage.height_px
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    pool = cloud(height, width, seed + 3, rough=2.6, stretch=2.4)
    streak = cloud(height, width, seed + 4, rough=1.6, stretch=9.0)
    uneven = 0.13 * pool + 0.045 * streak
    unrest = {"ink": 1.15, "paper": 0.7, "minhwa": 0.20, "geumni": 0.5}[look.material]
    level = rows / max(0.2, horizon) + uneven * unrest
    fall = np.clip(level, 0, 1)
    tones = look.sky_top, look.sky_low
    turns = any(effect.name == "dyed_sky" for effect in stage.scene.effects)
    if (dye := stage.scene.dye_of("sky")) is not None and not turns:
        tones = mix(tones[0], dye, 0.6), mix(tones[1], dye, 0.4)
    top, low = (np.array(c, dtype=np.float32) for c in tones)
    sky: np.ndarray = in_colour(fall, low - top)
    sky += top
    bare = np.array(look.paper, dtype=np.float32)
    if empty > 0:
        sky += (bare - sky) * np.float32(empty)
    return sky


def _put_disc(sky: np.ndarray, stage: Stage, seed: int) -> None:
    """A halo, then the disc, left unpainted at night and faint by day."""
    look, width, height = stage.look, stage.width_px, stage.height_px
    veil = _VEILED.get(stage.scene.weather, 1.0)
    across, down = look.light_pos
    x = (np.arange(width, dtype=np.float32) - across * width)[None, :]
    y = (np.arange(height, dtype=np.float32) - min(down, 0.62) * height)[:, None]
    away = np.sqrt(x * x + y * y)
    radius = 0.082 * min(height, width * 0.9)
    light = np.array(look.light, dtype=np.float32)
    uneven = 1 + 0.16 * cloud(height, width, seed + 6, rough=2.2)
    halo = np.exp(-np.maximum(away - radius, 0) / (radius * 2.6)) * uneven
    bright = {"ink": 1.0, "paper": 1.0, "minhwa": 0.22, "geumni": 0.42}[look.material]
    glow = (0.62 if look.is_dark else 0.40) * bright
    reach = np.float32(glow * look.light_strength * max(veil, 0.3))
    sky += (light - sky) * np.clip(halo * reach, 0, 1)[..., None]
    if look.is_lined:
        _put_rings(sky, stage, away, radius, max(veil, 0.3))
    if veil > 0:
        _put_face(sky, stage, away, radius, veil)


def _put_rings(sky: np.ndarray, stage: Stage, away: Field, radius: float, strength: float) -> None:
    """The line around sun or moon; in gold, the rings of a halo as around a saint's head."""
    look = stage.look
    rings = [(1.0, 1.3, 0.9)]
    if look.is_geumni:
        rings = [(1.28, 0.8, 0.8), (1.36, 0.5, 0.5), (1.75, 0.6, 0.45), (2.3, 0.5, 0.25)]
    ink = np.array(look.ink, dtype=np.float32)
    for reach, wide, dense in rings:
        line = np.exp(-(((away - radius * reach) / (wide * stage.unit_px)) ** 2))
        sky += (ink - sky) * (line * np.float32(dense * strength))[..., None]


def _put_face(sky: np.ndarray, stage: Stage, away: Field, radius: float, veil: float) -> None:
    look = stage.look
    height, width = away.shape
    face = np.clip((radius - away) / (1.1 * stage.unit_px) + 0.5, 0, 1)
    rows, columns = (np.flatnonzero(face.any(axis=axis)) for axis in (1, 0))
    if not rows.size:
        return
    here = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    seas = np.clip(cloud(height, width, stage.seed(5), rough=2.4)[here], -0.2, 2.0)
    tone = in_colour(1 - 0.07 * seas, np.array(_disc_colour(stage), dtype=np.float32))
    strength = np.float32(veil * (0.80 if look.material == "ink" and not look.is_dark else 0.97))
    sky[here] += (tone - sky[here]) * (face[here] * strength)[..., None]


def _disc_colour(stage: Stage) -> Rgb:
    look = stage.look
    dye = stage.scene.dye_of("moon" if look.time_of_day == "night" else "sun")
    if dye is not None:
        return dye
    if look.is_lined:
        return _drawn_disc(stage)
    if look.time_of_day == "dusk":
        return mix((226, 92, 58), look.light, 0.25)
    if look.time_of_day == "day" and look.mood in ("joy", "anger"):
        return mix((232, 84, 58), look.light, 0.30 if look.mood == "joy" else 0.1)
    return mix(look.light, (255, 252, 240), 0.35)


def _drawn_disc(stage: Stage) -> Rgb:
    """Vermilion or the mood's own light by day, white by night; in gold, one of the metals."""
    look = stage.look
    if look.is_geumni:
        silver = look.time_of_day == "night" and look.mood not in ("joy", "anger")
        return mix(look.rim if silver else look.ink, look.light, 0.35)
    if look.time_of_day == "night":
        return (248, 244, 226)
    return mix((226, 60, 40), GROUNDS[look.mood].light, 0.35 if look.time_of_day == "dusk" else 1)


def mist_band(
    stage: Stage, middle: float, spread: float, *, parallax: float, salt: int, dense: float = 1.0
) -> Strip:
    """What lies between depths around the height `middle`: a bank of mist, fading over `spread`
    (shares), or lobed clouds in materials that are drawn with lines."""
    if stage.look.is_lined:
        return cloud_band(stage, middle, spread, parallax=parallax, salt=salt, dense=dense)
    return haze_band(stage, middle, spread, parallax=parallax, salt=salt, dense=dense)


def haze_band(
    stage: Stage, middle: float, spread: float, *, parallax: float, salt: int, dense: float = 1.0
) -> Strip:
    """A drifting bank of soft mist in any material: fog, and what an effect lets in."""
    look = stage.look
    width = wrap_length(stage.width_px * 1.25)
    height = max(8, round(stage.y(2 * spread)))
    body = cloud(height, width, stage.seed(salt), rough=2.4, stretch=4.5)
    wisps = cloud(height, width, stage.seed(salt + 1), rough=1.8, stretch=9.0)
    rows = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    profile = np.clip(1 - rows * rows, 0, 1)
    alpha = np.clip(profile * (0.86 + 0.26 * body + 0.10 * wisps) - 0.12, 0, 1)
    strength = min(1.0, dense * (0.35 + 0.75 * look.mist_strength))
    drift = (3.0 + 5.0 * parallax) * stage.unit_px * look.tempo
    image = flat_image(alpha * np.float32(strength), look.mist)
    top = stage.y(middle) - height / 2
    return Strip(image, top, parallax, drift_px_s=drift, soft=True)


def flat_image(alpha: Field, colour: Rgb) -> skia.Image:
    """One colour at the opacity `alpha` (H, W), 0..1."""
    pixels = np.empty((*alpha.shape, 4), dtype=np.uint8)
    pixels[..., :3] = colour
    pixels[..., 3] = np.clip(alpha * 255, 0, 255)
    return image_of(pixels)


def overlay(stage: Stage) -> skia.Image:
    """Paper tooth and vignette over everything, to be laid with the Modulate blend."""
    width, height = stage.width_px, stage.height_px
    relief = hanji(height, width, stage.seed(40), stage.unit_px)
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    uneven = 0.12 * cloud(height, width, stage.seed(41), rough=2.6)
    away = np.clip((x * x * 0.8 + y * y * 0.75) ** 1.25 + uneven * 0.5, 0, 2)
    dark = np.float32(stage.look.vignette * 0.62) * np.clip(away, 0, 1.35)
    tooth = 1 + np.float32(0.042 * stage.look.grain) * (relief - 0.9)
    keep = np.clip(tooth * (1 - dark), 0, 1)
    tint = np.array(stage.look.shadow, dtype=np.float32)
    shade = in_colour(1 - keep, tint / 255 * 0.5)
    shade += keep[..., None]
    return opaque(shade * np.array(stage.look.cast, dtype=np.float32))


def softened(pixels: Rgba, sigma_px: float) -> Rgba:
    """Pixels out of focus; colours are blurred together with their opacity."""
    alpha = blur(pixels[..., 3].astype(np.float32), sigma_px)
    out = np.empty_like(pixels)
    for channel in range(3):
        weighted = pixels[..., channel].astype(np.float32) * pixels[..., 3]
        out[..., channel] = np.clip(blur(weighted, sigma_px) / np.maximum(alpha, 1e-3), 0, 255)
    out[..., 3] = np.clip(alpha, 0, 255)
    return out
