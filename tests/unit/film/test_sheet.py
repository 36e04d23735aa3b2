"""The contact sheet: the right moments, in order, each where it belongs."""

from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from mongyudo.errors import FilmError
from mongyudo.film.encode import VideoFormat, encode
from mongyudo.film.sheet import laid_out, moments, write_sheet
from mongyudo.film.shots import ShotPiece

pytestmark = pytest.mark.slow

FRAMES = 16


@pytest.fixture
def piece(tmp_path: Path) -> ShotPiece:
    """A shot of 960x540 that grows lighter with every frame."""
    form = VideoFormat((960, 540), 8)
    frames = [np.full((540, 960, 3), 12 * at + 30, np.uint8) for at in range(FRAMES)]
    encode(tmp_path / "shot-0.mp4", frames, form)
    return ShotPiece(tmp_path / "shot-0.mp4", form, FRAMES, (), frames[-1], frames[0])


def test_moments_are_spread_over_the_shot(piece):
    """Four of sixteen frames: the third, the seventh, the eleventh, the fifteenth."""
    found = moments(piece)
    assert [frame.shape for frame in found] == [(216, 384, 3)] * 4
    lights = [float(frame.mean()) for frame in found]
    assert lights == pytest.approx([12 * at + 30 for at in (2, 6, 10, 14)], abs=3)


def test_frames_are_laid_out_in_rows():
    """Every frame lies in its row and column, paper between them, and the sides are even."""
    rows = [[np.full((20, 30, 3), 10 * y + x, np.uint8) for x in range(3)] for y in range(2)]
    sheet = laid_out(rows)
    assert (sheet.shape[0] % 2, sheet.shape[1] % 2) == (0, 0)
    lefts = [np.flatnonzero((sheet[40] == 10 + x).all(axis=1)) for x in range(3)]
    assert all(len(left) == 30 for left in lefts)
    assert all(a[-1] < b[0] for a, b in pairwise(lefts))
    assert sheet[0, 0, 0] > 200


def test_a_sheet_is_a_picture_of_every_scene(piece, tmp_path):
    """Two scenes make two rows of the JPEG."""
    assert write_sheet(tmp_path, [piece, piece]) == "sheet.jpg"
    with av.open(str(tmp_path / "sheet.jpg")) as picture:
        (frame,) = picture.decode(video=0)
    assert (frame.width, frame.height) == (4 * 392 + 8, 2 * 224 + 8)
    pixels = frame.to_ndarray(format="rgb24")
    assert pixels[100, 100].mean() == pytest.approx(54, abs=6)
    assert pixels[340, 1500].mean() == pytest.approx(198, abs=6)


def test_a_shot_that_cannot_be_read_is_named(piece):
    """The file that is broken is told."""
    piece.video.write_bytes(b"no film")
    with pytest.raises(FilmError, match=r"shot-0\.mp4"):
        moments(piece)
