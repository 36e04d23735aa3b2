"""Overlays, the ink bleed, the poster."""

from pathlib import Path

import av
import numpy as np

from mongyudo.film.picture import Overlay, ink_bleed, stamp, write_png

BLACK = np.zeros((20, 30, 3), np.uint8)


def test_overlay_is_blended_where_and_when_it_belongs() -> None:
    """Half-transparent white on black is grey, only inside its box and its time."""
    rgba = np.full((4, 6, 4), 255, np.uint8)
    rgba[..., 3] = 128
    overlay = Overlay(rgba, 10, 5, start_s=1.0, end_s=2.0)
    assert stamp(BLACK, [overlay], 0.5) is BLACK
    stamped = stamp(BLACK, [overlay], 1.5)
    assert (stamped[5:9, 10:16] == 128).all()
    assert stamped.sum() == 4 * 6 * 3 * 128
    assert not BLACK.any()


def test_overlay_larger_than_the_frame_is_cut() -> None:
    """Nothing breaks at the edges."""
    overlay = Overlay(np.full((99, 99, 4), 255, np.uint8), -3, 15)
    assert stamp(BLACK, [overlay], 0.0)[15:].min() == 255


def test_ink_bleed_goes_from_one_picture_to_the_other() -> None:
    """Each frame shows more of the new picture, where the field is low first."""
    field = np.tile(np.linspace(0, 255, 30, dtype=np.uint8), (20, 1))
    white = np.full_like(BLACK, 255)
    frames = list(ink_bleed(BLACK, [white] * 6, field))
    shares = [float(frame.mean()) for frame in frames]
    assert shares == sorted(shares)
    assert 0 < shares[0] < 128 < shares[-1] < 255
    assert frames[2][:, 0].mean() > frames[2][:, -1].mean()


def test_poster_is_read_back_exactly(tmp_path: Path) -> None:
    """PNG loses nothing."""
    frame = np.random.default_rng(1).integers(0, 255, (20, 30, 3), dtype=np.uint8)
    write_png(tmp_path / "poster.png", frame)
    with av.open(str(tmp_path / "poster.png")) as container:
        back = next(container.decode(video=0)).to_ndarray(format="rgb24")
    assert np.array_equal(back, frame)
