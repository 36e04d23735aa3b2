"""Effects that belong to one kind of dream: the train that leaves, the lift that drops, the light
under a saucer, the beam of a projector, what strikes the ground."""

import numpy as np
import skia

from mongyudo.ink.brush import bodies, painted, polygon
from mongyudo.ink.canvas import LINEAR, Rgb, image_of, paint, surface
from mongyudo.ink.happening import Happening, force
from mongyudo.ink.layers import View
from mongyudo.ink.looks import mix
from mongyudo.ink.noise import rng
from mongyudo.ink.pen import Pen, palette_of
from mongyudo.ink.scene import Effect
from mongyudo.ink.stage import GROUND, Live, Stage
from mongyudo.ink.streetside import carriage

_CARS = 3
_WAITS = 0.16
"""The share of the scene for which the train still stands."""


def departure(stage: Stage, effect: Effect) -> Happening:
    """A train at the platform that draws out and is gone, its last lamp the brightest."""
    high, wide = stage.y(0.42), stage.x(0.62)
    sheet = painted(round(wide * _CARS), round(high), lambda c: _train(c, stage, wide, high))
    image = bodies(sheet, stage, 881)
    top = stage.y(GROUND - 0.02) - high

    def draw(canvas: skia.Canvas, view: View) -> None:
        gone = max(0.0, (view.progress - _WAITS) / (1 - _WAITS))
        run = stage.x(3.4) * gone**2.2 * max(effect.start, effect.end)
        jolt = stage.unit_px * float(np.sin(view.time_s * 31)) * min(1.0, gone * 6)
        canvas.drawImage(image, stage.x(-0.62) + run, top + jolt, LINEAR)

    return Happening(behind=[Live(draw, parallax=0.95)])


def _train(canvas: skia.Canvas, stage: Stage, wide: float, high: float) -> None:
    palette = palette_of(stage.look)
    for car in range(_CARS):
        pen = Pen(canvas, stage.look, palette, car * wide, 0.0, wide, high, stage.unit_px)
        carriage(pen.within(0.004, 0.02, 0.996, 1.0))
    tail = Pen(canvas, stage.look, palette, 0.0, 0.0, wide, high, stage.unit_px)
    tail.glow(0.02, 0.66, 0.16, 0.9)
    tail.disc(0.02, 0.66, 0.03, mix((214, 60, 44), stage.look.light, 0.15))


def lift_floors(stage: Stage, effect: Effect) -> Happening:
    """Storeys that rush upwards past the gap of the lift's doors, a lamp that fails."""
    high = round(stage.y(0.5))
    wide = max(8, round(stage.x(0.15)))
    image = image_of(painted(wide, high, lambda c: _storey(c, stage, wide, high)))
    left, top, bottom = stage.x(0.425), stage.y(0.16), stage.y(0.715)
    gap = skia.Rect.MakeLTRB(left, top, left + wide, bottom)

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        if strength <= 0.0:
            return
        run = 9.0 * view.progress**2.6 * stage.y(1.0)
        canvas.save()
        canvas.clipRect(gap)
        y = top - run % high
        while y < bottom:
            canvas.drawImage(image, left, y, LINEAR)
            y += high
        canvas.restore()

    def flicker(canvas: skia.Canvas, view: View) -> None:
        since = view.progress - 0.34
        if since < 0:
            return
        off = np.sin(view.time_s * 47) * np.sin(view.time_s * 13) > 0.1
        canvas.drawColor(skia.Color(*stage.look.shadow, 120 if off else 20))

    return Happening(behind=[Live(draw, parallax=0.92)], before=[Live(flicker, parallax=0.0)])


def lift_doors(stage: Stage, effect: Effect) -> Happening:
    """Landings that go by sideways behind the gap of the lift's doors."""
    high, wide = round(stage.y(0.555)), max(8, round(stage.x(0.15)))
    image = image_of(painted(wide, high, lambda c: _storey(c, stage, wide, high)))
    left, top = stage.x(0.425), stage.y(0.16)
    gap = skia.Rect.MakeXYWH(left, top, wide, high)

    def draw(canvas: skia.Canvas, view: View) -> None:
        if force(effect, view.progress) <= 0.0:
            return
        run = 11.0 * max(0.0, view.progress - 0.2) ** 1.4 * wide
        canvas.save()
        canvas.clipRect(gap)
        for number in (0, 1):
            canvas.drawImage(image, left - run % wide + number * wide, top, LINEAR)
        canvas.restore()

    return Happening(behind=[Live(draw, parallax=0.92)])


_DOORS = {"subway": (0.412, 0.14, 0.575, 0.755)}
"""Where the doors of a setting are, in shares of the frame; those of the lift for the rest."""


def sliding_doors(stage: Stage, effect: Effect) -> Happening:
    """The doors of a carriage or a lift draw apart, and light falls in."""
    left, top, right, bottom = _DOORS.get(stage.scene.setting, (0.425, 0.16, 0.575, 0.715))
    lit = mix(stage.look.light, stage.look.mist, 0.3)
    ground, edge = mix(lit, stage.look.near, 0.35), mix(stage.look.near, stage.look.ink, 0.6)

    def draw(canvas: skia.Canvas, view: View) -> None:
        half = (right - left) / 2 * force(effect, min(1.0, view.progress * 1.6))
        if half <= 0.002:
            return
        a, b = stage.x((left + right) / 2 - half), stage.x((left + right) / 2 + half)
        y, sill, foot = stage.y(top), stage.y(bottom - 0.12), stage.y(bottom)
        canvas.drawRect(skia.Rect.MakeLTRB(a, y, b, sill), paint(lit))
        canvas.drawRect(skia.Rect.MakeLTRB(a, sill, b, foot), paint(ground))
        brush = paint(edge, 0.9, stroke_px=2.4 * stage.unit_px)
        canvas.drawLine(a, y, a, foot, brush)
        canvas.drawLine(b, y, b, foot, brush)

    return Happening(behind=[Live(draw, parallax=0.9)])


def _storey(canvas: skia.Canvas, stage: Stage, wide: int, high: int) -> None:
    """One storey as seen through the gap: a lit landing, then the dark of the slab."""
    look = stage.look
    lit = mix(look.light, (255, 232, 180), 0.5)
    canvas.drawRect(skia.Rect.MakeWH(wide, high), paint(mix(look.shadow, look.near, 0.3)))
    landing = skia.Rect.MakeLTRB(wide * 0.08, high * 0.26, wide * 0.92, high)
    canvas.drawRect(landing, paint(lit, 0.9))
    slab = skia.Rect.MakeLTRB(0, high * 0.17, wide, high * 0.25)
    canvas.drawRect(slab, paint(mix(look.near, look.mist, 0.3)))
    door = skia.Rect.MakeLTRB(wide * 0.32, high * 0.5, wide * 0.68, high)
    canvas.drawRect(door, paint(mix(lit, look.near, 0.4)))


def beam(stage: Stage, effect: Effect) -> Happening:
    """A column of light under whatever hovers: it opens towards the ground."""
    x, y = _hovering(stage)
    image = image_of(painted(stage.width_px, stage.height_px, lambda c: _column(c, stage, x, y)))

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, max(0.0, (view.progress - 0.42) / 0.25))
        waver = 0.86 + 0.14 * float(np.sin(view.time_s * 9))
        if strength > 0.01:
            brush = skia.Paint(Alphaf=strength * waver)
            canvas.drawImage(image, 0, 0, skia.SamplingOptions(), brush)

    return Happening(behind=[Live(draw, parallax=1.0)])


def _hovering(stage: Stage) -> tuple[float, float]:
    """Where the first thing comes to rest in the air, in shares of the frame."""
    high = [p.path[-1] for p in stage.scene.props if p.path[-1].y < 0.6]
    return (high[0].x, high[0].y - 0.04) if high else (0.62, 0.30)


def _column(canvas: skia.Canvas, stage: Stage, x: float, y: float) -> None:
    light = mix(stage.look.light, (214, 255, 236), 0.75)
    for spread, alpha in ((0.17, 120), (0.13, 140), (0.09, 170)):
        spots = [(x - 0.03, y), (x + 0.03, y), (x + spread, 0.86), (x - spread, 0.86)]
        cone = polygon([(stage.x(a), stage.y(b)) for a, b in spots])
        ends = [skia.Color(*light, alpha), skia.Color(*light, alpha // 2)]
        points = [(0.0, stage.y(y)), (0.0, stage.y(0.86))]
        brush = skia.Paint(Shader=skia.GradientShader.MakeLinear(points, ends), AntiAlias=True)
        brush.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 3 * stage.unit_px))
        canvas.drawPath(cone, brush)
    pool = skia.Rect.MakeLTRB(stage.x(x - 0.17), stage.y(0.83), stage.x(x + 0.17), stage.y(0.89))
    canvas.drawOval(pool, paint(light, 0.5))


def projector(stage: Stage, effect: Effect) -> Happening:
    """The screen's picture changes and its light flickers over the seats."""
    light = mix(stage.look.light, (255, 255, 255), 0.5)
    screen = skia.Rect.MakeLTRB(stage.x(0.21), stage.y(0.10), stage.x(0.79), stage.y(0.46))
    dice = rng(stage.scene.seed, 884)
    scenes = [tuple(float(v) for v in dice.uniform(0, 1, 5)) for _ in range(4)]

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        beat = 0.75 + 0.25 * float(np.sin(view.time_s * 23) * np.sin(view.time_s * 7))
        canvas.drawRect(screen, paint(light, 0.30 * strength * beat))
        _moving_picture(canvas, stage, screen, scenes[int(view.time_s / 1.1) % 4], view.time_s)
        canvas.drawColor(skia.Color(*light, round(18 * strength * beat)))

    return Happening(behind=[Live(draw, parallax=0.92)])


def _moving_picture(
    canvas: skia.Canvas, stage: Stage, screen: skia.Rect, dice: tuple[float, ...], time_s: float
) -> None:
    """Two riders of the light: hills and a far figure that walks, another in each scene."""
    grey: Rgb = mix(stage.look.near, stage.look.light, 0.30)
    wide, high = screen.width(), screen.height()
    canvas.save()
    canvas.clipRect(screen)
    t = np.linspace(0, 1, 24)
    hill = 0.62 - 0.14 * np.sin(t * (3 + 4 * dice[0]) + dice[1] * 6)
    spots = [
        (screen.left() + a * wide, screen.top() + b * high) for a, b in zip(t, hill, strict=True)
    ]
    low = [(screen.right(), screen.bottom()), (screen.left(), screen.bottom())]
    canvas.drawPath(polygon([*spots, *low]), paint(grey, 0.75))
    x = screen.left() + wide * ((dice[2] + 0.06 * time_s) % 1.0)
    foot = screen.top() + 0.88 * high
    dark = paint(mix(grey, (0, 0, 0), 0.5), 0.9)
    canvas.drawOval(
        skia.Rect.MakeXYWH(x - 0.02 * wide, foot - 0.34 * high, 0.04 * wide, 0.10 * high), dark
    )
    body = [(x - 0.03 * wide, foot), (x, foot - 0.25 * high), (x + 0.03 * wide, foot)]
    canvas.drawPath(polygon(body), dark)
    canvas.restore()


def impact(stage: Stage, effect: Effect) -> Happening:
    """A flash where something strikes the ground, a ring of dust, and stones thrown up."""
    x, y = _strikes(stage)
    dice = rng(stage.scene.seed, 886)
    stones = dice.random((16, 4))
    white = mix(stage.look.light, (255, 255, 255), 0.7)
    stone = paint(mix(stage.look.near, stage.look.shadow, 0.3))
    glow = glow_image(stage)

    def draw(canvas: skia.Canvas, view: View) -> None:
        since = (view.progress - 0.60) * stage.scene.duration_s
        if since < 0:
            return
        size = stage.y(1.2) * min(1.0, 0.3 + since * 2.2)
        rect = skia.Rect.MakeXYWH(stage.x(x) - size / 2, stage.y(y) - size / 2, size, size)
        fade = float(np.exp(-since * 0.45)) * max(effect.start, effect.end)
        canvas.drawImageRect(glow, rect, LINEAR, skia.Paint(Alphaf=fade))
        for side, up, turn, big in stones:
            px = stage.x(x) + (side - 0.5) * stage.x(0.9) * min(1.2, since)
            py = stage.y(y) - stage.y(0.9 * (0.4 + up)) * since + stage.y(0.95) * since * since
            reach = stage.y(0.006 + 0.012 * big)
            spots = [
                (px + reach * np.cos(a + turn * 6 + since * 5), py + reach * np.sin(a + turn * 6))
                for a in (0.0, 1.4, 2.9, 4.4)
            ]
            canvas.drawPath(polygon(spots), stone)
        flash = float(np.exp(-since * 6))
        if flash > 0.02:
            canvas.drawColor(skia.Color(*white, round(210 * flash)))

    return Happening(before=[Live(draw, parallax=1.0)])


def _strikes(stage: Stage) -> tuple[float, float]:
    """Where the first thing ends its path, in shares of the frame."""
    ends = [p.path[-1] for p in stage.scene.props]
    return (ends[0].x, ends[0].y) if ends else (0.6, 0.76)


def glow_image(stage: Stage) -> skia.Image:
    """The burst of light of something that strikes or explodes."""
    side = 128
    sheet = surface(side, side)
    hot = mix(stage.look.light, (255, 214, 130), 0.6)
    colours = [skia.Color(*hot, 240), skia.Color(232, 120, 44, 150), skia.Color(120, 50, 30, 0)]
    shader = skia.GradientShader.MakeRadial((64, 64), 64, colours, [0.0, 0.4, 1.0])
    sheet.getCanvas().drawCircle(64, 64, 64, skia.Paint(Shader=shader))
    return sheet.makeImageSnapshot()
