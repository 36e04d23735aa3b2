"""How much of the picture is lost in pure black or white."""

import numpy as np

from mongyudo.lab.scorers import Scorer, Seen
from mongyudo.lab.scorers._views import glances

DARKEST, LIGHTEST = 2, 253


def score(seen: Seen) -> float | None:
    """The share of pixels all of whose channels are below 3 or above 252, 0..1."""
    clip = glances(seen.clip)
    dark = (clip <= DARKEST).all(axis=-1)
    light = (clip >= LIGHTEST).all(axis=-1)
    return float(np.mean(dark | light))


SCORER = Scorer(
    "clipping",
    "뭉개진 빛",
    "clipped light",
    "the share of pure black and white",
    score,
    stands_for="VBench's imaging quality by MUSIQ",
)
