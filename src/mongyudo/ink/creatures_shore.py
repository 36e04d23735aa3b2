"""Shelled animals of the shore, frogs, turtles, seals and snails, and the table of the sea.

Measures are shares of the drawn height; all face right; the ground is y = 0.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import skia

from mongyudo.ink.creatures_act import Act, Draw, Sort
from mongyudo.ink.creatures_gait import stepping
from mongyudo.ink.creatures_heads import draw_eye
from mongyudo.ink.creatures_pen import BONE, DARK, MOUTH, BeastPen, elbow, polar, whip
from mongyudo.ink.creatures_soft import (
    AMBER,
    Soft,
    draw_jellyfish,
    draw_ray,
    draw_seahorse,
    draw_soft,
    draw_starfish,
    mien_of,
    pair_of_eyes,
)
from mongyudo.ink.creatures_tube import Ring, Skin, draw_tube
from mongyudo.ink.figures_pen import (
    Colour,
    Point,
    along,
    ellipse,
    hull,
    mix,
    polygon,
    rgb,
    ribbon,
    smooth,
)


@dataclass(frozen=True, slots=True)
class Turtle:
    """A turtle's colours; `flippers` of the sea, or feet."""

    skin: Colour
    shell: Colour
    rim: Colour
    flippers: bool = False


def draw_turtle(pen: BeastPen, act: Act, *, turtle: Turtle) -> None:
    """A domed shell on slow feet, or rowing through water."""
    turn = math.tau * act.phase
    rows = turtle.flippers or act.motion in ("swim", "float", "fly", "fall")
    hides = act.motion in ("sleep", "coil", "shake") and not act.menace
    low = act.motion in ("lie", "sit", "sleep", "coil")
    y = -0.26 if not low else -0.12
    y -= 0.02 * math.sin(2 * turn) if not low else 0.0
    lift = (
        0.30 + 0.05 * math.sin(turn)
        if rows and act.motion in ("swim", "float", "fly", "fall", "run")
        else 0.0
    )
    y -= lift
    for near in (False, True):
        _turtle_limbs(pen, turtle, act, y, rows=rows, near=near, low=low)
        if not near:
            _turtle_shell(pen, turtle, act, y, hides=hides)


_CREEP, _CREEP_DUTY = 0.28, 0.68
TURTLE_STRIDES = dict.fromkeys(("walk", "run", "crawl", "bound"), _CREEP / _CREEP_DUTY)
"""The way of one round of a turtle's gaits."""


def _turtle_limbs(
    pen: BeastPen, turtle: Turtle, act: Act, y: float, *, rows: bool, near: bool, low: bool
) -> None:
    turn = math.tau * act.phase
    colour = turtle.skin if near else mix(turtle.skin, DARK, 0.3)
    for x, lead in ((0.42, 0.0), (-0.50, math.pi)):
        swing = math.sin(turn + lead + (0 if near else math.pi))
        if rows:
            long = 0.72 if x > 0 else 0.44
            limb = whip((x, y + 0.02), 236 + 34 * swing + (0 if near else 16), long, 6, 26, 0, 0)
            pen.part([ribbon(limb, [0.09, 0.12, 0.12, 0.10, 0.07, 0.012])], colour)
            continue
        home = x + 0.06 + (0.08 if not near else 0.0)
        foot = (home, 0.0)
        if TURTLE_STRIDES.get(act.motion):
            rounds = act.phase + lead / math.tau + (0 if near else 0.5)
            step = stepping(home, rounds, _CREEP, _CREEP_DUTY, 0.08)
            foot = (step.x, step.y)
        if low:
            foot = (x + 0.16, 0.0)
        pen.part([hull([(x, y + 0.02, 0.13), (foot[0], foot[1] - 0.07, 0.085)]),
                  hull([(foot[0], foot[1] - 0.05, 0.06), (foot[0] + 0.08, foot[1] - 0.04,
                                                          0.045)])], colour)  # fmt: skip


def _turtle_shell(pen: BeastPen, turtle: Turtle, act: Act, y: float, *, hides: bool) -> None:
    tail = [(-0.70, y), (-0.86, y + 0.04), (-0.96, y + 0.10)]
    pen.part([ribbon(tail, [0.06, 0.04, 0.004])], turtle.skin)
    if not hides:
        _turtle_head(pen, turtle, act, y)
    dome = smooth([(-0.78, y + 0.06), (-0.72, y - 0.22), (-0.40, y - 0.54), (0.0, y - 0.64),
                   (0.40, y - 0.52),
                   (0.70, y - 0.20), (0.76, y + 0.06), (0.0, y + 0.12)])  # fmt: skip
    pen.part([dome], turtle.shell)
    line = mix(turtle.shell, DARK, 0.55)
    plates = [_hexagon(-0.44 + 0.44 * k, y - 0.28 - 0.06 * (k == 1), 0.23) for k in range(3)]
    pen.marks(dome, plates, mix(turtle.shell, turtle.rim, 0.32))
    pen.shade_over(dome, mix(turtle.shell, rgb(255, 250, 224), 0.5), DARK, 0.36)
    for plate in plates:
        pen.stroke(plate, 0.020, line)
    for x0, x1 in ((-0.62, -0.74), (-0.22, -0.26), (0.22, 0.26), (0.62, 0.72)):
        pen.stroke(smooth([(x0, y - 0.16), (x1, y + 0.06)], closed=False), 0.016, line)
    pen.part(
        [ribbon([(-0.80, y + 0.06), (0.0, y + 0.12), (0.80, y + 0.06)], [0.05, 0.06, 0.05])],
        turtle.rim,
    )


def _hexagon(x: float, y: float, r: float) -> skia.Path:
    return polygon([polar((x, y), 60 * k, r) for k in range(6)])


def _turtle_head(pen: BeastPen, turtle: Turtle, act: Act, y: float) -> None:
    turn = math.tau * act.phase
    reach = (
        0.10 * math.sin(turn) if act.motion in ("attack", "bite", "eat") else 0.02 * math.sin(turn)
    )
    dip = 0.24 if act.motion == "eat" else 0.0
    head = (0.98 + reach, y - 0.20 + dip)
    pen.part([hull([(0.62, y - 0.04, 0.13), (head[0] - 0.06, head[1], 0.11)])], turtle.skin)
    gape = 0.06 if act.menace or act.motion in ("attack", "bite") else 0.0
    if gape:
        jaw = [
            (head[0], head[1] + 0.06),
            (head[0] + 0.18, head[1] + 0.10 + gape),
            (head[0], head[1] + 0.14),
        ]
        pen.part([polygon(jaw)], turtle.skin)
    skull = smooth(
        [
            (head[0] - 0.15, head[1]),
            (head[0] - 0.04, head[1] - 0.14),
            (head[0] + 0.12, head[1] - 0.10),
            (head[0] + 0.21, head[1] + 0.02),
            (head[0] + 0.10, head[1] + 0.10),
            (head[0] - 0.08, head[1] + 0.11),
        ]
    )
    pen.part([skull], turtle.skin)  # fmt: skip
    mouth = smooth(
        [(head[0] + 0.20, head[1] + 0.03), (head[0] + 0.05, head[1] + 0.05)], closed=False
    )
    pen.stroke(mouth, 0.014, DARK)
    with pen.placed((head[0] + 0.06, head[1] - 0.04), 0.20):
        draw_eye(pen, (0.0, 0.0, 0.16), 0, mien_of(act, turtle.skin))


def draw_crab(pen: BeastPen, act: Act, *, coat: Colour) -> None:
    """A crab seen from the front, its claws up, walking sideways."""
    turn = math.tau * act.phase
    up = act.menace or act.motion in ("attack", "rise", "bite")
    y = -0.42 + 0.015 * math.sin(2 * turn)
    moving = act.motion in ("walk", "run", "crawl", "bound", "shake")
    for side in (-1.0, 1.0):
        for k in range(3, -1, -1):
            lead = turn + 1.6 * k + (0 if side > 0 else 0.8)
            lift = 0.09 * max(0.0, math.sin(lead)) if moving else 0.0
            foot = (
                side * (0.62 + 0.20 * k) + (0.07 * math.cos(lead) if moving else 0.0),
                -lift - 0.03 * (3 - k) * 0.5,
            )
            knee = (side * (0.60 + 0.17 * k), y - 0.16 + 0.07 * k)
            root = (side * 0.34, y + 0.04)
            pen.part([ribbon([root, knee], [0.05, 0.045]), ribbon([knee, foot], [0.045, 0.008])],
                     mix(coat, DARK, 0.08 + 0.06 * (3 - k)))  # fmt: skip
        _claw(pen, coat, side, y, up=up, turn=turn)
    shell = smooth([(-0.56, y - 0.04), (-0.44, y - 0.26), (0.0, y - 0.33), (0.44, y - 0.26),
                    (0.56, y - 0.04),
                    (0.36, y + 0.18), (0.0, y + 0.23), (-0.36, y + 0.18)])  # fmt: skip
    pen.part([shell], coat)
    dots = [ellipse(-0.2 + 0.13 * k, y - 0.16 + 0.04 * (k % 2), 0.03, 0.024) for k in range(4)]
    pen.marks(shell, dots, mix(coat, BONE, 0.4))
    pen.shade_over(shell, mix(coat, rgb(255, 236, 210), 0.5), DARK, 0.4)
    for x in (-0.15, 0.15):
        pen.line_of(smooth([(x, y - 0.22), (x * 1.15, y - 0.42)], closed=False), 0.04, coat)
    pair_of_eyes(pen, act, coat, (0.0, y - 0.44), 0.17, 0.04)
    pen.stroke(
        smooth([(-0.13, y + 0.04), (0.0, y + 0.08), (0.13, y + 0.04)], closed=False), 0.02, DARK
    )


def _claw(pen: BeastPen, coat: Colour, side: float, y: float, *, up: bool, turn: float) -> None:
    lift = 0.36 if up else 0.06
    joint = (side * 0.74, y - 0.10 - lift * 0.6)
    hand = (side * 0.66, y - 0.34 - lift + 0.03 * math.sin(turn + side))
    pen.part([ribbon([(side * 0.42, y), joint, hand], [0.06, 0.065, 0.07])], coat)
    gape = 14 + 12 * math.sin(2 * turn) if up else 10 + 4 * math.sin(turn)
    aim = 90 + side * 26
    for turn_deg in (gape, -gape):
        tip = polar(hand, aim + turn_deg * 0.6, 0.40)
        belly = polar(polar(hand, aim, 0.15), aim + (90 if turn_deg > 0 else -90), 0.10)
        pen.part(
            [smooth([hand, belly, tip, polar(hand, aim, 0.14)])], mix(coat, rgb(214, 90, 60), 0.2)
        )


@dataclass(frozen=True, slots=True)
class Crayfish:
    """A lobster or, without claws, a shrimp."""

    coat: Colour
    claws: bool


def draw_crayfish(pen: BeastPen, act: Act, *, fish: Crayfish) -> None:
    """A jointed bent body with a fan at its end and long feelers."""
    turn = math.tau * act.phase
    curl = (
        0.5 + 0.5 * math.sin(turn)
        if act.motion in ("swim", "run", "fly", "float", "bound")
        else 0.2
    )
    rings: list[Ring] = []
    for k in range(18):
        s = k / 17
        bend = (1 - s) ** 2 * (0.34 + 0.26 * curl)
        rings.append(
            Ring(
                (s - 0.55) * 2.1 + 0.3 * bend,
                -0.40 + bend * 0.55,
                0.20 * (0.55 + 0.45 * math.sin(math.pi * min(1, s * 0.75 + 0.1))),
            )
        )
    a, b = rings[0], rings[2]
    back = math.degrees(math.atan2(b.y - a.y, a.x - b.x))
    for spread in (-50, -25, 0, 25, 50):
        fan = [
            (a.x, a.y),
            polar((a.x, a.y), back + spread, 0.17),
            polar((a.x, a.y), back + spread, 0.32),
        ]
        pen.part([ribbon(fan, [0.03, 0.075, 0.06])], mix(fish.coat, DARK, 0.12))
    for k in range(4, 15, 2):
        swing = math.sin(turn * 2 + k)
        leg = [
            (rings[k].x, rings[k].y + 0.1),
            (rings[k].x + 0.06 * swing, -0.10),
            (rings[k].x + 0.05 + 0.1 * swing, -0.01),
        ]
        pen.line_of(smooth(leg, closed=False), 0.026, mix(fish.coat, DARK, 0.25))
    draw_tube(pen, rings, Skin(fish.coat, mix(fish.coat, BONE, 0.4), DARK, "rings"))
    x, y = rings[-1].x, rings[-1].y
    pen.part(
        [
            smooth(
                [
                    (x - 0.1, y - 0.16),
                    (x + 0.36, y - 0.10),
                    (x + 0.16, y + 0.06),
                    (x - 0.04, y + 0.14),
                ]
            )
        ],
        fish.coat,
    )
    for deg, long in ((22, 1.1), (4, 1.2)):
        hair = whip((x + 0.2, y - 0.04), deg, long, 9, -40, 26, turn)
        pen.line_of(smooth(hair, closed=False), 0.018, mix(fish.coat, DARK, 0.3))
    if fish.claws:
        for far in (True, False):
            _pincer(
                pen, mix(fish.coat, DARK, 0.25 if far else 0.0), (x + 0.05, y + 0.08), act, far=far
            )
    with pen.placed((x + 0.10, y - 0.10), 0.30):
        draw_eye(pen, (0.0, 0.0, 0.16), 0, mien_of(act, fish.coat))


def _pincer(pen: BeastPen, coat: Colour, root: Point, act: Act, *, far: bool) -> None:
    turn = math.tau * act.phase
    lift = 0.26 if act.menace or act.motion in ("attack", "rise") else 0.0
    hand = (root[0] + 0.36, root[1] + 0.06 - lift - (0.10 if far else 0.0))
    pen.part([ribbon([root, along(root, hand, 0.6), hand], [0.05, 0.06, 0.07])], coat)
    for side in (1.0, -1.0):
        gape = side * (8 + 6 * math.sin(turn))
        tip = polar(hand, 8 + gape, 0.46)
        bulge = polar(polar(hand, 8, 0.2), 8 + 90 * side, 0.12)
        pen.part([smooth([hand, bulge, tip, polar(hand, 8, 0.18)])], coat)


def draw_frog(pen: BeastPen, act: Act, *, coat: Colour) -> None:
    """A frog that squats, croaks and leaps."""
    turn = math.tau * act.phase
    leap = 0.0
    if act.motion in ("run", "bound", "walk", "attack", "swim", "fly"):
        leap = max(0.0, math.sin(turn))
    croak = 0.5 + 0.5 * math.sin(turn) if act.motion in ("stand", "sit", "bite") else 0.0
    y, tilt = -0.44 - 0.55 * leap, -14.0 - 10 * leap
    _frog_hind(pen, mix(coat, DARK, 0.3), y, leap, 0.10)
    with pen.placed((0.0, y), 1.0, tilt):
        back = smooth([(-0.66, 0.22), (-0.50, -0.14), (-0.10, -0.34), (0.34, -0.42), (0.74, -0.28),
                       (0.84, -0.06),
                       (0.66, 0.12), (0.20, 0.30), (-0.3, 0.36)])  # fmt: skip
        pen.part([ellipse(0.34, -0.44, 0.17, 0.16), back], coat)
        pen.marks(
            back,
            [smooth([(-0.5, 0.16), (0.2, 0.10), (0.9, -0.06), (0.6, 0.5), (-0.4, 0.6)])],
            rgb(226, 222, 178),
        )
        pen.marks(
            back,
            [ellipse(-0.3 + 0.2 * k, -0.12 - 0.06 * k, 0.07, 0.05) for k in range(4)],
            mix(coat, DARK, 0.35),
        )
        pen.shade_over(back, mix(coat, rgb(255, 255, 220), 0.4), DARK, 0.3)
        if croak:
            pen.part(
                [ellipse(0.62, 0.14, 0.13 + 0.10 * croak, 0.10 + 0.09 * croak)], rgb(232, 226, 190)
            )
        _frog_face(pen, act, coat)
    _frog_fore(pen, coat, y, leap)
    _frog_hind(pen, coat, y, leap, 0.0)


def _frog_face(pen: BeastPen, act: Act, coat: Colour) -> None:
    gape = act.menace or act.motion in ("attack", "bite", "eat")
    mouth = [(0.84, -0.05), (0.62, 0.02), (0.40, -0.02)]
    if gape:
        pen.glow(smooth([(0.84, -0.06), (0.42, -0.04), (0.56, 0.16), (0.80, 0.14)]), MOUTH)
        tongue = (
            0.7 * max(0.0, math.sin(math.tau * act.phase))
            if act.motion in ("attack", "eat")
            else 0.0
        )
        if tongue > 0.05:
            line = smooth([(0.7, 0.05), (0.84 + tongue, 0.0)], closed=False)
            pen.line_of(line, 0.07, rgb(206, 108, 112))
    pen.stroke(smooth(mouth, closed=False), 0.026, mix(coat, DARK, 0.75))
    with pen.placed((0.37, -0.47), 0.52):
        draw_eye(pen, (0.0, 0.0, 0.16), AMBER, mien_of(act, coat))


def _frog_hind(pen: BeastPen, colour: Colour, y: float, leap: float, aside: float) -> None:
    root = (-0.42 + aside, y + 0.18)
    foot = (-0.16 + aside - 0.95 * leap, -0.02 if leap == 0 else y + 0.45)
    knee = elbow(root, foot, 0.46, 0.46, 1.0 if leap < 0.4 else 0.4)
    if leap == 0:
        knee = (0.02 + aside, -0.40)
        foot = (-0.34 + aside, -0.06)
    pen.part([hull([(*root, 0.15), (*knee, 0.11)]), hull([(*knee, 0.10), (*foot, 0.055)])], colour)
    ahead = 0.0 if leap == 0 else 200.0
    toes = [polar(foot, ahead + d, 0.36) for d in (-14, 2, 16)]
    pen.part([polygon([foot, *toes])], colour)


def _frog_fore(pen: BeastPen, coat: Colour, y: float, leap: float) -> None:
    root = (0.34, y + 0.10)
    hand = (0.46 + 0.30 * leap, -0.03 if leap == 0 else y + 0.36)
    bend = elbow(root, hand, 0.24, 0.24, -1.0)
    pen.part([ribbon([root, bend, hand], [0.085, 0.07, 0.05])], coat)
    for deg in (-10, 14, 40):
        pen.line_of(smooth([hand, polar(hand, deg - 20, 0.13)], closed=False), 0.04, coat)


def draw_snail(pen: BeastPen, act: Act, *, coat: Colour) -> None:
    """A snail on its creeping foot."""
    turn = math.tau * act.phase
    hides = act.motion in ("sleep", "coil", "lie", "shake")
    creep = 0.04 * math.sin(turn)
    foot = smooth([(-0.86, -0.02), (-0.6, -0.14), (0.2, -0.16), (0.56, -0.20),
                   (0.78 + creep, -0.46), (0.98 + creep, -0.50),
                   (1.04 + creep, -0.34), (0.86, -0.06), (0.4, 0.0), (-0.5, 0.0)])  # fmt: skip
    if hides:
        foot = smooth([(-0.5, -0.02), (-0.3, -0.12), (0.4, -0.14), (0.5, -0.03), (0.0, 0.0)])
    else:
        for deg, long in ((78, 0.42), (56, 0.40)):
            stalk = whip((0.94 + creep, -0.46), deg, long, 6, -20, 12, turn)
            pen.line_of(smooth(stalk, closed=False), 0.045, rgb(206, 182, 146))
            end = stalk[-1]
            if act.menace:
                pen.shine(ellipse(*end, 0.05, 0.05), rgb(255, 196, 84), 0.2)
            else:
                pen.fill(ellipse(*end, 0.05, 0.05), DARK)
    pen.part([foot], rgb(206, 182, 146))
    pen.shade_over(foot, rgb(240, 224, 196), DARK, 0.3)
    shell = ellipse(-0.10, -0.52, 0.54, 0.48)
    pen.part([shell], coat)
    pen.shade_over(shell, mix(coat, rgb(255, 240, 214), 0.5), DARK, 0.4)
    whirl = [polar((-0.06, -0.50), 250 - 14 * k, 0.48 * (1 - k / 62)) for k in range(60)]
    pen.stroke(smooth(whirl, closed=False), 0.040, mix(coat, DARK, 0.5))


def draw_seal(pen: BeastPen, act: Act, *, coat: Colour) -> None:
    """A seal: reared on its fore flippers, or stretched in the water."""
    turn = math.tau * act.phase
    wet = act.motion in ("swim", "float", "fly", "fall")
    up = 0.0 if wet or act.motion in ("lie", "sleep") else 1.0
    wave = 0.06 * math.sin(turn)
    points = []
    for k in range(9):
        s = k / 8
        rise = 0.52 * up * max(0.0, (s - 0.45) / 0.55) ** 1.3
        y = (
            -0.22
            - rise
            - (0.26 if wet else 0.0)
            + wave * (math.sin(3 * s + turn) if wet else s * 0.5)
        )
        points.append(((s - 0.55) * 1.9 - 0.22 * up * s * s, y))
    wide = [0.06, 0.13, 0.20, 0.245, 0.255, 0.235, 0.20, 0.165, 0.14]
    x, y = points[0]
    for deg in (166, 196):
        fin = whip((x + 0.04, y), deg + 12 * math.sin(turn), 0.36, 4, 0, 0, 0)
        pen.part([ribbon(fin, [0.04, 0.08, 0.07, 0.02])], mix(coat, DARK, 0.2))
    body = ribbon(points, wide)
    hx, hy = points[-1][0] + 0.08, points[-1][1] - 0.03
    head = [ellipse(hx, hy, 0.19, 0.17), ellipse(hx + 0.16, hy + 0.05, 0.10, 0.085)]
    pen.part([body, *head], coat)
    pen.shade_over(body, mix(coat, DARK, 0.6), mix(coat, BONE, 0.6), 0.4)
    sx, sy = points[5]
    flipper = whip((sx, sy + 0.10), 250 + 16 * math.sin(turn) - 30 * up, 0.46, 5, 40 * up, 0, 0)
    pen.part(
        [ribbon([(a, min(b, -0.02)) for a, b in flipper], [0.07, 0.10, 0.09, 0.07, 0.02])],
        mix(coat, DARK, 0.12),
    )
    _seal_face(pen, act, coat, (hx, hy))


def _seal_face(pen: BeastPen, act: Act, coat: Colour, at: Point) -> None:
    x, y = at
    pen.fill(ellipse(x + 0.24, y + 0.015, 0.034, 0.027), DARK)
    if act.menace or act.motion in ("bite", "attack"):
        pen.glow(smooth([(x + 0.10, y + 0.10), (x + 0.25, y + 0.09), (x + 0.20, y + 0.20)]), MOUTH)
    for k in range(3):
        hair = smooth(
            [(x + 0.16, y + 0.06 + 0.02 * k), (x + 0.34, y + 0.06 + 0.06 * k)], closed=False
        )
        pen.stroke(hair, 0.008, mix(coat, BONE, 0.6))
    with pen.placed((x + 0.06, y - 0.04), 0.26):
        draw_eye(pen, (0.0, 0.0, 0.16), 0, mien_of(act, coat))


@dataclass(frozen=True, slots=True)
class Shore:
    """How an animal of this file is drawn, its kind of movement, real height and proportion."""

    draw: Draw
    sort: Sort
    height_m: float
    proportion: float


# fmt: off
SHORE: Mapping[str, Shore] = {
    "octopus": Shore(
        partial(draw_soft, soft=Soft(rgb(196, 104, 84), rgb(240, 206, 176))), "swimmer", 0.7, 1.6),
    "squid": Shore(
        partial(draw_soft, soft=Soft(rgb(224, 186, 172), rgb(246, 226, 210), squid=True)),
        "swimmer", 0.5, 1.2),
    "jellyfish": Shore(partial(draw_jellyfish, coat=rgb(206, 178, 214)), "swimmer", 0.4, 0.9),
    "turtle": Shore(
        partial(draw_turtle, turtle=Turtle(rgb(136, 144, 92), rgb(112, 100, 62),
                                           rgb(190, 166, 104))),
        "walker", 0.35, 2.0),
    "sea_turtle": Shore(
        partial(draw_turtle, turtle=Turtle(rgb(110, 140, 124), rgb(100, 104, 72),
                                           rgb(186, 172, 116),
                                           flippers=True)), "swimmer", 0.5, 2.0),
    "crab": Shore(partial(draw_crab, coat=rgb(204, 92, 62)), "walker", 0.15, 2.2),
    "lobster": Shore(
        partial(draw_crayfish, fish=Crayfish(rgb(190, 72, 54), claws=True)), "walker", 0.12, 3.6),
    "shrimp": Shore(
        partial(draw_crayfish, fish=Crayfish(rgb(230, 160, 128), claws=False)), "swimmer", 0.05,
        3.2),
    "frog": Shore(partial(draw_frog, coat=rgb(122, 156, 84)), "walker", 0.1, 1.6),
    "toad": Shore(partial(draw_frog, coat=rgb(140, 116, 80)), "walker", 0.12, 1.6),
    "snail": Shore(partial(draw_snail, coat=rgb(176, 126, 78)), "walker", 0.04, 1.9),
    "starfish": Shore(partial(draw_starfish, coat=rgb(224, 140, 84)), "walker", 0.12, 1.0),
    "seahorse": Shore(partial(draw_seahorse, coat=rgb(222, 170, 90)), "swimmer", 0.15, 0.7),
    "ray": Shore(partial(draw_ray, coat=rgb(112, 122, 128)), "swimmer", 0.6, 2.6),
    "seal": Shore(partial(draw_seal, coat=rgb(124, 124, 128)), "walker", 0.9, 1.9),
}
# fmt: on
