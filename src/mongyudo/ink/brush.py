"""Brush work: tapering strokes, leaves and dots as Skia paths, and surfaces to put them on."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray

from mongyudo.ink.canvas import Rgb, Rgba, image_of, paint, pixels_of, surface
from mongyudo.ink.noise import cloud
from mongyudo.ink.stage import Stage
from mongyudo.ink.treat import displaced, treated
from mongyudo.ink.treat_minhwa import as_minhwa

Point = tuple[float, float]
Draw = Callable[[skia.Canvas], None]


def tapered(
    path: skia.Path, points: Sequence[Point], widths: Sequence[float] | NDArray[np.floating[Any]]
) -> None:
    """Add to `path` a stroke through `points` whose full width at each is in `widths`."""
    spine = np.asarray(points, dtype=np.float64)
    half = np.asarray(widths, dtype=np.float64)[:, None] / 2
    ahead = np.gradient(spine, axis=0)
    length = np.maximum(np.hypot(ahead[:, 0], ahead[:, 1]), 1e-6)[:, None]
    normal = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1) / length
    outline = np.concatenate([spine + normal * half, (spine - normal * half)[::-1]])
    path.addPoly([skia.Point(float(x), float(y)) for x, y in outline], close=True)


def blade(path: skia.Path, foot: Point, tip: Point, width: float, bow: float = 0.5) -> None:
    """Add to `path` a blade of grass: it rises straight and leans over towards its tip."""
    (x0, y0), (x1, y1) = foot, tip
    bend = y0 + (y1 - y0) * bow
    path.moveTo(x0 - width / 2, y0)
    path.quadTo(x0 - width * 0.4, bend, x1, y1)
    path.quadTo(x0 + width * 0.4, bend, x0 + width / 2, y0)
    path.close()


def polygon(points: Iterable[Point]) -> skia.Path:
    """A closed path through `points`."""
    path = skia.Path()
    path.addPoly([skia.Point(float(x), float(y)) for x, y in points], close=True)
    return path


def curve(start: Point, bend: Point, end: Point, count: int = 10) -> list[Point]:
    """`count` points along the quadratic curve from `start` to `end`, drawn towards `bend`."""
    t = np.linspace(0, 1, count)[:, None]
    a, b, c = (np.asarray(p, dtype=np.float64) for p in (start, bend, end))
    points = (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t**2 * c
    return [(float(x), float(y)) for x, y in points]


def wrapped(canvas: skia.Canvas, period_px: float, x_px: float, draw: Draw) -> None:
    """Draw once with the origin at `x_px`, and again a period away on both sides."""
    recorder = skia.PictureRecorder()
    wide = skia.Rect.MakeLTRB(-4 * period_px, -16384, 4 * period_px, 16384)
    draw(recorder.beginRecording(wide))
    picture = recorder.finishRecordingAsPicture()
    for shift in (-period_px, 0.0, period_px):
        canvas.drawPicture(picture, skia.Matrix.Translate(x_px + shift, 0))


def painted(width_px: int, height_px: int, draw: Draw) -> Rgba:
    """The pixels of what `draw` puts on an empty sheet."""
    sheet = surface(width_px, height_px)
    draw(sheet.getCanvas())
    return pixels_of(sheet)


def brushed(pixels: Rgba, stage: Stage, salt: int, *, dry: float = 0.25) -> Rgba:
    """Trembling lines and a dry brush: pigment missing where the paper's tooth stands up."""
    seed = stage.seed(salt)
    moved = displaced(pixels, seed, 0.9 * stage.unit_px).copy()
    height, width = moved.shape[:2]
    worn = 1 - dry * np.clip(cloud(height, width, seed + 1, rough=1.0) * 0.5 + 0.45, 0, 1)
    moved[..., 3] = (moved[..., 3] * worn).astype(np.uint8)
    return moved


def finished(pixels: Rgba, stage: Stage, salt: int) -> skia.Image:
    """Silhouettes in the scene's material: brushed ink or gold, cards, or outlined pigment."""
    if stage.look.is_minhwa:
        seed, unit = stage.seed(salt), stage.unit_px
        return image_of(as_minhwa(pixels, stage.look, seed, unit, lines=0.30))
    if stage.look.is_paper:
        return image_of(treated(pixels, stage.look, stage.seed(salt), unit_px=stage.unit_px))
    return image_of(brushed(pixels, stage, salt))


def bodies(pixels: Rgba, stage: Stage, salt: int) -> skia.Image:
    """Coloured things in the scene's material, with its outlines or its cut edges."""
    seed, unit = stage.seed(salt), stage.unit_px
    return image_of(treated(pixels, stage.look, seed, unit_px=unit, steps=0.22))


def dots(
    canvas: skia.Canvas, points: Sequence[Point], radius_px: float, colour: Rgb, alpha: float
) -> None:
    """Round dabs of one size."""
    brush = paint(colour, alpha, stroke_px=2 * radius_px)
    canvas.drawPoints(skia.Canvas.kPoints_PointMode, [skia.Point(*p) for p in points], brush)


def hairs(canvas: skia.Canvas, lines: Sequence[Point], brush: skia.Paint) -> None:
    """Straight hairs; `lines` holds the two ends of each, one after the other."""
    canvas.drawPoints(skia.Canvas.kLines_PointMode, [skia.Point(*p) for p in lines], brush)
