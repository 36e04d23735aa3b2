"""The puppet: who there is and how one is drawn, pose by pose."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import skia

from mongyudo.ink.clothes import OUTFITS, Outfit, draw_arm, draw_legs, draw_skirt, draw_torso
from mongyudo.ink.figures_bones import Bones, Build, bones
from mongyudo.ink.figures_face import FACES, Face, Head, draw_head
from mongyudo.ink.figures_pen import Pen, hull
from mongyudo.ink.poses import Pose


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of person. `height_m` is the real height in metres."""

    build: Build = field(default_factory=Build)
    head: Head = field(default_factory=Head)
    clothes: str = "nightgown"
    height_m: float = 1.65


KINDS: Mapping[str, Kind] = {"woman": Kind()}

YAWS: Mapping[str, float] = {"right": 62.0, "left": 62.0, "front": 8.0, "back": 176.0}


def outfit_of(kind: Kind, clothes: str) -> Outfit:
    """The outfit named `clothes`, or the kind's own when it is empty or unknown."""
    return OUTFITS.get(clothes) or OUTFITS[kind.clothes]


def draw_figure(
    pen: Pen, kind: Kind, outfit: Outfit, face: Face, pose: Pose, yaw: float
) -> Bones:
    """One person in one pose; the ground is y = 0, x = 0 is under the hips."""
    body = bones(kind.build, pose, yaw)
    skin = kind.head.skin
    _hair_behind(pen, kind, body)
    behind, before = _arm_order(body)
    for limb in behind:
        draw_arm(pen, body, outfit, skin, limb)
    draw_legs(pen, body, outfit, skin)
    if outfit.bottom == "skirt" and not outfit.high:
        draw_skirt(pen, body, outfit)
    _neck(pen, kind, body)
    draw_torso(pen, body, outfit)
    if outfit.bottom == "skirt" and outfit.high:
        draw_skirt(pen, body, outfit)
    _head(pen, kind, body, face)
    for limb in before:
        draw_arm(pen, body, outfit, skin, limb)
    return body


def _arm_order(body: Bones):  # type: ignore[no-untyped-def]
    arms = [body.far_arm, body.near_arm]
    if abs(body.front[0]) > 0.35:
        return arms[:1], arms[1:]
    behind = [a for a in arms if a.end.depth < -0.03]
    return behind, [a for a in arms if a not in behind]


def _neck(pen: Pen, kind: Kind, body: Bones) -> None:
    pen.part([hull([(*body.chest.at, 0.03), (*body.head.at, 0.03)])], kind.head.skin)


def _head(pen: Pen, kind: Kind, body: Bones, face: Face) -> None:
    canvas = pen.canvas
    canvas.save()
    canvas.translate(*body.head.at)
    canvas.rotate(body.head_tilt_deg)
    r = kind.build.head
    canvas.scale(r, r)
    line, pen.line = pen.line, pen.line / r
    draw_head(pen, kind.head, face, body.head_yaw - 14 * math.sin(math.radians(body.yaw)))
    pen.line = line
    canvas.restore()


def _hair_behind(pen: Pen, kind: Kind, body: Bones) -> None:
    if kind.head.hair != "long":
        return
    r = kind.build.head
    back = -body.front[0]
    x, y = body.head.at
    drop = (body.chest.x + back * (0.05 + 0.12 * body.pose.trail), y + r * (1.55 - 0.8 * body.pose.trail))
    pen.part([hull([(x + back * 0.02, y, r * 0.96), (*drop, r * 0.42)])], kind.head.hair_colour)
