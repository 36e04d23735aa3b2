"""How crisp the picture is."""

import cv2
import numpy as np

from mongyudo.lab.scorers import Scorer, Seen
from mongyudo.lab.scorers._views import glances, luma


def score(seen: Seen) -> float | None:
    """The median over frames of the variance of the Laplacian of brightness (Pech-Pacheco et al.,
    ICPR 2000); only clips of one size may be compared."""
    return float(np.median([cv2.Laplacian(luma(f), cv2.CV_64F).var() for f in glances(seen.clip)]))


SCORER = Scorer(
    "sharpness",
    "또렷함",
    "sharpness",
    "variance of the Laplacian (Pech-Pacheco et al., 2000)",
    score,
    stands_for="VBench's imaging quality by MUSIQ",
)
