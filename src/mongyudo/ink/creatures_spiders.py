"""Spiders on their eight legs, and the scorpion.

Measures are shares of the standing height; all face right; the ground is y = 0.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from mongyudo.ink.creatures_act import Act
from mongyudo.ink.creatures_gait import stepping
from mongyudo.ink.creatures_pen import BONE, DARK, EMBER, BeastPen, whip
from mongyudo.ink.figures_pen import Colour, along, ellipse, mix, polygon, rgb, ribbon, smooth


@dataclass(frozen=True, slots=True)
class Spider:
    """A spider's colours; `claws` and a raised tail make a scorpion."""

    coat: Colour
    marks: Colour
    scorpion: bool = False


def draw_spider(pen: BeastPen, act: Act, *, spider: Spider) -> None:
    """A spider or a scorpion at a moment."""
    turn = math.tau * act.phase
    hang = act.motion in ("float", "fall", "fly", "swim")
    rear = 14.0 if act.menace or act.motion in ("attack", "rise", "bite") else 0.0
    y = -0.44 + 0.02 * math.sin(2 * turn) - (0.08 if rear else 0.0)
    if hang:
        pen.line_of(smooth([(-0.34, y), (-0.34, -5.0)], closed=False), 0.012, rgb(226, 222, 212))
    _eight(pen, spider, act, y, near=False)
    with pen.placed((0.0, y), 1.0, -rear):
        if spider.scorpion:
            _scorpion_body(pen, spider, act)
        else:
            _spider_body(pen, spider, act)
    _eight(pen, spider, act, y, near=True)


_REACH, _DUTY = 0.34, 0.6
_FAST = ("run", "bound")


def stride_of(motion: str) -> float:
    """The way of one round over the ground; 0 for motions that lead nowhere."""
    if motion in _FAST:
        return 2 * _REACH / _DUTY
    return _REACH / _DUTY if motion in ("walk", "crawl") else 0.0


def _eight(pen: BeastPen, spider: Spider, act: Act, y: float, *, near: bool) -> None:
    turn = math.tau * act.phase
    moving = act.motion in ("walk", "run", "crawl", "bound", "attack", "shake")
    colour = mix(spider.coat, DARK, 0.05 if near else 0.42)
    low = 0.6 if spider.scorpion else 1.0
    for k in range(4):
        swing, lift = 0.015 * math.sin(turn + k), 0.0
        if moving:
            rounds = act.phase * (2 if act.motion in _FAST else 1) + 0.5 * ((k + near) % 2)
            step = stepping(0.0, rounds + 0.06 * k, _REACH, _DUTY, 0.16)
            swing, lift = step.x, -step.y
        if act.menace and k == 3 and not spider.scorpion:
            lift += 0.30 + 0.08 * math.sin(turn)
        root = (0.16 - 0.05 * (3 - k), y)
        foot = (-1.02 + 0.66 * k + swing + (0.0 if near else 0.10), -lift - (0.0 if near else 0.02))
        knee = (
            (root[0] + foot[0]) * 0.5 + 0.08 * (k - 1.5),
            y - (0.52 + 0.10 * (k in (1, 2))) * low,
        )
        ankle = along(knee, foot, 0.55)
        ankle = (ankle[0] + 0.10 * (k - 1.5) * 0.6, ankle[1])
        pen.part([ribbon([root, along(root, knee, 0.6), knee], [0.036, 0.046, 0.032]),
                  ribbon([knee, ankle], [0.032, 0.022]), ribbon([ankle, foot], [0.022, 0.006])],
                  colour)  # fmt: skip
        if near:
            for s in (0.3, 0.6, 0.9):
                x, yy = along(knee, ankle, s)
                pen.stroke(smooth([(x, yy), (x + 0.05, yy - 0.035)], closed=False), 0.008, colour)


def _spider_body(pen: BeastPen, spider: Spider, act: Act) -> None:
    belly = smooth([(-0.04, -0.02), (-0.18, -0.30), (-0.52, -0.40), (-0.84, -0.22), (-0.90, 0.06),
                    (-0.64, 0.24), (-0.26, 0.20)])  # fmt: skip
    pen.part([belly], spider.coat)
    marks = [polygon([(-0.30 - 0.17 * k, -0.34), (-0.22 - 0.17 * k, -0.16), (-0.30 - 0.17 * k, 0.0),
                      (-0.34 - 0.17 * k, -0.16)]) for k in range(3)]  # fmt: skip
    pen.marks(belly, marks, spider.marks)
    pen.shade_over(belly, mix(spider.coat, rgb(255, 246, 226), 0.5), DARK, 0.45)
    chest = ellipse(0.12, -0.02, 0.24, 0.18)
    pen.part([chest], mix(spider.coat, DARK, 0.2))
    for dy, far in ((0.06, True), (0.12, False)):
        gape = 0.05 * math.sin(math.tau * act.phase)
        fang = [(0.28, dy), (0.40, dy + 0.02 + gape), (0.37, dy + 0.17 + gape)]
        pen.part([ribbon(fang, [0.05, 0.042, 0.004])], mix(spider.coat, DARK, 0.5 if far else 0.3))
    _eyes(
        pen,
        act,
        ((0.26, -0.10, 0.042), (0.33, -0.04, 0.036), (0.19, -0.14, 0.028), (0.31, 0.04, 0.024)),
    )


def _eyes(pen: BeastPen, act: Act, places: tuple[tuple[float, float, float], ...]) -> None:
    for x, y, r in places:
        if act.menace:
            pen.shine(ellipse(x, y, r, r * 0.9), EMBER, 0.16)
            continue
        pen.fill(ellipse(x, y, r, r), BONE)
        pen.fill(ellipse(x + r * 0.2, y, r * 0.6, r * 0.6), DARK)


def _scorpion_body(pen: BeastPen, spider: Spider, act: Act) -> None:
    turn = math.tau * act.phase
    strike = (
        26 * max(0.0, math.sin(turn)) if act.motion in ("attack", "bite") else 4 * math.sin(turn)
    )
    tail = whip((-0.62, -0.04), 168, 1.55, 8, -196 - strike, 0, 0)
    for k in range(7, 0, -1):
        x, y = tail[k]
        pen.part([ellipse(x, y, 0.105, 0.095)], mix(spider.coat, DARK, 0.06 * (k % 2)))
    x, y = tail[-1]
    pen.part([polygon([(x - 0.06, y - 0.05), (x + 0.24, y + 0.12), (x, y + 0.08)])], DARK)
    pen.part([ellipse(-0.26 - 0.12 * k, -0.02, 0.17, 0.155) for k in range(4)], spider.coat)
    pen.part([ellipse(0.06, -0.02, 0.24, 0.16)], mix(spider.coat, DARK, 0.12))
    for far, lift in ((True, -0.10), (False, 0.0)):
        colour = mix(spider.coat, DARK, 0.3 if far else 0.05)
        elbow_at, hand = (0.52, -0.16 + lift), (0.74, -0.34 + lift)
        pen.part([ribbon([(0.22, 0.0), elbow_at, hand], [0.04, 0.05, 0.06])], colour)
        gape = 0.07 + 0.05 * math.sin(turn)
        for side in (-1.0, 1.0):
            claw = [
                hand,
                (hand[0] + 0.20, hand[1] - 0.05 + side * gape * 1.6),
                (hand[0] + 0.38, hand[1] - 0.06 + side * gape * 0.5),
            ]
            pen.part([ribbon(claw, [0.075, 0.06, 0.006])], colour)
    _eyes(pen, act, ((0.18, -0.10, 0.034), (0.25, -0.06, 0.028)))


SPIDERS: Mapping[str, Spider] = {
    "spider": Spider(rgb(78, 64, 58), rgb(186, 136, 84)),
    "scorpion": Spider(rgb(112, 84, 58), rgb(70, 52, 40), scorpion=True),
}  # fmt: skip
