"""How far a person gets with a round of a gait, found from the feet (or knees) on the ground."""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np

from mongyudo.ink.figures_bones import Bones, Build, Spot, bones
from mongyudo.ink.poses import Motion, Pose, pose_at

GAITS = frozenset({
    "walk", "stroll", "trudge", "march", "sneak", "shamble", "run", "carry", "crawl", "stagger",
    "bear_on_head", "bear_on_shoulder", "bear_on_back",
})  # fmt: skip
"""Motions that lead somewhere."""

_STEPS = 48
_SHORTEST = 0.45
"""The shortest steps that somebody takes, as a share of their own; below it they go slower."""

_STRETCHED = ("near_swing", "far_swing", "near_leg", "far_leg", "near_knee", "far_knee",
              "near_foot", "far_foot", "twist")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stride:
    """A gait as it goes over the ground.

    `length` is the way of a round in body heights; `moments` are the phases at `_STEPS` + 1 even
    parts of that way.
    """

    length: float
    moments: tuple[float, ...]

    def phase(self, share: float) -> float:
        """The phase 0..1 at `share` 0..1 of the way."""
        return float(np.interp(share, np.linspace(0, 1, _STEPS + 1), self.moments))


@lru_cache(maxsize=256)
def stride_of(motion: Motion, build: Build, yaw: float) -> Stride:
    """The way of one round of `motion`, as seen at `yaw`."""
    poses = [bones(build, pose_at(motion, k / _STEPS), yaw) for k in range(_STEPS + 1)]
    gone = np.array([_advance(a, b) for a, b in pairwise(poses)])
    held = ~np.isnan(gone)
    even = float(gone[held].mean()) if held.any() else 0.0
    gone = np.where(held, np.maximum(np.nan_to_num(gone), even * 0.15), even)
    way = np.concatenate([[0.0], np.cumsum(gone)])
    if way[-1] < 0.05:
        return Stride(0.0, tuple(np.linspace(0, 1, _STEPS + 1)))
    shares = np.interp(np.linspace(0, 1, _STEPS + 1), way / way[-1], np.linspace(0, 1, _STEPS + 1))
    return Stride(float(way[-1]), tuple(float(s) for s in shares))


def _advance(before: Bones, after: Bones) -> float:
    """How far the body moves over its footing between two moments; NaN in the air.

    Of all that touches the ground, what is left behind fastest bears the weight.
    """
    gone = [
        first.x - last.x
        for (first, r), (last, _) in zip(footing(before), footing(after), strict=True)
        if first.y + last.y + 2 * r > -2 * _CLEAR
    ]
    return max(gone, default=float("nan"))


_CLEAR = 0.012
"""Who is higher than this above the ground, in body heights, does not stand on it."""


def footing(body: Bones) -> list[tuple[Spot, float]]:
    """What may touch the ground, with its half thickness: heels, toes and knees."""
    thick = (0.022, 0.012, body.build.leg_r)
    return [
        pair for leg in body.legs
        for pair in zip((leg.end, leg.tip, leg.mid), thick, strict=True)
    ]  # fmt: skip


def shortened(motion: Motion, share: float) -> Motion:
    """`motion` with steps `share` times as long; 1 leaves it as it is."""
    if share >= 0.98:
        return motion
    middle = {
        name: sum(getattr(pose, name) for _, pose in motion.keys) / len(motion.keys)
        for name in _STRETCHED
    }

    def drawn_in(pose: Pose) -> Pose:
        return replace(
            pose, **{n: m + (getattr(pose, n) - m) * share for n, m in middle.items()}
        )  # fmt: skip

    return replace(motion, keys=tuple((at, drawn_in(pose)) for at, pose in motion.keys))


def fitted(motion: Motion, way: float, seconds: float) -> Motion:
    """`motion` with steps as short as they must be to go `way` heights in `seconds` at its pace.

    Below the shortest steps the pace slows down, and above the own ones it quickens.
    """
    rounds = seconds / motion.period_s
    own = stride_of(motion, Build(), 62.0).length
    if own <= 0:
        return motion
    return shortened(motion, max(_SHORTEST, min(1.0, abs(way) / (rounds * own))) ** 0.75)
