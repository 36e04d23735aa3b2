"""What runs down in a stream and heaps up, as sand and grain do, and water that gushes up."""

from collections.abc import Mapping

import numpy as np
import skia

from mongyudo.ink.brush import Point, polygon
from mongyudo.ink.canvas import Rgb, paint
from mongyudo.ink.happening import Happening, force
from mongyudo.ink.layers import View
from mongyudo.ink.looks import mix
from mongyudo.ink.noise import rng
from mongyudo.ink.pen import tinted
from mongyudo.ink.scene import Effect
from mongyudo.ink.stage import Live, Stage
from mongyudo.ink.water import water_colour

_STUFF: Mapping[str, Rgb] = {
    "sand": (206, 174, 120), "dust": (168, 160, 148), "soil": (126, 92, 62),
    "salt": (240, 240, 238), "sugar": (244, 242, 236), "flour": (242, 238, 228),
    "rice_sack": (240, 232, 206), "rice": (240, 232, 206), "ash": (120, 116, 114),
    "snow": (238, 242, 246),
}  # fmt: skip
"""The colours of what pours, by concept."""

_GRAINS, _DROPS = 260, 150
_FOOT_Y = 0.86
"""Where the stream meets the ground, as a share of the frame's height."""


def free_x(stage: Stage) -> float:
    """Where it happens: across from who sees it, as a share of the width."""
    actors = stage.scene.actors
    x = actors[0].path[-1].x if actors else 0.0
    return 0.68 if x < 0.5 else 0.32


def pouring(stage: Stage, effect: Effect) -> Happening:
    """A stream of grains from above the picture, and the heap that grows under it."""
    tone = tinted(stage.look, _STUFF.get(effect.concept or "sand", _STUFF["sand"]))
    dice = rng(stage.scene.seed, 881).random((_GRAINS, 3))
    x = free_x(stage)

    def draw(canvas: skia.Canvas, view: View) -> None:
        grown = force(effect, view.progress)
        if grown <= 0.01:
            return
        top = _FOOT_Y - 0.30 * grown
        _stream(canvas, stage, (x, top), dice, tone, view.time_s)
        _heap(canvas, stage, (x, top), grown, tone)

    return Happening(before=[Live(draw, parallax=1.0)])


def _stream(
    canvas: skia.Canvas, stage: Stage, foot: Point, dice: np.ndarray, tone: Rgb, time_s: float
) -> None:
    """Grains that fall from above down to `foot`."""
    x, low = stage.x(foot[0]), stage.y(foot[1] + 0.02)
    wide = stage.y(0.028)
    body = skia.Rect.MakeLTRB(x - wide * 0.5, -4, x + wide * 0.5, low)
    canvas.drawRect(body, paint(tone, 0.45))
    dark, pale = mix(tone, stage.look.ink, 0.55), mix(tone, stage.look.light, 0.4)
    for number, (start, side, size) in enumerate(dice):
        y = (start + time_s * (0.55 + 0.25 * size)) % 1.0
        spread = wide * (side - 0.5) * (1.5 + 0.8 * y)
        brush = paint((dark, tone, pale)[number % 3], 0.9)
        r = stage.y(0.0035 + 0.004 * size)
        canvas.drawCircle(x + spread, y * low, r, brush)


def _heap(canvas: skia.Canvas, stage: Stage, top: Point, grown: float, tone: Rgb) -> None:
    """The heap with its uneven slope, dark at the edge."""
    dice = rng(stage.scene.seed, 882)
    half, high, foot = 0.04 + 0.22 * grown, _FOOT_Y - top[1], stage.y(_FOOT_Y + 0.03)
    t = np.linspace(-1, 1, 41)
    rough = dice.normal(0, 0.006, t.size) * (1 - np.abs(t))
    ridge = [
        (stage.x(top[0] + half * float(a)), foot - stage.y(high * (1 - abs(a)) ** 1.25 + float(b)))
        for a, b in zip(t, rough, strict=True)
    ]
    shape = polygon(
        [*ridge, (ridge[-1][0], foot + stage.y(0.02)), (ridge[0][0], foot + stage.y(0.02))]
    )
    canvas.drawPath(shape, paint(tone))
    canvas.drawPath(
        shape, paint(mix(tone, stage.look.ink, 0.6), 0.8, stroke_px=1.6 * stage.unit_px)
    )
    specks = dice.random((150, 2))
    dark = paint(mix(tone, stage.look.ink, 0.4), 0.6)
    for a, b in specks:
        side = 2 * a - 1
        y = foot - stage.y(high * (1 - abs(side)) ** 1.25 * b * 0.94)
        canvas.drawCircle(stage.x(top[0] + half * side), y, stage.unit_px * 0.9, dark)


def gushing(stage: Stage, effect: Effect) -> Happening:
    """A jet of water out of the ground: it shoots up, bends over and comes down in drops."""
    tone = water_colour(stage)
    dice = rng(stage.scene.seed, 883).random((_DROPS, 4))
    x = free_x(stage)

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        if strength <= 0.01:
            return
        _puddle(canvas, stage, x, strength, tone, view.time_s)
        _jet(canvas, stage, x, strength, tone, view.time_s)
        _spray(canvas, stage, x, strength, dice, tone, view.time_s)

    return Happening(before=[Live(draw, parallax=1.0)])


def _puddle(
    canvas: skia.Canvas, stage: Stage, x: float, strength: float, tone: Rgb, time_s: float
) -> None:
    """Water that spreads on the ground in rings."""
    for ring in range(4):
        grown = (time_s * 0.5 + ring / 4) % 1.0
        wide, flat = stage.x(0.05 + 0.17 * grown * strength), stage.y(0.012 + 0.03 * grown)
        cx, cy = stage.x(x), stage.y(_FOOT_Y)
        oval = skia.Rect.MakeLTRB(cx - wide, cy - flat, cx + wide, cy + flat)
        canvas.drawOval(oval, paint(tone, 0.35 * (1 - grown)))
        line = paint(
            mix(tone, stage.look.ink, 0.5), 0.6 * (1 - grown), stroke_px=1.4 * stage.unit_px
        )
        canvas.drawOval(oval, line)


def _jet(
    canvas: skia.Canvas, stage: Stage, x: float, strength: float, tone: Rgb, time_s: float
) -> None:
    """The column, narrow at the foot, that trembles at its head."""
    t = np.linspace(0, 1, 16)
    shake = np.sin(t * 9 - time_s * 14) * 0.004 * (0.3 + t)
    half = (0.012 + 0.034 * t**2) * np.sqrt(1 - 0.97 * t**8)
    y = _FOOT_Y - 0.60 * strength * t
    right = [(stage.x(x + s + h), stage.y(b)) for s, h, b in zip(shake, half, y, strict=True)]
    left = [(stage.x(x + s - h), stage.y(b)) for s, h, b in zip(shake, half, y, strict=True)]
    shape = polygon([*left, *right[::-1]])
    canvas.drawPath(shape, paint(mix(tone, stage.look.light, 0.35), 0.85))
    line = paint(mix(tone, stage.look.ink, 0.55), 0.8, stroke_px=1.6 * stage.unit_px)
    canvas.drawPath(shape, line)


def _spray(
    canvas: skia.Canvas, stage: Stage, x: float, strength: float, dice: np.ndarray, tone: Rgb,
    time_s: float,
) -> None:  # fmt: skip
    """Drops on their arcs from the head of the jet to the ground."""
    pale, dark = mix(tone, stage.look.light, 0.5), mix(tone, stage.look.ink, 0.5)
    head = _FOOT_Y - 0.60 * strength
    for number, (start, side, lift, size) in enumerate(dice):
        a = (start + time_s * 0.9) % 1.0
        across = (side - 0.5) * 0.44 * strength * a
        y = head - (0.10 + 0.10 * lift) * 4 * a * (1 - a) + (_FOOT_Y - head) * a * a
        r = stage.y(0.005 + 0.008 * size)
        spot = skia.Rect.MakeXYWH(stage.x(x + across) - r * 0.7, stage.y(y) - r, r * 1.4, r * 2)
        canvas.drawOval(spot, paint(pale if number % 3 else dark, 0.85))


_LEAKS = ((0.0, 0.0, 1.0), (-0.06, 0.37, 0.8), (0.07, 0.71, 0.9))
"""Where drops come down: beside the place, when in their turn, and how large."""


def leaking(stage: Stage, effect: Effect) -> Happening:
    """Drop after drop from above, and the pool that they make."""
    tone = water_colour(stage)
    x = free_x(stage)

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        if strength <= 0.01:
            return
        _puddle(canvas, stage, x, 0.7 * strength, tone, view.time_s)
        for side, turn, size in _LEAKS:
            for step in range(3):
                t = (view.time_s * 0.8 + turn + step / 3) % 1.0
                _drop(canvas, stage, (x + side, _FOOT_Y * t * t), 0.026 * size, tone)

    return Happening(before=[Live(draw, parallax=1.0)])


def _drop(canvas: skia.Canvas, stage: Stage, at: Point, tall: float, tone: Rgb) -> None:
    """A drop with its point above."""
    x, y, r = stage.x(at[0]), stage.y(at[1]), stage.y(tall)
    path = skia.Path()
    path.moveTo(x, y - r * 1.6)
    path.cubicTo(x + r * 0.9, y - r * 0.2, x + r * 0.7, y + r * 0.8, x, y + r * 0.8)
    path.cubicTo(x - r * 0.7, y + r * 0.8, x - r * 0.9, y - r * 0.2, x, y - r * 1.6)
    canvas.drawPath(path, paint(tone, 0.95))
    line = paint(mix(tone, stage.look.ink, 0.6), 0.9, stroke_px=1.5 * stage.unit_px)
    canvas.drawPath(path, line)
