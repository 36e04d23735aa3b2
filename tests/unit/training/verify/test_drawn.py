"""The style measure on the drawn set: seven looks of the same scenes, without any model."""

import numpy as np
import pytest

from mongyudo.records import EMOTIONS, Emotion
from mongyudo.training.demo import MOTIONS, PLACES, SUBJECTS, draw
from mongyudo.training.verify.features import Clip, style
from mongyudo.training.verify.styles import BASE_STYLE, Styles, styles_of

pytestmark = pytest.mark.slow

SCENES = [(s, p, m) for s in SUBJECTS for p in PLACES for m in MOTIONS]


def drawn(emotion: Emotion | None, row: int, count: int = 10) -> list[Clip]:
    """So many clips of scenes that the row decides."""
    dice = np.random.default_rng(row)
    chosen = dice.permutation(len(SCENES))[:count]
    return [draw(*SCENES[at], emotion, 100 * row + int(at)) for at in chosen]


def nearest(styles: Styles, clip: Clip, base: Clip) -> str:
    """Where a clip lands."""
    distances = styles.distances(styles.shift(style(clip), style(base)))
    return min(distances, key=distances.__getitem__)


def test_every_look_is_told_from_the_others() -> None:
    """A perfect adapter's clips land with their own style, all of them; half a look does not."""
    learned = {e: [style(clip) for clip in drawn(e, row)] for row, e in enumerate(EMOTIONS, 1)}
    plain = drawn(None, 0)
    styles = styles_of(learned, [style(clip) for clip in drawn(None, 9, 20)])
    for emotion in EMOTIONS:
        looks = drawn(emotion, 0)
        found = [nearest(styles, *pair) for pair in zip(looks, plain, strict=True)]
        assert found == [emotion] * len(looks)
        hints = [
            (0.2 * look + 0.8 * base).astype(np.uint8)
            for look, base in zip(looks, plain, strict=True)
        ]
        faint = [nearest(styles, *pair) for pair in zip(hints, plain, strict=True)]
        assert faint.count(BASE_STYLE) >= 7, emotion
