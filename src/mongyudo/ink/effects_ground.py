"""Effects of a ground that gives way and of a sky that falls: fissures, rubble, bombs."""

import numpy as np
import skia

from mongyudo.ink.brush import Point, bodies, painted, polygon
from mongyudo.ink.canvas import LINEAR, paint
from mongyudo.ink.effects_dreams import glow_image
from mongyudo.ink.happening import Happening, force
from mongyudo.ink.layers import View
from mongyudo.ink.looks import mix
from mongyudo.ink.noise import rng
from mongyudo.ink.pen import tinted
from mongyudo.ink.scene import Effect
from mongyudo.ink.stage import Live, Stage

_HORIZON = 0.745
"""Where a fissure ends, a little behind the line on which feet stand."""


def fissure(stage: Stage, effect: Effect) -> Happening:
    """The ground splits: dark gaps run from the horizon towards the eye and open wide."""
    gaps = [
        _gap(stage, salt, top, low) for salt, top, low in ((1, 0.56, 0.66), (2, 0.30, 0.14),
                                                           (3, 0.80, 0.97))
    ]  # fmt: skip
    dark, rim = mix(stage.look.shadow, (0, 0, 0), 0.55), mix(stage.look.mist, stage.look.near, 0.3)

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        for number, (spine, widths) in enumerate(gaps):
            grown = min(1.0, max(0.0, strength * 1.7 - 0.28 * number))
            if grown <= 0.02:
                continue
            shape = _opened(stage, spine, widths, grown)
            canvas.drawPath(shape, paint(rim, 0.55, stroke_px=3.0 * stage.unit_px))
            canvas.drawPath(shape, paint(dark, 0.95))

    return Happening(behind=[Live(draw, parallax=1.0)])


def _gap(stage: Stage, salt: int, top: float, low: float) -> tuple[list[Point], np.ndarray]:
    """A jagged line from the horizon to below the frame, and its half widths, in shares."""
    dice = rng(stage.scene.seed, 890 + salt)
    t = np.linspace(0, 1, 12)
    x = top + (low - top) * t + dice.normal(0, 0.022, 12) * (0.3 + t)
    y = _HORIZON + (1.06 - _HORIZON) * t**1.4
    widths = (0.005 + 0.085 * t**1.5) * (0.7 + 0.6 * dice.random(12))
    return list(zip(x.tolist(), y.tolist(), strict=True)), widths


def _opened(stage: Stage, spine: list[Point], widths: np.ndarray, grown: float) -> skia.Path:
    """The part of a gap that is open at `grown` 0..1: it runs down, then gapes."""
    count = max(2, round(len(spine) * min(1.0, grown * 2)))
    wide = widths[:count] * (0.25 + 0.75 * grown)
    left = [(stage.x(x - w), stage.y(y)) for (x, y), w in zip(spine, wide, strict=False)]
    right = [(stage.x(x + w), stage.y(y)) for (x, y), w in zip(spine, wide, strict=False)]
    return polygon([*left, *right[::-1]])


def debris(stage: Stage, effect: Effect) -> Happening:
    """Stones and plaster that come down."""
    spots = rng(stage.scene.seed, 895).random((26, 5))
    stone = paint(mix(stage.look.near, stage.look.mist, 0.18))
    edge = paint(mix(stage.look.ink, stage.look.shadow, 0.4), 0.8, stroke_px=stage.unit_px)

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        for u, phase, rate, big, turn in spots[: round(26 * strength)]:
            life = (view.time_s * (0.45 + 0.35 * rate) + phase) % 1.0
            x = stage.x(u) + stage.x(0.02) * (turn - 0.5) * life
            y = stage.y(-0.08 + 1.0 * life * life)
            reach = stage.y(0.010 + 0.028 * big * big)
            angle = turn * 6 + view.time_s * (turn - 0.5) * 9
            corners = [
                (x + reach * np.cos(angle + a) * r, y + reach * np.sin(angle + a) * r)
                for a, r in ((0.0, 1.0), (1.2, 0.7), (2.3, 1.1), (3.6, 0.8), (5.0, 1.0))
            ]
            shape = polygon(corners)
            canvas.drawPath(shape, stone)
            canvas.drawPath(shape, edge)

    return Happening(before=[Live(draw, parallax=1.0)])


def bombs(stage: Stage, effect: Effect) -> Happening:
    """Bombs fall slanting out of the sky; where they strike beyond the roofs it flares up."""
    dice = rng(stage.scene.seed, 897)
    falls = [
        (i / 6 + 0.04 * float(dice.normal()), float(dice.uniform(0.15, 0.95))) for i in range(6)
    ]
    glow = glow_image(stage)
    dark = paint(mix(stage.look.ink, stage.look.shadow, 0.4))

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        for start, x in falls:
            life = (view.progress - start * 0.8) / 0.26
            if 0 <= life < 1:
                _bomb(canvas, stage, (x + 0.16 * (1 - life), -0.05 + 0.76 * life**1.5), dark)
            since = (life - 1) * 0.26 * stage.scene.duration_s
            if 0 <= since < 1.4:
                size = stage.y(0.5) * (0.4 + since)
                rect = skia.Rect.MakeXYWH(
                    stage.x(x) - size / 2, stage.y(0.70) - size * 0.6, size, size
                )
                fade = strength * float(np.exp(-since * 2.2))
                canvas.drawImageRect(glow, rect, LINEAR, skia.Paint(Alphaf=fade))

    return Happening(behind=[Live(draw, parallax=0.9)])


def _bomb(canvas: skia.Canvas, stage: Stage, place: Point, brush: skia.Paint) -> None:
    """A finned body, nose down to the left."""
    canvas.save()
    canvas.translate(stage.x(place[0]), stage.y(place[1]))
    canvas.rotate(20)
    reach = stage.y(0.036)
    canvas.drawOval(skia.Rect.MakeLTRB(-reach * 0.34, -reach, reach * 0.34, reach), brush)
    fins = [(-reach * 0.5, -reach * 1.5), (reach * 0.5, -reach * 1.5), (0.0, -reach * 0.6)]
    canvas.drawPath(polygon(fins), brush)
    canvas.restore()


def great_wave(stage: Stage, effect: Effect) -> Happening:
    """A wave as high as a house that comes in from the right and curls over."""
    wide, high = round(stage.x(0.95)), round(stage.y(0.92))
    image = bodies(painted(wide, high, lambda c: _wave(c, stage, wide, high)), stage, 898)
    spots = rng(stage.scene.seed, 899).random((40, 4))
    foam = paint(mix(stage.look.mist, (255, 255, 255), 0.7), 0.85)

    def draw(canvas: skia.Canvas, view: View) -> None:
        near = force(effect, view.progress)
        size = 0.62 + 0.52 * near
        left = stage.x(0.98 - 0.70 * near)
        top = stage.y(0.95) - high * size + stage.y(0.012) * float(np.sin(view.time_s * 2.1))
        rect = skia.Rect.MakeXYWH(left, top, wide * size, high * size)
        canvas.drawImageRect(image, rect, LINEAR, skia.Paint())
        for u, v, rate, big in spots:
            life = (view.time_s * (0.5 + 0.5 * rate) + v) % 1.0
            x = left + wide * size * (0.10 + 0.55 * u) - stage.x(0.10) * life
            y = top + high * size * (0.04 + 0.22 * u) + stage.y(0.55) * life * life
            canvas.drawCircle(x, y, stage.y(0.003 + 0.008 * big) * (1 - 0.5 * life), foam)

    return Happening(behind=[Live(draw, parallax=1.0)])


def _wave(canvas: skia.Canvas, stage: Stage, wide: int, high: int) -> None:
    """The hollow wave: its back, its hollow striped with rising water, foam on the crest."""
    sea = mix(tinted(stage.look, (70, 108, 132)), stage.look.near, 0.12)
    pale = mix(tinted(stage.look, (214, 228, 230)), stage.look.mist, 0.4)

    def at(x: float, y: float) -> Point:
        return (x * wide, y * high)

    body = skia.Path()
    body.moveTo(*at(1.05, 1.05))
    body.lineTo(*at(1.05, 0.42))
    body.cubicTo(*at(0.92, 0.20), *at(0.70, 0.02), *at(0.44, 0.03))
    body.cubicTo(*at(0.24, 0.04), *at(0.10, 0.14), *at(0.07, 0.36))
    body.cubicTo(*at(0.14, 0.24), *at(0.26, 0.20), *at(0.34, 0.30))
    body.cubicTo(*at(0.44, 0.46), *at(0.38, 0.80), *at(0.00, 1.05))
    body.close()
    canvas.drawPath(body, paint(sea))
    canvas.drawPath(body, paint(mix(stage.look.ink, sea, 0.2), 0.9, stroke_px=2.4 * stage.unit_px))
    for k in range(7):
        line = skia.Path()
        line.moveTo(*at(0.10 + 0.12 * k, 1.02))
        line.cubicTo(*at(0.46 + 0.07 * k, 0.84), *at(0.50 + 0.07 * k, 0.46), *at(0.36 + 0.08 * k,
                     0.14 + 0.03 * k))  # fmt: skip
        canvas.drawPath(line, paint(pale, 0.55, stroke_px=(3.2 - 0.2 * k) * stage.unit_px))
    dice = rng(stage.scene.seed, 900)
    for share in np.linspace(0, 1, 34):
        angle = np.pi * (0.98 - 0.80 * share)
        x, y = 0.34 + 0.28 * np.cos(angle), 0.30 - 0.27 * np.sin(angle)
        reach = high * float(dice.uniform(0.022, 0.05))
        spot = at(float(x + dice.normal() * 0.012), float(y + dice.normal() * 0.012))
        canvas.drawCircle(*spot, reach, paint(pale, 0.95))
        canvas.drawCircle(*spot, reach, paint(stage.look.ink, 0.4, stroke_px=stage.unit_px))
