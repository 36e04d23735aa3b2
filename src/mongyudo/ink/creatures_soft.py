"""Soft animals of the sea: octopus, squid, jellyfish, starfish, sea horse and ray.

Measures are shares of the drawn height; all face right; the ground is y = 0.
"""

import math
from dataclasses import dataclass

from mongyudo.ink.creatures_act import Act
from mongyudo.ink.creatures_heads import Mien, draw_eye
from mongyudo.ink.creatures_pen import BONE, DARK, BeastPen, polar, whip
from mongyudo.ink.creatures_tube import Ring, Skin, draw_tube
from mongyudo.ink.figures_pen import (
    Colour,
    Point,
    along,
    ellipse,
    mix,
    polygon,
    rgb,
    ribbon,
    smooth,
    with_alpha,
)

AMBER = rgb(238, 208, 120)


def mien_of(act: Act, coat: Colour) -> Mien:
    """The face of `act` in an animal without a jaw."""
    return Mien(coat, 0.0, act.motion == "sleep" and not act.menace, act.menace)


def pair_of_eyes(pen: BeastPen, act: Act, coat: Colour, at: Point, gap: float, r: float) -> None:
    """Two eyes of radius `r` beside `at`, looking at the viewer."""
    for side, x in ((1.0, at[0] - gap), (-1.0, at[0] + gap)):
        with pen.placed((x, at[1]), r * 6):
            draw_eye(pen, (0.0, 0.0, 0.16), AMBER, mien_of(act, coat), 1.0, side)


@dataclass(frozen=True, slots=True)
class Soft:
    """An octopus or a squid."""

    coat: Colour
    light: Colour
    squid: bool = False


def draw_soft(pen: BeastPen, act: Act, *, soft: Soft) -> None:
    """Arms that curl in waves, below a bulging head."""
    turn = math.tau * act.phase
    ground = act.motion in ("stand", "walk", "crawl", "sit", "lie", "sleep", "coil", "eat")
    pulse = math.sin(turn)
    y = -0.50 if not ground else -0.34
    reach = 1.35 if act.menace or act.motion in ("attack", "bite") else 1.0
    order = (0, 7, 1, 6, 2, 5, 3, 4)
    for k in order:
        deg = 205 + 18.6 * k + (8 * pulse if not ground else 0)
        long = (0.95 + 0.16 * (k in (0, 7))) * reach * (1.0 - 0.08 * pulse)
        curl = (20.6 * k - 72) * (1.0 if not ground else 1.35)
        _arm(pen, soft, (0.02 + 0.045 * (k - 3.5), y + 0.05), deg, long, curl, turn + 0.9 * k)
    _mantle(pen, soft, y, pulse)
    pair_of_eyes(pen, act, soft.coat, (0.10, y - 0.06), 0.13, 0.055)
    if act.menace:
        pen.stroke(
            smooth([(-0.10, y - 0.2), (0.08, y - 0.14), (0.28, y - 0.2)], closed=False), 0.03, DARK
        )


def _arm(
    pen: BeastPen, soft: Soft, root: Point, deg: float, long: float, curl: float, turn: float
) -> None:
    line = whip(root, deg, long, 12, curl, 46, turn)
    line = [(x, min(y, -0.012)) for x, y in line]
    wide = [0.092 * (1 - s / 11.6) ** 0.8 for s in range(12)]
    pen.part([ribbon(line, wide)], soft.coat)
    for k in range(2, 10):
        x, y = line[k]
        pen.fill(ellipse(x, y + wide[k] * 0.3, wide[k] * 0.42, wide[k] * 0.36), soft.light)


def _mantle(pen: BeastPen, soft: Soft, y: float, pulse: float) -> None:
    tall = 0.62 * (1 + 0.05 * pulse)
    if soft.squid:
        fin = [
            (0.0, y - 0.95 * tall),
            (-0.34, y - 1.30 * tall),
            (0.0, y - 1.75 * tall),
            (0.34, y - 1.30 * tall),
        ]
        pen.part([smooth(fin)], mix(soft.coat, DARK, 0.1))
        bag = smooth(
            [
                (-0.20, y),
                (-0.22, y - 0.7 * tall),
                (0.0, y - 1.7 * tall),
                (0.22, y - 0.7 * tall),
                (0.20, y),
            ]
        )
    else:
        bag = smooth([(-0.24, y + 0.04), (-0.40, y - 0.36 * tall), (-0.36, y - 0.86 * tall),
                      (-0.06, y - 1.10 * tall),
                      (0.28, y - 0.90 * tall), (0.40, y - 0.40 * tall), (0.28, y + 0.04),
                      (0.0, y + 0.10)])  # fmt: skip
    pen.part([bag], soft.coat)
    spots = [
        ellipse(-0.16 + 0.1 * k, y - tall * (0.55 + 0.16 * ((k * 2) % 3)), 0.035, 0.03)
        for k in range(4)
    ]
    pen.marks(bag, spots, mix(soft.coat, soft.light, 0.45))
    pen.shade_over(bag, mix(soft.coat, rgb(255, 240, 224), 0.6), DARK, 0.36)


def draw_jellyfish(pen: BeastPen, act: Act, *, coat: Colour) -> None:
    """A bell that opens and closes, trailing threads."""
    turn = math.tau * act.phase
    squeeze = 0.5 + 0.5 * math.sin(turn)
    wide, y = 0.50 - 0.10 * squeeze, -0.72 - 0.05 * squeeze
    for k in range(9):
        root = (-0.8 * wide + 0.2 * wide * k, y + 0.04)
        hair = whip(root, 268 + 2 * (k - 4), 0.78 - 0.1 * (k % 2), 9, 0, 30, turn - 0.5 * k)
        pen.line_of(smooth(hair, closed=False), 0.022, with_alpha(mix(coat, DARK, 0.15), 0.85))
    for k in range(3):
        frill = whip((-0.12 + 0.12 * k, y + 0.05), 270, 0.5, 8, 0, 40, turn + k)
        pen.part(
            [ribbon(frill, [0.05, 0.06, 0.05, 0.055, 0.04, 0.04, 0.03, 0.01])],
            with_alpha(coat, 0.9),
        )
    bell = smooth([(-wide, y + 0.06), (-wide * 0.94, y - 0.18), (-wide * 0.5, y - 0.40),
                   (0.0, y - 0.46),
                   (wide * 0.5, y - 0.40), (wide * 0.94, y - 0.18), (wide, y + 0.06),
                   (wide * 0.5, y + 0.0),
                   (0.0, y + 0.07), (-wide * 0.5, y + 0.0)])  # fmt: skip
    pen.part([bell], coat)
    pen.shade_over(bell, rgb(255, 250, 240), mix(coat, DARK, 0.5), 0.5)
    for s in (-0.5, 0.0, 0.5):
        rib = smooth([(wide * s * 0.3, y - 0.42), (wide * s * 1.2, y - 0.02)], closed=False)
        pen.stroke(rib, 0.014, mix(coat, DARK, 0.3))
    if act.menace:
        pen.shine(ellipse(0.0, y - 0.16, 0.16, 0.09), rgb(196, 226, 246), 0.4)


def draw_starfish(pen: BeastPen, act: Act, *, coat: Colour) -> None:
    """Five arms that feel their way."""
    turn = math.tau * act.phase
    star = []
    for k in range(10):
        r = 0.52 if k % 2 == 0 else 0.21
        star.append(polar((0.0, -0.46), 90 + 36 * k + 5 * math.sin(turn + k), r))
    path = smooth(
        [q for a, b in zip(star, [*star[1:], star[0]], strict=True) for q in (a, along(a, b, 0.5))]
    )
    pen.part([path], coat)
    pen.shade_over(path, mix(coat, rgb(255, 236, 206), 0.5), DARK, 0.3)
    for k in range(5):
        for s in (0.3, 0.55, 0.8):
            x, y = along((0.0, -0.46), star[2 * k], s)
            pen.fill(ellipse(x, y, 0.035 * (1.2 - s), 0.035 * (1.2 - s)), mix(coat, BONE, 0.5))
    if act.menace:
        pair_of_eyes(pen, act, coat, (0.0, -0.5), 0.09, 0.04)


def draw_seahorse(pen: BeastPen, act: Act, *, coat: Colour) -> None:
    """Upright, its tail curled."""
    turn = math.tau * act.phase
    bob = 0.03 * math.sin(turn)
    tail = whip((0.02, -0.34 + bob), 250, 0.78, 12, 330, 8, turn)
    spine = [(0.06, -0.86 + bob), (-0.06, -0.72 + bob), (-0.10, -0.56 + bob), (-0.03, -0.42 + bob)]
    line = [*reversed(tail), *reversed(spine)]
    wide = [0.015 + 0.075 * (k / 11) for k in range(12)] + [0.12, 0.145, 0.12, 0.09]
    fin = [
        (-0.20, -0.66 + bob),
        (-0.40, -0.62 + bob + 0.03 * math.sin(4 * turn)),
        (-0.36, -0.44 + bob),
        (-0.16, -0.44 + bob),
    ]
    pen.part([smooth(fin)], mix(coat, BONE, 0.35))
    rings = [Ring(x, y, r) for (x, y), r in zip(line, wide, strict=True)]
    draw_tube(pen, rings, Skin(coat, mix(coat, BONE, 0.4), DARK, "rings"))
    pen.part(
        [
            ellipse(0.12, -0.92 + bob, 0.13, 0.105),
            ribbon([(0.18, -0.90 + bob), (0.40, -0.84 + bob)], [0.05, 0.04]),
        ],
        coat,
    )
    pen.part(
        [
            polygon(
                [
                    (0.02, -0.98 + bob),
                    (0.06, -1.10 + bob),
                    (0.12, -1.0 + bob),
                    (0.18, -1.08 + bob),
                    (0.2, -0.97 + bob),
                ]
            )
        ],
        coat,
    )
    with pen.placed((0.15, -0.94 + bob), 0.20):
        draw_eye(pen, (0.0, 0.0, 0.16), 0, mien_of(act, coat))


def draw_ray(pen: BeastPen, act: Act, *, coat: Colour) -> None:
    """A ray on beating wings."""
    turn = math.tau * act.phase
    beat = math.sin(turn)
    pen.line_of(
        smooth(whip((-0.5, -0.44), 184, 1.3, 9, -12, 18, turn), closed=False),
        0.035,
        mix(coat, DARK, 0.2),
    )
    far = [(0.52, -0.52), (0.0, -0.66), (-0.20, -0.62 - 0.40 * beat), (-0.50, -0.46)]
    pen.part([smooth(far)], mix(coat, DARK, 0.3))
    body = smooth(
        [(0.86, -0.44), (0.58, -0.58), (0.1, -0.62), (-0.60, -0.46), (-0.2, -0.36), (0.5, -0.32)]
    )
    near = smooth(
        [
            (0.60, -0.46),
            (0.10, -0.42),
            (-0.24, -0.28 - 0.46 * beat),
            (-0.46, -0.16 - 0.50 * beat),
            (-0.30, -0.40),
            (-0.55, -0.45),
        ]
    )
    pen.part([body], coat)
    pen.shade_over(body, mix(coat, DARK, 0.4), BONE, 0.4)
    pen.part([near], mix(coat, BONE, 0.10))
    with pen.placed((0.60, -0.50), 0.24):
        draw_eye(pen, (0.0, 0.0, 0.16), 0, mien_of(act, coat))
