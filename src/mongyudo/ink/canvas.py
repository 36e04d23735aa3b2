"""Raster surfaces and the way between numpy and Skia, always on Skia's fast path.

The fast path is BGRA with premultiplied alpha: 0.9 ms for a full frame of 768x432 against 3 ms.
"""

import sys
from ctypes import CDLL
from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray

Rgba = NDArray[np.uint8]
"""(H, W, 4) uint8, straight (not premultiplied) alpha, in the order R, G, B, A."""

Field = NDArray[np.floating[Any]]
"""(H, W), float32 unless said otherwise."""

Rgb = tuple[int, int, int]

_C = CDLL(None) if sys.platform == "linux" else None

LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)
NEAREST = skia.SamplingOptions(skia.FilterMode.kNearest)


def give_back_memory() -> None:
    """Hand freed pictures back to the system: glibc keeps them (a third of a painter at 1080p)."""
    trim = getattr(_C, "malloc_trim", None)
    if trim is not None:
        trim(0)


def surface(width_px: int, height_px: int) -> Any:
    """A transparent skia.Surface on the fast path; sizes below 1 become 1."""
    return skia.Surface.MakeRasterN32Premul(max(1, width_px), max(1, height_px))


def image_of(pixels: Rgba) -> skia.Image:
    """A premultiplied BGRA image that owns a copy of the straight-alpha `pixels`.

    What is opaque all over is marked so: Skia then copies it and blends nothing.
    """
    alpha = pixels[..., 3]
    opaque = bool(alpha.size) and int(alpha.min()) == 255
    out = np.empty_like(pixels)
    for target, source in ((0, 2), (1, 1), (2, 0)):
        out[..., target] = pixels[..., source] if opaque else _times(pixels[..., source], alpha)
    out[..., 3] = alpha
    return image_from_premultiplied(out, opaque=opaque)


def _times(channel: NDArray[np.uint8], alpha: NDArray[np.uint8]) -> NDArray[np.uint16]:
    product = np.multiply(channel, alpha, dtype=np.uint16)
    product += 127
    product //= 255
    return product


def image_from_premultiplied(bgra: NDArray[np.uint8], *, opaque: bool = False) -> skia.Image:
    """An image that owns a copy of (H, W, 4) uint8 premultiplied BGRA pixels."""
    return skia.Image.fromarray(
        np.ascontiguousarray(bgra),
        colorType=skia.kBGRA_8888_ColorType,
        alphaType=skia.kOpaque_AlphaType if opaque else skia.kPremul_AlphaType,
        copy=True,
    )


def in_colour(field: Field, colour: NDArray[np.floating[Any]]) -> NDArray[np.float32]:
    """(H, W, 3) `field` times `colour`, which lies in memory plane by plane, as does whatever is
    computed from it: numpy is six times slower over a last axis of three."""
    planes = np.multiply(field, colour.astype(np.float32)[:, None, None], dtype=np.float32)
    return np.moveaxis(planes, 0, -1)


def pixels_of(source: Any) -> Rgba:
    """The straight-alpha RGBA pixels of a skia.Surface or skia.Image, as a fresh array."""
    image = source.makeImageSnapshot() if hasattr(source, "makeImageSnapshot") else source
    pixels: Rgba = image.toarray(
        colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kUnpremul_AlphaType
    )
    return pixels


def paint(colour: Rgb, alpha: float = 1.0, *, stroke_px: float = 0.0) -> skia.Paint:
    """An anti-aliased fill, or a round-capped stroke when `stroke_px` is above 0."""
    made = skia.Paint(AntiAlias=True, Color=skia.Color(*colour, round(255 * _share(alpha))))
    if stroke_px > 0:
        made.setStyle(skia.Paint.kStroke_Style)
        made.setStrokeWidth(stroke_px)
        made.setStrokeCap(skia.Paint.kRound_Cap)
        made.setStrokeJoin(skia.Paint.kRound_Join)
    return made


def alpha_paint(alpha: float) -> skia.Paint:
    """A paint for drawing an image at `alpha` 0..1."""
    return skia.Paint(Alpha=round(255 * _share(alpha)))


def blur(field: NDArray[Any], sigma_px: float) -> Field:
    """A Gaussian-like blur of (H, W) values by three box passes; edges repeat the border."""
    out = np.asarray(field, dtype=np.float32)
    radius = round(sigma_px * 0.94)
    if radius < 1:
        return out if sigma_px < 0.3 else _soften(out, sigma_px)
    passes = 2 if radius <= 2 else 3
    for axis in (0, 1):
        for _ in range(passes):
            out = _box(out, radius, axis)
    return out


def _soften(field: Field, sigma_px: float) -> Field:
    """A 3-tap blur for radii too small for a box."""
    side = min(0.3, sigma_px * 0.45)
    for axis in (0, 1):
        before = np.concatenate([_edge(field, axis, 0), _drop(field, axis, last=True)], axis)
        after = np.concatenate([_drop(field, axis, last=False), _edge(field, axis, -1)], axis)
        field = (field * np.float32(1 - side) + (before + after) * np.float32(side / 2)).astype(
            np.float32
        )
    return field


def _edge(field: Field, axis: int, index: int) -> Field:
    return np.take(field, [index], axis=axis)


def _drop(field: Field, axis: int, *, last: bool) -> Field:
    cut = slice(0, -1) if last else slice(1, None)
    return field[cut] if axis == 0 else field[:, cut]


def _box(field: Field, radius: int, axis: int) -> Field:
    """The running mean of 2 * radius + 1 rows (axis 0) or columns (axis 1).

    Sums of 1, 2, 4 ... neighbours, each made of the one before: few passes whatever the radius.
    """
    length, width = field.shape[axis], 2 * radius + 1
    first, last = _edge(field, axis, 0), _edge(field, axis, -1)
    sums = np.concatenate([*[first] * radius, field, *[last] * radius], axis)
    total = np.zeros_like(field)
    at, step = 0, 1
    while True:
        if width & step:
            total += _span(sums, axis, at, at + length)
            at += step
        if 2 * step > width:
            break
        sums = _span(sums, axis, 0, -step) + _span(sums, axis, step, None)
        step *= 2
    total *= np.float32(1 / width)
    return total


def _span(field: Field, axis: int, start: int, end: int | None) -> Field:
    return field[start:end] if axis == 0 else field[:, start:end]


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
