"""What was beautiful stays: frames against kept ones, with a tolerance for other platforms."""

import itertools
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from tests.golden.scenes import MOMENTS, SCENES

from mongyudo.film.picture import write_png
from mongyudo.ink import render

FRAMES = Path(__file__).parent / "frames"
MOST_MEAN_DIFFERENCE = 3.0
"""Of 255; another seed of the same scene differs by 8 and more."""


def kept(name: str, moment: int) -> NDArray[np.uint8]:
    """A golden frame."""
    with Image.open(FRAMES / f"{name}-{moment}.png") as picture:
        return np.asarray(picture.convert("RGB"))


def difference(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """The mean absolute difference of two frames, 0..255."""
    return float(np.abs(one.astype(np.int16) - other).mean())


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(SCENES))
def test_frames_are_as_they_were(name: str, tmp_path: Path) -> None:
    """On failure a picture shows kept, new and difference; scripts/renew_golden.py renews."""
    frames = list(render(SCENES[name]))
    for moment in MOMENTS:
        old, new = kept(name, moment), frames[moment]
        if difference(old, new) > MOST_MEAN_DIFFERENCE:
            gap = np.abs(old.astype(np.int16) - new).astype(np.uint8)
            write_png(tmp_path / "difference.png", np.hstack([old, new, gap]))
            pytest.fail(f"{name}-{moment} changed: see {tmp_path / 'difference.png'}")


def test_the_comparison_can_fail() -> None:
    """Two different moments are told apart."""
    names = sorted(SCENES)
    for name, other in itertools.pairwise(names):
        assert difference(kept(name, 1), kept(other, 1)) > 2 * MOST_MEAN_DIFFERENCE
