"""Whether a clip's light and colour suit its emotion."""

import numpy as np

from mongyudo.lab.scorers import Scorer, Seen
from mongyudo.lab.scorers._views import glances
from mongyudo.training.verify.features import STYLE, style

WANTED = {
    "행복": (0.78, 1.25), "공포": (-1.07, 0.45), "분노": (-0.90, 0.52),
    "슬픔": (-0.66, -0.79), "중립": (1.06, -0.22),
}  # fmt: skip
"""Brightness and saturation, z: pleasure and arousal of the emotion put into Valdez and Mehrabian's
equations (1994) and solved. They have none for surprise and disgust, so these are not scored."""
USUAL = np.array([0.5, 0.35])
SPREAD = np.array([0.2, 0.2])
"""Of value and saturation, 0..1: what is taken for a picture without mood."""


def score(seen: Seen) -> float | None:
    """Cosine, -1..1, of the clip's brightness and saturation (less the usual) with the wanted."""
    wanted = WANTED.get(seen.emotion)
    if wanted is None:
        return None
    measured = style(glances(seen.clip)[:, ::2, ::2])[
        [STYLE.index("value"), STYLE.index("saturation")]
    ]
    found = (measured - USUAL) / SPREAD
    length = float(np.linalg.norm(found)) * float(np.linalg.norm(wanted))
    return float(found @ np.array(wanted)) / length if length else 0.0


SCORER = Scorer(
    "palette_agreement",
    "감정에 맞는 빛깔",
    "palette agreement",
    "brightness and saturation after Valdez and Mehrabian (1994)",
    score,
    stands_for="people's judgement of the mood",
)
