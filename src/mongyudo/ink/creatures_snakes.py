"""Snakes, worms and centipedes."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from mongyudo.ink.creatures_act import Act
from mongyudo.ink.creatures_heads import Head, Mien, draw_profile
from mongyudo.ink.creatures_pen import DARK, EMBER, BeastPen, polar, whip
from mongyudo.ink.creatures_tube import Ring, Skin, draw_tube
from mongyudo.ink.figures_pen import Colour, ellipse, mix, polygon, rgb, ribbon, smooth

_SERPENT = Head(
    top=((-0.95, 0.05), (-0.60, -0.62), (0.05, -0.86), (0.62, -0.66), (1.30, -0.40), (1.86, -0.22),
         (2.10, 0.06), (2.04, 0.22)),
    mouth=((1.98, 0.28), (1.40, 0.36), (0.80, 0.32), (0.24, 0.44)),
    cheek=((0.0, 0.74), (-0.50, 0.72)),
    chin=((1.80, 0.48), (1.20, 0.62), (0.50, 0.78), (-0.1, 0.74), (-0.1, 0.40)),
    eye=(0.74, -0.28, 0.16), iris=rgb(226, 190, 80), nose=(1.90, -0.06, 0.06, 0.05), ear="",
    teeth=0.0,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Snake:
    """A snake: half width `girth` and `length` in units of its raised head's height."""

    skin: Skin
    girth: float = 0.088
    length: float = 3.9
    head_size: float = 0.125
    hood: bool = False


Spot = tuple[float, float, float]
_COUNT = 64


def draw_snake(pen: BeastPen, act: Act, *, snake: Snake) -> None:
    """One snake at a moment."""
    line = _LINES.get(act.motion, _rearing if act.menace else _resting)(snake, act)
    girth = snake.girth * (1.18 if act.menace else 1.0)
    rings = [
        Ring(x, y, girth * _thickness(k / (len(line) - 1)), depth)
        for k, (x, y, depth) in enumerate(line)
    ]
    if snake.hood and (act.menace or act.motion in ("rise", "attack", "bite")):
        rings = _hooded(rings)
    draw_tube(pen, rings, snake.skin)
    _snake_head(pen, snake, rings, act)


def _thickness(share: float) -> float:
    """Thin tail, full middle, slim neck; share 0 is the tail's tip."""
    tail: float = min(1.0, share / 0.42) ** 0.75
    neck: float = 1 - 0.36 * max(0.0, (share - 0.70) / 0.30) ** 1.2
    return max(0.04, tail * neck)


def _hooded(rings: list[Ring]) -> list[Ring]:
    count = len(rings)
    return [
        replace(ring, r=ring.r * (1 + 1.5 * math.sin(math.pi * (k - count + 13) / 11)))
        if count - 13 <= k < count - 2 else ring
        for k, ring in enumerate(rings)
    ]  # fmt: skip


_BENDS = 15.0
_SPREAD = 0.72
"""Radians of bending along the whole body, and the share of its length that it lies along."""


def stride_of(snake: Snake, motion: str) -> float:
    """The way of one round over the ground; 0 for motions that lead nowhere."""
    if _LINES.get(motion) is not _slither:
        return 0.0
    return math.tau / _BENDS * snake.length * _SPREAD


def _slither(snake: Snake, act: Act) -> list[Spot]:
    """Waves that run from head to tail as fast as the body goes ahead, so that each bend lies
    where it is; the head is held a little up."""
    turn = math.tau * act.phase
    high = 0.46 if act.menace else 0.24

    def place(s: float) -> Spot:
        grow = min(1.0, s / 0.2) * (1 - 0.5 * max(0.0, s - 0.8) / 0.2)
        bend = turn + s * _BENDS
        z = 0.32 * grow * math.sin(bend)
        lift = max(0.0, (s - 0.82) / 0.18)
        y = -snake.girth * 0.9 + z * 0.52 - 0.17 - high * lift * lift
        x = (s - 0.62) * snake.length * _SPREAD - 0.10 * lift - 0.07 * grow * math.sin(2 * bend)
        return (x, min(-snake.girth * 0.7, y), 0.0)

    return [place(k / (_COUNT - 1)) for k in range(_COUNT)]


def _resting(snake: Snake, act: Act) -> list[Spot]:
    """Loose bends on the ground, neck and head raised and swaying."""
    sway = math.sin(math.tau * act.phase)
    return _raised(snake, 0.30, 0.60, 0.05 * sway, 0.10 * sway)


def _rearing(snake: Snake, act: Act) -> list[Spot]:
    """The fore part upright, bent like an S, swaying."""
    sway = math.sin(math.tau * act.phase)
    return _raised(snake, 0.40, 1.02, 0.10 * sway, -0.06)


def _striking(snake: Snake, act: Act) -> list[Spot]:
    """Drawn back (0), thrown forward (0.4), drawn back again."""
    thrust = max(0.0, math.sin(math.pi * min(1.0, act.phase / 0.75))) ** 2
    return _raised(snake, 0.40, 0.95 - 0.42 * thrust, 0.72 * thrust - 0.16, -0.12 * (1 - thrust))


def _raised(snake: Snake, part: float, high: float, ahead: float, bow: float) -> list[Spot]:
    """The last `part` of the body lifted to `high`; `ahead` moves the head forward."""
    points: list[Spot] = []
    for k in range(_COUNT):
        s = k / (_COUNT - 1)
        u = max(0.0, (s - 1 + part) / part)
        ground = min(s, 1 - part) / (1 - part)
        z = 0.26 * math.sin(ground * 10.5 + 0.6) * min(1.0, ground / 0.2)
        x = (ground - 0.72) * snake.length * 0.42
        y = -snake.girth * 0.85 - 0.06 + z * 0.50
        if u > 0:
            x += ahead * u * u - (0.30 + bow) * math.sin(u * math.pi) + 0.10 * u
            y -= high * (u * u * (3 - 2 * u)) * 0.94
        points.append((x, min(-snake.girth * 0.7, y), float(u > 0)))
    return points


def _coiled(snake: Snake, act: Act) -> list[Spot]:
    """Three loops, one upon the other, the head resting on top or watching."""
    breath = math.sin(math.tau * act.phase)
    up = 0.0 if act.motion in ("sleep", "lie") and not act.menace else 0.34
    points: list[Spot] = []
    body = _COUNT - 8
    for k in range(body):
        s = k / (body - 1)
        a = 0.9 - s * math.tau * 2.55
        r = 0.74 - 0.40 * s
        lift = snake.girth * 1.5 * s * 2.4
        points.append((
            r * math.cos(a), -snake.girth * 0.9 - lift + 0.30 * r * math.sin(a) - 0.2,
            math.floor(s * 2.55) * 4 + math.sin(a),
        ))  # fmt: skip
    x, y, _ = points[-1]
    for k in range(1, 9):
        u = k / 8
        points.append((x + 0.30 * u, y - up * u * u * (3 - 2 * u) + 0.05 * u - 0.012 * breath * u,
                       30.0 + k))  # fmt: skip
    return points


def _swimming(snake: Snake, act: Act) -> list[Spot]:
    turn = math.tau * act.phase
    points: list[Spot] = []
    for k in range(_COUNT):
        s = k / (_COUNT - 1)
        y = -0.42 - 0.20 * (1 - 0.6 * s) * math.sin(s * 11.0 + math.pi - turn)
        points.append(((s - 0.55) * snake.length * 0.78, y, 0.0))
    return points


_LINES: Mapping[str, Callable[[Snake, Act], list[Spot]]] = {
    "walk": _slither, "run": _slither, "crawl": _slither, "bound": _slither, "coil": _coiled,
    "sit": _coiled, "lie": _coiled, "sleep": _coiled, "swim": _swimming, "fly": _swimming,
    "float": _swimming, "fall": _swimming, "rise": _rearing, "shake": _rearing,
    "attack": _striking, "bite": _striking,
}  # fmt: skip


def _snake_head(pen: BeastPen, snake: Snake, rings: list[Ring], act: Act) -> None:
    tip, root = rings[-1], rings[-4]
    aim = math.degrees(math.atan2(tip.y - root.y, tip.x - root.x))
    flat = act.motion in ("attack", "bite") or act.menace
    turn = max(-70.0, min(40.0, aim)) * (0.12 if flat else 0.42)
    jaw = 0.0
    if act.motion in ("attack", "bite"):
        jaw = 0.5 + 0.75 * max(0.0, math.sin(math.pi * min(1.0, act.phase / 0.75)))
    elif act.menace:
        jaw = 0.75 + 0.12 * math.sin(math.tau * act.phase)
    asleep = act.motion == "sleep" and not act.menace
    size = snake.head_size * (1.25 if act.menace else 1.0)
    with pen.placed((tip.x + size * 0.35, tip.y), size, turn):
        if not asleep and (jaw > 0 or math.sin(2 * math.tau * act.phase) > 0.0):
            _tongue(pen, act.phase, jaw)
        draw_profile(pen, _SERPENT, Mien(snake.skin.coat, jaw, asleep, act.menace))
        if jaw > 0.2:
            _fangs(pen, jaw)


def _tongue(pen: BeastPen, phase: float, jaw: float) -> None:
    red = rgb(176, 44, 44)
    wag = 0.18 * math.sin(3 * math.tau * phase)
    y = 0.30 + 0.4 * jaw
    tip = (3.0, y + wag)
    pen.line_of(smooth([(1.2, y), (2.2, y + wag * 0.2), tip], closed=False), 0.10, red)
    for fork in (-0.22, 0.24):
        pen.line_of(smooth([tip, (3.5, y + wag + fork)], closed=False), 0.075, red)


def _fangs(pen: BeastPen, jaw: float) -> None:
    for x, tall in ((1.78, 0.62), (1.48, 0.48)):
        fang = [(x - 0.10, 0.28), (x + 0.10, 0.28), (x - 0.06, 0.28 + tall * min(1.0, jaw + 0.3))]
        pen.glow(polygon(fang), rgb(248, 242, 224))


def _hide(
    red: tuple[int, int, int], belly: Colour, marks: Colour, pattern: str = "diamonds"
) -> Skin:
    return Skin(rgb(*red), belly, marks, pattern)


SNAKES: Mapping[str, Snake] = {
    "snake": Snake(_hide((112, 124, 78), rgb(222, 206, 150), rgb(62, 68, 48))),
    "big_snake": Snake(_hide((136, 106, 66), rgb(222, 200, 148), rgb(74, 54, 40), "bands"), 0.125,
                       4.3, 0.160),
    "white_snake": Snake(_hide((234, 228, 214), rgb(248, 244, 234), rgb(206, 196, 178))),
    "black_snake": Snake(_hide((62, 58, 60), rgb(152, 142, 126), rgb(38, 36, 38), "bands"), 0.105),
    "cobra": Snake(_hide((92, 84, 66), rgb(218, 198, 146), rgb(52, 48, 44), "bands"), hood=True),
    "eel": Snake(_hide((78, 80, 76), rgb(196, 188, 162), rgb(62, 64, 62), ""), 0.11, 3.0, 0.12),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Worm:
    """A soft body: earthworm, maggot or caterpillar; `legs` gives stubs, `hair` bristles."""

    skin: Skin
    girth: float = 0.26
    length: float = 2.0
    legs: bool = False
    hair: bool = False
    eyes: bool = True


def draw_worm(pen: BeastPen, act: Act, *, worm: Worm) -> None:
    """One worm: humps that run forward, the head lifted and feeling about."""
    turn = math.tau * act.phase
    moving = act.motion not in ("stand", "sit", "lie", "sleep", "coil")
    hump = 0.26 if moving else 0.06
    lift = 0.42 if act.menace or act.motion in ("rise", "attack", "bite") else 0.12
    count = 22
    rings: list[Ring] = []
    for k in range(count):
        s = k / (count - 1)
        y = -worm.girth - hump * max(0.0, math.sin(s * 7.4 - turn)) * math.sin(math.pi * s)
        u = max(0.0, (s - 0.7) / 0.3)
        y -= lift * u * u * (1 + 0.15 * math.sin(turn))
        r = (
            worm.girth
            * (0.62 + 0.38 * math.sin(math.pi * (0.12 + 0.8 * s)))
            * (1 + 0.05 * math.sin(k * 2.1))
        )
        rings.append(Ring((s - 0.5) * worm.length - 0.10 * u, y, r))
    if worm.legs:
        _stubs(pen, worm, rings)
    draw_tube(pen, rings, worm.skin)
    if worm.hair:
        _bristles(pen, worm, rings)
    _worm_face(pen, worm, rings[-1], act)


def _stubs(pen: BeastPen, worm: Worm, rings: list[Ring]) -> None:
    for k in range(2, len(rings) - 1, 3):
        ring = rings[k]
        foot = ellipse(ring.x, ring.y + ring.r * 0.92, ring.r * 0.20, ring.r * 0.30)
        pen.part([foot], mix(worm.skin.coat, DARK, 0.3))


def _bristles(pen: BeastPen, worm: Worm, rings: list[Ring]) -> None:
    for k, ring in enumerate(rings[1:-1]):
        for deg in (62, 90, 118):
            root = polar((ring.x, ring.y), deg, ring.r * 0.9)
            tip = polar(root, deg + 10 * math.sin(k), ring.r * 0.75)
            pen.line_of(smooth([root, tip], closed=False), 0.013, mix(worm.skin.marks, DARK, 0.2))


def _worm_face(pen: BeastPen, worm: Worm, ring: Ring, act: Act) -> None:
    size = ring.r * 1.12
    with pen.placed((ring.x + size * 0.3, ring.y), size):
        face = mix(worm.skin.coat, worm.skin.marks, 0.35 if worm.legs else 0.08)
        pen.part([ellipse(0, 0, 1.0, 0.96)], face)
        if act.menace:
            pen.shine(ellipse(0.38, -0.22, 0.24, 0.2), EMBER, 0.7)
            for k in range(5):
                a = math.radians(-60 + 30 * k)
                tooth = [
                    (0.95, 0.25 + 0.1 * k - 0.3),
                    (1.25 + 0.1 * math.cos(a), 0.02 + 0.14 * k),
                    (0.9, 0.36 + 0.1 * k - 0.2),
                ]
                pen.glow(polygon(tooth), rgb(240, 232, 210))
        elif worm.eyes:
            pen.fill(ellipse(0.38, -0.22, 0.16, 0.18), DARK)
            pen.stroke(smooth([(0.3, 0.36), (0.56, 0.48), (0.8, 0.34)], closed=False), 0.07, DARK)
        if worm.legs:
            for deg in (64, 96):
                feeler = whip((0.1, -0.8), deg, 0.8, 5, -30, 10, math.tau * act.phase)
                pen.line_of(smooth(feeler, closed=False), 0.09, DARK)


WORMS: Mapping[str, Worm] = {
    "worm": Worm(_hide((206, 142, 128), rgb(226, 176, 160), rgb(168, 104, 94), "rings"), 0.17, 2.8,
                 eyes=False),
    "maggot": Worm(_hide((238, 228, 204), rgb(248, 242, 224), rgb(196, 178, 140), "rings"), 0.30,
                   1.7),
    "caterpillar": Worm(_hide((134, 162, 84), rgb(206, 208, 140), rgb(70, 96, 52), "bands"), 0.27,
                        2.2, legs=True, hair=True),
}  # fmt: skip


def draw_centipede(pen: BeastPen, act: Act, *, skin: Skin) -> None:
    """A centipede: a flat jointed body on waves of legs, its head raised when it threatens."""
    turn = math.tau * act.phase
    lift = 0.62 if act.menace or act.motion in ("rise", "attack", "bite") else 0.06
    if act.motion in ("attack", "bite"):
        lift *= 0.6 + 0.4 * math.cos(turn)
    count = 30
    rings: list[Ring] = []
    for k in range(count):
        s = k / (count - 1)
        u = max(0.0, (s - 0.66) / 0.34)
        y = -0.30 - 0.07 * math.sin(s * 9 - turn) - lift * u * u * (3 - 2 * u)
        r = 0.13 * (0.55 + 0.45 * math.sin(math.pi * (0.1 + 0.8 * s)))
        rings.append(Ring((s - 0.52) * 3.3 - 0.34 * u * u, y, r))
    leg = mix(skin.marks, rgb(226, 158, 76), 0.5)
    _legs(pen, rings, turn, mix(leg, DARK, 0.4), math.pi)
    draw_tube(pen, rings, skin)
    _legs(pen, rings, turn, leg, 0.0)
    _centipede_head(pen, rings[-1], skin, act)


def _legs(pen: BeastPen, rings: list[Ring], turn: float, colour: Colour, shift: float) -> None:
    for k in range(1, len(rings) - 1):
        ring = rings[k]
        swing = math.sin(turn * 1.0 - k * 0.9 + shift)
        knee = (ring.x + 0.03 + 0.07 * swing, ring.y + ring.r + 0.06)
        reach = min(0.30, max(0.14, -ring.y - ring.r))
        foot = (
            ring.x - 0.02 + 0.15 * swing,
            min(-0.005, ring.y + ring.r + reach - 0.05 * max(0.0, swing)),
        )
        pen.line_of(
            smooth([(ring.x, ring.y + ring.r * 0.5), knee, foot], closed=False), 0.030, colour
        )


def _centipede_head(pen: BeastPen, ring: Ring, skin: Skin, act: Act) -> None:
    turn = math.tau * act.phase
    with pen.placed((ring.x + 0.05, ring.y), 0.15, -8.0):
        for deg in (38, 12):
            feeler = whip((0.5, -0.3), deg, 4.0, 9, -46, 22, turn)
            pen.line_of(smooth(feeler, closed=False), 0.12, skin.marks)
        pen.part([ellipse(0.1, 0, 0.95, 0.85)], mix(skin.coat, rgb(176, 62, 40), 0.6))
        gape = 0.4 + 0.3 * math.sin(turn) if act.menace or act.motion in ("attack", "bite") else 0.1
        for side in (-1.0, 1.0):
            claw = [(0.7, 0.45), (1.5, 0.6 + side * gape), (1.9, 0.5 + side * gape * 0.2)]
            pen.part([ribbon(claw, [0.22, 0.16, 0.02])], DARK)
        if act.menace:
            pen.shine(ellipse(0.55, -0.2, 0.26, 0.22), EMBER, 0.8)
        else:
            pen.fill(ellipse(0.55, -0.2, 0.18, 0.18), DARK)


CENTIPEDE = Skin(rgb(110, 58, 44), rgb(176, 108, 62), rgb(196, 132, 62), "rings")
