"""How colourful the picture is."""

import numpy as np

from mongyudo.lab.scorers import Scorer, Seen
from mongyudo.lab.scorers._views import glances


def score(seen: Seen) -> float | None:
    """Mean over frames of hypot(spreads) + 0.3 hypot(means) of R - G and (R + G) / 2 - B, 0 for
    greys (Hasler and Suesstrunk, 2003)."""
    return float(
        np.mean([_colourfulness(frame.astype(np.float32)) for frame in glances(seen.clip)])
    )


def _colourfulness(frame: np.ndarray) -> float:
    red, green, blue = np.moveaxis(frame, -1, 0)
    one, other = red - green, (red + green) / 2 - blue
    return float(np.hypot(one.std(), other.std()) + 0.3 * np.hypot(one.mean(), other.mean()))


SCORER = Scorer(
    "colourfulness",
    "빛깔의 풍부함",
    "colourfulness",
    "Hasler and Suesstrunk, Human Vision and Electronic Imaging VIII (2003)",
    score,
    stands_for="VBench's imaging quality by MUSIQ",
)
