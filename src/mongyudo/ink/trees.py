"""Trees and grasses drawn with the brush: bare, pine, blossom, fir, bamboo, reeds."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
import skia

from mongyudo.ink.brush import (
    blade,
    curve,
    dots,
    finished,
    hairs,
    painted,
    polygon,
    tapered,
    wrapped,
)
from mongyudo.ink.canvas import Rgb, paint
from mongyudo.ink.looks import mix
from mongyudo.ink.stage import Stage, Strip

Dice = np.random.Generator


@dataclass(frozen=True, slots=True)
class Kind:
    """How a tree is drawn: its ink, its height in pixels and a second hue for leaves."""

    ink: Rgb
    height_px: float
    leaf: Rgb
    unit_px: float


def bare(canvas: skia.Canvas, kind: Kind, dice: Dice) -> None:
    """A leafless tree with its foot at the origin."""
    path = _bare_path(int(dice.integers(_BARE_SHAPES)))
    lean = dice.normal() * 0.03
    canvas.save()
    canvas.skew(lean, 0)
    side = 1 if dice.random() < 0.5 else -1
    canvas.scale(side * kind.height_px * dice.uniform(0.9, 1.15), kind.height_px)
    canvas.drawPath(path, paint(kind.ink))
    canvas.restore()


_BARE_SHAPES = 5


@lru_cache(maxsize=_BARE_SHAPES)
def _bare_path(shape: int) -> skia.Path:
    """One of a few bare trees, one unit high, grown once: growing takes longer than painting."""
    dice = np.random.default_rng(9100 + shape)
    path = skia.Path()
    path.setFillType(skia.PathFillType.kWinding)
    _branch(path, (0.0, 0.0, -math.pi / 2 + 0.05 * (shape - 2)), 0.33, 0.050, 8, dice)
    return path


def _branch(
    path: skia.Path, root: tuple[float, float, float], length: float, width: float, depth: int,
    dice: Dice,
) -> None:  # fmt: skip
    """A limb from `root` (x, y, direction) and the limbs that grow from it."""
    x, y, angle = root
    bend, crook, fork_dice, spread = dice.normal(), dice.normal(), dice.random(), dice.random()
    turned = angle + bend * 0.15
    tip_x, tip_y = x + math.cos(turned) * length, y + math.sin(turned) * length
    middle_x = x + math.cos(angle) * length * 0.5 + crook * length * 0.05
    middle_y = y + math.sin(angle) * length * 0.5
    _limb(path, ((x, y), (middle_x, middle_y), (tip_x, tip_y)), width, width * 0.68)
    if depth == 0 or width < 0.0016:
        return
    forks = 2 if fork_dice < 0.70 else 3
    wide = 0.40 + 0.42 * spread
    for fork in range(forks):
        side = (fork / (forks - 1) - 0.5) * 2 * wide + dice.normal() * 0.12
        lift = -0.06 * math.cos(turned)
        grown = (tip_x, tip_y, turned + side + lift)
        share = 0.66 + 0.20 * dice.random()
        _branch(path, grown, length * share, width * (0.50 + 0.17 * dice.random()), depth - 1, dice)


def _limb(
    path: skia.Path, points: tuple[tuple[float, float], ...], first: float, last: float
) -> None:
    """A tapering limb through three points, in plain numbers for speed."""
    (x0, y0), (x1, y1), (x2, y2) = points
    dx, dy = x2 - x0, y2 - y0
    length = math.hypot(dx, dy) or 1e-9
    nx, ny = -dy / length / 2, dx / length / 2
    half = (first + last) / 2
    path.moveTo(x0 + nx * first, y0 + ny * first)
    path.lineTo(x1 + nx * half, y1 + ny * half)
    path.lineTo(x2 + nx * last, y2 + ny * last)
    path.lineTo(x2 - nx * last, y2 - ny * last)
    path.lineTo(x1 - nx * half, y1 - ny * half)
    path.lineTo(x0 - nx * first, y0 - ny * first)
    path.close()


def pine(canvas: skia.Canvas, kind: Kind, dice: Dice) -> None:
    """A Korean red pine: a crooked trunk and flat pads of needles."""
    height = kind.height_px
    lean = dice.normal() * 0.16
    points, x = [], 0.0
    for t in np.linspace(0, 1, 9):
        x += dice.normal() * height * 0.022 + lean * height * 0.06
        points.append((x, -t * height * 0.92))
    trunk = skia.Path()
    tapered(trunk, points, np.linspace(height * 0.065, height * 0.018, 9))
    canvas.drawPath(trunk, paint(mix(kind.ink, (126, 78, 58), 0.28)))
    for index in (4, 5, 6, 7, 8):
        for side in (-1, 1):
            if index < 8 and dice.random() < 0.25:
                continue
            reach = height * dice.uniform(0.10, 0.26) * (1.25 - index * 0.07) * side
            pad = (points[index][0] + reach, points[index][1] - height * dice.uniform(-0.01, 0.06))
            elbow = (pad[0] * 0.5 + points[index][0] * 0.5, points[index][1])
            limb = skia.Path()
            widths = np.linspace(height * 0.020, height * 0.008, 5)
            tapered(limb, curve(points[index], elbow, pad, 5), widths)
            canvas.drawPath(limb, paint(kind.ink))
            _needles(canvas, kind, pad, height * dice.uniform(0.09, 0.15), dice)


def _needles(
    canvas: skia.Canvas, kind: Kind, centre: tuple[float, float], wide: float, dice: Dice
) -> None:
    """A pad: a soft dark cloud with needles standing up from it."""
    for _ in range(5):
        x = centre[0] + dice.normal() * wide * 0.42
        y = centre[1] + dice.normal() * wide * 0.07
        oval = skia.Rect.MakeXYWH(x - wide * 0.5, y - wide * 0.15, wide, wide * 0.30)
        canvas.drawOval(oval, paint(mix(kind.ink, kind.leaf, 0.45), 0.38))
    lines = []
    for _ in range(60):
        x = centre[0] + dice.normal() * wide * 0.48
        y = centre[1] + dice.normal() * wide * 0.09
        turn = -np.pi / 2 + dice.normal() * 0.7
        lines += [(x, y), (x + np.cos(turn) * wide * 0.17, y + np.sin(turn) * wide * 0.17)]
    hairs(canvas, lines, paint(mix(kind.ink, kind.leaf, 0.25), 0.75, stroke_px=kind.unit_px * 0.8))


def blossom(canvas: skia.Canvas, kind: Kind, dice: Dice) -> None:
    """A peach or plum tree in flower."""
    path = skia.Path()
    tips: list[tuple[float, float]] = []
    _bough(path, tips, (0.0, 0.0), -np.pi / 2 + _held(dice) * 0.25, kind.height_px * 0.30,
           kind.height_px * 0.060, 4, dice)  # fmt: skip
    canvas.drawPath(path, paint(kind.ink))
    for share, alpha, size in ((0.0, 0.35, 0.026), (0.25, 0.6, 0.020), (0.55, 0.8, 0.013)):
        petals = []
        for x, y in tips:
            for _ in range(7):
                petals.append((x + dice.normal() * kind.height_px * 0.045,
                               y + dice.normal() * kind.height_px * 0.040))  # fmt: skip
        dots(canvas, petals, kind.height_px * size, mix(kind.leaf, (255, 240, 238), share), alpha)
    hearts = [t for t in tips if dice.random() < 0.5]
    dots(canvas, hearts, kind.height_px * 0.006, mix(kind.leaf, (140, 20, 40), 0.6), 0.8)


def _held(dice: Dice) -> float:
    """A throw of unit deviation within it, lest a tree lie on the ground."""
    return float(np.clip(dice.normal(), -1, 1))


def _bough(
    path: skia.Path, tips: list[tuple[float, float]], foot: tuple[float, float], angle: float,
    length: float, width: float, depth: int, dice: Dice,
) -> None:  # fmt: skip
    bend = angle + _held(dice) * 0.30
    tip = (foot[0] + np.cos(bend) * length, foot[1] + np.sin(bend) * length)
    tapered(path, curve(foot, (foot[0] + np.cos(angle) * length * 0.6, foot[1] + np.sin(angle)
            * length * 0.6), tip, 5), np.linspace(width, width * 0.6, 5))  # fmt: skip
    if depth <= 2:
        tips.append(tip)
    if depth == 0:
        return
    for side in (-1, 1):
        _bough(path, tips, tip, bend + side * dice.uniform(0.3, 0.85), length * 0.74,
               width * 0.58, depth - 1, dice)  # fmt: skip


def fir(canvas: skia.Canvas, kind: Kind, dice: Dice) -> None:
    """A fir cut from card: tiers of drooping boughs."""
    height, half = kind.height_px, kind.height_px * dice.uniform(0.17, 0.23)
    tiers = 7
    left, right = [], []
    for tier in range(tiers):
        t = (tier + 1) / tiers
        y = -height * (1 - 0.90 * t)
        reach = half * t**0.85 * dice.uniform(0.88, 1.1)
        left += [(-reach, y), (-reach * 0.52, y - height * 0.030)]
        right += [(reach, y), (reach * 0.52, y - height * 0.030)]
    outline = [(0.0, -height), *left, (-half * 0.12, -height * 0.08), (-half * 0.12, 0.0),
               (half * 0.12, 0.0), (half * 0.12, -height * 0.08), *right[::-1]]  # fmt: skip
    canvas.drawPath(polygon(outline), paint(kind.ink))


def bamboo(canvas: skia.Canvas, kind: Kind, dice: Dice) -> None:
    """A stalk in joints with hanging leaves."""
    height, x, y = kind.height_px, 0.0, 0.0
    wide = max(1.2, height * 0.016)
    sway = dice.normal() * 0.02
    for joint in range(11):
        step = height / 11
        canvas.drawLine(x, y, x + sway * height * 0.1, y - step * 0.94,
                        paint(kind.ink, 0.85, stroke_px=wide * (1 - joint * 0.05)))  # fmt: skip
        x, y = x + sway * height * 0.1, y - step
        if joint > 3:
            for _ in range(int(dice.integers(3, 7))):
                _leaf(canvas, kind, (x, y), height * 0.075, dice)


def _leaf(
    canvas: skia.Canvas, kind: Kind, foot: tuple[float, float], length: float, dice: Dice
) -> None:
    side = 1.0 if dice.random() < 0.5 else -1.0
    turn = side * dice.uniform(0.2, 1.3) + math.pi / 2
    tip = (foot[0] + math.cos(turn) * length, foot[1] + math.sin(turn) * length)
    middle = ((foot[0] + tip[0]) / 2, (foot[1] + tip[1]) / 2 - length * 0.12)
    path = skia.Path()
    path.moveTo(*foot)
    path.quadTo(middle[0], middle[1] - length * 0.10, *tip)
    path.quadTo(middle[0], middle[1] + length * 0.16, *foot)
    canvas.drawPath(path, paint(mix(kind.ink, kind.leaf, 0.35), 0.9))


DRAWERS: dict[str, Callable[[skia.Canvas, Kind, Dice], None]] = {
    "bare": bare, "pine": pine, "blossom": blossom, "fir": fir, "bamboo": bamboo,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grove:
    """A row of trees: what stands where. Heights and `base` are shares of the frame."""

    kind: str
    count: int
    base: float
    height: float
    parallax: float
    nearness: float
    clear: tuple[float, float] | None = None


def grove(stage: Stage, row: Grove, salt: int) -> Strip:
    """A periodic strip of trees; `row.clear` keeps a gap free, as shares of the frame."""
    look, dice = stage.look, stage.dice(salt)
    period = stage.period_px(row.parallax)
    tall = max(16, round(stage.y(row.height * 1.15)))
    ink = look.depth(row.nearness) if look.is_paper else mix(look.far, look.ink, row.nearness)
    leaf = mix(look.accents[0 if row.kind == "blossom" else 1], ink, 0.35 * (1 - row.nearness))

    def draw(canvas: skia.Canvas) -> None:
        for index in range(row.count):
            x = period * (index + dice.uniform(0.15, 0.85)) / row.count
            if row.clear and row.clear[0] < x / stage.width_px < row.clear[1]:
                continue
            kind = Kind(ink, stage.y(row.height) * dice.uniform(0.72, 1.0), leaf, stage.unit_px)
            wrapped(canvas, period, x, partial(_planted, row.kind, kind, tall, dice))

    image = finished(painted(period, tall, draw), stage, salt)
    return Strip(image, stage.y(row.base) - tall * 0.985, row.parallax)


def _planted(kind_name: str, kind: Kind, ground_px: float, dice: Dice, sheet: skia.Canvas) -> None:
    sheet.translate(0, ground_px * 0.985)
    DRAWERS[kind_name](sheet, kind, dice)


def grass(stage: Stage, *, base: float, height: float, parallax: float, salt: int,
          colour: Rgb | None = None, thick: float = 1.0) -> Strip:  # fmt: skip
    """Tufts of grass or reeds along the ground."""
    dice = stage.dice(salt)
    period = stage.period_px(parallax)
    tall = max(8, round(stage.y(height)))
    ink = colour or mix(stage.look.near, stage.look.ink, 0.5)

    def draw(canvas: skia.Canvas) -> None:
        path = skia.Path()
        for _ in range(round(period / stage.x(0.012) * thick)):
            x, size, many = dice.random() * period, dice.uniform(0.3, 1.0) ** 1.5, dice.random()
            for lean, high in dice.normal(0, 0.35, (2 + int(many * 4), 2)):
                reach = 0.95 * size * min(1.0, 0.8 + 0.4 * high)
                tip = (x + lean * tall * size, tall * (1 - reach))
                blade(path, (x, float(tall)), tip, 1.6 * stage.unit_px)
        canvas.drawPath(path, paint(ink, 0.9))

    image = finished(painted(period, tall, draw), stage, salt)
    return Strip(image, stage.y(base) - tall, parallax)


def meadow(stage: Stage, *, top: float, salt: int, thick: float = 1.0, tall: float = 0.05) -> Strip:
    """Tufts scattered over the ground from `top` to the frame's foot, larger when nearer."""
    dice = stage.dice(salt)
    period = stage.period_px(1.0)
    high = max(8, round(stage.y(1.04 + stage.below - top + tall)))
    ink = mix(stage.look.near, stage.look.ink, 0.4)

    def draw(canvas: skia.Canvas) -> None:
        path = skia.Path()
        for _ in range(round(90 * thick * period / stage.width_px)):
            x, deep, many = dice.random() * period, dice.random() ** 1.3, dice.random()
            foot = stage.y(tall) + deep * stage.y(1.02 - top)
            size = stage.y(tall) * (0.25 + 0.75 * deep) * dice.uniform(0.4, 1.0)
            for lean, high in dice.normal(0, 0.4, (2 + int(many * 3), 2)):
                tip = (x + lean * size, foot - size * min(1.0, 0.8 + 0.3 * high))
                blade(path, (x, foot), tip, stage.unit_px * (0.7 + 1.0 * deep))
        canvas.drawPath(path, paint(ink, 0.75))

    image = finished(painted(period, high, draw), stage, salt)
    return Strip(image, stage.y(top - tall), 1.0)
