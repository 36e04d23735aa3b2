"""Drawings as minhwa: each colour one of a few mineral pigments, laid flat, a bold line around."""

from functools import lru_cache

import numpy as np

from mongyudo.ink.canvas import Field, Rgb, Rgba, blur
from mongyudo.ink.looks import Look, mix
from mongyudo.ink.noise import cloud
from mongyudo.ink.pigments import PIGMENTS

_LUMA = np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)
_STEPS = 32


def as_minhwa(
    image_rgba: Rgba, look: Look, seed: int, unit_px: float, *, lines: float = 1.0
) -> Rgba:
    """`image_rgba` in pigments under `look`, with its outline and its inner lines; same size.

    `lines` is the strength of the lines: less for what is itself drawn with fine strokes.
    """
    colour = image_rgba[..., :3].astype(np.float32)
    alpha = image_rgba[..., 3].astype(np.float32) / 255
    height, width = alpha.shape
    grain = cloud(height, width, seed + 2, rough=0.9)
    pool = cloud(height, width, seed + 3, rough=2.2)
    tone = colour @ _LUMA
    painted = _on_dish(colour, tone)
    painted *= (1 + 0.020 * grain + 0.022 * pool)[..., None]
    painted = _in_air(painted, look)
    edge = _outline(tone, alpha, pool, unit_px * look.line)[..., None] * np.float32(lines)
    painted += (np.array(_line_colour(tone, alpha, look), dtype=np.float32) - painted) * edge
    out = np.empty_like(image_rgba)
    out[..., :3] = np.clip(painted, 0, 255)
    out[..., 3] = np.clip(image_rgba[..., 3] * (1 + 0.2 * edge[..., 0]), 0, 255)
    return out


def _on_dish(colour: np.ndarray, tone: Field) -> np.ndarray:
    """Each loud colour drawn to the nearest pigment; greys, such as walls, stay their own."""
    step = 256 // _STEPS
    place = (np.clip(colour, 0, 255).astype(np.uint8) // step).astype(np.int32)
    picked: np.ndarray = _dish()[place[..., 0], place[..., 1], place[..., 2]]
    chroma = colour - tone[..., None]
    loud = np.abs(chroma).max(axis=2, keepdims=True)
    share = np.clip((loud - 9) / 16, 0, 1) * np.float32(0.84)
    own = tone[..., None] + chroma * np.float32(1.22)
    mixed: np.ndarray = own + (picked - own) * share
    return mixed


@lru_cache(maxsize=1)
def _dish() -> np.ndarray:
    """(32, 32, 32, 3) float32: the pigment for every colour; near ties are mixed."""
    axis = np.linspace(4, 252, _STEPS, dtype=np.float32)
    wanted = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), axis=-1).reshape(-1, 3)
    loud = _opponent(wanted)
    loud[:, 1:] *= 1.25  # pigments are purer than what is drawn with the pen
    dish = np.array(PIGMENTS, dtype=np.float32)
    away = ((loud[:, None, :] - _opponent(dish)[None, :, :]) ** 2).sum(axis=2)
    weight = np.exp(-(away - away.min(axis=1, keepdims=True)) / 90)
    mixed: np.ndarray = weight @ dish / weight.sum(axis=1, keepdims=True)
    return mixed.reshape(_STEPS, _STEPS, _STEPS, 3).astype(np.float32)


def _opponent(colour: np.ndarray) -> np.ndarray:
    """Lightness, red against green, yellow against blue: near to how colours look alike."""
    red, green, blue = (colour[:, i] for i in range(3))
    return np.stack(
        [0.85 * (colour @ _LUMA), 0.75 * (red - green), 0.55 * ((red + green) / 2 - blue)], axis=1
    )


def _in_air(painted: np.ndarray, look: Look) -> np.ndarray:
    """The mood's wash and the hour over pigments, which stay bright."""
    night = {"day": 0.0, "dusk": 0.06, "night": 0.16}[look.time_of_day]
    wash, dark = (np.array(c, dtype=np.float32) for c in (look.wash, look.near))
    painted = painted + (wash - painted) * np.float32(0.55 * look.wash_strength)
    aired: np.ndarray = painted + (dark - painted) * np.float32(night)
    return aired


_DARK_FORM = 86.0
"""Mean tone below which a drawing is a shadow: a threat, a silhouette."""


def _line_colour(tone: Field, alpha: Field, look: Look) -> Rgb:
    """Ink; pale around what is all dark, which would have no outline on a dark ground."""
    mean = float((tone * alpha).sum() / max(1.0, float(alpha.sum())))
    if mean < _DARK_FORM and look.is_dark:
        return mix(look.mist, look.light, 0.35)
    return look.ink


def _outline(tone: Field, alpha: Field, pool: Field, unit_px: float) -> Field:
    """The bold line all round and between fields of colour; 0..1."""
    soft = blur(alpha, 1.7 * unit_px)
    rim = np.clip(alpha * (1 - soft) * 4.6 - 0.25, 0, 1)
    inner = tone * alpha
    relief = np.clip(np.abs(inner - blur(inner, 1.1 * unit_px)) / 38 - 0.30, 0, 1) * soft
    line: Field = np.clip((rim + 0.75 * relief) * (0.94 + 0.08 * pool), 0, 0.94)
    return line
