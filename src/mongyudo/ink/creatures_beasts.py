"""Four-footed animals: one rig for all, from tigers to mice."""

import math
from dataclasses import dataclass, field, replace

import skia

from mongyudo.ink.creatures_act import Act
from mongyudo.ink.creatures_coats import (
    PATTERNS,
    Tail,
    draw_hackles,
    draw_mane,
    draw_tail,
    mark_legs,
    thick_tail,
)
from mongyudo.ink.creatures_extras import BACK_EXTRAS, BODY_EXTRAS, HEAD_EXTRAS
from mongyudo.ink.creatures_gait import Frame, Gait, frame_of
from mongyudo.ink.creatures_heads import Head, Mien, draw_profile
from mongyudo.ink.creatures_limbs import Leg, Legs, draw_foot, draw_talons, foot_path, leg_of
from mongyudo.ink.creatures_masks import draw_mask
from mongyudo.ink.creatures_pen import BONE, DARK, BeastPen, polar, union
from mongyudo.ink.creatures_trunk import Torso, Trunk, torso_of
from mongyudo.ink.figures_pen import Colour, mix, smooth


@dataclass(frozen=True, slots=True)
class Beast:
    """A species. `head_size` is the skull's radius; `marks` the colour of the `pattern`; `socks`
    that of the lower legs when given; `extra` adds a trunk, humps, a horn, quills or a pouch."""

    coat: Colour
    under: Colour
    head: Head
    gait: Gait
    trunk: Trunk
    legs: Legs = field(default_factory=Legs)
    head_size: float = 0.2
    tail: Tail = field(default_factory=Tail)
    pattern: str = ""
    marks: Colour = DARK
    mane: str = ""
    mane_colour: Colour = DARK
    socks: Colour = 0
    extra: str = ""
    ringed: bool = False
    height_m: float = 1.0


def draw_beast(pen: BeastPen, act: Act, *, beast: Beast) -> None:
    """One animal at a moment; see `Act`."""
    frame = frame_of(beast.gait, act)
    if act.motion == "eat":
        frame = _lowered(beast, frame)
    torso = torso_of(beast.trunk, frame, beast.gait.neck)
    legs = {name: _leg(beast, frame, name) for name in frame.feet}
    far = mix(beast.coat, DARK, 0.30)
    for name in ("far_hind", "far_fore"):
        _far_leg(pen, beast, legs[name], far)
    mood = (frame.tail, frame.swing, frame.fast)
    draw_tail(pen, beast.tail, torso, mood, beast.coat, beast.marks if beast.ringed else 0)
    near = [legs["near_hind"], legs["near_fore"]]
    if act.menace and beast.gait.assault != "butt":
        draw_hackles(pen, torso, frame.swing, mix(beast.coat, DARK, 0.5), 0.10)
    _body(pen, beast, torso, near, mood)
    for leg in near:
        _joint(pen, beast, leg, folded=frame.folded)
    if beast.extra in BACK_EXTRAS:
        BACK_EXTRAS[beast.extra](pen, torso, 1.0 if act.menace else 0.0)
    draw_mane(pen, beast.mane, torso, frame.swing, beast.mane_colour)
    for leg in near:
        draw_foot(pen, beast.legs, leg, beast.socks or beast.coat)
        if act.menace and beast.legs.form in ("paw", "flat"):
            draw_talons(pen, beast.legs, leg, BONE)
    _head(pen, beast, frame, torso, act)


def _leg(beast: Beast, frame: Frame, name: str) -> Leg:
    height = beast.gait.hip if "hind" in name else beast.gait.shoulder
    return leg_of(beast.legs, frame, name, height)


def _far_leg(pen: BeastPen, beast: Beast, leg: Leg, colour: Colour) -> None:
    pen.part([*leg.skin, foot_path(beast.legs, leg.foot)], colour)
    if beast.socks:
        pen.marks(union(leg.skin[2:]), list(leg.skin[2:]), mix(beast.socks, DARK, 0.3))
    draw_foot(pen, beast.legs, leg, mix(beast.socks, DARK, 0.3) if beast.socks else colour)


def _body(
    pen: BeastPen, beast: Beast, torso: Torso, near: list[Leg], mood: tuple[float, float, float]
) -> None:
    """Trunk, neck and near legs as one skin with its wash and pattern."""
    trunk = torso.outline()
    grown = BODY_EXTRAS[beast.extra](torso) if beast.extra in BODY_EXTRAS else []
    if beast.tail.kind == "thick":
        grown = [*grown, thick_tail(beast.tail, torso, mood)]
    whole = [trunk, torso.neck_outline(), *grown]
    pen.part([*whole, *(p for leg in near for p in leg.skin)], beast.coat)
    core = union([*whole, *(leg.skin[0] for leg in near)])
    if beast.under != beast.coat:
        pen.marks(core, [_belly(torso)], beast.under)
        for leg in near:
            pen.fill(leg.skin[0], beast.coat)
    pen.shade_over(core, mix(beast.coat, DARK, 0.75), mix(beast.coat, DARK, 0.55), 0.42)
    if beast.pattern:
        pen.marks(core, PATTERNS[beast.pattern](torso), beast.marks)
        mark_legs(pen, beast.pattern, near, beast.marks)
    if beast.socks:
        for leg in near:
            pen.marks(union(leg.skin[2:]), list(leg.skin[2:]), beast.socks)


def _belly(torso: Torso) -> skia.Path:
    """The pale underside, from the throat to the groin."""
    rim = [
        torso.spot(s, v)
        for s, v in ((-0.1, -0.75), (0.2, -0.52), (0.5, -0.45), (0.8, -0.5), (1.1, -0.35))
    ]
    throat = polar(torso.crown, torso.neck_deg - 90, torso.trunk.neck[1] * 0.55)
    low = [torso.spot(1.3, -1.8), torso.spot(0.5, -1.9), torso.spot(-0.2, -1.6)]
    return smooth([*rim, throat, polar(throat, torso.neck_deg - 90, 0.4), *low])


def _joint(pen: BeastPen, beast: Beast, leg: Leg, *, folded: bool) -> None:
    """The line where a near leg joins the trunk; a folded leg lies before it whole."""
    if folded:
        pen.part(leg.skin, beast.coat)
        mark_legs(pen, beast.pattern, [leg], beast.marks)
        return
    line = mix(beast.coat, DARK, 0.62)
    x, y = leg.root
    if leg.hind:
        r, knee = beast.legs.thigh[0], beast.legs.thigh[1]
        curve = [(x + r * 0.72, y - r * 0.62), (x + r * 1.02, y + r * 0.1),
                 (leg.first[0] + knee, leg.first[1])]  # fmt: skip
    else:
        r, knee = beast.legs.arm[0], beast.legs.arm[1]
        curve = [(x - r * 0.9, y - r * 0.35), (x - r * 0.82, y + r * 0.5),
                 (leg.first[0] - knee, leg.first[1])]  # fmt: skip
    pen.stroke(smooth(curve, closed=False), 0.011, line)


def _lowered(beast: Beast, frame: Frame) -> Frame:
    """The neck let down until the muzzle is at the ground."""
    reach = beast.head_size * (1.2 if beast.head.form == "mask" else beast.head.mouth[0][0] + 0.35)
    drop = reach * math.sin(math.radians(frame.head_deg))
    nod = 2.5 * frame.swing
    for deg in range(60, -86, -4):
        bent = replace(frame, neck_deg=float(deg))
        crown = torso_of(beast.trunk, bent, beast.gait.neck).crown
        if crown[1] + drop > -0.05:
            return replace(bent, neck_deg=deg + 3 + nod)
    return replace(frame, neck_deg=-82.0 + nod)


def _head(pen: BeastPen, beast: Beast, frame: Frame, torso: Torso, act: Act) -> None:
    mien = Mien(beast.coat, frame.jaw, frame.asleep, act.menace)
    size = beast.head_size * (1.08 if act.menace else 1.0)
    aim = -torso.neck_deg if frame.turned else torso.neck_deg
    at = polar(torso.crown, aim if not frame.turned else 90, size * 0.42)
    turn = -frame.head_deg if frame.turned else frame.head_deg
    with pen.placed(at, size, turn, flipped=frame.turned):
        (draw_mask if beast.head.form == "mask" else draw_profile)(pen, beast.head, mien)
        if beast.extra in HEAD_EXTRAS:
            HEAD_EXTRAS[beast.extra](pen, mien, frame.swing)
