"""Cuts, dissolves and fades are found where they are; light, motion and grain are no edits."""

import numpy as np
import pytest
from tests.unit.training.videos import Frame, moving, scenery

from mongyudo.training.prepare.sampling import Sample
from mongyudo.training.prepare.shots import ShotFinder, Transition

pytestmark = pytest.mark.slow

FPS = 24
SIZE_PX = (96, 54)


def sampled(frame: Frame, time_s: float) -> Sample:
    """What the decoder's planes would give: luma, and blocks of 3x3 with grey chroma."""
    luma = (frame @ np.array([0.299, 0.587, 0.114])).astype(np.uint8)
    blocks = np.full((18, 32, 3), 128, np.float32)
    blocks[..., 0] = luma.reshape(18, 3, 32, 3).mean(axis=(1, 3))
    return Sample(time_s, luma, blocks)


def found_in(frames: list[Frame]) -> list[Transition]:
    """What a finder tells of `frames` at 24 fps."""
    finder = ShotFinder()
    found = [each for n, f in enumerate(frames) for each in finder.feed(sampled(f, n / FPS))]
    return [*found, *finder.close()]


def shot(seed: int, frames: int = 60) -> list[Frame]:
    """A shot at the size that is looked at."""
    return moving(seed, frames, SIZE_PX)


def blend(one: list[Frame], other: list[Frame], frames: int) -> list[Frame]:
    """`one`, mixed into `other` over so many frames."""
    shares = [(n + 1) / (frames + 1) for n in range(frames)]
    mixed = [(one[-1] * (1 - share) + other[0] * share).astype(np.uint8) for share in shares]
    return [*one, *mixed, *other]


def lit(frame: Frame, share: float) -> Frame:
    """The picture, brighter or darker."""
    return np.clip(frame * share, 0, 255).astype(np.uint8)


BLACK = [np.zeros((SIZE_PX[1], SIZE_PX[0], 3), np.uint8)] * 4


@pytest.mark.parametrize(("one", "other"), [(1, 2), (3, 4), (5, 6), (7, 8)])
def test_a_cut_stands_at_its_frame(one: int, other: int) -> None:
    """Before the first picture of the new shot, and nowhere else."""
    (cut,) = found_in([*shot(one), *shot(other)])
    assert cut == Transition(60 / FPS, 60 / FPS, "cut")


@pytest.mark.parametrize("frames", [6, 12, 24, 40])
def test_a_dissolve_is_found_from_end_to_end(frames: int) -> None:
    """Of any usual length."""
    (found,) = found_in(blend(shot(1), shot(2), frames))
    assert found.kind == "gradual"
    assert found.start_s * FPS == pytest.approx(60, abs=8)
    assert found.end_s * FPS == pytest.approx(60 + frames, abs=8)


def test_a_fade_through_black_is_found() -> None:
    """Out of one shot and into the other."""
    found = found_in(blend(blend(shot(1), BLACK, 14), shot(2), 14))
    assert found[0].start_s * FPS == pytest.approx(60, abs=4)
    assert found[-1].end_s * FPS == pytest.approx(92, abs=4)


@pytest.mark.parametrize("frames", [1, 2, 3])
def test_a_flash_is_no_cut(frames: int) -> None:
    """The picture before it is there again after it."""
    whole = shot(1, 120)
    flash = [lit(frame, 0.2) + 200 for frame in whole[60 : 60 + frames]]
    assert found_in([*whole[:60], *flash, *whole[60 + frames :]]) == []


def test_light_that_changes_is_no_dissolve() -> None:
    """A scene that grows dark in one second is one scene."""
    whole = moving(1, 120, SIZE_PX, 0.3)
    dark = [lit(frame, 1 - 0.6 * min(1, max(0, (n - 40) / 24))) for n, frame in enumerate(whole)]
    assert found_in(dark) == []


@pytest.mark.parametrize("step_px", [1, 3, 6])
def test_a_camera_that_moves_is_no_cut(step_px: int) -> None:
    """A pan over a wide scene, slow and fast."""
    wide = scenery(4, (900, 54))
    pan = [wide[:, n * step_px : n * step_px + 96] for n in range(120)]
    assert found_in(pan) == []


def test_grain_is_no_cut() -> None:
    """Noise of a dark camera."""
    rng = np.random.default_rng(0)
    noisy = [
        np.clip(frame + rng.normal(0, 12, frame.shape), 0, 255).astype(np.uint8)
        for frame in shot(1, 80)
    ]
    assert found_in(noisy) == []


def test_memory_stays_flat() -> None:
    """However long the video, few samples are held, and what is settled keeps up."""
    finder = ShotFinder()
    frames = shot(1, 40)
    for number in range(600):
        finder.feed(sampled(frames[number % 40], number / FPS))
    assert len(finder._seen) < 8 * FPS
    assert finder.settled_s > 600 / FPS - 6
