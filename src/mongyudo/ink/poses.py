"""Poses of the puppet and the motions made of them.

Angles are degrees. Arms and legs hang at 0 and swing forward with positive angles; they do not
follow the trunk's lean, but they follow `pitch`, which tips the whole body forward around the hip.
A motion is a cycle of key poses, or a one-shot gesture that ends in its last key.
"""

from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Literal

import numpy as np

Mode = Literal["cycle", "once"]


@dataclass(frozen=True, slots=True)
class Pose:
    """One still posture. `near`/`far` are the right and left limbs of one who faces right.

    `lean`, `curl`: trunk forward, upper trunk further forward. `nod` head forward, `look` head
    turned aside (positive towards the viewer), `roll` sideways lean, `twist` shoulders about the
    spine. Arms: swing, spread (sideways), elbow, inward (forearm towards the middle). Legs: swing,
    spread, knee, foot (positive: toes up). `lift` is the height above the ground in body heights.
    """

    lean: float = 0.0
    curl: float = 0.0
    nod: float = 0.0
    look: float = 0.0
    roll: float = 0.0
    twist: float = 0.0
    pitch: float = 0.0
    lift: float = 0.0
    trail: float = 0.0
    near_swing: float = 4.0
    near_spread: float = 8.0
    near_elbow: float = 12.0
    near_in: float = 0.0
    far_swing: float = 4.0
    far_spread: float = 8.0
    far_elbow: float = 12.0
    far_in: float = 0.0
    near_leg: float = 2.0
    near_apart: float = 2.0
    near_knee: float = 3.0
    near_foot: float = 0.0
    far_leg: float = -2.0
    far_apart: float = 2.0
    far_knee: float = 3.0
    far_foot: float = 0.0

    def swapped(self) -> "Pose":
        """The same moment half a step later: near and far limbs exchanged."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        for name in list(values):
            if name.startswith("near_"):
                other = name.replace("near_", "far_")
                values[name], values[other] = getattr(self, other), getattr(self, name)
        values["twist"] = -self.twist
        return Pose(**values)


_NUMBERS = attrgetter(*(f.name for f in fields(Pose)))


@dataclass(frozen=True, slots=True)
class Motion:
    """Key poses with their moments, 0..1 of `period_s`; a cycle returns to its first key.

    `flies`: the feet do not belong on the ground, so no contact shadow is drawn. `mark`: what the
    motion needs beside the body (a rope, a seat). `face`: the expression that it forces.
    `speaks`: the mouth opens and closes, softly or loud. `whirls`: the body turns once round itself
    in a period.
    """

    keys: tuple[tuple[float, Pose], ...]
    period_s: float
    mode: Mode = "cycle"
    phases: int = 8
    flies: bool = False
    mark: str = ""
    face: str = ""
    speaks: str = ""
    whirls: bool = False


def pose_at(motion: Motion, phase: float) -> Pose:
    """The pose at `phase` 0..1, smoothly between the keys."""
    moments = [m for m, _ in motion.keys]
    poses = [np.array(_NUMBERS(p), dtype=float) for _, p in motion.keys]
    if len(poses) == 1:
        return motion.keys[0][1]
    if motion.mode == "cycle":
        return _cyclic(moments, poses, phase % 1.0)
    return _onward(moments, poses, min(1.0, max(0.0, phase)))


def _cyclic(moments: list[float], poses: list[np.ndarray], phase: float) -> Pose:
    count = len(poses)
    i = max((k for k in range(count) if moments[k] <= phase), default=count - 1)
    after = moments[i + 1] if i + 1 < count else 1.0 + moments[0]
    t = (phase - moments[i]) / max(after - moments[i], 1e-6)
    p0, p1, p2, p3 = (poses[(i + k) % count] for k in (-1, 0, 1, 2))
    curve = 0.5 * (
        2 * p1
        + (p2 - p0) * t
        + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2
        + (3 * p1 - p0 - 3 * p2 + p3) * t**3
    )
    return Pose(*(float(v) for v in curve))


def _onward(moments: list[float], poses: list[np.ndarray], phase: float) -> Pose:
    i = max((k for k in range(len(poses)) if moments[k] <= phase), default=0)
    if i + 1 >= len(poses):
        return Pose(*(float(v) for v in poses[-1]))
    t = (phase - moments[i]) / max(moments[i + 1] - moments[i], 1e-6)
    eased = t * t * (3 - 2 * t)
    return Pose(*(float(v) for v in poses[i] * (1 - eased) + poses[i + 1] * eased))


def mixed(first: Pose, second: Pose, share: float) -> Pose:
    """The pose `share` 0..1 of the way from `first` to `second`."""
    pairs = zip(_NUMBERS(first), _NUMBERS(second), strict=True)
    return Pose(*(a + (b - a) * share for a, b in pairs))


def cycle(period_s: float, *poses: Pose, phases: int = 8, flies: bool = False) -> Motion:
    """A loop through evenly spaced poses."""
    keys = tuple((i / len(poses), p) for i, p in enumerate(poses))
    return Motion(keys, period_s, phases=phases, flies=flies)


def strides(period_s: float, *half: Pose, phases: int = 8) -> Motion:
    """A gait: the poses of one step, then the same with the sides exchanged."""
    return cycle(period_s, *half, *(p.swapped() for p in half), phases=phases)


def breathing(pose: Pose, *, period_s: float = 3.4, depth: float = 1.0) -> Motion:
    """A held posture that breathes."""
    full = replace(
        pose,
        curl=pose.curl - 1.6 * depth,
        nod=pose.nod - 1.2 * depth,
        near_elbow=pose.near_elbow + 1.6 * depth,
        far_elbow=pose.far_elbow + 1.6 * depth,
        near_spread=pose.near_spread + 1.2 * depth,
        far_spread=pose.far_spread + 1.2 * depth,
    )
    return cycle(period_s, pose, full, phases=8)


def trembling(pose: Pose, *, strength: float = 1.0, period_s: float = 0.5) -> Motion:
    """A held posture that shakes."""
    a = replace(pose, roll=pose.roll + 0.9 * strength, nod=pose.nod + 1.5 * strength)
    b = replace(
        pose,
        roll=pose.roll - 0.9 * strength,
        near_elbow=pose.near_elbow + 3 * strength,
        far_elbow=pose.far_elbow - 3 * strength,
    )
    c = replace(pose, curl=pose.curl + 1.5 * strength, roll=pose.roll + 0.5 * strength)
    return cycle(period_s, a, b, c, phases=8)


def once(period_s: float, *keys: tuple[float, Pose], phases: int = 8) -> Motion:
    """A gesture made one time; its last pose is held."""
    return Motion(tuple(keys), period_s, mode="once", phases=phases)
