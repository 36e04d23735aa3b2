"""The dragon of the East: antlered, whiskered, four-clawed, a long body that swims through air."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from mongyudo.ink.creatures_act import Act
from mongyudo.ink.creatures_heads import Head, Mien, draw_profile
from mongyudo.ink.creatures_pen import BONE, DARK, BeastPen, elbow, polar, whip
from mongyudo.ink.creatures_tube import Ring, Skin, draw_tube, sides
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

_HEAD = Head(
    top=((-0.92, -0.02), (-0.70, -0.60), (-0.10, -0.82), (0.34, -0.92), (0.70, -0.54),
         (1.24, -0.44), (1.64, -0.66), (2.02, -0.58), (2.16, -0.20), (2.08, 0.14)),
    mouth=((2.00, 0.26), (1.62, 0.28), (1.20, 0.40), (0.66, 0.36)),
    cheek=((0.40, 0.74), (-0.10, 0.94), (-0.72, 0.72)),
    chin=((1.84, 0.56), (1.30, 0.70), (0.70, 0.82), (0.10, 0.80), (0.20, 0.40)),
    eye=(0.52, -0.40, 0.19), iris=rgb(244, 226, 168), nose=(1.88, -0.42, 0.12, 0.09), ear="leaf",
    ear_at=(-0.36, -0.40), ear_size=0.7, horns="deer", teeth=0.30,
)  # fmt: skip
_COUNT = 66
_GOLD = rgb(250, 214, 120)


@dataclass(frozen=True, slots=True)
class Dragon:
    """A dragon's colours and build, in units of its height in flight; `antlers` none for imugi."""

    skin: Skin
    mane: Colour
    girth: float = 0.135
    length: float = 4.3
    antlers: bool = True
    pearl: bool = True


Spot = tuple[float, float, float]


def draw_dragon(pen: BeastPen, act: Act, *, dragon: Dragon) -> None:
    """One dragon at a moment."""
    line = _LINES.get(act.motion, _flying)(dragon, act)
    girth = dragon.girth * (1.14 if act.menace else 1.0)
    rings = [
        Ring(x, y, girth * _thickness(k / (_COUNT - 1)), depth)
        for k, (x, y, depth) in enumerate(line)
    ]
    turn = math.tau * act.phase
    coiled = act.motion in ("sit", "lie", "sleep", "coil")
    _tail(pen, dragon, rings, turn)
    if not coiled:
        _limbs(pen, dragon, rings, act, near=False)
        _fins(pen, dragon, rings)
    draw_tube(pen, rings, dragon.skin)
    if not coiled:
        _limbs(pen, dragon, rings, act, near=True)
    _head(pen, dragon, rings, act)


def _thickness(share: float) -> float:
    tail: float = min(1.0, share / 0.5) ** 0.8
    neck = 1 - 0.30 * max(0.0, (share - 0.72) / 0.28)
    return max(0.06, tail * neck)


def _flying(dragon: Dragon, act: Act) -> list[Spot]:
    """Great waves from the neck to the tail."""
    turn = math.tau * act.phase
    calm = 0.8 if act.motion in ("stand", "float") else 1.0
    points: list[Spot] = []
    for k in range(_COUNT):
        s = k / (_COUNT - 1)
        swell = 0.36 * calm * min(1.0, 0.3 + s / 0.3) * (1 - 0.45 * max(0.0, s - 0.7) / 0.3)
        bend = s * 9.6 + turn - 0.9
        up = max(0.0, (s - 0.80) / 0.20)
        x = (s - 0.56) * dragon.length * 0.76 - 0.14 * math.sin(up * math.pi)
        points.append((x, -0.66 + swell * math.sin(bend) - 0.30 * up * up, 0.0))
    return points


def _rising(dragon: Dragon, act: Act) -> list[Spot]:
    """Upwards in loops, as dragons rise to heaven."""
    turn = math.tau * act.phase
    points: list[Spot] = []
    for k in range(_COUNT):
        s = k / (_COUNT - 1)
        bend = s * 8.4 - turn
        wide = 0.60 * (1 - 0.45 * s)
        x = wide * math.sin(bend) + 0.16 * max(0.0, s - 0.86) / 0.14
        points.append((x, -0.12 - s * dragon.length * 0.50, math.cos(bend) * 0.01))
    return points


def _lunging(dragon: Dragon, act: Act) -> list[Spot]:
    """The fore body drawn back and thrown forward."""
    thrust = max(0.0, math.sin(math.pi * min(1.0, act.phase / 0.8))) ** 2
    points = _flying(dragon, Act("stand", act.phase * 0.5, act.menace))
    return [
        (
            x + (0.55 * thrust - 0.18) * s * s,
            y + (0.26 * thrust - 0.12) * max(0.0, s - 0.6) / 0.4,
            d,
        )
        for (x, y, d), s in ((p, k / (_COUNT - 1)) for k, p in enumerate(points))
    ]


def _coiled(dragon: Dragon, act: Act) -> list[Spot]:
    breath = math.sin(math.tau * act.phase)
    points: list[Spot] = []
    body = _COUNT - 10
    for k in range(body):
        s = k / (body - 1)
        a = 0.9 - s * math.tau * 2.1
        r = 0.82 - 0.40 * s
        y = -dragon.girth - dragon.girth * 3.2 * s + 0.30 * r * math.sin(a) - 0.22
        points.append((r * math.cos(a), y, math.floor(s * 2.1) * 4 + math.sin(a)))
    x, y, _ = points[-1]
    for k in range(1, 11):
        u = k / 10
        rise = 0.42 * u * u * (3 - 2 * u)
        points.append((x + 0.42 * u, y - rise - 0.01 * breath * u, 30.0 + k))
    return points


_LINES: Mapping[str, Callable[[Dragon, Act], list[Spot]]] = {
    "rise": _rising, "attack": _lunging, "bite": _lunging, "sit": _coiled, "lie": _coiled,
    "sleep": _coiled, "coil": _coiled,
}  # fmt: skip


def _tail(pen: BeastPen, dragon: Dragon, rings: list[Ring], turn: float) -> None:
    """Flames at the tail's tip."""
    a, b = rings[4], rings[0]
    deg = math.degrees(math.atan2(a.y - b.y, b.x - a.x))
    for spread, long in ((-34, 0.30), (0, 0.42), (30, 0.32)):
        lock = whip((rings[2].x, rings[2].y), deg + spread, long, 5, spread * 0.8, 18, turn)
        pen.part([ribbon(lock, [0.03, 0.06, 0.05, 0.03, 0.003])], dragon.mane)


def _fins(pen: BeastPen, dragon: Dragon, rings: list[Ring]) -> None:
    """The jagged comb along the back."""
    edges = sides(rings)
    for k in range(4, _COUNT - 6, 2):
        (x, y), ring = edges[k][0], rings[k]
        back = edges[k - 2][0]
        out = ((x - ring.x) / ring.r, (y - ring.y) / ring.r)
        tall = ring.r * 0.75
        tip = (back[0] * 0.6 + x * 0.4 + out[0] * tall, back[1] * 0.6 + y * 0.4 + out[1] * tall)
        ahead = along((x, y), (ring.x, ring.y), 0.35)
        behind = along(back, (rings[k - 2].x, rings[k - 2].y), 0.35)
        pen.part([polygon([behind, tip, ahead])], dragon.mane)


def _limbs(pen: BeastPen, dragon: Dragon, rings: list[Ring], act: Act, *, near: bool) -> None:
    turn = math.tau * act.phase
    colour = dragon.skin.coat if near else mix(dragon.skin.coat, DARK, 0.32)
    for place, lead in ((0.40, 0.0), (0.74, 2.4)):
        k = round((place + (0.0 if near else 0.035)) * (_COUNT - 1))
        swing = math.sin(turn + lead + (0.0 if near else 1.4))
        _limb(pen, rings[k], colour, swing, fore=place > 0.6, near=near)
        if near and place > 0.6 and dragon.pearl and not act.menace:
            _pearl(pen, rings[k], swing)


def _paw_of(ring: Ring, swing: float, *, fore: bool) -> Point:
    reach = 0.30 if fore else -0.02
    return (ring.x + reach + 0.09 * swing, ring.y + ring.r + 0.26 + 0.05 * math.cos(swing))


def _limb(
    pen: BeastPen, ring: Ring, colour: Colour, swing: float, *, fore: bool, near: bool
) -> None:
    root = (ring.x, ring.y + ring.r * 0.35)
    paw = _paw_of(ring, swing, fore=fore)
    knee = elbow(root, paw, 0.23, 0.22, -1.0 if fore else 1.0)
    size = ring.r
    flame = [polar(knee, deg, 0.15) for deg in (150, 170, 195)]
    for tip in flame:
        pen.part([polygon([(knee[0], knee[1] - 0.03), tip, (knee[0], knee[1] + 0.03)])],
                 mix(colour, BONE, 0.25))  # fmt: skip
    skin = [hull([(*root, size * 0.66), (*knee, size * 0.36)]),
            hull([(*knee, size * 0.36), (*paw, size * 0.26)])]  # fmt: skip
    pen.part(skin, colour)
    for deg in (-64, -22, 18, 205):
        claw = [paw, polar(paw, deg, 0.075), polar(polar(paw, deg, 0.075), deg - 50, 0.06)]
        pen.part([ribbon(claw, [0.030, 0.024, 0.003])], mix(colour, BONE, 0.45 if near else 0.25))


def _pearl(pen: BeastPen, ring: Ring, swing: float) -> None:
    """The wish-granting pearl in the fore claw."""
    x, y = _paw_of(ring, swing, fore=True)
    pen.shine(ellipse(x + 0.06, y + 0.04, 0.065, 0.065), _GOLD, 0.20)


def _head(pen: BeastPen, dragon: Dragon, rings: list[Ring], act: Act) -> None:
    tip, root = rings[-1], rings[-5]
    aim = math.degrees(math.atan2(tip.y - root.y, tip.x - root.x))
    size = dragon.girth * (1.62 if act.menace else 1.5)
    turn = math.tau * act.phase
    jaw = 0.30 + 0.06 * math.sin(turn)
    if act.menace:
        jaw = 0.85 + 0.12 * math.sin(turn)
    if act.motion in ("attack", "bite"):
        jaw = 0.4 + 0.6 * max(0.0, math.sin(math.pi * min(1.0, act.phase / 0.8)))
    asleep = act.motion == "sleep" and not act.menace
    with pen.placed((tip.x + size * 0.3, tip.y), size, max(-64.0, min(34.0, aim * 0.4))):
        _mane(pen, dragon, turn)
        head = _HEAD if dragon.antlers else _BARE
        draw_profile(pen, head, Mien(dragon.skin.coat, 0.0 if asleep else jaw, asleep, act.menace))
        _beard(pen, dragon, turn, jaw)
        _whiskers(pen, dragon, turn)


_BARE = replace(_HEAD, horns="")


def _mane(pen: BeastPen, dragon: Dragon, turn: float) -> None:
    """Flames of hair streaming back."""
    for k in range(11):
        deg = 112 + 15 * k
        lock = whip((-0.28, 0.02), deg, 1.9 - 0.05 * abs(k - 5), 7, 34 - 6 * k, 14, turn + 0.9 * k)
        wide = [0.26, 0.28, 0.25, 0.2, 0.14, 0.08, 0.01]
        pen.part([ribbon(lock, wide)], mix(dragon.mane, DARK, 0.14 * (k % 2)))


def _beard(pen: BeastPen, dragon: Dragon, turn: float, jaw: float) -> None:
    drop = 0.55 * jaw
    for k in range(4):
        root = (1.35 - 0.34 * k, 0.66 + drop * (1 - 0.25 * k))
        lock = whip(root, -112 - 8 * k, 0.85, 6, -28, 16, turn + k)
        pen.part([ribbon(lock, [0.12, 0.13, 0.1, 0.07, 0.04, 0.005])], dragon.mane)


def _whiskers(pen: BeastPen, dragon: Dragon, turn: float) -> None:
    colour = mix(dragon.mane, DARK, 0.25)
    for deg, curl in ((38, 150), (-18, -150)):
        hair = whip((1.95, -0.2), deg, 3.3, 14, curl, 34, turn)
        pen.line_of(smooth(hair, closed=False), 0.085, colour)


DRAGONS: Mapping[str, Dragon] = {
    "dragon": Dragon(Skin(rgb(72, 122, 126), rgb(224, 200, 138), rgb(40, 74, 80), "scales"),
                     rgb(198, 100, 58)),
    "blue_dragon": Dragon(Skin(rgb(70, 104, 150), rgb(224, 206, 156), rgb(40, 60, 96), "scales"),
                          rgb(210, 170, 84)),
    "gold_dragon": Dragon(Skin(rgb(212, 166, 80), rgb(242, 226, 178), rgb(140, 96, 44), "scales"),
                          rgb(178, 78, 52)),
    "imugi": Dragon(Skin(rgb(84, 96, 80), rgb(196, 186, 146), rgb(52, 60, 52), "scales"),
                    rgb(84, 74, 66), antlers=False, pearl=False),
}  # fmt: skip
