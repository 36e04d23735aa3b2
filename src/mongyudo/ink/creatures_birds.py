"""Birds: one rig that stands, walks, pecks, swims, sleeps and flies.

Measures are shares of the standing height; all face right; the ground is y = 0.
"""

import math
from dataclasses import dataclass

import skia

from mongyudo.ink.creatures_act import Act
from mongyudo.ink.creatures_bills import Face, draw_face
from mongyudo.ink.creatures_pen import DARK, BeastPen, chain, elbow, polar, union
from mongyudo.ink.creatures_wings import (
    GLIDE,
    Beat,
    Plumage,
    Wing,
    beat_at,
    draw_folded,
    draw_plumage,
    draw_wing,
)
from mongyudo.ink.figures_pen import (
    Colour,
    Point,
    along,
    bend,
    mix,
    polygon,
    rgb,
    ribbon,
    smooth,
)

_SHANK: Colour = rgb(150, 112, 70)


@dataclass(frozen=True, slots=True)
class Bird:
    """A species. `body` holds half the trunk's length and half its depth, `tilt_deg` its rise when
    standing; `neck` is (length, rise in degrees, half width); `leg` (length, half width); `foot`
    claw, web or talon."""

    coat: Colour
    belly: Colour
    wing: Wing
    tail: Plumage
    face: Face
    body: tuple[float, float] = (0.40, 0.23)
    tilt_deg: float = 24.0
    neck: tuple[float, float, float] = (0.16, 56.0, 0.13)
    leg: tuple[float, float] = (0.26, 0.018)
    leg_colour: Colour = _SHANK
    foot: str = "claw"
    back: Colour = 0
    saddle: Colour = 0
    height_m: float = 0.3


@dataclass(frozen=True, slots=True)
class _Stance:
    """How the bird holds itself: the trunk's middle, its rise, the neck's rise, the head's dip."""

    at: Point
    tilt_deg: float
    neck_deg: float
    nod_deg: float = 0.0
    beat: Beat | None = None
    legs: str = "stand"
    gape: float = 0.0
    asleep: bool = False
    turned: bool = False
    stretch: float = 1.0


def draw_bird(pen: BeastPen, act: Act, *, bird: Bird) -> None:
    """One bird at a moment."""
    turn = math.tau * act.phase
    stance = _stance_of(bird, act)
    if stance.beat is not None:
        shoulder = _place(bird, stance, 0.30, 0.34)
        draw_wing(pen, bird.wing, stance.beat, shoulder, near=False)
    _legs(pen, bird, stance, act, near=False)
    _tail(pen, bird, stance, turn)
    _trunk(pen, bird, stance, act)
    _legs(pen, bird, stance, act, near=True)
    if stance.beat is not None:
        draw_wing(pen, bird.wing, stance.beat, _place(bird, stance, 0.26, 0.20), near=True)
    else:
        draw_folded(pen, bird.wing, lambda s, v: _place(bird, stance, s, v))


def _tail(pen: BeastPen, bird: Bird, stance: _Stance, turn: float) -> None:
    """The tail, held clear of the ground."""
    root = _place(bird, stance, -0.80, 0.12)
    drop = stance.tilt_deg
    if stance.beat is None:
        room = (-root[1] - 0.10) / bird.tail.length
        drop = min(drop, math.degrees(math.asin(max(-0.2, min(1.0, room)))) - 4)
        if bird.tail.form in ("train", "streamers"):
            drop -= 16
    draw_plumage(pen, bird.tail, root, 180 + drop, bird.body[1], turn)


def _place(bird: Bird, stance: _Stance, share: float, height: float) -> Point:
    """A spot of the trunk: `share` -1 tail .. 1 breast, `height` -1 belly .. 1 back."""
    a = math.radians(stance.tilt_deg)
    u, v = share * bird.body[0], height * bird.body[1]
    x, y = stance.at
    return (x + u * math.cos(a) - v * math.sin(a), y - u * math.sin(a) - v * math.cos(a))


def _standing(bird: Bird, breath: float) -> _Stance:
    height = bird.leg[0] + bird.body[1] * 0.9
    return _Stance((0.0, -height - 0.006 * breath), bird.tilt_deg, bird.neck[1] + 2 * breath)


def _stance_of(bird: Bird, act: Act) -> _Stance:
    turn = math.tau * act.phase
    gape = 0.75 if act.menace else 0.0
    if act.motion in ("fly", "float", "fall", "bound", "attack"):
        return _in_flight(bird, act, gape)
    stand = _standing(bird, math.sin(turn))
    x, y = stand.at
    if act.motion in ("walk", "run", "crawl"):
        bob = 0.02 * math.cos(2 * turn)
        nod = 7.0 * math.sin(2 * turn)
        return _Stance((x, y + bob), bird.tilt_deg - 4, bird.neck[1] + nod, 0.0, None, "walk", gape)
    if act.motion in ("eat", "bite"):
        dip = 0.5 - 0.5 * math.cos(2 * turn)
        neck = bird.neck[1] - (bird.neck[1] + 62) * dip
        return _Stance((x, y), bird.tilt_deg - 30 * dip, neck, 40 * dip, None, "stand",
                       max(gape, 0.3 * dip))  # fmt: skip
    if act.motion in ("sit", "lie", "sleep", "coil", "swim"):
        return _resting(bird, act, gape)
    if act.motion in ("rise", "shake"):
        beat = Beat(38 + 14 * math.sin(turn), 50 + 22 * math.sin(turn))
        return _Stance((x, y), bird.tilt_deg + 14, bird.neck[1] + 6, -8.0, beat, "stand",
                       max(gape, 0.5))  # fmt: skip
    return _Stance((x, y), bird.tilt_deg - (6 if act.menace else 0),
                   stand.neck_deg - 14 * (gape > 0),
                   0.0, None, "stand", gape, turned=act.motion == "look_back")  # fmt: skip


def _resting(bird: Bird, act: Act, gape: float) -> _Stance:
    turn = math.tau * act.phase
    asleep = act.motion in ("sleep", "coil") and not act.menace
    low = bird.body[1] * (0.95 if act.motion != "swim" else 0.62)
    neck = bird.neck[1] * (0.55 if asleep else 1.0)
    return _Stance((0.0, -low - 0.010 * math.sin(turn)), 8.0, neck, 26.0 if asleep else 0.0, None,
                   "none", gape, asleep=asleep, stretch=0.55 if asleep else 1.0)  # fmt: skip


def _in_flight(bird: Bird, act: Act, gape: float) -> _Stance:
    turn = math.tau * act.phase
    beat = GLIDE if act.motion == "float" else beat_at(act.phase)
    if act.motion == "float":
        beat = Beat(16 + 5 * math.sin(turn), 8 + 7 * math.sin(turn))
    bob = -0.05 * math.cos(turn + 0.5)
    neck = 12.0 if bird.neck[0] < 0.3 else 4.0
    tilt, legs, x = 4.0, "trail", 0.0
    if act.motion == "attack":
        thrust = math.sin(turn - 0.6)
        tilt, legs, neck, x = 26.0 + 8 * thrust, "strike", 4.0, 0.10 * thrust
        gape = max(gape, 0.8)
    if act.motion == "fall":
        tilt, beat = -38.0 + 14 * math.sin(turn), Beat(70 + 8 * math.sin(turn), 92.0)
    return _Stance((x, -0.62 + bob), tilt, neck, 0.0, beat, legs, gape)


def _trunk(pen: BeastPen, bird: Bird, stance: _Stance, act: Act) -> None:
    """Body, neck and head."""
    deep = bird.body[1]
    spine = [
        _place(bird, stance, s, v)
        for s, v in (
            (-1.0, 0.10),
            (-0.70, 0.06),
            (-0.25, 0.0),
            (0.25, 0.0),
            (0.66, 0.08),
            (0.96, 0.20),
        )
    ]
    widths = [deep * w for w in (0.16, 0.50, 0.90, 1.0, 0.80, 0.36)]
    trunk = ribbon(spine, widths)
    neck, at = _neck(bird, stance)
    whole = [trunk, *neck]
    pen.part(whole, bird.coat)
    skin = union(whole)
    _colours(pen, bird, stance, skin, neck)
    pen.shade_over(skin, mix(bird.coat, DARK, 0.7), mix(bird.coat, DARK, 0.4), 0.34)
    nod = -stance.nod_deg if stance.turned else stance.nod_deg
    with pen.placed(at, bird.face.radius, nod, flipped=stance.turned):
        draw_face(
            pen, bird.face, bird.coat, gape=stance.gape, asleep=stance.asleep, menace=act.menace
        )


def _colours(
    pen: BeastPen, bird: Bird, stance: _Stance, skin: skia.Path, neck: list[skia.Path]
) -> None:
    if bird.belly != bird.coat:
        low = [
            _place(bird, stance, s, v)
            for s, v in ((-1.1, -0.15), (-0.3, -0.34), (0.4, -0.30), (1.0, -0.1))
        ]
        rim = [_place(bird, stance, s, v) for s, v in ((1.3, -0.6), (0.6, -1.6), (-0.8, -1.6))]
        pen.marks(skin, [smooth([*low, *rim])], bird.belly)
    if bird.back:
        pen.marks(skin, neck, bird.back)
    if bird.saddle:
        patch = [
            _place(bird, stance, s, v)
            for s, v in ((0.5, 0.2), (0.1, -0.5), (-0.3, -0.2), (0.0, 0.6))
        ]
        pen.marks(skin, [smooth(patch)], bird.saddle)


def _neck(bird: Bird, stance: _Stance) -> tuple[list[skia.Path], Point]:
    """The neck's pieces, and where the head is."""
    length, _, wide = bird.neck
    length *= stance.stretch
    root = _place(bird, stance, 0.66, 0.28)
    aim = 180 - stance.neck_deg if stance.turned else stance.neck_deg
    aim = max(aim, 70.0) if stance.turned else aim
    end = polar(root, aim, length + bird.body[1] * 0.5)
    middle = along(root, end, 0.5)
    if length > 0.3:
        flying = stance.beat is not None and stance.legs == "trail"
        bow = 0.0 if flying else length * 0.20
        middle = polar(middle, stance.neck_deg - 90, bow)
    curve = bend([root, middle, end], 7)
    r = bird.face.radius
    circles = []
    for k, (x, y) in enumerate(curve):
        s = k / 6
        start = min(bird.body[1] * 0.8, wide * 1.7)
        circles.append((x, y, start * (1 - s) ** 1.6 + wide * min(1.0, 1.6 * s) * (1 - 0.18 * s)))
    at = polar(end, aim, r * 0.35)
    return chain(circles), at


def _legs(pen: BeastPen, bird: Bird, stance: _Stance, act: Act, *, near: bool) -> None:
    if stance.legs == "none":
        return
    long, wide = bird.leg
    colour = bird.leg_colour if near else mix(bird.leg_colour, DARK, 0.3)
    root = _place(bird, stance, -0.02 if near else 0.14, -0.62)
    foot, lifted = _foot(bird, stance, act, root, near=near)
    thigh, shank = long * 0.46 + 0.05, long * 0.66 + 0.02
    knee = elbow(root, foot, thigh, shank, -1.0)
    feather = chain([(*root, bird.body[1] * 0.36), (*along(root, knee, 0.72), wide * 1.7)])
    bones = [root, along(root, knee, 0.9), knee, along(knee, foot, 0.1), foot]
    pen.line_of(smooth(bones, closed=False), wide * 2, colour)
    pen.part(
        feather,
        mix(bird.belly if bird.belly != bird.coat else bird.coat, DARK, 0.0 if near else 0.25),
    )
    _toes(pen, bird, foot, lifted, colour)


def _foot(bird: Bird, stance: _Stance, act: Act, root: Point, *, near: bool) -> tuple[Point, float]:
    """Where a foot is, and how far its toes hang."""
    long = bird.leg[0]
    shift = 0.02 if near else 0.10
    if stance.legs == "walk":
        p = (act.phase + (0.0 if near else 0.5)) % 1.0
        reach = _reach(bird)
        if p < _DUTY:
            return (shift + reach * (0.5 - p / _DUTY), 0.0), 0.0
        q = (p - _DUTY) / (1 - _DUTY)
        lift = min(0.2, long * 0.45) * math.sin(math.pi * q)
        return (shift + reach * (q - 0.5), -lift), 40 * math.sin(math.pi * q)
    if stance.legs == "trail":
        back = polar(root, 186.0 if near else 190.0, long * 1.05 + 0.04)
        return (back[0], back[1] + 0.03), 150.0
    if stance.legs == "strike":
        reach = 0.10 * math.sin(math.tau * act.phase - 0.6)
        return polar(root, -38.0 if near else -26.0, long * 1.02 + 0.08 + reach), -20.0
    return (shift, 0.0), 0.0


_DUTY = 0.6


def _reach(bird: Bird) -> float:
    return min(0.42, 0.16 + bird.leg[0] * 0.5)


def stride_of(bird: Bird, motion: str) -> float:
    """The way of one round over the ground; 0 for motions that lead nowhere."""
    return _reach(bird) / _DUTY if motion in ("walk", "run", "crawl") else 0.0


def _toes(pen: BeastPen, bird: Bird, foot: Point, hang: float, colour: Colour) -> None:
    size = max(0.07, bird.leg[0] * 0.34, bird.body[1] * 0.42)
    with pen.placed(foot, size, hang):
        if bird.foot == "web":
            pen.part([polygon([(-0.2, -0.1), (1.15, -0.12), (1.2, 0.0), (-0.1, 0.0)])], colour)
            return
        thick = 0.34 if bird.foot == "talon" else 0.22
        for tip in ((1.0, -0.02), (0.72, -0.16), (-0.5, -0.02)):
            pen.line_of(
                smooth([(0.0, -0.08), (tip[0] * 0.6, tip[1] - 0.08), tip], closed=False),
                thick,
                colour,
            )
        if bird.foot == "talon":
            for x in (1.0, 0.72, -0.5):
                pen.fill(polygon([(x - 0.05, -0.2), (x + 0.2, -0.1), (x + 0.16, 0.16)]), DARK)
