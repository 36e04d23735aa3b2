"""How steady a clip is from frame to frame: VBench's own figure."""

from itertools import pairwise

import cv2
import numpy as np

from mongyudo.lab.scorers import Scorer, Seen


def score(seen: Seen) -> float | None:
    """(255 - mean |f[t+1] - f[t]|) / 255 over all pixels and channels, 0..1; a still clip has 1."""
    if len(seen.clip) < 2:
        return None
    pairs = pairwise(seen.clip)
    return (255.0 - float(np.mean([np.mean(cv2.absdiff(*pair)) for pair in pairs]))) / 255.0


SCORER = Scorer(
    "temporal_flickering",
    "떨림 없음",
    "temporal flickering",
    "VBench (Huang et al., CVPR 2024), its exact formula",
    score,
)
