"""Snakes and other long bodies without legs."""

import math
from dataclasses import dataclass

from mongyudo.ink.creatures_act import Act
from mongyudo.ink.figures_pen import Colour, Pen, Point, ellipse, mix, polygon, rgb, ribbon, smooth

BONE = rgb(244, 238, 220)
EMBER = rgb(255, 196, 92)


@dataclass(frozen=True, slots=True)
class Snake:
    """A long body: `length` and greatest half width `girth` in units of the raised height."""

    coat: Colour
    belly: Colour
    mark: Colour
    length: float = 4.2
    girth: float = 0.13


def draw_snake(pen: Pen, snake: Snake, act: Act) -> None:
    """One snake, its head to the right."""
    spine = _spine(snake, act)
    count = len(spine)
    widths = [snake.girth * _taper(k / (count - 1)) for k in range(count)]
    pen.part([ribbon(spine, widths)], snake.coat)
    for k in range(6, count - 6, 4):
        x, y = spine[k]
        pen.fill(ellipse(x, y, widths[k] * 0.62, widths[k] * 0.5), snake.mark)
    _head(pen, snake, spine, act)


def _taper(share: float) -> float:
    """Thin tail, full middle, slim neck."""
    tail = min(1.0, share / 0.45) ** 0.7
    neck = 1 - 0.42 * max(0.0, (share - 0.72) / 0.28)
    return max(0.05, tail * neck)


def _spine(snake: Snake, act: Act) -> list[Point]:
    count = 48
    turn = math.tau * act.phase
    raised = act.menace or act.motion in ("rise", "attack", "bite")
    points: list[Point] = []
    for k in range(count):
        s = k / (count - 1)
        x = (s - 0.55) * snake.length * 0.62
        y = -snake.girth - 0.17 * math.sin(s * 13 - turn) * min(1.0, 3 * (1 - s) + 0.2)
        y -= 0.12
        if raised and s > 0.62:
            u = (s - 0.62) / 0.38
            x -= 0.55 * u * u * snake.length * 0.3
            y -= 0.85 * math.sin(u * 1.4)
        points.append((x, y))
    return points


def _head(pen: Pen, snake: Snake, spine: list[Point], act: Act) -> None:
    (ax, ay), (x, y) = spine[-3], spine[-1]
    canvas = pen.canvas
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(math.degrees(math.atan2(y - ay, x - ax)) * 0.4)
    size = snake.girth * 1.05
    canvas.scale(size, size)
    pen.line, pen.wash_scale = pen.line / size, pen.wash_scale / size
    jaw = 0.7 if act.menace or act.motion in ("attack", "bite") else 0.0
    if jaw:
        pen.part([polygon([(-0.3, 0.2), (1.7, 0.2 + jaw), (1.5, 0.5 + jaw), (0.0, 0.7)])], snake.belly)
        pen.glow(polygon([(1.3, 0.1), (1.5, 0.1), (1.35, 0.7)]), BONE)
    top = [(-0.9, -0.4), (0.2, -0.85), (1.3, -0.55), (1.95, -0.1), (1.8, 0.3), (0.2, 0.6), (-0.9, 0.45)]
    pen.part([smooth(top)], snake.coat)
    eye = EMBER if act.menace else rgb(40, 34, 30)
    pen.glow(ellipse(0.75, -0.3, 0.22, 0.2), eye)
    tongue = [(1.9, 0.15), (2.6, 0.25), (2.9, 0.1)]
    pen.canvas.drawPath(smooth(tongue, closed=False), pen.brush(mix(rgb(190, 40, 40), eye, 0.0), 0.1))
    pen.line, pen.wash_scale = pen.line * size, pen.wash_scale * size
    canvas.restore()
