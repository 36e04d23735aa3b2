"""Whether anything moves: a proxy of VBench's dynamic degree."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from mongyudo.lab.scorers import Scorer, Seen
from mongyudo.lab.scorers._views import at_rate, luma, speed_px

LOOK_FPS = 8
FASTEST_SHARE = 0.05
LEAST_FRAMES = 3


def score(seen: Seen) -> float | None:
    """1 when the clip moves, else 0.

    At 8 frames a second. A pair of frames moves when the mean of its fastest 5 % of pixels is over
    6 min(H, W) / 256 px; a clip when at least round(4 n / 16) of its n pairs do, and one at least:
    VBench's rule, with another optical flow.
    """
    frames = at_rate(seen.clip, seen.fps, LOOK_FPS)
    if len(frames) < LEAST_FRAMES:
        return None
    planes = [luma(frame) for frame in frames]
    least_px = 6.0 * min(planes[0].shape) / 256
    moving = sum(_fastest(speed_px(*pair)) > least_px for pair in pairwise(planes))
    return float(moving >= max(1, round(4 * (len(planes) - 1) / 16)))


def _fastest(speed: NDArray[np.float32]) -> float:
    count = max(1, int(speed.size * FASTEST_SHARE))
    return float(np.partition(speed, -count, axis=None)[-count:].mean())


SCORER = Scorer(
    "dynamic_degree",
    "움직임 있음",
    "dynamic degree",
    "the rule of VBench (Huang et al., CVPR 2024), with DIS optical flow",
    score,
    stands_for="VBench's dynamic degree by RAFT",
)
