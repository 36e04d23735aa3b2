"""Insects: jointed legs in a tripod gait, feelers, wings of several kinds.

Measures are shares of the standing height; all face right; the ground is y = 0.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import skia

from mongyudo.ink.creatures_act import Act
from mongyudo.ink.creatures_gait import stepping
from mongyudo.ink.creatures_pen import BONE, DARK, EMBER, BeastPen, elbow, whip
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
    with_alpha,
)

Blob = tuple[float, float, float, float]
"""An oval: x, height above the ground, half width, half height."""


@dataclass(frozen=True, slots=True)
class Insect:
    """A species. `wings`: clear, case (beetles), scaled (butterflies), long (dragonflies),
    folded or none; `arms`: how the fore legs are used (walk, seize); `hind` lengthens the hind
    legs."""

    coat: Colour
    head: Blob
    chest: Blob
    tail: Blob
    legs: Colour
    wings: str = "none"
    wing: Colour = 0
    marks: Colour = 0
    pattern: str = ""
    feeler: tuple[float, float, float] = (0.6, 40.0, -60.0)
    leg_wide: float = 0.035
    hind: float = 1.0
    arms: str = "walk"
    snout: float = 0.0
    sting: bool = False
    lantern: bool = False
    height_m: float = 0.02


def draw_insect(pen: BeastPen, act: Act, *, insect: Insect) -> None:
    """One insect at a moment."""
    turn = math.tau * act.phase
    flying = insect.wings in ("clear", "long", "folded", "case", "scaled") and act.motion in (
        "fly", "run", "bound", "float", "swim", "attack", "fall",
    )  # fmt: skip
    lift = 0.14 + 0.08 * math.sin(turn) if flying else 0.012 * math.sin(2 * turn)
    rear = -16.0 if act.menace or act.motion in ("rise", "attack", "bite") else 0.0
    pen.canvas.save()
    hinge = 0.0 if flying else insect.tail[0] - insect.tail[2] * 0.8
    pen.canvas.translate(hinge, -lift)
    pen.canvas.rotate(rear)
    pen.canvas.translate(-hinge, 0)
    if insect.wings == "scaled":
        _scaled_wings(pen, insect, act, near=False)
    _legs(pen, insect, act, flying=flying, near=False)
    if flying and insect.wings != "scaled":
        _beating(pen, insect, turn, near=False)
    _trunk(pen, insect)
    _head(pen, insect, act)
    _legs(pen, insect, act, flying=flying, near=True)
    if insect.wings == "scaled":
        _scaled_wings(pen, insect, act, near=True)
    elif flying:
        _beating(pen, insect, turn, near=True)
    elif insect.wings != "none":
        _closed(pen, insect)
    if insect.lantern:
        x, y, rx, ry = insect.tail
        pen.shine(ellipse(x - rx * 0.45, -y, rx * 0.5, ry * 0.75), rgb(236, 240, 130), 0.5)
    pen.canvas.restore()


def _oval(blob: Blob) -> skia.Path:
    x, y, rx, ry = blob
    return ellipse(x, -y, rx, ry)


def _trunk(pen: BeastPen, insect: Insect) -> None:
    x, y, rx, ry = insect.tail
    cx, cy, _, cr = insect.chest
    abdomen = smooth([
        (x - rx, -y + ry * 0.1), (x - rx * 0.6, -y - ry * 0.8), (x + rx * 0.2, -y - ry),
        (x + rx, -y - ry * 0.4), (x + rx, -y + ry * 0.4), (x + rx * 0.2, -y + ry),
        (x - rx * 0.6, -y + ry * 0.8),
    ])  # fmt: skip
    if insect.sting:
        pen.part([polygon([(x - rx * 0.9, -y - 0.03), (x - rx - 0.16, -y + 0.06),
                           (x - rx * 0.9, -y + 0.05)])],
                 DARK)  # fmt: skip
    waist = hull([(x + rx * 0.7, -y, min(ry, cr) * 0.34), (cx, -cy, cr * 0.5)])
    pen.part([waist], insect.coat)
    pen.part([abdomen], insect.coat)
    _pattern(pen, insect, abdomen)
    pen.shade_over(abdomen, mix(insect.coat, rgb(255, 250, 230), 0.5), DARK, 0.4)
    chest = _oval(insect.chest)
    pen.part([chest], mix(insect.coat, DARK, 0.14))
    pen.shade_over(chest, mix(insect.coat, rgb(255, 250, 230), 0.4), DARK, 0.4)


def _pattern(pen: BeastPen, insect: Insect, abdomen: skia.Path) -> None:
    x, y, rx, ry = insect.tail
    if insect.pattern == "bands":
        bands = [ribbon([(x + rx * s, -y - ry * 1.1), (x + rx * (s - 0.1), -y),
                         (x + rx * s, -y + ry * 1.1)],
                        [rx * 0.13] * 3) for s in (-0.62, -0.14, 0.34)]  # fmt: skip
        pen.marks(abdomen, bands, insect.marks)
        return
    for k in range(4):
        s = -0.7 + 0.4 * k
        ring = smooth(
            [(x + rx * s, -y - ry), (x + rx * (s - 0.12), -y), (x + rx * s, -y + ry)], closed=False
        )
        pen.stroke(ring, 0.016, mix(insect.coat, DARK, 0.5))


def _head(pen: BeastPen, insect: Insect, act: Act) -> None:
    x, y, rx, ry = insect.head
    turn = math.tau * act.phase
    long, deg, curl = insect.feeler
    for lean in (0.0, 16.0):
        hair = whip((x + rx * 0.4, -y - ry * 0.6), deg + lean, long, 8, curl, 14, turn + lean)
        pen.line_of(smooth(hair, closed=False), 0.024, mix(insect.legs, DARK, 0.2))
    biting = act.menace or act.motion in ("attack", "bite", "eat")
    gape = 0.5 + 0.5 * math.sin(turn) if biting else 0.1
    if insect.snout:
        tip = (x + rx + insect.snout * 0.8, -y + insect.snout * 0.75)
        pen.line_of(smooth([(x + rx * 0.7, -y + ry * 0.3), tip], closed=False), 0.030, DARK)
    else:
        _jaws(pen, insect, gape)
    skull = ellipse(x, -y, rx, ry)
    pen.part([skull], mix(insect.coat, DARK, 0.22))
    _eye(pen, insect, act)


def _jaws(pen: BeastPen, insect: Insect, gape: float) -> None:
    x, y, rx, ry = insect.head
    for side in (-1.0, 1.0):
        claw = [(x + rx * 0.7, -y + ry * 0.5), (x + rx * 1.25,
                                                -y + ry * (0.62 + side * 0.42 * gape)),
                (x + rx * 1.45, -y + ry * (0.75 + side * 0.12))]  # fmt: skip
        pen.part([ribbon(claw, [ry * 0.16, ry * 0.13, 0.004])], mix(insect.legs, DARK, 0.3))


def _eye(pen: BeastPen, insect: Insect, act: Act) -> None:
    x, y, rx, ry = insect.head
    big = 0.52 if insect.wings in ("clear", "long", "folded") else 0.34
    eye = ellipse(x + rx * 0.32, -y - ry * 0.16, rx * big, ry * big * 1.1)
    if act.menace:
        pen.shine(eye, EMBER, 0.22)
        return
    pen.fill(eye, insect.marks if insect.wings == "clear" and insect.marks else rgb(58, 40, 36))
    pen.fill(ellipse(x + rx * 0.42, -y - ry * 0.34, rx * 0.13, ry * 0.12), BONE)


def _legs(pen: BeastPen, insect: Insect, act: Act, *, flying: bool, near: bool) -> None:
    cx, cy, rx, ry = insect.chest
    colour = insect.legs if near else mix(insect.legs, DARK, 0.35)
    for k in range(3):
        root = (cx + rx * (0.62 - 0.62 * k), -cy + ry * (0.55 if near else 0.3))
        foot = _foot(insect, act, k, flying=flying, near=near)
        bone = math.dist(root, foot) * 0.5 + 0.06
        if k == 0 and insect.arms == "seize":
            _seizing(pen, act, root, colour)
            continue
        first, second = (
            (bone * 1.12 * insect.hind, bone * 1.12 * insect.hind) if k == 2 else (bone, bone)
        )
        knee = elbow(root, foot, first, second, -1.0 if k == 2 else 1.0)
        knee = (knee[0], min(knee[1], root[1] + 0.02) if not flying else knee[1])
        wide = insect.leg_wide * (1.6 if k == 2 and insect.hind > 1.1 else 1.0)
        pen.part([ribbon([root, along(root, knee, 0.5), knee], [wide * 0.8, wide, wide * 0.6]),
                  ribbon([knee, foot], [wide * 0.6, wide * 0.22])], colour)  # fmt: skip


def _foot(insect: Insect, act: Act, k: int, *, flying: bool, near: bool) -> Point:
    cx = insect.chest[0]
    if flying:
        return (cx + 0.18 - 0.26 * k, -insect.chest[1] + 0.34 + 0.05 * k)
    home = (
        cx
        + 0.52
        - 0.54 * k
        - (0.22 * (insect.hind - 1) if k == 2 else 0.0)
        + (0.06 if not near else 0.0)
    )
    if act.motion not in ("walk", "crawl", "run", "bound", "shake"):
        return (home, 0.0)
    p = (act.phase * (2 if act.motion in ("run", "shake") else 1) + 0.5 * ((k + near) % 2)) % 1.0
    step = stepping(home, p, _REACH, _DUTY, 0.13)
    return (step.x, step.y)


_REACH, _DUTY = 0.24, 0.55


def stride_of(motion: str) -> float:
    """The way of one round over the ground; 0 for motions that lead nowhere."""
    steps = {"walk": 1, "crawl": 1, "bound": 1, "run": 2}.get(motion, 0)
    return steps * _REACH / _DUTY


def _seizing(pen: BeastPen, act: Act, root: Point, colour: Colour) -> None:
    """A mantis's folded arms."""
    strike = 0.0
    if act.motion in ("attack", "bite"):
        strike = max(0.0, math.sin(math.tau * act.phase))
    knee = (root[0] + 0.30, root[1] - 0.20 - 0.10 * strike)
    hand = (knee[0] + 0.02 + 0.46 * strike, knee[1] + 0.34 - 0.30 * strike)
    pen.part([ribbon([root, knee], [0.04, 0.05]), ribbon([knee, along(knee, hand, 0.5), hand],
                                                         [0.05, 0.04, 0.004])],
             colour)  # fmt: skip
    for s in (0.25, 0.5, 0.75):
        x, y = along(knee, hand, s)
        pen.part([polygon([(x - 0.02, y), (x - 0.08, y + 0.02), (x, y + 0.03)])], colour)


def _beating(pen: BeastPen, insect: Insect, turn: float, *, near: bool) -> None:
    """Clear wings in the air."""
    cx, cy, _, ry = insect.chest
    pairs = ((0.12, 1.0), (-0.16, 0.86)) if insect.wings == "long" else ((0.0, 0.9),)
    for k, (shift, long) in enumerate(pairs):
        beat = math.sin(3 * turn + 1.3 * k + (0.0 if near else 0.5))
        deg = 118 + 34 * beat - (8 if near else -10)
        reach = long * (1.15 if insect.wings == "long" else 0.95) * max(0.7, insect.tail[2] * 2.0)
        root = (cx + shift, -cy - ry * 0.8)
        line = whip(root, deg, reach, 6, 14, 0, 0)
        slim = 0.11 if insect.wings == "long" else 0.19
        wide = [reach * slim * w for w in (0.25, 0.7, 1.0, 1.05, 0.85, 0.2)]
        path = ribbon(line, wide)
        glass = with_alpha(insect.wing or rgb(226, 232, 230), 0.62)
        if insect.wings == "case":
            pen.part([path], glass)
            _raised_case(pen, insect, near=near)
            continue
        pen.part([path], glass)
        pen.stroke(smooth(line, closed=False), 0.010, with_alpha(DARK, 0.5))


def _raised_case(pen: BeastPen, insect: Insect, *, near: bool) -> None:
    _, _, rx, ry = insect.tail
    lid = ribbon(whip((insect.chest[0], -insect.chest[1] - insect.chest[3] * 0.8),
                      128 if near else 108,
                      rx * 1.7, 5, 30, 0, 0), [ry * 0.3, ry * 0.6, ry * 0.62, ry * 0.45,
                                               0.01])  # fmt: skip
    pen.part([lid], insect.wing or insect.coat)


def _closed(pen: BeastPen, insect: Insect) -> None:
    """Wings at rest along the back."""
    x, y, rx, ry = insect.tail
    cx, cy, _, cr = insect.chest
    if insect.wings == "case":
        dome = smooth([
            (cx + 0.02, -cy - cr * 0.9), (x, -y - ry * 1.16), (x - rx * 0.9, -y - ry * 0.5),
            (x - rx * 1.08, -y + ry * 0.2),
            (x - rx * 0.2, -y + ry * 0.40), (x + rx * 0.9, -y + ry * 0.30), (cx + 0.04, -cy),
        ])  # fmt: skip
        colour = insect.wing or insect.coat
        pen.part([dome], colour)
        if insect.pattern == "dots":
            dots = [ellipse(x + rx * s, -y - ry * v, rx * 0.17, ry * 0.2)
                    for s, v in ((-0.6, 0.3), (-0.15, 0.75), (0.3, 0.2), (0.55, 0.7),
                                 (-0.15, 0.0))]  # fmt: skip
            pen.marks(dome, dots, insect.marks)
        pen.shade_over(dome, rgb(255, 250, 236), mix(colour, DARK, 0.7), 0.5)
        return
    long = rx * 2.5 if insect.wings != "long" else rx * 2.0
    for lift in (0.10, 0.0):
        line = [
            (cx + 0.05, -cy - cr * 0.7 - lift),
            (x, -y - ry * 0.75 - lift),
            (cx - long, -y - ry * 0.1 - lift),
        ]
        wing = ribbon(line, [0.05, ry * 0.55, 0.06])
        pen.part([wing], with_alpha(insect.wing or rgb(226, 232, 230), 0.62))
        pen.stroke(smooth(line, closed=False), 0.010, with_alpha(DARK, 0.5))


_UPPER = (
    (0.0, 0.0),
    (0.16, -0.44),
    (0.50, -0.82),
    (0.92, -0.86),
    (1.00, -0.52),
    (0.78, -0.10),
    (0.40, 0.08),
)
_LOWER = (
    (0.0, 0.0),
    (0.42, 0.04),
    (0.78, 0.18),
    (0.82, 0.52),
    (0.54, 0.78),
    (0.26, 0.62),
    (0.10, 0.30),
)


def _scaled_wings(pen: BeastPen, insect: Insect, act: Act, *, near: bool) -> None:
    """A butterfly's wings, opening and closing above the body."""
    cx, cy, _, cr = insect.chest
    slow = act.motion not in ("fly", "run", "attack", "bound")
    open_ = 0.5 + 0.5 * math.cos(math.tau * act.phase * (1 if slow else 2))
    spread = (0.35 + 0.65 * open_) * (1.0 if near else 0.78)
    tilt = math.radians(-4 if near else 22)
    colour = insect.wing if near else mix(insect.wing, DARK, 0.2)

    def put(p: Point) -> Point:
        x, y = -p[0] * spread, p[1] * (1.0 if near else 0.92)
        c, s = math.cos(tilt), math.sin(tilt)
        return (cx + x * c - y * s, -cy - cr * 0.4 + x * s + y * c)

    for outline, tone in ((_LOWER, mix(colour, insect.marks, 0.30)), (_UPPER, colour)):
        path = smooth([put(p) for p in outline])
        pen.part([path], tone)
        rim = [put((p[0] * 1.02, p[1] * 1.02)) for p in outline[2:6]]
        pen.marks(path, [ribbon(rim, [0.07] * len(rim))], mix(tone, DARK, 0.62))
        for k, p in enumerate(outline[2:6]):
            x, y = put((p[0] * 0.72, p[1] * 0.72))
            pen.marks(path, [ellipse(x, y, 0.075 * spread + 0.02, 0.085)], insect.marks)
            pen.stroke(smooth([put((0.05, 0.0)), put((p[0] * 0.92, p[1] * 0.92))], closed=False),
                       0.008,
                       mix(tone, DARK, 0.45))  # fmt: skip
            if k == 1:
                pen.marks(path, [ellipse(x, y, 0.035 * spread + 0.01, 0.04)], DARK)


# fmt: off
_BEETLE = Insect(
    rgb(72, 62, 58), (0.62, 0.50, 0.17, 0.17), (0.34, 0.56, 0.22, 0.24), (-0.22, 0.58, 0.52, 0.34),
    rgb(62, 54, 50), "case", rgb(86, 70, 58), leg_wide=0.045, feeler=(0.5, 40, -50), height_m=0.03)
_BEE = Insect(
    rgb(226, 178, 76), (0.54, 0.60, 0.19, 0.20), (0.24, 0.64, 0.25, 0.26),
    (-0.36, 0.56, 0.46, 0.30),
    rgb(70, 56, 48), "clear", rgb(232, 236, 232), rgb(64, 50, 44), "bands", (0.36, 52, -70), 0.03,
    sting=True, height_m=0.02)
_FLY = Insect(
    rgb(84, 88, 92), (0.52, 0.56, 0.20, 0.22), (0.22, 0.58, 0.26, 0.27), (-0.30, 0.54, 0.38, 0.26),
    rgb(58, 56, 56), "clear", rgb(222, 228, 228), rgb(158, 62, 50), "", (0.16, 60, -30), 0.026,
    snout=0.12,
    height_m=0.01)
_BUTTERFLY = Insect(
    rgb(70, 58, 52), (0.36, 0.52, 0.095, 0.095), (0.16, 0.48, 0.14, 0.10),
    (-0.26, 0.42, 0.34, 0.075),
    rgb(60, 50, 46), "scaled", rgb(222, 146, 72), rgb(244, 218, 150), "", (0.52, 56, -40), 0.016,
    height_m=0.06)
INSECTS: Mapping[str, Insect] = {
    "beetle": _BEETLE, "bee": _BEE, "fly": _FLY, "butterfly": _BUTTERFLY,
    "insect": replace(_BEETLE, coat=rgb(96, 84, 64), wing=rgb(112, 100, 72)),
    "cockroach": replace(
        _BEETLE, coat=rgb(120, 70, 44), wing=rgb(138, 82, 50), head=(0.66, 0.36, 0.14, 0.13),
        chest=(0.40, 0.42, 0.26, 0.20), tail=(-0.28, 0.40, 0.68, 0.25), legs=rgb(96, 56, 38),
        feeler=(1.3, 34, -40), leg_wide=0.034),
    "lady_beetle": replace(
        _BEETLE, coat=rgb(52, 46, 46), wing=rgb(204, 70, 48), pattern="dots", marks=rgb(46, 40, 42),
        tail=(-0.10, 0.58, 0.50, 0.44), chest=(0.38, 0.50, 0.18, 0.24),
        head=(0.58, 0.44, 0.14, 0.15),
        feeler=(0.28, 50, -40), height_m=0.01),
    "ant": Insect(
        rgb(78, 56, 48), (0.66, 0.52, 0.23, 0.20), (0.18, 0.54, 0.24, 0.13),
        (-0.46, 0.54, 0.34, 0.24),
        rgb(64, 46, 40), feeler=(0.6, 58, -120), leg_wide=0.032, height_m=0.01),
    "wasp": replace(_BEE, coat=rgb(222, 162, 56), tail=(-0.48, 0.52, 0.54, 0.24)),
    "mosquito": replace(
        _FLY, coat=rgb(126, 112, 100), head=(0.46, 0.72, 0.12, 0.12),
        chest=(0.24, 0.74, 0.18, 0.17),
        tail=(-0.30, 0.58, 0.48, 0.11), snout=0.42, leg_wide=0.014, hind=1.25, legs=rgb(84, 74, 68),
        feeler=(0.36, 30, -30), height_m=0.01),
    "firefly": replace(
        _BEETLE, coat=rgb(84, 84, 62), wing=rgb(92, 88, 66), lantern=True,
        tail=(-0.24, 0.54, 0.56, 0.24),
        chest=(0.34, 0.52, 0.20, 0.18)),
    "cicada": Insect(
        rgb(92, 88, 62), (0.60, 0.54, 0.20, 0.25), (0.26, 0.58, 0.28, 0.30),
        (-0.30, 0.50, 0.46, 0.26),
        rgb(70, 66, 50), "folded", rgb(224, 230, 214), feeler=(0.2, 50, -30), height_m=0.05),
    "cricket": Insect(
        rgb(120, 108, 62), (0.60, 0.50, 0.20, 0.23), (0.34, 0.48, 0.20, 0.22),
        (-0.20, 0.44, 0.52, 0.20),
        rgb(104, 92, 54), "folded", rgb(176, 164, 104), feeler=(1.3, 62, 60), leg_wide=0.036,
        hind=1.5,
        height_m=0.04),
    "mantis": Insect(
        rgb(128, 156, 84), (0.70, 1.02, 0.13, 0.11), (0.42, 0.72, 0.20, 0.13),
        (-0.36, 0.46, 0.64, 0.17),
        rgb(112, 140, 74), "folded", rgb(168, 190, 118), feeler=(0.5, 50, -30), leg_wide=0.028,
        arms="seize", height_m=0.08),
    "dragonfly": Insect(
        rgb(182, 86, 58), (0.54, 0.58, 0.16, 0.16), (0.24, 0.60, 0.24, 0.19),
        (-0.66, 0.58, 0.74, 0.075),
        rgb(64, 54, 50), "long", rgb(226, 234, 232), rgb(120, 60, 44), "", (0.12, 50, -20), 0.018,
        height_m=0.06),
    "moth": replace(_BUTTERFLY, coat=rgb(120, 104, 84), wing=rgb(176, 156, 124),
                    marks=rgb(128, 106, 82)),
}
# fmt: on
