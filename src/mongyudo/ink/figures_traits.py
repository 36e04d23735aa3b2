"""What has become of somebody's body: spots, scales, fur, blood, a great belly, a mouth sewn up."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mongyudo.ink import figures_parts as parts
from mongyudo.ink.clothes_outfits import Outfit
from mongyudo.ink.figures_bones import Bones, Limb
from mongyudo.ink.figures_face import spot_on
from mongyudo.ink.figures_kinds import Kind
from mongyudo.ink.figures_pen import (
    Colour,
    Pen,
    Point,
    along,
    ellipse,
    hull,
    mix,
    rgb,
    ribbon,
    smooth,
    with_alpha,
)

_BLOOD, _SPOT, _THREAD = rgb(168, 34, 32), rgb(192, 62, 54), rgb(44, 36, 40)
_SCALY, _FURRY = rgb(152, 182, 158), rgb(150, 116, 86)
_FLESH = rgb(232, 190, 158)
_GREY, _HORN = rgb(206, 202, 196), rgb(74, 60, 54)

OnBody = Callable[[Pen, Bones], None]
OnFace = Callable[[Pen, float], None]


@dataclass(frozen=True, slots=True)
class Trait:
    """How a trait shows: what it makes of the `head` and of the `skin`, the `extra` behind the body
    ("" and 0 change nothing); whether it `bares` the arms; what it paints over body and face; by
    how much it stretches parts of the `build`."""

    head: Mapping[str, Any] | None = None
    skin: Colour = 0
    extra: str = ""
    bares: bool = False
    on_body: OnBody | None = None
    on_face: OnFace | None = None
    build: Mapping[str, float] | None = None


def with_traits(kind: Kind, traits: Sequence[str]) -> Kind:
    """`kind` with the head, the skin and the back that `traits` give."""
    for trait in _known(traits):
        head = replace(kind.head, **(trait.head or {}))
        head = replace(head, skin=trait.skin or head.skin)
        longer = {part: by * getattr(kind.build, part) for part, by in (trait.build or {}).items()}
        build = replace(kind.build, **longer)
        kind = replace(kind, build=build, head=head, extra=trait.extra or kind.extra)
    return kind


def bared(outfit: Outfit, traits: Sequence[str]) -> Outfit:
    """`outfit` with short sleeves where the arms must be seen."""
    bare = any(trait.bares for trait in _known(traits))
    return replace(outfit, sleeve=min(outfit.sleeve, 0.3), droop=0.0) if bare else outfit


def paint_body(pen: Pen, body: Bones, traits: Sequence[str]) -> None:
    """What `traits` paint over arms, legs and trunk."""
    for trait in _known(traits):
        if trait.on_body is not None:
            trait.on_body(pen, body)


def paint_face(pen: Pen, yaw: float, traits: Sequence[str]) -> None:
    """What `traits` paint on a face turned by `yaw`, in the head's own measure."""
    if math.cos(math.radians(yaw)) < -0.35:
        return
    for trait in _known(traits):
        if trait.on_face is not None:
            trait.on_face(pen, yaw)


def paint_bulges(pen: Pen, body: Bones, outfit: Outfit, traits: Sequence[str]) -> None:
    """A belly great with child and a hump, under the dress: what clothes are drawn over."""
    if "hump" in traits:
        (x, y), back = along(body.chest.at, body.waist.at, 0.2), -body.front[0]
        r = 1.35 * body.build.belly_r
        pen.part([ellipse(x + 1.1 * r * back, y, r, 1.1 * r)], outfit.top)
    if "belly" not in traits:
        return
    (x, y), ahead = along(body.waist.at, body.pelvis.at, 0.2), body.front[0]
    r = 1.55 * body.build.belly_r
    chest, seat = body.chest.at, body.pelvis.at
    round_ = [(*chest, 0.5 * r), (x + 0.8 * r * ahead, y, r), (*seat, 0.6 * r)]
    pen.part([hull(round_)], outfit.top)


def _known(traits: Sequence[str]) -> list[Trait]:
    return [TRAITS[name] for name in traits if name in TRAITS]


def _limbs(body: Bones) -> tuple[Limb, ...]:
    return body.near_arm, body.far_arm, body.near_leg, body.far_leg


def _on_limbs(body: Bones) -> list[tuple[Point, float]]:
    """Places on arms and shins, by turns left and right of their middle, with the limb's width."""
    places, r = [], body.build.arm_r
    for limb in _limbs(body):
        joints = (limb.root.at, limb.mid.at, limb.end.at, limb.tip.at)
        spots = _ON_SHIN if limb in body.legs else _ON_ARM
        for n, (a, share) in enumerate(spots):
            x, y = along(joints[a], joints[a + 1], share)
            places.append(((x + (0.42 if n % 2 else -0.42) * r, y), r))
    return places


_ON_ARM = ((0, 0.7), (1, 0.05), (1, 0.3), (1, 0.55), (1, 0.8), (2, 0.7))
_ON_SHIN = ((1, 0.45), (1, 0.6), (1, 0.75), (1, 0.9))
"""From which joint to the next, and how far: below the skirt."""


def _rash(pen: Pen, body: Bones) -> None:
    for n, ((x, y), r) in enumerate(_on_limbs(body)):
        size = r * (0.36 + 0.12 * (n % 3))
        pen.fill(ellipse(x, y, size, size), _SPOT)


_CHEEKS = ((-40, 0.30), (-30, 0.52), (38, 0.36), (26, 0.60), (-12, -0.40), (22, -0.34), (48, 0.10),
           (-52, 0.06))  # fmt: skip


def _rash_on_face(pen: Pen, yaw: float) -> None:
    for longitude, y in _CHEEKS:
        x, width = spot_on(yaw, longitude)
        if width > 0.15:
            pen.fill(ellipse(x * 0.86, y, 0.075 * width, 0.08), with_alpha(_SPOT, 0.9))


def _scales(pen: Pen, body: Bones) -> None:
    line = mix(_SCALY, rgb(30, 60, 50), 0.62)
    for (x, y), r in _on_limbs(body):
        for dx in (-0.1, 0.55):
            arc = [(x + (dx - 0.4) * r, y), (x + dx * r, y + 0.5 * r), (x + (dx + 0.4) * r, y)]
            pen.stroke(smooth(arc, closed=False), 0.006, line)


def _scales_on_face(pen: Pen, yaw: float) -> None:
    line = mix(_SCALY, rgb(30, 60, 50), 0.62)
    for longitude, y in ((-44, 0.25), (-34, 0.42), (-50, 0.45), (36, 0.28), (46, 0.45), (30, 0.5),
                         (0, -0.5), (-16, -0.44), (16, -0.44)):  # fmt: skip
        x, width = spot_on(yaw, longitude)
        if width > 0.15:
            x *= 0.86
            arc = [(x - 0.09, y), (x, y + 0.11), (x + 0.09, y)]
            pen.stroke(smooth(arc, closed=False), 0.045, line)


def _fur(pen: Pen, body: Bones) -> None:
    line = mix(_FURRY, rgb(40, 28, 20), 0.6)
    for (x, y), r in _on_limbs(body):
        for dx in (-0.3, 0.3, 0.9):
            hair = [(x + dx * r, y), (x + (dx + 0.25) * r, y + 0.9 * r)]
            pen.stroke(smooth(hair, closed=False), 0.006, line)


def _fur_on_face(pen: Pen, yaw: float) -> None:
    line = mix(_FURRY, rgb(40, 28, 20), 0.6)
    for longitude in (-52, -42, -32, 32, 42, 52):
        x, width = spot_on(yaw, longitude)
        for y in (0.2, 0.45, 0.7):
            if width > 0.15:
                hair = [(x * 0.86, y), (x * 0.82, y + 0.15)]
                pen.stroke(smooth(hair, closed=False), 0.045, line)


def _runs(pen: Pen, points: Sequence[Point], width: float) -> None:
    pen.fill(ribbon(list(points), [width] * len(points)), _BLOOD)


def _drips(pen: Pen, at: Point) -> None:
    """Blood that runs down from a hand or a leg, drops, and lies about on the ground."""
    x, y = at
    foot = min(-0.01, y + 0.34)
    _runs(pen, [(x, y), (x + 0.004, (y + foot) / 2)], 0.008)
    for share in (0.6, 0.8):
        pen.fill(ellipse(x + 0.004, y + (foot - y) * share, 0.009, 0.015), _BLOOD)
    pen.fill(ellipse(x + 0.01, -0.006, 0.085, 0.016), _BLOOD)


def _blood_hand(pen: Pen, body: Bones) -> None:
    hand = along(body.near_arm.end.at, body.near_arm.tip.at, 0.8)
    pen.fill(ellipse(*hand, 0.021, 0.019), _BLOOD)
    _drips(pen, hand)


def _blood_leg(pen: Pen, body: Bones) -> None:
    leg = body.near_leg
    shin = along(leg.mid.at, leg.end.at, 0.45)
    pen.fill(ellipse(*shin, 0.02, 0.02), _BLOOD)
    _runs(pen, [shin, leg.end.at], 0.009)
    pen.fill(ellipse(leg.end.at[0], -0.006, 0.085, 0.016), _BLOOD)


def _blood_body(pen: Pen, body: Bones) -> None:
    x, y = along(body.chest.at, body.waist.at, 0.7)
    x += 0.3 * body.build.belly_r * body.front[0]
    pen.fill(ellipse(x, y, 0.026, 0.03), _BLOOD)
    _runs(pen, [(x, y), (x + 0.006, y + 0.09)], 0.008)


def _blood_mouth(pen: Pen, yaw: float) -> None:
    x, width = spot_on(yaw, 0)
    x *= 0.80
    for dx, end in ((-0.10 * width, 1.05), (0.08 * width, 1.3)):
        _runs(pen, [(x + dx, 0.62), (x + dx, end)], 0.06)
    pen.fill(ellipse(x, 0.62, 0.2 * max(0.4, width), 0.08), _BLOOD)


def _blood_nose(pen: Pen, yaw: float) -> None:
    x, width = spot_on(yaw, 0)
    for dx in (-0.06 * width, 0.07 * width):
        _runs(pen, [(x * 0.88 + dx, 0.38), (x * 0.84 + dx, 1.0)], 0.05)


def _blood_head(pen: Pen, yaw: float) -> None:
    x, width = spot_on(yaw, 18)
    if width > 0.1:
        _runs(pen, [(x * 0.8, -0.7), (x * 0.9, -0.1), (x * 0.82, 0.75)], 0.075)
    x, _ = spot_on(yaw, -10)
    _runs(pen, [(x * 0.8, -0.72), (x * 0.84, -0.25)], 0.06)


def _melting(pen: Pen, yaw: float) -> None:
    """Skin that runs down over the chin in long drops."""
    for longitude, end in ((-50, 1.35), (-28, 1.9), (-4, 1.5), (22, 2.1), (48, 1.45)):
        x, width = spot_on(yaw, longitude)
        if width > 0.1:
            x *= 0.8
            pen.part([ribbon([(x, 0.55), (x, end - 0.2), (x, end)], [0.10, 0.07, 0.11])], _FLESH,
                     shaded=False)  # fmt: skip


def _sewn(pen: Pen, yaw: float) -> None:
    x, width = spot_on(yaw, 0)
    x, w = x * 0.80, 0.34 * max(0.5, width)
    pen.stroke(smooth([(x - w, 0.6), (x, 0.62), (x + w, 0.6)], closed=False), 0.06, _THREAD)
    for share in (-0.8, -0.4, 0.0, 0.4, 0.8):
        at = x + w * share
        for slant in (-0.07, 0.07):
            stitch = [(at - slant, 0.47), (at + slant, 0.75)]
            pen.stroke(smooth(stitch, closed=False), 0.05, _THREAD)


_TONGUE, _NAIL = rgb(206, 110, 112), rgb(250, 236, 214)


def _long_tongue(pen: Pen, yaw: float) -> None:
    x = spot_on(yaw, 0)[0] * 0.80
    way = [(x, 0.62), (x + 0.12, 1.3), (x - 0.05, 2.2), (x + 0.10, 3.2)]
    pen.part([ribbon(way, [0.13, 0.15, 0.15, 0.10])], _TONGUE, shaded=False)


def _long_nose(pen: Pen, yaw: float) -> None:
    x, width = spot_on(yaw, 0)
    end = (x * 0.88 + 1.25 * x, 0.34 + 0.75 * width)
    pen.part([ribbon([(x * 0.80, 0.22), end], [0.13, 0.09])], _FLESH, shaded=False)


def _big_ears(pen: Pen, yaw: float) -> None:
    for longitude in (-82, 82):
        x, width = spot_on(yaw, longitude)
        if width > -0.6:
            pen.part([ellipse(x * 1.18, -0.10, 0.36, 0.62)], _FLESH, shaded=False)


def _long_nails(pen: Pen, body: Bones) -> None:
    for limb in (body.far_arm, body.near_arm):
        x, y = along(limb.end.at, limb.tip.at, 1.1)
        for k in range(4):
            at, ahead = y - 0.012 + 0.008 * k, 0.05 * body.front[0]
            way = [
                (x, at),
                (x + ahead + 0.01 * k, at + 0.07),
                (x + 0.5 * ahead + 0.014 * k, at + 0.24),
            ]
            pen.part([ribbon(way, [0.0055, 0.005, 0.002])], _NAIL, shaded=False)


def _many_fingers(pen: Pen, body: Bones) -> None:
    for limb in (body.far_arm, body.near_arm):
        x, y = along(limb.end.at, limb.tip.at, 0.8)
        for k in range(7):
            turn = math.radians(-75 + 25 * k)
            end = (x + 0.06 * math.cos(turn) * (1 if body.front[0] >= 0 else -1),
                   y + 0.06 * math.sin(turn))  # fmt: skip
            pen.part([ribbon([(x, y), end], [0.0075, 0.006])], _FLESH, shaded=False)


TRAITS: Mapping[str, Trait] = {
    "bald": Trait({"hair": "bald", "hat": ""}),
    "grey": Trait({"hair_colour": _GREY}),
    "aged": Trait({"hair_colour": _GREY, "wrinkles": True}),
    "long_hair": Trait({"hair": "loose"}),
    "bob_hair": Trait({"hair": "bob"}),
    "beard": Trait({"beard": "long"}),
    "horns": Trait({"hat": "horns", "hat_colour": _HORN}),
    "ears": Trait({"hat": "ears", "hat_colour": _FURRY}),
    "tail": Trait(extra="tails"),
    "cap": Trait({"hat": "field_cap", "hat_colour": rgb(70, 82, 104)}),
    "belly": Trait(),  # these two by paint_bulges
    "hump": Trait(),
    "rash": Trait(bares=True, on_body=_rash, on_face=_rash_on_face),
    "scales": Trait(skin=_SCALY, bares=True, on_body=_scales, on_face=_scales_on_face),
    "fur": Trait(skin=_FURRY, bares=True, on_body=_fur, on_face=_fur_on_face),
    "blood_hand": Trait(on_body=_blood_hand),
    "blood_leg": Trait(on_body=_blood_leg),
    "blood_body": Trait(on_body=_blood_body),
    "blood_mouth": Trait(on_face=_blood_mouth),
    "blood_nose": Trait(on_face=_blood_nose),
    "blood_head": Trait(on_face=_blood_head),
    "long_tongue": Trait(on_face=_long_tongue),
    "long_nose": Trait(on_face=_long_nose),
    "big_ears": Trait(on_face=_big_ears),
    "long_nails": Trait(on_body=_long_nails),
    "many_fingers": Trait(on_body=_many_fingers),
    "long_neck": Trait(build={"neck": 7.0}),
    "long_arms": Trait(build={"upper_arm": 1.7, "forearm": 1.9}),
    "long_legs": Trait(build={"thigh": 1.6, "shin": 1.7}),
    "big_head": Trait(build={"head": 1.6}),
    "melting": Trait(on_face=_melting),
    "sewn_mouth": Trait(on_face=_sewn),
    "dark_hands": Trait(on_body=parts.dark_hands),
    "clear_hands": Trait(on_body=parts.clear_hands),
    "big_hands": Trait(on_body=parts.big_hands),
    "big_feet": Trait(on_body=parts.big_feet),
    "few_fingers": Trait(on_body=parts.few_fingers),
    "wet_hands": Trait(on_body=parts.wet_hands),
    "wet_feet": Trait(on_body=parts.wet_feet),
    "written_hand": Trait(bares=True, on_body=parts.written_hand),
    "eyed_hand": Trait(on_body=parts.eyed_hand),
    "sprouting_hands": Trait(on_body=parts.sprouting_hands),
    "sprouting_legs": Trait(on_body=parts.sprouting_legs),
    "sprouting_head": Trait(on_face=parts.sprouting_head),
}
"""What somebody's body may have become, by name."""
