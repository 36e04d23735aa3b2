"""Heads of animals, facing right, in shares of the skull's radius around its middle."""

import math
from dataclasses import dataclass
from typing import Literal

from mongyudo.ink.figures_pen import (
    Colour,
    Pen,
    Point,
    ellipse,
    hull,
    mix,
    polygon,
    rgb,
    ribbon,
    smooth,
    with_alpha,
)

Ears = Literal["round", "point", "flop", "long", "leaf", "small", "tuft", "huge", "none"]
DARK: Colour = rgb(38, 32, 33)
TOOTH: Colour = rgb(246, 240, 222)
EMBER: Colour = rgb(255, 196, 92)
MOUTH: Colour = rgb(118, 36, 38)


@dataclass(frozen=True, slots=True)
class Muzzle:
    """A head's build. `snout` (length, drop, radius); `eye` (x, y, radius) in skull radii.

    `two_eyes` turns the face half towards the viewer, as painted tigers look.
    """

    snout: tuple[float, float, float] = (0.95, 0.28, 0.5)
    eye: tuple[float, float, float] = (0.36, -0.16, 0.14)
    ears: Ears = "round"
    nose: Colour = DARK
    coat: Colour = 0
    pale: Colour = 0
    two_eyes: bool = False
    mark: str = ""
    mark_colour: Colour = DARK
    horns: str = ""
    whiskers: bool = False
    iris: Colour = 0


def draw_beast_head(
    pen: Pen, muzzle: Muzzle, open_: float, *, asleep: bool = False, menace: bool = False
) -> None:
    """A head with its jaw `open_` 0..1; `menace` lights the eyes and bares the teeth."""
    _ears(pen, muzzle, far=True)
    if muzzle.horns:
        _horns(pen, muzzle)
    length, drop, r = muzzle.snout
    if open_ > 0.05:
        _open_jaw(pen, muzzle, open_)
    skull = [ellipse(0, 0, 1, 0.96), hull([(0.12, 0.05, 0.82), (length, drop, r)])]
    pen.part(skull, muzzle.coat)
    if muzzle.pale:
        _pale(pen, muzzle)
    if open_ > 0.05:
        _fangs(pen, muzzle, open_)
    else:
        _mouth_line(pen, muzzle)
    _marks(pen, muzzle)
    if muzzle.mark == "trunk":
        _trunk(pen, muzzle)
    nose_y = drop - r * 0.5
    pen.fill(ellipse(length + r * 0.72, nose_y, r * 0.34 + 0.05, r * 0.28 + 0.04), muzzle.nose)
    if muzzle.mark == "disc":
        _disc(pen, muzzle)
    _eyes(pen, muzzle, asleep=asleep, menace=menace)
    if muzzle.whiskers:
        _whiskers(pen, muzzle)
    _ears(pen, muzzle, far=False)


def _open_jaw(pen: Pen, muzzle: Muzzle, open_: float) -> None:
    length, drop, r = muzzle.snout
    angle = math.radians(34 * open_)
    x = 0.15 + (length - 0.05) * math.cos(angle)
    y = 0.45 + drop * 0.4 + (length + 0.1) * math.sin(angle)
    inside = [(0.1, 0.25), (length + r * 0.4, drop + r * 0.3), (x + r * 0.3, y), (0.2, 0.75)]
    pen.part([hull([(0.1, 0.42, 0.42), (x, y, r * 0.42)])], muzzle.coat, shaded=False)
    pen.glow(smooth(inside), mix(MOUTH, DARK, 0.45))
    for k in range(4):
        tx = x + r * 0.2 - k * 0.2
        ty = y - r * 0.2 - k * 0.2 * math.tan(angle) * 0.7
        size = 0.26 if k == 0 else 0.13
        pen.glow(polygon([(tx - 0.07, ty + 0.04), (tx + 0.07, ty + 0.02), (tx, ty - size)]), TOOTH)


def _fangs(pen: Pen, muzzle: Muzzle, open_: float) -> None:
    length, drop, r = muzzle.snout
    for k in range(5):
        x = length + r * 0.62 - k * 0.22
        y = drop + r * (0.62 + 0.06 * k)
        size = (0.34 if k in (0, 1) else 0.16) * min(1.0, open_ + 0.4)
        pen.glow(polygon([(x - 0.09, y - 0.06), (x + 0.08, y - 0.06), (x - 0.01, y + size)]), TOOTH)


def _mouth_line(pen: Pen, muzzle: Muzzle) -> None:
    length, drop, r = muzzle.snout
    line = [(length + r * 0.7, drop + r * 0.12), (length + r * 0.2, drop + r * 0.62), (length * 0.45, drop + r * 0.5)]
    pen.stroke(smooth(line, closed=False), 0.07, mix(muzzle.coat, DARK, 0.72))


def _pale(pen: Pen, muzzle: Muzzle) -> None:
    length, drop, r = muzzle.snout
    cheek = hull([(length + r * 0.08, drop + r * 0.24, r * 0.74), (0.25, 0.55, 0.36)])
    pen.fill(cheek, muzzle.pale)
    if muzzle.two_eyes:
        for x in (muzzle.eye[0] + 0.32, muzzle.eye[0] - 0.44):
            pen.fill(ellipse(x, muzzle.eye[1] - 0.26, 0.2, 0.15), muzzle.pale)


def _marks(pen: Pen, muzzle: Muzzle) -> None:
    if muzzle.mark == "tiger":
        for x, y, w, tilt in ((0.06, -0.66, 0.34, 0.0), (0.08, -0.46, 0.25, 0.0), (0.08, -0.28, 0.16, 0.0)):
            pen.fill(ribbon([(x - w, y + tilt), (x, y - 0.05), (x + w, y)], [0.02, 0.075, 0.02]), muzzle.mark_colour)
        pen.fill(ribbon([(0.07, -0.72), (0.07, -0.2)], [0.05, 0.04]), muzzle.mark_colour)
        for k, y in enumerate((-0.05, 0.25, 0.52)):
            cheek = [(-0.96 + 0.06 * k, y - 0.1), (-0.66, y), (-0.36, y + 0.04)]
            pen.fill(ribbon(cheek, [0.07, 0.065, 0.012]), muzzle.mark_colour)
    elif muzzle.mark == "panda":
        pen.fill(ellipse(muzzle.eye[0], muzzle.eye[1] + 0.06, 0.3, 0.36), muzzle.mark_colour)
        if muzzle.two_eyes:
            pen.fill(ellipse(muzzle.eye[0] - 0.72, muzzle.eye[1] + 0.06, 0.26, 0.34), muzzle.mark_colour)
    elif muzzle.mark == "blaze":
        length, drop, _ = muzzle.snout
        pen.fill(hull([(0.4, -0.5, 0.14), (length, drop - 0.3, 0.12)]), muzzle.mark_colour)
    elif muzzle.mark == "raccoon":
        pen.fill(ribbon([(-0.6, 0.1), (0.2, -0.08), (0.7, 0.05)], [0.1, 0.22, 0.16]), muzzle.mark_colour)


def _trunk(pen: Pen, muzzle: Muzzle) -> None:
    length, drop, r = muzzle.snout
    curve = [(length, drop), (length + 0.5, drop + 0.7), (length + 0.42, drop + 1.6), (length + 0.75, drop + 2.2)]
    pen.part([ribbon(curve, [r, 0.34, 0.25, 0.14])], muzzle.coat)
    for k in range(4):
        y = drop + 0.5 + 0.32 * k
        fold = [(length + 0.18 + 0.06 * k, y), (length + 0.6, y - 0.06)]
        pen.stroke(smooth(fold, closed=False), 0.05, mix(muzzle.coat, DARK, 0.4))


def _disc(pen: Pen, muzzle: Muzzle) -> None:
    """A pig's snout."""
    length, drop, r = muzzle.snout
    pen.part([ellipse(length + r * 0.72, drop, r * 0.42, r * 0.82)], muzzle.nose, shaded=False)
    for y in (-0.3, 0.3):
        pen.fill(ellipse(length + r * 0.78, drop + y * r, r * 0.13, r * 0.2), mix(muzzle.nose, DARK, 0.7))


def _eyes(pen: Pen, muzzle: Muzzle, *, asleep: bool, menace: bool) -> None:
    x, y, r = muzzle.eye
    spots: list[Point] = [(x, y)]
    if muzzle.two_eyes:
        spots.append((x - 0.74, y + 0.02))
    for ex, ey in spots:
        _eye(pen, muzzle, ex, ey, r, asleep=asleep, menace=menace)


def _eye(pen: Pen, muzzle: Muzzle, x: float, y: float, r: float, *, asleep: bool, menace: bool) -> None:
    if menace:
        slant = [(x - r * 1.5, y + r * 0.3), (x + r * 0.2, y - r * 1.0), (x + r * 1.6, y + r * 0.6), (x, y + r)]
        pen.glow(ellipse(x, y, r * 2.6, r * 2.2), with_alpha(EMBER, 0.28))
        pen.glow(smooth(slant), EMBER)
        pen.glow(ellipse(x + r * 0.2, y, r * 0.24, r * 0.75), rgb(70, 24, 18))
    elif asleep:
        lid = [(x - r * 1.3, y), (x, y + r * 0.7), (x + r * 1.3, y)]
        pen.stroke(smooth(lid, closed=False), 0.09, DARK)
    elif muzzle.iris:
        pen.fill(ellipse(x, y, r * 1.35, r * 1.25), muzzle.iris)
        pen.stroke(ellipse(x, y, r * 1.35, r * 1.25), 0.08, DARK)
        pen.fill(ellipse(x + r * 0.2, y, r * 0.55, r * 0.75), DARK)
    else:
        pen.fill(ellipse(x, y, r, r * 1.08), DARK)
        pen.fill(ellipse(x + r * 0.3, y - r * 0.35, r * 0.3, r * 0.3), rgb(250, 246, 236))


def _whiskers(pen: Pen, muzzle: Muzzle) -> None:
    length, drop, r = muzzle.snout
    for dy, lift in ((0.0, -0.12), (0.12, 0.06), (0.24, 0.22)):
        hair = [(length + r * 0.1, drop + dy), (length - 0.45, drop + dy + lift)]
        pen.stroke(smooth(hair, closed=False), 0.035, with_alpha(DARK, 0.7))


def _ears(pen: Pen, muzzle: Muzzle, *, far: bool) -> None:
    shift = 0.52 if far else 0.0
    if muzzle.two_eyes:
        shift = 0.62 if far else -0.28
    colour = mix(muzzle.coat, DARK, 0.2 if far else 0.06)
    inner = mix(muzzle.coat, rgb(226, 160, 150), 0.6)
    kind = muzzle.ears
    if kind == "round":
        pen.part([ellipse(-0.30 + shift, -0.86, 0.34, 0.34)], colour, shaded=False)
        pen.fill(ellipse(-0.28 + shift, -0.84, 0.17, 0.18), inner)
    elif kind == "small":
        pen.part([ellipse(-0.38 + shift, -0.78, 0.24, 0.24)], colour, shaded=False)
    elif kind in ("point", "tuft"):
        tall = 1.78 if kind == "tuft" else 1.6
        pen.part([polygon([(-0.66 + shift, -0.55), (-0.34 + shift, -tall), (0.08 + shift, -0.78)])], colour, shaded=False)
        pen.fill(polygon([(-0.48 + shift, -0.72), (-0.32 + shift, -tall + 0.32), (-0.08 + shift, -0.82)]), inner)
    elif kind == "flop":
        flap = [(-0.62 + shift, -0.62), (-0.28 + shift, -0.86), (-0.02 + shift, -0.5), (-0.22 + shift, 0.28), (-0.55 + shift, 0.2)]
        pen.part([smooth(flap)], colour, shaded=False)
    elif kind == "long":
        lean = -0.35 if not far else -0.12
        ear = [(-0.18 + shift * 0.6, -0.66), (-0.3 + shift * 0.6 + lean, -1.5), (-0.36 + shift * 0.6 + lean * 1.7, -2.25)]
        pen.part([ribbon(ear, [0.2, 0.27, 0.1])], colour, shaded=False)
        pen.fill(ribbon(ear, [0.08, 0.13, 0.03]), inner)
    elif kind == "leaf":
        if far:
            return
        leaf = [(-0.38, -0.42), (-0.78, -0.62), (-1.22, -0.42), (-0.8, -0.22)]
        pen.part([smooth(leaf)], colour, shaded=False)
    elif kind == "huge" and not far:
        sail = [(-0.2, -0.82), (-0.85, -1.02), (-1.45, -0.5), (-1.35, 0.45), (-0.8, 0.95), (-0.3, 0.4)]
        pen.part([smooth(sail)], colour)


def _horns(pen: Pen, muzzle: Muzzle) -> None:
    bone = rgb(226, 214, 186)
    kind = muzzle.horns
    if kind == "cow":
        for shift, c in ((0.3, mix(bone, DARK, 0.2)), (-0.12, bone)):
            horn = [(shift - 0.05, -0.8), (shift + 0.2, -1.25), (shift + 0.55, -1.5)]
            pen.part([ribbon(horn, [0.16, 0.12, 0.02])], c, shaded=False)
    elif kind == "goat":
        for shift in (0.25, -0.1):
            horn = [(shift, -0.8), (shift - 0.3, -1.5), (shift - 0.85, -1.75)]
            pen.part([ribbon(horn, [0.15, 0.12, 0.02])], bone, shaded=False)
    elif kind == "ram":
        horn = [(-0.05, -0.7), (-0.62, -0.86), (-0.86, -0.3), (-0.5, 0.18), (-0.12, -0.04)]
        pen.part([ribbon(horn, [0.2, 0.2, 0.18, 0.12, 0.03])], bone)
    elif kind == "deer":
        for shift, c in ((0.3, mix(bone, DARK, 0.3)), (-0.1, mix(bone, rgb(140, 100, 60), 0.4))):
            beam = [(shift, -0.8), (shift - 0.42, -1.6), (shift - 0.2, -2.5)]
            pen.part([ribbon(beam, [0.1, 0.08, 0.02])], c, shaded=False)
            for k, (dx, dy) in enumerate(((0.5, -1.5), (0.42, -2.1))):
                base = (shift - 0.34 + 0.1 * k, -1.3 - 0.5 * k)
                pen.part([ribbon([base, (shift + dx, dy)], [0.07, 0.015])], c, shaded=False)
    elif kind == "tusk":
        length, drop, r = muzzle.snout
        for k in (0.0, 0.24):
            tusk = [(length + 0.1 - k, drop + r * 0.5), (length + 0.3 - k, drop + r * 0.1), (length + 0.24 - k, drop - 0.3)]
            pen.glow(ribbon(tusk, [0.09, 0.08, 0.01]), TOOTH)
    elif kind == "unicorn":
        pen.part([polygon([(0.35, -0.82), (0.6, -0.7), (0.98, -2.0)])], rgb(236, 214, 150), shaded=False)
