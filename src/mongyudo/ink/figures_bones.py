"""The puppet's bones: a small three-dimensional skeleton seen from any side.

Body axes: f forward, u up, l to the body's own left. At yaw 90 the body faces right in profile, at
0 it faces the viewer, at 180 it shows its back.
"""

import math
from dataclasses import dataclass

from mongyudo.ink.poses import Pose

Vec = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Build:
    """Proportions as shares of the standing height, and the widths (radii) of the parts.

    `reach` stretches everything so that the figure stands 1 high.
    """

    head: float = 0.112
    neck: float = 0.030
    torso: float = 0.262
    thigh: float = 0.232
    shin: float = 0.226
    upper_arm: float = 0.142
    forearm: float = 0.130
    foot: float = 0.058
    shoulders: float = 0.078
    hips: float = 0.046
    chest_r: float = 0.052
    belly_r: float = 0.050
    hip_r: float = 0.060
    arm_r: float = 0.0225
    leg_r: float = 0.034
    hunch: float = 0.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A joint on the picture: x right, y down (ground 0), depth towards the viewer."""

    x: float
    y: float
    depth: float

    @property
    def at(self) -> tuple[float, float]:
        """The joint's place on the picture."""
        return (self.x, self.y)


@dataclass(frozen=True, slots=True)
class Limb:
    """Root, middle joint, end, and for legs the toe (for arms the finger tips)."""

    root: Spot
    mid: Spot
    end: Spot
    tip: Spot


@dataclass(frozen=True, slots=True)
class Bones:
    """All joints of one pose on the picture. `yaw` is the body's, `head_yaw` the head's."""

    pelvis: Spot
    waist: Spot
    chest: Spot
    neck: Spot
    head: Spot
    near_arm: Limb
    far_arm: Limb
    near_leg: Limb
    far_leg: Limb
    hip_near: Spot
    hip_far: Spot
    front: tuple[float, float]
    head_tilt_deg: float
    torso_tilt_deg: float
    yaw: float
    head_yaw: float
    build: Build
    pose: Pose

    @property
    def legs(self) -> tuple[Limb, Limb]:
        """Far leg first."""
        return (self.far_leg, self.near_leg)


class _Eye:
    """Projects body vectors onto the picture."""

    def __init__(self, yaw: float) -> None:
        self.sin = math.sin(math.radians(yaw))
        self.cos = math.cos(math.radians(yaw))

    def spot(self, vec: Vec) -> Spot:
        f, u, side = vec
        return Spot(f * self.sin + side * self.cos, -u, f * self.cos - side * self.sin)


def _way(angle: float, spread: float = 0.0, side: float = 0.0) -> Vec:
    """The direction of a hanging limb swung forward by `angle` and sideways by `spread`."""
    a, s = math.radians(angle), math.radians(spread)
    return (math.sin(a) * math.cos(s), -math.cos(a) * math.cos(s), side * math.sin(s))


def _go(start: Vec, way: Vec, length: float) -> Vec:
    return (
        start[0] + way[0] * length,
        start[1] + way[1] * length,
        start[2] + way[2] * length,
    )


def bones(build: Build, pose: Pose, yaw: float) -> Bones:
    """The joints of `pose` seen at `yaw`, set down so that the lowest one is `lift` above 0."""
    body = _body(build, pose)
    ground = min(v[1] - r for v, r in body.lowest) - pose.lift
    eye = _Eye(yaw)

    def put(vec: Vec) -> Spot:
        return eye.spot((vec[0], vec[1] - ground, vec[2]))

    def limb(joints: tuple[Vec, Vec, Vec, Vec]) -> Limb:
        return Limb(*(put(j) for j in joints))

    tilt = pose.pitch + pose.lean + pose.curl + build.hunch + pose.nod - build.hunch * 0.8
    return Bones(
        put(body.pelvis), put(body.waist), put(body.chest), put(body.neck), put(body.head),
        limb(body.near_arm), limb(body.far_arm), limb(body.near_leg), limb(body.far_leg),
        put(body.near_leg[0]), put(body.far_leg[0]),
        (eye.sin, eye.cos), tilt * eye.sin + pose.roll * abs(eye.cos),
        (pose.pitch + pose.lean) * eye.sin + pose.roll * abs(eye.cos),
        yaw, yaw - pose.look, build, pose,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Body:
    pelvis: Vec
    waist: Vec
    chest: Vec
    neck: Vec
    head: Vec
    near_arm: tuple[Vec, Vec, Vec, Vec]
    far_arm: tuple[Vec, Vec, Vec, Vec]
    near_leg: tuple[Vec, Vec, Vec, Vec]
    far_leg: tuple[Vec, Vec, Vec, Vec]
    lowest: tuple[tuple[Vec, float], ...]


def _body(build: Build, pose: Pose) -> _Body:
    low = pose.pitch + pose.lean + build.hunch * 0.4
    high = low + pose.curl + build.hunch * 0.6
    pelvis = (0.0, 0.0, 0.0)
    waist = _go(pelvis, _up(low, pose.roll), build.torso * 0.45)
    chest = _go(waist, _up(high, pose.roll), build.torso * 0.55)
    crown = high + pose.nod - build.hunch * 0.8
    neck = _go(chest, _up(high + 0.4 * pose.nod, pose.roll), build.neck)
    head = _go(neck, _up(crown, pose.roll), build.head * 0.92)
    near_arm = _arm(build, pose, chest, near=True)
    far_arm = _arm(build, pose, chest, near=False)
    near_leg = _leg(build, pose, near=True)
    far_leg = _leg(build, pose, near=False)
    lowest: list[tuple[Vec, float]] = [
        (pelvis, build.hip_r * 0.82),
        (head, build.head),
        (chest, 0.05),
    ]
    for leg in (near_leg, far_leg):
        lowest += [(leg[1], build.leg_r), (leg[2], 0.022), (leg[3], 0.012)]
    for arm in (near_arm, far_arm):
        lowest += [(arm[1], build.arm_r), (arm[3], 0.01)]
    return _Body(
        pelvis, waist, chest, neck, head, near_arm, far_arm, near_leg, far_leg, tuple(lowest)
    )


def _up(angle: float, roll: float) -> Vec:
    f, u, _ = _way(angle)
    r = math.radians(roll)
    return (f, -u * math.cos(r), math.sin(r))


def _arm(build: Build, pose: Pose, chest: Vec, *, near: bool) -> tuple[Vec, Vec, Vec, Vec]:
    side = -1.0 if near else 1.0
    swing, spread, elbow, inward = (
        (pose.near_swing, pose.near_spread, pose.near_elbow, pose.near_in)
        if near
        else (pose.far_swing, pose.far_spread, pose.far_elbow, pose.far_in)
    )
    t = math.radians(pose.twist)
    root = (
        chest[0] - side * math.sin(t) * build.shoulders,
        chest[1] - 0.018,
        chest[2] + side * math.cos(t) * build.shoulders,
    )
    upper = _way(swing - pose.pitch, spread, side)
    lower = _way(swing + elbow - pose.pitch, spread - inward, side)
    mid = _go(root, upper, build.upper_arm)
    end = _go(mid, lower, build.forearm)
    return (root, mid, end, _go(end, lower, 0.03))


def _leg(build: Build, pose: Pose, *, near: bool) -> tuple[Vec, Vec, Vec, Vec]:
    side = -1.0 if near else 1.0
    swing, apart, knee, foot = (
        (pose.near_leg, pose.near_apart, pose.near_knee, pose.near_foot)
        if near
        else (pose.far_leg, pose.far_apart, pose.far_knee, pose.far_foot)
    )
    root = (0.0, 0.0, side * build.hips)
    mid = _go(root, _way(swing - pose.pitch, apart, side), build.thigh)
    shin = swing - knee
    end = _go(mid, _way(shin - pose.pitch, apart, side), build.shin)
    toe = _way(90 + shin * 0.45 + foot - pose.pitch, 0.0, side)
    return (root, mid, end, _go(end, toe, build.foot))
