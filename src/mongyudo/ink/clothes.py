"""What the puppets wear: tables of outfits and how cloth is cut over the bones."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import skia

from mongyudo.ink.figures_bones import Bones, Limb, Spot
from mongyudo.ink.figures_pen import Circle, Colour, Pen, along, hull, mix, rgb, smooth

Bottom = Literal["trousers", "baggy", "shorts", "skirt", "none"]


@dataclass(frozen=True, slots=True)
class Outfit:
    """`hem`: how far a skirt, robe or coat reaches down the leg (1 = ankle). `flare`: its half
    width there. `sleeve`: how far a sleeve reaches (1 = wrist); `cuff`: its half width at the end.
    `high`: the skirt begins under the arms, as a chima does.
    """

    top: Colour
    bottom: Bottom = "trousers"
    lower: Colour = rgb(70, 72, 86)
    hem: float = 0.0
    flare: float = 0.0
    high: bool = False
    sleeve: float = 0.97
    cuff: float = 0.028
    collar: str = ""
    trim: Colour = rgb(240, 234, 222)
    ribbon: Colour = 0
    belt: Colour = 0
    shoes: Colour = 0
    pattern: str = ""
    coat: float = 0.0


# fmt: off
OUTFITS: Mapping[str, Outfit] = {
    "nightgown": Outfit(rgb(240, 232, 214), "skirt", rgb(240, 232, 214), 0.56, 0.075,
                        sleeve=0.38, cuff=0.045, collar="round", trim=rgb(206, 190, 170)),
    "pyjamas": Outfit(rgb(176, 196, 208), "trousers", rgb(176, 196, 208), collar="shirt",
                      cuff=0.034, pattern="stripes", trim=rgb(120, 146, 166)),
}
# fmt: on


def draw_legs(pen: Pen, bones: Bones, outfit: Outfit, skin: Colour) -> None:
    """Both legs with trousers and shoes, the farther one first."""
    for limb in bones.legs:
        _leg(pen, bones, outfit, skin, limb)


def _leg(pen: Pen, bones: Bones, outfit: Outfit, skin: Colour, limb: Limb) -> None:
    r = bones.build.leg_r
    foot = outfit.shoes or skin
    heel = (*limb.end.at, 0.021)
    sole = hull([heel, (*limb.tip.at, 0.0135)])
    pen.part([sole], foot, shaded=False)
    bare = outfit.bottom in ("skirt", "none", "shorts")
    width = (r, r * 0.74, r * 0.56) if bare else (r * 1.16, r * 0.98, r * 0.86)
    if outfit.bottom == "baggy":
        width = (r * 1.5, r * 1.5, r * 1.15)
    pieces = limb_paths(limb, width)
    pen.part(pieces, skin if bare else outfit.lower)
    if outfit.bottom == "shorts":
        knee = along(limb.root.at, limb.mid.at, 0.85)
        pen.part([hull([(*limb.root.at, r * 1.3), (*knee, r * 1.25)])], outfit.lower)


def limb_paths(limb: Limb, width: tuple[float, float, float]) -> list[skia.Path]:
    """A bent limb as two tapering pieces around root, middle and end."""
    return [
        hull([(*limb.root.at, width[0]), (*limb.mid.at, width[1])]),
        hull([(*limb.mid.at, width[1]), (*limb.end.at, width[2])]),
    ]


def draw_skirt(pen: Pen, bones: Bones, outfit: Outfit) -> None:
    """A skirt, dress or robe from the waist (or chest) down to the hem."""
    pen.part([hull(_skirt_circles(bones, outfit))], outfit.lower)
    _folds(pen, bones, outfit)


def _skirt_circles(bones: Bones, outfit: Outfit) -> list[Circle]:
    build = bones.build
    top = bones.chest if outfit.high else bones.waist
    circles: list[Circle] = [
        (*top.at, build.belly_r * (0.95 if outfit.high else 0.9)),
        (*bones.hip_near.at, build.hip_r * 0.86),
        (*bones.hip_far.at, build.hip_r * 0.86),
    ]
    for limb in bones.legs:
        circles += _hem_circles(bones, outfit, limb)
    return circles


def _hem_circles(bones: Bones, outfit: Outfit, limb: Limb) -> list[Circle]:
    reach = outfit.hem * (bones.build.thigh + bones.build.shin)
    circles: list[Circle] = []
    if reach <= bones.build.thigh:
        start, end = limb.root, limb.mid
        at = along(start.at, end.at, reach / bones.build.thigh)
    else:
        circles.append((*limb.mid.at, bones.build.leg_r * 1.3))
        start, end = limb.mid, limb.end
        at = along(start.at, end.at, (reach - bones.build.thigh) / bones.build.shin)
    dx, dy = _unit(start, end)
    drag = bones.pose.trail * 0.05 * bones.front[0]
    for sign in (-1.0, 1.0):
        x = at[0] - dy * sign * outfit.flare
        y = at[1] + dx * sign * outfit.flare
        back = drag if x < at[0] else drag * 0.2
        circles.append((x - back, y - back * 0.4, 0.012))
    return circles


def _unit(start: Spot, end: Spot) -> tuple[float, float]:
    dx, dy = end.x - start.x, end.y - start.y
    length = max((dx * dx + dy * dy) ** 0.5, 1e-6)
    if length < 0.06:
        return (0.0, 1.0)
    return (dx / length, dy / length)


def _folds(pen: Pen, bones: Bones, outfit: Outfit) -> None:
    top = bones.chest if outfit.high else bones.waist
    shade = mix(outfit.lower, rgb(60, 48, 44), 0.42)
    for limb, share in zip(bones.legs, (0.62, 0.85), strict=True):
        circles = _hem_circles(bones, outfit, limb)
        (ax, ay, _), (bx, by, _) = circles[-2:]
        foot = along((ax, ay), (bx, by), share - 0.3)
        waist = along(top.at, foot, 0.3)
        knee = along(along(waist, foot, 0.55), limb.mid.at, 0.15)
        pen.stroke(smooth([waist, knee, along(waist, foot, 0.96)], closed=False), 0.006, shade)


def draw_torso(pen: Pen, bones: Bones, outfit: Outfit) -> None:
    """The trunk from the shoulders to the hips."""
    build = bones.build
    shoulders = [(*limb.root.at, 0.034) for limb in (bones.far_arm, bones.near_arm)]
    low = bones.waist if outfit.high else bones.pelvis
    body = [
        *shoulders,
        (*bones.chest.at, build.chest_r * 0.8),
        (*bones.waist.at, build.belly_r),
    ]
    if not outfit.high:
        body += [(*bones.hip_near.at, build.hip_r * 0.8), (*bones.hip_far.at, build.hip_r * 0.8)]
    elif low is bones.waist:
        body = [*shoulders, (*along(bones.chest.at, bones.waist.at, 0.35), build.belly_r)]
    pen.part([hull(body)], outfit.top)


def draw_arm(pen: Pen, bones: Bones, outfit: Outfit, skin: Colour, limb: Limb) -> None:
    """One arm: hand, bare part and sleeve."""
    r = bones.build.arm_r
    hand = hull([(*limb.end.at, 0.017), (*along(limb.end.at, limb.tip.at, 0.62), 0.02)])
    pen.part([hand], skin, shaded=False)
    if outfit.sleeve < 0.9:
        pen.part(limb_paths(limb, (r * 0.95, r * 0.8, r * 0.66)), skin)
    if outfit.sleeve > 0:
        pen.part(_sleeve(bones, outfit, limb), outfit.top)


def _sleeve(bones: Bones, outfit: Outfit, limb: Limb) -> list[skia.Path]:
    r = bones.build.arm_r
    upper = bones.build.upper_arm / (bones.build.upper_arm + bones.build.forearm)
    if outfit.sleeve <= upper:
        end = along(limb.root.at, limb.mid.at, outfit.sleeve / upper)
        return [hull([(*limb.root.at, r * 1.25), (*end, outfit.cuff)])]
    end = along(limb.mid.at, limb.end.at, (outfit.sleeve - upper) / (1 - upper))
    middle = (r * 1.1 + outfit.cuff) / 2
    return [
        hull([(*limb.root.at, r * 1.3), (*limb.mid.at, middle)]),
        hull([(*limb.mid.at, middle), (*end, outfit.cuff)]),
    ]
