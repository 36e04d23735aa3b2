"""The figures of a clip are what their formulas say."""

import colorsys

import numpy as np
import pytest

from mongyudo.training.verify.features import MOST_PIXELS, STYLE, similarity, structure, style
from mongyudo.training.verify.intervals import mean_of, ratio_of, share_of


def clip(*colours: tuple[int, int, int], side: int = 20) -> np.ndarray:
    """One flat frame a colour."""
    return np.stack([np.full((side, side, 3), colour, np.uint8) for colour in colours])


def of(frames: np.ndarray) -> dict[str, float]:
    """The style by name."""
    return dict(zip(STYLE, style(frames), strict=True))


@pytest.mark.parametrize("colour", [(255, 0, 0), (10, 200, 90), (40, 40, 220), (120, 120, 120)])
def test_hue_saturation_and_value_are_those_of_colorsys(colour: tuple[int, int, int]) -> None:
    """Against the standard library; hue as an angle weighed by saturation."""
    hue, saturation, value = colorsys.rgb_to_hsv(*(c / 255 for c in colour))
    found = of(clip(colour))
    assert found["saturation"] == pytest.approx(saturation, abs=1e-6)
    assert found["value"] == pytest.approx(value, abs=1e-6)
    assert found["hue_x"] == pytest.approx(saturation * np.cos(2 * np.pi * hue), abs=1e-5)
    assert found["hue_y"] == pytest.approx(saturation * np.sin(2 * np.pi * hue), abs=1e-5)


def test_motion_and_contrast() -> None:
    """Black then white: the brightness steps by 1; half of the pixels are dark, half light."""
    found = of(clip((0, 0, 0), (255, 255, 255)))
    assert found["motion"] == pytest.approx(1, abs=1e-5)
    assert found["contrast"] == pytest.approx(1, abs=1e-5)
    assert of(clip((0, 0, 0)))["motion"] == 0


def test_large_frames_are_thinned_to_the_same_style() -> None:
    """A picture twice as large has the same figures."""
    dice = np.random.default_rng(0)
    small = dice.integers(0, 255, (2, 30, 40, 3), np.uint8)
    factor = int(np.ceil(np.sqrt(4 * MOST_PIXELS / (30 * 40))))
    large = small.repeat(factor, axis=1).repeat(factor, axis=2)
    assert style(large) == pytest.approx(style(small), abs=0.01)


def test_structure_sees_shapes_and_not_colours() -> None:
    """The same square in another colour is near 1, a square elsewhere is not; flat clips are 0."""
    one, recoloured, elsewhere = (np.zeros((4, 48, 48, 3), np.uint8) for _ in range(3))
    one[:, 5:20, 5:20] = (200, 30, 30)
    recoloured[:] = 90
    recoloured[:, 5:20, 5:20] = (10, 10, 60)
    elsewhere[:, 30:45, 28:43] = (200, 30, 30)
    table = np.stack([structure(recoloured), structure(elsewhere), structure(clip((9, 9, 9)))])
    same, other, flat = similarity(structure(one), table)
    assert same > 0.95 > 0.3 > other
    assert flat == 0


def test_intervals_rest_on_prompts_not_on_clips() -> None:
    """Eight clips of one prompt are one fact: of one fact there is no interval."""
    values = [0.0, 1.0] * 4
    alone = mean_of(values, range(8))
    grouped = mean_of(values, [0] * 8)
    assert alone is not None
    assert grouped is not None
    assert alone.value == grouped.value == 0.5
    assert alone.low < 0.3 < 0.7 < alone.high
    assert grouped.low == grouped.high == 0.5


def test_no_clips_no_figure() -> None:
    """An absent figure is None, never 0."""
    assert mean_of([], []) is None
    assert share_of([]) is None
    assert ratio_of([1.0], [0.0], [0]) is None


def test_a_full_share_is_not_certain() -> None:
    """8 of 8: Wilson's interval begins at .68."""
    share = share_of([True] * 8)
    assert share is not None
    assert (share.value, share.n) == (1.0, 8)
    assert share.low == pytest.approx(0.676, abs=0.001)


def test_an_interval_holds_95_of_100() -> None:
    """Of means of a hundred normal numbers: 1.96 standard errors to each side."""
    values = np.random.default_rng(3).normal(5, 2, 100)
    found, error = mean_of(list(values), range(100)), float(values.std() / 10)
    assert found is not None
    assert (found.high - found.low) / 2 == pytest.approx(1.96 * error, rel=0.08)
    assert found.low < found.value < found.high
