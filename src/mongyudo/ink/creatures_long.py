"""Long animals: snakes, the dragon, centipedes. All head right; the ground is y = 0."""

import math
from dataclasses import dataclass

from mongyudo.ink.figures_pen import (
    Colour,
    Pen,
    Point,
    along,
    ellipse,
    hull,
    mix,
    polygon,
    rgb,
    ribbon,
    smooth,
    with_alpha,
)

DARK = rgb(38, 34, 34)
TOOTH = rgb(246, 240, 222)
EMBER = rgb(255, 196, 92)


@dataclass(frozen=True, slots=True)
class Snake:
    """A snake; `thick` is half its girth, `length` its length, in shares of its raised height."""

    coat: Colour
    belly: Colour
    marks: Colour
    thick: float = 0.105
    length: float = 2.3
    hood: bool = False
    height_m: float = 0.5


def draw_snake(pen: Pen, snake: Snake, action: str, phase: float, *, menace: bool) -> None:
    """A snake that winds along the ground with its head raised; coiled when it lies."""
    t = math.tau * phase
    spine = _coil(snake, t) if action in ("lie", "sit", "eat") else _winding(snake, action, t)
    count = len(spine)
    widths = [snake.thick * min(1.0, 0.12 + 2.2 * k / count) * (1.0 if k < count * 0.86 else 0.82) for k in range(count)]
    if snake.hood and (menace or action in ("attack", "stand")):
        for k in range(count - 7, count - 2):
            widths[k] *= 1.9
    pen.part([ribbon(spine, widths)], snake.coat)
    _snake_marks(pen, snake, spine, widths)
    _snake_head(pen, snake, spine, action, t, menace=menace)


def _winding(snake: Snake, action: str, t: float) -> list[Point]:
    points: list[Point] = []
    count = 34
    wild = 1.25 if action in ("run", "attack") else 1.0
    for k in range(count):
        s = k / (count - 1)
        x = (s - 0.62) * snake.length
        wave = math.sin(s * 15.0 - t)
        y = -snake.thick - 0.11 * wild * (0.5 + 0.5 * wave) * min(1.0, s * 4) * (1 - s * 0.4)
        rise = max(0.0, (s - 0.70) / 0.30)
        lunge = 0.12 * math.sin(t) if action == "attack" else 0.02 * math.sin(t)
        x -= 0.30 * math.sin(rise * math.pi) - lunge * rise
        y -= (0.92 - snake.thick * 2) * rise * rise * (3 - 2 * rise) * (1.0 if action != "walk" else 0.72)
        points.append((x, y))
    return points


def _coil(snake: Snake, t: float) -> list[Point]:
    points: list[Point] = []
    for k in range(40):
        s = k / 39
        a = s * math.tau * 2.4
        r = 0.62 * (1 - 0.5 * s)
        lift = 0.34 * s + 0.01 * math.sin(t) * s
        points.append((r * math.cos(a), -snake.thick - lift + 0.09 * math.sin(a)))
    x, y = points[-1]
    return [*points, (x + 0.12, y - 0.1), (x + 0.26, y - 0.14)]


def _snake_marks(pen: Pen, snake: Snake, spine: list[Point], widths: list[float]) -> None:
    for k in range(3, len(spine) - 3, 2):
        (x, y), w = spine[k], widths[k]
        before, after = spine[k - 1], spine[k + 1]
        dx, dy = after[0] - before[0], after[1] - before[1]
        n = max(1e-6, math.hypot(dx, dy))
        up = (dy / n, -dx / n)
        top = (x + up[0] * w * 0.35, y + up[1] * w * 0.35)
        pen.fill(ellipse(*top, w * 0.52, w * 0.42), snake.marks)
    low = [(x, y + w * 0.62) for (x, y), w in zip(spine, widths, strict=True)][4:-4]
    pen.stroke(smooth(low, closed=False), snake.thick * 0.24, with_alpha(snake.belly, 0.8))


def _snake_head(
    pen: Pen, snake: Snake, spine: list[Point], action: str, t: float, *, menace: bool
) -> None:
    x, y = spine[-1]
    r = snake.thick * 1.12
    gape = (0.5 + 0.3 * math.sin(t)) if menace or action == "attack" else 0.0
    if gape > 0.05:
        jaw = hull([(x, y + r * 0.3, r * 0.6), (x + r * 1.7, y + r * (0.6 + 1.5 * gape), r * 0.34)])
        pen.part([jaw], snake.coat, shaded=False)
        mouth = [(x + r * 0.2, y + r * 0.2), (x + r * 2.1, y + r * 0.1), (x + r * 1.8, y + r * (0.5 + 1.4 * gape))]
        pen.glow(polygon(mouth), rgb(130, 40, 44))
    flick = 0.5 + 0.5 * math.sin(2 * t)
    if flick > 0.35:
        end = (x + r * (2.3 + 1.3 * flick), y + r * 0.35)
        tongue = pen.brush(rgb(178, 48, 46), 0.02)
        pen.canvas.drawPath(smooth([(x + r * 1.9, y + r * 0.25), end], closed=False), tongue)
        for dy in (-0.35, 0.45):
            fork = smooth([end, (end[0] + r * 0.5, end[1] + r * dy)], closed=False)
            pen.canvas.drawPath(fork, pen.brush(rgb(178, 48, 46), 0.014))
    pen.part([hull([(x, y, r), (x + r * 1.5, y + r * 0.12, r * 0.56)])], snake.coat)
    if gape > 0.05:
        for k in (0.0, 0.45):
            fx = x + r * (1.85 - k)
            pen.glow(polygon([(fx - r * 0.1, y + r * 0.4), (fx + r * 0.12, y + r * 0.4), (fx, y + r * 1.15)]), TOOTH)
    ex, ey = x + r * 0.55, y - r * 0.36
    if menace:
        pen.glow(ellipse(ex, ey, r * 0.62, r * 0.5), with_alpha(EMBER, 0.3))
    pen.glow(ellipse(ex, ey, r * 0.27, r * 0.25), EMBER if menace else rgb(232, 204, 110))
    pen.glow(ellipse(ex, ey, r * 0.08, r * 0.22), DARK)


SNAKES = {
    "snake": Snake(rgb(110, 122, 74), rgb(222, 206, 150), rgb(62, 66, 46)),
    "big_snake": Snake(rgb(128, 100, 62), rgb(220, 198, 146), rgb(70, 50, 38), 0.15, 2.5),
    "viper": Snake(rgb(142, 112, 84), rgb(220, 200, 164), rgb(84, 60, 50), 0.11, 2.0),
    "cobra": Snake(rgb(84, 80, 66), rgb(214, 196, 146), rgb(46, 44, 42), 0.1, 2.2, hood=True),
    "white_snake": Snake(rgb(236, 232, 220), rgb(250, 246, 236), rgb(206, 196, 180)),
    "black_snake": Snake(rgb(58, 54, 56), rgb(150, 140, 126), rgb(34, 32, 34), 0.12),
    "eel": Snake(rgb(74, 76, 72), rgb(188, 180, 156), rgb(56, 58, 56), 0.12, 2.0),
}


@dataclass(frozen=True, slots=True)
class Dragon:
    """The dragon of the East: long, horned, whiskered, with four claws and no wings."""

    coat: Colour = rgb(64, 112, 118)
    belly: Colour = rgb(222, 196, 132)
    mane: Colour = rgb(190, 92, 54)
    height_m: float = 3.0


def draw_dragon(pen: Pen, dragon: Dragon, action: str, phase: float, *, menace: bool) -> None:
    """A dragon that winds through the air; the picture is about 1 high and 2.6 long."""
    t = math.tau * phase
    wild = 1.3 if action in ("run", "attack") else 1.0
    spine: list[Point] = []
    count = 44
    for k in range(count):
        s = k / (count - 1)
        x = (s - 0.56) * 2.35
        wave = math.sin(s * 9.4 - t)
        y = -0.42 - 0.20 * wild * wave * (0.35 + 0.65 * math.sin(math.pi * min(1.0, s * 1.08)))
        rise = max(0.0, (s - 0.84) / 0.16)
        spine.append((x - 0.10 * rise * rise, y - 0.24 * rise))
    widths = [0.012 + 0.095 * math.sin(math.pi * (0.06 + 0.80 * k / (count - 1))) for k in range(count)]
    _dragon_tail(pen, dragon, spine)
    for k, side in ((17, 0), (31, 0)):
        _claw_leg(pen, dragon, spine[k], t + k, far=True)
        del side
    _spines(pen, dragon, spine, widths)
    pen.part([ribbon(spine, widths)], dragon.coat)
    _scales(pen, dragon, spine, widths)
    for k in (14, 28):
        _claw_leg(pen, dragon, spine[k], t + k + 2.2, far=False)
    _dragon_head(pen, dragon, spine[-1], t, action, menace=menace)


def _dragon_tail(pen: Pen, dragon: Dragon, spine: list[Point]) -> None:
    x, y = spine[0]
    for dx, dy in ((-0.20, -0.08), (-0.24, 0.02), (-0.18, 0.11)):
        pen.part([ribbon([(x + 0.02, y), (x + dx * 0.5, y + dy * 0.8), (x + dx, y + dy)], [0.02, 0.03, 0.003])],
                 dragon.mane, shaded=False)  # fmt: skip


def _normal(spine: list[Point], k: int) -> Point:
    before, after = spine[max(0, k - 1)], spine[min(len(spine) - 1, k + 1)]
    dx, dy = after[0] - before[0], after[1] - before[1]
    n = max(1e-6, math.hypot(dx, dy))
    return (dy / n, -dx / n)


def _spines(pen: Pen, dragon: Dragon, spine: list[Point], widths: list[float]) -> None:
    for k in range(2, len(spine) - 3, 2):
        (x, y), w = spine[k], widths[k]
        ux, uy = _normal(spine, k)
        fx, fy = along(spine[k - 1], spine[k + 1], 0.5)
        del fx, fy
        tip = (x + ux * (w + 0.06) - 0.03, y + uy * (w + 0.06))
        root = (x + ux * w * 0.7, y + uy * w * 0.7)
        pen.part([polygon([(root[0] - 0.035, root[1]), tip, (root[0] + 0.035, root[1])])], dragon.mane, shaded=False)


def _scales(pen: Pen, dragon: Dragon, spine: list[Point], widths: list[float]) -> None:
    low = []
    for k in range(3, len(spine) - 1):
        (x, y), w = spine[k], widths[k]
        ux, uy = _normal(spine, k)
        low.append((x - ux * w * 0.62, y - uy * w * 0.62))
        if k % 2 and pen.dark is None:
            for share in (0.45, 0.0):
                cx, cy = x + ux * w * share, y + uy * w * share
                arc = [(cx - 0.02, cy - 0.018), (cx + 0.012, cy), (cx - 0.02, cy + 0.018)]
                pen.stroke(smooth(arc, closed=False), 0.0075, mix(dragon.coat, DARK, 0.5))
    pen.canvas.drawPath(smooth(low, closed=False), pen.brush(dragon.belly, 0.042))
    for x, y in low[::2]:
        pen.stroke(smooth([(x, y - 0.018), (x + 0.004, y + 0.02)], closed=False), 0.006, mix(dragon.belly, DARK, 0.45))


def _claw_leg(pen: Pen, dragon: Dragon, at: Point, t: float, *, far: bool) -> None:
    x, y = at
    colour = mix(dragon.coat, DARK, 0.3 if far else 0.0)
    swing = 0.06 * math.sin(t)
    knee = (x - 0.10 + swing * 0.5, y + 0.15)
    foot = (x + 0.03 + swing, y + 0.22)
    pen.part([ribbon([(x, y + 0.02), knee, foot], [0.055, 0.036, 0.024])], colour, shaded=False)
    for dx, dy in ((0.085, 0.0), (0.075, 0.045), (0.03, 0.07), (-0.045, 0.03)):
        pen.part([ribbon([foot, (foot[0] + dx * 0.6, foot[1] + dy), (foot[0] + dx, foot[1] + dy + 0.012)], [0.015, 0.011, 0.001])],
                 mix(colour, TOOTH, 0.35), shaded=False)  # fmt: skip


def _dragon_head(pen: Pen, dragon: Dragon, at: Point, t: float, action: str, *, menace: bool) -> None:
    x, y = at
    for k in range(7):
        a = math.radians(100 + 26 * k)
        wave = 0.02 * math.sin(t + k)
        tip = (x + 0.22 * math.cos(a) - 0.07, y - 0.19 * math.sin(a) + wave)
        pen.part([ribbon([(x, y), along((x, y), tip, 0.6), tip], [0.06, 0.05, 0.004])], dragon.mane, shaded=False)
    for shift, far in ((0.05, True), (0.0, False)):
        horn = mix(rgb(214, 190, 140), DARK, 0.25 if far else 0.0)
        beam = [(x + shift, y - 0.07), (x + shift - 0.10, y - 0.19), (x + shift - 0.24, y - 0.25)]
        pen.part([ribbon(beam, [0.022, 0.018, 0.004])], horn, shaded=False)
        pen.part([ribbon([beam[1], (beam[1][0] + 0.01, beam[1][1] - 0.09)], [0.014, 0.003])], horn, shaded=False)
    gape = 0.3 + (0.5 + 0.4 * math.sin(t) if menace or action == "attack" else 0.06 * math.sin(t))
    jaw = hull([(x + 0.02, y + 0.05, 0.05), (x + 0.20, y + 0.08 + 0.10 * gape, 0.028)])
    pen.part([jaw], dragon.coat, shaded=False)
    pen.glow(polygon([(x + 0.04, y + 0.03), (x + 0.27, y + 0.02), (x + 0.21, y + 0.06 + 0.10 * gape)]), rgb(140, 44, 40))
    for k in range(3):
        bx = x + 0.02 + 0.05 * k
        beard = [(bx, y + 0.10), (bx - 0.03, y + 0.19 + 0.015 * math.sin(t + k))]
        pen.part([ribbon(beard, [0.022, 0.003])], dragon.mane, shaded=False)
    pen.part([hull([(x, y, 0.095), (x + 0.13, y + 0.0, 0.06)]), hull([(x + 0.12, y, 0.05), (x + 0.26, y - 0.012, 0.045)])], dragon.coat)
    for k in range(4):
        tx = x + 0.28 - 0.05 * k
        pen.glow(polygon([(tx - 0.016, y + 0.03), (tx + 0.016, y + 0.03), (tx, y + 0.075)]), TOOTH)
    pen.fill(ellipse(x + 0.275, y - 0.035, 0.02, 0.015), mix(dragon.coat, DARK, 0.6))
    _dragon_eye(pen, x, y, menace=menace)
    for dy, s in ((-0.05, 1.0), (0.04, -0.7)):
        wave = 0.05 * math.sin(t * 1.0 + dy * 20)
        whisker = [(x + 0.24, y + dy * 0.3), (x + 0.38, y - 0.09 * s + wave), (x + 0.30, y - 0.20 * s), (x + 0.14, y - 0.26 * s + wave)]
        pen.canvas.drawPath(smooth(whisker, closed=False), pen.brush(mix(dragon.mane, DARK, 0.2), 0.013))


def _dragon_eye(pen: Pen, x: float, y: float, *, menace: bool) -> None:
    ex, ey = x + 0.075, y - 0.05
    if menace:
        pen.glow(ellipse(ex, ey, 0.07, 0.055), with_alpha(EMBER, 0.35))
    pen.glow(ellipse(ex, ey, 0.034, 0.029), EMBER if menace else rgb(246, 236, 206))
    pen.glow(ellipse(ex + 0.006, ey, 0.014, 0.017), DARK)
    pen.stroke(smooth([(ex - 0.05, ey - 0.02), (ex, ey - 0.045), (ex + 0.05, ey - 0.015)], closed=False), 0.016, DARK)


DRAGONS = {
    "dragon": Dragon(),
    "blue_dragon": Dragon(rgb(62, 96, 140)),
    "gold_dragon": Dragon(rgb(206, 160, 74), rgb(240, 222, 170), rgb(170, 70, 48)),
    "imugi": Dragon(rgb(78, 88, 72), rgb(190, 180, 140), rgb(70, 66, 60)),
}


def draw_centipede(pen: Pen, action: str, phase: float, *, menace: bool) -> None:
    """A centipede: beads on many running legs."""
    t = math.tau * phase
    del action
    shell, leg = rgb(120, 62, 44), rgb(196, 132, 70)
    count = 16
    beads: list[Point] = []
    for k in range(count):
        s = k / (count - 1)
        beads.append(((s - 0.5) * 2.6, -0.36 - 0.10 * math.sin(s * 7 - t)))
    for k, (x, y) in enumerate(beads):
        for far in (True, False):
            swing = 0.10 * math.sin(t * 1.0 + k * 1.3 + (math.pi if far else 0))
            foot = (x + swing + (0.05 if far else -0.02), -0.01)
            knee = (x + swing * 0.4 - 0.03, y + 0.03 + (0.02 if far else 0.08))
            path = smooth([(x, y + 0.05), knee, foot], closed=False)
            pen.canvas.drawPath(path, pen.brush(mix(leg, DARK, 0.4 if far else 0.05), 0.026))
    for x, y in beads:
        pen.part([ellipse(x, y, 0.12, 0.105)], shell)
    x, y = beads[-1]
    pen.part([ellipse(x + 0.12, y - 0.01, 0.12, 0.11)], mix(shell, rgb(190, 70, 46), 0.6))
    for lift in (0.34, 0.22):
        feeler = smooth([(x + 0.18, y - 0.06), (x + 0.32, y - lift), (x + 0.48, y - lift - 0.04 * math.sin(t))], closed=False)
        pen.canvas.drawPath(feeler, pen.brush(leg, 0.02))
    eye = EMBER if menace else DARK
    pen.glow(ellipse(x + 0.17, y - 0.03, 0.03, 0.03), eye)
