"""The puppet: how one person is drawn, pose by pose."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mongyudo.ink.clothes import OUTFITS, Outfit, draw_arm, draw_legs, draw_torso
from mongyudo.ink.clothes_trim import draw_trim
from mongyudo.ink.figures_bones import Bones, Limb, bones
from mongyudo.ink.figures_face import Face, draw_ear, draw_glasses, draw_skull, spot_on
from mongyudo.ink.figures_hair import draw_beard, draw_cap, draw_locks, draw_tail
from mongyudo.ink.figures_hats import draw_hat
from mongyudo.ink.figures_kinds import GROUPS, KINDS, Kind
from mongyudo.ink.figures_parts import hides_hands
from mongyudo.ink.figures_pen import Pen, along, ellipse, hull, mix, rgb, with_alpha
from mongyudo.ink.figures_tools import draw_extra, draw_mark, draw_tool
from mongyudo.ink.figures_traits import paint_body, paint_bulges, paint_face
from mongyudo.ink.poses import Pose

__all__ = [
    "CLOTHES",
    "GROUPS",
    "KINDS",
    "YAWS",
    "Dressed",
    "Held",
    "Kind",
    "Manner",
    "Shown",
    "draw_arms",
    "draw_figure",
    "draw_hair_tail",
    "draw_head",
    "draw_trunk",
    "outfit_of",
]

YAWS: Mapping[str, float] = {"right": 62.0, "left": 62.0, "front": 8.0, "back": 176.0}
"""How far a body is turned for each facing; left is right, mirrored."""

_CUTS: Mapping[tuple[str, str], str] = {
    ("woman", "suit"): "skirt_suit", ("woman", "school"): "school_girl",
    ("woman", "school_uniform"): "school_girl", ("man", "school_uniform"): "school",
    ("man", "school_girl"): "school", ("man", "nightgown"): "pyjamas",
    ("man", "hanbok"): "hanbok_man", ("man", "dress"): "shirt", ("man", "bride"): "tuxedo",
    ("man", "wedding_dress"): "tuxedo", ("woman", "tuxedo"): "skirt_suit",
    ("woman", "hanbok_man"): "hanbok", ("woman", "swimwear"): "swimsuit",
    ("man", "swimwear"): "sport", ("man", "swimsuit"): "sport",
}  # fmt: skip
_OTHER_NAMES: Mapping[str, str] = {
    "uniform": "police", "military_uniform": "soldier", "doctor_coat": "doctor",
    "lab_coat": "doctor",
    "wedding_dress": "bride", "white": "sobok", "towel": "naked", "coat": "trench",
    "hospital_gown": "hospital", "prison_uniform": "prison", "armor": "knight", "robes": "robe",
    "pajamas": "pyjamas", "tracksuit": "sport", "tattered": "rags",
}  # fmt: skip
CLOTHES: frozenset[str] = (
    frozenset(OUTFITS) | frozenset(_OTHER_NAMES) | frozenset(name for _, name in _CUTS)
)


@dataclass(frozen=True)
class Dressed:
    """Somebody ready to be drawn: who, in what, with which face and `traits`. `menace` makes the
    eyes glow."""

    kind: Kind
    outfit: Outfit
    face: Face
    menace: bool = False
    traits: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """How somebody is shown: turned by `yaw` (0 the viewer, 90 right, 180 away), with a `mark`."""

    who: Dressed
    yaw: float = 62.0
    mark: str = ""


Manner = Literal["arms", "hand", "over", "hang", "back", "bowl", "head", "shoulder", "pack"]


@dataclass(frozen=True)
class Held:
    """A carried thing: `paint(pen, at, side)` draws it at the hands, `side` 1 facing right.

    `manner`: in both arms, upright in the near hand, over the head (an umbrella), hanging, or grown
    on the back (wings), where it turns with the trunk, in the far hand, eaten from, or borne on the
    head, the near shoulder or the back. `is_dish`: one eats from it with chopsticks.
    """

    paint: Callable[[Pen, tuple[float, float], float], None]
    manner: Manner = "arms"
    is_dish: bool = False


def outfit_of(kind: Kind, clothes: str) -> Outfit:
    """The outfit named `clothes` in the kind's cut; the kind's own when empty or unknown."""
    name = _CUTS.get((kind.cut, clothes)) or _OTHER_NAMES.get(clothes, clothes)
    return OUTFITS.get(name) or OUTFITS[kind.clothes]


def draw_figure(
    pen: Pen, shown: Shown, pose: Pose, *, sway: float = 0.0, held: Held | None = None
) -> Bones:
    """One person in one pose; the ground is y = 0, x = 0 is under the hips.

    `sway` -1..1 moves loose cloth; `held` paints what is carried in both hands.
    """
    who = shown.who
    body = bones(who.kind.build, pose, shown.yaw)
    away = math.cos(math.radians(shown.yaw)) < -0.4
    grown = held if held is not None and held.manner in ("back", "pack") else None
    if grown is not None and not away:
        _on_back(pen, body, grown)
    if not away:
        draw_extra(pen, body, who.kind.extra, sway)
        draw_hair_tail(pen, who, body, sway)
    draw_mark(pen, body, shown.mark, front=False)
    _body(pen, who, body, held, away=away)
    paint_body(pen, body, who.traits)
    draw_mark(pen, body, shown.mark, front=True)
    if away:
        draw_hair_tail(pen, who, body, sway)
        draw_extra(pen, body, who.kind.extra, sway)
    if grown is not None and away:
        _on_back(pen, body, grown)
    return body


def _body(pen: Pen, who: Dressed, body: Bones, held: Held | None, *, away: bool) -> None:
    """Arms, trunk and head from back to front; a raised near arm passes behind the face."""
    behind, before = _arms(body)
    raised = [limb for limb in before if limb.mid.y < body.chest.y - 0.03]
    both = held is not None and held.manner == "arms"
    draw_arms(pen, who, body, behind)
    if held is not None and both and away:
        held.paint(pen, _between_hands(body), body.front[0])
    draw_trunk(pen, who, body)
    if held is not None and both and not away:
        held.paint(pen, _between_hands(body), body.front[0])
    draw_arms(pen, who, body, raised)
    near = along(body.near_arm.end.at, body.near_arm.tip.at, 0.6)
    if held is not None and held.manner == "over":
        held.paint(pen, near, body.front[0])
    if held is not None and held.manner == "shoulder":
        held.paint(pen, body.near_arm.root.at, body.front[0])
    draw_head(pen, who, body)
    if held is None:
        draw_tool(pen, body, who.kind.tool)
    elif held.manner == "head":
        held.paint(pen, (body.head.at[0], body.head.at[1] - 0.9 * who.kind.build.head), 0.0)
    elif held.manner in ("hand", "hang"):
        held.paint(pen, near, body.front[0])
    elif held.manner == "bowl":
        far = along(body.far_arm.end.at, body.far_arm.tip.at, 0.6)
        held.paint(pen, far, body.front[0])
    draw_arms(pen, who, body, [limb for limb in before if limb not in raised])


def _on_back(pen: Pen, body: Bones, grown: Held) -> None:
    """What grows between the shoulders, turned as the trunk is."""
    at, ahead = body.chest.at, body.front[0]
    pen.canvas.save()
    behind = 0.5 if grown.manner == "back" else 1.5
    pen.canvas.translate(at[0] - behind * body.build.chest_r * ahead, at[1])
    pen.canvas.rotate(body.torso_tilt_deg)
    grown.paint(pen, (0.0, 0.0), ahead)
    pen.canvas.restore()


def draw_arms(pen: Pen, who: Dressed, body: Bones, limbs: Sequence[Limb]) -> None:
    """Arms with their sleeves, in the order given."""
    for limb in limbs:
        lacking = _lacking(who, near=limb is body.near_arm)
        if lacking != "arm":
            skin = who.kind.head.skin
            has_hand = lacking != "hand" and not hides_hands(who.traits)
            draw_arm(pen, body, who.outfit, skin, limb, has_hand=has_hand)


def _lacking(who: Dressed, *, near: bool) -> str:
    """The part that is missing of a limb: of the near one, or of both."""
    lacks = "foots" if who.face.lacks == "feet" else who.face.lacks
    return lacks.removesuffix("s") if near or lacks.endswith("s") else ""


def draw_trunk(pen: Pen, who: Dressed, body: Bones) -> None:
    """Legs, neck and trunk, dressed."""
    skin = who.kind.head.skin
    lacking = tuple(_lacking(who, near=near) for near in (False, True))
    draw_legs(pen, body, who.outfit, skin, lacking)
    r = 0.27 * who.kind.build.head
    top = along(body.chest.at, body.head.at, 0.5) if who.face.lacks == "head" else body.head.at
    pen.part([hull([(*body.chest.at, r * 1.1), (*top, r)])], skin)
    draw_torso(pen, body, who.outfit)
    draw_trim(pen, body, who.outfit)
    paint_bulges(pen, body, who.outfit, who.traits)


def _between_hands(body: Bones) -> tuple[float, float]:
    return along(body.near_arm.tip.at, body.far_arm.tip.at, 0.5)


def _arms(body: Bones) -> tuple[list[Limb], list[Limb]]:
    """The arms behind the trunk, and those before it."""
    arms = [body.far_arm, body.near_arm]
    if abs(body.front[0]) > 0.35:
        return arms[:1], arms[1:]
    behind = [a for a in arms if a.end.depth < -0.03]
    return behind, [a for a in arms if a not in behind]


def _at_head(pen: Pen, who: Dressed, body: Bones, draw: Callable[[float], None]) -> None:
    """Call `draw(yaw)` with the canvas in the head's own measure."""
    canvas, r = pen.canvas, who.kind.build.head
    canvas.save()
    canvas.translate(*body.head.at)
    canvas.rotate(body.head_tilt_deg)
    canvas.scale(r, r)
    line, pen.line = pen.line, pen.line / r
    rim, pen.rim = pen.rim, pen.rim / r
    wash, pen.wash_scale = pen.wash_scale, pen.wash_scale / r * 0.8
    yaw = body.head_yaw - 14 * math.sin(math.radians(body.yaw))
    if math.sin(math.radians(yaw)) < 0:
        canvas.scale(-1, 1)
        yaw = -yaw
    draw(yaw)
    pen.line, pen.rim, pen.wash_scale = line, rim, wash
    canvas.restore()


def draw_hair_tail(pen: Pen, who: Dressed, body: Bones, sway: float) -> None:
    """The hair that hangs behind."""
    if who.face.lacks in ("head", "hair"):
        return
    head = who.kind.head
    lag = min(1.0, max(0.0, body.pose.trail)) + 0.05 * sway
    reach = {"loose": 3.2, "braid": 2.4, "long": 2.0, "ponytail": 1.7}.get(head.hair, 1.0)
    _at_head(pen, who, body, lambda yaw: draw_tail(pen, head, yaw, lag, reach))


def draw_head(pen: Pen, who: Dressed, body: Bones) -> None:
    """The head with face, hair and hat."""
    if who.face.lacks == "head":
        return
    head = who.kind.head
    if who.face.lacks == "hair":
        head = replace(head, hair="bald", hat="")

    def draw(yaw: float) -> None:
        draw_skull(pen, head, who.face, yaw)
        draw_beard(pen, head, yaw)
        draw_cap(pen, head, yaw)
        draw_ear(pen, head, yaw)
        if who.face.lacks != "eyes":
            draw_glasses(pen, head, yaw)
        paint_face(pen, yaw, who.traits)
        draw_locks(pen, head, yaw)
        draw_hat(pen, head, yaw)
        if who.menace:
            _burning_eyes(pen, yaw)

    _at_head(pen, who, body, draw)


def _burning_eyes(pen: Pen, yaw: float) -> None:
    """Two lights in a dark face."""
    for longitude in (-23.0, 23.0):
        x, width = spot_on(yaw, longitude)
        if width > 0.12:
            pen.glow(
                ellipse(x * 0.84, 0.04, 0.24 * max(0.5, width), 0.17), with_alpha(_EMBER, 0.35)
            )
            pen.glow(ellipse(x * 0.84, 0.04, 0.13 * max(0.5, width), 0.085), _EMBER)


_EMBER = mix(rgb(255, 214, 120), rgb(255, 120, 60), 0.25)
