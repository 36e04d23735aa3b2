"""Birds' heads: bills, crests, eyes. Measures are head radii around its middle; right is ahead."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import skia

from mongyudo.ink.creatures_heads import Mien, draw_eye
from mongyudo.ink.creatures_pen import DARK, MOUTH, BeastPen, polar
from mongyudo.ink.figures_pen import (
    Colour,
    along,
    ellipse,
    mix,
    polygon,
    rgb,
    ribbon,
    smooth,
)

_RED = rgb(198, 56, 46)
HORN: Colour = rgb(206, 156, 74)


@dataclass(frozen=True, slots=True)
class Face:
    """A bird's head: `radius` in units of the bird, `bill` its form, (length, thickness) in radii;
    `cap` colours the crown, `cheek` a patch behind the eye."""

    radius: float = 0.13
    bill: str = "cone"
    size: tuple[float, float] = (1.1, 0.36)
    beak: Colour = HORN
    colour: Colour = 0
    crest: str = ""
    cap: Colour = 0
    cheek: Colour = 0
    iris: Colour = 0


def draw_face(
    pen: BeastPen, face: Face, coat: Colour, *, gape: float, asleep: bool, menace: bool
) -> None:
    """The head with its bill open by `gape` 0..1."""
    colour = face.colour or coat
    mien = Mien(colour, gape, asleep, menace)
    if face.crest:
        _CRESTS[face.crest](pen, face, colour)
    if face.bill == "owl":
        _owl(pen, face, mien)
        return
    _bill(pen, face, gape)
    skull = smooth([(-0.98, 0.06), (-0.76, -0.66), (-0.08, -0.98), (0.64, -0.70), (0.98, -0.08),
                    (0.80, 0.56), (0.10, 0.94), (-0.70, 0.70)])  # fmt: skip
    pen.part([skull], colour)
    _patches(pen, face, skull)
    if face.crest == "comb":
        pen.part([ellipse(0.72, 0.86, 0.24, 0.46), ellipse(0.46, 0.82, 0.20, 0.38)], _RED)
    draw_eye(pen, (0.34, -0.18, 0.17), face.iris, mien)
    if face.bill == "hook" and not menace and not asleep:
        brow = [(-0.06, -0.46), (0.34, -0.44), (0.68, -0.22)]
        pen.stroke(smooth(brow, closed=False), 0.10, mix(colour, DARK, 0.8))


def _patches(pen: BeastPen, face: Face, skull: skia.Path) -> None:
    if face.cap:
        pen.marks(skull, [smooth([(-0.9, -0.3), (0.0, -0.42), (0.9, -0.42), (0.4, -1.3),
                                  (-0.6, -1.3)])],
                  face.cap)  # fmt: skip
    if face.cheek:
        pen.marks(skull, [ellipse(0.02, 0.28, 0.46, 0.34)], face.cheek)


def _bill(pen: BeastPen, face: Face, gape: float) -> None:
    long, thick = face.size
    drop = math.radians(26 * gape)
    low = (0.62 + long * math.cos(drop) * 0.94, 0.14 + long * math.sin(drop))
    if gape > 0.1:
        pen.glow(polygon([(0.5, -0.1), (0.72 + long * 0.8, -0.02), low, (0.5, 0.35)]), MOUTH)
    lower = [(0.50, 0.02), along((0.6, 0.1), low, 0.6), low, (0.56, 0.10 + thick * 0.9)]
    shade = mix(face.beak, DARK, 0.22)
    pen.part([polygon(lower)], shade)
    pen.part([_BILLS.get(face.bill, _cone)(long, thick)], face.beak)
    pen.fill(ellipse(0.92, -thick * 0.28, 0.08, 0.05), mix(face.beak, DARK, 0.6))


def _cone(long: float, thick: float) -> skia.Path:
    return smooth([(0.52, -thick), (0.72 + long * 0.5, -thick * 0.62), (0.76 + long, 0.10),
                   (0.72 + long * 0.5, 0.12), (0.52, 0.16)])  # fmt: skip


def _hook(long: float, thick: float) -> skia.Path:
    return smooth([(0.52, -thick), (0.62 + long * 0.6, -thick * 0.9), (0.72 + long, -thick * 0.1),
                   (0.74 + long * 0.98, thick * 0.9), (0.66 + long * 0.72, thick * 0.30),
                   (0.52, 0.18)])  # fmt: skip


def _spear(long: float, thick: float) -> skia.Path:
    return polygon([(0.50, -thick), (0.76 + long, 0.06), (0.50, 0.16)])


def _spoon(long: float, thick: float) -> skia.Path:
    return smooth([(0.50, -thick), (0.80 + long * 0.4, -thick * 0.26), (0.70 + long, -thick * 0.20),
                   (0.80 + long, 0.10), (0.70 + long * 0.6, 0.22), (0.50, 0.20)])  # fmt: skip


def _bent(long: float, thick: float) -> skia.Path:
    return ribbon([(0.5, -0.1), (0.6 + long * 0.55, -0.04), (0.62 + long, thick * 2.2)],
                  [thick, thick * 0.9, 0.04])  # fmt: skip


_BILLS: Mapping[str, Callable[[float, float], skia.Path]] = {
    "cone": _cone, "hook": _hook, "spear": _spear, "spoon": _spoon, "bent": _bent,
}  # fmt: skip


def _owl(pen: BeastPen, face: Face, mien: Mien) -> None:
    """A flat round face with two great eyes."""
    skull = smooth([(-0.96, 0.0), (-0.78, -0.66), (0.0, -0.92), (0.80, -0.70), (1.02, 0.0),
                    (0.76, 0.70),
                    (0.0, 0.92), (-0.74, 0.72)])  # fmt: skip
    pen.part([skull], mien.coat)
    discs = [ellipse(-0.26, -0.02, 0.52, 0.58), ellipse(0.56, -0.02, 0.42, 0.56)]
    pen.marks(skull, discs, face.cheek)
    for disc in discs:
        pen.stroke(disc, 0.04, mix(mien.coat, DARK, 0.5))
    draw_eye(pen, (-0.20, -0.08, 0.22), face.iris, mien)
    draw_eye(pen, (0.54, -0.08, 0.20), face.iris, mien, 0.85, -1.0)
    bill = [(0.06, 0.04), (0.34, 0.04), (0.24, 0.44 + 0.16 * mien.jaw)]
    pen.part([polygon(bill)], face.beak)


def _comb(pen: BeastPen, face: Face, colour: Colour) -> None:
    del face, colour
    bumps = [ellipse(0.62 - 0.36 * k, -0.92 - 0.10 * (k == 1), 0.26, 0.40) for k in range(4)]
    pen.part(bumps, _RED)


def _crown(pen: BeastPen, face: Face, colour: Colour) -> None:
    """Fine upright feathers with drops."""
    del colour
    for k in range(5):
        root, tip = (0.0, -0.8), polar((0.0, -0.8), 78 + 13 * k, 1.1)
        pen.line_of(smooth([root, tip], closed=False), 0.06, face.cap or DARK)
        pen.fill(ellipse(*tip, 0.15, 0.15), face.cap or face.beak)


def _plume(pen: BeastPen, face: Face, colour: Colour) -> None:
    """Long curling feathers streaming back."""
    for k in range(4):
        lock = [
            (0.1, -0.7),
            polar((0.0, -0.8), 100 + 16 * k, 0.9),
            polar((-0.2, -0.8), 128 + 20 * k, 1.7),
        ]
        pen.part([ribbon(lock, [0.12, 0.17, 0.02])], mix(face.cap or colour, DARK, 0.12 * (k % 2)))


def _horns(pen: BeastPen, face: Face, colour: Colour) -> None:
    """An owl's ear tufts."""
    del face
    for x, lean in ((-0.62, -0.30), (0.62, 0.24)):
        tuft = [(x - 0.26, -0.50), (x + lean, -1.34), (x + 0.28, -0.62)]
        pen.part([polygon(tuft)], colour)


def _cat_ears(pen: BeastPen, face: Face, colour: Colour) -> None:
    """A bat's ears."""
    del face
    for x in (0.44, -0.30):
        pen.part(
            [smooth([(x - 0.36, -0.5), (x - 0.16, -1.5), (x + 0.30, -0.62)])],
            mix(colour, DARK, 0.1),
        )


_CRESTS: Mapping[str, Callable[[BeastPen, Face, Colour], None]] = {
    "comb": _comb, "crown": _crown, "plume": _plume, "horns": _horns, "ears": _cat_ears,
}  # fmt: skip
