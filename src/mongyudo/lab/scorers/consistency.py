"""Whether the picture stays the same place: a proxy of VBench's background consistency."""

import cv2
import numpy as np
from numpy.typing import NDArray

from mongyudo.lab.scorers import Scorer, Seen
from mongyudo.lab.scorers._views import at_rate

BINS = (12, 4, 4)
"""Of hue, saturation and value."""
LOOK_FPS = 8
RANGES = (0, 180, 0, 256, 0, 256)
"""OpenCV's for 8 bits."""


def score(seen: Seen) -> float | None:
    """Mean cosine, 0..1, of each frame's HSV histogram with the first's and the one before, at 8
    frames a second."""
    found = np.stack([histogram(frame) for frame in at_rate(seen.clip, seen.fps, LOOK_FPS)])
    if len(found) < 2:
        return None
    to_first = found[1:] @ found[0]
    to_last = np.sum(found[1:] * found[:-1], axis=1)
    return min(1.0, float(np.mean((to_first + to_last) / 2)))


def histogram(frame: NDArray[np.uint8]) -> NDArray[np.float64]:
    """(H, W, 3) RGB -> (192,), of length 1."""
    hsv = cv2.cvtColor(frame, cv2.COLOR_RGB2HSV)
    counts = cv2.calcHist([hsv], [0, 1, 2], None, list(BINS), list(RANGES)).ravel()
    found: NDArray[np.float64] = counts.astype(np.float64)
    return found / np.linalg.norm(found)


SCORER = Scorer(
    "consistency",
    "장면의 한결같음",
    "consistency",
    "cosine of HSV histograms to the first frame and the one before",
    score,
    stands_for="VBench's subject and background consistency by DINO and CLIP",
)
