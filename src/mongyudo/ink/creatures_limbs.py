"""Legs and feet of four-footed animals: joints from where the foot is, and their skin."""

import math
from dataclasses import dataclass
from typing import Literal

import skia

from mongyudo.ink.creatures_gait import Foot, Frame
from mongyudo.ink.creatures_pen import DARK, BeastPen, chain, elbow, within
from mongyudo.ink.figures_pen import Colour, Point, along, hull, mix, polygon, rgb, smooth

FootForm = Literal["paw", "hoof", "cloven", "flat", "claw", "pad"]


@dataclass(frozen=True, slots=True)
class Legs:
    """The build of legs. Radii from the trunk down; `cannon` the lengths of the lowest bones (fore,
    hind); `rake_deg` how far the heel stands behind the toes; `foot` the foot's length;
    `fore` is the arm's length where it does not reach the ground."""

    thigh: tuple[float, float, float, float] = (0.20, 0.105, 0.06, 0.05)
    arm: tuple[float, float, float, float] = (0.16, 0.09, 0.062, 0.055)
    cannon: tuple[float, float] = (0.20, 0.26)
    rake_deg: float = 16.0
    form: FootForm = "paw"
    foot: float = 0.15
    fore: float = 0.0


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg in its posture: root, two joints, the foot; `skin` are its pieces."""

    root: Point
    first: Point
    second: Point
    foot: Foot
    skin: tuple[skia.Path, ...]
    hind: bool


def leg_of(legs: Legs, frame: Frame, name: str, height: float) -> Leg:
    """The leg `name`; `height` is the standing height of its root above the ground."""
    hind = "hind" in name
    root = frame.hip if hind else frame.shoulder
    root = (root[0] + (0.05 if "far" in name else 0.0), root[1] + (0.02 if hind else 0.05))
    if hind:
        return _hind(legs, root, frame.feet[name], height)
    return _fore(legs, root, frame.feet[name], legs.fore or height)


def _fore(legs: Legs, root: Point, foot: Foot, height: float) -> Leg:
    cannon = legs.cannon[0]
    bone = (height - cannon - 0.05) * 0.535
    lean = math.atan2(foot.x - root[0], max(0.2, foot.y - root[1]))
    foot, wrist = _reach(root, foot, cannon, math.radians(82 * foot.fold) - lean * 0.75, 2 * bone)
    joint = elbow(root, wrist, bone, bone, -1.0)
    a, b, c, d = legs.arm
    skin = [
        hull([(*root, a), (*along(root, joint, 0.5), a * 0.84), (*joint, b)]),
        hull([(*joint, b), (*along(joint, wrist, 0.35), b * 0.95), (*wrist, c)]),
        *_lower(wrist, foot, c, d),
    ]
    return Leg(root, joint, wrist, foot, tuple(skin), hind=False)


def _hind(legs: Legs, root: Point, foot: Foot, height: float) -> Leg:
    cannon = legs.cannon[1]
    bone = (height - cannon * 0.92) * 0.56
    lean = math.atan2(foot.x - root[0], max(0.2, foot.y - root[1]))
    turn = math.radians(64 * foot.fold - legs.rake_deg) - lean * 0.9
    foot, hock = _reach(root, foot, cannon, turn, 2 * bone)
    knee = elbow(root, hock, bone, bone, 1.0)
    a, b, c, d = legs.thigh
    back = (root[0] - a * 0.35, root[1] + a * 0.55)
    skin = [
        hull([(*root, a), (*back, a * 0.72), (*knee, b)]),
        hull([(*knee, b), (*along(knee, hock, 0.35), b * 0.86), (*hock, c)]),
        *_lower(hock, foot, c, d),
    ]
    return Leg(root, knee, hock, foot, tuple(skin), hind=True)


def _reach(root: Point, foot: Foot, cannon: float, turn: float, most: float) -> tuple[Foot, Point]:
    """The foot and the joint above it, drawn in where the leg is too short."""
    joint = (foot.x + cannon * math.sin(turn), foot.y - cannon * math.cos(turn))
    held = within(root, joint, most * 0.998)
    shift = (held[0] - joint[0], held[1] - joint[1])
    return Foot(foot.x + shift[0], min(0.0, foot.y + shift[1]), foot.fold), held


def _lower(joint: Point, foot: Foot, wide: float, slim: float) -> list[skia.Path]:
    ankle = along((foot.x, foot.y), joint, 0.22)
    return chain([(*joint, wide), (*along(joint, ankle, 0.5), slim * 0.96), (*ankle, slim)])


def foot_path(legs: Legs, foot: Foot) -> skia.Path:
    """The foot's outline where it stands or hangs."""
    size = legs.foot
    path = _FORMS[legs.form]()
    matrix = skia.Matrix()
    matrix.setScale(size, size)
    matrix.postRotate(66 * foot.fold)
    matrix.postTranslate(foot.x, foot.y)
    path.transform(matrix)
    return path


def _paw() -> skia.Path:
    return hull([(-0.22, -0.30, 0.30), (0.34, -0.26, 0.26), (0.62, -0.17, 0.17)])


def _flat() -> skia.Path:
    return hull([(-0.52, -0.20, 0.20), (0.10, -0.32, 0.32), (0.72, -0.16, 0.16)])


def _hoof() -> skia.Path:
    return polygon([(-0.24, -0.62), (0.22, -0.66), (0.48, 0.0), (-0.30, 0.0)])


def _pad() -> skia.Path:
    return smooth([(-0.50, -0.42), (0.46, -0.42), (0.60, -0.04), (0.0, 0.0), (-0.58, -0.04)])


def _claw() -> skia.Path:
    return smooth([(-0.3, -0.34), (0.2, -0.4), (0.95, -0.04), (0.3, 0.0), (-0.5, 0.0)])


_FORMS = {
    "paw": _paw, "flat": _flat, "hoof": _hoof, "cloven": _hoof, "pad": _pad, "claw": _claw,
}  # fmt: skip


def draw_foot(pen: BeastPen, legs: Legs, leg: Leg, colour: Colour) -> None:
    """The foot itself: a dark hoof, or toes and claws on a paw."""
    path = foot_path(legs, leg.foot)
    if legs.form in ("hoof", "cloven"):
        pen.part([path], rgb(72, 62, 58))
        if legs.form == "cloven":
            _toes(pen, legs, leg.foot, (0.08,), DARK)
        return
    pen.part([*leg.skin[-1:], path], colour)
    pen.fill(leg.skin[-1], colour)
    gaps = {"paw": (0.22, 0.48), "flat": (0.2, 0.42, 0.62), "claw": (0.3, 0.6)}
    _toes(pen, legs, leg.foot, gaps.get(legs.form, (-0.3, 0.0, 0.3)), mix(colour, DARK, 0.7))


def _toes(pen: BeastPen, legs: Legs, foot: Foot, places: tuple[float, ...], colour: Colour) -> None:
    with pen.placed((foot.x, foot.y), legs.foot, 66 * foot.fold):
        for x in places:
            pen.stroke(smooth([(x, -0.26), (x + 0.06, -0.03)], closed=False), 0.07, colour)


def draw_talons(pen: BeastPen, legs: Legs, leg: Leg, bone: Colour) -> None:
    """Bared claws of the frightening form."""
    with pen.placed((leg.foot.x, leg.foot.y), legs.foot, 66 * leg.foot.fold):
        for x in (0.36, 0.58, 0.78):
            pen.glow(polygon([(x - 0.12, -0.24), (x + 0.10, -0.22), (x + 0.12, 0.05)]), bone)
