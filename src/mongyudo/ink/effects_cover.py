"""Effects that cover a picture: heaps of earth, sand or snow, ice, a sky of one colour."""

from collections.abc import Mapping

import numpy as np
import skia

from mongyudo.ink.brush import Point, tapered
from mongyudo.ink.canvas import Rgb, image_of, paint
from mongyudo.ink.happening import Happening, force
from mongyudo.ink.layers import View
from mongyudo.ink.looks import mix
from mongyudo.ink.noise import cloud, line, rng
from mongyudo.ink.pen import tinted
from mongyudo.ink.scene import Effect
from mongyudo.ink.stage import Live, Stage

_HEAPS: Mapping[str, Rgb] = {
    "rising_earth": (126, 92, 62),
    "rising_sand": (206, 174, 120),
    "rising_snow": (236, 240, 244),
}
_SUNSET: Rgb = (196, 52, 40)
"""What the sky turns to where no colour is told."""

_HORIZON = 0.76
"""Where the sky ends, a little above the line on which feet stand."""


def heap(stage: Stage, effect: Effect) -> Happening:
    """Loose stuff that rises in the picture and hides what it reaches."""
    period = stage.period_px(1.0)
    body = _heap_body(stage, period, _HEAPS[effect.name])

    def draw(canvas: skia.Canvas, view: View) -> None:
        top = stage.y(1.04 - 0.80 * force(effect, view.progress))
        if top >= stage.height_px:
            return
        left = -view.pan_px[0] % period - period
        while left < stage.width_px:
            canvas.drawImage(body, round(left), round(top))
            left += period

    return Happening(before=[Live(draw, parallax=1.0)])


def _heap_body(stage: Stage, period: int, colour: Rgb) -> skia.Image:
    """Grains under an uneven edge that is darker, as where it crumbles."""
    tall = round(stage.height_px * 0.95)
    ridge = (line(period, stage.seed(871), rough=2.6) * 0.028 + 0.06) * stage.height_px
    depth = np.arange(tall, dtype=np.float32)[:, None] - ridge[None, :].astype(np.float32)
    lumps = cloud(tall, period, stage.seed(872), rough=1.8)
    grains = cloud(tall, period, stage.seed(873), rough=0.6)
    tone = np.array(tinted(stage.look, colour), dtype=np.float32)
    dark = np.array(mix(tinted(stage.look, colour), stage.look.ink, 0.55), dtype=np.float32)
    shade = np.clip(0.22 + 0.16 * lumps + 0.10 * grains, 0, 1)
    shade = np.maximum(shade, 0.85 * np.exp(-((depth / (2.2 * stage.unit_px)) ** 2)))
    pixels = np.empty((tall, period, 4), dtype=np.uint8)
    pixels[..., :3] = np.clip(tone + (dark - tone) * shade[..., None], 0, 255)
    pixels[..., 3] = np.clip((depth / stage.unit_px + 1) * 250, 0, 250)
    return image_of(pixels)


def frost(stage: Stage, effect: Effect) -> Happening:
    """Ice over the ground, and its ferns that grow from the frame's edges into the picture."""
    sheet, ferns = _ice_sheet(stage), _ferns(stage)
    white = paint(mix(stage.look.mist, (255, 255, 255), 0.75), 0.85)

    def draw_sheet(canvas: skia.Canvas, view: View) -> None:
        canvas.drawImage(sheet, 0, 0, skia.SamplingOptions(), _fading(effect, view))

    def draw_ferns(canvas: skia.Canvas, view: View) -> None:
        grown = force(effect, view.progress)
        path = skia.Path()
        for born, start, end, width in ferns:
            share = min(1.0, (grown - born) / 0.2)
            if share > 0:
                tip = (start[0] + (end[0] - start[0]) * share,
                       start[1] + (end[1] - start[1]) * share)  # fmt: skip
                tapered(path, [start, tip], [width, width * 0.35])
        canvas.drawPath(path, white)

    return Happening(
        behind=[Live(draw_sheet, parallax=0.0)], before=[Live(draw_ferns, parallax=0.0)]
    )


def _fading(effect: Effect, view: View) -> skia.Paint:
    return skia.Paint(Alphaf=force(effect, view.progress))


def _ice_sheet(stage: Stage) -> skia.Image:
    """Pale ice from the horizon down, with glints that lie across it."""
    height, width = stage.height_px, stage.width_px
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    streaks = cloud(height, width, stage.seed(875), rough=1.6, stretch=12.0)
    ice = np.array(tinted(stage.look, (188, 214, 226)), dtype=np.float32)
    glint = np.array(mix(stage.look.light, (255, 255, 255), 0.7), dtype=np.float32)
    share = np.clip(streaks - 0.3, 0, 1)[..., None]
    pixels = np.empty((height, width, 4), dtype=np.uint8)
    pixels[..., :3] = np.clip(ice + (glint - ice) * share, 0, 255)
    low = np.clip((rows - (_HORIZON - 0.10)) / 0.12, 0, 1)
    pixels[..., 3] = np.clip((0.10 + 0.72 * low + 0.06 * streaks) * 255, 0, 255)
    return image_of(pixels)


def _ferns(stage: Stage) -> list[tuple[float, Point, Point, float]]:
    """Strokes of ice: when each is born (0..1), its ends, its width in pixels."""
    dice = rng(stage.scene.seed, 876)
    found: list[tuple[float, Point, Point, float]] = []
    for number in range(30):
        along, side = number / 30 + 0.01 * float(dice.normal()), number % 2
        foot = (stage.x(along), stage.y(0.0 if side else 1.0))
        if number % 3 == 0:
            foot = (stage.x(0.0 if side else 1.0), stage.y(along))
        towards = np.arctan2(stage.y(0.5) - foot[1], stage.x(0.5) - foot[0])
        _fern(found, stage, foot, float(towards + dice.normal() * 0.35), dice)
    return found


def _fern(
    found: list[tuple[float, Point, Point, float]],
    stage: Stage,
    foot: Point,
    angle: float,
    dice: np.random.Generator,
) -> None:
    """A stem in five pieces, each with a leaf to both sides."""
    step = stage.y(0.05) * float(dice.uniform(0.7, 1.3))
    for piece in range(5):
        angle += float(dice.normal()) * 0.12
        tip = (foot[0] + step * np.cos(angle), foot[1] + step * np.sin(angle))
        born, wide = 0.14 * piece, stage.unit_px * (3.4 - 0.5 * piece)
        found.append((born, foot, tip, wide))
        for side in (-0.9, 0.9):
            reach = step * (0.95 - 0.14 * piece)
            leaf = (tip[0] + reach * np.cos(angle + side), tip[1] + reach * np.sin(angle + side))
            found.append((born + 0.1, tip, leaf, wide * 0.6))
        foot = tip


def dyed_sky(stage: Stage, effect: Effect) -> Happening:
    """The sky takes on the colour that the scene gives it, from above downwards."""
    height, width = stage.height_px, stage.width_px
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    clouds = cloud(height, width, stage.seed(878), rough=2.2, stretch=3.0)
    pixels = np.empty((height, width, 4), dtype=np.uint8)
    pixels[..., :3] = tinted(stage.look, stage.scene.dye_of("sky") or _SUNSET)
    fades = np.clip((_HORIZON + 0.04 - rows) / 0.5, 0, 1) ** 0.6
    pixels[..., 3] = np.clip(fades * (0.80 + 0.12 * clouds) * 255, 0, 240)
    image = image_of(pixels)

    def draw(canvas: skia.Canvas, view: View) -> None:
        canvas.drawImage(image, 0, 0, skia.SamplingOptions(), _fading(effect, view))

    return Happening(sky=[Live(draw, parallax=0.0)])
