"""Drawings in gold and silver on dyed paper: lines of metal, a breath of leaf on what is bright."""

import numpy as np

from mongyudo.ink.canvas import Field, Rgba, blur
from mongyudo.ink.looks import Look
from mongyudo.ink.noise import cloud

_COPPER = np.array([1.0, 0.74, 0.66], dtype=np.float32)
_LUMA = np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)


def as_geumni(image_rgba: Rgba, look: Look, seed: int, unit_px: float) -> Rgba:
    """`image_rgba` drawn in metal on bodies of dyed paper; same size.

    Warm colours become gold, cold ones silver; light lies thin on what is bright, so that faces
    and clothes shine before the dark of rooms and hills.
    """
    colour = image_rgba[..., :3].astype(np.float32)
    alpha = image_rgba[..., 3].astype(np.float32) / 255
    height, width = alpha.shape
    worn = cloud(height, width, seed + 2, rough=1.0)
    tone = colour @ _LUMA
    metal = _metals(colour, look)
    warm = np.clip(colour[..., 0] - colour[..., 2], 0, 160)
    leaf = _leaf(tone + np.float32(0.62) * warm, look, worn)
    body = _bodies(tone, metal, look, leaf)
    rim, inner = _lines(tone, alpha, unit_px * look.line)
    beside = blur(leaf, max(1.6, 1.6 * unit_px))
    body += (_line_colour(beside, metal, look) - body) * inner[..., None]
    rim *= np.clip(0.92 + 0.12 * worn, 0.5, 1.0)
    body += (metal - body) * rim[..., None]
    out = np.empty_like(image_rgba)
    out[..., :3] = np.clip(body, 0, 255)
    out[..., 3] = image_rgba[..., 3]
    return out


def _metals(colour: np.ndarray, look: Look) -> np.ndarray:
    """Gold; silver where the colour is cold, copper where it is red."""
    red, green, blue = (colour[..., i] for i in range(3))
    cold = np.clip((blue - red) / 60, 0, 1)[..., None]
    ruddy = np.clip((red - green - 45) / 70, 0, 0.75)[..., None]
    gold, silver = (np.array(c, dtype=np.float32) for c in (look.ink, look.rim))
    copper = gold * _COPPER
    metal: np.ndarray = gold + (silver - gold) * cold
    metal += (copper - metal) * ruddy
    return metal


def _leaf(tone: Field, look: Look, worn: Field) -> Field:
    """How much metal is laid on each spot: hardly any on the dark, nearly all on the bright."""
    most = np.float32(0.52 + 0.48 * look.saturation)
    share = np.clip(tone / 240, 0, 1)
    laid: Field = np.clip(most * share**1.4 * (1 + 0.07 * worn), 0, 0.96)
    return laid


def _line_colour(beside: Field, metal: np.ndarray, look: Look) -> np.ndarray:
    """Lines inside a drawing: of metal where there is bare paper `beside` them, else dark."""
    dark = np.array(look.shadow, dtype=np.float32)
    on_leaf = np.clip((beside - 0.18) / 0.12, 0, 1)[..., None]
    chosen: np.ndarray = metal + (dark - metal) * on_leaf * np.float32(0.82)
    return chosen


def _bodies(tone: Field, metal: np.ndarray, look: Look, leaf: Field) -> np.ndarray:
    """Dyed paper, deep for the dark, lifted for the bright, and the leaf over it."""
    share = np.clip(tone / 245, 0, 1)[..., None]
    deep, lifted = (np.array(c, dtype=np.float32) for c in (look.near, look.far))
    body = deep + (lifted - deep) * share
    bare = (1 - leaf[..., None]) ** 2  # leaf hides the dye: half of each would only be grey
    gilt: np.ndarray = body * bare + metal * leaf[..., None]
    return gilt


def _lines(tone: Field, alpha: Field, unit_px: float) -> tuple[Field, Field]:
    """Where the drawing has its rim, and where a line or an edge between tones; each 0..1."""
    soft = blur(alpha, 1.3 * unit_px)
    rim = np.clip(alpha * (1 - soft) * 3.4 - 0.2, 0, 1)
    inner = tone * alpha
    around = blur(inner, max(1.3, 1.1 * unit_px))
    darker = around - inner  # a drawn line among bright bodies; among dark ones lines are bright
    relief = np.where(around > 84, darker / 26, -darker / 13) - np.float32(0.30)
    return rim, np.clip(relief, 0, 0.92) * np.clip(soft * 1.8 - 0.7, 0, 1)
