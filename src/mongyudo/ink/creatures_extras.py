"""What only some beasts have: trunks and tusks, humps, horns on the nose, quills."""

import math
from collections.abc import Callable, Mapping

import skia

from mongyudo.ink.creatures_heads import Mien
from mongyudo.ink.creatures_pen import BONE, DARK, BeastPen, polar, whip
from mongyudo.ink.creatures_trunk import Torso
from mongyudo.ink.figures_pen import along, ellipse, mix, polygon, ribbon, smooth


def _humps(torso: Torso) -> list[skia.Path]:
    made = []
    for s in (0.26, 0.70):
        (x, y), left = torso.spot(s, 1.0), torso.spot(s - 0.22, 0.8)
        right = torso.spot(s + 0.22, 0.8)
        made.append(smooth([left, (x - 0.09, y - 0.15), (x + 0.02, y - 0.24),
                            (x + 0.11, y - 0.14), right, torso.spot(s, 0.3)]))  # fmt: skip
    return made


def _shoulder_hump(torso: Torso) -> list[skia.Path]:
    x, y = torso.spot(0.92, 0.72)
    return [ellipse(x, y, 0.24, 0.17)]


def _dewlap(torso: Torso) -> list[skia.Path]:
    x, y = torso.crown
    throat = polar((x, y), torso.neck_deg - 90, torso.trunk.neck[1] * 0.8)
    low = torso.spot(1.12, -0.9)
    return [smooth([throat, (throat[0] + 0.02, throat[1] + 0.12), (low[0] + 0.10, low[1] + 0.02),
                    torso.spot(0.95, -0.6), torso.root])]  # fmt: skip


def _fleece(torso: Torso) -> list[skia.Path]:
    """A woolly outline."""
    made = []
    for k in range(9):
        s = -0.16 + 1.24 * k / 8
        for v in (0.86, -0.78):
            x, y = torso.spot(s, v)
            made.append(ellipse(x, y, 0.13, 0.115))
    for x, y in torso.neck_curve(4)[1:]:
        made.append(ellipse(x, y, torso.trunk.neck[1] * 1.25, torso.trunk.neck[1] * 1.2))
    return made


BODY_EXTRAS: Mapping[str, Callable[[Torso], list[skia.Path]]] = {
    "humps": _humps, "hump": _shoulder_hump, "dewlap": _dewlap, "fleece": _fleece,
}  # fmt: skip
"""Pieces that grow together with the trunk."""


def _quills(pen: BeastPen, torso: Torso, menace: float) -> None:
    for row in range(4):
        for k in range(12):
            s = -0.3 + 1.36 * k / 11 + 0.05 * (row % 2)
            root = torso.spot(s, 0.1 + 0.26 * row)
            lean = 150 - 55 * s + 12 * menace
            tip = polar(root, lean, 0.15 + 0.03 * row + 0.05 * menace)
            shade = mix(BONE, DARK, 0.62 - 0.10 * (k % 3))
            pen.part([ribbon([root, along(root, tip, 0.5), tip], [0.022, 0.017, 0.002])], shade)


def _plates(pen: BeastPen, torso: Torso, menace: float) -> None:
    """The ridge along a crocodile's back."""
    del menace
    for k in range(16):
        x, y = torso.spot(-0.3 + 1.5 * k / 15, 0.94)
        pen.part([polygon([(x - 0.05, y + 0.03), (x - 0.02, y - 0.06), (x + 0.05, y + 0.03)])],
                 mix(BONE, DARK, 0.72))  # fmt: skip


BACK_EXTRAS: Mapping[str, Callable[[BeastPen, Torso, float], None]] = {
    "quills": _quills, "plates": _plates,
}  # fmt: skip
"""Things drawn over the trunk."""


def _trunk(pen: BeastPen, mien: Mien, swing: float) -> None:
    """An elephant's trunk and tusks."""
    raised = mien.menace or mien.jaw > 0.4
    deg, curl = (18.0, 96.0) if raised else (-62.0, -52.0)
    points = whip((0.72, 0.26), deg, 2.9, 12, curl, 26.0, math.asin(max(-1.0, min(1.0, swing))))
    if not raised:
        points = [*points[:-2], *whip(points[-3], -40, 0.5, 4, 150, 0, 0)[1:]]
    wide = [0.44 - 0.30 * (k / (len(points) - 1)) ** 0.8 for k in range(len(points))]
    tusk = [(0.70, 0.66), (1.18, 0.98), (1.66, 0.82)]
    pen.part(
        [ribbon([(x - 0.1, y - 0.05) for x, y in tusk], [0.12, 0.10, 0.012])], mix(BONE, DARK, 0.15)
    )
    pen.part([ribbon(points, wide)], mien.coat)
    for k in range(2, len(points) - 1):
        (x, y), (px, py) = points[k], points[k - 1]
        gap = max(1e-6, math.hypot(x - px, y - py))
        nx, ny = -(y - py) / gap * wide[k] * 0.8, (x - px) / gap * wide[k] * 0.8
        crease = smooth([(x - nx, y - ny), (x + nx * 0.2, y + ny * 0.2)], closed=False)
        pen.stroke(crease, 0.035, mix(mien.coat, DARK, 0.45))
    pen.part([ribbon(tusk, [0.13, 0.11, 0.012])], BONE)


def _nose_horns(pen: BeastPen, mien: Mien, swing: float) -> None:
    """A rhinoceros's two horns."""
    del swing
    bone = mix(BONE, DARK, 0.35)
    pen.part([ribbon([(1.86, -0.36), (2.08, -0.86), (2.44, -1.30)], [0.24, 0.15, 0.012])], bone)
    pen.part([ribbon([(1.28, -0.46), (1.36, -0.76), (1.46, -0.98)], [0.16, 0.11, 0.012])],
             mix(bone, mien.coat, 0.3))  # fmt: skip


def _tusks(pen: BeastPen, mien: Mien, swing: float) -> None:
    """A boar's tusks."""
    del swing, mien
    for x, tall in ((1.30, 0.42), (1.02, 0.34)):
        curve = [(x, 0.46), (x + 0.12, 0.30), (x + 0.06, 0.46 - tall)]
        pen.part([ribbon(curve, [0.085, 0.075, 0.01])], BONE)


def _brow_horn(pen: BeastPen, mien: Mien, swing: float) -> None:
    """The single horn and the flames of a guardian."""
    del swing
    horn = [(0.42, -0.88), (0.36, -1.24), (0.10, -1.52)]
    pen.part([ribbon(horn, [0.15, 0.10, 0.012])], mix(BONE, mien.coat, 0.25))


HEAD_EXTRAS: Mapping[str, Callable[[BeastPen, Mien, float], None]] = {
    "trunk": _trunk, "nose_horns": _nose_horns, "tusks": _tusks, "brow_horn": _brow_horn,
}  # fmt: skip
"""Things that grow from the head, in skull radii."""
