"""How smoothly things move: a proxy of VBench's motion smoothness."""

import cv2
import numpy as np
from numpy.typing import NDArray

from mongyudo.lab.scorers import Scorer, Seen

LEAST_FRAMES = 3
Frame = NDArray[np.uint8]


def score(seen: Seen) -> float | None:
    """1 less the mean absolute error, 0..1, of every second frame rebuilt as the mean of its two
    neighbours."""
    if len(seen.clip) < LEAST_FRAMES:
        return None
    middles = range(1, len(seen.clip) - 1, 2)
    errors = [_error(*seen.clip[at - 1 : at + 2]) for at in middles]
    return 1.0 - float(np.mean(errors)) / 255.0


def _error(before: Frame, frame: Frame, after: Frame) -> float:
    rebuilt = cv2.addWeighted(before, 0.5, after, 0.5, 0)
    return float(cv2.absdiff(frame, rebuilt).mean())


SCORER = Scorer(
    "motion_smoothness",
    "움직임의 매끄러움",
    "motion smoothness",
    "drop every second frame, rebuild it from its neighbours, 1 - MAE",
    score,
    stands_for="VBench's motion smoothness by AMT",
)
