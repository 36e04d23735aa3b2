"""How smoothly things move: a proxy of VBench's motion smoothness."""

import numpy as np

from mongyudo.lab.scorers import Scorer, Seen

LEAST_FRAMES = 3


def score(seen: Seen) -> float | None:
    """1 less the mean absolute error, 0..1, of every second frame rebuilt as the mean of its two
    neighbours."""
    if len(seen.clip) < LEAST_FRAMES:
        return None
    errors = [
        _error(*seen.clip[at - 1 : at + 2].astype(np.float32))
        for at in range(1, len(seen.clip) - 1, 2)
    ]
    return 1.0 - float(np.mean(errors)) / 255.0


def _error(before: np.ndarray, frame: np.ndarray, after: np.ndarray) -> float:
    return float(np.abs(frame - (before + after) / 2).mean())


SCORER = Scorer(
    "motion_smoothness",
    "움직임의 매끄러움",
    "motion smoothness",
    "drop every second frame, rebuild it from its neighbours, 1 - MAE",
    score,
    stands_for="VBench's motion smoothness by AMT",
)
