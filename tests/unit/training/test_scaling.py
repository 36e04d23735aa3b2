"""Pictures are scaled as one would expect, and clips are known by their pixels."""

from pathlib import Path

import av
import numpy as np
import pytest
from av.video.reformatter import Colorspace, Interpolation
from tests.unit.training.videos import scenery

from mongyudo.training.prepare.source import Scaler
from mongyudo.training.prepare.writing import FrameFile

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("size_px", "way"), [((75, 50), Interpolation.AREA), ((301, 200), Interpolation.BICUBIC)]
)
def test_scaling_gives_what_packed_rgb_would_be(
    size_px: tuple[int, int], way: Interpolation
) -> None:
    """With chroma of full width, whether a picture shrinks or grows, however often it is used."""
    scaler = Scaler()
    for seed in (1, 2):
        frame = av.VideoFrame.from_ndarray(scenery(seed, (150, 100)), "rgb24").reformat(
            format="yuv420p"
        )
        packed = frame.reformat(
            *size_px,
            "rgb24",
            src_colorspace=Colorspace.ITU601,
            dst_color_range="JPEG",
            interpolation=way | Interpolation.FULL_CHR_H_INT,
        ).to_ndarray()
        made = scaler.rgb(frame, (150, 100), size_px)
        assert made.shape == (size_px[1], size_px[0], 3)
        apart = np.abs(made.astype(int) - packed)
        assert apart.max() <= 3
        assert apart.mean() < 0.5


def hash_of(path: Path, frames: list[int], keep: int, size_px: tuple[int, int]) -> str:
    """Hash of a clip of even pictures of these values."""
    file = FrameFile(path, size_px)
    for value in frames:
        file.write(np.full((size_px[1], size_px[0], 3), value, np.uint8))
    pixels, content = file.keep(keep)
    assert pixels[:, 0, 0, 0].tolist() == frames[:keep]
    return content


def test_every_pixel_counts(tmp_path: Path) -> None:
    """Although pictures are folded before they are hashed: two that change places are seen."""
    frame = np.random.default_rng(0).integers(0, 256, (16, 16, 3), np.uint8)
    seen = set()
    for at in [None, *np.ndindex(16, 16)]:
        other = frame.copy()
        if at:
            other[at], other[0, 0] = frame[0, 0], frame[at]
            other[at][0] ^= 1
        file = FrameFile(tmp_path / "a.npy", (16, 16))
        file.write(other)
        seen.add(file.keep(1)[1])
    assert len(seen) == 257


def test_a_clip_is_known_by_the_pixels_that_are_kept(tmp_path: Path) -> None:
    """What is cut off does not count; another picture, length or shape does."""
    path = tmp_path / "a.npy"
    known = hash_of(path, [1, 2, 3], 2, (4, 2))
    assert known == hash_of(path, [1, 2], 2, (4, 2))
    others = [([1, 3], 2, (4, 2)), ([1, 2, 3], 3, (4, 2)), ([1, 2], 2, (2, 4))]
    assert known not in [hash_of(path, *other) for other in others]
