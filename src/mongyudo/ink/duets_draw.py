"""How two people are drawn as one: arms that reach, and who is before whom."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from mongyudo.ink.duets import DUETS, Duet, Hold, Place
from mongyudo.ink.figures import (
    Dressed,
    draw_arms,
    draw_hair_tail,
    draw_head,
    draw_trunk,
)
from mongyudo.ink.figures_bones import Bones, Build, Limb, Spot, bones
from mongyudo.ink.figures_pen import INK, Pen, Point, along, ellipse, rgb, smooth
from mongyudo.ink.figures_stride import stride_of
from mongyudo.ink.figures_tools import draw_extra
from mongyudo.ink.poses import Pose, mixed, pose_at
from mongyudo.ink.poses_keys import arms
from mongyudo.ink.poses_motions import MOTIONS_TABLE

_KNEE = 0.05
"""How much farther off a child stands of one who kneels before it, in heights of the first."""

SMALLER = 0.74
"""Below this share of the first's height the second is a child to whom one bends down."""


@dataclass(frozen=True)
class Standing:
    """One of the two at a moment: joints in own heights, and where that is on the picture."""

    who: Dressed
    body: Bones
    x: float = 0.0
    y: float = 0.0
    size: float = 1.0
    turned: bool = False
    tone: Pen | None = None

    def out(self, spot: Point) -> Point:
        """A spot of the own body on the picture."""
        sign = -1.0 if self.turned else 1.0
        return (self.x + sign * self.size * spot[0], self.y + self.size * spot[1])

    def own(self, spot: Point) -> Point:
        """A spot of the picture in the own measure."""
        sign = -1.0 if self.turned else 1.0
        return (sign * (spot[0] - self.x) / self.size, (spot[1] - self.y) / self.size)


def pair_at(
    duet: Duet, whos: tuple[Dressed, Dressed], sizes: float, phase: float
) -> list[Standing]:
    """Both at `phase`, their hands on their places; `sizes` is the second's height over the
    first's."""
    low = duet.low if duet.low is not None and _bends_down(duet, sizes) else duet.first
    bodies = [
        bones(who.kind.build, pose_at(motion, phase), yaw)
        for who, motion, yaw in zip(whos, (low, duet.second), duet.yaws, strict=True)
    ]
    first = Standing(whos[0], bodies[0])
    second = Standing(whos[1], bodies[1], size=sizes, turned=duet.faces)
    both = [first, _placed(duet, first, second)]
    for hold in duet.holds:
        both[hold.of] = _holding(hold, both, phase)
    return both


def coming_at(
    duet: Duet, whos: tuple[Dressed, Dressed], sizes: float, share: float
) -> list[Standing]:
    """Both on their way to one another, arms going up; at `share` 1 they have met.

    Who kneels to a child waits for it.
    """
    gone = _eased(share)
    kneels = _bends_down(duet, sizes)
    motions = (duet.low if kneels and duet.low is not None else duet.first, duet.second)
    poses = [
        pose_at(motion, 0.0)
        if kneels and k == 0
        else _stepping(pose_at(motion, 0.0), duet.rush * gone / size, share)
        for k, (motion, size) in enumerate(zip(motions, (1.0, sizes), strict=True))
    ]
    bodies = [
        bones(who.kind.build, pose, yaw)
        for who, pose, yaw in zip(whos, poses, duet.yaws, strict=True)
    ]
    left = duet.rush * (1 - gone)
    first = Standing(whos[0], bodies[0])
    second = _placed(duet, first, Standing(whos[1], bodies[1], size=sizes, turned=duet.faces))
    both = [replace(first, x=0.0 if kneels else -left), replace(second, x=second.x + left)]
    for hold in duet.holds if share > _TOUCHING else ():
        both[hold.of] = _holding(hold, both, 0.0)
    return both


_TOUCHING = 0.86
"""The share of the approach after which hands are laid on."""


def _stepping(last: Pose, way: float, share: float) -> Pose:
    """A step of the walk after `way` heights, growing into the pose `last`."""
    walk = MOTIONS_TABLE["walk"]
    step = pose_at(walk, way / stride_of(walk, Build(), 66.0).length)
    open_armed = arms(step, 62, 26, 16, 6)
    step = mixed(step, open_armed, _eased(min(1.0, share / 0.6)))
    return mixed(step, last, _eased(max(0.0, (share - 0.7) / 0.3)))


def _eased(share: float) -> float:
    return share * share * (3 - 2 * share)


def fitted(duet: Duet, whos: tuple[Dressed, Dressed], sizes: float) -> Duet:
    """`duet` with the two as near to one another as their arms need."""
    if duet.seat is not None:
        return duet
    nearer = [replace(duet, apart=duet.apart * (1 - 0.07 * k)) for k in range(3)]
    return min(nearer, key=lambda d: _out_of_reach(d, whos, sizes) - _ROOMY * d.apart)


_ROOMY = 0.6
"""How much of reach is given for room between two, so that both are seen."""


def _out_of_reach(duet: Duet, whos: tuple[Dressed, Dressed], sizes: float) -> float:
    """How far the hands are from their places, summed over the round."""
    gaps = 0.0
    for phase in (0.0, 0.25, 0.5, 0.75):
        both = pair_at(duet, whos, sizes, phase)
        for hold in duet.holds:
            one = both[hold.of]
            limb = one.body.near_arm if hold.arm == "near" else one.body.far_arm
            gaps += max(0.0, math.dist(one.out(limb.end.at), place_of(hold, both)) - 0.03)
    return gaps


def beside(name: str, sizes: float) -> tuple[float, float]:
    """Where the second's feet are: the way ahead of the first and how far up, in the first's
    heights, at the duet `name`."""
    duet = DUETS[name]
    if duet.seat is None:
        return _apart(duet, sizes), 0.0
    return duet.seat.dx, 0.30


def _apart(duet: Duet, sizes: float) -> float:
    kneeling = _KNEE if _bends_down(duet, sizes) else 0.0
    return duet.apart * (0.42 + 0.58 * sizes) + kneeling


def _bends_down(duet: Duet, sizes: float) -> bool:
    return duet.low is not None and sizes < SMALLER


def _placed(duet: Duet, first: Standing, second: Standing) -> Standing:
    """The second beside the first, or carried."""
    if duet.seat is None:
        return replace(second, x=_apart(duet, second.size), y=-duet.up)
    seat = first.out(_spot(first, duet.seat.place))
    hips = second.out(second.body.pelvis.at)
    return replace(
        second, x=seat[0] + duet.seat.dx - hips[0],
        y=seat[1] + duet.seat.dy + duet.seat.heavy * max(0.0, second.size - 0.6) / 0.4 - hips[1],
    )  # fmt: skip


def _spot(one: Standing, place: Place) -> Point:
    """A place of the body in its own measure."""
    body, build = one.body, one.body.build
    ahead = body.front[0]
    r = build.head
    spots: dict[str, Point] = {
        "back": _moved(along(body.chest.at, body.waist.at, 0.35), -0.75 * build.chest_r * ahead),
        "waist": _moved(body.waist.at, -0.5 * build.belly_r * ahead),
        "shoulder": _moved(body.near_arm.root.at, 0.01 * ahead),
        "nape": body.neck.at,
        "chest": _moved(along(body.chest.at, body.waist.at, 0.2), 0.8 * build.chest_r * ahead),
        "collar": _moved(body.chest.at, 0.6 * build.chest_r * ahead),
        "crown": (body.head.x, body.head.y - r),
        "ear": body.head.at,
        "mouth": _moved((body.head.x, body.head.y + 0.5 * r), 0.9 * r * ahead),
        "thigh": along(body.near_leg.root.at, body.near_leg.mid.at, 0.6),
        "foot": body.near_leg.end.at,
        "near_hand": body.near_arm.tip.at,
        "cup": _moved((body.head.x, body.head.y + 0.55 * r), 1.15 * r * ahead),
    }
    return spots[place]


def _moved(spot: Point, dx: float) -> Point:
    return (spot[0] + dx, spot[1])


def place_of(hold: Hold, both: list[Standing]) -> Point:
    """Where on the picture the hand belongs."""
    one, other = both[hold.of], both[1 - hold.of]
    if hold.place == "between":
        place = along(one.out(one.body.chest.at), other.out(other.body.chest.at), 0.5)
    else:
        bearer = one if hold.place == "cup" else other
        place = bearer.out(_spot(bearer, hold.place))
    ahead = -1.0 if one.turned else 1.0
    small = min(one.size, other.size)
    return (place[0] + ahead * hold.dx * small, place[1] + hold.dy * small)


def _holding(hold: Hold, both: list[Standing], phase: float) -> Standing:
    """The holder with the hand on its place."""
    one = both[hold.of]
    goal = one.own(place_of(hold, both))
    goal = (goal[0], goal[1] + hold.stroke * math.sin(math.tau * phase))
    body = one.body
    if hold.arm == "near":
        return replace(one, body=replace(body, near_arm=reached(body.near_arm, goal, body)))
    return replace(one, body=replace(body, far_arm=reached(body.far_arm, goal, body)))


def reached(limb: Limb, goal: Point, body: Bones) -> Limb:
    """`limb` with its hand at `goal`, or stretched towards it; the elbow hangs."""
    upper, lower = body.build.upper_arm, body.build.forearm + 0.018
    dx, dy = goal[0] - limb.root.x, goal[1] - limb.root.y
    gap = min(max(math.hypot(dx, dy), abs(upper - lower) + 0.02), (upper + lower) * 0.995)
    turn = math.atan2(dy, dx)
    inner = math.acos((upper**2 + gap**2 - lower**2) / (2 * upper * gap))
    elbows = [
        (limb.root.x + upper * math.cos(turn + s * inner),
         limb.root.y + upper * math.sin(turn + s * inner))
        for s in (-1, 1)
    ]  # fmt: skip
    mid = max(elbows, key=lambda spot: spot[1])
    hand = (limb.root.x + gap * math.cos(turn), limb.root.y + gap * math.sin(turn))
    end = along(mid, hand, body.build.forearm / lower)
    tip = along(mid, hand, (body.build.forearm + 0.03) / lower)
    depth = limb.end.depth
    return Limb(limb.root, Spot(*mid, depth), Spot(*end, depth), Spot(*tip, depth))


def draw_pair(pen: Pen, duet: Duet, both: list[Standing], sway: float) -> None:
    """Two people: far arms behind both, near arms before both."""
    front = 1 if duet.seat is not None or _bends_down(duet, both[1].size) else duet.before
    behind, before = both[1 - front], both[front]
    for one in (behind, before):
        _with(pen, one, partial(_draw_back, sway=sway))
    for one in (behind, before):
        _with(pen, one, lambda p, o: draw_arms(p, o.who, o.body, [o.body.far_arm]))
    for one in (behind, before):
        _with(pen, one, lambda p, o: draw_trunk(p, o.who, o.body))
        if duet.seat is None:
            _with(pen, one, lambda p, o: draw_head(p, o.who, o.body))
    if duet.seat is not None:  # who is carried looks over the bearer's shoulder
        for one in (both[1], both[0]):
            _with(pen, one, lambda p, o: draw_head(p, o.who, o.body))
    for one in (before, behind):
        _with(pen, one, lambda p, o: draw_arms(p, o.who, o.body, [o.body.near_arm]))
    if duet.spoon:
        _with(pen, both[0], _draw_spoon)


def _draw_back(pen: Pen, one: Standing, sway: float) -> None:
    draw_extra(pen, one.body, one.who.kind.extra, sway)
    draw_hair_tail(pen, one.who, one.body, sway)


def _draw_spoon(pen: Pen, one: Standing) -> None:
    x, y = one.body.near_arm.tip.at
    pen.canvas.drawPath(
        smooth([(x - 0.02, y - 0.01), (x + 0.06, y - 0.012)], closed=False), pen.brush(INK, 0.010)
    )
    pen.part([ellipse(x + 0.074, y - 0.012, 0.020, 0.012)], rgb(206, 196, 176), shaded=False)


def _with(pen: Pen, one: Standing, draw: Callable[[Pen, Standing], None]) -> None:
    """Call `draw` with the pen in the measure of `one`."""
    own = one.tone or pen
    line, rim, canvas = own.line, own.rim, pen.canvas
    canvas.save()
    canvas.translate(one.x, one.y)
    canvas.scale(-one.size if one.turned else one.size, one.size)
    own.line, own.rim = line / one.size, rim / one.size
    try:
        draw(own, one)
    finally:
        own.line, own.rim = line, rim
        canvas.restore()
