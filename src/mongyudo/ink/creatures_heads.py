"""Heads in profile: skull, muzzle and a jaw that opens. Measures are skull radii around its middle;
the muzzle points right, y grows downwards."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import skia

from mongyudo.ink.creatures_ears import draw_ears, draw_horns
from mongyudo.ink.creatures_pen import (
    BONE,
    DARK,
    EMBER,
    EYE_WHITE,
    MOUTH,
    TONGUE,
    BeastPen,
    union,
)
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

Outline = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A head's build. The outline runs `top` (nape to lip), `mouth` (lip to corner), `cheek`
    (corner to nape); the jaw is `mouth` and `chin`. `iris` 0 makes a dark eye; `nose` is
    (x, y, rx, ry); `form` "mask" draws a face turned half to the viewer instead."""

    top: Outline = ()
    mouth: Outline = ()
    cheek: Outline = ()
    chin: Outline = ()
    eye: tuple[float, float, float] = (0.5, -0.25, 0.13)
    iris: Colour = 0
    nose: tuple[float, float, float, float] = (2.0, 0.1, 0.16, 0.13)
    nose_colour: Colour = DARK
    ear: str = "point"
    ear_at: Point = (-0.25, -0.75)
    ear_size: float = 1.0
    ear_colour: Colour = 0
    horns: str = ""
    pale: Colour = 0
    mark: str = ""
    mark_colour: Colour = DARK
    teeth: float = 0.24
    whiskers: bool = False
    form: str = "profile"


@dataclass(frozen=True, slots=True)
class Mien:
    """The face of a moment: the jaw open 0..1, eyes shut, the frightening form."""

    coat: Colour
    jaw: float = 0.0
    asleep: bool = False
    menace: bool = False


def draw_profile(pen: BeastPen, head: Head, mien: Mien) -> None:
    """A head seen from its side."""
    draw_ears(pen, head.ear, head.ear_at, head.ear_size, head.ear_colour or mien.coat, far=True)
    draw_horns(pen, head.horns, head.ear_at, far=True)
    if mien.jaw > 0.06:
        _open_mouth(pen, head, mien)
    else:
        pen.part([_jaw(head, 0.0)], mien.coat)
    face = smooth([*head.top, *head.mouth, *head.cheek])
    pen.part([face], mien.coat)
    _pale(pen, head, face)
    _marks(pen, head, face)
    pen.shade_over(face, mix(mien.coat, DARK, 0.7), mix(mien.coat, DARK, 0.5), 0.34)
    if mien.jaw > 0.06:
        _row(pen, head.mouth, head.teeth * min(1.0, 1.8 * mien.jaw), down=1.0)
    else:
        pen.stroke(smooth(head.mouth, closed=False), 0.055, mix(mien.coat, DARK, 0.78))
    _nose(pen, head)
    draw_eye(pen, head.eye, head.iris, mien)
    if head.whiskers:
        _whiskers(pen, head)
    draw_horns(pen, head.horns, head.ear_at, far=False)
    draw_ears(pen, head.ear, head.ear_at, head.ear_size, head.ear_colour or mien.coat, far=False)


def _jaw(head: Head, open_: float) -> skia.Path:
    return smooth(_swung(head, [*reversed(head.mouth), *head.chin], open_))


def _swung(head: Head, points: Sequence[Point], open_: float) -> list[Point]:
    """Points of the jaw, turned about the mouth's corner."""
    (hx, hy), a = head.mouth[-1], math.radians(40 * open_)
    return [
        (
            hx + (x - hx) * math.cos(a) - (y - hy) * math.sin(a),
            hy + (x - hx) * math.sin(a) + (y - hy) * math.cos(a),
        )
        for x, y in points
    ]


def _open_mouth(pen: BeastPen, head: Head, mien: Mien) -> None:
    lower = _swung(head, head.mouth, mien.jaw)
    hollow = polygon([*head.mouth, *reversed(lower)])
    jaw = _jaw(head, mien.jaw)
    pen.part([jaw], mien.coat)
    pen.glow(union([hollow, smooth([*head.mouth, *reversed(lower)])]), MOUTH)
    tip, root = lower[0], lower[-1]
    tongue = [root, along(root, tip, 0.5), along(root, tip, 0.86)]
    lifted = [(x, y - 0.10) for x, y in tongue]
    pen.glow(ribbon(lifted, [0.16, 0.15, 0.08]), mix(TONGUE, MOUTH, 0.3))
    _row(pen, lower, head.teeth * 0.85 * min(1.0, 1.8 * mien.jaw), down=-1.0)


def _row(pen: BeastPen, lip: Sequence[Point], size: float, *, down: float) -> None:
    """Teeth along a lip: a long fang in front, smaller ones behind."""
    if size <= 0:
        return
    for share, length in ((0.10, 1.5), (0.30, 0.62), (0.46, 0.56), (0.62, 0.5), (0.76, 0.4)):
        x, y = _at(lip, share)
        tall, wide = size * length, size * (0.34 if length > 1 else 0.28)
        tooth = [(x - wide, y - 0.05 * down), (x + wide, y - 0.05 * down), (x, y + tall * down)]
        pen.glow(polygon(tooth), BONE)


def _at(points: Sequence[Point], share: float) -> Point:
    place = share * (len(points) - 1)
    k = min(len(points) - 2, int(place))
    return along(points[k], points[k + 1], place - k)


def _pale(pen: BeastPen, head: Head, face: skia.Path) -> None:
    """The light muzzle and throat."""
    if not head.pale:
        return
    lip, corner = head.mouth[0], head.mouth[-1]
    low = hull([
        (lip[0] - 0.05, lip[1] + 0.05, 0.30), (corner[0], corner[1] + 0.15, 0.34),
        (corner[0] - 0.9, corner[1] + 0.75, 0.42),
    ])  # fmt: skip
    pen.marks(face, [low], head.pale)


def _marks(pen: BeastPen, head: Head, face: skia.Path) -> None:
    colour = head.mark_colour
    x, y, _ = head.eye
    if head.mark == "blaze":
        ridge = [(px, py + 0.14) for px, py in head.top[2:]]
        pen.marks(face, [ribbon(ridge, [0.16] * len(ridge))], colour)
    elif head.mark == "mask":
        pen.marks(face, [ribbon([(x - 1.1, y + 0.3), (x, y), (x + 0.7, y + 0.35)],
                                [0.18, 0.34, 0.2])], colour)  # fmt: skip
    elif head.mark == "snout":
        lip = head.mouth[0]
        pen.marks(face, [ellipse(lip[0], lip[1] - 0.25, 0.62, 0.62)], colour)
    elif head.mark == "cheek":
        pen.marks(face, [ellipse(x - 0.2, y + 0.62, 0.42, 0.34)], colour)
    elif head.mark == "bars":
        pen.marks(face, [
            ribbon([(x - 0.7 + k, -1.2), (x - 0.62 + k, 0.1), (x - 0.8 + k, 1.0)],
                   [0.07, 0.09, 0.03]) for k in (-0.3, 0.05, 0.75, 1.05)
        ], colour)  # fmt: skip


def _nose(pen: BeastPen, head: Head) -> None:
    x, y, rx, ry = head.nose
    if head.form == "disc":
        pen.part([ellipse(x, y, rx, ry)], head.nose_colour)
        for dy in (-0.34, 0.34):
            hole = ellipse(x + rx * 0.12, y + ry * dy, rx * 0.28, ry * 0.2)
            pen.fill(hole, mix(head.nose_colour, DARK, 0.75))
        return
    pen.fill(ellipse(x, y, rx, ry), head.nose_colour)


def draw_eye(
    pen: BeastPen, eye: tuple[float, float, float], iris: Colour, mien: Mien,
    squeeze: float = 1.0, side: float = 1.0,
) -> None:  # fmt: skip
    """An eye; `squeeze` narrows a far one, `side` -1 slants a frightening one the other way."""
    x, y, r = eye
    if mien.menace:
        _burning(pen, eye, squeeze, side)
    elif mien.asleep:
        lid = [(x - r * 1.5 * squeeze, y), (x, y + r * 0.8), (x + r * 1.5 * squeeze, y)]
        pen.stroke(smooth(lid, closed=False), 0.07, DARK)
    elif iris:
        pen.fill(ellipse(x, y, r * 1.55 * squeeze, r * 1.4), DARK)
        pen.fill(ellipse(x, y, r * 1.25 * squeeze, r * 1.12), iris)
        pen.fill(ellipse(x + r * 0.22 * squeeze, y, r * 0.52 * squeeze, r * 0.66), DARK)
    else:
        pen.fill(ellipse(x, y, r * 1.15 * squeeze, r * 1.2), DARK)
        pen.fill(ellipse(x + r * 0.35 * squeeze, y - r * 0.4, r * 0.36, r * 0.34), EYE_WHITE)


def _burning(pen: BeastPen, eye: tuple[float, float, float], squeeze: float, side: float) -> None:
    x, y, r = eye[0], eye[1], max(eye[2] * 1.25, 0.17)
    w = squeeze * side
    slit = [
        (x - 1.5 * r * w, y - 0.62 * r), (x + 0.3 * r * w, y - 0.30 * r),
        (x + 1.45 * r * w, y + 0.55 * r), (x, y + 0.72 * r),
    ]  # fmt: skip
    pen.shine(smooth(slit), EMBER, r * 3.4)
    brow = [(x - 2.1 * r * w, y - 1.25 * r), (x + 0.2 * r * w, y - 0.75 * r),
            (x + 1.9 * r * w, y + 0.45 * r)]  # fmt: skip
    pen.stroke(smooth(brow, closed=False), 0.14, DARK)


def _whiskers(pen: BeastPen, head: Head) -> None:
    x, y, _, _ = head.nose
    for dy, lift in ((0.12, -0.20), (0.20, 0.02), (0.28, 0.24)):
        hair = [(x - 0.2, y + dy), (x - 0.75, y + dy + lift * 0.5), (x - 1.25, y + dy + lift)]
        pen.stroke(smooth(hair, closed=False), 0.03, mix(rgb(250, 246, 236), DARK, 0.4))
