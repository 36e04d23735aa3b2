"""The effect of being watched: a wall of surveillance screens."""

import numpy as np
import skia

from mongyudo.ink.brush import bodies
from mongyudo.ink.canvas import paint
from mongyudo.ink.happening import Happening, force
from mongyudo.ink.layers import View
from mongyudo.ink.looks import mix
from mongyudo.ink.pen import Pen, drawn
from mongyudo.ink.scene import Effect
from mongyudo.ink.stage import Live, Plate, Stage


def monitors(stage: Stage, effect: Effect) -> Happening:
    """A wall of surveillance screens, each with a face, a number and a red light."""
    cells = [(column, row) for row in range(3) for column in range(-1, 5)]
    sheet = drawn(stage, lambda pen: _screen_wall(pen, cells), parallax=0.8)
    plate = Plate(bodies(sheet.pixels, stage, 872), -sheet.left_px, -sheet.top_px, 0.8)
    red = paint((226, 52, 40))
    scan = paint(mix(stage.look.light, (160, 230, 200), 0.5), 0.16)

    def live(canvas: skia.Canvas, view: View) -> None:
        for index, (column, row) in enumerate(cells):
            x0, y0, x1, y1 = (stage.x(v) if i % 2 == 0 else stage.y(v) for i, v in
                              enumerate(_screen_box(column, row)))  # fmt: skip
            if (view.time_s * 1.1 + index * 0.37) % 1.0 < 0.6:
                canvas.drawCircle(
                    x0 + (x1 - x0) * 0.10, y0 + (y1 - y0) * 0.14, (y1 - y0) * 0.032, red
                )
            bar = y0 + (y1 - y0) * ((view.time_s * 0.35 + index * 0.29) % 1.0)
            band = skia.Rect.MakeLTRB(x0 + 2, bar, x1 - 2, min(y1, bar + (y1 - y0) * 0.10))
            canvas.drawRect(band, scan)

    def wall(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        if strength <= 0.01:
            return
        canvas.saveLayerAlpha(None, round(255 * strength)) if strength < 0.99 else canvas.save()
        canvas.translate(-view.pan_px[0] * 0.8, -view.pan_px[1] * 0.8)
        plate.draw(canvas, view)
        live(canvas, view)
        canvas.restore()

    return Happening(behind=[Live(wall, parallax=0.8)])


def _screen_box(column: int, row: int) -> tuple[float, float, float, float]:
    """The glass of a screen in shares of the frame."""
    x, y = 0.045 + column * 0.24, 0.035 + row * 0.245
    return (x, y, x + 0.19, y + 0.19)


def _screen_wall(pen: Pen, cells: list[tuple[int, int]]) -> None:
    case = mix(pen.palette.dark, pen.palette.metal, 0.15)
    wall = mix(pen.palette.wall, pen.palette.dark, 0.45)
    pen.rect(-0.5, -0.4, 1.5, 0.79, wall, line=0)
    pen.rect(-0.5, 0.775, 1.5, 1.6, mix(pen.palette.floor, pen.palette.dark, 0.35))
    for x in np.linspace(-0.4, 1.4, 13):
        pen.stroke(
            [(0.5 + (x - 0.5) * 0.8, 0.775), (0.5 + (x - 0.5) * 1.7, 1.3)], width=0.8, alpha=0.3
        )
    pen.shade([(-0.5, 0.78), (1.5, 0.78)], width=16, alpha=0.4)
    for index, (column, row) in enumerate(cells):
        x0, y0, x1, y1 = _screen_box(column, row)
        pen.poly([(x0 - 0.014, y0 - 0.022), (x1 + 0.013, y0 - 0.018), (x1 + 0.015, y1 + 0.022),
                  (x0 - 0.013, y1 + 0.02)], case, line=1.4)  # fmt: skip
        _screen(pen.within(x0, y0, x1, y1), index)


def _screen(pen: Pen, index: int) -> None:
    """One screen: a green-grey picture, scan lines, somebody looking up."""
    dice = np.random.default_rng(40 + index)
    glass = mix(mix(pen.palette.glass, pen.look.light, 0.30), (128, 170, 150), 0.45)
    pen.rect(0, 0, 1, 1, glass, line=0.8)
    pen.glow(0.5, 0.45, 0.7, 0.25)
    grey = mix(glass, pen.palette.dark, 0.62)
    face = mix(glass, pen.look.paper, 0.45)
    lean = dice.normal() * 0.05
    pen.poly([(0.18 + lean, 1.0), (0.26 + lean, 0.80), (0.42 + lean, 0.74), (0.58 + lean, 0.74),
              (0.74 + lean, 0.80), (0.82 + lean, 1.0)], grey, line=0.7)  # fmt: skip
    long_hair = dice.random() < 0.5
    if long_hair:
        pen.oval(0.5 + lean, 0.54, 0.185, 0.34, grey, line=0.7)
    pen.oval(0.5 + lean, 0.52, 0.130, 0.25, face, line=0.7)
    hair = [(0.5 + lean + 0.145 * float(np.cos(a)), 0.50 + 0.27 * float(np.sin(a)))
            for a in np.linspace(np.pi * 0.98, np.pi * 2.02, 16)]  # fmt: skip
    parting = 0.44 + 0.12 * dice.random()
    pen.poly(
        [*hair, (0.60 + lean, 0.40), (parting + lean, 0.34), (0.40 + lean, 0.42)], grey, line=0.6
    )
    for side in (-0.052, 0.052):
        eye = 0.5 + lean + side
        pen.stroke([(eye - 0.024, 0.53), (eye + 0.024, 0.53)], pen.palette.dark, width=1.8, alpha=1)
        pen.stroke([(eye - 0.026, 0.475), (eye + 0.026, 0.47)], pen.palette.dark, width=1.1)
    pen.stroke([(0.5 + lean, 0.55), (0.492 + lean, 0.61), (0.505 + lean, 0.615)], width=0.9)
    pen.stroke([(0.468 + lean, 0.685), (0.532 + lean, 0.685)], pen.palette.dark, width=1.2)
    for row in range(1, 16):
        pen.stroke(
            [(0, row / 16), (1, row / 16)], mix(glass, pen.palette.dark, 0.3), width=0.6, alpha=0.35
        )
    for x in (0.15, 0.19, 0.23, 0.30):
        pen.stroke([(x, 0.10), (x, 0.17)], pen.palette.dark, width=1.0)
