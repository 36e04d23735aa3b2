"""What is measured of a clip tells frozen, shaking, mixed, lettered and doubled ones apart."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from tests.unit.training.test_prepare import SPEC
from tests.unit.training.videos import moving, scenery

from mongyudo.training.prepare import measures
from mongyudo.training.prepare.buckets import geometry_for
from mongyudo.training.prepare.measures import fingerprint, likeness, motion, shake, text_share
from mongyudo.training.prepare.sampling import Sample

SIZE_PX = (320, 180)


def samples(seeds: list[int]) -> list[Sample]:
    """A sample of the scenery of each seed."""
    found = []
    for number, seed in enumerate(seeds):
        blocks = scenery(seed, (32, 18)).astype(np.float32)
        found.append(Sample(number / 8, np.zeros((54, 96), np.uint8), blocks))
    return found


def test_motion_is_none_in_a_still_picture() -> None:
    """And much where the picture changes."""
    assert motion(samples([1] * 16), 8) == 0 < measures.LEAST_MOTION
    assert motion(samples([1, 2, 3, 4] * 4), 8) == 0  # the same again half a second later
    assert motion(samples(list(range(16))), 8) > 20


def test_ends_that_are_unlike_betray_a_hidden_cut() -> None:
    """Another scene in one third of the clip is enough."""
    assert likeness(samples([1] * 16)) == pytest.approx(1)
    assert likeness(samples([3] * 11 + [9] * 5)) < 0.6 * likeness(samples([3] * 16))


def camera(hand_px: float) -> NDArray[np.uint8]:
    """A pan over a wide scene by a hand that leaps so far, with something bright passing by."""
    rng = np.random.default_rng(1)
    wide = rng.integers(0, 215, (25, 40, 3), dtype=np.uint8).repeat(12, 0).repeat(12, 1)
    frames = []
    for number in range(16):
        left, top = 60 + number * 2 + rng.normal(0, hand_px), 60 + rng.normal(0, hand_px)
        frame = wide[int(top) :, int(left) :][:180, :320].copy()
        frame[60:90, number * 9 : number * 9 + 30] = (255, 250, 90)
        frames.append(frame)
    return np.stack(frames)


def test_a_steady_pan_is_no_shaking() -> None:
    """However something moves in the picture; a leaping camera is."""
    assert shake(camera(0.0)) < measures.MOST_SHAKE / 2
    assert shake(camera(1.0)) < measures.MOST_SHAKE
    assert shake(camera(14.0)) > measures.MOST_SHAKE


def test_tiny_pictures_are_not_judged() -> None:
    """There a step of one pixel would be a leap, and letters are none."""
    small = camera(14.0)[:, :64, :64]
    assert shake(small) == text_share(small) == 0


def lettered(size_px: int, lines: int) -> NDArray[np.uint8]:
    """Words over a scene, as in subtitles or credits: three frames of 832x480."""
    picture = Image.fromarray(scenery(2, (832, 480)))
    draw = ImageDraw.Draw(picture)
    words = "\n".join(["and then the tiger came running down the hill"] * lines)
    font = ImageFont.load_default(size_px)
    place = (416, 440 if lines < 3 else 240)
    draw.text(place, words, "white", font, "mm", stroke_width=2, stroke_fill="black")
    return np.stack([np.asarray(picture)] * 3)


@pytest.mark.slow
@pytest.mark.parametrize(("size_px", "lines"), [(24, 2), (32, 1), (32, 8), (44, 2)])
def test_letters_are_seen(size_px: int, lines: int) -> None:
    """Subtitles and credits of usual sizes."""
    assert text_share(lettered(size_px, lines)) > measures.MOST_TEXT


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["scene", "grain", "gradient", "square"])
def test_what_has_no_letters_is_not_taken_for_text(kind: str) -> None:
    """Soft scenes, noise, slopes of light, and things with edges."""
    frame = scenery(2, (832, 480))
    if kind == "grain":
        frame = np.random.default_rng(0).integers(0, 255, frame.shape, dtype=np.uint8)
    elif kind == "gradient":
        frame = np.broadcast_to(np.linspace(0, 255, 832)[None, :, None], frame.shape).astype(
            np.uint8
        )
    elif kind == "square":
        frame = moving(2, 1, (832, 480))[0]
    assert text_share(np.stack([frame] * 3)) < measures.MOST_TEXT


def test_fingerprints_tell_footage_apart() -> None:
    """Brighter by a little it is the same; another thing on the same ground is not."""
    frames = np.stack(moving(1, 10, SIZE_PX, 8.0))
    hashes, colours = fingerprint(frames)
    again, tinted = fingerprint(np.clip(frames.astype(int) + 4, 0, 255).astype(np.uint8))
    assert np.bitwise_count(hashes ^ again).max() <= measures.FARTHEST_HASH
    assert np.abs(colours - tinted).max() <= measures.FARTHEST_COLOUR
    _, other = fingerprint(np.stack([scenery(1, SIZE_PX)] * 10))
    assert np.abs(colours - other).max() > measures.FARTHEST_COLOUR


def test_lengths_follow_the_models_rule() -> None:
    """4k+1 up to the whole clip, never more than there is; shorter than 3 s where the model is."""
    geometry = geometry_for(SPEC)
    assert [geometry.usable(n) for n in (0, 1, 4, 5, 24, 25, 99)] == [0, 1, 1, 5, 21, 25, 25]
    assert geometry.least_frames == 25
    longer = geometry_for(SPEC, frames=25, fps=24)
    assert (longer.fps, longer.least_frames) == (24, 25)
