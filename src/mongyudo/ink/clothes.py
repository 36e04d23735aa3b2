"""How cloth is cut over the bones: legs, skirts, trunks, sleeves."""

from collections.abc import Sequence

import skia

from mongyudo.ink.clothes_outfits import OUTFITS, Outfit
from mongyudo.ink.figures_bones import Bones, Limb, Spot
from mongyudo.ink.figures_pen import Circle, Colour, Pen, along, hull, mix, rgb, smooth

__all__ = [
    "OUTFITS", "Outfit", "draw_arm", "draw_legs", "draw_torso", "foot_path", "hand_paths",
    "limb_paths",
]  # fmt: skip


def draw_legs(
    pen: Pen, bones: Bones, outfit: Outfit, skin: Colour, lacking: Sequence[str] = ("", "")
) -> None:
    """Both legs with trousers and shoes, the farther one first, without what each is `lacking`."""
    for limb, lacks in zip(bones.legs, lacking, strict=True):
        if lacks == "foot":
            _shin(pen, bones, outfit, skin, limb)
        elif lacks != "leg":
            _leg(pen, bones, outfit, skin, limb)


def _leg(pen: Pen, bones: Bones, outfit: Outfit, skin: Colour, limb: Limb) -> None:
    nearer = limb.tip.depth > limb.end.depth + 0.03  # it points at the viewer
    if not nearer:
        _foot(pen, bones, outfit.shoes or skin, limb)
    _shin(pen, bones, outfit, skin, limb)
    if nearer:
        _foot(pen, bones, outfit.shoes or skin, limb)


def _shin(pen: Pen, bones: Bones, outfit: Outfit, skin: Colour, limb: Limb) -> None:
    """A leg down to where its foot begins."""
    r = bones.build.leg_r
    bare = outfit.bottom in ("skirt", "none", "shorts")
    width = (r, r * 0.74, r * 0.52) if bare else (r * 1.12, r * 0.95, r * 0.84)
    if outfit.bottom == "baggy":
        width = (r * 1.45, r * 1.6, r * 0.95)
    if not bare:
        width = (width[0] * outfit.puff, width[1] * outfit.puff, width[2] * outfit.puff)
    pen.part(limb_paths(limb, width), skin if bare else outfit.lower)
    if outfit.bottom == "shorts":
        knee = along(limb.root.at, limb.mid.at, 0.85)
        pen.part([hull([(*limb.root.at, r * 1.3), (*knee, r * 1.25)])], outfit.lower)
    elif outfit.bottom == "baggy":
        pen.stroke(smooth([limb.end.at, along(limb.end.at, limb.mid.at, 0.1)], closed=False),
                   r * 1.2, mix(outfit.lower, rgb(90, 80, 76), 0.4))  # fmt: skip


def _foot(pen: Pen, bones: Bones, colour: Colour, limb: Limb) -> None:
    pen.part([foot_path(bones, limb)], colour, shaded=False)


def foot_path(bones: Bones, limb: Limb) -> skia.Path:
    """The outline of a foot, or of its shoe."""
    big = bones.build.leg_r / 0.034
    heel = (*limb.end.at, 0.0195 * big)
    flat = abs(bones.front[0]) < 0.4
    aside = (0.016 if limb.end.x > bones.pelvis.x else -0.016) * flat
    toe = (limb.tip.x + aside, limb.tip.y + 0.004 * flat, (0.0165 if flat else 0.0125) * big)
    return hull([heel, toe])


def limb_paths(limb: Limb, width: tuple[float, float, float]) -> list[skia.Path]:
    """A bent limb as two tapering pieces around root, middle and end."""
    return [
        hull([(*limb.root.at, width[0]), (*limb.mid.at, width[1])]),
        hull([(*limb.mid.at, width[1]), (*limb.end.at, width[2])]),
    ]


def draw_torso(pen: Pen, bones: Bones, outfit: Outfit) -> None:
    """The trunk with what hangs from it: skirt, robe or coat."""
    trunk = hull(_trunk(bones, outfit))
    if outfit.bottom == "skirt":
        skirt = hull(_skirt(bones, outfit, outfit.hem))
        if outfit.lower == outfit.top:
            pen.part([skirt, trunk], outfit.top)
        elif outfit.high:
            pen.part([skirt], outfit.lower)
            _folds(pen, bones, outfit, outfit.hem)
            pen.part([trunk], outfit.top)
            return
        else:
            pen.part([skirt], outfit.lower)
            pen.part([trunk], outfit.top)
        _folds(pen, bones, outfit, outfit.hem)
        return
    seat = hull(_seat(bones, outfit))
    pen.part([seat], outfit.lower, shaded=False)
    if outfit.coat:
        pen.part([hull(_skirt(bones, outfit, outfit.coat)), trunk], outfit.top)
    else:
        pen.part([trunk], outfit.top)


def _seat(bones: Bones, outfit: Outfit) -> list[Circle]:
    r = bones.build.hip_r * 0.86 * outfit.puff
    return [(*bones.hip_near.at, r * 0.8), (*bones.hip_far.at, r * 0.8), (*bones.pelvis.at, r)]


def _trunk(bones: Bones, outfit: Outfit) -> list[Circle]:
    build = bones.build
    puff = outfit.puff
    body: list[Circle] = [(*limb.root.at, 0.030 * puff) for limb in (bones.far_arm, bones.near_arm)]
    body.append((*bones.chest.at, build.chest_r * 0.72 * puff))
    if outfit.high and outfit.lower != outfit.top:
        body.append((*along(bones.chest.at, bones.waist.at, 0.42), build.belly_r * 1.02 * puff))
        return body
    body.append((*bones.waist.at, build.belly_r * puff))
    if outfit.bottom != "skirt" or outfit.lower == outfit.top:
        r = build.hip_r * 0.78 * puff
        body += [(*bones.hip_near.at, r), (*bones.hip_far.at, r)]
    return body


def _skirt(bones: Bones, outfit: Outfit, hem: float) -> list[Circle]:
    """A skirt from the waist, or from under the arms, down to `hem` of the leg's length."""
    build = bones.build
    top = along(bones.chest.at, bones.waist.at, 0.3) if outfit.high else bones.waist.at
    circles: list[Circle] = [
        (*top, build.belly_r * (0.95 if outfit.high else 0.85)),
        (*bones.hip_near.at, build.hip_r * 0.8),
        (*bones.hip_far.at, build.hip_r * 0.8),
    ]
    for limb in bones.legs:
        circles += _hem(bones, outfit, limb, hem)
    return circles


def _hem(bones: Bones, outfit: Outfit, limb: Limb, hem: float) -> list[Circle]:
    build = bones.build
    reach = hem * (build.thigh + build.shin)
    circles: list[Circle] = []
    if reach <= build.thigh:
        start, end = limb.root, limb.mid
        at = along(start.at, end.at, reach / build.thigh)
    else:
        circles.append((*limb.mid.at, build.leg_r * 1.3))
        start, end = limb.mid, limb.end
        at = along(start.at, end.at, (reach - build.thigh) / build.shin)
    dx, dy = _unit(start, end)
    dx, dy = dx * 0.4, dy * 0.4 + 0.6
    flare = max(0.35, 1 - 1.6 * _stride(bones)) * outfit.flare
    drag = bones.pose.trail * 0.06 * bones.front[0]
    for sign in (-1.0, 1.0):
        x = at[0] - dy * sign * flare
        y = at[1] + dx * sign * flare
        back = drag if x < at[0] else drag * 0.2
        circles.append((x - back, min(-0.012, y - back * 0.4), 0.012))
    return circles


def _stride(bones: Bones) -> float:
    """How far apart the feet are on the picture, in body heights."""
    return abs(bones.near_leg.end.x - bones.far_leg.end.x)


def _unit(start: Spot, end: Spot) -> tuple[float, float]:
    dx, dy = end.x - start.x, end.y - start.y
    length = (dx * dx + dy * dy) ** 0.5
    return (0.0, 1.0) if length < 0.06 else (dx / length, dy / length)


def _folds(pen: Pen, bones: Bones, outfit: Outfit, hem: float) -> None:
    """Fold lines from the waist to the hem; more of them in wide skirts."""
    top = along(bones.chest.at, bones.waist.at, 0.6) if outfit.high else bones.waist.at
    shade = mix(outfit.lower, rgb(60, 48, 44), 0.45)
    shares = (0.3, 0.7) if outfit.flare < 0.1 else (0.15, 0.45, 0.8)
    for limb in bones.legs:
        circles = _hem(bones, outfit, limb, hem)
        (ax, ay, _), (bx, by, _) = circles[-2:]
        for share in shares:
            foot = along((ax, ay), (bx, by), share)
            begin = along(top, foot, 0.34)
            sway = along(along(begin, foot, 0.5), limb.mid.at, 0.12)
            pen.stroke(smooth([begin, sway, along(top, foot, 0.95)], closed=False), 0.0055, shade)


def draw_arm(
    pen: Pen, bones: Bones, outfit: Outfit, skin: Colour, limb: Limb, *, has_hand: bool = True
) -> None:
    """One arm: hand, bare part and sleeve."""
    r = bones.build.arm_r
    big = r / 0.0225
    if has_hand:
        pen.part(hand_paths(limb, big), skin, shaded=False)
    if outfit.sleeve < 0.9:
        pen.part(limb_paths(limb, (r * 0.95, r * 0.8, r * 0.62)), skin)
    if outfit.sleeve > 0:
        pen.part(_sleeve(bones, outfit, limb), outfit.top)
        if outfit.pattern == "rainbow":
            _bands(pen, outfit, limb)


def hand_paths(limb: Limb, big: float) -> list[skia.Path]:
    """A mitten with its thumb on the upper side."""
    wrist, tip = limb.end.at, limb.tip.at
    palm, fingers = along(wrist, tip, 0.62), along(wrist, tip, 1.12)
    dx, dy = _unit(limb.mid, limb.end)
    across = 1.0 if dx >= 0 else -1.0
    root = along(wrist, tip, 0.35)
    thumb = (root[0] + (0.016 * dx + across * 0.021 * dy) * big,
             root[1] + (0.016 * dy - across * 0.021 * dx) * big)  # fmt: skip
    return [
        hull([(*wrist, 0.0145 * big), (*palm, 0.0195 * big), (*fingers, 0.0115 * big)]),
        hull([(*root, 0.011 * big), (*thumb, 0.0075 * big)]),
    ]


def _sleeve(bones: Bones, outfit: Outfit, limb: Limb) -> list[skia.Path]:
    r = bones.build.arm_r * outfit.puff
    upper = bones.build.upper_arm / (bones.build.upper_arm + bones.build.forearm)
    if outfit.sleeve <= upper:
        end = along(limb.root.at, limb.mid.at, outfit.sleeve / upper)
        return [hull([(*limb.root.at, r * 1.2), (*end, outfit.cuff)])]
    end = along(limb.mid.at, limb.end.at, (outfit.sleeve - upper) / (1 - upper))
    middle = (r * 1.1 + outfit.cuff) / 2
    lower: list[Circle] = [(*limb.mid.at, middle), (*end, outfit.cuff)]
    if outfit.droop:
        x, y = along(limb.mid.at, end, 0.62)
        lower.append((x, y + outfit.droop, outfit.cuff * 0.9))
    return [hull([(*limb.root.at, r * 1.25), (*limb.mid.at, middle)]), hull(lower)]


_RAINBOW = (rgb(196, 70, 62), rgb(226, 190, 104), rgb(86, 128, 100), rgb(230, 226, 216))


def _bands(pen: Pen, outfit: Outfit, limb: Limb) -> None:
    """The coloured stripes of festive sleeves (색동)."""
    dx, dy = _unit(limb.mid, limb.end)
    for k, colour in enumerate(_RAINBOW):
        x, y = along(limb.mid.at, limb.end.at, 0.12 + 0.21 * k)
        w = outfit.cuff * 0.92
        band = smooth([(x + dy * w, y - dx * w), (x - dy * w, y + dx * w + outfit.droop * 0.5)],
                      closed=False)  # fmt: skip
        pen.stroke(band, 0.013, colour)
