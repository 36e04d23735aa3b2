"""The one material over everything: ink on hanji, cut paper, mineral pigments, gold on indigo."""

from collections.abc import Iterator, Sequence

import numpy as np
import skia

from mongyudo.ink.canvas import Field, Rgba, blur, image_of
from mongyudo.ink.looks import Look
from mongyudo.ink.noise import cloud
from mongyudo.ink.treat_geumni import as_geumni
from mongyudo.ink.treat_minhwa import as_minhwa

_LUMA = np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)


def treat(image_rgba: Rgba, look: Look, seed: int, *, unit_px: float = 1.0) -> skia.Image:
    """`image_rgba` (straight alpha) as if painted or cut; the same size, ready to draw.

    `unit_px` scales lines and shadows: frame height / 432. Leave a margin of 6 units around the
    drawing for bleeding edges and, in paper, for the shadow.
    """
    return image_of(treated(image_rgba, look, seed, unit_px=unit_px))


def treated(
    image_rgba: Rgba, look: Look, seed: int, *, unit_px: float = 1.0, steps: float = 0.55
) -> Rgba:
    """Like `treat`, as straight-alpha pixels, for drawings that are worked on further.

    `steps` is how far ink's tones are posterised, 0 not at all; large washes want little of it.
    """
    if look.is_paper:
        return _as_paper(image_rgba, look, seed, unit_px)
    if look.is_minhwa:
        return as_minhwa(displaced(image_rgba, seed, 0.6 * unit_px), look, seed, unit_px)
    if look.is_geumni:
        return as_geumni(displaced(image_rgba, seed, 0.45 * unit_px), look, seed, unit_px)
    return _as_ink(image_rgba, look, seed, unit_px, steps)


def displaced(image_rgba: Rgba, seed: int, reach_px: float) -> Rgba:
    """`image_rgba` with its lines set trembling by up to about `reach_px`, as a brush would.

    It wraps sideways, so that strips stay without a seam.
    """
    height, width = image_rgba.shape[:2]
    if reach_px < 0.25:
        return image_rgba
    down = _tremble(height, width, seed, reach_px)
    right = _tremble(height, width, seed + 1, reach_px)
    rows = np.clip(np.arange(height, dtype=np.int32)[:, None] + down, 0, height - 1)
    columns = (np.arange(width, width * 2, dtype=np.int32)[None, :] + right) % width
    packed = np.ascontiguousarray(image_rgba).view(np.uint32)[..., 0]
    moved: Rgba = packed.ravel()[rows * width + columns][..., None].view(np.uint8)
    return moved


def _tremble(height: int, width: int, seed: int, reach_px: float) -> np.ndarray:
    swell = cloud(height, width, seed, rough=2.3) * np.float32(reach_px * 0.85)
    bristle = cloud(height, width, seed + 5, rough=1.5) * np.float32(reach_px * 0.16)
    return np.rint(swell + bristle).astype(np.int32)


def _as_ink(image_rgba: Rgba, look: Look, seed: int, unit_px: float, steps: float) -> Rgba:
    pixels = displaced(image_rgba, seed, 1.1 * unit_px)
    colour = [pixels[..., channel].astype(np.float32) for channel in range(3)]
    alpha = pixels[..., 3] / np.float32(255)
    height, width = alpha.shape
    grain = cloud(height, width, seed + 2, rough=0.9)
    blotch = cloud(height, width, seed + 3, rough=2.2)
    tone = _tone(colour)
    edge = np.clip(_wet_edge(tone, alpha, blotch, unit_px * look.line**0.5) * look.line, 0, 0.97)
    out = np.empty_like(pixels)
    for channel, painted in enumerate(_wash_colour(colour, tone, look, grain, blotch, steps)):
        painted += (np.float32(look.ink[channel]) - painted) * edge
        out[..., channel] = np.clip(painted, 0, 255, out=painted)
    thin = np.clip(0.97 + 0.05 * grain + 0.04 * blotch, 0.74, 1.0)
    out[..., 3] = 255 * np.clip(alpha * thin + edge * alpha * 0.2, 0, 1)
    return out


def _tone(colour: Sequence[Field]) -> Field:
    tone: Field = colour[0] * _LUMA[0]
    for part, weight in zip(colour[1:], _LUMA[1:], strict=True):
        tone += part * weight
    return tone


def _wash_colour(
    colour: Sequence[Field], tone: Field, look: Look, grain: Field, blotch: Field, steps: float
) -> Iterator[Field]:
    """Posterised tone, a share of the own colour, the paper shining through from below.

    Channel by channel: numpy is six times slower over a last axis of three.
    """
    uneven = tone + 5 * grain + 7 * blotch
    flat = np.rint(uneven / 42) * 42
    tone_out = uneven + np.float32(steps) * (flat - uneven)
    keep = np.float32(look.saturation)
    depth = np.clip(tone_out / 235, 0, 1.04) * (1 - keep)
    lift = (tone_out - tone) * keep
    for own, ink, paper in zip(colour, look.ink, look.paper, strict=True):
        mixed = own * np.float32(paper / 246 * keep)
        mixed += depth * np.float32(paper - ink) + np.float32(ink * (1 - keep))
        mixed += lift
        yield mixed


def _wet_edge(tone: Field, alpha: Field, blotch: Field, unit_px: float) -> Field:
    """Where pigment gathers: along the outline and along changes of tone; 0..1."""
    soft_alpha = blur(alpha, 1.5 * unit_px)
    outline = alpha * (1 - soft_alpha) * 2.1
    tone_in = tone * alpha
    relief = np.abs(tone_in - blur(tone_in, 1.3 * unit_px)) / 150
    pressure = np.clip(0.78 + 0.24 * blotch, 0.25, 1.15)
    edge: Field = np.clip((outline + relief * 0.8 * soft_alpha) * pressure, 0, 0.93)
    return edge


def _as_paper(image_rgba: Rgba, look: Look, seed: int, unit_px: float) -> Rgba:
    pixels = displaced(image_rgba, seed, 0.5 * unit_px)
    colour = pixels[..., :3].astype(np.float32)
    alpha = pixels[..., 3].astype(np.float32) / 255
    height, width = alpha.shape
    grain = cloud(height, width, seed + 2, rough=0.8)
    tone = (colour @ _LUMA)[..., None]
    lit = tone + (colour - tone) * np.float32(look.saturation)
    lit = lit * (1 + 0.035 * grain[..., None])
    lit += _cut_edges(alpha, look, unit_px)
    shadow = _drop_shadow(alpha, look, unit_px)
    out = np.empty_like(pixels)
    total = alpha + shadow * (1 - alpha)
    weight = (alpha / np.maximum(total, 1e-4))[..., None]
    dark = np.array(look.shadow, dtype=np.float32) * 0.4
    out[..., :3] = np.clip(lit * weight + dark * (1 - weight), 0, 255)
    out[..., 3] = 255 * np.clip(total, 0, 1)
    return out


def _cut_edges(alpha: Field, look: Look, unit_px: float) -> np.ndarray:
    """A cream edge all round and a rim of light on the side that faces the light."""
    soft = blur(alpha, 1.1 * unit_px)
    thick = np.clip(blur(alpha, 3.5 * unit_px) * 2.2 - 0.25, 0.12, 1)
    edge = (np.clip(alpha * (1 - soft) * 2.0, 0, 1) * thick)[..., None]
    reach = max(1, round(2.2 * unit_px))
    side = reach if look.light_pos[0] < 0.5 else -reach
    facing = np.clip(alpha - _moved(soft, reach, side), 0, 1) * thick
    rim = facing[..., None] * look.light_strength
    cream = np.array(look.rim, dtype=np.float32)
    light = np.array(look.light, dtype=np.float32)
    glow: np.ndarray = edge * cream * 0.42 + rim * light * 0.40
    return glow


def _drop_shadow(alpha: Field, look: Look, unit_px: float) -> Field:
    reach = max(1, round(2.5 * unit_px))
    side = reach if look.light_pos[0] < 0.5 else -reach
    soft = blur(alpha, 2.4 * unit_px)
    return _moved(soft, reach, side) * np.float32(0.55)


def _moved(field: Field, down_px: int, right_px: int) -> Field:
    """`field` moved down, its top filled by its first row; sideways it wraps, as strips do."""
    moved = np.roll(field, (down_px, right_px), axis=(0, 1))
    moved[:down_px] = np.roll(field[:1], right_px, axis=1)
    return moved
