"""Faces turned half to the viewer, as the tigers of folk painting look: cats, apes and pandas.

Measures are skull radii around the head's middle; the muzzle is to the right.
"""

import math
from dataclasses import dataclass

import skia

from mongyudo.ink.creatures_ears import draw_ears
from mongyudo.ink.creatures_heads import Head, Mien, draw_eye
from mongyudo.ink.creatures_pen import BONE, DARK, MOUTH, TONGUE, BeastPen
from mongyudo.ink.figures_pen import (
    Colour,
    Point,
    ellipse,
    hull,
    mix,
    polygon,
    rgb,
    ribbon,
    smooth,
)

_FACE = [
    (-0.92, -0.08), (-0.82, -0.58), (-0.36, -0.94), (0.20, -1.00), (0.72, -0.84), (1.00, -0.42),
    (1.06, 0.06), (1.00, 0.46), (0.80, 0.80), (0.44, 0.94), (0.02, 0.88), (-0.46, 0.74),
    (-0.86, 0.38),
]  # fmt: skip
_MIDDLE = 0.56
"""Where the middle of a face turned half aside lies."""


@dataclass(frozen=True, slots=True)
class _Mouth:
    """Where the muzzle is, and how far the jaw has dropped."""

    y: float
    drop: float


def draw_mask(pen: BeastPen, head: Head, mien: Mien) -> None:
    """A head turned half to the viewer."""
    mouth = _Mouth(0.40, 0.62 * mien.jaw if mien.jaw > 0.06 else 0.0)
    for x, far in ((0.66, True), (-0.52, False)):
        place = (x, -0.70 if far else -0.66)
        colour = head.ear_colour or mien.coat
        draw_ears(pen, head.ear, place, head.ear_size * (0.86 if far else 1.0), colour, far=False)
    ape = head.mark == "ape"
    face = smooth(_FACE)
    pen.part([face, _chin(mouth)] + ([] if ape else _ruffs()), mien.coat)
    _patches(pen, head, face)
    pen.shade_over(face, mix(mien.coat, DARK, 0.6), mix(mien.coat, DARK, 0.4), 0.26)
    _marks(pen, head, face)
    if mouth.drop:
        _roar(pen, head, mouth)
    else:
        _closed(pen, head, mien, mouth)
    _muzzle(pen, head, mien, mouth)
    x, y, r = head.eye
    draw_eye(pen, (_MIDDLE - x, y, r), head.iris, mien)
    draw_eye(pen, (_MIDDLE + x * 0.72, y - 0.01, r * 0.94), head.iris, mien, 0.80, -1.0)
    if head.whiskers:
        _whiskers(pen, mouth)


def _ruffs() -> list[skia.Path]:
    """The tufts of the cheeks."""
    return [
        polygon([(-0.80, 0.10), (-1.16, 0.50), (-0.62, 0.56)]),
        polygon([(-0.74, 0.34), (-0.92, 0.84), (-0.34, 0.70)]),
        polygon([(1.00, 0.16), (1.18, 0.52), (0.90, 0.56)]),
    ]


def _chin(mouth: _Mouth) -> skia.Path:
    return hull([
        (0.10, 0.56, 0.34), (_MIDDLE, 0.70 + mouth.drop, 0.27), (0.86, 0.56, 0.24),
    ])  # fmt: skip


def _patches(pen: BeastPen, head: Head, face: skia.Path) -> None:
    if not head.pale:
        return
    pale = [ellipse(_MIDDLE - 0.24, 0.46, 0.40, 0.32), ellipse(_MIDDLE + 0.20, 0.46, 0.30, 0.30)]
    if head.mark == "ape":
        x, y, _ = head.eye
        pale = [
            ellipse(_MIDDLE, 0.44, 0.48, 0.44), ellipse(_MIDDLE - x, y + 0.02, 0.34, 0.36),
            ellipse(_MIDDLE + x * 0.72, y + 0.02, 0.27, 0.34),
        ]  # fmt: skip
    elif head.mark != "panda":
        pale += [
            ellipse(_MIDDLE - head.eye[0] - 0.04, head.eye[1] - 0.30, 0.24, 0.15),
            ellipse(_MIDDLE + head.eye[0] * 0.72, head.eye[1] - 0.30, 0.18, 0.14),
            ellipse(-0.56, 0.52, 0.30, 0.22),
        ]
    pen.marks(face, pale, head.pale)


def _marks(pen: BeastPen, head: Head, face: skia.Path) -> None:
    if head.mark == "tiger":
        pen.marks(face, _tiger_lines(), head.mark_colour)
    elif head.mark == "panda":
        x, y, _ = head.eye
        spots = [ellipse(_MIDDLE - x - 0.05, y + 0.06, 0.27, 0.34),
                 ellipse(_MIDDLE + x * 0.72 + 0.03, y + 0.06, 0.21, 0.32)]  # fmt: skip
        pen.marks(face, spots, head.mark_colour)
    elif head.mark == "spots":
        dots = [ellipse(-0.5 + 0.24 * k, -0.62 + 0.06 * (k % 3), 0.06, 0.05) for k in range(6)]
        pen.marks(face, dots, head.mark_colour)
    elif head.mark == "tabby":
        pen.marks(face, _tiger_lines()[3:], head.mark_colour)


def _tiger_lines() -> list[skia.Path]:
    """The forehead's character for king, and strokes on brow and cheeks."""
    middle = 0.42
    lines = [
        ribbon([(middle - w, y + 0.05), (middle, y - 0.02), (middle + w * 0.8, y + 0.05)],
               [0.012, 0.062, 0.012])
        for y, w in ((-0.78, 0.34), (-0.60, 0.28), (-0.44, 0.18))
    ]  # fmt: skip
    lines.append(ribbon([(middle + 0.02, -0.86), (middle + 0.04, -0.40)], [0.05, 0.02]))
    for y, reach in ((-0.42, 0.34), (-0.10, 0.40), (0.20, 0.44), (0.48, 0.30)):
        stroke = [(-1.05, y - 0.10), (-0.95 + reach * 0.5, y - 0.02), (-0.95 + reach, y + 0.10)]
        lines.append(ribbon(stroke, [0.085, 0.07, 0.01]))
    for y in (-0.36, -0.06, 0.24):
        stroke = [(1.12, y - 0.06), (0.98, y), (0.86, y + 0.05)]
        lines.append(ribbon(stroke, [0.07, 0.05, 0.01]))
    return lines


def _muzzle(pen: BeastPen, head: Head, mien: Mien, mouth: _Mouth) -> None:
    light = head.pale or mix(mien.coat, rgb(250, 240, 220), 0.3)
    pads = [
        ellipse(_MIDDLE - 0.20, mouth.y, 0.30, 0.21),
        ellipse(_MIDDLE + 0.20, mouth.y, 0.24, 0.2),
    ]
    if head.mark != "ape":
        pen.part(pads, light)
    if head.mark == "ape":
        for dx in (-0.09, 0.08):
            pen.fill(ellipse(_MIDDLE + dx, 0.18, 0.055, 0.04), mix(light, DARK, 0.75))
        return
    bridge = [(_MIDDLE - 0.16, -0.1), (_MIDDLE - 0.10, 0.10)]
    pen.stroke(smooth(bridge, closed=False), 0.035, mix(mien.coat, DARK, 0.5))
    rx = head.nose[2]
    nose = [
        (_MIDDLE - rx, 0.10),
        (_MIDDLE + rx * 0.8, 0.10),
        (_MIDDLE + 0.10, 0.28),
        (_MIDDLE - 0.10, 0.28),
    ]
    pen.part([smooth(nose)], head.nose_colour)
    seam = [(_MIDDLE, 0.28), (_MIDDLE, mouth.y + 0.08)]
    pen.stroke(smooth(seam, closed=False), 0.05, DARK)
    if head.whiskers:
        for dx in (-0.32, -0.20, 0.22, 0.32):
            pen.fill(ellipse(_MIDDLE + dx, mouth.y + 0.03, 0.022, 0.022), DARK)


def _closed(pen: BeastPen, head: Head, mien: Mien, mouth: _Mouth) -> None:
    light = head.pale or mix(mien.coat, rgb(250, 240, 220), 0.3)
    pen.fill(ellipse(_MIDDLE, 0.70, 0.22, 0.16), light)
    line = mix(light, DARK, 0.8)
    y = mouth.y + 0.19
    if head.mark == "ape":
        y += 0.02
    smile = [(_MIDDLE - 0.36, y - 0.10), (_MIDDLE - 0.18, y + 0.02), (_MIDDLE, y - 0.06),
             (_MIDDLE + 0.15, y + 0.02), (_MIDDLE + 0.30, y - 0.10)]  # fmt: skip
    pen.stroke(smooth(smile, closed=False), 0.05, line)


def _roar(pen: BeastPen, head: Head, mouth: _Mouth) -> None:
    top, low = mouth.y + 0.10, 0.66 + mouth.drop
    hollow = [
        (_MIDDLE - 0.40, top), (_MIDDLE, top - 0.04), (_MIDDLE + 0.32, top),
        (_MIDDLE + 0.28, low - 0.10), (_MIDDLE, low + 0.02), (_MIDDLE - 0.32, low - 0.10),
    ]  # fmt: skip
    pen.glow(smooth(hollow), MOUTH)
    pen.glow(ellipse(_MIDDLE, low - 0.10, 0.19, 0.11), mix(TONGUE, MOUTH, 0.25))
    for dx, tall in ((-0.27, 0.36), (0.22, 0.34), (-0.12, 0.11), (0.0, 0.10), (0.11, 0.10)):
        _fang(pen, (_MIDDLE + dx, top + 0.03), tall * head.teeth * 4, 1.0)
    for dx, tall in ((-0.20, 0.24), (0.17, 0.22), (-0.07, 0.09), (0.05, 0.09)):
        _fang(pen, (_MIDDLE + dx, low - 0.03), tall * head.teeth * 4, -1.0)


def _fang(pen: BeastPen, at: Point, tall: float, down: float) -> None:
    x, y = at
    wide = 0.045 + tall * 0.12
    curve = [(x - wide, y), (x + wide, y), (x + 0.01, y + tall * down)]
    pen.glow(polygon(curve), BONE)


def _whiskers(pen: BeastPen, mouth: _Mouth) -> None:
    colour: Colour = mix(rgb(252, 248, 238), DARK, 0.25)
    for side, reach in ((-1.0, 0.95), (1.0, 0.62)):
        for k in range(3):
            a = math.radians(-12 + 15 * k)
            start = (_MIDDLE + side * 0.30, mouth.y + 0.02 + 0.05 * k)
            end = (start[0] + side * reach * math.cos(a), start[1] + reach * math.sin(a))
            bow = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - 0.06)
            pen.stroke(smooth([start, bow, end], closed=False), 0.026, colour)
