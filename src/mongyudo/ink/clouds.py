"""Clouds as painters of minhwa and of sutras draw them: lobes with a line around and a curl inside.

They take the place of mist in materials that are drawn with lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import skia

from mongyudo.ink.brush import painted, wrapped
from mongyudo.ink.canvas import Rgb, image_of, paint
from mongyudo.ink.looks import mix
from mongyudo.ink.stage import Shaft, Stage, Strip, wrap_length

Lobe = tuple[float, float, float, float]
"""Left, top, right, bottom of a lozenge with round ends, in pixels."""


@dataclass(frozen=True, slots=True)
class Vein:
    """How a cloud is drawn: its body, its line, the tint of its heart, the line's width in px."""

    body: Rgb
    line: Rgb
    heart: Rgb
    line_px: float
    alpha: float


def cloud_band(
    stage: Stage, middle: float, spread: float, *, parallax: float, salt: int, dense: float = 1.0
) -> Strip:
    """A drifting row of lobed clouds around the height `middle`, `2 * spread` tall (shares)."""
    look, dice = stage.look, stage.dice(salt)
    width = wrap_length(stage.width_px * 1.25)
    height = max(12, round(stage.y(2.2 * spread)))
    count = max(1, round(2.2 * dense * width / stage.width_px))
    vein = _vein(stage)

    def draw(canvas: skia.Canvas) -> None:
        for index in range(count):
            x = width * (index + dice.uniform(0.1, 0.9)) / count
            long = stage.x(dice.uniform(0.16, 0.34))
            y = height * dice.uniform(0.40, 0.72)
            lobes = _lobes(long, height * dice.uniform(0.26, 0.36), dice)

            def one(sheet: skia.Canvas, y: float = y, lobes: Sequence[Lobe] = lobes) -> None:
                sheet.translate(0, y)
                _draw_cloud(sheet, lobes, vein)

            wrapped(canvas, width, x, one)

    image = image_of(painted(width, height, draw))
    drift = (3.0 + 5.0 * parallax) * stage.unit_px * look.tempo
    return Strip(image, stage.y(middle) - height / 2, parallax, drift_px_s=drift)


def cloud_column(
    stage: Stage, *, parallax: float, count: int, salt: int, alpha: float = 1.0
) -> Shaft:
    """The same clouds, scattered in a strip that repeats downwards, for falls and rises."""
    dice = stage.dice(salt)
    wide, tall = round(stage.x(1.1)), wrap_length(stage.height_px * 1.5)
    vein = _vein(stage)

    def draw(canvas: skia.Canvas) -> None:
        for _ in range(count):
            x, y, long = dice.random() * wide, dice.random() * tall, stage.x(dice.uniform(0.2, 0.4))
            lobes = _lobes(long, stage.y(dice.uniform(0.08, 0.12)), dice)
            for shift in (-tall, 0, tall):
                canvas.save()
                canvas.translate(x, y + shift)
                _draw_cloud(canvas, lobes, vein)
                canvas.restore()

    image = image_of(painted(wide, tall, draw))
    return Shaft(image, -stage.x(0.05), parallax, alpha=min(1.0, alpha + 0.3))


def _vein(stage: Stage) -> Vein:
    look, thin = stage.look, stage.unit_px
    if look.is_geumni:
        body = mix(look.sky_low, look.mist, 0.16)
        return Vein(body, look.ink, mix(body, look.rim, 0.10), 0.95 * thin, 0.72)
    tint = mix(look.mist, (255, 255, 255) if look.is_dark else look.accents[0], 0.14)
    return Vein(look.mist, mix(look.ink, look.far, 0.30), tint, 1.25 * thin, 0.96)


def _lobes(long: float, high: float, dice: np.random.Generator) -> list[Lobe]:
    """Three to five lozenges heaped around the middle, the lowest the longest."""
    lobes = []
    for step in range(int(dice.integers(3, 6))):
        half = long / 2 * (1 - 0.17 * step) * dice.uniform(0.55, 1.0)
        shift = long * dice.uniform(-0.26, 0.26)
        foot = high * (0.45 - 0.36 * step) + high * 0.08 * dice.random()
        lobes.append((shift - half, foot - high * 0.42, shift + half, foot))
    return lobes


def _draw_cloud(canvas: skia.Canvas, lobes: Sequence[Lobe], vein: Vein) -> None:
    """The line around all lobes first, their bodies over it, then hearts and curls."""
    outline = paint(vein.line, min(1.0, vein.alpha + 0.1), stroke_px=2 * vein.line_px)
    body, heart = paint(vein.body), paint(vein.heart)
    layer = skia.Paint(Alphaf=vein.alpha)
    canvas.saveLayer(None, layer)
    bumps = [bump for lobe in lobes for bump in _bumps(lobe)]
    for made, brush in ((1.0, outline), (1.0, body), (0.62, heart)):
        for lobe in lobes:
            canvas.drawPath(_lozenge(lobe, made), brush)
        for x, y, radius in bumps:
            canvas.drawCircle(x, y, radius * made, brush)
    fine = paint(vein.line, 0.75, stroke_px=0.8 * vein.line_px)
    for index, lobe in enumerate(lobes):
        canvas.drawPath(_curl(lobe, left=index % 2 == 0), fine)
    canvas.restore()


def _bumps(lobe: Lobe) -> list[tuple[float, float, float]]:
    """Round heads on a lozenge's back: x, y, radius; a tall one and two lower beside it."""
    left, top, right, bottom = lobe
    high, middle = bottom - top, left + (right - left) * (0.42 + 0.16 * ((left * 7) % 1.0))
    if right - left < high * 3:
        return []
    return [
        (middle, top + high * 0.18, high * 0.62),
        (middle - high * 0.95, top + high * 0.34, high * 0.46),
        (middle + high * 0.90, top + high * 0.30, high * 0.50),
    ]


def _lozenge(lobe: Lobe, share: float = 1.0) -> skia.Path:
    """The path of a lobe, or of the inner `share` of it."""
    left, top, right, bottom = lobe
    inset = (bottom - top) / 2 * (1 - share)
    radius = (bottom - top) / 2 - inset
    path = skia.Path()
    box = skia.Rect.MakeLTRB(left + inset, top + inset, right - inset, bottom - inset)
    path.addRoundRect(box, radius, radius)
    return path


def _curl(lobe: Lobe, *, left: bool) -> skia.Path:
    """A spiral at one end that runs out along the lobe's foot."""
    radius = (lobe[3] - lobe[1]) / 2
    turn = np.linspace(0.5 * np.pi, 3.9 * np.pi, 26)
    reach = radius * np.linspace(0.72, 0.14, 26)
    side = 1.0 if left else -1.0
    x0 = lobe[0] + radius if left else lobe[2] - radius
    y0 = (lobe[1] + lobe[3]) / 2
    path = skia.Path()
    tail = min(radius * 2.4, (lobe[2] - lobe[0]) * 0.5)
    path.moveTo(x0 + side * tail, y0 + radius * 0.72)
    for angle, r in zip(turn, reach, strict=True):
        path.lineTo(x0 + side * float(np.cos(angle) * r), y0 + float(np.sin(angle) * r))
    return path
