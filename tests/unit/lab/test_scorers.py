"""Scorers on clips whose answer is known: still, flickering, moving, blurred, grey."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from mongyudo.lab.scorers import Seen, scorers
from mongyudo.training.verify.features import Clip

SIZE_PX = 96
FRAMES = 9
FPS = 8.0


def noise(seed: int = 1) -> NDArray[np.uint8]:
    """A picture with detail everywhere."""
    rng = np.random.default_rng(seed)
    return cv2.GaussianBlur(rng.integers(0, 256, (SIZE_PX, SIZE_PX, 3), np.uint8), (0, 0), 1.5)


def still() -> Clip:
    return np.stack([noise()] * FRAMES)


def moving(px: int) -> Clip:
    """The picture runs to the right by `px` a frame."""
    return np.stack([np.roll(noise(), px * at, axis=1) for at in range(FRAMES)])


def flickering() -> Clip:
    """Black and grey by turns."""
    frames = [np.full((SIZE_PX, SIZE_PX, 3), 51 * (at % 2), np.uint8) for at in range(FRAMES)]
    return np.stack(frames)


def blurred() -> Clip:
    return np.stack([cv2.GaussianBlur(noise(), (0, 0), 4)] * FRAMES)


def grey() -> Clip:
    return np.repeat(still().mean(axis=-1, keepdims=True).astype(np.uint8), 3, axis=-1)


def scored(name: str, clip: Clip) -> float:
    scorer = next(each for each in scorers() if each.name == name)
    found = scorer.score(Seen(clip, FPS))
    assert found is not None
    return found


def test_a_still_clip_is_steady_smooth_the_same_and_does_not_move() -> None:
    assert scored("temporal_flickering", still()) == 1
    assert scored("motion_smoothness", still()) == 1
    assert scored("consistency", still()) == pytest.approx(1)
    assert scored("dynamic_degree", still()) == 0


def test_flicker_is_the_mean_step_between_frames() -> None:
    assert scored("temporal_flickering", flickering()) == pytest.approx(1 - 51 / 255)
    assert scored("motion_smoothness", flickering()) == pytest.approx(1 - 51 / 255)


def test_a_clip_that_changes_its_colours_is_less_consistent() -> None:
    assert scored("consistency", np.concatenate([grey()[:5], flickering()[:4]])) < 0.7


@pytest.mark.parametrize(("px", "moves"), [(0, 0), (1, 0), (4, 1)])
def test_a_clip_moves_when_its_fastest_pixels_pass_the_threshold(px: int, moves: int) -> None:
    assert scored("dynamic_degree", moving(px)) == moves  # at 96 px the threshold is 2.25 px


def test_blur_is_less_sharp_and_steady_motion_smoother_than_a_cut() -> None:
    assert scored("sharpness", blurred()) < 0.1 * scored("sharpness", still())
    jumping = np.stack([noise(at) for at in range(FRAMES)])
    assert scored("motion_smoothness", moving(1)) > scored("motion_smoothness", jumping)


def test_greys_have_no_colour_and_red_against_green_has_much() -> None:
    assert scored("colourfulness", grey()) == 0
    halves = np.zeros((2, SIZE_PX, SIZE_PX, 3), np.uint8)
    halves[:, :, : SIZE_PX // 2, 0] = halves[:, :, SIZE_PX // 2 :, 1] = 200
    assert scored("colourfulness", halves) == pytest.approx(200 + 0.3 * 100, rel=1e-4)


def test_clipped_light_is_counted_where_all_channels_are_lost() -> None:
    clip = np.full((2, 10, 10, 3), 128, np.uint8)
    clip[:, :2] = 255
    clip[:, 2] = 0
    clip[:, 3, :, 0] = 255
    assert scored("clipping", clip) == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("rgb", "suits", "hurts"),
    [
        ((40, 20, 25), "공포", "중립"),
        ((255, 120, 60), "행복", "슬픔"),
        ((90, 90, 90), "슬픔", "행복"),
    ],
)
def test_a_palette_suits_the_emotion_whose_light_it_has(
    rgb: tuple[int, int, int], suits: str, hurts: str
) -> None:
    clip = np.full((2, 8, 8, 3), rgb, np.uint8)
    scorer = next(each for each in scorers() if each.name == "palette_agreement")
    found = {emotion: scorer.score(Seen(clip, FPS, emotion)) for emotion in (suits, hurts, "놀람")}
    assert found[suits] > 0.7 > 0 > found[hurts]
    assert found["놀람"] is None


def test_what_cannot_be_measured_has_no_number() -> None:
    one = Seen(still()[:1], FPS)
    found = {each.name: each.score(one) for each in scorers()}
    assert found["temporal_flickering"] is found["dynamic_degree"] is found["consistency"] is None


def test_every_scorer_says_where_it_comes_from_and_proxies_say_of_what() -> None:
    names = [each.name for each in scorers()]
    assert len(set(names)) == len(names) >= 7
    assert all(each.source and each.ko and each.en for each in scorers())
    exact = {each.name for each in scorers() if not each.is_proxy}
    assert "temporal_flickering" in exact
    assert "dynamic_degree" not in exact
